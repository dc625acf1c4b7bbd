"""Jobs, attempts and clusters in the administration: to be read, cancelled and tried again."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.core.wording import told
from apps.jobs import services
from apps.jobs.models import Attempt, Cluster, Job, JobQuerySet


class ReadOnly:
    """What the queue writes is not for people to edit."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [field.name for field in self.model._meta.fields]  # type: ignore[attr-defined]


class AttemptInline(ReadOnly, admin.TabularInline):
    model = Attempt
    extra = 0


@admin.register(Job)
class JobAdmin(ReadOnly, admin.ModelAdmin):
    list_display = [
        "verb",
        "subject",
        "studio",
        "queue",
        "priority",
        "state",
        "percent",
        "attempts",
        "wall_s",
        "peak_mb",
        "failure",
        "created_at",
    ]
    list_filter = ["state", "queue", "verb", "studio", "error_code"]
    list_select_related = ["studio"]
    search_fields = ["id", "subject", "inputs", "error_message", "worker"]
    date_hierarchy = "created_at"
    actions = ["cancel_jobs", "retry_jobs"]
    inlines = [AttemptInline]

    @admin.display(description=_("progress"))
    def percent(self, job: Job) -> str:
        return f"{job.progress:.0%}"

    @admin.display(description=_("error"), ordering="error_message")
    def failure(self, job: Job) -> str:
        return told(job.error).message

    @admin.action(description=_("Cancel the selected jobs"), permissions=["change"])
    def cancel_jobs(self, request: HttpRequest, queryset: JobQuerySet) -> None:
        active = list(queryset.active())
        for job in active:
            services.cancel(job=job)
        told = ngettext("%d job was asked to stop.", "%d jobs were asked to stop.", len(active))
        messages.success(request, told % len(active))

    @admin.action(description=_("Try the selected jobs again"), permissions=["change"])
    def retry_jobs(self, request: HttpRequest, queryset: JobQuerySet) -> None:
        ended = [job for job in queryset if job.can_be_retried]
        for job in ended:
            services.retry(job=job)
        told = ngettext("%d job was queued again.", "%d jobs were queued again.", len(ended))
        messages.success(request, told % len(ended))


@admin.register(Cluster)
class ClusterAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["queue", "name", "workers", "started_at", "lease_until"]
