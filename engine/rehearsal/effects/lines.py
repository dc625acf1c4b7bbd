"""Lines that say speed, blows and trembling."""

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.painter import paint, pen

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment

FOCUS = (0.48, 0.39)  # where a face is


def _spikes(
    moment: "Moment", count: int, inner: tuple[float, float], width: float, *, each: int
) -> skia.Path:
    """Wedges from outside the frame to the face or the blow; `inner`: where they end, 0 … 1."""
    chance = moment.random(each=each)
    x, y = moment.blow or (FOCUS[0] * moment.width, FOCUS[1] * moment.height)
    far = hypot(moment.width, moment.height)
    path = skia.Path()
    for index in range(count):
        angle = 2 * pi * (index + chance.random()) / count
        reach = moment.height * chance.uniform(*inner)
        half = width * chance.uniform(0.4, 1.6)
        tip = (x + cos(angle) * reach * 0.56, y + sin(angle) * reach)
        for_side = [
            (x + cos(angle + s * half) * far, y + sin(angle + s * half) * far) for s in (-1, 1)
        ]
        path.addPoly([skia.Point(*tip), *(skia.Point(*p) for p in for_side)], True)
    return path


def speed_lines(canvas: skia.Canvas, moment: "Moment") -> None:
    """Ink wedges that rush at the face, new on twos."""
    strength = moment.effect.strength * min(1.0, 2.2 * (1 - moment.progress) + 0.2)
    near = 0.5 - 0.2 * strength
    ink, light = moment.palette.ink, moment.palette.tone(1.0)
    canvas.drawPath(_spikes(moment, 52, (near, near + 0.2), 0.016, each=2), paint(ink, 0.85))
    canvas.drawPath(
        _spikes(moment, 34, (near + 0.06, near + 0.22), 0.009, each=3), paint(light, 0.8)
    )


def impact(canvas: skia.Canvas, moment: "Moment") -> None:
    """A frame in negative, one in black and white, two of colour, then lines that ebb away."""
    frame = round(moment.since * 24)
    ink, accent = moment.palette.ink, moment.palette.accent
    white = (255, 255, 255)
    if frame < 2:
        _stark(canvas)
        if frame == 0:
            canvas.drawColor(skia.ColorWHITE, skia.BlendMode.kDifference)
        lines = _spikes(moment, 40, (0.16, 0.34), 0.04, each=1)
        canvas.drawPath(lines, paint(white if frame == 0 else ink))
    elif frame < 4:
        canvas.drawColor(skia.ColorSetARGB(120, *accent))
        canvas.drawPath(_spikes(moment, 30, (0.2, 0.36), 0.035, each=1), paint(white))
    else:
        fade = max(1 - moment.progress, 0.0)
        near = 0.34 + 0.35 * moment.progress
        canvas.drawPath(
            _spikes(moment, 38, (near, near + 0.22), 0.014, each=2),
            paint(moment.palette.tone(1.0), 0.9 * fade),  # the edges of a frame are dark
        )


def _stark(canvas: skia.Canvas) -> None:
    """The picture as ink on paper: without colour, lights burnt out, darks closed."""
    canvas.drawColor(skia.ColorSetRGB(128, 128, 128), skia.BlendMode.kSaturation)
    canvas.drawColor(skia.ColorSetRGB(176, 176, 176), skia.BlendMode.kColorDodge)
    canvas.drawColor(skia.ColorSetRGB(84, 84, 84), skia.BlendMode.kColorBurn)


def tremble(canvas: skia.Canvas, moment: "Moment") -> None:
    """Short double lines at the frame's edges while the camera shakes."""
    chance = moment.random(each=2)
    brush = pen(moment.palette.ink, 4 * moment.unit, 0.8 * (1 - moment.progress))
    for _ in range(14):
        left = chance.random() < 0.5
        x = chance.uniform(0, 0.12) * moment.width
        x = x if left else moment.width - x
        y = chance.uniform(0.08, 0.9) * moment.height
        long = chance.uniform(20, 60) * moment.unit
        for offset in (0.0, 12 * moment.unit):
            canvas.drawLine(x + offset, y, x + offset + 5 * moment.unit, y + long, brush)
