"""A news broadcast: a newsreader before a wall of screens, a banner, a band that runs."""

from functools import lru_cache
from math import cos, pi

import skia

from engine.contracts import Blocking, Character, Look, SetDressing, SetKind, Wardrobe
from engine.rehearsal.easing import ease, settle
from engine.rehearsal.figure import Acting, Figure
from engine.rehearsal.inserts import Sight
from engine.rehearsal.lettering.plates import NIGHT, dotted, slanted
from engine.rehearsal.lettering.type import LEFT, Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen
from engine.rehearsal.palette import light_for

WHITE, RED, DEEP, BLUE = (255, 255, 255), (184, 20, 34), (9, 17, 44), (30, 66, 150)
DESK = 770.0  # px from the top
SITS = 6  # drawings a second of the newsreader
LABELS = {"zh": "突发新闻", "es": "ÚLTIMA HORA", "en": "BREAKING NEWS"}
ON_AIR = {"zh": "直播", "es": "EN VIVO", "en": "LIVE"}
STUDIO = light_for(SetDressing(set=SetKind.PLAIN, place=""))


@lru_cache(maxsize=16)
def _text(words: str, size: float, wide: float, high: float, color: Color, role: Role) -> Text:
    tracking = 0.05 if role is Role.DISPLAY else 0.0
    return fitted(words, size, wide, high, color, Style(role, LEFT, tracking=tracking, leading=1.2))


def news(canvas: skia.Canvas, sight: Sight) -> None:
    """The studio, then the banner that comes in over it."""
    canvas.drawImage(_studio(), -60, -60)
    _globe(canvas, sight)
    _newsreader(canvas, sight)
    _desk(canvas)
    tongue = sight.language[:2] if sight.language[:2] in LABELS else "en"
    _on_air(canvas, sight, ON_AIR[tongue])
    _banner(canvas, sight, LABELS[tongue])


@lru_cache(maxsize=1)
def _studio() -> skia.Image:
    """A wall of light behind: rings about a middle, halftone at its edges, columns of screens."""
    surface = skia.Surface(840, 1400)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorSetRGB(*DEEP))
    for reach, share in ((640, 0.3), (500, 0.5), (370, 0.75), (250, 1.0)):
        canvas.drawCircle(420, 500, reach, paint(mix(DEEP, BLUE, share)))
    area = skia.Rect.MakeLTRB(0, 0, 840, 1400)
    far = dotted(area, lambda x, y: (abs(x - 420) + 0.5 * abs(y - 500) - 260) / 460)
    canvas.drawPath(far, paint(DEEP))
    for x in (52, 662):
        for row in range(4):
            box = skia.Rect.MakeXYWH(x, 180 + row * 170, 126, 146)
            canvas.drawRect(box, paint(mix(DEEP, BLUE, 0.55)))
            canvas.drawRect(box, pen((90, 140, 230), 3, 0.7))
            for bar in range(5):
                high = 20 + (bar * 37 + row * 53) % 80
                at = skia.Rect.MakeXYWH(x + 14 + bar * 21, box.bottom() - 12 - high, 13, high)
                canvas.drawRect(at, paint((96, 160, 250), 0.75))
    return surface.makeImageSnapshot()


def _globe(canvas: skia.Canvas, sight: Sight) -> None:
    brush = pen((130, 176, 250), 4, 0.55)
    for index in range(5):
        half = 250 * abs(cos(pi * ((sight.t * 0.25 + index / 5) % 1)))
        canvas.drawOval(skia.Rect.MakeLTRB(360 - half, 160, 360 + half, 660), brush)
    canvas.drawOval(skia.Rect.MakeLTRB(110, 160, 610, 660), brush)
    for y, half in ((280, 213), (410, 250), (540, 213)):
        canvas.drawLine(360 - half, y, 360 + half, y, brush)


