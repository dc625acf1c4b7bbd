"""Furniture with thickness: what people sit on, lie on, eat at, work at and keep things in."""

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.glow import fade
from engine.rehearsal.sets.ink import (
    block,
    boxes,
    darker,
    disc,
    lighter,
    oval,
    shape,
    strokes,
    tint,
)

Place = tuple[float, float]  # x, z of the middle of a foot print


def grounded(p: Painter, at: Place, size: Place, force: float = 0.5) -> None:
    """The shadow that keeps a thing on the floor, soft towards the lens."""
    (x, z), (wide, deep) = at, size
    with p.flat() as canvas:
        near = z - deep / 2
        box = skia.Rect.MakeLTRB(x - wide / 2 - 5, near - 34, x + wide / 2 + 16, z + deep / 2)
        canvas.drawRect(box, fade((0, near), (0, near - 34), p.palette.shadow, force))


def bed(p: Painter, x: float, z: float, colors: tuple[str, str, str], wide: float = 108) -> None:
    """A bed whose head stands at the back: `colors` of wood, sheet, cover."""
    wood, sheet, cover = (tint(p, color) for color in colors)
    grounded(p, (x, z), (wide, 210))
    p.box((x, 0, z + 112), (wide + 10, 112, 12), wood)
    with p.facing(z + 105.5) as canvas:
        half = wide / 2 - 6
        for part in range(3):
            a = x - half + part * half * 2 / 3
            block(
                p, canvas, (a + 3, -104, a + half * 2 / 3 - 3, -56), lighter(p, wood, 0.12), 1.6, 6
            )
    p.box((x, 0, z), (wide - 2, 30, 212), wood)
    p.box((x, -30, z), (wide - 6, 22, 206), sheet)
    p.box((x, -50, z - 32), (wide + 2, 9, 140), cover)
    p.box((x, -59, z + 22), (wide + 2, 3, 30), lighter(p, cover, 0.3), 0.7)
    for side in (-1, 1):
        with p.standing(x + side * wide * 0.24, z + 84, -50) as canvas:
            pillow = skia.Path()
            pillow.moveTo(-24, 2)
            pillow.cubicTo(-30, -14, -24, -34, -18, -32)
            pillow.cubicTo(-4, -28, 6, -36, 19, -32)
            pillow.cubicTo(27, -26, 27, -8, 23, 2)
            pillow.close()
            shape(p, canvas, pillow, sheet, 2)
            strokes(canvas, ((-16, -24, -8, -14), (10, -26, 16, -12)), darker(p, sheet), 1.3)
    with p.flat(-59.5) as canvas:
        folds = []
        for row in range(4):
            y = z - 90 + row * 28 + p.random.uniform(-6, 6)
            folds.append(
                (
                    x - wide * 0.5,
                    y,
                    x + wide * p.random.uniform(-0.1, 0.4),
                    y + p.random.uniform(-14, 14),
                )
            )
        strokes(canvas, folds, darker(p, cover, 0.3), 1.8)


def sofa(
    p: Painter, x: float, z: float, wide: float, color: str, pillows: tuple[str, ...] = ()
) -> None:
    cloth = tint(p, color)
    grounded(p, (x, z), (wide, 80))
    for foot in (-1, 1):
        p.box((x + foot * (wide / 2 - 12), 0, z - 30), (6, 10, 6), p.palette.grade("#3a2a20"))
    p.box((x, -38, z + 34), (wide - 8, 56, 22), darker(p, cloth, 0.1))
    with p.facing(z + 22.5) as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - wide / 2, -94, x + wide / 2, -40),
            fade((0, -94), (0, -40), p.palette.shadow, 0.0, 0.5),
        )
    p.box((x, -8, z), (wide - 20, 18, 78), darker(p, cloth, 0.16))
    seats = 2 if wide < 180 else 3
    part = (wide - 36) / seats
    for seat in range(seats):
        p.box((x - wide / 2 + 18 + part * (seat + 0.5), -26, z - 4), (part - 2, 17, 74), cloth)
    for side in (-1, 1):
        p.box((x + side * (wide / 2 - 8), -4, z), (18, 62, 84), lighter(p, cloth, 0.06))
    for at, pillow in enumerate(pillows):
        with p.standing(x + (at - (len(pillows) - 1) / 2) * wide * 0.56, z - 10, -42) as canvas:
            canvas.rotate(9 - 17 * (at % 2))
            block(p, canvas, (-20, -38, 20, 0), pillow, 2, 8)
            strokes(canvas, ((-14, -8, 14, -8), (-14, -28, 14, -28)), darker(p, pillow, 0.25), 1.5)


