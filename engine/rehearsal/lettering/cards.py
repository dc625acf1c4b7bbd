"""Cards of lettering over the picture: place and time, names, titles, "to be continued".

One design: white type on ink, one slant, one accent, halftone where the ink ends. Set in a frame of
720×1280 and scaled; all stays in the safe area: 8 % off the top, 18 % off the bottom, 14 % off the
right.
"""

import re
from collections.abc import Callable

import skia

from engine.contracts import Format, Lettering, LetteringKind
from engine.rehearsal.lettering.breaking import columns, is_wide
from engine.rehearsal.lettering.contrast import legible
from engine.rehearsal.lettering.parts import Enter, Part, Pieces
from engine.rehearsal.lettering.plates import COVER, NIGHT, ground, slanted
from engine.rehearsal.lettering.type import Role, Style, Text, fitted
from engine.rehearsal.light import Color
from engine.rehearsal.painter import paint, polygon
from engine.rehearsal.palette import Palette

LEFT_EDGE, RIGHT_EDGE, TOP_EDGE, BOTTOM_EDGE = 46.0, 612.0, 112.0, 1036.0
ROOM = RIGHT_EDGE - LEFT_EDGE
WHITE, PALE = (255, 255, 255), (214, 219, 230)
HEADING = 9.0  # squares that the first part of a caption may have to be set large
PARTS = re.compile(r"\n|(?<=[.。])\s*(?=\S)|(?<=[，—–|｜·])\s*|\s+[-–—|·]\s+|,\s+")
JOINTS = " .。，,—–|｜·-"


class Card:
    """One lettering of a shot, laid out when it is first seen."""

    def __init__(self, lettering: Lettering, picture: Format, palette: Palette) -> None:
        self.lettering = lettering
        accent = legible(palette.accent, NIGHT)
        self._pieces = Pieces(CARDS[lettering.kind](lettering.text, accent), picture)

    def draw(self, canvas: skia.Canvas, t: float) -> None:
        """At second `t` of the shot."""
        since = t - self.lettering.at
        self._pieces.draw(canvas, since, self.lettering.duration - since)


def _box(text: Text, x: float, y: float) -> skia.Rect:
    """What `text` covers when it stands at `x`, `y`, with room for what its letters throw."""
    return skia.Rect.MakeLTRB(x - 8, y - 8, x + text.longest + 24, y + text.height + 12)


def _set(text: Text, x: float, y: float, enter: Enter, delay: float) -> Part:
    return Part(_box(text, x, y), lambda canvas: text.draw(canvas, x, y), enter, delay)


def _display(words: str, size: float, height: float) -> Text:
    """Capitals of a narrow face; Chinese is set smaller and wider apart: its squares are full."""
    if any(map(is_wide, words)):
        return fitted(
            words,
            size * 0.78,
            ROOM,
            height,
            WHITE,
            Style(Role.DISPLAY, tracking=0.08, leading=1.22),
        )
    return fitted(
        words, size, ROOM, height, WHITE, Style(Role.DISPLAY, tracking=0.02, leading=0.98)
    )


def halves(words: str) -> tuple[str, str]:
    """The first part of a caption where it is short, and the rest: time or place, then more."""
    found = PARTS.search(words.strip())
    if found is None:
        return words.strip(" .。") if columns(words) <= HEADING * 2 else words, ""
    head, rest = words[: found.start()].strip(JOINTS), words[found.end() :].strip()
    if not head or columns(head) > HEADING or not rest:
        return words, ""
    return head, rest.rstrip(JOINTS) if columns(rest) < 2 * HEADING else rest


def _caption(words: str, accent: Color) -> list[Part]:
    """Time and place at the upper left, on ink from the frame's edge with a slanted end."""
    head, rest = halves(words)
    short = columns(head) <= HEADING * 2
    first = (
        _display(head, 68, 150)
        if short
        else fitted(head, 40, ROOM, 250, WHITE, Style(Role.SCREEN, leading=1.3))
    ).even()
    second = fitted(rest, 34, ROOM, 96, PALE, Style(Role.SCREEN, leading=1.25)) if rest else None
    wide = max(first.longest, second.longest if second else 0.0)
    top, x = TOP_EDGE + 12, LEFT_EDGE
    high = first.height + (second.height + 4 if second else 0) + 34
    right = min(x + wide + 34, 624.0)

    def plate(canvas: skia.Canvas) -> None:
        canvas.drawPath(slanted(-20, top, right, top + high), paint(NIGHT, COVER))
        canvas.drawRect(skia.Rect.MakeLTRB(-20, top, 18, top + high), paint(accent))

    parts = [
        Part(skia.Rect.MakeLTRB(-20, top, right + high * 0.24, top + high), plate, Enter.WIPE),
        _set(first, x, top + 16, Enter.RISE, 0.12),
    ]
    if second:
        parts.append(_set(second, x, top + 20 + first.height, Enter.RISE, 0.22))
    return parts


