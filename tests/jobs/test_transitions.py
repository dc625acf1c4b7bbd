"""How jobs end, and what is told about it."""

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from django_q.models import OrmQ

from apps.accounts.models import Studio, User
from apps.jobs import services, transitions
from apps.jobs.models import Attempt, Cluster, Job, State
from apps.jobs.processes import HOST, worker_name
from apps.jobs.signals import job_finished
from apps.jobs.upkeep import live_clusters, reap
from engine.contracts import EngineError, Wording
from tests.jobs.verbs import Ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> Iterator[list[tuple[str, str]]]:
    """Subject and state of every job that was told to have finished."""
    heard: list[tuple[str, str]] = []

    def hear(sender: type[Job], job: Job, **_: Any) -> None:
        heard.append((job.subject, job.state))

    job_finished.connect(hear)
    yield heard
    job_finished.disconnect(hear)


@pytest.fixture
def broken_receiver() -> Iterator[None]:
    def refuse(sender: type[Job], job: Job, **_: Any) -> None:
        Studio.objects.create(name="half made", slug="half-made")
        raise RuntimeError("the take has no shot")

    job_finished.connect(refuse)
    yield
    job_finished.disconnect(refuse)


def enqueue(subject: str = "shot:1", **more: Any) -> Job:
    return services.enqueue(verb="sleep", request=Ask(note=subject), subject=subject, **more)


def claim(worker: str = "") -> Job:
    job = Job.claim("cpu", worker or worker_name())
    assert job is not None
    return job


def test_work_that_was_rolled_back_was_never_asked_for() -> None:
    with transaction.atomic():
        enqueue()
        transaction.set_rollback(True)
    assert not Job.objects.exists()
    assert not OrmQ.objects.exists()


def test_a_bell_carries_nothing_of_the_job() -> None:
    enqueue("shot:secret")
    assert OrmQ.objects.get().task["args"] == ()
    assert OrmQ.objects.get().task["kwargs"] == {}


def test_the_same_request_for_another_subject_is_another_job() -> None:
    first, second = enqueue("shot:1"), enqueue("shot:2")
    assert first != second
    assert enqueue("shot:1") == first


def test_asking_again_with_more_haste_moves_the_job_up() -> None:
    job = enqueue()
    assert enqueue(priority=7) == job
    assert Job.objects.get().priority == 7
    enqueue(priority=3)
    assert Job.objects.get().priority == 7


def test_work_that_is_done_or_being_cancelled_is_queued_anew_when_asked_for() -> None:
    first = enqueue()
    transitions.complete(claim(), {}, {})
    second = enqueue()
    claim()
    services.cancel(job=second)
    assert len({first.pk, second.pk, enqueue().pk}) == 3


def test_a_done_job_is_told_with_its_result_and_cost(told: list[tuple[str, str]]) -> None:
    enqueue()
    job = claim()
    job.renew(progress_done=3, progress_total=9)
    assert Job.objects.get().progress == pytest.approx(1 / 3)
    transitions.complete(job, {"note": "x"}, {"cpu_s": 1.5, "wall_s": 2.0, "peak_mb": 90.0})
    done = Job.objects.get()
    assert (done.state, done.result, done.cpu_s, done.peak_mb) == ("done", {"note": "x"}, 1.5, 90.0)
    assert (done.progress, done.progress_done) == (1.0, 9)
    assert done.finished_at is not None
    assert told == [("shot:1", "done")]


def test_what_follows_a_job_happens_with_it_or_not_at_all(broken_receiver: None) -> None:
    enqueue()
    job = claim()
    with pytest.raises(RuntimeError):
        transitions.complete(job, {}, {})
    assert Job.objects.get().state == State.RUNNING
    assert not Studio.objects.exists()


def test_a_job_fails_even_when_what_follows_its_failure_fails(broken_receiver: None) -> None:
    enqueue()
    assert transitions.fail(
        claim(), EngineError("no-dialogue", Wording("Nobody speaks."), Wording("Write a line."))
    )
    job = Job.objects.get()
    assert (job.state, job.error_code, job.error_advice) == (
        "failed",
        "no-dialogue",
        "Write a line.",
    )
    assert not Studio.objects.exists()


def test_a_queued_job_is_cancelled_at_once(told: list[tuple[str, str]]) -> None:
    job = enqueue()
    services.cancel(job=job)
    assert job.state == State.CANCELLED
    assert told == [("shot:1", "cancelled")]
    assert Job.claim("cpu", worker_name()) is None