def armchair(p: Painter, x: float, z: float, color: str) -> None:
    sofa(p, x, z, 86, color)


def table(p: Painter, x: float, z: float, size: tuple[float, float, float], color: str) -> None:
    """A table on four legs, `size` wide, high, deep."""
    wide, high, deep = size
    wood = tint(p, color)
    grounded(p, (x, z), (wide, deep))
    for dx in (-1, 1):
        for dz in (1, -1):
            p.box(
                (x + dx * (wide / 2 - 7), 0, z + dz * (deep / 2 - 6)),
                (6, high, 6),
                darker(p, wood, 0.25),
            )
    p.box((x, -high + 9, z), (wide - 10, 8, deep - 8), darker(p, wood, 0.2))
    p.box((x, -high, z), (wide, 5, deep), wood)


def round_table(p: Painter, x: float, z: float, radius: float, color: str, cloth: str = "") -> None:
    top = tint(p, cloth or color)
    with p.flat() as canvas:
        oval(
            p,
            canvas,
            (x - radius, z - radius * 1.1, x + radius * 1.2, z + radius * 0.6),
            p.palette.shadow,
            0,
        )
    if cloth:
        with p.standing(x, z) as canvas:
            skirt = skia.Path()
            skirt.addPoly(
                [
                    skia.Point(-radius, -72),
                    skia.Point(radius, -72),
                    skia.Point(radius * 0.9, -6),
                    skia.Point(-radius * 0.9, -6),
                ],
                True,
            )
            shape(p, canvas, skirt, darker(p, top, 0.12), 1.8)
            strokes(
                canvas,
                [(radius * k / 4, -66, radius * k / 4.4, -8) for k in range(-3, 4)],
                darker(p, top, 0.3),
                2,
            )
    else:
        p.line((x, 0, z), (x, -70, z), 2.4)
    for y, color_of in ((-70, darker(p, top, 0.35)), (-73, top)):
        with p.flat(y) as canvas:
            oval(p, canvas, (x - radius, z - radius, x + radius, z + radius), color_of, 1.6)


def chair(p: Painter, x: float, z: float, color: str, faces: int = 1, seat: str = "") -> None:
    """A chair; `faces` 1 has its back away from the lens, -1 towards it."""
    wood = tint(p, color)
    back_z = z + 18 * faces
    parts: list[float] = [z + 16, z - 16]
    for leg_z in parts:
        for dx in (-15, 15):
            p.line((x + dx, 0, leg_z), (x + dx, -44, leg_z), 1.5, darker(p, wood, 0.3))
    if faces > 0:
        _chair_back(p, x, back_z, wood)
    p.box((x, -44, z), (38, 5, 38), tint(p, seat) if seat else wood)
    if faces < 0:
        _chair_back(p, x, back_z, wood)


def _chair_back(p: Painter, x: float, z: float, wood: Color) -> None:
    with p.standing(x, z, -44) as canvas:
        block(p, canvas, (-19, -52, -15, 2), wood, 1.2)
        block(p, canvas, (15, -52, 19, 2), wood, 1.2)
        block(p, canvas, (-19, -54, 19, -40), lighter(p, wood, 0.08), 1.6, 5)
        strokes(canvas, ((-7, -40, -7, 0), (7, -40, 7, 0)), darker(p, wood, 0.2), 2.4)


def stool(p: Painter, x: float, z: float, color: str) -> None:
    p.line((x, 0, z), (x, -64, z), 2.0)
    with p.flat(-1) as canvas:
        oval(p, canvas, (x - 17, z - 17, x + 17, z + 17), "#2a2a2e", 1.2)
    p.line((x - 13, -26, z), (x + 13, -26, z), 1.2)
    for y, fill in ((-64, darker(p, color, 0.35)), (-69, tint(p, color))):
        with p.flat(y) as canvas:
            oval(p, canvas, (x - 18, z - 18, x + 18, z + 18), fill, 1.4)


def cupboard(
    p: Painter, x: float, z: float, size: tuple[float, float, float], color: str, doors: int = 2
) -> None:
    """A cupboard, chest or wardrobe, `size` wide, high, deep, doors towards the lens."""
    wide, high, deep = size
    wood = tint(p, color)
    grounded(p, (x, z), (wide, deep))
    p.box((x, 0, z), (wide, high, deep), wood)
    with p.facing(z - deep / 2 - 0.5) as canvas:
        part = wide / doors
        for at in range(doors):
            a = x - wide / 2 + part * at
            panel = (a + 4, -high + 5, a + part - 4, -7)
            canvas.drawRect(skia.Rect.MakeLTRB(*panel), pen(darker(p, wood, 0.4), 2))
            knob = a + part - 9 if at % 2 == 0 else a + 9
            disc(p, canvas, (knob, -high * 0.5), 2.2, "#e0b84c", 0.8)
        block(
            p,
            canvas,
            (x - wide / 2 - 2, -high - 3, x + wide / 2 + 2, -high + 2),
            lighter(p, wood, 0.12),
            1.4,
        )


