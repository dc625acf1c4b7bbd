"""An underground garage: pillars with numbers, cars in their bays, pipes, cold lamps, a ramp."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.glow import lamplight, mirrored, pool
from engine.rehearsal.sets.ink import block, boxes, darker, poly, strokes
from engine.rehearsal.sets.openings import outside
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

DECK = Room(half=250, back=1040, height=272)
PAINTS = ("#a83a3a", "#3a5f8a", "#d0c8b8", "#2f343c", "#6a8a6c", "#c9a04a", "#8a8f96")
STYLES = (
    ("#7c7e80", "#e0b83c", "#dff4ff"),
    ("#6a706c", "#3f9a8c", "#fff0d0"),
    ("#82787a", "#d0563c", "#e8e4ff"),
)


def build(p: Painter) -> None:
    wall, stripe, lamp = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(700, opaque=True):
        shell(p, DECK, "#6c6e72", wall, wall, "#5a5c60")
        lay(p, DECK, "concrete", "#6c6e72")
        cover(p, DECK, "concrete", wall)
        _marks(p, stripe)
        finish(p, DECK, polished=0.16)
        _ramp(p, m)
        _ceiling(p, lamp)
    with p.sheet(480):
        for z in (820, 620, 430, 250):
            for side in (-1, 1):
                if p.random.random() < 0.62:
                    _car(p, side * 186, z, p.random.choice(PAINTS))
        for z in (720, 340):
            for side in (-1, 1):
                _pillar(p, side * 104, z, stripe)
    foreground.frame(p, "post")


def _marks(p: Painter, stripe: str) -> None:
    with p.flat() as canvas:
        bays = [
            (side * 110.0, float(z), side * 250.0, float(z))
            for side in (-1, 1)
            for z in range(160, 1000, 190)
        ]
        strokes(canvas, bays, p.palette.grade("#e8e4d8"), 6, 0.8)
        for z in (120, 460, 800):
            poly(
                p,
                canvas,
                (
                    (-9, z),
                    (9, z),
                    (9, z + 60),
                    (24, z + 60),
                    (0, z + 100),
                    (-24, z + 60),
                    (-9, z + 60),
                ),
                "#e8e4d8",
                0,
            )
    for side in (-1, 1):
        with p.side(side * (DECK.half - 1)) as canvas:
            boxes(canvas, [(p.lens.z + 60, -96, 1040, -66)], p.palette.grade(stripe))


def _ramp(p: Painter, m: int) -> None:
    """The way up and out: daylight, or a street lamp, at its end."""
    light = outside(p, 0.1) if not p.palette.hour.lamps else p.palette.glow("#ffb868")
    with p.facing(DECK.back - 2) as canvas:
        a = m * 70 - 80
        block(p, canvas, (a, -190, a + 160, 0), mix(light, p.palette.shadow, 0.2), 3)
        poly(p, canvas, ((a, 0), (a + 160, 0), (a + 118, -92), (a + 42, -92)), "#5c5e62", 2)
        strokes(canvas, [(a + 80, -4, a + 80, -88)], p.palette.grade("#e8e4d8"), 4)
        sign = (a + 34, -240, a + 126, -200)
        signs.board(p, canvas, sign, signs.spelled(p, "garage"), ("#2f8a5c", "#f4fff4"))
    p.halo((m * 70, -90, DECK.back - 4), 260, light, 0.6)
    mirrored(p, m * 70, 130, DECK.back, light, 0.4, 560)


def _ceiling(p: Painter, lamp: str) -> None:
    glow = p.palette.glow(lamp)
    for x, color in ((-60, "#8a3a34"), (-44, "#9aa2a8"), (70, "#5a6a7a")):
        p.line((x, -262, p.lens.z + 60), (x, -262, DECK.back), 5.0)
        p.line((x, -262, p.lens.z + 60), (x, -262, DECK.back), 3.4, p.palette.grade(color))
    for at, z in enumerate(range(-240, 1000, 200)):
        dead = at == p.dressing.seed % 5 + 1  # one tube is always broken
        with p.flat(-258) as canvas:
            block(p, canvas, (-9, z, 9, z + 110), darker(p, glow, 0.6) if dead else glow, 1.6)
        if not dead:
            pool(p, 0, z + 55, 120, glow, 0.3)
            if z > 0:
                lamplight(p, (0, -256, z + 50), 110, glow, 0.36)


def _pillar(p: Painter, x: float, z: float, stripe: str) -> None:
    p.box((x, 0, z), (44, 272, 44), p.palette.grade("#8a8c8e"))
    with p.facing(z - 22.5) as canvas:
        block(p, canvas, (x - 22, -104, x + 22, -66), stripe, 1.6)
        signs.letters(p, canvas, (x - 20, -190, x + 20, -140), f"B{int(z) // 340 + 1}", "#e8e4d8")
        bars = [(x - 22 + k * 15.0, -28, x - 14 + k * 15.0, 0) for k in range(3)]
        boxes(canvas, bars, p.palette.grade("#22242a"))


def _car(p: Painter, x: float, z: float, color: str) -> None:
    """Nose to the aisle."""
    body, glass = p.palette.grade(color, 0.8), darker(p, "#3a4a58", 0.4)
    way = -1 if x > 0 else 1
    p.box((x, -20, z), (128, 42, 150), body)
    p.box((x - way * 10, -62, z), (86, 38, 124), glass)
    p.box((x - way * 10, -100, z), (74, 4, 106), body)
    with p.side(x + way * 64.5) as canvas:
        for dz in (-62, 34):
            block(p, canvas, (z + dz, -50, z + dz + 28, -36), p.palette.grade("#f4f0dc"), 1.4, 4)
        block(p, canvas, (z - 24, -34, z + 24, -24), "#e8e8e4", 1)
        block(p, canvas, (z - 72, -22, z + 72, -14), darker(p, body, 0.5), 1.2, 3)
    with p.facing(z - 75.5) as canvas:
        for dx in (-42, 42):
            wheel = skia.Path()
            wheel.addCircle(x + dx, -18, 18)
            canvas.drawPath(
                wheel, skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(255, *p.palette.ink))
            )
            block(p, canvas, (x + dx - 7, -25, x + dx + 7, -11), "#9aa0a6", 0, 7)
