"""An open-plan office: rows of desks with screens, panels of light, a glass room behind."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.room import Room, cast_shadow, door, glazing, pane, plant, shell, window

ROOM = Room(half=150, back=620, height=265)


def build(p: Painter) -> None:
    with p.sheet(430, opaque=True):
        shell(p, ROOM, "#8b94a0", "#c3cdd2", "#dcd8cc", "#eceeee")
        for z in (60, 250, 440):
            window(p, ROOM.half - 1, ROOM, (z, -225, z + 150, -85), (3, 1), "#f0f0ee")
        _glass_room(p)
        _ceiling(p)
        door(p, 70, ROOM.back - 3, "#7a5a44", 60, 200)
        for z in (470, 330):
            _desk(p, -92, z, 1)
            _desk(p, 92, z, -1)
        cast_shadow(p, ROOM)
    with p.sheet(165):
        _desk(p, -98, 170, 1)
        _desk(p, 100, 165, -1)
        plant(p, -118, 255, 130)
    with p.sheet(-85):
        _near_screen(p)


def _glass_room(p: Painter) -> None:
    with p.facing(ROOM.back - 2) as canvas:
        rect = skia.Rect.MakeLTRB(-140, -215, 50, -4)
        pane(p, canvas, rect)
        canvas.drawRect(rect, paint(p.palette.grade("#dff0f2"), 0.35))
        for slat in range(11):
            y = -212 + slat * 9
            canvas.drawLine(-138, y, 48, y, pen(p.palette.grade("#f4f4f0"), 4))
        glazing(p, canvas, rect, 3, 1, p.palette.grade("#3c444e"))


def _ceiling(p: Painter) -> None:
    if p.lens.y < -ROOM.height:
        return
    tube = p.palette.glow("#f8fff6")
    with p.flat(-ROOM.height + 1) as canvas:
        seam = pen(mix(p.palette.ink, p.palette.tone(0.9), 0.7), 1.5)
        for x in range(-150, 151, 60):
            canvas.drawLine(x, -600, x, 620, seam)
        for z in range(-420, 620, 60):
            canvas.drawLine(-150, z, 150, z, seam)
        for z in range(-360, 600, 180):
            for x in (-90, 30):
                box = skia.Rect.MakeXYWH(x, z, 60, 60)
                canvas.drawRect(box, paint(tube))
                canvas.drawRect(box, pen(p.palette.ink, 2))


def _desk(p: Painter, x: float, z: float, toward: int) -> None:
    top, leg = p.palette.grade("#d9c3a0"), p.palette.grade("#555c66")
    p.box((x, 0, z), (6, 70, 60), leg)
    p.box((x, -70, z), (78, 5, 90), top)
    p.box((x - toward * 10, -75, z + 6), (8, 8, 16), leg)
    with p.facing(z) as canvas:
        screen = skia.Rect.MakeXYWH(x - toward * 10 - 26, -124, 52, 38)
        canvas.drawRect(screen.makeOutset(3, 3), paint(p.palette.ink))
        canvas.drawRect(screen, paint(p.palette.glow("#bfe6f2")))
        line = pen(p.palette.grade("#3a6a86", 0.8), 3)
        for row in range(4):
            canvas.drawLine(
                screen.left() + 5,
                screen.top() + 8 + row * 7,
                screen.left() + p.random.uniform(20, 46),
                screen.top() + 8 + row * 7,
                line,
            )
        paper = skia.Rect.MakeXYWH(x + toward * 18 - 8, -84, 20, 10)
        canvas.drawRect(paper, paint(p.palette.grade("#f8f4ea")))
        canvas.drawRect(paper, pen(p.palette.ink, 1.2))


def _near_screen(p: Painter) -> None:
    """The dark back of a screen at the foot of the frame."""
    dark = p.palette.grade("#23272e")
    with p.standing(-60, -85) as canvas:
        box = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-34, -112, 34, -68), 4, 4)
        canvas.drawRRect(box, paint(dark))
        canvas.drawRRect(box, pen(p.palette.ink, 3))
        canvas.drawLine(0, -68, 0, -52, pen(p.palette.ink, 9))
        canvas.drawLine(-60, -50, 60, -50, pen(p.palette.grade("#d9c3a0"), 6))
