"""A bedroom: the bed to one side, a window with curtains, lamps, what lies about. No two alike."""

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import books, clock, cup, mirror, picture, plant, vase
from engine.rehearsal.sets.floors import lay, rug
from engine.rehearsal.sets.furniture import armchair, bed, cupboard
from engine.rehearsal.sets.ink import block, poly, strokes
from engine.rehearsal.sets.lamps import pendant, table_lamp
from engine.rehearsal.sets.openings import curtain, sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, skirting, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=138, back=440, height=272)
# Floor, its colour; covering, back wall, side wall; wood, bedspread, curtains, rug.
STYLES = (
    (
        "boards",
        "#9a6f4e",
        "plain",
        "#8fa6a8",
        "#a9b8b0",
        "#6d452c",
        "#5d6f9a",
        "#c8727a",
        "#7a8fae",
    ),
    (
        "herringbone",
        "#a07a56",
        "panels",
        "#b9a8b4",
        "#a896a4",
        "#efe6dc",
        "#8a4a62",
        "#6a5a86",
        "#d9b8c0",
    ),
    (
        "boards",
        "#5d4436",
        "stripes",
        "#4f6672",
        "#465a66",
        "#3f2c22",
        "#c98a4a",
        "#2f4a58",
        "#8a5a3c",
    ),
    (
        "boards",
        "#b58f66",
        "leaves",
        "#a9b592",
        "#9aa684",
        "#8a6440",
        "#e8dcc0",
        "#6a8a5c",
        "#c9b48c",
    ),
    (
        "carpet",
        "#6a5a5c",
        "wainscot",
        "#c9b49a",
        "#b5a088",
        "#4a3026",
        "#3f5a5c",
        "#8a3a44",
        "#5a3038",
    ),
)


def build(p: Painter) -> None:
    floor, ground, covering, wall, side, wood, spread, cloth, mat = p.random.choice(STYLES)
    m, view = turned(p), p.random.choice(("city", "house", "trees"))
    with p.sheet(360, opaque=True):
        shell(p, ROOM, ground, wall, side, "#e8e2d6")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, covering, wall, side)
        skirting(p, ROOM, "#efe9dc")
        left, right = span(m, -20, 98)
        window(p, None, ROOM, (left, -232, right, -72), (2, 2), view=view)
        for near, far in ((-52.0, -14.0), (92.0, 128.0)):
            curtain(p, *span(m, near, far), -246, -12, ROOM.back - 6, cloth)
        with p.facing(ROOM.back - 3) as canvas:
            for row in range(p.random.randint(1, 3)):
                a, b = span(m, -126 + row * 24, -106 + row * 24)
                picture(p, canvas, (a, -206 + row % 2 * 10, b, -170 + row % 2 * 10), wood)
        rug(
            p,
            (-70 + m * 24, 70, 70 + m * 24, 250),
            mat,
            "#efe6d2",
            p.random.choice(("none", "lozenges")),
        )
        finish(p, ROOM)
        sun_patch(p, min(left, right), 424, 108, 250, -60 * m)
        pendant(p, m * 10, 230, 42, ROOM, wood)
    with p.sheet(250):
        bed(p, -m * 80, 312, (wood, "#f3ede2", spread))
        cupboard(p, m * 112, 392, (42, 54, 40), wood, 1)
        table_lamp(p, m * 108, -54, 390)
        _lived_in(p, m, wood)
    foreground.frame(p, p.random.choice(("jamb", "blossoms", "lamp", "drape")))


def _lived_in(p: Painter, m: int, wood: str) -> None:
    """What is different in everybody's room."""
    x = m * 118
    if p.random.random() < 0.5:
        armchair(p, m * 96, 250, p.random.choice(("#7a8f86", "#a8705a", "#5a6a8a")))
    else:
        cupboard(p, x, 262, (40, 96, 70), wood, 2)
        with p.standing(x, 262, -99) as canvas:
            vase(p, canvas, -6, 0, 34, p.random.choice(("#e89aa8", "#f0e0b0", "#b8a0d8")))
            books(p, canvas, 2, 18, 0, 18)
    with p.side(-m * (ROOM.half - 1)) as canvas:
        mirror(p, canvas, (150, -196, 205, -96), wood)
    with p.facing(ROOM.back - 3) as canvas:
        if p.random.random() < 0.4:
            clock(p, canvas, -m * 20, -216, 11)
    cup(p, m * 120, -54, 380)
    if p.random.random() < 0.6:
        plant(p, -m * 120, 432, 120)
    with p.flat(-0.5) as canvas:  # slippers before the bed
        for dx in (-8, 8):
            block(p, canvas, (-m * 22 + dx - 5, 196, -m * 22 + dx + 5, 218), "#d8a0a0", 1, 5)
    with p.standing(-m * 80, 238, -60) as canvas:
        if p.random.random() < 0.5:  # an open book face down
            poly(p, canvas, ((-13, 0), (0, -7), (13, 0)), "#a8443a", 1.2)
            strokes(canvas, ((-10, -1, 10, -1),), p.palette.grade("#f4f0e4"), 1)
