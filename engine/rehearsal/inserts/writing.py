"""A name put on a line: the hand of who signs leads the pen across the page."""

from math import atan2, cos, degrees, sin

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.keepsakes import Flat, fountain_pen, page
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

BEGINS, TAKES = 0.15, 0.9  # seconds
# From the nib, px of a 720 px frame: root, bow and tip of each finger, and how thick it is.
CURLED: tuple[tuple[Flat, Flat, Flat, float], ...] = (
    ((300, 190), (190, 210), (150, 150), 62.0),
    ((280, 130), (150, 150), (118, 84), 66.0),
    ((270, 60), (130, 84), (96, 10), 68.0),
)
INDEX: tuple[Flat, Flat, Flat, float] = ((300, -70), (206, -132), (92, -78), 66.0)
THUMB: tuple[Flat, Flat, Flat, float] = ((290, 90), (196, 36), (112, -26), 70.0)
ARM: tuple[Flat, Flat] = ((760, 640), (356, 96))


def signature(canvas: skia.Canvas, sight: Sight) -> None:
    """A page, and a hand that signs it."""
    page(canvas, sight)
    nib = _signed(canvas, sight)
    hand, ink = sight.hands[0], sight.palette.ink
    canvas.save()
    canvas.translate(*nib)
    _arm(canvas, sight)
    for finger in CURLED:
        _finger(canvas, finger, (mix(hand.skin, hand.shade, 0.5), None), hand.stout, ink)
    canvas.restore()
    fountain_pen(canvas, sight, nib)
    canvas.save()
    canvas.translate(*nib)
    _back(canvas, hand.skin, hand.shade, ink)
    for finger in (INDEX, THUMB):
        _finger(canvas, finger, (hand.skin, hand.nail), hand.stout, ink)
    canvas.restore()


def _signed(canvas: skia.Canvas, sight: Sight) -> Flat:
    """A name that grows on the line; where the nib has come to."""
    share = min(max((sight.t - BEGINS) / TAKES, 0.0), 1.0)
    name, nib = skia.Path(), (176.0, 934.0)
    for step in range(round(share * 90) + 1):
        at = step / 90
        tall = 44 if at < 0.16 or 0.52 < at < 0.64 else 17
        x = 176 + 270 * at + 13 * sin(step * 0.62)
        nib = (x, 934 - 25 * at - tall * (0.5 - 0.5 * cos(step * 0.52)))
        name.lineTo(*nib) if step else name.moveTo(*nib)
    canvas.drawPath(name, pen((34, 44, 96), 7))
    return nib


def _arm(canvas: skia.Canvas, sight: Sight) -> None:
    """Wrist and sleeve, out of the lower right corner."""
    hand, ink = sight.hands[0], sight.palette.ink
    (x, y), (wrist_x, wrist_y) = ARM
    for color, wide, share in (
        (hand.skin, 128.0, 0.0),
        (hand.cuff, 150.0, 0.2),
        (hand.sleeve, 176.0, 0.26),
    ):
        if color is None:
            continue
        begin = (wrist_x + (x - wrist_x) * share, wrist_y + (y - wrist_y) * share)
        canvas.drawLine(x, y, *begin, pen(ink, wide + 12))
        canvas.drawLine(x, y, *begin, pen(color, wide))


def _back(canvas: skia.Canvas, skin: Color, shade: Color, ink: Color) -> None:
    """From the wrist to the knuckle of the index finger."""
    path = skia.Path()
    path.moveTo(306, 236)
    path.cubicTo(240, 200, 236, 120, 250, 40)
    path.cubicTo(240, -40, 262, -112, 312, -104)
    path.cubicTo(380, -84, 430, -10, 438, 110)
    path.cubicTo(430, 190, 380, 250, 306, 236)
    path.close()
    canvas.drawPath(path, pen(ink, 10))
    canvas.drawPath(path, paint(skin))
    canvas.save()
    canvas.clipPath(path, True)
    dark = skia.Path(path)
    dark.offset(64, 120)
    canvas.drawPath(dark, paint(shade, 0.7))
    canvas.restore()


def _finger(
    canvas: skia.Canvas,
    finger: tuple[Flat, Flat, Flat, float],
    colors: tuple[Color, Color | None],
    stout: float,
    ink: Color,
) -> None:
    """A bent capsule; with a nail where `colors` has one for it."""
    root, bow, tip, wide = finger
    skin, nail = colors
    path = skia.Path()
    path.moveTo(*root)
    path.quadTo(*bow, *tip)
    canvas.drawPath(path, pen(ink, wide * stout + 12))
    canvas.drawPath(path, pen(skin, wide * stout))
    if nail is None:
        return
    along = (tip[0] - bow[0], tip[1] - bow[1])
    canvas.save()
    canvas.translate(*tip)
    canvas.rotate(degrees(atan2(along[1], along[0])))
    plate = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-10, -18, 26, 14), 14, 14)
    canvas.drawRRect(plate, paint(nail))
    canvas.drawRRect(plate, pen(ink, 3))
    canvas.restore()
