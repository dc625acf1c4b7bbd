"""What the words of a place put into it: each part is drawn at a spot, in its own way."""

from collections.abc import Callable

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import works
from engine.rehearsal.sets.decor import clock, mirror, picture, plant, shelf
from engine.rehearsal.sets.distance import tree
from engine.rehearsal.sets.furniture import bed, bench, desk, sofa
from engine.rehearsal.sets.glow import bloom, lamplight, pool
from engine.rehearsal.sets.ink import block, boxes, darker, disc, lighter, oval, poly, strokes
from engine.rehearsal.sets.lamps import flame, lantern

Part = Callable[[Painter, float, float], None]


def _flowers(p: Painter, x: float, z: float) -> None:
    """A bed of them, in rows."""
    color = p.random.choice(("#e8788c", "#f0d060", "#d890e0", "#f4f0e8", "#e85a4a"))
    p.box((x, 0, z), (110, 22, 46), p.palette.grade("#6b4a30"))
    with p.standing(x, z - 20, -22) as canvas:
        stems, heads = [], []
        for _ in range(22):
            a, high = p.random.uniform(-52, 52), p.random.uniform(14, 54)
            stems.append((a, 0, a + p.random.uniform(-5, 5), -high))
            heads.append((stems[-1][2], -high))
        strokes(canvas, stems, p.palette.grade("#3f7a44"), 2)
        for k, at in enumerate(heads):
            disc(p, canvas, at, 5.5 + k % 3, color if k % 4 else "#f6f0e0", 1)
            disc(p, canvas, at, 2, "#e8c040", 0)


def _statue(p: Painter, x: float, z: float) -> None:
    """A draped figure on a plinth, one arm raised."""
    stone = p.palette.grade(p.random.choice(("#b8b4aa", "#8f9a94", "#c8b890")))
    p.box((x, 0, z), (62, 56, 52), darker(p, stone, 0.15))
    with p.standing(x, z - 10, -56) as canvas:
        robe = skia.Path()
        robe.moveTo(-22, 0)
        robe.cubicTo(-26, -60, -14, -90, -18, -118)
        robe.lineTo(16, -118)
        robe.cubicTo(14, -90, 26, -60, 24, 0)
        robe.close()
        strokes(canvas, [(13, -112, 34, -140), (34, -140, 30, -168)], p.palette.ink, 12)
        strokes(canvas, [(13, -112, 34, -140), (34, -140, 30, -168)], stone, 9)
        canvas.drawPath(robe, paint(stone))
        canvas.drawPath(robe, pen(p.palette.ink, 2.2))
        canvas.save()
        canvas.clipPath(robe, True)
        canvas.drawRect(skia.Rect.MakeLTRB(4, -120, 40, 0), paint(p.palette.shadow, 0.4))
        strokes(
            canvas,
            [(-10, -106, -14, -4), (0, -110, 2, -4), (9, -106, 14, -4)],
            darker(p, stone, 0.3),
            2,
        )
        canvas.restore()
        oval(p, canvas, (-11, -148, 11, -116), stone, 2.2)


def _fireplace(p: Painter, x: float, z: float) -> None:
    stone, fire = p.palette.grade("#9a8a7a"), p.palette.glow("#ff9a3a")
    p.box((x, 0, z + 20), (150, 118, 50), stone)
    p.box((x, -118, z + 16), (172, 10, 64), lighter(p, stone, 0.2))
    p.box((x, -128, z + 26), (96, 300, 40), darker(p, stone, 0.08))
    with p.facing(z - 5.5) as canvas:
        hole = skia.Path()
        hole.moveTo(x - 46, 0)
        hole.lineTo(x - 46, -66)
        hole.quadTo(x, -100, x + 46, -66)
        hole.lineTo(x + 46, 0)
        hole.close()
        canvas.drawPath(hole, paint(mix(p.palette.ink, fire, 0.12)))
        canvas.drawPath(hole, pen(p.palette.ink, 3))
        canvas.drawCircle(x, -22, 62, bloom((x, -22), 62, fire, 0.9))
        for color, size in (("#ff6a2a", 1.0), ("#ffb03e", 0.7), ("#fff0a8", 0.4)):
            tongue = skia.Path()
            for dx in (-20, 0, 20):
                tongue.moveTo(x + dx - 12 * size, -6)
                tongue.quadTo(x + dx - 9 * size, -34 * size, x + dx, -60 * size)
                tongue.quadTo(x + dx + 10 * size, -30 * size, x + dx + 12 * size, -6)
            canvas.drawPath(tongue, paint(p.palette.glow(color)))
        strokes(
            canvas,
            [(x - 34, -6, x + 30, -12), (x - 30, -12, x + 34, -5)],
            p.palette.grade("#3a2418"),
            9,
        )
    lamplight(p, (x, -36, z - 10), 170, fire, 0.5)
    pool(p, x, z - 60, 130, fire, 0.5)
    with p.standing(x, z - 12, -128) as canvas:
        clock(p, canvas, 0, -20, 15)


