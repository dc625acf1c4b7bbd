"""Neck, trunk and the top over it."""

import numpy as np
import skia

from engine.rehearsal.figure.bodyview import BodyView, loop, shaded
from engine.rehearsal.figure.brush import FINE, Brush, ribbon
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.legs import draw_apron, draw_pleats, one_piece, skirt_path
from engine.rehearsal.figure.outline import Path, joined, minus, smooth, smooth_loops, united
from engine.rehearsal.figure.shading import shade_neck
from engine.rehearsal.figure.wardrobe.details import DETAILS
from engine.rehearsal.light import Color, mix

# outlines of neck openings on the front, right half, cm of an adult from the base of the neck
NECKLINES = {
    "crew": [(0, 4.6), (3.2, 4.0), (5.6, 1.6), (6.8, -1.5)],
    "v": [(0, 12.5), (2.6, 8.0), (5.4, 2.6), (7.0, -1.5)],
    "deep": [(0, 17), (4, 10.5), (7.2, 3.6), (8.4, -1.0)],
    "wide": [(0, 8.2), (6.5, 7.4), (11, 4.6), (12.4, 1.0)],
    "strap": [(0, 15.6), (4.5, 12.0), (9.0, 12.4), (13.5, 12.6), (19.0, 9.0)],
    "shirt": [(0, 8.5), (2.0, 4.6), (4.6, 0.6), (6.2, -2.5)],
    "closed": [(0, 4.8), (2.6, 3.4), (4.9, 0.4), (6.2, -2.5)],
    "round_high": [(0, 2.2), (3.4, 1.4), (5.4, -0.6), (6.4, -3.0)],
    "strap_wide": [(0, 12.0), (5.0, 9.6), (8.2, 3.6), (9.6, -1.0)],
    "high": [(0, -0.5), (3, -1.0), (5, -2.0), (6, -4)],
    "cross": [(-1.5, 14), (1.5, 9.0), (5.2, 2.4), (6.6, -1.5)],
    "hood": [(0, 6.4), (3.4, 5.0), (6.2, 1.6), (7.4, -1.5)],
}


def neckline(body: BodyView, kind: str) -> Path:
    """The opening of the top as an outline that reaches over the head."""
    half = np.array(NECKLINES[kind])
    if body.facing < -0.1:
        half = half * [1.0, 0.3]
    left = half[::-1] * [-1, 1]
    top = np.array([[half[-1][0], -16.0], [-half[-1][0], -16.0]])
    at = body.on(np.concatenate([left, half[1:]]))
    s = body.build.size
    lid = body.at(np.column_stack([top * s, np.zeros(2)]))
    return smooth(np.concatenate([at, lid]))


def top_path(body: BodyView) -> Path:
    left, right = body.sides(body.shell, -1.2, body.cut.hem)
    return loop(left, right)


def draw_neck(brush: Brush, body: BodyView, head: HeadView, jaw: Path) -> None:
    """Neck and what the top leaves bare, in the shadow of the jaw."""
    s, b = body.build.size, body.build
    top = head.at(np.array([[0.0, 0.3, -0.22], [0.0, 0.72, -0.2]]))
    foot = body.at(np.array([[0, -1.6, 0.2], [0, 0.8, 0.4], [0, 4.0, 0.6]]) * s)
    points = np.concatenate([top, foot])
    widths = np.array([0.98, 0.95, 1.02, 1.28, 1.9]) * b.neck  # it runs out into the shoulders
    neck = smooth(ribbon(points, widths))
    left, right = body.sides(body.build.trunk, -3, 44 if body.cut.midriff else 24)
    chest = loop(left, right)
    skin = body.tones.skin
    brush.contour(neck, color=skin)
    brush.contour(chest, color=skin)
    brush.fill(chest, brush.lit(skin))
    brush.fill(neck, brush.lit(skin))
    shade_neck(brush, body, neck, points, jaw)
    if body.facing > 0 and body.cut.neckline not in {"high", "crew"}:
        _collarbones(brush, body)


def _collarbones(brush: Brush, body: BodyView) -> None:
    ink = mix(brush.light.ink, brush.dark(body.tones.skin), 0.6)
    for side in (-1, 1):
        bone = np.array([[1.4, 4.8], [4.2, 4.0], [6.8, 4.3], [8.8, 4.0]]) * [side, 1]
        brush.line(body.on(bone, 0.2), 0.5, color=ink)
        cord = np.array([[1.0, 4.0], [2.4, 0.5], [3.6, -3.5]]) * [side, 1]
        brush.line(body.on(cord, 0.6), 0.35, color=ink)


def draw_top(brush: Brush, body: BodyView) -> None:
    cut, s = body.cut, body.build.size
    whole = top_path(body)
    if one_piece(body):
        whole = joined(whole, united(skirt_path(body)))
    if cut.open and body.facing > -0.1:
        _under(brush, body, whole)
    opening = neckline(body, cut.neckline if not cut.open else "v")
    path = minus(whole, opening)
    if cut.open and body.facing > -0.1:
        path = minus(path, _front_opening(body))
    color = body.color(cut.top)
    brush.contour(path, FINE)
    shaded(brush, path, color, 4.5 * s)
    if brush.scale > 1.6:
        _folds(brush, body, path, color)
    brush.rim(path, color, 0.4)
    if one_piece(body):
        draw_pleats(brush, body, color)
    draw_belt(brush, body)
    if cut.apron:
        draw_apron(brush, body)
    for name in cut.details:
        if name in DETAILS:
            DETAILS[name](brush, body)


def _folds(brush: Brush, body: BodyView, path: Path, color: Color) -> None:
    """Folds of the top inside its outline, in a tone between light and shade."""
    folds = body.folds.front if body.facing >= 0 else body.folds.back
    tone = mix(brush.lit(color), brush.dark(color), 0.5)
    brush.canvas.save()
    brush.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    brush.fill(smooth_loops(body.at(folds)), tone)
    brush.canvas.restore()


def _front_opening(body: BodyView) -> Path:
    w, hem = body.cut.open, body.cut.hem
    right = [
        (w * 0.95, -3),
        (w, 3),
        (w * 0.85, 14),
        (w * 0.25, 30),
        (w * 0.2, 40),
        (w * 0.55, hem + 3),
    ]
    if body.cut.under_neck == "closed" and not body.cut.skirt:
        right[-2:] = [(0.3, 39), (0.0, 42)]  # a buttoned jacket shows no shirt over trousers
    half = np.array(right)
    return smooth(body.on(np.concatenate([half, half[::-1] * [-1, 1]])))


def _under(brush: Brush, body: BodyView, whole: Path) -> None:
    """The shirt seen in the open front of a jacket."""
    color = body.color(body.cut.under)
    shirt = minus(whole, neckline(body, body.cut.under_neck))
    brush.contour(shirt, FINE)
    shaded(brush, shirt, color, 5 * body.build.size)
    if body.cut.under_neck in {"shirt", "closed"}:
        DETAILS["collar"](brush, body)
        DETAILS["placket"](brush, body)


def draw_belt(brush: Brush, body: BodyView) -> None:
    cut = body.cut
    if not cut.belt:
        return
    wide = cut.belt_wide
    left, right = body.sides(body.shell, 37 - wide - 2.4, 37 + wide)
    path = loop(left, right)
    brush.solid(path, body.color(cut.belt), depth=3 * body.build.size, weight=0.6)
