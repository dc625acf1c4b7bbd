"""Data of the tests goes to a folder of its own, decided before Django reads its settings."""

import os
import tempfile

os.environ["DRAMABOX_DATA"] = os.environ.get("DRAMABOX_TEST_DATA") or tempfile.mkdtemp("-dramabox")

from tests.services import postgres, redis

__all__ = ["postgres", "redis"]
