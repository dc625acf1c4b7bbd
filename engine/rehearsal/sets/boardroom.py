"""A boardroom: a long table to the vanishing point, the town far below behind glass."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import bottle, cup, papers, picture, plant
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.glow import mirrored
from engine.rehearsal.sets.ink import block, boxes, darker, lighter, strokes
from engine.rehearsal.sets.lamps import downlights, lit
from engine.rehearsal.sets.openings import glazing, outside, pane, sun_patch
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=155, back=600, height=300)
# Floor, its colour; covering, side walls; table, chairs, frames.
STYLES = (
    ("carpet", "#4c515c", "planks", "#7b6a5c", "#6a4028", "#2c2f38", "#2f343c"),
    ("marble", "#8f9298", "marble", "#a4a6aa", "#2a2c32", "#4a3a34", "#1f2329"),
    ("boards", "#6a4c38", "panels", "#8a7a68", "#4a2c20", "#5a2f2c", "#4a3828"),
)


def build(p: Painter) -> None:
    floor, ground, covering, side, wood, leather, frame = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(460, opaque=True):
        shell(p, ROOM, ground, side, side, "#c4c6ca")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, covering, side)
        finish(p, ROOM, polished=0.26 if floor == "marble" else 0.1)
        _glass(p, frame)
        _walls(p, m, wood)
        sun_patch(p, -100, 556, 200, 330, -60 * m)
        for x in (-92, -32, 32, 92):
            mirrored(p, x, 44, 590, outside(p, 0.2), 0.16)
        downlights(p, ROOM, (-60, 60), (180.0, 330.0, 480.0))
        plant(p, m * 126, 540, 160, "tree")
    with p.sheet(270):
        _table(p, wood, leather)
    foreground.frame(p, p.random.choice(("seat", "books", "leaves")))


def _glass(p: Painter, frame: str) -> None:
    with p.facing(ROOM.back - 2) as canvas:
        rect = skia.Rect.MakeLTRB(-148, -284, 148, -16)
        pane(p, canvas, rect)
        glazing(p, canvas, rect, 4, 2, p.palette.grade(frame))


def _walls(p: Painter, m: int, wood: str) -> None:
    """A chart that rises or falls on one wall, art and a lit niche on the other."""
    with p.side(-m * (ROOM.half - 1)) as canvas:
        block(p, canvas, (180, -232, 440, -96), "#1c2026", 2)
        shown = p.palette.glow("#cfe6f2")
        block(p, canvas, (186, -226, 434, -102), shown, 0)
        bars, high = [], 0.0
        for bar in range(7):
            high = 18 + bar * 12 + p.random.uniform(-10, 10)
            bars.append((202 + bar * 32.0, -106 - high, 222 + bar * 32.0, -106.0))
        boxes(canvas, bars[:-1], p.palette.grade("#3f6a94", 0.8))
        boxes(canvas, bars[-1:], p.palette.accent)
        strokes(
            canvas,
            [
                (a, b - 8, bars[i + 1][0], bars[i + 1][1] - 8)
                for i, (a, b, _, _) in enumerate(bars[:-1])
            ],
            p.palette.grade("#c03a34", 0.9),
            3,
        )
    with p.side(m * (ROOM.half - 1)) as canvas:
        picture(p, canvas, (190, -214, 290, -120), wood, "shapes")
        glow = p.palette.glow("#ffd8a0") if lit(p) else lighter(p, wood, 0.3)
        for row in range(3):
            block(p, canvas, (350, -220 + row * 46, 440, -182 + row * 46), glow, 1.4)
            block(p, canvas, (366, -206 + row * 46, 376, -182 + row * 46), "#3a3f48", 1)
            block(p, canvas, (404, -212 + row * 46, 422, -182 + row * 46), "#c9a04a", 1)


def _table(p: Painter, wood: str, leather: str) -> None:
    fill = p.palette.grade(wood)
    p.box((0, 0, 340), (46, 66, 320), mix(fill, p.palette.ink, 0.5))
    for side in (-1, 1):
        for z in (490, 400, 310, 220, 130):
            _chair(p, side * 92, z, leather)
    p.box((0, -66, 330), (128, 9, 410), fill)
    shine = mix(fill, outside(p, 0.2), 0.55)
    with p.flat(-75.2) as canvas:
        for x in (-34, 4):
            streak = skia.Path()
            streak.addPoly(
                [
                    skia.Point(x, 530),
                    skia.Point(x + 26, 530),
                    skia.Point(x + 8, 140),
                    skia.Point(x - 16, 140),
                ],
                True,
            )
            canvas.drawPath(streak, paint(shine, 0.42))
    for z in (180, 290, 400):
        for x in (-42, 42):
            papers(p, x, -75.4, z)
            cup(p, x + 16, -75, z + 24)
    for x, z in ((-8, 250), (6, 258), (0, 380)):
        bottle(p, x, -75, z, "#8fb8c8")


def _chair(p: Painter, x: float, z: float, color: str) -> None:
    leather = p.palette.grade(color)
    way = 1 if x > 0 else -1
    p.line((x, 0, z), (x, -40, z), 1.8)
    p.line((x - 16, -3, z), (x + 16, -3, z), 1.8)
    p.box((x, -40, z), (40, 9, 46), leather)
    p.box((x + way * 15, -46, z), (11, 84, 44), lighter(p, leather, 0.1))
    with p.side(x + way * 9.4) as canvas:
        seams = [(z - 20.0, -130 + row * 20.0, z + 20.0, -130 + row * 20.0) for row in range(1, 4)]
        strokes(canvas, seams, darker(p, leather, 0.4), 1.5)
        canvas.drawLine(z - 18, -66, z + 18, -66, pen(darker(p, leather, 0.5), 1.6))
