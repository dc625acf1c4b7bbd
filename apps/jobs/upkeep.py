"""What each cluster's pusher does every two seconds so that no job is lost, stuck or forgotten."""

import logging
import os
import signal
import time
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from apps.jobs import bells, transitions
from apps.jobs.models import Attempt, Cluster, Job, State
from apps.jobs.processes import cluster_name, is_known_dead
from engine.contracts import _

log = logging.getLogger(__name__)

_EVERY = 2.0  # seconds
_CLUSTER_LEASE = timedelta(seconds=15)
_DEAF_AFTER = 6.0  # seconds of bells that no idle worker hears


def reap() -> None:
    """Give back running jobs whose worker is gone, and forget clusters that are gone.

    That others run means nothing: only an expired lease, or a process known to be dead, does.
    """
    for job in Job.objects.filter(state=State.RUNNING):
        if job.lease_until is None or job.lease_until < timezone.now() or is_known_dead(job.worker):
            try:
                transitions.lose(job, _("its worker was gone."))
            except Exception:
                log.exception("The job %s cannot be given back", job.pk)
    for cluster in Cluster.objects.all():
        if cluster.lease_until < timezone.now() or is_known_dead(cluster.name):
            cluster.delete()


def live_clusters(queue: str) -> int:
    """How many clusters serve `queue` at this moment, on this host or another."""
    rows = Cluster.objects.filter(queue=queue, lease_until__gte=timezone.now())
    return sum(not is_known_dead(row.name) for row in rows)


class Upkeep:
    """Of the cluster that the calling pusher belongs to."""

    def __init__(self, queue: str, workers: int) -> None:
        self.queue, self.workers, self.cluster = queue, workers, cluster_name()
        self.turned = 0.0
        self.unheard_since: float | None = None

    def turn(self) -> None:
        """Heartbeat, reap, ring; at most every two seconds."""
        now = time.monotonic()
        if now - self.turned < _EVERY:
            return
        self.turned = now
        self._beat()
        reap()
        self._ring()

    def leave(self) -> None:
        """The cluster stops: its workers look for this row before they take a job."""
        Cluster.objects.filter(name=self.cluster).delete()

    def _beat(self) -> None:
        Cluster.objects.update_or_create(
            name=self.cluster,
            defaults={
                "queue": self.queue,
                "workers": self.workers,
                "lease_until": timezone.now() + _CLUSTER_LEASE,
            },
        )

    def _ring(self) -> None:
        """Ring for jobs that lie while workers are idle; end a cluster that no longer hears."""
        lying = Job.objects.waiting(self.queue).filter(
            queued_at__lt=timezone.now() - timedelta(seconds=_EVERY)
        )
        idle = self.workers - Job.objects.by_cluster(self.cluster).count()
        if not lying.exists() or idle <= 0:
            self.unheard_since = None
            return
        if not bells.waiting(self.queue):
            for _ in range(min(idle, lying.count())):
                bells.ring(self.queue)
        if idle < self.workers or self._has_begun_something():
            self.unheard_since = None
        elif self.unheard_since is None:
            self.unheard_since = time.monotonic()
        elif time.monotonic() - self.unheard_since > _DEAF_AFTER:
            self._end_cluster()

    def _has_begun_something(self) -> bool:
        recently = timezone.now() - timedelta(seconds=_DEAF_AFTER)
        own = Q(worker__startswith=f"{self.cluster}:", started_at__gte=recently)
        return Attempt.objects.filter(own).exists()

    def _end_cluster(self) -> None:
        """A worker killed while idle takes the lock of the workers' pipe with it: all go deaf.

        django-q2 does not notice (its issue 23). Nothing runs, so nothing is lost by ending the
        whole cluster at once; `manage.py workers` starts another.
        """
        log.critical("The workers of the cluster %s hear no bell; it ends", self.cluster)
        self.leave()
        os.kill(os.getppid(), signal.SIGKILL)
