"""Lightning: for two frames a light from behind, hard and white, then it falls away."""

from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING

import skia

from engine.contracts import EffectKind, Shot, Weather
from engine.rehearsal.light import Light, mix
from engine.rehearsal.painter import pen

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment

LASTS = 0.62  # seconds from the first stroke until nothing is left of the second
STROKES = ((0.0, 1.0), (0.23, 0.72))  # seconds after the first, strength
FULL = 0.085  # seconds a stroke stands before it falls: two frames
FALL = 0.055  # seconds in which it falls to a third
BACKLIT = 0.3  # strength from which people are seen against it
COLD = (206, 222, 255)


def strength(since: float) -> float:
    """How bright the sky is, 0 … 1."""
    light = 0.0
    for start, most in STROKES:
        past = since - start
        if past >= 0:
            light = max(light, most * (1.0 if past < FULL else exp(-(past - FULL) / FALL)))
    return light


def of_storm(t: float, seed: int) -> float:
    """Seconds since the storm's latest stroke."""
    return (t + (seed % 17) / 5) % 4.3


def of_window(t: float, seed: int) -> float:
    return (t + seed % 7 * 0.3) % 3.1


def backlit(shot: Shot, t: float, seed: int) -> bool:
    """Whether people are seen against lightning at `t` seconds of the shot."""
    strokes = [
        (t - effect.at, effect.strength)
        for effect in shot.effects
        if effect.kind is EffectKind.LIGHTNING
    ]
    if not shot.set.interior and shot.set.weather is Weather.STORM:
        strokes.append((of_storm(t, seed), 1.0))
    if shot.set.light == "lightning":
        strokes.append((of_window(t, seed), 0.85))
    return any(force * strength(since) > BACKLIT for since, force in strokes)


def against(light: Light) -> Light:
    """The same scene lit from behind: shapes go dark, their edges white."""
    return replace(
        light,
        direction=(-light.direction[0], light.direction[1]),
        key=mix(light.key, (70, 84, 128), 0.72),
        shadow=mix(light.shadow, (6, 8, 20), 0.7),
        shadow_depth=0.86,
        rim=(255, 255, 255),
        rim_strength=1.0,
    )


def sheet(canvas: skia.Canvas, moment: "Moment", since: float, force: float) -> None:
    """What is light burns out and what is dark stays: a wash would make one tone of both."""
    light = force * strength(since)
    if light < 0.05:
        return
    burn = light * (0.92 - 0.5 * moment.palette.hour.exposure)
    brush = skia.Paint(Color=skia.ColorSetARGB(255, *(round(c * burn) for c in COLD)))
    brush.setBlendMode(skia.BlendMode.kColorDodge)
    canvas.drawPaint(brush)


def lightning(canvas: skia.Canvas, moment: "Moment") -> None:
    """The sky burns, and a bolt stands in it with the first stroke."""
    bolt(canvas, moment, moment.since, moment.effect.strength)


def outside(canvas: skia.Canvas, moment: "Moment") -> None:
    """A storm beyond the window."""
    sheet(canvas, moment, of_window(moment.t, moment.seed), 0.85)


def bolt(canvas: skia.Canvas, moment: "Moment", since: float, force: float) -> None:
    sheet(canvas, moment, since, force)
    if since > 0.17:
        return
    chance = moment.random()
    path, branches = skia.Path(), skia.Path()
    x, y = moment.width * chance.uniform(0.15, 0.85), 0.0
    path.moveTo(x, y)
    while y < moment.height * 0.34:
        y += chance.uniform(24, 60) * moment.unit
        x += chance.uniform(-52, 52) * moment.unit
        path.lineTo(x, y)
        if chance.random() < 0.3:
            branches.moveTo(x, y)
            to_x, to_y = x, y
            for _ in range(3):
                to_x += chance.uniform(-70, 70) * moment.unit
                to_y += chance.uniform(20, 50) * moment.unit
                branches.lineTo(to_x, to_y)
    shown = 1.0 if since < FULL else 0.4
    canvas.drawPath(path, pen((150, 178, 255), 22 * moment.unit, 0.32 * shown))
    canvas.drawPath(branches, pen((226, 234, 255), 2.6 * moment.unit, 0.8 * shown))
    canvas.drawPath(path, pen((255, 255, 255), 6 * moment.unit, shown))
