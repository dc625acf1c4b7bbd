"""Whatever ends in the middle of an episode: the next start finishes it, no take lost or twice."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Production, Shot, Take
from tests.jobs.box import Box, family_of, is_running, until
from tests.people import gather
from tests.studio import dailies

pytestmark = pytest.mark.processes


def killed_when(box: Box, happens: Callable[[], object]) -> None:
    """Start workers, and kill all of them at once as soon as something happens."""
    workers = box.start("workers", "--queue", "cpu")
    until(happens)
    family = family_of(workers.pid)
    for pid in family:
        os.kill(pid, signal.SIGKILL)
    workers.wait()
    until(lambda: not any(is_running(pid) for pid in family))


def begun(verb: str) -> bool:
    return Job.objects.filter(verb=verb).exclude(state=State.QUEUED).exists()


def test_an_episode_survives_the_death_of_everything_at_every_stage(
    make_box: Callable[..., Box], settings: Settings
) -> None:
    box = make_box()
    settings.MEDIA_ROOT, settings.SIGNING_DIR = box.home / "media", box.home / "signing"
    series = services.create_series(studio=gather().studio, title="The Key", language="en")
    episode = dailies.written(series)
    services.produce(episode=episode, publish=True, picture=dailies.SMALL)

    killed_when(box, lambda: list(box.home.glob("media/takes/*/*/*/.take-*")))
    killed_when(box, lambda: begun("compose"))
    killed_when(box, lambda: begun("package"))
    box.start("workers", "--queue", "cpu")
    until(lambda: Production.objects.get(episode=episode).goal == Production.Goal.REST)

    assert Production.objects.get(episode=episode).error is None
    assert_whole(Episode.objects.get(pk=episode.pk), box.home / "media")


def assert_whole(episode: Episode, media: Path) -> None:
    shots = list(episode.shots.in_cut().select_related("circle_take"))
    assert {shot.state for shot in shots} == {Shot.State.CURRENT}
    assert Take.objects.count() == len(shots), "one take each"
    folders = sorted(path.name for path in media.glob("takes/*/*/*"))
    assert folders == sorted(Path(take.folder).name for take in Take.objects.all())
    for take in Take.objects.all():
        assert sorted(path.name for path in take.directory.iterdir()) == sorted(take.data["sha256"])
    assert episode.editions.count() == 1
    assert episode.edition is not None
    assert all(Path(item.file.path).exists() for item in episode.edition.renditions.all())
    assert episode.cuts.count() == 1
    assert not list(media.rglob(".part-*"))
