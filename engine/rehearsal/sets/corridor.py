"""A long corridor of a hotel or a block of flats: doors with numbers, wall lamps, a far window."""

import skia

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import picture, plant
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.glow import fade, mirrored
from engine.rehearsal.sets.ink import block, disc, lighter
from engine.rehearsal.sets.lamps import lit, sconce
from engine.rehearsal.sets.openings import outside, window
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=112, back=980, height=262)
# Floor, its colour; covering, wall; doors, frames.
STYLES = (
    ("carpet", "#7a3038", "wainscot", "#d8c4a0", "#5a3424", "#e8d8b8"),
    ("carpet", "#2f4a5a", "stripes", "#b8c0b4", "#3a4048", "#d8dcd4"),
    ("tiles", "#a8a498", "plain", "#c8d0c4", "#6a7a6c", "#8a9488"),
    ("boards", "#8a6444", "panels", "#a88a8a", "#e8e0d4", "#f0e8dc"),
)


def build(p: Painter) -> None:
    floor, ground, covering, wall, leaf, frame = p.random.choice(STYLES)
    m, first = turned(p), p.random.randint(2, 18) * 100
    with p.sheet(480, opaque=True):
        shell(p, ROOM, ground, wall, wall, "#ece4d4")
        lay(p, ROOM, floor, ground)
        cover(p, ROOM, covering, wall)
        for side in (-1, 1):
            with p.side(side * (ROOM.half - 1)) as canvas:
                for at, z in enumerate(range(-260, 900, 230)):
                    _door(
                        p,
                        canvas,
                        z + (115 if side > 0 else 0),
                        (leaf, frame),
                        str(first + at * 2 + (side > 0)),
                    )
        window(p, None, ROOM, (-46, -212, 46, -52), (2, 2), frame)
        with p.facing(ROOM.back - 3) as canvas:
            exit_box = (-44, -250, 44, -224)
            signs.board(p, canvas, exit_box, signs.spelled(p, "exit"), ("#2f8a5c", "#f4fff4"))
        finish(p, ROOM, polished=0.3 if floor == "tiles" else 0.08)
        mirrored(p, 0, 92, ROOM.back, outside(p, 0.1), 0.3, 500)
    with p.sheet(420):
        for z in (830, 600, 370, 140):
            for side in (-1, 1):
                sconce(p, side * (ROOM.half - 8), -176, z + (115 if side > 0 else 0) - 58)
        if lit(p):
            p.halo((0, -250, 500), 150, p.palette.glow("#ffb868"), 0.35)
        plant(p, m * 92, 640, 110)
        p.box((-m * 96, 0, 470), (28, 78, 70), p.palette.grade(leaf))
        with p.standing(-m * 96, 450, -78) as canvas:
            picture(p, canvas, (-12, -34, 12, -4), frame)
    foreground.frame(p, p.random.choice(("jamb", "leaves")))


def _door(p: Painter, canvas: skia.Canvas, z: float, colors: tuple[str, str], number: str) -> None:
    leaf, frame = colors
    block(p, canvas, (z - 8, -218, z + 98, 0), frame, 1.6)
    block(p, canvas, (z, -210, z + 90, 0), leaf, 2)
    canvas.drawRect(
        skia.Rect.MakeLTRB(z, -210, z + 90, 0), fade((z, 0), (z + 34, 0), p.palette.shadow, 0.5)
    )
    for top, bottom in ((-196, -112), (-96, -16)):
        block(p, canvas, (z + 14, top, z + 76, bottom), lighter(p, leaf, 0.1), 1.4)
    disc(p, canvas, (z + 80, -104), 4, "#e0b84c", 1)
    if 0 < z < 900:
        signs.letters(p, canvas, (z + 26, -176, z + 64, -150), number, "#e8c870")
