"""A ring where it is worn: the back of a hand that is held up to the light."""

from math import atan2, degrees, hypot

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.keepsakes import Flat
from engine.rehearsal.inserts.surface import halo
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

GOLD, SHINE = (226, 176, 62), (255, 232, 160)
# Knuckle, tip and width of each finger, the little one first; the ring is on the second.
FINGERS: tuple[tuple[Flat, Flat, float], ...] = (
    ((206, 700), (126, 480), 66.0),
    ((286, 640), (240, 350), 76.0),
    ((376, 622), (372, 300), 80.0),
    ((466, 650), (506, 356), 78.0),
)
THUMB: tuple[Flat, Flat, float] = ((540, 880), (672, 664), 84.0)
RING_FINGER = 1
WHERE = 0.34  # of the finger, from the knuckle


def ring_on_a_finger(canvas: skia.Canvas, sight: Sight) -> None:
    """Four fingers, a thumb behind them, the ring on the fourth; it catches the light."""
    hand, ink = sight.hands[0], sight.palette.ink
    halo(canvas, sight, 350, 600, 460)
    canvas.save()
    canvas.translate(350, 600)
    canvas.rotate(14)
    canvas.scale(1.62, 1.62)
    canvas.translate(-308, -590)
    _sleeve(canvas, sight)
    _finger(canvas, THUMB, hand.stout, (hand.shade, hand.nail), ink)
    for finger in FINGERS:
        _finger(canvas, finger, hand.stout, (hand.skin, hand.nail), ink)
    _back(canvas, hand.skin, hand.shade, ink)
    for row in range(hand.lines):
        canvas.drawLine(300, 800 + row * 30, 420, 790 + row * 30, pen(ink, 3, 0.5))
    (x, y), (tip_x, tip_y), width = FINGERS[RING_FINGER]
    at = (x + (tip_x - x) * WHERE, y + (tip_y - y) * WHERE)
    lean = degrees(atan2(tip_y - y, tip_x - x)) + 90
    _ring(canvas, at, lean, width * hand.stout, ink)
    _glint(canvas, sight, at)
    canvas.restore()


def _finger(
    canvas: skia.Canvas,
    finger: tuple[Flat, Flat, float],
    stout: float,
    colors: tuple[Color, Color],
    ink: Color,
) -> None:
    """A capsule with a nail; two creases where it bends."""
    (x, y), (tip_x, tip_y), wide = finger
    width, long = wide * stout, hypot(tip_x - x, tip_y - y)
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(degrees(atan2(tip_y - y, tip_x - x)) + 90)
    shape = skia.RRect.MakeRectXY(
        skia.Rect.MakeLTRB(-width / 2, -long, width / 2, 120), width / 2, width / 2
    )
    canvas.drawRRect(shape, paint(colors[0]))
    canvas.drawRRect(shape, pen(ink, 7))
    nail = skia.Rect.MakeLTRB(-width * 0.27, -long + 12, width * 0.27, -long + 12 + width * 0.78)
    canvas.drawRRect(skia.RRect.MakeRectXY(nail, width * 0.26, width * 0.26), paint(colors[1]))
    canvas.drawRRect(skia.RRect.MakeRectXY(nail, width * 0.26, width * 0.26), pen(ink, 3))
    for share in (0.44, 0.5):
        canvas.drawLine(-width * 0.2, -long * share, width * 0.2, -long * share, pen(ink, 3, 0.6))
    canvas.restore()


def _back(canvas: skia.Canvas, skin: Color, shade: Color, ink: Color) -> None:
    path = skia.Path()
    path.moveTo(170, 720)
    path.cubicTo(190, 640, 300, 590, 376, 596)
    path.cubicTo(450, 590, 510, 620, 512, 690)
    path.cubicTo(560, 770, 600, 800, 596, 880)
    path.cubicTo(560, 980, 520, 1030, 510, 1120)
    path.lineTo(250, 1140)
    path.cubicTo(244, 1020, 176, 900, 170, 720)
    path.close()
    canvas.drawPath(path, paint(skin))
    canvas.save()
    canvas.clipPath(path, True)
    dark = skia.Path(path)
    dark.offset(-250, 60)
    canvas.drawPath(dark, paint(shade))
    canvas.restore()
    rim = skia.Path()
    rim.moveTo(170, 720)
    rim.cubicTo(176, 900, 244, 1020, 250, 1140)
    rim.moveTo(512, 690)
    rim.cubicTo(560, 770, 600, 800, 596, 880)
    rim.cubicTo(560, 980, 520, 1030, 510, 1120)
    canvas.drawPath(rim, pen(ink, 7))
    for (x, y), _, _ in FINGERS:
        knuckle = skia.Path()
        knuckle.moveTo(x - 22, y + 22)
        knuckle.quadTo(x, y + 6, x + 22, y + 22)
        canvas.drawPath(knuckle, pen(mix(skin, ink, 0.6), 4))


def _sleeve(canvas: skia.Canvas, sight: Sight) -> None:
    """The wrist, and what covers it."""
    hand, ink = sight.hands[0], sight.palette.ink
    for color, top, wide in ((hand.skin, 1100, 0), (hand.cuff, 1130, 26), (hand.sleeve, 1166, 44)):
        if color is None:
            continue
        band = skia.Rect.MakeLTRB(250 - wide, top, 510 + wide, 1400)
        canvas.drawRect(band, paint(color))
        canvas.drawRect(band, pen(ink, 7))


def _ring(canvas: skia.Canvas, at: Flat, lean: float, width: float, ink: Color) -> None:
    half = width / 2 + 5
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(lean)
    band = skia.Path()
    band.moveTo(-half, -6)
    band.quadTo(0, 12, half, -6)
    for stroke in (pen(ink, 30), pen(GOLD, 20), pen(SHINE, 5)):
        canvas.drawPath(band, stroke)
    gem = skia.Path()
    gem.addPoly([skia.Point(*p) for p in ((-32, -8), (0, -42), (32, -8), (0, 30))], True)
    canvas.drawPath(gem, paint((206, 236, 255)))
    side = skia.Path()
    side.addPoly([skia.Point(*p) for p in ((0, -42), (32, -8), (0, 30))], True)
    canvas.drawPath(side, paint((132, 180, 226)))
    canvas.drawPath(gem, pen(ink, 5))
    canvas.restore()


def _glint(canvas: skia.Canvas, sight: Sight, at: Flat) -> None:
    """Light runs over the stone."""
    reach = 64 * abs(1 - (sight.t * 1.3) % 2)
    for dx, dy in ((1, 0), (0, 1)):
        star = skia.Path()
        tips = ((dx, dy), (0.12 * dy, 0.12 * dx), (-dx, -dy), (-0.12 * dy, -0.12 * dx))
        star.addPoly(
            [skia.Point(at[0] + 16 + x * reach, at[1] - 24 + y * reach) for x, y in tips], True
        )
        canvas.drawPath(star, paint((255, 255, 255)))
