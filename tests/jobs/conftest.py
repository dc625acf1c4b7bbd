"""Boxes for the tests of the queue: with workers on both databases, or empty on SQLite."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.jobs.box import ROOT, VERBS, Box, use_database


@pytest.fixture(autouse=True)
def _test_verbs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines that the test process itself starts know the verbs of the tests, too."""
    monkeypatch.setenv("DRAMABOX_ENGINE_VERBS", VERBS)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with all tables, to be copied."""
    home = tmp_path_factory.mktemp("migrated")
    _migrate(Box(home, f"sqlite:///{home}/db.sqlite3"))
    return home / "db.sqlite3"


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def idle_box(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Box]:
    """A box in which nothing runs, shared by the tests of a module; once on each database."""
    home = tmp_path_factory.mktemp("box")
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated"), home / "db.sqlite3")
        box = Box(home, f"sqlite:///{home}/db.sqlite3")
    else:
        database: Callable[[], str] = request.getfixturevalue("postgres")
        box = Box(home, database())
        _migrate(box)
    with django_db_blocker.unblock():
        undo = use_database(box.environment["DATABASE_URL"])
        yield box
        box.close()
        undo()


@pytest.fixture(scope="module")
def box(idle_box: Box) -> Box:
    """The same with running workers."""
    idle_box.start("workers", "--queue", "cpu")
    return idle_box


@pytest.fixture
def make_box(
    migrated: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[Callable[..., Box]]:
    """Makes the test's own box on SQLite, with nothing running yet; takes environment variables."""
    shutil.copy(migrated, tmp_path / "db.sqlite3")
    boxes = []

    def make(**environment: str) -> Box:
        boxes.append(Box(tmp_path, f"sqlite:///{tmp_path}/db.sqlite3", **environment))
        return boxes[-1]

    with django_db_blocker.unblock():
        undo = use_database(f"sqlite:///{tmp_path}/db.sqlite3")
        yield make
        for box in boxes:
            box.close()
        undo()


def _migrate(box: Box) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "-v0"]
    subprocess.run(command, cwd=ROOT, env=box.environment, check=True)
