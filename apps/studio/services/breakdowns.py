"""Taking over a breakdown: shots that are the same keep their rows, and so their takes."""

from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.files import File
from django.db import transaction

from apps.catalog.models import Character, Episode
from apps.jobs.services import enqueue
from apps.studio.models import Production, Shot, Take, render_request
from engine.contracts import Breakdown, Portraits, PortraitsRequest, inputs_hash
from engine.contracts import Character as Person
from engine.contracts import Shot as ShotSpec


@transaction.atomic
def adopt_breakdown(*, episode: Episode, inputs: str, result: dict[str, Any]) -> None:
    """Make the episode's shots those of the breakdown; shots no longer in it are kept aside."""
    breakdown = msgspec.convert(result, Breakdown)
    production = Production.objects.get(episode=episode)
    old = list(episode.shots.in_cut())
    aside = list(episode.shots.filter(position__isnull=True))
    new = [
        (spec, inputs_hash(render_request(spec, breakdown.cast, production.format)))
        for spec in breakdown.shots
    ]
    heirs = match([shot.inputs for shot in old], [name for _spec, name in new])
    kept = {old[index].pk for index in heirs.values()}
    Shot.objects.filter(pk__in=[shot.pk for shot in old if shot.pk not in kept]).update(
        position=None
    )
    returning = {shot.inputs: shot for shot in aside}
    for position, (spec, name) in enumerate(new):
        shot = old[heirs[position]] if position in heirs else returning.pop(name, None)
        write_shot(shot or Shot(episode=episode), position, spec, name)
    Production.objects.filter(pk=production.pk).update(
        cast=msgspec.to_builtins(breakdown.cast),
        by_rule=msgspec.to_builtins(breakdown.by_rule),
        problems=found_by(breakdown, episode),
        line=breakdown.line,
        breakdown_inputs=inputs,
    )
    introduce(episode, breakdown)


def found_by(breakdown: Breakdown, episode: Episode) -> list[dict[str, Any]]:
    """Its problems without those of reading the file, which each revision keeps for itself."""
    revisions = episode.series.screenplays.values_list("problems", flat=True)
    read = [problem for problems in revisions for problem in problems]
    found: list[dict[str, Any]] = msgspec.to_builtins(breakdown.problems)
    return [problem for problem in found if problem not in read]


def match(old: list[str], new: list[str]) -> dict[int, int]:
    """Which old shot each new one continues, by position: the same content, or changed in place."""
    heirs: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag in {"equal", "replace"}:
            heirs.update(zip(range(j1, j2), range(i1, i2), strict=False))
    return heirs


def write_shot(shot: Shot, position: int, spec: ShotSpec, inputs: str) -> None:
    shot.position, shot.slate, shot.scene = position, spec.slate.id, spec.slate.scene
    shot.spec, shot.inputs = msgspec.to_builtins(spec), inputs
    if shot.pk and shot.state != Shot.State.CURRENT:
        # Undoing an edit finds the take that was made for it before.
        made: Take | None = shot.takes.filter(inputs=inputs, rejected="").last()
        shot.circle_take = made or shot.circle_take
    shot.save()


def introduce(episode: Episode, breakdown: Breakdown) -> None:
    """Let viewers meet the cast, with a face each."""
    known = {character.key: character for character in episode.series.characters.all()}
    changed = [meet(episode, person, known.get(person.id[:80])) for person in breakdown.cast]
    if not any(changed):
        return  # the usual case: a line was changed, and nobody looks different
    enqueue(
        verb="portraits",
        request=PortraitsRequest(
            cast=breakdown.cast, out=str(Path(settings.MEDIA_ROOT) / "cache" / "portraits")
        ),
        priority=18,
        studio=episode.series.studio,
        subject=f"cast:{episode.series_id}",
    )


def meet(episode: Episode, person: Person, known: Character | None) -> bool:
    """Write down one of the cast; whether there is a face to draw."""
    if known is not None and known.portrait and msgspec.convert(known.spec, Person) == person:
        return False
    Character.objects.update_or_create(
        series=episode.series,
        key=person.id[:80],
        defaults={
            "name": person.name[:80],
            "persona": person.persona,
            "spec": msgspec.to_builtins(person),
        },
    )
    return True


def keep_portraits(*, series_id: int, result: dict[str, Any]) -> None:
    """Hang up the drawn portraits, but never over one that somebody chose."""
    drawn = msgspec.convert(result, Portraits)
    for character in Character.objects.filter(series_id=series_id, key__in=drawn.files):
        path = Path(drawn.files[character.key])
        hung = Path(character.portrait.name or "").name
        if (not hung or hung.startswith("drawn-")) and hung != path.name:
            with path.open("rb") as file:
                character.portrait.save(path.name, File(file))
