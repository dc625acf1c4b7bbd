"""Brows: they carry most of a feeling."""

import numpy as np

from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.eyes import LEVEL, eye_shape, spacing
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import smooth
from engine.rehearsal.figure.space import spline, steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix

REACH = 0.105  # how far a brow travels, head units


def draw_brow(brush: Brush, view: HeadView, tones: Tones, side: int, alpha: float) -> None:
    look, rig = view.look, view.pose.rig
    left = side < 0
    inner = rig.brow_in_l if left else rig.brow_in_r
    middle = rig.brow_mid_l if left else rig.brow_mid_r
    outer = rig.brow_out_l if left else rig.brow_out_r
    shape = eye_shape(look)
    man = look.presentation == "man"
    rest = LEVEL - shape.top - (0.105 if man else 0.125)
    u0, w = spacing(look), shape.wide
    knit = rig.knit * 0.05
    keys = np.array(
        [
            [u0 - w * 1.02 - knit, rest + 0.022 - inner * REACH + knit * 0.35],
            [u0 - w * 0.35 - knit * 0.6, rest - 0.012 - (inner * 0.5 + middle * 0.5) * REACH],
            [u0 + w * 0.42, rest - (0.028 if man else 0.04) - middle * REACH],
            [u0 + w * 1.3, rest + 0.03 - outer * REACH],
        ]
    )
    if view.facing(side * u0, rest) < 0.03:
        return
    uv = spline(keys, 14) * np.array([side, 1.0])
    t = steps(0, 1, 14)
    heavy = 0.014 + 0.024 * look.brows + (0.008 if man else 0.0)
    width = heavy * np.clip(0.55 + t * 2.2, 0, 1) * (1 - t**2.2) ** 0.7 * view.unit
    color = brush.lit(tones.brow)
    brush.fill(smooth(ribbon(view.on(uv, 0.012), np.maximum(width, 0.02))), color, alpha)


def draw_knit(brush: Brush, view: HeadView, tones: Tones) -> None:
    """The two lines between the brows, and the folds of a raised forehead."""
    rig = view.pose.rig
    ink = mix(brush.light.ink, brush.light.shaded(tones.skin), 0.3)
    if rig.knit > 0.35 and view.facing(0, 0) > 0.1:
        deep = (rig.knit - 0.35) / 0.65
        for side in (-1, 1):
            top = np.array([side * 0.062, -0.13 - 0.05 * deep])
            line = np.stack(
                [
                    top,
                    top + np.array([side * -0.014, 0.06]),
                    top + np.array([side * 0.004, 0.13 * deep + 0.02]),
                ]
            )
            brush.line(view.on(spline(line, 7)), 0.35 + 0.5 * deep, color=ink)
    raised = min(rig.brow_in_l, rig.brow_in_r) + rig.knit * 0.3
    if raised > 0.55 or view.look.age > 50:
        weight = max(raised - 0.4, (view.look.age - 50) / 60, 0) * 0.7
        for k, (y, half) in enumerate(((-0.33, 0.2), (-0.41, 0.26))):
            u = steps(-half, half, 9)
            v = y + 0.02 * np.abs(u / half) ** 2 + 0.004 * np.sin(9 * u + k)
            brush.line(view.on(np.column_stack([u, v])), min(weight, 0.5), color=ink)