@lru_cache(maxsize=2)
def _reader(woman: bool) -> tuple[Figure, Acting]:
    """One of the cast's own kind: built and lit as everyone is."""
    look = (
        Look(hair="bob", age=38, wardrobe=Wardrobe(kind="suit", color="#7c1f32"))
        if woman
        else Look(
            presentation="man",
            hair="short",
            age=46,
            wardrobe=Wardrobe(kind="suit", color="#27304a"),
        )
    )
    blocking = Blocking(character="newsreader", look_at="lens")
    acting = Acting(blocking, speech=(), seed=7, look_yaw=0.0, still=0.7)
    return Figure(Character(id="newsreader", name="", look=look)), acting


def _newsreader(canvas: skia.Canvas, sight: Sight) -> None:
    canvas.drawImage(_posed(bool(sight.seed % 2), int(sight.t * SITS)), 60, 120)


@lru_cache(maxsize=1)
def _posed(woman: bool, step: int) -> skia.Image:
    """The newsreader at a step of their acting; all who sit and read hardly move."""
    figure, acting = _reader(woman)
    first = figure.landmarks(acting.pose(0.0))
    scale = 150 / first.head_width
    surface = skia.Surface.MakeRaster(
        skia.ImageInfo.MakeN32(600, round(DESK) - 120, skia.kPremul_AlphaType)
    )
    canvas = surface.getCanvas()
    canvas.translate(300 - first.eyes[0] * scale, 300 - first.eyes[1] * scale)
    canvas.scale(scale, scale)
    figure.draw(canvas, acting.pose(step / SITS), STUDIO)
    return surface.makeImageSnapshot()


def _desk(canvas: skia.Canvas) -> None:
    canvas.drawRect(skia.Rect.MakeLTRB(-60, DESK - 34, 780, 1340), paint((20, 30, 62)))
    canvas.drawRect(skia.Rect.MakeLTRB(-60, DESK - 34, 780, DESK - 22), paint((190, 214, 255)))
    canvas.drawRect(skia.Rect.MakeLTRB(-60, DESK - 22, 780, DESK), paint((54, 74, 128)))


def _on_air(canvas: skia.Canvas, sight: Sight, words: str) -> None:
    text = _text(words, 40, 200, 56, WHITE, Role.DISPLAY)
    wide = text.longest + 64
    canvas.drawPath(slanted(46, 128, 46 + wide, 184), paint(RED))
    if int(sight.t * 2) % 2 == 0:
        canvas.drawCircle(72, 156, 9, paint(WHITE))
    text.draw(canvas, 94, 157 - text.height / 2)


def _banner(canvas: skia.Canvas, sight: Sight, label: str) -> None:
    """The kind of news on red, the headline on white, the band below both."""
    come = settle(sight.t / 0.45)
    flag = _text(label, 54, 480, 76, WHITE, Role.DISPLAY)
    headline = _text(sight.insert.text, 72, 550, 208, NIGHT, Role.SCREEN)
    high = headline.height + 34
    top = 984 - high
    canvas.save()
    canvas.translate((come - 1) * 760, 0)
    canvas.drawRect(skia.Rect.MakeLTRB(-800, top, 780, top + high), paint((247, 248, 252)))
    canvas.drawRect(skia.Rect.MakeLTRB(-800, top, 26, top + high), paint(RED))
    canvas.drawPath(slanted(-800, top - 74, 82 + flag.longest, top), paint(RED))
    flag.draw(canvas, 46, top - 36 - flag.height / 2)
    shown = ease((sight.t - 0.25) / 0.35)
    canvas.clipRect(skia.Rect.MakeXYWH(26, top, 720 * shown, high))
    headline.draw(canvas, 46, top + 15)
    canvas.restore()
    canvas.drawRect(skia.Rect.MakeLTRB(-60, 984, 780, 1042), paint(NIGHT))
    run = _text(
        sight.insert.text.replace("\n", " ")[:90], 34, 4000, 60, (255, 226, 120), Role.SCREEN
    )
    step = run.longest + 120
    x = 300 - sight.t * 170
    while x < 760:
        if x > -step:
            canvas.drawCircle(x - 60, 1013, 8, paint(RED))
            run.draw(canvas, x, 1013 - run.height / 2)
        x += step
    canvas.drawRect(skia.Rect.MakeLTRB(-60, 1042, 780, 1340), paint(DEEP))
