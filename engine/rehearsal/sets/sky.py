"""What stands outdoors behind everything: sky, clouds, sun and moon, skylines, hills, trees."""

from math import pi, sin

import skia

from engine.contracts import TimeOfDay, Weather
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen

HAZE = {Weather.FOG: 0.7, Weather.SNOW: 0.35, Weather.RAIN: 0.3, Weather.STORM: 0.3}


def haze(p: Painter, color: Color, distance: float) -> Color:
    """Air between here and there: 0 near, 1 at the horizon."""
    thick = HAZE.get(p.dressing.weather, 0.0) if not p.dressing.interior else 0.0
    return mix(color, p.palette.sky(0.12), min(distance * (0.55 + thick), 0.94))


def sky(p: Painter) -> None:
    """The sky as hard bands down to the horizon, with what belongs in it by hour and weather."""
    with p.aside("sky"), p.sheet(60_000, opaque=True) as canvas:
        frame, unit = p.bounds, p.unit
        horizon = p.lens.horizon
        height = 1100 * unit
        canvas.drawRect(frame, paint(p.palette.sky(0.0)))
        bands = 9
        for band in range(bands):
            bottom = horizon - height * band / bands
            color = p.palette.sky((band + 1) / bands)
            edge = skia.Path()
            edge.moveTo(frame.left(), frame.top())
            edge.lineTo(frame.right(), frame.top())
            edge.lineTo(frame.right(), bottom - 20 * unit)
            wave = p.random.uniform(0, 6)
            for step in range(24, -1, -1):
                x = frame.left() + frame.width() * step / 24
                edge.lineTo(x, bottom + sin(step * 0.9 + wave) * 14 * unit)
            edge.close()
            canvas.drawPath(edge, paint(color))
        _bodies(p, canvas, horizon)
        _clouds(p, canvas, horizon)


def _bodies(p: Painter, canvas: skia.Canvas, horizon: float) -> None:
    unit, time = p.unit, p.dressing.time
    covered = p.palette.gloom > 0.4
    if time is TimeOfDay.NIGHT and not covered:
        for _ in range(130):
            x = p.random.uniform(-0.6, 1.6) * p.lens.width
            y = horizon - p.random.uniform(0.05, 1.0) ** 0.7 * 1000 * unit
            star = paint((255, 248, 226), p.random.uniform(0.25, 0.9))
            canvas.drawCircle(x, y, p.random.choice((1.0, 1.3, 2.2)) * unit, star)
        x, y = p.lens.width * 0.7, horizon - 430 * unit
        for size, alpha in ((130, 0.07), (88, 0.1)):
            canvas.drawCircle(x, y, size * unit, paint((220, 230, 255), alpha))
        canvas.drawCircle(x, y, 52 * unit, paint((250, 244, 220)))
        canvas.drawCircle(x + 20 * unit, y - 12 * unit, 44 * unit, paint(p.palette.sky(0.45), 0.35))
    elif time in (TimeOfDay.DUSK, TimeOfDay.DAWN) and not covered:
        x = p.lens.width * (0.68 if time is TimeOfDay.DUSK else 0.3)
        y = horizon - 120 * unit
        for size, alpha in ((240, 0.12), (165, 0.2)):
            canvas.drawCircle(x, y, size * unit, paint((255, 220, 150), alpha))
        canvas.drawCircle(x, y, 88 * unit, paint((255, 240, 200)))


def _clouds(p: Painter, canvas: skia.Canvas, horizon: float) -> None:
    """Flat clouds with a shadow below; heavy and low in bad weather."""
    heavy = p.palette.gloom > 0.4
    light = mix(p.palette.sky(0.1), (255, 255, 255), 0.35 if not heavy else 0.0)
    if p.dressing.time is TimeOfDay.NIGHT:
        light = mix(p.palette.sky(0.4), (150, 160, 200), 0.22)
    under = mix(light, p.palette.sky(0.9), 0.55)
    for _ in range(15 if heavy else 7):
        x = p.random.uniform(-0.5, 1.5) * p.lens.width
        y = horizon - p.random.uniform(230, 950) * p.unit
        size = p.random.uniform(90, 190) * p.unit * (1.5 if heavy else 1.0)
        path = skia.Path()
        for puff in range(5):
            radius = size * (0.3 + 0.22 * sin(pi * (puff + 0.6) / 5))
            path.addCircle(x + (puff - 2) * size * 0.48, y - radius * 0.35, radius)
        canvas.save()
        canvas.clipRect(
            skia.Rect.MakeLTRB(p.bounds.left(), p.bounds.top(), p.bounds.right(), y + size * 0.12),
            True,
        )
        canvas.drawPath(path, paint(under, 0.85))
        path.offset(-size * 0.05, -size * 0.13)
        canvas.clipPath(path, True)
        canvas.drawPath(path, paint(light, 0.85))
        canvas.restore()


