"""Open places that a place's words ask for, when no set of their own is named."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.distance import far_town, hills, tree
from engine.rehearsal.sets.sky import ground, haze, sky


def grass(p: Painter) -> None:
    dark = p.palette.grade("#4a6a36")
    with p.standing(0, -70) as canvas:
        for _ in range(70):
            x = p.random.choice((-1, 1)) * p.random.uniform(30, 110)
            lean = p.random.uniform(-12, 12)
            blade = skia.Path()
            blade.moveTo(x - 3, 20)
            blade.quadTo(x, -12, x + lean, -p.random.uniform(24, 58))
            blade.quadTo(x + 3, -10, x + 4, 20)
            canvas.drawPath(blade, paint(dark))
            canvas.drawPath(blade, pen(p.palette.ink, 0.8))


def desert(p: Painter) -> None:
    sky(p)
    hills(p, 5200, 800, "#b07a5a", 0.6)
    hills(p, 2600, 220, "#d8a868", 0.3)
    with p.sheet(700):
        ground(p, "#dcae6a")
        ridge = p.palette.grade("#b5824a")
        for z, lift in ((900, 30), (620, 20), (420, 12)):
            p.face(((-900, 0, z), (200, -lift, z), (900, 0, z + 60), (900, 0, z + 130)), ridge, 0.8)
    with p.sheet(230):
        with p.standing(-104, 340) as canvas:
            green = p.palette.grade("#5a7a4a")
            cactus = skia.Path()
            cactus.moveTo(0, 0)
            cactus.lineTo(0, -170)
            cactus.moveTo(0, -70)
            cactus.lineTo(40, -78)
            cactus.lineTo(42, -130)
            cactus.moveTo(0, -96)
            cactus.lineTo(-34, -104)
            cactus.lineTo(-36, -146)
            canvas.drawPath(cactus, pen(p.palette.ink, 30))
            canvas.drawPath(cactus, pen(green, 24))
        _stones(p)


def _stones(p: Painter) -> None:
    stone = p.palette.grade("#8d8478")
    for x, z, size in ((96, 280, 40), (126, 240, 26), (-120, 210, 24)):
        with p.standing(x, z) as canvas:
            rock = skia.Path()
            rock.addPoly(
                [
                    skia.Point(a * size, b * size)
                    for a, b in ((-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.6), (1, 0))
                ],
                True,
            )
            canvas.drawPath(rock, paint(stone))
            canvas.drawPath(rock, pen(p.palette.ink, 3))


def market(p: Painter) -> None:
    """Stalls with striped awnings on both sides, crates of fruit, lanterns across."""
    sky(p)
    far_town(p, 4200, 900)
    with p.sheet(520):
        ground(p, "#a8977c")
        for z in (900.0, 680.0, 470.0):
            for side in (-1, 1):
                _stall(p, side * 130, z)
    with p.sheet(250):
        for side in (-1, 1):
            _stall(p, side * 136, 260)
        with p.facing(300) as canvas:
            rope = skia.Path()
            rope.moveTo(-200, -300)
            rope.quadTo(0, -236, 200, -300)
            canvas.drawPath(rope, pen(p.palette.ink, 2.4))
            for x, y in ((-110, -276), (-40, -264), (40, -264), (110, -276)):
                glow = (
                    p.palette.glow("#ff5a3a")
                    if p.palette.hour.lamps
                    else p.palette.grade("#c8382c", 0.8)
                )
                canvas.drawOval(skia.Rect.MakeXYWH(x - 15, y, 30, 26), paint(glow))
                canvas.drawOval(skia.Rect.MakeXYWH(x - 15, y, 30, 26), pen(p.palette.ink, 2))
    with p.sheet(-70):
        p.box((66, 0, -60), (40, 60, 30), p.palette.grade("#a87c4c"))


def _stall(p: Painter, x: float, z: float) -> None:
    wood = p.palette.grade("#8a6038")
    for dx in (-46, 46):
        p.line((x + dx, 0, z - 40), (x + dx, -190, z - 40), 1.8)
    p.box((x, 0, z), (100, 70, 90), wood)
    colors = ("#c8443c", "#e0a03c", "#5a8a4a", "#d8d048", "#b0508a")
    for dx in (-34, -12, 12, 34):
        with p.standing(x + dx, z - 30, -70) as canvas:
            fruit = paint(p.palette.grade(p.random.choice(colors), 0.8))
            for a, b in ((-6, -5), (6, -5), (0, -14)):
                canvas.drawCircle(a, b, 7, fruit)
                canvas.drawCircle(a, b, 7, pen(p.palette.ink, 1.4))
    cloth = p.palette.grade(p.random.choice(("#c8443c", "#3f7a8c", "#d89a3c")), 0.8)
    for stripe in range(6):
        left = x - 60 + stripe * 20
        color = cloth if stripe % 2 else p.palette.grade("#f4ead6")
        p.face(
            (
                (left, -190, z + 40),
                (left + 20, -190, z + 40),
                (left + 20, -160, z - 70),
                (left, -160, z - 70),
            ),
            color,
            0.7,
        )


def field(p: Painter) -> None:
    """Furrows that meet at the horizon, a farmhouse, a fence."""
    sky(p)
    hills(p, 5200, 700, "#6a8a6a", 0.65)
    with p.sheet(900):
        ground(p, "#a8a04c")
        for x in range(-2400, 2401, 90):
            p.line((x, 0, -600), (x * 0.9, 0, 5000), 0.8, p.palette.grade("#6f7a34"))
        p.box((-210, 0, 1000), (200, 120, 160), haze(p, p.palette.grade("#c87a5c"), 0.2))
        with p.facing(918) as canvas:
            roof = skia.Path()
            roof.addPoly(
                [skia.Point(-330, -118), skia.Point(-210, -210), skia.Point(-90, -118)], True
            )
            canvas.drawPath(roof, paint(haze(p, p.palette.grade("#6b4a40"), 0.2)))
            canvas.drawPath(roof, pen(p.palette.ink, 4))
    with p.sheet(250):
        _fence(p, 330)
        tree(p, 122, 380, 400, "#6f9a3c")
    with p.sheet(-70):
        grass(p)


def garden(p: Painter) -> None:
    """Lawns, round trees, a path, a bench and a lamp."""
    sky(p)
    far_town(p, 5200, 900)
    with p.sheet(900):
        ground(p, "#7f9a52")
        p.face(
            ((-46, 0, -900), (60, 0, -900), (30, 0, 2200), (0, 0, 2200)),
            p.palette.grade("#d8c8a4"),
            0.8,
        )
        for z in (1400, 1050, 760):
            for x in (-210, 220):
                tree(p, x + p.random.uniform(-30, 30), z, 400, "#5f9048", z / 3000)
    with p.sheet(250):
        tree(p, -128, 400, 420, "#6a9a44")
        wood = p.palette.grade("#8a5a38")
        for y, z in ((-42, 300), (-64, 316), (-80, 316)):
            p.box((96, y, z), (100, 7, 22 if y == -42 else 5), wood)
        for x in (54, 138):
            p.box((x, 0, 306), (7, 44, 26), p.palette.grade("#3a3f46"))
    with p.sheet(-70):
        grass(p)


def road(p: Painter) -> None:
    """A road to the horizon, a barrier, poles with wires."""
    sky(p)
    hills(p, 5200, 800, "#6a7f78", 0.65)
    with p.sheet(900):
        ground(p, "#8a8f5c")
        p.face(
            ((-170, 0, -900), (170, 0, -900), (170, 0, 9000), (-170, 0, 9000)),
            p.palette.grade("#5f636b"),
        )
        with p.flat() as canvas:
            for z in range(-300, 5000, 240):
                canvas.drawRect(
                    skia.Rect.MakeXYWH(-6, z, 12, 120), paint(p.palette.grade("#f2ead2"))
                )
        for z in (2400, 1700, 1150, 760, 480):
            p.line((-230, 0, z), (-230, -430, z), 2.4)
            p.line((-270, -400, z), (-190, -400, z), 1.8)
    with p.sheet(260):
        for x in (-118, 118):
            p.box((x, -36, 330), (10, 30, 700), p.palette.grade("#c8ccd0"))
    with p.sheet(-70):
        grass(p)


def camp(p: Painter) -> None:
    """Tents with flags on a trampled field, a fire between them."""
    sky(p)
    hills(p, 4600, 900, "#7a7a6a", 0.65)
    with p.sheet(700):
        ground(p, "#a08a5c")
        for x, z in ((-280, 1000), (260, 1050), (-150, 640), (170, 600)):
            with p.standing(x, z) as canvas:
                cloth = haze(p, p.palette.grade("#d8c8a0"), z / 3000)
                tent = skia.Path()
                tent.addPoly([skia.Point(-120, 0), skia.Point(0, -190), skia.Point(120, 0)], True)
                canvas.drawPath(tent, paint(cloth))
                flap = skia.Path()
                flap.addPoly([skia.Point(-30, 0), skia.Point(0, -150), skia.Point(30, 0)], True)
                canvas.drawPath(flap, paint(mix(cloth, p.palette.ink, 0.6)))
                canvas.drawPath(tent, pen(p.palette.ink, 4))
                canvas.drawLine(0, -190, 0, -250, pen(p.palette.ink, 4))
                flag = skia.Path()
                flag.addPoly([skia.Point(0, -250), skia.Point(54, -232), skia.Point(0, -216)], True)
                canvas.drawPath(flag, paint(p.palette.grade("#b8362c", 0.8)))
    with p.sheet(230):
        _stones(p)
        p.halo((0, -20, 420), 120, p.palette.glow("#ff9a3c"), 0.5)


def cave(p: Painter) -> None:
    """Rock all round, teeth above and below, light from the mouth."""
    rock = p.palette.grade("#6a5f5a")
    with p.sheet(900, opaque=True):
        p.canvas.drawRect(p.bounds, paint(mix(rock, p.palette.ink, 0.5)))
        with p.facing(900) as canvas:
            for size, amount in ((300, 0.25), (220, 0.5), (150, 0.0)):
                color = (
                    p.palette.sky(0.1)
                    if amount == 0.0
                    else mix(rock, p.palette.sky(0.1), amount * 0.5)
                )
                canvas.drawOval(
                    skia.Rect.MakeLTRB(-size, -size * 1.3 - 60, size, size * 0.6 - 60), paint(color)
                )
    with p.sheet(500):
        p.face(
            ((-900, 0, -900), (900, 0, -900), (900, 0, 900), (-900, 0, 900)),
            mix(rock, p.palette.ink, 0.25),
        )
        with p.facing(520) as canvas:
            for x in range(-330, 331, 60):
                for base, sign in ((-420, 1), (10, -1)):
                    if abs(x) < 90:
                        continue
                    long = p.random.uniform(80, 210) * sign
                    tooth = skia.Path()
                    tooth.addPoly(
                        [
                            skia.Point(x - 34, base),
                            skia.Point(x + 34, base),
                            skia.Point(x, base + long),
                        ],
                        True,
                    )
                    canvas.drawPath(tooth, paint(rock))
                    canvas.drawPath(tooth, pen(p.palette.ink, 4))
            canvas.drawRect(skia.Rect.MakeLTRB(-900, -1200, 900, -418), paint(rock))
    with p.sheet(240):
        _stones(p)


def _fence(p: Painter, z: float) -> None:
    wood = p.palette.grade("#8a6a48")
    for x in range(-300, 301, 60):
        p.box((x, 0, z), (9, 80, 8), wood)
    for y in (-34, -64):
        p.box((0, y, z), (640, 8, 5), wood)
