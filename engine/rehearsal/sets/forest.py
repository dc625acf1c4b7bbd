"""A forest: trunks in five depths, a path that bends away, ferns near the lens, shafts of light."""

import skia

from engine.contracts import TimeOfDay
from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.distance import hills, tree
from engine.rehearsal.sets.sky import ground, haze, sky

LEAVES = ("#4a7a3e", "#3f6b44", "#5f8a3c", "#356048")


def build(p: Painter) -> None:
    sky(p)
    hills(p, 5000, 900, "#5a7a5c", 0.75)
    with p.sheet(1500):
        ground(p, "#5d7042")
        _path(p)
        for row, z in enumerate((2600, 2000, 1500, 1150)):
            for x in range(-9, 10):
                place = x * 110 + p.random.uniform(-40, 40)
                if abs(place) > 70:
                    tree(p, place, z, 620, LEAVES[(x + row) % 4], 0.75 - row * 0.17)
    with p.sheet(480):
        for z in (820, 600, 430):
            for side in (-1, 1):
                _trunk(p, side * p.random.uniform(110, 170), z, p.random.uniform(16, 26))
        _rays(p)
    with p.sheet(190):
        _trunk(p, -96, 200, 20)
        _trunk(p, 118, 150, 26)
        for x in (-120, -76, 82, 128):
            _fern(p, x, 170, 46)
    foreground.frame(p, p.random.choice(("grass", "leaves", "branch")))


def _path(p: Painter) -> None:
    earth = p.palette.grade("#a08458")
    with p.flat() as canvas:
        way = skia.Path()
        way.moveTo(-70, -900)
        way.cubicTo(-80, 300, 120, 500, -20, 1400)
        way.lineTo(30, 1400)
        way.cubicTo(190, 520, 60, 300, 80, -900)
        way.close()
        canvas.drawPath(way, paint(earth))
        canvas.drawPath(way, pen(mix(earth, p.palette.ink, 0.5), 4))
        for _ in range(40):
            x, z = p.random.uniform(-60, 60), p.random.uniform(-250, 500)
            canvas.drawOval(skia.Rect.MakeXYWH(x, z, 9, 14), paint(mix(earth, p.palette.ink, 0.25)))


def _trunk(p: Painter, x: float, z: float, half: float) -> None:
    """A trunk that leaves the frame at its top, with bark and roots."""
    bark = haze(p, p.palette.grade("#5c4230"), z / 2500)
    with p.standing(x, z) as canvas:
        body = skia.Path()
        body.moveTo(-half * 1.9, 6)
        body.quadTo(-half, -40, -half * 0.85, -800)
        body.lineTo(half * 0.8, -800)
        body.quadTo(half, -40, half * 2.1, 6)
        body.close()
        canvas.drawPath(body, paint(bark))
        canvas.save()
        canvas.clipPath(body, True)
        canvas.drawRect(
            skia.Rect.MakeLTRB(half * 0.2, -800, half * 3, 10),
            paint(mix(bark, p.palette.shadow, 0.5)),
        )
        for _ in range(26):
            at, y = p.random.uniform(-half, half), p.random.uniform(-780, 0)
            canvas.drawLine(
                at, y, at + 2, y - p.random.uniform(20, 60), pen(p.palette.ink, 1.6, 0.6)
            )
        canvas.restore()
        canvas.drawPath(body, pen(p.palette.ink, 3))


def _rays(p: Painter) -> None:
    if p.palette.gloom > 0.4:
        return
    night = p.dressing.time is TimeOfDay.NIGHT
    color = (150, 180, 255) if night else p.palette.glow("#fff0b8")
    with p.facing(420) as canvas:
        for x in (-150, -60, 40):
            shaft = skia.Path()
            shaft.addPoly(
                [
                    skia.Point(x + 100, -900),
                    skia.Point(x + 132, -900),
                    skia.Point(x + 12, 0),
                    skia.Point(x - 46, 0),
                ],
                True,
            )
            canvas.drawPath(shaft, paint(color, 0.16, skia.BlendMode.kScreen))


def _fern(p: Painter, x: float, z: float, size: float) -> None:
    green = p.palette.grade("#3c6a3a")
    dark = mix(green, p.palette.ink, 0.35)
    with p.standing(x, z) as canvas:
        for blade in range(9):
            lean = (blade - 4) / 4
            tip = skia.Point(lean * size * 1.1, -size * (1.2 - 0.55 * abs(lean)))
            frond = skia.Path()
            frond.moveTo(0, 0)
            frond.quadTo(lean * size * 0.3 - 5, tip.y() * 0.9, tip.x(), tip.y())
            frond.quadTo(lean * size * 0.6 + 6, tip.y() * 0.6, 0, 0)
            canvas.drawPath(frond, paint(dark if blade % 2 else green))
            canvas.drawPath(frond, pen(p.palette.ink, 1.4))
