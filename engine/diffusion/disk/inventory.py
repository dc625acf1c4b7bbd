"""Whether a diffusers repository is all there, and can be read, by what it says of itself.

What was pulled has a manifest, which knows better; this is for folders that somebody copied.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.contracts import Wording, _
from engine.diffusion.registry.folder import INDICES

WEIGHTS = ".safetensors"
SHARDS = ".safetensors.index.json"
CONFIG = "config.json"
# Kinds of components that are read from settings alone.
LIGHT = ("Tokenizer", "TokenizerFast", "TokenizersBackend", "Processor", "Scheduler", "Guidance")
_HEADER = 8  # bytes that say how long the header of a safetensors file is
_LONGEST = 100 * 2**20  # bytes of a header, as the format allows


def missing_parts(folder: Path, ignore: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Names of the components that the index lists and the folder lacks, in whole or in part.

    The index itself where there is none or it cannot be read. Components of which `ignore`, a
    row of patterns, leaves out all files are not asked for.
    """
    index = index_of(folder)
    if index is None:
        return (INDICES[0],)
    wanted = {name: kind for name, kind in index.items() if f"{name}/*" not in ignore}
    return tuple(name for name, kind in wanted.items() if not _has(folder / name, kind))


def index_of(folder: Path) -> dict[str, str] | None:
    """Component → its class, of those that are not left empty; None where nothing says so."""
    path = next((folder / name for name in INDICES if (folder / name).is_file()), None)
    read = _json(path) if path else None
    if read is None:
        return None
    return {
        name: str(value[1])
        for name, value in read.items()
        if isinstance(value, list) and len(value) > 1 and value[1] and not name.startswith("_")
    }


def _json(path: Path) -> dict[str, Any] | None:
    try:
        read = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _has(folder: Path, kind: str) -> bool:
    """Whether a component's settings are there and, if it is made of weights, these."""
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir() if path.is_file()}
    if kind.endswith(LIGHT):
        return any(name.endswith((".json", ".model", ".txt")) for name in names)
    if CONFIG not in names and not any(WEIGHTS in name for name in names):
        return any(name.endswith("_config.json") for name in names)  # made of settings after all
    return CONFIG in names and _has_weights(folder, names)


def _has_weights(folder: Path, names: set[str]) -> bool:
    """One file whole, or all the shards that a list of them names."""
    lists = [name for name in names if name.endswith(SHARDS)]
    if not lists:
        return any(name.endswith(WEIGHTS) for name in names)
    return any(_shards(folder / name) <= names for name in lists)


def _shards(path: Path) -> set[str]:
    read = _json(path) or {}
    told = read.get("weight_map")
    return set(map(str, told.values())) if isinstance(told, dict) else {path.name + "?"}


def weights_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(path for path in folder.rglob(f"*{WEIGHTS}") if path.is_file()))


def unreadable(folder: Path) -> Iterator[tuple[str, Wording]]:
    """Files that cannot be what they are named, each with the reason; no weights are read."""
    for path in sorted(folder.rglob("*.json")):
        if path.is_file() and not _is_json(path):
            name = _inside(folder, path)
            yield name, _("“{file}” is not JSON.", file=name)
    for path in weights_in(folder):
        if not is_safetensors(path):
            name = _inside(folder, path)
            yield (
                name,
                _(
                    "“{file}” is no whole safetensors file: it was cut off, or is something else.",
                    file=name,
                ),
            )


def _is_json(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return True


def is_safetensors(path: Path) -> bool:
    """Whether the header can be read and the file is as long as it says; no weights are read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = int.from_bytes(file.read(_HEADER), "little")
            if not 2 <= length <= min(_LONGEST, size - _HEADER):
                return False
            header = json.loads(file.read(length))
        ends = [one["data_offsets"][1] for name, one in header.items() if name != "__metadata__"]
        return bool(size == _HEADER + length + max(ends, default=0))
    except (OSError, ValueError, RecursionError, AttributeError, LookupError, TypeError):
        return False


def _inside(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix().encode(errors="replace").decode()
