"""Pipelines loaded with those components that a stage of the work needs, and no others."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Protocol

import diffusers
import torch

from engine.contracts import EngineError, _
from engine.diffusion.faults import first_line, is_a_models_own
from engine.diffusion.models.reading import stills_only
from engine.diffusion.registry import ModelEntry
from engine.diffusion.registry.folder import INDICES
from engine.dotted import load

READS = "processor"  # the component that makes pictures readable for the encoder
Components = Mapping[str, Any]


class Loader(Protocol):
    """What ModelEntry.loader names."""

    def __call__(
        self,
        entry: ModelEntry,
        folder: Path,
        wanted: Collection[str],
        precision: torch.dtype,
        shared: Components,
    ) -> Any: ...


def index(folder: Path) -> dict[str, Any]:
    """Component → where it comes from, as the folder says; EngineError "model-broken" if not."""
    for name in INDICES:
        if (folder / name).is_file():
            try:
                read = json.loads((folder / name).read_text(encoding="utf-8"))
                return {key: value for key, value in read.items() if isinstance(value, list)}
            except (OSError, ValueError, AttributeError, RecursionError) as error:
                raise _broken(folder.name, str(error)) from error
    raise _broken(folder.name, f"{INDICES[0]} is missing")


def components(entry: ModelEntry, folder: Path) -> list[str]:
    """Names of the components in the folder, without those that the entry has no use for."""
    return [name for name in index(folder) if f"{name}/*" not in entry.ignore]


def pipeline(
    entry: ModelEntry,
    folder: Path,
    wanted: Collection[str],
    *,
    precision: torch.dtype = torch.float32,
    shared: Components | None = None,
) -> Any:
    """The entry's pipeline with the components `wanted` alone; `shared` are in memory already.

    Raises EngineError "model-broken" where the folder holds no such pipeline.
    """
    given = {name: held for name, held in (shared or {}).items() if held is not None}
    try:
        loader: Loader = load(entry.loader)
        made = loader(entry, folder, wanted, precision, given)
    except Exception as error:
        if not is_a_models_own(error):
            raise
        raise _broken(entry.title, first_line(error), entry.name) from error
    for name in (*entry.encoders, *entry.denoisers, *entry.decoders):
        if name in wanted and getattr(made, name, None) is None:
            raise _broken(entry.title, f"{name} is missing", entry.name)
    return made


def classic(
    entry: ModelEntry,
    folder: Path,
    wanted: Collection[str],
    precision: torch.dtype,
    shared: Components,
) -> Any:
    """Loads a pipeline of one class, as most are."""
    held = index(folder)
    given = dict(shared)
    if READS in wanted and READS not in given:
        given |= reader(folder, held)
    absent = {name: None for name in held if name not in wanted}
    made = getattr(diffusers, entry.pipeline).from_pretrained(
        folder, dtype=precision, local_files_only=True, **given, **absent
    )
    made.set_progress_bar_config(disable=True)
    return made


def reader(folder: Path, held: dict[str, Any]) -> dict[str, Any]:
    """The processor of pictures, if there is one; on any machine the one that uses Pillow."""
    kind = held.get(READS, (None, None))[1]
    if kind is None:
        return {}
    made = stills_only(kind).from_pretrained(folder / READS, backend="pil", local_files_only=True)
    return {READS: made}


def _broken(title: str, error: str, name: str = "") -> EngineError:
    return EngineError(
        "model-broken",
        _("{model} cannot be loaded: {error}.", model=title, error=error),
        _("Check its files: python -m engine models verify {name}", name=name or title),
    )
