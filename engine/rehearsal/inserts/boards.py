"""Boards that speak: signs, news, title cards."""

from functools import lru_cache
from math import cos, pi, sin

import skia

from engine.rehearsal.camera import ease, settle
from engine.rehearsal.inserts import Sight
from engine.rehearsal.lettering.type import CENTRE, LEFT, Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

WHITE, NIGHT = (255, 255, 255), (12, 13, 20)
RED = (190, 24, 38)


@lru_cache(maxsize=32)
def _text(
    words: str, size: float, wide: float, high: float, color: Color, role: Role, centre: bool
) -> Text:
    return fitted(words, size, wide, high, color, Style(role, CENTRE if centre else LEFT))


def sign(canvas: skia.Canvas, sight: Sight) -> None:
    """An enamel board on two chains, with bolts and one hard reflection."""
    board = skia.Rect.MakeLTRB(64, 380, 606, 840)
    for x in (130, 540):
        canvas.drawLine(x, -60, x, 400, pen(NIGHT, 12))
        canvas.drawLine(x, -60, x, 400, pen((150, 156, 168), 6))
    canvas.save()
    canvas.rotate(1.2 * sin(sight.t * 2.1), 335, -60)
    canvas.drawRoundRect(board.makeOffset(12, 16), 22, 22, paint((0, 0, 0), 0.45))
    canvas.drawRoundRect(board, 22, 22, paint((22, 58, 84)))
    canvas.drawRoundRect(board.makeInset(18, 18), 12, 12, pen((246, 238, 214), 6))
    canvas.drawRoundRect(board, 22, 22, pen(NIGHT, 7))
    for x in (94, 576):
        for y in (410, 810):
            canvas.drawCircle(x, y, 9, paint((190, 196, 204)))
            canvas.drawCircle(x, y, 9, pen(NIGHT, 3))
    text = _text(sight.insert.text, 92, 470, 370, (252, 246, 226), Role.COMIC, True)
    text.draw(canvas, 100, 610 - text.height / 2)
    canvas.clipRRect(skia.RRect.MakeRectXY(board, 22, 22), True)
    shine = skia.Path()
    shine.addPoly([skia.Point(64, 380), skia.Point(190, 380), skia.Point(64, 560)], True)
    canvas.drawPath(shine, paint(WHITE, 0.16))
    canvas.restore()


def news(canvas: skia.Canvas, sight: Sight) -> None:
    """A news broadcast: a studio, a headline, a band that runs."""
    palette = sight.palette
    canvas.drawRect(skia.Rect.MakeLTRB(-60, -60, 780, 1340), paint((16, 26, 62)))
    for ring in range(6):
        canvas.drawCircle(
            360, 470, 640 - ring * 104, paint((24 + ring * 10, 44 + ring * 14, 104 + ring * 16))
        )
    _globe(canvas, sight)
    _anchor(canvas, sight)
    label = "突发新闻" if sight.chinese else "BREAKING NEWS"
    flag = _text(label, 46, 480, 70, WHITE, Role.SCREEN, False)
    come = settle(sight.t / 0.4)
    canvas.save()
    canvas.translate((come - 1) * 700, 0)
    canvas.drawRect(skia.Rect.MakeXYWH(0, 736, flag.longest + 96, 74), paint(RED))
    flag.draw(canvas, 44, 773 - flag.height / 2)
    headline = _text(sight.insert.text, 62, 548, 196, NIGHT, Role.SCREEN, False)
    canvas.drawRect(skia.Rect.MakeXYWH(-60, 810, 840, headline.height + 40), paint((248, 249, 252)))
    canvas.drawRect(
        skia.Rect.MakeXYWH(-60, 810, 22 + 60, headline.height + 40), paint(palette.accent)
    )
    headline.draw(canvas, 44, 830)
    canvas.restore()
    band = 850 + headline.height
    canvas.drawRect(skia.Rect.MakeXYWH(-60, band, 840, 60), paint(NIGHT))
    run = _text(
        sight.insert.text.replace("\n", " ")[:90], 34, 4000, 60, (255, 226, 120), Role.SCREEN, False
    )
    step = run.longest + 120
    x = 700 - sight.t * 190
    while x < 760:
        if x > -step:
            run.draw(canvas, x, band + 30 - run.height / 2)
        x += step
    canvas.drawRect(skia.Rect.MakeXYWH(-60, band + 60, 840, 600), paint((16, 26, 62)))


