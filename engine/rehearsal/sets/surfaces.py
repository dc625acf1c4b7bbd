"""What walls and floors are covered with: each covering is drawn on the planes of a room."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.ink import Box, Stroke, block, boxes, darker, lighter, strokes
from engine.rehearsal.sets.room import Room

Span = tuple[float, float, float]  # left, right, height of a wall in its own coordinates
Covering = Callable[[Painter, skia.Canvas, Span, Color], None]


@contextmanager
def _wall(p: Painter, room: Room, which: int) -> Iterator[tuple[skia.Canvas, Span]]:
    """The plane of a wall: -1 left, 0 back, 1 right; only as much of it as the lens sees."""
    near = max(p.lens.z + 60, room.front)
    if which == 0:
        with p.facing(room.back - 1) as canvas:
            yield canvas, (-room.half, room.half, room.height)
    else:
        with p.side(which * (room.half - 0.5)) as canvas:
            yield canvas, (near, room.back, room.height)


def cover(p: Painter, room: Room, kind: str, wall: str, side: str = "") -> None:
    """Cover the three walls of a room; `kind` is a key of COVERINGS."""
    for which in (0, -1, 1):
        base = p.palette.grade(wall if which == 0 else side or wall)
        if which == 1:
            base = mix(base, p.palette.shadow, 0.22)
        with p.aside(f"wall {which}"), _wall(p, room, which) as (canvas, span):
            COVERINGS[kind](p, canvas, span, base)


def _courses(span: Span, wide: float, high: float) -> Iterator[tuple[float, float, float, float]]:
    """Joints of a bond: each course is shifted by half a stone."""
    left, right, top = span
    for row in range(int(top / high) + 1):
        y = -row * high
        yield left, y, right, y
        x = left - (left % wide) + (row % 2) * wide / 2
        while x < right:
            if x > left:
                yield x, y, x, max(y - high, -top)
            x += wide


def _toned(
    p: Painter, canvas: skia.Canvas, span: Span, base: Color, size: tuple[float, float]
) -> None:
    """Some stones of a bond are darker or lighter than the rest."""
    left, right, top = span
    wide, high = size
    for color in (darker(p, base, 0.14), lighter(p, base, 0.12)):
        some = []
        for _ in range(int((right - left) * top / (wide * high) * 0.12)):
            row = p.random.randrange(int(top / high) or 1)
            column = p.random.randrange(int((right - left) / wide) or 1)
            x = left - (left % wide) + column * wide + (row % 2) * wide / 2
            some.append((max(x, left), -(row + 1) * high, min(x + wide, right), -row * high))
        boxes(canvas, some, color)


def _bond(wide: float, high: float, seam: float) -> Covering:
    def draw(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
        _toned(p, canvas, span, base, (wide, high))
        strokes(canvas, _courses(span, wide, high), darker(p, base, 0.34), seam)

    return draw


def _tiled(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    left, right, top = span
    lines: list[Stroke] = [(left, -y, right, -y) for y in range(0, int(top), 22)]
    lines += [(x, 0, x, -top) for x in range(int(left), int(right), 22)]
    strokes(canvas, lines, lighter(p, base, 0.3), 1.4)


def _striped(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    left, right, top = span
    stripes = [(x, -top, x + 9, 0) for x in range(int(left), int(right), 22)]
    boxes(canvas, stripes, darker(p, base, 0.1))
    strokes(canvas, [(x + 15, -top, x + 15, 0) for x, *_ in stripes], lighter(p, base, 0.2), 0.9)


def _figured(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    """A paper with a leaf that repeats."""
    left, right, top = span
    leaf = skia.Path()
    for row in range(int(top / 34) + 1):
        for column in range(int((right - left) / 34) + 1):
            x, y = left + column * 34 + (row % 2) * 17, -row * 34.0
            leaf.moveTo(x, y)
            leaf.quadTo(x - 8, y - 10, x, y - 21)
            leaf.quadTo(x + 8, y - 10, x, y)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(left, -top, right, 0))
    canvas.drawPath(leaf, paint(darker(p, base, 0.13)))
    canvas.drawPath(leaf, pen(lighter(p, base, 0.2), 0.7))
    canvas.restore()


def _planked(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    left, right, top = span
    x, grain = left, list[Stroke]()
    seams: list[Stroke] = []
    while x < right:
        wide = p.random.uniform(15, 24)
        seams.append((x, 0.0, x, -top))
        y = p.random.uniform(10, top)
        grain.append((x + wide * 0.5, -y, x + wide * 0.5 + 2, -max(y - 60, 0)))
        x += wide
    strokes(canvas, seams, darker(p, base, 0.42), 1.7)
    strokes(canvas, grain, darker(p, base, 0.2), 1.3)


def _panelled(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    """Raised fields with mouldings, a rail at hip height."""
    left, right, top = span
    dark, light = darker(p, base, 0.26), lighter(p, base, 0.32)
    step = 64.0
    low, high = [], []
    x = left - left % step
    while x < right:
        a, b = max(x + 7, left), min(x + step - 7, right)
        if b - a > 8:
            low.append((a, -84.0, b, -14.0))
            high.append((a, -top + 22, b, -106.0))
        x += step
    for fields in (low, high):
        path = skia.Path()
        for box in fields:
            path.addRect(skia.Rect.MakeLTRB(*box))
        canvas.drawPath(path, pen(dark, 2.6))
        path.offset(1.4, 1.6)
        canvas.drawPath(path, pen(light, 1.2))
    block(p, canvas, (left, -100, right, -92), lighter(p, base, 0.12), 1.2)
    block(p, canvas, (left, -top, right, -top + 9), lighter(p, base, 0.2), 1.2)


def _wainscot(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    """Boards up to the hip, plain above."""
    left, right, top = span
    wood = mix(base, p.palette.grade("#6a4a34"), 0.62)
    canvas.drawRect(skia.Rect.MakeLTRB(left, -96, right, 0), paint(wood))
    strokes(
        canvas, [(x, 0, x, -92) for x in range(int(left), int(right), 13)], darker(p, wood), 1.2
    )
    block(p, canvas, (left, -101, right, -94), lighter(p, wood, 0.14), 1.4)
    block(p, canvas, (left, -top, right, -top + 7), lighter(p, base, 0.25), 1)


def _slabs(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    """Concrete: large slabs with the holes of their ties, stains that ran down."""
    left, right, top = span
    seams: list[Stroke] = [(left, -y, right, -y) for y in range(90, int(top), 90)]
    seams += [(x, 0, x, -top) for x in range(int(left - left % 120), int(right), 120)]
    strokes(canvas, seams, darker(p, base, 0.3), 1.6)
    holes = skia.Path()
    for x in range(int(left - left % 120), int(right), 120):
        for y in range(45, int(top), 90):
            for side in (22, 98):
                holes.addCircle(x + side, -y, 2.2)
    canvas.drawPath(holes, paint(darker(p, base, 0.4)))
    stains = []
    for _ in range(9):
        at, low = p.random.uniform(left, right), p.random.uniform(top * 0.4, top)
        stains.append((at, -low, at + p.random.uniform(-3, 3), -low + p.random.uniform(30, 110)))
    strokes(canvas, stains, darker(p, base, 0.2), 5, 0.45)


def _veined(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    """Marble in large plates."""
    left, right, top = span
    veins = skia.Path()
    for _ in range(int((right - left) / 40) + 3):
        x, y = p.random.uniform(left, right), -p.random.uniform(0, top)
        veins.moveTo(x, y)
        veins.cubicTo(x + 20, y - 30, x - 16, y - 60, x + p.random.uniform(0, 50), y - 110)
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(left, -top, right, 0))
    canvas.drawPath(veins, pen(darker(p, base, 0.18), 1.5))
    canvas.restore()
    seams: list[Stroke] = [(left, -y, right, -y) for y in range(130, int(top), 130)]
    seams += [(x, 0, x, -top) for x in range(int(left - left % 96), int(right), 96)]
    strokes(canvas, seams, darker(p, base, 0.3), 1.2)


def _sheeted(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    """Metal plates with rivets."""
    left, right, top = span
    seams: list[Stroke] = [(left, -y, right, -y) for y in range(70, int(top), 70)]
    seams += [(x, 0, x, -top) for x in range(int(left - left % 90), int(right), 90)]
    strokes(canvas, seams, darker(p, base, 0.45), 2)
    strokes(
        canvas,
        [(a + 1.8, b + 1.8, c + 1.8, d + 1.8) for a, b, c, d in seams],
        lighter(p, base, 0.3),
        0.9,
    )
    rivets = skia.Path()
    for x in range(int(left - left % 90), int(right), 30):
        for y in range(70, int(top), 70):
            rivets.addCircle(x + 5, -y + 6, 1.7)
    canvas.drawPath(rivets, paint(darker(p, base, 0.4)))


def _latticed(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    """Lattice screens of an old house, paper behind them."""
    left, right, top = span
    step, wood = 76.0, p.palette.grade("#5a3424")
    glow = p.palette.glow("#ffd9a0") if p.palette.hour.lamps else p.palette.grade("#efe2c4")
    x = left - left % step
    bars: list[Stroke] = []
    paper: list[Box] = []
    while x < right:
        a, b = max(x + 7, left), min(x + step - 7, right)
        if b - a > 8:
            paper.append((a, -top + 50, b, -88.0))
            bars += [(a, -y, b, -y) for y in range(88, int(top - 50) + 1, 17)]
            bars += [
                (a + (b - a) * part / 4, -88, a + (b - a) * part / 4, -top + 50)
                for part in range(5)
            ]
        x += step
    boxes(canvas, paper, mix(glow, base, 0.3))
    strokes(canvas, bars, wood, 2.6)
    posts = [
        (max(q, left), -top, max(q, left) + 7, 0.0)
        for q in range(int(left - left % step), int(right), int(step))
    ]
    boxes(canvas, posts, wood)
    block(p, canvas, (left, -top + 36, right, -top + 46), wood, 1.4)
    block(p, canvas, (left, -88, right, -80), wood, 1.4)


def _plain(p: Painter, canvas: skia.Canvas, span: Span, base: Color) -> None:
    left, right, top = span
    block(p, canvas, (left, -top, right, -top + 8), lighter(p, base, 0.3), 1)


COVERINGS: dict[str, Covering] = {
    "plain": _plain,
    "brick": _bond(34, 14, 1.5),
    "stone": _bond(58, 32, 2.2),
    "tile": _tiled,
    "stripes": _striped,
    "leaves": _figured,
    "planks": _planked,
    "panels": _panelled,
    "wainscot": _wainscot,
    "concrete": _slabs,
    "marble": _veined,
    "metal": _sheeted,
    "lattice": _latticed,
}
