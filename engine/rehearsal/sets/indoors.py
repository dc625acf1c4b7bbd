"""Rooms that a place's words ask for, when no set of their own is named."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.decor import frame_on_wall, plant, shelf
from engine.rehearsal.sets.lamps import pendant
from engine.rehearsal.sets.openings import door, pane, sun_patch, window
from engine.rehearsal.sets.room import Room, boards, finish, shell, skirting, tiles

ROOM = Room()
WALLS = (
    ("#c9b79c", "#b8a488"),
    ("#9fb3b0", "#8fa3a0"),
    ("#c7a79a", "#b5958a"),
    ("#a8aebf", "#989eb0"),
)


def room(p: Painter) -> None:
    """A room that could be anyone's: window, door, picture, lamp, a cupboard."""
    wall, side = p.random.choice(WALLS)
    with p.sheet(380, opaque=True):
        shell(p, ROOM, "#8f6a4a", wall, side, "#ebe4d6")
        boards(p, ROOM)
        skirting(p, ROOM, "#efe8d8")
        window(p, None, ROOM, (-100, -215, 0, -85))
        door(p, 34, ROOM.back - 3, "#7a5236", 72, 200)
        frame_on_wall(p, skia.Rect.MakeLTRB(-8, -200, 22, -158), "#5b4028", ROOM.back - 3)
        sun_patch(p, -90, 440, 90, 260, 40)
        pendant(p, 0, 250, 56, ROOM)
        finish(p, ROOM)
    with p.sheet(240):
        p.box((-96, 0, 330), (52, 92, 110), p.palette.grade("#6f4a30"))
        plant(p, 104, 300, 110)
    with p.sheet(-75):
        p.box((70, 0, -60), (46, 74, 30), p.palette.grade("#5a3d2a"))


def prison(p: Painter) -> None:
    """Stone, a barred window high up, a bunk, bars in front."""
    cell = Room(half=120, back=330, height=270)
    with p.sheet(280, opaque=True):
        shell(p, cell, "#6d6c6a", "#84827c", "#787670", "#5c5b58")
        seam = pen(mix(p.palette.grade("#84827c"), p.palette.ink, 0.4), 2)
        with p.facing(cell.back - 1) as canvas:
            for row in range(9):
                canvas.drawLine(-120, -row * 31, 120, -row * 31, seam)
                for stone in range(6):
                    x = -120 + stone * 46 + (row % 2) * 23
                    canvas.drawLine(x, -row * 31, x, -row * 31 - 31, seam)
            hole = skia.Rect.MakeLTRB(-36, -236, 44, -176)
            pane(p, canvas, hole, city=False)
            for x in range(-22, 44, 16):
                canvas.drawLine(x, -236, x, -176, pen(p.palette.ink, 6))
            canvas.drawRect(hole, pen(p.palette.ink, 7))
        p.beam(
            ((-36, -236, 328), (44, -236, 328), (60, 0, 80), (-60, 0, 60)), p.palette.sky(0.05), 0.2
        )
    with p.sheet(200):
        p.box((-88, -34, 200), (60, 8, 200), p.palette.grade("#6b5138"))
        p.box((-88, -42, 200), (56, 8, 196), p.palette.grade("#a39a86"))
    with p.sheet(-95), p.facing(-95) as canvas:
        for x in range(-260, 261, 40):
            canvas.drawLine(x + 20, -320, x + 20, 40, pen(p.palette.ink, 8))
            canvas.drawLine(x + 19, -320, x + 19, 40, pen(p.palette.grade("#5f666e"), 4))


