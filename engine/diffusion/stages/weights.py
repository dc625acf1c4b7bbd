"""How large the components of a model are, from the headers of their files."""

import json
from functools import lru_cache
from math import prod
from pathlib import Path
from typing import Any

from engine.contracts import EngineError, _

_GIB = 2**30
_FLOATS = {"F64", "F32", "F16", "BF16"}  # become what the machine computes in; others stay
_BYTES = {"F8_E4M3": 1, "F8_E5M2": 1, "I64": 8, "U64": 8, "I32": 4, "U32": 4, "I16": 2, "U16": 2}


def weights(folder: Path, float_bytes: int) -> dict[str, float]:
    """GiB in memory of each component in a model's folder, floats taking so many bytes each.

    Files often hold four bytes of which a card uses two, so their size says little. Raises
    EngineError "model-broken" for a file that is cut off or no safetensors file, "model-missing".
    """
    if not folder.is_dir():
        raise EngineError(
            "model-missing",
            _("“{model}” is no longer on this machine.", model=folder.name),
            _("Pull it again, or choose another model."),
        )
    return {
        component.name: sum(_gib(file, float_bytes) for file in sorted(component.iterdir()))
        for component in sorted(folder.iterdir())
        if component.is_dir()
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
    """Bytes of all tensors in a safetensors file."""
    try:
        tensors = _tensors(file)
        return sum(
            prod(tensor["shape"])
            * (float_bytes if tensor["dtype"] in _FLOATS else _BYTES.get(tensor["dtype"], 1))
            for tensor in tensors
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        model = file.parent.parent.name
        raise EngineError(
            "model-broken",
            _(
                "The weights “{file}” of {model} cannot be read: {error}.",
                file=f"{file.parent.name}/{file.name}",
                model=model,
                error=str(error),
            ),
            _("Check its files: python -m engine models verify {name}", name=model),
        ) from error


def _tensors(file: Path) -> list[dict[str, Any]]:
    """What the header says of each: a length, then as much JSON, then the tensors."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        if length > size:  # of noise it may be more than any memory holds
            raise ValueError("its header is longer than the file")
        header = json.loads(opened.read(length))
    tensors = [tensor for name, tensor in header.items() if name != "__metadata__"]
    end = max((tensor["data_offsets"][1] for tensor in tensors), default=0)
    if 8 + length + end > size:
        raise ValueError(f"it ends after {size} bytes of {8 + length + end}")
    return tensors
