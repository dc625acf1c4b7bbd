"""A beach: sea in bands with the path of the light, foam, a palm or rocks, a boat, far islands."""

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.distance import hills
from engine.rehearsal.sets.glow import SCREEN, fade
from engine.rehearsal.sets.ink import block, darker, lighter, oval, poly, strokes
from engine.rehearsal.sets.room import turned
from engine.rehearsal.sets.sky import sky, snowed
from engine.rehearsal.sets.water import sea


def build(p: Painter) -> None:
    m = turned(p)
    sky(p)
    hills(p, 9000, 700, "#5a7a88", 0.8)
    sea(p, 620)
    with p.sheet(520):
        _sand(p)
    with p.sheet(300):
        kind = p.random.randrange(3)
        if kind == 0:
            palm(p, m * 124, 380)
            palm(p, m * 168, 470, 0.8)
        elif kind == 1:
            _boat(p, m)
        else:
            _rocks(p, m)
        _washed_up(p, m)
    foreground.frame(p, "grass" if p.random.random() < 0.5 else "leaves")


def _sand(p: Painter) -> None:
    sand = snowed(p, p.palette.grade("#e6cf9c"), 0.6)
    foam = mix(p.palette.grade("#fbfbf4"), p.palette.sky(0.1), 0.2)
    with p.flat() as canvas:
        for reach, color, alpha in (
            (34, darker(p, sand, 0.3), 1.0),
            (0, foam, 1.0),
            (-16, foam, 0.5),
        ):
            edge = skia.Path()
            edge.moveTo(-3000, -900)
            edge.lineTo(-3000, 520)
            x = -3000.0
            while x < 3000:
                bulge = p.random.uniform(-26, 30)
                edge.quadTo(x + 90, 560 + bulge - reach, x + 180, 540 - reach)
                x += 180
            edge.lineTo(3000, -900)
            edge.close()
            canvas.drawPath(edge, paint(color, alpha))
        dry = skia.Path()
        dry.moveTo(-3000, -900)
        dry.lineTo(-3000, 430)
        dry.cubicTo(-900, 470, -300, 380, 0, 420)
        dry.cubicTo(400, 470, 900, 390, 3000, 440)
        dry.lineTo(3000, -900)
        dry.close()
        canvas.drawPath(dry, paint(sand))
        near = p.lens.z + 60
        canvas.drawRect(
            skia.Rect.MakeLTRB(-900, near, 900, 300),
            fade((0, near), (0, 280), p.palette.shadow, 0.36),
        )
        ripples = []
        for _ in range(30):
            x, z = p.random.uniform(-220, 220), p.random.uniform(-200, 420)
            ripples.append((x, z, x + p.random.uniform(24, 70), z + p.random.uniform(-4, 4)))
        strokes(canvas, ripples, darker(p, sand, 0.2), 2.2, 0.7)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-900, 400, 900, 540),
            fade((0, 540), (0, 400), p.palette.sky(0.1), 0.45, 0, SCREEN),
        )
    _footprints(p, sand)


def _footprints(p: Painter, sand: Color) -> None:
    """Somebody walked here."""
    with p.flat() as canvas:
        for step in range(9):
            z = -120 + step * 56.0
            oval(
                p,
                canvas,
                (-30 + step * 7 + (step % 2) * 18, z, -20 + step * 7 + (step % 2) * 18, z + 24),
                darker(p, sand, 0.24),
                0,
            )


def palm(p: Painter, x: float, z: float, size: float = 1.0) -> None:
    leaf, lean = "#3f7a4a", -1 if x > 0 else 1
    with p.standing(x, z) as canvas:
        canvas.scale(lean * size, size)
        stem = skia.Path()
        stem.moveTo(0, 0)
        stem.quadTo(-14, -170, 44, -340)
        canvas.drawPath(stem, pen(p.palette.ink, 20))
        canvas.drawPath(stem, pen(p.palette.grade("#7a5a3c"), 15))
        rings = [
            (-7 + k * k * 0.28, -20 - k * 24.0, 7 + k * k * 0.28, -24 - k * 24.0) for k in range(12)
        ]
        strokes(canvas, rings, darker(p, "#7a5a3c", 0.4), 1.8)
        for at, angle in enumerate(range(-20, 340, 36)):
            canvas.save()
            canvas.translate(44, -340)
            canvas.rotate(angle)
            frond = skia.Path()
            frond.moveTo(0, 0)
            frond.quadTo(66, -44, 140, 22)
            for k in range(7):
                frond.lineTo(134 - k * 18, 12 - k * 3 + (10 if k % 2 else 0))
            frond.close()
            canvas.drawPath(frond, paint(darker(p, leaf, 0.3) if at % 2 else p.palette.grade(leaf)))
            canvas.drawPath(frond, pen(p.palette.ink, 1.8))
            canvas.restore()


def _boat(p: Painter, m: int) -> None:
    with p.standing(m * 104, 400) as canvas:
        canvas.rotate(m * -6)
        hull = ((-96, -54), (96, -50), (66, 0), (-62, 0))
        poly(p, canvas, hull, "#3f6a8c", 2.6)
        poly(p, canvas, ((-96, -54), (96, -50), (90, -40), (-90, -43)), "#e8e0cc", 1.6)
        strokes(canvas, [(-78, -26, 80, -24)], darker(p, "#3f6a8c", 0.4), 2)
        strokes(canvas, [(-20, -52, -26, -170)], p.palette.ink, 4.4)
        poly(p, canvas, ((-24, -164), (-22, -64), (48, -64)), "#e8dcc4", 2)


def _rocks(p: Painter, m: int) -> None:
    for x, z, size in ((m * 112, 430, 58), (m * 150, 380, 40), (m * 76, 470, 30)):
        with p.standing(x, z) as canvas:
            points = (
                (-1.0, 0.0),
                (-0.8, -0.7),
                (-0.2, -1.1),
                (0.5, -0.9),
                (0.95, -0.35),
                (1.05, 0.0),
            )
            poly(
                p,
                canvas,
                [(a * size, b * size) for a, b in points],
                snowed(p, p.palette.grade("#7f7d7c"), 0.6),
                2.6,
            )
            poly(
                p,
                canvas,
                [(a * size, b * size) for a, b in ((0.1, 0), (0.2, -0.7), *points[3:])],
                p.palette.shadow,
                0,
            )


def _washed_up(p: Painter, m: int) -> None:
    with p.standing(-m * 88, 300) as canvas:
        block(p, canvas, (-34, -7, 30, 0), lighter(p, "#8a7a66", 0.1), 1.6, 4)
        strokes(canvas, [(8, -6, 24, -20)], darker(p, "#8a7a66", 0.1), 5)
    with p.flat() as canvas:
        for x, z, color in (
            (-m * 40, 220, "#f0d8c8"),
            (m * 66, 180, "#e8a890"),
            (m * 30, 290, "#f4ecdc"),
        ):
            oval(p, canvas, (x - 6, z - 4, x + 6, z + 5), color, 1)