def church(p: Painter) -> None:
    """A nave: pointed windows of coloured glass, rows of pews, an altar with its cross."""
    nave = Room(half=140, back=760, height=470)
    with p.sheet(600, opaque=True):
        shell(p, nave, "#8d8070", "#b9ad9a", "#a89c8a", "#7d7468")
        for x in (-139, 139):
            with p.side(x) as canvas:
                for z in range(-100, 740, 150):
                    _pointed(p, canvas, z, -330, 70, 220)
        with p.facing(nave.back - 2) as canvas:
            _pointed(p, canvas, -45, -430, 90, 250)
            gold = p.palette.grade("#d8a83f", 0.85)
            canvas.drawRect(skia.Rect.MakeLTRB(-4, -176, 4, -84), paint(gold))
            canvas.drawRect(skia.Rect.MakeLTRB(-24, -152, 24, -144), paint(gold))
        p.box((0, 0, 690), (130, 30, 110), p.palette.grade("#a89c8a"))
        p.box((0, -30, 700), (86, 50, 40), p.palette.grade("#e8dfcc"))
        with p.flat() as canvas:
            canvas.drawRect(
                skia.Rect.MakeLTRB(-26, -900, 26, 640), paint(p.palette.grade("#8a2f38", 0.8))
            )
    with p.sheet(300):
        for z in (560, 470, 380, 290, 200):
            for x in (-84, 84):
                p.box((x, 0, z), (96, 44, 34), p.palette.grade("#6b4428"))
                p.box((x, -44, z + 15), (96, 40, 7), p.palette.grade("#5a3820"))
    with p.sheet(-75):
        p.box((-66, 0, -60), (60, 70, 12), p.palette.grade("#4a2e1c"))


def _pointed(p: Painter, canvas: skia.Canvas, x: float, y: float, wide: float, high: float) -> None:
    arch = skia.Path()
    arch.moveTo(x, y + high)
    arch.lineTo(x, y + wide * 0.8)
    arch.quadTo(x + wide * 0.1, y + wide * 0.2, x + wide / 2, y)
    arch.quadTo(x + wide * 0.9, y + wide * 0.2, x + wide, y + wide * 0.8)
    arch.lineTo(x + wide, y + high)
    arch.close()
    canvas.save()
    canvas.clipPath(arch, True)
    shades = ("#d0483c", "#3c6fb0", "#e0b040", "#3f8a5c", "#8a4a9c")
    for row in range(8):
        for column in range(3):
            box = skia.Rect.MakeXYWH(x + column * wide / 3, y + row * high / 8, wide / 3, high / 8)
            canvas.drawRect(
                box,
                paint(
                    mix(p.palette.glow(shades[(row * 2 + column) % 5]), p.palette.sky(0.2), 0.35)
                ),
            )
            canvas.drawRect(box, pen(p.palette.ink, 2.5))
    canvas.restore()
    canvas.drawPath(arch, pen(p.palette.ink, 6))


def stage(p: Painter) -> None:
    """Red curtains, boards, three beams from above, footlights."""
    house = Room(half=170, back=360, height=420)
    red = "#9a2430"
    with p.sheet(300, opaque=True):
        shell(p, house, "#7a5236", "#3a1a24", "#2c1620", "#18121a")
        boards(p, house, 22)
        with p.facing(house.back - 2) as canvas:
            for fold in range(17):
                x = -170 + fold * 20
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x, -420, 20, 420), paint(p.palette.grade(red, 0.8))
                )
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x + 11, -420, 9, 420), paint(p.palette.grade("#5c121e", 0.8))
                )
            for swag in range(4):
                canvas.drawOval(
                    skia.Rect.MakeXYWH(-170 + swag * 85, -300, 85, 60),
                    paint(p.palette.grade("#b8303c", 0.8)),
                )
            canvas.drawRect(
                skia.Rect.MakeLTRB(-170, -420, 170, -268), paint(p.palette.grade("#b8303c", 0.8))
            )
            canvas.drawLine(-170, -268, 170, -268, pen(p.palette.grade("#d8a83f", 0.85), 6))
        glow = p.palette.glow("#fff0c0")
        for x in (-110, 0, 110):
            p.beam(
                (
                    (x - 8, -410, 140),
                    (x + 8, -410, 140),
                    (x * 0.3 + 62, 0, 120),
                    (x * 0.3 - 62, 0, 120),
                ),
                glow,
                0.2,
            )
        with p.flat() as canvas:
            canvas.drawOval(skia.Rect.MakeLTRB(-100, 20, 100, 210), paint(glow, 0.3))
    with p.sheet(-80):
        for x in (-60, -30, 30, 60):
            with p.standing(x, -80) as canvas:
                canvas.drawOval(skia.Rect.MakeLTRB(-9, -14, 9, 4), paint(glow))
                canvas.drawOval(skia.Rect.MakeLTRB(-9, -14, 9, 4), pen(p.palette.ink, 2.5))


