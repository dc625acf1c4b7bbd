"""Reference pictures: made, brought, picked and locked by the director; and LoRAs of characters."""

import os
import uuid
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from apps.accounts.models import User
from apps.catalog.models import Series
from apps.core.disposal import dispose
from apps.jobs.models import Job
from apps.jobs.services import enqueue
from apps.studio.models import Adapter, Reference
from apps.studio.services.choosing import chosen
from apps.studio.services.finals import queue
from apps.studio.services.pictures import keep_picture
from apps.studio.sheets import Sheet, named
from engine.contracts import Candidates, EngineError, ReferencesRequest, _

DRAWN = "rehearsal"
Kind, Source = Reference.Kind, Reference.Source


def subject_of_sheets(series: Series) -> str:
    """How jobs name the reference sheets of a series."""
    return f"references:{series.pk}"


@transaction.atomic
def make_references(*, sheet: Sheet, views: tuple[str, ...], drawn: bool, most: int = 1) -> Job:
    """Ask for pictures of a sheet: of `views`, else of those not locked yet.

    `drawn`: by the rehearsal, else by the keyframe model of the series; `most` for each view,
    varied by seeds that no picture of the sheet had. Raises EngineError "all-locked".
    """
    wanted = views or tuple(view for view in sheet.views if view not in sheet.locked)
    if not wanted:
        raise EngineError(
            "all-locked",
            _("Every view of this sheet is locked."),
            _("Unlock the one that you want made anew."),
        )
    seeds = [picture.made_with.get("seed", 0) for picture in sheet.pictures]
    first = max(seeds, default=0) + 1
    request = msgspec.structs.replace(
        sheet.request,
        views=wanted,
        model=DRAWN if drawn else chosen(sheet.series).keyframes,
        seeds=tuple(range(first, first + most)),
        out=str(Path(settings.MEDIA_ROOT) / folder_of(sheet.series) / uuid.uuid4().hex),
    )
    return enqueue(
        verb="references",
        request=request,
        queue="cpu" if drawn else queue(),
        priority=16,
        studio=sheet.series.studio,
        subject=subject_of_sheets(sheet.series),
    )


def folder_of(series: Series) -> str:
    return f"references/{series.pk}"


def keep_candidates(*, series: Series, job: Job) -> None:
    """Put down the pictures that a job made; what is there already is not put down twice."""
    made = msgspec.convert(job.result, Candidates)
    request = msgspec.convert(job.request, ReferencesRequest)
    wardrobe = msgspec.to_builtins(request.wardrobe) if request.wardrobe else None
    for one in made.candidates:
        drawn = one.model == DRAWN
        Reference.objects.get_or_create(
            file=os.path.relpath(one.reference.file, settings.MEDIA_ROOT),
            defaults={
                "series": series,
                "kind": one.reference.kind.value,
                "subject": one.reference.subject,
                "view": one.reference.view,
                "clothes": named(request.wardrobe),
                "wardrobe": wardrobe,
                "sha256": one.reference.sha256,
                "source": Source.DRAWN if drawn else Source.MODEL,
                "made_with": {"model": one.model, "seed": one.seed, "prompt": one.prompt},
            },
        )


@transaction.atomic
def bring_reference(*, sheet: Sheet, view: str, data: bytes) -> Reference:
    """Keep an own photograph or drawing as a candidate; raises EngineError as `keep_picture`."""
    path, sha256 = keep_picture(data=data, folder=folder_of(sheet.series))
    return Reference.objects.create(
        series=sheet.series,
        kind=sheet.kind,
        subject=sheet.subject,
        view=view,
        clothes=sheet.clothes,
        wardrobe=sheet.wardrobe,
        file=path,
        sha256=sha256,
        source=Source.UPLOAD,
    )


@transaction.atomic
def lock_reference(*, reference: Reference, user: User, instead_of: int = 0) -> None:
    """Let finals be led by this picture from now on.

    `instead_of` is the key of the picture that was locked for the same view when the director
    looked, 0 for none. Raises EngineError "reference-changed" when it is another one by now.
    """
    same = Reference.objects.filter(
        series=reference.series,
        kind=reference.kind,
        subject=reference.subject,
        view=reference.view,
        clothes=reference.clothes,
        locked_at__isnull=False,
    )
    if instead_of:
        freed = same.filter(pk=instead_of).update(locked_by=None, locked_at=None)
        if not freed:
            raise changed_meanwhile()
    try:
        with transaction.atomic():
            Reference.objects.filter(pk=reference.pk).update(
                locked_by=user, locked_at=timezone.now()
            )
    except IntegrityError:  # somebody locked another one
        raise changed_meanwhile() from None


def changed_meanwhile() -> EngineError:
    return EngineError(
        "reference-changed",
        _("Somebody else changed what is locked for this view while you were looking."),
        _("Look at the picture that is locked now, then choose."),
    )


@transaction.atomic
def unlock_reference(*, reference: Reference) -> None:
    """Lead no final by it any more; takes that were made keep what they were made with."""
    Reference.objects.filter(pk=reference.pk).update(locked_by=None, locked_at=None)


@transaction.atomic
def discard_reference(*, reference: Reference) -> None:
    """Delete a picture that is not locked. Raises EngineError "reference-locked"."""
    gone, _rows = Reference.objects.filter(pk=reference.pk, locked_at__isnull=True).delete()
    if not gone:
        raise EngineError(
            "reference-locked",
            _("This picture is locked: final takes are led by it."),
            _("Unlock it first."),
        )


@transaction.atomic
def check_adapter(name: str) -> None:
    """Raises EngineError "unknown-lora" where there is no LoRA of that name beside the models."""
    if not (settings.MODELS_DIR / "loras" / name / "lora.toml").is_file():
        raise EngineError(
            "unknown-lora",
            _("There is no LoRA “{name}” on this machine.", name=name),
            _("Put it into the folder “loras” beside the models, with a lora.toml."),
        )


def set_adapter(*, series: Series, subject: str, name: str, strength: float) -> None:
    """Name the LoRA of a character; no name takes it away."""
    if name:
        Adapter.objects.update_or_create(
            series=series, subject=subject, defaults={"name": name, "strength": strength}
        )
    else:
        Adapter.objects.filter(series=series, subject=subject).delete()


def clear_away_sheet(job: Job) -> None:
    """Pictures that an engine had begun when it was stopped; kept ones stay."""
    out = job.request["out"]
    home = f"{os.path.relpath(out, settings.MEDIA_ROOT)}/"
    dispose(out, is_needed=Reference.objects.filter(file__startswith=home).exists)
