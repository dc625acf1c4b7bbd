"""A bedroom: the bed to one side, a window with curtains, lamps, pictures."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import (
    Room,
    boards,
    cast_shadow,
    curtain,
    frame_on_wall,
    plant,
    shell,
    skirting,
    sun_patch,
    window,
)

ROOM = Room(half=135, back=430, height=262)


def build(p: Painter) -> None:
    with p.sheet(360, opaque=True):
        shell(p, ROOM, "#9a6f4e", "#8fa6a8", "#a9b8b0", "#e8e2d6")
        boards(p, ROOM)
        skirting(p, ROOM, "#efe9dc")
        window(p, None, ROOM, (-20, -225, 100, -70), (2, 2))
        curtain(p, -44, -8, -238, -22, ROOM.back - 6, "#c8727a")
        curtain(p, 88, 122, -238, -22, ROOM.back - 6, "#c8727a")
        p.line((-52, -238, ROOM.back - 7), (128, -238, ROOM.back - 7), 2.0)
        frame_on_wall(
            p, skia.Rect.MakeLTRB(-122, -205, -68, -140), "#c9b48c", "#6b4a30", ROOM.back - 3
        )
        sun_patch(p, -10, 420, 100, 260, -70)
        cast_shadow(p, ROOM)
    with p.sheet(230):
        _bed(p)
        _lamp_table(p, 104, 380)
        plant(p, 112, 250, 95)
    with p.sheet(-80):
        _post(p)


def _bed(p: Painter) -> None:
    wood, sheet, cover = (p.palette.grade(c) for c in ("#6d452c", "#f3ede2", "#5d6f9a"))
    p.box((-84, 0, 402), (112, 104, 14), wood)
    p.box((-84, 0, 290), (104, 32, 210), wood)
    p.box((-84, -32, 290), (102, 20, 206), sheet)
    p.box((-84, -50, 250), (108, 8, 130), cover)
    for x in (-110, -60):
        with p.standing(x, 372, -50) as canvas:
            pillow = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-23, -28, 23, 2), 11, 11)
            canvas.drawRRect(pillow, paint(sheet))
            canvas.drawRRect(pillow, pen(p.palette.ink, 2.4))
            canvas.drawLine(6, -18, 18, -8, pen(mix(sheet, p.palette.ink, 0.4), 1.6))
    with p.flat(-58.5) as canvas:
        fold = pen(mix(cover, p.palette.ink, 0.4), 2)
        for z in (205, 240, 285):
            canvas.drawLine(-136, z, -34, z + p.random.uniform(-12, 12), fold)


def _lamp_table(p: Painter, x: float, z: float) -> None:
    p.box((x, 0, z), (40, 52, 40), p.palette.grade("#7a5236"))
    with p.standing(x, z, -52) as canvas:
        canvas.drawLine(0, 0, 0, -26, pen(p.palette.ink, 5))
        shade = skia.Path()
        shade.addPoly(
            [skia.Point(-12, -52), skia.Point(12, -52), skia.Point(20, -22), skia.Point(-20, -22)],
            True,
        )
        lit = p.palette.hour.lamps
        canvas.drawPath(
            shade, paint(p.palette.glow("#ffe0a0") if lit else p.palette.grade("#e8d4b0"))
        )
        canvas.drawPath(shade, pen(p.palette.ink, 2.4))
    if p.palette.hour.lamps:
        p.halo((x, -90, z), 95, p.palette.glow("#ffcf80"), 0.5)


def _post(p: Painter) -> None:
    """The door frame we look through."""
    wood = p.palette.grade("#4a3324")
    with p.standing(78, -80) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-8, -300, 60, 20), paint(wood))
        canvas.drawLine(-8, -300, -8, 20, pen(p.palette.ink, 4))
        canvas.drawLine(4, -300, 4, 20, pen(mix(wood, p.palette.ink, 0.4), 2))
