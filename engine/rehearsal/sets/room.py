"""What rooms are made of: their shell, its light, floors."""

from dataclasses import dataclass

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, Walls, paint
from engine.rehearsal.palette import light_for
from engine.rehearsal.sets.glow import dusk_of_corners, sheen


@dataclass(frozen=True)
class Room:
    """A box to play in, cm: the mark stands at its origin."""

    half: float = 125  # from the middle to a side wall
    back: float = 480
    front: float = -1000
    height: float = 275


def turned(p: Painter) -> int:
    """Which way round a room is furnished, by its seed: 1, or -1 for its mirror image."""
    return p.random.choice((-1, 1))


def span(way: int, a: float, b: float) -> tuple[float, float]:
    """Left and right of what stands from `a` to `b` in a room that is not turned."""
    return (a, b) if way > 0 else (-b, -a)


def shell(p: Painter, room: Room, floor: str, wall: str, side: str, ceiling: str) -> None:
    """Floor, three walls and ceiling. What is drawn on them follows; `finish` then lights them."""
    h, b, f, top = room.half, room.back, room.front, -room.height
    grade = p.palette.grade
    p.walls = Walls(h, room.height)
    p.face(((-h, 0, f), (h, 0, f), (h, 0, b), (-h, 0, b)), grade(floor), 0)
    if p.lens.y > top:
        p.face(((-h, top, f), (h, top, f), (h, top, b), (-h, top, b)), grade(ceiling), 0)
    shade = mix(grade(side), p.palette.shadow, 0.22)
    p.face(((-h, 0, f), (-h, top, f), (-h, top, b), (-h, 0, b)), grade(side), 1)
    p.face(((h, 0, f), (h, top, f), (h, top, b), (h, 0, b)), shade, 1)
    p.face(((-h, 0, b), (h, 0, b), (h, top, b), (-h, top, b)), grade(wall), 1.4)


def finish(p: Painter, room: Room, *, polished: float = 0.0) -> None:
    """Light and dark over all that was drawn on the shell; lamps and sun come after it."""
    if polished:
        sheen(p, room.half, room.back, polished)
    dusk_of_corners(p, room.half, room.back, room.height, 0.6 + p.palette.weight)
    h, b, top = room.half, room.back - 4, -room.height
    side = 1 if light_for(p.dressing).direction[0] < 0 else -1
    corners = ((side * h, top), (side * h * 0.2, top), (side * h * 0.72, 0), (side * h, 0))
    path = p.path(tuple((x, y, b) for x, y in corners))
    p.canvas.drawPath(path, paint(p.palette.shadow, 0.6 * p.palette.weight))


def skirting(p: Painter, room: Room, color: str, high: float = 14) -> None:
    h, b, f = room.half - 1, room.back - 1, room.front
    base = p.palette.grade(color)
    p.face(((-h, 0, b), (h, 0, b), (h, -high, b), (-h, -high, b)), base, 0.7)
    for x in (-h, h):
        p.face(
            ((x, 0, f), (x, -high, f), (x, -high, b), (x, 0, b)), mix(base, p.palette.ink, 0.2), 0.7
        )


def boards(p: Painter, room: Room, step: float = 30) -> None:
    """Floor boards run away from the lens and meet at the vanishing point."""
    x = -room.half
    tint = mix(p.palette.ink, p.palette.tone(0.4), 0.35)
    while x < room.half:
        p.line((x, 0, room.front), (x, 0, room.back), 0.45, tint)
        x += step


def tiles(p: Painter, room: Room, color: str, side: float = 60) -> None:
    """Every second tile of a floor in another colour."""
    brush = paint(p.palette.grade(color))
    with p.flat() as canvas:
        for row in range(int((room.back + 420) / side)):
            z = room.back - (row + 1) * side
            for column in range(int(room.half * 2 / side)):
                if (row + column) % 2 == 0:
                    x = -room.half + column * side
                    canvas.drawRect(skia.Rect.MakeXYWH(x, z, side, side), brush)
