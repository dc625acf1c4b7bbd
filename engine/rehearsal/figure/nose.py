"""The nose: a plane of shadow, the turn of its tip, two nostrils."""

import numpy as np

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.skull import LEVELS
from engine.rehearsal.figure.space import spline
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix


def _ridge(view: HeadView, levels: list[float]) -> Points:
    v = np.array(levels)
    z = np.interp(v, LEVELS, view.skull.front + view.skull.ridge)
    return np.column_stack([0 * v, v, z])


def draw_nose(brush: Brush, view: HeadView, tones: Tones) -> None:
    if abs(view.yaw) > 112:
        return
    look, light = view.look, brush.light
    wing = 0.082 + 0.05 * look.nose + (0.012 if look.presentation == "man" else 0)
    if look.age < 14:
        wing *= 0.85
    shade = mix(brush.lit(tones.skin), brush.dark(tones.skin), 0.72)
    far = 1 if light.direction[0] <= 0 else -1
    _plane(brush, view, wing, far, shade)
    _base(brush, view, wing, shade)
    _lines(brush, view, tones, wing)


def _plane(
    brush: Brush, view: HeadView, wing: float, side: int, shade: tuple[int, int, int]
) -> None:
    """The side of the nose away from the key."""
    if view.facing(side * 0.12, 0.35) < 0.0:
        return
    ridge = _ridge(view, [0.1, 0.2, 0.32, 0.43, 0.475])
    foot = np.array([[wing, 0.485], [wing * 0.9, 0.42], [wing * 0.5, 0.3], [0.04, 0.16]])
    edge = view.skull.lift(foot * [side, 1])
    points = view.at(np.concatenate([ridge, edge]))
    brush.fill(smooth(np.concatenate([points[:1], points])), shade)


def _base(brush: Brush, view: HeadView, wing: float, shade: tuple[int, int, int]) -> None:
    tip = _ridge(view, [0.46])[0]
    rim = view.skull.lift(
        np.array(
            [[-wing, 0.485], [-wing * 0.6, 0.53], [0, 0.535], [wing * 0.6, 0.53], [wing, 0.485]]
        )
    )
    rim[:, 2] += [0.0, 0.05, 0.05, 0.05, 0.0]
    left, right = (tip + rim[0]) / 2 + [0, 0.01, 0.05], (tip + rim[-1]) / 2 + [0, 0.01, 0.05]
    points = view.at(np.concatenate([[left, tip, right], rim[::-1]]))
    brush.fill(smooth(points), shade)


def _lines(brush: Brush, view: HeadView, tones: Tones, wing: float) -> None:
    yaw, light = view.yaw, brush.light
    ink = mix(light.ink, brush.dark(tones.skin), 0.35)
    wrinkle = view.pose.rig.wrinkle
    for side in (-1, 1):
        if view.facing(side * wing, 0.47) < 0.05:
            continue
        nostril = np.array([[wing * 0.28, 0.512], [wing * 0.55, 0.497], [wing * 0.82, 0.512]])
        p = view.skull.lift(nostril * [side, 1])
        p[:, 2] += [0.09, 0.075, 0.03]
        brush.line(view.at(spline(p, 7)), 0.75, color=ink)
        flare = np.array([[wing * 0.92, 0.425], [wing * 1.1, 0.47], [wing * 0.95, 0.515]])
        flare[:, 1] -= 0.02 * wrinkle
        p = view.skull.lift(flare * [side, 1])
        p[:, 2] += 0.02
        if yaw * side < 40 and brush.scale > 6:
            brush.line(view.at(spline(p, 7)), 0.4, color=ink)
        if wrinkle > 0.3:
            fold = np.array([[0.03, 0.1], [0.075, 0.135], [0.1, 0.19]])
            brush.line(view.on(spline(fold * [side, 1], 7), 0.03), 0.5 * wrinkle, color=ink)
    if 12 < abs(yaw) < 75:
        tip = _ridge(view, [0.37, 0.42, 0.455, 0.485])
        brush.line(view.at(spline(tip, 10)), 0.55, color=ink, ends=0.05)
    if 25 < abs(yaw) < 75:
        bridge = _ridge(view, [0.0, 0.08, 0.16, 0.25])
        brush.line(view.at(spline(bridge, 10)), 0.35, color=ink, ends=0.05)
