"""A classroom: a board with writing, rows of desks, windows along one side, work on the walls."""

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import books, clock, plant
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import chair, cupboard, desk, table
from engine.rehearsal.sets.ink import block, disc, strokes
from engine.rehearsal.sets.lamps import tubes
from engine.rehearsal.sets.openings import sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=168, back=560, height=280)
# Floor colour, wall, board, desks.
STYLES = (
    ("#b08a5c", "#d6d0b8", "#2f5644", "#c99a5c"),
    ("#a8a498", "#cfe0dc", "#26302f", "#d8c8a0"),
    ("#8a6a50", "#e4d4bc", "#2f4a5c", "#a87a50"),
)


def build(p: Painter) -> None:
    ground, wall, slate, wood = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(450, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#eeeade")
        lay(p, ROOM, "boards", ground)
        cover(p, ROOM, "wainscot", wall)
        for z in (20, 200, 380):
            window(
                p, -m * (ROOM.half - 1), ROOM, (z, -242, z + 138, -104), (2, 2), "#f4f0e4", "trees"
            )
        _board(p, m, slate)
        with p.side(m * (ROOM.half - 1)) as canvas:
            signs.notices(p, canvas, (120, -218, 300, -128), "school")
            signs.poster(p, canvas, (350, -220, 410, -130), "school", "#f0e0b0", "#3f6a8c")
        finish(p, ROOM, polished=0.14)
        for z in (480, 320):
            sun_patch(p, -m * 120 - 44, z, 96, 150, 90 * m)
        tubes(p, ROOM, 230, "#fff2dc")
        desk(p, m * 96, 470, wood, 120)
        with p.standing(m * 96, 470, -76) as canvas:
            books(p, canvas, -30, 10, 0, 20)
            disc(p, canvas, (26, -16), 14, "#5a9ac0", 1.4)
    with p.sheet(270):
        cupboard(p, m * 150, 300, (34, 84, 120), wood, 2)
        plant(p, -m * 150, 520, 100)
        for z in (380, 290, 200):
            for x in (-112, -38, 38, 112):
                if abs(x) > 60 or z > 300:
                    _place(p, x, z, wood)
    foreground.frame(p, p.random.choice(("books", "seat", "leaves")))


def _board(p: Painter, m: int, slate: str) -> None:
    with p.facing(ROOM.back - 2) as canvas:
        block(p, canvas, (-128, -220, 128, -98), "#8a5f38", 2)
        block(p, canvas, (-120, -212, 120, -106), slate, 1)
        chalk = p.palette.grade("#eef0e6")
        signs.letters(p, canvas, (-110, -208, 60, -178), signs.spelled(p, "school"), chalk)
        rows = [
            (-108.0, -166 + row * 16.0, p.random.uniform(-20, 40), -166 + row * 16.0)
            for row in range(4)
        ]
        strokes(canvas, rows, chalk, 2.2, 0.8)
        strokes(
            canvas, [(70, -116, 106, -116), (70, -116, 88, -160), (88, -160, 106, -116)], chalk, 2
        )
        block(p, canvas, (-120, -104, 120, -98), "#a87a4c", 1.2)
        clock(p, canvas, -m * 142, -236, 15)
        block(p, canvas, (-24, -262, 24, -232), "#a8322e", 1.2)


def _place(p: Painter, x: float, z: float, wood: str) -> None:
    chair(p, x, z - 34, wood, -1)
    table(p, x, z, (60, 70, 42), wood)
    with p.standing(x, z, -75) as canvas:
        books(p, canvas, -16, 10, 0, 9)
