"""What stands between the lens and the scene and frames the picture: dark, large, at the edge.

Drawn in px of the frame, not in the world: whatever the shot's size, it takes the same corner.
"""

from collections.abc import Callable
from math import cos, pi, sin

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.glow import bloom, fade
from engine.rehearsal.sets.lamps import WARM, lit

NEAREST = 0.52  # of the way from the subject to the lens: behind what hides the subject
LEAST_VIEW = 100.0  # cm of the subject's plane that a frame shows; closer shots are of a face alone

Corner = Callable[[Painter, skia.Canvas, float, float], None]


def frame(p: Painter, name: str) -> None:
    """Put `name`, a key of CORNERS, into a lower corner, on the side that the seed says."""
    lens = p.lens
    away = -lens.z if lens.z < 0 else 1.0
    if away / lens.focal < LEAST_VIEW:
        return
    left = p.dressing.seed % 2 == 0
    with p.aside(name), p.sheet(lens.z + away * NEAREST) as canvas:
        canvas.save()
        if not left:
            canvas.translate(lens.width, 0)
            canvas.scale(-1, 1)
        CORNERS[name](p, canvas, float(lens.width), float(lens.height))
        canvas.restore()


def _dark(p: Painter, color: str, amount: float = 0.52) -> Color:
    return mix(p.palette.grade(color), mix(p.palette.shadow, p.palette.ink, 0.4), amount)


def _edge(p: Painter, canvas: skia.Canvas, path: skia.Path, fill: Color) -> None:
    """A dark mass with a rim on the side of the scene's light."""
    unit = p.unit
    canvas.drawPath(path, paint(fill))
    canvas.save()
    canvas.clipPath(path, True)
    rim = pen(mix(fill, p.palette.glow() if lit(p) else p.palette.tone(0.9), 0.42), 9 * unit)
    canvas.drawPath(path, rim)
    canvas.restore()
    canvas.drawPath(path, pen(p.palette.ink, 3 * unit))


