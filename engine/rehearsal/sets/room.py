"""What rooms are made of: shell, floor, windows, doors, lamps, furniture."""

from dataclasses import dataclass

import skia

from engine.contracts import Weather
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, Walls, paint, pen
from engine.rehearsal.palette import light_for
from engine.rehearsal.sets.sky import skyline


@dataclass(frozen=True)
class Room:
    """A box to play in, cm: the mark stands at its origin."""

    half: float = 125  # from the middle to a side wall
    back: float = 480
    front: float = -1000
    height: float = 275


def shell(p: Painter, room: Room, floor: str, wall: str, side: str, ceiling: str) -> None:
    """Floor, three walls and ceiling, with dots of shadow where they meet."""
    h, b, f, top = room.half, room.back, room.front, -room.height
    grade = p.palette.grade
    p.walls = Walls(h, room.height)
    p.face(((-h, 0, f), (h, 0, f), (h, 0, b), (-h, 0, b)), grade(floor), 0)
    if p.lens.y > top:
        p.face(((-h, top, f), (h, top, f), (h, top, b), (-h, top, b)), grade(ceiling), 0)
    shade = mix(grade(side), p.palette.shadow, 0.22)
    p.face(((-h, 0, f), (-h, top, f), (-h, top, b), (-h, 0, b)), grade(side), 1)
    p.face(((h, 0, f), (h, top, f), (h, top, b), (h, 0, b)), shade, 1)
    p.face(((-h, 0, b), (h, 0, b), (h, top, b), (-h, top, b)), grade(wall), 1.4)
    p.halftone(((h, 0, f), (h, top, f), (h, top, b), (h, 0, b)), 0.22)
    p.halftone(((-h, top, b), (h, top, b), (h, top + 55, b), (-h, top + 40, b)), 0.4)
    p.halftone(((-h, 0, b), (h, 0, b), (h, 0, b - 70), (-h, 0, b - 40)), 0.35)


def cast_shadow(p: Painter, room: Room) -> None:
    """One large hard shadow over everything on the back wall, from the side away from the light."""
    h, b, top = room.half, room.back - 4, -room.height
    side = 1 if light_for(p.dressing).direction[0] < 0 else -1
    path = p.path(
        ((side * h, top, b), (side * h * 0.1, top, b), (side * h * 0.62, 0, b), (side * h, 0, b))
    )
    p.canvas.drawPath(path, paint(p.palette.shadow, p.palette.weight))
    edge = p.path(
        (
            (side * h * 0.1, top, b),
            (side * h * -0.04, top, b),
            (side * h * 0.5, 0, b),
            (side * h * 0.62, 0, b),
        )
    )
    p.dot_path(edge, p.palette.weight)


def skirting(p: Painter, room: Room, color: str, high: float = 14) -> None:
    h, b, f = room.half - 1, room.back - 1, room.front
    base = p.palette.grade(color)
    p.face(((-h, 0, b), (h, 0, b), (h, -high, b), (-h, -high, b)), base, 0.7)
    for x in (-h, h):
        p.face(
            ((x, 0, f), (x, -high, f), (x, -high, b), (x, 0, b)), mix(base, p.palette.ink, 0.2), 0.7
        )


def boards(p: Painter, room: Room, step: float = 30) -> None:
    """Floor boards run away from the lens and meet at the vanishing point."""
    x = -room.half
    tint = mix(p.palette.ink, p.palette.tone(0.4), 0.35)
    while x < room.half:
        p.line((x, 0, room.front), (x, 0, room.back), 0.45, tint)
        x += step


def tiles(p: Painter, room: Room, color: str, side: float = 60) -> None:
    """Every second tile of a floor in another colour."""
    brush = paint(p.palette.grade(color))
    with p.flat() as canvas:
        for row in range(int((room.back + 420) / side)):
            z = room.back - (row + 1) * side
            for column in range(int(room.half * 2 / side)):
                if (row + column) % 2 == 0:
                    x = -room.half + column * side
                    canvas.drawRect(skia.Rect.MakeXYWH(x, z, side, side), brush)


def pane(p: Painter, canvas: skia.Canvas, rect: skia.Rect, *, city: bool = True) -> None:
    """The view through a window: sky in bands, and a town or trees below it."""
    canvas.save()
    canvas.clipRect(rect, True)
    bands = 5
    for band in range(bands):
        top = rect.top() + rect.height() * band / bands
        color = p.palette.sky(1 - (band + 0.5) / bands)
        canvas.drawRect(
            skia.Rect.MakeLTRB(rect.left(), top, rect.right(), rect.bottom()), paint(color)
        )
    if city:
        skyline(p, canvas, rect, 0.55)
    if p.dressing.weather in (Weather.RAIN, Weather.STORM):
        wet(p, canvas, rect)
    canvas.restore()


