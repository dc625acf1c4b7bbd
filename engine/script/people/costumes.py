"""What people change into: clothes that a scene names are worn from there on."""

from collections.abc import Iterable, Mapping, Sequence

from engine.contracts import Character, ElementKind, Scene, Wardrobe
from engine.script.people.evidence import QUOTED, clothes_in
from engine.script.people.looks import recoloured

Costumes = Mapping[str, Wardrobe]  # by character id; who is not in it wears what the look says


def costumes(
    scenes: Sequence[Scene], people: Iterable[Character], language: str
) -> tuple[Costumes, ...]:
    """What is worn in each scene other than by the looks; what a flashback shows does not stay."""
    cast = tuple(people)
    kept: Costumes = {}
    worn: list[Costumes] = []
    for scene in scenes:
        here = _changed(kept, _told(scene), cast, language)
        worn.append(here)
        kept = kept if scene.flashback else here
    return tuple(worn)


def _told(scene: Scene) -> list[str]:
    return [QUOTED.sub(" ", one.text) for one in scene.elements if one.kind is ElementKind.ACTION]


def _of(name: str, others: list[str], text: str) -> str:
    """What `text` says of a person: from their name to the next."""
    lower = text.casefold()
    start = lower.find(name.casefold())
    if start < 0:
        return ""
    behind = start + len(name)
    ends = [at for one in others if (at := lower.find(one.casefold(), behind)) >= 0]
    return text[start : min(ends, default=len(text))]


def _changed(
    before: Costumes, told: list[str], cast: tuple[Character, ...], language: str
) -> Costumes:
    now = dict(before)
    for person in cast:
        others = [one.name for one in cast if one is not person]
        said = clothes_in(person.name, [_of(person.name, others, text) for text in told], language)
        usual = person.look.wardrobe
        if said.wardrobe in ("", "uniform"):  # which uniform, the trade says
            continue
        fresh = recoloured(before.get(person.id, usual), said.wardrobe, said.color)
        now[person.id] = fresh
        if (fresh.kind, fresh.color) == (usual.kind, usual.color):
            del now[person.id]
    return now
