"""What people change into: clothes that a scene names are worn from there on."""

from collections.abc import Collection, Mapping, Sequence

from engine.contracts import ElementKind, Scene, Wardrobe
from engine.script.people.casting import Cast
from engine.script.people.evidence import QUOTED, clothes_in
from engine.script.people.looks import recoloured

Costumes = Mapping[str, Wardrobe]  # by character id; who is not in it wears what the look says


def costumes(
    scenes: Sequence[Scene], cast: Cast, fixed: Collection[str], language: str
) -> tuple[Costumes, ...]:
    """What is worn in each scene other than by the looks; what a flashback shows does not stay.

    Those in `fixed` wear what their look says throughout.
    """
    kept: Costumes = {}
    worn: list[Costumes] = []
    for scene in scenes:
        here = dict(kept)
        for who, clothes in _named(scene, cast, language, kept).items():
            usual = cast.get(who).look.wardrobe
            if (clothes.kind, clothes.color) == (usual.kind, usual.color):
                here.pop(who, None)
            elif who not in fixed:
                here[who] = clothes
        worn.append(here)
        kept = kept if scene.flashback else here
    return tuple(worn)


def _named(scene: Scene, cast: Cast, language: str, before: Costumes) -> Costumes:
    """The clothes that the action of a scene names first, by who is named before them."""
    found: dict[str, Wardrobe] = {}
    for element in scene.elements:
        if element.kind is not ElementKind.ACTION:
            continue
        text = QUOTED.sub(" ", element.text)
        named = cast.mentions(text)
        for at, (start, end, who) in enumerate(named):
            stop = named[at + 1][0] if at + 1 < len(named) else len(text)
            said = clothes_in(text[start:end], [text[start:stop]], language)
            if said.wardrobe in ("", "uniform") or who in found:
                continue  # which uniform, the trade says
            worn = before.get(who, cast.get(who).look.wardrobe)
            found[who] = recoloured(worn, said.wardrobe, said.color)
    return found
