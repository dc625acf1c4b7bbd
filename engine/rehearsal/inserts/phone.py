"""A phone in the hand: its body and glass, and what its screen says besides messages."""

import re
from functools import lru_cache
from math import pi, sin
from zlib import crc32

import skia

from engine.rehearsal.easing import ease, settle
from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.hands import thumb, tips
from engine.rehearsal.lettering.contrast import legible
from engine.rehearsal.lettering.type import CENTRE, LEFT, Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

INK, WHITE, GREY, FROST = (14, 15, 22), (255, 255, 255), (86, 92, 106), (214, 220, 232)
RED, GREEN = (214, 40, 56), (24, 150, 78)
BODY = skia.Rect.MakeLTRB(84, 116, 602, 1196)
SCREEN = skia.Rect.MakeLTRB(100, 132, 586, 1180)
RADIUS = 62.0
COLORS = ((204, 84, 72), (64, 112, 190), (120, 84, 178), (38, 128, 112), (190, 116, 34))


@lru_cache(maxsize=64)
def words_of(
    words: str, size: float, wide: float, high: float, color: Color, centre: bool = False
) -> Text:
    style = Style(Role.SCREEN, CENTRE if centre else LEFT, leading=1.25)
    return fitted(words, size, wide, high, color, style)


@lru_cache(maxsize=8)
def figures(words: str, size: float, wide: float, color: Color) -> Text:
    return fitted(words, size, wide, size * 1.3, color, Style(Role.DISPLAY, CENTRE, tracking=0.02))


def clock(sight: Sight) -> str:
    """What the clock of the phone shows, by the hour of the scene."""
    chance = sight.random()
    late = sight.palette.hour.lamps
    return f"{chance.choice((21, 22, 23) if late else (10, 11, 14, 15))}:{chance.randrange(10, 60)}"


def color_of(name: str) -> Color:
    """The colour of someone's avatar, always the same."""
    return legible(COLORS[crc32(name.encode()) % len(COLORS)], WHITE)


def unknown(sight: Sight) -> str:
    return sight.said("Unknown number", "未知号码", "Número desconocido")


def phone(canvas: skia.Canvas, glass: Color) -> None:
    """Light round it, body and glass; what is drawn next is cut at the screen."""
    canvas.drawImage(_body(glass), -30, -40)
    canvas.save()
    canvas.clipRRect(skia.RRect.MakeRectXY(SCREEN, RADIUS - 14, RADIUS - 14), True)


@lru_cache(maxsize=1)
def _body(glass: Color) -> skia.Image:
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32(780, 1380, skia.kPremul_AlphaType))
    canvas = surface.getCanvas()
    canvas.translate(30, 40)
    light = mix(glass, (170, 200, 255), 0.4)
    for grow, alpha in ((110, 0.05), (70, 0.07), (34, 0.1)):
        rect = BODY.makeOutset(grow, grow)
        canvas.drawRoundRect(rect, RADIUS + grow, RADIUS + grow, paint(light, alpha))
    canvas.drawRoundRect(BODY.makeOffset(14, 18), RADIUS, RADIUS, paint((0, 0, 0), 0.5))
    for y in (330, 430):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(78, y, 10, 74), 4, 4, paint((52, 55, 66)))
    canvas.drawRoundRect(BODY, RADIUS, RADIUS, paint((58, 61, 73)))
    canvas.drawRoundRect(BODY.makeInset(5, 5), RADIUS - 5, RADIUS - 5, paint((10, 10, 14)))
    canvas.drawRoundRect(BODY, RADIUS, RADIUS, pen(INK, 5))
    canvas.drawLine(87, 210, 87, 300, pen((150, 156, 172), 3))
    canvas.drawRoundRect(SCREEN, RADIUS - 14, RADIUS - 14, paint(glass))
    return surface.makeImageSnapshot()


def held(canvas: skia.Canvas, sight: Sight) -> None:
    """A gleam over the glass, the camera's pill and the hand that holds it; ends `phone`."""
    shine = skia.Path()
    x = 120 + 40 * sight.t / sight.duration
    corners = ((x + 330, 120), (x + 470, 120), (x + 120, 1200), (x - 20, 1200))
    shine.addPoly([skia.Point(*corner) for corner in corners], True)
    canvas.drawPath(shine, paint(WHITE, 0.035))
    canvas.restore()
    canvas.drawRoundRect(skia.Rect.MakeLTRB(286, 146, 400, 178), 16, 16, paint((8, 8, 12)))
    canvas.drawCircle(382, 162, 6, paint((34, 44, 70)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(262, 1160, 424, 1167), 4, 4, paint(GREY))
    tips(canvas, sight, BODY.left(), 660)
    thumb(canvas, sight, 606, 930)


def status(canvas: skia.Canvas, sight: Sight, color: Color) -> None:
    """Time, signal and battery, as small as they are."""
    text = words_of(clock(sight), 25, 90, 40, color)
    text.draw(canvas, 140, 162 - text.height / 2)
    for bar in range(4):
        high = 6 + bar * 5
        canvas.drawRect(skia.Rect.MakeXYWH(452 + bar * 8, 172 - high, 5, high), paint(color))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(496, 152, 42, 20), 6, 6, pen(color, 2.5))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(500, 156, 26, 12), 3, 3, paint(color))
    canvas.drawRect(skia.Rect.MakeXYWH(540, 158, 4, 8), paint(color))


