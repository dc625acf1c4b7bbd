"""What is deleted leaves no files behind, and takes none that are not its own."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from apps.catalog.models import Episode, Series
from apps.core.disposal import dispose
from apps.jobs import transitions
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Take
from apps.studio.receivers import on_job_finished
from engine.contracts import Wording
from tests.catalog import shelf
from tests.people import People
from tests.studio import dailies
from tests.studio.test_release import composed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def episode(people: People, media: Path) -> Episode:
    return filmed(people, "The Key")


@pytest.fixture
def other(people: People, media: Path) -> Episode:
    return filmed(people, "The Lock")


def filmed(people: People, title: str) -> Episode:
    series = services.create_series(studio=people.studio, title=title, language="en")
    episode = dailies.shot_in_full(dailies.written(series))
    shelf.publish(episode)
    shelf.publish(episode)
    return episode


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def deleted(client: Client, model: str, key: int) -> None:
    """As the administration does it."""
    url = reverse(f"admin:catalog_{model}_delete", args=[key])
    assert client.post(url, {"post": "yes"}).status_code == 302


def test_a_deleted_series_takes_its_files_and_no_others(
    people: People, media: Path, other: Episode, admin_client: Client
) -> None:
    before = files(media)
    episode = filmed(people, "The Key")
    cut = composed(episode)
    master = media / "masters" / str(episode.pk) / cut.hash / "master.mp4"
    master.parent.mkdir(parents=True)
    master.write_bytes(b"film")
    cut.master["video"] = str(master)
    cut.save()
    assert len(files(media)) > len(before) + 10
    deleted(admin_client, "series", episode.series_id)
    assert not Series.objects.filter(pk=episode.series_id).exists()
    assert files(media) == before
    assert not (media / "masters").exists(), "folders left empty go as well"


def test_a_deleted_edition_takes_its_own_files(
    episode: Episode, media: Path, admin_client: Client
) -> None:
    first, second = episode.editions.order_by("number")
    kept = files(Path(second.poster.path).parent)
    deleted(admin_client, "edition", first.pk)
    assert not Path(first.poster.path).parent.exists()
    assert files(Path(second.poster.path).parent) == kept
    assert all(take.directory.is_dir() for take in Take.objects.all())


def test_a_file_that_another_row_speaks_of_stays(episode: Episode) -> None:
    first, second = episode.editions.order_by("number")
    second.poster = first.poster.name
    second.save()
    first.delete()
    assert Path(second.poster.path).is_file()
    second.delete()
    assert not Path(second.poster.path).exists()


def test_what_is_rolled_back_stays_on_disk(episode: Episode) -> None:
    kept = [take.directory for take in Take.objects.all()]
    with transaction.atomic():
        episode.delete()
        transaction.set_rollback(True)
    assert Episode.objects.filter(number=1).exists()
    assert all(folder.is_dir() for folder in kept)


@pytest.mark.parametrize(
    "name",
    ["../outside.txt", "", ".", "..", "takes", "takes/", "takes/.", "takes/..", "takes/../..",
     "takes/1/..", "takes/1/../../../outside.txt", "takes/../takes/1", "/"],
)  # fmt: skip
def test_nothing_is_deleted_but_what_one_row_owns(media: Path, db: None, name: str) -> None:
    kept = media / "takes" / "1" / "take.mp4"
    kept.parent.mkdir(parents=True)
    outside = media.parent / "outside.txt"
    for file in (kept, outside):
        file.write_text("mine", encoding="utf-8")
    dispose(name)
    dispose(outside)
    dispose(media)
    dispose(media / name)
    assert outside.exists()
    assert kept.exists()


def test_a_link_is_deleted_and_not_what_it_leads_to(media: Path, db: None) -> None:
    media.mkdir(parents=True)
    outside = media.parent / "elsewhere"
    outside.mkdir()
    (outside / "film.mp4").write_bytes(b"film")
    link = media / "takes" / "link"
    link.parent.mkdir()
    link.symlink_to(outside)
    dispose("takes/link/film.mp4")
    assert (outside / "film.mp4").exists()
    dispose("takes/link")
    assert not link.is_symlink()
    assert (outside / "film.mp4").exists()


def test_work_for_a_deleted_episode_stops_and_leaves_nothing(episode: Episode) -> None:
    shot = episode.shots.in_cut().first()
    assert shot is not None
    job = services.retake(shot=shot)
    episode.delete()
    job.refresh_from_db()
    assert job.state == State.CANCELLED
    late = Path(job.request["out"])
    late.mkdir(parents=True)
    Job.objects.filter(pk=job.pk).update(state=State.DONE)
    job.refresh_from_db()
    on_job_finished(sender=Job, job=job)
    assert not late.exists()


def test_finals_of_what_was_deleted_are_not_tried_again(
    people: People, episode: Episode, client: Client
) -> None:
    shot = episode.shots.in_cut()[0]
    jobs = [services.make_final(shot=shot), services.make_finals(episode=episode)]
    episode.delete()
    client.force_login(people.alice)
    for job in jobs:
        answer = client.post(f"/studio/queue/{job.pk}/retry")
        assert answer.status_code == 400
        assert "What this job was for has been deleted." in answer.content.decode()
    assert not Job.objects.active().exists()


def given_up(job: Job) -> None:
    """Ends it as the queue does when the engine was killed at each try."""
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, attempts=job.max_attempts)
    job.refresh_from_db()
    transitions.lose(job, Wording("killed"))
    job.refresh_from_db()


def test_a_render_that_is_given_up_leaves_no_half_a_take(episode: Episode, media: Path) -> None:
    kept = files(media)
    shot = episode.shots.in_cut().first()
    assert shot is not None
    job = services.retake(shot=shot)
    half = Path(job.request["out"], ".take-8x2k", "take.mp4")
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    given_up(job)
    assert job.state == State.FAILED
    assert files(media) == kept
    assert not Path(job.request["out"]).exists()


def test_a_job_that_fails_after_its_take_was_kept_leaves_it(episode: Episode) -> None:
    shot = episode.shots.in_cut().first()
    assert shot is not None
    job = services.retake(shot=shot)
    take = shot.takes.first()
    assert take is not None
    Job.objects.filter(pk=job.pk).update(request=job.request | {"out": str(take.directory)})
    job.refresh_from_db()
    before = files(take.directory)
    given_up(job)
    assert before
    assert files(take.directory) == before
