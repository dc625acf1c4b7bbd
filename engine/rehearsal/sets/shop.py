"""A shop: shelves of goods, a counter with its till, racks, a glass front on the street, offers."""

import skia

from engine.rehearsal.painter import Painter, paint, polygon
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import plant, screen
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import counter
from engine.rehearsal.sets.ink import block, boxes, darker, disc, lighter, strokes
from engine.rehearsal.sets.lamps import downlights, tubes
from engine.rehearsal.sets.openings import glazing, pane, sun_patch
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=162, back=580, height=296)
GOODS = ("#d0563c", "#3f7a9c", "#e0b040", "#5f9a5c", "#e8dcc8", "#8a5a9c", "#e88aa0", "#4a5a6a")
CLOTHES = (
    "clothes",
    "boutique",
    "dress",
    "bridal",
    "fashion",
    "服装",
    "婚纱",
    "时装",
    "女装",
    "ropa",
    "vestid",
)
# Floor, its colour; wall, shelves, counter.
STYLES = (
    ("tiles", "#d0d4d0", "#e4e8e4", "#9aa4a8", "#3f7a8c"),
    ("boards", "#a87f58", "#e8dcc8", "#6a4630", "#8a5a3c"),
    ("marble", "#c8c4c0", "#d8c8c4", "#c9a86a", "#e8e4dc"),
)


def build(p: Painter) -> None:
    floor, ground, wall, wood, front = p.random.choice(STYLES)
    m = turned(p)
    dressed = any(word in p.dressing.place.lower() for word in CLOTHES)
    with p.sheet(460, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#eceeec")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, "plain", wall)
        finish(p, ROOM, polished=0.34)
        left, right = span(m, -20, 152)
        with p.facing(ROOM.back - 2) as canvas:
            view = skia.Rect.MakeLTRB(left, -236, right, -6)
            pane(p, canvas, view, view="house")
            glazing(p, canvas, view, 3, 1, p.palette.grade("#3a4048"))
            banner = (left, -286, right, -244)
            signs.board(p, canvas, banner, signs.spelled(p, "store"), ("#c8402f", "#fff4dc"))
            for k in range(2):
                a = left + 14 + k * 74
                signs.poster(p, canvas, (a, -220, a + 44, -164), "sale", "#e8404a", "#fff0e0")
        for side in (-1, 1):
            with p.side(side * (ROOM.half - 1)) as canvas:
                _stocked(p, canvas, wood)
        sun_patch(p, left, 540, 160, 250, -60 * m)
        if dressed:
            downlights(p, ROOM, (-80, 80), (160.0, 320.0, 480.0))
        else:
            tubes(p, ROOM, 200, "#f4fff8")
    with p.sheet(290):
        if dressed:
            for x, z in ((-m * 86, 400), (m * 92, 330), (-m * 112, 250)):
                _rack(p, x, z)
        else:
            for x, z in ((-m * 70, 430), (m * 104, 330)):
                _gondola(p, x, z, wood)
        _till(p, -m, front, wood)
        plant(p, m * 146, 540, 120)
    foreground.frame(p, p.random.choice(("table", "leaves")))


def _stocked(p: Painter, canvas: skia.Canvas, wood: str) -> None:
    """Shelves along a wall, stocked in rows of one colour each."""
    block(p, canvas, (40, -230, 560, 0), darker(p, wood, 0.45), 2)
    for row in range(5):
        base = -8.0 - row * 46
        z = 46.0
        while z < 548:
            color, wide, tall = (
                p.random.choice(GOODS),
                p.random.uniform(8, 15),
                p.random.uniform(20, 36),
            )
            count = p.random.randint(2, 5)
            row_of = [
                (z + k * wide, base - tall, z + k * wide + wide - 1.5, base)
                for k in range(count)
                if z + (k + 1) * wide < 556
            ]
            boxes(canvas, row_of, p.palette.grade(color))
            bands = [(a, (b + d) / 2 - 2, c, (b + d) / 2 + 3) for a, b, c, d in row_of]
            boxes(canvas, bands, lighter(p, color, 0.5), 0.8)
            z += wide * count + 5
        block(p, canvas, (40, base, 560, base + 6), wood, 1.2)
        tags = [(60.0 + k * 52, base + 0.5, 76.0 + k * 52, base + 5.5) for k in range(10)]
        boxes(canvas, tags, p.palette.grade("#f4e86a"))


def _gondola(p: Painter, x: float, z: float, wood: str) -> None:
    p.box((x, 0, z), (86, 128, 40), darker(p, wood, 0.2))
    with p.facing(z - 20.5) as canvas:
        for row in range(3):
            base = -6.0 - row * 40
            color = p.random.choice(GOODS)
            goods = [
                (x - 40 + k * 11.5, base - p.random.uniform(20, 30), x - 31 + k * 11.5, base)
                for k in range(7)
            ]
            boxes(canvas, goods, p.palette.grade(color))
            strokes(canvas, [(a, b, c, b) for a, b, c, _ in goods], lighter(p, color, 0.5), 2.4)
            block(p, canvas, (x - 43, base, x + 43, base + 5), wood, 1.2)
        offer = (x - 24, -158, x + 24, -132)
        signs.board(p, canvas, offer, signs.spelled(p, "sale"), ("#e8c02f", "#a8201c"), lit=False)


def _rack(p: Painter, x: float, z: float) -> None:
    """Clothes on a rail, and a figure in a dress beside it."""
    for dx in (-44, 44):
        p.line((x + dx, 0, z), (x + dx, -142, z), 2.0)
    p.line((x - 44, -142, z), (x + 44, -142, z), 2.2)
    with p.standing(x, z, -140) as canvas:
        for k in range(8):
            a = -40 + k * 10.6
            color = p.random.choice(GOODS)
            cut = ((a, 2), (a + 11, 2), (a + 13, 74 + k % 3 * 10), (a - 2, 74 + k % 3 * 10))
            block(p, canvas, (a + 4, -4, a + 6, 3), "#3a3a40", 0)
            canvas.drawPath(polygon(cut), paint(p.palette.grade(color)))
            strokes(
                canvas,
                [(*cut[0], *cut[3]), (*cut[3], *cut[2]), (*cut[2], *cut[1])],
                p.palette.ink,
                1.4,
            )


def _till(p: Painter, side: int, front: str, wood: str) -> None:
    x = side * 112.0
    counter(p, x, 250, (110, 96, 50), front, wood)
    with p.standing(x + 18, 246, -102) as canvas:
        screen(p, canvas, (-20, -40, 16, -10))
        block(p, canvas, (-24, -10, 22, 0), "#2a2e34", 1.4, 2)
    with p.standing(x - 28, 240, -102) as canvas:
        for k, color in enumerate(("#e0b040", "#d0563c", "#5f9a5c")):
            disc(p, canvas, (k * 9 - 9, -7 - k % 2 * 4), 6, color, 1.1)
        block(p, canvas, (-18, -8, 18, 0), darker(p, wood, 0.2), 1.2)
