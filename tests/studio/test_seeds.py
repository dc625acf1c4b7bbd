"""No new take is a twin: its seed is none of a take that is there, nor of one that is to come."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.conf import settings

from apps.accounts.models import Studio, User
from apps.catalog.models import Episode, Series
from apps.jobs import transitions
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Shot
from apps.studio.services.seeds import asked
from engine.contracts import DIFFUSION
from tests.jobs.box import Box
from tests.people import gather
from tests.studio import dailies
from tests.studio.test_finals import leave_finished

pytestmark = pytest.mark.processes


@pytest.fixture
def episode(idle_box: Box, monkeypatch: pytest.MonkeyPatch) -> Iterator[Episode]:
    """Of which every shot has a rehearsal, on a database that threads have in common."""
    monkeypatch.setattr(settings, "MEDIA_ROOT", idle_box.home / "media")
    series = services.create_series(studio=gather().studio, title="The Key", language="en")
    yield dailies.shot_in_full(dailies.written(series))
    for rows in (Series.objects, Job.objects, Studio.objects, User.objects):
        rows.all().delete()


def first_shot(episode: Episode) -> Shot:
    return episode.shots.in_cut().select_related("episode__series__studio")[0]


def asked_for() -> Counter[tuple[str, int]]:
    """Every shot and seed that any job asks for."""
    jobs = Job.objects.filter(verb__in=("render", "finals"))
    return Counter((name, one["seed"]) for job in jobs for name, one in asked(job))


def running(job: Job) -> Job:
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, attempts=1)
    return Job.objects.get(pk=job.pk)


def test_whatever_is_asked_for_at_once_of_one_shot_differs(idle_box: Box, episode: Episode) -> None:
    shot = first_shot(episode)
    works = [
        lambda: services.make_finals(episode=episode),
        lambda: services.make_final(shot=shot),
        lambda: services.retake(shot=shot),
    ]
    jobs = [job.pk for job in idle_box.at_once([*works, *works])]
    assert jobs[:3] == jobs[3:], "each once at a time"
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
            lambda: services.make_final(shot=first_shot(episode)),
        ]
    )
    assert Job.objects.get(pk=ending.pk).state == State.DONE
    assert set(asked_for().values()) == {1}


def seeds_of(job: Job) -> dict[str, int]:
    job.refresh_from_db()
    return {name: one["seed"] for name, one in asked(job)}


@pytest.mark.parametrize("state", [State.QUEUED, State.RUNNING])
def test_who_asks_again_while_finals_are_being_stopped_goes_on_with_what_is_missing(
    idle_box: Box, episode: Episode, state: State
) -> None:
    stopping = running(services.make_finals(episode=episode))
    first, *_others = stopping.request["takes"]
    leave_finished(first, dailies.take_of(first_shot(episode)).data | {"renderer": DIFFUSION})
    services.stop(episode=episode)
    again = services.make_finals(episode=episode)
    assert again.parts == stopping.parts[1:], "what was finished is not made twice"
    meanwhile = seeds_of(again)
    assert not meanwhile.items() & seeds_of(stopping).items()

    Job.objects.filter(pk=again.pk).update(state=state)
    transitions.cancelled(stopping)
    sampled = {name: seeds_of(stopping)[name] for name in again.parts}
    # A job that was begun in the meantime is left as it is.
    assert seeds_of(again) == (sampled if state == State.QUEUED else meanwhile)


def test_a_single_final_goes_on_too(idle_box: Box, episode: Episode) -> None:
    shot = first_shot(episode)
    stopping = running(services.make_final(shot=shot))
    rehearsal = services.retake(shot=shot)
    services.stop_making(shot=shot)
    again = services.make_final(shot=shot)
    assert seeds_of(again) != seeds_of(stopping)
    transitions.cancelled(stopping)
    assert seeds_of(again) == seeds_of(stopping)
    assert rehearsal.request["seed"] == 3


def test_a_seed_of_a_job_that_ended_without_a_take_is_free_again(
    idle_box: Box, episode: Episode
) -> None:
    before = services.make_finals(episode=episode)
    services.stop(episode=episode)
    assert seeds_of(services.make_finals(episode=episode)) == seeds_of(before)
