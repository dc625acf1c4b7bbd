"""Whose things they are: members of a studio only; others are not even told that they exist."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from apps.accounts.models import Membership, Studio, User
from apps.catalog.models import Episode, Series
from apps.studio.models import Shot, Take
from apps.studio.services.picking import Seen

P = ParamSpec("P")
NUMBER = re.compile("[0-9]{1,9}")  # what a row may be numbered; "²" is a digit, too


class DirectorRequest(HttpRequest):
    """A request of somebody who is signed in and belongs to a studio."""

    user: User


def directors_only(
    view: Callable[Concatenate[DirectorRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Strangers sign in first; who belongs to no studio is told how to get into one."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        directed = cast(DirectorRequest, request)
        if not directed.user.memberships.exists():
            return render(request, "studio/no_studio.html", status=403)
        return view(directed, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", login_required(wrapped))


def deed(
    room: Callable[Concatenate[HttpRequest, P], str],
) -> Callable[
    [Callable[Concatenate[DirectorRequest, P], HttpResponse]],
    Callable[Concatenate[HttpRequest, P], HttpResponse],
]:
    """For what is only ever posted; `room` says at which address people do it.

    Who looks at the address itself, from a history or after signing in, is led to that room.
    """

    def decorate(
        view: Callable[Concatenate[DirectorRequest, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        directed = directors_only(view)

        @wraps(view)
        def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method in {"GET", "HEAD"}:
                return redirect(room(request, *args, **kwargs))
            if request.method != "POST":
                return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
            if not request.user.is_authenticated:
                return redirect_to_login(room(request, *args, **kwargs))
            return directed(request, *args, **kwargs)

        wrapped.room = room  # type: ignore[attr-defined]  # read by the tag `here`
        return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", wrapped)

    return decorate


def board_with(request: HttpRequest, **part: int) -> str:
    """The board of one's own with a shot or a take, else the desk."""
    user = cast(DirectorRequest, request).user
    rows = Episode.objects.select_related("series")
    mine = Series.objects.of(user) if user.is_authenticated else Series.objects.none()
    episode = rows.filter(series__in=mine, **part).first()
    if episode is None:
        return reverse("studio:desk")
    return reverse("studio:board", args=[episode.series.slug, episode.number])


def owned_studio(request: DirectorRequest) -> Studio | None:
    """A studio that the person owns, in whose name they may decide for the whole machine."""
    owned = Studio.objects.filter(
        memberships__user=request.user, memberships__role=Membership.Role.OWNER
    )
    return owned.first()


def series_of(request: DirectorRequest, slug: str) -> Series:
    return get_object_or_404(Series.objects.of(request.user), slug=slug)


def episode_of(request: DirectorRequest, slug: str, number: int) -> Episode:
    rows = Episode.objects.select_related("series__studio", "edition")
    return get_object_or_404(
        rows, series__in=Series.objects.of(request.user), series__slug=slug, number=number
    )


def shot_of(request: DirectorRequest, key: int) -> Shot:
    mine = Series.objects.of(request.user)
    rows = Shot.objects.select_related("episode__series__studio", "circle_take")
    return get_object_or_404(rows, pk=key, episode__series__in=mine)


def seen_in(request: HttpRequest) -> Seen | None:
    """What the page showed of the shot; None where it does not say."""
    take, _point, last = request.POST.get("seen", "").partition(".")
    is_said = NUMBER.fullmatch(take) and NUMBER.fullmatch(last)
    return Seen(int(take), int(last), "rejected" in request.POST) if is_said else None


def take_of(request: DirectorRequest, key: int) -> Take:
    mine = Series.objects.of(request.user)
    rows = Take.objects.select_related("shot__episode__series", "shot__circle_take")
    return get_object_or_404(rows, pk=key, shot__episode__series__in=mine)
