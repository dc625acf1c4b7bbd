"""Boards that speak: signs and title cards."""

from functools import lru_cache
from math import hypot, sin

import skia

from engine.rehearsal.easing import ease, settle
from engine.rehearsal.inserts import Sight
from engine.rehearsal.lettering.contrast import legible
from engine.rehearsal.lettering.plates import NIGHT, dotted
from engine.rehearsal.lettering.type import CENTRE, LEFT, Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen

WHITE = (255, 255, 255)


@lru_cache(maxsize=32)
def _text(
    words: str, size: float, wide: float, high: float, color: Color, role: Role, centre: bool
) -> Text:
    style = Style(role, CENTRE if centre else LEFT, leading=1.1)
    return fitted(words, size, wide, high, color, style)


def sign(canvas: skia.Canvas, sight: Sight) -> None:
    """An enamel board on two chains under a lamp: a rim, bolts, worn edges, one hard reflection."""
    board = skia.Rect.MakeLTRB(58, 400, 612, 880)
    palette = sight.palette
    blue = palette.grade("#163f5e", 0.85)
    for reach, alpha in ((460, 0.05), (320, 0.07)):
        light = paint(palette.glow(), alpha, skia.BlendMode.kScreen)
        canvas.drawCircle(335, 470, reach, light)
    canvas.save()
    canvas.rotate(1.1 * sin(sight.t * 2.1), 335, -80)
    for x in (140, 530):
        for link in range(11):
            y = -80 + link * 44
            oval = skia.Rect.MakeXYWH(x - (9 if link % 2 else 5), y, 18 if link % 2 else 10, 52)
            canvas.drawOval(oval, pen(NIGHT, 11))
            canvas.drawOval(oval, pen((148, 154, 166), 5))
    canvas.drawRoundRect(board.makeOffset(16, 24), 22, 22, paint((0, 0, 0), 0.5))
    canvas.drawRoundRect(board, 22, 22, paint(blue))
    _worn(canvas, board, mix(blue, NIGHT, 0.5))
    canvas.drawRoundRect(board.makeInset(20, 20), 12, 12, pen((240, 230, 204), 7))
    canvas.drawRoundRect(board, 22, 22, pen(NIGHT, 8))
    canvas.drawRoundRect(board.makeInset(6, 6), 18, 18, pen(mix(blue, WHITE, 0.35), 3))
    for x in (92, 578):
        for y in (434, 846):
            canvas.drawCircle(x + 2, y + 3, 12, paint(NIGHT))
            canvas.drawCircle(x, y, 10, paint((196, 202, 210)))
            canvas.drawLine(x - 6, y - 3, x + 6, y + 3, pen((70, 74, 84), 3))
    cream = legible((252, 246, 226), blue)
    text = _text(sight.insert.text, 118, 460, 380, cream, Role.DISPLAY, True)
    text.draw(canvas, 105, 640 - text.height / 2)
    canvas.restore()


def _worn(canvas: skia.Canvas, board: skia.Rect, dark: Color) -> None:
    """The lower part in shadow, and the light that falls across the upper corner."""
    canvas.save()
    canvas.clipRRect(skia.RRect.MakeRectXY(board, 22, 22), True)
    low = skia.Path()
    corners = ((40, 900), (640, 900), (640, 610), (40, 830))
    low.addPoly([skia.Point(*corner) for corner in corners], True)
    canvas.drawPath(low, paint(dark, 0.55))
    for left, wide in ((40, 120), (190, 26)):
        shine = skia.Path()
        corners = ((left, 390), (left + wide, 390), (left + wide - 190, 900), (left - 190, 900))
        shine.addPoly([skia.Point(*corner) for corner in corners], True)
        canvas.drawPath(shine, paint(WHITE, 0.1))
    canvas.restore()


@lru_cache(maxsize=1)
def _rays(inner: Color, outer: Color) -> skia.Image:
    """The ground of a title: ink, with halftone that thickens away from a source of light."""
    surface = skia.Surface(800, 1400)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorSetRGB(*outer))
    for reach, share in ((760, 0.25), (560, 0.5), (380, 0.78)):
        canvas.drawCircle(640, 330, reach, paint(mix(outer, inner, share)))
    area = skia.Rect.MakeLTRB(0, 0, 800, 1400)
    dots = dotted(area, lambda x, y: (hypot(x - 640, y - 330) - 240) / 900)
    canvas.drawPath(dots, paint(outer))
    return surface.makeImageSnapshot()


@lru_cache(maxsize=1)
def _foot() -> skia.Image:
    """The ink that words stand on, thinning upwards to dots."""
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32(840, 1000, skia.kPremul_AlphaType))
    path = skia.Path(dotted(skia.Rect.MakeLTRB(0, 0, 840, 190), lambda x, y: y / 190))
    path.addRect(skia.Rect.MakeLTRB(0, 190, 840, 1000))
    surface.getCanvas().drawPath(path, paint(NIGHT, 0.9))
    return surface.makeImageSnapshot()


def title_card(canvas: skia.Canvas, sight: Sight) -> None:
    """Words alone, large, at the foot of a dark sky of the scene's own colours."""
    palette = sight.palette
    sky = _rays(mix(palette.shadow, palette.accent, 0.42), mix(NIGHT, palette.shadow, 0.4))
    canvas.drawImage(sky, -40 - 8 * sight.t, -60)
    foot = sight.insert.text.strip()
    text = _text(foot, 150, 560, 640, WHITE, Role.TITLE, False).even()
    top = 960 - text.height
    canvas.save()
    rise = ease(sight.t / 0.5)
    canvas.drawImage(_foot(), -60, top - 190)
    box = skia.Rect.MakeLTRB(30, top - 10, 720, 1000)
    canvas.saveLayerAlpha(box, round(255 * rise))
    text.draw(canvas, 46, top + 22 * (1 - rise))
    canvas.restore()
    canvas.restore()
    long = 190 * settle(max(sight.t - 0.25, 0.0) / 0.4)
    canvas.drawRect(skia.Rect.MakeXYWH(46, 984, long, 10), paint(legible(palette.accent, NIGHT)))