def _previously(words: str, accent: Color) -> list[Part]:
    """A small line in spaced capitals under two rules, as every recap has it."""
    head, rest = halves(words)
    text = fitted(head, 40, ROOM - 60, 100, WHITE, Style(Role.DISPLAY, tracking=0.14, leading=1.1))
    under = fitted(rest, 32, ROOM - 40, 90, PALE, Style(Role.SCREEN)) if rest else None
    top = TOP_EDGE + 12
    high = text.height + (under.height if under else 0) + 28
    right = LEFT_EDGE + max(text.longest, under.longest if under else 0) + 60

    def plate(canvas: skia.Canvas) -> None:
        canvas.drawPath(slanted(-20, top, right, top + high), paint(NIGHT, COVER))
        for x in (LEFT_EDGE - 26, LEFT_EDGE - 8):
            mark = polygon([(x, top + 16), (x + 16, top + high / 2), (x, top + high - 16)])
            canvas.drawPath(mark, paint(accent))

    parts = [
        Part(skia.Rect.MakeLTRB(-20, top, right + high * 0.24, top + high), plate, Enter.SLIDE),
        _set(text, LEFT_EDGE + 20, top + 14, Enter.FADE, 0.16),
    ]
    if under:
        parts.append(_set(under, LEFT_EDGE + 20, top + 16 + text.height, Enter.FADE, 0.26))
    return parts


def _name_card(words: str, accent: Color) -> list[Part]:
    """Who this is, at the lower left: the name large, what they are below it."""
    name, _, role = words.partition("\n")
    first = _display(name, 96, 190).even()
    second = fitted(role, 34, ROOM, 96, PALE, Style(Role.SCREEN, leading=1.2)) if role else None
    wide = max(first.longest, second.longest if second else 0.0)
    high = first.height + (second.height + 6 if second else 0) + 34
    top = BOTTOM_EDGE - high - 12
    right = min(LEFT_EDGE + wide + 40, 640.0)
    end = right + (high + 14) * 0.24

    def plate(canvas: skia.Canvas) -> None:
        canvas.drawPath(slanted(-20, top, right, top + high), paint(NIGHT, 0.92))

    def edge(canvas: skia.Canvas) -> None:
        canvas.drawPath(slanted(-20, top + high, right + 6, top + high + 10), paint(accent))

    parts = [
        Part(skia.Rect.MakeLTRB(-20, top, end, top + high), plate, Enter.SLIDE),
        Part(skia.Rect.MakeLTRB(-20, top + high, end, top + high + 10), edge, Enter.WIPE, 0.2),
        _set(first, LEFT_EDGE, top + 16, Enter.RISE, 0.14),
    ]
    if second:
        parts.append(_set(second, LEFT_EDGE, top + 22 + first.height, Enter.RISE, 0.24))
    return parts


def _episode_title(words: str, accent: Color) -> list[Part]:
    """A serif as large as it fits at the foot of the safe area; what precedes it small above."""
    kicker, _, title = words.rpartition("\n")
    text = fitted(title, 128, ROOM, 330, WHITE, Style(Role.TITLE, leading=1.12)).even()
    above = (
        fitted(kicker, 38, ROOM, 50, accent, Style(Role.DISPLAY, tracking=0.16)) if kicker else None
    )
    top = BOTTOM_EDGE - 40 - text.height
    head = top - (above.height + 10 if above else 0)

    def ink(canvas: skia.Canvas) -> None:
        ground(canvas, head - 150, head - 34, BOTTOM_EDGE + 30, BOTTOM_EDGE + 150)

    def rule(canvas: skia.Canvas) -> None:
        y = top + text.height + 16
        canvas.drawPath(
            polygon([(LEFT_EDGE, y), (232, y), (230, y + 9), (LEFT_EDGE, y + 9)]), paint(accent)
        )

    y = top + text.height + 14
    parts = [
        Part(skia.Rect.MakeLTRB(0, head - 150, 720, BOTTOM_EDGE + 160), ink),
        _set(text, LEFT_EDGE, top, Enter.RISE, 0.2),
        Part(skia.Rect.MakeLTRB(LEFT_EDGE, y, 240, y + 14), rule, Enter.WIPE, 0.4),
    ]
    if above:
        parts.append(_set(above, LEFT_EDGE + 2, head, Enter.FADE, 0.1))
    return parts


def _to_be_continued(words: str, accent: Color) -> list[Part]:
    """Large spaced words that drift on, and three arrows that point further."""
    text = _display(words, 100, 130)
    top = BOTTOM_EDGE - text.height - 30
    first = LEFT_EDGE + 4

    def ink(canvas: skia.Canvas) -> None:
        ground(canvas, top - 150, top - 26, BOTTOM_EDGE + 20, BOTTOM_EDGE + 170)

    def arrow(x: float) -> Callable[[skia.Canvas], None]:
        y = top - 2
        shape = polygon(
            [
                (x, y - 36),
                (x + 17, y - 36),
                (x + 37, y - 16),
                (x + 17, y + 4),
                (x, y + 4),
                (x + 20, y - 16),
            ]
        )
        return lambda canvas: canvas.drawPath(shape, paint(accent))

    arrows = [
        Part(
            skia.Rect.MakeXYWH(x - 2, top - 42, 44, 52),
            arrow(x),
            Enter.FADE,
            0.25 + 0.12 * index,
            glides=9.0,
        )
        for index, x in enumerate((first, first + 36, first + 72))
    ]
    words_part = Part(
        _box(text, LEFT_EDGE, top + 14),
        lambda canvas: text.draw(canvas, LEFT_EDGE, top + 14),
        Enter.RISE,
        0.12,
    )
    return [
        Part(skia.Rect.MakeLTRB(0, top - 150, 720, BOTTOM_EDGE + 176), ink),
        *arrows,
        words_part,
    ]


Layout = Callable[[str, Color], list[Part]]

CARDS: dict[LetteringKind, Layout] = {
    LetteringKind.CAPTION: _caption,
    LetteringKind.PREVIOUSLY: _previously,
    LetteringKind.NAME_CARD: _name_card,
    LetteringKind.EPISODE_TITLE: _episode_title,
    LetteringKind.TO_BE_CONTINUED: _to_be_continued,
}
