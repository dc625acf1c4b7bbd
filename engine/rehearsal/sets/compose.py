"""Sets composed from words: a shell of the material, its age, its land, things in their places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.distance import far_town, hills, tree
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.glow import SCREEN, fade
from engine.rehearsal.sets.ink import block, boxes, darker, lighter, oval, strokes
from engine.rehearsal.sets.lamps import floor_lamp, pendant, tubes
from engine.rehearsal.sets.landmarks import LANDMARKS, planet
from engine.rehearsal.sets.openings import VIEWS, door, sun_patch, window
from engine.rehearsal.sets.parts import PARTS
from engine.rehearsal.sets.room import Room, finish, shell, skirting, span, turned
from engine.rehearsal.sets.sky import ground, sky
from engine.rehearsal.sets.surfaces import cover
from engine.rehearsal.sets.water import sea
from engine.script.lexicon.built import Reading


@dataclass(frozen=True, slots=True)
class Fabric:
    """What a room is made of."""

    covering: str
    wall: str
    floor: str
    ground: str
    ceiling: str = "#d8d4c8"


FABRICS: dict[str, Fabric] = {
    "stone": Fabric("stone", "#8f8a80", "stone", "#6d6a64", "#5c5852"),
    "wood": Fabric("planks", "#9a6f4a", "boards", "#7a5236", "#6b4a30"),
    "brick": Fabric("brick", "#a8584a", "boards", "#6a4c3a", "#4a3f3a"),
    "metal": Fabric("metal", "#7f8a92", "concrete", "#5c646c", "#4a5258"),
    "glass": Fabric("panels", "#b8d4dc", "marble", "#c8d4d8", "#e4eef0"),
    "marble": Fabric("marble", "#d8d4cc", "marble", "#c4c0b8", "#ece8e0"),
    "concrete": Fabric("concrete", "#8c8e90", "concrete", "#77797c", "#6a6c70"),
    "bamboo": Fabric("planks", "#b8a45c", "boards", "#a88a50", "#8a7440"),
    "ice": Fabric("stone", "#a8d0e4", "marble", "#bcdcec", "#c8e4f0"),
    "gold": Fabric("panels", "#d0a048", "marble", "#b89a6a", "#e8cc84"),
    "tile": Fabric("tile", "#a8cfd0", "tiles", "#c8d4d0", "#eef0ec"),
    "plain": Fabric("wainscot", "#c9b79c", "boards", "#8f6a4a", "#ebe4d6"),
}
# What a base is of where its words do not say.
USUAL = {
    "cellar": "stone",
    "spaceship": "metal",
    "lab": "tile",
    "museum": "marble",
    "factory": "concrete",
}
ROOMS = {
    "small": Room(half=104, back=330, height=240),
    "": Room(half=138, back=470, height=285),
    "large": Room(half=185, back=720, height=430),
}
# What belongs to a base though its name does not say so.
OWN: dict[str, tuple[str, ...]] = {
    "cellar": ("barrels", "crates"),
    "spaceship": ("screens", "screens"),
    "lab": ("screens", "tank", "machine"),
    "museum": ("statue", "paintings", "bones"),
    "factory": ("machine", "crates", "machine"),
}
VIEW_OF = {"sea": "sea", "forest": "trees", "mountain": "ridge", "city": "city", "space": "sky"}
LAND_COLORS = {
    "desert": "#d8b070",
    "snow": "#e4eaf0",
    "forest": "#6a7a4c",
    "mountain": "#84895c",
    "sea": "#b0a878",
    "space": "#9a9490",
}
# Of what a room that is named after it has more than one.
MANY = ("flowers", "machine", "barrels", "crates", "books", "screens", "plants", "statue", "toys")
# Where things stand in a room of the usual size: beside the middle, where people are.
SPOTS = ((-88.0, 380.0), (92.0, 330.0), (96.0, 180.0), (-100.0, 210.0), (20.0, 440.0))


def fabric_of(p: Painter, read: Reading) -> Fabric:
    name = read.material or USUAL.get(read.base) or ("metal" if read.state == "future" else "")
    if not name:
        name = p.random.choice(("plain", "brick", "wood", "concrete", "plain"))
    fabric = FABRICS[name]
    if read.hue:
        fabric = replace(fabric, wall=read.hue)
    return fabric


def room(p: Painter, read: Reading) -> None:
    """A room of what its words say; the rest, by seed, is what such rooms have."""
    base, m = ROOMS[read.size], turned(p)
    fabric = fabric_of(p, read)
    blind = read.base in ("cellar", "spaceship") and not read.land
    with p.sheet(base.back - 80, opaque=True):
        shell(p, base, fabric.ground, fabric.wall, fabric.wall, fabric.ceiling)
        lay(p, base, fabric.floor, fabric.ground)
        cover(p, base, fabric.covering, fabric.wall)
        skirting(p, base, fabric.ceiling, 9)
        left, right = span(m, -base.half * 0.2, base.half * 0.76)
        box = (left, -base.height * 0.82, right, -base.height * 0.3)
        if not blind:
            view = VIEW_OF.get(read.land) or p.random.choice(sorted(VIEWS))
            window(p, None, base, box, (3, 3), "#4a4640", view)
        door(
            p,
            -m * base.half * 0.62 - 34,
            base.back - 3,
            p.random.choice(("#7a5236", "#4f6a6c")),
            68,
            196,
        )
        if read.state == "future":
            _strips(p, base)
        finish(p, base, polished=0.3 if fabric.floor in ("marble", "tiles") else 0.1)
        if read.state in ("ruined", "old"):
            _decay(p, base, fabric, ruined=read.state == "ruined")
        if not blind:
            sun_patch(p, left, base.back - 30, right - left, base.back * 0.55, -60 * m)
        _lights(p, base, read, m)
    with p.sheet(base.back * 0.5):
        place(p, (*OWN.get(read.base, ()), *read.things), base, m)
    foreground.frame(
        p, "jamb" if read.size == "small" else p.random.choice(("post", "table", "leaves"))
    )


def _lights(p: Painter, base: Room, read: Reading, m: int) -> None:
    if read.base in ("spaceship", "lab", "factory") or read.state == "future":
        tubes(p, base, 210)
    elif read.state == "ruined":
        pendant(p, m * 20, base.back * 0.55, base.height * 0.2, base, "#5a5650")
    else:
        pendant(
            p,
            0,
            base.back * 0.5,
            base.height * 0.18,
            base,
            p.random.choice(("#d9a441", "#3f5a5c", "#c65f3f")),
        )


def place(p: Painter, things: Sequence[str], base: Room, m: int) -> None:
    """Put things at their spots, the farthest first; an empty room gets what rooms have."""
    named = [name for name in things if name in PARTS][: len(SPOTS)]
    if not named:
        named = p.random.sample(("crates", "plants", "books", "desk", "sofa", "clock"), 3)
    if len(named) == 1 and named[0] in MANY:
        named = named * 3  # "flower factory": more than one bed of them
    elif len(named) == 1:
        named += p.random.sample(("crates", "plants", "books", "desk"), 2)
    wide, deep = base.half / 138, base.back / 470
    spots = sorted(zip(SPOTS, named, strict=False), key=lambda pair: -pair[0][1])
    for (x, z), name in spots:
        PARTS[name](p, m * x * wide, z * deep)
    if len(named) < 3:
        floor_lamp(p, -m * base.half * 0.84, base.back * 0.78)


def _strips(p: Painter, base: Room) -> None:
    """Lines of light along walls and floor."""
    glow = p.palette.glow(p.random.choice(("#4ad8ff", "#b06aff", "#4affb0")))
    for x in (-base.half + 1, base.half - 1):
        with p.side(x) as canvas:
            near = p.lens.z + 60
            for y in (-18.0, -base.height * 0.72):
                lines = [(near, y, base.back, y)]
                strokes(canvas, lines, glow, 14, 0.25)
                strokes(canvas, lines, mix(glow, (255, 255, 255), 0.5), 3.4)
    with p.facing(base.back - 2) as canvas:
        for y in (-18.0, -base.height * 0.72):
            strokes(canvas, [(-base.half, y, base.half, y)], glow, 14, 0.25)
            strokes(canvas, [(-base.half, y, base.half, y)], mix(glow, (255, 255, 255), 0.5), 3.4)


def _decay(p: Painter, base: Room, fabric: Fabric, *, ruined: bool) -> None:
    """Cracks, bare patches, damp, cobwebs in the corners; in a ruin light through the roof."""
    with p.facing(base.back - 3) as canvas:
        patches = skia.Path()
        for _ in range(6 if ruined else 3):
            x, y = p.random.uniform(-base.half, base.half), -p.random.uniform(20, base.height * 0.9)
            for _ in range(4):
                size = p.random.uniform(8, 26)
                patches.addOval(
                    skia.Rect.MakeXYWH(
                        x + p.random.uniform(-20, 20),
                        y + p.random.uniform(-14, 14),
                        size * 1.6,
                        size,
                    )
                )
        canvas.drawPath(patches, paint(darker(p, fabric.wall, 0.35), 0.6))
        cracks = []
        for _ in range(7 if ruined else 3):
            x, y = p.random.uniform(-base.half, base.half), -base.height
            for _ in range(5):
                to = (x + p.random.uniform(-18, 18), y + p.random.uniform(14, 36))
                cracks.append((x, y, *to))
                x, y = to
        strokes(canvas, cracks, p.palette.ink, 1.5)
        webs = []
        for side in (-1, 1):
            corner = (side * base.half, -base.height)
            for k in range(6):
                webs.append((*corner, corner[0] - side * (10 + k * 14), corner[1] + 80 - k * 12))
        strokes(canvas, webs, p.palette.tone(0.9), 0.9, 0.6)
    if ruined:
        _rubble(p, base, fabric)


def _rubble(p: Painter, base: Room, fabric: Fabric) -> None:
    """What fell down, and light that comes in where it was."""
    with p.flat(-0.5) as canvas:
        rubble = [
            (x, z, x + p.random.uniform(6, 18), z + p.random.uniform(5, 14))
            for x, z in (
                (p.random.uniform(-base.half, base.half), p.random.uniform(120, base.back))
                for _ in range(26)
            )
        ]
        boxes(canvas, rubble, darker(p, fabric.ground, 0.3))
    for x in (-base.half * 0.4, base.half * 0.3):
        shaft = p.path(
            (
                (x, -base.height, 300),
                (x + 40, -base.height, 300),
                (x + 110, 0, 240),
                (x + 20, 0, 240),
            )
        )
        a, b = p.lens.project((x, -base.height, 300)), p.lens.project((x + 60, 0, 240))
        p.canvas.drawPath(shaft, fade(a, b, p.palette.tone(1.0), 0.3, 0.08, SCREEN))


def country(p: Painter, read: Reading) -> None:
    """Open country of a land, with the landmark that gives the place its name."""
    m, land = turned(p), read.land
    named = [name for name in read.things if name in LANDMARKS]
    sky(p)
    if land == "space":
        with p.sheet(30_000) as canvas:
            at = (p.lens.width * (0.5 + 0.24 * m), p.lens.horizon - 520 * p.unit)
            planet(p, canvas, at, 190 * p.unit)
    if land == "city":
        far_town(p, 5200, 1300)
    hills(p, 6000, 1300, "#5f7d78", 0.7, peaks=land in ("mountain", "snow"))
    if land == "sea":
        sea(p, 1500)
    elif land not in ("desert", "space"):
        hills(p, 3400, 460, "#6a8a5a", 0.45)
    color = LAND_COLORS.get(land, "#84954f")
    with p.sheet(1900):
        _field(p, color, land)
        for nth, name in enumerate(named[:3]):
            LANDMARKS[name](p, m * (230 - nth * 620), 2300 + nth * 260)
    with p.sheet(520):
        _near(p, read, m)
    foreground.frame(p, "grass")


def _near(p: Painter, read: Reading, m: int) -> None:
    """Trees of the land, and the things that the name speaks of; a fence where it names none."""
    land = read.land
    if land not in ("desert", "snow", "space"):
        for x, z in ((-m * 210, 700), (-m * 150, 470)):
            tree(p, x, z, 420, "#5d7a46" if land != "forest" else "#3f6a44", 0.08)
    if land == "forest":
        for x in (-360, -260, 280, 380):
            tree(p, x, 900, 560, "#3f6a44", 0.2)
    things = [name for name in read.things if name in PARTS]
    spots = ((m * 104.0, 380.0), (-m * 96.0, 430.0), (m * 150.0, 600.0))
    for (beside, away), name in zip(spots, things, strict=False):
        PARTS[name](p, beside, away)
    if not things and land != "space":
        _fence(p, m)


def _field(p: Painter, color: str, land: str) -> None:
    far = 2000.0 if land == "sea" else 9000.0
    if land == "sea":  # a headland
        fill = p.palette.grade(color)
        p.face(
            ((-3000, 0, -1200), (3000, 0, -1200), (1300, 0, far), (-900, 0, far), (-3000, 0, 900)),
            fill,
            1,
        )
        p.face(
            ((-900, 0, far), (1300, 0, far), (1300, 260, far), (-900, 260, far)),
            darker(p, color, 0.3),
            1,
        )
    else:
        ground(p, color)
    with p.flat() as canvas:
        if land == "space":
            for _ in range(14):
                x, z, r = (
                    p.random.uniform(-420, 420),
                    p.random.uniform(60, 1700),
                    p.random.uniform(20, 70),
                )
                oval(p, canvas, (x - r, z - r, x + r, z + r), darker(p, color, 0.2), 0)
                oval(
                    p,
                    canvas,
                    (x - r * 0.8, z - r * 0.9, x + r * 0.9, z + r * 0.7),
                    darker(p, color, 0.34),
                    0,
                )
        else:
            _way(canvas, lighter(p, color, 0.28))
        near = p.lens.z + 60
        canvas.drawRect(
            skia.Rect.MakeLTRB(-900, near, 900, 360),
            fade((0, near), (0, 320), p.palette.shadow, 0.4),
        )


def _way(canvas: skia.Canvas, color: Color) -> None:
    """A path that bends towards the landmark."""
    way = skia.Path()
    way.moveTo(-60, -900)
    way.cubicTo(-80, 300, 90, 700, 150, 1950)
    way.lineTo(190, 1950)
    way.cubicTo(170, 700, 60, 300, 70, -900)
    way.close()
    canvas.drawPath(way, paint(color))


def _fence(p: Painter, m: int) -> None:
    wood = "#8a6a48"
    with p.facing(480) as canvas:
        for k in range(9):
            a = m * (40 + k * 44)
            block(p, canvas, (a - 5, -84, a + 5, 0), wood, 1.8)
        for y in (-70, -36):
            strokes(canvas, [(m * 36, y, m * 420, y - 4)], p.palette.ink, 8)
            strokes(canvas, [(m * 36, y, m * 420, y - 4)], p.palette.grade(wood), 5)