def _screens(p: Painter, x: float, z: float) -> None:
    """A console with a bank of screens over it."""
    glow = p.palette.glow(p.random.choice(("#4ad8ff", "#6affb0", "#ffb04a")))
    p.box((x, 0, z), (140, 66, 50), p.palette.grade("#3a424e"))
    with p.facing(z - 25.5) as canvas:
        lights = [
            (x - 60 + k * 12.0, -56 + k % 2 * 8.0, x - 54 + k * 12.0, -52 + k % 2 * 8.0)
            for k in range(10)
        ]
        boxes(canvas, lights, glow)
    with p.facing(z + 10) as canvas:
        for row in range(2):
            for column in range(3):
                a, b = x - 72 + column * 49, -168 + row * 50
                block(p, canvas, (a, b, a + 46, b + 46), "#1c2026", 1.8)
                block(p, canvas, (a + 4, b + 4, a + 42, b + 42), mix(glow, p.palette.ink, 0.45), 0)
                lines = [
                    (a + 8, b + 12 + q * 8.0, a + 12 + p.random.uniform(6, 24), b + 12 + q * 8.0)
                    for q in range(4)
                ]
                strokes(canvas, lines, glow, 2)
    lamplight(p, (x, -118, z), 130, glow, 0.34)


def _throne(p: Painter, x: float, z: float) -> None:
    gold = p.palette.grade("#d8a83f", 0.85)
    for step in range(2):
        p.box(
            (x, -step * 14.0, z + step * 10),
            (150 - step * 30, 14, 110 - step * 20),
            p.palette.grade("#b8ac98"),
        )
    with p.facing(z + 20) as canvas:
        block(p, canvas, (x - 38, -186, x + 38, -28), gold, 2.6, 16)
        block(p, canvas, (x - 26, -166, x + 26, -60), "#8a2430", 1.6, 8)
        poly(
            p,
            canvas,
            (
                (x - 38, -178),
                (x - 22, -214),
                (x - 10, -184),
                (x, -224),
                (x + 10, -184),
                (x + 22, -214),
                (x + 38, -178),
            ),
            gold,
            2.2,
        )
    p.box((x, -28, z), (72, 34, 50), p.palette.grade("#8a2430"))
    for side in (-1, 1):
        p.box((x + side * 38, -28, z), (12, 54, 54), gold)


def _mirror(p: Painter, x: float, z: float) -> None:
    with p.standing(x, z) as canvas:
        strokes(canvas, [(-28, 0, -20, -60), (28, 0, 20, -60)], p.palette.ink, 5)
        mirror(p, canvas, (-30, -188, 30, -20), "#c9a04a", 26)


def _paintings(p: Painter, x: float, z: float) -> None:
    """On an easel, and others that lean against its legs."""
    with p.standing(x, z) as canvas:
        strokes(
            canvas,
            [(-26, 0, -2, -180), (26, 0, 2, -180), (-34, -64, 34, -64)],
            p.palette.grade("#8a6440"),
            5,
        )
        picture(p, canvas, (-36, -156, 36, -68), "#e8e0cc")
        picture(p, canvas, (18, -44, 56, -6), "#8a6440")


