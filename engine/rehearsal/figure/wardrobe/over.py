"""What lies over the shoulders and the arms: puffs, pauldrons, capes, shawls, the end of a sari."""

from collections.abc import Callable

import numpy as np

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import spline
from engine.rehearsal.light import Color, mix

Over = Callable[[Brush, BodyView], None]


def _shoulder(body: BodyView, side: int) -> Points:
    """The round of a shoulder on the picture."""
    place: Points = body.bones.arms[0 if side < 0 else 1].joints[0, :2]
    return place


def _caps(
    brush: Brush, body: BodyView, radius: tuple[float, float], color: Color, low: float
) -> None:
    """An oval on each shoulder, the nearer one last."""
    s = body.build.size
    a = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    arms = sorted((-1, 1), key=lambda side: body.bones.arms[0 if side < 0 else 1].joints[0, 2])
    for side in arms:
        at = _shoulder(body, side) + np.array([side * 1.2 * np.sign(body.facing or 1), low]) * s
        ring = np.column_stack([np.cos(a) * radius[0], np.sin(a) * radius[1]]) * s
        brush.solid(smooth(at + ring), color, depth=1.6 * s, weight=0.7)


def puffs(brush: Brush, body: BodyView) -> None:
    """Gathered sleeves at the shoulder."""
    wide = body.build.arm_width[0] / body.build.size * 1.9
    color = body.color(body.cut.top)
    _caps(brush, body, (wide, wide * 1.05), color, 2.2)
    if brush.scale < 3:
        return
    ink = mix(brush.light.ink, brush.dark(color), 0.3)
    s = body.build.size
    for side in (-1, 1):
        at = _shoulder(body, side)
        for u in (-2.4, 0.0, 2.4):
            line = np.array([[u * 1.5, -wide * 0.5], [u * 1.6, 0.6], [u * 0.9, wide]]) * s
            brush.line(at + spline(line, 7), 0.45, color=ink)


def pauldrons(brush: Brush, body: BodyView) -> None:
    """Three plates down each shoulder."""
    steel = body.color("accent") if body.cut.top == "color" else (154, 163, 176)
    for k in (2, 1, 0):
        _caps(brush, body, (8.2 - 0.7 * k, 5.2), mix(steel, (20, 20, 30), 0.1 * k), -0.5 + 4.2 * k)


def shoulder_discs(brush: Brush, body: BodyView) -> None:
    """Sun and moon on the shoulders of an emperor."""
    _caps(brush, body, (4.2, 4.2), (226, 184, 92), 3.0)
    _caps(brush, body, (2.6, 2.6), (190, 52, 44), 3.0)


def cape(brush: Brush, body: BodyView) -> None:
    """Its edge over both shoulders, held by a chain; what hangs behind is drawn as `trail`."""
    if body.facing < 0:
        return
    color = body.color("second") if body.cut.top == "color" else body.color("accent")
    s = body.build.size
    for side in (-1, 1):
        edge = np.array([[6, -3], [13, 0], [20, 7], [21, 16], [15, 9], [9, 3]]) * [side, 1]
        at = body.bones.neck[:2] + edge * s * [max(abs(body.facing), 0.4), 1]
        brush.solid(smooth(at), color, depth=1.2 * s, weight=0.6)


def trail(brush: Brush, body: BodyView, color: Color, low: float, spread: float) -> None:
    """Cloth that hangs from the shoulders behind the body down to `low` cm below the neck."""
    s = body.build.size
    wide = body.build.trunk.half(9 * s) / s + 2
    sway = body.pose.sway[0] * 1.2
    n = 9
    t = np.linspace(0, 1, n)[:, None]
    neck = body.bones.neck[:2]
    left = np.array([[-wide * 0.6, -2]]) + t * [[-wide * (spread - 0.6), low + 2]]
    right = np.array([[wide * 0.6, -2]]) + t * [[wide * (spread - 0.6), low + 2]]
    left[1:3, 0] -= (2.5, 1.5)
    right[1:3, 0] += (2.5, 1.5)
    hem = right[-1] + (left[-1] - right[-1]) * t
    hem[:, 1] += 2.2 * np.sin(np.arange(n) * 2.3)
    outline = np.concatenate([left, hem[::-1][1:-1], right[::-1]]) * s + neck
    outline[:, 0] += sway * np.clip((outline[:, 1] - neck[1]) / (low * s), 0, 1) ** 2
    path = smooth(outline)
    brush.solid(path, color, depth=5 * s)
    if brush.scale > 1.6:
        ink = mix(brush.light.ink, brush.dark(color), 0.3)
        for u in (-0.55, -0.2, 0.15, 0.5):
            line = (
                neck
                + np.array([[u * wide, 12], [u * wide * 1.2, low * 0.5], [u * wide * spread, low]])
                * s
            )
            brush.line(line, 0.6, color=ink)


