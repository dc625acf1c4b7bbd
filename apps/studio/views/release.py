"""Release: which edition viewers see, what each one changed, putting an older one back."""

from typing import Any

import msgspec
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.catalog.models import Edition, Episode
from apps.catalog.services import put_back, unpublish
from apps.core.media import signed_url
from apps.jobs.services import run_now
from apps.studio.board import board_of
from apps.studio.changes import between_editions
from apps.studio.forms import ShownForm
from apps.studio.views.access import (
    NUMBER,
    DirectorRequest,
    deed,
    directors_only,
    episode_of,
)
from engine.contracts import EngineError, Provenance, ProvenanceRequest


@require_safe
@directors_only
def release(request: DirectorRequest, slug: str, number: int) -> HttpResponse:
    """The page; ?provenance=3 also reads what the files of edition 3 say of themselves."""
    episode = episode_of(request, slug, number)
    asked = request.GET.get("provenance", "")
    edition = episode.editions.filter(number=asked).first() if NUMBER.fullmatch(asked) else None
    if edition is None:
        return page(request, episode)
    try:
        return page(request, episode, told=(edition, provenance_of(edition)))
    except EngineError as error:
        return page(request, episode, refusal=error)


def page(
    request: DirectorRequest,
    episode: Episode,
    *,
    told: tuple[Edition, Provenance | None] | None = None,
    refusal: EngineError | None = None,
) -> HttpResponse:
    board = board_of(episode)
    edition = episode.edition
    rendition = edition.renditions.first() if edition else None
    context = {
        "room": "release",
        "series": episode.series,
        "episode": episode,
        "board": board,
        "edition": edition,
        "video": signed_url(str(rendition.file)) if rendition else "",
        "poster": signed_url(str(edition.poster)) if edition else "",
        "rows": rows(episode, told),
        "refusal": refusal,
    }
    return render(request, "studio/release.html", context, status=400 if refusal else 200)


def rows(episode: Episode, told: tuple[Edition, Provenance | None] | None) -> list[dict[str, Any]]:
    editions = list(episode.editions.prefetch_related("renditions"))
    changes = between_editions(editions)
    read, report = told or (None, None)
    return [
        {
            "edition": item,
            "poster": signed_url(str(item.poster)),
            "shots": len(item.spans),
            "changes": changes[item.pk],
            "is_first": index == len(editions) - 1,
            "is_shown": item == episode.edition,
            "report": report if item == read else None,
        }
        for index, item in enumerate(editions)
    ]


def provenance_of(edition: Edition) -> Provenance | None:
    """Read from the file that viewers get, not from what was meant to be in it."""
    rendition = edition.renditions.first()
    if rendition is None:
        return None
    request = ProvenanceRequest(file=rendition.file.path)
    return msgspec.convert(run_now(verb="provenance", request=request), Provenance)


@deed(lambda request, slug, number, verb: reverse("studio:release", args=[slug, number]))
def show(request: DirectorRequest, slug: str, number: int, verb: str) -> HttpResponse:
    """Put an older edition back, or take the episode down."""
    episode = episode_of(request, slug, number)
    form = ShownForm(request.POST, episode=episode)
    if not form.is_valid():
        return redirect("studio:release", slug, number)
    given = form.cleaned_data
    try:
        if verb == "unpublish":
            unpublish(episode=episode, instead_of=given["instead_of"])
        elif given["edition"] is not None:
            put_back(edition=given["edition"], instead_of=given["instead_of"])
    except EngineError as error:
        return page(request, episode, refusal=error)
    return redirect("studio:release", slug, number)
