"""Ears: set behind the jaw, seen from the side, the edge of them from the front."""

import numpy as np

from engine.rehearsal.figure.brush import FINE, Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import spline
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix

# (back, level, out) of the rim, from where it leaves the head round to the lobe
RIM = np.array(
    [
        [-0.02, 0.08, 0.0],
        [0.02, -0.02, 0.05],
        [0.12, -0.045, 0.1],
        [0.2, 0.03, 0.12],
        [0.19, 0.17, 0.1],
        [0.12, 0.3, 0.06],
        [0.07, 0.4, 0.04],
        [0.01, 0.43, 0.02],
        [-0.02, 0.37, 0.0],
    ]
)
FOLD = np.array(
    [
        [0.03, 0.07, 0.05],
        [0.1, 0.015, 0.09],
        [0.155, 0.07, 0.1],
        [0.14, 0.18, 0.08],
        [0.09, 0.27, 0.05],
    ]
)
HOLLOW = np.array(
    [
        [0.02, 0.19, 0.03],
        [0.06, 0.14, 0.06],
        [0.085, 0.2, 0.06],
        [0.05, 0.28, 0.04],
        [0.015, 0.25, 0.03],
    ]
)


def draw_ear(brush: Brush, view: HeadView, tones: Tones, side: int) -> None:
    def place(local: Points) -> Points:
        x = (view.skull.depth_width(local[:, 1]) - 0.01 + local[:, 2]) * side
        return view.at(np.column_stack([x, local[:, 1], 0.0 - local[:, 0]]))

    rim = smooth(place(spline(RIM, 18)))
    brush.solid(rim, tones.skin, weight=FINE)
    outward = view.matrix @ np.array([side * 0.8, 0.0, 0.6])
    if outward[2] < -0.2:
        return
    warm = mix(tones.skin, tones.flush, 0.5)
    brush.fill(smooth(place(HOLLOW)), brush.dark(warm))
    ink = mix(brush.light.ink, brush.dark(tones.skin), 0.4)
    brush.line(place(spline(FOLD, 12)), 0.4, color=ink)


def nearness(view: HeadView, side: int) -> float:
    """z of the ear towards the viewer, head units."""
    return float((view.matrix @ np.array([side * 0.66, 0.2, -0.05]))[2])