def shawl(brush: Brush, body: BodyView) -> None:
    """A long scarf of silk from elbow to elbow."""
    s = body.build.size
    color = mix(body.color("accent"), (255, 255, 255), 0.35)
    for side, arm in zip((-1, 1), body.bones.arms, strict=True):
        elbow = arm.joints[1, :2]
        top = _shoulder(body, side) + np.array([side * 1.0, 5.0]) * s
        fall = elbow + np.array([side * 5.0, 62.0]) * s
        fall[0] += body.pose.sway[0]
        line = spline(
            np.stack(
                [
                    top,
                    elbow + np.array([side * 4.5, 0]) * s,
                    (elbow + fall) / 2 + np.array([side * 3, 0]) * s,
                    fall,
                ]
            ),
            13,
        )
        half = np.array([3.0, 3.6, 4.0, 4.2, 4.2, 4.2, 4.4, 4.6, 4.8, 5.0, 5.0, 4.6, 3.4]) * s
        d = np.gradient(line, axis=0)
        n = np.stack([-d[:, 1], d[:, 0]], 1) / (np.linalg.norm(d, axis=1, keepdims=True) + 1e-9)
        outline = np.concatenate([line + n * half[:, None], (line - n * half[:, None])[::-1]])
        brush.solid(smooth(outline), color, depth=1.4 * s, weight=0.6)


def pallu(brush: Brush, body: BodyView) -> None:
    """The end of a sari: over the breast, over the left shoulder, down the back."""
    s = body.build.size
    color, border = body.color("color"), body.color("accent")
    if body.facing > -0.1:
        upper = [(-13, 33), (-8, 22), (0, 12), (7, 4), (12, -1)]
        lower = [(15.4, 3), (13, 12), (9, 22), (6, 30), (4, 38), (-4, 40), (-13, 39)]
        brush.solid(smooth(body.on(np.array(upper + lower), 0.9)), color, depth=1.2 * s, weight=0.7)
        for line in (upper, lower[:5]):
            brush.line(
                body.on(spline(np.array(line, dtype=float), 11), 1.0),
                2.6,
                color=brush.lit(border),
                ends=0.8,
            )
        ink = mix(brush.light.ink, brush.dark(color), 0.3)
        for k in (0.3, 0.6):
            a, b = np.array(upper, dtype=float), np.array(lower[:5][::-1], dtype=float)
            brush.line(body.on(spline(a + (b - a) * k, 9), 1.0), 0.5, color=ink)
    else:
        fall = np.array([(-14, 0), (-7, -1), (-5, 30), (-4, 62), (-12, 66), (-16, 60), (-16, 28)])
        at = body.bones.neck[:2] + fall * s * [abs(body.facing), 1]
        brush.solid(smooth(at), color, depth=1.6 * s, weight=0.7)
        brush.line(at[4:6], 2.6, color=brush.lit(border), ends=0.9)


def yoke(brush: Brush, body: BodyView) -> None:
    """Gathers from the shoulders of a judge's robe."""
    if brush.scale < 2:
        return
    ink = mix(brush.light.ink, brush.dark(body.color(body.cut.top)), 0.3)
    s = body.build.size
    for side in (-1, 1):
        at = _shoulder(body, side)
        for u in (-3.0, 0.0, 3.0):
            line = np.array([[u * 0.6, -4], [u, 6], [u * 1.4, 18]]) * s
            brush.line(at + line, 0.5, color=ink)


def ermine(brush: Brush, body: BodyView) -> None:
    """A collar of white fur with black tails."""
    s = body.build.size
    cut = [(0, 7), (8, 4), (15, 2), (21, 8), (20, 15), (10, 17), (4, 22), (0, 24)]
    half = np.array(cut, dtype=float)
    if body.facing < 0:
        half = half * [1, 0.7]
    at = np.concatenate([half, half[::-1] * [-1, 1]])
    path = smooth(body.bones.neck[:2] + at * s * [max(abs(body.facing), 0.45), 1])
    brush.solid(path, (240, 236, 228), depth=1.6 * s, weight=0.7)
    for u, v in ((-15, 8), (-9, 13), (-3, 17), (4, 15), (10, 10), (16, 11), (-17, 13), (0, 11)):
        spot = np.array([[0, -1.6], [0.7, 0.6], [0, 1.4], [-0.7, 0.6]]) + np.array([u, v])
        brush.fill(
            smooth(body.bones.neck[:2] + spot * s * [max(abs(body.facing), 0.45), 1]),
            brush.lit((38, 34, 42)),
        )


OVER: dict[str, Over] = {
    "cape": cape,
    "ermine": ermine,
    "pallu": pallu,
    "pauldrons": pauldrons,
    "puffs": puffs,
    "shawl": shawl,
    "shoulder_discs": shoulder_discs,
    "yoke": yoke,
}


def draw_trail(brush: Brush, body: BodyView) -> None:
    """What hangs behind the back, of a cape or of a robe of state."""
    if "cape" in body.cut.over:
        color = body.color("second") if body.cut.top == "color" else body.color("accent")
        trail(brush, body, color, 112.0, 1.75)
    elif "ermine" in body.cut.over:
        trail(brush, body, body.color("color"), 132.0, 2.2)
