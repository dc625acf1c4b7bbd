"""Paper in the hand: letters, notes, documents."""

import re
from functools import lru_cache
from math import sin
from random import Random

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.hands import thumb
from engine.rehearsal.lettering.plates import dotted
from engine.rehearsal.lettering.type import LEFT, Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen, polygon
from engine.rehearsal.palette import Palette

PAPER = (250, 244, 228)
PEN_BLUE = (24, 34, 86)
PRINT = (24, 26, 34)
SEAL = (190, 26, 36)
NOTE = 90  # letters
_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])\s*(?!$)")
_LAST = re.compile(r" (?=[A-Z][\w'’-]*[.!?]?$)")
LEADING = 1.42  # from line to line of handwriting, ems


@lru_cache(maxsize=32)
def written(words: str, size: float, wide: float, high: float, color: Color) -> Text:
    """By hand; each line stands on a rule."""
    style = Style(Role.HAND, leading=LEADING)
    return fitted(words, size, wide, high, color, style)


@lru_cache(maxsize=32)
def printed(words: str, size: float, wide: float, high: float, color: Color) -> Text:
    return fitted(words, size, wide, high, color, Style(Role.TITLE, LEFT, leading=1.3))


def _sheet(canvas: skia.Canvas, rect: skia.Rect, palette: Palette) -> None:
    """A page that was folded twice: its shadow, its thirds in light and shade, a bent corner."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    edges = [(left, top + 8), (right - 52, top), (right, top + 50), (right - 6, bottom)]
    page = polygon([*edges, (left + 8, bottom - 10)])
    for shift, alpha in ((34, 0.16), (18, 0.4)):
        drop = skia.Path(page)
        drop.offset(shift * 0.8, shift)
        canvas.drawPath(drop, paint((0, 0, 0), alpha))
    lit = mix(PAPER, palette.tone(1.0), 0.14)
    shade = mix(lit, palette.tone(0.35), 0.2)
    canvas.drawPath(page, paint(lit))
    canvas.save()
    canvas.clipPath(page, True)
    for fold in (1, 2):
        _folded(canvas, left, right, top + fold * (bottom - top) / 3, shade)
    area = skia.Rect.MakeLTRB(right - 90, top, right, bottom)
    canvas.drawPath(dotted(area, lambda x, y: 0.6 * (x - right + 90) / 90), paint(shade, 0.6))
    canvas.restore()
    corner = polygon([(right - 52, top), (right, top + 50), (right - 58, top + 58)])
    canvas.drawPath(corner, paint(shade))
    for path in (page, corner):
        canvas.drawPath(path, pen(palette.ink, 5))


def _folded(canvas: skia.Canvas, left: float, right: float, y: float, shade: Color) -> None:
    area = skia.Rect.MakeLTRB(left, y - 74, right, y)
    dots = dotted(area, lambda x, at: 0.62 * (1 - (y - at) / 74))
    canvas.drawPath(dots, paint(shade, 0.5))
    canvas.drawLine(left, y, right, y, pen(shade, 4))
    canvas.drawLine(left, y + 4, right, y + 4, pen((255, 255, 255), 3, 0.8))


def letter(canvas: skia.Canvas, sight: Sight) -> None:
    """A page in the hand: by hand, or in print where it has a heading."""
    insert = sight.insert
    if insert.heading:
        document(canvas, sight, insert.heading.upper(), insert.text)
    else:
        canvas.drawImage(letter_page(insert.text or "…", insert.sender, sight.palette), 0, 0)
    thumb(canvas, sight, 600, 930)


def _page() -> skia.Surface:
    """What a page is drawn on once: turned while it is drawn, for to turn pixels is slow."""
    return skia.Surface.MakeRaster(skia.ImageInfo.MakeN32(720, 1280, skia.kPremul_AlphaType))


def by_sentence(words: str) -> str:
    """A short note as people write it: each sentence on a line of its own, a name not torn."""
    if len(words) > NOTE:
        return words
    lines = _ENDS.sub("\n", words.strip())
    return _LAST.sub("\u00a0", lines)


@lru_cache(maxsize=1)
def letter_page(words: str, sender: str, palette: Palette) -> skia.Image:
    surface = _page()
    canvas = surface.getCanvas()
    canvas.rotate(-2.6, 343, 900)
    text = written(by_sentence(words), 88, 470, 690, PEN_BLUE)
    _sheet(canvas, skia.Rect.MakeLTRB(62, 136, 606, 1120), palette)
    step = text.size * LEADING
    y = 190 + step * 0.94
    while y < 1060:
        canvas.drawLine(92, y, 580, y, pen((150, 164, 190), 2, 0.45))
        y += step
    canvas.drawLine(88, 150, 88, 1104, pen((206, 90, 96), 2, 0.5))
    text.draw(canvas, 106, 190)
    if sender:
        sign = written("— " + sender, 72, 400, 120, PEN_BLUE)
        sign.draw(canvas, 150, min(206 + text.height, 890))
    return surface.makeImageSnapshot()


def document(canvas: skia.Canvas, sight: Sight, title: str, words: str) -> None:
    """A page of print with its heading, a signature and a seal; without words, grey lines."""
    canvas.drawImage(document_page(title, words, sight.seed, sight.palette), 0, 0)


@lru_cache(maxsize=1)
def document_page(title: str, words: str, seed: int, palette: Palette) -> skia.Image:
    surface = _page()
    canvas = surface.getCanvas()
    canvas.rotate(2.4, 343, 700)
    _sheet(canvas, skia.Rect.MakeLTRB(70, 170, 604, 1060), palette)
    head = printed(title, 54, 440, 150, PRINT)
    head.draw(canvas, 118, 220)
    y = 244 + head.height
    canvas.drawLine(118, y, 550, y, pen(PRINT, 4))
    canvas.drawLine(118, y + 9, 550, y + 9, pen(PRINT, 1.5))
    if words:
        body = printed(words, 54, 436, 820 - y, PRINT)
        body.draw(canvas, 118, y + 30)
        y += 40 + body.height
    chance = Random(seed)  # noqa: S311 - the same in every run
    y += 44
    while y < 840:
        end = 118 + 432 * (1.0 if chance.random() < 0.75 else chance.uniform(0.4, 0.8))
        canvas.drawLine(118, y, end, y, pen((132, 136, 150), 8))
        y += 36
    _signed(canvas)
    return surface.makeImageSnapshot()


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
