"""Sounds as a letterer draws them: every letter by itself, in the manner of the sound."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

import skia

from engine.rehearsal.lettering.contrast import legible
from engine.rehearsal.lettering.type import Role, typefaces
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

SIZE = 150.0  # px of a letter before it is fitted
WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a kind of sound is lettered."""

    words: re.Pattern[str]
    color: str | Color  # "accent" or a colour of its own
    swell: Callable[[float], float]  # height of a letter by its place in the word, 0 … 1
    plate: str  # burst | shards | puff | none
    tilt: float  # degrees that letters may turn either way
    wave: float  # how far they leave the line, of their height
    moves: str  # trembles | swings | hums


def _manner(words: str, color: str | Color, plate: str, moves: str, **more: float) -> Manner:
    start, middle, end = more.get("start", 1.0), more.get("middle", 1.0), more.get("end", 1.0)

    def swell(t: float) -> float:
        bow = 4 * t * (1 - t)
        return start + (end - start) * t + (middle - (start + end) / 2) * bow

    return Manner(
        re.compile(words, re.IGNORECASE),
        color,
        swell,
        plate,
        more.get("tilt", 7.0),
        more.get("wave", 0.05),
        moves,
    )


_YELLOW, _CREAM, _CYAN, _LILAC = (255, 214, 64), (246, 236, 210), (120, 226, 255), (196, 164, 255)
_ICE, _LEMON, _SILVER = (176, 232, 255), (255, 238, 128), (240, 246, 255)
MANNERS = (
    _manner(
        "sla[ps]|smack|whack|pla[fs]|zas|paf|啪|扇",
        _YELLOW,
        "burst",
        "trembles",
        start=1.2,
        end=0.84,
    ),
    _manner("knock|toc|叩|咚咚", _CREAM, "puff", "trembles", tilt=5.0, wave=0.1),
    _manner("r+i+n+g|d+i+n+g|beep|叮|铃|滴", _CYAN, "none", "swings", wave=0.16, tilt=10.0),
    _manner("b+z+|b+r+z|hum|嗡|震", _LILAC, "none", "hums", tilt=2.0, start=0.8, end=1.1),
    _manner("crash|shatter|clash|smash|哗|碎|哐", _ICE, "shards", "trembles", start=0.86, end=1.2),
    _manner("k?ra+k|rumbl|bru+m|轰", _LEMON, "shards", "trembles", middle=1.3, tilt=9.0),
    _manner("wh?oo*sh|swish|zoom|嗖|呼", _SILVER, "none", "hums", start=0.7, end=1.25, tilt=3.0),
)
LOUD = _manner("", "accent", "burst", "trembles", middle=1.28)


def manner_of(words: str) -> Manner:
    """How `words` are lettered; what is not known is loud."""
    return next((manner for manner in MANNERS if manner.words.search(words)), LOUD)


@dataclass(frozen=True)
class Lettered:
    """A drawn sound around its middle, and how it moves."""

    image: skia.Image
    moves: str
    half: tuple[float, float]  # px from the middle to the ends of the letters


def lettered(
    words: str, accent: Color, ink: Color, wide: float, high: float, seed: int
) -> Lettered:
    """`words` no larger than `wide` × `high` px, drawn with what surrounds them."""
    manner, chance = manner_of(words), Random(seed)  # noqa: S311 - the same in every run
    letters = _letters(words.split() or ["?"], manner, chance)
    bounds = letters.computeTightBounds()
    scale = min(wide * 0.8 / bounds.width(), high * 0.72 / bounds.height(), 1.25)
    letters.transform(skia.Matrix.Translate(-bounds.centerX(), -bounds.centerY()))
    letters.transform(skia.Matrix.Scale(scale, scale))
    half_w, half_h = bounds.width() * scale / 2, bounds.height() * scale / 2
    edge = SIZE * scale
    across, down = round(half_w * 1.36 + edge * 0.5), round(half_h * 1.6 + edge * 0.5)
    surface = skia.Surface.MakeRaster(
        skia.ImageInfo.MakeN32(2 * across, 2 * down, skia.kPremul_AlphaType)
    )
    canvas = surface.getCanvas()
    canvas.translate(across, down)
    _plate(canvas, manner, (half_w, half_h, edge), ink, chance)
    _inked(canvas, letters, tones(manner, accent, ink), ink, edge)
    half = half_w + edge * 0.12, half_h + edge * 0.12
    return Lettered(surface.makeImageSnapshot(), manner.moves, half)


def tones(manner: Manner, accent: Color, ink: Color) -> tuple[Color, Color]:
    """The colours of the upper and the lower part of letters, both to be read on their ink."""
    own = accent if isinstance(manner.color, str) else mix(manner.color, accent, 0.12)
    fill = legible(own, ink)
    return fill, legible(mix(fill, (226, 84, 40), 0.3), ink)