def avatar(canvas: skia.Canvas, x: float, y: float, radius: float, name: str) -> None:
    """A round of the person's colour with the first letter; of a stranger a grey head."""
    known = bool(name)
    canvas.drawCircle(x, y, radius, paint(color_of(name) if known else (112, 118, 132)))
    if not known:
        canvas.save()
        clip = skia.Path()
        clip.addCircle(x, y, radius)
        canvas.clipPath(clip, True)
        canvas.drawCircle(x, y - radius * 0.2, radius * 0.36, paint((226, 230, 238)))
        canvas.drawCircle(x, y + radius * 0.98, radius * 0.72, paint((226, 230, 238)))
        canvas.restore()
        return
    initial = words_of(name[:1].upper(), radius * 1.05, radius * 2, radius * 2, WHITE, True)
    initial.draw(canvas, x - radius, y - initial.height / 2)


LIVE = ("live", "watching", "直播", "观看", "在线", "directo", "en vivo")
CALLS = ("call", "来电", "通话", "llamada", "incoming")
CALLING = re.compile(
    r"(?:incoming\s+)?(?:video\s+)?call(?:ing|s)?(?:\s+from)?|来电(?:显示)?|正在呼叫|"
    r"llamada(?: de)?|[:：]",
    re.IGNORECASE,
)


def phone_screen(canvas: skia.Canvas, sight: Sight) -> None:
    """What the screen says as what it is: a live stream, a call, or something that came in."""
    words = sight.insert.text.lower()
    named = words.strip(" .…") == sight.insert.sender.lower()
    if any(word in words for word in LIVE):
        live(canvas, sight)
    elif any(word in words for word in CALLS) or named or len(words) < 3:
        call(canvas, sight)
    else:
        notice(canvas, sight)


def _wallpaper(canvas: skia.Canvas, sight: Sight) -> None:
    """Hills of the scene's own colours under a night sky."""
    palette = sight.palette
    for step in range(4):
        top = 640 + step * 130
        hill = skia.Path()
        hill.moveTo(80, 1200)
        hill.lineTo(80, top + 60 * sin(step * 2.1))
        hill.cubicTo(240, top - 110, 380, top + 120, 620, top - 60 * sin(step * 1.7 + 1))
        hill.lineTo(620, 1200)
        hill.close()
        canvas.drawPath(hill, paint(mix((28, 32, 56), palette.accent, 0.5 - 0.12 * step)))
    canvas.drawCircle(470, 560, 58, paint(mix(palette.accent, WHITE, 0.4)))


def notice(canvas: skia.Canvas, sight: Sight) -> None:
    """A locked screen that wakes, and a note that drops in."""
    phone(canvas, (22, 25, 44))
    _wallpaper(canvas, sight)
    status(canvas, sight, WHITE)
    hour = figures(clock(sight), 168, 486, WHITE)
    hour.draw(canvas, 100, 216)
    come = settle((sight.t - 0.25) / 0.4) if sight.t > 0.25 else 0.0
    if come > 0:
        _note(canvas, sight, come)
    wake = 1 - ease(sight.t / 0.3)
    canvas.drawRect(SCREEN, paint((4, 4, 8), 0.8 * wake))
    held(canvas, sight)


def _note(canvas: skia.Canvas, sight: Sight, come: float) -> None:
    words = words_of(sight.insert.text or "…", 50, 386, 330, INK)
    box = skia.Rect.MakeXYWH(122, 452 - 120 * (1 - come), 442, words.height + 124)
    alpha = min(come, 1.0)
    canvas.drawRoundRect(box.makeOffset(0, 10), 34, 34, paint((0, 0, 0), 0.3 * alpha))
    canvas.drawRoundRect(box, 34, 34, paint((246, 247, 251), alpha))
    name = sight.insert.sender
    avatar(canvas, box.left() + 48, box.top() + 52, 28, name)
    title = words_of(name or unknown(sight), 32, 230, 44, INK)
    title.draw(canvas, box.left() + 90, box.top() + 52 - title.height / 2)
    now = words_of(sight.said("now", "刚刚", "ahora"), 26, 80, 40, GREY)
    now.draw(canvas, box.right() - 28 - now.longest, box.top() + 52 - now.height / 2)
    words.draw(canvas, box.left() + 28, box.top() + 96)