def bathroom(p: Painter) -> None:
    with p.sheet(280, opaque=True):
        bath = Room(half=115, back=330, height=255)
        shell(p, bath, "#d8dcd8", "#a8cfd0", "#98bfc2", "#f0f0ec")
        tiles(p, bath, "#7fa6aa", 38)
        seam = pen(p.palette.grade("#e8f2f0"), 1.8)
        with p.facing(bath.back - 1) as canvas:
            for step in range(12):
                canvas.drawLine(-115 + step * 21, -255, -115 + step * 21, 0, seam)
                canvas.drawLine(-115, -step * 21, 115, -step * 21, seam)
            glass = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-40, -215, 40, -115), 14, 14)
            canvas.drawRRect(glass, paint(p.palette.glow("#d8ecf0")))
            canvas.drawLine(-24, -130, 16, -205, pen((255, 255, 255), 6, 0.6))
            canvas.drawRRect(glass, pen(p.palette.ink, 4))
            for x in (-62, 62):
                canvas.drawCircle(x, -196, 11, paint(p.palette.glow("#fff2d0")))
                canvas.drawCircle(x, -196, 11, pen(p.palette.ink, 2))
    with p.sheet(230):
        p.box((0, 0, 300), (20, 68, 20), p.palette.grade("#eef0ee"))
        p.box((0, -68, 296), (84, 16, 50), p.palette.grade("#f6f8f6"))
        p.box((-86, 0, 240), (56, 54, 150), p.palette.grade("#f2f4f2"))
        p.line((0, -84, 312), (0, -104, 312), 2.4)


def classroom(p: Painter) -> None:
    """A blackboard with writing, rows of desks, windows along one side."""
    school = Room(half=150, back=480, height=270)
    with p.sheet(400, opaque=True):
        shell(p, school, "#b08a5c", "#d6d0b8", "#c8c2a8", "#eeeade")
        boards(p, school, 26)
        for z in (40, 180, 320):
            window(p, -149, school, (z, -220, z + 110, -90), (2, 2), "#f4f0e4")
        with p.facing(school.back - 2) as canvas:
            board = skia.Rect.MakeLTRB(-104, -210, 104, -96)
            canvas.drawRect(board, paint(p.palette.grade("#2f5644")))
            chalk = pen(p.palette.grade("#eef0e6"), 3)
            for row in range(4):
                canvas.drawLine(
                    -84, -190 + row * 24, p.random.uniform(-20, 60), -190 + row * 24, chalk
                )
            canvas.drawRect(board, pen(p.palette.grade("#8a5f38"), 8))
            canvas.drawCircle(0, -240, 14, paint(p.palette.grade("#f4f2ea")))
            canvas.drawCircle(0, -240, 14, pen(p.palette.ink, 3))
            canvas.drawLine(0, -240, 0, -249, pen(p.palette.ink, 2))
            canvas.drawLine(0, -240, 7, -240, pen(p.palette.ink, 2))
        sun_patch(p, -140, 330, 90, 200, 80)
    with p.sheet(230):
        for z in (380, 270, 160):
            for x in (-92, 92):
                p.box((x, -62, z), (58, 6, 40), p.palette.grade("#c99a5c"))
                for leg in (-24, 24):
                    p.line((x + leg, 0, z), (x + leg, -62, z), 1.2)


def library(p: Painter) -> None:
    hall = Room(half=125, back=560, height=330)
    with p.sheet(440, opaque=True):
        shell(p, hall, "#7a5236", "#8a6a4a", "#6b4a30", "#4a3a30")
        boards(p, hall)
        shelf(p, -120, -30, hall.back - 3, 300, 8)
        shelf(p, 30, 120, hall.back - 3, 300, 8)
        window(p, None, hall, (-22, -290, 22, -60), (1, 4))
        spines = ("#a8443a", "#3f6a84", "#d3a44a", "#55784f", "#7a4a78", "#e4d7b8")
        for x in (-124, 124):
            with p.side(x) as canvas:
                for row in range(8):
                    canvas.drawLine(-400, -row * 40 - 4, 560, -row * 40 - 4, pen(p.palette.ink, 5))
                    for at in range(-100, 556, 16):
                        tall = p.random.uniform(20, 33)
                        book = skia.Rect.MakeXYWH(at, -row * 40 - 6 - tall, 14, tall)
                        canvas.drawRect(book, paint(p.palette.grade(p.random.choice(spines))))
        for z in (400, 220):
            pendant(p, 0, z, 90, hall, "#3f7a58")
    with p.sheet(210):
        p.box((72, -70, 260), (90, 8, 110), p.palette.grade("#6b4428"))
        p.box((60, -78, 250), (30, 12, 22), p.palette.grade("#a8443a"))


