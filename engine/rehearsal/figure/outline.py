"""Outlines from arrays of points: the one place where numbers become Skia paths.

Skia's Python calls cost a microsecond a point; a path read from a buffer costs a few in all. The
buffer's layout is Skia's own (version word, counts, points, verbs) and is held by a test.
"""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
import skia
from numpy.typing import NDArray

Points = NDArray[np.float64]  # shape (n, 2)
Path: TypeAlias = skia.Path
MOVE, LINE, QUAD, CLOSE = 0, 1, 2, 5
LAYOUT = 5  # version of Skia's buffer; the fill type (0: winding) stands in its second byte


def _read(points: Points, head: bytes, verbs: bytes) -> Path:
    path = skia.Path()
    path.readFromMemory(b"".join((head, points.astype("<f4", copy=False), verbs)))  # type: ignore[arg-type]
    return path


@lru_cache(maxsize=512)
def _frame(count: int, loops: int, quads: bool) -> tuple[bytes, bytes]:
    """What stands before and after the points of `loops` closed loops of `count` points each."""
    verb = bytes([MOVE, *([QUAD] * count if quads else [LINE] * (count - 1)), CLOSE]) * loops
    points = (2 * count + 1 if quads else count) * loops
    head = np.array([LAYOUT, points, 0, len(verb)], dtype="<u4").tobytes()
    return head, verb + b"\0" * (-len(verb) % 4)


def smooth(points: Points) -> Path:
    """The closed curve of quadratic arcs whose control points are `points`; corners where points
    repeat."""
    n = len(points)
    out = np.empty((2 * n + 1, 2), "<f4")
    out[1::2] = points
    out[2:-1:2] = (points[:-1] + points[1:]) * 0.5
    out[0] = out[-1] = (points[-1] + points[0]) * 0.5
    return _read(out, *_frame(n, 1, True))


def smooth_loops(loops: Points) -> Path:
    """Many such curves as one path; `loops` is (loops, points, 2)."""
    k, n = loops.shape[:2]
    out = np.empty((k, 2 * n + 1, 2), "<f4")
    out[:, 1::2] = loops
    out[:, 2:-1:2] = (loops[:, :-1] + loops[:, 1:]) * 0.5
    out[:, 0] = out[:, -1] = (loops[:, -1] + loops[:, 0]) * 0.5
    return _read(out.reshape(-1, 2), *_frame(n, k, True))


@lru_cache(maxsize=4)
def _round(count: int) -> Points:
    """Directions all round, in the sense in which every loop here runs, (count, 2)."""
    a = np.linspace(0, -2 * np.pi, count, endpoint=False)
    return np.column_stack([np.cos(a), np.sin(a)])


def hulls(centers: Points, radii: Points, count: int = 16) -> Points:
    """Tight loops round groups of discs: (groups, discs, 2) and (groups, discs) give
    (groups, count, 2)."""
    ways = _round(count)
    far = centers @ ways.T + radii[:, :, None]  # (groups, discs, count)
    which = far.argmax(axis=1)
    rows = np.arange(len(centers))[:, None]
    result: Points = centers[rows, which] + radii[rows, which][..., None] * ways
    return result


def polygon(points: Points) -> Path:
    return _read(points, *_frame(len(points), 1, False))


def circle(center: Points | tuple[float, float], radius: float) -> Path:
    path = skia.Path()
    path.addCircle(float(center[0]), float(center[1]), float(radius))
    return path


def moved(path: Path, dx: float, dy: float) -> Path:
    copy = skia.Path(path)
    copy.offset(dx, dy)
    return copy


def _op(a: Path, b: Path, op: skia.PathOp, otherwise: Path) -> Path:
    try:
        return skia.Op(a, b, op)
    except RuntimeError:  # Skia gives up on some overlaps; the picture then lacks a shadow's edge
        return otherwise


def minus(a: Path, b: Path) -> Path:
    return _op(a, b, skia.PathOp.kDifference_PathOp, a)


def common(a: Path, b: Path) -> Path:
    return _op(a, b, skia.PathOp.kIntersect_PathOp, a)


def together(*paths: Path) -> Path:
    """Loops laid over each other as one path."""
    over = skia.Path(paths[0])
    for path in paths[1:]:
        over.addPath(path)
    return over


def wound(path: Path) -> Path:
    """The same shape with its outline run against the clock, as all loops made here run: laid
    over each other by `together` such shapes leave no hole."""
    winding = skia.AsWinding(path)
    corners = np.array([(p.x(), p.y()) for p in winding.getPoints(winding.countPoints())])
    after = np.roll(corners, -1, axis=0)
    if (corners[:, 0] * after[:, 1] - after[:, 0] * corners[:, 1]).sum() <= 0:
        return winding
    back = skia.Path()
    back.reverseAddPath(winding)
    return back


def joined(a: Path, b: Path) -> Path:
    """Both shapes as one."""
    return _op(a, b, skia.PathOp.kUnion_PathOp, together(a, b))


def united(path: Path) -> Path:
    """One outline round overlapping loops."""
    try:
        return skia.Simplify(path)
    except RuntimeError:  # the loops then keep their inner edges
        return path
