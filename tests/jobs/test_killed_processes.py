"""Whatever is killed in the middle of the work: nothing is lost, nothing is done twice."""

import os
import signal

import pytest
from django.db import connection
from django_q.models import OrmQ

from apps.jobs.models import Attempt, Cluster, Job, State
from apps.jobs.services import cancel
from tests.jobs.box import Box, family_of, is_running, parent_of, until

pytestmark = pytest.mark.processes
Outcome = Attempt.Outcome


def queue_some(box: Box, name: str) -> list[Job]:
    return [box.queue("sleep", f"{name}-{number}", seconds=1.0) for number in range(4)]


def assert_all_done_once(box: Box, jobs: list[Job]) -> None:
    box.until_finished(*jobs)
    assert [job.state for job in jobs] == [State.DONE] * len(jobs)
    notes = {job.subject for job in jobs}
    assert [note for note in box.ends() if note in notes] == sorted(notes)
    for job in jobs:
        assert job.attempt_set.filter(outcome=Outcome.DONE).count() == 1


def worker_of(job: Job) -> int:
    until(lambda: Job.objects.get(pk=job.pk).worker)
    return int(Job.objects.get(pk=job.pk).worker.rpartition(":")[2])


def outcomes(job: Job) -> list[str]:
    return list(job.attempt_set.values_list("outcome", flat=True))


def test_a_killed_worker_takes_its_engine_along_and_its_job_is_done_by_another(box: Box) -> None:
    jobs = queue_some(box, "worker")
    engine = box.engine_of("worker-0")
    os.kill(worker_of(jobs[0]), signal.SIGKILL)
    until(lambda: not is_running(engine))
    assert_all_done_once(box, jobs)
    assert outcomes(jobs[0]) == [Outcome.LOST, Outcome.DONE]
    assert jobs[0].attempt_set.first().error == "its worker was gone."  # type: ignore[union-attr]


def test_a_killed_engine_is_replaced_and_its_job_done(box: Box) -> None:
    jobs = queue_some(box, "engine")
    os.kill(box.engine_of("engine-0"), signal.SIGKILL)
    assert_all_done_once(box, jobs)
    assert outcomes(jobs[0]) == [Outcome.LOST, Outcome.DONE]
    assert "signal 9" in jobs[0].attempt_set.first().error  # type: ignore[union-attr]


def test_a_killed_cluster_leaves_no_orphan_and_the_next_one_does_its_jobs(box: Box) -> None:
    jobs = queue_some(box, "cluster")
    engine = box.engine_of("cluster-0")
    main = parent_of(box.sentinels()[0])
    family = family_of(main)
    assert engine in family
    os.kill(main, signal.SIGKILL)
    until(lambda: not any(is_running(pid) for pid in family))
    assert_all_done_once(box, jobs)
    assert outcomes(jobs[0]) == [Outcome.LOST, Outcome.DONE]


def test_poison_stops_after_three_attempts_while_the_others_proceed(box: Box) -> None:
    poison = box.queue("crash", "poison", priority=9)
    jobs = queue_some(box, "beside")
    box.until_finished(poison)
    assert_all_done_once(box, jobs)
    assert (poison.state, poison.error_code) == (State.FAILED, "gave-up")
    assert outcomes(poison) == [Outcome.LOST] * 3
    assert "tried 3 times" in poison.error_message
    assert "signal 11" in poison.error_message


@pytest.mark.parametrize("verb", ["sleep", "deaf"])
def test_a_cancelled_job_stops_whether_its_verb_listens_or_not(box: Box, verb: str) -> None:
    job = box.queue(verb, f"cancel-{verb}", seconds=600)
    engine = box.engine_of(job.subject)
    cancel(job=job)
    box.until_finished(job)
    assert job.state == State.CANCELLED
    assert is_running(engine) == (verb == "sleep")
    after = box.queue("sleep", f"after-{verb}")
    assert_all_done_once(box, [after])


def test_work_goes_on_when_the_database_has_cut_all_connections(box: Box) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no connections to cut")
    jobs = queue_some(box, "cut")
    box.engine_of("cut-0")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert_all_done_once(box, jobs)
    assert [job.attempts for job in jobs] == [1] * len(jobs)


def test_a_job_is_done_though_its_bell_was_lost(box: Box) -> None:
    until(Cluster.objects.exists)
    job = box.queue("sleep", "unrung")
    OrmQ.objects.all().delete()
    assert_all_done_once(box, [job])