def bar(p: Painter) -> None:
    """Bottles on lit shelves, the counter, stools, coloured lamps."""
    pub = Room(half=130, back=430, height=260)
    with p.sheet(360, opaque=True):
        shell(p, pub, "#4a342c", "#5c2f34", "#4f3038", "#2a2026")
        boards(p, pub, 24)
        with p.facing(pub.back - 2) as canvas:
            for row in range(3):
                y = -120 - row * 48
                box = skia.Rect.MakeLTRB(-112, y - 40, 112, y + 4)
                canvas.drawRect(box, paint(p.palette.glow("#c9803c"), 0.85))
                for x in range(-104, 104, 15):
                    glass = p.palette.grade(
                        p.random.choice(("#2f6a4a", "#8a3a2c", "#d8b45c", "#3a4a7a")), 0.8
                    )
                    tall = p.random.uniform(22, 34)
                    canvas.drawRect(skia.Rect.MakeXYWH(x, y - tall + 4, 9, tall), paint(glass))
                    canvas.drawRect(skia.Rect.MakeXYWH(x + 2.5, y - tall - 6, 4, 10), paint(glass))
                canvas.drawLine(-114, y + 5, 114, y + 5, pen(p.palette.ink, 5))
        for x in (-70, 0, 70):
            pendant(p, x, 330, 66, pub, "#c8503c")
            p.halo((x, -150, 330), 50, p.palette.glow("#ffb060"), 0.5)
    with p.sheet(260):
        p.box((0, 0, 310), (250, 100, 46), p.palette.grade("#5a3826"))
        p.box((0, -100, 306), (260, 7, 60), p.palette.grade("#8a5a38"))
        for x in (-88, 88):
            p.line((x, 0, 240), (x, -66, 240), 2.0)
            p.box((x, -66, 240), (34, 8, 34), p.palette.grade("#8a2f38"))


def factory(p: Painter) -> None:
    """Girders, tanks and pipes, high windows, crates, hazard stripes."""
    works = Room(half=150, back=680, height=400)
    with p.sheet(520, opaque=True):
        shell(p, works, "#77787a", "#8a8f92", "#7a8084", "#4a5056")
        for z in (120, 330, 540):
            p.box((0, -360, z), (300, 24, 20), p.palette.grade("#a85a30"))
        with p.facing(works.back - 2) as canvas:
            pane(p, canvas, skia.Rect.MakeLTRB(-120, -360, 120, -250))
            for x in range(-120, 121, 30):
                canvas.drawLine(x, -360, x, -250, pen(p.palette.ink, 4))
            gate = skia.Rect.MakeLTRB(-70, -190, 70, 0)
            canvas.drawRect(gate, paint(p.palette.grade("#5f7a86")))
            for y in range(-180, 0, 16):
                canvas.drawLine(-70, y, 70, y, pen(p.palette.ink, 2))
            canvas.drawRect(gate, pen(p.palette.ink, 5))
        for y, color in ((-250, "#c8a03c"), (-222, "#8a4a3a")):
            p.line((-146, y, -500), (-146, y, 680), 7, p.palette.grade(color))
        with p.flat() as canvas:
            canvas.drawLine(-70, -900, -70, 680, pen(p.palette.grade("#e0b83c", 0.8), 8))
            canvas.drawLine(70, -900, 70, 680, pen(p.palette.grade("#e0b83c", 0.8), 8))
        for z in (460, 240):
            pendant(p, 0, z, 96, works, "#3f5a5c")
    with p.sheet(280):
        with p.standing(-104, 400) as canvas:
            tank = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-40, -230, 40, 0), 36, 30)
            canvas.drawRRect(tank, paint(p.palette.grade("#8fa0a6")))
            canvas.drawRect(skia.Rect.MakeLTRB(12, -206, 38, -20), paint(p.palette.shadow, 0.4))
            canvas.drawRRect(tank, pen(p.palette.ink, 4))
            canvas.drawCircle(-8, -130, 14, paint(p.palette.grade("#f0ece0")))
            canvas.drawCircle(-8, -130, 14, pen(p.palette.ink, 3))
        for x, y, z in ((100, 0, 330), (108, -62, 336), (92, 0, 220)):
            p.box((x, y, z), (62, 62, 62), p.palette.grade("#b08a54"))
