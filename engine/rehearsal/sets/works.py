"""Larger things that the words of a place put into it: of trades, of ships, of what is dug up."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.furniture import grounded
from engine.rehearsal.sets.glow import bloom, lamplight
from engine.rehearsal.sets.ink import block, darker, disc, lighter, oval, poly, strokes


def machine(p: Painter, x: float, z: float) -> None:
    """A press with wheels, a gauge and a pipe that goes up."""
    steel, accent = p.random.choice(
        (("#6a7a80", "#c8703c"), ("#7a6a5c", "#3f8a7a"), ("#5a6472", "#d8b040"))
    )
    grounded(p, (x, z), (120, 80))
    p.box((x, 0, z), (116, 40, 78), darker(p, steel, 0.25))
    p.box((x - 14, -40, z), (70, 92, 62), p.palette.grade(steel))
    p.box((x + 40, -40, z), (30, 50, 50), p.palette.grade(accent))
    with p.facing(z - 31.5) as canvas:
        disc(p, canvas, (x - 14, -92), 24, darker(p, steel, 0.35), 2.4)
        disc(p, canvas, (x - 14, -92), 7, accent, 1.6)
        strokes(
            canvas,
            [(x - 14, -116, x - 14, -68), (x - 38, -92, x + 10, -92)],
            darker(p, steel, 0.1),
            4,
        )
        disc(p, canvas, (x + 10, -120), 8, "#f0ece0", 1.4)
        strokes(canvas, [(x + 10, -120, x + 14, -125)], p.palette.grade("#c03a30", 0.9), 1.6)
        rivets = skia.Path()
        for k in range(7):
            rivets.addCircle(x - 44 + k * 10, -46, 2)
        canvas.drawPath(rivets, paint(darker(p, steel, 0.5)))
    pipe = p.palette.grade(accent)
    for color, wide in ((p.palette.ink, 8.0), (pipe, 5.6)):
        p.line((x + 40, -88, z), (x + 40, -420, z), wide, color)


def barrels(p: Painter, x: float, z: float) -> None:
    for dx, y, dz in ((-34, 0, 0), (34, 0, 6), (0, -62, 4)):
        with p.standing(x + dx, z + dz, y) as canvas:
            body = skia.Path()
            body.moveTo(-26, 0)
            body.quadTo(-38, -31, -26, -62)
            body.lineTo(26, -62)
            body.quadTo(38, -31, 26, 0)
            body.close()
            canvas.drawPath(body, paint(p.palette.grade("#8a5c38")))
            canvas.save()
            canvas.clipPath(body, True)
            canvas.drawRect(skia.Rect.MakeLTRB(10, -62, 40, 0), paint(p.palette.shadow, 0.45))
            strokes(
                canvas,
                [(k * 9.0, -62, k * 11.0, 0) for k in range(-3, 4)],
                darker(p, "#8a5c38", 0.3),
                1.3,
            )
            strokes(canvas, [(-40, q, 40, q) for q in (-52, -12)], p.palette.grade("#4a4e54"), 6)
            canvas.restore()
            canvas.drawPath(body, pen(p.palette.ink, 2.2))
            disc(p, canvas, (0, -31), 5, "#5a3a24", 1.2)


def crates(p: Painter, x: float, z: float) -> None:
    for dx, y, dz, size in ((-30, 0, 0, 60), (32, 0, 8, 52), (-22, -60, 4, 46)):
        wood = darker(p, "#b08a54", 0.1 * (dx > 0))
        p.box((x + dx, y, z + dz), (size, size, size), wood)
        with p.facing(z + dz - size / 2 - 0.5) as canvas:
            a, b = x + dx - size / 2 + 3, y - size + 3
            canvas.drawRect(
                skia.Rect.MakeXYWH(a, b, size - 6, size - 6), pen(darker(p, wood, 0.3), 3)
            )
            strokes(canvas, [(a, b, a + size - 6, b + size - 6)], darker(p, wood, 0.3), 4)


def well(p: Painter, x: float, z: float) -> None:
    stone = p.palette.grade("#9a948a")
    grounded(p, (x, z), (96, 70))
    with p.standing(x, z) as canvas:
        block(p, canvas, (-48, -62, 48, 0), stone, 2.4, 6)
        lines = [(-48.0, y, 48.0, y) for y in (-42.0, -21.0)]
        lines += [
            (k * 24.0 + q * 12, -62 + q * 21, k * 24.0 + q * 12, -41 + q * 21)
            for k in range(-2, 2)
            for q in range(3)
        ]
        strokes(canvas, lines, darker(p, stone, 0.35), 1.6)
        oval(p, canvas, (-48, -72, 48, -52), lighter(p, stone, 0.12), 2.2)
        oval(p, canvas, (-36, -68, 36, -56), darker(p, stone, 0.7), 1.4)
        strokes(canvas, [(-42, -60, -42, -150), (42, -60, 42, -150)], p.palette.grade("#6b4a30"), 6)
        poly(p, canvas, ((-66, -146), (0, -186), (66, -146)), "#8a4a3a", 2.4)
        strokes(canvas, [(0, -146, 0, -84)], p.palette.ink, 1.6)
        block(p, canvas, (-9, -86, 9, -68), "#7a5a3c", 1.6)


def boat(p: Painter, x: float, z: float) -> None:
    with p.standing(x, z) as canvas:
        color = p.random.choice(("#3f6a8c", "#a8503c", "#4f7a5c"))
        poly(p, canvas, ((-110, -62), (110, -58), (76, 0), (-72, 0)), color, 2.6)
        poly(p, canvas, ((-110, -62), (110, -58), (104, -47), (-103, -50)), "#e8e0cc", 1.6)
        strokes(canvas, [(-90, -32, 92, -30)], darker(p, color, 0.4), 2)
        strokes(canvas, [(-10, -60, -14, -220)], p.palette.ink, 5)
        poly(p, canvas, ((-12, -214), (-10, -72), (70, -72)), "#e8dcc4", 2)


def vehicle(p: Painter, x: float, z: float) -> None:
    """A car from its side."""
    color = p.random.choice(("#a83a3a", "#3a6a8a", "#c9a04a", "#6a7a6c"))
    grounded(p, (x, z), (220, 80))
    with p.standing(x, z) as canvas:
        body = skia.Path()
        body.moveTo(-108, -22)
        body.lineTo(-104, -56)
        body.quadTo(-70, -64, -58, -66)
        body.quadTo(-40, -100, -18, -102)
        body.lineTo(34, -102)
        body.quadTo(58, -96, 70, -64)
        body.quadTo(106, -62, 110, -40)
        body.lineTo(110, -22)
        body.close()
        canvas.drawPath(body, paint(p.palette.grade(color, 0.8)))
        canvas.drawPath(body, pen(p.palette.ink, 2.6))
        glass = darker(p, "#4a5a68", 0.3)
        poly(p, canvas, ((-44, -66), (-22, -95), (2, -95), (2, -66)), glass, 1.6)
        poly(p, canvas, ((8, -66), (8, -95), (32, -95), (56, -66)), glass, 1.6)
        for wheel in (-64, 66):
            disc(p, canvas, (wheel, -20), 21, "#1c1e22", 2)
            disc(p, canvas, (wheel, -20), 10, "#9aa0a6", 1.4)
        disc(p, canvas, (104, -46), 6, p.palette.glow("#fff0c0"), 1.2)


def weapons(p: Painter, x: float, z: float) -> None:
    """A rack of swords and spears."""
    wood, steel = p.palette.grade("#5a3a26"), p.palette.grade("#c4ccd0")
    with p.standing(x, z) as canvas:
        for k in range(5):
            a = -44 + k * 22.0
            strokes(canvas, [(a, -4, a, -150 - k % 2 * 40)], wood, 4)
            poly(
                p,
                canvas,
                ((a - 5, -150 - k % 2 * 40), (a, -196 - k % 2 * 40), (a + 5, -150 - k % 2 * 40)),
                steel,
                1.6,
            )
        for y in (-40, -110):
            block(p, canvas, (-58, y - 5, 58, y + 5), wood, 1.8)


def bones(p: Painter, x: float, z: float) -> None:
    """The skeleton of something large."""
    bone = p.palette.grade("#e4dac4")
    with p.standing(x, z) as canvas:
        spine = skia.Path()
        spine.moveTo(-110, -60)
        spine.cubicTo(-40, -150, 40, -150, 96, -200)
        canvas.drawPath(spine, pen(p.palette.ink, 13))
        canvas.drawPath(spine, pen(bone, 9))
        ribs = [(k * 15.0, -126 - k * 3.0, k * 15.0 - 12, -60 - k * 4.0) for k in range(-3, 4)]
        strokes(canvas, ribs, p.palette.ink, 7)
        strokes(canvas, ribs, bone, 4.4)
        strokes(canvas, [(-30, -110, -36, 0), (40, -130, 44, 0)], bone, 8)
        oval(p, canvas, (84, -232, 140, -190), bone, 2.4)
        disc(p, canvas, (108, -214), 5, p.palette.ink, 0)


def hay(p: Painter, x: float, z: float) -> None:
    for dx, y in ((-34, 0.0), (34, 0.0), (0, -44.0)):
        straw = p.palette.grade("#d8b45c")
        p.box((x + dx, y, z), (66, 44, 50), straw)
        with p.facing(z - 25.5) as canvas:
            lines = [
                (x + dx - 30 + k * 7.0, y - 4.0, x + dx - 27 + k * 7.0, y - 40.0) for k in range(9)
            ]
            strokes(canvas, lines, darker(p, straw, 0.22), 1.4)


def chains(p: Painter, x: float, z: float) -> None:
    """An iron cage, and chains from the ceiling."""
    with p.standing(x, z) as canvas:
        iron = [(k * 15.0 - 45, -170, k * 15.0 - 45, 0) for k in range(7)]
        strokes(canvas, iron, p.palette.ink, 5)
        strokes(canvas, [(-48, y, 48, y) for y in (-170, -86, -2)], p.palette.ink, 6)
        links = skia.Path()
        for k in range(18):
            links.addOval(skia.Rect.MakeXYWH(-3 - k % 2 * 1.5, -176 - 11 * k, 6 + k % 2 * 3, 13))
        canvas.drawPath(links, pen(p.palette.grade("#6a7078"), 2.4))


def tank(p: Painter, x: float, z: float) -> None:
    """Water behind glass, with fish in it and light from above."""
    water = p.palette.glow("#3fa8c8")
    p.box((x, 0, z), (130, 60, 50), p.palette.grade("#2f3640"))
    with p.facing(z - 25) as canvas:
        block(p, canvas, (x - 65, -178, x + 65, -60), mix(water, p.palette.ink, 0.3), 2.4)
        canvas.drawCircle(x, -170, 110, bloom((x, -170), 110, water, 0.0))
        weeds = [(x - 56 + k * 16.0, -62, x - 50 + k * 15.0, -84 - k % 3 * 14.0) for k in range(8)]
        strokes(canvas, weeds, p.palette.grade("#3f9a5c"), 4)
        for k in range(6):
            a, b = x - 46 + p.random.uniform(0, 92), -90 - p.random.uniform(0, 70)
            way = 1 if k % 2 else -1
            color = p.random.choice(("#ff9a3a", "#f0e060", "#e8e8f0", "#ff5a5a"))
            oval(p, canvas, (a - 8, b - 4, a + 8, b + 4), color, 1)
            poly(
                p,
                canvas,
                ((a - way * 7, b), (a - way * 13, b - 5), (a - way * 13, b + 5)),
                color,
                1,
            )
    lamplight(p, (x, -120, z - 30), 130, water, 0.36)
