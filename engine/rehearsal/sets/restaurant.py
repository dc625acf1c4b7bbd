"""A restaurant: white cloths, candles, glasses, wine in the wall, tall windows on the town."""

import skia

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import bottle, picture, plant, vase
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import chair, round_table, sofa
from engine.rehearsal.sets.ink import block, disc, strokes
from engine.rehearsal.sets.lamps import chandelier, flame, lantern, pendant
from engine.rehearsal.sets.openings import curtain, glazing, pane, sun_patch
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.signs import is_chinese
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=168, back=560, height=320)
# Floor, its colour; covering, wall; wood, chairs, curtains.
STYLES = (
    ("herringbone", "#8a6444", "panels", "#3f4a52", "#4a2f22", "#8a4a3a", "#6a2f3a"),
    ("marble", "#b8b0a4", "panels", "#c8b89a", "#6a4a30", "#4a6a6c", "#c8a86a"),
    ("boards", "#6a4a38", "wainscot", "#7a2f30", "#3a241a", "#c8a06a", "#8a3038"),
)


def build(p: Painter) -> None:
    floor, ground, covering, wall, wood, seat, cloth = p.random.choice(STYLES)
    m, chinese = turned(p), is_chinese(p)
    with p.sheet(450, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#4a3f3a")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, "lattice" if chinese else covering, wall)
        left, right = span(m, -40, 150)
        finish(p, ROOM, polished=0.26)
        with p.facing(ROOM.back - 2) as canvas:
            view = skia.Rect.MakeLTRB(left, -290, right, -40)
            pane(p, canvas, view)
            glazing(p, canvas, view, 4, 2, p.palette.grade(wood))
        for a, b in ((-66, -34), (140, 166)):
            curtain(p, *span(m, a, b), -302, -6, ROOM.back - 6, cloth)
        _wine(p, -m)
        sun_patch(p, left, 520, 180, 260, -60 * m)
        if chinese:
            for x, z in ((-90, 430), (90, 430), (-60, 270), (70, 270)):
                lantern(p, x, -296, z, 1.3)
        else:
            chandelier(p, m * 10, 340, 44, ROOM, 7, 56)
            pendant(p, -m * 110, 420, 70, ROOM, seat)
    with p.sheet(280):
        for x, z in ((-m * 96, 460), (m * 40, 450), (m * 118, 340), (-m * 120, 300)):
            _laid(p, x, z, wood)
        sofa(p, m * 150, 470, 90, seat)
        plant(p, -m * 156, 530, 150, "tree")
    foreground.frame(p, p.random.choice(("table", "blossoms", "seat")))


def _laid(p: Painter, x: float, z: float, wood: str) -> None:
    """A table for two with its cloth, plates, glasses, a candle."""
    chair(p, x - 52, z + 14, wood, 1, "#8a3a3c")
    chair(p, x + 52, z + 14, wood, 1, "#8a3a3c")
    round_table(p, x, z, 42, wood, "#f4efe4")
    with p.flat(-74) as canvas:
        for dx in (-22, 22):
            disc(p, canvas, (x + dx, z - 6), 11, "#ffffff", 1)
            disc(p, canvas, (x + dx, z - 6), 6.5, "#e0dccf", 0.6)
    for dx in (-14, 30):
        with p.standing(x + dx, z + 8, -74) as canvas:
            strokes(canvas, [(0, 0, 0, -9), (-4, 0, 4, 0)], p.palette.tone(0.9), 1.2)
            glass = skia.Path()
            glass.addPoly(
                [
                    skia.Point(-4.5, -20),
                    skia.Point(4.5, -20),
                    skia.Point(1, -9),
                    skia.Point(-1, -9),
                ],
                True,
            )
            block(p, canvas, (-3.4, -16, 3.4, -12), "#7a1f2f", 0)
            canvas.drawPath(glass, _rim(p))
    flame(p, x, -74, z + 4, 0.8)
    with p.standing(x - 6, z + 16, -74) as canvas:
        vase(p, canvas, 0, 0, 18, "#e8a0a8")


def _rim(p: Painter) -> skia.Paint:
    brush = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(200, *p.palette.tone(1.0)))
    brush.setStyle(skia.Paint.kStroke_Style)
    brush.setStrokeWidth(0.9)
    return brush


def _wine(p: Painter, side: int) -> None:
    with p.side(side * (ROOM.half - 1)) as canvas:
        block(p, canvas, (240, -250, 480, -96), "#241a18", 2.4)
        ends = skia.Path()
        for row in range(6):
            for column in range(10):
                ends.addCircle(258 + column * 23, -236 + row * 26, 7)
        canvas.drawPath(
            ends,
            skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(255, *p.palette.grade("#3a5a44"))),
        )
        canvas.drawPath(ends, _rim(p))
        picture(p, canvas, (90, -240, 190, -150), "#c9a04a")
    bottle(p, side * 150, -96, 300, "#7a1f2f")
