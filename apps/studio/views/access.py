"""Who may see what: people outside of a studio learn nothing, not even that a series exists."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from apps.accounts.models import Studio, User
from apps.catalog.models import Episode, Series
from apps.studio.models import Shot, Take


class DirectorRequest(HttpRequest):
    """A request of somebody who is signed in (login_required has seen to it)."""

    user: User


def studios_of(user: User) -> list[Studio]:
    return list(user.studios.all())


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