def desk(p: Painter, x: float, z: float, color: str, wide: float = 130) -> None:
    wood = tint(p, color)
    grounded(p, (x, z), (wide, 62))
    for side in (-1, 1):
        p.box((x + side * (wide / 2 - 18), 0, z), (34, 70, 56), wood)
        with p.facing(z - 28.5) as canvas:
            for row in range(3):
                left = x + side * (wide / 2 - 18) - 14
                block(
                    p,
                    canvas,
                    (left, -64 + row * 21, left + 28, -46 + row * 21),
                    lighter(p, wood, 0.1),
                    1.3,
                )
                canvas.drawLine(
                    left + 9,
                    -55 + row * 21,
                    left + 19,
                    -55 + row * 21,
                    pen(p.palette.grade("#d8b45c"), 2),
                )
    p.box((x, -70, z), (wide + 6, 6, 66), mix(wood, p.palette.tone(0.9), 0.16))


def counter(
    p: Painter, x: float, z: float, size: tuple[float, float, float], color: str, top: str
) -> None:
    """A bar, a desk in a lobby, a shop's counter: panels in front, a slab on top."""
    wide, high, deep = size
    grounded(p, (x, z), (wide, deep))
    p.box((x, 0, z), (wide, high, deep), tint(p, color))
    with p.facing(z - deep / 2 - 0.5) as canvas:
        panels = max(int(wide / 46), 1)
        part = wide / panels
        for at in range(panels):
            a = x - wide / 2 + part * at
            canvas.drawRect(
                skia.Rect.MakeLTRB(a + 5, -high + 10, a + part - 5, -12),
                pen(darker(p, color, 0.4), 2.2),
            )
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - wide / 2, -high, x + wide / 2, -high + 26),
            fade((0, -high), (0, -high + 26), p.palette.shadow, 0.55),
        )
    p.box((x, -high, z), (wide + 8, 6, deep + 10), tint(p, top))


def bench(p: Painter, x: float, z: float, wide: float, color: str, *, back: bool = True) -> None:
    wood = tint(p, color)
    grounded(p, (x, z), (wide, 36), 0.35)
    for side in (-1, 1):
        p.box((x + side * (wide / 2 - 6), 0, z), (6, 44, 30), darker(p, wood, 0.3))
    if back:
        p.box((x, -46, z + 17), (wide, 38, 5), wood)
    p.box((x, -42, z), (wide, 6, 38), lighter(p, wood, 0.06))


def glass_front(canvas: skia.Canvas, box: tuple[float, float, float, float], color: Color) -> None:
    """A sheet of glass with two reflections."""
    left, top, right, bottom = box
    canvas.drawRect(skia.Rect.MakeLTRB(*box), paint(color, 0.35))
    wide, high = right - left, bottom - top
    for at, broad in ((0.16, 0.1), (0.34, 0.04)):
        x = left + wide * at
        path = skia.Path()
        path.addPoly(
            [
                skia.Point(x + high * 0.16, top),
                skia.Point(x + wide * broad + high * 0.16, top),
                skia.Point(x + wide * broad, bottom),
                skia.Point(x, bottom),
            ],
            True,
        )
        canvas.drawPath(path, paint((255, 255, 255), 0.14))


def lockers(
    p: Painter, canvas: skia.Canvas, box: tuple[float, float, float, float], color: str, count: int
) -> None:
    """A row of steel lockers on a wall's plane."""
    left, top, right, bottom = box
    part = (right - left) / count
    for at in range(count):
        a = left + part * at
        block(p, canvas, (a, top, a + part, bottom), darker(p, color, 0.08 * (at % 3)), 1.8)
        slits = [
            (a + part * 0.3, top + 16 + row * 6, a + part * 0.7, top + 16 + row * 6)
            for row in range(4)
        ]
        strokes(canvas, slits, darker(p, color, 0.5), 1.6)
        boxes(
            canvas,
            [(a + part * 0.78, (top + bottom) / 2, a + part * 0.86, (top + bottom) / 2 + 10)],
            p.palette.ink,
        )
