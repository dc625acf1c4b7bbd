"""What stands outdoors behind everything: sky, clouds, sun and moon, air, ground."""

from math import pi, sin

import skia

from engine.contracts import TimeOfDay, Weather
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint
from engine.rehearsal.sets.glow import SCREEN, bloom, fade

HAZE = {Weather.FOG: 0.7, Weather.SNOW: 0.35, Weather.RAIN: 0.3, Weather.STORM: 0.3}
WET = (Weather.RAIN, Weather.STORM)
SNOW: Color = (238, 243, 250)


def haze(p: Painter, color: Color, distance: float) -> Color:
    """Air between here and there: 0 near, 1 at the horizon."""
    thick = HAZE.get(p.dressing.weather, 0.0) if not p.dressing.interior else 0.0
    return mix(color, p.palette.sky(0.12), min(distance * (0.55 + thick), 0.94))


def is_wet(p: Painter) -> bool:
    return p.dressing.weather in WET and not p.dressing.interior


def snowed(p: Painter, color: Color, amount: float = 0.82) -> Color:
    """A colour under the snow that lies on it."""
    if p.dressing.weather is not Weather.SNOW or p.dressing.interior:
        return color
    return mix(color, p.palette.grade(SNOW, 0.9), amount)


def sky(p: Painter) -> None:
    """The sky down to the horizon, with what belongs in it by hour and weather."""
    with p.aside("sky"), p.sheet(60_000, opaque=True) as canvas:
        horizon, height = p.lens.horizon, 1050 * p.unit
        stops = [p.palette.sky(at) for at in (1.0, 0.72, 0.45, 0.2, 0.0)]
        brush = skia.Paint()
        brush.setShader(
            skia.GradientShader.MakeLinear(
                [skia.Point(0, horizon - height), skia.Point(0, horizon)],
                [skia.ColorSetARGB(255, *color) for color in stops],
            )
        )
        canvas.drawRect(p.bounds, brush)
        covered = p.palette.gloom > 0.4
        if not covered and p.dressing.time is TimeOfDay.NIGHT:
            _moon(p, canvas, horizon)
        elif not covered and p.dressing.time is not TimeOfDay.DAY:
            _low_sun(p, canvas, horizon)
        elif not covered:
            _high_sun(p, canvas, horizon)
        _clouds(p, canvas, horizon)


def _moon(p: Painter, canvas: skia.Canvas, horizon: float) -> None:
    unit = p.unit
    for size, alpha in ((1.1, 0.5), (1.6, 0.75), (2.4, 0.95)):
        stars = skia.Path()
        for _ in range(54):
            x = p.random.uniform(-0.6, 1.6) * p.lens.width
            y = horizon - p.random.uniform(0.08, 1.0) ** 0.7 * 1000 * unit
            stars.addCircle(x, y, size * unit)
        canvas.drawPath(stars, paint((255, 248, 226), alpha))
    x, y = p.lens.width * p.random.choice((0.26, 0.72)), horizon - 440 * unit
    canvas.drawCircle(x, y, 330 * unit, bloom((x, y), 330 * unit, (150, 180, 255), 0.42))
    canvas.drawCircle(x, y, 54 * unit, paint((252, 247, 226)))
    for dx, dy, r in ((-14, -10, 13), (16, 12, 17), (8, -24, 7)):
        canvas.drawCircle(x + dx * unit, y + dy * unit, r * unit, paint((222, 216, 202), 0.8))


def _low_sun(p: Painter, canvas: skia.Canvas, horizon: float) -> None:
    unit, dusk = p.unit, p.dressing.time is TimeOfDay.DUSK
    x, y = p.lens.width * (0.68 if dusk else 0.3), horizon - 110 * unit
    warm = (255, 176, 96) if dusk else (255, 206, 172)
    canvas.drawCircle(x, y, 620 * unit, bloom((x, y), 620 * unit, warm, 0.75))
    canvas.drawCircle(x, y, 82 * unit, paint((255, 244, 214)))


def _high_sun(p: Painter, canvas: skia.Canvas, horizon: float) -> None:
    x, y = p.lens.width * p.random.choice((0.1, 0.9)), horizon - 900 * p.unit
    canvas.drawCircle(x, y, 560 * p.unit, bloom((x, y), 560 * p.unit, (255, 250, 226), 0.6))


