"""A roof above the town: parapet, water tank, machines, a sign, a string of bulbs, the skyline."""

from itertools import pairwise

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.distance import far_town, skyline
from engine.rehearsal.sets.glow import fade, mirrored, pool
from engine.rehearsal.sets.ink import block, darker, disc, lighter, poly, strokes
from engine.rehearsal.sets.lamps import bulb
from engine.rehearsal.sets.room import turned
from engine.rehearsal.sets.sky import haze, is_wet, puddles, sky, snowed

PARAPET = 340.0
NEON = ("#ff4d7a", "#4dd8ff", "#ffb03e", "#9a7cff")


def build(p: Painter) -> None:
    m = turned(p)
    sky(p)
    far_town(p, 5200, 1350)
    with p.aside("near town"), p.sheet(1900), p.facing(1900) as canvas:
        skyline(p, canvas, skia.Rect.MakeLTRB(-1050, -430, 1050, 200), 0.95)
        below = mix(p.palette.sky(0.2), p.palette.shadow, 0.72)
        canvas.drawRect(skia.Rect.MakeLTRB(-1050, 195, 1050, 900), paint(below))
    with p.sheet(1000):
        _house_beside(p, -m)
    with p.sheet(PARAPET):
        _floor(p)
        _tank(p, m)
        _parapet(p)
        _hut(p, -m)
    with p.sheet(190):
        _machine(p, m)
        _bulbs(p)
        _kept_here(p, m)
    foreground.frame(p, p.random.choice(("rail", "leaves")))


def _house_beside(p: Painter, m: int) -> None:
    """The next roof, a sign on its frame: what shines over there by night."""
    wall = haze(p, p.palette.grade("#6a5f66"), 0.25)
    left, color = (90.0, p.random.choice(NEON)) if m > 0 else (-430.0, p.random.choice(NEON))
    words = signs.spelled(p, "hotel")
    with p.facing(1000) as canvas:
        block(p, canvas, (left, -210, left + 340, 600), wall, 2.6)
        block(p, canvas, (left - 8, -222, left + 348, -204), snowed(p, lighter(p, wall, 0.15)), 2)
        frame = [(left + 40.0 + k * 52, -330, left + 40.0 + k * 52, -222) for k in range(6)]
        strokes(canvas, frame, p.palette.ink, 5)
        strokes(canvas, [(a, b, a + 52, d) for a, b, _, d in frame[:-1]], p.palette.ink, 2.4)
        signs.neon_letters(p, canvas, (left + 30, -345, left + 310, -250), words, color)


def _floor(p: Painter) -> None:
    base = snowed(p, p.palette.grade("#7d7672"))
    p.face(((-900, 0, -1200), (900, 0, -1200), (900, 0, PARAPET), (-900, 0, PARAPET)), base, 0)
    near = p.lens.z + 60
    with p.flat() as canvas:
        lines = [(-900.0, float(z), 900.0, float(z)) for z in range(-400, int(PARAPET), 90)]
        lines += [(float(x), near, float(x), PARAPET) for x in range(-360, 361, 120)]
        strokes(canvas, lines, darker(p, base, 0.25), 1.5)
        whole = skia.Rect.MakeLTRB(-900, near, 900, PARAPET)
        canvas.drawRect(whole, fade((0, near), (0, near + 500), p.palette.shadow, 0.5))
        canvas.drawRect(whole, fade((0, PARAPET), (0, PARAPET - 80), p.palette.shadow, 0.55))
    if is_wet(p):
        puddles(p, 200, -180, 300, 9)
        if p.palette.hour.lamps:
            for x in (-120, -40, 40, 120):
                mirrored(p, x, 26, 320, p.palette.glow("#ffc47a"), 0.5, 300)


def _parapet(p: Painter) -> None:
    wall, cap = p.palette.grade("#a8705a"), snowed(p, p.palette.grade("#d6cabb"))
    p.box((0, 0, PARAPET + 15), (1800, 84, 30), wall)
    with p.facing(PARAPET - 1) as canvas:
        lines = [(-500.0, -14.0 * row, 500.0, -14.0 * row) for row in range(6)]
        lines += [
            (
                brick * 34 + row % 2 * 17.0,
                -14.0 * row,
                brick * 34 + row % 2 * 17.0,
                -14.0 * row - 14,
            )
            for row in range(6)
            for brick in range(-14, 15)
        ]
        strokes(canvas, lines, darker(p, wall, 0.35), 1.5)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-900, -84, 900, -56), fade((0, -84), (0, -56), p.palette.shadow, 0.5)
        )
    p.box((0, -84, PARAPET + 15), (1800, 12, 44), cap)


