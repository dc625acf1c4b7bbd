"""Narrow rooms that move: lifts, carriages, cabins."""

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.openings import door, pane
from engine.rehearsal.sets.room import Room, shell


def carriage(p: Painter) -> None:
    """A railway carriage: windows on both sides, poles and straps, benches."""
    car = Room(half=112, back=780, height=240)
    with p.sheet(500, opaque=True):
        shell(p, car, "#7a7f86", "#c8ced0", "#d4d8d8", "#eceeec")
        for x in (-111.0, 111.0):
            with p.side(x) as canvas:
                for z in range(-220, 760, 150):
                    view = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(z, -190, 120, 86), 14, 14)
                    canvas.save()
                    canvas.clipRRect(view, True)
                    pane(p, canvas, skia.Rect.MakeXYWH(z, -190, 120, 86))
                    canvas.restore()
                    canvas.drawRRect(view, pen(p.palette.ink, 5))
                canvas.drawRect(
                    skia.Rect.MakeLTRB(-900, -60, 780, 0), paint(p.palette.grade("#c8503c"))
                )
        door(p, -36, car.back - 2, "#a8b0b4", 72, 200)
        with p.flat(-239) as canvas:
            canvas.drawRect(
                skia.Rect.MakeLTRB(-16, -600, 16, 780), paint(p.palette.glow("#fbfff4"))
            )
    with p.sheet(260):
        for x in (-92, 92):
            p.box((x, 0, 330), (40, 44, 400), p.palette.grade("#3f6a9a"))
        for z in (480, 320, 180):
            for x in (-52, 52):
                p.line((x, 0, z), (x, -240, z), 1.8, p.palette.grade("#e0b83c", 0.8))
                p.line((x * 0.7, -240, z), (x * 0.7, -206, z), 1.4)


def airplane(p: Painter) -> None:
    """A cabin: a curved ceiling, round windows, rows of seats, lockers."""
    cabin = Room(half=120, back=820, height=225)
    with p.sheet(500, opaque=True):
        shell(p, cabin, "#4a5a7a", "#d8dce0", "#e6e8e8", "#f2f2ee")
        for x in (-119.0, 119.0):
            with p.side(x) as canvas:
                for z in range(-200, 800, 62):
                    view = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(z, -140, 28, 42), 13, 13)
                    canvas.drawRRect(view, paint(p.palette.sky(0.4)))
                    canvas.drawRRect(view, pen(p.palette.ink, 4))
        for side in (-1, 1):
            p.box((side * 92, -168, 330), (56, 46, 1000), p.palette.grade("#eceae4"))
        with p.facing(cabin.back - 2) as canvas:
            canvas.drawRect(skia.Rect.MakeLTRB(-34, -190, 34, 0), paint(p.palette.grade("#3f5a86")))
            canvas.drawRect(skia.Rect.MakeLTRB(-34, -190, 34, 0), pen(p.palette.ink, 4))
    with p.sheet(280):
        for z in (520, 430, 340, 250, 170):
            for x in (-80, 80):
                p.box((x, -30, z), (70, 84, 16), p.palette.grade("#3a5f9a"))
                for dx in (-17, 17):
                    p.box((x + dx, -112, z), (26, 20, 14), p.palette.grade("#e8e4da"))
