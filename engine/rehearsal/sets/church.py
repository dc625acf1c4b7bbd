"""A church: pointed windows of coloured glass, pews, an altar; flowers along the aisle."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.floors import lay, runner
from engine.rehearsal.sets.furniture import bench
from engine.rehearsal.sets.glow import SCREEN, bloom, daylight, fade
from engine.rehearsal.sets.ink import block, disc, lighter, strokes
from engine.rehearsal.sets.lamps import flame
from engine.rehearsal.sets.room import Room, finish, shell
from engine.rehearsal.sets.surfaces import cover

NAVE = Room(half=165, back=820, height=540)
GLASS = ("#d0483c", "#3c6fb0", "#e0b040", "#3f8a5c", "#8a4a9c")
STYLES = (
    ("#b9ad9a", "#6b4428", "#8a2f38", "#fbf4ee"),
    ("#c8c4bc", "#4a3428", "#e8e0d4", "#f0c0c8"),
    ("#a09484", "#7a5030", "#2f3f6a", "#f4ecc8"),
)


def build(p: Painter) -> None:
    stone, wood, carpet, bloomed = p.random.choice(STYLES)
    with p.sheet(640, opaque=True):
        shell(p, NAVE, "#8d8070", stone, stone, "#6d645a")
        lay(p, NAVE, "stone", "#8d8070")
        cover(p, NAVE, "stone", stone)
        runner(p, 34, p.lens.z + 40, 700, carpet, "#d8a83f")
        finish(p, NAVE, polished=0.2)
        for x in (-NAVE.half + 1, NAVE.half - 1):
            with p.side(x) as canvas:
                for z in (-60, 130, 320, 510, 690):
                    pointed(p, canvas, z, -420, 84, 290)
        _altar(p)
        _rays(p)
    with p.sheet(430):
        for z in (660, 470, 280):
            for x in (-134, 134):
                _column(p, x, z, stone)
        _arches(p, stone)
    with p.sheet(300):
        for z in (560, 480, 400, 320, 240):
            for x in (-92, 92):
                bench(p, x, z, 104, wood)
                _posy(p, x - (38 if x > 0 else -38), z, bloomed)
    foreground.frame(p, p.random.choice(("blossoms", "post")))


def pointed(p: Painter, canvas: skia.Canvas, x: float, y: float, wide: float, high: float) -> None:
    """A lancet of coloured panes in lead, lit by what is outside, that colours the wall."""
    arch = skia.Path()
    arch.moveTo(x, y + high)
    arch.lineTo(x, y + wide * 0.8)
    arch.quadTo(x + wide * 0.1, y + wide * 0.2, x + wide / 2, y)
    arch.quadTo(x + wide * 0.9, y + wide * 0.2, x + wide, y + wide * 0.8)
    arch.lineTo(x + wide, y + high)
    arch.close()
    middle = (x + wide / 2, y + high / 2)
    color, strength = daylight(p)
    canvas.drawCircle(*middle, high * 0.75, bloom(middle, high * 0.75, color, strength * 1.5))
    canvas.save()
    canvas.clipPath(arch, True)
    lead = []
    for row in range(9):
        for column in range(3):
            box = skia.Rect.MakeXYWH(x + column * wide / 3, y + row * high / 9, wide / 3, high / 9)
            tone = p.palette.glow(GLASS[(row * 2 + column * 3) % 5])
            canvas.drawRect(box, paint(mix(tone, p.palette.sky(0.2), 0.3)))
            lead.append((box.left(), box.top(), box.right(), box.top() + box.height() * (row % 2)))
    lead += [(x + wide * k / 3, y, x + wide * k / 3, y + high) for k in (1, 2)]
    strokes(canvas, lead, p.palette.ink, 2.2)
    canvas.drawCircle(
        x + wide / 2,
        y + wide * 0.72,
        wide * 0.26,
        paint(mix(p.palette.glow("#ffd86a"), p.palette.sky(0.2), 0.2)),
    )
    canvas.drawCircle(x + wide / 2, y + wide * 0.72, wide * 0.26, pen(p.palette.ink, 2.4))
    canvas.restore()
    canvas.drawPath(arch, pen(lighter(p, "#b9ad9a", 0.2), 9))
    canvas.drawPath(arch, pen(p.palette.ink, 2.4))


def _altar(p: Painter) -> None:
    gold = p.palette.grade("#d8a83f", 0.85)
    with p.facing(NAVE.back - 2) as canvas:
        pointed(p, canvas, -52, -490, 104, 280)
    for step in range(3):
        p.box(
            (0, -step * 12.0, 740 + step * 14),
            (230 - step * 36, 12, 110 - step * 20),
            p.palette.grade("#b8ac98"),
        )
    p.box((0, -36, 770), (108, 54, 42), p.palette.grade("#e8dfcc"))
    with p.facing(748) as canvas:
        block(p, canvas, (-58, -92, 58, -84), "#fbf6ec", 1.4)
        block(p, canvas, (-30, -84, 30, -44), "#fbf6ec", 1.2)
        block(p, canvas, (-5, -196, 5, -92), gold, 1.6)
        block(p, canvas, (-27, -170, 27, -160), gold, 1.6)
    p.halo((0, -150, 748), 160, p.palette.glow("#ffd890"), 0.5)
    for x in (-46, -34, 34, 46):
        flame(p, x, -92, 752, 1.2)


def _rays(p: Painter) -> None:
    """Coloured light slants down from one side."""
    color, strength = daylight(p)
    for z, tone in ((560, "#ff9a6a"), (380, "#ffe08a"), (200, "#9ac0ff")):
        path = p.path(((-160, -390, z), (-160, -250, z), (60, 0, z - 130), (110, 0, z - 60)))
        a, b = p.lens.project((-160, -320, z)), p.lens.project((80, 0, z - 100))
        p.canvas.drawPath(
            path, fade(a, b, mix(color, p.palette.glow(tone), 0.5), strength * 0.9, 0.02, SCREEN)
        )


def _column(p: Painter, x: float, z: float, stone: str) -> None:
    with p.standing(x, z) as canvas:
        block(p, canvas, (-15, -400, 15, 0), stone, 2)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-15, -400, 15, 0), fade((15, 0), (-12, 0), p.palette.shadow, 0.7)
        )
        strokes(canvas, [(-6, -396, -6, -24), (4, -396, 4, -24)], p.palette.ink, 1)
        for y in (-24.0, -412.0):
            block(p, canvas, (-21, y, 21, y + 24), lighter(p, stone, 0.15), 2)


def _arches(p: Painter, stone: str) -> None:
    """Ribs spring from column to column over the nave."""
    for z in (660, 470, 280):
        with p.facing(z) as canvas:
            rib = skia.Path()
            rib.moveTo(-134, -410)
            rib.quadTo(-110, -500, 0, -536)
            rib.quadTo(110, -500, 134, -410)
            canvas.drawPath(rib, pen(p.palette.ink, 17))
            canvas.drawPath(rib, pen(lighter(p, stone, 0.08), 12))


def _posy(p: Painter, x: float, z: float, color: str) -> None:
    with p.standing(x, z, -72) as canvas:
        for dx, dy in ((-6, 0), (6, -1), (0, -7), (-3, 7), (5, 6)):
            disc(p, canvas, (dx, dy), 5.6, color, 0.9)
        strokes(canvas, [(-3, 10, -8, 34), (3, 10, 6, 36)], p.palette.grade(color), 2.4)
