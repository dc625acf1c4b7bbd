"""How large the components of a model are, from the headers of their files."""

import json
from functools import lru_cache
from math import prod
from pathlib import Path

_GIB = 2**30
_FLOATS = {"F64", "F32", "F16", "BF16"}  # become what the machine computes in; others stay
_BYTES = {"F8_E4M3": 1, "F8_E5M2": 1, "I64": 8, "U64": 8, "I32": 4, "U32": 4, "I16": 2, "U16": 2}


def weights(folder: Path, float_bytes: int) -> dict[str, float]:
    """GiB in memory of each component in a model's folder, floats taking so many bytes each.

    Files often hold four bytes of which a card uses two, so their size says little.
    """
    return {
        part.name: sum(_gib(file, float_bytes) for file in sorted(part.iterdir()))
        for part in sorted(folder.iterdir())
        if part.is_dir()
    }


def _gib(file: Path, float_bytes: int) -> float:
    if file.suffix not in {".safetensors", ".bin"}:
        return 0.0
    about = file.stat()
    if file.suffix == ".bin":
        return about.st_size / _GIB
    return _of_header(file, float_bytes, about.st_mtime_ns) / _GIB


@lru_cache(maxsize=4096)
def _of_header(file: Path, float_bytes: int, _changed: int) -> int:
    """Bytes of all tensors in a safetensors file: a length, then as much JSON."""
    with file.open("rb") as opened:
        header = json.loads(opened.read(int.from_bytes(opened.read(8), "little")))
    return sum(
        prod(tensor["shape"])
        * (float_bytes if tensor["dtype"] in _FLOATS else _BYTES.get(tensor["dtype"], 1))
        for name, tensor in header.items()
        if name != "__metadata__"
    )
