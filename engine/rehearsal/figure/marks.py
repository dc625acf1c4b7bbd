"""Age and hair of a face: folds, wrinkles, stubble, moustache, beard."""

import numpy as np

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, circle, smooth
from engine.rehearsal.figure.space import spline, steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color, mix


def draw_age(brush: Brush, view: HeadView, tones: Tones) -> None:
    """Folds from nose to mouth, crow's feet, hollow cheeks; a smile deepens the fold."""
    look, rig = view.look, view.pose.rig
    ink = mix(brush.light.ink, brush.dark(tones.skin), 0.4)
    old = float(np.clip((look.age - 34) / 40, 0, 1))
    effort = max(rig.cheek * 0.5, rig.wrinkle * 0.7, rig.upper * 0.4)
    young = {"man": 0.6}.get(look.presentation, 0.3) if look.age > 15 else 0.15
    fold = max(old * 0.8, effort * max(young, old))
    for side in (-1, 1):
        if fold > 0.12 and view.facing(side * 0.24, 0.58) > 0.05:
            low = 0.6 + 0.16 * old
            keys = np.array([[0.135, 0.47], [0.2, 0.54], [0.245, low], [0.25, low + 0.05]]) * [
                side,
                1,
            ]
            brush.line(view.on(spline(keys, 9)), 0.25 + 0.5 * fold, color=ink, ends=0.0)
        if old < 0.35 or view.facing(side * 0.5, 0.15) < 0.05 or brush.scale < 6:
            continue
        for k, rise in enumerate((-0.05, 0.0, 0.05)):
            root = np.array([0.53, 0.1 + rise * 0.6])
            line = np.stack(
                [
                    root,
                    root + np.array([0.03, rise * 0.4]),
                    root + np.array([0.06 + 0.01 * k, rise]),
                ]
            ) * [
                side,
                1,
            ]
            brush.line(view.on(line), 0.35 * old + 0.1, color=ink)
        if old > 0.65:
            hollow = np.array([[0.5, 0.4], [0.44, 0.52], [0.4, 0.66]]) * [side, 1]
            brush.line(view.on(spline(hollow, 7)), 0.4, color=ink)
            jowl = np.array([[0.3, 0.78], [0.34, 0.86], [0.3, 0.92]]) * [side, 1]
            brush.line(view.on(spline(jowl, 7)), 0.4, color=ink)


def draw_tired(brush: Brush, view: HeadView, tones: Tones) -> None:
    """Shadows under the eyes, and freckles: what lies in the skin."""
    look = view.look
    if look.eyebags > 0.1:
        shade = mix(brush.dark(tones.skin), brush.lit((120, 84, 128)), 0.35)
        for side in (-1, 1):
            if view.facing(side * 0.32, 0.25) < 0.05:
                continue
            bag = np.array(
                [[0.16, 0.2], [0.3, 0.245], [0.45, 0.2], [0.42, 0.27], [0.3, 0.315], [0.19, 0.265]]
            )
            brush.fill(smooth(view.on(bag * [side, 1])), shade, 0.3 * look.eyebags)
            crease = np.array([[0.17, 0.25], [0.28, 0.305], [0.41, 0.275]]) * [side, 1]
            brush.line(view.on(spline(crease, 8)), 0.35 * look.eyebags, color=shade, ends=0.0)
    if look.freckles and brush.scale > 5:
        color = mix(brush.lit(tones.skin), brush.lit((150, 84, 52)), 0.55)
        for k in range(22):
            u = ((k * 0.618) % 1 - 0.5) * 0.92
            v = 0.25 + ((k * 0.37) % 1) * 0.17 - 0.08 * (abs(u) < 0.1)
            if view.facing(u, v) > 0.1:
                brush.fill(circle(view.on(np.array([[u, v]]))[0], view.unit * 0.013), color, 0.75)


