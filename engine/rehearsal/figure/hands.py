"""Hands: six shapes, each drawn as palm and fingers of tapered strokes."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.outline import Path, smooth, smooth_loops, together, united
from engine.rehearsal.figure.space import spline
from engine.rehearsal.light import Color, mix

Array = NDArray[np.float64]
Stroke = tuple[list[tuple[float, float]], float, float]  # points, half width at root and tip


@dataclass(frozen=True)
class HandShape:
    """x runs from the wrist to the fingertips, 1 is the hand's length; the thumb is at y < 0."""

    palm: list[tuple[float, float]]
    fingers: tuple[Stroke, ...]
    over: tuple[Stroke, ...] = ()  # fingers in front of what is held
    lines: tuple[list[tuple[float, float]], ...] = ()


PALM = [
    (-0.06, -0.13),
    (0.12, -0.19),
    (0.36, -0.24),
    (0.5, -0.2),
    (0.53, 0.0),
    (0.5, 0.2),
    (0.36, 0.22),
    (0.12, 0.17),
    (-0.06, 0.13),
]
SHAPES = {
    "open": HandShape(
        PALM,
        (
            ([(0.46, -0.17), (0.72, -0.25), (0.93, -0.31)], 0.065, 0.042),
            ([(0.48, -0.05), (0.76, -0.08), (1.02, -0.1)], 0.068, 0.043),
            ([(0.47, 0.07), (0.74, 0.1), (0.97, 0.12)], 0.066, 0.042),
            ([(0.44, 0.17), (0.64, 0.25), (0.81, 0.32)], 0.056, 0.036),
            ([(0.12, -0.12), (0.3, -0.33), (0.5, -0.47), (0.6, -0.52)], 0.085, 0.045),
        ),
        lines=([(0.18, -0.12), (0.3, -0.02), (0.34, 0.12)],),
    ),
    "flat": HandShape(
        PALM,
        (
            ([(0.46, -0.16), (0.72, -0.17), (0.94, -0.15)], 0.066, 0.045),
            ([(0.48, -0.05), (0.76, -0.05), (1.02, -0.04)], 0.068, 0.045),
            ([(0.47, 0.06), (0.74, 0.06), (0.97, 0.06)], 0.066, 0.044),
            ([(0.44, 0.16), (0.66, 0.17), (0.83, 0.16)], 0.058, 0.038),
            ([(0.1, -0.12), (0.3, -0.27), (0.5, -0.29), (0.58, -0.27)], 0.08, 0.045),
        ),
        lines=(
            [(0.5, -0.105), (0.75, -0.11)],
            [(0.5, 0.005), (0.78, 0.005)],
            [(0.5, 0.115), (0.72, 0.118)],
        ),
    ),
    "relaxed": HandShape(
        [
            (-0.06, -0.13),
            (0.14, -0.18),
            (0.38, -0.2),
            (0.52, -0.15),
            (0.52, 0.05),
            (0.45, 0.17),
            (0.3, 0.2),
            (0.1, 0.16),
            (-0.06, 0.13),
        ],
        (
            ([(0.44, 0.11), (0.6, 0.16), (0.7, 0.09), (0.72, 0.0)], 0.06, 0.04),
            ([(0.46, 0.04), (0.68, 0.08), (0.8, -0.0), (0.8, -0.08)], 0.066, 0.042),
            ([(0.47, -0.04), (0.7, -0.01), (0.84, -0.09), (0.85, -0.16)], 0.068, 0.043),
            ([(0.46, -0.12), (0.68, -0.12), (0.8, -0.2), (0.8, -0.26)], 0.066, 0.042),
            ([(0.1, -0.1), (0.3, -0.26), (0.48, -0.32), (0.58, -0.33)], 0.08, 0.045),
        ),
        lines=(
            [(0.5, -0.075), (0.66, -0.075), (0.76, -0.14)],
            [(0.5, 0.015), (0.66, 0.03), (0.77, -0.03)],
        ),
    ),
    "point": HandShape(
        [
            (-0.06, -0.13),
            (0.14, -0.18),
            (0.4, -0.22),
            (0.52, -0.16),
            (0.54, 0.05),
            (0.5, 0.19),
            (0.3, 0.2),
            (0.1, 0.16),
            (-0.06, 0.13),
        ],
        (
            ([(0.42, -0.15), (0.76, -0.17), (1.16, -0.17)], 0.072, 0.046),
            ([(0.46, 0.15), (0.55, 0.17), (0.5, 0.2)], 0.062, 0.055),
        ),
        over=(
            ([(0.5, 0.15), (0.56, 0.13), (0.4, 0.12), (0.3, 0.11)], 0.058, 0.04),
            ([(0.52, 0.06), (0.6, 0.04), (0.44, 0.02), (0.32, 0.02)], 0.064, 0.045),
            ([(0.53, -0.04), (0.62, -0.06), (0.46, -0.08), (0.34, -0.07)], 0.066, 0.046),
            ([(0.1, -0.1), (0.28, -0.2), (0.42, -0.14), (0.5, -0.08)], 0.078, 0.045),
        ),
    ),
    "fist": HandShape(
        [
            (-0.06, -0.13),
            (0.14, -0.19),
            (0.4, -0.25),
            (0.55, -0.22),
            (0.6, 0.0),
            (0.55, 0.2),
            (0.3, 0.23),
            (0.1, 0.17),
            (-0.06, 0.13),
        ],
        (([(0.5, -0.2), (0.56, -0.17), (0.5, -0.12)], 0.06, 0.05),),
        over=(
            ([(0.52, 0.16), (0.58, 0.15), (0.42, 0.14), (0.32, 0.14)], 0.058, 0.044),
            ([(0.56, 0.06), (0.63, 0.05), (0.46, 0.045), (0.32, 0.05)], 0.064, 0.046),
            ([(0.57, -0.05), (0.65, -0.06), (0.48, -0.06), (0.34, -0.05)], 0.066, 0.048),
            ([(0.54, -0.16), (0.62, -0.17), (0.46, -0.16), (0.34, -0.14)], 0.066, 0.048),
            ([(0.1, -0.08), (0.24, -0.2), (0.4, -0.13), (0.5, 0.0)], 0.08, 0.05),
        ),
    ),
    "hold": HandShape(
        [
            (-0.06, -0.13),
            (0.14, -0.18),
            (0.38, -0.22),
            (0.5, -0.18),
            (0.52, 0.05),
            (0.48, 0.19),
            (0.3, 0.21),
            (0.1, 0.16),
            (-0.06, 0.13),
        ],
        (([(0.1, -0.1), (0.28, -0.28), (0.46, -0.32), (0.58, -0.26)], 0.08, 0.048),),
        over=(
            ([(0.46, 0.16), (0.6, 0.15), (0.66, 0.04), (0.62, -0.03)], 0.056, 0.04),
            ([(0.48, 0.07), (0.66, 0.06), (0.74, -0.05), (0.7, -0.12)], 0.062, 0.042),
            ([(0.48, -0.03), (0.68, -0.04), (0.76, -0.14), (0.72, -0.21)], 0.064, 0.043),
            ([(0.46, -0.13), (0.64, -0.15), (0.71, -0.23), (0.67, -0.29)], 0.062, 0.042),
        ),
    ),
}


