"""Taking over a breakdown: shots that are the same keep their rows, and so their takes."""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.files import File
from django.db import transaction

from apps.catalog.models import Character, Episode
from apps.jobs.services import enqueue
from apps.studio.models import Production, Shot, render_request
from apps.studio.services.takes import best_to_circle
from engine.contracts import Breakdown, Portraits, PortraitsRequest, inputs_hash
from engine.contracts import Character as Person
from engine.contracts import Shot as ShotSpec


@transaction.atomic
def adopt_breakdown(*, episode: Episode, inputs: str, result: dict[str, Any]) -> None:
    """Make the episode's shots those of the breakdown; shots no longer in it are kept aside."""
    breakdown = msgspec.convert(result, Breakdown)
    production = Production.objects.get(episode=episode)
    # A take that ends now waits for it, or it for the take: neither is written over by the other.
    rows = list(episode.shots.select_for_update().order_by("pk"))
    new = [
        (spec, inputs_hash(render_request(spec, breakdown.cast, production.format)))
        for spec in breakdown.shots
    ]
    heirs = paired(rows, [name for _spec, name in new])
    kept = {shot.pk for shot in heirs.values()}
    episode.shots.in_cut().exclude(pk__in=kept).update(position=None)
    for position, (spec, name) in enumerate(new):
        write_shot(heirs.get(position) or Shot(episode=episode), position, spec, name)
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


def paired(rows: Sequence[Shot], new: Sequence[str]) -> dict[int, Shot]:
    """Which shot each new one continues, by position: one with the same `inputs` where it stood,
    else wherever it was, also aside; else the one that was changed in its place."""
    in_cut = [shot for shot in rows if shot.position is not None]
    old = sorted(in_cut, key=lambda shot: shot.position or 0)
    matcher = SequenceMatcher(a=[shot.inputs for shot in old], b=new, autojunk=False)
    blocks = matcher.get_opcodes()
    heirs: dict[int, Shot] = {}
    for tag, i1, i2, j1, j2 in blocks:
        if tag == "equal":
            heirs |= zip(range(j1, j2), old[i1:i2], strict=True)
    taken = {shot.pk for shot in heirs.values()}
    aside = [shot for shot in rows if shot.position is None]
    aside.sort(key=lambda shot: (shot.circle_take_id is not None, shot.pk))
    left: dict[str, list[Shot]] = defaultdict(list)  # of each the best last
    for shot in [*aside, *reversed(old)]:
        if shot.pk not in taken:
            left[shot.inputs].append(shot)
    for position, inputs in enumerate(new):
        if position not in heirs and left[inputs]:
            heirs[position] = left[inputs].pop()
    taken = {shot.pk for shot in heirs.values()}
    for tag, i1, i2, j1, j2 in blocks:
        if tag == "replace":
            changed = [shot for shot in old[i1:i2] if shot.pk not in taken]
            places = [position for position in range(j1, j2) if position not in heirs]
            heirs |= zip(places, changed, strict=False)
    return heirs


def write_shot(shot: Shot, position: int, spec: ShotSpec, inputs: str) -> None:
    shot.position, shot.slate, shot.scene = position, spec.slate.id, spec.slate.scene
    shot.spec, shot.inputs = msgspec.to_builtins(spec), inputs
    if shot.pk and shot.state != Shot.State.CURRENT:
        # Undoing an edit finds the take that was made for it before.
        shot.circle_take = best_to_circle(shot) or shot.circle_take
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
