"""The feed and the player."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from apps.catalog.listing import Poster, posters
from apps.catalog.models import Edition, Episode, Series
from apps.playback.playable import Playable, playable

CARDS = 6  # a page of the feed


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    shown = Series.objects.published().told_in(get_language() or settings.LANGUAGE_CODE)
    page = Paginator(shown, CARDS).get_page(request.GET.get("page"))
    keys = [series.pk for series in page]
    shelf = posters(Series.objects.filter(pk__in=keys))
    cards = hooks({key: shelf[key] for key in keys if key in shelf})
    part = request.headers.get("X-Part") == "cards"  # the feed asks for more of itself
    template = "playback/cards.html" if part else "playback/feed.html"
    response = render(request, template, {"cards": cards, "page": page})
    patch_vary_headers(response, ["X-Part"])
    return response


def hooks(shelf: dict[int, Poster]) -> list[tuple[Poster, Playable]]:
    """Each series with its first published episode, which opens on the hook."""
    firsts = published().filter(pk__in=[poster.first_episode for poster in shelf.values()])
    by_series = {episode.series_id: playable(episode, edition_of(episode)) for episode in firsts}
    return [(poster, by_series[key]) for key, poster in shelf.items()]


@require_safe
@cache_control(private=True, no_cache=True)
def player(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    episode = get_object_or_404(published(), series__slug=slug, number=number)
    context = {
        "series": episode.series,
        "episode": episode,
        "playable": playable(episode, edition_of(episode)),
        "episodes": episode.series.published_episodes(),
        "versions": other_versions(episode),
    }
    return render(request, "playback/player.html", context)


@require_safe
@cache_control(private=True, no_cache=True)
def player_data(request: HttpRequest, slug: str, number: int) -> JsonResponse:
    episode = get_object_or_404(published(), series__slug=slug, number=number)
    return JsonResponse(playable(episode, edition_of(episode)).as_json())


def published() -> QuerySet[Episode]:
    shown = Episode.objects.filter(edition__isnull=False)
    return shown.select_related("series", "edition").prefetch_related(
        "edition__renditions", "edition__captions"
    )


def edition_of(episode: Episode) -> Edition:
    if episode.edition is None:
        raise Http404  # taken down between two queries
    return episode.edition


def other_versions(episode: Episode) -> list[Episode]:
    """The same episode in other languages, as far as it is published there."""
    family = episode.series.other_languages()
    return list(published().filter(series__in=family, number=episode.number))
