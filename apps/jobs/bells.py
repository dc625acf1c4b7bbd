"""Ringing the bell: a message of django-q2 that makes an idle worker look into the queue."""

from django_q.models import OrmQ
from django_q.tasks import async_task

TASK = "apps.jobs.tasks.work"


def ring(queue: str) -> None:
    """Wake a worker of `queue`. Part of the caller's transaction: rolled back, it never rang."""
    # Nothing is read from django-q2's own record of work, so nothing is saved to it.
    async_task(TASK, cluster=queue, save=False)


def waiting(queue: str) -> int:
    """How many bells no cluster has taken yet."""
    bells: int = OrmQ.objects.filter(key=queue).count()
    return bells
