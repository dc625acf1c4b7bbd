"""How final takes of a series are made: models, steps, and what is done to the frames after."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.catalog.models import Series
from apps.core.wording import sentence, worded
from apps.studio import services
from apps.studio.forms import FinalSettingsForm
from apps.studio.overtaken import Changed, changes, merged
from apps.studio.services.choosing import (
    BuiltIn,
    Offer,
    built_ins,
    choice_of,
    is_small,
    offers,
    titles_of,
    why_not,
)
from apps.studio.services.engine import models
from apps.studio.services.meanwhile import clock
from apps.studio.views.access import DirectorRequest, directors_only, series_of
from engine.contracts import EngineError, Models


@require_http_methods(["GET", "HEAD", "POST"])
@directors_only
def finals(request: DirectorRequest, slug: str) -> HttpResponse:
    """GET shows what could be chosen; POST chooses, for the final takes from now on."""
    series = series_of(request, slug)
    try:
        found = models()
    except EngineError as error:
        context = {"room": "series", "series": series, "refusal": error}
        return render(request, "studio/finals.html", context, status=400)
    now = choice_of(services.chosen(series))
    if request.method != "POST":
        return page(request, series, FinalSettingsForm(found=found, shown=now, seen=now))
    form = FinalSettingsForm(request.POST, found=found, shown=now, seen=now)
    if not form.is_valid():
        return page(request, series, form, status=400)
    mine, seen = form.choice(), form.cleaned_data["seen"]
    titles = titles_of(found, mine.names)
    try:
        services.choose(series=series, choice=mine, titles=titles, by=request.user, instead_of=seen)
    except EngineError as error:
        row = services.chosen(series)
        theirs = choice_of(row)
        form = FinalSettingsForm(found=found, shown=merged(seen, mine, theirs), seen=theirs)
        changed = changes(found, seen=seen, mine=mine, theirs=theirs, titles=row.titles)
        return page(request, series, form, late=error, changed=changed, status=409)
    return redirect(f"{reverse('studio:finals', args=[slug])}?saved")


def page(
    request: DirectorRequest,
    series: Series,
    form: FinalSettingsForm,
    *,
    late: EngineError | None = None,
    changed: Sequence[Changed] = (),
    status: int = 200,
) -> HttpResponse:
    found, row = form.found, services.chosen(series)
    context: dict[str, Any] = {
        "room": "series",
        "series": series,
        "saved": "saved" in request.GET and late is None,
        "late": late,
        "changed": changed,
        "last": clock(row.chosen_at) if row.chosen_at and row.chosen_by else "",
        "who": row.chosen_by,
        "form": form,
        "found": found,
        "missing": [library.name for library in found.libraries if not library.version],
        "groups": [group(form, found, field) for field in services.Names._fields],
    }
    return render(request, "studio/finals.html", context, status=status)


def group(form: FinalSettingsForm, found: Models, field: str) -> dict[str, Any]:
    """What one field offers: the default first, then what is usable; the rest with its reason."""
    value = form[field].value() or ""
    shown = [offered(one, found) for one in offers(found, field)]
    built_in = [of_itself(one) for one in built_ins(found, field)]
    usable = [one for one in shown if not one["why"] or one["name"] == value]
    if value not in {one["name"] for one in [*built_in, *usable]}:
        why = why_not(found, field, value)
        usable.append({"name": value, "title": value, "why": worded(why) if why else ""})
    rows = [*built_in, *usable]
    if field == "video":
        rows = [row | {"steps": form.own_steps(row["name"])} for row in rows]
    return {
        "field": form[field],
        "value": value,
        "rows": rows,
        "others": [one for one in shown if one["why"] and one["name"] != value],
    }


def offered(one: Offer, found: Models) -> dict[str, Any]:
    """A row of what is here or could be; `before` and `after` its title stands the reason."""
    why = worded(one.why) if one.why else ""
    before, title, after = why.partition(one.title)
    if not title:
        before, after = "", f": {why}"
    return {
        "name": one.name,
        "title": one.title,
        "why": why,
        "before": before,
        "after": after,
        "model": one.model,
        "small": found.card if one.model and is_small(found.card, one.model) else None,
    }


def of_itself(one: BuiltIn) -> dict[str, Any]:
    """A row of what needs nothing of one's own."""
    return {
        "name": one.name,
        "title": worded(one.title),
        "note": worded(one.note) if one.note else "",
        "default": one.default,
        "model": one.offer.model if one.offer else None,
        "missing": worded(one.offer.why) if one.offer and one.offer.why else "",
        "reasons": [sentence(why) for why in one.default.why] if one.default else [],
    }
