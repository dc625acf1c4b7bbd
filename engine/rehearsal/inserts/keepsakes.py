"""Close-ups of things that carry a story: a coffin, a pen, hands, a candle, a flower."""

from collections.abc import Sequence
from math import cos, pi, sin

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.surface import halo, lit
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
    petal, ink = lit(sight, "#f6f1e8"), sight.palette.ink
    for layer, (reach, count) in enumerate(((1.0, 7), (0.66, 6), (0.36, 5))):
        for leaf in range(count):
            turn = 2 * pi * leaf / count + layer * 0.5
            x, y = at[0] + cos(turn) * size * reach * 0.6, at[1] + sin(turn) * size * reach * 0.6
            shade = mix(petal, sight.palette.shadow, 0.16 * (2 - layer) * (0.5 + 0.5 * sin(turn)))
            canvas.drawCircle(x, y, size * 0.5 * reach, paint(shade))
            canvas.drawCircle(x, y, size * 0.5 * reach, pen(ink, 2.6))
    canvas.drawCircle(*at, size * 0.16, paint(lit(sight, "#e2bd5c")))


def coffin(canvas: skia.Canvas, sight: Sight) -> None:
    """Black lacquer from its foot end, brass, white flowers on the lid."""
    palette, ink = sight.palette, sight.palette.ink
    black, brass = palette.grade("#22202a", 0.85), lit(sight, "#c9a24a")
    cloth = lit(sight, "#b9b2a8")
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
    leaf = lit(sight, "#3f6f49")
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


def lying_pen(canvas: skia.Canvas, sight: Sight) -> None:
    """A pen across a page, its nib to a line that wants a name."""
    page(canvas, sight)
    fountain_pen(canvas, sight, (372.0, 930.0))


def page(canvas: skia.Canvas, sight: Sight) -> None:
    """Print that is not read, and a line to sign on."""
    palette, ink = sight.palette, sight.palette.ink
    corners = [(90, 520), (620, 470), (680, 1010), (120, 1080)]
    _shape(canvas, [(x + 12, y + 16) for x, y in corners], palette.shadow, ink, 0)
    _shape(canvas, corners, lit(sight, "#f4efe2"), ink, 6)
    for row in range(5):
        y = 560 + row * 58
        canvas.drawLine(140, y, 590, y - 40, pen(mix(ink, (255, 255, 255), 0.45), 4))
    canvas.drawLine(180, 960, 560, 924, pen(ink, 5))


def fountain_pen(canvas: skia.Canvas, sight: Sight, nib: Flat) -> None:
    palette, ink = sight.palette, sight.palette.ink
    canvas.save()
    canvas.translate(*nib)
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
    warm = mix(sight.palette.tone(1.0), (255, 236, 214), 0.5)
    low, top = (
        (hand.sleeve, mix(hand.skin, warm, 0.14), hand.nail) for hand in reversed(sight.hands)
    )
    ink = sight.palette.ink
    halo(canvas, sight, 352, 640, 480)
    canvas.save()
    canvas.translate(356, 640)
    canvas.scale(1.75, 1.75)
    canvas.rotate(14)
    canvas.translate(-356, -650)
    canvas.save()
    canvas.translate(pull, drop)
    _arm(canvas, ((210, 1420), (330, 742)), (176, 96), low[:2], ink)
    _hand(canvas, (330, 742), -78, low[1:], ink, grip=False)
    canvas.restore()
    canvas.save()
    canvas.translate(pull * 0.6, -drop * 0.5)
    _arm(canvas, ((560, -140), (386, 566)), (190, 100), top[:2], ink)
    _hand(canvas, (386, 566), 102, top[1:], ink, grip=True)
    canvas.restore()
    canvas.restore()


