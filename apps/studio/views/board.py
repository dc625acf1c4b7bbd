"""The board: the shots of an episode as tiles, their takes, and what is being made."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.catalog.models import Episode
from apps.studio import services
from apps.studio.board import board_of, takes_of, waits_of
from apps.studio.forms import RejectForm
from apps.studio.models import Shot
from apps.studio.services.picking import already_picked
from apps.studio.views.access import (
    DirectorRequest,
    board_with,
    deed,
    directors_only,
    episode_of,
    seen_in,
    shot_of,
    take_of,
)
from engine.contracts import EngineError


@require_safe
@directors_only
def board(request: DirectorRequest, slug: str, number: int) -> HttpResponse:
    """The page; with ?part only what changes while something is being made."""
    return show(request, episode_of(request, slug, number))


def show(
    request: HttpRequest, episode: Episode, *, refusal: EngineError | None = None
) -> HttpResponse:
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


@deed(lambda request, slug, number, verb: reverse("studio:board", args=[slug, number]))
def wish(request: DirectorRequest, slug: str, number: int, verb: str) -> HttpResponse:
    """Make current, make finals, all of them again, publish, or stop."""
    episode = episode_of(request, slug, number)
    try:
        if verb == "publish":
            services.produce(episode=episode, publish=True)
        elif verb in {"make-finals", "make-finals-again"}:
            services.make_finals(episode=episode, again=verb.endswith("again"))
        elif verb == "stop":
            services.stop(episode=episode)
        else:
            services.make_current(episode=episode)
    except EngineError as error:
        return show(request, episode, refusal=error)
    return redirect("studio:board", slug, number)


def take_room(
    request: HttpRequest,
    shot: Shot,
    *,
    form: RejectForm | None = None,
    refusal: EngineError | None = None,
    status: int = 200,
) -> HttpResponse:
    context = takes_of(shot) | {"series": shot.episode.series, "form": form, "refusal": refusal}
    return render(request, "studio/takes.html", context, status=status)


@require_safe
@directors_only
def takes(request: DirectorRequest, key: int) -> HttpResponse:
    """All takes of a shot, side by side: a part of the board, to which its bare address leads.

    With ?part only what changes while a take is being made.
    """
    if request.headers.get("Sec-Fetch-Dest") == "document":
        return redirect(board_with(request, shots__pk=key))
    shot = shot_of(request, key)
    if "part" in request.GET:
        return render(request, "studio/takes_waits.html", waits_of(shot))
    return take_room(request, shot)


@deed(lambda request, key: board_with(request, shots__pk=key))
def retake(request: DirectorRequest, key: int) -> HttpResponse:
    shot = shot_of(request, key)
    services.retake(shot=shot)
    return take_room(request, shot, status=202)


@deed(lambda request, key: board_with(request, shots__pk=key))
def final(request: DirectorRequest, key: int) -> HttpResponse:
    shot = shot_of(request, key)
    try:
        services.make_final(shot=shot)
    except EngineError as error:
        return take_room(request, shot, refusal=error, status=400)
    return take_room(request, shot, status=202)


@deed(lambda request, key: board_with(request, shots__pk=key))
def stop(request: DirectorRequest, key: int) -> HttpResponse:
    shot = shot_of(request, key)
    services.stop_making(shot=shot)
    return take_room(request, shot)


@deed(lambda request, key: board_with(request, shots__takes__pk=key))
def pick(request: DirectorRequest, key: int) -> HttpResponse:
    """Circle it, unless the shot is no longer as it was seen by who picks."""
    take = take_of(request, key)
    try:
        made = services.pick(shot=take.shot, take=take, by=request.user, seen=seen_in(request))
    except EngineError as error:
        return take_room(request, take.shot, refusal=error, status=409)
    return take_room(request, take.shot, refusal=None if made else already_picked(take.shot))


@deed(lambda request, key: board_with(request, shots__takes__pk=key))
def reject(request: DirectorRequest, key: int) -> HttpResponse:
    """Set a take aside; the reason is asked for, because the next attempt needs it."""
    take = take_of(request, key)
    form = RejectForm(request.POST)
    if not form.is_valid():
        return take_room(request, take.shot, form=form, status=400)
    reason = form.cleaned_data["reason"]
    try:
        services.reject(take=take, reason=reason, seen=seen_in(request))
    except EngineError as error:
        return take_room(request, shot_of(request, take.shot_id), refusal=error, status=409)
    return take_room(request, shot_of(request, take.shot_id))
