"""Review finals: each new final of an episode beside the take that is circled now."""

import re
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.catalog.models import Episode
from apps.studio import services
from apps.studio.review import review_of
from apps.studio.services.picking import Offered, Seen, already_picked
from apps.studio.views.access import NUMBER, DirectorRequest, deed, directors_only, episode_of
from engine.contracts import EngineError

ROW = re.compile(rf"({NUMBER.pattern})\.({NUMBER.pattern})\.({NUMBER.pattern})\.({NUMBER.pattern})")


@require_safe
@directors_only
def review(request: DirectorRequest, slug: str, number: int) -> HttpResponse:
    """The page; with ?part only what changes when somebody decides."""
    return show(request, episode_of(request, slug, number))


def show(
    request: DirectorRequest,
    episode: Episode,
    *,
    refusals: Sequence[EngineError] = (),
    status: int = 200,
) -> HttpResponse:
    found = review_of(episode, request.user)
    context = {
        "room": "review",
        "series": episode.series,
        "episode": episode,
        "review": found,
        "board": found,  # for the way to other episodes
        "refusals": refusals,
    }
    name = "studio/review_body.html" if "part" in request.GET else "studio/review.html"
    return render(request, name, context, status=status)


def address(request: HttpRequest, slug: str, number: int) -> str:
    return reverse("studio:review", args=[slug, number])


@deed(address)
def pick(request: DirectorRequest, slug: str, number: int) -> HttpResponse:
    """Keep what is circled, or use the new final: of the row as it was seen."""
    episode = episode_of(request, slug, number)
    key, row = next(iter(rows_in([request.POST.get("row", "")]).items()), (0, None))
    wanted = request.POST.get("take", "")
    if row is None or not NUMBER.fullmatch(wanted):
        raise Http404
    shot = get_object_or_404(episode.shots.in_cut().select_related("circle_take"), pk=key)
    take = get_object_or_404(shot.takes, pk=wanted)
    try:
        made = services.decide(shot=shot, take=take, by=request.user, offered=row)
    except EngineError as error:
        return show(request, episode, refusals=[error], status=409)
    return show(request, episode, refusals=[] if made else [already_picked(shot)])


@deed(address)
def use_new(request: DirectorRequest, slug: str, number: int) -> HttpResponse:
    """Use all new finals without a finding, of those that were on the page."""
    episode = episode_of(request, slug, number)
    offered = rows_in(request.POST.getlist("row"))
    used = services.use_new_finals(episode=episode, offered=offered, by=request.user)
    return show(request, episode, refusals=used.left, status=status_of(used.left))


@deed(address)
def take_back(request: DirectorRequest, slug: str, number: int) -> HttpResponse:
    """Circle again what was circled before an act of this page or of a take room."""
    episode = episode_of(request, slug, number)
    try:
        act = UUID(request.POST.get("act", ""))
    except ValueError:
        raise Http404 from None
    kept = services.take_back(episode=episode, act=act)
    return show(request, episode, refusals=kept, status=status_of(kept))


def status_of(refusals: Sequence[EngineError]) -> int:
    return 409 if refusals else 200


def rows_in(given: Iterable[str]) -> dict[int, Offered]:
    """Rows as they were on the page, by the pk of their shot: "shot.final.circled.pick"."""
    found = (ROW.fullmatch(one) for one in given)
    numbers = [tuple(map(int, one.groups())) for one in found if one]
    return {shot: Offered(final, Seen(take, last)) for shot, final, take, last in numbers}
