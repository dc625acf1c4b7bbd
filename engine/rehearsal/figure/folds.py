"""Folds as form: what hangs, pulls and gathers in a top."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.cut import Cut
from engine.rehearsal.figure.rings import Rings
from engine.rehearsal.figure.space import spline

# (u as a share of half the breadth at that level, v cm below the neck), right side of the front:
# a fold is a thin blade from its root to its tip and back.
PULLS = (
    ((1.0, 13.0), (0.74, 16.5), (0.5, 22.5)),
    ((1.0, 16.5), (0.8, 20.5), (0.62, 28.0)),
    ((0.98, 20.0), (0.86, 25.0), (0.8, 33.0)),
)
WAIST = (
    ((1.0, 31.0), (0.78, 34.5), (0.46, 35.5)),
    ((1.0, 35.5), (0.72, 38.5), (0.34, 38.0)),
    ((1.0, 40.5), (0.82, 42.0), (0.58, 41.0)),
)
DROPS = (
    ((0.52, 6.0), (0.56, 20.0), (0.6, 40.0)),
    ((0.3, 40.0), (0.36, 48.0), (0.4, 58.0)),
    ((0.74, 38.0), (0.8, 48.0), (0.82, 60.0)),
)
BREAST = ((0.82, 20.5), (0.5, 24.6), (0.12, 22.6))
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Folds:
    """Outlines of folds in trunk space, (folds, points, 3): as they lie in front, and behind."""

    front: Array
    back: Array


def folds_of(shell: Rings, size: float, cut: Cut, look: Look) -> Folds:
    """The folds of a top; `shell` is the trunk with the top over it, `size` over an adult's."""
    blades: list[Array] = []
    for side in (-1, 1):
        blades += [_blade(shell, size, fold, side, 1.0) for fold in PULLS]
        if not cut.open:
            wide = 0.9 if cut.belt else 1.1
            blades += [_blade(shell, size, fold, side, wide) for fold in WAIST]
        if cut.ease > 1.8:
            wide = min(0.5 * cut.ease, 1.6)
            blades += [_blade(shell, size, fold, side, wide) for fold in DROPS]
    behind = np.stack(blades)
    if look.presentation != "man" and look.age > 13:
        blades += [_blade(shell, size, BREAST, side, 1.3) for side in (-1, 1)]
    return Folds(_laid(shell, size, np.stack(blades), 1.0), _laid(shell, size, behind, -1.0))


def _blade(
    shell: Rings, size: float, fold: tuple[tuple[float, float], ...], side: int, wide: float
) -> Array:
    """A fold as a blade: nothing at its tip, `wide` cm of an adult where it is broadest."""
    half = np.array([shell.half(v * size) / size for _, v in fold])
    keys = np.array(fold)
    keys[:, 0] *= half * side
    line = spline(keys, 9)
    grow = np.array([0.55, 0.8, 1.0, 1.0, 0.9, 0.72, 0.5, 0.26, 0.0]) * wide
    across = np.gradient(line, axis=0)
    normal = np.stack([-across[:, 1], across[:, 0]], 1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
    one, other = line + normal * grow[:, None], line - normal * grow[:, None] * 0.3
    result: Array = np.concatenate([one, other[::-1]])[:: side or 1]
    return result


def _laid(shell: Rings, size: float, uv: Array, toward: float) -> Array:
    """On the front of the top, or with `toward` -1 on its back."""
    p = uv * size
    z = shell.depth(p[..., 0], p[..., 1]) + 0.2 * size
    return np.concatenate([p, toward * z[..., None]], -1)
