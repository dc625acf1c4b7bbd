"""A walled courtyard: a moon gate under tiles, a path of slabs, blossom, lanterns."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.distance import hills, tree
from engine.rehearsal.sets.glow import fade
from engine.rehearsal.sets.sky import haze, is_wet, puddles, sky, snowed

BACK, HALF, HIGH = 430.0, 190.0, 235.0


# Leaves of the tree, walls, roof tiles.
STYLES = (
    ("#e59ab0", "#efe8d8", "#4b5560"),
    ("#c9743c", "#e0c8a8", "#5a4a44"),
    ("#7a9a5c", "#c8ccc4", "#3f4c48"),
)


def build(p: Painter) -> None:
    leaf, wall_color, tile = p.random.choice(STYLES)
    m = p.random.choice((-1, 1))
    sky(p)
    hills(p, 5000, 1100, "#6a7f86", 0.7)
    with p.sheet(900):
        tree(p, 46, 1000, 300, "#6a8a50", 0.3)
        for x in (-260, -150, 170, 280):
            tree(p, x, 900, 560, "#5d7a4c", 0.35)
    with p.sheet(380):
        _floor(p)
        _shaded(p)
        for wall in (-HALF, HALF):
            _side_wall(p, wall, wall_color)
        _gate(p, wall_color, tile)
    with p.sheet(230):
        tree(p, m * 140, 330, 330, leaf, 0.0)
        _stone_lantern(p, -m * 104, 250)
        _hanging(p, -62, 400)
        _hanging(p, 62, 400)
    foreground.frame(p, "branch")


def _floor(p: Painter) -> None:
    earth, slab = snowed(p, p.palette.grade("#9aa08a")), snowed(p, p.palette.grade("#c2bcae"), 0.6)
    p.face(((-900, 0, -900), (900, 0, -900), (900, 0, BACK), (-900, 0, BACK)), earth, 0)
    with p.flat() as canvas:
        for row in range(-4, 8):
            z = row * 56.0
            for x, wide in ((-52, 50), (2, 50)):
                shift = p.random.uniform(-4, 4)
                box = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x + shift, z, wide, 50), 5, 5)
                canvas.drawRRect(box, paint(slab))
                canvas.drawRRect(box, pen(p.palette.ink, 2))


def _shaded(p: Painter) -> None:
    """The ground darkens towards the lens; wet, it shines."""
    near = p.lens.z + 60
    with p.flat() as canvas:
        area = skia.Rect.MakeLTRB(-900, near, 900, BACK)
        canvas.drawRect(area, fade((0, near), (0, near + 460), p.palette.shadow, 0.46))
        canvas.drawRect(area, fade((0, BACK), (0, BACK - 90), p.palette.shadow, 0.4))
    if is_wet(p):
        puddles(p, 150, -160, 380, 8)


def _side_wall(p: Painter, x: float, color: str) -> None:
    wall = p.palette.grade(color)
    if x > 0:
        wall = mix(wall, p.palette.shadow, 0.25)
    p.face(((x, 0, -900), (x, -HIGH, -900), (x, -HIGH, BACK), (x, 0, BACK)), wall)
    with p.side(x) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-900, -46, BACK, 0), paint(p.palette.grade("#8a8478")))
        for z in (40, 220):
            lattice = skia.Rect.MakeXYWH(z, -180, 90, 90)
            canvas.drawRect(lattice, paint(p.palette.grade("#53453c")))
            bar = pen(wall, 5)
            for step in range(1, 4):
                canvas.drawLine(z + step * 22, -180, z + step * 22, -90, bar)
                canvas.drawLine(z, -180 + step * 22, z + 90, -180 + step * 22, bar)
            canvas.drawRect(lattice, pen(p.palette.ink, 4))
    tile = p.palette.grade("#4b5560")
    inward = -34 if x > 0 else 34
    p.face(
        (
            (x + inward, -HIGH + 6, -900),
            (x, -HIGH - 34, -900),
            (x, -HIGH - 34, BACK),
            (x + inward, -HIGH + 6, BACK),
        ),
        tile,
    )


def _gate(p: Painter, color: str, tile: str) -> None:
    wall = p.palette.grade(color)
    with p.facing(BACK) as canvas:
        face = skia.Path()
        face.addRect(skia.Rect.MakeLTRB(-190, -HIGH, 190, 0))
        face.addCircle(0, -104, 92)
        face.setFillType(skia.PathFillType.kEvenOdd)
        through = paint(haze(p, p.palette.grade("#7d9a6c"), 0.4))
        canvas.drawRect(skia.Rect.MakeLTRB(-95, -70, 95, 0), through)
        canvas.drawPath(face, paint(wall))
        canvas.drawRect(skia.Rect.MakeLTRB(-190, -30, -74, 0), paint(p.palette.grade("#8a8478")))
        canvas.drawRect(skia.Rect.MakeLTRB(74, -30, 190, 0), paint(p.palette.grade("#8a8478")))
        canvas.drawCircle(0, -104, 95, pen(p.palette.grade("#6b6258"), 10))
        canvas.drawCircle(0, -104, 90, pen(p.palette.ink, 3))
        plaque = skia.Rect.MakeLTRB(-42, -228, 42, -204)
        canvas.drawRect(plaque, paint(p.palette.grade("#2c3a4c")))
        canvas.drawRect(plaque, pen(p.palette.grade("#d8a83f", 0.85), 4))
        _roof(p, canvas, tile)


def _roof(p: Painter, canvas: skia.Canvas, color: str) -> None:
    """Curved eaves with rows of tiles."""
    tile = snowed(p, p.palette.grade(color))
    eaves = skia.Path()
    eaves.moveTo(-236, -HIGH - 20)
    eaves.quadTo(-170, -HIGH + 4, -150, -HIGH + 2)
    eaves.lineTo(150, -HIGH + 2)
    eaves.quadTo(170, -HIGH + 4, 236, -HIGH - 20)
    eaves.quadTo(190, -HIGH - 36, 120, -HIGH - 74)
    eaves.lineTo(-120, -HIGH - 74)
    eaves.quadTo(-190, -HIGH - 36, -236, -HIGH - 20)
    canvas.drawPath(eaves, paint(tile))
    canvas.save()
    canvas.clipPath(eaves, True)
    for index in range(-12, 13):
        x = index * 17.0
        canvas.drawLine(
            x * 0.75, -HIGH - 76, x * 1.12, -HIGH + 4, pen(mix(tile, p.palette.ink, 0.5), 3)
        )
        canvas.drawLine(
            x * 0.75 + 5,
            -HIGH - 76,
            x * 1.12 + 6,
            -HIGH + 4,
            pen(mix(tile, p.palette.tone(1.0), 0.2), 2),
        )
    canvas.restore()
    canvas.drawPath(eaves, pen(p.palette.ink, 3.5))
    ridge = skia.Rect.MakeLTRB(-128, -HIGH - 86, 128, -HIGH - 72)
    canvas.drawRect(ridge, paint(mix(tile, p.palette.ink, 0.3)))
    canvas.drawRect(ridge, pen(p.palette.ink, 3))


def _stone_lantern(p: Painter, x: float, z: float) -> None:
    stone = p.palette.grade("#a7a59c")
    with p.standing(x, z) as canvas:
        for box in ((-20, -14, 40, 14), (-8, -62, 16, 48), (-22, -72, 44, 10), (-15, -100, 30, 28)):
            rect = skia.Rect.MakeXYWH(*box)
            canvas.drawRect(rect, paint(stone))
            canvas.drawRect(rect, pen(p.palette.ink, 2.4))
        lit = p.palette.hour.lamps
        hole = paint(p.palette.glow("#ffcf70") if lit else p.palette.ink)
        canvas.drawRect(skia.Rect.MakeXYWH(-8, -95, 16, 18), hole)
        cap = skia.Path()
        cap.addPoly([skia.Point(-32, -98), skia.Point(0, -126), skia.Point(32, -98)], True)
        canvas.drawPath(cap, paint(stone))
        canvas.drawPath(cap, pen(p.palette.ink, 2.6))
    if p.palette.hour.lamps:
        p.halo((x, -86, z), 66, p.palette.glow("#ffcf70"), 0.5)


def _hanging(p: Painter, x: float, z: float) -> None:
    red = p.palette.glow("#ff5a3a") if p.palette.hour.lamps else p.palette.grade("#c8382c", 0.8)
    p.line((x, -HIGH, z), (x, -HIGH + 18, z), 0.8)
    with p.standing(x, z, -HIGH + 18) as canvas:
        canvas.drawOval(skia.Rect.MakeLTRB(-17, 0, 17, 30), paint(red))
        canvas.drawOval(skia.Rect.MakeLTRB(-7, 0, 7, 30), pen(p.palette.ink, 1.2))
        canvas.drawOval(skia.Rect.MakeLTRB(-17, 0, 17, 30), pen(p.palette.ink, 2.2))
        canvas.drawLine(0, 30, 0, 52, pen(p.palette.grade("#d8a83f", 0.85), 3))
    if p.palette.hour.lamps:
        p.halo((x, -HIGH + 33, z), 60, red, 0.45)
