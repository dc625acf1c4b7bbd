"""Whose things they are: members of a studio only; others are not even told that they exist."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from apps.accounts.models import User
from apps.catalog.models import Episode, Series
from apps.studio.models import Shot, Take

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


def take_of(request: DirectorRequest, key: int) -> Take:
    mine = Series.objects.of(request.user)
    rows = Take.objects.select_related("shot__episode__series", "shot__circle_take")
    return get_object_or_404(rows, pk=key, shot__episode__series__in=mine)
