"""A ballroom: checkered floor, arches with drapes, chandeliers, a double stair at the end."""

from math import cos, pi

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.openings import pane
from engine.rehearsal.sets.room import Room, shell, tiles

ROOM = Room(half=135, back=760, height=430)


def build(p: Painter) -> None:
    with p.sheet(620, opaque=True):
        shell(p, ROOM, "#e6d8c0", "#e9d6b4", "#d9bf94", "#f0e4cc")
        tiles(p, ROOM, "#4a3a3c", 63)
        _arches(p)
        _stair(p)
    with p.sheet(380):
        for z in (560.0, 400.0, 230.0):
            _chandelier(p, 0, z, 1.0)
        _column(p, -112, 300)
        _column(p, 112, 300)
    with p.sheet(-70):
        _drape(p)


def _arches(p: Painter) -> None:
    gold = p.palette.grade("#c99a3c", 0.8)
    for x in (-ROOM.half + 1, ROOM.half - 1):
        with p.side(x) as canvas:
            for z in range(-200, 740, 160):
                arch = skia.Path()
                arch.moveTo(z, 0)
                arch.lineTo(z, -230)
                arch.arcTo(skia.Rect.MakeLTRB(z, -290, z + 104, -170), 180, 180, False)
                arch.lineTo(z + 104, 0)
                arch.close()
                canvas.save()
                canvas.clipPath(arch, True)
                pane(p, canvas, skia.Rect.MakeLTRB(z, -295, z + 104, 0), city=False)
                canvas.restore()
                for bar in (35, 70):
                    canvas.drawLine(z + bar, -280, z + bar, 0, pen(gold, 3))
                canvas.drawPath(arch, pen(gold, 8))
                canvas.drawPath(arch, pen(p.palette.ink, 2.4))
                red = p.palette.grade("#9a2c3c", 0.8)
                for edge, lean in ((z, 26), (z + 104, -26)):
                    cloth = skia.Path()
                    cloth.moveTo(edge, -290)
                    cloth.quadTo(edge + lean * 1.4, -150, edge + lean * 0.3, 0)
                    cloth.lineTo(edge - lean * 0.3, 0)
                    cloth.lineTo(edge - lean * 0.3, -290)
                    cloth.close()
                    canvas.drawPath(cloth, paint(red))
                    canvas.drawPath(cloth, pen(p.palette.ink, 2))
            canvas.drawLine(-900, -330, 760, -330, pen(gold, 10))


def _stair(p: Painter) -> None:
    stone, carpet = p.palette.grade("#efe4d0"), p.palette.grade("#a02c3c", 0.8)
    for step in reversed(range(9)):
        z = 600 + step * 18
        p.box((0, 0, z + 40), (200 - step * 9, 14 * (step + 1), 20), stone, 0.8)
        p.face(
            (
                (-34, -14 * step, z + 29),
                (34, -14 * step, z + 29),
                (34, -14 * (step + 1), z + 29),
                (-34, -14 * (step + 1), z + 29),
            ),
            carpet,
            0.5,
        )
    for side in (-1, 1):
        p.line((side * 98, -46, 610), (side * 66, -180, 755), 2.4, p.palette.grade("#c99a3c", 0.8))
    with p.facing(756) as canvas:
        door = skia.Path()
        door.moveTo(-52, -126)
        door.lineTo(-52, -260)
        door.arcTo(skia.Rect.MakeLTRB(-52, -312, 52, -208), 180, 180, False)
        door.lineTo(52, -126)
        door.close()
        canvas.drawPath(door, paint(p.palette.glow("#ffe3a4")))
        canvas.drawPath(door, pen(p.palette.grade("#c99a3c", 0.8), 10))
        canvas.drawPath(door, pen(p.palette.ink, 3))


def _chandelier(p: Painter, x: float, z: float, size: float) -> None:
    gold = p.palette.grade("#d9ab48", 0.85)
    glow = p.palette.glow("#fff0c0")
    p.line((x, -430, z), (x, -340, z), 1.0)
    with p.standing(x, z, -340) as canvas:
        for y, half, count in ((0, 40, 5), (26, 68, 8)):
            canvas.drawOval(skia.Rect.MakeLTRB(-half, y - 6, half, y + 10), pen(p.palette.ink, 5))
            canvas.drawOval(skia.Rect.MakeLTRB(-half, y - 6, half, y + 10), pen(gold, 3))
            for index in range(count):
                at = -half * cos(pi * (index + 0.5) / count)
                canvas.drawRect(skia.Rect.MakeXYWH(at - 2, y - 18, 4, 16), paint((250, 246, 232)))
                canvas.drawCircle(at, y - 22, 5, paint(glow))
                canvas.drawLine(at, y + 10, at, y + 24, pen(p.palette.tone(1.0), 2.4))
                canvas.drawCircle(at, y + 27, 3, paint(p.palette.tone(1.0)))
        canvas.drawLine(-40, 0, 0, -30, pen(gold, 2.4))
        canvas.drawLine(40, 0, 0, -30, pen(gold, 2.4))
        canvas.drawCircle(0, 56, 8, paint(gold))
        canvas.drawCircle(0, 56, 8, pen(p.palette.ink, 2))
    p.halo((x, -325, z), 150, glow, 0.3)


def _column(p: Painter, x: float, z: float) -> None:
    stone = p.palette.grade("#f0e6d2")
    with p.standing(x, z) as canvas:
        shaft = skia.Rect.MakeLTRB(-17, -400, 17, -20)
        canvas.drawRect(shaft, paint(stone))
        canvas.drawRect(
            skia.Rect.MakeLTRB(5, -400, 17, -20), paint(mix(stone, p.palette.shadow, 0.35))
        )
        for flute in (-9, -2):
            canvas.drawLine(flute, -396, flute, -22, pen(mix(stone, p.palette.ink, 0.25), 1.6))
        canvas.drawRect(shaft, pen(p.palette.ink, 2.4))
        for y in (-20, -420):
            cap = skia.Rect.MakeXYWH(-26, y, 52, 20)
            canvas.drawRect(cap, paint(p.palette.grade("#d9ab48", 0.8)))
            canvas.drawRect(cap, pen(p.palette.ink, 2.4))


def _drape(p: Painter) -> None:
    """A heavy drape at the edge of the frame with its tassel."""
    red = p.palette.grade("#6f1c2c", 0.8)
    with p.standing(-64, -70) as canvas:
        cloth = skia.Path()
        cloth.moveTo(-60, -320)
        cloth.lineTo(18, -320)
        cloth.quadTo(16, -200, -8, -128)
        cloth.quadTo(4, -60, 0, 10)
        cloth.lineTo(-60, 10)
        cloth.close()
        canvas.drawPath(cloth, paint(red))
        for x in (-26, -6):
            canvas.drawLine(x + 12, -320, x - 8, -130, pen(mix(red, p.palette.ink, 0.5), 4))
        canvas.drawPath(cloth, pen(p.palette.ink, 3))
        canvas.drawLine(-40, -134, -4, -126, pen(p.palette.grade("#d9ab48", 0.85), 7))