def _instruments(p: Painter, x: float, z: float) -> None:
    desk(p, x, z, "#5a4434", 110)
    with p.standing(x - 20, z, -76) as canvas:
        strokes(canvas, [(0, 0, 14, -40), (14, -40, -8, -58)], p.palette.ink, 3)
        block(p, canvas, (-20, -74, -4, -50), "#2a2d33", 1.8, 7)
    with p.standing(x + 26, z, -76) as canvas:
        block(p, canvas, (-22, -14, 22, 0), "#2f3640", 1.4)
        boxes(
            canvas,
            [(-18 + k * 8.0, -10 + k % 3, -14 + k * 8.0, -3) for k in range(5)],
            p.palette.glow("#ff8a4a"),
        )


def _toys(p: Painter, x: float, z: float) -> None:
    for dx, size, color in ((-26, 26, "#d0563c"), (6, 26, "#3f7ac0"), (-10, 22, "#e0b040")):
        p.box((x + dx, -26 if size == 22 else 0, z), (size, size, size), p.palette.grade(color))
    with p.standing(x + 40, z) as canvas:  # a bear
        for dx, dy, r in (
            (0, -16, 17),
            (0, -40, 13),
            (-10, -50, 5),
            (10, -50, 5),
            (-13, -4, 7),
            (13, -4, 7),
        ):
            disc(p, canvas, (dx, dy), r, "#a87a4c", 1.6)
        for dx in (-4, 4):
            disc(p, canvas, (dx, -42), 1.6, p.palette.ink, 0)


def _candles(p: Painter, x: float, z: float) -> None:
    p.box((x, 0, z), (84, 62, 36), p.palette.grade("#5a3a2c"))
    for dx, size in ((-30, 1.6), (-12, 2.2), (8, 1.5), (28, 1.9)):
        flame(p, x + dx, -62, z - 4, size)


def _clock(p: Painter, x: float, z: float) -> None:
    """A long-case clock."""
    p.box((x, 0, z), (46, 190, 30), p.palette.grade("#5a3a26"))
    with p.facing(z - 15.5) as canvas:
        clock(p, canvas, x, -164, 17)
        block(p, canvas, (x - 13, -134, x + 13, -40), "#2a1c14", 1.4)
        strokes(canvas, [(x, -134, x + 4, -70)], p.palette.grade("#d8a83f"), 1.6)
        disc(p, canvas, (x + 5, -66), 7, "#d8a83f", 1.2)


def _piano(p: Painter, x: float, z: float) -> None:
    black = p.palette.grade("#17161c", 0.8)
    p.box((x, 0, z), (130, 118, 46), black)
    p.box((x, -64, z - 34), (126, 8, 24), lighter(p, black, 0.15))
    with p.flat(-72.5) as canvas:
        block(p, canvas, (x - 60, z - 44, x + 60, z - 26), "#f2efe6", 1)
        boxes(
            canvas,
            [
                (x - 57 + k * 8.0, z - 36, x - 53 + k * 8.0, z - 26)
                for k in range(14)
                if k % 7 not in (2, 6)
            ],
            p.palette.ink,
        )
    bench(p, x, z - 78, 56, "#2a2026", back=False)


PARTS: dict[str, Part] = {
    "flowers": _flowers,
    "machine": works.machine,
    "barrels": works.barrels,
    "crates": works.crates,
    "books": lambda p, x, z: shelf(p, x - 52, x + 52, z, 210),
    "lantern": lambda p, x, z: lantern(p, x, -210, z, 1.4),
    "candles": _candles,
    "clock": _clock,
    "piano": _piano,
    "statue": _statue,
    "fireplace": _fireplace,
    "screens": _screens,
    "tank": works.tank,
    "throne": _throne,
    "mirror": _mirror,
    "paintings": _paintings,
    "plants": lambda p, x, z: plant(p, x, z, 170, "broad"),
    "trees": lambda p, x, z: tree(p, x, z, 340, "#5f8a4c"),
    "well": works.well,
    "boat": works.boat,
    "vehicle": works.vehicle,
    "bed": lambda p, x, z: bed(p, x, z + 60, ("#6d452c", "#efe8dc", "#5d6f9a")),
    "sofa": lambda p, x, z: sofa(p, x, z, 140, "#7d5a62"),
    "desk": lambda p, x, z: desk(p, x, z, "#5a3a28"),
    "instruments": _instruments,
    "weapons": works.weapons,
    "bones": works.bones,
    "toys": _toys,
    "hay": works.hay,
    "chains": works.chains,
}
