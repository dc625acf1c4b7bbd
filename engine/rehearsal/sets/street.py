"""A town street: shop fronts run to the vanishing point, signs, lamps, wet asphalt."""

import skia

from engine.contracts import Weather
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.sky import far_town, ground, haze, sky

HALF = 215.0
FRONTS = ("#b5654a", "#7d8f9c", "#d2b48c", "#5f6f7c", "#a3574f", "#8b9a78", "#c78f5a")
SIGNS = ("#ff4d6d", "#2fd6c8", "#ffd23e", "#7c6cff", "#ff8a3d", "#4dc3ff")


def build(p: Painter) -> None:
    sky(p)
    far_town(p, 5200, 1500)
    with p.sheet(900):
        ground(p, "#5c6068")
        _road(p)
        _fronts(p, -HALF, 1)
        _fronts(p, HALF, -1)
    with p.sheet(330):
        _lamp(p, -128, 330)
        _parked_car(p)
    with p.sheet(-120):
        _railing(p)


def _road(p: Painter) -> None:
    walk, line = p.palette.grade("#a8a298"), p.palette.grade("#f2ead2")
    with p.flat() as canvas:
        for x in (-HALF, 115.0):
            canvas.drawRect(skia.Rect.MakeXYWH(x, -1200, 100, 6000), paint(walk))
        for x in (-115, 115):
            canvas.drawLine(x, -1200, x, 4800, pen(p.palette.ink, 5))
        for z in range(-300, 4200, 260):
            canvas.drawRect(skia.Rect.MakeXYWH(-6, z, 12, 120), paint(line, 0.8))
        for bar in range(-4, 5):
            canvas.drawRect(skia.Rect.MakeXYWH(bar * 26 - 8, 150, 16, 110), paint(line, 0.85))
        if p.dressing.weather in (Weather.RAIN, Weather.STORM):
            _puddles(p, canvas)


def _puddles(p: Painter, canvas: skia.Canvas) -> None:
    """Wet asphalt gives the lights back as long streaks."""
    for _ in range(26):
        x, z = p.random.uniform(-110, 110), p.random.uniform(-260, 1500)
        color = (
            p.palette.glow(p.random.choice(SIGNS)) if p.palette.hour.lamps else p.palette.sky(0.2)
        )
        canvas.drawOval(skia.Rect.MakeXYWH(x, z, p.random.uniform(6, 18), 240), paint(color, 0.4))
    for _ in range(7):
        x, z = p.random.uniform(-100, 60), p.random.uniform(-150, 600)
        canvas.drawOval(skia.Rect.MakeXYWH(x, z, 80, 46), paint(p.palette.sky(0.35), 0.6))


def _fronts(p: Painter, x: float, inward: int) -> None:
    z = 2600.0
    while z > -700:
        deep = p.random.uniform(230, 400)
        tall = p.random.uniform(420, 950)
        base = p.palette.grade(p.random.choice(FRONTS))
        wall = haze(p, base if inward > 0 else mix(base, p.palette.shadow, 0.3), min(z / 3500, 0.8))
        near = z - deep
        p.face(((x, 0, z), (x, -tall, z), (x, -tall, near), (x, 0, near)), wall, 1.2)
        with p.side(x) as canvas:
            _windows(p, canvas, near, deep, tall, wall)
            _shop(p, canvas, near, deep, wall)
        if p.random.random() < 0.75:
            _hanging_sign(p, x, inward, near + deep * 0.4)
        z = near
    p.halftone(((HALF, 0, 2600), (HALF, -900, 2600), (HALF, -900, -700), (HALF, 0, -700)), 0.25)


def _windows(
    p: Painter, canvas: skia.Canvas, near: float, deep: float, tall: float, wall: Color
) -> None:
    dark, lit = paint(mix(wall, p.palette.shadow, 0.6)), paint(p.palette.glow("#ffd88c"))
    frame = pen(p.palette.ink, 2.5)
    for row in range(int((tall - 200) / 120)):
        for column in range(int(deep / 85)):
            box = skia.Rect.MakeXYWH(near + 24 + column * 85, -280 - row * 120, 46, 72)
            glow = p.palette.hour.lamps and p.random.random() < 0.45
            canvas.drawRect(box, lit if glow else dark)
            canvas.drawRect(box, frame)
            canvas.drawLine(
                box.left() - 6, box.bottom() + 3, box.right() + 6, box.bottom() + 3, pen(wall, 7)
            )


