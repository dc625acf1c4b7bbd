"""How long rendering will take: by the effort of each shot, and by what effort took here last."""

from datetime import timedelta

import msgspec
import pytest
from django.conf import settings
from django.utils import timezone

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.studio.estimates import seconds_of_rendering
from apps.studio.models import Shot, render_request
from apps.studio.services.production import produce
from engine.contracts import Format, effort
from tests.studio.dailies import cleared, listed, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def episode(series: Series) -> Episode:
    return listed(written(series))


def work_of(shots: list[Shot], picture: Format) -> float:
    return sum(effort(shot.specification(), picture) for shot in shots)


def shots_of(episode: Episode) -> list[Shot]:
    return list(episode.shots.in_cut())


def large(episode: Episode) -> Format:
    """A format in which the few shots of the test take seconds."""
    picture = Format(width=1080, height=1920, fps=120)
    episode.production.format = msgspec.to_builtins(picture)
    episode.production.save(update_fields=["format"])
    return picture


def test_on_a_fresh_box_the_effort_alone_tells(episode: Episode) -> None:
    picture, shots = large(episode), shots_of(episode)
    expected = work_of(shots, picture) / min(settings.CPU_WORKERS, len(shots))
    assert seconds_of_rendering(episode.series.studio, shots) == max(1, round(expected))


def test_a_slow_box_learns_that_it_is_slow(episode: Episode) -> None:
    picture, shots = large(episode), shots_of(episode)
    fresh = seconds_of_rendering(episode.series.studio, shots)
    request = render_request(shots[0].specification(), (), msgspec.to_builtins(picture))
    Job.objects.create(
        verb="render",
        state=State.DONE,
        studio=episode.series.studio,
        request=msgspec.to_builtins(request),
        wall_s=10 * effort(shots[0].specification(), picture),
        finished_at=timezone.now() - timedelta(minutes=1),
    )
    slow = seconds_of_rendering(episode.series.studio, shots)
    assert fresh is not None
    assert slow == pytest.approx(10 * fresh, rel=0.1)


def test_where_nothing_is_to_be_made_there_is_nothing_to_wait_for(episode: Episode) -> None:
    assert seconds_of_rendering(episode.series.studio, []) is None


def test_the_longest_shots_are_asked_for_first(episode: Episode) -> None:
    cleared(episode)
    produce(episode=episode, publish=False)
    asked = Job.objects.filter(verb="render").order_by("created_at")
    picture = msgspec.convert(episode.production.format, Format)
    shots = {shot.subject: shot.specification() for shot in shots_of(episode)}
    efforts = [effort(shots[job.subject], picture) for job in asked]
    assert len(efforts) == len(shots) > 2
    assert efforts == sorted(efforts, reverse=True)
