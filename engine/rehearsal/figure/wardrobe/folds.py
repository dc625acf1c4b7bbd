"""Folds as form: what hangs, pulls and gathers in a top, in a tone between light and shade."""

import numpy as np
import skia

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.outline import Path, Points, smooth, together
from engine.rehearsal.figure.space import spline
from engine.rehearsal.light import Color, mix

# (u as a share of half the breadth at that level, v cm below the neck), right side of the front:
# a fold is a thin blade from its root to its tip and back.
PULLS = (
    ((1.0, 13.0), (0.74, 16.5), (0.5, 22.5)),
    ((1.0, 16.5), (0.8, 20.5), (0.62, 28.0)),
    ((0.98, 20.0), (0.86, 25.0), (0.8, 33.0)),
)
WAIST = (
    ((1.0, 31.0), (0.78, 34.5), (0.46, 35.5)),
    ((1.0, 35.5), (0.72, 38.5), (0.34, 38.0)),
    ((1.0, 40.5), (0.82, 42.0), (0.58, 41.0)),
)
DROPS = (
    ((0.52, 6.0), (0.56, 20.0), (0.6, 40.0)),
    ((0.3, 40.0), (0.36, 48.0), (0.4, 58.0)),
    ((0.74, 38.0), (0.8, 48.0), (0.82, 60.0)),
)
BREAST = ((0.82, 20.5), (0.5, 24.6), (0.12, 22.6))


def draw_folds(brush: Brush, body: BodyView, path: Path, color: Color) -> None:
    """Folds of the top inside its outline."""
    lit, dark = brush.lit(color), brush.dark(color)
    tone = mix(lit, dark, 0.5)
    loose = body.cut.ease
    blades: list[Path] = []
    front = body.facing >= 0
    for side in (-1, 1):
        blades += [_blade(body, fold, side, 1.0) for fold in PULLS]
        if not body.cut.open:
            blades += [_blade(body, fold, side, 0.9 if body.cut.belt else 1.1) for fold in WAIST]
        if loose > 1.8:
            blades += [_blade(body, fold, side, 0.5 * loose) for fold in DROPS]
        if front and body.look.presentation != "man" and body.look.age > 13:
            blades.append(_blade(body, BREAST, side, 1.3))
    brush.canvas.save()
    brush.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    brush.fill(together(*blades), tone)
    brush.canvas.restore()


def _blade(body: BodyView, fold: tuple[tuple[float, float], ...], side: int, wide: float) -> Path:
    """A fold as a blade: nothing at both ends, `wide` cm a third of the way down."""
    s = body.build.size
    half = np.array([body.shell.half(v * s) / s for _, v in fold])
    keys = np.array(fold)
    keys[:, 0] *= half * side
    line = spline(keys, 9)
    grow = np.array([0.55, 0.8, 1.0, 1.0, 0.9, 0.72, 0.5, 0.26, 0.0]) * wide
    across = np.gradient(line, axis=0)
    normal = np.stack([-across[:, 1], across[:, 0]], 1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
    uv = np.concatenate(
        [line + normal * grow[:, None], (line - normal * grow[:, None] * 0.3)[::-1]]
    )
    return smooth(_laid(body, uv))


def _laid(body: BodyView, uv: Points) -> Points:
    """On the front of the top, or where it is seen from behind on its back."""
    if body.facing >= 0:
        return body.on(uv, 0.2)
    s = body.build.size
    p = uv * s
    z = -body.shell.depth(p[:, 0], p[:, 1])
    return body.at(np.column_stack([p, z]))
