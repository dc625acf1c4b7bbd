"""A village: houses with tiled roofs and smoke, a lane, a wall with corn, fields, hills."""

import skia

from engine.rehearsal.light import Color
from engine.rehearsal.painter import Painter, paint
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.distance import hills, tree
from engine.rehearsal.sets.glow import bloom, fade
from engine.rehearsal.sets.ink import block, boxes, darker, disc, lighter, poly, strokes
from engine.rehearsal.sets.room import turned
from engine.rehearsal.sets.sky import ground, haze, is_wet, puddles, sky, snowed

# Walls, roofs, doors.
STYLES = (
    ("#d8c8a8", "#6a4a40", "#7a3a2c"),
    ("#b88a64", "#5a5248", "#3f5a5c"),
    ("#e4e0d4", "#4a5560", "#8a3a34"),
    ("#c8a078", "#a8603c", "#4a6a4c"),
)


def build(p: Painter) -> None:
    wall, roof, leaf = p.random.choice(STYLES)
    m = turned(p)
    sky(p)
    hills(p, 6000, 1400, "#6a8a8c", 0.75)
    hills(p, 3200, 560, "#6f8f5a", 0.45)
    with p.sheet(1500):
        ground(p, "#a8a068")
        _fields(p)
        for x, z in ((-520, 1900), (-300, 1700), (380, 1800), (620, 2000), (150, 2200)):
            _house(p, x, z, (wall, roof, leaf), 0.5)
        tree(p, -80, 1500, 420, "#6a8a4a", 0.4)
    with p.sheet(560):
        _lane(p)
        _house(p, -m * 250, 640, (wall, roof, leaf), 0.06)
        _house(p, m * 330, 820, (wall, roof, leaf), 0.14)
        tree(p, m * 176, 560, 430, "#5f8a44", 0.05)
    with p.sheet(290):
        _yard(p, m)
    foreground.frame(p, p.random.choice(("grass", "branch")))


def _fields(p: Painter) -> None:
    with p.flat() as canvas:
        for row in range(9):
            color = snowed(p, p.palette.grade(("#c9b45c", "#8fa452", "#b8a050")[row % 3]), 0.7)
            z = 1000 + row * 260.0
            strip = [(-3000, z, 3000, z + 190)]
            boxes(canvas, strip, haze(p, color, min(z / 4200, 0.7)))
            lines = [(x, z, x * 1.0, z + 190) for x in range(-1500, 1500, 110)]
            strokes(
                canvas,
                [(float(a), b, float(c), d) for a, b, c, d in lines],
                darker(p, color, 0.1),
                8,
                0.3,
            )


def _lane(p: Painter) -> None:
    earth = snowed(p, p.palette.grade("#b89a6c"), 0.6)
    with p.flat() as canvas:
        way = skia.Path()
        way.moveTo(-86, -900)
        way.cubicTo(-90, 300, 130, 560, 10, 1700)
        way.lineTo(60, 1700)
        way.cubicTo(230, 600, 70, 300, 92, -900)
        way.close()
        canvas.drawPath(way, paint(earth))
        for dx in (-26, 26):
            rut = skia.Path()
            rut.moveTo(dx, -900)
            rut.cubicTo(dx, 300, 150 + dx, 560, 35, 1700)
            brush = fade((0, -300), (0, 1300), darker(p, earth, 0.3), 0.7)
            brush.setStyle(skia.Paint.kStroke_Style)
            brush.setStrokeWidth(9)
            canvas.drawPath(rut, brush)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-900, p.lens.z + 60, 900, 300),
            fade((0, p.lens.z + 60), (0, 260), p.palette.shadow, 0.42),
        )
    if is_wet(p):
        puddles(p, 70, -180, 700, 8)


