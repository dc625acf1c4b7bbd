"""Cards of lettering over the picture: place and time, names, titles, "to be continued".

Drawn in a frame of 720×1280 and scaled; all stays in the safe area: 8 % off the top, 18 % off the
bottom, 14 % off the right.
"""

from collections.abc import Callable
from functools import lru_cache

import skia

from engine.contracts import Format, Lettering, LetteringKind
from engine.rehearsal.camera import ease, settle
from engine.rehearsal.lettering.type import CENTRE, LEFT, Role, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen
from engine.rehearsal.palette import Palette

LEFT_EDGE, RIGHT_EDGE = 46.0, 612.0
WHITE = (255, 255, 255)
NIGHT = (12, 13, 20)


def draw_card(
    canvas: skia.Canvas, lettering: Lettering, t: float, picture: Format, palette: Palette
) -> None:
    """One lettering at second `t` of the shot: in within a few frames, out at its end."""
    since = t - lettering.at
    left = lettering.duration - since
    shown = min(ease(since / 0.22), ease(left / 0.18) if left < 0.18 else 1.0)
    canvas.save()
    canvas.scale(picture.height / 1280, picture.height / 1280)
    canvas.translate((picture.width / picture.height * 1280 - 720) / 2, 0)
    CARDS[lettering.kind](canvas, lettering.text, since, shown, palette)
    canvas.restore()


@lru_cache(maxsize=64)
def _text(words: str, size: float, height: float, color: Color, role: Role, centre: bool) -> Text:
    return fitted(
        words,
        size,
        RIGHT_EDGE - LEFT_EDGE - 40,
        height,
        color,
        role=role,
        align=CENTRE if centre else LEFT,
    )


def _caption(canvas: skia.Canvas, words: str, since: float, shown: float, palette: Palette) -> None:
    """A comic caption box at the upper left: plate, accent edge, hard shadow."""
    text = _text(words, 40, 260, NIGHT, Role.COMIC, False)
    plate = skia.Rect.MakeXYWH(LEFT_EDGE - 4, 128, text.longest + 52, text.height + 28)
    canvas.save()
    canvas.translate((shown - 1) * (plate.right() + 10), 0)
    canvas.drawRect(plate.makeOffset(7, 8), paint(NIGHT, 0.6))
    canvas.drawRect(plate, paint(mix(palette.tone(1.0), (255, 252, 240), 0.6)))
    canvas.drawRect(
        skia.Rect.MakeXYWH(plate.left(), plate.top(), 12, plate.height()), paint(palette.accent)
    )
    canvas.drawRect(plate, pen(NIGHT, 3.5))
    text.draw(canvas, plate.left() + 30, plate.top() + 14)
    canvas.restore()


def _name_card(
    canvas: skia.Canvas, words: str, since: float, shown: float, palette: Palette
) -> None:
    """A slanted plate that slides in at the lower left; a second line is smaller."""
    name, _, role = words.partition("\n")
    text = _text(name, 58, 150, WHITE, Role.COMIC, False)
    under = _text(role, 32, 90, WHITE, Role.COMIC, False) if role else None
    wide = max(text.longest, under.longest if under else 0) + 70
    high = text.height + (under.height if under else 0) + 30
    top = 1010 - high
    canvas.save()
    canvas.translate((shown - 1) * (wide + 80), 0)
    plate = skia.Path()
    plate.addPoly(
        [
            skia.Point(0, top),
            skia.Point(LEFT_EDGE + wide + 22, top),
            skia.Point(LEFT_EDGE + wide - 10, top + high),
            skia.Point(0, top + high),
        ],
        True,
    )
    edge = skia.Path(plate)
    edge.offset(14, 10)
    canvas.drawPath(edge, paint(palette.accent))
    canvas.drawPath(plate, paint(NIGHT))
    text.draw(canvas, LEFT_EDGE, top + 12)
    if under:
        under.draw(canvas, LEFT_EDGE, top + 12 + text.height)
    canvas.restore()


def _episode_title(
    canvas: skia.Canvas, words: str, since: float, shown: float, palette: Palette
) -> None:
    """Large words between two brush strokes of the accent, over a dark band."""
    text = _text(words, 84, 330, WHITE, Role.TITLE, True)
    middle = 830.0
    top = middle - text.height / 2
    grow = settle(since / 0.5)
    canvas.drawRect(
        skia.Rect.MakeLTRB(-400, top - 46, 1120, top + text.height + 46), paint(NIGHT, 0.74 * shown)
    )
    for y in (top - 40, top + text.height + 40):
        half = 300 * grow
        canvas.drawLine(360 - half, y, 360 + half, y, pen(palette.accent, 7, shown))
    canvas.saveLayerAlpha(None, round(255 * shown))
    text.draw(canvas, 360 - (RIGHT_EDGE - LEFT_EDGE - 40) / 2, top)
    canvas.restore()


def _to_be_continued(
    canvas: skia.Canvas, words: str, since: float, shown: float, palette: Palette
) -> None:
    """An arrow-shaped plate that comes from the left edge."""
    text = _text(words, 60, 150, WHITE, Role.COMIC, False)
    wide, high = text.longest + 60, text.height + 36
    top = 1010 - high
    canvas.save()
    canvas.translate((settle(since / 0.4) - 1) * (wide + 120), 0)
    arrow = skia.Path()
    arrow.addPoly(
        [
            skia.Point(-80, top),
            skia.Point(LEFT_EDGE + wide - 20, top),
            skia.Point(LEFT_EDGE + wide + 34, top + high / 2),
            skia.Point(LEFT_EDGE + wide - 20, top + high),
            skia.Point(-80, top + high),
        ],
        True,
    )
    canvas.drawPath(arrow, pen(palette.accent, 16, shown))
    canvas.drawPath(arrow, paint(NIGHT, 0.94 * shown))
    text.draw(canvas, LEFT_EDGE, top + 18)
    canvas.restore()


Card = Callable[[skia.Canvas, str, float, float, Palette], None]

CARDS: dict[LetteringKind, Card] = {
    LetteringKind.CAPTION: _caption,
    LetteringKind.NAME_CARD: _name_card,
    LetteringKind.EPISODE_TITLE: _episode_title,
    LetteringKind.TO_BE_CONTINUED: _to_be_continued,
}
