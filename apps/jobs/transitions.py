"""How a job ends or goes back to the queue. Each is a compare-and-set: True when it took place.

A worker passes the job it claimed; its attempt number is the token that shows it still holds the
job. Whoever lost the job meanwhile (its lease ran out, another worker has it) changes nothing.
"""

import logging
from typing import Any

import msgspec
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from apps.jobs.models import Attempt, Job, JobQuerySet, State
from apps.jobs.signals import job_finished
from engine.contracts import EngineError, Wording, _

log = logging.getLogger(__name__)

# The database is away, locked or full: nothing is wrong with the job or with what follows it.
AWAY = (OperationalError, InterfaceError)


def complete(job: Job, result: dict[str, Any], cost: dict[str, float]) -> bool:
    """The job is done; raises, and changes nothing, when what follows the job cannot be written."""
    return _finish(
        job, job.held(), State.DONE, True, result=result, progress_done=F("progress_total"), **cost
    )


def fail(job: Job, error: EngineError, cost: dict[str, float] | None = None) -> bool:
    """The job failed for good."""
    return _finish_surely(
        job,
        job.held(),
        State.FAILED,
        error_code=error.code,
        error_message=error.message,
        error_advice=error.advice,
        error_wording=msgspec.to_builtins(error.wording),
        problems=msgspec.to_builtins(error.problems),
        **(cost or {}),
    )


def cancelled(job: Job, cost: dict[str, float] | None = None) -> bool:
    """The attempt at hand stopped because someone asked for it."""
    return _finish_surely(job, job.held(), State.CANCELLED, **(cost or {}))


def cancel_queued(job: Job) -> bool:
    """Cancel a job that no worker has."""
    queued = Job.objects.filter(pk=job.pk, state=State.QUEUED)
    return _finish_surely(job, queued, State.CANCELLED)


def lose(job: Job, reason: Wording) -> bool:
    """The attempt ended with no answer: back to the queue, or failed when it was the last one."""
    if job.held().filter(cancel_requested=True).exists():
        return cancelled(job)
    if job.attempts >= job.max_attempts:
        error = EngineError(
            "gave-up",
            _(
                "This job was tried {attempts} times and each time ended without an answer. The "
                "last time: {reason}",
                attempts=job.attempts,
                reason=reason,
            ),
            _("Look at its attempts in the administration, then try again."),
        )
        with transaction.atomic():
            _end_attempt(job, Attempt.Outcome.LOST, str(reason))
            return fail(job, error)
    with transaction.atomic():
        held = job.held().filter(cancel_requested=False)
        if not held.update(
            state=State.QUEUED, queued_at=timezone.now(), worker="", lease_until=None
        ):
            return False
        _end_attempt(job, Attempt.Outcome.LOST, str(reason))
    job.refresh_from_db()
    return True


def request_cancel(job: Job) -> bool:
    """Ask the worker that runs the job to stop it."""
    return bool(Job.objects.filter(pk=job.pk, state=State.RUNNING).update(cancel_requested=True))


def raise_priority(job: Job, priority: int) -> None:
    Job.objects.filter(pk=job.pk, priority__lt=priority).update(priority=priority)


def _finish(job: Job, held: JobQuerySet, state: State, tell: bool, **fields: Any) -> bool:
    with transaction.atomic():
        now = timezone.now()
        if not held.update(state=state, finished_at=now, lease_until=None, **fields):
            return False
        job.refresh_from_db()
        _end_attempt(job, Attempt.Outcome(state.value), job.error_message)
        if tell:
            job_finished.send(sender=Job, job=job)
    return True


def _finish_surely(job: Job, held: JobQuerySet, state: State, **fields: Any) -> bool:
    """Finish even if a receiver raises: a failed job that stays "running" would help nobody."""
    try:
        return _finish(job, held, state, True, **fields)
    except AWAY:
        raise  # the database has trouble, not the receiver: the job is reaped later
    except Exception:
        log.exception("What follows the job %s (%s) failed", job.pk, state)
        return _finish(job, held, state, False, **fields)


def _end_attempt(job: Job, outcome: Attempt.Outcome, error: str) -> None:
    running = job.attempt_set.filter(number=job.attempts, outcome=Attempt.Outcome.RUNNING)
    running.update(outcome=outcome, ended_at=timezone.now(), error=error)
