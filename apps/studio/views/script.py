"""The script page: paste or upload, see what was read and what is wrong, by line."""

import tempfile
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from apps.catalog.models import Series
from apps.studio import services
from apps.studio.ahead import ahead_of
from apps.studio.difference import difference
from apps.studio.forms import ScreenplayForm
from apps.studio.models import Screenplay
from apps.studio.notes import notes_on
from apps.studio.services.screenplays import decode, read
from apps.studio.views.access import NUMBER, DirectorRequest, directors_only, series_of
from engine.contracts import EngineError
from engine.contracts import Screenplay as Reading

# What the editor's own panel says; the keys are its own, too.
EDITOR_WORDS = {
    "Find": _("Find"),
    "Replace": _("Replace with"),
    "next": _("next"),
    "previous": _("previous"),
    "all": _("all"),
    "match case": _("match case"),
    "regexp": _("pattern"),
    "by word": _("whole words"),
    "replace": _("replace"),
    "replace all": _("replace all"),
    "close": _("close"),
}


@require_http_methods(["GET", "HEAD", "POST"])
@directors_only
def script(request: DirectorRequest, slug: str) -> HttpResponse:
    """GET shows the newest revision, or the one of ?revision=; POST saves a new one.

    ?part=found is only what is known of the newest by now: what is to make, and the notes.
    """
    series = series_of(request, slug)
    if request.method == "POST":
        return save(request, series)
    if request.GET.get("part") == "found":
        newest = series.screenplays.first()
        context = {
            "series": series,
            "ahead": ahead_of(series, newest),
            "notes": notes_on(newest) if newest else None,
        }
        return render(request, "studio/found.html", context)
    wanted = request.GET.get("revision", "")
    rows = series.screenplays.all()
    shown = rows.filter(revision=wanted).first() if NUMBER.fullmatch(wanted) else rows.first()
    initial = {"text": shown.text, "name": shown.name, "episode": shown.episode} if shown else {}
    newest = rows.first()
    initial["instead_of"] = newest.revision if newest else 0
    return page(request, series, ScreenplayForm(initial=initial), shown)


def save(request: DirectorRequest, series: Series) -> HttpResponse:
    form = ScreenplayForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, series, form, None, status=400)
    given = form.cleaned_data
    name = given["file"].name if given["file"] else given["name"]
    text = given["text"]
    try:
        if given["file"]:
            text = decode_upload(given["file"])
        services.save_screenplay(
            series=series,
            text=text,
            name=name,
            reading=read(text=text, name=name),
            author=request.user,
            episode=given["episode"],
            instead_of=form.seen(),
        )
        services.list_again(series=series)
    except EngineError as error:
        is_late = error.code == "script-changed"
        # What was typed stays on the page, whatever the file held; unless it is to be saved yet.
        kept = text if is_late else given["text"] or text
        typed = {"text": kept, "name": name, "episode": given["episode"]}
        form = ScreenplayForm(initial=typed | {"instead_of": given["instead_of"]})
        return page(request, series, form, None, error=error, status=409 if is_late else 400)
    return redirect("studio:script", series.slug)


def decode_upload(file: "UploadedFile[bytes]") -> str:
    """The name of an upload is never a path here: the bytes go to a file of our own."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "upload"
        with kept.open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
        return decode(path=str(kept))


def page(
    request: DirectorRequest,
    series: Series,
    form: ScreenplayForm,
    shown: Screenplay | None,
    *,
    error: EngineError | None = None,
    status: int = 200,
) -> HttpResponse:
    reading = read_again(shown) if shown else None
    newest = series.screenplays.first()
    context: dict[str, Any] = {
        "room": "script",
        "series": series,
        "form": form,
        "shown": shown,
        "revisions": series.screenplays.all()[:20],
        "newest": newest,
        "ahead": ahead_of(series, newest),
        "words": {word: str(said) for word, said in EDITOR_WORDS.items()},
        "reading": reading,
        "notes": notes_on(shown) if shown else None,
        "error": error,
    }
    if status == 409 and newest:
        context["difference"] = difference(newest.text, str(form["text"].value()))
    return render(request, "studio/script.html", context, status=status)


def read_again(screenplay: Screenplay) -> Reading | None:
    try:
        return read(text=screenplay.text, name=screenplay.name)
    except EngineError:
        return None  # it was readable when saved; the problems kept with it say the rest
