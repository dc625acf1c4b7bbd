"""Clusters as a whole: side by side, told to stop, gone deaf, kept running for a command."""

import os
import signal
from collections.abc import Callable

import pytest

from apps.jobs import services
from apps.jobs.models import Attempt, Cluster, Job, State
from apps.jobs.upkeep import live_clusters
from tests.jobs.box import Box, family_of, is_running, until
from tests.jobs.verbs import Ask

pytestmark = pytest.mark.processes
MakeBox = Callable[..., Box]


def test_two_clusters_share_the_jobs_and_double_none(make_box: MakeBox) -> None:
    box = make_box()
    for _ in range(2):
        box.start("workers", "--queue", "cpu")
    until(lambda: live_clusters("cpu") == 2)
    jobs = [box.queue("sleep", f"{number:02}", seconds=1.0) for number in range(16)]
    box.until_finished(*jobs)
    assert {job.state for job in jobs} == {State.DONE}
    assert box.ends() == [job.subject for job in jobs]
    assert len({job.worker.rpartition(":")[0] for job in jobs}) == 2
    assert Attempt.objects.count() == len(jobs)


def test_each_queue_is_worked_on_by_its_own_workers(make_box: MakeBox) -> None:
    box = make_box()
    box.start("workers", "--queue", "cpu", "--queue", "gpu")
    asked = [(queue, str(number)) for queue in ("cpu", "gpu") for number in range(4)]
    jobs = [
        services.enqueue(
            verb="sleep", request=Ask(seconds=0.3, note=queue), subject=number, queue=queue
        )
        for queue, number in asked
    ]
    box.until_finished(*jobs)
    assert {job.state for job in jobs} == {State.DONE}
    workers = {queue: {job.worker for job in jobs if job.queue == queue} for queue, _ in asked}
    assert len(workers["gpu"]) == 1
    assert not workers["cpu"] & workers["gpu"]


def test_workers_told_to_stop_finish_the_job_at_hand_and_begin_no_other(make_box: MakeBox) -> None:
    box = make_box(DRAMABOX_CPU_WORKERS="1")
    jobs = [box.queue("sleep", note, seconds=1.0) for note in ("first", "second", "third")]
    workers = box.start("workers", "--queue", "cpu")
    box.engine_of("first")
    family = family_of(workers.pid)
    workers.terminate()
    assert workers.wait() == 0
    assert not any(is_running(pid) for pid in family)
    assert box.ends() == ["first"]
    assert sorted(Job.objects.active().values_list("subject", "state")) == [
        ("second", State.QUEUED),
        ("third", State.QUEUED),
    ]
    assert not Cluster.objects.exists()
    box.start("workers", "--queue", "cpu")
    box.until_finished(*jobs)
    assert box.ends() == ["first", "second", "third"]


def test_workers_killed_while_idle_do_not_leave_the_queue_dead(make_box: MakeBox) -> None:
    box = make_box()
    box.start("workers", "--queue", "cpu")
    box.until_finished(*[box.queue("sleep", note, seconds=1.0) for note in ("one", "two")])
    workers = set(Attempt.objects.values_list("worker", flat=True))
    assert len(workers) == 2
    for worker in workers:
        os.kill(int(worker.rpartition(":")[2]), signal.SIGKILL)
    after = box.queue("sleep", "three")
    box.until_finished(after)
    assert after.state == State.DONE
    assert after.worker.rpartition(":")[0] not in {name.rpartition(":")[0] for name in workers}


def test_the_helpers_of_a_cluster_may_be_killed_too(make_box: MakeBox) -> None:
    box = make_box()
    box.start("workers", "--queue", "cpu")
    jobs = [box.queue("sleep", str(number), seconds=1.0) for number in range(6)]
    engine = box.engine_of("0")
    sentinel = box.sentinels()[0]
    for pid in set(family_of(sentinel)) - {sentinel, engine}:
        if engine not in family_of(pid) and family_of(pid) == [pid]:
            os.kill(pid, signal.SIGKILL)  # the pusher, the monitor, the other engine
    box.engine_of("2")
    os.kill(sentinel, signal.SIGKILL)
    box.until_finished(*jobs)
    # On a busy machine an engine may have ended its work, and not have said so, when it is killed.
    assert set(box.ends()) == {job.subject for job in jobs}


def test_a_killed_supervisor_takes_its_cluster_with_it(make_box: MakeBox) -> None:
    box = make_box()
    workers = box.start("workers", "--queue", "cpu")
    job = box.queue("sleep", "long", seconds=2.0)
    box.engine_of("long")
    family = family_of(workers.pid)
    workers.kill()
    workers.wait()
    until(lambda: not any(is_running(pid) for pid in family))
    job.refresh_from_db()
    assert (job.state, box.ends()) == (State.DONE, ["long"])


def test_a_call_that_never_returns_is_one_clean_failure(make_box: MakeBox) -> None:
    box = make_box(DRAMABOX_CPU_WORKERS="1", DRAMABOX_CPU_JOB_SECONDS="1")
    stuck = box.queue("stuck", "stuck", seconds=600)
    after = box.queue("sleep", "after")
    box.start("workers", "--queue", "cpu")
    box.until_finished(stuck, after)
    assert (stuck.state, stuck.error_code, stuck.attempts) == (State.FAILED, "timed-out", 1)
    assert after.state == State.DONE
    assert not is_running(box.engine_of("stuck"))


def test_a_killed_cluster_leaves_no_engine_that_is_stuck_in_a_call(make_box: MakeBox) -> None:
    box = make_box()
    workers = box.start("workers", "--queue", "cpu")
    box.queue("stuck", "stuck", seconds=600)
    engine = box.engine_of("stuck")
    for pid in family_of(workers.pid):
        if pid != engine:
            os.kill(pid, signal.SIGKILL)
    until(lambda: not is_running(engine))


COMMAND = """
import time
from apps.jobs import services
from apps.jobs.models import Job
from apps.jobs.workers import workers_running
with workers_running() as workers:
    while Job.objects.active().exists():
        workers.check()
        time.sleep(0.1)
"""


def test_a_command_starts_workers_of_its_own_and_ends_them(make_box: MakeBox) -> None:
    box = make_box()
    job = box.queue("sleep", "mine", seconds=1.0)
    command = box.start("shell", "-c", COMMAND)
    box.engine_of("mine")
    family = family_of(command.pid)
    assert command.wait() == 0
    job.refresh_from_db()
    assert job.state == State.DONE
    assert not any(is_running(pid) for pid in family)


def test_a_command_uses_the_workers_that_run_already(make_box: MakeBox) -> None:
    box = make_box()
    box.start("workers", "--queue", "cpu")
    until(lambda: live_clusters("cpu") == 1)
    job = box.queue("sleep", "shared", seconds=2.5)
    command = box.start("shell", "-c", COMMAND)
    assert command.wait() == 0
    job.refresh_from_db()
    assert (job.state, len(box.sentinels())) == (State.DONE, 1)
    assert is_running(box.sentinels()[0])


def test_a_command_hears_that_workers_cannot_be_started(make_box: MakeBox) -> None:
    box = make_box(DRAMABOX_CPU_WORKERS="2")
    box.queue("sleep", "never")
    broken = COMMAND.replace("import time", "import os, time; os.environ['LOG_LEVEL'] = 'NONSENSE'")
    assert box.start("shell", "-c", broken).wait() != 0
    assert box.ends() == []
