"""The broker of the queue: django-q2's own, made safe for messages that are only bells.

As shipped, a message is held for `retry` seconds by whoever took it, dead or alive: work runs
twice or waits for ever (measured). A bell may be lost instead: taking it deletes it, and the
pusher, the one process of a cluster that always turns, rings again for what lies waiting
(apps.jobs.upkeep).
"""

import logging
import os
from multiprocessing.util import Finalize
from time import sleep
from typing import Any

from django.db import connection
from django_q.brokers.orm import ORM
from django_q.conf import Conf

from apps.jobs.models import Job
from apps.jobs.processes import cluster_name
from apps.jobs.transitions import AWAY
from apps.jobs.upkeep import Upkeep
from engine.serve import die_with_parent

log = logging.getLogger(__name__)


class Bells(ORM):  # type: ignore[misc]  # django-q2 has no type hints
    _upkeep: Upkeep | None = None

    def ping(self) -> bool:
        """Called by a starting sentinel: from here on its processes leave with their parent.

        A cluster whose main process was killed used to work on as an orphan beside the next one.
        """
        die_with_parent()
        os.register_at_fork(after_in_child=die_with_parent)
        return True

    def dequeue(self) -> list[tuple[Any, Any]]:
        """Called by the pusher for as long as the cluster runs."""
        if self._upkeep is None:
            self._upkeep = Upkeep(queue=self.list_key, workers=Conf.WORKERS)
            # Runs when the pusher is told to stop: workers must not begin another job then.
            Finalize(None, self._upkeep.leave, exitpriority=10)
        try:
            self._upkeep.turn()
            bells = self._take()
        except AWAY:
            log.warning("The database is away; trying again", exc_info=True)
            connection.close()
            bells = []
        if not bells:
            sleep(Conf.POLL)
        return bells

    def acknowledge(self, task_id: int) -> None:
        """A bell that was taken is gone already."""

    def _take(self) -> list[tuple[Any, Any]]:
        """A bell for each idle worker; the others stay, for another cluster's workers."""
        lying = self.get_connection(self.list_key).filter(key=self.list_key)
        bells = list(lying.order_by("pk").values_list("pk", "payload")[: Conf.WORKERS])
        if not bells:
            return []
        idle = Conf.WORKERS - Job.objects.by_cluster(cluster_name()).count()
        return [bell for bell in bells[: max(idle, 0)] if lying.filter(pk=bell[0]).delete()[0]]
