"""The site as tests meet it: compiled words, plain static files, a database for threads."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test import override_settings

PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}


def compile_words() -> None:
    """The .mo files, which are never committed; set-up does the same."""
    pybabel = Path(sys.executable).with_name("pybabel")
    locale = Path(__file__).resolve().parents[1] / "dramabox" / "locale"
    command = [str(pybabel), "-q", "compile", "-D", "django", "-d", str(locale)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="session", autouse=True)
def plain_static_files() -> Iterator[None]:
    """Pages render without a collected manifest; tests/browser collects for real."""
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": PLAIN}):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite in a file: in memory, threads would share one connection and lock each other out."""
    database = connections["default"].settings_dict
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"]["NAME"] = str(settings.DATA_DIR / "test.sqlite3")
