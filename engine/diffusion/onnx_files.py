"""Whether a file can be an ONNX graph, seen by its outline: nothing of it is loaded for that."""

from pathlib import Path
from typing import BinaryIO

_GRAPH = 7  # the field of an ONNX model that holds the graph
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5  # how protobuf writes a field
_FIXED = {_FIXED64: 8, _FIXED32: 4}
_FIELDS = 10_000  # of a model are a few dozen


def is_graph(path: Path) -> bool:
    """Whether the file is whole protobuf on its top level and has a graph; False if unreadable."""
    try:
        with path.open("rb") as file:
            return _GRAPH in _fields(file, path.stat().st_size)
    except (OSError, ValueError):
        return False


def _fields(file: BinaryIO, size: int) -> set[int]:
    """Numbers of the top level's fields; raises ValueError where they do not fill the file."""
    found: set[int] = set()
    for _number in range(_FIELDS):
        if file.tell() == size:
            return found
        tag = _varint(file)
        kind = tag & 7
        if kind == _VARINT:
            _varint(file)
        elif kind == _BYTES:
            file.seek(_varint(file), 1)
        elif kind in _FIXED:
            file.seek(_FIXED[kind], 1)
        else:
            raise ValueError(kind)
        if file.tell() > size:
            raise ValueError(size)
        found.add(tag >> 3)
    raise ValueError(size)


def _varint(file: BinaryIO) -> int:
    value = 0
    for place in range(10):
        byte = file.read(1)
        if not byte:
            raise ValueError(value)
        value |= (byte[0] & 0x7F) << 7 * place
        if byte[0] < 0x80:
            return value
    raise ValueError(value)
