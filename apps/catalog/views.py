"""Browsing and the page of a series."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from apps.catalog.listing import Poster, posters
from apps.catalog.models import Character, Series
from apps.catalog.search import ranked
from apps.core.media import signed_url

ROW = 3  # posters across on a phone: fewer of a genre look like an empty shelf


@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:100]
    genre, language = request.GET.get("genre", ""), request.GET.get("language", "")
    shelf = posters(Series.objects.published())
    shown = [
        poster
        for poster in found(query, shelf)
        if genre in {"", poster.genre} and language in {"", poster.language}
    ]
    if not query:  # what the reader understands first
        shown.sort(key=lambda poster: poster.language != get_language())
    context = {
        "query": query,
        "genre": genre,
        "language": language,
        "genres": sorted({(p.genre, p.genre_name) for p in shelf.values() if p.genre}),
        "languages": spoken(shelf),
        "posters": shown,
        "shelves": [] if query or genre or language else by_genre(shown),
        "shelf_is_empty": not shelf,
    }
    # htmx asks while somebody types; it needs the shelf only.
    part = request.headers.get("HX-Target", "").endswith("shelf")
    template = "catalog/shelf.html" if part else "catalog/browse.html"
    response = render(request, template, context | {"part": part})
    patch_vary_headers(response, ["HX-Target"])  # the same address, whole or in part
    return response


def found(query: str, shelf: dict[int, Poster]) -> list[Poster]:
    if not query:
        return list(shelf.values())
    texts = {
        key: [poster.title, "", f"{poster.genre} {poster.genre_name}", poster.logline]
        for key, poster in shelf.items()
    }
    for key, name in Character.objects.filter(series__in=shelf).values_list("series", "name"):
        texts[key][1] += f" {name}"
    return [shelf[key] for key in ranked(query, texts)]


def by_genre(shown: list[Poster]) -> list[tuple[str, list[Poster]]]:
    """Genres that fill a row, and last, under no name, what is left; nothing where none does."""
    genres: dict[str, list[Poster]] = {}
    for poster in shown:
        genres.setdefault(poster.genre, []).append(poster)
    full = {name: row for name, row in genres.items() if name and len(row) >= ROW}
    if len(genres) < 2 or not full:
        return []
    rest = [poster for poster in shown if poster.genre not in full]
    return [*full.items(), ("", rest)] if rest else list(full.items())


def spoken(shelf: dict[int, Poster]) -> list[tuple[str, str]]:
    """The languages there is something in: code and name."""
    there = {poster.language for poster in shelf.values()}
    return [(code, str(name)) for code, name in settings.LANGUAGES if code in there]


@require_safe
def series(request: HttpRequest, slug: str) -> HttpResponse:
    visible = Series.objects.visible_to(request.user)
    one = get_object_or_404(visible, slug=slug)
    episodes = list(one.published_episodes())
    seconds = sum(episode.edition.duration for episode in episodes if episode.edition)
    context = {
        "series": one,
        "episodes": episodes,
        "seconds": seconds,
        "cast": list(one.characters.all()),
        "versions": list(one.other_languages()),
        "cover": episodes[0].edition if episodes else None,
        "linked_data": linked_data(one, len(episodes)),
    }
    return render(request, "catalog/series.html", context)


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """The cover at an address that does not expire, for share cards."""
    shelf = posters(Series.objects.published().filter(slug=slug))
    for one in shelf.values():
        return HttpResponseRedirect(signed_url(one.cover))
    raise Http404


def linked_data(one: Series, episodes: int) -> dict[str, Any]:
    """What search engines read about a series (schema.org)."""
    site = settings.SITE_URL.rstrip("/")
    return {
        "@context": "https://schema.org",
        "@type": "TVSeries",
        "name": one.title,
        "description": one.logline,
        "inLanguage": one.language,
        "genre": one.genre_name,
        "numberOfEpisodes": episodes,
        "url": f"{site}{one.get_absolute_url()}",
        "image": f"{site}{reverse('catalog:poster', args=[one.slug])}",
        "isAccessibleForFree": True,
    }
