"""Release: what viewers see now, and publishing what is ready."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.core.media import signed_url
from apps.studio.board import board_of
from apps.studio.views.access import DirectorRequest, directors_only, episode_of


@require_safe
@directors_only
def release(request: DirectorRequest, slug: str, number: int) -> HttpResponse:
    episode = episode_of(request, slug, number)
    edition = episode.edition
    rendition = edition.renditions.first() if edition else None
    context = {
        "room": "release",
        "series": episode.series,
        "episode": episode,
        "board": board_of(episode),
        "edition": edition,
        "video": signed_url(str(rendition.file)) if rendition else "",
        "poster": signed_url(str(edition.poster)) if edition else "",
        "editions": episode.editions.prefetch_related("renditions"),
    }
    return render(request, "studio/release.html", context)
