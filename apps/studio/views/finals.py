"""How final takes of a series are made: models, steps, and what is done to the frames after."""

from typing import Any

from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.core.wording import worded
from apps.studio import services
from apps.studio.forms import FinalSettingsForm
from apps.studio.services.choosing import BLENDED, HELD, Offer, offers, why_not
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
            series=series, names=form.names(), steps=given["steps"], smaller=given["smaller"]
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
    built_in = built_ins(found, field)
    usable = [one for one in shown if not one["why"] or one["name"] == value]
    if value not in {one["name"] for one in [*built_in, *usable]}:
        why = why_not(found, field, value)
        usable.append({"name": value, "title": value, "why": worded(why) if why else ""})
    return {
        "field": form[field],
        "value": value,
        "rows": [*built_in, *usable],
        "others": [one for one in shown if one["why"] and one["name"] != value],
    }


def offered(one: Offer, found: Models) -> dict[str, Any]:
    model, card = one.model, found.card
    return {
        "name": one.name,
        "title": one.title,
        "why": worded(one.why) if one.why else "",
        "model": model,
        "small": card if model and card and card.gib < model.card_gib * REPORTED else None,
    }


REPORTED = 0.93  # a card is sold as 24 GB and reports 22.5 to 24 GiB


def built_ins(found: Models, field: str) -> list[dict[str, Any]]:
    """What needs nothing of one's own: the default, named by what it is now, and plain ways."""
    if field == "upscale":
        plain = _("Lanczos, on the processor: no detail is made up.")
        return [{"name": "", "title": _("Plain scaling"), "note": plain}]
    if field == "interpolate":
        held = _("Every frame is sharp; movement is as even as the model made it.")
        mixed = _("Movement is softer; what is fast is seen twice.")
        return [
            {"name": HELD, "title": _("Frames are held"), "note": held},
            {"name": BLENDED, "title": _("Neighbouring frames are mixed"), "note": mixed},
        ]
    default = next(one for one in found.defaults if one.role == field)
    offer = next((one for one in offers(found, field) if one.name == default.name), None)
    return [
        {
            "name": "",
            "title": _("None may be used on this machine"),
            "default": default,
            "model": offer.model if offer else None,
            "note": _("Another one as soon as a better one is here.") if offer else "",
            "missing": worded(offer.why) if offer and offer.why else "",
            "reasons": [worded(why) for why in default.why],
        }
    ]
