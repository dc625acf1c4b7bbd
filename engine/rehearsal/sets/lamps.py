"""Lamps: each is lit when the hour asks for it, and then lights what is round it."""

from math import cos, pi, sin

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen, polygon
from engine.rehearsal.sets.glow import SCREEN, bloom, fade, lamplight, pool
from engine.rehearsal.sets.ink import block, darker, disc, oval, poly, shape, strokes
from engine.rehearsal.sets.room import Room

WARM, COOL = "#ffb868", "#dcf0ff"


def lit(p: Painter) -> bool:
    return p.palette.hour.lamps


def pendant(
    p: Painter, x: float, z: float, drop: float, room: Room, color: str = "#d9a441"
) -> None:
    """A lamp on a cord, its shade a cone, with its cone of light below."""
    top = -room.height
    p.line((x, top, z), (x, top + drop, z), 0.8)
    if lit(p):
        glow = p.palette.glow(WARM)
        with p.standing(x, z, top + drop) as canvas:
            cone = polygon(((-22, 26), (22, 26), (105, 250), (-105, 250)))
            canvas.drawPath(cone, fade((0, 26), (0, 240), glow, 0.2, 0.0, SCREEN))
        pool(p, x, z, 110, glow, 0.34)
    with p.standing(x, z, top + drop) as canvas:
        shade = ((-9, 0), (9, 0), (26, 26), (-26, 26))
        poly(p, canvas, shade, color, 2)
        poly(p, canvas, ((3, 0), (9, 0), (26, 26), (12, 26)), darker(p, color, 0.3), 0)
        if lit(p):
            oval(p, canvas, (-22, 21, 22, 32), p.palette.glow("#fff6dc"), 0)
    if lit(p):
        lamplight(p, (x, top + drop + 28, z), 96, p.palette.glow(WARM), 0.5)


def chandelier(
    p: Painter, x: float, z: float, drop: float, room: Room, arms: int = 8, wide: float = 62
) -> None:
    """Crystal and candles in two rings; over the heads of a hall."""
    top, gold = -room.height, p.palette.grade("#d8a83f", 0.85)
    p.line((x, top, z), (x, top + drop, z), 1.4, gold)
    flame = p.palette.glow("#fff0c8")
    with p.standing(x, z, top + drop) as canvas:
        for ring, (half, y) in enumerate(((wide, 46.0), (wide * 0.55, 14.0))):
            oval(p, canvas, (-half, y - 6, half, y + 6), darker(p, gold, 0.3), 1.4)
            drops = []
            for arm in range(arms + 1):
                turn = pi * arm / arms
                px, py = -half * cos(turn), y + 6 * sin(turn)
                drops.append((px, py, px * 0.55, py + 26 + 18 * sin(turn)))
                block(p, canvas, (px - 2.4, py - 19, px + 2.4, py - 4), "#f2ead6", 1)
                if lit(p):
                    canvas.drawCircle(px, py - 24, 11, bloom((px, py - 24), 11, flame, 0.9))
                oval(p, canvas, (px - 2.2, py - 29, px + 2.2, py - 19), flame, 0.6)
            strokes(canvas, drops, mix(flame, p.palette.tone(1.0), 0.5), 2.0, 0.75)
            if not ring:
                glass = skia.Path()
                for bead in range(14):
                    bx = -half * 0.6 + half * 1.2 * bead / 13
                    glass.addCircle(bx, y + 32 + 16 * sin(pi * bead / 13), 2.6)
                canvas.drawPath(glass, paint(p.palette.tone(1.0), 0.9))
                canvas.drawPath(glass, pen(p.palette.ink, 0.6))
    if lit(p):
        lamplight(p, (x, top + drop + 30, z), 210, p.palette.glow(WARM), 0.55)


def floor_lamp(p: Painter, x: float, z: float) -> None:
    _shaded(p, (x, 0.0, z), 150.0, 1.0, "#eadcba")


def table_lamp(p: Painter, x: float, y: float, z: float, color: str = "#e8d4b0") -> None:
    """On something `y` cm high (negative, as y points down)."""
    _shaded(p, (x, y, z), 28.0, 0.8, color)


def _shaded(
    p: Painter, foot: tuple[float, float, float], post: float, k: float, color: str
) -> None:
    x, y, z = foot
    with p.standing(x, z, y) as canvas:
        canvas.drawLine(0, 0, 0, -post, pen(p.palette.ink, 4))
        oval(p, canvas, (-15 * k, -4, 15 * k, 4), "#3a2f2a", 1.4)
        fill: str | Color = p.palette.glow("#ffe2a8") if lit(p) else color
        lamp = (
            (-15 * k, -post - 40 * k),
            (15 * k, -post - 40 * k),
            (26 * k, -post + 2),
            (-26 * k, -post + 2),
        )
        poly(p, canvas, lamp, fill, 2.2)
        if not lit(p):
            poly(
                p,
                canvas,
                (lamp[1], lamp[2], (12 * k, -post + 2), (7 * k, -post - 40 * k)),
                darker(p, fill, 0.2),
                0,
            )
    if lit(p):
        glow = p.palette.glow(WARM)
        lamplight(p, (x, y - post - 18 * k, z), 125 * k + 25, glow, 0.66)
        if y == 0.0:
            pool(p, x, z, 90, glow, 0.4)


