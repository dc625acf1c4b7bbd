"""Floors in perspective: boards, herringbone, tiles, slabs, carpets and rugs."""

from collections.abc import Callable

import skia

from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.ink import block, boxes, darker, lighter, oval, strokes
from engine.rehearsal.sets.room import Room

Laying = Callable[[Painter, skia.Canvas, Room, str], None]


def lay(p: Painter, room: Room, kind: str, color: str) -> None:
    """Lay a floor of `kind`, a key of FLOORS, over the shell's own colour `color`."""
    with p.aside("floor"), p.flat() as canvas:
        FLOORS[kind](p, canvas, room, color)


def _near(p: Painter) -> float:
    return p.lens.z + 50


def _boards(p: Painter, canvas: skia.Canvas, room: Room, color: str) -> None:
    x, seams, joints, tones = -room.half, [], [], []
    while x < room.half:
        wide = 23.0
        seams.append((x, _near(p), x, room.back))
        z = _near(p) + p.random.uniform(0, 160)
        while z < room.back:
            long = p.random.uniform(110, 220)
            joints.append((x, z, x + wide, z))
            if p.random.random() < 0.34:
                tones.append((x, z, x + wide, min(z + long, room.back)))
            z += long
        x += wide
    boxes(canvas, tones, darker(p, color, 0.12))
    strokes(canvas, seams, darker(p, color, 0.4), 1.2)
    strokes(canvas, joints, darker(p, color, 0.4), 1.0)


def _herringbone(p: Painter, canvas: skia.Canvas, room: Room, color: str) -> None:
    dark, light = skia.Path(), skia.Path()
    size = 34.0
    z = _near(p) - _near(p) % size
    while z < room.back:
        x, turn = -room.half, 0
        while x < room.half:
            ahead = (1 if turn % 2 else -1) * size * 0.5
            path = dark if turn % 2 else light
            path.addPoly(
                [
                    skia.Point(x, z),
                    skia.Point(x + size, z + ahead),
                    skia.Point(x + size, z + ahead + size * 0.5),
                    skia.Point(x, z + size * 0.5),
                ],
                True,
            )
            x += size
            turn += 1
        z += size
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(-room.half, _near(p), room.half, room.back))
    canvas.drawPath(dark, paint(darker(p, color, 0.16)))
    canvas.drawPath(light, pen(darker(p, color, 0.36), 1))
    canvas.drawPath(dark, pen(darker(p, color, 0.36), 1))
    canvas.restore()


def _checks(side: float) -> Laying:
    def draw(p: Painter, canvas: skia.Canvas, room: Room, color: str) -> None:
        squares = []
        row, z = 0, room.back
        while z > _near(p):
            x = -room.half + (row % 2) * side
            while x < room.half:
                squares.append((x, max(z - side, _near(p)), min(x + side, room.half), z))
                x += side * 2
            z -= side
            row += 1
        boxes(canvas, squares, darker(p, color, 0.5))

    return draw


def _slabs(side: float, seam: float = 1.4) -> Laying:
    def draw(p: Painter, canvas: skia.Canvas, room: Room, color: str) -> None:
        near = _near(p)
        lines = [(x, near, x, room.back) for x in _steps(-room.half, room.half, side)]
        lines += [
            (-room.half, z, room.half, z) for z in _steps(near - near % side, room.back, side)
        ]
        some = []
        for _ in range(26):
            x = -room.half + side * p.random.randrange(int(room.half * 2 / side) or 1)
            z = room.back - side * p.random.randrange(1, max(int((room.back - near) / side), 2))
            some.append((x, z, min(x + side, room.half), z + side))
        boxes(canvas, some, lighter(p, color, 0.1))
        strokes(canvas, lines, darker(p, color, 0.34), seam)

    return draw


def _steps(start: float, stop: float, step: float) -> list[float]:
    return [start + step * at for at in range(int((stop - start) / step) + 1)]


