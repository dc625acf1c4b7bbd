"""A back alley: brick walls close in, iron stairs, pipes, a sign, bins, steam, wires overhead."""

import skia

from engine.contracts import Weather
from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.sky import far_town, haze, sky

HALF, BACK = 115.0, 1100.0


def build(p: Painter) -> None:
    sky(p)
    far_town(p, 3200, 1300)
    with p.sheet(520):
        _ground(p)
        _wall(p, -HALF, "#8a4f40")
        _wall(p, HALF, "#6d5a58")
        _end(p)
        _wires(p)
    with p.sheet(240):
        _bins(p)
        _sign(p)
    with p.sheet(-60):
        _pipe(p)


def _ground(p: Painter) -> None:
    stone = p.palette.grade("#5f5f66")
    p.face(((-HALF, 0, -900), (HALF, 0, -900), (HALF, 0, BACK), (-HALF, 0, BACK)), stone, 0)
    with p.flat() as canvas:
        seam = pen(mix(stone, p.palette.ink, 0.35), 1.8)
        for row in range(-300, 1100, 44):
            canvas.drawLine(-HALF, row, HALF, row, seam)
            for joint in range(-115, 116, 46):
                shift = 23 if (row // 44) % 2 else 0
                canvas.drawLine(joint + shift, row, joint + shift, row + 44, seam)
        wet = p.dressing.weather in (Weather.RAIN, Weather.STORM)
        for _ in range(9 if wet else 3):
            x, z = p.random.uniform(-90, 40), p.random.uniform(-150, 700)
            color = p.palette.glow("#ff3d7a") if p.palette.hour.lamps else p.palette.sky(0.3)
            canvas.drawOval(skia.Rect.MakeXYWH(x, z, 52, 70), paint(color, 0.4))
        canvas.drawCircle(20, 190, 26, paint(mix(stone, p.palette.ink, 0.5)))
        canvas.drawCircle(20, 190, 26, pen(p.palette.ink, 3))


def _wall(p: Painter, x: float, color: str) -> None:
    base = p.palette.grade(color)
    if x > 0:
        base = mix(base, p.palette.shadow, 0.3)
    p.face(((x, 0, -900), (x, -900, -900), (x, -900, BACK), (x, 0, BACK)), base, 1)
    mortar = pen(mix(base, p.palette.ink, 0.35), 1.5)
    with p.side(x) as canvas:
        for row in range(46):
            y = -row * 15.0
            canvas.drawLine(-300, y, BACK, y, mortar)
            if row < 26:
                for brick in range(-8, 24):
                    z = brick * 44 + (row % 2) * 22
                    canvas.drawLine(z, y, z, y - 15, mortar)
        for z in (60, 300, 540, 800):
            for y in (-330, -540):
                _window(p, canvas, z, y, base)
        if x < 0:
            _stairs(p, canvas)
        else:
            door = skia.Rect.MakeXYWH(330, -190, 84, 190)
            canvas.drawRect(door, paint(p.palette.grade("#3f5a5c")))
            canvas.drawRect(door, pen(p.palette.ink, 4))
            canvas.drawCircle(396, -92, 5, paint(p.palette.grade("#d0b060")))
    if x > 0:
        p.halftone(((x, 0, -400), (x, -700, -400), (x, -700, BACK), (x, 0, BACK)), 0.3)


def _window(
    p: Painter, canvas: skia.Canvas, z: float, y: float, wall: tuple[int, int, int]
) -> None:
    box = skia.Rect.MakeXYWH(z, y, 74, 104)
    lit = p.palette.hour.lamps and p.random.random() < 0.5
    canvas.drawRect(
        box, paint(p.palette.glow("#ffd488") if lit else mix(wall, p.palette.ink, 0.55))
    )
    canvas.drawLine(box.centerX(), y, box.centerX(), y + 104, pen(p.palette.ink, 3))
    canvas.drawLine(z, y + 52, z + 74, y + 52, pen(p.palette.ink, 3))
    canvas.drawRect(box, pen(p.palette.ink, 4))


def _stairs(p: Painter, canvas: skia.Canvas) -> None:
    """Iron fire stairs zigzag up the wall."""
    iron = pen(p.palette.ink, 7)
    for floor in range(3):
        y = -210.0 - floor * 190
        canvas.drawLine(180, y, 520, y, iron)
        canvas.drawLine(180, y - 46, 520, y - 46, pen(p.palette.ink, 4))
        for z in range(180, 521, 34):
            canvas.drawLine(z, y, z, y - 46, pen(p.palette.ink, 2.4))
        start, end = (240, 460) if floor % 2 else (460, 240)
        canvas.drawLine(start, y, end, y - 190, iron)


def _end(p: Painter) -> None:
    wall = haze(p, p.palette.grade("#7d6a60"), 0.3)
    p.face(((-HALF, 0, BACK), (40, 0, BACK), (40, -420, BACK), (-HALF, -420, BACK)), wall)
    with p.facing(BACK - 2) as canvas:
        for row in range(3):
            box = skia.Rect.MakeXYWH(-92 + row * 44, -330, 28, 44)
            lit = p.palette.hour.lamps
            canvas.drawRect(
                box, paint(p.palette.glow("#ffd488") if lit else mix(wall, p.palette.ink, 0.5))
            )
    p.halo(
        (76, -120, BACK),
        110,
        p.palette.glow("#ffdca0") if p.palette.hour.lamps else p.palette.sky(0),
        0.4,
    )


def _wires(p: Painter) -> None:
    for y, z in ((-330, 160), (-390, 300), (-350, 480), (-420, 700)):
        a, b = p.lens.polygon(((-HALF, y, z), (HALF, y - 20, z)))[:2]
        wire = skia.Path()
        wire.moveTo(*a)
        wire.quadTo((a[0] + b[0]) / 2, max(a[1], b[1]) + 30 * p.unit, *b)
        p.canvas.drawPath(wire, pen(p.palette.ink, 2.2 * p.unit))
    with p.facing(300) as canvas:
        for x, color in ((-62, "#e8e0cc"), (-20, "#c0504a"), (26, "#5a7f9c")):
            cloth = skia.Rect.MakeXYWH(x, -376, 30, 46)
            canvas.drawRect(cloth, paint(p.palette.grade(color)))
            canvas.drawRect(cloth, pen(p.palette.ink, 2))


def _bins(p: Painter) -> None:
    p.box((84, 0, 300), (54, 84, 100), p.palette.grade("#3f6a52"))
    p.box((84, -84, 300), (60, 8, 106), p.palette.grade("#2c4a3c"))
    p.box((-92, 0, 210), (40, 34, 40), p.palette.grade("#a87c4c"))
    p.box((-84, -34, 214), (32, 26, 32), p.palette.grade("#b88a58"))
    with p.standing(58, 240) as canvas:
        bag = skia.Path()
        bag.moveTo(-22, 0)
        bag.cubicTo(-30, -30, -8, -34, -2, -44)
        bag.cubicTo(4, -32, 28, -28, 22, 0)
        bag.close()
        canvas.drawPath(bag, paint(p.palette.grade("#22242c")))
        canvas.drawPath(bag, pen(p.palette.ink, 2.4))


def _sign(p: Painter) -> None:
    color = p.palette.glow("#ff3d7a") if p.palette.hour.lamps else p.palette.grade("#ff3d7a", 0.7)
    with p.facing(270) as canvas:
        box = skia.Rect.MakeLTRB(-114, -270, -64, -170)
        canvas.drawRect(box, paint(p.palette.ink))
        canvas.drawRect(box.makeInset(5, 5), pen(color, 4))
        glass = skia.Path()
        glass.addPoly([skia.Point(-103, -246), skia.Point(-75, -246), skia.Point(-89, -226)], True)
        glass.moveTo(-89, -226)
        glass.lineTo(-89, -204)
        glass.moveTo(-98, -203)
        glass.lineTo(-80, -203)
        canvas.drawPath(glass, pen(color, 4))
    if p.palette.hour.lamps:
        p.halo((-89, -220, 270), 110, color, 0.5)


def _pipe(p: Painter) -> None:
    iron = p.palette.grade("#2c3038")
    with p.standing(-66, -60) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-12, -330, 6, 20), paint(iron))
        canvas.drawLine(2, -330, 2, 20, pen(mix(iron, p.palette.tone(0.9), 0.3), 2))
        for y in (-240, -100):
            canvas.drawRect(skia.Rect.MakeXYWH(-16, y, 26, 12), paint(p.palette.ink))
        canvas.drawLine(6, -330, 6, 20, pen(p.palette.ink, 3))
