"""A back alley: brick walls close in, iron stairs, pipes, neon, bins, steam, wires overhead."""

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.distance import far_town
from engine.rehearsal.sets.glow import bloom, fade, mirrored, pool
from engine.rehearsal.sets.ink import Stroke, block, boxes, darker, disc, lighter, poly, strokes
from engine.rehearsal.sets.room import turned
from engine.rehearsal.sets.sky import haze, is_wet, puddles, sky, snowed

HALF, BACK = 122.0, 1150.0
NEON = ("#ff3d7a", "#3dd8ff", "#ffb03e", "#7dff8a")


def build(p: Painter) -> None:
    m, color = turned(p), p.random.choice(NEON)
    left, right = p.random.choice(
        (("#8a4f40", "#6d5a58"), ("#5f6670", "#7a5a4a"), ("#7a6a5a", "#4f5a66"))
    )
    sky(p)
    far_town(p, 3200, 1400)
    with p.sheet(560):
        _ground(p)
        _wall(p, -m * HALF, left, stairs=True)
        _wall(p, m * HALF, right, stairs=False)
        _end(p)
        _wires(p)
        _steam(p, -m)  # before walls: alone in the air, its edge would be rimmed by the lamps
    with p.sheet(260):
        _bins(p, m)
        _sign(p, m, color)
    foreground.frame(p, p.random.choice(("post", "rail")))


