"""A hospital corridor: doors, hand rails, tubes of light that run to the vanishing point."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import Room, shell

ROOM = Room(half=125, back=900, front=-1000, height=265)


def build(p: Painter) -> None:
    with p.sheet(420, opaque=True):
        shell(p, ROOM, "#b9c8c2", "#dfe9e2", "#cfe0d8", "#e8eeea")
        _floor(p)
        _walls(p)
        _end(p)
        _lights(p)
    with p.sheet(170):
        _trolley(p)
    with p.sheet(-70):
        _drip(p)


def _floor(p: Painter) -> None:
    line = p.palette.grade("#5fa08c")
    with p.flat() as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-92, -1000, -82, 900), paint(line))
        for z in range(-400, 900, 75):
            canvas.drawLine(-125, z, 125, z, pen(mix(p.palette.ink, p.palette.tone(0.7), 0.7), 1.0))
        shine = p.palette.grade("#f6fffa")
        for z in range(-350, 900, 200):
            canvas.drawOval(skia.Rect.MakeLTRB(-42, z, 42, z + 80), paint(shine, 0.35))


def _walls(p: Painter) -> None:
    band, rail = p.palette.grade("#7fb8a6"), p.palette.grade("#c9a06a")
    for x in (-124.0, 124.0):
        with p.side(x) as canvas:
            low = band if x < 0 else mix(band, p.palette.shadow, 0.25)
            canvas.drawRect(skia.Rect.MakeLTRB(-1000, -105, 900, 0), paint(low))
            canvas.drawRect(skia.Rect.MakeLTRB(-1000, -105, 900, -105), pen(p.palette.ink, 2))
            for z in range(-330, 900, 240):
                _door(p, canvas, z)
            canvas.drawLine(-1000, -92, 900, -92, pen(p.palette.ink, 10))
            canvas.drawLine(-1000, -92, 900, -92, pen(rail, 7))
            canvas.drawLine(-1000, -14, 900, -14, pen(p.palette.grade("#4d6d66"), 4))


def _door(p: Painter, canvas: skia.Canvas, z: float) -> None:
    ink = pen(p.palette.ink, 2.4)
    leaf = skia.Rect.MakeXYWH(z, -210, 100, 210)
    canvas.drawRect(leaf, paint(p.palette.grade("#8db8c4")))
    canvas.drawRect(leaf, ink)
    canvas.drawRect(skia.Rect.MakeXYWH(z + 64, -180, 22, 55), paint(p.palette.glow("#eaf6ff"), 0.9))
    canvas.drawRect(skia.Rect.MakeXYWH(z + 64, -180, 22, 55), ink)
    canvas.drawLine(z + 86, -98, z + 86, -80, pen(p.palette.ink, 5))
    sign = skia.Rect.MakeXYWH(z + 24, -244, 52, 20)
    canvas.drawRect(sign, paint(p.palette.grade("#2f6f86")))
    canvas.drawRect(sign, ink)
    canvas.drawLine(z + 32, -234, z + 66, -234, pen(p.palette.grade("#f2f6f0"), 4))


def _end(p: Painter) -> None:
    with p.facing(898) as canvas:
        glass = paint(p.palette.glow("#e4f4f4"), 0.92)
        for x in (-88, 4):
            leaf = skia.Rect.MakeXYWH(x, -215, 84, 215)
            canvas.drawRect(leaf, paint(p.palette.grade("#6f9c98")))
            canvas.drawRect(skia.Rect.MakeXYWH(x + 12, -190, 60, 110), glass)
            canvas.drawRect(leaf, pen(p.palette.ink, 3))
        sign = skia.Rect.MakeXYWH(-40, -258, 80, 30)
        canvas.drawRect(sign, paint(p.palette.glow("#d8403c")))
        canvas.drawRect(sign, pen(p.palette.ink, 3))
        cross = paint((255, 255, 255))
        canvas.drawRect(skia.Rect.MakeXYWH(-4, -255, 8, 24), cross)
        canvas.drawRect(skia.Rect.MakeXYWH(-12, -247, 24, 8), cross)
    p.halo((0, -140, 890), 130, p.palette.glow("#e8fff8"), 0.35)


def _lights(p: Painter) -> None:
    if p.lens.y < -264:
        return
    tube = p.palette.glow("#f4fff8")
    with p.flat(-264) as canvas:
        for z in range(-420, 900, 200):
            box = skia.Rect.MakeXYWH(-40, z, 80, 105)
            canvas.drawRect(box, paint(tube))
            canvas.drawRect(box, pen(p.palette.ink, 2.5))
            canvas.drawLine(0, z, 0, z + 105, pen(mix(tube, p.palette.ink, 0.3), 2))


def _trolley(p: Painter) -> None:
    steel, cloth = p.palette.grade("#b8c6cc"), p.palette.grade("#f2f4ee")
    for z in (150, 290):
        p.line((-116, 0, z), (-116, -70, z), 1.6)
        p.line((-62, 0, z), (-62, -70, z), 1.6)
    p.box((-89, -62, 220), (58, 8, 180), steel)
    p.box((-89, -70, 220), (54, 13, 172), cloth)
    p.box((-89, -83, 290), (44, 10, 30), p.palette.grade("#ffffff"))
    for z in (150, 290):
        with p.standing(-62, z) as canvas:
            canvas.drawCircle(0, -6, 6, paint(p.palette.ink))


def _drip(p: Painter) -> None:
    """A drip stand at the edge of the frame, near the lens."""
    with p.standing(74, -70) as canvas:
        canvas.drawLine(0, 0, 0, -205, pen(p.palette.ink, 6))
        canvas.drawLine(0, 0, 0, -205, pen(p.palette.grade("#c4d0d4"), 3.4))
        canvas.drawLine(-16, -205, 16, -205, pen(p.palette.ink, 4))
        bag = skia.Rect.MakeXYWH(4, -202, 22, 36)
        canvas.drawRoundRect(bag, 5, 5, paint(p.palette.glow("#d8f0f4"), 0.75))
        canvas.drawRoundRect(bag, 5, 5, pen(p.palette.ink, 2))
        tube = skia.Path()
        tube.moveTo(15, -166)
        tube.cubicTo(22, -130, -4, -120, 8, -80)
        canvas.drawPath(tube, pen(p.palette.ink, 1.6))
