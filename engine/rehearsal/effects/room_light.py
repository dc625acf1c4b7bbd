"""Light that lives in a set: television, fireplace, a broken tube, leaves, water, a fan.

Each is a few large shapes whose strength is a formula of time: cheap, and the same in every run.
"""

from functools import lru_cache
from math import cos, pi, sin
from random import Random
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.light import Color
from engine.rehearsal.painter import paint

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment


@lru_cache(maxsize=2)
def _glow(
    color: Color, width: int, height: int, at: tuple[float, float], reach: float
) -> skia.Image:
    """Light that falls off from `at`, in fractions of the frame, as a picture of the frame.

    Laid over pixel for pixel it takes 0.4 ms; scaled, or with another blend mode, up to 30 ms.
    """
    w, h = width, height
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32Premul(w, h))
    brush = skia.Paint(AntiAlias=True)
    brush.setShader(
        skia.GradientShader.MakeRadial(
            skia.Point(at[0] * w, at[1] * h),
            reach * h,
            [skia.ColorSetARGB(round(255 * k), *color) for k in (1.0, 0.45, 0.0)],
            [0.0, 0.4, 1.0],
        )
    )
    surface.getCanvas().drawPaint(brush)
    return surface.makeImageSnapshot()


def _shine(
    canvas: skia.Canvas,
    moment: "Moment",
    color: Color,
    where: tuple[float, float, float],
    alpha: float,
) -> None:
    """`where` is x, y and reach, in fractions of the frame."""
    image = _glow(color, moment.width, moment.height, where[:2], where[2])
    brush = skia.Paint(Alphaf=min(max(alpha, 0.0), 1.0))
    canvas.drawImage(image, 0, 0, skia.SamplingOptions(), brush)


def tv(canvas: skia.Canvas, moment: "Moment") -> None:
    """A television outside of the frame: its light changes with each cut of what it shows."""
    cut = int(moment.t / 0.7 + moment.seed % 3)
    chance = Random(moment.seed * 31 + cut)  # noqa: S311 - the same in every run
    color = chance.choice(((120, 170, 255), (150, 200, 255), (190, 170, 255), (140, 220, 230)))
    flicker = 0.2 + 0.14 * chance.random() + 0.03 * sin(moment.t * 23)
    _shine(canvas, moment, color, (0.0 if moment.seed % 2 else 1.0, 0.8, 0.75), flicker)


def fire(canvas: skia.Canvas, moment: "Moment") -> None:
    """A fireplace outside of the frame, redrawn on twos."""
    step = moment.n // 2
    strength = 0.3 + 0.07 * sin(step * 1.3) + 0.05 * sin(step * 2.9) + 0.03 * sin(step * 5.3)
    where = (1.0 if moment.seed % 2 else 0.0, 0.92, 0.8)
    _shine(canvas, moment, moment.palette.glow("#ff8a3a"), where, strength)


def tube(canvas: skia.Canvas, moment: "Moment") -> None:
    """A fluorescent tube that stutters every few seconds, and then is steady again."""
    phase = (moment.t + moment.seed % 7 * 0.5) % 3.4
    dark = phase < 0.55 and int(phase * 17) % 3 != 1
    if dark:
        canvas.drawColor(skia.ColorSetARGB(74, *moment.palette.shadow))
    else:
        _shine(canvas, moment, (220, 240, 255), (0.5, -0.05, 0.6), 0.1)


def leaves(canvas: skia.Canvas, moment: "Moment") -> None:
    """The shadow of foliage that sways over the picture, and spots of light between."""
    chance = moment.random()
    u, side = moment.unit, 1 if moment.seed % 2 else -1
    sway = sin(moment.t * 1.1) * 14 * u + sin(moment.t * 2.3) * 5 * u
    shade, spots = skia.Path(), skia.Path()
    for leaf in range(40):
        along, drop = chance.random(), chance.random()
        x = moment.width * (0.5 + side * (0.5 - along * 0.55)) + sway * (1 + drop)
        y = moment.height * (0.02 + 0.42 * drop * (1 - along)) + sway * 0.3
        if leaf % 2:
            spots.addOval(skia.Rect.MakeXYWH(x, y + 40 * u, 34 * u, 22 * u))
            continue
        size, turn = chance.uniform(24, 52) * u, chance.uniform(0, pi)
        dx, dy = cos(turn) * size, sin(turn) * size * 0.7
        shade.moveTo(x - dx, y - dy)
        shade.quadTo(x + dy * 0.7, y - dx * 0.5, x + dx, y + dy)
        shade.quadTo(x - dy * 0.7, y + dx * 0.5, x - dx, y - dy)
    canvas.drawPath(shade, paint(moment.palette.shadow, 0.24))
    light = moment.palette.glow("#fff2cc")
    canvas.drawPath(spots, paint(light, 0.26, skia.BlendMode.kScreen))


def water(canvas: skia.Canvas, moment: "Moment") -> None:
    """Sun that the water throws up: threads of light that wander over the lower half."""
    u = moment.unit
    threads = skia.Path()
    for line in range(7):
        y = moment.height * (0.58 + 0.06 * line)
        threads.moveTo(-20, y)
        for step in range(9):
            x = moment.width * step / 8
            lift = sin(moment.t * 1.6 + line * 1.9 + step * 1.1) * 20 * u
            threads.quadTo(x - moment.width / 16, y - lift, x, y + lift * 0.5)
    brush = paint(moment.palette.glow("#fff6dc"), 0.16, skia.BlendMode.kScreen)
    brush.setStyle(skia.Paint.kStroke_Style)
    brush.setStrokeWidth(7 * u)
    canvas.drawPath(threads, brush)


def fan(canvas: skia.Canvas, moment: "Moment") -> None:
    """The slow shadow of a ceiling fan's four blades."""
    w, h = moment.width, moment.height
    turn = moment.t * 3.2
    blades = skia.Path()
    for blade in range(4):
        a = turn + blade * pi / 2
        tip, side = (cos(a) * h * 0.5, sin(a) * h * 0.22), (-sin(a) * h * 0.05, cos(a) * h * 0.03)
        blades.addPoly(
            [
                skia.Point(w / 2, h * 0.3),
                skia.Point(w / 2 + tip[0] + side[0], h * 0.3 + tip[1] + side[1]),
                skia.Point(w / 2 + tip[0] - side[0], h * 0.3 + tip[1] - side[1]),
            ],
            True,
        )
    canvas.drawPath(blades, paint(moment.palette.shadow, 0.2))
