"""Hands: palm and fingers stand in space, and are laid on the picture far to near."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.hand_shapes import PALM, SHAPES, joints_of, widths
from engine.rehearsal.figure.outline import Path, circle, hulls, smooth, smooth_loops
from engine.rehearsal.figure.space import Matrix
from engine.rehearsal.light import Color, mix

Array = NDArray[np.float64]
DETAILED = 120.0  # px a hand is long from where creases and nails are seen
SMALL = 30.0  # px below which a hand is its outline
BEHIND = 0.04  # of its length that a finger is further away than the palm when it is hidden by it
THUMB = 4
BALL = np.array([0.21, -0.07, 0.04])  # where the thumb grows out of the palm
SHADE = 0.2  # of its thickness that lies in shadow at either side
BENT = 55.0  # degrees at the knuckle from which a finger stands off the palm
NAIL = np.array([(-1, -0.6), (-0.85, 0.7), (0, 1.05), (0.85, 0.7), (1, -0.6), (0, -0.9)])
ACROSS_NAIL, ACROSS_THUMB = np.array([0.0, 1.0, 0.0]), np.array([0.5, 0.3, 0.8])


@dataclass(frozen=True)
class Placed:
    """Where a hand's own space lies in the figure.

    Rows of `axes` are, in picture space: to the fingertips, away from the thumb, out of the palm.
    """

    wrist: Array  # (2,)
    axes: Matrix
    length: float  # cm

    @property
    def along(self) -> Array:
        """To the fingertips on the picture, as long as it is seen (1 when square to us)."""
        return self.axes[0, :2]

    @property
    def across(self) -> Array:
        return self.axes[1, :2]

    @property
    def facing(self) -> float:
        """1 when the palm is to the viewer, -1 when the back of the hand is."""
        return float(self.axes[2, 2])

    def at(self, points: Array) -> Array:
        """Points of the hand's space, (…, 2) on the palm or (…, 3), on the picture."""
        flat = points @ self.axes[: points.shape[-1], :2]
        result: Array = self.wrist + self.length * flat
        return result


@dataclass(frozen=True)
class Laid:
    """A hand on the picture: palm, then index finger to thumb, each as loops and the loops of
    what of it is lit."""

    place: Placed
    shape: str
    palm: Array  # (2, points, 2)
    fingers: Array  # (2, 5, 3, points, 2): each finger is three overlapping loops
    roots: list[tuple[float, float, float]]  # x, y and half width where a finger begins
    behind: list[bool]  # hidden by the palm
    order: list[int]  # far to near

    def outline(self) -> Path:
        path = smooth(self.palm[0])
        path.addPath(smooth_loops(self.fingers[0].reshape(15, -1, 2)))
        return path


def lay(brush: Brush, place: Placed, shape: str) -> Laid:
    shape = shape if shape in SHAPES else "relaxed"
    joints, wide = joints_of(shape), widths() * place.length
    key = np.array(brush.light.direction)
    key = key / (np.hypot(*key) + 1e-9)
    flat = place.at(joints)
    pairs = np.stack([flat[:, :-1], flat[:, 1:]], axis=2).reshape(15, 2, 2)
    thick = np.stack([wide[:, :-1], wide[:, 1:]], axis=2).reshape(15, 2)
    lit = pairs + (thick * SHADE)[..., None] * key
    loops = hulls(np.concatenate([pairs, lit]), np.concatenate([thick, thick * (1 - SHADE)]), 12)
    palm, broad = place.at(PALM[:, :3]), PALM[:, 3] * place.length
    lit = palm + (broad * SHADE)[:, None] * key
    depth = joints @ place.axes[:, 2]
    away = depth[:, 1:].mean(axis=1)
    hidden = away < depth[:, 0] - BEHIND
    # A thumb lies beside the palm: which side of it we see decides, not who is nearer.
    off = joints[THUMB, 1:, 2].mean() - joints[THUMB, 0, 2]
    hidden[THUMB] = off * place.facing < -BEHIND
    bends = SHAPES[shape].bends
    return Laid(
        place,
        shape,
        hulls(np.stack([palm, lit]), np.stack([broad, broad * (1 - SHADE)]), 24),
        loops.reshape(2, 5, 3, -1, 2),
        [(*flat[k, 0].tolist(), float(wide[k, 0])) for k in range(5)],
        [bool(hidden[k]) and (k == THUMB or bends[k][0] > BENT) for k in range(5)],
        np.argsort(away).tolist(),
    )


