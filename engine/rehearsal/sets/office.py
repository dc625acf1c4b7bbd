"""An open-plan office: rows of desks with screens, lamps in the ceiling, a glass room, notices."""

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import clock, cup, papers, plant, screen
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import cupboard, desk
from engine.rehearsal.sets.ink import block, boxes, darker, strokes
from engine.rehearsal.sets.lamps import table_lamp, tubes
from engine.rehearsal.sets.openings import glazing, pane, sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=165, back=660, height=282)
# Floor, its colour; wall, side wall; desks, dividers, frames.
STYLES = (
    ("carpet", "#7d8794", "#c3cdd2", "#dcd8cc", "#c9b08a", "#4f7a86", "#3c444e"),
    ("concrete", "#98948c", "#d8d4ca", "#c8c4b8", "#8a6a4a", "#c8703c", "#2a2c30"),
    ("boards", "#a8855c", "#dfe3e0", "#cfd8d4", "#e8e4da", "#6a8a5c", "#5a4a3a"),
)


def build(p: Painter) -> None:
    floor, ground, wall, side, wood, screen_color, frame = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(470, opaque=True):
        shell(p, ROOM, ground, wall, side, "#e6e8e8")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, "plain", wall, side)
        for z in (40, 240, 440):
            window(p, m * (ROOM.half - 1), ROOM, (z, -238, z + 158, -88), (3, 1), "#f0f0ee")
        _ceiling(p)
        finish(p, ROOM, polished=0.12)
        _glass_room(p, m, frame)
        _back(p, m)
        sun_patch(p, m * 96 - 50, 420, 100, 240, -60 * m)
        tubes(p, ROOM)
        for z in (540, 400):
            _place(p, -m * 106, z, wood, screen_color)
            _place(p, m * 100, z, wood, screen_color)
    with p.sheet(190):
        _place(p, -m * 112, 240, wood, screen_color)
        _place(p, m * 112, 200, wood, screen_color)
        plant(p, m * 44, 520, 130)
    foreground.frame(p, p.random.choice(("books", "leaves", "seat")))


def _ceiling(p: Painter) -> None:
    if p.lens.y < -ROOM.height:
        return
    with p.flat(-ROOM.height + 0.5) as canvas:
        lines = [(float(x), -500.0, float(x), ROOM.back) for x in range(-165, 166, 66)]
        lines += [(-ROOM.half, float(z), ROOM.half, float(z)) for z in range(-420, 660, 66)]
        strokes(canvas, lines, darker(p, "#e6e8e8", 0.22), 1.4)


def _glass_room(p: Painter, m: int, frame: str) -> None:
    """The boss's room: blinds half down, someone's lamp still on in it by night."""
    left = -150 if m > 0 else -50
    with p.facing(ROOM.back - 2) as canvas:
        rect = skia.Rect.MakeLTRB(left, -222, left + 200, -4)
        pane(p, canvas, rect)
        canvas.drawRect(rect, paint(p.palette.grade("#dff0f2"), 0.3))
        block(p, canvas, (left + 40, -62, left + 150, -4), "#5a3d2a", 1.6)
        slats = [(left + 2.0, -219 + at * 9.0, left + 198.0, -219 + at * 9.0) for at in range(9)]
        strokes(canvas, slats, p.palette.grade("#f4f4f0"), 4, 0.9)
        glazing(p, canvas, rect, 3, 1, p.palette.grade(frame))
    table_lamp(p, left + 62, -62, ROOM.back - 6, "#3f6a4c")


def _back(p: Painter, m: int) -> None:
    a = 66 if m > 0 else -152
    with p.facing(ROOM.back - 3) as canvas:
        block(p, canvas, (a, -205, a + 62, 0), "#7a5a44", 2)
        canvas.drawCircle(a + 54, -98, 4, paint(p.palette.grade("#d8b45c")))
        sign = (a + 6, -236, a + 56, -214)
        signs.board(p, canvas, sign, signs.spelled(p, "exit"), ("#2f8a5c", "#f4fff4"))
        clock(p, canvas, a + 84 if m > 0 else a - 22, -222, 14)
    with p.side(-m * (ROOM.half - 1)) as canvas:
        signs.notices(p, canvas, (120, -208, 250, -118), "wanted")
        signs.poster(p, canvas, (330, -218, 392, -130), "gym", "#e8e0cc", "#3f5a7a")
    cupboard(p, -m * 144, 620, (40, 120, 70), "#9aa2a8", 1)


def _place(p: Painter, x: float, z: float, wood: str, divider: str) -> None:
    """Somebody's desk: screen, mug, papers, and what they stuck on the divider."""
    p.box((x, 0, z + 36), (136, 112, 5), p.palette.grade(divider))
    with p.facing(z + 33) as canvas:
        notes = [(x + dx, -104.0, x + dx + 9, -95.0) for dx in (-52, -40, 34, 47)]
        boxes(canvas, notes[:2], p.palette.grade("#f0dc70"))
        boxes(canvas, notes[2:], p.palette.grade("#f0a0a8"))
    desk(p, x, z, wood)
    with p.standing(x - 8, z + 14, -76) as canvas:
        canvas.drawLine(0, 0, 0, -14, pen(p.palette.ink, 5))
        screen(p, canvas, (-28, -46, 28, -10))
    papers(p, x + 40, -76.5, z - 6)
    cup(p, x - 46, -76, z - 8, p.random.choice(("#c8553f", "#3f6a8c", "#e8dcc0")))
    p.box((x, -44, z - 52), (40, 7, 38), p.palette.grade("#2f333b"))
    p.box((x, -48, z - 70), (40, 48, 7), p.palette.grade("#383d46"))
    p.line((x, 0, z - 54), (x, -44, z - 54), 1.8)
