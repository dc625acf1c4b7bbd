"""Rooms that a place's words ask for, when no set of their own is named."""

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.decor import shelf
from engine.rehearsal.sets.lamps import pendant
from engine.rehearsal.sets.openings import window
from engine.rehearsal.sets.room import Room, boards, shell, tiles


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
