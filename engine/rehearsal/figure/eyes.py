"""Eyes: lids, white, iris with moving lights, lashes, crease."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, smooth
from engine.rehearsal.figure.space import steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix

T = steps(-1, 1, 15)  # along a lid, inner to outer corner
ROUND = skia.Path.Circle(0, 0, 1)
SHUT = 0.02  # head units between the lids under which an eye reads as closed
LEVEL = 0.115  # of the corners in head units


@dataclass(frozen=True, slots=True)
class EyeShape:
    wide: float  # half the distance between the corners
    top: float
    bottom: float
    tilt: float  # how much the outer corner stands above the inner
    peak: float  # where the upper lid is highest, along -1 … 1
    crease: float  # distance of the crease above the lid; 0 none
    flat: float  # exponent of the upper arc: higher is flatter


SHAPES = {
    "almond": EyeShape(0.192, 0.112, 0.052, 0.034, -0.08, 0.048, 2.2),
    "round": EyeShape(0.186, 0.134, 0.068, 0.012, -0.02, 0.045, 2.1),
    "hooded": EyeShape(0.19, 0.094, 0.05, 0.018, -0.22, 0.028, 2.7),
    "monolid": EyeShape(0.194, 0.09, 0.048, 0.046, 0.1, 0.0, 2.4),
    "narrow": EyeShape(0.198, 0.08, 0.042, 0.04, 0.0, 0.036, 2.5),
}


def eye_shape(look: Look) -> EyeShape:
    s = SHAPES.get(look.eyes, SHAPES["almond"])
    child = float(np.clip((16 - look.age) / 10, 0, 1))
    old = float(np.clip((look.age - 50) / 35, 0, 1))
    man = {"man": 1.0, "androgynous": 0.4}.get(look.presentation, 0.0) * (1 - child)
    return EyeShape(
        s.wide * (1 - 0.05 * man + 0.06 * child),
        s.top * (1.06 - 0.24 * man + 0.28 * child - 0.2 * old),
        s.bottom * (1 - 0.12 * man + 0.25 * child),
        s.tilt * (1 - 0.3 * man - 1.0 * old),
        s.peak,
        s.crease,
        s.flat,
    )


def spacing(look: Look) -> float:
    return 0.318 + (0.012 if look.face in {"round", "square"} else 0.0)


@dataclass
class Eye:
    """One eye laid out on the face; `side` -1 is at the left of the picture from the front."""

    side: int
    upper: NDArray[np.float64]  # (15, 2) in face coordinates, inner to outer corner
    lower: NDArray[np.float64]
    full: NDArray[np.float64]  # the upper lid wide open
    shape: EyeShape
    center: tuple[float, float]


def lay_out(look: Look, view: HeadView, side: int) -> Eye:
    s, rig = eye_shape(look), view.pose.rig
    lid, low, slant = (
        (rig.lid_l, rig.lower_l, rig.slant_l) if side < 0 else (rig.lid_r, rig.lower_r, rig.slant_r)
    )
    along = T - s.peak * (1 - T**2)
    arc = (1 - np.abs(along) ** s.flat) ** 0.8
    base = -s.tilt * (T + 1) / 2 - 0.006 * np.exp(-(((T + 1) / 0.25) ** 2))
    bow = T + 0.18 * (1 - T**2)
    bottom = base + s.bottom * (1 - np.abs(bow).clip(0, 1) ** 2.3) ** 0.85 * (1 - 0.72 * low)
    full = base - s.top * arc
    lift = np.clip(lid, 0, 1.6)
    shut = bottom - 0.004
    upper = shut + (full - shut) * lift
    cut = slant * 0.55 * s.top * np.clip(1 - np.abs(T) ** 3, 0, 1)
    upper = np.minimum(upper + cut * np.clip(T * np.sign(slant) + 0.5, 0, 1.3) * min(lift, 1), shut)
    u0 = spacing(look) * side
    u = u0 + T * s.wide * side
    return Eye(side, _at(u, upper), _at(u, bottom), _at(u, full), s, (u0, LEVEL - s.top * 0.3))


def _at(u: Points, v: Points) -> Points:
    return np.column_stack([u, LEVEL + v])


def draw_eye(brush: Brush, view: HeadView, tones: Tones, side: int) -> None:
    eye = lay_out(view.look, view, side)
    if view.facing(eye.center[0], eye.center[1]) < 0.06:
        return
    upper, lower = view.on(eye.upper, 0.005), view.on(eye.lower)
    gap = float(np.abs(eye.upper - eye.lower)[:, 1].max())
    if gap > 0.012:
        opening = smooth(np.concatenate([upper[:1], upper, upper[-1:], lower[::-1]]))
        _ball(brush, view, tones, eye, opening)
    if gap < SHUT and brush.scale > 5:
        _lid(brush, view, tones, eye)
    _lids(brush, view, tones, eye, upper, lower, gap)


def _disc(view: HeadView, cx: float, cy: float, r: float, squash: float = 1.0) -> skia.Path:
    """A round of radius `r` lying on the face."""
    e = 0.05
    (x, y), (ax, ay), (bx, by) = view.on(np.array([[cx, cy], [cx + e, cy], [cx, cy + e]])).tolist()
    h, v = r / e, r * squash / e
    matrix = skia.Matrix.MakeAll(
        (ax - x) * h, (bx - x) * v, x, (ay - y) * h, (by - y) * v, y, 0, 0, 1
    )
    path = skia.Path(ROUND)
    path.transform(matrix)
    return path


def _ball(brush: Brush, view: HeadView, tones: Tones, eye: Eye, opening: skia.Path) -> None:
    light, rig, look = brush.light, view.pose.rig, view.look
    man = look.presentation == "man" and look.age > 14
    r = (0.086 if man else 0.103) * (0.55 + 0.45 * rig.iris) * (eye.shape.wide / 0.18)
    gx, gy = view.pose.gaze
    cx = eye.center[0] + gx * eye.shape.wide * 0.5
    cy = eye.center[1] + 0.006 + gy * 0.05
    canvas = brush.canvas
    brush.fill(opening, brush.lit(tones.white))
    canvas.save()
    canvas.clipPath(opening, skia.ClipOp.kIntersect, True)
    base = mix(tones.iris, (190, 140, 100), 0.14)
    iris, deep = brush.lit(base), brush.lit(mix(tones.iris, (10, 6, 12), 0.62))
    brush.fill(_disc(view, cx, cy, r, 1.08), deep)
    brush.fill(_disc(view, cx, cy + r * 0.2, r * 0.84, 0.98), iris)
    brush.fill(
        _disc(view, cx, cy + r * 0.6, r * 0.56, 0.55),
        brush.lit(mix(tones.iris, (255, 220, 180), 0.42)),
    )
    brush.fill(_disc(view, cx, cy, r * 0.44 * (0.6 + 0.4 * rig.iris)), brush.lit((14, 9, 14)))
    shade = eye.upper + np.array([0.0, 0.03])
    band = smooth(np.concatenate([view.on(eye.upper - np.array([0, 0.04])), view.on(shade)[::-1]]))
    brush.fill(band, light.shaded(mix(tones.white, (70, 60, 90), 0.75)), 0.5)
    lx = light.direction[0]
    hx, hy = cx + r * (0.36 * np.sign(lx or -1) - 0.12 * gx), cy - r * 0.42
    brush.fill(_disc(view, hx, hy, r * 0.24, 1.25), (255, 255, 255))
    brush.fill(_disc(view, 2 * cx - hx, cy + r * 0.5, r * 0.13), (255, 255, 255), 0.75)
    canvas.restore()


def _lids(
    brush: Brush, view: HeadView, tones: Tones, eye: Eye, upper: Points, lower: Points, gap: float
) -> None:
    look, light = view.look, brush.light
    made_up = {"woman": 1.0, "androgynous": 0.55}.get(look.presentation, 0.3)
    if look.age < 12:
        made_up = 0.5
    lash = brush.lit(tones.lash)
    swell = 0.25 + 0.75 * np.clip((T + 1.1) / 1.7, 0, 1) ** 0.8
    thick = (0.011 + 0.011 * made_up) * swell * view.unit
    line = upper
    if made_up > 0.4:
        wing = eye.upper[-1] + np.array([0.035 * eye.side, -0.022 - 0.02 * (gap > 0.012)]) * made_up
        line = np.concatenate([upper, view.on(wing[None, :])])
        thick = np.append(thick, 0.0)
    brush.fill(smooth(ribbon(line, np.maximum(thick, brush.ink_width * 0.28))), lash)
    start = 5 if gap > 0.02 else 1
    soft = mix(lash, brush.lit(tones.skin), 0.25)
    brush.line(lower[start:], 0.3 + 0.25 * made_up, color=soft, ends=0.25)
    if brush.scale < 5:
        return
    if made_up > 0.8 and gap > 0.03:
        _lashes(brush, view, eye, lash)
    if gap < SHUT:
        _lashes_down(brush, view, eye, lash, made_up)
    ink = mix(light.ink, light.shaded(tones.skin), 0.45)
    if eye.shape.crease:
        fold = eye.upper * 0.72 + eye.full * 0.28 - np.array([0.0, eye.shape.crease])
        fold[:, 1] += 0.018 * T**2
        brush.line(view.on(fold[3:-1]), 0.42, color=ink)
    if look.age > 42:
        bag = eye.lower[3:-2] + np.array([0.0, 0.05])
        brush.line(view.on(bag), 0.3 + 0.3 * min((look.age - 42) / 30, 1), color=ink)


def _lashes(brush: Brush, view: HeadView, eye: Eye, lash: tuple[int, int, int]) -> None:
    for i, long in ((10, 0.035), (12, 0.045), (13, 0.05)):
        root = eye.upper[i]
        out = np.array([0.55 * eye.side, -0.55]) * long
        points = view.on(np.stack([root, root + out * 0.5 + [0, 0.006], root + out]), 0.01)
        w = 0.008 * view.unit
        brush.fill(smooth(ribbon(points, [w, w * 0.7, 0.0])), lash)


def _lid(brush: Brush, view: HeadView, tones: Tones, eye: Eye) -> None:
    """The closed lid as a round over the ball: a shade, and a light where it bulges."""
    top = eye.upper * 0.3 + eye.full * 0.7
    path = smooth(np.concatenate([view.on(eye.upper), view.on(top)[::-1]]))
    brush.fill(path, mix(brush.lit(tones.skin), brush.dark(tones.flush), 0.3))
    bulge = eye.upper * 0.55 + eye.full * 0.45
    brush.line(view.on(bulge[4:-4]), 1.1, color=brush.lit(tones.skin), ends=0.0)
    brush.line(view.on(top[1:-1]), 0.5, color=mix(brush.light.ink, brush.dark(tones.skin), 0.35))


def _lashes_down(
    brush: Brush, view: HeadView, eye: Eye, lash: tuple[int, int, int], made_up: float
) -> None:
    """They lie on the cheek, longer towards the outer corner."""
    for i, long in ((5, 0.02), (7, 0.028), (9, 0.034), (11, 0.042), (13, 0.046)):
        root = eye.upper[i]
        out = np.array([(0.2 + 0.05 * i) * eye.side, 0.9]) * long * (0.45 + 0.65 * made_up)
        points = view.on(np.stack([root, root + out * 0.5 + [0, 0.004], root + out]), 0.01)
        w = 0.0075 * view.unit
        brush.fill(smooth(ribbon(points, [w, w * 0.7, 0.0])), lash)
