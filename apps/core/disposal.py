"""Deleting files that no row speaks of any more."""

import logging
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import transaction

log = logging.getLogger(__name__)


def dispose(path: str | Path, *, is_needed: Callable[[], bool] = lambda: False) -> None:
    """Delete a file or folder once the transaction at hand is written down, else never.

    `path` is absolute or relative to MEDIA_ROOT. Nothing is touched outside of it, nor a folder
    that lies directly in it, for that holds the files of many. `is_needed` is asked then, when
    other rows are as they will be. Folders left empty go as well.
    """
    root = Path(settings.MEDIA_ROOT).resolve()
    target = Path(settings.MEDIA_ROOT) / path
    # Resolved where it lies: a link inside is deleted as a link, and never followed out.
    target = target.parent.resolve() / target.name
    if ".." in Path(path).parts or root not in target.parent.parents:
        log.error("Not deleted, for it is no file of ours: %s", path)
        return
    transaction.on_commit(lambda: None if is_needed() else _delete(target, root), robust=True)


def _delete(target: Path, root: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target, ignore_errors=True)
    else:
        target.unlink(missing_ok=True)
    with suppress(OSError):  # the first folder that is not empty ends it
        for folder in target.parents:
            if folder == root:
                return
            folder.rmdir()
