"""A hospital room: the bed with its rails, a monitor, a drip, a curtain, the window, flowers."""

import skia

from engine.rehearsal.painter import Painter, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import clock, cup, vase
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import armchair, cupboard, grounded
from engine.rehearsal.sets.glow import lamplight
from engine.rehearsal.sets.ink import block, darker, disc, lighter, shape, strokes
from engine.rehearsal.sets.lamps import lit, tubes
from engine.rehearsal.sets.openings import curtain, sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=146, back=430, height=274)
# Floor, wall, band, cover of the bed, curtain.
STYLES = (
    ("#b4c4be", "#dfe9e2", "#8fc0b0", "#7fb0c0", "#a8d0c8"),
    ("#c4c0b0", "#ece8dc", "#d8c8a0", "#8fa8d0", "#c8d0e8"),
    ("#b0b8c8", "#e0e6f0", "#a0b4d8", "#d8a8a8", "#e8d4c8"),
)


def build(p: Painter) -> None:
    ground, wall, band, spread, cloth = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(360, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#eef0ec")
        lay(p, ROOM, "tiles", ground)
        cover(p, ROOM, "plain", wall)
        left, right = span(m, -2, 116)
        with p.facing(ROOM.back - 2) as canvas:
            block(p, canvas, (-146, -104, 146, -92), band, 1.2)
        window(p, None, ROOM, (left, -234, right, -92), (2, 1), "#e8ece8", "trees")
        curtain(p, *span(m, 108, 140), -250, -60, ROOM.back - 6, cloth)
        _head(p, m)
        finish(p, ROOM, polished=0.36)
        sun_patch(p, left, 400, 116, 250, -60 * m)
        tubes(p, ROOM, 230, "#e8fff4")
    with p.sheet(250):
        _bed(p, -m * 78, 292, spread)
        _monitor(p, -m * 14, 396)
        _drip(p, -m * 134, 360)
        cupboard(p, m * 20, 404, (42, 62, 38), "#d8d0bc", 1)
        with p.standing(m * 14, 396, -65) as canvas:
            vase(p, canvas, -4, 0, 40, p.random.choice(("#f0b0b8", "#f4e4a0", "#d8c0f0")))
        cup(p, m * 32, -65, 394)
        armchair(p, m * 104, 320, cloth)
        _screen_curtain(p, -m, cloth)
    foreground.frame(p, p.random.choice(("blossoms", "rail", "jamb")))


def _head(p: Painter, m: int) -> None:
    """The rail over the bed: lamp, sockets, gas."""
    x = -m * 78
    with p.facing(ROOM.back - 3) as canvas:
        block(p, canvas, (x - 62, -164, x + 62, -146), "#c8d0d0", 1.6, 3)
        block(
            p,
            canvas,
            (x - 50, -174, x + 50, -164),
            p.palette.glow("#fff4dc") if lit(p) else "#f0eee4",
            1.4,
            3,
        )
        for at, color in enumerate(("#3f9a6a", "#d8b040", "#3f6ac0", "#e8e8e4")):
            disc(p, canvas, (x - 40 + at * 22, -155), 4.6, color, 1)
        clock(p, canvas, x + m * 60, -226, 14)
    if lit(p):
        lamplight(p, (x, -170, ROOM.back - 6), 120, p.palette.glow("#ffe0a8"), 0.5)


def _bed(p: Painter, x: float, z: float, spread: str) -> None:
    steel, sheet = p.palette.grade("#c4ccd0"), p.palette.grade("#f6f4ee")
    grounded(p, (x, z), (104, 210), 0.6)
    for dz in (-96, 96):
        for dx in (-44, 44):
            p.line((x + dx, 0, z + dz), (x + dx, -44, z + dz), 2.2)
    p.box((x, 0, z + 106), (104, 104, 6), p.palette.grade("#d8c09a"))
    p.box((x, -38, z), (100, 12, 210), steel)
    p.box((x, -50, z), (96, 15, 204), sheet)
    p.box((x, -65, z - 34), (102, 6, 134), p.palette.grade(spread))
    p.box((x, -71, z + 26), (102, 2, 24), lighter(p, spread, 0.5), 0.6)
    with p.standing(x, z + 80, -64) as canvas:
        pillow = skia.Path()
        pillow.addRoundRect(skia.Rect.MakeLTRB(-36, -30, 36, 2), 13, 13)
        shape(p, canvas, pillow, sheet, 2)
        strokes(canvas, ((-22, -20, -10, -8), (14, -22, 24, -8)), darker(p, sheet, 0.2), 1.3)
    p.box((x, 0, z - 106), (104, 84, 5), p.palette.grade("#d8c09a"))
    for side in (-1, 1):
        for y in (-76, -92):
            p.line((x + side * 51, y, z - 60), (x + side * 51, y, z + 30), 1.8, steel)
        for dz in (-60, -15, 30):
            p.line((x + side * 51, -62, z + dz), (x + side * 51, -92, z + dz), 1.6, steel)
    with p.facing(z - 109) as canvas:  # the chart at its foot
        block(p, canvas, (x - 15, -74, x + 15, -38), "#f4f2ea", 1.2)
        strokes(
            canvas,
            [(x - 10, -66 + k * 7.0, x + 9, -66 + k * 7.0) for k in range(4)],
            p.palette.grade("#6a7a88"),
            1,
        )


def _monitor(p: Painter, x: float, z: float) -> None:
    """Heart and breath as lines of light."""
    p.line((x, 0, z), (x, -120, z), 2.4)
    with p.standing(x, z, -116) as canvas:
        block(p, canvas, (-28, -46, 28, 0), "#d0d4d4", 2, 4)
        block(p, canvas, (-23, -41, 23, -8), "#0e1a1c", 1.2, 2)
        pulse = skia.Path()
        pulse.moveTo(-22, -28)
        for at in range(3):
            a = -20 + at * 14
            for dx, y in ((4, -28), (5.5, -38), (7.5, -18), (9, -28), (14, -28)):
                pulse.lineTo(a + dx, y)
        glow = p.palette.glow("#5affa0")
        canvas.drawPath(pulse, pen(glow, 3.4, 0.3))
        canvas.drawPath(pulse, pen(glow, 1.3))
        strokes(canvas, [(-22, -15, 10, -15), (-22, -11, 18, -11)], p.palette.glow("#60c0ff"), 1)
        canvas.drawCircle(16, -4, 2, pen(p.palette.glow("#ff5a4a"), 2))
    p.halo((x, -140, z), 60, p.palette.glow("#6affc0"), 0.28 if lit(p) else 0.1)


def _drip(p: Painter, x: float, z: float) -> None:
    with p.standing(x, z) as canvas:
        strokes(
            canvas, [(0, 0, 0, -205), (-16, -205, 16, -205), (-18, -2, 18, -2)], p.palette.ink, 4.6
        )
        strokes(canvas, [(0, 0, 0, -205), (-16, -205, 16, -205)], p.palette.grade("#c4d0d4"), 2.6)
        for dx, color in ((-16, "#d8f0f4"), (6, "#e8b0a8")):
            block(p, canvas, (dx, -202, dx + 18, -168), p.palette.glow(color), 1.6, 5)
        tube = skia.Path()
        tube.moveTo(15, -168)
        tube.cubicTo(24, -130, -6, -118, 26, -84)
        canvas.drawPath(tube, pen(p.palette.ink, 1.4))


def _screen_curtain(p: Painter, side: int, cloth: str) -> None:
    """The curtain on its rail between two beds."""
    p.line((side * 146, -236, 200), (side * 146, -236, 400), 2.0)
    with p.side(side * 144) as canvas:
        block(p, canvas, (180, -234, 286, -20), cloth, 2)
        folds = [(186.0 + k * 13, -232, 184.0 + k * 13, -22) for k in range(8)]
        strokes(canvas, folds, darker(p, cloth, 0.25), 4)