def _clouds(p: Painter, canvas: skia.Canvas, horizon: float) -> None:
    """Heaps with a flat foot, a lit crown and a shaded belly; a low lid in bad weather."""
    heavy = p.palette.gloom > 0.4
    light, under = _cloud_colors(p, heavy)
    for index in range(13 if heavy else 8):
        far = index / (13 if heavy else 8)
        x = p.random.uniform(-0.4, 1.4) * p.lens.width
        y = horizon - (150 + 800 * (1 - far) * p.random.uniform(0.7, 1.1)) * p.unit
        size = (70 + 150 * (1 - far)) * p.unit * (1.7 if heavy else p.random.uniform(0.7, 1.3))
        path = skia.Path()
        puffs = p.random.randint(4, 7)
        for puff in range(puffs):
            radius = (
                size * (0.24 + 0.3 * sin(pi * (puff + 0.6) / puffs)) * p.random.uniform(0.8, 1.1)
            )
            path.addCircle(x + (puff - puffs / 2) * size * 0.5, y - radius * 0.5, radius)
        canvas.save()
        wide = skia.Rect.MakeLTRB(
            p.bounds.left(), p.bounds.top(), p.bounds.right(), y + size * 0.06
        )
        canvas.clipRect(wide, True)
        canvas.drawPath(path, paint(light, 0.88))
        canvas.clipPath(path, True)
        path.offset(size * 0.08, size * 0.26)
        canvas.drawPath(path, paint(under, 0.8))
        canvas.restore()


def _cloud_colors(p: Painter, heavy: bool) -> tuple[Color, Color]:
    if p.dressing.time is TimeOfDay.NIGHT:
        light = mix(p.palette.sky(0.3), (140, 156, 206), 0.24)
        return light, mix(light, p.palette.sky(0.8), 0.6)
    if heavy:
        light = mix(p.palette.sky(0.2), (255, 255, 255), 0.12)
        return light, mix(light, p.palette.shadow, 0.32)
    warm = {TimeOfDay.DUSK: (255, 190, 140), TimeOfDay.DAWN: (255, 222, 206)}
    light = mix(p.palette.sky(0.1), warm.get(p.dressing.time, (255, 255, 255)), 0.62)
    return light, mix(light, p.palette.sky(0.75), 0.42)


def mist(p: Painter) -> None:
    """Fog in layers: thickest far away and along the ground, each bank slides by itself."""
    color = mix(p.palette.sky(0.1), p.palette.tone(0.85), 0.2)
    for z, alpha in ((1800, 0.75), (700, 0.5), (150, 0.3)):
        with p.sheet(z) as canvas:
            horizon, reach = p.lens.horizon, 520 * p.unit
            up = skia.Rect.MakeLTRB(p.bounds.left(), horizon - reach, p.bounds.right(), horizon)
            canvas.drawRect(up, fade((0, horizon), (0, horizon - reach), color, alpha))
            foot = p.lens.project((0, 0, z))[1] + 90 * p.unit
            down = skia.Rect.MakeLTRB(p.bounds.left(), horizon, p.bounds.right(), foot)
            canvas.drawRect(down, fade((0, horizon), (0, foot), color, alpha))


def ground(
    p: Painter, color: str, near: float = -1200, far: float = 9000, half: float = 9000
) -> None:
    """Flat ground to the horizon in the current sheet; wet it shines, under snow it is white."""
    fill = snowed(p, p.palette.grade(color))
    p.face(((-half, 0, near), (half, 0, near), (half, 0, far), (-half, 0, far)), fill, 0)
    start = max(near, p.lens.z + 60)
    with p.flat() as canvas:
        area = skia.Rect.MakeLTRB(-half, start, half, far)
        canvas.drawRect(area, fade((0, 5200), (0, 500), haze(p, fill, 0.95), 1.0))
        canvas.drawRect(area, fade((0, start), (0, start + 700), p.palette.shadow, 0.4))
        if is_wet(p):
            canvas.drawRect(
                area, fade((0, 2600), (0, start), p.palette.sky(0.15), 0.5, 0.12, SCREEN)
            )
        elif p.dressing.weather is Weather.SNOW and not p.dressing.interior:
            _drifts(p, canvas, fill)


def _drifts(p: Painter, canvas: skia.Canvas, fill: Color) -> None:
    """Hollows in the snow, a tone bluer."""
    hollows = skia.Path()
    with p.aside("drifts"):
        for _ in range(18):
            x, z = p.random.uniform(-260, 260), p.random.uniform(-200, 900)
            wide, deep = p.random.uniform(60, 160), p.random.uniform(14, 36)
            hollows.addOval(skia.Rect.MakeXYWH(x, z, wide, deep))
    canvas.drawPath(hollows, paint(mix(fill, p.palette.sky(0.9), 0.2)))


def puddles(p: Painter, half: float, near: float, far: float, count: int = 8) -> None:
    """Water that stands on the ground and gives the sky back."""
    with p.aside("puddles"), p.flat() as canvas:
        water = skia.Path()
        for _ in range(count):
            x, z = p.random.uniform(-half, half), p.random.uniform(near, far)
            for _ in range(3):
                wide, deep = p.random.uniform(26, 64), p.random.uniform(22, 52)
                water.addOval(skia.Rect.MakeXYWH(x + p.random.uniform(-24, 24), z, wide, deep))
        canvas.drawPath(water, paint(mix(p.palette.sky(0.3), p.palette.tone(1.0), 0.12), 0.75))
