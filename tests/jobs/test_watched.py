"""What an engine tells while it works is on the job's row, where pages look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from apps.jobs import driver, services
from apps.jobs.models import Job, State
from tests.jobs.verbs import Ask

pytestmark = [pytest.mark.processes, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _one_engine() -> Iterator[None]:
    yield
    driver.hold.let_go()


@pytest.mark.parametrize(
    ("folder", "shown"), [("takes/1", "takes/1/preview.jpg"), ("../elsewhere", "")]
)
def test_a_running_job_shows_its_shot_the_seconds_left_and_its_preview(
    settings: Settings, tmp_path: Path, folder: str, shown: str
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    out = (tmp_path / "media" / folder).resolve()
    services.enqueue(verb="paint", request=Ask(seconds=1.0, diary=str(out)))
    job = Job.claim("cpu", "test:1:1")
    assert job is not None
    driver.run(job)
    job.refresh_from_db()
    assert job.state == State.DONE
    assert (job.progress_shot, job.progress_eta_s, job.preview) == ("12A", 61.5, shown)


def test_an_attempt_begins_with_nothing_to_show() -> None:
    services.enqueue(verb="paint", request=Ask())
    Job.objects.update(progress_shot="1", progress_eta_s=9.0, preview="takes/1/preview.jpg")
    job = Job.claim("cpu", "test:1:1")
    assert job is not None
    assert (job.progress_shot, job.progress_eta_s, job.preview) == ("", None, "")


def test_the_next_job_may_be_one_whose_model_is_in_memory() -> None:
    driver.hold.models = ("ltx", "wan")
    for model in ("klein", "wan"):
        services.enqueue(verb="sleep", request=Ask(), subject=model, model=model)
    job = Job.claim("cpu", "test:1:1", loaded=driver.hold.models)
    assert job is not None
    assert job.model == "wan"
