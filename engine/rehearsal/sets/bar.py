"""A bar at night, whatever the hour: lit bottles, a counter, stools, neon, a lamp over each."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.decor import bottle
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.furniture import counter, sofa, stool, table
from engine.rehearsal.sets.glow import SCREEN, bloom, fade, lamplight, mirrored, pool
from engine.rehearsal.sets.ink import block, boxes, disc, lighter
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=152, back=480, height=286)
# Floor; covering, wall; wood, its top; light of the shelves, neon, the second neon.
STYLES = (
    ("boards", "brick", "#5c2f34", "#4a2c20", "#8a5a38", "#ff9a4a", "#ff3d7a", "#3dd8ff"),
    ("checks", "planks", "#2f3a4a", "#22262e", "#4a6a7a", "#4ab8ff", "#b06aff", "#ff5ad8"),
    ("concrete", "concrete", "#4a3a52", "#2a2030", "#7a4a6a", "#c86aff", "#ff4ab0", "#ffb03e"),
    ("herringbone", "panels", "#2f4a3c", "#3a2a1c", "#a87a40", "#ffc04a", "#7dff8a", "#ff6a4a"),
)
GLASS = ("#2f6a4a", "#8a3a2c", "#d8b45c", "#3a4a7a", "#c8d8d8")


def build(p: Painter) -> None:
    floor, covering, wall, wood, top, shelf, one, two = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(400, opaque=True):
        shell(p, ROOM, "#3f302c", wall, wall, "#221c22")
        lay(p, ROOM, floor, "#3f302c")
        cover(p, ROOM, covering, wall)
        finish(p, ROOM, polished=0.2)
        _shelves(p, shelf)
        with p.side(-m * (ROOM.half - 1)) as canvas:
            signs.neon_letters(p, canvas, (130, -232, 270, -178), signs.spelled(p, "bar"), one)
        for x, color in ((-m * 130, one), (m * 130, two)):
            glow = p.palette.glow(color)
            pool(p, x, 330, 190, glow, 0.5)
            mirrored(p, x * 0.7, 60, 420, glow, 0.4, 420)
            lamplight(p, (x, -200, 440), 170, glow, 0.42)
    with p.sheet(290):
        counter(p, 0, 380, (270, 104, 50), wood, top)
        _on_the_bar(p, shelf)
        for x in (-96, -48, 48, 96):
            stool(p, x, 318, one if x < 0 else wood)
        _booth(p, m, wood)
        _lamps(p, shelf)
    foreground.frame(p, "table")


def _shelves(p: Painter, color: str) -> None:
    """Rows of bottles before a lit wall; a mirror between them doubles their light."""
    glow = p.palette.glow(color)
    with p.facing(ROOM.back - 2) as canvas:
        canvas.drawCircle(0, -170, 230, bloom((0, -170), 230, glow, 0.55))
        for row in range(3):
            y = -124.0 - row * 50
            block(p, canvas, (-126, y - 42, 126, y + 5), mix(glow, p.palette.ink, 0.15), 1.6)
            area = skia.Rect.MakeLTRB(-126, y - 42, 126, y + 4)
            canvas.drawRect(area, fade((0, y + 4), (0, y - 40), (255, 248, 226), 0.55, 0.0, SCREEN))
            canvas.drawRect(area, fade((0, y - 42), (0, y - 20), p.palette.ink, 0.6))
            x = -120.0
            by: dict[str, list[tuple[float, float, float, float]]] = {}
            while x < 116:
                tall, wide = p.random.uniform(19, 34), p.random.uniform(6, 10)
                glass = by.setdefault(p.random.choice(GLASS), [])
                glass += [
                    (x, y + 4 - tall, x + wide, y + 4),
                    (x + wide * 0.35, y - 5 - tall, x + wide * 0.65, y + 5 - tall),
                ]
                x += wide + p.random.uniform(2, 8)
            for glass_color in GLASS:
                boxes(canvas, by.get(glass_color, ()), p.palette.grade(glass_color, 0.8), 0.9)
            block(p, canvas, (-130, y + 3, 130, y + 8), "#1c1a20", 1.2)


def _on_the_bar(p: Painter, color: str) -> None:
    for x in (-104, -92, 70):
        bottle(p, x, -110, 370, p.random.choice(GLASS))
    for x in (-40, -22, 34):
        with p.standing(x, 360, -110) as canvas:
            block(p, canvas, (-4, -13, 4, 0), lighter(p, p.palette.glow(color), 0.2), 1, 1)
    with p.standing(106, 372, -110) as canvas:  # the taps
        block(p, canvas, (-16, -30, 16, -24), "#d8b45c", 1.2, 2)
        for dx in (-11, 0, 11):
            block(p, canvas, (dx - 2, -46, dx + 2, -30), "#2a2a2e", 1, 1)


def _booth(p: Painter, m: int, wood: str) -> None:
    sofa(p, -m * 124, 262, 90, "#7a2f3a")
    table(p, -m * 108, 206, (70, 66, 40), wood)
    with p.standing(-m * 108, 204, -71) as canvas:
        disc(p, canvas, (0, -6), 5, p.palette.glow("#ffb04a"), 1)
    lamplight(p, (-m * 108, -78, 204), 66, p.palette.glow("#ffa04a"), 0.7)


def _lamps(p: Painter, color: str) -> None:
    """Three glass globes over the bar, lit at all hours."""
    glow = p.palette.glow(color)
    for x in (-80, 0, 80):
        p.line((x, -286, 372), (x, -214, 372), 0.8)
        with p.standing(x, 372, -202) as canvas:
            disc(p, canvas, (0, 0), 13, mix(glow, (255, 255, 255), 0.45), 1.6)
        lamplight(p, (x, -202, 372), 74, glow, 0.6)