def _arm(
    canvas: skia.Canvas,
    ends: tuple[Flat, Flat],
    widths: tuple[float, float],
    colors: tuple[Color | None, Color],
    ink: Color,
) -> None:
    """A sleeve to two thirds and a forearm; `colors` are of cloth, None for none, and of skin."""
    (x, y), end = ends
    thick, thin = widths
    dx, dy = end[0] - x, end[1] - y
    long = (dx * dx + dy * dy) ** 0.5
    nx, ny = -dy / long, dx / long

    def band(start: float, stop: float, first: float, last: float) -> list[Flat]:
        near = (x + dx * start, y + dy * start)
        far = (x + dx * stop, y + dy * stop)
        return [
            (near[0] + nx * first, near[1] + ny * first),
            (far[0] + nx * last, far[1] + ny * last),
            (far[0] - nx * last, far[1] - ny * last),
            (near[0] - nx * first, near[1] - ny * first),
        ]

    cloth, skin = colors
    bare = 0.5 if cloth else 0.0
    wide = thick * (0.34 if cloth else 0.44)
    _shape(canvas, band(bare, 1.02, wide, thin * 0.46), skin, ink, 5)
    _shape(canvas, band(bare, 1.0, 0.0, -thin * 0.46), mix(skin, ink, 0.28), ink, 0)
    if cloth is None:
        return
    _shape(canvas, band(0.0, 0.74, thick * 0.52, thick * 0.42), cloth, ink, 5)
    _shape(canvas, band(0.0, 0.74, 0.0, -thick * 0.42), mix(cloth, ink, 0.3), ink, 0)
    for fold in (0.42, 0.56, 0.66):
        fx, fy = x + dx * fold, y + dy * fold
        line = pen(mix(cloth, ink, 0.55), 4)
        canvas.drawLine(fx - nx * 56, fy - ny * 56, fx + nx * 12, fy + ny * 12 + 22, line)


def _hand(
    canvas: skia.Canvas,
    at: Flat,
    turn: float,
    colors: tuple[Color, Color],
    ink: Color,
    grip: bool,
) -> None:
    """A palm with four fingers and a thumb, `colors` of skin and nails; `turn` is where the
    fingers point, in degrees."""
    skin, nail = colors
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(turn)
    palm = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-30, -47, 112, 47), 38, 38)
    canvas.drawRRect(palm, pen(ink, 9))
    canvas.drawRRect(palm, paint(skin))
    fingers = ((86, -36, 104), (98, -12, 124), (96, 13, 116), (84, 36, 92))
    bend = 40 if grip else 8
    for x, y, long in fingers:
        finger = skia.Path()
        finger.moveTo(x - 40, y)
        finger.quadTo(x + long * 0.6, y - 6, x + long * (0.7 if grip else 0.98), y + bend)
        canvas.drawPath(finger, pen(ink, 32))
        canvas.drawPath(finger, pen(skin, 24))
        tip = finger.getPoint(finger.countPoints() - 1)
        canvas.drawOval(skia.Rect.MakeXYWH(tip.x() - 8, tip.y() - 8, 17, 15), paint(nail))
        canvas.drawLine(x + 6, y + 9, x + long * 0.4, y + 8, pen(mix(skin, ink, 0.3), 4))
    thumb = skia.Path()
    thumb.moveTo(0, -30)
    thumb.quadTo(52, -96, 118, -66 if grip else -82)
    canvas.drawPath(thumb, pen(ink, 38))
    canvas.drawPath(thumb, pen(skin, 30))
    canvas.drawLine(-4, -24, 20, -30, pen(skin, 34))
    canvas.restore()


def candle(canvas: skia.Canvas, sight: Sight) -> None:
    """A thick candle whose flame leans and comes back."""
    palette, ink = sight.palette, sight.palette.ink
    wax = lit(sight, "#efe6d0")
    stem = skia.Rect.MakeLTRB(266, 560, 420, 960)
    canvas.drawOval(skia.Rect.MakeLTRB(190, 918, 496, 1000), paint(lit(sight, "#a8854a")))
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
    stem = lit(sight, "#4a7a4e")
    for x, y in ((250, 640), (360, 580), (460, 660)):
        canvas.drawLine(x, y, 350 + (x - 350) * 0.15, 1030, pen(sight.palette.ink, 18))
        canvas.drawLine(x, y, 350 + (x - 350) * 0.15, 1030, pen(stem, 11))
    for x, y in ((250, 640), (460, 660), (360, 580)):
        _bloom(canvas, sight, (x, y), 96)
