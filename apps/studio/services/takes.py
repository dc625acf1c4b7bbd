"""Takes: recording what the engine made, circling, re-taking."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction
from django.db.models import Max

from apps.catalog.models import Character
from apps.jobs.models import Job
from apps.jobs.services import cancel
from apps.studio.models import Production, Shot, Take
from apps.studio.services.production import ask_for_take
from apps.studio.services.seeds import in_hand, unused, used_seeds
from engine.contracts import RECORD, Judgement, RenderRequest, Wording, inputs_hash, rank
from engine.contracts import Take as TakeData

UNSAID = "—"  # why a take was rejected, where nobody gave a reason


@transaction.atomic
def record_take(*, shot: Shot, request: dict[str, Any], result: dict[str, Any]) -> Take:
    """Keep a rendered take of the shot it was asked for; the best one of the shot as it is now
    becomes the circle take unless a current one was circled already. A final may still take the
    place of a rehearsal."""
    record = msgspec.convert(result, TakeData)  # what cannot be read is not kept
    inputs = rehearsal_inputs(request)
    # Two takes get two numbers; and what the shot says is read anew: a breakdown that was adopted
    # meanwhile may have changed it, and what is no take of it as it is now is not circled.
    shot = Shot.objects.select_for_update().get(pk=shot.pk)
    last = shot.takes.aggregate(last=Max("number"))["last"] or 0
    take, made = Take.objects.get_or_create(
        folder=folder_in(request),
        defaults={
            "shot": shot,
            "number": last + 1,
            "inputs": inputs,
            "request": request,
            "data": msgspec.to_builtins(record),
        },
    )
    transaction.on_commit(lambda: (Path(request["out"]) / RECORD).unlink(missing_ok=True))
    if made:
        keep_as_filmed(shot)
    if made and take.inputs == shot.inputs:
        best = best_to_circle(shot)
        if best is not None and (
            shot.state != Shot.State.CURRENT or (best == take and replaces(take, shot))
        ):
            circle(shot, best)
    return take


def best_to_circle(shot: Shot) -> Take | None:
    """The take that is circled where nobody picks one: of those of the shot as it is now that were
    not rejected, the best final, else the newest rehearsal.

    One in which an error was found waits for somebody to look at it.
    """
    takes = [
        take for take in shot.takes.filter(inputs=shot.inputs, rejected="") if not is_faulty(take)
    ]
    finals = in_order([take for take in takes if take.is_final])
    return finals[0][0] if finals else next(reversed(takes), None)


def replaces(take: Take, shot: Shot) -> bool:
    """Whether a new take may take the place of the one that is circled: a final that of a
    rehearsal, never that of a final."""
    circled = shot.circle_take
    return take.is_final and circled is not None and not circled.is_final


def lock(shot: Shot) -> None:
    """Of two that record or pick takes of one shot, the second sees what the first did."""
    Shot.objects.select_for_update().get(pk=shot.pk)
    shot.refresh_from_db(fields=["circle_take", "picked_at"])


def folder_in(request: dict[str, Any]) -> str:
    """Where a take lies, below MEDIA_ROOT, wherever that was when it was asked for."""
    out = Path(request["out"])
    if out.is_relative_to(settings.MEDIA_ROOT):
        return str(out.relative_to(settings.MEDIA_ROOT))
    return f"takes/{str(out).rpartition('/takes/')[2]}"


def rehearsal_inputs(request: dict[str, Any]) -> str:
    """Names what of the shot a take was made from, whichever renderer made it."""
    asked = msgspec.convert(request, RenderRequest)
    return inputs_hash(msgspec.structs.replace(asked, renderer="rehearsal", final=None))


def in_order(finals: Sequence[Take]) -> list[tuple[Take, Wording]]:
    """Finals of one shot from best to worst, each with the reason for its place."""
    judgements = [take.record().judgement or Judgement() for take in finals]
    seeds, numbers = [take.data["seed"] for take in finals], [take.number for take in finals]
    ranked = rank(judgements, seeds, numbers)
    return [(finals[one.take], one.reason) for one in ranked]


def is_faulty(take: Take) -> bool:
    """Whether an error was found in it."""
    judgement = take.record().judgement
    return judgement is not None and judgement.is_faulty


def has_findings(take: Take) -> bool:
    """Whether anything was found in it, a warning as well."""
    judgement = take.record().judgement
    return judgement is not None and bool(judgement.findings)


def keep_as_filmed(shot: Shot) -> None:
    """Whoever is in a take keeps look and voice in all episodes, but for what the bible says."""
    shown = [one[:80] for one in shot.specification().characters]
    cast = Character.objects.filter(series=shot.episode.series_id, key__in=shown)
    if not (new := cast.filter(filmed_as__isnull=True)).exists():
        return
    for person in Production.objects.get(episode=shot.episode_id).by_rule:
        new.filter(key=person["id"][:80]).update(filmed_as=person)


def circle(shot: Shot, take: Take) -> None:
    """The cut uses this take from now on."""
    Shot.objects.filter(pk=shot.pk).update(circle_take=take)
    shot.circle_take = take
    if take.rejected:
        Take.objects.filter(pk=take.pk).update(rejected="")


@transaction.atomic
def retake(*, shot: Shot) -> Job:
    """Ask for another attempt at the shot, once at a time, varied by a seed that no take of it had
    or is to have."""
    production = in_hand(shot.episode).get()
    waiting = Job.objects.active().filter(cancel_requested=False).for_subjects([shot.subject])
    if asked := waiting.filter(inputs__startswith=f"{shot.inputs}:").first():
        return asked
    seed = unused(used_seeds(shot.episode)[shot.subject])
    return ask_for_take(production, shot, seed=seed)


def stop_making(*, shot: Shot) -> None:
    """No take of the shot alone is made any more; what is finished of it stays."""
    for job in Job.objects.active().for_subjects([shot.subject]):
        cancel(job=job)
