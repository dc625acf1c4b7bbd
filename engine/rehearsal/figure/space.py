"""Turning points in space and laying them on the picture (parallel projection)."""

from functools import lru_cache
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]  # (3, 3); rows are where x, y, z of the picture come from
Points3 = NDArray[np.float64]  # shape (..., 3): x right, y down, z towards the viewer


def turn(yaw: float, pitch: float = 0.0, roll: float = 0.0) -> Matrix:
    """Pitch first, then yaw, then roll; degrees.

    Yaw > 0 looks to the right of the picture, pitch > 0 up, roll > 0 leans right.
    """
    a, b, c = radians(yaw), radians(pitch), radians(roll)
    ca, sa, cb, sb, cc, sc = cos(a), sin(a), cos(b), sin(b), cos(c), sin(c)
    return np.array(  # the product of three matrices, by hand a fifth of the time
        [
            [cc * ca, cc * sa * sb - sc * cb, cc * sa * cb + sc * sb],
            [sc * ca, sc * sa * sb + cc * cb, sc * sa * cb - cc * sb],
            [-sa, ca * sb, ca * cb],
        ]
    )


def curve(keys: list[tuple[float, float]], at: NDArray[np.float64]) -> NDArray[np.float64]:
    """A smooth function through `keys` (x ascending), without overshoot."""
    x, y = np.array(keys, dtype=float).T
    slope = np.diff(y) / np.diff(x)
    inner = np.where(slope[1:] * slope[:-1] > 0, 2 * slope[1:] * slope[:-1], 0.0)
    inner = inner / np.where(slope[1:] * slope[:-1] > 0, slope[1:] + slope[:-1], 1.0)
    m = np.concatenate([slope[:1], inner, slope[-1:]])
    i = np.clip(np.searchsorted(x, at) - 1, 0, len(x) - 2)
    h = x[i + 1] - x[i]
    t = np.clip((at - x[i]) / h, 0, 1)
    result: NDArray[np.float64] = (
        (1 + 2 * t) * (1 - t) ** 2 * y[i]
        + t * (1 - t) ** 2 * h * m[i]
        + t * t * (3 - 2 * t) * y[i + 1]
        + t * t * (t - 1) * h * m[i + 1]
    )
    return result


@lru_cache(maxsize=256)
def steps(start: float, end: float, count: int) -> NDArray[np.float64]:
    """`count` even steps from `start` to `end`; shared, so not to be written to."""
    result = np.linspace(start, end, count)
    result.flags.writeable = False
    return result


@lru_cache(maxsize=256)
def _weights(keys: int, count: int) -> NDArray[np.float64]:
    """How much each of `keys` points counts at each of `count` places on their curve."""
    p = np.eye(keys)
    p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    s = np.linspace(0, keys - 1, count)
    i = np.minimum(s.astype(int), keys - 2)
    t = (s - i)[:, None]
    a, b, c, d = p[i], p[i + 1], p[i + 2], p[i + 3]
    result: NDArray[np.float64] = 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
    return result


def spline(points: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """`count` points on a Catmull-Rom curve through `points`, shape (count, dims)."""
    result: NDArray[np.float64] = _weights(len(points), count) @ points
    return result
