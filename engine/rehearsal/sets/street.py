"""A town street: shop fronts run to the vanishing point, signs, lamps, wires, wet asphalt."""

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen, polygon
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.distance import far_town, tree
from engine.rehearsal.sets.glow import SCREEN, bloom, fade, mirrored, pool
from engine.rehearsal.sets.ink import (
    Box,
    block,
    boxes,
    darker,
    disc,
    lighter,
    poly,
    strokes,
)
from engine.rehearsal.sets.sky import ground, haze, is_wet, puddles, sky, snowed

HALF = 225.0
FRONTS = ("#b5654a", "#7d8f9c", "#d2b48c", "#5f6f7c", "#a3574f", "#8b9a78", "#c78f5a", "#9a8aa0")
SIGNS = ("#ff4d6d", "#2fd6c8", "#ffd23e", "#7c6cff", "#ff8a3d", "#4dc3ff")


def build(p: Painter) -> None:
    sky(p)
    far_town(p, 5200, 1500)
    with p.sheet(900):
        ground(p, "#5c6068")
        _road(p)
        _fronts(p, -HALF, 1)
        _fronts(p, HALF, -1)
        _wires(p)
    with p.sheet(330):
        _lamp(p, -136, 330)
        _lamp(p, 150, 900)
        _parked_car(p)
        if p.random.random() < 0.6:
            tree(p, -168, 620, 330, "#5f8a4c")
        _stand(p)
    foreground.frame(p, p.random.choice(("rail", "branch", "post")))


def _road(p: Painter) -> None:
    walk = snowed(p, p.palette.grade("#a8a298"))
    line = p.palette.grade("#f2ead2")
    with p.flat() as canvas:
        for x in (-HALF, 118.0):
            canvas.drawRect(skia.Rect.MakeXYWH(x, -1200, 107, 6000), paint(walk))
        seams = [
            (x, float(z), x + 107, float(z)) for x in (-HALF, 118.0) for z in range(-300, 2400, 62)
        ]
        strokes(canvas, seams, darker(p, walk, 0.2), 1.3)
        kerb = [(x, -1200, x, 4800.0) for x in (-118.0, 118.0)]
        strokes(canvas, kerb, lighter(p, walk, 0.3), 9)
        strokes(canvas, kerb, p.palette.ink, 2.4)
        marks = [(-6.0, float(z), 6.0, float(z) + 120) for z in range(-300, 4200, 260)]
        marks += [(bar * 27 - 9.0, 150, bar * 27 + 9.0, 270) for bar in range(-4, 5)]
        boxes(canvas, marks, line, 0.2 if line == walk else 0.72)
        disc(p, canvas, (58, 90), 24, darker(p, "#5c6068", 0.35), 2.4)
    if is_wet(p):
        puddles(p, 110, -220, 900, 9)


def _fronts(p: Painter, x: float, inward: int) -> None:
    z = 2800.0
    while z > -700:
        deep, tall = p.random.uniform(230, 400), p.random.uniform(420, 1050)
        base = p.palette.grade(p.random.choice(FRONTS))
        wall = haze(p, base if inward > 0 else mix(base, p.palette.shadow, 0.3), min(z / 3600, 0.8))
        near, sign = z - deep, p.random.random() < 0.72
        p.face(((x, 0, z), (x, -tall, z), (x, -tall, near), (x, 0, near)), wall, 1.2)
        with p.side(x) as canvas:
            _windows(p, canvas, (near, deep, tall), wall)
            _shop(p, canvas, near, deep, wall)
            low = skia.Rect.MakeLTRB(near, -tall, z, 0)
            canvas.drawRect(low, fade((0, -tall), (0, -tall * 0.35), p.palette.shadow, 0.4))
        if p.palette.hour.lamps:
            glow = p.palette.glow("#ffcf8a")
            mirrored(p, x + inward * 60, 90, z - 30, glow, 0.4 if is_wet(p) else 0.14, deep)
        if sign:
            _hanging_sign(p, x, inward, near + deep * 0.4)
        z = near


