"""The settings of the test run: the product's own, on data of their own.

pytest-django reads the settings before any conftest.py, so the folder must be decided here.
"""

import atexit
import os
import shutil
import tempfile

# Processes that a test starts inherit the choice. Each worker of pytest-xdist has its own, also
# where it was started by one that has chosen: their databases number shots alike.
worker = os.environ.get("PYTEST_XDIST_WORKER", "")
if not os.environ.get("DRAMABOX_TEST_DATA", "").endswith(f"-dramabox{worker}"):
    os.environ["DRAMABOX_TEST_DATA"] = tempfile.mkdtemp(f"-dramabox{worker}")
    atexit.register(shutil.rmtree, os.environ["DRAMABOX_TEST_DATA"], ignore_errors=True)
os.environ["DRAMABOX_DATA"] = os.environ["DRAMABOX_TEST_DATA"]

from dramabox.settings import *  # noqa: E402, F403

# Signing in is not what most tests are about, and a strong hash takes its time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Pages are tested without `collectstatic` having been run.
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
