"""The queue: what runs, what waits and why, what failed; and the buttons that help."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.jobs.services import cancel
from apps.studio.board import doing
from apps.studio.models import Shot
from apps.studio.services.finals import again, kept_of
from apps.studio.services.seeds import is_of_finals
from apps.studio.views.access import DirectorRequest, deed, directors_only
from engine.contracts import EngineError

ENDED_SHOWN = 30
WHOLE = ("cast", "references")  # kinds of subjects that are a series


@require_safe
@directors_only
def queue(request: DirectorRequest) -> HttpResponse:
    return show(request)


def show(request: DirectorRequest, refusal: EngineError | None = None) -> HttpResponse:
    mine = Job.objects.of(request.user)
    active = mine.active().order_by("-state", "-priority", "created_at")
    ended = mine.exclude(pk__in=mine.active()).order_by("-finished_at")[:ENDED_SHOWN]
    context = {"active": named(active), "ended": named(ended), "refusal": refusal}
    name = "studio/queue_rows.html" if "part" in request.GET else "studio/queue.html"
    return render(request, name, context, status=400 if refusal else 200)


def named(jobs: QuerySet[Job]) -> list[dict[str, Any]]:
    """Jobs with the series, and the episode and shot, that they are for."""
    rows = list(jobs)
    keys = {kind: subjects(rows, kind) for kind in ("shot", "episode", *WHOLE)}
    shots = Shot.objects.select_related("episode__series").in_bulk(keys["shot"])
    episodes = Episode.objects.select_related("series").in_bulk(keys["episode"])
    series = Series.objects.in_bulk([key for kind in WHOLE for key in keys[kind]])
    kept = kept_of(job for job in rows if job.verb == "finals" and job.state == State.CANCELLED)
    found: list[dict[str, Any]] = []
    for job in rows:
        kind, _separator, key = job.subject.partition(":")
        shot = shots.get(int(key)) if kind == "shot" else None
        episode = episodes.get(int(key)) if kind == "episode" else None
        episode = shot.episode if shot else episode
        whole = series.get(int(key)) if kind in WHOLE else None
        model = key if kind == "model" else ""
        found.append(
            {
                "job": job,
                "is_final": job.verb == "render" and is_of_finals(job),
                "note": doing(job, shot.slate if shot else ""),
                "kept": kept.get(job.pk),
                "shot": shot,
                "episode": episode,
                "series": whole,
                "model": model,
            }
        )
    return found


def subjects(jobs: list[Job], kind: str) -> list[int]:
    parts = (job.subject.partition(":") for job in jobs)
    return [int(key) for name, _separator, key in parts if name == kind]


@deed(lambda request, key, verb: reverse("studio:queue"))
def act(request: DirectorRequest, key: UUID, verb: str) -> HttpResponse:
    """Cancel or retry a job of one's own studios."""
    job = get_object_or_404(Job.objects.of(request.user), pk=key)
    if verb == "cancel":
        cancel(job=job)
    elif verb != "retry":
        raise Http404
    elif job.can_be_retried:
        try:
            again(job=job)
        except EngineError as error:
            return show(request, error)
    return redirect("studio:queue")
