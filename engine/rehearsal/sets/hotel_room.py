"""A hotel room: a wide bed before a lit panel, the town behind the glass, a suitcase, a minibar."""

import skia

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import bottle, cup, picture, screen
from engine.rehearsal.sets.floors import lay, rug
from engine.rehearsal.sets.furniture import armchair, bed, cupboard
from engine.rehearsal.sets.glow import lamplight
from engine.rehearsal.sets.ink import block, strokes
from engine.rehearsal.sets.lamps import downlights, lit, sconce, table_lamp
from engine.rehearsal.sets.openings import curtain, glazing, pane, sun_patch
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=150, back=460, height=282)
# Floor colour, wall, panel wood, cover, curtain, armchair.
STYLES = (
    ("#5a5460", "#a89c90", "#5a4030", "#8a3f4a", "#6a5f6a", "#c9a06a"),
    ("#3f4a58", "#c4c0b8", "#3a3f48", "#d8c8a8", "#8a94a0", "#4a6a86"),
    ("#6a4a3c", "#d8c4a4", "#8a5a3c", "#2f4f4a", "#a88a5c", "#3f5f58"),
)


def build(p: Painter) -> None:
    ground, wall, wood, spread, cloth, seat = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(380, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#e4ded4")
        lay(p, ROOM, "carpet", ground)
        cover(p, ROOM, "plain", wall)
        finish(p, ROOM)
        left, right = span(m, -30, 136)
        with p.facing(ROOM.back - 2) as canvas:
            view = skia.Rect.MakeLTRB(left, -252, right, -14)
            pane(p, canvas, view)
            glazing(p, canvas, view, 3, 1, p.palette.grade("#2f2a2c"))
        for a, b in ((-62, -24), (126, 150)):
            curtain(p, *span(m, a, b), -268, -4, ROOM.back - 6, cloth)
        _desk_wall(p, m, wood)
        sun_patch(p, left, 430, 160, 280, -60 * m)
        downlights(p, ROOM, (-70, 70), (150.0, 320.0))
    with p.sheet(260):
        _headboard(p, m, wood)
        bed(p, -m * 84, 322, (wood, "#f6f2ea", spread), 126)
        for x in (-m * 18,):
            cupboard(p, x, 408, (36, 50, 36), wood, 1)
            table_lamp(p, x, -50, 404)
        rug(p, (m * 70 - 56, 170, m * 70 + 56, 320), spread, "#e8dcc0", "none")
        armchair(p, m * 92, 330, seat)
        _suitcase(p, m)
    foreground.frame(p, p.random.choice(("lamp", "drape", "jamb")))


def _headboard(p: Painter, m: int, wood: str) -> None:
    left, right = span(m, -150, -4)
    with p.facing(ROOM.back - 8) as canvas:
        block(p, canvas, (left, -150, right, 0), wood, 2)
        lines = [(left + 22.0 * k, -148, left + 22.0 * k, 0) for k in range(1, 7)]
        strokes(canvas, lines, p.palette.ink, 1.2)
        picture(p, canvas, (-m * 84 - 40, -236, -m * 84 + 40, -176), "#3a2c28", "shapes")
    if lit(p):
        lamplight(p, (-m * 84, -152, ROOM.back - 10), 110, p.palette.glow("#ffb868"), 0.4)
    for dx in (-66, 66):
        sconce(p, -m * 84 + dx, -140, ROOM.back - 12)


def _desk_wall(p: Painter, m: int, wood: str) -> None:
    """Along the other wall: a long shelf with the television, a kettle and two cups."""
    x = m * (ROOM.half - 20)
    p.box((x, -58, 230), (38, 10, 200), p.palette.grade(wood))
    with p.side(m * (ROOM.half - 1)) as canvas:
        screen(p, canvas, (180, -170, 290, -104))
    for z in (160, 176):
        cup(p, x, -68, z)
    bottle(p, x, -68, 200, "#8a3a2c")


def _suitcase(p: Painter, m: int) -> None:
    x, z = m * 44, 218
    p.box((x, 0, z), (52, 66, 22), p.palette.grade("#b0563f"))
    with p.facing(z - 11.5) as canvas:
        strokes(
            canvas,
            [(x - 26 + 10.0 * k, -62, x - 26 + 10.0 * k, -4) for k in range(1, 5)],
            p.palette.ink,
            1.2,
        )
        block(p, canvas, (x - 12, -88, x + 12, -66), "#2a2a2e", 0)
        block(p, canvas, (x - 9, -84, x + 9, -66), "#a89c90", 0)