def wet(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    """Rain on the glass: slanted strokes behind it, drops that have run down on it."""
    canvas.drawRect(rect, paint(p.palette.tone(0.45), 0.3))
    strokes, run = paint((226, 236, 246), 0.5), paint((240, 246, 252), 0.75)
    for brush, wide in ((strokes, 1.1), (run, 1.8)):
        brush.setStyle(skia.Paint.kStroke_Style)
        brush.setStrokeWidth(wide)
    count = int(rect.width() * rect.height() / 160)
    for index in range(min(count, 160)):
        x = rect.left() + p.random.random() * rect.width()
        y = rect.top() + p.random.random() * rect.height()
        long = p.random.uniform(8, 22)
        if index % 5:
            canvas.drawLine(x, y, x - long * 0.22, y + long, strokes)
        else:
            canvas.drawLine(x, y, x, y + long * 1.4, run)


def glazing(
    p: Painter, canvas: skia.Canvas, rect: skia.Rect, columns: int, rows: int, frame: Color
) -> None:
    """The bars of a window over its view."""
    bar = pen(frame, max(rect.width() / columns * 0.06, 4))
    ink = pen(p.palette.ink, 1.6)
    for column in range(1, columns):
        x = rect.left() + rect.width() * column / columns
        canvas.drawLine(x, rect.top(), x, rect.bottom(), bar)
    for row in range(1, rows):
        y = rect.top() + rect.height() * row / rows
        canvas.drawLine(rect.left(), y, rect.right(), y, bar)
    canvas.drawRect(rect, bar)
    canvas.drawRect(rect.makeOutset(4, 4), ink)


def window(
    p: Painter,
    wall: float | None,
    room: Room,
    box: tuple[float, float, float, float],
    grid: tuple[int, int] = (2, 2),
    frame: str = "#e8e0d0",
) -> None:
    """A window on the back wall (`wall` None) or the side wall at x = `wall`.

    `box` is left, top, right, bottom in the wall's coordinates.
    """
    rect = skia.Rect.MakeLTRB(*box)
    plane = p.facing(room.back - 2) if wall is None else p.side(wall)
    with plane as canvas:
        pane(p, canvas, rect)
        shine = skia.Path()
        shine.addPoly(
            [
                skia.Point(rect.left() + rect.width() * 0.2, rect.top()),
                skia.Point(rect.left() + rect.width() * 0.5, rect.top()),
                skia.Point(rect.left() + rect.width() * 0.2, rect.bottom()),
                skia.Point(rect.left() - rect.width() * 0.1, rect.bottom()),
            ],
            True,
        )
        canvas.save()
        canvas.clipRect(rect)
        canvas.drawPath(shine, paint((255, 255, 255), 0.1))
        canvas.restore()
        glazing(p, canvas, rect, *grid, p.palette.grade(frame))


def sun_patch(p: Painter, x: float, z: float, width: float, length: float, slant: float) -> None:
    """Window light on the floor: hard, slanted, in two panes."""
    strength = 0.26 * p.palette.hour.exposure
    color = p.palette.glow() if not p.palette.hour.lamps else p.palette.sky(0.1)
    for half in (0.0, 0.53):
        left, right = x + width * half, x + width * (half + 0.47)
        p.beam(
            (
                (left, 0, z),
                (right, 0, z),
                (right + slant, 0, z - length),
                (left + slant, 0, z - length),
            ),
            color,
            strength,
        )


def frame_on_wall(p: Painter, rect: skia.Rect, art: str, frame: str, z: float) -> None:
    """A picture: two hills and a sun, or whatever one sees in it."""
    with p.facing(z) as canvas:
        canvas.drawRect(rect.makeOutset(6, 6), paint(p.palette.grade(frame)))
        canvas.drawRect(rect.makeOutset(6, 6), pen(p.palette.ink, 2))
        canvas.drawRect(rect, paint(p.palette.grade(art)))
        canvas.save()
        canvas.clipRect(rect)
        hill = mix(p.palette.grade(art), p.palette.ink, 0.4)
        canvas.drawCircle(
            rect.left() + rect.width() * 0.2, rect.bottom(), rect.width() * 0.45, paint(hill)
        )
        lit = p.palette.grade("#f0e0b0")
        canvas.drawCircle(
            rect.centerX(), rect.top() + rect.height() * 0.35, rect.width() * 0.14, paint(lit)
        )
        canvas.restore()
        canvas.drawRect(rect, pen(p.palette.ink, 1.4))


def door(
    p: Painter, x: float, z: float, color: str, width: float = 90, height: float = 210
) -> None:
    with p.facing(z) as canvas:
        leaf = skia.Rect.MakeLTRB(x, -height, x + width, 0)
        canvas.drawRect(leaf.makeOutset(8, 8), paint(p.palette.grade("#d8cfc0")))
        canvas.drawRect(leaf.makeOutset(8, 8), pen(p.palette.ink, 2))
        canvas.drawRect(leaf, paint(p.palette.grade(color)))
        canvas.drawRect(leaf, pen(p.palette.ink, 2))
        inner = mix(p.palette.grade(color), p.palette.ink, 0.25)
        for top, bottom in ((0.08, 0.48), (0.56, 0.93)):
            panel = skia.Rect.MakeLTRB(
                x + width * 0.15, -height * (1 - top), x + width * 0.85, -height * (1 - bottom)
            )
            canvas.drawRect(panel, pen(inner, 3))
        canvas.drawCircle(x + width * 0.88, -height * 0.47, 4.5, paint(p.palette.glow("#e8c060")))


def pendant(
    p: Painter, x: float, z: float, drop: float, room: Room, color: str = "#d9a441"
) -> None:
    """A lamp on a cord, its shade a cone, lit when the hour asks for lamps."""
    top = -room.height
    p.line((x, top, z), (x, top + drop, z), 0.8)
    with p.standing(x, z, top + drop) as canvas:
        shade = skia.Path()
        shade.addPoly(
            [skia.Point(-9, 0), skia.Point(9, 0), skia.Point(26, 26), skia.Point(-26, 26)], True
        )
        canvas.drawPath(shade, paint(p.palette.grade(color)))
        canvas.drawPath(shade, pen(p.palette.ink, 2))
        if p.palette.hour.lamps:
            canvas.drawOval(skia.Rect.MakeLTRB(-22, 22, 22, 32), paint(p.palette.glow("#fff0c8")))
    if p.palette.hour.lamps:
        p.halo((x, top + drop + 28, z), 75, p.palette.glow())


def curtain(
    p: Painter, left: float, right: float, top: float, bottom: float, z: float, color: str
) -> None:
    """Cloth in folds, each with its shadow side."""
    base = p.palette.grade(color)
    shade = mix(base, p.palette.shadow, 0.4)
    folds = max(int(abs(right - left) / 14), 3)
    step = (right - left) / folds
    with p.facing(z) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), paint(base))
        for fold in range(folds):
            x = left + fold * step
            path = skia.Path()
            path.moveTo(x + step * 0.55, top)
            path.quadTo(x + step * 0.4, (top + bottom) / 2, x + step * 0.7, bottom)
            path.lineTo(x + step, bottom)
            path.lineTo(x + step, top)
            path.close()
            canvas.drawPath(path, paint(shade))
        canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), pen(p.palette.ink, 2))


