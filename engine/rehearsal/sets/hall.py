"""A grand lobby: marble with a medallion, columns, a stair, a desk, doors of light."""

import skia

from engine.contracts import Weather
from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import plant
from engine.rehearsal.sets.lamps import chandelier, pendant
from engine.rehearsal.sets.openings import wet
from engine.rehearsal.sets.room import Room, finish, shell, skirting, tiles
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=138, back=620, height=360)


# Floor, its tiles; wall, side walls; covering, base.
STYLES = (
    ("#d8cfc0", "#a89a86", "#b9a88c", "#c8b898", "panels", "#5a4636"),
    ("#c4c8cc", "#8a929a", "#a8b0b4", "#b8c0c4", "marble", "#3f464e"),
    ("#d4c4b0", "#7a4a3c", "#c9a878", "#d8bc90", "wainscot", "#4a2c20"),
)


def build(p: Painter) -> None:
    floor, tile, wall, side, covering, base = p.random.choice(STYLES)
    with p.sheet(500, opaque=True):
        shell(p, ROOM, floor, wall, side, "#ece4d4")
        tiles(p, ROOM, tile, 80)
        cover(p, ROOM, covering, wall, side)
        skirting(p, ROOM, base, 20)
        _medallion(p)
        _stair(p)
        _doors(p)
        finish(p, ROOM, polished=0.36)
        chandelier(p, 0, 420, 40, ROOM, 8, 66)
        pendant(p, 0, 200, 70, ROOM, "#caa24a")
    with p.sheet(300):
        for z in (500, 330, 190):
            for x in (-108, 108):
                _column(p, x, z)
        _desk(p)
        plant(p, -112, 250, 140)
    foreground.frame(p, p.random.choice(("leaves", "rail", "blossoms")))


def _medallion(p: Painter) -> None:
    with p.flat() as canvas:
        for radius, color in ((86, "#7a3f34"), (74, "#e8dcc4"), (52, "#3f5664"), (40, "#e8dcc4")):
            canvas.drawCircle(0, 180, radius, paint(p.palette.grade(color)))
        canvas.drawCircle(0, 180, 86, pen(p.palette.ink, 2.5))
        star = skia.Path()
        for point in range(8):
            reach = 38 if point % 2 == 0 else 12
            turn = skia.Matrix()
            turn.setRotate(point * 45)
            tip = turn.mapXY(0, -reach)
            if point == 0:
                star.moveTo(tip.x(), tip.y() + 180)
            else:
                star.lineTo(tip.x(), tip.y() + 180)
        star.close()
        canvas.drawPath(star, paint(p.palette.grade("#7a3f34")))


def _stair(p: Painter) -> None:
    stone, carpet = p.palette.grade("#e4d8c2"), p.palette.grade("#8a2f38", 0.8)
    for step in reversed(range(11)):
        z, high = 440 + step * 16, 13.0 * (step + 1)
        p.box((-66, 0, z), (110, high, 16), stone, 0.8)
        p.face(
            (
                (-92, -high + 13, z - 9),
                (-40, -high + 13, z - 9),
                (-40, -high, z - 9),
                (-92, -high, z - 9),
            ),
            carpet,
            0.5,
        )
    rail = p.palette.grade("#5a3a28")
    p.line((-11, -70, 432), (-11, -215, 606), 3.0, rail)
    for step in range(0, 11, 2):
        z, high = 440 + step * 16, 13.0 * (step + 1)
        p.line((-11, -high, z), (-11, -high - 62, z), 1.2)


def _doors(p: Painter) -> None:
    with p.aside("doors"), p.facing(ROOM.back - 2) as canvas:
        for x in (18, 70):
            leaf = skia.Rect.MakeXYWH(x, -220, 48, 220)
            canvas.drawRect(leaf, paint(p.palette.sky(0.25)))
            if p.dressing.weather in (Weather.RAIN, Weather.STORM):
                wet(p, canvas, leaf)
            canvas.drawRect(leaf, pen(p.palette.grade("#b08a44", 0.8), 7))
            canvas.drawRect(leaf, pen(p.palette.ink, 2))
            canvas.drawLine(x + 24, -218, x + 24, 0, pen(p.palette.grade("#b08a44", 0.8), 3))
        fan = skia.Path()
        fan.addArc(skia.Rect.MakeLTRB(16, -290, 120, -160), 180, 180)
        fan.close()
        canvas.drawPath(fan, paint(p.palette.sky(0.4)))
        canvas.drawPath(fan, pen(p.palette.grade("#b08a44", 0.8), 6))
        gallery = p.palette.grade("#8a7a62")
        canvas.drawRect(skia.Rect.MakeLTRB(-160, -232, 4, -222), paint(gallery))
        for x in range(-156, 4, 16):
            canvas.drawLine(x, -232, x, -268, pen(p.palette.ink, 2))
        canvas.drawLine(-160, -270, 4, -270, pen(gallery, 7))


def _column(p: Painter, x: float, z: float) -> None:
    stone = p.palette.grade("#d6c8ac")
    with p.standing(x, z) as canvas:
        shaft = skia.Rect.MakeLTRB(-20, -360, 20, 0)
        canvas.drawRect(shaft, paint(stone))
        canvas.drawRect(
            skia.Rect.MakeLTRB(6, -360, 20, 0), paint(mix(stone, p.palette.shadow, 0.4))
        )
        vein = skia.Path()
        vein.moveTo(-14, -20)
        vein.cubicTo(10, -120, -18, -200, 8, -340)
        canvas.drawPath(vein, pen(mix(stone, p.palette.ink, 0.2), 2))
        canvas.drawRect(shaft, pen(p.palette.ink, 2.5))
        for y, high in ((-24, 24), (-340, 16)):
            ring = skia.Rect.MakeXYWH(-26, y, 52, high)
            canvas.drawRect(ring, paint(p.palette.grade("#b08a44", 0.8)))
            canvas.drawRect(ring, pen(p.palette.ink, 2.5))


def _desk(p: Painter) -> None:
    wood = p.palette.grade("#5f3e28")
    p.box((92, 0, 400), (90, 96, 60), wood)
    p.box((92, -96, 400), (100, 6, 70), p.palette.grade("#e4d8c2"))
    with p.standing(80, 366, -102) as canvas:
        bell = skia.Path()
        bell.addArc(skia.Rect.MakeLTRB(-9, -14, 9, 8), 180, 180)
        canvas.drawPath(bell, paint(p.palette.grade("#e0b84c", 0.85)))
        canvas.drawPath(bell, pen(p.palette.ink, 2))
