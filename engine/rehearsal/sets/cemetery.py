"""A cemetery: stones of many shapes in rows, a path, bare trees, an iron gate, a chapel far off."""

import skia

from engine.rehearsal.light import Color
from engine.rehearsal.painter import Painter, paint, polygon
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.distance import hills, tree
from engine.rehearsal.sets.glow import fade
from engine.rehearsal.sets.ink import block, darker, disc, lighter, poly, shape, strokes
from engine.rehearsal.sets.room import turned
from engine.rehearsal.sets.signs import is_chinese, letters
from engine.rehearsal.sets.sky import ground, haze, is_wet, puddles, sky, snowed


def build(p: Painter) -> None:
    m = turned(p)
    sky(p)
    hills(p, 5600, 1100, "#5a6f6a", 0.75)
    with p.sheet(1700):
        ground(p, "#7a8a5c")
        _chapel(p, -m)
        for x in (-560, -380, 420, 600, 280):
            tree(p, x, 1500, 560, "#4f6a4c", 0.5, bare=p.random.random() < 0.5)
        _row(p, (1300, 1100), 0.36)
    with p.sheet(640):
        _path(p)
        _row(p, (860, 660, 500), 0.12)
        tree(p, m * 190, 600, 520, "#5a6f44", 0.05, bare=True)
    with p.sheet(330):
        _row(p, (370,), 0.0)
        _fresh(p, -m)
    foreground.frame(p, p.random.choice(("grass", "branch")))


def _path(p: Painter) -> None:
    gravel = snowed(p, p.palette.grade("#b8ae9a"), 0.7)
    with p.flat() as canvas:
        way = skia.Path()
        way.moveTo(-60, -900)
        way.cubicTo(-70, 300, 60, 700, -30, 1700)
        way.lineTo(20, 1700)
        way.cubicTo(130, 700, 56, 300, 64, -900)
        way.close()
        canvas.drawPath(way, paint(gravel))
        near = p.lens.z + 60
        area = skia.Rect.MakeLTRB(-900, near, 900, 320)
        canvas.drawRect(area, fade((0, near), (0, 280), p.palette.shadow, 0.44))
    if is_wet(p):
        puddles(p, 50, -180, 600, 6)


def _row(p: Painter, depths: tuple[float, ...], distance: float) -> None:
    for z in depths:
        for column in range(-5, 6):
            x = column * 96 + p.random.uniform(-16, 16) + (20 if column > 0 else -20)
            tall, kind = p.random.uniform(58, 104), p.random.randrange(4)
            if abs(x) > 76:
                stone = haze(
                    p, p.palette.grade(p.random.choice(("#9a9c9e", "#8a8a84", "#a8a49a"))), distance
                )
                _stone(p, (x, z), tall, kind, stone)


# The right half of a cross, slab and obelisk, from the top down, in shares of its height.
CUTS = {
    1: ((6, 1.1), (6, 0.78), (24, 0.78), (24, 0.62), (6, 0.62), (6, 0.0)),
    2: ((14, 1.0), (22, 0.9), (22, 0.0)),
    3: ((0, 1.45), (8, 1.3), (12, 0.0)),
}


def _cut(kind: int, tall: float) -> skia.Path:
    """The outline of a stone: 0 is a slab with a round head, the rest are keys of CUTS."""
    if kind not in CUTS:
        head = skia.Path()
        head.addRoundRect(skia.Rect.MakeLTRB(-26, -tall, 26, 16), 24, 24)
        return head
    right = [(float(x), -tall * y) for x, y in CUTS[kind]]
    return polygon([*right, *((-x, y) for x, y in reversed(right))])