@dataclass(frozen=True)
class Placed:
    """Where a hand's own space lies in the figure: origin, axes, length in cm."""

    wrist: Array
    along: Array  # unit vector to the fingertips
    across: Array  # unit vector away from the thumb
    length: float

    def at(self, points: Array) -> Array:
        result: Array = self.wrist + self.length * (
            points[..., :1] * self.along + points[..., 1:] * self.across
        )
        return result

    def matrix(self) -> skia.Matrix:
        (a, b), (c, d) = (self.along * self.length).tolist(), (self.across * self.length).tolist()
        x, y = self.wrist.tolist()
        return skia.Matrix.MakeAll(a, c, x, b, d, y, 0, 0, 1)


@lru_cache(maxsize=64)
def _fingers(shape: str, over: bool) -> Array:
    """Outlines of the fingers of a shape in the hand's own space, (fingers, 18, 2)."""
    hand = SHAPES[shape]
    loops = []
    for points, root, tip in hand.over if over else hand.fingers:
        width = root + (tip - root) * np.linspace(0, 1, 9)
        width[-1] *= 0.55
        loops.append(ribbon(spline(np.array(points), 9), width))
    return np.array(loops).reshape(-1, 18, 2)


@lru_cache(maxsize=64)
def _outline(shape: str) -> Path:
    """Palm and fingers of a shape as one outline in the hand's own space."""
    palm = smooth(np.array(SHAPES[shape].palm)[::-1])
    return united(together(palm, smooth_loops(_fingers(shape, False))))


def draw_hand(brush: Brush, place: Placed, shape: str, skin: Color) -> None:
    """Palm and the fingers that lie behind what is held."""
    shape = shape if shape in SHAPES else "relaxed"
    hand = SHAPES[shape]
    path = skia.Path(_outline(shape))
    path.transform(place.matrix())
    brush.solid(path, skin, depth=1.1, weight=0.85)
    ink = mix(brush.light.ink, brush.dark(skin), 0.35)
    for line in hand.lines:
        brush.line(place.at(spline(np.array(line), 6)), 0.42, color=ink)


def draw_fingers(brush: Brush, place: Placed, shape: str, skin: Color) -> None:
    """The fingers that close over what is held."""
    shape = shape if shape in SHAPES else "relaxed"
    for loop in _fingers(shape, True):
        path = smooth(place.at(loop))
        brush.contour(path, 0.6)
        brush.fill(path, brush.lit(skin))
