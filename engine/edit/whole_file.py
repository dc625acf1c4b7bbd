"""Files that are there whole or not at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.contracts import EngineError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path beside `path` to write to; it becomes `path` on success and vanishes otherwise.

    Raises EngineError "disk-full" where writing failed for want of space.
    """
    part = path.with_name(f".part-{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise EngineError(
                "disk-full",
                f"The disk is full: “{path.name}” could not be written.",
                "Make room on the disk and try again; nothing half made was left behind.",
            ) from error
        raise
    finally:
        part.unlink(missing_ok=True)
