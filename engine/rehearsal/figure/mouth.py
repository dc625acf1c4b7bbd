"""The mouth: lips, the line between them, teeth and tongue, from the rig."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix

LEVEL = 0.69
T = steps(-1, 1, 15)
Curve = NDArray[np.float64]


@dataclass
class MouthShape:
    """Four curves over the face, left to right, (15, 2) each, and the height of the opening."""

    over: Curve  # upper edge of the upper lip
    top: Curve  # lower edge of the upper lip
    bottom: Curve
    under: Curve
    gap: float


def mouth_shape(view: HeadView) -> MouthShape:
    rig, look = view.pose.rig, view.look
    man = look.presentation == "man"
    child = float(np.clip((16 - look.age) / 11, 0, 1))
    half = (0.212 if man else 0.198) * (1 - 0.14 * child)
    half *= 1 + 0.3 * rig.wide - 0.46 * rig.round
    corner = np.where(T < 0, rig.corner_l, rig.corner_r) * 0.088
    bow = np.abs(T) ** 1.7
    smile = (rig.corner_l + rig.corner_r) / 2
    center = LEVEL + 0.02 * max(smile, 0) - 0.012 * max(-smile, 0)
    line = center - corner * bow + 0.007 * np.cos(T * np.pi * 2) * (1 - bow)
    arc = np.clip(1 - np.abs(T) ** (2.1 + 0.8 * rig.teeth), 0, 1) ** 0.75
    up = 0.035 * rig.open + 0.062 * rig.upper
    down = 0.25 * rig.open + 0.055 * rig.lower
    top = line - up * arc
    bottom = line + down * arc
    full = (0.02 + 0.052 * look.lips) * (1 - 0.75 * rig.press) * (1 - 0.25 * child)
    full *= (0.8 if man else 1.0) * (1 + 0.25 * rig.round)
    peak = np.exp(-(((np.abs(T) - 0.3) / 0.36) ** 2)) - 0.34 * np.exp(-((T / 0.16) ** 2))
    edge = (1 - T**2) ** 0.5
    over = top - full * 0.78 * np.clip(peak, 0, 1) * edge - 0.004
    under = bottom + full * 1.15 * (1 - np.abs(T) ** 2.4) * (1 - 0.3 * rig.wide)
    u = T * half
    a, b, c, d = (np.column_stack([u, v]) for v in (over, top, bottom, under))
    return MouthShape(a, b, c, d, float((bottom - top).max()))


def draw_mouth(brush: Brush, view: HeadView, tones: Tones) -> None:
    if abs(view.yaw) > 104:
        return
    m = mouth_shape(view)
    out = 0.025
    over, top, bottom, under = (view.on(c, out) for c in (m.over, m.top, m.bottom, m.under))
    upper_lip = mix(brush.lit(tones.lip), brush.dark(tones.lip), 0.55)
    if m.gap > 0.012:
        _inside(brush, view, m, smooth(_loop(top, bottom)))
    brush.fill(smooth(_loop(over, top)), upper_lip)
    brush.fill(smooth(_loop(bottom, under)), brush.lit(tones.lip))
    _marks(brush, view, tones, m)


def _loop(a: Points, b: Points) -> Points:
    return np.concatenate([a[:1], a, a[-1:], b[::-1]])


def _inside(brush: Brush, view: HeadView, m: MouthShape, opening: skia.Path) -> None:
    rig = view.pose.rig
    brush.fill(opening, brush.lit((88, 24, 34)))
    brush.canvas.save()
    brush.canvas.clipPath(opening, skia.ClipOp.kIntersect, True)
    if rig.tongue > 0.05 and m.gap > 0.06:
        height = m.gap * (0.25 + 0.35 * rig.tongue)
        hump = m.bottom.copy()
        hump[:, 1] += 0.01 - height * np.clip(1 - (T / 0.75) ** 2, 0, 1)
        floor = m.bottom + np.array([0, 0.06])
        brush.fill(smooth(_loop(view.on(hump), view.on(floor))), brush.lit((190, 78, 84)))
    white = brush.lit((250, 246, 240))
    if rig.teeth > 0.02:
        deep = min(0.062, m.gap * (0.3 + 0.4 * rig.teeth)) if rig.teeth < 0.9 else m.gap * 1.1
        edge = m.top + np.column_stack([0 * T, deep * (1 - 0.25 * T**2)])
        brush.fill(smooth(_loop(view.on(m.top - [0, 0.05]), view.on(edge))), white)
        if rig.teeth > 0.9:
            bite = (m.top * 0.45 + m.bottom * 0.55)[2:-2]
            brush.line(view.on(bite), 0.4, color=brush.lit((150, 110, 110)))
    if rig.lower > 0.45 and rig.teeth < 0.9 and m.gap > 0.09:
        edge = m.bottom - np.column_stack([0 * T, 0.035 * (1 - T**2)])
        brush.fill(smooth(_loop(view.on(edge), view.on(m.bottom + np.array([0, 0.05])))), white)
    brush.canvas.restore()


def _marks(brush: Brush, view: HeadView, tones: Tones, m: MouthShape) -> None:
    light, rig = brush.light, view.pose.rig
    ink = mix(light.ink, brush.dark(tones.lip), 0.3)
    out = 0.03
    brush.line(view.on(m.top, out), 0.72, color=ink, ends=0.45)
    if m.gap > 0.012:
        brush.line(view.on(m.bottom[2:-2], out), 0.45, color=ink)
    skin_ink = mix(light.ink, brush.dark(tones.skin), 0.45)
    low = m.under[4:-4] + np.array([0, 0.028 + 0.01 * rig.press])
    brush.line(view.on(low, out), 0.5, color=brush.dark(tones.skin))
    if brush.scale < 6:
        return
    shine = m.bottom[4:8] * 0.45 + m.under[4:8] * 0.55
    if view.look.presentation != "man" and light.direction[0] < 0:
        brush.line(view.on(shine, out), 0.35, color=brush.lit(mix(tones.lip, (255, 235, 230), 0.6)))
    for side, corner in ((-1, rig.corner_l), (1, rig.corner_r)):
        tip = m.top[0 if side < 0 else -1]
        if abs(corner) > 0.25 and view.facing(tip[0], tip[1]) > 0:
            tick = np.stack(
                [
                    tip + np.array([side * 0.012, -0.03]),
                    tip + np.array([side * 0.03, 0.002]),
                    tip + np.array([side * 0.012, 0.032]),
                ]
            )
            brush.line(view.on(tick), 0.5 * min(abs(corner), 1), color=skin_ink)
