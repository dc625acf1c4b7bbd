"""A gym: mirrors, a rack of weights, bags, a ring or mats, words on the wall that drive one on."""

import skia

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import clock, mirror
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import bench, grounded, lockers
from engine.rehearsal.sets.ink import block, boxes, darker, disc, oval, strokes
from engine.rehearsal.sets.lamps import tubes
from engine.rehearsal.sets.openings import sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=178, back=620, height=350)
# Floor colour, wall, covering, its accent.
STYLES = (
    ("#5a5f66", "#8a8f94", "concrete", "#e0563c"),
    ("#8a6a4c", "#a8584a", "brick", "#e0b03a"),
    ("#3f444c", "#5a646e", "metal", "#4ac0d8"),
)


def build(p: Painter) -> None:
    ground, wall, covering, accent = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(490, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#3a3e44")
        lay(p, ROOM, "concrete", ground)
        cover(p, ROOM, covering, wall)
        for z in (80, 290):
            window(p, m * (ROOM.half - 1), ROOM, (z, -320, z + 170, -210), (4, 1), "#3a3e44")
        with p.facing(ROOM.back - 2) as canvas:
            boxes(canvas, [(-178, -110, 178, -100)], p.palette.grade(accent))
            left, right = span(m, -150, 40)
            signs.letters(p, canvas, (left, -300, right, -232), signs.spelled(p, "gym"), accent)
            lockers(p, canvas, (*span(m, 62, 170)[:1], -190, span(m, 62, 170)[1], -4), "#6a7682", 5)
            clock(p, canvas, m * 116, -226, 17)
        with p.side(-m * (ROOM.half - 1)) as canvas:
            for z in (60, 250, 440):
                mirror(p, canvas, (z, -224, z + 168, -50), "#2a2e34", 2)
        finish(p, ROOM, polished=0.2)
        sun_patch(p, m * 96 - 60, 430, 120, 240, -80 * m)
        tubes(p, ROOM, 210)
    with p.sheet(320):
        _ring(p) if p.random.random() < 0.4 else _mats(p, accent)
        for x, z in ((-m * 120, 430), (-m * 96, 290)):
            _bag(p, x, z, accent)
        _weights(p, m * 140, 400)
        bench(p, m * 112, 270, 90, accent, back=False)
        with p.standing(m * 112, 262, -48) as canvas:
            block(p, canvas, (-26, -16, 10, 0), "#2f3a48", 1.4, 6)
            block(p, canvas, (18, -22, 27, 0), "#8ad0e8", 1.2, 3)
    foreground.frame(p, "rail")


def _ring(p: Painter) -> None:
    """Ropes between four posts in the middle of the room."""
    p.box((0, 0, 470), (270, 40, 200), p.palette.grade("#2f4a7a"))
    for x in (-130, 130):
        for z in (380, 560):
            p.box((x, -40, z), (10, 130, 10), p.palette.grade("#c03a34"))
    for y, color in ((-80, "#c03a34"), (-115, "#f0ece0"), (-150, "#2f5aa0")):
        for a, b in (
            ((-130, y, 560), (130, y, 560)),
            ((-130, y, 380), (-130, y, 560)),
            ((130, y, 380), (130, y, 560)),
        ):
            p.line(a, b, 2.6)
            p.line(a, b, 1.7, p.palette.grade(color))


def _mats(p: Painter, accent: str) -> None:
    with p.flat(-0.5) as canvas:
        for row in range(3):
            for column in range(2):
                color = accent if (row + column) % 2 else "#3a4a5c"
                a, z = -96 + column * 98, 150 + row * 110
                block(p, canvas, (a, z, a + 96, z + 108), color, 1.8)
    with p.standing(30, 330) as canvas:
        disc(p, canvas, (0, -26), 26, "#5a8ac0", 2)
        canvas.drawOval(
            skia.Rect.MakeLTRB(-17, -46, -4, -34),
            skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(110, 255, 255, 255)),
        )


def _bag(p: Painter, x: float, z: float, accent: str) -> None:
    """A heavy bag on its chain."""
    grounded(p, (x, z), (40, 40), 0.4)
    p.line((x, -350, z), (x, -226, z), 1.4)
    with p.standing(x, z) as canvas:
        strokes(canvas, [(0, -232, -14, -208), (0, -232, 14, -208)], p.palette.ink, 2)
        block(p, canvas, (-21, -208, 21, -62), "#2a2a30", 2.4, 9)
        block(p, canvas, (-21, -150, 21, -118), accent, 1.2)
        boxes(canvas, [(-15, -200, -9, -70)], p.palette.tone(0.9), 0.22)
        boxes(canvas, [(8, -204, 20, -66)], p.palette.shadow, 0.5)


def _weights(p: Painter, x: float, z: float) -> None:
    steel = darker(p, "#6a7078", 0.2)
    for dx in (-44, 44):
        p.box((x + dx, 0, z), (6, 96, 40), steel)
    for y in (-34, -78):
        p.box((x, y, z), (90, 5, 40), steel)
        with p.standing(x, z - 14, y - 5) as canvas:
            for k in range(4):
                a = -34 + k * 22.0
                strokes(canvas, [(a - 6, -8, a + 6, -8)], p.palette.grade("#b8c0c4"), 3)
                for side in (-7, 7):
                    oval(p, canvas, (a + side - 4, -16, a + side + 4, 0), "#22262c", 1.2)
