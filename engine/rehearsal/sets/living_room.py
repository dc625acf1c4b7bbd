"""A living room: sofa, books, a wide window, a rug, a lamp that stands."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import (
    Room,
    boards,
    cast_shadow,
    curtain,
    frame_on_wall,
    pendant,
    plant,
    shelf,
    shell,
    skirting,
    sun_patch,
    window,
)

ROOM = Room(half=140, back=460, height=270)


def build(p: Painter) -> None:
    with p.sheet(380, opaque=True):
        shell(p, ROOM, "#a87a50", "#d8c6a4", "#c2a98c", "#efe8da")
        boards(p, ROOM)
        skirting(p, ROOM, "#f2ead8")
        window(p, None, ROOM, (-6, -228, 128, -64), (3, 2))
        curtain(p, -28, 2, -242, -8, ROOM.back - 6, "#4f7a78")
        shelf(p, -134, -58, ROOM.back - 4, 210)
        frame_on_wall(
            p, skia.Rect.MakeLTRB(-46, -190, -34, -150), "#b58a5c", "#50382a", ROOM.back - 3
        )
        _rug(p)
        sun_patch(p, 0, 430, 110, 240, -60)
        pendant(p, -10, 260, 52, ROOM, "#c65f3f")
        cast_shadow(p, ROOM)
    with p.sheet(250):
        _sofa(p)
        _floor_lamp(p, 116, 330)
    with p.sheet(-70):
        plant(p, -66, -70, 150)


def _rug(p: Painter) -> None:
    with p.flat() as canvas:
        for inset, color in ((0, "#8a3b3f"), (12, "#e0c08a"), (20, "#8a3b3f")):
            rect = skia.Rect.MakeLTRB(-104 + inset, 20 + inset, 104 - inset, 320 - inset)
            canvas.drawRect(rect, paint(p.palette.grade(color)))
        canvas.drawRect(skia.Rect.MakeLTRB(-104, 20, 104, 320), pen(p.palette.ink, 2.5))
        for z in range(70, 300, 60):
            canvas.drawCircle(0, z, 16, pen(p.palette.grade("#e0c08a"), 4))


def _sofa(p: Painter) -> None:
    cloth = p.palette.grade("#4c6a86")
    p.box((34, 0, 350), (190, 40, 80), cloth)
    p.box((34, -40, 382), (190, 52, 22), cloth)
    for x in (-66, 134):
        p.box((x, 0, 350), (20, 62, 84), mix(cloth, p.palette.ink, 0.12))
    for x, color in ((-26, "#d98a4a"), (92, "#e8d8b0")):
        with p.standing(x, 340, -40) as canvas:
            canvas.rotate(8 if x < 0 else -7)
            cushion = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-21, -40, 21, 0), 8, 8)
            canvas.drawRRect(cushion, paint(p.palette.grade(color)))
            canvas.drawRRect(cushion, pen(p.palette.ink, 2.2))
    p.halftone(((-70, 0, 305), (140, 0, 305), (140, 0, 270), (-50, 0, 270)), 0.5)
    p.box((20, 0, 225), (96, 5, 44), p.palette.grade("#6b4428"))
    p.box((20, -24, 225), (104, 6, 50), p.palette.grade("#7d5232"))
    p.box((8, -30, 225), (22, 6, 16), p.palette.grade("#b8443c"))


def _floor_lamp(p: Painter, x: float, z: float) -> None:
    with p.standing(x, z) as canvas:
        canvas.drawLine(0, 0, 0, -150, pen(p.palette.ink, 4))
        canvas.drawOval(skia.Rect.MakeLTRB(-16, -4, 16, 4), paint(p.palette.ink))
        shade = skia.Path()
        shade.addPoly(
            [
                skia.Point(-15, -188),
                skia.Point(15, -188),
                skia.Point(26, -146),
                skia.Point(-26, -146),
            ],
            True,
        )
        lit = p.palette.hour.lamps
        canvas.drawPath(
            shade, paint(p.palette.glow("#ffe2a8") if lit else p.palette.grade("#eadcba"))
        )
        canvas.drawPath(shade, pen(p.palette.ink, 2.4))
    if p.palette.hour.lamps:
        p.halo((x, -165, z), 110, p.palette.glow("#ffcf80"), 0.5)
