"""What stands far off in open country and gives a place its name: each at the foot `x`, `z`."""

from collections.abc import Callable
from math import cos, pi, sin

import skia

from engine.contracts import TimeOfDay
from engine.rehearsal.light import Color
from engine.rehearsal.painter import Painter, paint, pen, polygon
from engine.rehearsal.sets.glow import SCREEN, fade
from engine.rehearsal.sets.ink import block, boxes, darker, disc, lighter, poly, strokes
from engine.rehearsal.sets.lamps import lit
from engine.rehearsal.sets.sky import haze, snowed

Landmark = Callable[[Painter, float, float], None]


def _far(p: Painter, color: str, z: float) -> Color:
    return haze(p, p.palette.grade(color), min(z / 5200, 0.6))


def _beams(p: Painter, canvas: skia.Canvas) -> None:
    for way in (-1, 1):
        beam = polygon(((0, -404), (way * 1500, -560), (way * 1500, -360)))
        canvas.drawPath(
            beam,
            fade((0, 0), (way * 1300, 0), p.palette.glow("#fff0b0"), 0.55, 0.0, SCREEN),
        )


def _tower(p: Painter, x: float, z: float) -> None:
    """A lighthouse with its beam; its bands are what one remembers of it."""
    white, red = (
        _far(p, "#eeeae0", z),
        _far(p, p.random.choice(("#c03a34", "#2f5a8a", "#3a3f48")), z),
    )
    with p.standing(x, z) as canvas:
        canvas.scale(1.6, 1.6)
        if lit(p):
            _beams(p, canvas)
        for band in range(6):
            a, b = 58 - band * 5.0, 58 - (band + 1) * 5.0
            top, low = -(band + 1) * 62.0, -band * 62.0
            poly(
                p, canvas, ((-a, low), (-b, top), (b, top), (a, low)), red if band % 2 else white, 2
            )
        side = polygon(((14, 0), (8, -372), (28, -372), (58, 0)))
        canvas.drawPath(side, paint(p.palette.shadow, 0.4))
        block(p, canvas, (-44, -384, 44, -372), darker(p, red, 0.3), 2.4)
        lamp = p.palette.glow("#fff4c0") if lit(p) else _far(p, "#a8c0c8", z)
        block(p, canvas, (-24, -426, 24, -384), lamp, 2.4)
        strokes(canvas, [(k * 12.0, -426, k * 12.0, -384) for k in (-1, 0, 1)], p.palette.ink, 2)
        poly(p, canvas, ((-32, -424), (0, -462), (32, -424)), snowed(p, red), 2.4)
        block(p, canvas, (-14, -52, 14, 0), darker(p, white, 0.5), 2)
        for y in (-130, -230, -320):
            block(
                p,
                canvas,
                (-6, y, 6, y + 18),
                p.palette.glow("#ffd890") if lit(p) else darker(p, white, 0.5),
                1.4,
            )
        block(p, canvas, (60, -90, 170, 0), white, 2.2)
        poly(p, canvas, ((50, -88), (115, -140), (180, -88)), snowed(p, red), 2.2)
    if lit(p):
        p.halo((x, -646, z), 320, p.palette.glow("#ffe8a0"), 0.9)


def _windmill(p: Painter, x: float, z: float) -> None:
    wall, cloth = _far(p, "#d8ccb4", z), _far(p, "#f0e8d4", z)
    turn = p.random.uniform(0, pi / 2)
    with p.standing(x, z) as canvas:
        canvas.scale(1.5, 1.5)
        poly(p, canvas, ((-80, 0), (-52, -260), (52, -260), (80, 0)), wall, 2.4)
        poly(p, canvas, ((20, 0), (14, -260), (52, -260), (80, 0)), darker(p, wall, 0.25), 0)
        poly(p, canvas, ((-60, -258), (0, -326), (60, -258)), snowed(p, _far(p, "#7a4a3a", z)), 2.4)
        block(p, canvas, (-18, -70, 18, 0), darker(p, wall, 0.6), 2)
        for y in (-120, -190):
            block(
                p,
                canvas,
                (-10, y, 10, y + 26),
                p.palette.glow("#ffd48a") if lit(p) else darker(p, wall, 0.5),
                1.6,
            )
        for sail in range(4):
            canvas.save()
            canvas.translate(0, -268)
            canvas.rotate((turn + sail * pi / 2) * 180 / pi)
            strokes(canvas, [(0, 0, 0, -190)], p.palette.ink, 6)
            poly(p, canvas, ((4, -30), (42, -36), (42, -186), (4, -190)), cloth, 2)
            strokes(
                canvas, [(4, -60 - k * 32, 42, -60 - k * 32) for k in range(4)], p.palette.ink, 1.4
            )
            canvas.restore()
        disc(p, canvas, (0, -268), 9, "#5a4030", 2)