def live(canvas: skia.Canvas, sight: Sight) -> None:
    """A stream that many watch: a red badge, hearts that rise, the words on ink."""
    phone(canvas, (22, 20, 30))
    palette = sight.palette
    for ring in range(5):
        tone = mix((22, 20, 34), palette.accent, 0.08 + 0.07 * ring)
        canvas.drawCircle(343, 590, 470 - ring * 84, paint(tone))
    for x, y, wide, high in ((343, 560, 96, 112), (343, 900, 236, 260)):
        body = skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high)
        canvas.drawOval(body.makeOffset(-10, -6), paint(mix(palette.accent, WHITE, 0.5), 0.8))
        canvas.drawOval(body, paint((16, 15, 24)))
    status(canvas, sight, WHITE)
    badge = skia.Rect.MakeXYWH(128, 206, 128, 60)
    canvas.drawRoundRect(badge, 14, 14, paint(RED))
    mark = figures(sight.said("LIVE", "直播", "VIVO"), 44, 128, WHITE)
    mark.draw(canvas, 128, badge.centerY() - mark.height / 2)
    if int(sight.t * 3) % 2 == 0:
        canvas.drawCircle(282, 236, 10, paint((255, 92, 104)))
    _hearts(canvas, sight)
    words = words_of(sight.insert.text, 50, 430, 240, WHITE)
    plate = skia.Rect.MakeXYWH(100, 1010 - words.height, 486, words.height + 300)
    canvas.drawRect(plate, paint((10, 10, 16), 0.86))
    words.draw(canvas, 128, 1020 - words.height + 8)
    held(canvas, sight)


def _hearts(canvas: skia.Canvas, sight: Sight) -> None:
    chance = sight.random()
    for _ in range(14):
        speed, x = chance.uniform(160, 300), chance.uniform(450, 556)
        at = (sight.t * speed + chance.random() * 560) % 560
        size = chance.uniform(10, 19) * (1 - at / 900)
        x += 14 * sin(at / 50 + speed)
        y = 830 - at
        heart = skia.Path()
        heart.moveTo(x, y + size)
        heart.cubicTo(x - 2 * size, y - size * 0.4, x - size, y - size * 1.5, x, y - size * 0.4)
        heart.cubicTo(x + size, y - size * 1.5, x + 2 * size, y - size * 0.4, x, y + size)
        canvas.drawPath(heart, paint((255, 84, 118), 0.9 * (1 - at / 560)))


def caller_of(sight: Sight) -> str:
    """Whose name the call shows."""
    words = CALLING.sub(" ", sight.insert.text).strip(' .…"“”')
    return sight.insert.sender or words or unknown(sight)


def call(canvas: skia.Canvas, sight: Sight) -> None:
    """A caller in large letters over rings that spread, and two round answers."""
    caller = caller_of(sight)
    tone = color_of(caller)
    back = mix((16, 18, 30), tone, 0.34)
    phone(canvas, back)
    for ring in range(3):
        reach = (sight.t * 0.7 + ring / 3) % 1
        canvas.drawCircle(343, 430, 110 + 220 * reach, pen(mix(tone, WHITE, 0.5), 5, 1 - reach))
    avatar(canvas, 343, 430, 118, "" if caller == unknown(sight) else caller)
    status(canvas, sight, WHITE)
    name = words_of(caller, 72, 440, 190, legible(WHITE, back), True)
    name.draw(canvas, 123, 600)
    line = words_of(
        sight.said("Incoming call", "来电", "Llamada entrante"), 36, 440, 60, FROST, True
    )
    line.draw(canvas, 123, 616 + name.height)
    beat = abs(sin(sight.t * pi * 1.5))
    for x, color, turn in ((220, RED, 135), (466, GREEN, 0)):
        canvas.drawCircle(x, 968, 62 + 10 * beat, paint(color, 0.35))
        canvas.drawCircle(x, 968, 60, paint(color))
        _receiver(canvas, x, 968, turn + (6 * sin(sight.t * 40) if turn == 0 else 0))
    held(canvas, sight)


def _receiver(canvas: skia.Canvas, x: float, y: float, turn: float) -> None:
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(turn)
    bow = skia.Path()
    bow.moveTo(-20, -18)
    bow.quadTo(-14, 14, 18, 20)
    canvas.drawPath(bow, pen(WHITE, 9))
    for end_x, end_y in ((-19, -17), (17, 19)):
        canvas.drawCircle(end_x, end_y, 9, paint(WHITE))
    canvas.restore()
