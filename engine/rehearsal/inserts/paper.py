"""Paper in the hand: letters, notes, documents."""

from functools import lru_cache
from math import sin

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.hands import thumb
from engine.rehearsal.lettering.plates import dotted, polygon
from engine.rehearsal.lettering.type import LEFT, Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

PAPER = (250, 244, 228)
PEN_BLUE = (24, 34, 86)
PRINT = (24, 26, 34)
SEAL = (190, 26, 36)
LEADING = 1.42  # from line to line of handwriting, ems


@lru_cache(maxsize=32)
def written(words: str, size: float, wide: float, high: float, color: Color) -> Text:
    """By hand; each line stands on a rule."""
    style = Style(Role.HAND, leading=LEADING)
    return fitted(words, size, wide, high, color, style)


@lru_cache(maxsize=32)
def printed(words: str, size: float, wide: float, high: float, color: Color) -> Text:
    return fitted(words, size, wide, high, color, Style(Role.TITLE, LEFT, leading=1.3))


def sheet(canvas: skia.Canvas, sight: Sight, rect: skia.Rect) -> None:
    """A page that was folded twice: its shadow, its thirds in light and shade, a bent corner."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    page = polygon(
        [
            (left, top + 8),
            (right - 52, top),
            (right, top + 50),
            (right - 6, bottom),
            (left + 8, bottom - 10),
        ]
    )
    for shift, alpha in ((34, 0.16), (18, 0.4)):
        drop = skia.Path(page)
        drop.offset(shift * 0.8, shift)
        canvas.drawPath(drop, paint((0, 0, 0), alpha))
    lit = mix(PAPER, sight.palette.tone(1.0), 0.14)
    shade = mix(lit, sight.palette.tone(0.35), 0.2)
    canvas.drawPath(page, paint(lit))
    canvas.save()
    canvas.clipPath(page, True)
    third = (bottom - top) / 3
    for fold in (1, 2):
        y = top + fold * third
        area = skia.Rect.MakeLTRB(left, y - 74, right, y)
        dots = dotted(area, lambda x, at, y=y: 0.62 * (1 - (y - at) / 74))  # type: ignore[misc]
        canvas.drawPath(dots, paint(shade, 0.5))
        canvas.drawLine(left, y, right, y, pen(shade, 4))
        canvas.drawLine(left, y + 4, right, y + 4, pen((255, 255, 255), 3, 0.8))
    edge = dotted(
        skia.Rect.MakeLTRB(right - 90, top, right, bottom), lambda x, y: 0.6 * (x - right + 90) / 90
    )
    canvas.drawPath(edge, paint(shade, 0.6))
    canvas.restore()
    corner = polygon([(right - 52, top), (right, top + 50), (right - 58, top + 58)])
    canvas.drawPath(corner, paint(shade))
    for path in (page, corner):
        canvas.drawPath(path, pen(sight.palette.ink, 5))


def letter(canvas: skia.Canvas, sight: Sight) -> None:
    """A page by hand that sways a little in the hand that holds it."""
    if sight.insert.heading:
        document(canvas, sight, sight.insert.heading.upper(), sight.insert.text)
        thumb(canvas, sight, 596, 930)
        return
    canvas.save()
    canvas.rotate(-2.6 + 0.5 * sin(sight.t * 1.3), 343, 900)
    rect = skia.Rect.MakeLTRB(62, 136, 606, 1120)
    text = written(sight.insert.text or "…", 88, 470, 690, PEN_BLUE)
    sheet(canvas, sight, rect)
    step = text.size * LEADING
    y = 190 + step * 0.94
    while y < 1060:
        canvas.drawLine(92, y, 580, y, pen((150, 164, 190), 2, 0.45))
        y += step
    canvas.drawLine(88, 150, 88, 1104, pen((206, 90, 96), 2, 0.5))
    text.draw(canvas, 106, 190)
    if sight.insert.sender:
        sign = written("— " + sight.insert.sender, 72, 400, 120, PEN_BLUE)
        sign.draw(canvas, 150, min(206 + text.height, 890))
    canvas.restore()
    thumb(canvas, sight, 600, 930)


def document(canvas: skia.Canvas, sight: Sight, title: str, words: str) -> None:
    """A page of print with its heading, a signature and a seal; without words, grey lines."""
    canvas.save()
    canvas.rotate(2.4, 343, 700)
    sheet(canvas, sight, skia.Rect.MakeLTRB(70, 170, 604, 1060))
    head = printed(title, 54, 440, 150, PRINT)
    head.draw(canvas, 118, 220)
    y = 244 + head.height
    canvas.drawLine(118, y, 550, y, pen(PRINT, 4))
    canvas.drawLine(118, y + 9, 550, y + 9, pen(PRINT, 1.5))
    if words:
        body = printed(words, 54, 436, 820 - y, PRINT)
        body.draw(canvas, 118, y + 30)
        y += 40 + body.height
    chance = sight.random()
    y += 44
    while y < 840:
        end = 118 + 432 * (1.0 if chance.random() < 0.75 else chance.uniform(0.4, 0.8))
        canvas.drawLine(118, y, end, y, pen((132, 136, 150), 8))
        y += 36
    _signed(canvas)
    canvas.restore()


def _signed(canvas: skia.Canvas) -> None:
    """A signature above its line, and a seal half over it."""
    name = skia.Path()
    name.moveTo(128, 950)
    for step in range(1, 60):
        at = step / 60
        tall = 46 if at < 0.14 or 0.5 < at < 0.6 else 16
        name.lineTo(128 + 210 * at + 12 * sin(step * 0.62), 950 - tall * (0.5 - 0.5 * sin(step)))
    canvas.drawPath(name, pen(PEN_BLUE, 5))
    canvas.drawLine(118, 974, 340, 974, pen((60, 62, 74), 3))
    for radius, width in ((74, 9), (60, 3)):
        canvas.drawCircle(462, 936, radius, pen(SEAL, width, 0.85))
    star = skia.Path()
    for point in range(10):
        reach = 36 if point % 2 == 0 else 15
        angle = point * 0.6283
        tip = (462 + reach * sin(angle), 936 - reach * sin(angle + 1.5708))
        star.lineTo(*tip) if point else star.moveTo(*tip)
    star.close()
    canvas.drawPath(star, paint(SEAL, 0.85))
