"""Paper in the hand: letters, notes, documents."""

from functools import lru_cache

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.hands import thumb
from engine.rehearsal.lettering.type import Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

PAPER = (250, 244, 228)
PEN_BLUE = (26, 34, 74)
PRINT = (20, 22, 30)


@lru_cache(maxsize=32)
def written(words: str, size: float, wide: float, high: float, color: Color) -> Text:
    return fitted(words, size, wide, high, color, Style(Role.HAND))


def sheet(canvas: skia.Canvas, sight: Sight, rect: skia.Rect) -> None:
    """A page with folds, its light and dark halves, and its shadow."""
    page = skia.Path()
    page.addPoly(
        [
            skia.Point(rect.left(), rect.top() + 8),
            skia.Point(rect.right() - 46, rect.top()),
            skia.Point(rect.right(), rect.top() + 44),
            skia.Point(rect.right() - 6, rect.bottom()),
            skia.Point(rect.left() + 8, rect.bottom() - 10),
        ],
        True,
    )
    drop = skia.Path(page)
    drop.offset(16, 20)
    canvas.drawPath(drop, paint((0, 0, 0), 0.45))
    canvas.drawPath(page, paint(PAPER))
    canvas.save()
    canvas.clipPath(page, True)
    shade = mix(PAPER, sight.palette.tone(0.5), 0.22)
    third = rect.height() / 3
    canvas.drawRect(
        skia.Rect.MakeXYWH(rect.left(), rect.top() + third, rect.width(), 26), paint(shade)
    )
    canvas.drawRect(
        skia.Rect.MakeXYWH(rect.left(), rect.top() + 2 * third, rect.width(), 26), paint(shade)
    )
    canvas.restore()
    corner = skia.Path()
    corner.addPoly(
        [
            skia.Point(rect.right() - 46, rect.top()),
            skia.Point(rect.right(), rect.top() + 44),
            skia.Point(rect.right() - 50, rect.top() + 50),
        ],
        True,
    )
    canvas.drawPath(corner, paint(shade))
    for path in (page, corner):
        canvas.drawPath(path, pen(sight.palette.ink, 5))


def letter(canvas: skia.Canvas, sight: Sight) -> None:
    """A hand-written page; the light passes over it line by line as it is read."""
    if sight.insert.heading:
        document(canvas, sight, sight.insert.heading.upper(), sight.insert.text)
        thumb(canvas, sight, 596, 900)
        return
    canvas.save()
    canvas.rotate(-3.2, 343, 640)
    rect = skia.Rect.MakeLTRB(70, 150, 600, 1090)
    sheet(canvas, sight, rect)
    for row in range(12):
        y = 262 + row * 66
        canvas.drawLine(100, y, 572, y, pen((150, 164, 190), 2, 0.5))
    text = written(sight.insert.text or "…", 52, 450, 700, PEN_BLUE)
    text.draw(canvas, 112, 206)
    if sight.insert.sender:
        sign = written("— " + sight.insert.sender, 50, 430, 70, PEN_BLUE)
        sign.draw(canvas, 120, 980)
    canvas.restore()
    thumb(canvas, sight, 596, 900)


def document(canvas: skia.Canvas, sight: Sight, title: str, words: str) -> None:
    """A page of print with its heading, a signature and a stamp; without words, grey lines."""
    canvas.save()
    canvas.rotate(3, 343, 700)
    sheet(canvas, sight, skia.Rect.MakeLTRB(84, 220, 596, 1010))
    head = written(title, 48, 420, 130, PRINT)
    head.draw(canvas, 126, 266)
    y = 300 + head.height
    if words:
        canvas.drawLine(126, y, 546, y, pen(PRINT, 3))
        body = written(words, 50, 420, 790 - y, PRINT)
        body.draw(canvas, 126, y + 24)
        y += 60 + body.height
    chance = sight.random()
    while y < 800:
        end = 126 + 420 * (1.0 if chance.random() < 0.75 else chance.uniform(0.4, 0.8))
        canvas.drawLine(126, y, end, y, pen((120, 124, 138), 8))
        y += 38
    _signed(canvas)
    canvas.restore()


def _signed(canvas: skia.Canvas) -> None:
    """A signature above its line, and a stamp."""
    name = skia.Path()
    name.moveTo(136, 902)
    for hump in range(5):
        name.quadTo(150 + hump * 34, 850 + (hump % 2) * 22, 166 + hump * 34, 900)
    canvas.drawPath(name, pen(PEN_BLUE, 6))
    canvas.drawLine(126, 926, 350, 926, pen((60, 62, 74), 4))
    canvas.drawCircle(472, 872, 76, pen((200, 32, 44), 12, 0.85))
    canvas.drawLine(420, 872, 524, 872, pen((200, 32, 44), 14, 0.85))
    canvas.drawLine(472, 822, 472, 922, pen((200, 32, 44), 14, 0.85))