def _ruin(p: Painter, x: float, z: float) -> None:
    """Walls that broke off, an arch that still stands."""
    stone = _far(p, "#a49a88", z)
    with p.standing(x, z) as canvas:
        canvas.scale(1.5, 1.5)
        wall = skia.Path()
        wall.moveTo(-320, 0)
        wall.lineTo(-320, -240)
        for k, y in enumerate((-262, -214, -230, -150, -176, -110)):
            wall.lineTo(-300 + k * 42, y)
        wall.lineTo(-60, -120)
        wall.lineTo(-60, -250)
        wall.lineTo(60, -280)
        wall.lineTo(70, -90)
        for k, y in enumerate((-120, -60, -90, -30)):
            wall.lineTo(110 + k * 48, y)
        wall.lineTo(290, 0)
        wall.close()
        arch = skia.Path()
        arch.moveTo(-34, 0)
        arch.lineTo(-34, -130)
        arch.quadTo(0, -190, 34, -130)
        arch.lineTo(34, 0)
        arch.close()
        wall.addPath(arch)
        wall.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(wall, paint(snowed(p, stone, 0.3)))
        canvas.drawPath(wall, pen(p.palette.ink, 2.6))
        canvas.save()
        canvas.clipPath(wall, True)
        lines = [(-330.0, -y * 26.0, 300.0, -y * 26.0) for y in range(11)]
        lines += [
            (-330 + k * 44.0 + y % 2 * 22, -y * 26.0, -330 + k * 44.0 + y % 2 * 22, -y * 26.0 - 26)
            for y in range(11)
            for k in range(15)
        ]
        strokes(canvas, lines, darker(p, stone, 0.28), 1.6)
        canvas.restore()
        for at in ((-210, -190), (-260, -110), (180, -40)):
            block(p, canvas, (at[0], at[1], at[0] + 22, at[1] + 44), darker(p, stone, 0.6), 1.6, 10)
        for k in range(8):
            poly(
                p,
                canvas,
                ((90 + k * 26, 0), (98 + k * 26, -18 - k % 3 * 8), (116 + k * 26, 0)),
                lighter(p, stone, 0.05),
                1.6,
            )


def _house(p: Painter, x: float, z: float) -> None:
    """A lonely house of boards, a light in one window."""
    wall, roof = (
        _far(p, p.random.choice(("#b8a48a", "#8a9aa0", "#a8604a")), z),
        _far(p, "#5a4a44", z),
    )
    with p.standing(x, z) as canvas:
        canvas.scale(1.4, 1.4)
        block(p, canvas, (-130, -150, 130, 0), wall, 2.4)
        strokes(
            canvas,
            [(-130, -k * 15.0, 130, -k * 15.0) for k in range(1, 10)],
            darker(p, wall, 0.2),
            1.3,
        )
        poly(p, canvas, ((-156, -144), (-90, -250), (90, -250), (156, -144)), snowed(p, roof), 2.6)
        block(p, canvas, (56, -292, 84, -236), darker(p, wall, 0.3), 2)
        block(p, canvas, (-20, -96, 22, 0), darker(p, wall, 0.55), 2)
        for at, glows in ((-98, True), (58, False)):
            glass = p.palette.glow("#ffc870") if glows and lit(p) else darker(p, wall, 0.6)
            block(p, canvas, (at, -104, at + 44, -56), glass, 2)
            strokes(
                canvas, [(at + 22, -104, at + 22, -56), (at, -80, at + 44, -80)], p.palette.ink, 2
            )
    if lit(p):
        p.halo((x - 106, -112, z), 170, p.palette.glow("#ffb858"), 0.7)