def skyline(p: Painter, canvas: skia.Canvas, rect: skia.Rect, high: float) -> None:
    """A town as silhouettes in two rows at the foot of `rect`, with windows lit by night."""
    for row in (0, 1):
        base = mix(p.palette.sky(0.25), p.palette.shadow, 0.35 + 0.35 * row)
        brush, lamp = paint(base), paint(p.palette.glow("#ffd98a"), 0.9)
        x = rect.left()
        while x < rect.right():
            wide = min(rect.width() * p.random.uniform(0.06, 0.13), rect.height() * 0.3)
            tall = rect.height() * high * p.random.uniform(0.35, 1.0) * (1.0 - 0.35 * row)
            canvas.drawRect(
                skia.Rect.MakeLTRB(x, rect.bottom() - tall, x + wide + 1, rect.bottom()), brush
            )
            if p.random.random() < 0.25:
                mast = x + wide / 2
                canvas.drawRect(
                    skia.Rect.MakeLTRB(
                        mast, rect.bottom() - tall * 1.15, mast + wide * 0.08, rect.bottom()
                    ),
                    brush,
                )
            if p.palette.hour.lamps:
                _lit_windows(p, canvas, (x, rect.bottom() - tall, wide, tall), lamp)
            x += wide * p.random.uniform(0.9, 1.25)


def _lit_windows(
    p: Painter, canvas: skia.Canvas, box: tuple[float, float, float, float], lamp: skia.Paint
) -> None:
    x, top, wide, tall = box
    step = wide / 6
    for column in range(5):
        for row in range(int(tall / (step * 1.5))):
            if p.random.random() < 0.33:
                spot = skia.Rect.MakeXYWH(
                    x + step * (column + 0.7),
                    top + step * (1.5 * row + 0.8),
                    step * 0.5,
                    step * 0.75,
                )
                canvas.drawRect(spot, lamp)


def far_town(p: Painter, z: float = 5000, high: float = 1500) -> None:
    """A skyline standing on the horizon."""
    with p.aside("town"), p.sheet(z) as _, p.facing(z) as canvas:
        skyline(p, canvas, skia.Rect.MakeLTRB(-1900, -high, 1900, 60), 1.0)


def hills(
    p: Painter, z: float, high: float, color: str, distance: float, *, peaks: bool = False
) -> None:
    """A ridge across the whole view; `peaks` makes it mountains with snow."""
    fill = haze(p, p.palette.grade(color), distance)
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
            _snow_caps(
                canvas, path, crests, high, haze(p, p.palette.grade("#f4f4f8"), distance * 0.6)
            )
        canvas.drawPath(path, pen(mix(fill, p.palette.ink, 0.5), z * 0.0022))


def _snow_caps(
    canvas: skia.Canvas,
    ridge: skia.Path,
    crests: list[tuple[float, float]],
    high: float,
    white: Color,
) -> None:
    canvas.save()
    canvas.clipPath(ridge, True)
    for x, y in crests:
        cap, drop = skia.Path(), high * 0.24
        cap.addPoly(
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
        canvas.drawPath(cap, paint(white))
    canvas.restore()


def ground(
    p: Painter, color: str, near: float = -1200, far: float = 9000, half: float = 9000
) -> None:
    """Flat ground to the horizon in the current sheet."""
    fill = p.palette.grade(color)
    p.face(((-half, 0, near), (half, 0, near), (half, 0, far), (-half, 0, far)), fill, 0)
    for start, distance in ((900, 0.25), (2200, 0.5), (4500, 0.8)):
        edge = haze(p, fill, distance)
        p.face(((-half, 0, start), (half, 0, start), (half, 0, far), (-half, 0, far)), edge, 0)


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
    """A trunk that forks and a crown of masses lit from one side."""
    trunk = haze(p, p.palette.grade("#4a3526"), distance)
    crown = haze(p, p.palette.grade(leaf), distance)
    shade = mix(crown, p.palette.shadow, 0.42)
    with p.standing(x, z) as canvas:
        wood = skia.Path()
        w = height * 0.035
        wood.moveTo(-w * 1.5, 4)
        wood.quadTo(-w * 0.7, -height * 0.3, -w * 0.5, -height * 0.7)
        wood.lineTo(w * 0.5, -height * 0.7)
        wood.quadTo(w * 0.7, -height * 0.3, w * 1.7, 4)
        canvas.drawPath(wood, paint(trunk))
        canvas.drawPath(wood, pen(p.palette.ink, height * 0.006))
        for _ in range(5):
            y = -height * p.random.uniform(0.4, 0.68)
            reach = height * p.random.uniform(-0.3, 0.3)
            canvas.drawLine(0, y, reach, y - height * 0.22, pen(trunk, w * 0.6))
        if bare:
            return
        masses = [
            (
                p.random.uniform(-0.27, 0.27),
                p.random.uniform(0.56, 0.95),
                p.random.uniform(0.13, 0.2),
            )
            for _ in range(8)
        ]
        for dx, dy, radius in masses:
            canvas.drawCircle(
                dx * height, -dy * height, radius * height, pen(p.palette.ink, height * 0.012)
            )
        for dx, dy, radius in masses:
            canvas.drawCircle(dx * height, -dy * height, radius * height, paint(shade))
        for dx, dy, radius in masses:
            canvas.drawCircle(
                (dx - 0.03) * height, -(dy + 0.04) * height, radius * height * 0.78, paint(crown)
            )
