"""Several people, or a person and a worker, do things to one episode at the same time."""

from pathlib import Path

import msgspec
import pytest
from django.test import Client

from apps.accounts.models import User
from apps.catalog.models import Episode, Series
from apps.jobs import transitions
from apps.jobs.models import Job, State
from apps.jobs.services import cancel, run_now
from apps.studio import services
from apps.studio.models import Production, Shot, Take
from engine.contracts import BreakdownRequest, EngineError, Wording
from tests.people import People
from tests.studio import dailies

Goal = Production.Goal


@pytest.fixture
def series(people: People, media: Path) -> Series:
    return services.create_series(studio=people.studio, title="The Key", language="en")


def claimed(verb: str) -> Job:
    """The next such job, as a worker takes it."""
    while (job := Job.claim("cpu", "test:0")) and job.verb != verb:
        pass
    assert job is not None
    return job


def broken_down(job: Job) -> dict[str, object]:
    return run_now(verb="breakdown", request=msgspec.convert(job.request, BreakdownRequest))


def goal_of(episode: Episode) -> str:
    return Production.objects.get(episode=episode).goal


def test_a_breakdown_that_ends_after_a_newer_one_changes_nothing(series: Series) -> None:
    episode = dailies.written(series)
    services.break_down(episode=episode)
    older = claimed("breakdown")
    dailies.written(series, dailies.SCRIPT.replace("It is.", "It never was."))
    services.break_down(episode=episode)
    newer = claimed("breakdown")
    transitions.complete(newer, broken_down(newer), {})
    said = [shot.spec["lines"] for shot in episode.shots.in_cut()]
    transitions.complete(older, broken_down(older), {})
    assert [shot.spec["lines"] for shot in episode.shots.in_cut()] == said
    assert "It never was." in str(said)


def test_a_job_whose_shot_was_deleted_tells_no_other_episode(series: Series) -> None:
    episode = dailies.listed(dailies.written(series))
    shot = episode.shots.in_cut().last()
    assert shot is not None
    bystander = Episode.objects.create(pk=shot.pk, series=series, number=77)
    Production.objects.create(episode=bystander, goal=Goal.CUT)
    services.retake(shot=shot)
    job = claimed("render")
    shot.delete()
    transitions.fail(job, EngineError("bug", Wording("Broken.")))
    production = Production.objects.get(episode=bystander)
    assert (production.goal, production.error) == (Goal.CUT, None)


def test_an_episode_whose_job_was_cancelled_alone_is_not_waited_for(series: Series) -> None:
    episode = dailies.shot_in_full(dailies.written(series))
    services.make_current(episode=episode)
    job = claimed("compose")
    cancel(job=job)
    assert goal_of(episode) == Goal.CUT
    transitions.cancelled(job)
    assert goal_of(episode) == Goal.REST


def test_what_is_wanted_again_while_it_is_being_stopped_is_made(series: Series) -> None:
    episode = dailies.listed(dailies.written(series))
    dailies.cleared(episode)
    services.make_current(episode=episode)
    running = claimed("render")
    services.stop(episode=episode)
    services.make_current(episode=episode)
    transitions.cancelled(running)
    assert goal_of(episode) == Goal.CUT
    again = Job.objects.active().filter(subject=running.subject, cancel_requested=False)
    assert again.count() == 1


def test_making_current_does_not_take_a_wanted_release_back(series: Series) -> None:
    episode = dailies.listed(dailies.written(series))
    services.produce(episode=episode, publish=True)
    services.make_current(episode=episode)
    assert goal_of(episode) == Goal.EDITION


def test_a_series_in_the_making_can_be_deleted(series: Series, client: Client) -> None:
    episode = dailies.shot_in_full(dailies.written(series))
    services.make_current(episode=episode)
    job = claimed("compose")
    client.force_login(User.objects.create_superuser("root"))
    answer = client.post(f"/admin/catalog/series/{series.pk}/delete/", {"post": "yes"})
    assert answer.status_code == 302
    assert not Series.objects.exists()
    assert not Shot.objects.exists()
    assert not Take.objects.exists()
    transitions.complete(job, {}, {})
    job.refresh_from_db()
    assert job.state == State.DONE, "what is left to run harms nobody"
