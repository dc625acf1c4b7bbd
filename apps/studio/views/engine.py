"""The engine room: what can render on this machine, and which models there are."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from apps.accounts.models import User
from apps.core.wording import sentence, told, worded
from apps.jobs.models import Job, State
from apps.studio.forms import AcceptForm, country
from apps.studio.services.engine import (
    accept_licence,
    licence_text,
    model_jobs,
    models,
    work_on_model,
)
from apps.studio.views.access import DirectorRequest, deed, directors_only, owned_studio
from engine.contracts import EngineError, Models, ModelState

MIB_IN_GIB = 1024
SETTLED_S = 5  # of a download, before anything is said of the rest of it


@require_safe
@directors_only
def engine(request: DirectorRequest) -> HttpResponse:
    context: dict[str, Any] = {"owner": owned_studio(request) is not None}
    try:
        context |= room(models(), request.user)
    except EngineError as error:
        context["refusal"] = error
    name = "studio/engine_rows.html" if "part" in request.GET else "studio/engine.html"
    return render(request, name, context)


def room(found: Models, user: User) -> dict[str, Any]:
    """What the page shows of the engine's answer."""
    jobs = model_jobs([state.name for state in found.models])
    own = set(Job.objects.of(user).filter(pk__in=[job.pk for job in jobs.values()]))
    rows = [row(state, jobs.get(state.name)) for state in found.models]
    for one in rows:
        one["may_stop"] = one["working"] and one["job"] in own
    by_name = {one["state"].name: one for one in rows}
    defaults: list[dict[str, Any]] = [
        {
            "role": choice.role,
            "row": by_name.get(choice.name),
            "why": [worded(why) for why in choice.why],
        }
        for choice in found.defaults
    ]
    missing = (one["row"] for one in defaults if one["row"] and not one["row"]["here"])
    wanted = next((one["state"].name for one in missing if one["may_pull"]), "")
    return {
        "found": found,
        "missing": [library.name for library in found.libraries if not library.version],
        "defaults": defaults,
        "wanted": wanted,
        "groups": [
            (role, [one for one in rows if one["state"].role == role])
            for role in dict.fromkeys(state.role for state in found.models)
        ],
        "working": sum(one["working"] for one in rows),
        "remarks": [told(problem) for problem in found.problems],
    }


def row(state: ModelState, job: Job | None) -> dict[str, Any]:
    """One model, and what is done or went wrong with it last."""
    working = job is not None and job.state in (State.QUEUED, State.RUNNING)
    free = not working and not state.own
    return {
        "state": state,
        "here": state.disk == "yes",
        "why": worded(state.why[0]),
        "no_room": sentence(state.no_room),
        "to_accept": state.refused in {"licence-not-accepted", "licence-changed"},
        "job": job,
        "working": working,
        "progress": progress(job) if job is not None and job.state == State.RUNNING else None,
        "failed": job if job is not None and job.state == State.FAILED else None,
        "may_pull": free and not state.refused and state.disk != "yes",
        "may_verify": free and bool(state.revision),
        "may_remove": free and state.disk != "no",
    }


def progress(job: Job) -> dict[str, Any]:
    """GiB of this run, and about how many seconds are left once that can be said."""
    done, total = job.progress_done, job.progress_total
    took = (timezone.now() - job.started_at).total_seconds() if job.started_at else 0.0
    known = bool(done) and took > SETTLED_S
    return {
        "done": done / MIB_IN_GIB,
        "total": total / MIB_IN_GIB,
        "share": job.progress,
        "left": round(took / done * (total - done)) if known else None,
    }


@require_http_methods(["GET", "HEAD", "POST"])
@directors_only
def licence(request: DirectorRequest, name: str) -> HttpResponse:
    """GET shows the text and what the licence asks for; POST accepts it, by an owner."""
    owner = owned_studio(request) is not None
    if request.method == "POST" and not owner:
        raise PermissionDenied
    context: dict[str, Any] = {"owner": owner}
    form = AcceptForm(request.POST or None, user=request.user)
    try:
        state = state_of(name)
        context |= {"state": state, "form": form, "text": licence_text(name=name)}
        context["excluded"] = [country(code) for code in state.excluded]
        context["limit"] = f"{state.revenue_limit:,}"
        if request.method == "POST" and form.is_valid():
            accept_licence(name=name, **form.cleaned_data)
            return redirect("studio:engine")
    except EngineError as error:
        context["refusal"] = error
    return render(
        request,
        "studio/licence.html",
        context,
        status=400 if form.errors or "refusal" in context else 200,
    )


def state_of(name: str) -> ModelState:
    found = next((state for state in models().models if state.name == name), None)
    if found is None:
        raise Http404
    return found


@deed(lambda request, name, verb: reverse("studio:engine"))
def act(request: DirectorRequest, name: str, verb: str) -> HttpResponse:
    """Pull, verify or remove a model; owners only, for it is of the whole machine."""
    studio = owned_studio(request)
    if studio is None:
        raise PermissionDenied
    if state_of(name).own:
        raise Http404
    work_on_model(name=name, verb=verb, studio=studio)
    return redirect(f"{reverse('studio:engine')}#{name}")
