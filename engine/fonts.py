"""The fonts of this machine, looked up once."""

import os
from functools import cache

import skia


@cache
def manager() -> skia.FontMgr:
    """Skia's font manager.

    The fontconfig in Skia's wheel is older than some distributions' rules and warns about each it
    does not know; standard error is closed to it while it reads them.
    """
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        return skia.FontMgr()
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
