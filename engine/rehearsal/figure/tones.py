"""Colours derived from a look: the same for every angle, lit later."""

from dataclasses import dataclass

from engine.contracts import Look
from engine.rehearsal.light import Color, mix, parse


@dataclass(frozen=True, slots=True)
class Tones:
    skin: Color
    flush: Color  # blush, ears, knuckles
    lip: Color
    hair: Color
    hair_light: Color
    hair_line: Color
    brow: Color
    iris: Color
    white: Color
    lash: Color


# Lipstick by how a face is made up: on light skin, on deep skin, and how much of it.
LIPSTICKS = {
    "bold": ((190, 22, 46), (196, 26, 56), 0.86),
    "dark": ((92, 26, 52), (74, 16, 40), 0.84),
}


def luma(color: Color) -> float:
    """How bright a colour is, 0 … 1."""
    return (0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2]) / 255


def tones_of(look: Look) -> Tones:
    skin, hair = parse(look.skin), parse(look.hair_color)
    deep = 1 - luma(skin)
    flush = mix(skin, (214, 70, 66) if deep < 0.5 else (150, 40, 40), 0.4)
    bright = luma(hair)
    glow = (150, 140, 175) if bright < 0.25 else (255, 244, 222)
    grey = (70, 62, 66)
    return Tones(
        skin=skin,
        flush=flush,
        lip=_lip(look, skin, deep),
        hair=hair,
        hair_light=mix(hair, glow, 0.42 if bright < 0.25 else 0.5),
        hair_line=mix(hair, (8, 6, 14), 0.55),
        brow=mix(hair, grey, 0.6) if bright > 0.45 else mix(hair, (40, 28, 28), 0.2),
        iris=parse(look.eye_color),
        white=mix((246, 243, 240), skin, 0.06),
        lash=mix(hair, (24, 14, 18), 0.75),
    )


def _lip(look: Look, skin: Color, deep: float) -> Color:
    own: Color = (196, 62, 70) if deep < 0.5 else (128, 44, 50)
    worn = {"woman": 0.62, "androgynous": 0.34}.get(look.presentation)
    if look.age < 14:
        return mix(skin, own, 0.25)
    if worn is None or look.makeup == "none":
        return mix(skin, own, 0.2)
    if look.makeup in LIPSTICKS:
        light, dark, much = LIPSTICKS[look.makeup]
        return mix(skin, light if deep < 0.5 else dark, much)
    return mix(skin, own, worn)
