"""Files that are there whole or not at all."""

import errno
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from engine.contracts import EngineError, _

ABANDONED = 600  # seconds without a write


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; it becomes `path` on success and vanishes otherwise.

    A link leads to what it names; a device or a pipe is written to as it is, never replaced.
    Raises EngineError "disk-full" where writing failed for want of space, IsADirectoryError.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():  # asked by the name given: a pipe has no other
        yield path
        return
    path = Path(os.path.realpath(path))
    part = part_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        yield part
        part.replace(path)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise EngineError(
                "disk-full",
                _("The disk is full: “{name}” could not be written.", name=path.name),
                _("Make room on the disk and try again; nothing half made was left behind."),
            ) from error
        raise
    finally:
        part.unlink(missing_ok=True)


def part_of(path: Path) -> Path:
    """Where this thread writes what becomes `path`: others may be making the same file now."""
    return path.with_name(f".part-{os.getpid()}-{threading.get_ident()}-{path.name}")


def _sweep(path: Path) -> None:
    """Remove what a killed process left of this file; what is written to now is younger."""
    for stale in path.parent.glob(f".part-*-{escape(path.name)}"):
        with suppress(FileNotFoundError):
            if time.time() - stale.lstat().st_mtime > ABANDONED:
                stale.unlink()
