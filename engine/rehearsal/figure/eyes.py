"""Eyes: where lids and corners lie, the white, the iris with its depth and lights."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color, mix

T = steps(-1, 1, 15)  # along a lid, inner to outer corner
BELLY = (1 - np.abs(T) ** 3).clip(0, 1)  # where a lid can be pressed or pulled
LEVEL = 0.115  # of the corners in head units
REACH = 0.56  # of half an eye's width: how far the iris goes to either side
OPEN = 0.012  # head units between the lids from which the ball shows
SHUT = 0.02  # head units between the lids under which an eye reads as closed
CLOSE = 5  # px per cm from which lights, lashes and folds are drawn
NEAR = 15  # px per cm from which the iris has rays and the lid a wet edge


# The iris's rays, from the pupil to its ring, in its radii.
RAYS = [
    skia.Point(float(np.cos(angle)) * reach, float(np.sin(angle)) * reach)
    for angle in np.arange(0.2, 2 * np.pi, 0.57).tolist()
    for reach in (0.5, 0.84)
]


@dataclass(frozen=True, slots=True)
class EyeShape:
    wide: float  # half the distance between the corners
    top: float
    bottom: float
    tilt: float  # how much the outer corner stands above the inner
    peak: float  # where the upper lid is highest, along -1 … 1
    crease: float  # distance of the crease above the lid; 0 none
    flat: float  # exponent of the upper arc: higher is flatter

    @property
    def iris(self) -> float:
        """Radius of the iris at rest, head units."""
        return 0.046 + 0.35 * (self.top + self.bottom)


SHAPES = {
    "almond": EyeShape(0.202, 0.142, 0.066, 0.036, -0.08, 0.042, 2.2),
    "round": EyeShape(0.196, 0.164, 0.08, 0.012, -0.02, 0.04, 2.1),
    "hooded": EyeShape(0.2, 0.122, 0.062, 0.018, -0.2, 0.022, 2.7),
    "monolid": EyeShape(0.206, 0.118, 0.058, 0.05, 0.1, 0.0, 2.4),
    "narrow": EyeShape(0.208, 0.108, 0.054, 0.044, 0.0, 0.032, 2.5),
}


@lru_cache(maxsize=64)
def eye_shape(look: Look) -> EyeShape:
    s = SHAPES.get(look.eyes, SHAPES["almond"])
    child = float(np.clip((16 - look.age) / 10, 0, 1))
    old = float(np.clip((look.age - 50) / 35, 0, 1))
    man = {"man": 1.0, "androgynous": 0.4}.get(look.presentation, 0.0) * (1 - child)
    return EyeShape(
        s.wide * (1 - 0.03 * man + 0.06 * child),
        s.top * (1.06 - 0.16 * man + 0.26 * child - 0.16 * old),
        s.bottom * (1 - 0.08 * man + 0.25 * child),
        s.tilt * (1 - 0.3 * man - 1.0 * old),
        s.peak,
        s.crease,
        s.flat,
    )


def spacing(look: Look) -> float:
    return 0.322 + (0.012 if look.face in {"round", "square"} else 0.0)


@dataclass
class Eye:
    """One eye laid out on the face; `side` -1 is at the left of the picture from the front."""

    side: int
    upper: NDArray[np.float64]  # (15, 2) in face coordinates, inner to outer corner
    lower: NDArray[np.float64]
    full: NDArray[np.float64]  # the upper lid wide open
    shape: EyeShape
    center: tuple[float, float]
    gap: float  # between the lids where they stand farthest apart, head units


def lay_out(look: Look, view: HeadView, side: int) -> Eye:
    s, rig = eye_shape(look), view.pose.rig
    lid, low, slant = (
        (rig.lid_l, rig.lower_l, rig.slant_l) if side < 0 else (rig.lid_r, rig.lower_r, rig.slant_r)
    )
    lift = min(max(lid, 0.0), 1.6)
    base = -s.tilt * (T + 1) / 2 - 0.006 * np.exp(-(((T + 1) / 0.25) ** 2))
    full = base - s.top * _arc(T, s.peak - 0.3 * min(max(slant, -1.0), 1.0), s.flat)
    bow = T + 0.18 * (1 - T**2)
    bottom = base + s.bottom * (1 - np.abs(bow).clip(0, 1) ** 2.3) ** 0.85 * (1 - 0.85 * low)
    bottom = bottom - 0.4 * s.top * max(low - 0.55, 0) * BELLY  # a cheek pushes it up to an arch
    shut = bottom - 0.004
    upper = shut + (full - shut) * lift
    cut = abs(slant) * 0.42 * s.top * BELLY * np.clip(T * np.sign(slant) + 0.45, 0, 1.2)
    upper = np.minimum(upper + cut * min(lift, 1), shut)
    u0 = spacing(look) * side
    u = u0 + T * s.wide * side
    gap = float((bottom - upper).max())
    center = (u0, LEVEL - s.top * 0.3)
    return Eye(side, _at(u, upper), _at(u, bottom), _at(u, full), s, center, gap)


def _arc(t: Points, peak: float, flat: float) -> Points:
    along = t - peak * (1 - t**2)
    result: Points = (1 - np.abs(along).clip(0, 1) ** flat) ** 0.8
    return result


def _at(u: Points, v: Points) -> Points:
    return np.column_stack([u, LEVEL + v])


def iris_at(eye: Eye, gaze: tuple[float, float]) -> tuple[float, float]:
    """Where the middle of the iris lies on the face when the eyes look at `gaze` (-1 … 1).

    A lid that hangs takes it along a little, or half-closed eyes would show their whites.
    """
    gx, gy = gaze
    hangs = max(float(eye.upper[7, 1] - eye.full[7, 1]), 0.0)
    return (
        eye.center[0] + gx * eye.shape.wide * REACH,
        eye.center[1] + 0.004 + 0.3 * hangs + gy * (0.055 if gy > 0 else 0.045),
    )


@dataclass
class Laid:
    """The curves of an eye in figure space, (15, 2) each, inner to outer corner."""

    upper: Points
    lower: Points
    crest: Points  # where the lid begins to round over the ball
    shade: Points  # how far the upper lid's shadow falls
    fold: Points
    under: Points  # the fold under the lower lid
    rim: Points  # the wet edge of the lower lid


def laid(view: HeadView, eye: Eye) -> Laid:
    """All curves at once: laying points on a face costs by the call."""
    s = eye.shape
    crest = eye.full - np.array([0.0, 0.55 * s.crease + 0.006])
    fold = (eye.upper + eye.full) * 0.5 - np.array([0.0, s.crease])
    fold[:, 1] += 0.016 * T**2
    shade = eye.upper + np.array([0.0, 0.3 * s.top])
    under, rim = eye.lower + np.array([0.0, 0.042]), eye.lower - np.array([0.0, 0.006])
    curves = np.concatenate([eye.upper, eye.lower, crest, shade, fold, under, rim])
    return Laid(*view.on(curves, 0.004).reshape(7, len(T), 2))


def draw_ball(brush: Brush, view: HeadView, tones: Tones, eye: Eye, on: Laid) -> None:
    """White and iris, in the shade of the upper lid, and what shines on them."""
    canvas, light = brush.canvas, brush.light
    opening = smooth(np.concatenate([on.upper[:1], on.upper, on.upper[-1:], on.lower[::-1]]))
    brush.fill(opening, brush.lit(tones.white))
    lying = _lying(view, eye)
    canvas.save()
    canvas.clipPath(opening, skia.ClipOp.kIntersect, True)
    canvas.save()
    canvas.concat(lying)
    _iris(brush, view, tones)
    canvas.restore()
    band = smooth(np.concatenate([on.crest, on.shade[::-1]]))
    brush.fill(band, light.shaded(mix(tones.white, (64, 48, 92), 0.8)), 0.42)
    canvas.concat(lying)
    _lights(brush, view, eye)
    canvas.restore()


def _lying(view: HeadView, eye: Eye) -> skia.Matrix:
    """Takes the disc of radius 1 to the iris: it lies on the face and foreshortens with it."""
    cx, cy = iris_at(eye, view.pose.gaze)
    r = eye.shape.iris * (0.5 + 0.5 * view.pose.rig.iris)
    e = 0.05
    (x, y), (ax, ay), (bx, by) = view.on(np.array([[cx, cy], [cx + e, cy], [cx, cy + e]])).tolist()
    h, v = r / e, r * 1.1 / e
    return skia.Matrix.MakeAll(
        (ax - x) * h, (bx - x) * v, x, (ay - y) * h, (by - y) * v, y, 0, 0, 1
    )


def _iris(brush: Brush, view: HeadView, tones: Tones) -> None:
    """Flat rounds in one another: a dark ring, the colour, the light that gathers below."""
    rig = view.pose.rig
    base = mix(tones.iris, (176, 132, 110), 0.16)
    deep, glow = mix(tones.iris, (12, 6, 16), 0.66), mix(base, (255, 226, 190), 0.5)
    _round(brush, 0, 0, 1, brush.lit(deep))
    _round(brush, 0, 0.05, 0.86, brush.lit(base))
    _round(brush, 0, 0.2, 0.66, brush.lit(glow))
    _round(brush, 0, -0.08, 0.74, brush.lit(mix(base, deep, 0.35)))
    if brush.scale > NEAR:
        _rays(brush, brush.lit(mix(base, deep, 0.75)))
    _round(brush, 0, 0, 0.43 * rig.pupil * (0.7 + 0.3 * rig.iris), brush.lit((14, 9, 16)))


def _rays(brush: Brush, color: Color) -> None:
    paint = brush.paint
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(0.035)
    paint.setColor(skia.Color(*color, 150))
    brush.canvas.drawPoints(skia.Canvas.PointMode.kLines_PointMode, RAYS, paint)


def _lights(brush: Brush, view: HeadView, eye: Eye) -> None:
    """They stay where the light is while the iris moves under them, and swim in tears."""
    rig, (gx, gy), wet = view.pose.rig, view.pose.gaze, view.pose.overlays.tear
    to = 1.0 if brush.light.direction[0] > 0 else -1.0
    swim = 0.12 * rig.quiver * wet
    x = 0.38 * to - 0.16 * gx
    high, low = _seen(view, eye, x)
    big = min(0.29 + 0.05 * wet, 0.24 * (low - high))
    y = max(-0.42 - 0.1 * gy, high + 0.9 * big)  # a lid that hangs hides none of it
    _round(brush, x + swim, y, big, (255, 255, 255), tall=1.15)
    if brush.scale < CLOSE:
        return
    under = min(0.46, _seen(view, eye, -x)[1] - 0.2)
    if under > y + 0.3:
        _round(brush, -x * 0.95 + swim, under, 0.13 + 0.04 * wet, (255, 255, 255), alpha=0.85)
    if wet > 0.3:
        _round(brush, -swim, 0.78, 0.6 * wet, (226, 240, 255), alpha=0.4, tall=0.36)
        _round(brush, -x * 0.55 - swim, y + 0.06, 0.1 * wet, (255, 255, 255), alpha=0.9)


def _seen(view: HeadView, eye: Eye, x: float) -> tuple[float, float]:
    """Between which heights the lids leave the iris to be seen at `x`, in radii of the iris."""
    cx, cy = iris_at(eye, view.pose.gaze)
    r = eye.shape.iris * (0.5 + 0.5 * view.pose.rig.iris)
    along = (cx + x * r - spacing(view.look) * eye.side) * eye.side / eye.shape.wide
    high, low = (np.interp(along, T, edge[:, 1]) for edge in (eye.upper, eye.lower))
    return float(high - cy) / (r * 1.1), float(low - cy) / (r * 1.1)


def _round(
    brush: Brush, x: float, y: float, r: float, color: Color, alpha: float = 1.0, tall: float = 1.0
) -> None:
    brush.paint.setStyle(skia.Paint.kFill_Style)
    brush.paint.setColor(skia.Color(*color, round(255 * alpha)))
    brush.canvas.drawOval(skia.Rect.MakeLTRB(x - r, y - r * tall, x + r, y + r * tall), brush.paint)
