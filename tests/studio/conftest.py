"""A studio with people, a short screenplay, and a way to do the queued work in this process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from apps.catalog.models import Episode, Series
from apps.jobs import driver
from apps.jobs.models import Job
from apps.studio import services
from apps.studio.services.screenplays import read
from engine.contracts import Format
from tests.people import People, gather
from tests.studio import dailies

# Two people, two lines: the fewest shots that a breakdown makes of a scene.
SCRIPT = """Title: The Key

INT. HOSPITAL CORRIDOR - NIGHT

MIA
Not mine.

TOM
It is.
"""

SMALL = Format(width=90, height=160, fps=8)


@pytest.fixture
def people(db: None) -> People:
    return gather()


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SIGNING_DIR = tmp_path / "signing"
    return tmp_path / "media"


@pytest.fixture
def series(people: People, media: Path) -> Series:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    write(series, SCRIPT)
    return series


@pytest.fixture
def episode(series: Series) -> Episode:
    return series.episodes.get(number=1)


@pytest.fixture
def rehearsed(
    people: People, media: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Episode:
    """An episode of which every shot has a rehearsal, and a folder for what finals keep."""
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


def write(series: Series, text: str) -> None:
    reading = read(text=text, name="key.fountain")
    services.save_screenplay(series=series, text=text, name="key.fountain", reading=reading)


@pytest.fixture
def work() -> Iterator[Callable[[], list[Job]]]:
    """Do everything that is queued, and what that asks for, on a real engine; returns the jobs."""

    def work_off() -> list[Job]:
        done = []
        while job := Job.claim("cpu", "test:0") or Job.claim("pull", "test:0"):
            driver.run(job)
            job.refresh_from_db()
            done.append(job)
        return done

    yield work_off
    driver.hold.let_go()
