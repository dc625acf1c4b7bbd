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


def luminance(color: Color) -> float:
    return (0.3 * color[0] + 0.59 * color[1] + 0.11 * color[2]) / 255


def tones_of(look: Look) -> Tones:
    skin, hair = parse(look.skin), parse(look.hair_color)
    deep = 1 - luminance(skin)
    flush = mix(skin, (214, 70, 66) if deep < 0.5 else (150, 40, 40), 0.4)
    painted = {"woman": 0.62, "androgynous": 0.34}.get(look.presentation, 0.2)
    if look.age < 14:
        painted = 0.25
    lip = mix(skin, (196, 62, 70) if deep < 0.5 else (128, 44, 50), painted)
    bright = luminance(hair)
    glow = (150, 140, 175) if bright < 0.25 else (255, 244, 222)
    grey = (70, 62, 66)
    return Tones(
        skin=skin,
        flush=flush,
        lip=lip,
        hair=hair,
        hair_light=mix(hair, glow, 0.42 if bright < 0.25 else 0.5),
        hair_line=mix(hair, (8, 6, 14), 0.55),
        brow=mix(hair, grey, 0.6) if bright > 0.45 else mix(hair, (40, 28, 28), 0.2),
        iris=parse(look.eye_color),
        white=mix((246, 243, 240), skin, 0.06),
        lash=mix(hair, (24, 14, 18), 0.75),
    )
