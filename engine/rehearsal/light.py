"""How a scene is lit: what sets decide and figures obey."""

from dataclasses import dataclass, replace
from functools import lru_cache

from engine.rehearsal.color import (
    Color,
    Lab,
    between,
    blood,
    chroma,
    color_of,
    hue,
    lab,
    mix,
    of_hue,
    parse,
)

__all__ = ["DRAIN", "GREY", "Color", "Light", "drained", "faded", "mix", "parse"]

ROSE = 24.0  # degrees of hue that the shadows of warm things turn to
TURNS = 0.42  # how far they turn
HELD = 0.86  # how much of its own hue skin keeps under coloured light
LIFT = 0.18
VIVID = 0.65
DEEPENS = 0.44  # how much of the depth of a shadow is lightness lost


@dataclass(frozen=True, slots=True)
class Light:
    """One key light, one ambient light in the shadows, one rim; base colours pass through `lit` or
    `shaded`, which never grey them: shadows shift in hue, and skin keeps its blood."""

    direction: tuple[float, float]  # unit vector on screen, y down, towards the key light
    key: Color  # what the lit side is multiplied by
    shadow: Color  # the ambient light, which the shadow side is mixed towards
    shadow_depth: float  # 0 no shadow … 1 silhouette
    rim: Color
    rim_strength: float  # 0 … 1
    ink: Color  # colour of outlines in this light
    drain: float = 0.0  # how much of all colour is lost
    dusk: float = 0.0  # how much lightness white cloth loses: it stays below a face

    def lit(self, color: Color) -> Color:
        return _lit(color, self.key, self.drain, self.dusk)

    def shaded(self, color: Color) -> Color:
        return _shaded(self.lit(color), color, self.shadow, self.shadow_depth)

    def inked(self, color: Color) -> Color:
        """The line round a surface: a dark of its own hue."""
        return _inked(color, self.ink, self.drain)


@lru_cache(maxsize=4096)
def _lit(color: Color, key: Color, drain: float, dusk: float) -> Color:
    if key == (255, 255, 255):
        return faded(color, drain)
    r, g, b = (c * k // 255 for c, k in zip(color, key, strict=True))
    own, seen = lab(color), lab((r, g, b))
    held = HELD * blood(own)
    # White cloth is kept below a face; deep skin is given more light, as on any film set.
    glare = 1 - dusk * (1 - held) * max(own[0] - 0.75, 0.0) * 4
    deep = 1 + LIFT * held * min(max(0.62 - own[0], 0.0) * 5, 1.0)
    seen = (seen[0] * glare * deep, seen[1], seen[2])
    share = seen[0] / max(own[0], 1e-3)
    plain = 1 - min(chroma(own) / 0.16, 1.0)
    warmth = share * (1 + VIVID * plain * (1 - own[0] / 1.4))  # by lamplight skin glows
    kept = (seen[0], own[1] * warmth, own[2] * warmth)
    return faded(color_of(between(seen, kept, held)), drain)


@lru_cache(maxsize=4096)
def _shaded(lit: Color, color: Color, ambient: Color, depth: float) -> Color:
    at, air = lab(lit), lab(ambient)
    warm = blood(lab(color))
    # Near black the ambient light is all there is to see.
    lightness = max(at[0] * (1 - DEEPENS * depth), min(air[0] * 0.42, at[0] * 0.9))
    degrees = hue(at)
    turn = ((ROSE - degrees + 180) % 360 - 180) * TURNS * warm * min(lightness + 0.3, 1.0)
    much = chroma(at) * (0.85 + 0.1 * warm) + 0.045 * warm * lightness**1.5
    own = of_hue(lightness, much, degrees + turn)
    share = min(lightness / 0.5, 1.0)
    seen: Lab = (lightness, air[1] * share, air[2] * share)
    shade = between(own, seen, (0.6 - 0.48 * warm) * min(depth * 1.5, 1.0))
    return color_of(shade)


@lru_cache(maxsize=1024)
def _inked(color: Color, ink: Color, drain: float) -> Color:
    at = lab(color)
    dark = of_hue(min(0.1 + 0.16 * at[0], at[0]), min(chroma(at) * 0.8, 0.075), hue(at))
    return mix(faded(color_of(dark), drain), ink, 0.35)


BRIGHT = 1.35  # how much lighter places are remembered
DRAIN = 0.5  # of the colours of what is remembered
GREY = (0.3, 0.59, 0.11)  # how much red, green and blue count in a grey
PAPER = (1.06, 0.98, 0.84)  # what a grey of memory is on: old paper


def faded(color: Color, amount: float) -> Color:
    if not amount:
        return color
    grey = round(sum(c * k for c, k in zip(color, GREY, strict=True)))
    r, g, b = (min(round(grey * k), 255) for k in PAPER)
    return mix(color, (r, g, b), amount)


def drained(light: Light) -> Light:
    """The light of a memory."""
    return replace(
        light,
        drain=DRAIN,
        shadow=faded(light.shadow, DRAIN),
        rim=faded(light.rim, DRAIN),
        ink=faded(light.ink, DRAIN),
    )
