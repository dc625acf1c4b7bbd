"""Inside a car, seen through the windscreen: bench, roof, the road behind, the dashboard."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen, polygon
from engine.rehearsal.sets.distance import far_town, tree
from engine.rehearsal.sets.sky import WET, ground, sky

SEATS = (-47.0, 0.0, 47.0)


def build(p: Painter) -> None:
    sky(p)
    far_town(p, 4200, 900)
    with p.sheet(1400):
        _road(p)
    with p.sheet(150):
        _cabin(p)
    with p.sheet(60):
        _bench(p)
    with p.sheet(-45):
        _dash(p)
    with p.sheet(-62, soft=False):
        _windscreen(p)


def _road(p: Painter) -> None:
    ground(p, "#56714e", near=-900)
    p.face(
        ((-200, 0, -900), (200, 0, -900), (200, 0, 9000), (-200, 0, 9000)),
        p.palette.grade("#5a5e66"),
    )
    with p.flat() as canvas:
        for z in range(200, 5000, 260):
            canvas.drawRect(
                skia.Rect.MakeXYWH(-8, z, 16, 130), paint(p.palette.grade("#f2ead2"), 0.85)
            )
    for z in (2200, 1500, 1000, 700):
        tree(p, -270 - p.random.uniform(0, 80), z, 420, "#5a7a46", min(z / 3500, 0.7))
        tree(p, 270 + p.random.uniform(0, 80), z + 90, 460, "#4f6f44", min(z / 3500, 0.7))
    if p.palette.hour.lamps:
        for x, z in ((-120, 1500), (-70, 1500), (95, 2600), (130, 2600)):
            p.halo((x, -62, z), 60, p.palette.glow("#fff2cc"), 0.9)
            with p.standing(x, z, -62) as canvas:
                canvas.drawCircle(0, 0, 11, paint((255, 250, 232)))


def _cabin(p: Painter) -> None:
    """Roof lining, pillars, and windows as holes in one dark shape; doors below."""
    lining, trim = p.palette.grade("#41444e"), p.palette.grade("#23252c")
    edge = mix(lining, p.palette.tone(1.0), 0.28)
    rear = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-86, -192, 86, -112), 26, 26)
    sides = [
        polygon(((s * 112, -186), (s * 240, -200), (s * 280, -96), (s * 112, -104)))
        for s in (-1, 1)
    ]
    with p.facing(150) as canvas:
        shell = skia.Path()
        shell.addRect(skia.Rect.MakeLTRB(-700, -900, 700, 300))
        shell.addRRect(rear)
        for pane in sides:
            shell.addPath(pane)
        shell.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(shell, paint(lining))
        canvas.drawRect(skia.Rect.MakeLTRB(-700, -96, 700, 300), paint(trim))
        for path in (skia.Path.RRect(rear), *sides):
            canvas.drawPath(path, paint(p.palette.sky(0.6), 0.16))
            canvas.drawPath(path, pen(p.palette.ink, 9))
            canvas.drawPath(path, pen(edge, 2.2))
        for y in range(-180, -118, 12):
            canvas.drawLine(-78, y, 78, y, pen(p.palette.ink, 0.8, 0.3))
        for y, dark in ((-218, 0.5), (-246, 0.7)):
            canvas.drawLine(-400, y, 400, y, pen(mix(lining, p.palette.ink, dark), 3))
        for side in (-1, 1):
            x = side * 128
            grip = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(x - 17, -212, x + 17, -203), 4, 4)
            canvas.drawRRect(grip, paint(trim))
            canvas.drawRRect(grip, pen(p.palette.ink, 2.4))
        if p.dressing.weather in WET:
            _drops(p, canvas, skia.Rect.MakeLTRB(-84, -190, 84, -114), 70)
        lamp = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-20, -226, 20, -214), 5, 5)
        lit = p.palette.hour.lamps
        canvas.drawRRect(lamp, paint(p.palette.glow("#f4e2b4") if lit else edge))
        canvas.drawRRect(lamp, pen(p.palette.ink, 2))
    p.halftone(((-700, -900, 149), (700, -900, 149), (700, -214, 149), (-700, -214, 149)), 0.35)


def _bench(p: Painter) -> None:
    """One backrest from door to door, so that whoever sits anywhere has something behind."""
    leather = p.palette.grade("#9a5a3a")
    dark, light = mix(leather, p.palette.shadow, 0.5), mix(leather, p.palette.tone(1.0), 0.22)
    ink = p.palette.ink
    with p.standing(0, 60) as canvas:
        for x in SEATS:
            for post in (-6, 6):
                canvas.drawLine(x + post, -128, x + post, -112, pen(mix(ink, light, 0.3), 3.4))
            rest = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(x - 12, -145, x + 12, -124), 8, 8)
            canvas.drawRRect(rest, paint(leather))
            canvas.drawRect(skia.Rect.MakeLTRB(x - 7.5, -142.5, x + 4, -139.5), paint(light))
            canvas.drawRRect(rest, pen(ink, 2.8))
        back = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-112, -116, 112, 30), 15, 15)
        canvas.drawRRect(back, paint(leather))
        canvas.save()
        canvas.clipRRect(back, True)
        canvas.drawRect(skia.Rect.MakeLTRB(-112, -116, 112, -110), paint(light))
        for x in SEATS:
            canvas.drawRect(skia.Rect.MakeLTRB(x + 12, -110, x + 23, 30), paint(dark))
            for tuck in (-13, -4.5, 4, 12):
                canvas.drawLine(x + tuck, -104, x + tuck, 30, pen(dark, 1.6))
        for x in (-23.5, 23.5, -70.5, 70.5):
            canvas.drawLine(x, -116, x, 30, pen(ink, 2.6))
        canvas.restore()
        canvas.drawRRect(back, pen(ink, 3))


def _dash(p: Painter) -> None:
    """The dashboard's back between us and them, lit from the instruments under its hood."""
    dark, ink = p.palette.grade("#1d1f26"), p.palette.ink
    with p.standing(0, -45) as canvas:
        board = skia.Path()
        board.moveTo(-400, -56)
        board.cubicTo(-120, -62, -70, -60, -46, -63)
        board.cubicTo(-30, -74, 18, -74, 32, -63)
        board.cubicTo(60, -60, 150, -62, 400, -56)
        board.lineTo(400, 200)
        board.lineTo(-400, 200)
        board.close()
        canvas.drawPath(board, paint(dark))
        canvas.save()
        canvas.clipPath(board, True)
        board.offset(0, 3.5)
        rim = p.palette.glow("#7fd0ff") if p.palette.hour.lamps else p.palette.tone(1.0)
        canvas.drawPath(board, pen(mix(dark, rim, 0.45), 1.6))
        board.offset(0, -3.5)
        for x in (-86, 84):
            for slat in range(4):
                y = -50 + slat * 4.5
                canvas.drawLine(x - 15, y, x + 15, y, pen(mix(dark, ink, 0.8), 2.6))
        canvas.restore()
        canvas.drawPath(board, pen(ink, 3))


