"""A boardroom: a long table to the vanishing point, high chairs, the town behind glass."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import (
    Room,
    cast_shadow,
    glazing,
    pane,
    pendant,
    plant,
    shell,
    sun_patch,
)

ROOM = Room(half=140, back=560, height=280)


def build(p: Painter) -> None:
    with p.sheet(420, opaque=True):
        shell(p, ROOM, "#565b66", "#8a94a3", "#7b6a5c", "#d4d6d8")
        _glass(p)
        _screen(p)
        sun_patch(p, -90, 520, 150, 300, -60)
        plant(p, 112, 500, 150)
        for z in (180.0, 330.0):
            pendant(p, 0, z, 62, ROOM, "#2c3036")
        cast_shadow(p, ROOM)
    with p.sheet(250):
        _table(p)
    with p.sheet(-75):
        _near_chair(p)


def _glass(p: Painter) -> None:
    with p.facing(ROOM.back - 2) as canvas:
        rect = skia.Rect.MakeLTRB(-132, -262, 132, -22)
        pane(p, canvas, rect)
        glazing(p, canvas, rect, 4, 2, p.palette.grade("#2f343c"))


def _screen(p: Painter) -> None:
    """A chart on the wall: up, or down, as the mood has it."""
    with p.side(-ROOM.half + 1) as canvas:
        frame = skia.Rect.MakeLTRB(170, -220, 430, -95)
        canvas.drawRect(frame, paint(p.palette.glow("#d9ecf4")))
        canvas.drawRect(frame, pen(p.palette.ink, 7))
        for bar in range(7):
            high = 22 + bar * 12 + p.random.uniform(-10, 10)
            box = skia.Rect.MakeXYWH(192 + bar * 33, -105 - high, 20, high)
            canvas.drawRect(
                box, paint(p.palette.accent if bar == 6 else p.palette.grade("#3f6a94", 0.8))
            )


def _table(p: Painter) -> None:
    wood = p.palette.grade("#6a4028")
    p.box((0, 0, 330), (42, 66, 300), mix(wood, p.palette.ink, 0.5))
    for side in (-1, 1):
        for z in (450, 350, 250, 150):
            _chair(p, side * 84, z)
    p.box((0, -66, 320), (118, 9, 380), wood)
    shine = mix(wood, p.palette.tone(1.0), 0.35)
    with p.flat(-75.2) as canvas:
        streak = skia.Path()
        streak.addPoly(
            [skia.Point(-30, 505), skia.Point(18, 505), skia.Point(2, 140), skia.Point(-46, 140)],
            True,
        )
        canvas.drawPath(streak, paint(shine, 0.5))
        for z in (180, 290, 400):
            for x in (-40, 32):
                page = skia.Rect.MakeXYWH(x - 10, z, 22, 34)
                canvas.drawRect(page, paint(p.palette.grade("#f6f2e8")))
                canvas.drawRect(page, pen(p.palette.ink, 1))


def _chair(p: Painter, x: float, z: float) -> None:
    leather = p.palette.grade("#2c2f38")
    p.box((x, -40, z), (38, 8, 44), leather)
    p.box(
        (x + (12 if x > 0 else -12), -46, z), (12, 76, 42), mix(leather, p.palette.tone(0.5), 0.15)
    )
    p.line((x, 0, z), (x, -40, z), 1.6)


def _near_chair(p: Painter) -> None:
    """The back of a chair on our side of the table."""
    leather = p.palette.grade("#1f2229")
    with p.standing(62, -75) as canvas:
        back = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-30, -118, 30, -30), 12, 12)
        canvas.drawRRect(back, paint(leather))
        canvas.drawRRect(back, pen(p.palette.ink, 3))
        for y in (-94, -74):
            canvas.drawLine(-24, y, 24, y, pen(mix(leather, p.palette.tone(0.7), 0.25), 2))
        canvas.drawLine(0, -30, 0, 0, pen(p.palette.ink, 7))
