"""What stands on a face for a moment: tears, blush, sweat, a vein, a shadow over the eyes."""

import numpy as np

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.eyes import LEVEL, eye_shape, spacing
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import spline, steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color, mix

DROP = np.array(
    [
        [0, -1.0],
        [0.12, -0.55],
        [0.42, 0.05],
        [0.46, 0.5],
        [0.2, 0.9],
        [-0.2, 0.9],
        [-0.46, 0.5],
        [-0.42, 0.05],
        [-0.12, -0.55],
    ]
)

FINGERS = (-0.1, 0.0, 0.1)  # of a hand that struck, down the cheek


def draw_under(brush: Brush, view: HeadView, tones: Tones) -> None:
    """Blush and shadow, under the features."""
    o = view.pose.overlays
    if o.blush > 0.05:
        _blush(brush, view, tones, o.blush)
    if o.struck:
        _struck(brush, view, tones, o.struck)
    if o.shadow > 0.05:
        _shadow(brush, view, tones, o.shadow)


def draw_over(brush: Brush, view: HeadView, tones: Tones) -> None:
    """Tears, sweat and vein, over the features."""
    o = view.pose.overlays
    for side in (-1, 1):
        u = spacing(view.look) * side
        if o.tear > 0.08 and view.facing(u, LEVEL) > 0.08:
            _tear(brush, view, side, o.tear, o.tear_fall)
    if o.sweat > 0.15:
        _sweat(brush, view, o.sweat)
    if o.vein > 0.3:
        _vein(brush, view, tones, o.vein)


def _struck(brush: Brush, view: HeadView, tones: Tones, side: float) -> None:
    """The print of a hand: a red cheek with the edges of three fingers."""
    if view.facing(0.42 * side, 0.36) < 0.05:
        return
    red = mix(brush.lit(tones.flush), (206, 40, 36), 0.55)
    a = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    ring = np.column_stack([np.cos(a), np.sin(a)])
    marks = [(0.37, (0.2, 0.17), 0.42), *((0.36 + row, (0.17, 0.032), 0.6) for row in FINGERS)]
    for level, size, alpha in marks:
        shape = np.array([0.42 * side, level]) + ring * np.array(size)
        brush.fill(smooth(view.on(shape)), red, alpha)


def _blush(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    color = brush.lit(tones.flush)
    a = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    for side in (-1, 1):
        center = np.array([0.4 * side, 0.34])
        if view.facing(center[0], center[1]) < 0.1:
            continue
        ring = center + np.column_stack([np.cos(a) * 0.16, np.sin(a) * 0.075])
        brush.fill(smooth(view.on(ring)), color, 0.36 * amount)
        if brush.scale < 8:
            continue
        for k in (-1, 0, 1):
            top = center + np.array([0.06 * k + 0.02, -0.035])
            stroke = np.stack([top, top + np.array([-0.012, 0.035]), top + np.array([-0.03, 0.07])])
            brush.line(view.on(stroke), 0.45 * amount, color=mix(color, brush.light.ink, 0.25))


def _shadow(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    """The brow's shadow falls over the eyes: a hard edge under them."""
    u = steps(-0.66, 0.66, 15)
    low = 0.02 + 0.2 * amount + 0.06 * np.abs(u) - 0.03 * np.cos(u * 9)
    edge = view.on(np.column_stack([u, low]))
    top = view.on(np.column_stack([u * 1.05, np.full(15, -0.75)]))
    brush.fill(
        smooth(np.concatenate([edge, top[::-1]])), brush.dark(tones.skin), 0.5 * amount + 0.25
    )


def _water(brush: Brush) -> tuple[Color, Color]:
    return brush.lit((206, 230, 246)), (255, 255, 255)


def _tear(brush: Brush, view: HeadView, side: int, amount: float, fall: float) -> None:
    look = view.look
    shape = eye_shape(look)
    water, shine = _water(brush)
    u0 = spacing(look) * side
    low = LEVEL + shape.bottom * 0.85
    t = steps(-0.8, 0.85, 9)
    pool = np.column_stack(
        [u0 + t * shape.wide * side, low - shape.tilt * (t + 1) / 2 - 0.004 * t**2]
    )
    brush.line(view.on(pool), 0.6 + 0.6 * amount, color=water, ends=0.3)
    brush.line(view.on(pool[2:5]), 0.4, color=shine, ends=0.2)
    if amount < 0.45:
        return
    for start, reach in ((0.35, 1.0), (-0.62, 0.55)) if amount > 0.75 else ((0.35, 1.0),):
        run = fall * reach * (0.92 if side > 0 else 0.74)
        x = u0 + start * shape.wide * side
        keys = np.array(
            [
                [x, low],
                [x + 0.03 * side, low + 0.2 * run],
                [x + 0.015 * side, low + 0.46 * run],
                [x - 0.05 * side, low + 0.74 * run],
            ]
        )
        trail = view.on(spline(keys, 9), 0.01)
        brush.line(trail, 1.0, color=water, ends=0.45)
        brush.line(trail[1:6] + np.array([-0.08, 0]), 0.35, color=shine)
        _drop(brush, trail[-1], view.unit * 0.052)


def _drop(brush: Brush, at: Points, size: float) -> None:
    water, shine = _water(brush)
    brush.contour(smooth(DROP * size + at), 0.4)
    brush.fill(smooth(DROP * size + at), water)
    brush.fill(smooth(DROP * size * 0.35 + at + [-0.12 * size, 0.25 * size]), shine)


def _sweat(brush: Brush, view: HeadView, amount: float) -> None:
    side = 1 if view.yaw <= 0 else -1
    for u, v, size in ((0.52, -0.26, 0.075), (0.57, 0.2, 0.06), (0.4, -0.42, 0.05)):
        if view.facing(u * side, v) > 0.05 and size > 0.095 - 0.06 * amount:
            _drop(brush, view.on(np.array([[u * side, v]]), 0.02)[0], view.unit * size)


def _vein(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    side = 1 if view.yaw <= 0 else -1
    color = mix(brush.light.ink, brush.dark(tones.flush), 0.45)
    root = np.array([0.46, -0.3])
    for line in (
        [(0, 0), (0.03, -0.06), (0.0, -0.11), (0.05, -0.18)],
        [(0.01, -0.08), (-0.06, -0.1), (-0.08, -0.15)],
    ):
        uv = (root + np.array(line)) * [side, 1]
        if view.facing(uv[0][0], uv[0][1]) > 0.05:
            brush.line(view.on(spline(uv, 9), 0.01), 0.45 + 0.35 * amount, color=color, ends=0.3)
