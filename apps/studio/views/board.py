"""The board: the shots of an episode as tiles, their takes, and what is being made."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from apps.catalog.models import Episode
from apps.studio import services
from apps.studio.board import board_of, takes_of
from apps.studio.forms import RejectForm
from apps.studio.models import Shot
from apps.studio.views.access import DirectorRequest, episode_of, shot_of, take_of
from engine.contracts import EngineError


@login_required
def board(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The page; with ?part only what changes while something is being made."""
    return show(request, episode_of(cast(DirectorRequest, request), slug, number))


def show(request: HttpRequest, episode: Episode, *, refusal: str = "") -> HttpResponse:
    context = {
        "room": "board",
        "series": episode.series,
        "episode": episode,
        "board": board_of(episode),
        "refusal": refusal,
    }
    part = "part" in request.GET
    name = "studio/board_body.html" if part else "studio/board.html"
    return render(request, name, context, status=400 if refusal else 200)


@login_required
@require_POST
def wish(request: HttpRequest, slug: str, number: int, verb: str) -> HttpResponse:
    """Make current, publish, or stop."""
    episode = episode_of(cast(DirectorRequest, request), slug, number)
    try:
        if verb == "publish":
            services.produce(episode=episode, publish=True)
        elif verb == "stop":
            services.stop(episode=episode)
        else:
            services.make_current(episode=episode)
    except EngineError as error:
        return show(request, episode, refusal=f"{error.message} {error.advice}")
    return redirect("studio:board", slug, number)


def take_room(request: HttpRequest, shot: Shot, status: int = 200) -> HttpResponse:
    return render(request, "studio/takes.html", takes_of(shot), status=status)


@login_required
def takes(request: HttpRequest, key: int) -> HttpResponse:
    """All takes of a shot, side by side."""
    return take_room(request, shot_of(cast(DirectorRequest, request), key))


@login_required
@require_POST
def retake(request: HttpRequest, key: int) -> HttpResponse:
    shot = shot_of(cast(DirectorRequest, request), key)
    services.retake(shot=shot)
    return take_room(request, shot, status=202)


@login_required
@require_POST
def pick(request: HttpRequest, key: int) -> HttpResponse:
    take = take_of(cast(DirectorRequest, request), key)
    services.pick(shot=take.shot, take=take)
    return take_room(request, take.shot)


@login_required
@require_POST
def reject(request: HttpRequest, key: int) -> HttpResponse:
    take = take_of(cast(DirectorRequest, request), key)
    form = RejectForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    services.reject(take=take, reason=reason)
    take.shot.refresh_from_db()
    return take_room(request, take.shot)
