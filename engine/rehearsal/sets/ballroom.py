"""A ballroom: a mirror of a floor, arches with drapes, chandeliers, a double stair at the end."""

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import vase
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import round_table
from engine.rehearsal.sets.glow import fade, mirrored
from engine.rehearsal.sets.ink import block, disc, lighter, strokes
from engine.rehearsal.sets.lamps import chandelier, lit, sconce
from engine.rehearsal.sets.openings import pane
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=170, back=800, height=470)
# Floor, its colour; walls; metal, drapes, carpet, flowers.
STYLES = (
    ("checks", "#e6d8c0", "#e9d6b4", "#c99a3c", "#9a2c3c", "#a02c3c", "#f0d0d4"),
    ("marble", "#c8c8cc", "#c4ccd8", "#d0d4d8", "#3a4a7a", "#4a5a8a", "#e4e0f4"),
    ("herringbone", "#a07c54", "#d8c8b0", "#b08a4a", "#2f5a4c", "#3a6a54", "#f4ecc8"),
)


def build(p: Painter) -> None:
    floor, ground, wall, metal, cloth, carpet, bloomed = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(660, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#f0e4cc")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, "panels", wall)
        for x in (-ROOM.half + 1, ROOM.half - 1):
            _arches(p, x, metal, cloth)
        finish(p, ROOM, polished=0.46)
        _stair(p, metal, carpet)
        glow = p.palette.glow("#ffd894")
        mirrored(p, 0, 110, 640, glow, 0.5 if lit(p) else 0.25, 460)
    with p.sheet(430):
        for z in (620.0, 430.0, 250.0):
            chandelier(p, 0, z, 84, ROOM, 9, 78)
        for x in (-134, 134):
            for z in (520, 300):
                _column(p, x, z, metal)
    with p.sheet(280):
        for x, z in ((-m * 118, 410), (m * 112, 360), (m * 140, 240)):
            round_table(p, x, z, 34, "#c8a878", "#f8f4ea")
            with p.standing(x, z, -74) as canvas:
                vase(p, canvas, 0, 0, 46, bloomed)
                for dx in (-16, 18):
                    strokes(canvas, [(dx, 0, dx, -9)], p.palette.tone(0.9), 1.2)
                    block(p, canvas, (dx - 3, -20, dx + 3, -9), p.palette.glow("#ffe0a0"), 0.8, 2)
    foreground.frame(p, p.random.choice(("drape", "blossoms", "post")))


def _arches(p: Painter, x: float, metal: str, cloth: str) -> None:
    gold = p.palette.grade(metal, 0.8)
    with p.side(x) as canvas:
        for z in range(-120, 740, 190):
            arch = skia.Path()
            arch.moveTo(z, 0)
            arch.lineTo(z, -250)
            arch.arcTo(skia.Rect.MakeLTRB(z, -320, z + 120, -180), 180, 180, False)
            arch.lineTo(z + 120, 0)
            arch.close()
            canvas.save()
            canvas.clipPath(arch, True)
            pane(p, canvas, skia.Rect.MakeLTRB(z, -325, z + 120, 0), view="trees")
            canvas.restore()
            bars = [(z + k, -310.0, z + k, 0.0) for k in (40.0, 80.0)]
            bars += [(z, y, z + 120.0, y) for y in (-80.0, -160.0, -240.0)]
            strokes(canvas, bars, gold, 3)
            canvas.drawPath(arch, pen(p.palette.ink, 11))
            canvas.drawPath(arch, pen(gold, 8))
            for edge, lean in ((z, 32), (z + 120, -32)):
                drape = skia.Path()
                drape.moveTo(edge, -330)
                drape.quadTo(edge + lean * 1.5, -170, edge + lean * 0.3, 0)
                drape.lineTo(edge - lean * 0.3, 0)
                drape.lineTo(edge - lean * 0.3, -330)
                drape.close()
                canvas.drawPath(drape, paint(p.palette.grade(cloth, 0.8)))
                fold = fade((edge - lean * 0.3, 0), (edge + lean, 0), p.palette.shadow, 0.6)
                canvas.drawPath(drape, fold)
                canvas.drawPath(drape, pen(p.palette.ink, 1.8))
        near = p.lens.z + 60
        block(p, canvas, (near, -376, 800, -362), lighter(p, metal, 0.15), 1.6)
    for z in (40, 230, 420, 610):
        sconce(p, x * 0.96, -200, z)


def _stair(p: Painter, metal: str, carpet: str) -> None:
    stone, cloth = p.palette.grade("#efe4d0"), p.palette.grade(carpet, 0.8)
    gold = p.palette.grade(metal, 0.8)
    for step in reversed(range(10)):
        z, high = 620 + step * 16, 15.0 * (step + 1)
        p.box((0, 0, z), (230 - step * 9, high, 17), stone, 0.8)
        front = z - 9
        corners = ((-38, -high + 15), (38, -high + 15), (38, -high), (-38, -high))
        p.face(tuple((x, y, front) for x, y in corners), cloth, 0.5)
    for side in (-1, 1):
        for color, wide in ((p.palette.ink, 5.0), (gold, 3.4)):
            p.line((side * 112, -50, 612), (side * 68, -214, 766), wide, color)
        for step in range(0, 10, 2):
            x = side * (112 - step * 4.6)
            p.line(
                (x, -15.0 * step - 8, 620 + step * 16),
                (x, -15.0 * step - 62, 620 + step * 16),
                1.6,
                gold,
            )
    with p.facing(ROOM.back - 4) as canvas:
        door = skia.Path()
        door.moveTo(-58, -150)
        door.lineTo(-58, -300)
        door.arcTo(skia.Rect.MakeLTRB(-58, -358, 58, -242), 180, 180, False)
        door.lineTo(58, -150)
        door.close()
        canvas.drawPath(door, paint(p.palette.glow("#ffdf9a")))
        canvas.drawPath(door, fade((0, -150), (0, -350), (255, 252, 236), 0.7))
        canvas.drawPath(door, pen(p.palette.ink, 13))
        canvas.drawPath(door, pen(gold, 10))
        strokes(canvas, [(0, -352, 0, -150)], gold, 4)
        disc(p, canvas, (0, -388), 18, metal, 2)
    p.halo((0, -250, ROOM.back - 8), 230, p.palette.glow("#ffd890"), 0.6)


def _column(p: Painter, x: float, z: float, metal: str) -> None:
    with p.standing(x, z) as canvas:
        block(p, canvas, (-17, -440, 17, -20), "#f0e6d2", 2)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-17, -440, 17, -20), fade((17, 0), (-12, 0), p.palette.shadow, 0.7)
        )
        strokes(canvas, [(k, -436, k, -24) for k in (-9.0, -2.0, 6.0)], p.palette.ink, 0.9)
        for y in (-20.0, -456.0):
            block(p, canvas, (-25, y, 25, y + 20), metal, 2)
