"""Close-ups of things that carry a story: a coffin, a pen, hands, a candle, a flower."""

from collections.abc import Sequence
from math import cos, pi, sin

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

Flat = tuple[float, float]


def _shape(
    canvas: skia.Canvas, points: Sequence[Flat], color: Color, ink: Color, width: float
) -> None:
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], True)
    canvas.drawPath(path, paint(color))
    if width:
        canvas.drawPath(path, pen(ink, width))


def _bloom(canvas: skia.Canvas, sight: Sight, at: Flat, size: float) -> None:
    petal, ink = sight.palette.grade("#f6f1e8", 0.85), sight.palette.ink
    for layer, (reach, count) in enumerate(((1.0, 7), (0.66, 6), (0.36, 5))):
        for leaf in range(count):
            turn = 2 * pi * leaf / count + layer * 0.5
            x, y = at[0] + cos(turn) * size * reach * 0.6, at[1] + sin(turn) * size * reach * 0.6
            shade = mix(petal, sight.palette.shadow, 0.16 * (2 - layer) * (0.5 + 0.5 * sin(turn)))
            canvas.drawCircle(x, y, size * 0.5 * reach, paint(shade))
            canvas.drawCircle(x, y, size * 0.5 * reach, pen(ink, 2.6))
    canvas.drawCircle(*at, size * 0.16, paint(sight.palette.grade("#e2bd5c", 0.85)))


def coffin(canvas: skia.Canvas, sight: Sight) -> None:
    """Black lacquer from its foot end, brass, white flowers on the lid."""
    palette, ink = sight.palette, sight.palette.ink
    black, brass = palette.grade("#22202a", 0.85), palette.grade("#c9a24a", 0.9)
    cloth = palette.grade("#cfc8bd")
    _shape(canvas, [(-60, 980), (780, 900), (780, 1400), (-60, 1400)], cloth, ink, 6)
    for fold in range(9):
        x = -20 + fold * 92
        canvas.drawLine(x, 1000 - fold * 9, x + 16, 1300, pen(mix(cloth, ink, 0.4), 4))
    side = [(-80, 690), (560, 640), (560, 950), (-80, 1010)]
    foot = [(560, 640), (716, 560), (716, 850), (560, 950)]
    lid = [(-80, 690), (560, 640), (716, 560), (120, 590), (-80, 610)]
    crown = [(-80, 640), (470, 590), (640, 536), (150, 548), (-80, 566)]
    _shape(canvas, side, black, ink, 7)
    _shape(canvas, foot, mix(black, ink, 0.5), ink, 7)
    _shape(canvas, lid, mix(black, palette.tone(0.8), 0.2), ink, 7)
    _shape(canvas, crown, mix(black, palette.tone(0.9), 0.32), ink, 5)
    canvas.drawLine(-80, 724, 560, 674, pen(brass, 8))
    canvas.drawLine(560, 674, 716, 594, pen(brass, 6))
    sheen = skia.Path()
    sheen.addPoly([skia.Point(40, 716), skia.Point(110, 711), skia.Point(60, 990)], True)
    canvas.drawPath(sheen, paint(palette.tone(1.0), 0.16))
    for x in (40, 240, 440):
        y = 830 - x * 0.085
        canvas.drawLine(x, y - 26, x, y, pen(brass, 9))
        canvas.drawLine(x + 96, y - 34, x + 96, y - 8, pen(brass, 9))
        canvas.drawLine(x - 6, y + 2, x + 102, y - 8, pen(ink, 22))
        canvas.drawLine(x - 6, y + 2, x + 102, y - 8, pen(brass, 13))
    leaf = palette.grade("#3f6f49", 0.8)
    for index in range(9):
        x = 120 + index * 38
        canvas.drawOval(skia.Rect.MakeXYWH(x, 560 + (index % 3) * 16, 84, 30), paint(leaf))
    for x, y, size in (
        (170, 556, 62),
        (282, 520, 74),
        (396, 540, 66),
        (232, 590, 58),
        (344, 592, 62),
        (452, 578, 48),
    ):
        _bloom(canvas, sight, (x, y), size)