def _tank(p: Painter, m: int) -> None:
    wood, x = haze(p, p.palette.grade("#6e4a34"), 0.1), m * -92.0
    for dx in (-36, 36):
        p.line((x + dx, 0, 300), (x + dx * 0.8, -170, 300), 2.6)
        p.line((x + dx, -40, 300), (x - dx * 0.9, -130, 300), 1.2)
    with p.standing(x, 300) as canvas:
        block(p, canvas, (-52, -322, 52, -166), wood, 2.8)
        strokes(
            canvas,
            [(k * 11.5, -322, k * 11.5, -166) for k in range(-4, 5)],
            darker(p, wood, 0.4),
            1.5,
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(-52, -322, 52, -166), fade((52, 0), (-40, 0), p.palette.shadow, 0.8)
        )
        strokes(canvas, [(-52, y, 52, y) for y in (-296, -244, -192)], p.palette.ink, 3)
        roof = ((-62, -319), (0, -384), (62, -319))
        poly(p, canvas, roof, snowed(p, darker(p, wood, 0.3)), 2.8)
        strokes(canvas, [(-46, -160, -46, -300), (-34, -160, -34, -300)], p.palette.ink, 2)


def _hut(p: Painter, m: int) -> None:
    """The head of the stairs with its iron door and a lamp over it."""
    x = m * -176.0
    p.box((x, 0, 300), (110, 230, 90), p.palette.grade("#8f8478"))
    with p.facing(254) as canvas:
        a = x - 34
        block(p, canvas, (a, -176, a + 68, 0), "#4f6a6c", 2.4)
        signs.poster(p, canvas, (a + 14, -150, a + 54, -92), "danger", "#e8d060", "#8a2a20")
        disc(p, canvas, (a + 58, -84), 4, "#d0b060", 1)
        block(p, canvas, (x - 9, -206, x + 9, -192), "#2c333d", 1.6)
    if p.palette.hour.lamps:
        p.halo((x, -190, 250), 120, p.palette.glow("#ffb868"), 0.8)
        pool(p, x, 230, 110, p.palette.glow("#ffb868"), 0.4)


def _machine(p: Painter, m: int) -> None:
    metal, x = snowed(p, p.palette.grade("#b9bfbd"), 0.4), m * 104.0
    p.box((x, 0, 230), (88, 80, 70), metal)
    p.box((x + m * 70, 0, 250), (60, 62, 60), darker(p, metal, 0.1))
    with p.facing(194) as canvas:
        disc(p, canvas, (x, -40), 30, "#15181d", 2)
        for blade in range(5):
            canvas.save()
            canvas.translate(x, -40)
            canvas.rotate(blade * 72 + 20)
            canvas.drawOval(skia.Rect.MakeLTRB(2, -9, 27, 6), paint(darker(p, metal, 0.3)))
            canvas.restore()
        for ring in (30, 20, 10):
            canvas.drawCircle(x, -40, ring, pen(mix(metal, p.palette.ink, 0.15), 2))
    pipe = p.palette.grade("#8a929a")
    p.line((x + m * 40, -30, 226), (m * 900, -30, 226), 4.5)
    p.line((x + m * 40, -30, 226), (m * 900, -30, 226), 3.0, pipe)


def _bulbs(p: Painter) -> None:
    """Strings of bulbs sag across the roof at two depths."""
    for z, high in ((330.0, -300.0), (150.0, -262.0)):
        with p.facing(z) as canvas:
            posts = (-250.0, -84.0, 84.0, 250.0)
            wire, spots = skia.Path(), []
            for a, b in pairwise(posts):
                sag = p.random.uniform(26, 46)
                wire.moveTo(a, high)
                wire.quadTo((a + b) / 2, high + sag * 2, b, high)
                spots += [
                    (a + (b - a) * k, high + sag * 4 * k * (1 - k))
                    for k in (0.14, 0.32, 0.5, 0.68, 0.86)
                ]
            canvas.drawPath(wire, pen(p.palette.ink, 2))
            for x, y in spots:
                bulb(p, canvas, x, y + 8, 5.4)
    if p.palette.hour.lamps:
        pool(p, 0, 180, 240, p.palette.glow("#ffb868"), 0.4)


def _kept_here(p: Painter, m: int) -> None:
    """What people left: two folding chairs and a crate, or washing, or pots with plants."""
    kind = p.random.randrange(3)
    if kind == 0:
        p.box((-m * 96, 0, 250), (46, 34, 40), p.palette.grade("#8a6a44"))
        with p.standing(-m * 96, 246, -34) as canvas:
            block(p, canvas, (-4, -22, 4, 0), "#3f6a4c", 1.2, 2)
            block(p, canvas, (9, -9, 17, 0), "#d8d0c0", 1, 1)
        return
    if kind == 1:
        with p.facing(280) as canvas:
            canvas.drawLine(-260, -196, 260, -188, pen(p.palette.ink, 1.6))
            for k, color in enumerate(("#e8e0d0", "#a8504a", "#5a7a9a", "#e8d8a0")):
                a = -m * (150 - k * 30) - 12
                poly(
                    p,
                    canvas,
                    ((a, -192), (a + 25, -192), (a + 27, -140), (a - 2, -142)),
                    color,
                    1.4,
                )
        return
    for k in range(4):
        with p.standing(-m * (70 + k * 20), 300 - k * 10) as canvas:
            block(p, canvas, (-9, -18, 9, 0), "#b5653f", 1.4, 2)
            for dx in (-8, 0, 8):
                disc(p, canvas, (dx, -26 - (k * 5 + dx) % 7), 7, "#4f8a4c", 1.2)
