"""A living room: sofa, books, a wide window, a television, a rug, a lamp that stands."""

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import books, clock, cup, picture, plant, shelf, vase
from engine.rehearsal.sets.floors import lay, rug
from engine.rehearsal.sets.furniture import armchair, cupboard, sofa, table
from engine.rehearsal.sets.ink import block
from engine.rehearsal.sets.lamps import floor_lamp, pendant
from engine.rehearsal.sets.openings import curtain, sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, skirting, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=150, back=480, height=285)
# Floor, colour; covering, back wall, side wall; wood, sofa, cushions, curtains, rug, border.
STYLES = (
    (
        "boards",
        "#a87a50",
        "plain",
        "#d8c6a4",
        "#c2a98c",
        "#6b4428",
        "#4c6a86",
        "#d98a4a",
        "#4f7a78",
        "#8a3b3f",
        "#e0c08a",
    ),
    (
        "herringbone",
        "#b08a60",
        "panels",
        "#e2ddd0",
        "#cfc8ba",
        "#8a6440",
        "#8a8f8c",
        "#c8a04a",
        "#c9bfae",
        "#d8d0c0",
        "#6a7480",
    ),
    (
        "boards",
        "#5c4234",
        "wainscot",
        "#7a8f7c",
        "#6a7e6c",
        "#4a3024",
        "#8a4a3a",
        "#e0c890",
        "#5a3a34",
        "#34506a",
        "#d8b878",
    ),
    (
        "marble",
        "#b9b4ac",
        "marble",
        "#a8a49c",
        "#989488",
        "#3a2c28",
        "#e2dcd2",
        "#3f5a6a",
        "#6a5a4c",
        "#4a4248",
        "#b89a6a",
    ),
    (
        "boards",
        "#8a6a4c",
        "brick",
        "#b0705a",
        "#a06450",
        "#5a3c2a",
        "#5f7a5c",
        "#e8d8b0",
        "#8a5a3c",
        "#c0a070",
        "#6a3c34",
    ),
)


def build(p: Painter) -> None:
    style = p.random.choice(STYLES)
    floor, ground, covering, wall, side, wood, cloth, pillow, drape, mat, edge = style
    m, view = turned(p), p.random.choice(("city", "trees", "house"))
    with p.sheet(390, opaque=True):
        shell(p, ROOM, ground, wall, side, "#efe8da")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, covering, wall, side)
        skirting(p, ROOM, "#f2ead8")
        left, right = span(m, -16, 126)
        window(p, None, ROOM, (left, -244, right, -66), (3, 2), view=view)
        curtain(p, *span(m, -48, -10), -258, -8, ROOM.back - 6, drape)
        curtain(p, *span(m, 118, 148), -258, -8, ROOM.back - 6, drape)
        shelf(p, *span(m, -146, -66), ROOM.back - 4, 224)
        _hung(p, m, wood)
        rug(p, (-112, 30, 112, 320), mat, edge)
        finish(p, ROOM, polished=0.3 if floor == "marble" else 0.0)
        sun_patch(p, left, 450, 120, 250, -60 * m)
        pendant(p, -m * 6, 270, 46, ROOM, p.random.choice(("#c65f3f", "#3f5a5c", "#d8b45c")))
    with p.sheet(270):
        sofa(p, m * 34, 372, 190, cloth, (pillow, "#e8d8b0", pillow)[: p.random.randint(1, 3)])
        floor_lamp(p, m * 140, 352)
        table(p, m * 16, 250, (104, 36, 50), wood)
        cup(p, m * 34, -41, 244)
        with p.standing(m * -8, 246, -41) as canvas:
            books(p, canvas, -16, 14, 0, 14)
        if p.random.random() < 0.5:
            armchair(p, -m * 104, 300, pillow)
        else:
            plant(p, -m * 122, 330, 150)
        _television(p, m, wood)
    foreground.frame(p, p.random.choice(("leaves", "lamp", "table", "seat")))


def _hung(p: Painter, m: int, wood: str) -> None:
    with p.side(-m * (ROOM.half - 1)) as canvas:
        for at in range(3):
            z = 60 + at * 66
            picture(p, canvas, (z, -206 + at % 2 * 16, z + 44, -150 + at % 2 * 16), wood)
    with p.facing(ROOM.back - 3) as canvas:
        clock(p, canvas, -m * 57, -246, 13)


def _television(p: Painter, m: int, wood: str) -> None:
    """On a low chest at the other wall; by night it is what shines in the room."""
    cupboard(p, m * 128, 210, (36, 44, 120), wood, 1)
    with p.side(m * 112) as canvas:
        block(p, canvas, (160, -104, 262, -48), "#15181d", 2)
        shown = p.palette.glow("#8fc0f0") if p.palette.hour.lamps else p.palette.grade("#2a323c")
        block(p, canvas, (164, -100, 258, -53), shown, 0)
    with p.standing(m * 128, 160, -44) as canvas:
        vase(p, canvas, 0, 0, 30, "#e8b0a0")
