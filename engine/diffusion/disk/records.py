"""Records beside the weights: small JSON files, which a disk or a hand may have damaged."""

from pathlib import Path
from typing import TypeVar

import msgspec

from engine.contracts import Value

Kind = TypeVar("Kind", bound=Value)


class UnreadableError(Exception):
    """A record is there and cannot be understood; the message says why."""


def read_record(path: Path, kind: type[Kind]) -> Kind | None:
    """None where there is no such file; raises UnreadableError."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
