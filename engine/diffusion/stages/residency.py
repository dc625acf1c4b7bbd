"""Which components of which models are in memory, and where: hot as long as there is room.

Pipelines are loaded by stages: the encoder alone, the denoisers with the VAE that reads pictures,
the decoder alone. A component that two stages share is loaded once. What was not used for longest
is let go first, and only where something else needs its place. A denoiser for which a graph works
is kept without its weights, with the graph.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from diffusers.utils.logging import disable_progress_bar

from engine.diffusion import disk
from engine.diffusion.families import loading
from engine.diffusion.registry import ModelEntry
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.equip import bare
from engine.diffusion.runtimes.fit import is_fit
from engine.diffusion.stages.admission import MARGIN
from engine.diffusion.stages.card import Card, free, this_card
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.outfit import PLAIN, Outfit
from engine.diffusion.stages.placement import Placement, place, tile
from engine.diffusion.stages.progress import Stage
from engine.diffusion.stages.weights import weights

disable_progress_bar()  # progress is the context's


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def precision() -> torch.dtype:
    """bfloat16 on a card; on a processor float32, in which results are the same bits every time."""
    return torch.bfloat16 if torch.cuda.is_available() else torch.float32


@dataclass
class Residency:
    """The components in memory, by model folder and name; the one used last is the last."""

    card: Card = field(default_factory=this_card)
    held: dict[tuple[Path, str], Any] = field(default_factory=dict)
    placed: dict[tuple[Path, str], Placement] = field(default_factory=dict)
    files: dict[Path, str] = field(default_factory=dict)  # fingerprint of what was loaded
    worn: dict[Path, str] = field(default_factory=dict)  # name of the outfit of denoisers in memory
    current: tuple[Path, Stage, Rung, str] | None = None
    pipe: Any = None

    def pipeline(
        self,
        entry: ModelEntry,
        folder: Path,
        stage: Stage,
        rung: Rung = Rung.WHOLE,
        working: float = 0.0,
        outfit: Outfit = PLAIN,
        settings: Settings | None = None,
    ) -> Any:
        """The entry's pipeline with the components of `stage`, as the rung has them.

        `working` is what it takes beside its weights, GiB; `settings` is what it is equipped for
        next, None for torch as it is. Raises EngineError "model-broken" where
        the folder holds no such pipeline, "adapter-broken" where the outfit does not fit it.
        """
        if self.has(entry, folder, stage, rung, outfit, settings):
            return self.pipe
        self.current = self.pipe = None
        files = disk.fingerprint(folder)
        if self.files.get(folder, files) != files:  # it was pulled anew, or somebody's own changed
            self._let_go([key for key in self.held if key[0] == folder])
        self.files[folder] = files
        if stage is Stage.SAMPLE:
            self._let_go(self._unfit(entry, folder, settings))
            self._undress(entry, folder, outfit)
        pipe = self._loaded(entry, folder, stage, rung, working, outfit)
        self.current, self.pipe = (folder, stage, rung, outfit.name), pipe
        return pipe

    def has(
        self,
        entry: ModelEntry,
        folder: Path,
        stage: Stage,
        rung: Rung,
        outfit: Outfit,
        settings: Settings | None,
    ) -> bool:
        """Whether that pipeline is the one that was used last, from the files that are there now"""
        if self.current != (folder, stage, rung, outfit.name):
            return False
        unfit = stage is Stage.SAMPLE and self._unfit(entry, folder, settings)
        return not unfit and self.files[folder] == disk.fingerprint(folder)

    def _unfit(
        self, entry: ModelEntry, folder: Path, settings: Settings | None
    ) -> list[tuple[Path, str]]:
        """Denoisers that what was done to them for other settings makes useless for these."""
        there = {name: self.held.get((folder, name)) for name in entry.denoisers}
        return [
            (folder, name)
            for name, module in there.items()
            if isinstance(module, torch.nn.Module) and not is_fit(module, entry, name, settings)
        ]

    def _undress(self, entry: ModelEntry, folder: Path, outfit: Outfit) -> None:
        """What is fused stays fused: denoisers in another outfit, or not all there, are let go."""
        there = [(folder, name) for name in entry.denoisers if (folder, name) in self.held]
        whole = len(there) == len(entry.denoisers)
        if not whole or self.worn.get(folder, PLAIN.name) != outfit.name:
            schedule = [key for key in [(folder, "scheduler")] if key in self.held]
            self._let_go(there + schedule)

    def models(self) -> list[str]:
        """Names of the models of which something is in memory, the one used last first."""
        return list(dict.fromkeys(folder.name for folder, _name in reversed(self.held)))

    def clear(self) -> None:
        """Let everything go."""
        self._let_go(list(self.held))

    @contextmanager
    def measured(self) -> Iterator[list[float]]:
        """In the list, afterwards: the peak of the pipeline at work alone, where it is measured."""
        found: list[float] = []
        beside = self._gib_beside()
        self.card.start_over()
        yield found
        peak = self.card.peak()
        if peak is not None:
            found.append(max(peak - beside, 0.0))

    def _loaded(
        self,
        entry: ModelEntry,
        folder: Path,
        stage: Stage,
        rung: Rung,
        working: float,
        outfit: Outfit,
    ) -> Any:
        wanted = components(entry, loading.components(entry, folder), stage)
        self._make_room(folder, wanted, rung, working)
        shared = {name: self.held[folder, name] for name in wanted if (folder, name) in self.held}
        pipe = loading.pipeline(entry, folder, wanted, precision=precision(), shared=shared)
        if stage is Stage.SAMPLE and not any(name in shared for name in entry.denoisers):
            outfit.put_on(pipe, entry)
            self.worn[folder] = outfit.name
        for name in wanted:
            self.held.pop((folder, name), None)
            self.held[folder, name] = getattr(pipe, name)
        blocks = (*entry.encoders, *entry.denoisers)
        modules = {
            name: getattr(pipe, name)
            for name in wanted
            if isinstance(getattr(pipe, name), torch.nn.Module)
        }
        before = {name: self.placed.get((folder, name)) for name in modules}
        for name, module in modules.items():
            tile(module, rung >= Rung.TILED)
            if rung > Rung.TILED and before[name] is not Placement.BLOCKS:
                bare(module)
        for name, placement in place(modules, before, rung, blocks, device()).items():
            self.placed[folder, name] = placement
        return pipe

    def _make_room(self, folder: Path, wanted: list[str], rung: Rung, working: float) -> None:
        """Let go what is in the way: all that is not wanted, or no more than is needed."""
        keep = {(folder, name) for name in wanted}
        if rung is not Rung.GROUPS:  # what comes and goes by blocks stays so: it is loaded anew
            by_blocks = {key for key, how in self.placed.items() if how is Placement.BLOCKS}
            self._let_go([key for key in self.held if key in keep & by_blocks])
        others = [key for key in self.held if key not in keep]
        if rung >= Rung.FREED:
            self._let_go(others)
            return
        sizes = weights(folder, self.card.float_bytes)
        missing = sum(sizes.get(name, 0.0) for _home, name in keep - self.held.keys())
        while others and self.card.free() < missing + working + MARGIN:
            # Of another model all that is here: alone, none of them is of use.
            first = others[0]
            gone = [first] if first[0] == folder else [key for key in others if key[0] == first[0]]
            self._let_go(gone)
            others = [key for key in others if key not in gone]

    def _let_go(self, keys: list[tuple[Path, str]]) -> None:
        if keys:
            self.current = self.pipe = None
        for key in keys:
            del self.held[key]
            self.placed.pop(key, None)
        if keys:
            free()

    def _gib_beside(self) -> float:
        """On the card, of what the pipeline at work does without."""
        at_work = list(self.pipe.components.values())
        beside = [
            module
            for module in self.held.values()
            if isinstance(module, torch.nn.Module) and not any(module is one for one in at_work)
        ]
        on_card = [one for each in beside for one in each.parameters() if one.device.type != "cpu"]
        return sum(one.nbytes for one in on_card) / 2**30


def components(entry: ModelEntry, names: list[str], stage: Stage) -> list[str]:
    """Which of a pipeline's components a stage of the work needs."""
    if stage is Stage.ENCODE:
        return [name for name in names if name in entry.encoders]
    if stage is Stage.DECODE:
        return [name for name in names if name in entry.decoders]
    return [name for name in names if name not in entry.encoders]


HOT = Residency()  # of this process: models stay from job to job
