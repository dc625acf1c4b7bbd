"""A phone that fills the frame: a conversation, or what its screen says."""

from functools import lru_cache

import skia

from engine.rehearsal.camera import settle
from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.hands import thumb, tips
from engine.rehearsal.lettering.type import CENTRE, Role, Style, Text, fitted
from engine.rehearsal.light import Color
from engine.rehearsal.painter import paint, pen

INK, GLASS, BUBBLE, GREY = (14, 15, 22), (240, 242, 246), (255, 255, 255), (96, 102, 116)
BODY = skia.Rect.MakeLTRB(84, 128, 602, 1180)
SCREEN = skia.Rect.MakeLTRB(104, 176, 582, 1132)


@lru_cache(maxsize=64)
def _text(words: str, size: float, wide: float, high: float, color: Color, centre: bool) -> Text:
    if centre:
        return fitted(words, size, wide, high, color, Style(Role.SCREEN, CENTRE))
    return fitted(words, size, wide, high, color, Style(Role.SCREEN))


def _phone(canvas: skia.Canvas, glass: Color) -> None:
    for rect, radius, brush in (
        (BODY.makeOffset(12, 14), 62, paint((0, 0, 0), 0.5)),
        (BODY, 62, paint((32, 34, 42))),
        (BODY, 62, pen(INK, 7)),
        (SCREEN, 34, paint(glass)),
    ):
        canvas.drawRoundRect(rect, radius, radius, brush)
    canvas.drawLine(96, 240, 96, 420, pen((108, 112, 126), 4))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(288, 142, 398, 158), 8, 8, paint((70, 74, 86)))


def text_message(canvas: skia.Canvas, sight: Sight) -> None:
    """Each line of the text is a bubble; before the first, the other one is typing."""
    _phone(canvas, GLASS)
    canvas.save()
    canvas.clipRRect(skia.RRect.MakeRectXY(SCREEN, 34, 34), True)
    _header(canvas, sight)
    lines = [line for line in sight.insert.text.split("\n") if line.strip()] or ["…"]
    start, gap = 0.55, min(0.7, 0.5 * sight.duration / len(lines))
    y = 372.0
    room = 1100 - y
    for index, line in enumerate(lines):
        since = sight.t - start - index * gap
        text = _text(line, 56, 380, room / len(lines) - 40, INK, False)
        if since < 0:
            _typing(canvas, y, sight.t)
            break
        _bubble(canvas, text, y, settle(since / 0.3))
        y += text.height + 82
    canvas.restore()
    tips(canvas, sight, BODY.left(), 640)
    thumb(canvas, sight, 606, 900)


def _header(canvas: skia.Canvas, sight: Sight) -> None:
    canvas.drawRect(skia.Rect.MakeLTRB(104, 176, 582, 318), paint((255, 255, 255)))
    canvas.drawLine(104, 318, 582, 318, pen((204, 208, 216), 3))
    canvas.drawCircle(166, 250, 38, paint(sight.palette.accent))
    canvas.drawCircle(166, 250, 38, pen(INK, 4))
    name = sight.insert.sender or ("未知号码" if sight.chinese else "Unknown number")
    initial = _text(name[:1].upper(), 42, 76, 60, (255, 255, 255), True)
    initial.draw(canvas, 128, 250 - initial.height / 2)
    title = _text(name, 40, 340, 100, INK, False)
    title.draw(canvas, 224, 250 - title.height / 2)


def _bubble(canvas: skia.Canvas, text: Text, y: float, grow: float) -> None:
    box = skia.Rect.MakeXYWH(128, y, text.longest + 52, text.height + 40)
    canvas.save()
    canvas.translate(128, y + box.height())
    canvas.scale(max(grow, 0.01), max(grow, 0.01))
    canvas.translate(-128, -(y + box.height()))
    path = skia.Path()
    path.addRoundRect(box, 30, 30)
    tail = skia.Path()
    tail.addPoly(
        [
            skia.Point(136, box.bottom() - 34),
            skia.Point(114, box.bottom() + 10),
            skia.Point(176, box.bottom() - 6),
        ],
        True,
    )
    for part in (path, tail):
        canvas.drawPath(part, pen(INK, 6))
    for part in (path, tail):
        canvas.drawPath(part, paint(BUBBLE))
    text.draw(canvas, 154, y + 20)
    canvas.restore()


def _typing(canvas: skia.Canvas, y: float, t: float) -> None:
    box = skia.Rect.MakeXYWH(128, y, 132, 72)
    canvas.drawRoundRect(box, 34, 34, paint(BUBBLE))
    canvas.drawRoundRect(box, 34, 34, pen(INK, 4))
    for dot in range(3):
        lift = 9 if int(t * 6) % 3 == dot else 0
        canvas.drawCircle(164 + dot * 30, y + 37 - lift, 8, paint(GREY))


LIVE = ("live", "watching", "直播", "观看", "在线", "directo", "en vivo")
CALLS = ("call", "来电", "通话", "llamada", "incoming")


def phone_screen(canvas: skia.Canvas, sight: Sight) -> None:
    """What the screen says as what it is: a live stream, a call, or something that came in."""
    words = sight.insert.text.lower()
    if any(word in words for word in LIVE):
        live(canvas, sight)
    elif any(word in words for word in CALLS) or len(words) < 3:
        call(canvas, sight)
    else:
        notice(canvas, sight)


