"""A courtroom: the bench under its scales, panelled walls, flags, the bar in front."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import Room, finish, shell

ROOM = Room(half=140, back=560, height=350)
WOOD, DARK = "#94603a", "#6b4228"


def build(p: Painter) -> None:
    with p.sheet(460, opaque=True):
        shell(p, ROOM, "#6b4a3a", "#d8cbb0", "#c6b493", "#ece4d2")
        _panels(p)
        _scales(p)
        _windows(p)
        finish(p, ROOM)
    with p.sheet(330):
        _bench(p)
        _flag(p, -118, "#a8322e")
        _flag(p, 118, "#2f4f86")
        _witness(p)
    with p.sheet(-75):
        _bar(p)


def _panels(p: Painter) -> None:
    wood = p.palette.grade(WOOD)
    line = pen(mix(wood, p.palette.ink, 0.45), 3)
    with p.facing(ROOM.back - 1) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-160, -230, 160, 0), paint(wood))
        for x in range(-150, 150, 50):
            for y, high in ((-218, 130), (-76, 66)):
                canvas.drawRect(skia.Rect.MakeXYWH(x, y, 42, high), line)
        canvas.drawRect(skia.Rect.MakeLTRB(-160, -240, 160, -228), paint(p.palette.grade(DARK)))
    for x in (-139, 139):
        with p.side(x) as canvas:
            canvas.drawRect(skia.Rect.MakeLTRB(-900, -110, 560, 0), paint(wood))
            for z in range(-300, 560, 70):
                canvas.drawRect(skia.Rect.MakeXYWH(z, -98, 56, 84), line)


def _windows(p: Painter) -> None:
    with p.side(-138) as canvas:
        for z in (140, 330):
            arch = skia.Path()
            arch.addRRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(z, -320, 90, 190), 45, 45))
            canvas.drawPath(arch, paint(p.palette.sky(0.35)))
            canvas.drawPath(arch, pen(p.palette.grade("#f0e8d6"), 8))
            canvas.drawLine(z + 45, -318, z + 45, -132, pen(p.palette.grade("#f0e8d6"), 5))
    light = p.palette.sky(0.1)
    for z in (140, 330):
        p.beam(
            (
                (-138, -310, z),
                (-138, -140, z),
                (60, 0, z - 40),
                (138, 0, z + 60),
                (-138, -310, z + 90),
            ),
            light,
            0.16 * p.palette.hour.exposure,
        )


def _scales(p: Painter) -> None:
    """A round seal with the scales of justice above the bench."""
    gold = p.palette.grade("#d8a83f", 0.85)
    with p.facing(ROOM.back - 3) as canvas:
        canvas.drawCircle(0, -272, 50, paint(p.palette.grade("#2f3a52")))
        canvas.drawCircle(0, -272, 50, pen(gold, 7))
        canvas.drawCircle(0, -272, 54, pen(p.palette.ink, 2.5))
        brush = pen(gold, 5)
        canvas.drawLine(0, -304, 0, -244, brush)
        canvas.drawLine(-28, -296, 28, -296, brush)
        canvas.drawLine(-14, -242, 14, -242, brush)
        for x in (-28, 28):
            canvas.drawLine(x, -296, x - 9, -268, pen(gold, 2))
            canvas.drawLine(x, -296, x + 9, -268, pen(gold, 2))
            pan = skia.Path()
            pan.addArc(skia.Rect.MakeXYWH(x - 12, -276, 24, 16), 0, 180)
            canvas.drawPath(pan, paint(gold))


def _bench(p: Painter) -> None:
    wood, dark = p.palette.grade(WOOD), p.palette.grade(DARK)
    p.box((0, 0, 480), (230, 26, 150), dark)
    p.box((0, -26, 470), (180, 92, 70), wood)
    p.box((0, -118, 470), (194, 8, 82), dark)
    with p.facing(434) as canvas:
        for x in (-78, -26, 26):
            canvas.drawRect(
                skia.Rect.MakeXYWH(x, -108, 50, 72), pen(mix(wood, p.palette.ink, 0.5), 3)
            )
    with p.facing(500) as canvas:
        chair = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-26, -206, 26, -118), 14, 14)
        canvas.drawRRect(chair, paint(p.palette.grade("#5a1f22")))
        canvas.drawRRect(chair, pen(p.palette.ink, 3))
        canvas.drawRRect(chair, pen(dark, 2))
    with p.standing(44, 440, -126) as canvas:
        canvas.drawLine(0, -8, 26, -18, pen(p.palette.ink, 5))
        head = skia.Rect.MakeLTRB(-12, -16, 8, -2)
        canvas.drawRect(head, paint(dark))
        canvas.drawRect(head, pen(p.palette.ink, 2))


def _flag(p: Painter, x: float, color: str) -> None:
    with p.standing(x, 480) as canvas:
        canvas.drawLine(0, 0, 0, -250, pen(p.palette.ink, 5))
        canvas.drawCircle(0, -254, 6, paint(p.palette.grade("#d8a83f", 0.85)))
        cloth = skia.Path()
        cloth.moveTo(0, -244)
        cloth.cubicTo(30, -236, 26, -170, 34, -110)
        cloth.cubicTo(20, -104, 12, -116, 0, -118)
        cloth.close()
        canvas.drawPath(cloth, paint(p.palette.grade(color, 0.8)))
        canvas.drawLine(12, -238, 18, -112, pen(p.palette.ink, 1.6, 0.6))
        canvas.drawPath(cloth, pen(p.palette.ink, 2.4))


def _witness(p: Painter) -> None:
    wood = p.palette.grade("#8a5834")
    p.box((112, 0, 330), (74, 82, 66), wood)
    p.box((112, -82, 330), (82, 6, 74), p.palette.grade(DARK))
    p.line((96, -88, 310), (96, -118, 306), 1.4)
    with p.standing(96, 306, -118) as canvas:
        canvas.drawCircle(0, 0, 5, paint(p.palette.ink))


def _bar(p: Painter) -> None:
    """The rail with turned posts between us and the court."""
    wood = p.palette.grade("#5c3820")
    with p.standing(0, -75) as canvas:
        for x in (-92, -64, 64, 92):
            canvas.drawRect(skia.Rect.MakeLTRB(x - 5, -66, x + 5, 30), paint(wood))
            canvas.drawRect(skia.Rect.MakeLTRB(x - 5, -66, x + 5, 30), pen(p.palette.ink, 2.4))
        for left, right in ((-260, -50), (50, 260)):
            rail = skia.Rect.MakeLTRB(left, -78, right, -64)
            canvas.drawRect(rail, paint(wood))
            canvas.drawRect(rail, pen(p.palette.ink, 2.6))
