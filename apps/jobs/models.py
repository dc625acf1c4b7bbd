"""Jobs: the truth about all work that the engine is asked to do."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Studio, User

# A worker renews its lease every few seconds; one that says nothing for this long is gone.
LEASE = timedelta(seconds=30)


class Queue(models.TextChoices):
    CPU = "cpu", _("processor")
    GPU = "gpu", _("graphics card")
    PULL = "pull", _("models to be pulled")  # hours of waiting for a network, and no work


class State(models.TextChoices):
    QUEUED = "queued", _("queued")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


ACTIVE = (State.QUEUED, State.RUNNING)


class JobQuerySet(models.QuerySet["Job"]):
    def active(self) -> "JobQuerySet":
        """Jobs that wait or run."""
        return self.filter(state__in=ACTIVE)

    def of(self, user: User) -> "JobQuerySet":
        """Jobs of the studios that `user` belongs to."""
        return self.filter(studio__members=user)

    def for_subjects(self, subjects: Iterable[str]) -> "JobQuerySet":
        """Jobs about any of `subjects`, e.g. "shot:12"; the newest first."""
        return self.filter(subject__in=list(subjects)).order_by("-created_at")

    def waiting(self, queue: str) -> "JobQuerySet":
        return self.filter(queue=queue, state=State.QUEUED)

    def by_cluster(self, cluster: str) -> "JobQuerySet":
        """Jobs that run on the workers of `cluster`."""
        return self.filter(state=State.RUNNING, worker__startswith=f"{cluster}:")


class Job(models.Model):
    """One call of an engine verb. Its transitions live in apps.jobs.transitions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verb = models.CharField(_("verb"), max_length=40)
    queue = models.CharField(_("queue"), max_length=8, choices=Queue, default=Queue.CPU)
    priority = models.IntegerField(_("priority"), default=0, help_text=_("Higher runs first."))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.QUEUED)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    max_attempts = models.PositiveIntegerField(_("most attempts"), default=3)
    studio = models.ForeignKey(
        Studio, models.CASCADE, null=True, blank=True, related_name="jobs", verbose_name=_("studio")
    )
    subject = models.CharField(_("subject"), max_length=80, blank=True, db_index=True)
    # What each part of the request is for, named as `subject` is; empty where it has no parts.
    parts = models.JSONField(default=list, blank=True)
    inputs = models.CharField(_("hash of the inputs"), max_length=64, db_index=True)
    model = models.CharField(_("model"), max_length=80, blank=True)
    request = models.JSONField(_("request"))
    result = models.JSONField(_("result"), null=True, blank=True)

    progress_done = models.PositiveIntegerField(_("steps done"), default=0)
    progress_total = models.PositiveIntegerField(_("steps in all"), default=0)
    progress_note = models.CharField(_("step"), max_length=200, blank=True)
    progress_wording = models.JSONField(default=list, blank=True)  # the same, to be translated
    progress_shot = models.CharField(max_length=40, blank=True)  # slate of the one it is at
    progress_eta_s = models.FloatField(_("seconds left"), null=True, blank=True)
    preview = models.CharField(_("preview"), max_length=300, blank=True)  # below MEDIA_ROOT

    error_code = models.CharField(_("error code"), max_length=60, blank=True)
    error_message = models.TextField(_("error"), blank=True)
    error_advice = models.TextField(_("advice"), blank=True)
    error_wording = models.JSONField(default=list, blank=True)  # what both can be translated from
    problems = models.JSONField(_("problems"), default=list, blank=True)

    worker = models.CharField(_("worker"), max_length=200, blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    cancel_requested = models.BooleanField(_("cancel requested"), default=False)

    cpu_s = models.FloatField(_("processor seconds"), default=0)
    wall_s = models.FloatField(_("seconds"), default=0)
    peak_mb = models.FloatField(_("peak memory, MB"), default=0)

    created_at = models.DateTimeField(_("created"), default=timezone.now)
    queued_at = models.DateTimeField(_("last queued"), default=timezone.now)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["queue", "state", "-priority", "created_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["verb", "inputs", "subject"],
                condition=Q(state__in=ACTIVE, cancel_requested=False),
                name="one_active_job_per_inputs_and_subject",
            )
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}".strip()

    @property
    def can_be_retried(self) -> bool:
        return self.state in (State.FAILED, State.CANCELLED)

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to stop and has not yet."""
        return self.state == State.RUNNING and self.cancel_requested

    @property
    def error(self) -> dict[str, Any]:
        """Why it failed, as apps.core.wording.told takes it."""
        return {
            "code": self.error_code,
            "message": self.error_message,
            "advice": self.error_advice,
            "wording": self.error_wording,
        }

    def is_wanted_again(self) -> bool:
        """Whether the same work was queued anew after this job was asked to stop."""
        same = Job.objects.active().filter(cancel_requested=False)
        return same.filter(verb=self.verb, inputs=self.inputs, subject=self.subject).exists()

    @property
    def progress(self) -> float:
        """How far it is, 0 to 1."""
        if self.state == State.DONE:
            return 1.0
        return min(1.0, self.progress_done / self.progress_total) if self.progress_total else 0.0

    @property
    def percent(self) -> int:
        return int(100 * self.progress)

    @classmethod
    def claim(cls, queue: str, worker: str, loaded: Sequence[str] = ()) -> "Job | None":
        """Take the best queued job of `queue` for `worker`; None when there is none.

        Best is: priority, then a job whose model is one of the `loaded` already, then age. Two
        workers never get the same job: taking it is a compare-and-set of its state.
        """
        # Without any there is nothing to order by: PostgreSQL would read the constant that is left
        # as the number of a column, and the queue would go by key.
        kept = [Case(When(model__in=loaded, then=Value(0)), default=Value(1))] if loaded else []
        best = cls.objects.waiting(queue).order_by("-priority", *kept, "created_at", "pk")
        # Another worker may be faster on one of them: then the next best, until none is left.
        while candidates := list(best.values_list("pk", flat=True)[:8]):
            for pk in candidates:
                if job := cls._take(pk, worker):
                    return job
        return None

    @classmethod
    def _take(cls, pk: uuid.UUID, worker: str) -> "Job | None":
        now = timezone.now()
        with transaction.atomic():
            taken = cls.objects.filter(pk=pk, state=State.QUEUED).update(
                state=State.RUNNING,
                attempts=F("attempts") + 1,
                worker=worker,
                lease_until=now + LEASE,
                started_at=now,
                progress_done=0,
                progress_total=0,
                progress_note="",
                progress_wording=[],
                progress_shot="",
                progress_eta_s=None,
                preview="",
            )
            if not taken:
                return None
            job = cls.objects.get(pk=pk)
            job.attempt_set.create(number=job.attempts, worker=worker, started_at=now)
        return job

    def held(self) -> JobQuerySet:
        """This job as long as the attempt at hand holds it; empty once it was taken away."""
        return Job.objects.filter(pk=self.pk, state=State.RUNNING, attempts=self.attempts)

    def renew(self, **progress: Any) -> bool:
        """Renew the lease and write `progress` fields; False when the job was taken away."""
        return bool(self.held().update(lease_until=timezone.now() + LEASE, **progress))


class Attempt(models.Model):
    class Outcome(models.TextChoices):
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")
        LOST = "lost", _("lost")

    job = models.ForeignKey(Job, models.CASCADE, verbose_name=_("job"))
    number = models.PositiveIntegerField(_("number"))
    worker = models.CharField(_("worker"), max_length=200)
    started_at = models.DateTimeField(_("started"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    outcome = models.CharField(
        _("outcome"), max_length=12, choices=Outcome, default=Outcome.RUNNING
    )
    error = models.TextField(_("error"), blank=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["job", "number"]
        constraints = [
            models.UniqueConstraint(fields=["job", "number"], name="one_attempt_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.job} · {self.number}"


class Cluster(models.Model):
    """A running cluster of workers; its pusher renews the row, a stopping cluster deletes it."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    queue = models.CharField(_("queue"), max_length=8, choices=Queue)
    workers = models.PositiveIntegerField(_("workers"))
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    lease_until = models.DateTimeField(_("lease until"))

    class Meta:
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")
        ordering = ["queue", "name"]

    def __str__(self) -> str:
        return f"{self.queue} {self.name}"
