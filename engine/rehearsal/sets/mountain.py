"""High country: snow peaks over mist, a river far below, a hut with a light, a broken ledge."""

from itertools import pairwise

import skia

from engine.contracts import Weather
from engine.rehearsal.easing import ease
from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.distance import hills
from engine.rehearsal.sets.sky import haze, sky


def build(p: Painter) -> None:
    sky(p)
    hills(p, 9000, 4600, "#6c7690", 0.75, peaks=True)
    hills(p, 6000, 1900, "#5a6a78", 0.6, peaks=True)
    _mist(p, 5200, -260)
    hills(p, 3600, 620, "#4c6a58", 0.4)
    with p.sheet(2400):
        _slope(p)
        _river(p)
    _mist(p, 1500, 0)
    with p.sheet(900):
        _hut(p)
        for _ in range(18):
            x = p.random.uniform(-420, 420)
            if abs(x) > 110:
                _pine(p, x, p.random.uniform(620, 1100), p.random.uniform(160, 260))
    with p.sheet(200):
        _ledge(p)
        for x, z, size in ((-104, 250, 46), (100, 228, 62), (136, 160, 34)):
            _rock(p, x, z, size)
        for _ in range(16):
            _tuft(p, p.random.uniform(-170, 170), p.random.uniform(90, 262))
    with p.sheet(-70):
        _rock(p, -64, -70, 40)
        for x in (-92, -40, 74, 88):
            _tuft(p, x, -70, 1.5)


def _mist(p: Painter, z: float, y: float) -> None:
    """Cloud that lies in the valley between two ridges, with a drawn upper edge."""
    light = mix(p.palette.sky(0.05), p.palette.tone(1.0), 0.35)
    with p.sheet(z) as canvas, p.facing(z):
        for rise, alpha in ((0.0, 0.34), (0.03, 0.3)):
            bank = skia.Path()
            bank.moveTo(-z, y + z * 0.2)
            x = -float(z)
            while x < z:
                step = z * p.random.uniform(0.07, 0.16)
                bump = z * (rise - p.random.uniform(0.02, 0.05))
                bank.quadTo(x + step / 2, y + bump * 1.8, x + step, y + bump * 0.4)
                x += step
            bank.lineTo(z, y + z * 0.2)
            bank.close()
            canvas.drawPath(bank, paint(light, alpha))


def _river(p: Painter) -> None:
    """A bright thread that winds through the valley."""
    shine = mix(p.palette.sky(0.12), p.palette.tone(1.0), 0.45)
    bends = ((-60, 700, 46), (90, 1050, 60), (-120, 1500, 66), (130, 2100, 70), (20, 3200, 60))
    for (x, z, wide), (to_x, to_z, to_wide) in pairwise(bends):
        for part in range(8):
            a, b = part / 8, (part + 1) / 8
            sides = []
            for t in (a, b):
                bent = ease(t)
                middle, half = x + (to_x - x) * bent, (wide + (to_wide - wide) * t) / 2
                far = z + (to_z - z) * t
                sides.append(((middle - half, 40, far), (middle + half, 40, far)))
            p.face((sides[0][0], sides[0][1], sides[1][1], sides[1][0]), shine, 0)