def plant(p: Painter, x: float, z: float, height: float = 110) -> None:
    """A pot and broad leaves: a lived-in room."""
    leaf, dark = p.palette.grade("#4f8a4c"), p.palette.grade("#2f5a38")
    with p.standing(x, z) as canvas:
        pot = skia.Path()
        pot.addPoly(
            [skia.Point(-18, -34), skia.Point(18, -34), skia.Point(12, 0), skia.Point(-12, 0)], True
        )
        canvas.drawPath(pot, paint(p.palette.grade("#b5653f")))
        canvas.drawPath(pot, pen(p.palette.ink, 2))
        for index in range(9):
            lean = (index - 4) * 11 + p.random.uniform(-4, 4)
            tip = -height * p.random.uniform(0.7, 1.0) + abs(lean) * 0.5
            path = skia.Path()
            path.moveTo(0, -32)
            path.quadTo(lean * 0.3 - 9, (tip - 32) / 2, lean, tip)
            path.quadTo(lean * 0.6 + 10, (tip - 32) / 2, 0, -32)
            canvas.drawPath(path, paint(dark if index % 2 else leaf))
            canvas.drawPath(path, pen(p.palette.ink, 1.2))


def shelf(p: Painter, left: float, right: float, z: float, height: float, rows: int = 5) -> None:
    """A bookcase against the back wall, books by seed."""
    wood = p.palette.grade("#6b4428")
    spines = ("#a8443a", "#3f6a84", "#d3a44a", "#55784f", "#7a4a78", "#e4d7b8")
    with p.facing(z) as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(left, -height, right, 0), paint(mix(wood, p.palette.ink, 0.45))
        )
        for row in range(rows):
            base = -height + (row + 1) * height / rows
            x = left + 5
            while x < right - 8:
                wide, tall = p.random.uniform(4, 9), height / rows * p.random.uniform(0.55, 0.85)
                if p.random.random() < 0.88:
                    book = skia.Rect.MakeLTRB(x, base - 4 - tall, x + wide, base - 4)
                    canvas.drawRect(book, paint(p.palette.grade(p.random.choice(spines))))
                    canvas.drawRect(book, pen(p.palette.ink, 0.8))
                x += wide
            canvas.drawRect(skia.Rect.MakeLTRB(left, base - 4, right, base), paint(wood))
        canvas.drawRect(skia.Rect.MakeLTRB(left, -height, right, 0), pen(wood, 5))
        canvas.drawRect(
            skia.Rect.MakeLTRB(left - 3, -height - 3, right + 3, 0), pen(p.palette.ink, 2)
        )
