"""Where skin lies in shadow: one hard shape that follows the form, small enough to act through."""

import numpy as np
import skia

from engine.rehearsal.color import chroma, color_of, hue, lab, of_hue
from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Path, Points, common, moved, smooth
from engine.rehearsal.figure.skull import LEVELS
from engine.rehearsal.figure.space import curve, spline
from engine.rehearsal.figure.tones import Tones, luma
from engine.rehearsal.light import Color, mix

# Where the shadow begins, as a share of the head's width from its dark side, per level: temple,
# out to the cheekbone, in below it, and along the jaw; the chin is lit.
TERMINATOR = [
    (-1, 0.2),
    (-0.6, 0.13),
    (-0.2, 0.06),
    (0.0, 0.085),
    (0.14, 0.075),
    (0.3, 0.035),
    (0.46, 0.08),
    (0.62, 0.15),
    (0.78, 0.16),
    (0.9, 0.13),
    (1, 0.16),
]
SHARE = curve(TERMINATOR, LEVELS)[:, None]
DEEP = 0.5  # luma below which skin shines
BLOOD = 0.13  # cm of glowing skin along the edge of a shadow
UNDER_LIP = np.array([[-0.15, 0.775], [0.0, 0.8], [0.15, 0.775], [0.07, 0.835], [-0.07, 0.835]])
SHEEN = (
    np.array([[0.06, -0.42], [0.24, -0.42], [0.4, -0.3], [0.26, -0.34], [0.1, -0.36]]),
    np.array([[0.3, 0.2], [0.46, 0.16], [0.52, 0.06], [0.47, 0.24], [0.36, 0.28]]),
)


def shade_face(brush: Brush, view: HeadView, tones: Tones, cast: Path | None) -> None:
    """The shadow of form, of the lip and of hair; `cast` is the hair over the forehead."""
    lx = brush.light.direction[0]
    shade, glow = brush.dark(tones.skin), _glowing(brush, tones.skin)
    form = _form(view, lx, brush.light.shadow_depth)
    if cast is not None and not cast.isEmpty():
        brush.canvas.save()
        brush.canvas.translate(-lx * 0.4, 0.8)
        brush.fill(cast, shade)
        brush.canvas.restore()
    if brush.scale > 5:
        brush.fill(smooth(form + np.array([BLOOD * (-1 if lx <= 0 else 1), -BLOOD * 0.3])), glow)
    brush.fill(smooth(form), shade)
    if abs(view.yaw) < 80 and brush.scale > 3:
        brush.fill(smooth(view.on(UNDER_LIP)), shade, 0.75)
    if luma(tones.skin) < DEEP and brush.scale > 3:
        _sheen(brush, view, tones.skin, -1 if lx <= 0 else 1)


def _form(view: HeadView, lx: float, depth: float) -> Points:
    """The side of the head that is turned from the key."""
    left, right = view.sides()
    dark, other = (right, left) if lx <= 0 else (left, right)
    share = SHARE * (0.5 + 0.6 * min(abs(lx), 1)) * (0.7 + 0.6 * depth)
    edge = dark + (other - dark) * share
    away = np.array([0.2 * view.unit * (1 if lx <= 0 else -1), 0])
    return np.concatenate([dark + away, edge[::-1]])


def _glowing(brush: Brush, skin: Color) -> Color:
    """Skin where light comes through it: as warm as blood, between lit and shaded."""
    lit, dark = lab(brush.lit(skin)), lab(brush.dark(skin))
    much = max(chroma(lit), chroma(dark)) * 1.3
    return color_of(of_hue(lit[0] * 0.55 + dark[0] * 0.45, much, hue(lit) * 0.45 + 20))


def _sheen(brush: Brush, view: HeadView, skin: Color, side: int) -> None:
    """What a deep skin gives back of the light round it, on forehead and cheekbone."""
    at = lab(brush.lit(skin))
    bright = color_of((at[0] + 0.08, at[1] * 0.85, at[2] * 0.75))
    color = mix(bright, brush.light.rim, 0.08)
    for shape in SHEEN:
        if view.facing(side * float(shape[1, 0]), float(shape[1, 1])) > 0.2:
            points = spline(np.concatenate([shape, shape[:1]]), 16) * [side, 1]
            brush.fill(smooth(view.on(points)), color, 0.8)


def shade_neck(brush: Brush, body: BodyView, neck: Path, spine: Points, jaw: Path) -> None:
    """The shadow that the jaw casts on the neck, and the neck's own dark side; `spine` runs down
    the middle of the neck."""
    lx, s, wide = brush.light.direction[0], body.build.size, body.build.neck
    dark = brush.dark(body.tones.skin)
    brush.canvas.save()
    brush.canvas.clipPath(neck, skia.ClipOp.kIntersect, True)
    if brush.light.direction[1] < 0:
        brush.fill(moved(jaw, -lx * 2.4 * s, 2.9 * s), dark)
    side = -1 if lx > 0 else 1
    edge = spine + np.array([side * wide * 0.95, 0])
    half = np.interp(np.linspace(0, 3, len(edge)), range(4), (0.42, 0.4, 0.34, 0.05)) * wide
    brush.fill(common(neck, smooth(ribbon(edge, half))), dark)
    brush.canvas.restore()
