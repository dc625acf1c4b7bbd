"""A cell: stone, a barred window high up and its light on the floor, a bunk, marks of days."""

import skia

from engine.rehearsal.painter import Painter, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import cup
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import bed, grounded
from engine.rehearsal.sets.glow import SCREEN, daylight, fade
from engine.rehearsal.sets.ink import block, darker, lighter, oval, strokes
from engine.rehearsal.sets.openings import pane
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

CELL = Room(half=122, back=350, height=290)
STYLES = (("#84827c", "stone"), ("#8a9488", "concrete"), ("#7a6f66", "stone"), ("#9a9a8c", "brick"))


def build(p: Painter) -> None:
    wall, covering = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(290, opaque=True):
        shell(p, CELL, "#6d6c6a", wall, wall, "#4c4b49")
        lay(p, CELL, "stone", "#6d6c6a")
        cover(p, CELL, covering, wall)
        finish(p, CELL)
        _window(p, m)
        _marks(p, m, wall)
    with p.sheet(230):
        bed(p, -m * 84, 232, ("#4a4038", "#b8b0a0", "#6a6f66"), 70)
        _corner(p, m)
    foreground.frame(p, "bars")


def _window(p: Painter, m: int) -> None:
    left, right = span(m, -26, 62)
    with p.facing(CELL.back - 2) as canvas:
        hole = skia.Rect.MakeLTRB(left, -258, right, -188)
        block(p, canvas, (left - 9, -267, right + 9, -179), "#5a5854", 2)
        pane(p, canvas, hole, city=False)
        strokes(
            canvas,
            [(left + k * 18.0, -258, left + k * 18.0, -188) for k in range(1, 5)],
            p.palette.ink,
            6,
        )
        canvas.drawRect(hole, pen(p.palette.ink, 4))
    color, strength = daylight(p)
    for k in range(4):
        a = left + 6 + k * 20
        shaft = p.path(
            ((a, -252, 345), (a + 14, -252, 345), (a + 30 - m * 50, 0, 90), (a - 2 - m * 50, 0, 90))
        )
        top, foot = p.lens.project((a, -252, 345)), p.lens.project((a, 0, 90))
        p.canvas.drawPath(shaft, fade(top, foot, color, strength * 1.2, strength * 0.5, SCREEN))


def _marks(p: Painter, m: int, wall: str) -> None:
    """Days counted in fives, and a name scratched beside them."""
    with p.side(-m * (CELL.half - 1)) as canvas:
        days = []
        for group in range(p.random.randint(7, 14)):
            z, y = 60.0 + group % 5 * 26, -190.0 + group // 5 * 24
            days += [(z + k * 4, y, z + k * 4, y + 15) for k in range(4)]
            days.append((z - 3, y + 12, z + 15, y + 3))
        strokes(canvas, days, lighter(p, wall, 0.4), 1.4)
    with p.facing(CELL.back - 2) as canvas:
        a = m * 92.0
        for row in range(3):
            block(
                p,
                canvas,
                (a - 16, -166 + row * 26, a + 10, -146 + row * 26),
                ("#e8e0cc", "#d8c8a8", "#c8d0d0")[row],
                0.8,
            )
        strokes(
            canvas,
            [(a - 30, -180, a - 26, -60), (a - 26, -60, a - 34, 0)],
            darker(p, wall, 0.35),
            1.6,
        )


def _corner(p: Painter, m: int) -> None:
    """A basin, a bowl on the floor and a stool."""
    x = m * 96
    p.box((x, -70, 300), (44, 14, 40), p.palette.grade("#c8c8c0"))
    p.line((x, -84, 318), (x, -110, 318), 2.4)
    grounded(p, (m * 80, 190), (34, 34))
    p.box((m * 80, 0, 190), (34, 42, 34), p.palette.grade("#5a4a3a"))
    cup(p, m * 80, -42, 190, "#9aa0a0")
    with p.flat(-1) as canvas:
        oval(p, canvas, (m * 30 - 16, 120, m * 30 + 16, 140), "#a8a498", 1.4)
        oval(p, canvas, (m * 30 - 10, 125, m * 30 + 10, 136), "#6a5a44", 0.8)
