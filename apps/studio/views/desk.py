"""The desk: all series of one's studios, and what needs one now."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from apps.catalog.models import Episode, Series
from apps.core.media import signed_url
from apps.core.wording import told
from apps.jobs.models import Job
from apps.studio import services
from apps.studio.forms import BibleForm, SeriesForm
from apps.studio.models import Production, Shot
from apps.studio.progress import progress_of
from apps.studio.views.access import DirectorRequest, deed, directors_only, series_of
from engine.contracts import EngineError


@require_http_methods(["GET", "HEAD", "POST"])
@directors_only
def desk(request: DirectorRequest) -> HttpResponse:
    """GET shows the series, POST starts one."""
    user = request.user
    form = SeriesForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        given = {k: v for k, v in form.cleaned_data.items() if k != "slug"}
        return redirect("studio:series", services.create_series(**given).slug)
    rows = Series.objects.of(user).prefetch_related("episodes__edition", "episodes__production")
    context = {
        "cards": [card(series) for series in rows],
        "form": form,
        "jobs": Job.objects.of(user).active().count(),
    }
    return render(request, "studio/desk.html", context, status=400 if form.errors else 200)


def card(series: Series) -> dict[str, Any]:
    episodes = list(series.episodes.all())
    poster = next((item.edition.poster.name for item in episodes if item.edition), "")
    shots = Shot.objects.filter(episode__series=series, position__isnull=False)
    stale = sum(shot.state == Shot.State.STALE for shot in shots.select_related("circle_take"))
    failed = Production.objects.filter(episode__series=series, error__isnull=False).count()
    return {
        "room": "series",
        "series": series,
        "poster": signed_url(poster) if poster else "",
        "episodes": len(episodes),
        "published": sum(item.edition is not None for item in episodes),
        "stale": stale,
        "failed": failed,
        "boards": [{"number": item.number, "state": state_of(item)} for item in episodes],
    }


def state_of(episode: Episode) -> str:
    """One word for where an episode stands; only a failure outranks what is being made."""
    production = getattr(episode, "production", None)
    if production is not None and production.error:
        return "failed"
    if production is not None and production.goal != Production.Goal.REST:
        return "working"
    return "published" if episode.edition else "open"


@require_safe
@directors_only
def series(request: DirectorRequest, slug: str) -> HttpResponse:
    """One series: its episodes and how far each is."""
    series = series_of(request, slug)
    return series_page(request, series, BibleForm(initial={"bible": series.bible}))


def episode_row(episode: Episode) -> dict[str, Any]:
    shots = list(episode.shots.in_cut().select_related("circle_take"))
    poster = episode.edition.poster.name if episode.edition else ""
    return {
        "episode": episode,
        "poster": signed_url(poster) if poster else "",
        "shots": len(shots),
        "current": sum(shot.state == Shot.State.CURRENT for shot in shots),
        "progress": progress_of(episode),
    }


@deed(lambda request, slug: reverse("studio:series", args=[slug]))
def bible(request: DirectorRequest, slug: str) -> HttpResponse:
    """Save the series bible, or say which key of it cannot be read."""
    series = series_of(request, slug)
    form = BibleForm(request.POST)
    if form.is_valid():
        try:
            text = form.cleaned_data["bible"]
            services.save_bible(series=series, bible=text, read=services.read_bible(text=text))
            services.list_again(series=series)
        except EngineError as error:
            form.add_error("bible", " ".join(told(error)))
        else:
            return redirect("studio:series", series.slug)
    return series_page(request, series, form, status=400)


def series_page(
    request: DirectorRequest, series: Series, form: BibleForm, status: int = 200
) -> HttpResponse:
    context = {
        "room": "series",
        "series": series,
        "rows": [episode_row(item) for item in series.episodes.select_related("edition")],
        "characters": series.characters.all(),
        "made_with": services.chosen(series).differing(),
        "has_card": settings.HAS_CARD,
        "bible": form,
    }
    return render(request, "studio/series.html", context, status=status)
