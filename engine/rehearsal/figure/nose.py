"""The nose: a soft plane beside it, the turn of its tip, its wings and nostrils."""

import numpy as np

from engine.contracts import Look
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.skull import LEVELS
from engine.rehearsal.figure.space import spline
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color, mix


def _ridge(view: HeadView, levels: list[float]) -> Points:
    v = np.array(levels)
    z = np.interp(v, LEVELS, view.skull.front + view.skull.ridge)
    return np.column_stack([0 * v, v, z])


def wing_of(look: Look) -> float:
    """Half the breadth of the nose at its wings, head units."""
    wing = 0.066 + 0.068 * look.nose_width + 0.022 * look.nose
    wing += 0.01 if look.presentation == "man" else 0.0
    return wing * (0.82 if look.age < 14 else 1.0)


def draw_nose(brush: Brush, view: HeadView, tones: Tones) -> None:
    if abs(view.yaw) > 112:
        return
    wing = wing_of(view.look)
    lit, dark = brush.lit(tones.skin), brush.dark(tones.skin)
    far = 1 if brush.light.direction[0] <= 0 else -1
    _plane(brush, view, wing, far, mix(lit, dark, 0.4))
    _base(brush, view, wing, mix(lit, dark, 0.55))
    _gleam(brush, view, far, mix(lit, (255, 255, 255), 0.3))
    _tip(brush, view, tones, wing)
    _bridge(brush, view, tones)


def _plane(brush: Brush, view: HeadView, wing: float, side: int, shade: Color) -> None:
    """The side of the nose away from the key, fading into the cheek towards the brow."""
    if view.facing(side * 0.12, 0.35) < 0.0:
        return
    start = 0.3 - 0.16 * view.look.nose_bridge
    ridge = _ridge(view, [start, 0.32, 0.4, 0.45, 0.48])
    ridge[:, 0] += side * np.array([0.03, 0.028, 0.03, 0.034, 0.03])
    foot = np.array([[wing * 0.92, 0.492], [wing * 0.86, 0.43], [wing * 0.5, 0.36], [0.035, start]])
    edge = view.skull.lift(foot * [side, 1])
    points = view.at(np.concatenate([ridge, edge]))
    brush.fill(smooth(np.concatenate([points[:1], points])), shade)


def _base(brush: Brush, view: HeadView, wing: float, shade: Color) -> None:
    """The underside: a lens between the wings, deepest below the tip."""
    low = [(-0.92, 0.505), (-0.5, 0.534), (0, 0.548), (0.5, 0.534), (0.92, 0.505)]
    rim = view.skull.lift(np.array([[u * wing, v] for u, v in low]))
    rim[:, 2] += [0.02, 0.05, 0.06, 0.05, 0.02]
    up = view.skull.lift(np.array([[0.6 * wing, 0.498], [0.0, 0.505], [-0.6 * wing, 0.498]]))
    up[:, 2] += [0.08, 0.13, 0.08]
    brush.fill(smooth(view.at(np.concatenate([rim, up]))), shade)


def _gleam(brush: Brush, view: HeadView, far: int, color: Color) -> None:
    if brush.scale < 5 or abs(view.yaw) > 80 or brush.light.rim_strength < 0.02:
        return
    at = _ridge(view, [0.405])[0] - [far * 0.022, 0, 0]
    a = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    ring = np.column_stack([0.016 * np.cos(a), 0.024 * np.sin(a), 0 * a])
    brush.fill(smooth(view.at(at + ring)), color, 0.8)


def _tip(brush: Brush, view: HeadView, tones: Tones, wing: float) -> None:
    ink = mix(brush.light.ink, brush.dark(tones.skin), 0.45)
    wrinkle, broad = view.pose.rig.wrinkle, view.look.nose_width
    for side in (-1, 1):
        if view.facing(side * wing, 0.47) < 0.05:
            continue
        nostril = np.array([[wing * 0.26, 0.521], [wing * 0.52, 0.508], [wing * 0.78, 0.52]])
        p = view.skull.lift(nostril * [side, 1])
        p[:, 2] += [0.09, 0.075, 0.03]
        brush.line(view.at(spline(p, 7)), 0.62, color=ink)
        flare = np.array([[wing * 0.96, 0.44], [wing * 1.08, 0.476], [wing * 0.94, 0.517]])
        flare[:, 1] -= 0.02 * wrinkle
        p = view.skull.lift(flare * [side, 1])
        p[:, 2] += 0.02
        if view.yaw * side < 40 and brush.scale > 6 and broad + wrinkle > 0.25:
            brush.line(view.at(spline(p, 7)), 0.22 + 0.25 * broad, color=ink)
        if wrinkle > 0.3:
            fold = np.array([[0.03, 0.1], [0.075, 0.135], [0.1, 0.19]])
            brush.line(view.on(spline(fold * [side, 1], 7), 0.03), 0.5 * wrinkle, color=ink)
    if 14 < abs(view.yaw) < 75:
        tip = _ridge(view, [0.41, 0.445, 0.475, 0.5])
        brush.line(view.at(spline(tip, 10)), 0.5, color=ink, ends=0.05)


def _bridge(brush: Brush, view: HeadView, tones: Tones) -> None:
    """The line from brow to ridge, of a high bridge and a head that is turned."""
    if not 24 < abs(view.yaw) < 75:
        return
    ink = mix(brush.light.ink, brush.dark(tones.skin), 0.5)
    line = _ridge(view, [0.0, 0.08, 0.15, 0.15 + 0.14 * view.look.nose_bridge])
    brush.line(view.at(spline(line, 10)), 0.2 + 0.25 * view.look.nose_bridge, color=ink, ends=0.0)
