"""Windows and doors, and what is seen through them by hour and weather."""

from collections.abc import Callable
from math import sin

import skia

from engine.contracts import TimeOfDay, Weather
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.palette import GREY_SKIES
from engine.rehearsal.sets.distance import skyline
from engine.rehearsal.sets.glow import SCREEN, bloom, daylight, fade, shaft
from engine.rehearsal.sets.ink import Box, block, boxes, darker, strokes
from engine.rehearsal.sets.room import Room
from engine.rehearsal.sets.sky import WET


def outside(p: Painter, height: float) -> Color:
    """The sky through a window: 0 at the horizon, 1 at the zenith, as the weather has it."""
    if not p.dressing.interior:
        return p.palette.sky(height)
    gloom = GREY_SKIES.get(p.dressing.weather, 0.0)
    light = {TimeOfDay.NIGHT: 0.22, TimeOfDay.DUSK: 0.5}.get(p.dressing.time, 0.8)
    grey = tuple(round(190 * light * k) for k in (0.9, 0.97, 1.06))
    return mix(p.palette.sky(height), (grey[0], grey[1], grey[2]), gloom)


def pane(
    p: Painter,
    canvas: skia.Canvas,
    rect: skia.Rect,
    *,
    city: bool = True,
    view: str = "",
) -> None:
    """The view through a window: sky, and the `view` of VIEWS before it; a town where none."""
    canvas.save()
    canvas.clipRect(rect, True)
    top, bottom = outside(p, 0.9), outside(p, 0.05)
    brush = skia.Paint(AntiAlias=True)
    brush.setShader(
        skia.GradientShader.MakeLinear(
            [skia.Point(0, rect.top()), skia.Point(0, rect.bottom())],
            [skia.ColorSetARGB(255, *color) for color in (top, mix(top, bottom, 0.6), bottom)],
        )
    )
    canvas.drawRect(rect, brush)
    with p.aside(f"view {rect.left():.0f}"):
        VIEWS[view or ("city" if city else "sky")](p, canvas, rect)
        _weather(p, canvas, rect)
    canvas.restore()


