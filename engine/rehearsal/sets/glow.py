"""Light and dark that fall off: pools under lamps, shafts from windows, the dusk of corners."""

import skia

from engine.contracts import TimeOfDay
from engine.rehearsal.lens import Point
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter
from engine.rehearsal.sets.ink import Spot

SCREEN = skia.BlendMode.kScreen
# How light falls in from outside by hour: colour, strength.
DAYLIGHT: dict[TimeOfDay, tuple[str, float]] = {
    TimeOfDay.DAWN: ("#ffc0a0", 0.34),
    TimeOfDay.DAY: ("#fff3d8", 0.3),
    TimeOfDay.DUSK: ("#ff9448", 0.46),
    TimeOfDay.NIGHT: ("#5c86d8", 0.24),
}


def _argb(color: Color, alpha: float) -> int:
    value: int = skia.ColorSetARGB(round(min(max(alpha, 0.0), 1.0) * 255), *color)
    return value


def fade(
    a: Spot,
    b: Spot,
    color: Color,
    start: float,
    end: float = 0.0,
    blend: skia.BlendMode = skia.BlendMode.kSrcOver,
) -> skia.Paint:
    """A brush of one colour whose strength goes from `start` at `a` to `end` at `b`."""
    brush = skia.Paint(AntiAlias=True)
    brush.setShader(
        skia.GradientShader.MakeLinear(
            [skia.Point(*a), skia.Point(*b)], [_argb(color, start), _argb(color, end)]
        )
    )
    brush.setBlendMode(blend)
    return brush


def bloom(
    at: Spot, radius: float, color: Color, alpha: float, blend: skia.BlendMode = SCREEN
) -> skia.Paint:
    """A brush of light round a spot: a bright heart and a long fall-off."""
    brush = skia.Paint(AntiAlias=True)
    brush.setShader(
        skia.GradientShader.MakeRadial(
            skia.Point(*at),
            max(radius, 1.0),
            [_argb(color, alpha * k) for k in (1.0, 0.52, 0.2, 0.0)],
            [0.0, 0.28, 0.6, 1.0],
        )
    )
    brush.setBlendMode(blend)
    return brush


def pool(p: Painter, x: float, z: float, radius: float, color: Color, alpha: float = 0.4) -> None:
    """Lamp light on the floor below a lamp, cm."""
    with p.flat() as canvas:
        canvas.drawCircle(x, z, radius, bloom((x, z), radius, color, alpha))


def lamplight(p: Painter, point: Point, reach: float, color: Color, alpha: float = 0.5) -> None:
    """The air and the walls round a lamp, lit by it; `reach` in cm."""
    depth = p.lens.depth(point)
    if depth < 30:
        return
    x, y = p.lens.project(point)
    radius = reach * p.lens.scale(depth)
    p.canvas.drawCircle(x, y, radius, bloom((x, y), radius, color, alpha))


def daylight(p: Painter) -> tuple[Color, float]:
    """Colour and strength of what comes in by a window."""
    color, strength = DAYLIGHT[p.dressing.time]
    dull = {"rain": 0.55, "storm": 0.35, "snow": 0.8, "fog": 0.6}.get(p.dressing.weather, 1.0)
    grey = mix(p.palette.glow(color), (196, 208, 224), 0.7 * (1 - dull))
    return grey, strength * (0.45 + 0.55 * dull)


def shaft(p: Painter, top: tuple[Point, Point], foot: tuple[Point, Point]) -> None:
    """Light that comes through an opening and lies on the floor: the bright patch and its air."""
    color, strength = daylight(p)
    path = p.path((*top, foot[1], foot[0]))
    a, b = p.lens.project(top[0]), p.lens.project(foot[0])
    p.canvas.drawPath(path, fade(a, b, color, strength * 0.5, 0.06, SCREEN))


def dusk_of_corners(
    p: Painter, half: float, back: float, height: float, strength: float = 1.0
) -> None:
    """Walls, floor and ceiling darken towards the lens, and the back wall towards the ceiling:
    what is behind a face stays the lightest part of the room."""
    dark, near, lens = p.palette.shadow, p.lens.z + 40, p.lens
    deep = strength * (1.25 if p.palette.hour.lamps else 1.0)
    # On the frame, not on the walls: a brush in perspective takes three times as long.
    for x, edge in ((-half, 0.0), (half, float(lens.width))):
        wall = p.path(((x, 0, near), (x, -height, near), (x, -height, back), (x, 0, back)))
        far = lens.project((x, 0, back * 0.8))[0]
        p.canvas.drawPath(wall, fade((edge, 0), (far, 0), dark, 0.5 * deep))
    floor = p.path(((-half, 0, near), (half, 0, near), (half, 0, back), (-half, 0, back)))
    far = lens.project((0, 0, back * 0.6))[1]
    p.canvas.drawPath(floor, fade((0, lens.height), (0, far), dark, 0.42 * deep))
    if lens.y > -height:
        y = -height
        lid = ((-half, y, near), (half, y, near), (half, y, back), (-half, y, back))
        ceiling = p.path(lid)
        far = lens.project((0, -height, back))[1]
        p.canvas.drawPath(
            ceiling, fade((0, min(0.0, far)), (0, far), dark, 0.55 * deep, 0.16 * deep)
        )
    top, low = lens.project((0, -height, back))[1], lens.project((0, -height * 0.4, back))[1]
    wall = p.path(
        ((-half, 0, back), (half, 0, back), (half, -height, back), (-half, -height, back))
    )
    p.canvas.drawPath(wall, fade((0, top), (0, low), dark, 0.46 * deep))


def sheen(p: Painter, half: float, back: float, strength: float = 0.35) -> None:
    """A polished floor gives the far wall back, stronger the flatter one looks at it."""
    light = mix(p.palette.tone(0.9), p.palette.glow(), 0.3 if p.palette.hour.lamps else 0.0)
    near = max(back - 420, p.lens.z + 40)
    floor = p.path(((-half, 0, near), (half, 0, near), (half, 0, back), (-half, 0, back)))
    a, b = p.lens.project((0, 0, back)), p.lens.project((0, 0, near))
    p.canvas.drawPath(floor, fade((0, a[1]), (0, b[1]), light, strength, 0.0, SCREEN))


def mirrored(
    p: Painter, x: float, wide: float, z: float, color: Color, alpha: float = 0.3, long: float = 220
) -> None:
    """The streak that a bright thing at `x`, `z` leaves on a wet or polished floor before it."""
    with p.flat() as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - wide / 2, z - long, x + wide / 2, z),
            fade((0, z), (0, z - long), color, alpha, 0.0, SCREEN),
        )