def _windows(
    p: Painter, canvas: skia.Canvas, front: tuple[float, float, float], wall: Color
) -> None:
    near, deep, tall = front
    lit: list[Box] = []
    dark: list[Box] = []
    sills, bars = [], []
    for row in range(int((tall - 210) / 120)):
        for column in range(int(deep / 85)):
            a, b = near + 24 + column * 85, -290 - row * 120
            box = (a, b, a + 46, b + 74)
            glows = p.random.random() < 0.38
            (lit if glows and p.palette.hour.lamps else dark).append(box)
            sills.append((a - 6, b + 77.0, a + 52, b + 77.0))
            bars += [(a + 23, b, a + 23, b + 74.0), (a, b + 30.0, a + 46, b + 30.0)]
            if glows:  # a box of flowers or a machine under some
                dark.append((a + 4, b + 82, a + 40, b + 98))
    boxes(canvas, dark, mix(mix(wall, p.palette.shadow, 0.55), p.palette.sky(0.4), 0.2))
    boxes(canvas, lit, p.palette.glow("#ffd28a"))
    strokes(canvas, bars, darker(p, wall, 0.4), 2)
    strokes(canvas, sills, snowed(p, lighter(p, wall, 0.25)), 6)
    strokes(
        canvas,
        [(near, -212, near + deep, -212), (near, -tall + 8, near + deep, -tall + 8)],
        lighter(p, wall, 0.18),
        9,
    )


def _shop(p: Painter, canvas: skia.Canvas, near: float, deep: float, wall: Color) -> None:
    lamps = p.palette.hour.lamps
    glass = p.palette.glow("#ffe2a8") if lamps else mix(wall, p.palette.sky(0.4), 0.5)
    block(p, canvas, (near + 18, -165, near + deep - 18, -15), glass, 3)
    goods = []
    for _ in range(9):
        a = p.random.uniform(near + 24, near + deep - 60)
        goods.append((a, -15 - p.random.uniform(20, 80), a + p.random.uniform(12, 34), -15))
    boxes(canvas, goods, mix(glass, p.palette.ink, 0.55), 0.8)
    strokes(
        canvas,
        [(near + deep * k, -165, near + deep * k, -15) for k in (0.33, 0.66)],
        p.palette.ink,
        3,
    )
    cloth = p.palette.grade(p.random.choice(FRONTS), 0.8)
    wide = (deep - 16) / 10
    stripes = [(near + 8 + wide * at, -200, near + 8 + wide * (at + 1), -160) for at in range(10)]
    boxes(canvas, stripes, snowed(p, p.palette.grade("#f4ead6"), 0.6))
    boxes(canvas, stripes[::2], snowed(p, cloth, 0.6))
    canvas.drawRect(
        skia.Rect.MakeLTRB(near + 8, -200, near + deep - 8, -160), pen(p.palette.ink, 2.4)
    )
    shade = skia.Rect.MakeLTRB(near + 18, -160, near + deep - 18, -128)
    canvas.drawRect(shade, fade((0, -160), (0, -128), p.palette.shadow, 0.55))


def _hanging_sign(p: Painter, x: float, inward: int, z: float) -> None:
    """A tall sign that faces down the street, lit when lamps are, in the place's script."""
    color, words = p.random.choice(SIGNS), signs.spelled(p, "shop")
    tall, low = p.random.uniform(110, 200), p.random.uniform(215, 280)
    left = min(x, x + inward * 60)
    box = (left, -low - tall, left + 60, -low)
    if z < 60 or z > 1900:
        words = ""
    with p.facing(z) as canvas:
        signs.board(p, canvas, box, words, (color, "#fff8e8"))
    if p.palette.hour.lamps and is_wet(p):
        mirrored(p, left + 30 + inward * 40, 70, z, p.palette.glow(color), 0.5, 330)


def _wires(p: Painter) -> None:
    for y, z in ((-520, 500), (-470, 820), (-560, 1200)):
        ends = p.lens.polygon(((-HALF, y, z), (HALF, y - 30, z), (HALF, y - 30, z + 1)))[:2]
        if len(ends) < 2:
            continue
        (ax, ay), (bx, by) = ends
        wire = skia.Path()
        wire.moveTo(ax, ay)
        wire.quadTo((ax + bx) / 2, max(ay, by) + 34 * p.unit, bx, by)
        p.canvas.drawPath(wire, pen(p.palette.ink, 2 * p.unit))


