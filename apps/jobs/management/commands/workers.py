"""`manage.py workers`: the processes that do the work, kept running."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.jobs.models import Queue
from apps.jobs.workers import supervise


class Command(BaseCommand):
    help = "Run the workers of one or more queues until told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--queue",
            action="append",
            choices=Queue.values,
            help="A queue to work on: cpu, gpu or pull; may be given several times. "
            "Default: cpu and pull.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        leaving = threading.Event()

        def leave(*_: object) -> None:
            if leaving.is_set():
                raise KeyboardInterrupt
            leaving.set()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, leave)
        supervise(options["queue"] or [Queue.CPU.value, Queue.PULL.value], leaving)
