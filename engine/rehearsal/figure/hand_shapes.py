"""Shapes of a hand, as angles of its joints: what the fingers do, from whatever side one looks."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Bend = tuple[float, float, float]  # degrees at knuckle, middle and last joint, towards the palm
Spot = tuple[float, float, float]

# Knuckles from the index to the little finger; x runs from the wrist to the tip of the middle
# finger (0 … 1), y away from the thumb, z out of the palm.
KNUCKLES = np.array(
    [(0.5, -0.16, 0.0), (0.53, -0.05, -0.01), (0.51, 0.06, -0.005), (0.46, 0.16, 0)]
)
LENGTHS = (0.43, 0.48, 0.44, 0.34)
PHALANGES = np.array([0.46, 0.3, 0.24])
FINGER_WIDTHS = np.array([0.072, 0.062, 0.055, 0.042])
THUMB_WIDTHS = np.array([0.1, 0.082, 0.066, 0.048])
LITTLE = 0.86  # how thick the little finger is beside the others
# Palm: the ball of the thumb, the heel and the knuckles as spheres, (x, y, z, radius).
PALM = np.array(
    [
        (-0.02, -0.06, 0.0, 0.1),
        (-0.02, 0.06, 0.0, 0.1),
        (0.2, -0.13, 0.02, 0.1),
        (0.2, 0.12, 0.02, 0.1),
        (0.47, -0.155, 0.0, 0.075),
        (0.5, -0.05, 0.0, 0.075),
        (0.48, 0.06, 0.0, 0.075),
        (0.43, 0.155, 0.0, 0.068),
    ]
)


@dataclass(frozen=True)
class HandShape:
    bends: tuple[Bend, Bend, Bend, Bend]  # index … little finger
    spread: tuple[float, float, float, float]  # degrees away from the thumb
    thumb: tuple[Spot, Spot, Spot, Spot]  # its joints


LONG = (4.0, 4.0, 3.0)
CLOSED = (82.0, 100.0, 58.0)
ASIDE = ((0.13, -0.13, 0.04), (0.3, -0.3, 0.07), (0.45, -0.4, 0.07), (0.57, -0.45, 0.06))
ALONGSIDE = ((0.13, -0.13, 0.05), (0.3, -0.23, 0.09), (0.45, -0.25, 0.1), (0.57, -0.24, 0.09))
ACROSS = ((0.13, -0.13, 0.06), (0.28, -0.22, 0.18), (0.42, -0.14, 0.26), (0.47, 0.0, 0.27))
NEAR = ((0.13, -0.13, 0.05), (0.3, -0.24, 0.14), (0.45, -0.24, 0.2), (0.56, -0.2, 0.22))
GRIPS = ((0.13, -0.13, 0.06), (0.28, -0.24, 0.18), (0.42, -0.24, 0.3), (0.52, -0.18, 0.36))

SHAPES = {
    "open": HandShape(
        ((2, 8, 6), (4, 8, 6), (6, 10, 8), (8, 12, 8)), (-13.0, -3.0, 7.0, 19.0), ASIDE
    ),
    "flat": HandShape((LONG, LONG, LONG, LONG), (-2.0, 0.0, 1.0, 3.0), ALONGSIDE),
    "relaxed": HandShape(
        ((16, 24, 12), (24, 32, 16), (30, 38, 18), (34, 40, 20)), (-3.0, 0.0, 2.0, 5.0), NEAR
    ),
    "point": HandShape((LONG, CLOSED, CLOSED, CLOSED), (-2.0, 0.0, 2.0, 4.0), ACROSS),
    "fist": HandShape((CLOSED, CLOSED, CLOSED, CLOSED), (-2.0, 0.0, 2.0, 4.0), ACROSS),
    "hold": HandShape(
        ((46, 52, 28), (50, 56, 30), (54, 58, 30), (58, 58, 30)), (-4.0, 0.0, 3.0, 6.0), GRIPS
    ),
    "pinch": HandShape(
        ((48, 50, 24), (20, 20, 12), (14, 18, 10), (10, 16, 10)),
        (-2.0, 2.0, 8.0, 16.0),
        ((0.13, -0.13, 0.06), (0.3, -0.26, 0.18), (0.45, -0.25, 0.27), (0.57, -0.2, 0.31)),
    ),
    "two": HandShape((LONG, LONG, CLOSED, CLOSED), (-9.0, 7.0, 3.0, 4.0), ACROSS),
    "three": HandShape((LONG, LONG, LONG, CLOSED), (-12.0, 0.0, 12.0, 5.0), ACROSS),
    "palm": HandShape(
        ((12, 20, 12), (14, 20, 12), (16, 22, 14), (18, 24, 14)), (-9.0, -2.0, 6.0, 15.0), ASIDE
    ),
}


@lru_cache(maxsize=32)
def joints_of(shape: str) -> Array:
    """Joints of the four fingers and of the thumb in the hand's own space, (5, 4, 3)."""
    hand = SHAPES[shape]
    found = np.empty((5, 4, 3))
    for k, (bends, spread) in enumerate(zip(hand.bends, hand.spread, strict=True)):
        down, side = np.radians(np.cumsum(bends)), np.radians(spread)
        steps = np.column_stack(
            [np.cos(down) * np.cos(side), np.cos(down) * np.sin(side), np.sin(down)]
        )
        found[k, 0] = KNUCKLES[k]
        found[k, 1:] = KNUCKLES[k] + np.cumsum(steps * (PHALANGES * LENGTHS[k])[:, None], axis=0)
    found[4] = hand.thumb
    found.flags.writeable = False
    return found


@lru_cache(maxsize=1)
def widths() -> Array:
    """Half widths at the joints, (5, 4), in hand lengths."""
    found = np.tile(FINGER_WIDTHS, (5, 1))
    found[3] *= LITTLE
    found[4] = THUMB_WIDTHS
    return found
