"""On a bridge: the deck runs to its towers, cables, lamps in a row, the river and the far bank."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.distance import far_town, hills
from engine.rehearsal.sets.glow import fade, mirrored, pool
from engine.rehearsal.sets.ink import block, boxes, darker, lighter, strokes
from engine.rehearsal.sets.room import turned
from engine.rehearsal.sets.sky import haze, is_wet, puddles, sky, snowed
from engine.rehearsal.sets.water import sea

HALF, DEEP = 150.0, 900.0
STYLES = (("#8a3a34", True), ("#6a7480", True), ("#b0a898", False), ("#7a5a3c", False))


def build(p: Painter) -> None:
    color, hung = p.random.choice(STYLES)
    m = turned(p)
    sky(p)
    hills(p, 9000, 900, "#5a7a88", 0.8)
    far_town(p, 6000, 1100)
    sea(p, 300, 420)
    with p.sheet(900):
        _deck(p)
        if hung:
            _towers(p, color)
        _railing(p, -HALF, color)
        _railing(p, HALF, color)
    with p.sheet(330):
        for z in (900, 620, 360):
            _lamp(p, -m * (HALF - 12), z)
    foreground.frame(p, "rail")


def _deck(p: Painter) -> None:
    asphalt = snowed(p, p.palette.grade("#5f646c"))
    near = p.lens.z + 60
    p.face(((-HALF, 0, -1200), (HALF, 0, -1200), (HALF, 0, 5200), (-HALF, 0, 5200)), asphalt, 1)
    with p.flat() as canvas:
        whole = skia.Rect.MakeLTRB(-HALF, near, HALF, 5200)
        canvas.drawRect(whole, fade((0, 4200), (0, 500), haze(p, asphalt, 0.95), 1.0))
        canvas.drawRect(whole, fade((0, near), (0, near + 560), p.palette.shadow, 0.5))
        boxes(canvas, [(-HALF, near, -HALF + 46, 5200)], lighter(p, asphalt, 0.22))
        joints = [(-HALF, float(z), HALF, float(z)) for z in range(-300, 2600, 130)]
        strokes(canvas, joints, darker(p, asphalt, 0.3), 2)
        marks = [(28.0, float(z), 38.0, z + 130.0) for z in range(-300, 3600, 260)]
        boxes(canvas, marks, p.palette.grade("#f2ead2"), 0.75)
    if is_wet(p):
        puddles(p, 120, -200, 800, 8)


def _towers(p: Painter, color: str) -> None:
    """Two gates with their cables, the far one in the haze."""
    for z, distance in ((2600.0, 0.45), (1100.0, 0.12)):
        steel = haze(p, p.palette.grade(color, 0.8), distance)
        for x in (-HALF - 20, HALF + 20):
            p.box((x, 300, z), (40, 1250, 50), steel)
        for y in (-330, -560, -820):
            p.box((0, y, z), (HALF * 2 + 40, 42, 34), steel)
        with p.facing(z - 20) as canvas:
            cross = [(-HALF, -520, HALF, -372), (HALF, -520, -HALF, -372)]
            strokes(canvas, cross, steel, 14)
        if p.palette.hour.lamps:
            for x in (-HALF - 20, HALF + 20):
                p.halo((x, -950, z), 110, p.palette.glow("#ff4a3a"), 0.8)
    steel = p.palette.grade(color, 0.8)
    for x in (-HALF - 14, HALF + 14):
        with p.side(x) as canvas:
            cable = skia.Path()
            cable.moveTo(p.lens.z + 60, -420)
            cable.quadTo(320, -150, 1100, -930)
            cable.quadTo(1850, -120, 2600, -930)
            canvas.drawPath(cable, pen(p.palette.ink, 15))
            canvas.drawPath(cable, pen(steel, 10))
            hangers = []
            for k in range(15):
                z = 1150 + k * 96.0
                t = (z - 1100) / 1500
                hangers.append((z, -930 * (1 - t) ** 2 - 240 * t * (1 - t) - 930 * t * t, z, -90.0))
            strokes(canvas, hangers, steel, 4)


def _railing(p: Painter, x: float, color: str) -> None:
    steel = mix(p.palette.grade(color, 0.75), p.palette.shadow, 0.2)
    near = p.lens.z + 60
    with p.side(x) as canvas:
        posts = [(float(z), -104, float(z), 0) for z in range(int(near), 2600, 44)]
        strokes(canvas, posts, p.palette.ink, 6)
        strokes(canvas, posts, steel, 3.4)
        for y, wide in ((-104, 11), (-58, 5), (-16, 5)):
            strokes(canvas, [(near, y, 4200, y)], p.palette.ink, wide + 2.6)
            strokes(canvas, [(near, y, 4200, y)], snowed(p, steel), wide)


def _lamp(p: Painter, x: float, z: float) -> None:
    way = -1 if x > 0 else 1
    with p.standing(x, z) as canvas:
        strokes(canvas, [(0, 0, 0, -330)], p.palette.ink, 9)
        strokes(canvas, [(0, 0, 0, -330)], p.palette.grade("#39414c"), 5.6)
        block(p, canvas, (-12, -20, 12, 0), "#39414c", 1.8)
        arm = skia.Path()
        arm.moveTo(0, -326)
        arm.quadTo(way * 8, -364, way * 46, -360)
        canvas.drawPath(arm, pen(p.palette.ink, 6))
        lit = p.palette.hour.lamps
        glow = p.palette.glow("#fff0c8") if lit else p.palette.grade("#d8d8d0")
        canvas.drawOval(skia.Rect.MakeLTRB(way * 52 - 15, -366, way * 52 + 15, -346), paint(glow))
        canvas.drawOval(
            skia.Rect.MakeLTRB(way * 52 - 15, -366, way * 52 + 15, -346), pen(p.palette.ink, 2)
        )
    if p.palette.hour.lamps:
        glow = p.palette.glow("#ffc070")
        p.halo((x + way * 52, -354, z), 150, glow, 0.8)
        pool(p, x + way * 52, z, 120, glow, 0.45)
        if is_wet(p):
            mirrored(p, x + way * 52, 50, z, glow, 0.5, 300)