def fountain_pen(canvas: skia.Canvas, sight: Sight) -> None:
    """A pen across a page, its nib to a line that wants a name."""
    palette, ink = sight.palette, sight.palette.ink
    page = [(90, 520), (620, 470), (680, 1010), (120, 1080)]
    _shape(canvas, [(x + 12, y + 16) for x, y in page], palette.shadow, ink, 0)
    _shape(canvas, page, palette.grade("#f4efe2", 0.8), ink, 6)
    for row in range(5):
        y = 560 + row * 58
        canvas.drawLine(140, y, 590, y - 40, pen(mix(ink, (255, 255, 255), 0.45), 4))
    canvas.drawLine(180, 960, 560, 924, pen(ink, 5))
    canvas.save()
    canvas.translate(372, 930)
    canvas.rotate(-38)
    body = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(86, -30, 520, 30), 28, 28)
    canvas.drawRRect(body, paint(palette.grade("#1d2436", 0.9)))
    canvas.drawRect(skia.Rect.MakeLTRB(110, -20, 470, -9), paint(palette.tone(1.0), 0.35))
    canvas.drawRRect(body, pen(ink, 6))
    for x in (100, 300):
        band = skia.Rect.MakeLTRB(x, -31, x + 18, 31)
        canvas.drawRect(band, paint((226, 176, 62)))
        canvas.drawRect(band, pen(ink, 4))
    _shape(canvas, [(0, 0), (92, -26), (92, 26)], (226, 190, 96), ink, 5)
    canvas.drawLine(4, 0, 62, 0, pen(ink, 4))
    canvas.drawCircle(64, 0, 6, paint(ink))
    canvas.restore()


def clasp(canvas: skia.Canvas, sight: Sight) -> None:
    """One hand from above holds another by the wrist: dark against the light, rimmed."""
    pull = 6 * sin(sight.t * 9) * (1.0 if sight.t > 0.25 else 0.0)
    drop = 130 * max(0.0, 1 - sight.t / 0.22) ** 2
    rim = mix(sight.palette.tone(1.0), (255, 244, 224), 0.4)
    low = mix(sight.palette.tone(0.12), sight.palette.ink, 0.3)
    top = mix(sight.palette.tone(0.2), sight.palette.ink, 0.35)
    glow = paint(sight.palette.tone(0.85), 0.2, skia.BlendMode.kScreen)
    for size in (520, 380, 250):
        canvas.drawCircle(352, 640, size, glow)
    canvas.save()
    canvas.translate(356, 640)
    canvas.scale(1.75, 1.75)
    canvas.rotate(14)
    canvas.translate(-356, -650)
    canvas.save()
    canvas.translate(pull, drop)
    _arm(canvas, (210, 1420), (330, 742), 176, 84, low, rim)
    _hand(canvas, (330, 742), -78, low, rim, grip=False)
    canvas.restore()
    canvas.save()
    canvas.translate(pull * 0.6, -drop * 0.5)
    _arm(canvas, (560, -140), (386, 566), 190, 90, top, rim)
    _hand(canvas, (386, 566), 102, top, rim, grip=True)
    canvas.restore()
    canvas.restore()


def _arm(
    canvas: skia.Canvas, start: Flat, end: Flat, thick: float, thin: float, color: Color, rim: Color
) -> None:
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = (dx * dx + dy * dy) ** 0.5
    nx, ny = -dy / long, dx / long
    cuff = (start[0] + dx * 0.66, start[1] + dy * 0.66)
    wide = thick + (thin - thick) * 0.5
    sleeve = [
        (start[0] + nx * thick / 2, start[1] + ny * thick / 2),
        (cuff[0] + nx * wide * 0.62, cuff[1] + ny * wide * 0.62),
        (cuff[0] - nx * wide * 0.62, cuff[1] - ny * wide * 0.62),
        (start[0] - nx * thick / 2, start[1] - ny * thick / 2),
    ]
    fore = [
        (cuff[0] + nx * wide * 0.42, cuff[1] + ny * wide * 0.42),
        (end[0] + nx * thin * 0.5, end[1] + ny * thin * 0.5),
        (end[0] - nx * thin * 0.5, end[1] - ny * thin * 0.5),
        (cuff[0] - nx * wide * 0.42, cuff[1] - ny * wide * 0.42),
    ]
    _shape(canvas, fore, mix(color, rim, 0.16), rim, 5)
    _shape(canvas, sleeve, color, rim, 5)
    for fold in (0.3, 0.5, 0.6):
        x, y = start[0] + dx * fold, start[1] + dy * fold
        canvas.drawLine(
            x - nx * 60, y - ny * 60, x + nx * 10, y + ny * 10 + 26, pen(mix(color, rim, 0.35), 4)
        )