def _lamp(p: Painter, x: float, z: float) -> None:
    post, way = p.palette.grade("#2c333d"), 1 if x < 0 else -1
    glow = p.palette.glow("#ffc67a")
    with p.standing(x, z) as canvas:
        canvas.scale(way, 1)
        canvas.drawLine(0, 0, 0, -400, pen(p.palette.ink, 11))
        canvas.drawLine(0, 0, 0, -400, pen(post, 7))
        block(p, canvas, (-9, -60, 9, 0), post, 2, 2)
        arm = skia.Path()
        arm.moveTo(0, -395)
        arm.quadTo(10, -440, 70, -436)
        canvas.drawPath(arm, pen(p.palette.ink, 7))
        block(p, canvas, (52, -440, 108, -424), post, 2, 6)
        if p.palette.hour.lamps:
            canvas.drawOval(
                skia.Rect.MakeXYWH(56, -430, 48, 12), paint(mix(glow, (255, 255, 255), 0.6))
            )
            cone = polygon(((58, -424), (102, -424), (200, 0), (-40, 0)))
            canvas.drawPath(cone, fade((0, -424), (0, 0), glow, 0.34, 0.04, SCREEN))
            canvas.drawCircle(80, -424, 150, bloom((80, -424), 150, glow, 0.7))
    if p.palette.hour.lamps:
        pool(p, x + way * 80, z, 130, glow, 0.5)


def _parked_car(p: Painter) -> None:
    body = snowed(
        p, p.palette.grade(p.random.choice(("#a83a3a", "#3a5f8a", "#d0c8b8", "#3f4650")), 0.8), 0.4
    )
    glass = mix(p.palette.sky(0.3), p.palette.ink, 0.5)
    p.box((176, -24, 420), (104, 46, 330), body)
    p.box((176, -70, 440), (92, 44, 190), glass)
    p.box((176, -112, 440), (84, 5, 160), snowed(p, body))
    with p.facing(254.5) as canvas:
        lamp: Color = (
            p.palette.glow("#ff5648") if p.palette.hour.lamps else p.palette.grade("#a02c28")
        )
        poly(p, canvas, ((134, -70), (218, -70), (212, -108), (140, -108)), glass, 1.6)
        for x in (128, 200):
            block(p, canvas, (x, -62, x + 24, -48), lamp, 1.4, 4)
        block(p, canvas, (154, -46, 198, -33), "#f2f0e6", 1.2)
        block(p, canvas, (124, -32, 228, -22), darker(p, body, 0.3), 1.4, 3)
        for x in (128, 200):
            block(p, canvas, (x, -28, x + 24, 0), "#15171b", 1, 6)
    if p.palette.hour.lamps:
        for x in (140, 212):
            mirrored(p, x, 24, 252, p.palette.glow("#ff4a3a"), 0.4, 110)


def _stand(p: Painter) -> None:
    """What stands on the pavement: a stall with steam, or a box for papers and two bags."""
    if p.random.random() < 0.5:
        p.box((-176, 0, 470), (70, 84, 60), p.palette.grade("#a8443a"))
        p.box((-176, -150, 470), (96, 5, 84), p.palette.grade("#e8d8b0"))
        for dx in (-40, 40):
            p.line((-176 + dx, 0, 440), (-176 + dx, -150, 440), 1.8)
        p.halo(
            (-176, -128, 440), 70, p.palette.glow("#ffd08a"), 0.6 if p.palette.hour.lamps else 0.0
        )
        steam = skia.Path()
        with p.standing(-176, 436, -86) as canvas:
            for x in (-16, 4, 20):
                steam.moveTo(x, 0)
                steam.cubicTo(x - 12, -22, x + 12, -34, x, -58)
            canvas.drawPath(steam, pen(p.palette.tone(1.0), 6, 0.4))
    else:
        p.box((-186, 0, 450), (34, 96, 30), p.palette.grade("#3f6a52"))
        for x in (-154, -170):
            with p.standing(x, 410) as canvas:
                disc(p, canvas, (0, -14), 16, "#22262c", 2)
