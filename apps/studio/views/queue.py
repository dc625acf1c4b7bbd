"""The queue: what runs, what waits and why, what failed; and the buttons that help."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from apps.jobs.models import Job, State
from apps.jobs.services import cancel, retry
from apps.studio.views.access import DirectorRequest


@login_required
def queue(request: HttpRequest) -> HttpResponse:
    mine = Job.objects.of(cast(DirectorRequest, request).user)
    context = {
        "active": mine.active().order_by("-state", "-priority", "created_at"),
        "ended": mine.exclude(pk__in=mine.active()).order_by("-finished_at")[:30],
    }
    name = "studio/queue_rows.html" if "part" in request.GET else "studio/queue.html"
    return render(request, name, context)


@login_required
@require_POST
def act(request: HttpRequest, key: str, verb: str) -> HttpResponse:
    """Cancel or retry a job of one's own studios."""
    job = get_object_or_404(Job.objects.of(cast(DirectorRequest, request).user), pk=key)
    if verb == "cancel":
        cancel(job=job)
    elif job.state in {State.FAILED, State.CANCELLED}:
        retry(job=job)
    return redirect("studio:queue")