def test_a_finished_job_cannot_be_cancelled() -> None:
    job = enqueue()
    transitions.complete(claim(), {}, {})
    services.cancel(job=job)
    assert (job.state, job.cancel_requested) == (State.DONE, False)


def test_a_retried_job_is_a_new_one_and_its_history_stays() -> None:
    enqueue("shot:9", priority=4)
    failed = claim()
    transitions.fail(failed, EngineError("disk-full", Wording("No space.")))
    again = services.retry(job=failed)
    assert again.pk != failed.pk
    assert (again.state, again.subject, again.priority) == (State.QUEUED, "shot:9", 4)
    assert again.request == failed.request
    assert services.retry(job=failed) == again
    assert Job.objects.get(pk=failed.pk).state == State.FAILED


def test_what_a_job_left_in_a_folder_of_its_own_is_not_written_over_by_its_retry() -> None:
    own, shared = f"takes/{uuid.uuid4().hex}", "cuts/9"
    left = {"out": shared, "takes": [{"out": own, "seed": 3}]}
    Job.objects.filter(pk=enqueue("shot:9").pk).update(request=left)
    failed = claim()
    transitions.fail(failed, EngineError("disk-full", Wording("No space.")))
    request = services.retry(job=failed).request
    assert (request["out"], request["takes"][0]["seed"]) == (shared, 3)
    assert request["takes"][0]["out"] != own
    assert request["takes"][0]["out"].startswith("takes/")


def test_a_job_whose_lease_ran_out_goes_back_to_the_queue() -> None:
    enqueue()
    claim("elsewhere/7:1:2")
    reap()
    assert Job.objects.get().state == State.RUNNING  # another host: only the lease tells
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    reap()
    job = Job.objects.get()
    assert (job.state, job.worker, job.attempts) == (State.QUEUED, "", 1)
    assert Attempt.objects.get().outcome == Attempt.Outcome.LOST


def test_a_job_of_a_process_that_is_gone_does_not_wait_for_its_lease() -> None:
    enqueue()
    claim(f"{HOST}:1:{2**22 + 1}")  # beyond the largest process number
    reap()
    assert Job.objects.get().state == State.QUEUED


def test_a_job_of_a_living_process_is_left_alone() -> None:
    enqueue()
    claim()
    reap()
    assert Job.objects.get().state == State.RUNNING


def test_who_lost_a_job_can_no_longer_write_to_it() -> None:
    enqueue()
    slow = claim()
    transitions.lose(Job.objects.get(), Wording("its worker was gone."))
    claim()
    assert not slow.renew(progress_done=5)
    assert not transitions.complete(slow, {"late": True}, {})
    job = Job.objects.get()
    assert (job.state, job.attempts, job.result) == (State.RUNNING, 2, None)


def test_the_third_lost_attempt_is_the_last(told: list[tuple[str, str]]) -> None:
    enqueue()
    for _attempt in range(3):
        transitions.lose(claim(), Wording("the engine ended (signal 11)"))
    job = Job.objects.get()
    assert (job.state, job.error_code) == (State.FAILED, "gave-up")
    assert "signal 11" in job.error_message
    assert told == [("shot:1", "failed")]


def test_a_lost_job_that_was_to_be_cancelled_is_cancelled(told: list[tuple[str, str]]) -> None:
    job = enqueue()
    claimed = claim()
    services.cancel(job=job)
    transitions.lose(claimed, Wording("its worker was gone."))
    assert Job.objects.get().state == State.CANCELLED
    assert told == [("shot:1", "cancelled")]


def test_a_cluster_that_is_gone_is_forgotten() -> None:
    soon = timezone.now() + timedelta(seconds=60)
    Cluster.objects.create(name=f"{HOST}:{2**22 + 1}", queue="cpu", workers=2, lease_until=soon)
    far = Cluster.objects.create(name="elsewhere/7:1", queue="cpu", workers=2, lease_until=soon)
    assert live_clusters("cpu") == 1
    assert live_clusters("gpu") == 0
    reap()
    assert Cluster.objects.get() == far


def test_people_see_the_jobs_of_their_studios_only() -> None:
    ours = Studio.objects.create(name="Ours", slug="ours")
    theirs = Studio.objects.create(name="Theirs", slug="theirs")
    me = User.objects.create_user("director")
    ours.members.add(me)
    mine = enqueue("shot:1", studio=ours)
    enqueue("shot:2", studio=theirs)
    assert list(Job.objects.of(me)) == [mine]
    assert list(Job.objects.for_subjects(["shot:1", "shot:5"])) == [mine]
