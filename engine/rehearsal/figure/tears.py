"""Tears: they well up along the lower lid, run down the cheek, hang at the jaw and drip."""

import numpy as np

from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.eyes import CLOSE, LEVEL, SHUT, eye_shape, lay_out, spacing
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import spline
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color, mix

DROP = np.array(
    [
        [0, -1.05],
        [0.1, -0.6],
        [0.38, 0.0],
        [0.46, 0.48],
        [0.24, 0.86],
        [-0.24, 0.86],
        [-0.46, 0.48],
        [-0.38, 0.0],
        [-0.1, -0.6],
    ]
)
STEPS = 16  # along a track
FALLS = 15.0  # cm a drop falls below the jaw until the next one comes
# where a tear leaves the eye (of its half width), how strong a feeling must be, how far it lags
TRACKS = ((0.25, 0.45, 0.0), (-0.62, 0.85, 0.4))


def draw_tears(brush: Brush, view: HeadView, tones: Tones, amount: float, fall: float) -> None:
    """`amount` 0 … 1 of water in the eyes; `fall` as in `Overlays.tear_fall`."""
    for side in (-1, 1):
        if view.facing(spacing(view.look) * side, LEVEL) < 0.08:
            continue
        _pool(brush, view, side, amount)
        for start, least, lag in TRACKS if fall > 0 else ():
            run = fall - lag - (0.18 if side > 0 else 0.0)
            if amount > least and run > 0.02 and (side < 0 or start > 0):
                _track(brush, view, tones, side, start, run)


def water(brush: Brush) -> Color:
    return brush.lit((200, 226, 246))


def _pool(brush: Brush, view: HeadView, side: int, amount: float) -> None:
    """The water stands on the lid with a bright edge; it is deepest where it will run over."""
    eye = lay_out(view.look, view, side)
    if eye.gap < SHUT:
        return
    lower = eye.lower[1:-1]
    deep = (0.008 + 0.018 * amount) * np.sin(np.linspace(0.25, np.pi - 0.1, 13))
    top = np.column_stack([lower[:, 0], np.maximum(lower[:, 1] - deep, eye.upper[1:-1, 1])])
    low = lower + np.array([0, 0.008])
    edge = view.on(top, 0.006)
    brush.fill(smooth(np.concatenate([edge, view.on(low, 0.006)[::-1]])), water(brush), 0.6)
    if brush.scale > CLOSE:
        brush.line(edge[2:-2], 0.5, color=(255, 255, 255), ends=0.1)
        brush.line(view.on(low[7:12], 0.01), 0.7, color=(255, 255, 255), ends=0.0)


def _path(view: HeadView, side: int, start: float) -> Points:
    """From the lid round the cheek's apple to the jaw, (STEPS, 2) on the face."""
    shape = eye_shape(view.look)
    x = spacing(view.look) + start * shape.wide
    low = LEVEL + shape.bottom * 0.9
    inward = 0.05 if start < 0 else 0.0
    keys = np.array(
        [
            [x, low],
            [x + 0.025, low + 0.16],
            [x + 0.035 - inward, low + 0.36],
            [x - 0.01 - inward, low + 0.55],
            [x - 0.07 - inward * 0.4, 0.9],
        ]
    )
    path: Points = spline(keys, STEPS) * [side, 1.0]
    return path


def _track(brush: Brush, view: HeadView, tones: Tones, side: int, start: float, run: float) -> None:
    """A wet ribbon with a lit and a shaded edge, and the drop that runs down in it."""
    path = _path(view, side, start)
    count = max(int(np.ceil(min(run, 1.0) * (STEPS - 1))) + 1, 4)
    line = view.on(path[:count], 0.01)
    half = view.unit * (0.011 + 0.003 * np.sin(np.arange(count) * 0.9))
    half = np.maximum(half, 0.45 * brush.ink_width)  # from afar it is one bright line
    half[0] *= 0.3
    lit = 1 if brush.light.direction[0] < 0 else -1
    aside = np.array([0.006 * view.unit * lit, 0.0])
    edge = mix(brush.dark(tones.skin), brush.lit(tones.skin), 0.2)
    brush.fill(smooth(ribbon(line + aside, half * 1.2)), edge, 0.5)
    brush.fill(smooth(ribbon(line, half)), water(brush), 0.5 if brush.scale > CLOSE else 0.85)
    if brush.scale > CLOSE:
        for a, b in ((0, 5), (7, 11), (13, STEPS)):
            if count >= b:
                brush.line(line[a:b] - aside * 0.6, 0.75, color=(255, 255, 255), ends=0.0)
    _runner(brush, view, path, run, line[-1])


def _runner(brush: Brush, view: HeadView, path: Points, run: float, end: Points) -> None:
    """The drop: down the track, then off the jaw, faster and faster."""
    size = view.unit * 0.05
    if run <= 1:
        draw_drop(brush, end, size * (0.8 + 0.2 * run))
        return
    again = run - 1.0
    if again < 0.6:
        at = view.on(path[int(again / 0.6 * (STEPS - 1))][None, :], 0.01)[0]
        draw_drop(brush, at, size * 0.8)
    chin = view.on(path[-1:], 0.01)[0]
    falls = again - 0.02
    if 0 < falls < 0.45:
        draw_drop(brush, chin + np.array([0.0, FALLS * (falls / 0.45) ** 2 + 0.6]), size * 0.9)


def draw_drop(brush: Brush, at: Points, size: float) -> None:
    """A drop of water: a shade below, a lit edge, one spot of light."""
    outline = smooth(DROP * size + at)
    brush.contour(outline, 0.4)
    brush.fill(outline, water(brush))
    if brush.scale < CLOSE:
        return
    deep = mix(water(brush), brush.lit((96, 140, 190)), 0.6)
    brush.fill(smooth(DROP[3:8] * [size * 0.9, size * 0.85] + at), deep, 0.6)
    brush.fill(smooth(DROP * size * 0.34 + at + [-0.14 * size, 0.12 * size]), (255, 255, 255))
