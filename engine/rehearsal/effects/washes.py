"""Whole-frame washes: flashes, fades, the veil of a flashback."""

from functools import lru_cache
from math import sin
from random import Random
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


PAPER, SHADE, LEAK = (244, 232, 206), (52, 26, 12), (255, 150, 70)
ROUGH = 46  # notches along a side of the paper


def _deckle(width: int, height: int, inset: float) -> skia.Path:
    """A rectangle as torn: its sides wander by a fifth of the inset."""
    chance = Random(ROUGH)  # noqa: S311 - the same in every run
    left, top, right, bottom = inset, inset, width - inset, height - inset
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    path = skia.Path()
    for index, (x, y) in enumerate(corners):
        to_x, to_y = corners[(index + 1) % 4]
        for step in range(ROUGH):
            k = step / ROUGH
            off = chance.uniform(-0.2, 0.2) * inset
            at = x + (to_x - x) * k + off, y + (to_y - y) * k + off
            (path.lineTo if path.countPoints() else path.moveTo)(*at)
    path.close()
    return path


@lru_cache(maxsize=4)
def _veil(width: int, height: int) -> skia.Image:
    """An old print: warm, a corner burnt by light, on paper with a torn edge."""
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    u = height / 1280
    print_ = _deckle(width, height, 20 * u)
    canvas.clear(skia.ColorSetARGB(20, 255, 214, 150))
    leak = skia.GradientShader.MakeRadial(
        (width, height * 0.1),
        width * 0.8,
        [skia.ColorSetARGB(alpha, *LEAK) for alpha in (86, 30, 0)],
    )
    canvas.drawPaint(skia.Paint(Shader=leak))
    canvas.clipPath(print_, skia.ClipOp.kDifference, True)
    canvas.clear(skia.Color(*PAPER))
    canvas.restoreToCount(1)
    edge = surface.makeImageSnapshot()
    framed = skia.Surface(width, height)
    over = framed.getCanvas()
    over.drawImage(edge, 0, 0)
    over.clipPath(print_, skia.ClipOp.kIntersect, True)
    shade = pen(SHADE, 26 * u, 0.42)
    shade.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 13 * u))
    over.drawPath(print_, shade)
    return framed.makeImageSnapshot()


def flashback(canvas: skia.Canvas, moment: "Moment") -> None:
    """A print on old paper, dust on twos; the stage has drained the colours to its browns."""
    # Whoever cuts within a memory, or into one, finds the paper there.
    arrive = min(moment.since / 0.4, 1.0) if moment.effect.at else 1.0
    veil = skia.Paint(Alphaf=arrive * (0.94 + 0.06 * sin(moment.t * 2.2)))
    canvas.drawImage(_veil(moment.width, moment.height), 0, 0, skia.SamplingOptions(), veil)
    chance = moment.random(each=2)
    for _ in range(4):
        x, y = chance.random() * moment.width, chance.random() * moment.height
        canvas.drawCircle(x, y, chance.uniform(1.0, 2.4) * moment.unit, paint((255, 252, 240), 0.5))