def _hand(canvas: skia.Canvas, at: Flat, turn: float, color: Color, rim: Color, grip: bool) -> None:
    """A palm with four fingers and a thumb; `turn` is where the fingers point, in degrees."""
    skin = mix(color, rim, 0.16)
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(turn)
    palm = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-18, -52, 112, 52), 40, 40)
    canvas.drawRRect(palm, pen(rim, 9))
    fingers = ((96, -40, 98), (108, -14, 116), (106, 13, 110), (94, 38, 88))
    bend = 34 if grip else 10
    for x, y, long in fingers:
        finger = skia.Path()
        finger.moveTo(x - 20, y)
        finger.quadTo(x + long * 0.62, y - 4, x + long * (0.72 if grip else 0.95), y + bend)
        canvas.drawPath(finger, pen(rim, 33))
        canvas.drawPath(finger, pen(skin, 25))
    canvas.drawRRect(palm, paint(skin))
    thumb = skia.Path()
    thumb.moveTo(8, -36)
    thumb.quadTo(54, -104, 122, -70 if grip else -86)
    canvas.drawPath(thumb, pen(rim, 38))
    canvas.drawPath(thumb, pen(skin, 30))
    canvas.restore()


def candle(canvas: skia.Canvas, sight: Sight) -> None:
    """A thick candle whose flame leans and comes back."""
    palette, ink = sight.palette, sight.palette.ink
    wax = palette.grade("#efe6d0", 0.85)
    stem = skia.Rect.MakeLTRB(266, 560, 420, 960)
    canvas.drawOval(skia.Rect.MakeLTRB(190, 918, 496, 1000), paint(palette.grade("#a8854a", 0.8)))
    canvas.drawOval(skia.Rect.MakeLTRB(190, 918, 496, 1000), pen(ink, 6))
    canvas.drawRoundRect(stem, 16, 16, paint(wax))
    canvas.drawRect(skia.Rect.MakeLTRB(366, 566, 418, 954), paint(palette.shadow, 0.3))
    canvas.drawRoundRect(stem, 16, 16, pen(ink, 6))
    lean = 10 * sin(sight.t * 5.3) + 5 * sin(sight.t * 13)
    for reach, alpha in ((210, 0.14), (140, 0.18), (80, 0.24)):
        glow = paint(palette.glow("#ffc860"), alpha, skia.BlendMode.kScreen)
        canvas.drawCircle(343 + lean, 480, reach, glow)
    for wide, tall, color in ((36, 130, (255, 170, 60)), (20, 84, (255, 240, 190))):
        flame = skia.Path()
        flame.moveTo(343, 552)
        flame.cubicTo(343 - wide * 1.6, 520, 343 - wide * 0.4, 470, 343 + lean, 552 - tall)
        flame.cubicTo(343 + wide * 0.7, 470, 343 + wide * 1.6, 520, 343, 552)
        canvas.drawPath(flame, paint(color))
    canvas.drawLine(343, 566, 343, 530, pen(ink, 6))


def flower(canvas: skia.Canvas, sight: Sight) -> None:
    """Cut stems laid down, three heads."""
    stem = sight.palette.grade("#4a7a4e", 0.8)
    for x, y in ((250, 640), (360, 580), (460, 660)):
        canvas.drawLine(x, y, 350 + (x - 350) * 0.15, 1030, pen(sight.palette.ink, 18))
        canvas.drawLine(x, y, 350 + (x - 350) * 0.15, 1030, pen(stem, 11))
    for x, y in ((250, 640), (460, 660), (360, 580)):
        _bloom(canvas, sight, (x, y), 96)
