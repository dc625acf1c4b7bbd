"""High country: peaks with snow, ridges in haze, pines, a ledge with rocks."""

import skia

from engine.contracts import Weather
from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.sky import haze, hills, sky


def build(p: Painter) -> None:
    sky(p)
    hills(p, 9000, 4600, "#6c7690", 0.75, peaks=True)
    hills(p, 6000, 1900, "#5a6a78", 0.6, peaks=True)
    hills(p, 3600, 620, "#4c6a58", 0.4)
    with p.sheet(900):
        _slope(p)
        for _ in range(16):
            x = p.random.uniform(-420, 420)
            if abs(x) > 60:
                _pine(p, x, p.random.uniform(620, 1100), p.random.uniform(160, 260))
    with p.sheet(200):
        _ledge(p)
        for x, z, size in ((-100, 260, 46), (92, 230, 60), (130, 160, 34)):
            _rock(p, x, z, size)
    with p.sheet(-70):
        _rock(p, -58, -70, 40)


def _snowy(p: Painter) -> bool:
    return p.dressing.weather is Weather.SNOW


def _slope(p: Painter) -> None:
    color = haze(p, p.palette.grade("#e4e8ee" if _snowy(p) else "#6f7f58"), 0.2)
    p.face(((-3000, 60, 300), (3000, 60, 300), (3000, -30, 3600), (-3000, -60, 3600)), color, 1)


def _pine(p: Painter, x: float, z: float, high: float) -> None:
    green = haze(p, p.palette.grade("#2f5340"), z / 3000)
    lit = mix(green, p.palette.tone(1.0), 0.7 if _snowy(p) else 0.14)
    with p.standing(x, z, 30) as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-5, -high * 0.2, 5, 0), paint(p.palette.grade("#4a3526"))
        )
        for tier in range(4):
            y, half = -high * (0.15 + tier * 0.2), high * (0.26 - tier * 0.05)
            cone = skia.Path()
            cone.addPoly(
                [skia.Point(-half, y), skia.Point(0, y - high * 0.36), skia.Point(half, y)], True
            )
            left = skia.Path()
            left.addPoly(
                [skia.Point(-half, y), skia.Point(0, y - high * 0.36), skia.Point(-half * 0.2, y)],
                True,
            )
            canvas.drawPath(cone, paint(green))
            canvas.drawPath(left, paint(lit))
            canvas.drawPath(cone, pen(p.palette.ink, 2.4))


def _ledge(p: Painter) -> None:
    earth = p.palette.grade("#dfe5ec" if _snowy(p) else "#8d8170")
    p.face(((-700, 0, -900), (700, 0, -900), (700, 0, 290), (-700, 0, 330)), earth, 1.6)
    p.face(
        ((-700, 0, 330), (700, 0, 290), (700, 60, 300), (-700, 60, 340)),
        mix(earth, p.palette.ink, 0.4),
        1,
    )
    with p.flat() as canvas:
        crack = pen(mix(earth, p.palette.ink, 0.45), 2.4)
        for _ in range(12):
            x, z = p.random.uniform(-140, 140), p.random.uniform(-200, 270)
            canvas.drawLine(x, z, x + p.random.uniform(-30, 30), z + 26, crack)
            canvas.drawLine(x, z, x + p.random.uniform(10, 24), z - 12, crack)
    p.halftone(((-700, 0, 320), (700, 0, 280), (700, 0, 220), (-700, 0, 250)), 0.4)


def _rock(p: Painter, x: float, z: float, size: float) -> None:
    stone = p.palette.grade("#7f7d7c")
    with p.standing(x, z) as canvas:
        corners = [(-1.0, 0.0), (-0.8, -0.7), (-0.2, -1.1), (0.5, -0.9), (0.95, -0.35), (1.05, 0.0)]
        body = skia.Path()
        body.addPoly([skia.Point(a * size, b * size) for a, b in corners], True)
        canvas.drawPath(body, paint(stone))
        shade = skia.Path()
        shade.addPoly(
            [
                skia.Point(a * size, b * size)
                for a, b in ((0.1, 0), (0.2, -0.7), (0.5, -0.9), *corners[4:])
            ],
            True,
        )
        canvas.drawPath(shade, paint(mix(stone, p.palette.shadow, 0.5)))
        if _snowy(p):
            cap = skia.Path()
            cap.addPoly(
                [
                    skia.Point(a * size, b * size)
                    for a, b in (*corners[1:4], (0.2, -0.7), (-0.3, -0.8))
                ],
                True,
            )
            canvas.drawPath(cap, paint(p.palette.grade("#f4f6fa")))
        canvas.drawPath(body, pen(p.palette.ink, 3))