# right halves of hair on a face, from the middle outwards, (u, v)
MOUSTACHE = (
    [(0, 0.565), (0.09, 0.56), (0.17, 0.6), (0.23, 0.68), (0.25, 0.74)],
    [(0, 0.625), (0.09, 0.635), (0.17, 0.665), (0.22, 0.73)],
)
GROWN_DOWN = (  # a moustache that meets the beard
    [(0, 0.565), (0.09, 0.56), (0.19, 0.6), (0.29, 0.69), (0.34, 0.8)],
    [(0, 0.625), (0.09, 0.635), (0.18, 0.668), (0.235, 0.74), (0.245, 0.84)],
)
JAW = (
    [
        (0, 0.86),
        (0.1, 0.83),
        (0.22, 0.82),
        (0.28, 0.72),
        (0.37, 0.63),
        (0.5, 0.46),
        (0.56, 0.2),
        (0.6, 0.05),
    ],
    [(0, 1.06), (0.2, 1.05), (0.4, 0.98), (0.6, 0.8), (0.74, 0.5), (0.76, 0.2), (0.74, 0.05)],
)
TURNED_AWAY = 0.42  # of a shadow on the far half of a beard: all of it looked like a bruise
FAR = 20.0  # degrees of the head from which its far side ends at an edge
INWARDS = steps(0, 1, 14)
Half = tuple[list[tuple[float, float]], list[tuple[float, float]]]
# Hairs of a beard: where they root, and which way they lie.
ROOTS = np.array(
    [(0.05, 0.9), (0.14, 0.92), (0.24, 0.9), (0.34, 0.8), (0.42, 0.72), (0.5, 0.6), (0.57, 0.42)]
)
LIE = np.array([(-0.3, 1), (-0.2, 1), (-0.1, 1), (0.0, 1), (0.0, 1), (0.1, 1), (0.1, 1)]) * 0.075


def draw_stubble(brush: Brush, view: HeadView, tones: Tones) -> None:
    """A shadow of growth, laid under the features."""
    if view.look.facial_hair != "stubble" or abs(view.yaw) > 115:
        return
    color = mix(brush.dark(tones.skin), brush.lit(tones.hair), 0.2)
    for side in (-1, 1):
        _half(brush, view, JAW, side, color, 0.4)
        _half(brush, view, MOUSTACHE, side, color, 0.38)


def draw_beard(brush: Brush, view: HeadView, tones: Tones) -> None:
    kind = view.look.facial_hair
    if kind not in {"moustache", "beard"} or abs(view.yaw) > 115:
        return
    lit = brush.lit(tones.hair)
    dark = mix(lit, brush.dark(tones.hair), TURNED_AWAY)
    away = 1 if brush.light.direction[0] <= 0 else -1
    if kind == "moustache":
        for side in (-1, 1):
            _half(brush, view, MOUSTACHE, side, lit, 1.0, 0.035)
        return
    for side in (-1, 1):
        _half(brush, view, JAW, side, dark if side == away else lit, 1.0)
        _half(brush, view, GROWN_DOWN, side, lit, 1.0, 0.03)
    patch = _hung(view, np.array([(-0.05, 0.8), (0.05, 0.8), (0.08, 0.92), (-0.08, 0.92)]))
    brush.fill(smooth(view.on(patch, 0.02)), lit)
    if brush.scale > 6:
        for side in (-1, 1):
            if view.yaw * side < FAR:
                _strands(brush, view, tones, side)


def _strands(brush: Brush, view: HeadView, tones: Tones, side: int) -> None:
    """Some hairs in the beard, darker and lighter than it."""
    roots = _hung(view, ROOTS)
    lines = np.stack([roots, roots + LIE * 0.55, roots + LIE + [0.012, 0.0]], 1) * [side, 1]
    laid = view.on(lines.reshape(-1, 2), 0.015).reshape(len(ROOTS), 3, 2)
    brush.lines(laid[::2], 0.6, brush.lit(tones.hair_line))
    brush.lines(laid[1::2], 0.6, brush.lit(tones.hair_light))


def _hung(view: HeadView, uv: Points) -> Points:
    """What grows on the chin goes down with the jaw."""
    rig = view.pose.rig
    low = np.clip((uv[:, 1] - 0.7) / 0.16, 0, 1) * np.clip(1 - np.abs(uv[:, 0]) / 0.5, 0, 1)
    return uv + np.column_stack([0 * low, (0.05 * rig.jaw + 0.16 * rig.open) * low])


def _half(
    brush: Brush,
    view: HeadView,
    shape: Half,
    side: int,
    color: Color,
    alpha: float,
    out: float = 0.012,
) -> None:
    inner, outer = (_hung(view, spline(np.array(edge), 11)) * [side, 1] for edge in shape)
    if view.yaw * side > FAR:
        inner, outer = _seen(view, inner, side), _seen(view, outer, side)
    outline = np.concatenate([view.on(inner, out), view.on(outer, out)[::-1]])
    brush.fill(smooth(outline), color, alpha)


def _seen(view: HeadView, uv: Points, side: int) -> Points:
    """Points of the far side brought in to the edge of the face: behind it nothing is drawn."""
    grid = uv[:, None, :] * np.stack([INWARDS, np.ones(14)], -1)
    across = view.on(grid.reshape(-1, 2)).reshape(len(uv), 14, 2)[..., 0] * side
    result: Points = grid[np.arange(len(uv)), across.argmax(1)]
    return result
