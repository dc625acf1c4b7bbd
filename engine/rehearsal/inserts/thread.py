"""A conversation on a phone: message by message, with what happens between them."""

import re
from dataclasses import dataclass

import skia

from engine.rehearsal.easing import settle
from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.phone import (
    FROST,
    GREY,
    INK,
    WHITE,
    avatar,
    clock,
    held,
    phone,
    status,
    unknown,
    words_of,
)
from engine.rehearsal.lettering.contrast import legible
from engine.rehearsal.lettering.type import Text
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

OWN = re.compile(r"^\s*(?:me|you|yo|tú|我|自己)\s*[:：]\s*", re.IGNORECASE)
TOP, BOTTOM = 356.0, 1030.0  # of the messages; below are the captions
LEFT, RIGHT = 124.0, 566.0
WIDEST, PAD, BETWEEN = 340.0, 22.0, 22.0
FIRST, PAUSE = 0.35, 0.9  # seconds until the first message, and at most between two


@dataclass(frozen=True)
class Message:
    text: Text
    own: bool  # of who holds the phone
    at: float  # seconds at which it comes


@dataclass(frozen=True)
class Look:
    """The colours of a phone by day and by night."""

    glass: Color
    bar: Color
    ink: Color
    faint: Color
    theirs: Color
    ours: Color


def look_of(sight: Sight) -> Look:
    ours = legible(mix(sight.palette.accent, (20, 60, 140), 0.75), WHITE)
    if sight.palette.hour.lamps:
        return Look((17, 19, 27), (28, 31, 42), WHITE, (158, 166, 182), (50, 54, 68), ours)
    return Look((240, 242, 246), WHITE, INK, GREY, WHITE, ours)


def messages(sight: Sight, look: Look) -> list[Message]:
    """The lines of the text, each as large as there is room for all."""
    lines = [line for line in sight.insert.text.split("\n") if line.strip()] or ["…"]
    room = (BOTTOM - TOP) / len(lines) - BETWEEN - 2 * PAD
    gap = min(PAUSE, max(sight.duration - FIRST - 0.8, 0.1) / len(lines))
    found = []
    for index, line in enumerate(lines):
        own = bool(OWN.match(line))
        color = WHITE if own else look.ink
        text = words_of(OWN.sub("", line), 54 if len(lines) < 4 else 44, WIDEST, room, color)
        found.append(Message(text, own, FIRST + index * gap))
    return found


def text_message(canvas: skia.Canvas, sight: Sight) -> None:
    """Each line of the text is a bubble; while the other one writes, three dots move."""
    look = look_of(sight)
    phone(canvas, look.glass)
    thread = messages(sight, look)
    day = words_of(f"{sight.said('Today', '今天', 'Hoy')} {clock(sight)}", 26, 300, 40, look.faint)
    day.draw(canvas, 343 - day.longest / 2, 308)
    y = TOP
    for message in thread:
        if sight.t < message.at:
            if not message.own:
                _typing(canvas, sight, look, y)
            break
        y = _bubble(canvas, sight, look, message, y)
    last = [message for message in thread if message.at <= sight.t][-1:]
    if last and last[0].own and sight.t > last[0].at + 0.5:
        seen = words_of(
            f"{sight.said('Read', '已读', 'Leído')} {clock(sight)}", 26, 200, 40, look.faint
        )
        seen.draw(canvas, RIGHT - seen.longest, y - 12)
    _bars(canvas, sight, look)
    held(canvas, sight)


def _bars(canvas: skia.Canvas, sight: Sight, look: Look) -> None:
    """Who it is from, above; where one would write, below."""
    canvas.drawRect(skia.Rect.MakeLTRB(100, 132, 586, 296), paint(look.bar))
    canvas.drawLine(100, 296, 586, 296, pen(mix(look.bar, look.faint, 0.4), 2))
    status(canvas, sight, look.ink)
    arrow = skia.Path()
    arrow.addPoly([skia.Point(140, 222), skia.Point(124, 240), skia.Point(140, 258)], False)
    canvas.drawPath(arrow, pen(look.ours if look.ink == INK else FROST, 6))
    name = sight.insert.sender
    avatar(canvas, 196, 240, 36, name)
    title = words_of(name or unknown(sight), 38, 320, 56, look.ink)
    title.draw(canvas, 248, 240 - title.height / 2)
    canvas.drawRect(skia.Rect.MakeLTRB(100, 1090, 586, 1190), paint(look.bar))
    field = skia.Rect.MakeLTRB(124, 1102, 500, 1148)
    canvas.drawRoundRect(field, 23, 23, paint(mix(look.bar, look.faint, 0.16)))
    canvas.drawCircle(540, 1125, 23, paint(look.ours))


def _bubble(canvas: skia.Canvas, sight: Sight, look: Look, message: Message, y: float) -> float:
    """One message that has come; where the next one stands."""
    text = message.text
    wide, high = text.longest + 2 * PAD + 8, text.height + 2 * PAD
    left = RIGHT - wide if message.own else LEFT
    box = skia.Rect.MakeXYWH(left, y, wide, high)
    grow = max(settle((sight.t - message.at) / 0.32), 0.02)
    corner = box.right() if message.own else box.left()
    canvas.save()
    canvas.translate(corner, box.bottom())
    canvas.scale(grow, grow)
    canvas.translate(-corner, -box.bottom())
    radii = [(30, 30)] * 4
    radii[2 if message.own else 3] = (8, 8)
    shape = skia.RRect()
    shape.setRectRadii(box, [skia.Point(*radius) for radius in radii])
    canvas.drawRRect(shape.makeOffset(0, 4), paint((0, 0, 0), 0.16))
    canvas.drawRRect(shape, paint(look.ours if message.own else look.theirs))
    text.draw(canvas, left + PAD + 2, y + PAD)
    canvas.restore()
    return y + high + BETWEEN


def _typing(canvas: skia.Canvas, sight: Sight, look: Look, y: float) -> None:
    box = skia.Rect.MakeXYWH(LEFT, y, 128, 70)
    canvas.drawRoundRect(box, 34, 34, paint(look.theirs))
    for dot in range(3):
        on = int(sight.t * 7) % 3 == dot
        color = look.ink if on else look.faint
        canvas.drawCircle(LEFT + 34 + dot * 30, y + 35 - (8 if on else 0), 9, paint(color))