def _town(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    skyline(p, canvas, rect, 0.62)


def _trees(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    """Crowns in two depths, the near ones darker."""
    unit = rect.width() / 10
    for row, (low, color) in enumerate(((0.42, "#86a874"), (0.24, "#4d7a4a"))):
        fill = mix(p.palette.grade(color), outside(p, 0.1), 0.5 - 0.3 * row)
        crowns = skia.Path()
        x = rect.left() - unit
        while x < rect.right() + unit:
            r = unit * p.random.uniform(0.9, 1.7)
            y = rect.bottom() - rect.height() * low * p.random.uniform(0.7, 1.2)
            crowns.addCircle(x, y, r)
            crowns.addRect(skia.Rect.MakeLTRB(x - r, y, x + r, rect.bottom()))
            x += r * 1.2
        canvas.drawPath(crowns, paint(fill))
        if row:
            canvas.drawPath(
                crowns, fade((0, rect.top()), (0, rect.bottom()), p.palette.shadow, 0.0, 0.5)
            )


def _sea(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    line = rect.bottom() - rect.height() * 0.36
    water = mix(outside(p, 0.8), p.palette.grade("#2f6f86"), 0.6)
    canvas.drawRect(
        skia.Rect.MakeLTRB(rect.left(), line, rect.right(), rect.bottom()), paint(water)
    )
    glints = []
    for _ in range(26):
        y = line + rect.height() * 0.36 * p.random.random() ** 1.5
        x = rect.left() + rect.width() * p.random.random()
        glints.append((x, y, x + rect.width() * p.random.uniform(0.04, 0.16), y))
    strokes(canvas, glints, outside(p, 0.0), rect.height() * 0.008, 0.7)


def _ridge(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    for row, high in enumerate((0.6, 0.38, 0.2)):
        fill = mix(p.palette.grade("#5d7a78"), outside(p, 0.1), 0.62 - 0.26 * row)
        path, turn = skia.Path(), p.random.uniform(0, 6)
        path.moveTo(rect.left(), rect.bottom())
        for step in range(17):
            x = rect.left() + rect.width() * step / 16
            lift = 0.7 + 0.2 * sin(step * 0.8 + turn) + 0.14 * sin(step * 2.1 + turn)
            path.lineTo(x, rect.bottom() - rect.height() * high * lift)
        path.lineTo(rect.right(), rect.bottom())
        path.close()
        canvas.drawPath(path, paint(fill))


def _house_over(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    """The front of the house across the street, some of its windows lit."""
    wall = mix(p.palette.grade("#a08a7a"), outside(p, 0.1), 0.35)
    top = rect.top() + rect.height() * p.random.uniform(0.12, 0.3)
    canvas.drawRect(skia.Rect.MakeLTRB(rect.left(), top, rect.right(), rect.bottom()), paint(wall))
    canvas.drawRect(
        skia.Rect.MakeLTRB(rect.left(), top, rect.right(), top + rect.height() * 0.03),
        paint(mix(wall, p.palette.ink, 0.4)),
    )
    step = rect.width() / 4
    lit: list[Box] = []
    dark: list[Box] = []
    for row in range(int((rect.bottom() - top) / (step * 1.3)) + 1):
        for column in range(4):
            x, y = rect.left() + step * (column + 0.25), top + step * (1.3 * row + 0.35)
            glows = p.palette.hour.lamps and p.random.random() < 0.4
            (lit if glows else dark).append((x, y, x + step * 0.5, y + step * 0.8))
    boxes(canvas, dark, mix(wall, p.palette.ink, 0.45))
    boxes(canvas, lit, p.palette.glow("#ffd28a"))


def _sky_only(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    if p.dressing.time is TimeOfDay.NIGHT and p.dressing.weather is Weather.CLEAR:
        moon = rect.width() * 0.14
        x, y = rect.left() + rect.width() * 0.68, rect.top() + rect.height() * 0.32
        canvas.drawCircle(x, y, moon, paint((250, 246, 224)))
        canvas.drawCircle(x, y, moon * 2.2, paint((200, 214, 255), 0.12))


VIEWS: dict[str, Callable[[Painter, skia.Canvas, skia.Rect], None]] = {
    "city": _town,
    "trees": _trees,
    "sea": _sea,
    "ridge": _ridge,
    "house": _house_over,
    "sky": _sky_only,
}


def _weather(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    weather = p.dressing.weather
    if weather in WET:
        wet(p, canvas, rect)
    elif weather is Weather.SNOW:
        flakes = skia.Path()
        for _ in range(60):
            x, y = p.random.random() * rect.width(), p.random.random() * rect.height()
            flakes.addCircle(rect.left() + x, rect.top() + y, p.random.uniform(0.8, 2.4))
        canvas.drawPath(flakes, paint((250, 252, 255), 0.9))
        sill = skia.Rect.MakeLTRB(rect.left(), rect.bottom() - 6, rect.right(), rect.bottom())
        canvas.drawRoundRect(sill, 4, 4, paint(mix((246, 250, 255), outside(p, 0.2), 0.25)))
    elif weather is Weather.FOG:
        veil = fade((0, rect.bottom()), (0, rect.top()), outside(p, 0.1), 0.92, 0.45)
        canvas.drawRect(rect, veil)


def wet(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    """Rain on the glass: slanted strokes behind it, drops that have run down on it."""
    canvas.drawRect(rect, paint(p.palette.tone(0.45), 0.3))
    fall, runs, drops = [], [], skia.Path()
    for index in range(min(int(rect.width() * rect.height() / 160), 160)):
        x = rect.left() + p.random.random() * rect.width()
        y = rect.top() + p.random.random() * rect.height()
        long = p.random.uniform(8, 22)
        if index % 5:
            fall.append((x, y, x - long * 0.22, y + long))
        else:
            runs.append((x, y - long * 1.6, x, y))
            drops.addCircle(x, y, 1.7)
    strokes(canvas, fall, (226, 236, 246), 1.1, 0.45)
    strokes(canvas, runs, (240, 246, 252), 1.1, 0.4)
    canvas.drawPath(drops, paint((246, 250, 255), 0.85))


def glazing(
    p: Painter, canvas: skia.Canvas, rect: skia.Rect, columns: int, rows: int, frame: Color
) -> None:
    """The bars of a window over its view, with thickness: a lit and a dark edge."""
    wide = max(rect.width() / columns * 0.06, 4)
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    xs = [left + rect.width() * at / columns for at in range(1, columns)]
    ys = [top + rect.height() * at / rows for at in range(1, rows)]
    lines = [(x, top, x, bottom) for x in xs] + [(left, y, right, y) for y in ys]
    strokes(canvas, lines, mix(frame, p.palette.ink, 0.45), wide + 2.4)
    strokes(canvas, lines, frame, wide)
    canvas.drawRect(rect, pen(frame, wide * 1.5))
    canvas.drawRect(rect.makeInset(wide * 0.75, wide * 0.75), pen(p.palette.ink, 1.2))
    canvas.drawRect(rect.makeOutset(wide * 0.75, wide * 0.75), pen(p.palette.ink, 1.6))


def window(
    p: Painter,
    wall: float | None,
    room: Room,
    box: Box,
    grid: tuple[int, int] = (2, 2),
    frame: str = "#e8e0d0",
    view: str = "",
) -> None:
    """A window on the back wall (`wall` None) or the side wall at x = `wall`.

    `box` is left, top, right, bottom in the wall's coordinates.
    """
    rect = skia.Rect.MakeLTRB(*box)
    plane = p.facing(room.back - 2) if wall is None else p.side(wall)
    with plane as canvas:
        pane(p, canvas, rect, view=view)
        wide, tall = rect.width(), rect.height()
        shine = skia.Path()
        for left, broad in ((0.12, 0.2), (0.42, 0.07)):
            x = rect.left() + wide * left
            shine.addPoly(
                [
                    skia.Point(x + tall * 0.25, rect.top()),
                    skia.Point(x + wide * broad + tall * 0.25, rect.top()),
                    skia.Point(x + wide * broad - tall * 0.1, rect.bottom()),
                    skia.Point(x - tall * 0.1, rect.bottom()),
                ],
                True,
            )
        canvas.save()
        canvas.clipRect(rect)
        canvas.drawPath(shine, paint((255, 255, 255), 0.09))
        canvas.restore()
        color = p.palette.grade(frame)
        glazing(p, canvas, rect, *grid, color)
        sill = (box[0] - 9, box[3] + 3, box[2] + 9, box[3] + 10)
        block(p, canvas, sill, color, 1.6)
        under = skia.Rect.MakeLTRB(box[0] - 4, box[3] + 10, box[2] + 4, box[3] + 26)
        canvas.drawRect(under, fade((0, under.top()), (0, under.bottom()), p.palette.shadow, 0.5))
        _spill(p, canvas, rect)


def _spill(p: Painter, canvas: skia.Canvas, rect: skia.Rect) -> None:
    """The wall round a window is lit by it, as far as it reaches."""
    color, strength = daylight(p)
    radius = max(rect.width(), rect.height()) * 1.05
    middle = (rect.centerX(), rect.centerY())
    canvas.save()
    canvas.clipRect(rect.makeOutset(6, 6), skia.ClipOp.kDifference, True)
    canvas.drawCircle(*middle, radius, bloom(middle, radius, color, strength * 1.3))
    canvas.restore()


def sun_patch(p: Painter, x: float, z: float, width: float, length: float, slant: float) -> None:
    """Window light on the floor: hard, slanted, in two panes, and the air it comes through."""
    color, strength = daylight(p)
    for half in (0.0, 0.53):
        left, right = x + width * half, x + width * (half + 0.47)
        path = p.path(
            (
                (left, 0, z),
                (right, 0, z),
                (right + slant, 0, z - length),
                (left + slant, 0, z - length),
            )
        )
        a, b = p.lens.project((x, 0, z)), p.lens.project((x, 0, z - length))
        p.canvas.drawPath(path, fade(a, b, color, strength * 1.2, strength * 0.4, SCREEN))
    shaft(
        p,
        ((x, -150, z + 8), (x + width, -150, z + 8)),
        ((x + slant, 0, z - length), (x + width + slant, 0, z - length)),
    )


def door(
    p: Painter, x: float, z: float, color: str, width: float = 90, height: float = 210
) -> None:
    """A panelled door in its frame on the back wall, with the shadow of its reveal."""
    with p.facing(z) as canvas:
        block(p, canvas, (x - 10, -height - 10, x + width + 10, 0), "#d8cfc0", 2)
        block(p, canvas, (x, -height, x + width, 0), color, 2)
        inner = darker(p, color, 0.28)
        for top, bottom in ((0.08, 0.48), (0.56, 0.93)):
            panel = skia.Rect.MakeLTRB(
                x + width * 0.15, -height * (1 - top), x + width * 0.85, -height * (1 - bottom)
            )
            canvas.drawRect(panel, fade((0, panel.top()), (0, panel.bottom()), inner, 0.7, 0.2))
            canvas.drawRect(panel, pen(inner, 2.2))
        leaf = skia.Rect.MakeLTRB(x, -height, x + width, 0)
        canvas.drawRect(leaf, fade((x, 0), (x + width * 0.3, 0), p.palette.shadow, 0.45))
        canvas.drawCircle(x + width * 0.88, -height * 0.47, 4.5, paint(p.palette.glow("#e8c060")))
        canvas.drawCircle(x + width * 0.88, -height * 0.47, 4.5, pen(p.palette.ink, 1.2))


def curtain(
    p: Painter, left: float, right: float, top: float, bottom: float, z: float, color: str
) -> None:
    """Cloth that hangs from a rod in folds of unequal width, gathered below the middle."""
    base = p.palette.grade(color)
    shade, lit = mix(base, p.palette.shadow, 0.42), mix(base, p.palette.tone(1.0), 0.18)
    folds = max(int(abs(right - left) / 12), 3)
    step, waist = (right - left) / folds, top + (bottom - top) * 0.62
    centre = left if abs(left) > abs(right) else right
    dark, bright, whole = skia.Path(), skia.Path(), skia.Path()

    def at(x: float, pull: float) -> float:
        return x + (centre - x) * pull

    with p.facing(z) as canvas:
        for fold in range(folds):
            a, b = left + fold * step, left + (fold + 1) * step
            for path, start, stop in ((whole, 0.0, 1.02), (dark, 0.55, 1.0), (bright, 0.2, 0.38)):
                x0, x1 = a + (b - a) * start, a + (b - a) * stop
                path.moveTo(x0, top)
                path.quadTo(at(x0, 0.1), waist - 30, at(x0, 0.3), waist)
                path.quadTo(at(x0, 0.12), waist + 30, at(x0, 0.14), bottom)
                path.lineTo(at(x1, 0.14), bottom)
                path.quadTo(at(x1, 0.12), waist + 30, at(x1, 0.3), waist)
                path.quadTo(at(x1, 0.1), waist - 30, x1, top)
                path.close()
        canvas.drawPath(whole, pen(p.palette.ink, 2.6))
        canvas.drawPath(whole, paint(base))
        canvas.drawPath(dark, paint(shade))
        canvas.drawPath(bright, paint(lit, 0.7))
        tie = (at(left, 0.32), waist - 5, at(right, 0.32), waist + 5)
        block(p, canvas, (min(tie[0], tie[2]), tie[1], max(tie[0], tie[2]), tie[3]), "#d8a83f", 1.4)
        block(p, canvas, (left - 8, top - 5, right + 8, top + 1), "#6b4a30", 1.2)
