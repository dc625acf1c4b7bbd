"""The broker of the queue: django-q2's own, but it takes a message only when a worker is free.

As shipped, the pusher fetches more messages than there are workers and holds them in memory; what
it holds runs twice once `retry` has passed (measured: three of five ten-second tasks).
"""

from time import sleep
from typing import Any

from django_q.brokers.orm import ORM
from django_q.conf import Conf


class OneAtATime(ORM):  # type: ignore[misc]  # django-q2 has no type hints
    def dequeue(self) -> list[tuple[Any, Any]] | None:
        if self.lock_size() >= Conf.WORKERS:
            sleep(Conf.POLL)
            return None
        messages: list[tuple[Any, Any]] | None = super().dequeue()
        return messages
