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
    """A soft pale vignette and a hairline frame, as memory keeps a picture."""
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    u = height / 1280
    reach = skia.Matrix()
    reach.setScale(0.62 * width, 0.6 * height)
    reach.postTranslate(width / 2, height * 0.46)
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
    """Colours half drained, a pale vignette, a thin frame, dust on twos."""
    arrive = min(moment.since / 0.4, 1.0)
    drained = paint((150, 146, 140), 0.5 * arrive, skia.BlendMode.kSaturation)
    canvas.drawPaint(drained)
    canvas.drawColor(skia.ColorSetARGB(round(26 * arrive), 255, 236, 204))
    veil = skia.Paint(Alphaf=arrive * (0.94 + 0.06 * sin(moment.t * 2.2)))
    canvas.drawImage(_veil(moment.width, moment.height), 0, 0, skia.SamplingOptions(), veil)
    chance = moment.random(each=2)
    for _ in range(4):
        x, y = chance.random() * moment.width, chance.random() * moment.height
        canvas.drawCircle(x, y, chance.uniform(1.0, 2.4) * moment.unit, paint((255, 252, 240), 0.5))