def _letters(words: list[str], manner: Manner, chance: Random) -> skia.Path:
    """The outlines of all letters, word under word, each set by hand."""
    whole = skia.Path()
    top = 0.0
    for row, word in enumerate(words):
        pen_x = row * SIZE * 0.3
        for at, letter in enumerate(word):
            font = skia.Font(typefaces(Role.DISPLAY, letter), SIZE)
            glyph = font.unicharToGlyph(ord(letter))
            path, advance = font.getPath(glyph), font.getWidths([glyph])[0]
            if path is None:
                continue
            place = at / max(len(word) - 1, 1)
            tall = manner.swell(place if len(word) > 1 else 0.5) * chance.uniform(0.95, 1.06)
            broad = chance.uniform(0.97, 1.1) * (0.5 + 0.5 * tall)
            lift = manner.wave * SIZE * sin(2.4 * pi * place + row) - (tall - 1) * SIZE * -0.3
            path.transform(skia.Matrix.Scale(broad, tall))
            path.transform(skia.Matrix.MakeAll(1, -0.12, 0, 0, 1, 0, 0, 0, 1))
            turn = chance.uniform(-manner.tilt, manner.tilt)
            path.transform(skia.Matrix.RotateDeg(turn, skia.Point(advance / 2, -SIZE * 0.35)))
            path.transform(skia.Matrix.Translate(pen_x, top + lift))
            whole.addPath(path)
            pen_x += advance * broad * 0.99 + SIZE * 0.03
        top += SIZE * 0.92
    return whole


def _inked(
    canvas: skia.Canvas, letters: skia.Path, fill: tuple[Color, Color], ink: Color, edge: float
) -> None:
    """Ink around and thrown to one side, a line of white, colour in two tones with a gleam."""
    for step in range(5):
        thrown = skia.Path(letters)
        thrown.offset(edge * 0.02 * step, edge * 0.024 * step)
        canvas.drawPath(thrown, pen(ink, edge * 0.2))
    canvas.drawPath(letters, pen(WHITE, edge * 0.13))
    canvas.drawPath(letters, pen(ink, edge * 0.075))
    canvas.drawPath(letters, paint(fill[0]))
    box = letters.getBounds()
    canvas.save()
    canvas.clipPath(letters, True)
    low = skia.Path()
    low.moveTo(box.left(), box.bottom() + edge)
    teeth = 9
    for tooth in range(teeth + 1):
        x = box.left() + box.width() * tooth / teeth
        low.lineTo(x, box.centerY() + edge * (0.2 if tooth % 2 else 0.06))
    low.lineTo(box.right(), box.bottom() + edge)
    low.close()
    canvas.drawPath(low, paint(fill[1]))
    gleam = skia.Path(letters)
    gleam.offset(edge * 0.022, edge * 0.03)
    canvas.clipPath(gleam, skia.ClipOp.kDifference, True)
    canvas.drawPath(letters, paint(WHITE, 0.75))
    canvas.restore()


def _plate(
    canvas: skia.Canvas,
    manner: Manner,
    size: tuple[float, float, float],
    ink: Color,
    chance: Random,
) -> None:
    """What the letters burst out of."""
    wide, high, edge = size[0] + size[2] * 0.22, size[1] + size[2] * 0.2, size[2]
    shapes = {"burst": _burst, "shards": _shards, "puff": _puff}
    if manner.plate not in shapes:
        return
    path = shapes[manner.plate](wide, high, chance)
    shadow = skia.Path(path)
    shadow.offset(edge * 0.06, edge * 0.07)
    canvas.drawPath(shadow, paint(ink, 0.85))
    canvas.drawPath(path, paint((252, 250, 244)))
    canvas.drawPath(path, pen(ink, edge * 0.035))


def _burst(wide: float, high: float, chance: Random) -> skia.Path:
    """Thorns of unequal length all round."""
    return _star(26, lambda index: chance.uniform(1.12, 1.34) if index % 2 else 0.92, wide, high)


def _shards(wide: float, high: float, chance: Random) -> skia.Path:
    """Few long splinters, as something breaks."""
    return _star(18, lambda index: chance.uniform(1.1, 1.36) if index % 2 else 0.84, wide, high)


def _star(count: int, reach: Callable[[int], float], wide: float, high: float) -> skia.Path:
    points = []
    for index in range(count):
        angle, far = 2 * pi * (index + 0.3) / count, reach(index)
        points.append(skia.Point(cos(angle) * wide * far, sin(angle) * high * far * 1.12))
    path = skia.Path()
    path.addPoly(points, True)
    return path


def _puff(wide: float, high: float, chance: Random) -> skia.Path:
    """A cloud of round humps."""
    path = skia.Path()
    count = 11
    for index in range(count + 1):
        angle = 2 * pi * index / count
        x, y = cos(angle) * wide, sin(angle) * high * 1.05
        if index == 0:
            path.moveTo(x, y)
            continue
        middle = angle - pi / count
        far = chance.uniform(1.28, 1.4)
        path.quadTo(cos(middle) * wide * far, sin(middle) * high * far, x, y)
    path.close()
    return path
