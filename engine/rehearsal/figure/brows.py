"""Brows: they carry most of a feeling."""

import numpy as np

from engine.contracts import Look
from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.eyes import LEVEL, eye_shape, spacing
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import spline, steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color, mix

REACH = 0.125  # how far a brow travels, head units
FINEST = 26  # px per cm from which single hairs are drawn
ALONG = steps(0, 1, 14)  # from the inner end to the outer
TAPER = (0.5 + 0.62 * np.sin(np.pi * np.clip(ALONG * 1.35, 0, 1))) * (1 - ALONG**2.6) ** 0.75


def brow_line(look: Look, view: HeadView, side: int) -> Points:
    """The middle of one brow on the face, (14, 2), inner to outer end."""
    rig, shape = view.pose.rig, eye_shape(look)
    left = side < 0
    inner = rig.brow_in_l if left else rig.brow_in_r
    middle = rig.brow_mid_l if left else rig.brow_mid_r
    outer = rig.brow_out_l if left else rig.brow_out_r
    man = look.presentation == "man"
    rest = LEVEL - shape.top - (0.088 if man else 0.108)
    u0, w = spacing(look), shape.wide
    knit = rig.knit * 0.055
    keys = np.array(
        [
            [u0 - w * 1.02 - knit, rest + 0.022 - inner * REACH + knit * 0.35],
            [u0 - w * 0.35 - knit * 0.6, rest - 0.012 - (inner * 0.5 + middle * 0.5) * REACH],
            [u0 + w * 0.42, rest - (0.026 if man else 0.038) - middle * REACH],
            [u0 + w * 1.26, rest + 0.03 - outer * REACH],
        ]
    )
    line: Points = spline(keys, 14) * np.array([side, 1.0])
    return line


def draw_brow(brush: Brush, view: HeadView, tones: Tones, side: int, alpha: float) -> None:
    look = view.look
    uv = brow_line(look, view, side)
    if view.facing(float(uv[6, 0]), float(uv[6, 1])) < 0.08:
        return
    heavy = 0.017 + 0.026 * look.brows + (0.007 if look.presentation == "man" else 0.0)
    width = heavy * TAPER * view.unit
    # Over hair of nearly its own colour a brow is inked, or the feeling is lost with it.
    color = (
        brush.lit(tones.brow) if alpha == 1 else mix(brush.lit(tones.brow), brush.light.ink, 0.25)
    )
    line = view.on(uv, 0.012)
    brush.fill(smooth(ribbon(line, np.maximum(width, 0.02))), color, alpha)
    if brush.scale > FINEST and alpha == 1:
        _hairs(brush, view, uv, heavy, color)


def _hairs(brush: Brush, view: HeadView, uv: Points, heavy: float, color: Color) -> None:
    """Single hairs that leave the brow's edge: upwards at its inner end, outwards later."""
    side = np.sign(uv[-1, 0] - uv[0, 0])
    roots = uv[[0, 1, 2, 4, 6, 8]]
    lean = np.array([0.15, 0.35, 0.6, 0.9, 1.1, 1.2]) * side
    tips = roots + np.column_stack([lean, np.full(6, -1.0)]) * heavy * 1.25
    hairs = np.stack([roots, (roots + tips) / 2 + [0.002 * side, 0.0], tips], 1)
    laid = view.on(hairs.reshape(-1, 2), 0.012).reshape(6, 3, 2)
    brush.lines(laid, 0.5, color)


def draw_knit(brush: Brush, view: HeadView, tones: Tones) -> None:
    """The two lines between the brows, and the folds of a raised forehead."""
    rig, age = view.pose.rig, view.look.age
    ink = mix(brush.light.ink, brush.light.shaded(tones.skin), 0.3)
    if rig.knit > 0.35 and view.facing(0, 0) > 0.1:
        deep = (rig.knit - 0.35) / 0.65
        for side in (-1, 1):
            top = np.array([side * 0.062, -0.13 - 0.05 * deep])
            keys = np.stack(
                [
                    top,
                    top + np.array([side * -0.014, 0.06]),
                    top + np.array([side * 0.004, 0.13 * deep + 0.02]),
                ]
            )
            brush.line(view.on(spline(keys, 7)), 0.35 + 0.5 * deep, color=ink)
    raised = min(rig.brow_in_l, rig.brow_in_r) + rig.knit * 0.3
    grown = float(np.clip((age - 14) / 40, 0.12, 1))
    weight = max((raised - 0.45) * (0.35 + 0.65 * grown), (age - 50) / 60) * 0.7
    if weight > 0.06:
        soft = mix(ink, brush.lit(tones.skin), 0.55 * (1 - grown))
        for k, (y, half) in enumerate(((-0.36, 0.16), (-0.44, 0.22))):
            u = steps(-half, half, 9)
            v = y + 0.02 * np.abs(u / half) ** 2 + 0.004 * np.sin(9 * u + k)
            brush.line(view.on(np.column_stack([u, v])), min(weight, 0.5), color=soft, ends=0.0)
