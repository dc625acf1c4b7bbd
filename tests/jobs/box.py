"""A box of its own for tests with real processes: database, workers, and a diary of what ran."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier
from typing import Any

import dj_database_url
from django.conf import settings
from django.db import connections
from django.db.utils import ConnectionHandler

from apps.jobs import services
from apps.jobs.models import Cluster, Job
from tests.jobs import verbs

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["sleep", "deaf", "stuck", "crash", "refuse", "bug", "chatter", "disk_full", "eat", "paint"]
VERBS = ",".join(f"{name}=tests.jobs.verbs:{name}" for name in NAMES)
_ENOUGH_SECONDS = 90


def until(happens: Callable[[], object]) -> None:
    """Wait for something that must happen; how soon is not what the test is about."""
    give_up = time.monotonic() + _ENOUGH_SECONDS
    while not happens():
        assert time.monotonic() < give_up, "it never happened"
        time.sleep(0.05)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def parent_of(pid: int) -> int:
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return int(stat.rpartition(")")[2].split()[1])


def family_of(pid: int) -> list[int]:
    """`pid` and all that descend from it, whichever thread started them."""
    family = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has ended meanwhile
            for child in children.read_text(encoding="ascii").split():
                family += family_of(int(child))
    return family


class Box:
    def __init__(self, home: Path, url: str, **environment: str) -> None:
        self.home, self.processes = home, list[subprocess.Popen[bytes]]()
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "dramabox.settings",
            "DRAMABOX_DATA": str(home),
            "DATABASE_URL": url,
            "DRAMABOX_ENGINE_VERBS": VERBS,
            # Bells are signed: what the test rings, the workers must be able to read.
            "SECRET_KEY": settings.SECRET_KEY,
            "DRAMABOX_CPU_WORKERS": "2",
            **environment,
        }
        self.environment.pop("Q_CLUSTER_NAME", None)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start `manage.py` with `command`, and end it with the box."""
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), *command],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
        )
        self.processes.append(process)
        return process

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                for pid in reversed(family_of(process.pid)):
                    os.kill(pid, signal.SIGKILL)
            process.wait()

    def queue(self, verb: str, note: str = "", seconds: float = 0.0, priority: int = 0) -> Job:
        ask = verbs.Ask(seconds=seconds, note=note, diary=str(self.home / "diary"))
        return services.enqueue(verb=verb, request=ask, subject=note, priority=priority)

    def diary(self) -> list[tuple[str, str, int]]:
        """What the verbs wrote: event, note, process number of the engine."""
        path = self.home / "diary"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        entries = [line.split(" ") for line in lines]
        return [(event, note, int(pid)) for event, note, pid in entries]

    def engine_of(self, note: str) -> int:
        """The process number of the engine that began `note` last; waits until one has."""
        until(lambda: any(entry[:2] == ("begin", note) for entry in self.diary()))
        return [pid for event, name, pid in self.diary() if (event, name) == ("begin", note)][-1]

    def ends(self) -> list[str]:
        """The notes of what ran to its end, as often as it did."""
        return sorted(note for event, note, _ in self.diary() if event == "end")

    def at_once(self, works: Sequence[Callable[[], Any]]) -> list[Any]:
        """What each of them returns, all begun together, each in a thread with its own database
        connection."""
        start = Barrier(len(works))

        def thread(work: Callable[[], Any]) -> Any:
            undo = use_database(self.environment["DATABASE_URL"])
            try:
                start.wait()
                return work()
            finally:
                undo()

        with ThreadPoolExecutor(len(works)) as pool:
            return list(pool.map(thread, works))

    @staticmethod
    def sentinels() -> list[int]:
        return [int(name.rpartition(":")[2]) for name in _names()]

    @staticmethod
    def until_finished(*jobs: Job) -> None:
        keys = [job.pk for job in jobs]
        until(lambda: not Job.objects.active().filter(pk__in=keys).exists())
        for job in jobs:
            job.refresh_from_db()


def _names() -> list[str]:
    return list(Cluster.objects.order_by("started_at").values_list("name", flat=True))


def use_database(url: str) -> Callable[[], None]:
    """Point this process's Django at the database `url`; returns what undoes it."""
    configuration: dict[str, Any] = {**dj_database_url.parse(url)}
    if url.startswith("sqlite"):
        configuration["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20}
    before = connections["default"]
    connections["default"] = ConnectionHandler({"default": configuration})["default"]

    def undo() -> None:
        connections["default"].close()
        connections["default"] = before

    return undo
