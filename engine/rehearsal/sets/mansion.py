"""The hall of a great house: a stair with its gallery, a chandelier, portraits, tall windows."""

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import picture, vase
from engine.rehearsal.sets.floors import lay, rug
from engine.rehearsal.sets.furniture import armchair, cupboard
from engine.rehearsal.sets.ink import block, disc, lighter, strokes
from engine.rehearsal.sets.lamps import chandelier, sconce, table_lamp
from engine.rehearsal.sets.openings import curtain, sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=172, back=660, height=460)
RISE, TREAD, STEPS = 17.0, 19.0, 12
# Floor, its colour; walls; wood, carpet, its edge.
STYLES = (
    ("checks", "#e2d8c8", "#cdbfa4", "#5a3a28", "#8a2f38", "#d8a83f"),
    ("marble", "#c4beb4", "#e2ddd0", "#2f2a2c", "#2f4a6a", "#d8c088"),
    ("herringbone", "#9a7450", "#7a8a7a", "#4a2c20", "#6a5a2f", "#e0c890"),
)


def build(p: Painter) -> None:
    floor, ground, wall, wood, carpet, edge = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(560, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#ece4d4")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, "panels", wall)
        left, right = span(m, 44, 140)
        window(p, None, ROOM, (left, -400, right, -150), (2, 4), "#e8dcc4", view="trees")
        for a, b in ((22, 46), (138, 162)):
            curtain(p, *span(m, a, b), -420, -120, ROOM.back - 6, carpet)
        _portraits(p, m, edge)
        finish(p, ROOM, polished=0.32)
        sun_patch(p, left, 620, 96, 330, -70 * m)
    with p.sheet(470):
        _gallery(p, m, wood)
        _stair(p, m, wood, (carpet, edge))
        chandelier(p, m * 20, 400, 100, ROOM, 9, 84)
    with p.sheet(280):
        rug(p, (-96, 40, 96, 300), carpet, edge, "lozenges")
        cupboard(p, m * 142, 380, (50, 84, 110), wood, 2)
        with p.standing(m * 136, 360, -87) as canvas:
            vase(p, canvas, 0, 0, 60, "#f0d8d8")
        table_lamp(p, m * 138, -87, 412)
        armchair(p, m * 124, 250, carpet)
    foreground.frame(p, p.random.choice(("rail", "drape", "blossoms")))


def _portraits(p: Painter, m: int, frame: str) -> None:
    with p.side(m * (ROOM.half - 1)) as canvas:
        for z in (90, 230, 400):
            picture(p, canvas, (z, -270, z + 76, -166), frame, "portrait")
    with p.facing(ROOM.back - 3) as canvas:
        a, b = span(m, -70, -4)
        picture(p, canvas, (a, -400, b, -300), frame, "portrait")
    for x in (m * 10, m * 168):
        sconce(p, x, -215, ROOM.back - 8)


def _gallery(p: Painter, m: int, wood: str) -> None:
    """The upper floor's railing over the back wall, into which the stair runs."""
    high, x = RISE * STEPS, -m * 86.0
    p.box((x, -high, 640), (172, 16, 40), p.palette.grade("#e8dcc4"))
    with p.facing(618) as canvas:
        a, b = x - 86, x + 86
        strokes(
            canvas,
            [(a + 6 + k * 14, -high - 16, a + 6 + k * 14, -high - 70) for k in range(12)],
            lighter(p, wood, 0.5),
            5,
        )
        block(p, canvas, (a, -high - 78, b, -high - 68), wood, 1.8)


def _stair(p: Painter, m: int, wood: str, colors: tuple[str, str]) -> None:
    """Steps that come down towards the lens along one wall, carpet, balusters, a hand rail."""
    x, wide = -m * 108.0, 112.0
    stone = p.palette.grade("#e8dcc4")
    cloth, edge = p.palette.grade(colors[0], 0.8), p.palette.grade(colors[1], 0.85)
    for step in reversed(range(STEPS)):
        z, high = 384 + step * TREAD, RISE * (step + 1)
        p.box((x, 0, z), (wide, high, TREAD), stone, 0.8)
        front = z - TREAD / 2 - 0.4
        p.face(
            (
                (x - 34, -high + RISE, front),
                (x + 34, -high + RISE, front),
                (x + 34, -high, front),
                (x - 34, -high, front),
            ),
            cloth,
            0.5,
        )
        p.line((x - 34, -high + 2, front), (x + 34, -high + 2, front), 0.8, edge)
    inner = x + m * (wide / 2 - 4)
    for step in range(STEPS):
        z, high = 384 + step * TREAD, RISE * (step + 1)
        p.line((inner, -high, z), (inner, -high - 62, z), 2.4, lighter(p, wood, 0.5))
    top = 384 + (STEPS - 1) * TREAD
    p.line((inner, -RISE - 64, 378), (inner, -RISE * STEPS - 64, top), 6.0)
    p.line((inner, -RISE - 64, 378), (inner, -RISE * STEPS - 64, top), 4.0, p.palette.grade(wood))
    p.box((inner, 0, 372), (14, 100, 14), p.palette.grade(wood))
    with p.standing(inner, 364, -100) as canvas:
        disc(p, canvas, (0, -9), 10, "#d8a83f", 1.6)
