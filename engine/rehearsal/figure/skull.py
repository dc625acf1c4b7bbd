"""The head as rings stacked from crown (-1) to chin (1): one shape, whichever way it is turned."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.space import Matrix, Points3, curve

Array = NDArray[np.float64]
ANGLES = np.linspace(-np.pi, np.pi, 64, endpoint=False)  # round a ring; 0 is the face
LEVELS = np.concatenate(
    [
        np.linspace(-1, -0.8, 6),
        np.linspace(-0.72, 0.24, 13),
        np.linspace(0.3, 0.84, 16),
        np.linspace(0.88, 1, 6),
    ]
)
FINE = 400  # steps of the lookup table per head unit
SQUARE = 2.35  # exponent of a ring's front: faces are flatter than ellipses

WIDTH = [
    (-1, 0),
    (-0.985, 0.16),
    (-0.92, 0.34),
    (-0.78, 0.51),
    (-0.55, 0.635),
    (-0.25, 0.68),
    (-0.08, 0.668),
    (0.06, 0.64),
    (0.24, 0.645),
    (0.4, 0.615),
    (0.55, 0.55),
    (0.7, 0.445),
    (0.82, 0.33),
    (0.91, 0.225),
    (0.97, 0.13),
    (1, 0.05),
]
FRONT = [
    (-1, -0.1),
    (-0.97, 0.12),
    (-0.87, 0.4),
    (-0.65, 0.66),
    (-0.35, 0.8),
    (-0.12, 0.835),
    (0.06, 0.775),
    (0.25, 0.79),
    (0.45, 0.775),
    (0.6, 0.775),
    (0.8, 0.77),
    (0.91, 0.775),
    (0.97, 0.72),
    (1, 0.64),
]
BACK = [
    (-1, -0.15),
    (-0.97, -0.36),
    (-0.85, -0.62),
    (-0.55, -0.87),
    (-0.2, -0.95),
    (0.1, -0.86),
    (0.35, -0.66),
    (0.5, -0.36),
    (0.62, -0.08),
    (0.75, 0.14),
    (0.9, 0.4),
    (1, 0.58),
]
MIDDLE = [(-1, -0.12), (-0.5, -0.1), (0.2, -0.05), (0.55, 0.02), (0.8, 0.28), (0.95, 0.5), (1, 0.6)]
NOSE = [
    (-1, 0),
    (-0.04, 0),
    (0.08, 0.03),
    (0.2, 0.075),
    (0.36, 0.15),
    (0.43, 0.185),
    (0.47, 0.17),
    (0.505, 0.085),
    (0.535, 0.02),
    (0.56, 0.0),
    (1, 0),
]
LIPS = [
    (-1, 0),
    (0.545, 0),
    (0.6, 0.03),
    (0.635, 0.06),
    (0.672, 0.035),
    (0.685, 0.03),
    (0.72, 0.055),
    (0.76, 0.035),
    (0.81, -0.005),
    (0.86, 0.01),
    (0.91, 0.03),
    (0.97, 0.02),
    (1, 0),
]


def _bump(at: Array, center: float, width: float) -> Array:
    result: Array = np.exp(-(((at - center) / width) ** 2))
    return result


def face_width(look: Look, y: Array) -> Array:
    """Half the width of the head at each level, for this face."""
    w = curve(WIDTH, y)
    strong = look.jaw - 0.5 + (0.22 if look.presentation == "man" else 0.0)
    w = w * (1 + strong * 0.26 * _bump(y, 0.72, 0.22) + strong * 0.25 * _bump(y, 0.93, 0.09))
    shape = {
        "round": 0.07 * _bump(y, 0.45, 0.35),
        "square": 0.1 * _bump(y, 0.68, 0.22) + 0.15 * _bump(y, 0.92, 0.08),
        "heart": 0.04 * _bump(y, -0.25, 0.4) - 0.09 * _bump(y, 0.75, 0.25),
        "long": -0.05 + 0 * y,
    }.get(look.face, 0 * y)
    child = np.clip((16 - look.age) / 11, 0, 1)
    heavy = {"heavy": 0.09, "broad": 0.03, "slim": -0.02}.get(look.build, 0.0)
    w = w * (1 + shape + child * 0.1 * _bump(y, 0.45, 0.3) + heavy * _bump(y, 0.6, 0.35))
    old = np.clip((look.age - 55) / 30, 0, 1)
    w = w * (
        1 + (look.cheekbones - 0.4) * (0.13 * _bump(y, 0.28, 0.13) - 0.05 * _bump(y, 0.6, 0.14))
    )
    result: Array = w * (1 + old * (0.05 * _bump(y, 0.8, 0.12) - 0.04 * _bump(y, 0.4, 0.14)))
    return result


@dataclass(frozen=True)
class Skull:
    """Rings of one person's head in head units (half the height from crown to chin)."""

    width: Array
    front: Array
    back: Array
    middle: Array
    ridge: Array  # how far nose and lips stand out at the middle of each ring
    points: Points3  # (levels, angles + 1, 3); the last column is the ridge
    table: Array  # (2 FINE + 1, 3): width, middle and front at even steps down the face

    def depth(self, u: Array, v: Array) -> Array:
        """z of the face's surface at lateral `u`, level `v`."""
        w, m, f = self.table.take(((v + 1) * FINE).astype(np.intp), axis=0, mode="clip").T
        k = np.maximum(1 - np.abs(u / w) ** SQUARE, 0) ** (1 / SQUARE)
        result: Array = m + (f - m) * k
        return result

    def depth_at(self, u: float, v: float) -> float:
        """`depth` at one place: numpy would take ten times as long."""
        place = min(max(int((v + 1) * FINE), 0), 2 * FINE)
        w, m, f = self.rows[place]
        open_: float = max(1 - abs(u / w) ** SQUARE, 0.0) ** (1 / SQUARE)
        return m + (f - m) * open_

    @cached_property
    def rows(self) -> list[list[float]]:
        """`table` as numbers of Python."""
        rows: list[list[float]] = self.table.tolist()
        return rows

    def depth_width(self, v: Array) -> Array:
        """Half the width of the head at levels `v`."""
        result: Array = np.interp(v, LEVELS, self.width)
        return result

    def lift(self, uv: Array, out: float = 0.0) -> Points3:
        """Points drawn on the face, (n, 2), as points in space, (n, 3), `out` off the surface."""
        points = np.empty((len(uv), 3))
        points[:, :2] = uv
        points[:, 2] = self.depth(uv[:, 0], uv[:, 1]) + out
        return points

    def shell(self, angle: Array, level: Array, out: Array) -> Points3:
        """Points round the head (angle 0 in front), `out` off the scalp, then straight down."""
        a = np.radians(angle)
        y = np.minimum(level, 0.12)
        w = np.interp(y, LEVELS, self.width)
        m = np.interp(y, LEVELS, self.middle)
        f = np.interp(y, LEVELS, self.front)
        b = np.interp(y, LEVELS, self.back)
        c, s = np.cos(a), np.sin(a)
        z = m + np.where(c > 0, (f - m), (b - m)) * np.abs(c) ** (2 / SQUARE)
        x = w * np.sign(s) * np.abs(s) ** (2 / SQUARE)
        base = np.stack([x, level, z], -1)
        middle = np.stack([0 * x, np.full_like(x, -0.2), np.full_like(x, -0.08)], -1)
        away = np.stack([x, np.minimum(level, -0.2), z], -1) - middle
        away /= np.linalg.norm(away, axis=-1, keepdims=True) + 1e-9
        result: Points3 = base + away * out[..., None]
        return result

    def outline(self, head: Matrix, across: Array) -> tuple[Points3, Points3]:
        """Left and right silhouette, crown to chin, turned by `head`: two (levels, 3) arrays.

        `across` is the direction to the right of the picture, in head space, before any roll.
        """
        across = self.points @ across
        rows = np.arange(len(LEVELS))
        left, right = across.argmin(1), across.argmax(1)
        return self.points[rows, left] @ head.T, self.points[rows, right] @ head.T


