"""References: pictures of people and places that final takes are led by."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from apps.catalog.models import Series
from apps.core.media import signed_url
from apps.jobs.models import Job, State
from apps.studio import outfits, services
from apps.studio.forms import AdapterForm, BringForm, MakeForm, SheetForm
from apps.studio.models import Reference
from apps.studio.services.references import subject_of_sheets
from apps.studio.sheets import Sheet, sheet_of, sheets_of
from apps.studio.views.access import DirectorRequest, deed, directors_only, series_of
from engine.contracts import EngineError


@require_safe
@directors_only
def references(request: DirectorRequest, slug: str) -> HttpResponse:
    """The page; with ?part only how far the pictures are that are being made."""
    series = series_of(request, slug)
    if "part" in request.GET:
        return render(request, "studio/references_job.html", {"job": job_of(series)})
    return page(request, series)


def page(
    request: HttpRequest,
    series: Series,
    *,
    refusal: EngineError | None = None,
    errors: Any = None,
) -> HttpResponse:
    sheets = sheets_of(series)
    adapters = {one.subject: one for one in series.adapters.all()}
    people = [
        {
            "subject": subject,
            "name": rows[0].name,
            "portrait": portraits_of(series).get(subject[:80]),
            "adapter": adapters.get(subject),
            "sheets": [shown(sheet) for sheet in rows],
        }
        for subject, rows in _by_subject(sheets, Reference.Kind.CHARACTER)
    ]
    places = [shown(sheet) for sheet in sheets if sheet.kind == Reference.Kind.PLACE]
    context = {
        "room": "references",
        "series": series,
        "people": people,
        "places": places,
        "job": job_of(series),
        "refusal": refusal,
        "errors": errors,
    }
    status = 400 if refusal or errors else 200
    return render(request, "studio/references.html", context, status=status)


def _by_subject(sheets: list[Sheet], kind: str) -> list[tuple[str, list[Sheet]]]:
    of_kind = [sheet for sheet in sheets if sheet.kind == kind]
    return [(key, list(rows)) for key, rows in groupby(of_kind, lambda one: one.subject)]


def portraits_of(series: Series) -> dict[str, Any]:
    return {one.key: one.portrait for one in series.characters.exclude(portrait="")}


def job_of(series: Series) -> Job | None:
    """What is being made of the sheets; else the last job, if it failed."""
    jobs = Job.objects.for_subjects([subject_of_sheets(series)])
    return jobs.active().last() or next((job for job in jobs[:1] if job.state != State.DONE), None)


def shown(sheet: Sheet) -> dict[str, Any]:
    locked = sheet.locked
    worn = sheet.worn or {}
    return {
        "kind": sheet.kind,
        "subject": sheet.subject,
        "clothes": sheet.clothes,
        "name": sheet.name,
        "wears": outfits.clothes(worn["kind"]) if worn else "",
        "colors": [worn[key] for key in ("color", "second", "accent")] if worn else [],
        "scenes": outfits.scenes(sheet.scenes),
        "locked": len(locked),
        "of": len(sheet.views),
        "views": [slot(sheet, view) for view in sheet.views],
    }


def slot(sheet: Sheet, view: str) -> dict[str, Any]:
    """One view: what is locked for it, else the newest candidate, and the others."""
    locked = sheet.locked.get(view)
    pictures = [picture(one) for one in reversed(sheet.pictures) if one.view == view]
    others = [one for one in pictures if locked is None or one["id"] != locked.pk]
    first = picture(locked) if locked else others.pop(0) if others else None
    return {
        "view": view,
        "label": outfits.VIEWS[view],
        "first": first,
        "locked": locked,
        "others": others,
        "instead_of": locked.pk if locked else 0,
    }


def picture(reference: Reference) -> dict[str, Any]:
    return {
        "id": reference.pk,
        "url": signed_url(reference.file),
        "source": reference.get_source_display(),
        "prompt": reference.made_with.get("prompt", ""),
    }


def _room(request: HttpRequest, slug: str) -> str:
    return reverse("studio:references", args=[slug])


def _sheet(series: Series, form: SheetForm) -> Sheet:
    """The sheet that the form speaks of, and one of its views."""
    given = form.cleaned_data
    sheet = sheet_of(series, given["kind"], given["subject"], given["clothes"])
    if sheet is None or given["view"] not in ("", *sheet.views):
        raise Http404
    return sheet


@deed(_room)
def make(request: DirectorRequest, slug: str) -> HttpResponse:
    """Ask for pictures of a sheet, or of one of its views."""
    series, form = series_of(request, slug), MakeForm(request.POST)
    if not form.is_valid():
        return page(request, series, errors=form.errors)
    given = form.cleaned_data
    try:
        services.make_references(
            sheet=_sheet(series, form),
            views=(given["view"],) if given["view"] else (),
            drawn=given["how"] == "drawn",
            most=given["most"] or 1,
        )
    except EngineError as error:
        return page(request, series, refusal=error)
    return redirect("studio:references", slug)


@deed(_room)
def bring(request: DirectorRequest, slug: str) -> HttpResponse:
    """Keep an own photograph or drawing as a candidate."""
    series, form = series_of(request, slug), BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, series, errors=form.errors)
    sheet, file = _sheet(series, form), form.cleaned_data["file"]
    view = form.cleaned_data["view"] or sheet.views[0]
    try:
        services.bring_reference(sheet=sheet, view=view, data=file.read(MOST_READ))
    except EngineError as error:
        return page(request, series, refusal=error)
    return redirect("studio:references", slug)


MOST_READ = 20 * 2**20 + 1  # one byte more than is allowed tells that there are more


@deed(_room)
def adapter(request: DirectorRequest, slug: str) -> HttpResponse:
    """Name the LoRA of a character."""
    series, form = series_of(request, slug), AdapterForm(request.POST)
    if not form.is_valid():
        return page(request, series, errors=form.errors)
    given = form.cleaned_data
    strength = 1.0 if given["strength"] is None else given["strength"]
    if given["name"]:
        try:
            services.check_adapter(given["name"])
        except EngineError as error:
            return page(request, series, refusal=error)
    services.set_adapter(
        series=series, subject=given["subject"], name=given["name"], strength=strength
    )
    return redirect("studio:references", slug)


def _room_of(request: HttpRequest, key: str, verb: str) -> str:
    row = Reference.objects.filter(pk=key, series__studio__members=request.user.pk).first()
    return reverse("studio:references", args=[row.series.slug]) if row else reverse("studio:desk")


@deed(_room_of)
def act(request: DirectorRequest, key: str, verb: str) -> HttpResponse:
    """Lock, unlock or discard a picture."""
    mine = Series.objects.of(request.user)
    reference = get_object_or_404(Reference.objects.select_related("series"), pk=key,
                                  series__in=mine)  # fmt: skip
    try:
        if verb == "lock":
            seen = request.POST.get("instead_of", "")
            services.lock_reference(
                reference=reference,
                user=request.user,
                instead_of=int(seen) if seen.isascii() and seen.isdigit() else 0,
            )
        elif verb == "unlock":
            services.unlock_reference(reference=reference)
        else:
            services.discard_reference(reference=reference)
    except EngineError as error:
        return page(request, reference.series, refusal=error)
    return redirect("studio:references", reference.series.slug)
