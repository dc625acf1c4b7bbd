"""A courtroom: the bench under its arms, panelled walls, flags, the bar, rows for the public."""

from math import pi, sin

import skia

from engine.rehearsal.painter import Painter, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import bottle, clock, papers
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import bench, chair, table
from engine.rehearsal.sets.ink import block, disc, lighter, poly, strokes
from engine.rehearsal.sets.lamps import pendant, table_lamp
from engine.rehearsal.sets.openings import sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=168, back=620, height=390)
# Floor, its colour; walls, wood, darker wood; leather.
STYLES = (
    ("boards", "#6b4a3a", "#d8cbb0", "#94603a", "#6b4228", "#5a2430"),
    ("marble", "#a8a49c", "#c4ccc8", "#5f4632", "#3f2c20", "#2f4a3c"),
    ("herringbone", "#8a6444", "#e4dcc8", "#a87448", "#7a4e2c", "#3a4a6a"),
)


def build(p: Painter) -> None:
    floor, ground, wall, wood, dark, leather = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(500, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#ece4d2")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, "panels", wall)
        for z in (120, 330):
            window(
                p, m * (ROOM.half - 1), ROOM, (z, -350, z + 110, -170), (2, 3), "#e4dac4", "city"
            )
        with p.facing(ROOM.back - 2) as canvas:
            block(p, canvas, (-150, -290, 150, 0), wood, 2.4)
            fields = [(x, -280.0, x, 0.0) for x in range(-130, 150, 52)]
            strokes(
                canvas,
                [(float(a), b, float(c), d) for a, b, c, d in fields],
                p.palette.grade(dark),
                5,
            )
            block(p, canvas, (-158, -302, 158, -288), dark, 2)
            _scales(p, canvas)
            signs.letters(p, canvas, (-96, -286, 96, -262), signs.spelled(p, "justice"), "#e0b84c")
            clock(p, canvas, -m * 128, -330, 16)
        finish(p, ROOM, polished=0.2)
        sun_patch(p, m * 110 - 60, 470, 110, 260, -90 * m)
        for x in (-80, 80):
            pendant(p, x, 380, 110, ROOM, "#c9a45c")
    with p.sheet(400):
        _high_bench(p, (wood, dark, leather))
        _flag(p, -m * 136, 540, "#a8322e")
        _flag(p, m * 136, 540, "#2f4f86")
        _witness(p, m * 124, 420, (wood, dark))
    with p.sheet(270):
        for x in (-92, 92):
            table(p, x, 290, (100, 74, 48), wood)
            papers(p, x - 16, -79.5, 286)
            bottle(p, x + 34, -79, 290, "#8fb8c8")
            chair(p, x, 252, dark, -1, leather)
        bench(p, m * 150, 190, 120, wood)
    foreground.frame(p, p.random.choice(("rail", "books", "seat")))


def _scales(p: Painter, canvas: skia.Canvas) -> None:
    gold = p.palette.grade("#d8a83f", 0.85)
    disc(p, canvas, (0, -212), 44, "#2c3a52", 2.6)
    canvas.drawCircle(0, -212, 38, pen(gold, 2.4))
    strokes(canvas, [(0, -238, 0, -188), (-23, -232, 23, -232), (-12, -188, 12, -188)], gold, 4)
    for x in (-23, 23):
        strokes(canvas, [(x, -232, x - 9, -208), (x, -232, x + 9, -208)], gold, 1.6)
        canvas.drawArc(skia.Rect.MakeLTRB(x - 11, -216, x + 11, -200), 0, 180, True, pen(gold, 3))


def _high_bench(p: Painter, colors: tuple[str, str, str]) -> None:
    """The judge's place: two steps up, a high chair, a lamp, the gavel."""
    wood, dark, leather = colors
    p.box((0, 0, 560), (210, 34, 90), p.palette.grade(dark))
    with p.facing(590) as canvas:
        block(p, canvas, (-28, -206, 28, -70), dark, 2.4, 8)
        block(p, canvas, (-21, -198, 21, -76), leather, 1.4, 6)
        studs = skia.Path()
        for k in range(9):
            studs.addCircle(-18 + k * 4.5, -192 - 2 * sin(pi * k / 8), 1.2)
        canvas.drawPath(studs, pen(p.palette.grade("#e0b84c"), 1.2))
    p.box((0, -34, 530), (196, 86, 34), p.palette.grade(wood))
    p.box((0, -120, 526), (212, 8, 48), lighter(p, wood, 0.15))
    with p.facing(512) as canvas:
        for a in (-92, -46, 0, 46):
            canvas.drawRect(
                skia.Rect.MakeLTRB(a + 5, -110, a + 41, -42), pen(p.palette.grade(dark), 3)
            )
    with p.standing(34, 508, -128) as canvas:  # the gavel on its block
        block(p, canvas, (-12, -4, 12, 0), dark, 1.2)
        block(p, canvas, (-9, -15, 9, -5), wood, 1.4, 3)
        strokes(canvas, [(8, -9, 34, -5)], p.palette.grade(wood), 3.4)
    table_lamp(p, -62, -128, 520, "#3f7a58")
    papers(p, -8, -128.5, 518)


def _flag(p: Painter, x: float, z: float, color: str) -> None:
    with p.standing(x, z) as canvas:
        strokes(canvas, [(0, 0, 0, -262)], p.palette.grade("#b08a44", 0.8), 4)
        disc(p, canvas, (0, -266), 5, "#e0b84c", 1.4)
        way = -1 if x > 0 else 1
        poly(
            p,
            canvas,
            ((0, -256), (way * 44, -236), (way * 36, -110), (way * 12, -96), (0, -120)),
            color,
            2,
        )
        folds = [(way * 12, -248, way * 8, -108), (way * 26, -242, way * 22, -108)]
        strokes(
            canvas, [(float(a), b, float(c), d) for a, b, c, d in folds], p.palette.shadow, 4, 0.5
        )


def _witness(p: Painter, x: float, z: float, colors: tuple[str, str]) -> None:
    wood, dark = colors
    p.box((x, 0, z), (86, 92, 60), p.palette.grade(wood))
    p.box((x, -92, z), (94, 7, 68), lighter(p, wood, 0.15))
    with p.facing(z - 30.5) as canvas:
        for a in (-38, 3):
            canvas.drawRect(
                skia.Rect.MakeLTRB(x + a, -80, x + a + 34, -14), pen(p.palette.grade(dark), 3)
            )
    with p.standing(x, z - 20, -99) as canvas:
        strokes(canvas, [(0, 0, 4, -22), (4, -22, -3, -34)], p.palette.ink, 2.4)
        block(p, canvas, (-8, -42, 2, -32), "#2a2d33", 1.2, 4)
