"""Files of the command line: JSON and text in, JSON out, all with errors in words."""

import sys
from pathlib import Path
from typing import Any

import msgspec

from engine.contracts import EngineError, Value, _, to_json
from engine.whole_file import whole_file


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object; raises EngineError "file-missing" and "bad-json"."""
    try:
        data = msgspec.json.decode(read_bytes(path))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise EngineError(
            "bad-json", _("“{name}” is not JSON: {error}.", name=path.name, error=str(error))
        ) from error
    if not isinstance(data, dict):
        raise EngineError("bad-json", _("“{name}” holds no JSON object.", name=path.name))
    return data


def read_text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EngineError(
            "bad-text",
            _("“{name}” is not UTF-8 text.", name=path.name),
            _("Save the file as UTF-8."),
        ) from error


def read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EngineError(
            "file-missing",
            _("“{path}” cannot be read: {reason}.", path=str(path), reason=error.strerror or ""),
            _("Check the name and that you may read the file."),
        ) from error


def write_json(value: Value, target: str) -> None:
    """Indented JSON to the file `target`, or to stdout for "-"."""
    text = msgspec.json.format(to_json(value), indent=2) + b"\n"
    if target == "-":
        sys.stdout.buffer.write(text)
        sys.stdout.flush()
        return
    with whole_file(Path(target)) as part:
        part.write_bytes(text)