def draw_hand(
    brush: Brush, laid: Laid, skin: Color, *, inked: bool = False, closes: bool = True
) -> None:
    """The whole hand; `inked`: its outer ink is there already, without `closes` the fingers over
    a held thing wait."""
    small = laid.place.length * brush.scale < SMALL
    if not inked or small:
        outline = laid.outline()
        if not inked:
            brush.contour(outline, 0.85)
        if small:
            brush.fill(outline, brush.lit(skin))
            return
    for k in laid.order:
        if laid.behind[k]:
            _finger(brush, laid, k, skin)
    palm = smooth(laid.palm[0])
    if any(laid.behind):
        brush.contour(palm, 0.45)
    brush.fill(palm, brush.dark(skin))
    brush.fill(smooth(laid.palm[1]), brush.lit(skin))
    if laid.place.length * brush.scale > DETAILED * 0.5:
        _creases(brush, laid.place, laid.shape, skin)
    if closes:
        draw_fingers(brush, laid, skin)


def draw_fingers(brush: Brush, laid: Laid, skin: Color) -> None:
    """The fingers that lie before the palm, and before what it holds."""
    size = laid.place.length * brush.scale
    if size < SMALL:
        return
    bends = SHAPES[laid.shape].bends
    for k in laid.order:
        if laid.behind[k]:
            continue
        _finger(brush, laid, k, skin)
        if k == THUMB or bends[k][0] < BENT:  # grows out of the palm without a line
            x, y, r = laid.roots[k]
            brush.fill(circle((x, y), r * 0.98), brush.lit(skin))
            if k == THUMB:
                brush.fill(circle(laid.place.at(BALL), r * 1.05), brush.lit(skin))
    if size > DETAILED:
        _nails(brush, laid.place, laid.shape, skin)


def _finger(brush: Brush, laid: Laid, k: int, skin: Color) -> None:
    path = smooth_loops(laid.fingers[0, k])
    brush.contour(path, 0.5)
    brush.fill(path, brush.dark(skin))
    brush.fill(smooth_loops(laid.fingers[1, k]), brush.lit(skin))


def _creases(brush: Brush, place: Placed, shape: str, skin: Color) -> None:
    """Lines of the palm, or the sinews of the back."""
    ink = mix(brush.light.ink, brush.dark(skin), 0.45)
    if place.facing > 0.45:
        for line in (
            [(0.12, -0.1), (0.26, -0.05), (0.34, 0.04), (0.36, 0.12)],
            [(0.42, -0.18), (0.37, -0.06), (0.4, 0.08), (0.44, 0.17)],
        ):
            brush.line(place.at(np.array(line)), 0.4, color=ink)
    elif place.facing < -0.45 and shape in {"fist", "point", "hold"}:
        for y in (-0.1, 0.01, 0.11):
            brush.line(place.at(np.array([(0.36, y), (0.44, y), (0.5, y)])), 0.4, color=ink)


def _nails(brush: Brush, place: Placed, shape: str, skin: Color) -> None:
    """A nail on the back of each finger whose back we see."""
    nail = brush.lit(mix(skin, (255, 226, 220), 0.5))
    ink = mix(brush.light.ink, brush.dark(skin), 0.6)
    joints, wide = joints_of(shape), widths()
    for k in range(5):
        ahead = joints[k, 3] - joints[k, 2]
        ahead = ahead / np.linalg.norm(ahead)
        side = ACROSS_NAIL if k != THUMB else ACROSS_THUMB
        side = side - ahead * (side @ ahead)
        back = np.array(
            [
                side[1] * ahead[2] - side[2] * ahead[1],
                side[2] * ahead[0] - side[0] * ahead[2],
                side[0] * ahead[1] - side[1] * ahead[0],
            ]
        )
        if back @ place.axes[:, 2] < 0.4:
            continue
        r = wide[k, 3]
        middle = joints[k, 3] + ahead * r * 0.1
        path = smooth(
            place.at(middle + NAIL[:, :1] * side * r * 0.62 + NAIL[:, 1:] * ahead * r * 0.85)
        )
        brush.fill(path, nail)
        brush.stroke(path, brush.ink_width * 0.3, ink)
