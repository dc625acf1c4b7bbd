"""The one task of the queue: a bell. It carries nothing; the Job rows say what there is to do."""

from apps.jobs import driver


def work() -> None:
    """Run queued jobs of this cluster's queue until none is left or the cluster stops."""
    driver.work_off_queue()
