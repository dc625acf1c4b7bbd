"""Which model makes a take, and where it lies."""

import os
from pathlib import Path
from typing import NoReturn

from engine.contracts import EngineError, _, content_hash
from engine.diffusion.registry import ModelEntry, Role, entries, entry
from engine.diffusion.registry.folder import INDICES


def models() -> Path:
    return Path(os.environ.get("DRAMABOX_MODELS", "models"))


def folder_of(one: ModelEntry) -> Path:
    folder = models() / one.name
    if not any((folder / name).exists() for name in INDICES):
        _missing(one)
    return folder


def fingerprint(folder: Path) -> str:
    return content_hash(
        [
            (str(f.relative_to(folder)), f.stat().st_size)
            for f in sorted(folder.rglob("*"))
            if f.is_file()
        ]
    )


def model(role: Role, name: str) -> ModelEntry:
    if name:
        return entry(name)
    there = [one for one in entries(role) if (models() / one.name).exists()]
    if not there:
        _missing(entries(role)[0])
    return there[0]


def _missing(one: ModelEntry) -> NoReturn:
    raise EngineError("model-missing", _("{model} is not on this machine.", model=one.title))
