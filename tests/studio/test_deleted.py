"""What is deleted leaves no files behind, and takes none that are not its own."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from apps.catalog.models import Episode, Series
from apps.core.disposal import dispose
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Take
from apps.studio.receivers import on_job_finished
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


@pytest.mark.parametrize("name", ["../outside.txt", "", ".", "a/../../outside.txt"])
def test_nothing_outside_of_the_media_is_deleted(media: Path, db: None, name: str) -> None:
    media.mkdir(parents=True)
    outside = media.parent / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    dispose(name)
    dispose(outside)
    assert outside.exists()
    assert media.is_dir()


def test_a_link_is_deleted_and_not_what_it_leads_to(media: Path, db: None) -> None:
    media.mkdir(parents=True)
    outside = media.parent / "elsewhere"
    outside.mkdir()
    (outside / "film.mp4").write_bytes(b"film")
    (media / "link").symlink_to(outside)
    dispose("link/film.mp4")
    assert (outside / "film.mp4").exists()
    dispose("link")
    assert not (media / "link").is_symlink()
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