def build_skull(look: Look) -> Skull:
    y = LEVELS
    man = look.presentation == "man"
    child = float(np.clip((16 - look.age) / 11, 0, 1))
    width = face_width(look, y)
    strong = look.jaw - 0.5 + (0.2 if man else 0.0)
    front = curve(FRONT, y) + strong * 0.07 * _bump(y, 0.92, 0.1)
    front = (
        front + (0.03 if man else 0.0) * _bump(y, -0.12, 0.1) - child * 0.05 * _bump(y, 0.9, 0.15)
    )
    back, middle = curve(BACK, y), curve(MIDDLE, y)
    nose = (0.66 + 0.44 * look.nose + (0.08 if man else 0.0)) * (1 - 0.4 * child)
    high = 0.45 + 0.55 * look.nose_bridge + 0.55 * (1 - look.nose_bridge) * np.clip(y / 0.43, 0, 1)
    ridge = curve(NOSE, y) * nose * high + curve(LIPS, y) * (0.75 + 0.5 * look.lips)
    c, s = np.cos(ANGLES), np.sin(ANGLES)
    power = 2 / SQUARE
    x = width[:, None] * np.sign(s) * np.abs(s) ** power
    deep = np.where(c > 0, (front - middle)[:, None], -(back - middle)[:, None])
    z = middle[:, None] + deep * np.sign(c) * np.abs(c) ** power
    ring = np.stack([x, np.broadcast_to(y[:, None], x.shape), z], -1)
    nose_line = np.stack([0 * y, y, front + ridge], -1)[:, None]
    even = np.linspace(-1, 1, 2 * FINE + 1)
    table = np.stack([np.interp(even, y, a) for a in (np.maximum(width, 1e-3), middle, front)], -1)
    return Skull(width, front, back, middle, ridge, np.concatenate([ring, nose_line], 1), table)
