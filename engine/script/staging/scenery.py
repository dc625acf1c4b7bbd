"""What a scene's set is dressed with, and the crowd in it: by the words of the script."""

import re
from collections.abc import Sequence

import msgspec

from engine.contracts import Bible, ElementKind, Scene, SetDressing, SetKind
from engine.script.digest import fold
from engine.script.lexicon.match import Lexicon
from engine.script.lexicon.scenery import CROWDS, FURNITURE, TOGETHER, VEILS
from engine.script.people.looks import COURTLY
from engine.script.staging.walk import QUOTED

# Who stood around where the people of today would stand.
OF_OLD = {
    **dict.fromkeys(("guests", "passers", "staff", "mourners"), "courtiers"),
    "guards": "soldiers",
}
_APART = re.compile(
    r"\b(?:steps|paces|feet|yards|met(?:er|re)s) (?:apart|away from each other)\b"
    r"|\bat opposite ends\b|相(?:隔|距).{0,4}[步米]"
    r"|a \w+ (?:pasos|metros) (?:una? de otr|de distancia)",
    re.IGNORECASE,
)
SEEN = (ElementKind.ACTION, ElementKind.CAMERA)


def stands_in(scene: Scene, bible: Bible, language: str) -> tuple[str, ...]:
    """Names of the props of a scene's set, and of its crowd."""
    told = [QUOTED.sub(" ", one.text) for one in scene.elements if one.kind in SEEN]
    texts = [scene.heading, _description(scene, bible), *told]
    crowd = _first([*texts, *scene.present], language)
    if crowd == "guests" and "flowers" in FURNITURE.keys(scene.heading, language):
        crowd = "mourners"
    names = [name for text in texts for name in FURNITURE.keys(text, language)]
    return tuple(dict.fromkeys([*names, *([crowd] if crowd else [])]))


def _first(texts: Sequence[str], language: str) -> str:
    found = (key for text in texts for key in CROWDS.keys(text, language))
    return next(found, "")


def _description(scene: Scene, bible: Bible) -> str:
    wanted = fold(scene.place)
    for place in bible.places:
        if wanted in [fold(name) for name in (place.name, place.id, *place.aliases)]:
            return place.description
    return ""


def is_of_the_crowd(text: str, language: str) -> bool:
    """Whether a sentence without anybody's name is about the people around."""
    return bool(CROWDS.asserted(text, language))


def far_apart(text: str) -> bool:
    """Whether people stand at a distance from each other that is told."""
    return bool(_APART.search(text))


def crowd_feels(props: tuple[str, ...], text: str, language: str) -> tuple[str, ...]:
    """The props, with what the crowd of them shows where `text` says it; its kind, if it says."""
    kinds = _keys(CROWDS)
    felt = TOGETHER.first(text, language)
    named = CROWDS.first(text, language)
    if named is None or felt is None:
        return props
    here = next((name for name in props if name in kinds), named)
    return (*(name for name in props if name not in kinds), f"{here}:{felt}")


def of_their_time(dressing: SetDressing, worn: Sequence[str]) -> SetDressing:
    """The set with a crowd in robes, where most of the scene's people wear them."""
    if 2 * sum(kind in COURTLY for kind in worn) <= len(worn):
        return dressing
    props = tuple(dict.fromkeys(OF_OLD.get(name, name) for name in dressing.props))
    return msgspec.structs.replace(dressing, props=props)


def where_they_hide(dressing: SetDressing, veil: str) -> SetDressing:
    """The set of a shot of someone who hides behind `veil`, a key of UNSEEN.

    Behind a door is the corridor on its other side. At the back of a crowd the camera stands
    where the others look, so what they look at is not behind them.
    """
    props = dressing.props
    if veil == "door":
        return msgspec.structs.replace(
            dressing, set=SetKind.CORRIDOR, place="corridor", light="", props=("pane",)
        )
    if veil == "backs":
        props = tuple(name for name in props if name not in _keys(FURNITURE))
    return msgspec.structs.replace(dressing, props=(*props, VEILS.get(veil, veil)))


def _keys(lexicon: Lexicon[str]) -> frozenset[str]:
    return frozenset(lexicon.all_keys)
