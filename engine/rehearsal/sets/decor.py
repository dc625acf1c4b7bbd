"""What makes a room somebody's: pictures, books, plants, cups, clocks, papers, posters."""

from math import cos, pi, sin

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.glow import fade
from engine.rehearsal.sets.ink import (
    Box,
    block,
    boxes,
    darker,
    disc,
    lighter,
    oval,
    poly,
    shape,
    strokes,
    tint,
)

SPINES = ("#a8443a", "#3f6a84", "#d3a44a", "#55784f", "#7a4a78", "#e4d7b8", "#2f3f5a", "#c9783c")
ARTS = ("hills", "shapes", "portrait", "sea", "flower")


def picture(p: Painter, canvas: skia.Canvas, box: Box, frame: str, art: str = "") -> None:
    """A framed picture on a wall's plane, with the shadow it throws."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    canvas.drawRect(
        skia.Rect.MakeLTRB(left - 2, top, right + 9, bottom + 10), paint(p.palette.shadow, 0.35)
    )
    block(p, canvas, (left - 5, top - 5, right + 5, bottom + 5), frame, 1.6)
    block(p, canvas, box, "#efe8d8", 0.8)
    inner = skia.Rect.MakeLTRB(
        left + wide * 0.1, top + high * 0.1, right - wide * 0.1, bottom - high * 0.1
    )
    canvas.save()
    canvas.clipRect(inner)
    chosen = art or p.random.choice(ARTS)
    base = p.random.choice(("#7fa0a8", "#c9a06a", "#b0584a", "#6a7a5a", "#4a5a7a"))
    canvas.drawRect(inner, paint(p.palette.grade(base)))
    x, y, r = inner.centerX(), inner.centerY(), min(inner.width(), inner.height())
    if chosen == "portrait":
        disc(p, canvas, (x, y - r * 0.12), r * 0.2, "#d8b090", 0)
        oval(p, canvas, (x - r * 0.38, y + r * 0.12, x + r * 0.38, y + r), "#2f2a30", 0)
    elif chosen == "shapes":
        disc(p, canvas, (x - r * 0.14, y - r * 0.1), r * 0.26, "#d8584a", 0)
        poly(
            p,
            canvas,
            ((x, y + r * 0.4), (x + r * 0.4, y + r * 0.4), (x + r * 0.2, y - r * 0.2)),
            "#e8c860",
            0,
        )
    elif chosen == "flower":
        for turn in range(6):
            at = (x + cos(turn * pi / 3) * r * 0.18, y - r * 0.08 + sin(turn * pi / 3) * r * 0.18)
            disc(p, canvas, at, r * 0.13, "#e89aa8", 0)
        disc(p, canvas, (x, y - r * 0.08), r * 0.09, "#e8c860", 0)
        canvas.drawLine(x, y + r * 0.1, x, y + r * 0.6, pen(p.palette.grade("#4f7a4c"), r * 0.05))
    else:
        disc(p, canvas, (x + r * 0.14, y - r * 0.18), r * 0.14, "#f4e4b8", 0)
        for row, color in enumerate(("#5d7a78", "#3f5a5c")):
            low = y + r * (0.06 + 0.2 * row)
            oval(
                p,
                canvas,
                (inner.left() - r * (0.5 - row), low, inner.right() + r * 0.3 * row, low + r * 1.4),
                color,
                0,
            )
    canvas.restore()
    canvas.drawRect(inner, pen(p.palette.ink, 0.7))


def books(
    p: Painter, canvas: skia.Canvas, left: float, right: float, base: float, tall: float
) -> None:
    """A row of books that stand, lean and lie, `tall` at most."""
    x = left
    while x < right - 6:
        kind = p.random.random()
        if kind < 0.1:
            x += p.random.uniform(6, 16)
            continue
        if kind < 0.2 and right - x > 24:
            for row in range(p.random.randint(2, 4)):
                block(
                    p,
                    canvas,
                    (x, base - 5 * (row + 1), x + 21 - row * 2, base - 5 * row),
                    p.random.choice(SPINES),
                    0.7,
                )
            x += 24
            continue
        wide, high = p.random.uniform(3.6, 8), tall * p.random.uniform(0.62, 0.95)
        wide = min(wide, right - x)
        block(p, canvas, (x, base - high, x + wide, base), p.random.choice(SPINES), 0.8)
        if high > tall * 0.75:
            band = p.palette.grade("#e8d8a8")
            boxes(canvas, [(x + 0.6, base - high * 0.8, x + wide - 0.6, base - high * 0.72)], band)
        x += wide


def shelf(p: Painter, left: float, right: float, z: float, height: float, rows: int = 5) -> None:
    """A bookcase against the back wall: books, a vase, a clock, a framed picture among them."""
    wood = p.palette.grade("#6b4428")
    with p.facing(z) as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(left, -height, right + 12, 4), paint(p.palette.shadow, 0.35)
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(left, -height, right, 0), paint(mix(wood, p.palette.ink, 0.55))
        )
        for row in range(rows):
            base = -height + (row + 1) * height / rows - 4
            tall = height / rows - 8
            gap = p.random.uniform(left + 12, max(right - 30, left + 13))
            books(p, canvas, left + 5, gap, base, tall)
            if p.random.random() < 0.6:
                vase(p, canvas, gap + 10, base, tall * 0.7)
            books(p, canvas, gap + 22, right - 5, base, tall)
            top = skia.Rect.MakeLTRB(left, base - tall - 4, right, base - tall + 8)
            canvas.drawRect(top, fade((0, top.top()), (0, top.bottom()), p.palette.ink, 0.6))
            block(p, canvas, (left, base, right, base + 4), wood, 0.9)
        canvas.drawRect(skia.Rect.MakeLTRB(left, -height, right, 0), pen(p.palette.ink, 7.5))
        canvas.drawRect(skia.Rect.MakeLTRB(left, -height, right, 0), pen(wood, 5))


def vase(
    p: Painter, canvas: skia.Canvas, x: float, base: float, tall: float, blooms: str = ""
) -> None:
    color = p.random.choice(("#3f6f8c", "#c9783c", "#e8e0d0", "#55784f", "#b0584a"))
    w = tall * 0.24
    body = skia.Path()
    body.moveTo(x - w * 0.5, base)
    body.cubicTo(
        x - w * 1.5,
        base - tall * 0.35,
        x - w * 0.7,
        base - tall * 0.5,
        x - w * 0.45,
        base - tall * 0.62,
    )
    body.lineTo(x + w * 0.45, base - tall * 0.62)
    body.cubicTo(x + w * 0.7, base - tall * 0.5, x + w * 1.5, base - tall * 0.35, x + w * 0.5, base)
    body.close()
    if blooms:
        for turn in (-0.7, -0.2, 0.35, 0.8):
            tip = (x + turn * w * 1.9, base - tall * (1.25 - 0.3 * abs(turn)))
            canvas.drawLine(x, base - tall * 0.6, *tip, pen(p.palette.grade("#4f7a4c"), 1.6))
            disc(p, canvas, tip, w * 0.72, blooms, 0.9)
            disc(p, canvas, tip, w * 0.24, "#e8c860", 0)
    shape(p, canvas, body, color, 1.1)
    canvas.drawLine(
        x + w * 0.5,
        base - tall * 0.15,
        x + w * 0.55,
        base - tall * 0.42,
        pen(darker(p, color), 1.4),
    )


def plant(p: Painter, x: float, z: float, height: float = 110, kind: str = "") -> None:
    """A pot plant: broad leaves, sword leaves or a small tree."""
    chosen = kind or p.random.choice(("broad", "swords", "tree"))
    with p.standing(x, z) as canvas:
        leafage(p, canvas, height, chosen)
        pot = ((-17, -34), (17, -34), (12, 0), (-12, 0))
        poly(p, canvas, pot, p.random.choice(("#b5653f", "#e4dccb", "#4a5560")), 1.8)
        poly(p, canvas, ((6, -34), (17, -34), (12, 0), (5, 0)), p.palette.shadow, 0)
        block(p, canvas, (-19, -39, 19, -33), "#a85a38", 1.5)


def leafage(p: Painter, canvas: skia.Canvas, height: float, kind: str) -> None:
    leaf, dark = p.palette.grade("#4f8a4c"), p.palette.grade("#2c5636")
    if kind == "tree":
        canvas.drawLine(0, -34, 3, -height * 0.62, pen(p.palette.grade("#5c4230"), 4))
        for _ in range(16):
            turn, far = p.random.uniform(0, 2 * pi), p.random.uniform(0, height * 0.24)
            at = (3 + cos(turn) * far, -height * 0.78 + sin(turn) * far * 0.9)
            disc(p, canvas, at, height * 0.075, dark if p.random.random() < 0.5 else leaf, 0.9)
        return
    count = 11 if kind == "swords" else 9
    for index in range(count):
        lean = (index - count // 2) * (6 if kind == "swords" else 12) + p.random.uniform(-4, 4)
        tip = -height * p.random.uniform(0.7, 1.0) + abs(lean) * 0.5
        wide = 4.0 if kind == "swords" else 11.0
        blade = skia.Path()
        blade.moveTo(0, -32)
        blade.quadTo(lean * 0.3 - wide, (tip - 32) / 2, lean, tip)
        blade.quadTo(lean * 0.6 + wide, (tip - 32) / 2, 0, -32)
        shape(p, canvas, blade, dark if index % 2 else leaf, 1.1)
        canvas.drawLine(0, -32, lean * 0.8, tip * 0.85, pen(lighter(p, leaf, 0.2), 0.7))


def cup(p: Painter, x: float, y: float, z: float, color: str = "#f2ead8") -> None:
    with p.standing(x, z, y) as canvas:
        oval(p, canvas, (-9, -2, 9, 2), lighter(p, color, 0.2), 0.8)
        poly(p, canvas, ((-5.5, -10), (5.5, -10), (4, -1), (-4, -1)), color, 1)
        canvas.drawArc(skia.Rect.MakeLTRB(3, -9, 10, -3), -80, 170, False, pen(p.palette.ink, 1.4))


def papers(p: Painter, x: float, y: float, z: float) -> None:
    """A few sheets and a pen on a table top at `y`."""
    with p.flat(y) as canvas:
        for turn in (-8, 5):
            canvas.save()
            canvas.translate(x, z)
            canvas.rotate(turn)
            block(p, canvas, (-11, -15, 11, 15), "#f6f2e8", 0.8)
            strokes(
                canvas,
                [(-7, row * 4 - 10, 6, row * 4 - 10) for row in range(5)],
                p.palette.grade("#8a8a92"),
                0.8,
            )
            canvas.restore()
        canvas.drawLine(x + 14, z - 8, x + 20, z + 8, pen(p.palette.grade("#2f3f6a", 0.8), 1.8))


def bottle(p: Painter, x: float, y: float, z: float, color: str = "#2f5a3c") -> None:
    with p.standing(x, z, y) as canvas:
        body = skia.Path()
        body.addRoundRect(skia.Rect.MakeLTRB(-4.5, -22, 4.5, 0), 2, 2)
        body.addRect(skia.Rect.MakeLTRB(-1.6, -33, 1.6, -20))
        canvas.drawPath(body, pen(p.palette.ink, 1.8))
        canvas.drawPath(body, paint(tint(p, color)))
        boxes(canvas, [(-4, -15, 4, -6)], p.palette.grade("#efe6d0"))


def clock(p: Painter, canvas: skia.Canvas, x: float, y: float, radius: float = 15) -> None:
    disc(p, canvas, (x + 3, y + 4), radius, p.palette.shadow, 0)
    disc(p, canvas, (x, y), radius, "#3a3f48", 1.4)
    disc(p, canvas, (x, y), radius * 0.84, "#f4f1e8", 0.8)
    ticks = []
    for hour in range(12):
        dx, dy = sin(hour * pi / 6), -cos(hour * pi / 6)
        ticks.append(
            (
                x + dx * radius * 0.66,
                y + dy * radius * 0.66,
                x + dx * radius * 0.78,
                y + dy * radius * 0.78,
            )
        )
    strokes(canvas, ticks, p.palette.ink, 1)
    now = p.random.uniform(0, 2 * pi)
    strokes(
        canvas,
        (
            (x, y, x + sin(now) * radius * 0.4, y - cos(now) * radius * 0.4),
            (x, y, x + sin(now * 12) * radius * 0.62, y - cos(now * 12) * radius * 0.62),
        ),
        p.palette.ink,
        1.6,
    )


def mirror(p: Painter, canvas: skia.Canvas, box: Box, frame: str, corner: float = 8) -> None:
    left, top, right, bottom = box
    block(p, canvas, (left - 5, top - 5, right + 5, bottom + 5), frame, 1.8, corner + 4)
    glass = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(*box), corner, corner)
    canvas.save()
    canvas.clipRRect(glass, True)
    canvas.drawRect(glass.rect(), paint(mix(p.palette.tone(0.62), p.palette.sky(0.3), 0.4)))
    wide, high = right - left, bottom - top
    for at, broad in ((0.1, 0.26), (0.5, 0.08)):
        x = left + wide * at
        poly(
            p,
            canvas,
            (
                (x + high * 0.22, top),
                (x + wide * broad + high * 0.22, top),
                (x + wide * broad - high * 0.1, bottom),
                (x - high * 0.1, bottom),
            ),
            lighter(p, p.palette.tone(0.75), 0.4),
            0,
        )
    canvas.restore()
    canvas.drawRRect(glass, pen(p.palette.ink, 1.4))


def screen(p: Painter, canvas: skia.Canvas, box: Box) -> None:
    """A monitor that shows windows and lines."""
    left, top, right, bottom = box
    block(p, canvas, (left - 2.5, top - 2.5, right + 2.5, bottom + 2.5), "#24282f", 1.4, 2)
    block(p, canvas, box, p.palette.glow("#cfe8f4"), 0)
    wide, high = right - left, bottom - top
    bar = p.palette.grade("#3f6a94", 0.8)
    boxes(canvas, [(left, top, right, top + high * 0.14)], bar)
    lines = [
        (
            left + wide * 0.1,
            top + high * (0.3 + 0.15 * row),
            left + wide * p.random.uniform(0.4, 0.88),
            top + high * (0.3 + 0.15 * row),
        )
        for row in range(4)
    ]
    strokes(canvas, lines, mix(bar, p.palette.tone(0.6), 0.4), high * 0.05)
