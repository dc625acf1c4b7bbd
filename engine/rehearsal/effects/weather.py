"""Weather between the lens and the world, in three depths."""

from functools import lru_cache
from math import ceil, pi, sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.effects.lightning import LASTS, bolt, of_storm
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment

VEILS = 9  # of which a bank of fog is made


def rain(canvas: skia.Canvas, moment: "Moment") -> None:
    _fall(canvas, moment, 0.12, 1.0)


def storm(canvas: skia.Canvas, moment: "Moment") -> None:
    """Slanted rain, and lightning every few seconds."""
    _fall(canvas, moment, 0.34, 1.5)
    since = of_storm(moment.t, moment.seed)
    if since < LASTS:
        bolt(canvas, moment, since, 1.0)


def _fall(canvas: skia.Canvas, moment: "Moment", slant: float, force: float) -> None:
    u, light = moment.unit, mix(moment.palette.sky(0.1), (255, 255, 255), 0.55)
    chance = moment.random()
    for count, long, speed, wide, alpha in (
        (70, 52, 1500, 2.0, 0.42),
        (44, 96, 2100, 3.0, 0.55),
        (12, 210, 3000, 5.0, 0.45),
    ):
        drop = _drop(light, long * u, slant, wide * u, alpha)
        span = moment.height + long * u * 2
        for _ in range(round(count * force)):
            x0, y0 = chance.random(), chance.random()
            y = (y0 * span + moment.t * speed * u) % span - long * u
            x = (x0 * 1.5 - 0.1) * moment.width - (y / moment.height) * slant * moment.width * 0.5
            canvas.drawImage(drop, int(x) - drop.width(), int(y))
    _splashes(canvas, moment, light)


@lru_cache(maxsize=12)
def _drop(light: Color, long: float, slant: float, wide: float, alpha: float) -> skia.Image:
    """One streak, thin where it comes from: as a picture it is drawn three times as fast."""
    across, edge = long * slant, wide / 2 + 1
    surface = skia.Surface(ceil(across + 2 * edge), ceil(long + 2 * edge))
    streak = skia.Path()
    streak.moveTo(across + edge, edge)
    streak.lineTo(edge - wide / 2, long + edge)
    streak.lineTo(edge + wide / 2, long + edge)
    streak.close()
    streak.addCircle(edge, long + edge, wide / 2)
    surface.getCanvas().drawPath(streak, paint(light, alpha))
    return surface.makeImageSnapshot()


def _splashes(canvas: skia.Canvas, moment: "Moment", light: tuple[int, int, int]) -> None:
    chance = moment.random(each=3)
    u = moment.unit
    path = skia.Path()
    for _ in range(16):
        x, y = chance.random() * moment.width, moment.height * chance.uniform(0.8, 0.99)
        size = chance.uniform(6, 15) * u
        path.addArc(skia.Rect.MakeXYWH(x, y, size * 2, size), 190, 160)
    canvas.drawPath(path, pen(light, 1.8 * u, 0.5))


def snow(canvas: skia.Canvas, moment: "Moment") -> None:
    """Flakes in three depths; the nearest are large and soft-edged."""
    u = moment.unit
    chance = moment.random()
    for count, size, speed, alpha in ((80, 2.4, 90, 0.8), (36, 5, 150, 0.9), (8, 17, 270, 0.4)):
        path = skia.Path()
        for _ in range(count):
            x0, y0, phase = chance.random(), chance.random(), chance.uniform(0, 2 * pi)
            y = (y0 * 1.1 * moment.height + moment.t * speed * u) % (1.1 * moment.height)
            x = (x0 * moment.width + moment.t * 30 * u) % (moment.width * 1.1) - 0.05 * moment.width
            path.addCircle(
                x + sin(moment.t * 1.3 + phase) * 22 * u, y - 0.05 * moment.height, size * u
            )
        canvas.drawPath(path, paint((250, 252, 255), alpha))


def fog(canvas: skia.Canvas, moment: "Moment") -> None:
    """Banks of fog without an edge, below the faces, that drift at their own speeds."""
    image = _bank(moment.width, moment.height, moment.palette.sky(0.15))
    chance = moment.random()
    for bank in range(3):
        y = moment.height * (0.52 + 0.15 * bank)
        x, speed = chance.uniform(0, 1), chance.uniform(12, 34) * moment.unit
        slack = image.width() - moment.width
        swing = 0.5 + 0.5 * sin(x * 6 + moment.t * speed * 2 / slack)
        canvas.drawImage(image, round(-slack * swing), round(y), skia.SamplingOptions())


@lru_cache(maxsize=4)
def _bank(width: int, height: int, color: Color) -> skia.Image:
    """One bank, wider than the frame: thin veils over one another, so that it has no edge."""
    tall = round(height * 0.34)
    surface = skia.Surface(round(width * 1.5), tall)
    canvas = surface.getCanvas()
    for veil in range(VEILS):
        inset = tall * 0.44 * (veil + 0.7) / VEILS
        path = skia.Path()
        steps = [surface.width() * step / 24 for step in range(25)]
        waves = [tall * 0.055 * sin(x / width * 7 + veil * 0.3) for x in steps]
        edges = list(zip(steps, waves, strict=True))
        path.moveTo(0, inset + waves[0])
        for x, wave in edges:
            path.lineTo(x, inset + wave)
        for x, wave in reversed(edges):
            path.lineTo(x, tall - inset - wave)
        path.close()
        canvas.drawPath(path, paint(color, 0.2 / VEILS * 1.6))
    return surface.makeImageSnapshot()


def leaves(canvas: skia.Canvas, moment: "Moment") -> None:
    """Leaves and dust strokes carried across the frame."""
    u = moment.unit
    chance = moment.random()
    dust = skia.Path()
    for _ in range(34):
        x0, y = chance.random(), chance.random() * moment.height
        x = (x0 * 1.6 * moment.width + moment.t * 1300 * u) % (
            1.6 * moment.width
        ) - 0.3 * moment.width
        dust.moveTo(x, y)
        dust.quadTo(x + 60 * u, y - 8 * u, x + 130 * u, y + 3 * u)
    canvas.drawPath(dust, pen(moment.palette.tone(1.0), 3.2 * u, 0.5))
    for index in range(30):
        x0, y0, phase = chance.random(), chance.random(), chance.uniform(0, 2 * pi)
        x = (x0 * 1.4 * moment.width + moment.t * 560 * u) % (
            1.4 * moment.width
        ) - 0.2 * moment.width
        y = y0 * moment.height + sin(moment.t * 3 + phase) * 46 * u
        size = chance.uniform(10, 26) * u
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(moment.t * 260 + phase * 57)
        leaf = skia.Path()
        leaf.moveTo(-size, 0)
        leaf.quadTo(0, -size * 0.7, size, 0)
        leaf.quadTo(0, size * 0.7, -size, 0)
        color = moment.palette.grade("#c07a2c" if index % 2 else "#8a9a3c", 0.8)
        canvas.drawPath(leaf, paint(color))
        canvas.restore()
