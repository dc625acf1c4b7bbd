"""The hand that holds what an insert shows."""

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.hand_look import HandLook
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen


def thumb(canvas: skia.Canvas, sight: Sight, x: float, y: float) -> None:
    """A thumb over the right edge, the ball of the hand and the sleeve below it."""
    hand, ink = sight.hands[0], sight.palette.ink
    canvas.save()
    canvas.translate(x, y)
    _sleeve(canvas, hand, ink)
    canvas.scale(hand.stout, 1.0)
    path = skia.Path()
    path.moveTo(190, 356)
    path.cubicTo(60, 330, 4, 210, -24, 120)
    path.cubicTo(-66, 20, -70, -52, -40, -66)
    path.cubicTo(-4, -82, 22, -10, 52, 60)
    path.cubicTo(90, 130, 150, 110, 200, 90)
    path.close()
    _shaded(canvas, path, hand, (54, 56))
    nail = skia.Path()
    nail.addOval(skia.Rect.MakeXYWH(-58, -54, 33, 52))
    nail.transform(skia.Matrix.RotateDeg(-22, skia.Point(-40, -26)))
    canvas.drawPath(nail, paint(hand.nail))
    canvas.drawLine(-52, -40, -44, -12, pen(mix(hand.nail, (255, 255, 255), 0.6), 4))
    canvas.drawPath(nail, pen(ink, 2.5))
    canvas.drawPath(path, pen(ink, 6))
    for row in range(2 + hand.lines):
        crease = skia.Path()
        crease.moveTo(-30 + row * 4, 62 + row * 15)
        crease.quadTo(-6, 58 + row * 14, 10 + row * 3, 40 + row * 15)
        canvas.drawPath(crease, pen(ink, 2.6, 0.9 - 0.15 * row))
    canvas.restore()


def tips(canvas: skia.Canvas, sight: Sight, x: float, y: float) -> None:
    """The ends of three fingers that come round the left edge at `x`."""
    hand, ink = sight.hands[0], sight.palette.ink
    for index, (long, wide) in enumerate(
        ((44, 66 * hand.stout), (52, 70 * hand.stout), (42, 64 * hand.stout))
    ):
        top = y + index * 78
        tip = skia.Path()
        tip.moveTo(x - 110, top - 8)
        tip.lineTo(x + long * 0.4, top)
        tip.cubicTo(x + long, top + 4, x + long, top + wide - 6, x + long * 0.4, top + wide)
        tip.lineTo(x - 110, top + wide + 12)
        tip.close()
        _shaded(canvas, tip, hand, (6, 22))
        canvas.drawPath(tip, pen(ink, 5))


def _sleeve(canvas: skia.Canvas, hand: HandLook, ink: Color) -> None:
    """The wrist from the corner of the frame, and what covers it."""
    for color, back in ((hand.skin, 0.0), (hand.cuff, 34.0), (hand.sleeve, 62.0)):
        if color is None:
            continue
        band = skia.Path()
        band.moveTo(-8 + back * 0.6, 290 + back)
        band.quadTo(90, 250 + back, 260, 190 + back)
        band.lineTo(320, 700)
        band.lineTo(40 + back * 0.5, 700)
        band.close()
        canvas.drawPath(band, paint(color))
        canvas.drawPath(band, pen(ink, 6))
    if hand.sleeve is not None:
        canvas.drawLine(44, 380, 200, 322, pen(mix(hand.sleeve, ink, 0.55), 4))


def _shaded(
    canvas: skia.Canvas, path: skia.Path, hand: HandLook, away: tuple[float, float]
) -> None:
    canvas.drawPath(path, paint(hand.skin))
    canvas.save()
    canvas.clipPath(path, True)
    dark = skia.Path(path)
    dark.offset(*away)
    canvas.drawPath(dark, paint(hand.shade))
    canvas.restore()
