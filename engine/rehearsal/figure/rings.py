"""A body part as rings stacked downwards: trunk, neck, skirt. Its outline from any side."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.rehearsal.figure.space import Matrix, Points3, curve

Array = NDArray[np.float64]
TURN = np.linspace(-np.pi, np.pi, 40, endpoint=False)
Keys = list[tuple[float, float]]
POWER = 0.88  # rings are a little squarer than ellipses


@dataclass(frozen=True)
class Rings:
    levels: Array  # downwards, ascending
    width: Array
    front: Array
    back: Array
    points: Points3  # (levels, angles, 3)

    def depth(self, u: Array, v: Array) -> Array:
        """z of the front at lateral `u`, level `v`."""
        w = np.maximum(np.interp(v, self.levels, self.width), 1e-3)
        f = np.interp(v, self.levels, self.front)
        n = 2 / POWER
        result: Array = f * np.maximum(1 - np.abs(u / w) ** n, 0) ** (1 / n)
        return result

    def half(self, v: float) -> float:
        return float(np.interp(v, self.levels, self.width))

    def outline(self, matrix: Matrix, across: Array) -> tuple[Points3, Points3]:
        """Left and right silhouette from the top down, turned by `matrix`, (levels, 3) each."""
        x = self.points @ across
        rows = np.arange(len(self.levels))
        return self.points[rows, x.argmin(1)] @ matrix.T, self.points[rows, x.argmax(1)] @ matrix.T


def build_rings(width: Keys, front: Keys, back: Keys, count: int = 28) -> Rings:
    """`front` and `back` are distances from the middle, both positive."""
    y = np.linspace(width[0][0], width[-1][0], count)
    w, f, b = curve(width, y), curve(front, y), curve(back, y)
    return rings_of(y, w, f, b)


def rings_of(y: Array, w: Array, f: Array, b: Array) -> Rings:
    c, s = np.cos(TURN), np.sin(TURN)
    x = w[:, None] * np.sign(s) * np.abs(s) ** POWER
    z = np.where(c > 0, f[:, None], b[:, None]) * np.sign(c) * np.abs(c) ** POWER
    return Rings(y, w, f, b, np.stack([x, np.broadcast_to(y[:, None], x.shape), z], -1))