def _leaves(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    base = _dark(p, "#3f7a46")
    for index in range(8):
        turn = -pi * (0.06 + 0.062 * index) + p.random.uniform(-0.06, 0.06)
        long = h * p.random.uniform(0.16, 0.27)
        x, y = -0.03 * w, h * 1.0
        tip = (x + cos(turn) * long * 1.0, y + sin(turn) * long * 1.35)
        side = (-sin(turn) * long * 0.16, cos(turn) * long * 0.16)
        leaf = skia.Path()
        leaf.moveTo(x, y)
        leaf.quadTo((x + tip[0]) / 2 + side[0], (y + tip[1]) / 2 + side[1], *tip)
        leaf.quadTo((x + tip[0]) / 2 - side[0], (y + tip[1]) / 2 - side[1], x, y)
        _edge(p, canvas, leaf, mix(base, p.palette.ink, 0.2 * (index % 2)))


def _branch(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """Foliage that hangs in from above."""
    base, wood = _dark(p, "#4a7a3c", 0.45), _dark(p, "#3f2c26", 0.6)
    bough = skia.Path()
    bough.moveTo(-0.05 * w, h * 0.03)
    bough.quadTo(w * 0.2, h * 0.02, w * 0.44, h * 0.085)
    canvas.drawPath(bough, pen(wood, 0.022 * w))
    for index in range(20):
        t = index / 19
        x, y = -0.03 * w + t * w * 0.47, h * (0.03 + 0.055 * t * t)
        size = w * p.random.uniform(0.05, 0.085)
        turn = p.random.uniform(0.2, 2.6)
        leaf = skia.Path()
        tip = (x + cos(turn) * size * 1.7, y + sin(turn) * size * 1.5)
        leaf.moveTo(x, y)
        leaf.quadTo(x + size * 0.9, y + size * 0.2, *tip)
        leaf.quadTo(x - size * 0.2, y + size * 0.9, x, y)
        canvas.drawPath(leaf, paint(mix(base, p.palette.ink, 0.25 * (index % 3 == 0))))
        canvas.drawPath(leaf, pen(p.palette.ink, 2 * p.unit))


def _drape(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """A curtain held back along one side."""
    fill = _dark(p, "#8a3f4a", 0.45)
    cloth = skia.Path()
    cloth.moveTo(-10, -10)
    cloth.lineTo(w * 0.17, -10)
    cloth.cubicTo(w * 0.15, h * 0.3, w * 0.12, h * 0.46, w * 0.02, h * 0.58)
    cloth.cubicTo(w * 0.06, h * 0.72, w * 0.09, h * 0.86, w * 0.08, h + 10)
    cloth.lineTo(-10, h + 10)
    cloth.close()
    _edge(p, canvas, cloth, fill)
    for k in (0.03, 0.075, 0.12):
        fold = skia.Path()
        fold.moveTo(w * k, 0)
        fold.cubicTo(w * k, h * 0.3, w * k * 0.7, h * 0.46, w * 0.004, h * 0.57)
        canvas.drawPath(fold, pen(mix(fill, p.palette.ink, 0.5), 5 * p.unit))


def _jamb(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """The door frame we look past."""
    fill = _dark(p, "#5a4030", 0.6)
    canvas.drawRect(skia.Rect.MakeLTRB(-10, -10, w * 0.085, h + 10), paint(fill))
    canvas.drawRect(
        skia.Rect.MakeLTRB(w * 0.062, -10, w * 0.085, h + 10),
        paint(mix(fill, p.palette.tone(0.9), 0.16)),
    )
    canvas.drawLine(w * 0.085, -10, w * 0.085, h + 10, pen(p.palette.ink, 4 * p.unit))
    canvas.drawLine(w * 0.062, -10, w * 0.062, h + 10, pen(p.palette.ink, 2 * p.unit))


def _seat(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """The carved back of a chair on our side of the table."""
    back = skia.Path()
    outer = skia.Rect.MakeLTRB(-w * 0.14, h * 0.855, w * 0.24, h * 1.1)
    back.addRoundRect(outer, w * 0.06, w * 0.06)
    for left in (-0.1, -0.01, 0.08):
        hole = skia.Rect.MakeLTRB(w * left, h * 0.9, w * (left + 0.06), h * 1.1)
        back.addRoundRect(hole, w * 0.03, w * 0.03, skia.PathDirection.kCCW)
    _edge(p, canvas, back, _dark(p, "#5a4434", 0.5))


def _lampshade(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """A lamp close by, whose light falls into the picture."""
    shade = skia.Path()
    shade.addPoly(
        [
            skia.Point(-w * 0.05, h * 0.79),
            skia.Point(w * 0.13, h * 0.79),
            skia.Point(w * 0.19, h * 0.9),
            skia.Point(-w * 0.11, h * 0.9),
        ],
        True,
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(w * 0.03, h * 0.9, w * 0.05, h + 9), paint(_dark(p, "#4a3a2c"))
    )
    if lit(p):
        glow = p.palette.glow(WARM)
        at, r = (w * 0.04, h * 0.86), w * 0.42
        canvas.drawCircle(*at, r, bloom(at, r, glow, 0.5))
        canvas.drawPath(shade, paint(glow))
        canvas.drawPath(shade, fade((0, h * 0.79), (0, h * 0.9), p.palette.grade("#a8703c"), 0.6))
    else:
        _edge(p, canvas, shade, _dark(p, "#d8c49a", 0.4))


def _blossoms(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """Cut flowers in a vase at the lower edge."""
    stem = _dark(p, "#3f6a3c")
    for index in range(7):
        x = w * (0.01 + 0.034 * index)
        y = h * (0.9 - 0.07 * sin(index * 1.3 + 0.6))
        canvas.drawLine(x * 0.6 + w * 0.03, h, x, y, pen(stem, 6 * p.unit))
        color = mix(_dark(p, "#d88a9a", 0.3), p.palette.ink, 0.18 * (index % 2))
        for petal in range(5):
            turn = petal * 2 * pi / 5 + index
            canvas.drawCircle(
                x + cos(turn) * w * 0.022, y + sin(turn) * w * 0.022, w * 0.022, paint(color)
            )
        canvas.drawCircle(x, y, w * 0.014, paint(_dark(p, "#e8c860", 0.2)))


def _things(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """The edge of a table with a glass and a bottle, out of focus."""
    top = h * 0.945
    bottle = skia.Path()
    bottle.addRoundRect(skia.Rect.MakeLTRB(w * 0.03, h * 0.84, w * 0.105, h), 9, 9)
    bottle.addRect(skia.Rect.MakeLTRB(w * 0.055, h * 0.785, w * 0.082, h * 0.86))
    _edge(p, canvas, bottle, _dark(p, "#2f5a3c"))
    glass = skia.Path()
    glass.addPoly(
        [
            skia.Point(w * 0.15, h * 0.885),
            skia.Point(w * 0.235, h * 0.885),
            skia.Point(w * 0.222, h),
            skia.Point(w * 0.163, h),
        ],
        True,
    )
    canvas.drawPath(glass, paint(p.palette.tone(0.9), 0.3))
    canvas.drawPath(glass, pen(p.palette.ink, 3 * p.unit))
    table = skia.Path()
    table.addPoly(
        [
            skia.Point(-9, top),
            skia.Point(w * 0.34, top + h * 0.012),
            skia.Point(w * 0.3, h + 9),
            skia.Point(-9, h + 9),
        ],
        True,
    )
    _edge(p, canvas, table, _dark(p, "#6b4428"))


def _volumes(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """A pile of books and papers."""
    y = h * 1.0
    for index, color in enumerate(("#3f5a7a", "#a8443a", "#d3a44a", "#4f6a4c")):
        high = h * (0.022 + 0.006 * (index % 2))
        book = skia.Path()
        book.addRoundRect(
            skia.Rect.MakeLTRB(
                -w * 0.04, y - high, w * (0.3 - 0.03 * index + 0.02 * (index % 2)), y
            ),
            5,
            5,
        )
        _edge(p, canvas, book, _dark(p, color, 0.4))
        y -= high


def _post(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """A column or trunk at the edge of the frame."""
    fill = _dark(p, "#8a3328", 0.5)
    canvas.drawRect(skia.Rect.MakeLTRB(-10, -10, w * 0.12, h + 10), paint(fill))
    canvas.drawRect(
        skia.Rect.MakeLTRB(-10, -10, w * 0.12, h + 10),
        fade((0, 0), (w * 0.12, 0), p.palette.ink, 0.6),
    )
    canvas.drawLine(w * 0.12, -10, w * 0.12, h + 10, pen(p.palette.ink, 4 * p.unit))
    canvas.drawLine(
        w * 0.112,
        -10,
        w * 0.112,
        h + 10,
        pen(p.palette.glow() if lit(p) else p.palette.tone(0.8), 3 * p.unit, 0.5),
    )


def _rail(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """A hand rail that runs out of the picture."""
    rail = skia.Path()
    rail.addPoly(
        [
            skia.Point(-9, h * 0.8),
            skia.Point(w * 0.5, h + 9),
            skia.Point(w * 0.4, h + 9),
            skia.Point(-9, h * 0.835),
        ],
        True,
    )
    for k in (0.06, 0.2, 0.33):
        canvas.drawLine(
            w * k, h * (0.83 + 0.42 * k), w * k, h + 9, pen(_dark(p, "#3a4048"), 9 * p.unit)
        )
    _edge(p, canvas, rail, _dark(p, "#59616b"))


def _stones(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """A rock and grass blades."""
    fill = _dark(p, "#4a6a36")
    for _ in range(34):
        x = p.random.uniform(-0.03, 0.42) * w
        blade = skia.Path()
        high = h * p.random.uniform(0.05, 0.14) * (1.1 - x / w * 1.6)
        blade.moveTo(x - 7 * p.unit, h + 9)
        blade.quadTo(x, h - high * 0.5, x + p.random.uniform(-34, 34) * p.unit, h - high)
        blade.quadTo(x + 8 * p.unit, h - high * 0.4, x + 9 * p.unit, h + 9)
        canvas.drawPath(blade, paint(mix(fill, p.palette.ink, p.random.uniform(0, 0.35))))
    rock = skia.Path()
    rock.addPoly(
        [
            skia.Point(-9, h * 0.93),
            skia.Point(w * 0.08, h * 0.905),
            skia.Point(w * 0.17, h * 0.94),
            skia.Point(w * 0.22, h + 9),
            skia.Point(-9, h + 9),
        ],
        True,
    )
    _edge(p, canvas, rock, _dark(p, "#7f7d7c"))


def _bars(p: Painter, canvas: skia.Canvas, w: float, h: float) -> None:
    """Two bars of the cell we look in by, at the edge: none before a face."""
    iron = _dark(p, "#6f777f", 0.45)
    for k in (0.02, 0.15):
        bar = skia.Path()
        bar.addRect(skia.Rect.MakeLTRB(w * k, -10, w * (k + 0.045), h + 10))
        _edge(p, canvas, bar, iron)
    cross = skia.Path()
    cross.addRect(skia.Rect.MakeLTRB(-10, h * 0.84, w * 0.24, h * 0.865))
    _edge(p, canvas, cross, iron)


CORNERS: dict[str, Corner] = {
    "leaves": _leaves,
    "branch": _branch,
    "drape": _drape,
    "jamb": _jamb,
    "seat": _seat,
    "lamp": _lampshade,
    "blossoms": _blossoms,
    "table": _things,
    "books": _volumes,
    "post": _post,
    "rail": _rail,
    "grass": _stones,
    "bars": _bars,
}