def _shop(p: Painter, canvas: skia.Canvas, near: float, deep: float, wall: Color) -> None:
    glass = (
        p.palette.glow("#ffe9b8") if p.palette.hour.lamps else mix(wall, p.palette.sky(0.4), 0.5)
    )
    front = skia.Rect.MakeXYWH(near + 18, -165, deep - 36, 150)
    canvas.drawRect(front, paint(glass))
    canvas.drawRect(front, pen(p.palette.ink, 4))
    for part in (0.33, 0.66):
        x = near + deep * part
        canvas.drawLine(x, -165, x, -15, pen(p.palette.ink, 3))
    cloth = p.palette.grade(p.random.choice(FRONTS), 0.8)
    stripes = int(deep / 28)
    for stripe in range(stripes):
        color = cloth if stripe % 2 else p.palette.grade("#f4ead6")
        box = skia.Rect.MakeXYWH(
            near + 8 + stripe * (deep - 16) / stripes, -200, (deep - 16) / stripes, 42
        )
        canvas.drawRect(box, paint(color))
    canvas.drawRect(skia.Rect.MakeXYWH(near + 8, -200, deep - 16, 42), pen(p.palette.ink, 3))


def _hanging_sign(p: Painter, x: float, inward: int, z: float) -> None:
    """A vertical sign that faces down the street, lit when lamps are."""
    color = p.random.choice(SIGNS)
    tall, low = p.random.uniform(90, 190), p.random.uniform(215, 270)
    left = min(x, x + inward * 58)
    with p.facing(z) as canvas:
        box = skia.Rect.MakeXYWH(left, -low - tall, 58, tall)
        fill = p.palette.glow(color) if p.palette.hour.lamps else p.palette.grade(color, 0.8)
        canvas.drawRect(box, paint(fill))
        canvas.drawRect(box, pen(p.palette.ink, 4))
        mark = pen(p.palette.tone(1.0), 6)
        for row in range(int(tall / 42)):
            y = -low - tall + 22 + row * 42
            canvas.drawLine(left + 14, y, left + 44, y, mark)
            canvas.drawLine(left + 29, y - 10, left + 29, y + 16, mark)
    if p.palette.hour.lamps:
        p.halo((left + 29, -low - tall / 2, z), tall * 0.8, p.palette.glow(color), 0.42)


def _lamp(p: Painter, x: float, z: float) -> None:
    post = p.palette.grade("#2c333d")
    with p.standing(x, z) as canvas:
        canvas.drawLine(0, 0, 0, -400, pen(p.palette.ink, 13))
        canvas.drawLine(0, 0, 0, -400, pen(post, 8))
        arm = skia.Path()
        arm.moveTo(0, -395)
        arm.quadTo(10, -440, 70, -436)
        canvas.drawPath(arm, pen(p.palette.ink, 8))
        head = skia.Rect.MakeXYWH(52, -440, 56, 16)
        canvas.drawRoundRect(head, 6, 6, paint(post))
        if p.palette.hour.lamps:
            canvas.drawOval(skia.Rect.MakeXYWH(56, -430, 48, 14), paint(p.palette.glow("#fff2cc")))
            cone = skia.Path()
            cone.addPoly(
                [
                    skia.Point(58, -424),
                    skia.Point(102, -424),
                    skia.Point(210, 0),
                    skia.Point(-50, 0),
                ],
                True,
            )
            canvas.drawPath(cone, paint(p.palette.glow(), 0.13, skia.BlendMode.kScreen))
    if p.palette.hour.lamps:
        p.halo((x + 80, -425, z), 110, p.palette.glow())


def _parked_car(p: Painter) -> None:
    body = p.palette.grade(p.random.choice(("#a83a3a", "#3a5f8a", "#d0c8b8", "#3f4650")), 0.8)
    p.box((168, -22, 420), (110, 52, 330), body)
    p.box((168, -74, 440), (96, 46, 190), mix(body, p.palette.ink, 0.55))
    with p.facing(254) as canvas:
        lamp = paint(
            p.palette.glow("#ff5648") if p.palette.hour.lamps else p.palette.grade("#a02c28")
        )
        for x in (118, 194):
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x, -62, 24, 14), 4, 4, lamp)
        canvas.drawRect(skia.Rect.MakeXYWH(147, -48, 44, 13), paint(p.palette.grade("#f2f0e6")))
        for x in (120, 192):
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x, -30, 24, 30), 6, 6, paint(p.palette.ink))


def _railing(p: Painter) -> None:
    dark = p.palette.grade("#1f2630")
    with p.standing(-68, -120) as canvas:
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-14, -96, 26, 98), 9, 9, paint(dark))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-14, -96, 26, 98), 9, 9, pen(p.palette.ink, 2.5))
        canvas.drawRect(skia.Rect.MakeXYWH(-14, -80, 26, 9), paint(p.palette.grade("#e8c040")))
