"""Keeps clusters of workers running: for `manage.py workers`, and for commands that need some."""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.conf import settings
from django.db import DatabaseError, connection

from apps.jobs.upkeep import live_clusters
from engine.contracts import EngineError, _

log = logging.getLogger(__name__)

_SHORT_LIFE = 20.0  # seconds: a cluster that ends sooner has trouble starting
_LONGEST_PAUSE = 30.0
_STOP_SECONDS = 10.0  # that a command leaves its own workers for the job at hand
_LOOK_EVERY = 1.0


class Supervisor:
    """One cluster process for one queue, started again whenever it ends."""

    def __init__(self, queue: str) -> None:
        self.queue = queue
        self.process: subprocess.Popen[bytes] | None = None
        self.failures = 0  # starts in a row that did not last
        self._started = self._not_before = 0.0

    def tick(self) -> None:
        """Start the cluster if it is not running; call this about once a second."""
        now = time.monotonic()
        if self.process is not None:
            if self.process.poll() is None:
                if now - self._started > _SHORT_LIFE:
                    self.failures = 0
                return
            self._note_end(self.process.returncode, now)
            self.process = None
        if now >= self._not_before:
            self._start(now)

    def stop(self) -> None:
        """Tell the cluster to finish the jobs at hand and leave."""
        if self.process is not None:
            self.process.terminate()

    def wait(self, timeout: float | None = None) -> None:
        """Wait for it to have left; raises subprocess.TimeoutExpired."""
        if self.process is not None:
            self.process.wait(timeout)

    def kill(self) -> None:
        """End it at once; its jobs go back to the queue."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _start(self, now: float) -> None:
        self._started = now
        self.process = subprocess.Popen(  # noqa: S603  # the queue is one of our names
            [sys.executable, "-m", "apps.jobs.cluster", self.queue],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,  # the last line of a command's own output belongs to the command
            # Ctrl-C at a terminal reaches the supervisor alone, and the supervisor tells them.
            start_new_session=True,
        )

    def _note_end(self, code: int, now: float) -> None:
        self.failures = self.failures + 1 if now - self._started < _SHORT_LIFE else 0
        pause = min(2.0**self.failures - 1, _LONGEST_PAUSE)
        self._not_before = now + pause
        log.warning("The cluster of %s ended (%s); again in %g s", self.queue, code, pause)


class Workers:
    """Workers for one queue for as long as a command runs: others' if there are, else its own."""

    def __init__(self, queue: str) -> None:
        self._own = Supervisor(queue)
        self._leaving = threading.Event()
        self._thread = threading.Thread(target=self._look_after, name="workers", daemon=True)

    def check(self) -> None:
        """Raises EngineError when workers cannot be kept running, so that waiting is in vain."""
        if self._own.failures >= 3:
            raise EngineError(
                "no-workers",
                _("The workers end as soon as they are started."),
                _("Their own messages above say why; “manage.py workers” shows them alone."),
            )

    def start(self) -> None:
        self._thread.start()

    def leave(self) -> None:
        self._leaving.set()
        self._thread.join()

    def _look_after(self) -> None:
        # All of the process's life is in this thread: its end is what the cluster watches for.
        while not self._leaving.is_set():
            try:
                if self._own.process is not None or not live_clusters(self._own.queue):
                    self._own.tick()
            except DatabaseError:
                log.exception("Cannot see whether workers run")
            self._leaving.wait(_LOOK_EVERY)
        connection.close()
        self._own.stop()
        try:
            self._own.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._own.kill()


@contextmanager
def workers_running(queue: str = "cpu") -> Iterator[Workers]:
    """While inside, some cluster serves `queue`: one that runs already, else one started here.

    Should it end meanwhile, another is started. Those started here end at the exit; a job that
    then still runs after ten seconds goes back to the queue.
    """
    workers = Workers(queue)
    workers.start()
    try:
        yield workers
    finally:
        workers.leave()


def supervise(queues: list[str], leaving: threading.Event) -> None:
    """Keep one cluster per queue running until `leaving` is set, then let them finish."""
    supervisors = [Supervisor(queue) for queue in queues]
    while not leaving.is_set():
        for supervisor in supervisors:
            supervisor.tick()
        leaving.wait(_LOOK_EVERY)
    for supervisor in supervisors:
        supervisor.stop()
    with suppress(KeyboardInterrupt):
        for supervisor in supervisors:
            supervisor.wait()
        return
    for supervisor in supervisors:  # asked a second time
        supervisor.kill()
