"""What all close-ups of things share: a table in a pool of light, solids, and their shadows."""

from functools import lru_cache
from math import hypot

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.lettering.plates import dotted
from engine.rehearsal.light import Color, mix, parse
from engine.rehearsal.painter import paint, pen, polygon
from engine.rehearsal.palette import Palette

SHADE = (16.0, 20.0)  # px by which the lit side lies off the dark one: light from the upper left
FALL = (74.0, 46.0)  # px by which a thing that stands on the table throws its shadow
WHITE = (255, 255, 255)
MIDDLE, HIGH = (343.0, 770.0), 0.62  # of the pool, and its height against its width


def lit(sight: Sight, color: str | Color) -> Color:
    """The colour of a thing under the lamp: the brightest of the frame, whatever the hour."""
    own = parse(color) if isinstance(color, str) else color
    return mix(sight.palette.grade(own, 0.9), mix(own, sight.palette.glow(), 0.1), 0.6)


def table(canvas: skia.Canvas, sight: Sight) -> None:
    """Boards that run away from us, and one lamp on them."""
    canvas.drawImage(_boards(sight.palette), -60, 400)


@lru_cache(maxsize=1)
def _boards(palette: Palette) -> skia.Image:
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32(840, 940, skia.kPremul_AlphaType))
    canvas = surface.getCanvas()
    canvas.translate(60, -400)
    wood = palette.grade("#5a3826", 0.8)
    top = polygon([(-60, 500), (780, 440), (780, 1340), (-60, 1340)])
    canvas.drawPath(top, paint(mix(wood, palette.shadow, 0.45)))
    canvas.save()
    canvas.clipPath(top, True)
    _pool(canvas, mix(wood, palette.glow("#ffd9a0"), 0.3), mix(wood, palette.glow(), 0.5))
    seam = pen(mix(wood, palette.ink, 0.55), 4)
    for board in range(-3, 11):
        near, far = -700 + board * 210, 60 + board * 88
        canvas.drawLine(near, 1340, far, 460, seam)
        canvas.drawLine(near + 60, 1340, far + 26, 460, pen(mix(wood, palette.ink, 0.3), 2, 0.6))
    canvas.restore()
    canvas.drawLine(-60, 500, 780, 440, pen(palette.ink, 8))
    canvas.drawLine(-60, 508, 780, 448, pen(mix(wood, palette.glow(), 0.5), 4, 0.8))
    return surface.makeImageSnapshot()


def _pool(canvas: skia.Canvas, warm: Color, bright: Color) -> None:
    """Two tones of light with an edge of halftone."""
    for reach, color in ((400.0, warm), (250.0, bright)):

        def near(x: float, y: float, reach: float = reach) -> float:
            return 1.9 - 1.9 * hypot(x - MIDDLE[0], (y - MIDDLE[1]) / HIGH) / (reach * 1.12)

        area = skia.Rect.MakeLTRB(-60, MIDDLE[1] - reach, 780, MIDDLE[1] + reach)
        canvas.drawPath(dotted(area, near), paint(color, 0.8))
        inner = reach * 0.62
        oval = skia.Rect.MakeLTRB(
            MIDDLE[0] - inner, MIDDLE[1] - inner * HIGH, MIDDLE[0] + inner, MIDDLE[1] + inner * HIGH
        )
        canvas.drawOval(oval, paint(color))


def thrown(
    canvas: skia.Canvas, sight: Sight, path: skia.Path, fall: tuple[float, float] = FALL
) -> None:
    """The hard shadow of `path` on the table."""
    shadow = skia.Path(path)
    shadow.offset(*fall)
    canvas.drawPath(shadow, paint(sight.palette.ink, 0.5))


def solid(
    canvas: skia.Canvas,
    sight: Sight,
    path: skia.Path,
    color: Color,
    shade: tuple[float, float] = SHADE,
    ink: float = 7.0,
) -> None:
    """A shape in light, with its dark side, a rim of light and its outline."""
    canvas.save()
    canvas.clipPath(path, True)
    canvas.drawPath(path, paint(mix(color, sight.palette.shadow, 0.5)))
    bright = skia.Path(path)
    bright.offset(-shade[0], -shade[1])
    canvas.drawPath(bright, paint(color))
    inner = skia.Path(path)
    inner.offset(shade[0] * 0.32, shade[1] * 0.32)
    canvas.clipPath(inner, skia.ClipOp.kDifference, True)
    canvas.drawPath(path, paint(WHITE, 0.55))
    canvas.restore()
    if ink:
        canvas.drawPath(path, pen(sight.palette.ink, ink))


def oval(left: float, top: float, right: float, bottom: float) -> skia.Path:
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(left, top, right, bottom))
    return path


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> skia.Path:
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(left, top, right, bottom), radius, radius)
    return path


def halo(canvas: skia.Canvas, sight: Sight, x: float, y: float, reach: float) -> None:
    """Light behind a thing that is held up: a disc that ends in halftone."""
    canvas.drawImage(_halo(mix(sight.palette.tone(0.85), WHITE, 0.15), reach), x - reach, y - reach)


@lru_cache(maxsize=1)
def _halo(color: Color, reach: float) -> skia.Image:
    side = round(2 * reach)
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32(side, side, skia.kPremul_AlphaType))
    area = skia.Rect.MakeWH(side, side)
    dots = dotted(area, lambda x, y: 2.2 - 2.2 * hypot(x - reach, y - reach) / reach)
    dots.addCircle(reach, reach, reach * 0.56)
    surface.getCanvas().drawPath(dots, paint(color, 0.42))
    return surface.makeImageSnapshot()
