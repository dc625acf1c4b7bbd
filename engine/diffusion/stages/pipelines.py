"""Pipelines as stages want them, made of what is in memory and what has to be loaded.

They are loaded for a stage: the encoder alone, the denoisers with the VAE that reads pictures, the
decoder alone. What was not used for longest is let go first, and only where something else needs
its place.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers.utils.logging import disable_progress_bar
from torch.nn import Module

from engine.diffusion import disk
from engine.diffusion.families import loading
from engine.diffusion.registry import ModelEntry
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.equip import bare
from engine.diffusion.runtimes.fit import is_fit
from engine.diffusion.stages.admission import MARGIN
from engine.diffusion.stages.eviction import in_another_outfit, in_the_way, used_longest_ago
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.outfit import PLAIN, Outfit
from engine.diffusion.stages.placement import Placement, place, tile
from engine.diffusion.stages.progress import Stage
from engine.diffusion.stages.residency import Key, Loaded, Residency, Resident
from engine.diffusion.stages.weights import weights

disable_progress_bar()  # progress is the context's


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry's pipeline with the components of a stage, as the rung has them."""

    entry: ModelEntry
    folder: Path
    stage: Stage
    rung: Rung = Rung.WHOLE
    outfit: Outfit = PLAIN
    settings: Settings | None = None  # what it is equipped for next; None for torch as it is
    working: float = 0.0  # what it takes beside its weights, GiB

    @property
    def name(self) -> tuple[Path, Stage, Rung, str]:
        """Names what is loaded, an outfit by what is in its files."""
        return self.folder, self.stage, self.rung, self.outfit.name


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def precision() -> torch.dtype:
    """bfloat16 on a card; on a processor float32, in which results are the same bits every time."""
    return torch.bfloat16 if torch.cuda.is_available() else torch.float32


def pipeline(hot: Residency, wanted: Wanted) -> Any:
    """The pipeline, of what is in memory and what is loaded into it now.

    Raises EngineError "model-broken" where the folder holds no such pipeline, "adapter-broken"
    where the outfit does not fit it.
    """
    pipe = used_last(hot, wanted)
    if pipe is not None:
        return pipe
    hot.last = None
    folder = wanted.folder
    files = disk.fingerprint(folder)
    if hot.files.get(folder, files) != files:  # it was pulled anew, or somebody's own changed
        hot.let_go(hot.of(folder))
    hot.files[folder] = files
    if wanted.stage is Stage.SAMPLE:
        hot.let_go(_unfit(hot, wanted))
        denoisers = wanted.entry.denoisers
        hot.let_go(in_another_outfit(hot.held, folder, denoisers, wanted.outfit.name))
    pipe = _loaded(hot, wanted)
    hot.last = Loaded(pipe, wanted.name)
    return pipe


def used_last(hot: Residency, wanted: Wanted) -> Any:
    """That pipeline, if it is the one that was used last, from the files that are there now."""
    if hot.last is None or hot.last.name != wanted.name:
        return None
    is_unfit = wanted.stage is Stage.SAMPLE and _unfit(hot, wanted)
    if is_unfit or hot.files[wanted.folder] != disk.fingerprint(wanted.folder):
        return None
    return hot.last.pipe


def components(entry: ModelEntry, names: list[str], stage: Stage) -> list[str]:
    """Which of a pipeline's components a stage of the work needs."""
    if stage is Stage.ENCODE:
        return [name for name in names if name in entry.encoders]
    if stage is Stage.DECODE:
        return [name for name in names if name in entry.decoders]
    return [name for name in names if name not in entry.encoders]


def _unfit(hot: Residency, wanted: Wanted) -> list[Key]:
    """Denoisers that what was done to them for other settings makes useless for these."""
    there = [key for key in hot.of(wanted.folder) if key.name in wanted.entry.denoisers]
    return [
        key
        for key in there
        if isinstance(module := hot.held[key].component, Module)
        and not is_fit(module, wanted.entry, key.name, wanted.settings)
    ]


def _loaded(hot: Residency, wanted: Wanted) -> Any:
    entry, folder = wanted.entry, wanted.folder
    names = components(entry, loading.components(entry, folder), wanted.stage)
    _make_room(hot, wanted, [Key(folder, name) for name in names])
    shared = {key.name: hot.held[key].component for key in hot.of(folder) if key.name in names}
    pipe = loading.pipeline(entry, folder, names, precision=precision(), shared=shared)
    worn = ""
    if wanted.stage is Stage.SAMPLE and not any(name in shared for name in entry.denoisers):
        wanted.outfit.put_on(pipe, entry)
        worn = wanted.outfit.name
    for name in names:
        new = Resident(None, outfit=worn if name in entry.denoisers else "")
        one = hot.held.pop(Key(folder, name), new)
        one.component = getattr(pipe, name)
        hot.held[Key(folder, name)] = one
    _place({name: hot.held[Key(folder, name)] for name in names}, wanted)
    return pipe


def _make_room(hot: Residency, wanted: Wanted, keys: list[Key]) -> None:
    """Let go what is in the way: all that is not wanted, or no more than is needed."""
    hot.let_go(in_the_way(hot.held, keys, wanted.rung))
    if wanted.rung >= Rung.FREED:
        return
    sizes = weights(wanted.folder, hot.card.float_bytes)
    missing = sum(sizes.get(key.name, 0.0) for key in keys if key not in hot.held)
    while going := used_longest_ago(hot.held, keys, wanted.folder):
        if hot.card.free() >= missing + wanted.working + MARGIN:
            return
        hot.let_go(going)


def _place(residents: dict[str, Resident], wanted: Wanted) -> None:
    """Bring them to where the rung has them."""
    modules = {
        name: one.component for name, one in residents.items() if isinstance(one.component, Module)
    }
    before = {name: residents[name].placement for name in modules}
    for name, module in modules.items():
        tile(module, wanted.rung >= Rung.TILED)
        if wanted.rung > Rung.TILED and before[name] is not Placement.BLOCKS:
            bare(module)
    blocks = (*wanted.entry.encoders, *wanted.entry.denoisers)
    for name, placement in place(modules, before, wanted.rung, blocks, device()).items():
        residents[name].placement = placement
