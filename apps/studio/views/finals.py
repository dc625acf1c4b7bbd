"""How final takes of a series are made: models, steps, and what is done to the frames after."""

from typing import Any

from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from apps.core.wording import sentence, worded
from apps.studio import services
from apps.studio.forms import FinalSettingsForm
from apps.studio.services.choosing import (
    BuiltIn,
    Offer,
    built_ins,
    is_small,
    offers,
    titles_of,
    why_not,
)
from apps.studio.services.engine import models
from apps.studio.views.access import DirectorRequest, directors_only, series_of
from engine.contracts import EngineError, Models


@require_http_methods(["GET", "HEAD", "POST"])
@directors_only
def finals(request: DirectorRequest, slug: str) -> HttpResponse:
    """GET shows what could be chosen; POST chooses, for the final takes from now on."""
    series = series_of(request, slug)
    context: dict[str, Any] = {"room": "series", "series": series, "saved": "saved" in request.GET}
    try:
        found = models()
    except EngineError as error:
        return render(request, "studio/finals.html", context | {"refusal": error}, status=400)
    form = FinalSettingsForm(
        request.POST if request.method == "POST" else None,
        found=found,
        initial=model_to_dict(services.chosen(series)),
    )
    if form.is_valid():
        given = form.cleaned_data
        services.choose(
            series=series,
            names=form.names(),
            steps=given["steps"],
            smaller=given["smaller"],
            titles=titles_of(found, form.names()),
        )
        return redirect(f"{reverse('studio:finals', args=[slug])}?saved")
    context |= {
        "form": form,
        "found": found,
        "missing": [library.name for library in found.libraries if not library.version],
        "groups": [group(form, found, field) for field in services.Names._fields],
    }
    return render(request, "studio/finals.html", context, status=400 if form.errors else 200)


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
