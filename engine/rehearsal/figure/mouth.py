"""The mouth: lips, the line between them, teeth and tongue, from the rig."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.pose import FaceRig
from engine.rehearsal.figure.space import steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix

LEVEL = 0.69
OUT = 0.025  # head units the lips lie off the skin
PARTED = 0.012  # head units between the lips from which there is a mouth to look into
T = steps(-1, 1, 15)
BOW, SMILE = np.abs(T) ** 1.7, np.abs(T) ** 2.3
WAVE = np.sin(T * 7.5)
PEAKS = np.exp(-(((np.abs(T) - 0.3) / 0.36) ** 2)) - 0.34 * np.exp(-((T / 0.16) ** 2))
Curve = NDArray[np.float64]


@dataclass
class MouthShape:
    """Four curves over the face, left to right, (15, 2) each, and the height of the opening."""

    over: Curve  # upper edge of the upper lip
    top: Curve  # lower edge of the upper lip
    bottom: Curve
    under: Curve
    gap: float


def _half(look: Look, rig: FaceRig) -> float:
    child = float(np.clip((16 - look.age) / 11, 0, 1))
    half = (0.232 if look.presentation == "man" else 0.214) * (1 - 0.14 * child)
    return half * (1 + 0.3 * rig.wide - 0.5 * rig.round)


def _line(rig: FaceRig) -> Curve:
    """Where the lips meet: v over T."""
    corner = np.where(T < 0, rig.corner_l, rig.corner_r) * 0.1
    bow = np.where(corner > 0, SMILE, BOW)
    smile = (rig.corner_l + rig.corner_r) / 2
    center = LEVEL + 0.022 * max(smile, 0) - 0.012 * max(-smile, 0) - 0.02 * rig.chin
    line: Curve = center - corner * bow + 0.007 * np.cos(T * np.pi * 2) * (1 - BOW)
    return line


def mouth_shape(view: HeadView) -> MouthShape:
    rig, look = view.pose.rig, view.look
    man = look.presentation == "man"
    child = float(np.clip((16 - look.age) / 11, 0, 1))
    line = _line(rig)
    arc = np.clip(1 - np.abs(T) ** (2.1 + 0.8 * rig.teeth + 0.5 * rig.round), 0, 1) ** 0.75
    top = line - (0.035 * rig.open + 0.062 * rig.upper) * arc
    shiver = 0.011 * rig.quiver * WAVE * (1 - T**2)
    bottom = line + (0.25 * rig.open + 0.055 * rig.lower) * arc + shiver * (rig.open > 0)
    full = (0.022 + 0.054 * look.lips) * (1 - 0.75 * rig.press) * (1 - 0.25 * child)
    full *= (0.8 if man else 1.0) * (1 + 0.3 * rig.round)
    over = top - full * 0.78 * np.clip(PEAKS, 0, 1) * (1 - T**2) ** 0.5 - 0.004
    low = full * (1.15 + 0.35 * rig.chin) * (1 - 0.75 * rig.bite * np.exp(-((T + 0.15) ** 2) * 9))
    under = bottom + low * (1 - np.abs(T) ** 2.4) * (1 - 0.3 * rig.wide) + shiver
    u = T * _half(look, rig)
    a, b, c, d = (np.column_stack([u, v]) for v in (over, top, bottom, under))
    return MouthShape(a, b, c, d, float((bottom - top).max()))


@dataclass
class Laid:
    """The curves of a mouth in figure space, and what one head unit down the face is there."""

    over: Points
    top: Points
    bottom: Points
    under: Points
    down: Points


def _laid(view: HeadView, m: MouthShape) -> Laid:
    """All curves at once: laying points on a face costs by the call."""
    ends = np.array([[0.0, LEVEL - 0.1], [0.0, LEVEL + 0.15]])
    on = view.on(np.concatenate([m.over, m.top, m.bottom, m.under, ends]), OUT)
    over, top, bottom, under = on[:-2].reshape(4, len(T), 2)
    return Laid(over, top, bottom, under, (on[-1] - on[-2]) / 0.25)


def draw_mouth(brush: Brush, view: HeadView, tones: Tones) -> None:
    if abs(view.yaw) > 104:
        return
    m = mouth_shape(view)
    on = _laid(view, m)
    if m.gap > PARTED:
        _inside(brush, view.pose.rig, m, on)
    brush.fill(
        smooth(_loop(on.over, on.top)), mix(brush.lit(tones.lip), brush.dark(tones.lip), 0.6)
    )
    brush.fill(smooth(_loop(on.bottom, on.under)), brush.lit(tones.lip))
    _ink(brush, view.pose.rig, tones, m, on)
    if brush.scale > 5:
        _marks(brush, view, tones, m, on)


def _loop(a: Points, b: Points) -> Points:
    return np.concatenate([a[:1], a, a[-1:], b[::-1]])


def _along(amount: Points, down: Points) -> Points:
    """`amount` head units down the face at each point of a curve."""
    return amount[:, None] * down


def _inside(brush: Brush, rig: FaceRig, m: MouthShape, on: Laid) -> None:
    opening = smooth(_loop(on.top, on.bottom))
    brush.fill(opening, brush.lit((86, 20, 32)))
    brush.canvas.save()
    brush.canvas.clipPath(opening, skia.ClipOp.kIntersect, True)
    if m.gap > 0.1:
        throat = (on.top * 0.62 + on.bottom * 0.38)[3:-3]
        brush.fill(smooth(_loop(on.top[3:-3], throat)), brush.lit((48, 8, 20)))
    if rig.tongue > 0.05 and m.gap > 0.045:
        _tongue(brush, rig, m, on)
    if rig.teeth > 0.02:
        _teeth(brush, rig, m, on)
    brush.canvas.restore()


def _tongue(brush: Brush, rig: FaceRig, m: MouthShape, on: Laid) -> None:
    """A hump on the floor of the mouth; high behind the teeth for l, n, d and th."""
    height = m.gap * (0.2 + 0.5 * rig.tongue)
    hump = on.bottom + _along(0.012 - height * np.clip(1 - (T / 0.78) ** 2, 0, 1), on.down)
    floor = on.bottom + 0.06 * on.down
    brush.fill(smooth(_loop(hump, floor)), brush.lit((196, 84, 90)))
    if m.gap > 0.1:
        ridge = hump[4:-4] + 0.022 * on.down
        brush.line(ridge, 0.9, color=brush.lit((222, 124, 122)))


def _teeth(brush: Brush, rig: FaceRig, m: MouthShape, on: Laid) -> None:
    white = brush.lit((250, 246, 240))
    clenched = rig.teeth > 0.9
    deep = m.gap * 1.1 if clenched else min(0.062, m.gap * (0.3 + 0.4 * rig.teeth))
    edge = on.top + _along(deep * (1 - 0.25 * T**2), on.down)
    brush.fill(smooth(_loop(on.top - 0.05 * on.down, edge)), white)
    shade = on.top + min(0.014, deep * 0.3) * on.down
    brush.line(shade[1:-1], 0.8, color=brush.lit((206, 190, 196)), ends=0.5)
    if clenched:
        bite = (on.top * 0.45 + on.bottom * 0.55)[2:-2]
        brush.line(bite, 0.4, color=brush.lit((150, 110, 110)))
    elif rig.lower > 0.45 and m.gap > 0.09:
        edge = on.bottom - _along(0.034 * (1 - T**2), on.down)
        brush.fill(smooth(_loop(edge, on.bottom + 0.05 * on.down)), white)


def _ink(brush: Brush, rig: FaceRig, tones: Tones, m: MouthShape, on: Laid) -> None:
    """The line of the mouth, darkest where it ends, and the shadow under the lower lip."""
    ink = mix(brush.light.ink, brush.dark(tones.lip), 0.25)
    brush.line(on.top, 0.85 + 0.25 * rig.press, color=ink, ends=0.5)
    if m.gap > PARTED:
        brush.line(on.bottom[2:-2], 0.5, color=ink)
    low = on.under[4:-4]
    soft = low + _along(0.042 + 0.012 * rig.press - 0.02 * (T[4:-4] / T[-5]) ** 2, on.down)
    crescent = np.concatenate([low + 0.016 * on.down, soft[::-1]])
    brush.fill(smooth(crescent), brush.dark(tones.skin), 0.8)


def _marks(brush: Brush, view: HeadView, tones: Tones, m: MouthShape, on: Laid) -> None:
    """Shine, the ticks at the corners, the puckered chin."""
    light, rig = brush.light, view.pose.rig
    ink = mix(light.ink, brush.dark(tones.skin), 0.45)
    if view.look.presentation != "man":
        to = slice(4, 7) if light.direction[0] < 0 else slice(8, 11)
        shine = (on.bottom[to] + on.under[to]) * 0.5
        brush.line(shine, 0.6, color=brush.lit(mix(tones.lip, (255, 240, 236), 0.6)))
    if rig.chin > 0.3:
        u = steps(-0.085, 0.085, 7)
        ball = np.column_stack([u, 0.842 + 5.0 * u**2 - 0.012 * rig.chin])
        brush.line(view.on(ball, 0.01), 0.5 * rig.chin, color=ink, ends=0.0)
    for side, corner in ((-1, rig.corner_l), (1, rig.corner_r)):
        tip = m.top[0 if side < 0 else -1]
        if abs(corner) > 0.25 and view.facing(tip[0], tip[1]) > 0:
            lean = 0.012 if corner > 0 else 0.026
            tick = tip + np.array(
                [[side * 0.012, -0.03], [side * 0.03, 0.002], [side * lean, 0.03]]
            )
            brush.line(view.on(tick), 0.6 * min(abs(corner), 1), color=ink)
