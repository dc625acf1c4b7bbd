"""Words as effects: a sound that is drawn, and the name that a freeze frame gives."""

from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.camera import ease, settle
from engine.rehearsal.lettering.type import CENTRE, Role, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment

SPOTS = ((0.3, 0.66, -9), (0.58, 0.69, 8), (0.42, 0.2, -6), (0.5, 0.72, 5))  # clear of faces


@lru_cache(maxsize=32)
def _sound(words: str, size: float, wide: float, fill: Color, edge: Color) -> Text:
    return fitted(words, size, wide, size * 2.6, fill, align=CENTRE, outline=edge)


def sound_lettering(canvas: skia.Canvas, moment: "Moment") -> None:
    """The sound pops in, trembles and goes; a burst stands behind it."""
    u = moment.unit
    size = (96 + 34 * min(moment.effect.strength, 1.5)) * u
    fill = mix(moment.palette.accent, (255, 236, 120), 0.35)
    text = _sound(moment.effect.text, size, 480 * u, fill, moment.palette.ink)
    chance = moment.random()
    x, y, lean = SPOTS[chance.randrange(len(SPOTS))]
    if moment.blow is not None:
        x, y = _beside(moment.blow, text, moment)
    grow = settle(moment.since / 0.3) * (1 - ease((moment.progress - 0.85) / 0.15))
    shake = moment.random(each=2)
    canvas.save()
    centre = min(
        max(x * moment.width, text.longest / 2 + 30 * u), 0.86 * moment.width - text.longest / 2
    )
    canvas.translate(
        centre + shake.uniform(-4, 4) * u, y * moment.height + shake.uniform(-4, 4) * u
    )
    canvas.rotate(lean + shake.uniform(-1, 1))
    canvas.scale(max(grow, 0.01), max(grow, 0.01))
    _burst(canvas, text.longest * 0.62 + 30 * u, text.height * 0.75 + 26 * u, moment)
    text.draw(canvas, -text.width / 2, -text.height / 2)
    canvas.restore()


def _beside(blow: tuple[float, float], text: Text, moment: "Moment") -> tuple[float, float]:
    """Above the blow, so that its burst breaks out of it and hides neither hand nor face."""
    away = text.height * 0.75 + 70 * moment.unit
    above = blow[1] - away
    y = above if above > text.height * 0.75 + 40 * moment.unit else blow[1] + 1.25 * away
    return blow[0] / moment.width, y / moment.height


def _burst(canvas: skia.Canvas, wide: float, high: float, moment: "Moment") -> None:
    points = []
    for index in range(36):
        angle = 2 * pi * index / 36
        reach = 1.0 if index % 2 else 0.76
        points.append(skia.Point(cos(angle) * wide * reach, sin(angle) * high * reach))
    path = skia.Path()
    path.addPoly(points, True)
    shadow = skia.Path(path)
    shadow.offset(7 * moment.unit, 8 * moment.unit)
    canvas.drawPath(shadow, paint(moment.palette.ink, 0.8))
    canvas.drawPath(path, paint((255, 255, 255), 0.94))


@lru_cache(maxsize=16)
def _title(words: str, size: float, wide: float) -> Text:
    return fitted(words, size, wide, size * 3.2, (255, 255, 255), role=Role.COMIC)


def freeze_title(canvas: skia.Canvas, moment: "Moment") -> None:
    """The picture stands still and cools; a slanted band brings the name."""
    u, since = moment.unit, moment.since
    canvas.drawColor(skia.ColorSetARGB(round(70 * ease(since / 0.2)), *moment.palette.shadow))
    if since < 0.09:
        canvas.drawColor(skia.ColorSetARGB(200, 255, 255, 255))
    if not moment.effect.text:
        return
    text = _title(moment.effect.text, 76 * u, 540 * u)
    come = settle(since / 0.35)
    top = 0.79 * moment.height - text.height - 50 * u
    canvas.save()
    canvas.translate((come - 1) * moment.width, 0)
    canvas.skew(0, -0.05)
    for offset, color in ((16 * u, moment.palette.accent), (0.0, (12, 13, 20))):
        canvas.drawRect(
            skia.Rect.MakeLTRB(
                -60 * u, top + offset, moment.width * 1.2, top + offset + text.height + 34 * u
            ),
            paint(color),
        )
    text.draw(canvas, 46 * u, top + 17 * u)
    canvas.restore()
