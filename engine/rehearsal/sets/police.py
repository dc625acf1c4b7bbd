"""At the police: an interrogation room with its glass, or the office with its board and files."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, polygon
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import clock, cup, papers, screen
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import chair, cupboard, desk, glass_front, table
from engine.rehearsal.sets.glow import fade, lamplight, pool
from engine.rehearsal.sets.ink import block, boxes, disc, strokes
from engine.rehearsal.sets.lamps import tubes
from engine.rehearsal.sets.openings import sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

CELL = Room(half=136, back=380, height=270)
OFFICE = Room(half=160, back=560, height=280)
ASKED = ("interrogation", "questioning", "interview", "审讯", "讯问", "问话", "interrogatorio")


def build(p: Painter) -> None:
    if any(word in p.dressing.place.lower() for word in ASKED):
        _interrogation(p)
    else:
        _station(p)


def _interrogation(p: Painter) -> None:
    m, wall = turned(p), p.random.choice(("#7a8288", "#86897c", "#8a7c74"))
    with p.sheet(300, opaque=True):
        shell(p, CELL, "#6a6c6e", wall, wall, "#4a4d50")
        lay(p, CELL, "concrete", "#6a6c6e")
        cover(p, CELL, "concrete", wall)
        with p.facing(CELL.back - 2) as canvas:
            left, right = span(m, -104, 60)
            block(p, canvas, (left - 6, -214, right + 6, -98), "#2c3036", 2.4)
            dark = mix(p.palette.grade("#26343c"), p.palette.ink, 0.3)
            block(p, canvas, (left, -208, right, -104), dark, 0)
            glass_front(canvas, (left, -208, right, -104), dark)
            shape = skia.Path()  # whoever stands behind the glass
            middle = (left + right) / 2 + m * 34
            shape.addCircle(middle, -168, 13)
            shape.addOval(skia.Rect.MakeLTRB(middle - 30, -154, middle + 30, -60))
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(left, -208, right, -104))
            canvas.drawPath(shape, paint(p.palette.ink, 0.34))
            canvas.restore()
            clock(p, canvas, m * 96, -214, 15)
            block(p, canvas, (m * 96 - 26, -180, m * 96 + 26, 0), "#4a5660", 2.2)
        finish(p, CELL)
        with p.facing(CELL.back - 3) as canvas:
            area = skia.Rect.MakeLTRB(-136, -270, 136, 0)
            canvas.drawRect(area, fade((0, 0), (0, -150), p.palette.shadow, 0.3))
    with p.sheet(230):
        _asked(p, m)
    foreground.frame(p, "seat")


def _asked(p: Painter, m: int) -> None:
    """The table under its lamp: papers, a cup, the recorder that runs."""
    glow = p.palette.glow("#e8f0d8")
    p.line((0, -270, 210), (0, -232, 210), 1.2)
    with p.standing(0, 210, -232) as canvas:
        cone = polygon(((-30, 20), (30, 20), (120, 240), (-120, 240)))
        canvas.drawPath(cone, fade((0, 20), (0, 230), glow, 0.3, 0.03, skia.BlendMode.kScreen))
        block(p, canvas, (-34, 0, 34, 20), "#2a2d32", 2, 8)
        block(p, canvas, (-28, 17, 28, 24), glow, 1, 3)
    lamplight(p, (0, -206, 210), 120, glow, 0.5)
    pool(p, 0, 210, 170, glow, 0.4)
    chair(p, -m * 50, 290, "#3a3f46")
    table(p, 0, 220, (150, 74, 70), "#5a6068")
    papers(p, -20, -79.5, 214)
    cup(p, 42, -79, 206, "#e8e4dc")
    with p.standing(14, 216, -79) as canvas:  # the recorder
        block(p, canvas, (-12, -7, 12, 0), "#1d2024", 1)
        disc(p, canvas, (8, -4), 2, p.palette.glow("#ff4a3a"), 0)


def _station(p: Painter) -> None:
    m, wall = turned(p), p.random.choice(("#b8c0c4", "#c4bca8", "#a8b4b8"))
    with p.sheet(440, opaque=True):
        shell(p, OFFICE, "#8a8c88", wall, wall, "#d8dad6")
        lay(p, OFFICE, "tiles", "#8a8c88")
        cover(p, OFFICE, "plain", wall)
        band = p.palette.grade("#3a5a86")
        with p.facing(OFFICE.back - 2) as canvas:
            boxes(canvas, [(-160, -98, 160, -84)], band)
            left, right = span(m, -146, -12)
            _board(p, canvas, (left, -222, right, -118))
            sign = span(m, 8, 116)
            signs.board(
                p,
                canvas,
                (sign[0], -262, sign[1], -230),
                signs.spelled(p, "police"),
                ("#2a4a8a", "#f4f6ff"),
            )
        window(
            p,
            None,
            OFFICE,
            (*span(m, 30, 126)[:1], -216, span(m, 30, 126)[1], -108),
            (3, 1),
            view="house",
        )
        finish(p, OFFICE, polished=0.24)
        sun_patch(p, span(m, 30, 126)[0], 520, 96, 250, -50 * m)
        tubes(p, OFFICE)
        for row in range(3):
            cupboard(p, m * 144, 520 - row * 62, (34, 132, 56), "#8a949c", 1)
    with p.sheet(260):
        for x, z in ((-m * 96, 400), (m * 84, 330), (-m * 116, 230)):
            chair(p, x, z + 44, "#3a3f46")
            desk(p, x, z, "#8a6a4a", 116)
            with p.standing(x + 20, z + 12, -76) as canvas:
                screen(p, canvas, (-24, -38, 24, -6))
            papers(p, x - 26, -76.5, z - 6)
            cup(p, x - 46, -76, z)
    foreground.frame(p, p.random.choice(("books", "seat")))


def _board(p: Painter, canvas: skia.Canvas, box: tuple[float, float, float, float]) -> None:
    """The case on the wall: faces, a map, and red thread between them."""
    left, top, right, bottom = box
    signs.notices(p, canvas, box, "wanted")
    pins = []
    for at in range(6):
        x = left + (right - left) * (0.1 + 0.16 * at)
        y = top + (bottom - top) * (0.2 + 0.5 * p.random.random())
        block(p, canvas, (x - 8, y, x + 8, y + 20), "#e8e4d8", 0.9)
        disc(p, canvas, (x, y + 8), 4, "#8a7a6c", 0)
        pins.append((x, y + 1))
    lines = [(*a, *b) for a, b in zip(pins, [*pins[2:], *pins[:2]], strict=True)]
    strokes(canvas, lines, p.palette.grade("#d02f2a", 0.9), 1.4)
