"""Far things: towns, ridges, trees, all hazier the further away they stand."""

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.glow import fade
from engine.rehearsal.sets.ink import Box, boxes, strokes
from engine.rehearsal.sets.sky import haze, snowed

LAMPS = ("#ffd28a", "#ffe9c0", "#bfe0ff", "#ffb868")


def skyline(p: Painter, canvas: skia.Canvas, rect: skia.Rect, high: float) -> None:
    """A town as silhouettes in three rows at the foot of `rect`, its windows lit irregularly."""
    for row in range(3):
        base = mix(p.palette.sky(0.2), p.palette.shadow, 0.2 + 0.26 * row)
        x = rect.left() - rect.width() * 0.03
        while x < rect.right():
            wide = min(rect.width() * p.random.uniform(0.07, 0.15), rect.height() * 0.34)
            tall = rect.height() * high * p.random.uniform(0.4, 1.0) * (1.0 - 0.27 * row)
            _tower(p, canvas, (x, rect.bottom() - tall, x + wide, rect.bottom()), base, row)
            x += wide * p.random.uniform(0.92, 1.2)
    foot = skia.Rect.MakeLTRB(
        rect.left(), rect.bottom() - rect.height() * high * 0.3, rect.right(), rect.bottom()
    )
    canvas.drawRect(foot, fade((0, foot.bottom()), (0, foot.top()), p.palette.sky(0.05), 0.34))


def _tower(p: Painter, canvas: skia.Canvas, box: Box, base: Color, row: int) -> None:
    """One building: a block with a step, a mast or a tank on its roof, a lit and a dark side."""
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    kind, lights = p.random.random(), p.random.uniform(0.12, 0.5)
    mass = skia.Path()
    mass.addRect(skia.Rect.MakeLTRB(*box))
    if kind < 0.25:
        mass.addRect(
            skia.Rect.MakeLTRB(left + wide * 0.2, top - tall * 0.1, right - wide * 0.2, top)
        )
    elif kind < 0.4:
        mass.addRect(
            skia.Rect.MakeXYWH(left + wide * 0.46, top - tall * 0.22, wide * 0.06, tall * 0.22)
        )
    elif kind < 0.5:
        mass.addPoly(
            [
                skia.Point(left, top),
                skia.Point(left + wide / 2, top - wide * 0.5),
                skia.Point(right, top),
            ],
            True,
        )
    elif kind < 0.62:
        mass.addRect(
            skia.Rect.MakeXYWH(left + wide * 0.55, top - wide * 0.3, wide * 0.3, wide * 0.3)
        )
    canvas.drawPath(mass, paint(base))
    canvas.drawRect(
        skia.Rect.MakeLTRB(right - wide * 0.3, top, right, bottom), paint(p.palette.shadow, 0.2)
    )
    color = p.palette.glow(p.random.choice(LAMPS))
    columns = p.random.randint(3, 6)
    step = wide / columns
    lit: list[Box] = []
    for column in range(columns):
        for floor in range(int(tall / (step * 1.4))):
            if p.random.random() < lights:
                a, b = left + step * (column + 0.25), top + step * (1.4 * floor + 0.5)
                lit.append((a, b, a + step * 0.5, b + step * 0.75))
    if p.palette.hour.lamps:
        boxes(canvas, lit, mix(color, base, 0.26 - 0.12 * row))
        if 0.25 <= kind < 0.4:
            canvas.drawCircle(
                left + wide * 0.49, top - tall * 0.22, wide * 0.08, paint((255, 70, 60))
            )
    else:
        boxes(canvas, lit, mix(base, p.palette.sky(0.5), 0.5), 0.8)


def far_town(p: Painter, z: float = 5000, high: float = 1500) -> None:
    """A skyline standing on the horizon."""
    with p.aside("town"), p.sheet(z) as _, p.facing(z) as canvas:
        skyline(p, canvas, skia.Rect.MakeLTRB(-1900, -high, 1900, 60), 1.0)


def hills(
    p: Painter, z: float, high: float, color: str, distance: float, *, peaks: bool = False
) -> None:
    """A ridge across the whole view; `peaks` makes it mountains with snow."""
    fill = haze(p, snowed(p, p.palette.grade(color), 0.5), distance)
    with p.sheet(z) as _, p.facing(z) as canvas:
        path = skia.Path()
        span = z * 1.4
        path.moveTo(-span, 900)
        crests: list[tuple[float, float]] = []
        x, up = -span, False
        while x < span:
            up = not up
            y = -high * (p.random.uniform(0.65, 1.0) if up else p.random.uniform(0.2, 0.5))
            if peaks:
                path.lineTo(x, y)
            else:
                path.quadTo(x - span * 0.05, y * 1.08, x, y)
            if up:
                crests.append((x, y))
            x += span * p.random.uniform(0.07, 0.13)
        path.lineTo(span, 900)
        path.close()
        canvas.drawPath(path, paint(fill))
        if peaks:
            white = haze(p, p.palette.grade("#f4f4f8"), distance * 0.6)
            _snow_caps(p, canvas, path, crests, (high, white, fill))
        air = fade((0, 60), (0, -high * 0.7), p.palette.sky(0.05), 0.5)
        canvas.drawPath(path, air)
        canvas.drawPath(path, pen(mix(fill, p.palette.ink, 0.35), z * 0.0016))


