"""What the apps above ask of the queue and of the engine."""

import re
import time
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from django.db import transaction

from apps.accounts.models import Studio
from apps.jobs import bells, transitions
from apps.jobs.engine_process import Died, EngineProcess, error_of
from apps.jobs.models import Job, State
from engine.contracts import EngineError, Value, _, content_hash


@transaction.atomic
def enqueue(  # noqa: PLR0913 - keywords, all that a job is known by
    *,
    verb: str,
    request: Value,
    queue: str = "cpu",
    priority: int = 0,
    studio: Studio | None = None,
    subject: str = "",
    parts: Sequence[str] = (),
    inputs: str = "",
    model: str = "",
) -> Job:
    """Queue a call of an engine verb, together with the caller's transaction or not at all.

    `inputs` names what goes in (default: the hash of the request), `subject` what it is for, e.g.
    "shot:12", `parts` what each part of a request is for that has several, `model` the model it
    needs. The same verb, inputs and subject are queued once: while such a job waits or runs it is
    returned instead, moved up if `priority` is now higher.
    """
    job, is_new = (
        Job.objects.active()
        .filter(cancel_requested=False)
        .get_or_create(
            verb=verb,
            inputs=inputs or content_hash(request),
            subject=subject,
            defaults={
                "queue": queue,
                "priority": priority,
                "studio": studio,
                "model": model,
                "parts": list(parts),
                "request": msgspec.to_builtins(request),
            },
        )
    )
    if is_new:
        bells.ring(queue)
    elif job.priority < priority:
        transitions.raise_priority(job, priority)
        job.priority = priority
    return job


def cancel(*, job: Job) -> None:
    """Stop a job: at once while it waits, within two seconds while it runs."""
    if not transitions.cancel_queued(job):
        # It may go back to the queue between the two: then asking finds nothing running.
        transitions.request_cancel(job) or transitions.cancel_queued(job)
    job.refresh_from_db()


def rewrite(*, job: Job, request: dict[str, Any]) -> bool:
    """Give a job that waits another request; False where it waits no more, and keeps its own."""
    return bool(Job.objects.filter(pk=job.pk, state=State.QUEUED).update(request=request))


OWN_FOLDER = re.compile(r"[0-9a-f]{32}")


def elsewhere(request: dict[str, Any]) -> dict[str, Any]:
    """The request with folders of its own: what a job left in its own is never written over."""
    new = {**request}
    if OWN_FOLDER.fullmatch(Path(str(request.get("out", ""))).name):
        new["out"] = str(Path(request["out"]).with_name(uuid.uuid4().hex))
    if "takes" in request:
        new["takes"] = [elsewhere(take) for take in request["takes"]]
    return new


@transaction.atomic
def retry(*, job: Job) -> Job:
    """A new job with the request of one that failed or was cancelled; its history stays."""
    again, is_new = (
        Job.objects.active()
        .filter(cancel_requested=False)
        .get_or_create(
            verb=job.verb,
            inputs=job.inputs,
            subject=job.subject,
            defaults={
                name: getattr(job, name)
                for name in ("queue", "priority", "studio", "parts", "model", "max_attempts")
            }
            | {"request": elsewhere(job.request)},
        )
    )
    if is_new:
        bells.ring(again.queue)
    return again


def run_now(*, verb: str, request: Value, timeout: float = 30) -> dict[str, Any]:
    """The result of a verb, as plain JSON types, from an engine child started for this call.

    Raises EngineError for whatever goes wrong, code "timed-out" after `timeout` seconds.
    """
    deadline = time.monotonic() + timeout
    engine = EngineProcess()
    try:
        engine.send({"id": "now", "verb": verb, "payload": msgspec.to_builtins(request)})
        while (left := deadline - time.monotonic()) > 0:
            for event in engine.events(left):
                if event["event"] == "done":
                    result: dict[str, Any] = event["result"]
                    return result
                if event["event"] == "error":
                    raise error_of(event)
    except Died as death:
        raise EngineError(
            "engine-died", _("The engine ended unexpectedly. {death}", death=str(death))
        ) from death
    finally:
        engine.kill()
    raise EngineError(
        "timed-out",
        _("The engine took longer than {timeout} seconds.", timeout=f"{timeout:g}"),
        _("Try a smaller input."),
    )