def _hut(p: Painter) -> None:
    """Someone lives up here: a roof, and a window that is lit when lamps are."""
    wall, roof = p.palette.grade("#6a4a36"), p.palette.grade("#3c3a44")
    roof = mix(roof, p.palette.tone(1.0), 0.6) if _snowy(p) else roof
    with p.standing(46, 1000, 30) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-46, -58, 46, 0), paint(wall))
        canvas.drawRect(skia.Rect.MakeLTRB(-46, -58, 46, 0), pen(p.palette.ink, 2.6))
        gable = skia.Path()
        gable.addPoly(
            [skia.Point(-64, -52), skia.Point(-30, -96), skia.Point(36, -96), skia.Point(64, -52)],
            True,
        )
        canvas.drawPath(gable, paint(roof))
        canvas.drawPath(gable, pen(p.palette.ink, 2.6))
        pane = p.palette.glow("#ffcf70") if p.palette.hour.lamps else p.palette.grade("#2c3440")
        canvas.drawRect(skia.Rect.MakeLTRB(-24, -42, -4, -20), paint(pane))
        canvas.drawRect(skia.Rect.MakeLTRB(-24, -42, -4, -20), pen(p.palette.ink, 2))
        canvas.drawRect(skia.Rect.MakeLTRB(12, -42, 30, 0), paint(mix(wall, p.palette.ink, 0.5)))
    if p.palette.hour.lamps:
        p.halo((32, -1, 1000), 90, p.palette.glow(), 0.8)


def _tuft(p: Painter, x: float, z: float, size: float = 1.0) -> None:
    """Grass in the wind; by night it still has an edge of light."""
    green = p.palette.grade("#e8edf2" if _snowy(p) else "#75854c")
    blades = skia.Path()
    for blade in range(6):
        lean = (blade - 1.5) * 2.6 * size
        tall = p.random.uniform(7, 13) * size
        blades.moveTo((blade - 3) * 1.8 * size, 0)
        blades.quadTo(lean * 0.4, -tall * 0.6, lean + 3 * size, -tall)
        blades.lineTo((blade - 2) * 1.8 * size, 0)
    with p.standing(x, z) as canvas:
        canvas.drawPath(blades, pen(p.palette.ink, 1.6))
        canvas.drawPath(blades, paint(green))


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
    """Ground that breaks off in a ragged edge, lit on top, dark on its face."""
    earth = p.palette.grade("#dfe5ec" if _snowy(p) else "#93836b")
    lit, deep = mix(earth, p.palette.tone(1.0), 0.2), mix(earth, p.palette.ink, 0.5)
    rim = [(x, 292 + p.random.uniform(-26, 22)) for x in range(-700, 720, 46)]
    p.face((*((x, 0, z) for x, z in rim), *((x, 90, z + 16) for x, z in reversed(rim))), deep, 1)
    p.face(((-700, 0, -900), *((x, 0, z) for x, z in rim), (700, 0, -900)), earth, 1.6)
    with p.flat() as canvas:
        for left, near, wide, far in ((-40, 196, 190, 26), (60, 90, 150, 20), (-70, 30, 120, 16)):
            canvas.drawOval(
                skia.Rect.MakeXYWH(left - wide / 2, near - far / 2, wide, far), paint(lit)
            )
        crack = pen(mix(earth, p.palette.ink, 0.45), 2.4)
        for _ in range(14):
            x, z = p.random.uniform(-140, 140), p.random.uniform(-200, 250)
            canvas.drawLine(x, z, x + p.random.uniform(-30, 30), z + 26, crack)
            canvas.drawLine(x, z, x + p.random.uniform(10, 24), z - 12, crack)
        for _ in range(26):
            x, z = p.random.uniform(-170, 170), p.random.uniform(-200, 260)
            size = p.random.uniform(2, 6)
            pebble = skia.Rect.MakeXYWH(x, z, size * 2, size * 1.6)
            canvas.drawOval(pebble, paint(mix(earth, p.palette.shadow, 0.45)))
    p.halftone(((-700, 0, 270), (700, 0, 262), (700, 0, 214), (-700, 0, 236)), 0.4)


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
        edge = pen(mix(stone, p.palette.tone(1.0), 0.5), size * 0.06)
        for (ax, ay), (bx, by) in pairwise(corners[1:4]):
            inset = 0.94
            canvas.drawLine(
                ax * size * inset, ay * size * inset, bx * size * inset, by * size * inset, edge
            )
        canvas.drawLine(
            -0.5 * size, -0.35 * size, -0.1 * size, -0.6 * size, pen(p.palette.ink, 2, 0.7)
        )
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
