"""A kitchen: counters, hanging cupboards, a stove under its hood, what was left on the table."""

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.decor import bottle, clock, cup, plant
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import chair, table
from engine.rehearsal.sets.glow import fade, lamplight
from engine.rehearsal.sets.ink import block, darker, disc, strokes
from engine.rehearsal.sets.lamps import lit, pendant
from engine.rehearsal.sets.openings import sun_patch, window
from engine.rehearsal.sets.room import Room, finish, shell, span, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=140, back=430, height=268)
# Floor, its colour; wall; cupboards, their top; lamp; tiles behind the stove.
STYLES = (
    ("checks", "#e3d6c0", "#e9e4d4", "#5f8a80", "#efe7d8", "#d0563c", "#8fc0b4"),
    ("boards", "#9a7450", "#d8d2c4", "#3f4f5c", "#c9a06a", "#d8b45c", "#e4dccc"),
    ("tiles", "#b8aa98", "#e0c8a8", "#9a5a3c", "#e8dcc4", "#4f7a78", "#d8a45c"),
    ("marble", "#c9c4bc", "#dcdad4", "#e8e4dc", "#4a4c52", "#2f3338", "#a8b4b8"),
)


def build(p: Painter) -> None:
    floor, ground, wall, door, top, lamp, splash = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(350, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#f2efe6")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, "plain", wall)
        _splash(p, splash)
        left, right = span(m, -62, 48)
        window(
            p,
            None,
            ROOM,
            (left, -214, right, -112),
            (2, 1),
            view=p.random.choice(("house", "trees", "city")),
        )
        _cupboards(p, m, door)
        with p.facing(ROOM.back - 3) as canvas:
            clock(p, canvas, m * -8, -240, 12)
        finish(p, ROOM, polished=0.22)
        sun_patch(p, left, 392, 96, 240, -50 * m)
        pendant(p, 0, 230, 52, ROOM, lamp)
    with p.sheet(250):
        _counters(p, m, door, top)
        _fridge(p, m)
        _eaten_at(p, m)
    foreground.frame(p, p.random.choice(("table", "leaves", "seat")))


def _splash(p: Painter, color: str) -> None:
    with p.facing(ROOM.back - 1) as canvas:
        block(p, canvas, (-140, -152, 140, -88), color, 1.4)
        seams = [(float(x), -152.0, float(x), -88.0) for x in range(-140, 141, 16)]
        seams += [(-140.0, float(y), 140.0, float(y)) for y in range(-152, -87, 16)]
        strokes(canvas, seams, darker(p, color, 0.22), 1)


def _cupboards(p: Painter, m: int, door: str) -> None:
    """Hanging ones on both sides; under them lamps light the counter by night."""
    for x in (-m * 104, m * 98):
        p.box((x, -162, 408), (66, 80, 40), p.palette.grade(door))
        with p.facing(387) as canvas:
            for half in (-32, 1):
                canvas.drawRect(
                    skia.Rect.MakeLTRB(x + half + 3, -238, x + half + 29, -166),
                    pen(darker(p, door, 0.4), 1.8),
                )
                disc(p, canvas, (x + half + (26 if half < 0 else 6), -172), 2.2, "#f0d890", 0.8)
        if lit(p):
            lamplight(p, (x, -156, 400), 74, p.palette.glow("#ffc27a"), 0.42)


def _counters(p: Painter, m: int, body: str, top: str) -> None:
    fill, slab = p.palette.grade(body), p.palette.grade(top)
    p.box((0, 0, 402), (214, 84, 54), fill)
    p.box((0, -84, 402), (222, 6, 60), slab)
    with p.facing(374) as canvas:
        for x in range(-90, 91, 45):
            canvas.drawRect(skia.Rect.MakeXYWH(x - 20, -76, 40, 66), pen(darker(p, body, 0.45), 2))
            canvas.drawLine(x - 8, -70, x + 8, -70, pen(p.palette.grade("#f0d890"), 3))
        shadow = skia.Rect.MakeLTRB(-108, -84, 108, -60)
        canvas.drawRect(shadow, fade((0, -84), (0, -60), p.palette.shadow, 0.5))
    p.box((-m * 110, 0, 262), (50, 84, 210), fill)
    p.box((-m * 110, -84, 262), (56, 6, 214), slab)
    _stove(p, m * 18)
    for z, color in ((330, "#2f5a3c"), (312, "#c9a04a"), (222, "#8a3a2c")):
        bottle(p, -m * 112, -90, z, color)
    cup(p, -m * 100, -90, 250, "#c8553f")
    with p.standing(-m * 112, 284, -90) as canvas:  # a knife block and spoons
        block(p, canvas, (-8, -18, 8, 0), "#6b4428", 1.4, 2)
        strokes(
            canvas, ((-4, -18, -6, -32), (0, -18, 0, -36), (4, -18, 7, -31)), p.palette.ink, 2.2
        )


def _stove(p: Painter, x: float) -> None:
    glow = p.palette.glow("#ff9a3c")
    with p.facing(373) as canvas:
        block(p, canvas, (x - 31, -80, x + 31, -8), "#9aa4aa", 2.2)
        block(p, canvas, (x - 23, -60, x + 23, -20), "#191b20", 1.4, 3)
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - 19, -40, x + 19, -24), fade((x, -24), (x, -44), glow, 0.9, 0.1)
        )
        for dx in (-21, -7, 7, 21):
            disc(p, canvas, (x + dx, -71), 3.4, "#22252b", 0.8)
    with p.standing(x, 386, -90) as canvas:
        block(p, canvas, (-20, -26, 20, 0), "#c04a38", 2.2, 4)
        block(p, canvas, (-23, -29, 23, -25), "#8a3328", 1.6, 2)
        steam = skia.Path()
        for dx in (-8, 3, 12):
            steam.moveTo(dx, -34)
            steam.cubicTo(dx - 9, -48, dx + 9, -56, dx, -76)
        canvas.drawPath(steam, pen(p.palette.tone(1.0), 3, 0.4))


def _fridge(p: Painter, m: int) -> None:
    x = m * 114
    p.box((x, 0, 300), (46, 184, 70), p.palette.grade("#e8eaea"))
    with p.side(x - m * 23.5) as canvas:
        canvas.drawLine(266, -116, 334, -116, pen(p.palette.ink, 2))
        for y in (-156, -92):
            canvas.drawLine(274, y, 274, y + 28, pen(p.palette.ink, 4))
        for z, y, color in ((292, -150, "#e0b040"), (308, -164, "#d05a4a"), (300, -92, "#5a8ac0")):
            block(p, canvas, (z, y, z + 13, y + 15), color, 0.7)


def _eaten_at(p: Painter, m: int) -> None:
    """A small table where two sit."""
    x = m * 70
    chair(p, x - 34, 212, "#7a5236")
    table(p, x, 196, (70, 72, 56), "#a87a50")
    cup(p, x - 16, -77, 190)
    with p.standing(x + 14, 192, -77) as canvas:  # a bowl of fruit
        for dx, color in ((-9, "#e0863c"), (1, "#c8423a"), (10, "#e0b040")):
            disc(p, canvas, (dx, -10), 6.5, color, 1.2)
        bowl = skia.Path()
        bowl.addArc(skia.Rect.MakeLTRB(-20, -22, 20, 2), 0, 180)
        canvas.drawPath(bowl, paint(p.palette.grade("#3f6f8c")))
        canvas.drawPath(bowl, pen(p.palette.ink, 1.6))
    if p.random.random() < 0.5:
        plant(p, -m * 60, 366, 70)
