"""Turning points in space and laying them on the picture (parallel projection)."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]  # (3, 3); rows are where x, y, z of the picture come from
Points3 = NDArray[np.float64]  # shape (..., 3): x right, y down, z towards the viewer


def turn(yaw: float, pitch: float = 0.0, roll: float = 0.0) -> Matrix:
    """Pitch first, then yaw, then roll; degrees.

    Yaw > 0 looks to the right of the picture, pitch > 0 up, roll > 0 leans right.
    """
    a, b, c = np.radians([yaw, pitch, roll])
    y = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    p = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    r = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    result: Matrix = r @ y @ p
    return result


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