def _stone(p: Painter, at: tuple[float, float], tall: float, kind: int, stone: Color) -> None:
    """A slab, a round head, a cross or an obelisk, leaning a little, with moss or snow."""
    x, z = at
    with p.flat(-0.5) as canvas:
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - 34, z - 26, x + 48, z + 8), paint(p.palette.shadow, 0.35)
        )
    with p.standing(x, z) as canvas:
        canvas.rotate((x * 7 + z) % 7 - 3)
        body = _cut(kind, tall)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-60, -240, 60, 0))
        shape(p, canvas, body, stone, 2)
        canvas.clipPath(body, True)
        canvas.drawRect(skia.Rect.MakeLTRB(6, -240, 60, 0), paint(darker(p, stone, 0.3), 0.7))
        canvas.drawRect(skia.Rect.MakeLTRB(-60, -14, 60, 0), paint(p.palette.grade("#5a6f44"), 0.7))
        if kind in (0, 2):
            lines = [
                (-15, -tall + 30 + row * 11.0, 15 - row * 3, -tall + 30 + row * 11.0)
                for row in range(3)
            ]
            strokes(canvas, lines, darker(p, stone, 0.5), 1.8)
        canvas.drawRect(skia.Rect.MakeLTRB(-60, -240, 60, -tall * 0.9), paint(snowed(p, stone)))
        canvas.restore()
        block(p, canvas, (-32, -6, 32, 0), darker(p, stone, 0.12), 1.4)


def _chapel(p: Painter, m: int) -> None:
    wall = haze(p, p.palette.grade("#a89a88"), 0.45)
    lit = p.palette.glow("#ffcf80") if p.palette.hour.lamps else darker(p, wall, 0.5)
    with p.standing(m * 210, 1680) as canvas:
        block(p, canvas, (-130, -190, 130, 0), wall, 2.4)
        poly(
            p,
            canvas,
            ((-150, -186), (-110, -270), (110, -270), (150, -186)),
            snowed(p, darker(p, wall, 0.4)),
            2.4,
        )
        block(p, canvas, (-40, -330, 40, 0), lighter(p, wall, 0.08), 2.4)
        poly(p, canvas, ((-52, -326), (0, -450), (52, -326)), snowed(p, darker(p, wall, 0.45)), 2.4)
        strokes(canvas, [(0, -446, 0, -490), (-12, -476, 12, -476)], p.palette.ink, 4)
        for x in (-100, -70, 66, 96):
            block(p, canvas, (x, -130, x + 16, -66), lit, 1.4, 8)
        block(p, canvas, (-16, -76, 16, 0), darker(p, wall, 0.6), 1.6, 14)


def _fresh(p: Painter, m: int) -> None:
    """One that is new: earth, flowers, a candle, a name."""
    x, z = m * 62.0, 280.0
    with p.flat(-0.5) as canvas:
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - 40, z - 96, x + 40, z + 6),
            paint(snowed(p, p.palette.grade("#5a4636"), 0.5)),
        )
    with p.standing(x, z) as canvas:
        block(p, canvas, (-34, -96, 34, 0), "#4a4c52", 2.4, 6)
        block(p, canvas, (-28, -90, 28, -6), lighter(p, "#4a4c52", 0.1), 1, 4)
        words = "永远怀念" if is_chinese(p) else "FOREVER"
        letters(p, canvas, (-25, -74, 25, -44), words, "#d8c89a")
        canvas.drawRect(
            skia.Rect.MakeLTRB(-34, -98, 34, -90), paint(snowed(p, p.palette.grade("#4a4c52")))
        )
    with p.standing(x, z - 50) as canvas:
        for dx, dy, color in (
            (-14, -8, "#f4eef0"),
            (-4, -14, "#e8b0b8"),
            (6, -9, "#f4eef0"),
            (15, -13, "#f0e0a8"),
        ):
            strokes(canvas, [(dx * 0.4, 0, dx, dy)], p.palette.grade("#4f7a4c"), 1.8)
            disc(p, canvas, (dx, dy - 3), 6, color, 1.1)
    if p.palette.hour.lamps:
        p.halo((x + m * 26, -12, z - 56), 60, p.palette.glow("#ffb04a"), 0.8)