def _windscreen(p: Painter) -> None:
    """What the glass adds: pillars, a mirror, a wiper, slanted reflections, drops."""
    frame, ink = p.palette.grade("#16181e"), p.palette.ink
    sheen = p.palette.sky(0.2)
    with p.standing(0, -62) as canvas:
        for at, wide, alpha in ((-66, 13, 0.09), (-44, 5, 0.08), (38, 20, 0.07)):
            gleam = polygon(((at, -200), (at + wide, -200), (at + wide - 52, -52), (at - 52, -52)))
            canvas.drawPath(gleam, paint(sheen, alpha, skia.BlendMode.kScreen))
        for side in (-1, 1):
            pillar = polygon(
                ((side * 60, -230), (side * 400, -230), (side * 400, -40), (side * 88, -40))
            )
            canvas.drawPath(pillar, paint(frame))
            canvas.drawPath(pillar, pen(ink, 2.6))
        canvas.drawRect(skia.Rect.MakeLTRB(-400, -400, 400, -186), paint(frame))
        canvas.drawLine(-60, -186, 60, -186, pen(mix(frame, sheen, 0.4), 1.4))
        if p.dressing.weather in WET:
            _drops(p, canvas, skia.Rect.MakeLTRB(-64, -184, 64, -70), 46)
            canvas.drawLine(-30, -55, 34, -66, pen(ink, 2.2))
            canvas.drawLine(6, -61, 62, -71, pen(ink, 1.4))
        glass = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(24, -184, 52, -172), 4, 4)
        canvas.drawLine(38, -192, 38, -182, pen(ink, 3))
        canvas.drawRRect(glass, paint(frame))
        canvas.drawRRect(glass, pen(ink, 2.4))
        charm = p.palette.grade("#d0402f", 0.85)
        canvas.drawLine(38, -172, 38, -160, pen(ink, 1))
        canvas.drawCircle(38, -157.5, 3.2, paint(charm))
        canvas.drawLine(38, -154, 38, -147, pen(charm, 2.2))


def _drops(p: Painter, canvas: skia.Canvas, area: skia.Rect, count: int) -> None:
    """Water on a pane: a drop is a dark rim below and a light above; some have run."""
    bright, deep = p.palette.tone(1.0), mix(p.palette.sky(0.5), p.palette.ink, 0.4)
    for index in range(count):
        x = p.random.uniform(area.left(), area.right())
        y = p.random.uniform(area.top(), area.bottom())
        size = p.random.uniform(0.22, 0.6)  # larger, they would be bubbles before a face
        if index % 5 == 0:
            canvas.drawLine(x, y - size * p.random.uniform(9, 20), x, y, pen(bright, 0.3, 0.3))
        canvas.drawCircle(x, y, size, paint(deep, 0.35))
        canvas.drawCircle(x - size * 0.25, y - size * 0.3, size * 0.45, paint(bright, 0.5))
