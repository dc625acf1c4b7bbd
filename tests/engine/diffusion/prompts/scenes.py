"""Shots to compose prompts of."""

from dataclasses import replace
from typing import Any

from engine.contracts import (
    Blocking,
    Character,
    Expression,
    ExpressionCue,
    Final,
    GestureCue,
    Line,
    Look,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
    Wardrobe,
)
from engine.contracts import Gesture as G
from engine.diffusion.prompts import Composed, compose
from engine.diffusion.registry import ModelEntry, entry

MIA = Character(
    id="mia",
    name="Mia",
    look=Look(
        presentation="woman",
        age=26,
        build="slim",
        hair="bob",
        hair_color="#d9b26a",
        signature="ring",
        wardrobe=Wardrobe(kind="coat", color="#8e2424"),
    ),
)
TOM = Character(
    id="tom",
    name="Tom",
    look=Look(presentation="man", age=52, hair="short", wardrobe=Wardrobe(kind="suit")),
)
CAST = (MIA, TOM)
OFFICE = SetDressing(set=SetKind.OFFICE, place="OFFICE")
KEYFRAMES, VIDEO = entry("flux2-klein-4b"), entry("wan2.2-ti2v-5b")


def of_family(family: str, *, guidance: float = 1.0, words: int = 400) -> ModelEntry:
    """A model that is told as that family is."""
    base = KEYFRAMES if family in {"flux2", "qwen", "zimage", "sdxl"} else VIDEO
    path = f"engine.diffusion.families.{family}:Family"
    return replace(base, family=path, guidance=guidance, prompt_words=words)


def person(character: str = "mia", **given: Any) -> Blocking:
    felt = given.pop("felt", Expression.CALM)
    cues = (ExpressionCue(at=0, expression=felt),)
    return Blocking(character=character, **{"expressions": cues, **given})


def does(gesture: G, at: float = 0.3, duration: float = 0.8, **given: Any) -> GestureCue:
    return GestureCue(at=at, duration=duration, gesture=gesture, **given)


def shot(*people: Blocking, **given: Any) -> Shot:
    base: dict[str, Any] = {
        "slate": Slate(),
        "duration": 3.0,
        "set": OFFICE,
        "size": ShotSize.MS,
        "people": people,
    }
    return Shot(**(base | given))


def line(character: str = "mia", text: str = "Not mine.", **given: Any) -> Line:
    name = {"mia": "Mia", "tom": "Tom"}[character]
    return Line(character=character, name=name, text=text, at=0.2, duration=1.5, **given)


def told(
    family: str, one: Shot, final: Final | None = None, *, guidance: float = 1.0, words: int = 400
) -> Composed:
    model = of_family(family, guidance=guidance, words=words)
    return compose(one, CAST, model, final or Final())
