"""A whole head: skin, shadow, features, ears."""

import numpy as np
import skia

from engine.rehearsal.figure.brows import draw_brow, draw_knit
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.ears import draw_ear, nearness
from engine.rehearsal.figure.eyelids import draw_eye
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.marks import draw_age, draw_beard, draw_stubble, draw_tired
from engine.rehearsal.figure.mouth import draw_mouth
from engine.rehearsal.figure.nose import draw_nose
from engine.rehearsal.figure.outline import Path, smooth
from engine.rehearsal.figure.overlays import draw_over, draw_under
from engine.rehearsal.figure.shading import shade_face
from engine.rehearsal.figure.skull import LEVELS
from engine.rehearsal.figure.tones import Tones


def head_path(view: HeadView) -> Path:
    left, right = view.sides()
    jaw = view.pose.rig.jaw + view.pose.rig.open
    if jaw:
        drop = 0.07 * jaw * np.clip((LEVELS - 0.55) / 0.4, 0, 1) * view.unit
        left[:, 1] += drop
        right[:, 1] += drop
    return smooth(np.concatenate([left, right[::-1]]))


def draw_face(brush: Brush, view: HeadView, tones: Tones, cast: Path | None) -> None:
    """Skin and features; `cast` is the hair whose shadow falls on the forehead."""
    order = sorted((-1, 1), key=lambda side: nearness(view, side))
    near = nearness(view, order[1]) > 0.12
    draw_ear(brush, view, tones, order[0])
    if not near:
        draw_ear(brush, view, tones, order[1])
    path = head_path(view)
    brush.contour(path, color=tones.skin)
    brush.fill(path, brush.lit(tones.skin))
    brush.canvas.save()
    brush.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    shade_face(brush, view, tones, cast)
    draw_under(brush, view, tones)
    draw_tired(brush, view, tones)
    draw_stubble(brush, view, tones)
    draw_nose(brush, view, tones)
    draw_age(brush, view, tones)
    draw_beard(brush, view, tones)
    draw_mouth(brush, view, tones)
    for side in order_by_depth(view):
        draw_eye(brush, view, tones, side)
    draw_knit(brush, view, tones)
    draw_brows(brush, view, tones)
    brush.canvas.restore()
    brush.rim(path, tones.skin, 0.3)
    draw_over(brush, view, tones)


def draw_brows(brush: Brush, view: HeadView, tones: Tones, alpha: float = 1.0) -> None:
    """Drawn once more over a fringe, so that the feeling is read through it."""
    for side in order_by_depth(view):
        draw_brow(brush, view, tones, side, alpha)


def draw_near_ear(brush: Brush, view: HeadView, tones: Tones) -> None:
    """The ear in front of the head, and of hair that is tucked behind it."""
    side = max((-1, 1), key=lambda s: nearness(view, s))
    if nearness(view, side) > 0.12:
        draw_ear(brush, view, tones, side)


def order_by_depth(view: HeadView) -> list[int]:
    return [1, -1] if view.yaw > 0 else [-1, 1]
