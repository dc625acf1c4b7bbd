"""Whole-frame washes: flashes, fades, lightning, the veil of a flashback."""

from functools import lru_cache
from math import sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.painter import paint, pen

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment


def _fill(canvas: skia.Canvas, color: tuple[int, int, int], alpha: float) -> None:
    canvas.drawColor(skia.ColorSetARGB(round(255 * min(max(alpha, 0.0), 1.0)), *color))


def flash(canvas: skia.Canvas, moment: "Moment") -> None:
    _fill(canvas, (255, 255, 255), 0.95 * moment.effect.strength * (1 - moment.progress) ** 1.6)


def fade_in(canvas: skia.Canvas, moment: "Moment") -> None:
    _fill(canvas, (0, 0, 0), 1 - moment.progress)


def fade_out(canvas: skia.Canvas, moment: "Moment") -> None:
    """Black when the effect's last frame comes."""
    frame = 1 / 24
    _fill(canvas, (0, 0, 0), (moment.since + frame) / max(moment.effect.duration, frame))


def black(canvas: skia.Canvas, moment: "Moment") -> None:
    _fill(canvas, (0, 0, 0), 1.0)


def sheet_lightning(canvas: skia.Canvas, moment: "Moment") -> None:
    """Two flashes, the second weaker."""
    since = moment.since
    light = max(1 - since / 0.12, 0.0) + max(0.8 - abs(since - 0.24) / 0.1, 0.0)
    _fill(canvas, (214, 228, 255), 0.62 * min(light, 1.0) * moment.effect.strength)


def lightning(canvas: skia.Canvas, moment: "Moment") -> None:
    """Two flashes, and a bolt in the upper frame with the first."""
    sheet_lightning(canvas, moment)
    if moment.since > 0.17:
        return
    chance = moment.random()
    path = skia.Path()
    x, y = moment.width * chance.uniform(0.15, 0.85), 0.0
    path.moveTo(x, y)
    while y < moment.height * 0.34:
        y += chance.uniform(24, 60) * moment.unit
        x += chance.uniform(-52, 52) * moment.unit
        path.lineTo(x, y)
        if chance.random() < 0.25:
            path.lineTo(x + chance.uniform(-90, 90) * moment.unit, y + 60 * moment.unit)
            path.moveTo(x, y)
    canvas.drawPath(path, pen((168, 190, 255), 16 * moment.unit, 0.5))
    canvas.drawPath(path, pen((255, 255, 255), 6 * moment.unit))


@lru_cache(maxsize=4)
def _veil(width: int, height: int) -> skia.Image:
    """A pale border in hard steps, as memory frames a picture."""
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    u = height / 1280
    for step, alpha in ((0, 0.16), (1, 0.2), (2, 0.4)):
        inset = (64 - step * 24) * u
        edge = skia.Path()
        edge.addRoundRect(
            skia.Rect.MakeLTRB(inset, inset * 1.3, width - inset, height - inset * 1.3),
            90 * u,
            90 * u,
        )
        edge.setFillType(skia.PathFillType.kInverseWinding)
        canvas.drawPath(edge, paint((255, 246, 224), alpha))
    return surface.makeImageSnapshot()


def flashback(canvas: skia.Canvas, moment: "Moment") -> None:
    """Sepia, a veil at the borders, a slow pulse, dust on twos."""
    arrive = min(moment.since / 0.4, 1.0)
    canvas.drawColor(skia.ColorSetARGB(round(70 * arrive), 196, 150, 92))
    veil = skia.Paint(Alphaf=arrive * (0.9 + 0.1 * sin(moment.t * 2.2)))
    canvas.drawImage(_veil(moment.width, moment.height), 0, 0, skia.SamplingOptions(), veil)
    chance = moment.random(each=2)
    for _ in range(5):
        x, y = chance.random() * moment.width, chance.random() * moment.height
        canvas.drawLine(
            x, y, x + 3, y + chance.uniform(5, 30) * moment.unit, pen((255, 250, 235), 1.5, 0.5)
        )
