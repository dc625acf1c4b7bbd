"""A café: a front window, a counter with boards and a machine, lamps in a row, tables."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import (
    Room,
    boards,
    cast_shadow,
    glazing,
    pane,
    pendant,
    plant,
    shell,
    sun_patch,
)

ROOM = Room(half=140, back=500, height=275)


def build(p: Painter) -> None:
    with p.sheet(400, opaque=True):
        shell(p, ROOM, "#8a5f3e", "#b5553f", "#7a8f84", "#4a3a34")
        boards(p, ROOM, 24)
        _bricks(p)
        _front(p)
        sun_patch(p, 10, 470, 110, 280, -50)
        for z in (400.0, 260.0, 130.0):
            pendant(p, 62, z, 66, ROOM, "#e0a63c")
        cast_shadow(p, ROOM)
    with p.sheet(270):
        _counter(p)
        _table(p, 70, 330)
        _table(p, 104, 190)
        plant(p, 122, 440, 130)
    with p.sheet(-70):
        _cup(p)


def _bricks(p: Painter) -> None:
    mortar = pen(mix(p.palette.grade("#b5553f"), p.palette.ink, 0.35), 1.4)
    with p.facing(ROOM.back - 1) as canvas:
        for row in range(20):
            y = -row * 14.0
            canvas.drawLine(-140, y, 140, y, mortar)
            for brick in range(9):
                x = -140 + brick * 32 + (row % 2) * 16
                canvas.drawLine(x, y, x, y - 14, mortar)


def _front(p: Painter) -> None:
    with p.facing(ROOM.back - 3) as canvas:
        rect = skia.Rect.MakeLTRB(-6, -235, 132, -50)
        pane(p, canvas, rect)
        glazing(p, canvas, rect, 3, 1, p.palette.grade("#2c2622"))
        cup = pen(p.palette.grade("#fbf3dc"), 5)
        arc = skia.Path()
        arc.addArc(skia.Rect.MakeLTRB(36, -168, 92, -104), 0, 180)
        arc.moveTo(36, -136)
        arc.lineTo(92, -136)
        arc.addArc(skia.Rect.MakeLTRB(86, -136, 108, -114), -90, 180)
        for x in (50, 64, 78):
            arc.moveTo(x, -148)
            arc.cubicTo(x - 6, -158, x + 6, -164, x, -176)
        canvas.drawPath(arc, cup)


def _counter(p: Painter) -> None:
    wood = p.palette.grade("#5a3d2a")
    with p.side(-ROOM.half + 2) as canvas:
        for z in (180, 300):
            board = skia.Rect.MakeXYWH(z, -232, 100, 74)
            canvas.drawRect(board, paint(p.palette.grade("#26302c")))
            canvas.drawRect(board, pen(p.palette.grade("#a87c4c"), 6))
            chalk = pen(p.palette.grade("#f2efe2"), 3)
            for row in range(4):
                y = -216 + row * 15
                canvas.drawLine(z + 12, y, z + p.random.uniform(48, 70), y, chalk)
                canvas.drawLine(z + 80, y, z + 90, y, chalk)
    p.box((-104, 0, 300), (58, 98, 300), wood)
    p.box((-104, -98, 300), (66, 6, 306), p.palette.grade("#d8b98a"))
    steel = p.palette.grade("#b8c2c4")
    p.box((-104, -104, 350), (44, 44, 60), steel)
    with p.facing(319) as canvas:
        for x in (-114, -94):
            canvas.drawLine(x, -126, x, -112, pen(p.palette.ink, 5))
        canvas.drawCircle(-104, -138, 6, paint(p.palette.glow("#e8503c")))
    for z, color in ((270, "#f2ead8"), (248, "#c8553f"), (228, "#f2ead8")):
        with p.standing(-92, z, -104) as canvas:
            cup = skia.Rect.MakeLTRB(-7, -14, 7, 0)
            canvas.drawRoundRect(cup, 3, 3, paint(p.palette.grade(color)))
            canvas.drawRoundRect(cup, 3, 3, pen(p.palette.ink, 1.8))


def _table(p: Painter, x: float, z: float) -> None:
    top = p.palette.grade("#c99a62")
    p.line((x, 0, z), (x, -70, z), 2.2)
    with p.flat(-1) as canvas:
        canvas.drawOval(skia.Rect.MakeLTRB(x - 16, z - 16, x + 16, z + 16), paint(p.palette.ink))
    with p.flat(-70) as canvas:
        disc = skia.Rect.MakeLTRB(x - 34, z - 34, x + 34, z + 34)
        canvas.drawOval(disc.makeOffset(0, -4), paint(p.palette.ink))
        canvas.drawOval(disc, paint(top))
        canvas.drawOval(disc, pen(p.palette.ink, 2))
    for side in (-1, 1):
        with p.standing(x + side * 46, z + 10) as canvas:
            for leg in (-12, 12):
                canvas.drawLine(leg, 0, leg * 0.8, -42, pen(p.palette.ink, 3.4))
            canvas.drawRect(
                skia.Rect.MakeLTRB(-15, -46, 15, -40), paint(p.palette.grade("#7a4a30"))
            )
            back = skia.Path()
            back.addArc(skia.Rect.MakeLTRB(-15, -92, 15, -30), 180, 180)
            canvas.drawPath(back, pen(p.palette.ink, 4))


def _cup(p: Painter) -> None:
    """Somebody's cup and saucer near the lens."""
    white = p.palette.grade("#f6f0e2")
    with p.standing(-46, -70, -66) as canvas:
        canvas.drawOval(skia.Rect.MakeLTRB(-26, -6, 26, 6), paint(white))
        canvas.drawOval(skia.Rect.MakeLTRB(-26, -6, 26, 6), pen(p.palette.ink, 2))
        cup = skia.Path()
        cup.addPoly(
            [skia.Point(-16, -28), skia.Point(16, -28), skia.Point(10, 0), skia.Point(-10, 0)], True
        )
        canvas.drawPath(cup, paint(white))
        canvas.drawPath(cup, pen(p.palette.ink, 2.4))
        canvas.drawOval(skia.Rect.MakeLTRB(-15, -31, 15, -25), paint(p.palette.grade("#4a2c1c")))
