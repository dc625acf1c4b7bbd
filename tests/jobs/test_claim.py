"""Who gets which job, with many workers at once, on both databases."""

from collections import Counter
from typing import Any

import pytest

from apps.jobs import services, transitions
from apps.jobs.models import Attempt, Job, State
from tests.jobs.box import Box
from tests.jobs.verbs import Ask

pytestmark = pytest.mark.processes
THREADS = 6


@pytest.fixture(autouse=True)
def _empty(idle_box: Box) -> None:
    Job.objects.all().delete()


def claim_all() -> list[str]:
    claimed = []
    while job := Job.claim("cpu", "test:1:1"):
        claimed.append(job.subject)
    return claimed


def test_every_job_is_claimed_by_exactly_one_worker(idle_box: Box) -> None:
    for number in range(30):
        idle_box.queue("sleep", f"{number:02}")
    claims = Counter(
        subject for claimed in idle_box.at_once([claim_all] * THREADS) for subject in claimed
    )
    assert claims == {f"{number:02}": 1 for number in range(30)}
    assert Attempt.objects.count() == 30
    assert set(Job.objects.values_list("state", "attempts")) == {(State.RUNNING, 1)}


def test_the_same_work_asked_for_at_once_is_queued_once(idle_box: Box) -> None:
    def enqueue() -> Any:
        return services.enqueue(verb="sleep", request=Ask(seconds=1), subject="shot:1").pk

    assert len(set(idle_box.at_once([enqueue] * THREADS))) == 1
    assert Job.objects.count() == 1


def test_of_two_answers_to_one_attempt_one_counts(idle_box: Box) -> None:
    idle_box.queue("sleep", "twice")
    job = Job.claim("cpu", "test:1:1")
    assert job is not None

    def complete() -> bool:
        return transitions.complete(Job.objects.get(pk=job.pk), {}, {})

    assert sorted(idle_box.at_once([complete] * THREADS)) == [False] * (THREADS - 1) + [True]


def test_a_job_is_either_cancelled_or_claimed_never_both(idle_box: Box) -> None:
    jobs = [idle_box.queue("sleep", f"{number:02}") for number in range(20)]

    def cancel_or_claim() -> int:
        cancelled = sum(transitions.cancel_queued(job) for job in jobs)
        return cancelled + len(claim_all())

    assert sum(idle_box.at_once([cancel_or_claim] * THREADS)) == len(jobs)


def test_priority_comes_first_then_the_loaded_model_then_age(idle_box: Box) -> None:
    def queue(subject: str, model: str, priority: int = 0) -> None:
        services.enqueue(
            verb="sleep", request=Ask(), subject=subject, model=model, priority=priority
        )

    queue("old", "wan")
    queue("loaded", "ltx")
    queue("loaded too", "ltx")
    queue("urgent", "wan", priority=5)
    order = []
    while job := Job.claim("cpu", "test:1:1", loaded=["ltx"]):
        order.append(job.subject)
    assert order == ["urgent", "loaded", "loaded too", "old"]


def test_with_no_model_loaded_the_older_job_is_first(idle_box: Box) -> None:
    jobs = [f"{number:02}" for number in range(12)]
    for subject in jobs:
        services.enqueue(verb="sleep", request=Ask(), subject=subject)
    assert claim_all() == jobs


def test_a_queue_gives_its_own_jobs_only(idle_box: Box) -> None:
    services.enqueue(verb="sleep", request=Ask(), queue="gpu")
    assert Job.claim("cpu", "test:1:1") is None
    assert Job.claim("gpu", "test:1:1") is not None