def _ground(p: Painter) -> None:
    stone, near = snowed(p, p.palette.grade("#5f5f66")), p.lens.z + 60
    p.face(((-HALF, 0, -900), (HALF, 0, -900), (HALF, 0, BACK), (-HALF, 0, BACK)), stone, 0)
    with p.flat() as canvas:
        lines = [(-HALF, float(row), HALF, float(row)) for row in range(-300, 1150, 44)]
        for row in range(-300, 1150, 44):
            shift = 23 if (row // 44) % 2 else 0
            lines += [
                (float(x + shift), float(row), float(x + shift), row + 44.0)
                for x in range(-115, 100, 46)
            ]
        strokes(canvas, lines, darker(p, stone, 0.3), 1.5)
        whole = skia.Rect.MakeLTRB(-HALF, near, HALF, BACK)
        canvas.drawRect(whole, fade((0, near), (0, near + 500), p.palette.shadow, 0.5))
        for x in (-HALF, HALF):
            edge = skia.Rect.MakeLTRB(min(x, x * 0.55), near, max(x, x * 0.55), BACK)
            canvas.drawRect(edge, fade((x, 0), (x * 0.55, 0), p.palette.shadow, 0.5))
        disc(p, canvas, (20, 190), 26, darker(p, stone, 0.4), 2.6)
    puddles(p, 90, -160, 800, 9 if is_wet(p) else 3)


def _wall(p: Painter, x: float, color: str, *, stairs: bool) -> None:
    base = p.palette.grade(color)
    base = mix(base, p.palette.shadow, 0.26) if x > 0 else base
    near = p.lens.z + 60
    p.face(((x, 0, -900), (x, -950, -900), (x, -950, BACK), (x, 0, BACK)), base, 1)
    with p.side(x) as canvas:
        lines = [(near, -row * 15.0, BACK, -row * 15.0) for row in range(40)]
        tones = []
        for row in range(30):
            y = -row * 15.0
            for brick in range(-6, 26):
                z = brick * 44 + (row % 2) * 22.0
                lines.append((z, y, z, y - 15))
                if p.random.random() < 0.1:
                    tones.append((z, y - 15, z + 44, y))
        boxes(canvas, tones, darker(p, base, 0.18))
        strokes(canvas, lines, darker(p, base, 0.34), 1.3)
        for z in (60, 300, 540, 800):
            for y in (-330, -540):
                _window(p, canvas, z, y, base)
        if stairs:
            _stairs(p, canvas)
        else:
            _back_door(p, canvas, base)
        whole = skia.Rect.MakeLTRB(near, -950, BACK, 0)
        canvas.drawRect(whole, fade((near, 0), (BACK * 0.7, 0), p.palette.shadow, 0.62))
        canvas.drawRect(whole, fade((0, 0), (0, -90), p.palette.shadow, 0.4))


def _window(p: Painter, canvas: skia.Canvas, z: float, y: float, wall: Color) -> None:
    lit = p.random.random() < 0.5 and p.palette.hour.lamps
    glass = p.palette.glow("#ffc878") if lit else mix(wall, p.palette.ink, 0.55)
    if lit:
        middle = (z + 37, y + 52)
        canvas.drawCircle(*middle, 150, bloom(middle, 150, glass, 0.4))
    block(p, canvas, (z - 5, y - 5, z + 79, y + 112), darker(p, wall, 0.2), 1.6)
    block(p, canvas, (z, y, z + 74, y + 104), glass, 2.4)
    if lit:
        boxes(canvas, [(z + 4, y + 4, z + 20, y + 100)], p.palette.grade("#a8503c"), 0.6)
    strokes(canvas, [(z + 37, y, z + 37, y + 104), (z, y + 52, z + 74, y + 52)], p.palette.ink, 3)
    block(p, canvas, (z - 8, y + 106, z + 82, y + 114), snowed(p, lighter(p, wall, 0.2)), 1.6)


def _back_door(p: Painter, canvas: skia.Canvas, wall: Color) -> None:
    """A kitchen's back door with a caged lamp, pipes and a meter beside it, posters peeling."""
    block(p, canvas, (322, -200, 422, 0), darker(p, wall, 0.3), 2)
    block(p, canvas, (330, -190, 414, 0), "#3f5a5c", 3)
    disc(p, canvas, (398, -92), 5, "#d0b060", 1.4)
    block(
        p,
        canvas,
        (358, -232, 386, -212),
        p.palette.glow("#ffd08a") if p.palette.hour.lamps else "#8a8478",
        2,
    )
    if p.palette.hour.lamps:
        canvas.drawCircle(372, -215, 210, bloom((372, -215), 210, p.palette.glow("#ffb868"), 0.75))
    for z in (460, 482):
        strokes(canvas, [(z, -700, z, 0)], p.palette.ink, 12)
        strokes(canvas, [(z - 1, -700, z - 1, 0)], p.palette.grade("#7a8288"), 7)
    block(p, canvas, (505, -150, 560, -84), "#8a929a", 2)
    for at, key in enumerate(("poster", "wanted", "poster")):
        signs.poster(
            p,
            canvas,
            (150 + at * 52, -178 + at % 2 * 14, 194 + at * 52, -112 + at % 2 * 14),
            key,
            p.random.choice(("#e8e0cc", "#d8c070", "#c8d8d8")),
            "#7a3028",
        )


def _stairs(p: Painter, canvas: skia.Canvas) -> None:
    """Iron fire stairs zigzag up the wall."""
    steps: list[Stroke] = []
    for floor in range(3):
        y = -215.0 - floor * 190
        strokes(canvas, [(180, y, 520, y)], p.palette.ink, 8)
        rails = [(180.0, y - 46, 520.0, y - 46)]
        rails += [(float(z), y, float(z), y - 46) for z in range(180, 521, 34)]
        strokes(canvas, rails, p.palette.ink, 2.6)
        start, end = (240.0, 460.0) if floor % 2 else (460.0, 240.0)
        steps += [(start, y, end, y - 190), (start + 26, y, end + 26, y - 190)]
        steps += [
            (
                start + (end - start) * k / 9,
                y - 190 * k / 9,
                start + 26 + (end - start) * k / 9,
                y - 190 * k / 9,
            )
            for k in range(10)
        ]
    strokes(canvas, steps, p.palette.ink, 4)


def _end(p: Painter) -> None:
    """The street at the end, bright: it draws the eye down the alley."""
    wall = haze(p, p.palette.grade("#7d6a60"), 0.3)
    p.face(((-HALF, 0, BACK), (36, 0, BACK), (36, -460, BACK), (-HALF, -460, BACK)), wall)
    with p.facing(BACK - 2) as canvas:
        rows = [
            (-96.0 + column * 42, -400.0 + row * 90, -68.0 + column * 42, -352.0 + row * 90)
            for row in range(3)
            for column in range(3)
        ]
        lit = [box for box in rows if p.random.random() < 0.5]
        boxes(canvas, rows, mix(wall, p.palette.ink, 0.5))
        if p.palette.hour.lamps:
            boxes(canvas, lit, p.palette.glow("#ffd488"))
    light = p.palette.glow("#ffd094") if p.palette.hour.lamps else p.palette.sky(0)
    p.halo((80, -110, BACK), 260, light, 0.75)
    mirrored(p, 74, 80, BACK, light, 0.6 if is_wet(p) else 0.3, 620)


def _wires(p: Painter) -> None:
    for y, z in ((-330, 160), (-390, 300), (-350, 480), (-420, 700)):
        ends = p.lens.polygon(((-HALF, y, z), (HALF, y - 20, z), (HALF, y - 20, z + 1)))
        if len(ends) > 1:
            (ax, ay), (bx, by) = ends[:2]
            wire = skia.Path()
            wire.moveTo(ax, ay)
            wire.quadTo((ax + bx) / 2, max(ay, by) + 30 * p.unit, bx, by)
            p.canvas.drawPath(wire, pen(p.palette.ink, 2.2 * p.unit))
    with p.facing(300) as canvas:
        for x, color in ((-62, "#e8e0cc"), (-20, "#c0504a"), (26, "#5a7f9c"), (58, "#d8c890")):
            poly(p, canvas, ((x, -376), (x + 28, -376), (x + 30, -330), (x - 1, -328)), color, 1.8)


def _bins(p: Painter, m: int) -> None:
    p.box((m * 88, 0, 300), (54, 84, 100), p.palette.grade("#3f6a52"))
    p.box((m * 88, -84, 300), (60, 8, 106), snowed(p, p.palette.grade("#2c4a3c")))
    for x, z, size in ((m * 74, 226, 20), (m * 98, 214, 16)):
        with p.standing(x, z) as canvas:
            poly(
                p,
                canvas,
                (
                    (-size, 0),
                    (-size * 0.8, -size * 1.2),
                    (-3, -size * 1.5),
                    (3, -size * 1.5),
                    (size * 0.8, -size),
                    (size, 0),
                ),
                "#22262c",
                1.8,
            )
    for x, y in ((-m * 92, 0.0), (-m * 96, -34.0)):
        p.box((x, y, 230), (40, 34, 40), p.palette.grade("#a87c4c"))
    with p.standing(-m * 70, 200) as canvas:  # a cat
        shape = skia.Path()
        shape.addOval(skia.Rect.MakeLTRB(-9, -18, 9, 0))
        shape.addCircle(0, -22, 6.5)
        shape.addPoly([skia.Point(-6, -25), skia.Point(-5, -33), skia.Point(-1, -28)], True)
        shape.addPoly([skia.Point(6, -25), skia.Point(5, -33), skia.Point(1, -28)], True)
        canvas.drawPath(shape, paint(darker(p, "#2a2a30", 0.4)))
        canvas.drawPath(shape, pen(p.palette.ink, 1))


def _sign(p: Painter, m: int, color: str) -> None:
    """A neon that hangs out over the way and colours wall and ground."""
    words, left = signs.spelled(p, "bar"), -m * 94.0 - 26
    with p.facing(330) as canvas:
        block(p, canvas, (left, -330, left + 52, -212), "#1a1c22", 2.4, 4)
        signs.neon_letters(p, canvas, (left + 6, -324, left + 46, -218), words, color)
    if p.palette.hour.lamps:
        glow = p.palette.glow(color)
        pool(p, -m * 70, 300, 190, glow, 0.5)
        mirrored(p, -m * 60, 60, 320, glow, 0.7 if is_wet(p) else 0.3, 420)


def _steam(p: Painter, m: int) -> None:
    """From a grate, lit from behind."""
    light = mix(p.palette.sky(0.1), p.palette.tone(1.0), 0.4)
    with p.standing(m * 30, 380) as canvas:
        for k in range(7):
            y, r = -24.0 * k, 20 + 9.0 * k
            x = 10 * (k % 3 - 1) + 4.0 * k
            canvas.drawCircle(
                x, y, r, bloom((x, y), r, light, 0.22 - 0.02 * k, skia.BlendMode.kSrcOver)
            )