def notice(canvas: skia.Canvas, sight: Sight) -> None:
    """A locked screen on which a note slides in."""
    _phone(canvas, (24, 28, 46))
    palette = sight.palette
    canvas.save()
    canvas.clipRRect(skia.RRect.MakeRectXY(SCREEN, 34, 34), True)
    for step, alpha in ((420, 0.18), (300, 0.2), (180, 0.24)):
        canvas.drawCircle(460, 900, step, paint(palette.accent, alpha))
    hour = _text("23:47", 108, 420, 140, (255, 255, 255), True)
    hour.draw(canvas, 133, 262)
    slide = settle((sight.t - 0.2) / 0.35) if sight.t > 0.2 else 0.0
    words = _text(sight.insert.text or "…", 50, 370, 300, INK, False)
    box = skia.Rect.MakeXYWH(126, 470 - 60 * (1 - slide), 434, words.height + 128)
    if slide > 0:
        canvas.drawRoundRect(box, 30, 30, paint((248, 248, 252), min(slide, 1.0) * 0.96))
        canvas.drawCircle(168, box.top() + 46, 20, paint(palette.accent))
        name = sight.insert.sender or ("未知号码" if sight.chinese else "Unknown number")
        _text(name, 32, 320, 44, GREY, False).draw(canvas, 200, box.top() + 26)
        words.draw(canvas, 156, box.top() + 92)
    canvas.restore()
    tips(canvas, sight, BODY.left(), 640)
    thumb(canvas, sight, 606, 900)


def live(canvas: skia.Canvas, sight: Sight) -> None:
    """A stream that many watch: a red badge, a count that runs, hearts that rise."""
    _phone(canvas, (22, 20, 30))
    canvas.save()
    canvas.clipRRect(skia.RRect.MakeRectXY(SCREEN, 34, 34), True)
    palette = sight.palette
    for band in range(6):
        top = SCREEN.top() + band * SCREEN.height() / 6
        canvas.drawRect(
            skia.Rect.MakeLTRB(SCREEN.left(), top, SCREEN.right(), SCREEN.bottom()),
            paint(palette.tone(0.12 + 0.05 * band)),
        )
    canvas.drawCircle(343, 640, 92, paint((16, 16, 24), 0.9))
    canvas.drawOval(skia.Rect.MakeLTRB(170, 740, 516, 1240), paint((16, 16, 24), 0.9))
    badge = skia.Rect.MakeXYWH(132, 214, 132, 62)
    canvas.drawRoundRect(badge, 14, 14, paint((226, 38, 56)))
    word = "直播" if sight.chinese else "LIVE"
    mark = _text(word, 40, 120, 56, (255, 255, 255), True)
    mark.draw(canvas, 138, badge.centerY() - mark.height / 2)
    if int(sight.t * 3) % 2 == 0:
        canvas.drawCircle(284, 245, 9, paint((226, 38, 56)))
    chance = sight.random()
    for _ in range(14):
        speed, x = chance.uniform(160, 300), chance.uniform(430, 560)
        y = 1110 - (sight.t * speed + chance.random() * 760) % 760
        canvas.drawCircle(x, y, chance.uniform(7, 14), paint((255, 92, 122), 0.85))
    canvas.drawRect(skia.Rect.MakeLTRB(104, 860, 582, 1132), paint((10, 10, 16), 0.72))
    words = _text(sight.insert.text, 50, 420, 220, (255, 255, 255), True)
    words.draw(canvas, 133, 884)
    canvas.restore()
    tips(canvas, sight, BODY.left(), 640)
    thumb(canvas, sight, 606, 900)


def call(canvas: skia.Canvas, sight: Sight) -> None:
    """A dark screen with a caller on it, large; two round buttons that ask for an answer."""
    _phone(canvas, (18, 21, 34))
    palette = sight.palette
    canvas.save()
    canvas.clipRRect(skia.RRect.MakeRectXY(SCREEN, 34, 34), True)
    for step, alpha in ((380, 0.16), (270, 0.2), (170, 0.3)):
        pulse = 1 + 0.04 * ((sight.t * 2) % 1)
        canvas.drawCircle(343, 430, step * pulse, paint(palette.accent, alpha))
    canvas.drawCircle(343, 430, 96, paint(palette.grade("#d8c4b0", 0.8)))
    canvas.drawCircle(343, 430, 96, pen((255, 255, 255), 5))
    canvas.drawCircle(343, 408, 34, paint((60, 64, 82)))
    canvas.drawOval(skia.Rect.MakeLTRB(283, 450, 403, 560), paint((60, 64, 82)))
    canvas.drawRect(skia.Rect.MakeLTRB(104, 596, 582, 884), paint((18, 21, 34), 0.82))
    words = sight.insert.text or sight.insert.sender
    text = _text(words, 54, 420, 240, (255, 255, 255), True)
    text.draw(canvas, 133, 622)
    if sight.insert.sender and sight.insert.sender != words:
        sender = _text(sight.insert.sender, 38, 420, 60, (214, 220, 232), True)
        sender.draw(canvas, 133, 820)
    for x, color in ((218, (224, 52, 62)), (468, (40, 176, 96))):
        canvas.drawCircle(x, 1000, 58 + 4 * ((sight.t * 3) % 1), paint(color, 0.4))
        canvas.drawCircle(x, 1000, 52, paint(color))
        receiver = skia.Path()
        receiver.addArc(skia.Rect.MakeXYWH(x - 26, 984, 52, 44), 200, 140)
        canvas.drawPath(receiver, pen((255, 255, 255), 12))
    canvas.restore()
    tips(canvas, sight, BODY.left(), 640)
    thumb(canvas, sight, 606, 900)
