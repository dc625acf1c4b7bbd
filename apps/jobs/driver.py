"""A worker's hold on its one engine: runs jobs on it, keeps it hot from job to job."""

import logging
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection
from django_q.conf import Conf

from apps.jobs import transitions
from apps.jobs.engine_process import Died, EngineProcess, error_of
from apps.jobs.models import LEASE, Cluster, Job
from apps.jobs.processes import cluster_name, worker_name
from engine.contracts import EngineError, _

log = logging.getLogger(__name__)
Said = TypeVar("Said")

_TICK = 0.25  # seconds between looks at the row: progress out, cancel in
_RENEWAL = LEASE.total_seconds() / 6
_GRACE = 1.0  # seconds a cancelled engine has to reach its next step
_DRAIN = 60.0  # seconds one bell keeps a worker taking jobs


class Hold:
    """The engine of this process, and the models that it has in memory."""

    engine: EngineProcess | None = None
    models: tuple[str, ...] = ()

    def take(self) -> EngineProcess:
        """The engine, started when there is none or it has died."""
        if self.engine is None or not self.engine.is_alive:
            self.let_go()
            self.engine = EngineProcess()
        return self.engine

    def let_go(self) -> None:
        """End the engine; the next job starts another."""
        if self.engine is not None:
            self.engine.kill()
        self.engine, self.models = None, ()


hold = Hold()


def work_off_queue() -> None:
    """Run queued jobs until none is left, a minute has passed, or the cluster is stopping."""
    until = time.monotonic() + _DRAIN
    while time.monotonic() < until and Cluster.objects.filter(name=cluster_name()).exists():
        job = Job.claim(Conf.CLUSTER_NAME, worker_name(), loaded=hold.models)
        if job is None:
            return
        run(job)


def run(job: Job) -> None:
    """Run a claimed job to its end on this process's engine and write down how it ended."""
    is_free = False
    try:
        is_free = _Run(job).follow()
    except Died as death:
        reason = _("the engine ended {death}", death=str(death))
        _surely(lambda: transitions.lose(job, reason))
    finally:
        # Whatever happened (no database, the worker told to stop): nobody waits for it any more.
        if not is_free:
            hold.let_go()


class _Run:
    """One job on the engine: progress out, cancel in, an end in any case."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.token = f"{job.pk}/{job.attempts}"
        self.engine = hold.take()
        self.began = self.looked = self.renewed = time.monotonic()
        self.cancel_sent: float | None = None
        self.progress: dict[str, Any] = {}
        self.preview: dict[str, str] = {}

    def follow(self) -> bool:
        """True when the engine has answered, so is free for the next job."""
        self.engine.send({"id": self.token, "verb": self.job.verb, "payload": self.job.request})
        while True:
            for event in self.engine.events(_TICK):
                if event["event"] == "step":
                    self.progress = {
                        "progress_done": event["done"],
                        "progress_total": event["total"],
                        "progress_note": event["note"][:200],
                        "progress_wording": event.get("wording", []),
                        "progress_shot": event.get("shot", "")[:40],
                        "progress_eta_s": event.get("eta_s"),
                    }
                elif event["event"] == "preview":
                    self.preview = {"preview": _below_media(event["file"])}
                elif event["event"] != "ready":
                    # Bound now: by the time it is called again there may be another event.
                    _surely(partial(self._conclude, event))
                    return True
            if time.monotonic() - self.looked >= _TICK and not self._look():
                return False

    def _conclude(self, event: dict[str, Any]) -> None:
        hold.models = tuple(event["hot"])
        if event["event"] == "cancelled":
            transitions.cancelled(self.job, event["cost"])
        elif event["event"] == "error":
            transitions.fail(self.job, error_of(event), event["cost"])
        else:
            try:
                transitions.complete(self.job, event["result"], event["cost"])
            except transitions.AWAY:
                raise
            except Exception as error:
                log.exception("What follows the job %s failed", self.job.pk)
                reason = _("its result could not be recorded: {error}", error=str(error))
                transitions.lose(self.job, reason)

    def _look(self) -> bool:
        """Write what changed and read what is wanted; False when the engine must go."""
        cancel = _surely(self._exchange)
        now = self.looked = time.monotonic()
        if cancel is None:
            log.warning("The job %s was taken away from this worker", self.job.pk)
            return False
        wall = {"wall_s": round(now - self.began, 3)}
        if cancel and self.cancel_sent is None:
            self.engine.send({"cancel": self.token})
            self.cancel_sent = now
        elif self.cancel_sent is not None and now - self.cancel_sent > _GRACE:
            hold.let_go()  # before the row says so: cancelled means that nothing runs any more
            _surely(lambda: transitions.cancelled(self.job, wall))
            return False
        limit = longest(self.job)
        if now - self.began > limit:
            hold.let_go()
            error = _timed_out(limit)
            _surely(lambda: transitions.fail(self.job, error, wall))
            return False
        return True

    def _exchange(self) -> bool | None:
        """Write progress and lease, read whether to cancel; None when the job was taken away."""
        now = time.monotonic()
        if self.progress or self.preview or now - self.renewed > _RENEWAL:
            self.job.renew(**self.progress, **self.preview)
            self.progress, self.preview, self.renewed = {}, {}, now
        return self.job.held().values_list("cancel_requested", flat=True).first()


def longest(job: Job) -> int:
    """Seconds a job may run: its verb's, where that has a limit of its own, else its queue's."""
    limits: dict[str, int] = settings.JOB_SECONDS
    return limits.get(job.verb, limits[job.queue])


def _surely(speak: Callable[[], Said]) -> Said:
    """Speak to a database that may be away for a moment: it was not the job's fault."""
    give_up = time.monotonic() + LEASE.total_seconds() / 2
    while True:
        try:
            return speak()
        except transitions.AWAY:
            if time.monotonic() > give_up:
                raise
            log.warning("The database is away; trying again", exc_info=True)
            connection.close()
            time.sleep(1)


def _below_media(file: str) -> str:
    """The path as signed addresses name it; "" for a file elsewhere, which has none."""
    path, root = Path(file), Path(settings.MEDIA_ROOT)
    return str(path.relative_to(root)) if path.is_relative_to(root) else ""


def _timed_out(limit: int) -> EngineError:
    return EngineError(
        "timed-out",
        _("This job was stopped after {limit} seconds.", limit=limit),
        _(
            "Make it smaller, or allow more time with DRAMABOX_CPU_JOB_SECONDS, "
            "DRAMABOX_GPU_JOB_SECONDS, DRAMABOX_PULL_SECONDS or DRAMABOX_FINALS_SECONDS."
        ),
    )
