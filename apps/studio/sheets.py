"""What reference sheets a series needs, by its shots, and how far each of them is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from django.conf import settings

from apps.catalog.models import Series
from apps.studio.models import Production, Reference, Shot
from engine.contracts import (
    Character,
    Expression,
    ReferenceKind,
    ReferencesRequest,
    SetDressing,
    Wardrobe,
    content_hash,
)
from engine.contracts import Reference as ReferenceValue

SIDES = ("front", "three_quarter", "side", "back")
FACES = (Expression.CALM, Expression.JOY, Expression.SAD, Expression.ANGER, Expression.FEAR)
VIEWS = {
    Reference.Kind.CHARACTER: (*SIDES, *(face.value for face in FACES)),
    Reference.Kind.PLACE: ("day", "night"),
}
LEADING = ("front", "calm", "three_quarter", "day", "night")


class Where(NamedTuple):
    """A scene: episode and its number there."""

    episode: int
    scene: str


class Placed(msgspec.Struct):
    """A place as a bible describes it."""

    name: str = ""
    aliases: list[str] = []
    description: str = ""


class Bible(msgspec.Struct):
    """Of a series' bible what final takes are told."""

    style: str = ""
    places: list[Placed] = []


@dataclass
class Sheet:
    """The pictures of one person in one set of clothes, or of one place."""

    series: Series
    kind: str
    subject: str
    name: str
    request: ReferencesRequest  # what makes it, but for views, model, seeds and folder
    clothes: str = ""
    wardrobe: dict[str, Any] | None = None
    worn: dict[str, Any] | None = None  # the same with the look's own filled in
    scenes: list[Where] = field(default_factory=list)
    pictures: list[Reference] = field(default_factory=list)

    @property
    def views(self) -> tuple[str, ...]:
        return VIEWS[Reference.Kind(self.kind)]

    @property
    def locked(self) -> dict[str, Reference]:
        return {one.view: one for one in self.pictures if one.locked_at is not None}


def sheets_of(series: Series) -> list[Sheet]:
    """Of all characters in the order of the cast, in all they wear, then of all places."""
    bible = bible_of(series)
    worn, placed = appearances(series)
    found = [
        sheet
        for character in cast_of(series)
        for sheet in _of_a_character(series, character, worn, bible.style)
    ]
    found += [_of_a_place(series, dressing, scenes, bible) for dressing, scenes in placed.values()]
    pictures: dict[tuple[str, str, str], list[Reference]] = defaultdict(list)
    for one in series.references.select_related("locked_by"):
        pictures[one.kind, one.subject, one.clothes].append(one)
    for sheet in found:
        sheet.pictures = pictures[sheet.kind, sheet.subject, sheet.clothes]
        leading = [*sheet.pictures, *pictures[sheet.kind, sheet.subject, ""]]
        sheet.request = msgspec.structs.replace(sheet.request, identity=identity(leading))
    return found


def identity(pictures: list[Reference]) -> ReferenceValue | None:
    """What the pictures still to be made follow: a locked one, the clearest first."""
    locked = [one for one in pictures if one.locked_at is not None]
    for view in LEADING:
        for one in locked:
            if one.view == view:
                return as_value(one)
    return None


def as_value(reference: Reference) -> ReferenceValue:
    """The row as the engine takes it."""
    return ReferenceValue(
        kind=ReferenceKind(reference.kind),
        subject=reference.subject,
        file=str(Path(settings.MEDIA_ROOT) / reference.file),
        view=reference.view,
        wardrobe=msgspec.convert(reference.wardrobe, Wardrobe) if reference.wardrobe else None,
        sha256=reference.sha256,
    )


def sheet_of(series: Series, kind: str, subject: str, clothes: str) -> Sheet | None:
    wanted = (kind, subject, clothes)
    every = sheets_of(series)
    return next((one for one in every if (one.kind, one.subject, one.clothes) == wanted), None)


def bible_of(series: Series) -> Bible:
    """The series was saved with a bible that the engine could read."""
    return msgspec.toml.decode(series.bible, type=Bible)


def cast_of(series: Series) -> list[Character]:
    """Everybody of all episodes that were broken down, as the newest one has them."""
    rows = Production.objects.filter(episode__series=series).order_by("episode__number")
    people = {one.id: one for row in rows for one in row.adopted_cast()}
    return list(people.values())


Worn = dict[str, dict[str, tuple[Wardrobe | None, list[Where]]]]
Placings = dict[str, tuple[SetDressing, list[Where]]]


def appearances(series: Series) -> tuple[Worn, Placings]:
    """Who wears what in which scenes, and which places are seen in which."""
    rows = Shot.objects.filter(episode__series=series, position__isnull=False)
    rows = rows.order_by("episode__number", "position")
    worn: Worn = defaultdict(dict)
    placed: Placings = {}
    for number, scene, spec in rows.values_list("episode__number", "scene", "spec"):
        where = Where(number, scene)
        for person in spec["people"]:
            wears = person.get("wears")
            wardrobe = msgspec.convert(wears, Wardrobe) if wears else None
            _add(worn[person["character"]], named(wardrobe), wardrobe, where)
        if not spec.get("insert"):
            dressing = msgspec.convert(spec["set"], SetDressing)
            _add(placed, dressing.place, dressing, where)
    return worn, placed


def _add(found: dict[str, Any], key: str, value: object, where: Where) -> None:
    _value, scenes = found.setdefault(key, (value, []))
    if where not in scenes:
        scenes.append(where)


def named(wardrobe: Wardrobe | None) -> str:
    """What names clothes in a row; "" are those of the look."""
    return content_hash(wardrobe) if wardrobe else ""


def _of_a_character(
    series: Series, character: Character, worn: Worn, style: str
) -> Iterable[Sheet]:
    """In their own clothes first, which they may wear in no scene."""
    outfits = {"": (None, []), **worn.get(character.id, {})}
    for clothes, (wardrobe, scenes) in outfits.items():
        request = ReferencesRequest(
            character=character, wardrobe=wardrobe, style=style, language=series.language, out=""
        )
        yield Sheet(
            series=series,
            kind=Reference.Kind.CHARACTER,
            subject=character.id,
            name=character.name,
            request=request,
            clothes=clothes,
            wardrobe=msgspec.to_builtins(wardrobe) if wardrobe else None,
            worn=msgspec.to_builtins(wardrobe or character.look.wardrobe),
            scenes=scenes,
        )


def _of_a_place(series: Series, dressing: SetDressing, scenes: list[Where], bible: Bible) -> Sheet:
    return Sheet(
        series=series,
        kind=Reference.Kind.PLACE,
        subject=dressing.place,
        name=dressing.place,
        request=ReferencesRequest(
            place=dressing,
            described=described(dressing.place, bible),
            style=bible.style,
            language=series.language,
            out="",
        ),
        scenes=scenes,
    )


def described(place: str, bible: Bible) -> str:
    """How the bible says that a place looks; a heading may say more than the place's name."""
    heading = place.casefold()
    for one in bible.places:
        names = [name.casefold() for name in (one.name, *one.aliases) if name]
        if any(name in heading for name in names):
            return one.description
    return ""
