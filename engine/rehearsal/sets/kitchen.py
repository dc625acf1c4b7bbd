"""A kitchen: counters on both sides, hanging cupboards, a stove under its hood, tiles."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import Room, cast_shadow, pendant, shell, sun_patch, tiles, window

ROOM = Room(half=130, back=420, height=260)


def build(p: Painter) -> None:
    with p.sheet(350, opaque=True):
        shell(p, ROOM, "#e3d6c0", "#e9e4d4", "#d9d6c4", "#f2efe6")
        tiles(p, ROOM, "#a8b8a8", 52)
        _splash(p)
        window(p, None, ROOM, (-60, -205, 50, -112), (2, 2))
        sun_patch(p, -40, 380, 90, 240, -50)
        _cupboards(p)
        pendant(p, 0, 230, 58, ROOM, "#d0563c")
        cast_shadow(p, ROOM)
    with p.sheet(240):
        _counters(p)
        _fridge(p)
    with p.sheet(-75):
        _island(p)


def _splash(p: Painter) -> None:
    seam = pen(mix(p.palette.grade("#e9e4d4"), p.palette.ink, 0.25), 1)
    with p.facing(ROOM.back - 1) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-130, -150, 130, -88), paint(p.palette.grade("#8fc0b4")))
        for x in range(-130, 131, 16):
            canvas.drawLine(x, -150, x, -88, seam)
        for y in range(-150, -87, 16):
            canvas.drawLine(-130, y, 130, y, seam)


def _cupboards(p: Painter) -> None:
    door = p.palette.grade("#5f8a80")
    for x in (-105, 92):
        p.box((x, -160, 398), (62, 76, 40), door)
        with p.facing(377) as canvas:
            canvas.drawLine(x, -236, x, -160, pen(p.palette.ink, 2))
            for dx in (-5, 5):
                canvas.drawCircle(x + dx, -172, 2.6, paint(p.palette.grade("#f0d890")))


def _counters(p: Painter) -> None:
    body, top = p.palette.grade("#5f8a80"), p.palette.grade("#efe7d8")
    p.box((0, 0, 392), (200, 84, 54), body)
    p.box((0, -84, 392), (206, 6, 60), top)
    with p.facing(364) as canvas:
        for x in range(-90, 91, 45):
            canvas.drawRect(
                skia.Rect.MakeXYWH(x - 20, -76, 40, 66), pen(mix(body, p.palette.ink, 0.5), 2)
            )
            canvas.drawLine(x - 8, -70, x + 8, -70, pen(p.palette.grade("#f0d890"), 3))
    p.box((-104, 0, 250), (48, 84, 210), body)
    p.box((-104, -84, 250), (54, 6, 214), top)
    _stove(p)
    _things(p)


def _stove(p: Painter) -> None:
    steel = p.palette.grade("#9aa4aa")
    with p.facing(363) as canvas:
        oven = skia.Rect.MakeLTRB(-22, -80, 40, -8)
        canvas.drawRect(oven, paint(steel))
        canvas.drawRect(skia.Rect.MakeLTRB(-14, -60, 32, -20), paint(p.palette.ink))
        glow = p.palette.glow("#ff9a3c")
        canvas.drawRect(skia.Rect.MakeLTRB(-10, -36, 28, -24), paint(glow, 0.7))
        for x in (-12, 4, 20, 34):
            canvas.drawCircle(x, -71, 3.6, paint(p.palette.ink))
        canvas.drawRect(oven, pen(p.palette.ink, 2.5))
        pot = skia.Rect.MakeLTRB(-8, -116, 30, -91)
        canvas.drawRoundRect(pot, 4, 4, paint(p.palette.grade("#c04a38")))
        canvas.drawRoundRect(pot, 4, 4, pen(p.palette.ink, 2.4))
        canvas.drawLine(-14, -108, 36, -108, pen(p.palette.ink, 3))
        steam = skia.Path()
        for x in (2, 14, 24):
            steam.moveTo(x, -120)
            steam.cubicTo(x - 9, -134, x + 9, -140, x, -156)
        canvas.drawPath(steam, pen(p.palette.tone(1.0), 3, 0.6))


def _things(p: Painter) -> None:
    with p.standing(-96, 300, -90) as canvas:
        for x, color, high in ((-10, "#c9a04a", 30), (4, "#8a4a3a", 24), (16, "#5a7a4a", 34)):
            jar = skia.Rect.MakeXYWH(x - 6, -high, 12, high)
            canvas.drawRoundRect(jar, 3, 3, paint(p.palette.grade(color)))
            canvas.drawRoundRect(jar, 3, 3, pen(p.palette.ink, 2))


def _fridge(p: Painter) -> None:
    white = p.palette.grade("#e8eaea")
    p.box((106, 0, 300), (46, 178, 70), white)
    with p.side(82.5) as canvas:
        canvas.drawLine(266, -112, 334, -112, pen(p.palette.ink, 2))
        for y in (-150, -90):
            canvas.drawLine(326, y, 326, y + 26, pen(p.palette.ink, 4))
        for z, y, color in ((284, -146, "#e0b040"), (300, -160, "#d05a4a"), (290, -88, "#5a8ac0")):
            canvas.drawRect(skia.Rect.MakeXYWH(z, y, 12, 14), paint(p.palette.grade(color)))


def _island(p: Painter) -> None:
    """The near counter with a bowl of fruit at the foot of the frame."""
    with p.standing(48, -75, -62) as canvas:
        for x, color in ((-12, "#e0863c"), (2, "#c8423a"), (15, "#e0b040")):
            canvas.drawCircle(x, -20, 9, paint(p.palette.grade(color)))
            canvas.drawCircle(x, -20, 9, pen(p.palette.ink, 2))
        bowl = skia.Path()
        bowl.addArc(skia.Rect.MakeLTRB(-30, -38, 32, 6), 0, 180)
        bowl.close()
        canvas.drawPath(bowl, paint(p.palette.grade("#3f6f8c")))
        canvas.drawPath(bowl, pen(p.palette.ink, 2.5))
