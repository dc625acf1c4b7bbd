"""A hospital corridor: doors, rails, a counter, lamps that run to the vanishing point."""

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import clock, plant
from engine.rehearsal.sets.furniture import counter
from engine.rehearsal.sets.glow import fade
from engine.rehearsal.sets.ink import block, boxes, darker, disc, lighter, strokes
from engine.rehearsal.sets.lamps import tubes
from engine.rehearsal.sets.room import Room, finish, shell, turned

ROOM = Room(half=135, back=940, front=-1000, height=272)
# Floor, wall, side wall, band on the walls, doors.
STYLES = (
    ("#b9c8c2", "#dfe9e2", "#cfe0d8", "#7fb8a6", "#8db8c4"),
    ("#c4c2b4", "#ece6d8", "#e0d8c4", "#c9a878", "#a8825c"),
    ("#b4bccb", "#e2e8f0", "#d0dae8", "#7f9cc8", "#c4d0e0"),
)


def build(p: Painter) -> None:
    floor, wall, side, band, door = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(440, opaque=True):
        shell(p, ROOM, floor, wall, side, "#e8eeea")
        _floor(p, floor, band, m)
        _walls(p, band, door)
        finish(p, ROOM, polished=0.5)
        _end(p)
        tubes(p, ROOM, 200, "#e2fff2")
    with p.sheet(300):
        _station(p, m)
        _seats(p, -m)
    with p.sheet(150):
        _trolley(p, -m)
    foreground.frame(p, p.random.choice(("leaves", "rail", "jamb")))


def _floor(p: Painter, floor: str, band: str, m: int) -> None:
    near = p.lens.z + 50
    with p.flat() as canvas:
        seams = [(-135.0, float(z), 135.0, float(z)) for z in range(-400, 940, 75)]
        strokes(canvas, seams, darker(p, floor, 0.16), 1.2)
        for at, wide in ((-m * 88, 10), (-m * 72, 4)):
            boxes(canvas, [(at - wide / 2, near, at + wide / 2, 940)], p.palette.grade(band))
        for x in (-135, 135):
            dark = darker(p, floor, 0.4)
            canvas.drawRect(
                skia.Rect.MakeLTRB(min(x, x * 0.94), near, max(x, x * 0.94), 940), paint(dark)
            )


def _walls(p: Painter, band: str, door: str) -> None:
    near = p.lens.z + 50
    for x in (-134.0, 134.0):
        with p.side(x) as canvas:
            low = p.palette.grade(band) if x < 0 else darker(p, band, 0.14)
            canvas.drawRect(skia.Rect.MakeLTRB(near, -105, 940, 0), paint(low))
            strokes(canvas, [(near, -105, 940, -105)], p.palette.ink, 2)
            for z in range(-330, 940, 250):
                _door(p, canvas, z, door)
            strokes(canvas, [(near, -92, 940, -92)], p.palette.ink, 10)
            strokes(canvas, [(near, -93, 940, -93)], p.palette.grade("#c9a06a"), 6)
            if x < 0:
                signs.notices(p, canvas, (40, -200, 130, -125), "quiet")
            else:
                signs.poster(p, canvas, (300, -210, 350, -130), "quiet", "#f0f4f4", "#3f7a8c")


def _door(p: Painter, canvas: skia.Canvas, z: float, color: str) -> None:
    block(p, canvas, (z - 6, -216, z + 106, 0), lighter(p, color, 0.4), 1.6)
    block(p, canvas, (z, -210, z + 100, 0), color, 2.2)
    canvas.drawRect(
        skia.Rect.MakeLTRB(z, -210, z + 30, 0), fade((z, 0), (z + 30, 0), p.palette.shadow, 0.45)
    )
    block(p, canvas, (z + 62, -182, z + 86, -118), p.palette.glow("#eaf6ff"), 2)
    block(p, canvas, (z + 10, -36, z + 90, -6), lighter(p, color, 0.25), 1.2)
    canvas.drawLine(z + 86, -98, z + 86, -78, pen(p.palette.ink, 5))
    block(p, canvas, (z + 24, -246, z + 76, -226), "#2f6f86", 1.8)
    strokes(canvas, [(z + 34, -236, z + 64, -236)], p.palette.grade("#f2f6f0"), 4)


def _end(p: Painter) -> None:
    """Swing doors with light behind them, and the sign over them."""
    with p.facing(938) as canvas:
        for x in (-92, 4):
            block(p, canvas, (x, -222, x + 88, 0), "#6f9c98", 2.6)
            block(p, canvas, (x + 14, -196, x + 74, -90), p.palette.glow("#eafcfa"), 2)
            block(p, canvas, (x + 6, -84, x + 82, -70), "#b8c4c8", 1.4)
        red = ("#d8403c", "#fff4f0")
        signs.board(p, canvas, (-62, -264, 62, -230), signs.spelled(p, "ward"), red)
        clock(p, canvas, 96, -236, 14)
    p.halo((0, -140, 930), 170, p.palette.glow("#d8fff2"), 0.5)


def _station(p: Painter, m: int) -> None:
    """The nurses' counter half way, with a screen and a plant on it."""
    x = m * 108
    counter(p, x, 470, (52, 102, 170), "#e8e4d8", "#7fa8b4")
    with p.standing(x, 430, -108) as canvas:
        block(p, canvas, (-22, -34, 22, -4), "#2a2f36", 1.6, 2)
        block(p, canvas, (-19, -31, 19, -7), p.palette.glow("#cfeaf4"), 0)
    with p.standing(x - m * 6, 398, -108) as canvas:
        block(p, canvas, (-9, -16, 9, 0), "#e8dcc8", 1.3)
        disc(p, canvas, (0, -24), 10, "#6a9a5c", 1.2)


def _seats(p: Painter, m: int) -> None:
    """Three seats of a waiting row along the wall."""
    x = m * 110
    for z in (600, 545, 490):
        p.box((x, -40, z), (44, 5, 46), p.palette.grade("#4f86a0"))
        p.box((x + m * 20, -44, z), (5, 40, 46), p.palette.grade("#5f98b2"))
        p.line((x, 0, z), (x, -40, z), 1.6)
    plant(p, x, 690, 130, "swords")


def _trolley(p: Painter, m: int) -> None:
    steel, cloth, x = p.palette.grade("#b8c6cc"), p.palette.grade("#f2f4ee"), m * 94
    for z in (150, 290):
        for dx in (-27, 27):
            p.line((x + dx, 0, z), (x + dx, -70, z), 1.6)
    p.box((x, -62, 220), (60, 8, 184), steel)
    p.box((x, -70, 220), (56, 13, 176), cloth)
    p.box((x, -83, 190), (58, 4, 90), p.palette.grade("#8fb8c4"))
    p.box((x, -83, 284), (46, 11, 32), p.palette.grade("#ffffff"))
    p.line((x - m * 30, -84, 150), (x - m * 30, -84, 290), 1.4, steel)
    with p.standing(x + m * 24, 300) as canvas:  # a drip
        strokes(canvas, [(0, 0, 0, -196), (-14, -196, 14, -196)], p.palette.ink, 4.4)
        strokes(canvas, [(0, 0, 0, -196)], p.palette.grade("#c4d0d4"), 2.4)
        block(p, canvas, (4, -193, 24, -160), p.palette.glow("#d8f0f4"), 1.6, 5)
        tube = skia.Path()
        tube.moveTo(14, -160)
        tube.cubicTo(22, -130, -4, -120, -10, -86)
        canvas.drawPath(tube, pen(p.palette.ink, 1.4))