def sconce(p: Painter, x: float, y: float, z: float) -> None:
    """A wall lamp that throws its light up and down the wall behind it."""
    with p.standing(x, z, y) as canvas:
        if lit(p):
            glow = p.palette.glow(WARM)
            for way in (-1, 1):
                cone = polygon(((-5, 0), (5, 0), (34, way * 105), (-34, way * 105)))
                canvas.drawPath(cone, fade((0, 0), (0, way * 105), glow, 0.5, 0.0, SCREEN))
            canvas.drawCircle(0, 0, 42, bloom((0, 0), 42, glow, 0.8))
        block(
            p, canvas, (-6, -13, 6, 13), p.palette.glow("#fff0cc") if lit(p) else "#e8dcc0", 1.6, 3
        )
        block(p, canvas, (-7, 11, 7, 15), "#b08a44", 1.2)


def tubes(p: Painter, room: Room, step: float = 190, color: str = COOL) -> None:
    """Panels of light in the ceiling that run to the vanishing point and lie on the floor."""
    if p.lens.y < -room.height:
        return
    glow, z = p.palette.glow(color), -380.0
    while z < room.back - 60:
        with p.flat(-room.height + 1) as canvas:
            block(p, canvas, (-38, z, 38, z + 100), glow, 2)
            canvas.drawLine(0, z, 0, z + 100, pen(darker(p, glow, 0.25), 1.6))
        pool(p, 0, z + 50, 88, glow, 0.22)
        z += step
    lamplight(p, (0, -room.height, room.back * 0.6), 230, glow, 0.24)


def downlights(p: Painter, room: Room, xs: tuple[float, ...], zs: tuple[float, ...]) -> None:
    """Small lamps sunk in the ceiling, each with a cone in the air."""
    glow = p.palette.glow(WARM)
    for z in zs:
        for x in xs:
            with p.flat(-room.height + 1) as canvas:
                canvas.drawCircle(x, z, 9, paint(p.palette.glow("#fff8e6")))
                canvas.drawCircle(x, z, 9, pen(p.palette.ink, 1.4))
            if lit(p):
                with p.standing(x, z, -room.height) as canvas:
                    high = room.height
                    cone = polygon(((-5, 0), (5, 0), (52, high), (-52, high)))
                    canvas.drawPath(cone, fade((0, 0), (0, high), glow, 0.26, 0.0, SCREEN))
                pool(p, x, z, 70, glow, 0.26)


def flame(p: Painter, x: float, y: float, z: float, size: float = 1.0) -> None:
    """A candle's flame on its wax."""
    wax = 20 * size
    with p.standing(x, z, y) as canvas:
        block(p, canvas, (-2.8 * size, -wax, 2.8 * size, 0), "#efe6d2", 0.9)
        tongue = skia.Path()
        tongue.moveTo(0, -wax - 13 * size)
        tongue.quadTo(4.6 * size, -wax - 3 * size, 0, -wax)
        tongue.quadTo(-4.6 * size, -wax - 3 * size, 0, -wax - 13 * size)
        shape(p, canvas, tongue, p.palette.glow("#ffe9a8"), 0)
    lamplight(p, (x, y - wax - 5 * size, z), 46 * size, p.palette.glow("#ffb04a"), 0.7)


def lantern(p: Painter, x: float, y: float, z: float, size: float = 1.0) -> None:
    """A paper lantern that hangs at `y` (negative) from a cord, with its tassel."""
    fill: str | Color = p.palette.glow("#ff6a3c") if lit(p) else "#d8382a"
    with p.standing(x, z, y) as canvas:
        canvas.scale(size, size)
        canvas.drawLine(0, -26, 0, 0, pen(p.palette.ink, 1.6))
        oval(p, canvas, (-18, 2, 18, 32), fill, 2)
        for half in (11.0, 4.0):
            canvas.drawOval(skia.Rect.MakeLTRB(-half, 2, half, 32), pen(darker(p, fill, 0.35), 1.0))
        if lit(p):
            canvas.drawCircle(0, 17, 15, bloom((0, 17), 15, p.palette.glow("#ffe08a"), 0.9))
        for top, bottom in ((-1, 4), (30, 35)):
            block(p, canvas, (-8, top, 8, bottom), "#d8a83f", 1.2)
        strokes(
            canvas,
            ((-3, 35, -3, 52), (0, 35, 0, 55), (3, 35, 3, 52)),
            p.palette.grade("#d8a83f", 0.8),
            1.6,
        )
    if lit(p):
        lamplight(p, (x, y + 17 * size, z), 72 * size, p.palette.glow("#ff7a3a"), 0.5)


def neon(p: Painter, canvas: skia.Canvas, path: skia.Path, color: str) -> None:
    """A tube of neon along a path: dead glass by day, by night a white core in its colour."""
    wide = 3.4
    if not lit(p):
        canvas.drawPath(path, pen(p.palette.ink, wide + 1.6))
        canvas.drawPath(path, pen(p.palette.grade(color, 0.85), wide))
        return
    glow = p.palette.glow(color)
    for width, alpha in ((wide * 6, 0.16), (wide * 3, 0.28), (wide * 1.4, 0.95)):
        brush = pen(glow, width, alpha)
        brush.setBlendMode(SCREEN)
        canvas.drawPath(path, brush)
    canvas.drawPath(path, pen(mix(glow, (255, 255, 255), 0.75), wide * 0.6))


def bulb(p: Painter, canvas: skia.Canvas, x: float, y: float, size: float = 6.0) -> None:
    """A bare bulb of a string of them."""
    color = p.palette.glow("#ffdf94") if lit(p) else p.palette.grade("#efe6cf")
    if lit(p):
        canvas.drawCircle(x, y, size * 4.4, bloom((x, y), size * 4.4, color, 0.62))
    disc(p, canvas, (x, y), size, mix(color, (255, 255, 255), 0.5 if lit(p) else 0.1), 1.1)