def _house(p: Painter, x: float, z: float, colors: tuple[str, str, str], distance: float) -> None:
    """A low house with a tiled roof; by night someone is in."""
    wall = haze(p, p.palette.grade(colors[0]), distance)
    roof = haze(p, snowed(p, p.palette.grade(colors[1])), distance)
    leaf: Color = haze(p, p.palette.grade(colors[2]), distance)
    lamps, lives = p.palette.hour.lamps, p.random.random() < 0.8
    with p.standing(x, z) as canvas:
        block(p, canvas, (-130, -150, 130, 0), wall, 2.4)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-130, -150, 130, -96),
            fade((0, -150), (0, -96), p.palette.shadow, 0.5),
        )
        block(p, canvas, (-130, -26, 130, 0), darker(p, wall, 0.2), 1.4)
        block(p, canvas, (-24, -112, 26, 0), leaf, 2.2)
        glass = p.palette.glow("#ffc468") if lamps and lives else darker(p, wall, 0.6)
        for a in (-104, 58):
            block(p, canvas, (a, -104, a + 46, -56), glass, 2)
            strokes(
                canvas,
                [(a + 23, -104, a + 23, -56), (a, -80, a + 46, -80)],
                darker(p, wall, 0.4),
                2.4,
            )
            block(p, canvas, (a - 5, -56, a + 51, -50), lighter(p, wall, 0.2), 1.2)
        poly(p, canvas, ((-158, -146), (-112, -228), (112, -228), (158, -146)), roof, 2.6)
        rows = [
            (-112 - 46 * k / 4, -228 + 82 * k / 4, 112 + 46 * k / 4, -228 + 82 * k / 4)
            for k in range(1, 4)
        ]
        strokes(canvas, rows, darker(p, roof, 0.3), 2)
        strokes(
            canvas,
            [(k * 22.0, -228, k * 31.0, -146) for k in range(-5, 6)],
            darker(p, roof, 0.25),
            1.6,
        )
        block(p, canvas, (60, -268, 86, -216), darker(p, wall, 0.2), 2)
        if lives:
            for k in range(5):
                at, r = (73.0 + 9 * k * (k % 2 + 0.4), -280.0 - 26 * k), 12 + 6.0 * k
                smoke = p.palette.tone(0.85)
                canvas.drawCircle(*at, r, bloom(at, r, smoke, 0.3, skia.BlendMode.kSrcOver))
    if lamps and lives:
        p.halo((x - 80, -80, z), 120, p.palette.glow("#ffb458"), 0.6)


def _yard(p: Painter, m: int) -> None:
    """A low wall with corn drying on it, a cart, two hens."""
    p.box((-m * 190, 0, 360), (220, 66, 26), p.palette.grade("#a89478"))
    p.box((-m * 190, -66, 360), (232, 8, 34), snowed(p, p.palette.grade("#7a6a58")))
    with p.facing(345) as canvas:
        for k in range(7):
            x = -m * (100 + k * 22)
            for row in range(3):
                disc(p, canvas, (x, -52 + row * 13), 6, "#e0a83a" if k % 3 else "#b8402c", 1)
    wood = p.palette.grade("#6f5236")
    p.box((m * 130, -36, 330), (90, 22, 60), wood)
    with p.standing(m * 104, 298) as canvas:
        disc(p, canvas, (0, -26), 26, darker(p, wood, 0.3), 2.6)
        disc(p, canvas, (0, -26), 19, darker(p, "#a8a068", 0.4), 1.4)
        strokes(
            canvas,
            [(-19, -26, 19, -26), (0, -45, 0, -7), (-13, -39, 13, -13), (-13, -13, 13, -39)],
            wood,
            2.4,
        )
    p.line((m * 90, -44, 330), (m * 20, -16, 300), 3.0, wood)
    for x, z in ((-m * 60, 250), (-m * 88, 276)):
        with p.standing(x, z) as canvas:
            poly(
                p,
                canvas,
                ((-9, -7), (-11, -16), (-3, -11), (6, -18), (10, -14), (6, -8), (0, -4)),
                "#e8dcc4",
                1.2,
            )
            disc(p, canvas, (8, -18), 2, "#d0402f", 0)
            strokes(canvas, [(-1, -4, -1, 0), (3, -4, 3, 0)], p.palette.ink, 1)