def _carpet(p: Painter, canvas: skia.Canvas, room: Room, color: str) -> None:
    """A hotel's carpet: a grid of lozenges."""
    marks, z = skia.Path(), _near(p) - _near(p) % 44
    row = 0
    while z < room.back:
        for x in _steps(-room.half + (row % 2) * 22, room.half, 44):
            marks.addPoly(
                [
                    skia.Point(x, z - 15),
                    skia.Point(x + 15, z),
                    skia.Point(x, z + 15),
                    skia.Point(x - 15, z),
                ],
                True,
            )
        z += 22
        row += 1
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(-room.half, _near(p), room.half, room.back))
    canvas.drawPath(marks, pen(lighter(p, color, 0.22), 2.2))
    canvas.restore()
    for x in (-room.half + 10, room.half - 10):
        canvas.drawLine(x, _near(p), x, room.back, pen(p.palette.grade("#d8a83f", 0.8), 5))


def _bare(p: Painter, canvas: skia.Canvas, room: Room, color: str) -> None:
    """Concrete: joints, cracks and stains."""
    near = _near(p)
    strokes(
        canvas,
        [(-room.half, z, room.half, z) for z in _steps(near - near % 180, room.back, 180)],
        darker(p, color, 0.25),
        1.6,
    )
    stains = skia.Path()
    for _ in range(8):
        x, z = p.random.uniform(-room.half, room.half), p.random.uniform(near, room.back)
        stains.addOval(skia.Rect.MakeXYWH(x, z, p.random.uniform(20, 70), p.random.uniform(20, 60)))
    canvas.drawPath(stains, paint(darker(p, color, 0.3), 0.4))
    cracks = []
    for _ in range(6):
        x, z = p.random.uniform(-room.half, room.half), p.random.uniform(near, room.back)
        cracks += [(x, z, x + 14, z + 22), (x + 14, z + 22, x + 9, z + 44)]
    strokes(canvas, cracks, darker(p, color, 0.4), 1.2)


FLOORS: dict[str, Laying] = {
    "boards": _boards,
    "herringbone": _herringbone,
    "checks": _checks(44),
    "marble": _slabs(92, 1.2),
    "tiles": _slabs(44, 1.2),
    "stone": _slabs(60, 2.2),
    "carpet": _carpet,
    "concrete": _bare,
}


def rug(
    p: Painter,
    box: tuple[float, float, float, float],
    color: str,
    border: str,
    marks: str = "rings",
) -> None:
    """A rug on the floor, with thickness and a fringe; `marks` is rings, lozenges or none."""
    left, near, right, far = box
    with p.flat() as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(left + 4, near - 7, right + 5, far), paint(p.palette.shadow, 0.4)
        )
        block(p, canvas, box, color, 1.8)
        fringe = [
            (x, z, x, z + way)
            for x in _steps(left, right, 6)
            for z, way in ((near, -6.0), (far, 6.0))
        ]
        strokes(canvas, fringe, p.palette.grade(border), 1.4)
        for inset, width in ((12, 5.0), (21, 1.6)):
            edge = skia.Rect.MakeLTRB(left + inset, near + inset, right - inset, far - inset)
            canvas.drawRect(edge, pen(p.palette.grade(border), width))
        if marks == "none":
            return
        middle = (left + right) / 2
        for z in _steps(near + 50, far - 50, 66):
            if marks == "rings":
                oval(p, canvas, (middle - 26, z - 22, middle + 26, z + 22), border, 1.2)
                oval(p, canvas, (middle - 15, z - 12, middle + 15, z + 12), color, 1.0)
            else:
                star = skia.Path()
                star.addPoly(
                    [
                        skia.Point(middle - 40, z),
                        skia.Point(middle, z - 26),
                        skia.Point(middle + 40, z),
                        skia.Point(middle, z + 26),
                    ],
                    True,
                )
                canvas.drawPath(star, pen(p.palette.grade(border), 4))


def runner(p: Painter, half: float, near: float, far: float, color: str, edge: str) -> None:
    """A long carpet that runs away from the lens."""
    with p.flat() as canvas:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-half, near, half, far), paint(p.palette.grade(color, 0.8))
        )
        for x in (-half, half):
            canvas.drawLine(x, near, x, far, pen(p.palette.ink, 2))
            inner = x * 0.86
            canvas.drawLine(inner, near, inner, far, pen(p.palette.grade(edge, 0.85), 4))
