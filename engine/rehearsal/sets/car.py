"""Inside a car, seen over the bonnet: seats, pillars, roof, the road behind, the wheel in front."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.sky import far_town, ground, sky, tree


def build(p: Painter) -> None:
    sky(p)
    far_town(p, 4200, 900)
    with p.sheet(1400):
        _road(p)
    with p.sheet(120):
        _cabin(p)
        for x in (-46, 46):
            _seat(p, x, 60)
    with p.sheet(-45):
        _dash(p)


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


def _cabin(p: Painter) -> None:
    """Roof lining, pillars and the frame of the rear window, as one dark shape with holes."""
    lining, trim = p.palette.grade("#3a3d46"), p.palette.grade("#23252c")
    with p.facing(150) as canvas:
        shell = skia.Path()
        shell.addRect(skia.Rect.MakeLTRB(-700, -900, 700, 300))
        rear = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-74, -190, 74, -112), 22, 22)
        shell.addRRect(rear)
        for side in (-1, 1):
            pane = skia.Path()
            pane.addPoly(
                [
                    skia.Point(side * 92, -188),
                    skia.Point(side * 230, -196),
                    skia.Point(side * 260, -100),
                    skia.Point(side * 96, -104),
                ],
                True,
            )
            shell.addPath(pane)
        shell.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(shell, paint(lining))
        canvas.drawPath(shell, pen(p.palette.ink, 4))
        canvas.drawRect(skia.Rect.MakeLTRB(-700, -98, 700, 300), paint(trim))
        for y in range(-186, -118, 12):
            canvas.drawLine(-70, y, 70, y, pen(p.palette.ink, 1, 0.35))
        lamp = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-22, -222, 22, -208), 5, 5)
        lit = p.palette.hour.lamps
        canvas.drawRRect(
            lamp, paint(p.palette.glow("#fff0c8") if lit else p.palette.grade("#d8d8d2"))
        )
        canvas.drawRRect(lamp, pen(p.palette.ink, 2))
    if p.palette.hour.lamps:
        p.halo((0, -214, 150), 90, p.palette.glow(), 0.4)


def _seat(p: Painter, x: float, z: float) -> None:
    leather = p.palette.grade("#8a5238")
    dark = mix(leather, p.palette.shadow, 0.45)
    with p.standing(x, z) as canvas:
        for x0 in (-7, 7):
            canvas.drawLine(x0, -128, x0, -112, pen(p.palette.ink, 4))
        rest = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-17, -154, 17, -122), 9, 9)
        back = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-33, -116, 33, -8), 16, 16)
        for part in (rest, back):
            canvas.drawRRect(part, paint(leather))
            canvas.drawRRect(part, pen(p.palette.ink, 3))
        canvas.drawRect(skia.Rect.MakeLTRB(14, -108, 27, -20), paint(dark))
        for seam in (-14, 12):
            canvas.drawLine(seam, -110, seam, -14, pen(p.palette.ink, 1.6, 0.7))
        canvas.drawLine(-30, -106, 6, -20, pen(p.palette.grade("#4a4f58"), 6))


def _dash(p: Painter) -> None:
    """Dashboard, wheel and mirror between us and them."""
    dark = p.palette.grade("#1d1f26")
    with p.standing(0, -45) as canvas:
        board = skia.Path()
        board.moveTo(-400, -66)
        board.quadTo(0, -80, 400, -66)
        board.lineTo(400, 200)
        board.lineTo(-400, 200)
        board.close()
        canvas.drawPath(board, paint(dark))
        canvas.drawPath(board, pen(p.palette.ink, 3))
        wheel = skia.Rect.MakeLTRB(-66, -92, -6, -26)
        canvas.drawOval(wheel, pen(p.palette.ink, 10))
        canvas.drawOval(wheel, pen(mix(dark, p.palette.tone(0.6), 0.25), 5.5))
        canvas.drawLine(-66, -60, -6, -60, pen(p.palette.ink, 7))
        mirror = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(22, -205, 66, -188), 6, 6)
        canvas.drawLine(44, -260, 44, -204, pen(p.palette.ink, 5))
        canvas.drawRRect(mirror, paint(p.palette.sky(0.3)))
        canvas.drawRRect(mirror, pen(p.palette.ink, 5))
        charm = p.palette.grade("#d0402f", 0.85)
        canvas.drawLine(50, -188, 50, -166, pen(p.palette.ink, 1.6))
        canvas.drawCircle(50, -161, 6, paint(charm))
        canvas.drawLine(50, -155, 50, -140, pen(charm, 4))