def _tent(p: Painter, x: float, z: float) -> None:
    cloth = _far(p, p.random.choice(("#c8a060", "#7a8a5c", "#c0503c")), z)
    with p.standing(x, z) as canvas:
        canvas.scale(1.4, 1.4)
        poly(p, canvas, ((-150, 0), (0, -190), (150, 0)), cloth, 2.6)
        poly(p, canvas, ((0, -190), (150, 0), (56, 0)), darker(p, cloth, 0.25), 0)
        inside = p.palette.glow("#ffc060") if lit(p) else darker(p, cloth, 0.6)
        poly(p, canvas, ((-34, 0), (0, -150), (34, 0)), inside, 2)
        strokes(canvas, [(0, -190, -210, 0), (0, -190, 210, 0)], p.palette.ink, 1.8)
        strokes(canvas, [(0, -186, 0, -230)], p.palette.ink, 3)
        poly(p, canvas, ((0, -228), (44, -218), (0, -206)), "#c03a34", 1.6)
    if lit(p):
        p.halo((x, -70, z), 190, p.palette.glow("#ffb050"), 0.7)


def _rocket(p: Painter, x: float, z: float) -> None:
    """A rocket by its gantry."""
    white = _far(p, "#e8ecf0", z)
    with p.standing(x, z) as canvas:
        canvas.scale(1.6, 1.6)
        frame = [(90.0, -k * 40.0, 150.0, -k * 40.0) for k in range(13)]
        frame += [(90, 0, 90, -480), (150, 0, 150, -480)]
        frame += [(90.0, -k * 40.0, 150.0, -k * 40.0 - 40) for k in range(12)]
        strokes(canvas, frame, _far(p, "#a85a3c", z), 4)
        body = skia.Path()
        body.moveTo(-44, 0)
        body.lineTo(-44, -380)
        body.quadTo(-36, -470, 0, -510)
        body.quadTo(36, -470, 44, -380)
        body.lineTo(44, 0)
        body.close()
        canvas.drawPath(body, paint(white))
        canvas.drawRect(skia.Rect.MakeLTRB(12, -400, 44, 0), paint(p.palette.shadow, 0.35))
        canvas.drawPath(body, pen(p.palette.ink, 2.4))
        boxes(canvas, [(-44, -150, 44, -136), (-44, -300, 44, -292)], _far(p, "#2f5a9a", z))
        for way in (-1, 1):
            poly(
                p, canvas, ((way * 44, -90), (way * 88, 0), (way * 44, 0)), _far(p, "#c03a34", z), 2
            )
        if lit(p):
            for k in range(6):
                at = (120 + 24 * cos(k), -60.0 - k * 76)
                canvas.drawCircle(*at, 5, paint(p.palette.glow("#fff0c0")))


LANDMARKS: dict[str, Landmark] = {
    "tower": _tower,
    "windmill": _windmill,
    "ruin": _ruin,
    "house": _house,
    "tent": _tent,
    "rocket": _rocket,
}


def planet(p: Painter, canvas: skia.Canvas, at: tuple[float, float], radius: float) -> None:
    """A world in the sky of another, half of it in the dark."""
    color = p.palette.grade(p.random.choice(("#d8785a", "#5a8ac0", "#b8a070")), 0.85)
    x, y = at
    canvas.save()
    disc(p, canvas, at, radius, color, 0)
    path = skia.Path()
    path.addCircle(x, y, radius)
    canvas.clipPath(path, True)
    for k in range(5):
        low = y - radius + radius * 0.42 * k
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - radius * 1.2, low, x + radius * 1.2, low + radius * 0.2),
            paint(lighter(p, color, 0.1 + 0.06 * (k % 2))),
        )
    canvas.drawCircle(
        x + radius * 0.5, y + radius * 0.3, radius * 1.1, paint(p.palette.shadow, 0.55)
    )
    canvas.restore()
    if p.dressing.time is not TimeOfDay.DAY:
        ring = [
            (
                x - radius * 1.7 * cos(k / 9),
                y + radius * 0.3 * sin(k / 9),
                x - radius * 1.7 * cos((k + 1) / 9),
                y + radius * 0.3 * sin((k + 1) / 9),
            )
            for k in range(28)
        ]
        strokes(canvas, ring, lighter(p, color, 0.3), radius * 0.05, 0.7)