def _snow_caps(
    p: Painter,
    canvas: skia.Canvas,
    ridge: skia.Path,
    crests: list[tuple[float, float]],
    how: tuple[float, Color, Color],
) -> None:
    high, white, rock = how
    caps, shade = skia.Path(), skia.Path()
    for x, y in crests:
        drop = high * 0.3
        caps.addPoly(
            [
                skia.Point(x, y - 10),
                skia.Point(x + drop * 1.5, y + drop * 1.2),
                skia.Point(x + drop * 0.5, y + drop * 0.8),
                skia.Point(x, y + drop * 1.25),
                skia.Point(x - drop * 0.5, y + drop * 0.75),
                skia.Point(x - drop * 1.5, y + drop * 1.2),
            ],
            True,
        )
        shade.addPoly(
            [
                skia.Point(x, y),
                skia.Point(x + high * 0.9, y + high),
                skia.Point(x + high * 0.12, y + high),
            ],
            True,
        )
    canvas.save()
    canvas.clipPath(ridge, True)
    canvas.drawPath(caps, paint(white))
    canvas.drawPath(shade, paint(mix(rock, p.palette.shadow, 0.6), 0.3))
    canvas.restore()


def tree(
    p: Painter,
    x: float,
    z: float,
    height: float,
    leaf: str,
    distance: float = 0.0,
    *,
    bare: bool = False,
) -> None:
    """A trunk that forks and a crown of masses lit from one side; snow lies on them."""
    trunk = haze(p, p.palette.grade("#4a3526"), distance)
    crown = haze(p, snowed(p, p.palette.grade(leaf), 0.55), distance)
    shade = mix(haze(p, p.palette.grade(leaf), distance), p.palette.shadow, 0.42)
    spots = [
        (p.random.uniform(-0.27, 0.27), p.random.uniform(0.56, 0.95), p.random.uniform(0.07, 0.14))
        for _ in range(15)
    ]
    arms = [
        (-height * p.random.uniform(0.4, 0.68), height * p.random.uniform(-0.3, 0.3))
        for _ in range(6)
    ]
    with p.standing(x, z) as canvas:
        w = height * 0.035
        wood = skia.Path()
        wood.moveTo(-w * 1.5, 4)
        wood.quadTo(-w * 0.7, -height * 0.3, -w * 0.5, -height * 0.7)
        wood.lineTo(w * 0.5, -height * 0.7)
        wood.quadTo(w * 0.7, -height * 0.3, w * 1.7, 4)
        canvas.drawPath(wood, paint(trunk))
        canvas.drawPath(wood, pen(p.palette.ink, height * 0.005))
        strokes(canvas, [(0, y, reach, y - height * 0.22) for y, reach in arms], trunk, w * 0.6)
        if bare:
            twigs = [
                (
                    reach * 0.6,
                    y - height * 0.13,
                    reach * 0.6 + way * height * 0.1,
                    y - height * 0.26,
                )
                for y, reach in arms
                for way in (-1, 1)
            ]
            strokes(canvas, twigs, trunk, w * 0.3)
            return
        _crown(p, canvas, height, spots if distance < 0.3 else spots[:7], (crown, shade, distance))


def _crown(
    p: Painter,
    canvas: skia.Canvas,
    height: float,
    spots: list[tuple[float, float, float]],
    look: tuple[Color, Color, float],
) -> None:
    crown, shade, distance = look
    swell = 1.0 if distance < 0.3 else 1.45  # far crowns are of fewer, larger masses
    whole, lit, top = skia.Path(), skia.Path(), skia.Path()
    for dx, dy, least in spots:
        radius = least * swell
        for at in (1, 3) if distance < 0.3 else (2,):  # a bumpy edge
            off = (at - 2) * radius * 0.6
            whole.addCircle(
                dx * height + off * height,
                -dy * height - (1 - abs(at - 2) / 2) * radius * 0.3 * height,
                radius * height * 0.72,
            )
        lit.addCircle((dx - 0.035) * height, -(dy + 0.045) * height, radius * height * 0.82)
        top.addCircle((dx - 0.06) * height, -(dy + 0.09) * height, radius * height * 0.42)
    if distance < 0.5:
        canvas.drawPath(whole, pen(p.palette.ink, height * 0.011))
    canvas.drawPath(whole, paint(shade))
    canvas.save()
    canvas.clipPath(whole, True)
    canvas.drawPath(lit, paint(crown))
    canvas.drawPath(top, paint(mix(crown, p.palette.tone(1.0), 0.2)))
    canvas.restore()
