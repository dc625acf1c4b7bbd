"""Hands: each shape drawn as palm and fingers of tapered strokes, with what lies on them."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.hand_shapes import BACKS, SHAPES
from engine.rehearsal.figure.outline import Path, smooth, smooth_loops, together, united
from engine.rehearsal.figure.space import spline
from engine.rehearsal.light import Color, mix

Array = NDArray[np.float64]
DETAILED = 190.0  # px a hand is long from where joints and nails are seen


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
    if place.length * brush.scale > DETAILED:
        _joints(brush, place, shape, mix(ink, brush.dark(skin), 0.4))
        if shape in BACKS:
            _nails(brush, place, shape, skin)


def _joints(brush: Brush, place: Placed, shape: str, ink: Color) -> None:
    """A crease at each joint of the straight fingers."""
    for points, root, tip in SHAPES[shape].fingers[:4]:
        line = spline(np.array(points), 9)
        for k, wide in ((4, 0.55), (6, 0.4)):
            ahead = line[k + 1] - line[k]
            side = np.array([-ahead[1], ahead[0]]) / (np.hypot(*ahead) + 1e-9)
            half = (root + (tip - root) * k / 8) * wide
            bow = ahead * 0.12
            crease = np.stack([line[k] - side * half, line[k] + bow, line[k] + side * half])
            brush.line(place.at(crease), 0.3, color=ink)


def _nails(brush: Brush, place: Placed, shape: str, skin: Color) -> None:
    nail = brush.lit(mix(skin, (255, 226, 220), 0.5))
    ink = mix(brush.light.ink, brush.dark(skin), 0.6)
    for points, _, tip in SHAPES[shape].fingers:
        line = spline(np.array(points), 9)
        ahead = line[8] - line[7]
        ahead = ahead / (np.hypot(*ahead) + 1e-9)
        side = np.array([-ahead[1], ahead[0]])
        middle = line[8] - ahead * tip * 0.55
        round_ = np.array([[-1, -0.5], [-0.8, 0.7], [0, 1.1], [0.8, 0.7], [1, -0.5], [0, -0.8]])
        path = smooth(
            place.at(middle + round_[:, :1] * side * tip * 0.5 + round_[:, 1:] * ahead * tip * 0.75)
        )
        brush.fill(path, nail)
        brush.stroke(path, brush.ink_width * 0.3, ink)


def draw_fingers(brush: Brush, place: Placed, shape: str, skin: Color) -> None:
    """The fingers that close over what is held."""
    shape = shape if shape in SHAPES else "relaxed"
    for loop in _fingers(shape, True):
        path = smooth(place.at(loop))
        brush.contour(path, 0.6)
        brush.solid(path, skin, depth=0.5, weight=0)
