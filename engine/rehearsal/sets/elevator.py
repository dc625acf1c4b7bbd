"""Inside a lift: brushed metal, a mirror, the floor in lit figures, buttons by the door."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint
from engine.rehearsal.sets import signs
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.glow import SCREEN, fade
from engine.rehearsal.sets.ink import block, disc, lighter, strokes
from engine.rehearsal.sets.lamps import downlights
from engine.rehearsal.sets.room import Room, finish, shell, turned

ROOM = Room(half=98, back=200, front=-1000, height=256)
STYLES = (
    ("#9aa2a8", "#6a5a4c"),
    ("#b89a6a", "#3a2c28"),
    ("#7a828c", "#2f3a48"),
    ("#a87c6a", "#d8d0c4"),
)


def build(p: Painter) -> None:
    metal, ground = p.random.choice(STYLES)
    m, floor = turned(p), str(p.random.randint(2, 58))
    with p.sheet(170, opaque=True):
        shell(p, ROOM, ground, metal, metal, "#d8dade")
        lay(p, ROOM, "marble", ground)
        for x in (-ROOM.half + 0.5, ROOM.half - 0.5):
            with p.side(x) as canvas:
                _brushed(p, canvas, (p.lens.z + 40, -256, 200, 0), metal)
        with p.facing(ROOM.back - 0.5) as canvas:
            _brushed(p, canvas, (-98, -256, 98, 0), metal)
            _mirror(p, canvas)
            block(p, canvas, (-90, -110, 90, -102), "#e0e4e6", 1.6, 3)
        finish(p, ROOM, polished=0.3)
        downlights(p, ROOM, (-50, 50), (-120.0, 20.0, 140.0))
    with p.sheet(60):
        _panel(p, m, floor)
    with p.sheet(-95):
        _jambs(p, metal)


def _brushed(
    p: Painter, canvas: skia.Canvas, box: tuple[float, float, float, float], metal: str
) -> None:
    left, top, right, bottom = box
    lines = []
    for _ in range(90):
        y = p.random.uniform(top, bottom)
        lines.append((left, y, right, y))
    strokes(canvas, lines, lighter(p, metal, 0.4), 0.5, 0.4)
    for share in (0.2, 0.62):
        x = left + (right - left) * share
        wide = (right - left) * 0.16
        area = skia.Rect.MakeLTRB(x, top, x + wide, bottom)
        canvas.drawRect(area, fade((x, 0), (x + wide, 0), p.palette.tone(1.0), 0.34, 0.0, SCREEN))
    strokes(canvas, [(left, -70, right, -70), (left, -200, right, -200)], p.palette.ink, 1.6)


def _mirror(p: Painter, canvas: skia.Canvas) -> None:
    """The back wall's mirror gives back the doors behind the lens, and light."""
    block(p, canvas, (-74, -232, 74, -116), mix(p.palette.tone(0.66), p.palette.sky(0.3), 0.3), 2.4)
    block(p, canvas, (-30, -216, 30, -118), mix(p.palette.tone(0.5), p.palette.ink, 0.2), 1.2)
    strokes(canvas, [(0, -216, 0, -118)], p.palette.ink, 1.4)
    for x in (-62, -40, 44):
        path = skia.Path()
        path.addPoly(
            [
                skia.Point(x + 26, -232),
                skia.Point(x + 38, -232),
                skia.Point(x + 2, -116),
                skia.Point(x - 10, -116),
            ],
            True,
        )
        canvas.drawPath(path, paint((255, 255, 255), 0.14))


def _panel(p: Painter, m: int, floor: str) -> None:
    with p.side(m * (ROOM.half - 2)) as canvas:
        block(p, canvas, (30, -190, 74, -70), "#3a3f46", 2, 4)
        block(p, canvas, (36, -184, 68, -162), "#14171b", 1.2, 2)
        signs.letters(p, canvas, (38, -184, 66, -162), floor, p.palette.glow("#ff6a3a"))
        for row in range(6):
            for column in range(2):
                shines = p.random.random() < 0.2
                color = p.palette.glow("#ffd08a") if shines else p.palette.grade("#c8ccd0")
                disc(p, canvas, (43 + column * 18, -150 + row * 14), 4.6, color, 1)


def _jambs(p: Painter, metal: str) -> None:
    """The door we look in by."""
    half = p.lens.width / 2 / p.lens.scale(p.lens.depth((0, p.lens.y, -95)))
    with p.facing(-95) as canvas:
        for side in (-1, 1):
            a, b = sorted((side * half * 0.84, side * half * 1.6))
            block(
                p, canvas, (a, -420, b, 80), mix(p.palette.grade(metal), p.palette.ink, 0.55), 1.6
            )
