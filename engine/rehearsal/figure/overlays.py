"""What stands on a face for a moment: blush, sweat, a vein, a shadow over the eyes, dread."""

import numpy as np

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.eyes import CLOSE, LEVEL, eye_shape, spacing
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import smooth, smooth_loops
from engine.rehearsal.figure.space import spline, steps
from engine.rehearsal.figure.tears import draw_drop, draw_tears
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix

FINGERS = (-0.1, 0.0, 0.1)  # of a hand that struck, down the cheek
ROUND = np.linspace(0, 2 * np.pi, 16, endpoint=False)
STROKES = np.array([[0.06 * k + 0.02, -0.03] for k in (-1, 0, 1)])  # of the pen, on a cheek
RING = np.column_stack([np.cos(ROUND), np.sin(ROUND)])


def draw_under(brush: Brush, view: HeadView, tones: Tones) -> None:
    """Blush and shadow, under the features."""
    o = view.pose.overlays
    if o.gloom > 0.2:
        _gloom(brush, view, tones, o.gloom)
    if o.shadow > 0.05:
        _shadow(brush, view, tones, o.shadow)
    if o.blush > 0.05:
        _blush(brush, view, tones, o.blush)
    if o.tear > 0.3:
        _sore(brush, view, tones, o.tear)
    if o.struck:
        _struck(brush, view, tones, o.struck)


def draw_over(brush: Brush, view: HeadView, tones: Tones) -> None:
    """Tears, sweat and vein, over the features."""
    o = view.pose.overlays
    if o.tear > 0.08:
        draw_tears(brush, view, tones, o.tear, o.tear_fall)
    if o.sweat > 0.15:
        _sweat(brush, view, o.sweat)
    if o.vein > 0.3:
        _vein(brush, view, tones, o.vein)


def _struck(brush: Brush, view: HeadView, tones: Tones, side: float) -> None:
    """The print of a hand: a red cheek with the edges of three fingers."""
    if view.facing(0.42 * side, 0.36) < 0.05:
        return
    red = mix(brush.lit(tones.flush), (206, 40, 36), 0.55)
    marks = [(0.37, (0.2, 0.17), 0.42), *((0.36 + row, (0.17, 0.032), 0.6) for row in FINGERS)]
    for level, size, alpha in marks:
        shape = np.array([0.42 * side, level]) + RING * np.array(size)
        brush.fill(smooth(view.on(shape)), red, alpha)


def _blush(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    """Two tones high on each cheek, and a few strokes of the pen."""
    color = mix(brush.lit(tones.flush), brush.lit((232, 84, 92)), 0.35)
    low = eye_shape(view.look).bottom - 0.06
    middles = [np.array([0.4 * side, 0.35 + low]) for side in (-1, 1)]
    seen = np.array([m for m in middles if view.facing(m[0], m[1]) > 0.1])
    if not len(seen):
        return
    for size, alpha in (([0.19, 0.09], 0.16), ([0.13, 0.058], 0.24)):
        rings = (seen[:, None] + RING * size).reshape(-1, 2)
        brush.fill(smooth_loops(view.on(rings).reshape(-1, 16, 2)), color, alpha * amount)
    if brush.scale < 8:
        return
    tops = (seen[:, None] + STROKES).reshape(-1, 2)
    lines = np.stack([tops + np.array([-0.014, 0.03]) * k for k in range(3)], 1)
    laid = view.on(lines.reshape(-1, 2)).reshape(-1, 3, 2)
    brush.lines(laid, 0.6 * amount, mix(color, brush.light.ink, 0.2))


def _sore(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    """Red lids and a red nose of one who has been crying."""
    color = mix(brush.lit(tones.flush), brush.lit((224, 72, 84)), 0.4)
    shape = eye_shape(view.look)
    for side in (-1, 1):
        u = spacing(view.look) * side
        if view.facing(u, LEVEL) > 0.08:
            under = np.array([u, LEVEL + shape.bottom * 0.5]) + RING * [shape.wide * 1.05, 0.085]
            brush.fill(smooth(view.on(under)), color, 0.3 * amount)
    if view.facing(0, 0.44) > 0.15:
        brush.fill(smooth(view.on(np.array([0, 0.44]) + RING * [0.1, 0.06])), color, 0.26 * amount)


def _shadow(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    """The brow's shadow falls over the eyes: a hard edge under them."""
    u = steps(-0.66, 0.66, 15)
    low = 0.02 + 0.2 * amount + 0.06 * np.abs(u) - 0.03 * np.cos(u * 9)
    edge = view.on(np.column_stack([u, low]))
    top = view.on(np.column_stack([u * 1.05, np.full(15, -0.75)]))
    outline = smooth(np.concatenate([edge, top[::-1]]))
    brush.fill(outline, brush.dark(tones.skin), min(0.5 * amount + 0.15, 1))


def _gloom(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    """Lines that hang from the hairline over forehead and one cheek: dread, drawn as comics do."""
    if brush.scale < CLOSE:
        return
    u = steps(-0.6, 0.6, 17)
    reach = 0.3 + 0.2 * np.abs(np.sin(np.arange(17) * 2.4)) + 0.16 * np.abs(u)
    tops = np.column_stack([u, np.full(17, -0.78)])
    down = np.column_stack([0 * u, reach * min(amount, 1)])
    lines = np.stack([tops, tops + down * 0.5, tops + down], 1)
    ink = mix(brush.dark(tones.skin), brush.light.ink, 0.25)
    brush.lines(view.on(lines.reshape(-1, 2)).reshape(17, 3, 2), 0.4, ink)


def _sweat(brush: Brush, view: HeadView, amount: float) -> None:
    side = 1 if view.yaw <= 0 else -1
    for u, v, size in ((0.53, -0.26, 0.085), (0.58, 0.22, 0.066), (0.38, -0.42, 0.055)):
        if view.facing(u * side, v) > 0.05 and size > 0.105 - 0.06 * amount:
            draw_drop(brush, view.on(np.array([[u * side, v]]), 0.02)[0], view.unit * size)


def _vein(brush: Brush, view: HeadView, tones: Tones, amount: float) -> None:
    """It branches on the temple, thick as a cord in a rage."""
    side = 1 if view.yaw <= 0 else -1
    color = mix(brush.light.ink, brush.dark(tones.flush), 0.5)
    root = np.array([0.47, -0.26])
    for line in (
        [(0, 0), (0.035, -0.07), (-0.005, -0.13), (0.05, -0.22)],
        [(0.012, -0.1), (-0.07, -0.12), (-0.09, -0.19)],
        [(0.03, -0.05), (0.09, -0.06), (0.1, -0.11)],
    ):
        uv = (root + np.array(line)) * [side, 1]
        if view.facing(uv[0][0], uv[0][1]) > 0.05:
            brush.line(view.on(spline(uv, 9), 0.01), 0.6 + 0.5 * amount, color=color, ends=0.25)