def _globe(canvas: skia.Canvas, sight: Sight) -> None:
    brush = pen((120, 160, 230), 4, 0.7)
    for index in range(5):
        phase = (sight.t * 0.25 + index / 5) % 1
        half = 230 * cos(pi * phase)
        canvas.drawOval(skia.Rect.MakeLTRB(360 - abs(half), 200, 360 + abs(half), 660), brush)
    for y in (310, 430, 550):
        canvas.drawLine(140, y, 580, y, brush)


def _anchor(canvas: skia.Canvas, sight: Sight) -> None:
    """The newsreader as a figure of flat shapes, who nods with the words."""
    nod = 5 * sin(sight.t * 7.0)
    ink = pen(NIGHT, 6)
    coat = skia.Path()
    coat.moveTo(150, 760)
    coat.cubicTo(160, 610, 250, 580, 343, 574)
    coat.cubicTo(440, 580, 530, 610, 540, 760)
    coat.close()
    canvas.drawPath(coat, paint((38, 42, 66)))
    canvas.drawPath(coat, ink)
    shirt = skia.Path()
    shirt.addPoly([skia.Point(300, 578), skia.Point(390, 578), skia.Point(345, 730)], True)
    canvas.drawPath(shirt, paint(WHITE))
    tie = skia.Path()
    tie.addPoly(
        [
            skia.Point(330, 590),
            skia.Point(360, 590),
            skia.Point(368, 690),
            skia.Point(345, 724),
            skia.Point(322, 690),
        ],
        True,
    )
    canvas.drawPath(tie, paint(RED))
    skin = (226, 178, 148)
    canvas.drawRect(skia.Rect.MakeLTRB(312, 520, 378, 592), paint(mix(skin, NIGHT, 0.25)))
    head = skia.Rect.MakeLTRB(262, 352 + nod, 428, 556 + nod)
    canvas.drawOval(head, paint(skin))
    canvas.drawOval(head, ink)
    hair = skia.Path()
    hair.addArc(skia.Rect.MakeLTRB(250, 330 + nod, 440, 540 + nod), 178, 184)
    canvas.drawPath(hair, paint((34, 26, 30)))
    for x in (312, 380):
        canvas.drawLine(x - 18, 432 + nod, x + 18, 430 + nod, pen(NIGHT, 7))
        canvas.drawCircle(x, 452 + nod, 8, paint(NIGHT))
    wide = 12 + 10 * abs(sin(sight.t * 11))
    canvas.drawOval(
        skia.Rect.MakeLTRB(345 - 26, 508 + nod, 345 + 26, 508 + wide + nod), paint((96, 30, 36))
    )


def title_card(canvas: skia.Canvas, sight: Sight) -> None:
    """Words alone, large, on rays of the scene's own colours."""
    palette = sight.palette
    canvas.drawRect(skia.Rect.MakeLTRB(-60, -60, 780, 1340), paint(palette.shadow))
    turn = sight.t * 0.06
    rays = skia.Path()
    for ray in range(18):
        angle = 2 * pi * ray / 18 + turn
        rays.addPoly(
            [
                skia.Point(343, 600),
                skia.Point(343 + 1200 * cos(angle), 600 + 1200 * sin(angle)),
                skia.Point(343 + 1200 * cos(angle + 0.16), 600 + 1200 * sin(angle + 0.16)),
            ],
            True,
        )
    canvas.drawPath(rays, paint(mix(palette.shadow, palette.tone(0.4), 0.4)))
    text = _text(sight.insert.text, 104, 540, 620, WHITE, Role.TITLE, True)
    grow = settle(sight.t / 0.5)
    top = 600 - text.height / 2
    canvas.drawRect(
        skia.Rect.MakeLTRB(-60, top - 50, 780, top + text.height + 50), paint(NIGHT, 0.82)
    )
    for y in (top - 50, top + text.height + 50):
        canvas.drawLine(343 - 290 * grow, y, 343 + 290 * grow, y, pen(palette.accent, 8))
    canvas.saveLayerAlpha(None, round(255 * ease(sight.t / 0.35)))
    text.draw(canvas, 73, top)
    canvas.restore()
