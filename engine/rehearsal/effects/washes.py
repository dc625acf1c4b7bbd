"""Whole-frame washes: flashes, fades, the veil of a flashback."""

from functools import lru_cache
from math import sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.painter import paint, pen

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment


@lru_cache(maxsize=4)
def _sheet(width: int, height: int, color: tuple[int, int, int]) -> skia.Image:
    surface = skia.Surface(width, height)
    surface.getCanvas().clear(skia.Color(*color))
    return surface.makeImageSnapshot()


def _fill(canvas: skia.Canvas, color: tuple[int, int, int], alpha: float) -> None:
    """Over the whole frame. A picture of one colour is laid on five times as fast as the colour."""
    size = canvas.imageInfo()
    veil = skia.Paint(Alphaf=min(max(alpha, 0.0), 1.0))
    sheet = _sheet(size.width(), size.height(), color)
    canvas.drawImage(sheet, 0, 0, skia.SamplingOptions(), veil)


def flash(canvas: skia.Canvas, moment: "Moment") -> None:
    _fill(canvas, (255, 255, 255), 0.95 * moment.effect.strength * (1 - moment.progress) ** 1.6)


def fade_in(canvas: skia.Canvas, moment: "Moment") -> None:
    _fill(canvas, (0, 0, 0), 1 - moment.progress)


def fade_out(canvas: skia.Canvas, moment: "Moment") -> None:
    """Black when the effect's last frame comes."""
    frame = 1 / 24
    _fill(canvas, (0, 0, 0), (moment.since + frame) / max(moment.effect.duration, frame))


def black(canvas: skia.Canvas, moment: "Moment") -> None:
    """Nothing is seen; at less than full strength it is night, and night is blue."""
    strength = moment.effect.strength
    _fill(canvas, (0, 0, 0) if strength >= 1 else (4, 8, 26), strength)


@lru_cache(maxsize=4)
def _veil(width: int, height: int) -> skia.Image:
    """A soft pale vignette and a hairline frame, as memory keeps a picture."""
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    u = height / 1280
    reach = skia.Matrix()
    reach.setScale(0.62 * width, 0.6 * height)
    reach.postTranslate(width / 2, height * 0.46)
    canvas.clear(skia.ColorSetARGB(22, 255, 236, 204))
    edge = paint((250, 246, 236))
    edge.setShader(
        skia.GradientShader.MakeRadial(
            (0, 0),
            1.0,
            [skia.ColorSetARGB(alpha, 250, 246, 236) for alpha in (0, 0, 112)],
            [0.0, 0.62, 1.0],
            localMatrix=reach,
        )
    )
    canvas.drawPaint(edge)
    inset = 26 * u
    line = skia.Rect.MakeLTRB(inset, inset, width - inset, height - inset)
    canvas.drawRect(line, pen((255, 253, 246), 2.2 * u, 0.85))
    return surface.makeImageSnapshot()


def flashback(canvas: skia.Canvas, moment: "Moment") -> None:
    """A pale vignette, a thin frame, dust on twos; the stage has drained the colours."""
    arrive = min(moment.since / 0.4, 1.0)
    veil = skia.Paint(Alphaf=arrive * (0.94 + 0.06 * sin(moment.t * 2.2)))
    canvas.drawImage(_veil(moment.width, moment.height), 0, 0, skia.SamplingOptions(), veil)
    chance = moment.random(each=2)
    for _ in range(4):
        x, y = chance.random() * moment.width, chance.random() * moment.height
        canvas.drawCircle(x, y, chance.uniform(1.0, 2.4) * moment.unit, paint((255, 252, 240), 0.5))
