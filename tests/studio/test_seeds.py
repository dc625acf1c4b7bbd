"""No new take is a twin: its seed is none of a take that is there, nor of one that is to come."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from apps.accounts.models import Studio, User
from apps.catalog.models import Episode, Series
from apps.jobs import transitions
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Shot
from tests.jobs.box import Box
from tests.people import gather
from tests.studio import dailies

pytestmark = pytest.mark.processes


@pytest.fixture
def episode(idle_box: Box, monkeypatch: pytest.MonkeyPatch) -> Iterator[Episode]:
    """Of which every shot has a rehearsal, on a database that threads have in common."""
    monkeypatch.setattr(settings, "MEDIA_ROOT", idle_box.home / "media")
    series = services.create_series(studio=gather().studio, title="The Key", language="en")
    yield dailies.shot_in_full(dailies.written(series))
    for rows in (Series.objects, Job.objects, Studio.objects, User.objects):
        rows.all().delete()


def first(episode: Episode) -> Shot:
    return episode.shots.in_cut().select_related("episode__series__studio")[0]


def asked_for() -> Counter[tuple[str, int]]:
    """Every shot and seed that any job asks for."""
    found: Counter[tuple[str, int]] = Counter()
    for job in Job.objects.filter(verb__in=("render", "finals")):
        pairs = list(zip(job.parts, job.request.get("takes", ()), strict=True))
        found.update((name, one["seed"]) for name, one in pairs or [(job.subject, job.request)])
    return found


def running(job: Job) -> Job:
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, attempts=1)
    return Job.objects.get(pk=job.pk)


def test_whatever_is_asked_for_at_once_of_one_shot_differs(idle_box: Box, episode: Episode) -> None:
    shot = first(episode)
    works = [
        lambda: services.make_finals(episode=episode),
        lambda: services.make_final(shot=shot),
        lambda: services.retake(shot=shot),
    ]
    asked = idle_box.at_once([*works, *works])
    assert [job.pk for job in asked[:3]] == [job.pk for job in asked[3:]], "each once at a time"
    assert Job.objects.filter(verb__in=("render", "finals")).count() == 3
    assert set(asked_for().values()) == {1}
    assert {seed for name, seed in asked_for() if name == shot.subject} == {2, 3, 4}


def test_who_stops_and_asks_again_at_once_gets_no_twins(idle_box: Box, episode: Episode) -> None:
    stopping = running(services.make_finals(episode=episode))
    services.stop(episode=episode)
    again, same = idle_box.at_once([lambda: services.make_finals(episode=episode)] * 2)
    assert again == same != stopping
    assert set(asked_for().values()) == {1}
    assert asked_for().total() == 2 * episode.shots.in_cut().count()


def test_what_a_job_leaves_that_ends_meanwhile_is_no_twin(idle_box: Box, episode: Episode) -> None:
    ending = running(services.make_finals(episode=episode))
    takes = [dailies.take_of(shot) for shot in episode.shots.in_cut()]
    data = [take.data for take in takes]
    for take in takes:
        take.delete()
    made = {"takes": data, "failed": [None] * len(data)}
    _ended, _again, _final = idle_box.at_once(
        [
            lambda: transitions.complete(ending, made, {}),
            lambda: services.make_finals(episode=episode, again=True),
            lambda: services.make_final(shot=first(episode)),
        ]
    )
    assert Job.objects.get(pk=ending.pk).state == State.DONE
    assert set(asked_for().values()) == {1}


def test_a_seed_of_a_job_that_ended_without_a_take_is_free_again(
    idle_box: Box, episode: Episode, tmp_path: Path
) -> None:
    before = services.make_finals(episode=episode)
    services.stop(episode=episode)
    after = services.make_finals(episode=episode)
    seeds = [[one["seed"] for one in job.request["takes"]] for job in (before, after)]
    assert seeds[0] == seeds[1], "what was sampled for it is found again"
