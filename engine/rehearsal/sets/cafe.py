"""A café: brick, a neon cup in the window on the street, a counter, tables, lamps."""

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import cup, picture, plant, vase
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import chair, counter, round_table
from engine.rehearsal.sets.ink import block, disc, poly, strokes
from engine.rehearsal.sets.lamps import neon, pendant
from engine.rehearsal.sets.openings import sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=152, back=540, height=290)
# Floor, its colour; covering, wall; wood, counter top, lamps, neon.
STYLES = (
    ("boards", "#7a5a42", "brick", "#a8584a", "#5a3d2a", "#d8b98a", "#d9a441", "#ffd2a0"),
    ("herringbone", "#b0906a", "wainscot", "#b8c4b0", "#6a4c34", "#e8dcc4", "#3f5a5c", "#8ff0c8"),
    ("checks", "#d8d0c4", "plain", "#d8a08c", "#8a4a4a", "#f0e8dc", "#e8e0d0", "#ff7aa8"),
    ("concrete", "#8c8a88", "concrete", "#a8a6a2", "#3a3c42", "#c9a06a", "#22252b", "#7ad0ff"),
)


def build(p: Painter) -> None:
    floor, ground, covering, wall, wood, top, lamp, tube = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(440, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#4a3f3a")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, covering, wall)
        left, right = span(m, -26, 118)
        window(p, None, ROOM, (left, -236, right, -62), (2, 1), "#3a2f2a", view="house")
        with p.facing(ROOM.back - 4) as canvas:
            _neon_cup(p, canvas, (left + right) / 2, tube)
            for row in range(2):
                a, b = span(m, -112 + row * 38, -82 + row * 38)
                picture(p, canvas, (a, -214, b, -174), wood)
        _menu(p, m, wood)
        finish(p, ROOM, polished=0.16)
        sun_patch(p, left, 500, 120, 250, -50 * m)
        for z in (420.0, 300.0, 190.0):
            pendant(p, m * 58, z, 70, ROOM, lamp)
    with p.sheet(300):
        _bar(p, m, wood, top)
        for x, z in ((m * 96, 420), (m * 64, 300), (m * 122, 250)):
            chair(p, x - 44, z + 6, wood)
            round_table(p, x, z, 34, top)
            chair(p, x + 44, z + 6, wood)
            cup(p, x - 10, -74, z - 8)
            with p.standing(x + 10, z, -74) as canvas:
                vase(p, canvas, 0, 0, 22, "#f0e0b0")
        plant(p, m * 140, 470, 140, "tree")
    foreground.frame(p, p.random.choice(("table", "leaves", "seat")))


def _neon_cup(p: Painter, canvas: skia.Canvas, x: float, color: str) -> None:
    glass = skia.Path()
    glass.moveTo(x - 28, -166)
    glass.lineTo(x - 24, -138)
    glass.quadTo(x, -126, x + 24, -138)
    glass.lineTo(x + 28, -166)
    glass.close()
    glass.addArc(skia.Rect.MakeLTRB(x + 20, -166, x + 42, -144), -90, 180)
    for dx in (-13, 0, 13):
        glass.moveTo(x + dx, -174)
        glass.cubicTo(x + dx - 7, -184, x + dx + 7, -192, x + dx, -204)
    neon(p, canvas, glass, color)


def _menu(p: Painter, m: int, wood: str) -> None:
    """Black boards with the prices in chalk over the counter."""
    with p.side(-m * (ROOM.half - 2)) as canvas:
        chalk = p.palette.grade("#f2efe2")
        for z in (180, 296, 412):
            block(p, canvas, (z, -244, z + 104, -166), wood, 1.6)
            block(p, canvas, (z + 5, -239, z + 99, -171), "#26302c", 0.8)
            rows = [
                (z + 14.0, -206.0 + r * 11, z + p.random.uniform(52, 72), -206.0 + r * 11)
                for r in range(3)
            ]
            strokes(canvas, rows + [(z + 82.0, y, z + 90.0, y) for _, y, _, _ in rows], chalk, 2.4)
            signs.letters(
                p, canvas, (z + 14, -237, z + 90, -214), signs.spelled(p, "menu"), "#f2d8a0"
            )


def _bar(p: Painter, m: int, wood: str, top: str) -> None:
    x = -m * 116
    counter(p, x, 330, (64, 100, 300), wood, top)
    p.box((x, -106, 400), (46, 46, 66), p.palette.grade("#b8c2c4"))
    with p.facing(366) as canvas:
        for dx in (-10, 10):
            canvas.drawLine(x + dx, -128, x + dx, -114, pen(p.palette.ink, 5))
        disc(p, canvas, (x, -140), 6, p.palette.glow("#e8503c"), 1)
    for z, color in ((282, "#f2ead8"), (262, "#c8553f"), (244, "#f2ead8")):
        cup(p, x + m * 12, -106, z, color)
    with p.standing(x + m * 6, 214, -106) as canvas:  # cakes under a glass bell
        block(p, canvas, (-24, -3, 24, 0), "#e8e0d0", 1.2)
        poly(p, canvas, ((-14, -3), (-11, -16), (6, -16), (9, -3)), "#8a4a3a", 1)
        bell = skia.Path()
        bell.addArc(skia.Rect.MakeLTRB(-22, -34, 22, 28), 180, 180)
        canvas.drawPath(bell, paint(p.palette.tone(1.0), 0.25))
        canvas.drawPath(bell, pen(p.palette.ink, 1.4))
