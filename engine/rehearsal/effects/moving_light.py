"""Light that moves over set and people: neon, passing cars, candles, blinds."""

from math import sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.painter import paint

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment


def neon(canvas: skia.Canvas, moment: "Moment") -> None:
    """A sign outside the frame: a slanted wedge of its colour that buzzes and drops out."""
    chance = moment.random(each=3)
    on = 0.0 if chance.random() < 0.14 else 0.75 + 0.25 * sin(moment.t * 38)
    color = moment.palette.glow("#ff3d7a")
    w, h = moment.width, moment.height
    path = skia.Path()
    path.addPoly(
        [skia.Point(w, 0), skia.Point(w, h), skia.Point(w * 0.62, h), skia.Point(w * 0.78, 0)], True
    )
    canvas.drawPath(path, paint(color, 0.3 * on, skia.BlendMode.kScreen))


def passing_cars(canvas: skia.Canvas, moment: "Moment") -> None:
    """Headlights sweep across the room every few seconds."""
    w, h = moment.width, moment.height
    phase = (moment.t + moment.seed % 5 * 0.4) % 2.6
    if phase > 1.2:
        return
    x = (phase / 1.2) * w * 2.4 - w * 0.9
    for offset, wide, alpha in ((0.0, 0.34, 0.2), (0.12, 0.14, 0.22)):
        left = x + offset * w
        path = skia.Path()
        path.addPoly(
            [
                skia.Point(left, 0),
                skia.Point(left + wide * w, 0),
                skia.Point(left + wide * w - h * 0.16, h),
                skia.Point(left - h * 0.16, h),
            ],
            True,
        )
        canvas.drawPath(path, paint((255, 240, 205), alpha, skia.BlendMode.kScreen))


def candle(canvas: skia.Canvas, moment: "Moment") -> None:
    """Warm light from below that breathes, in two hard rings, redrawn on twos."""
    step = moment.n // 2
    flicker = 0.75 + 0.15 * sin(step * 1.7) + 0.1 * sin(step * 4.1)
    color = moment.palette.glow("#ffab4a")
    x, y = moment.width * 0.3, moment.height * 0.95
    for size, alpha in ((0.82, 0.1), (0.5, 0.13)):
        radius = moment.height * size * (0.94 + 0.06 * flicker)
        canvas.drawCircle(x, y, radius, paint(color, alpha * flicker, skia.BlendMode.kScreen))


def blinds(canvas: skia.Canvas, moment: "Moment") -> None:
    """The sun through slats: bars of light that creep over the picture."""
    w, h = moment.width, moment.height
    drift = moment.t * 6 * moment.unit
    path = skia.Path()
    for bar in range(11):
        y = h * (0.06 + bar * 0.075) + drift
        path.addPoly(
            [
                skia.Point(w * 0.02, y),
                skia.Point(w * 0.82, y - h * 0.1),
                skia.Point(w * 0.82, y - h * 0.1 + h * 0.034),
                skia.Point(w * 0.02, y + h * 0.034),
            ],
            True,
        )
    canvas.drawPath(path, paint(moment.palette.glow("#ffd9a0"), 0.24, skia.BlendMode.kScreen))
