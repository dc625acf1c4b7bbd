"""Laying a head of hair on the picture: what is behind, what is over the face."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.hair.strands import Hair
from engine.rehearsal.figure.headview import PIVOT, HeadView
from engine.rehearsal.figure.outline import (
    Path,
    minus,
    moved,
    smooth,
    smooth_loops,
    together,
    wound,
)
from engine.rehearsal.figure.skull import ANGLES, LEVELS
from engine.rehearsal.figure.space import steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import mix

Array = NDArray[np.float64]
MIDDLE = np.array([0.0, -0.15, -0.08])


@dataclass
class HairView:
    """Outlines of one head of hair in figure space, ready to be inked."""

    behind: Path  # under head, neck and body
    behind_ink: Path  # the same, wider by the ink round it
    front: Path  # cap, fringe and near locks
    fringe: Path  # what throws its shadow on the face
    back_lines: Array  # (lines, points, 2)
    front_lines: Array


def _cap(hair: Hair, view: HeadView) -> Path:
    """The shell of hair on the skull without the face."""
    if not hair.cap:
        return skia.Path()
    keep = hair.nape >= LEVELS
    grow = 1 + hair.cap * np.clip((hair.nape + 0.12 - LEVELS[keep]) / 0.4, 0, 1)
    ring = view.skull.points[keep][:, :-1]
    ring = (ring - MIDDLE) * grow[:, None, None] + MIDDLE
    across = ring @ view.across
    rows = np.arange(len(ring))
    li, ri = across.argmin(1), across.argmax(1)
    left, right = view.at(ring[rows, li]), view.at(ring[rows, ri])
    path = smooth(np.concatenate([left, right[::-1]]))
    for turn_ in (-2 * np.pi, 0.0, 2 * np.pi):
        face = _face(hair, view, ring, ANGLES[li] + turn_, ANGLES[ri] + turn_)
        path = path if face is None else minus(path, face)
    return path


def _face(hair: Hair, view: HeadView, ring: Array, left: Array, right: Array) -> Path | None:
    """What of the window in the cap lies between two silhouettes (angles round each ring)."""
    half = np.radians(hair.hairline)[: len(ring)]
    turn_ = np.round((left - ANGLES[0]) / (2 * np.pi) - 0.5).mean().round() * 2 * np.pi
    facing = np.radians(-view.yaw) + turn_
    lo = np.maximum(-half, _near(left, facing))
    hi = np.minimum(half, _near(right, facing))
    open_ = hi > lo + 0.01
    if open_.sum() < 3:
        return None
    wl, wr = view.at(_on_ring(ring, lo)[open_]), view.at(_on_ring(ring, hi)[open_])
    bite = 0.5 * view.unit
    wl[:, 0] -= np.where((lo > -half + 1e-6)[open_], bite, 0)
    wr[:, 0] += np.where((hi < half - 1e-6)[open_], bite, 0)
    tail = np.array([[0, 0.6 * view.unit]])
    return smooth(np.concatenate([wl, wl[-1:] + tail, wr[-1:] + tail, wr[::-1]]))


def _near(angle: Array, to: float) -> Array:
    """The same angles, within half a turn of `to`."""
    result: Array = (angle - to + np.pi) % (2 * np.pi) - np.pi + to
    return result


def _on_ring(ring: Array, angle: Array) -> Array:
    """Points of each ring at an angle, between its corners."""
    n = ring.shape[1]
    place = (angle + np.pi) / (2 * np.pi) * n
    i = np.floor(place).astype(int)
    t = (place - i)[:, None]
    rows = np.arange(len(ring))
    result: Array = ring[rows, i % n] * (1 - t) + ring[rows, (i + 1) % n] * t
    return result


def lay_out(hair: Hair, view: HeadView, ink: float) -> HairView:
    """`ink` is the width of an outline, cm."""
    behind, fringe, behind_ink = skia.Path(), skia.Path(), skia.Path()
    none = np.zeros((0, 2, 2))
    back_lines = front_lines = none
    if hair.locks:
        flat, side, near = _hang(hair, view)
        loops = np.concatenate([flat + side, (flat - side)[:, ::-1]], 1)
        behind, fringe = smooth_loops(loops[~near]), smooth_loops(loops[near])
        size = np.sqrt((side[~near] ** 2).sum(-1, keepdims=True)) + 1e-6
        more = side[~near] * (1 + ink / size)
        far = flat[~near]
        behind_ink = smooth_loops(np.concatenate([far + more, (far - more)[:, ::-1]], 1))
        lines = (flat + side * 0.55)[:, 2:-1]
        drawn = np.array(hair.stranded)
        back_lines, front_lines = lines[~near & drawn][::3], lines[near & drawn]
    if hair.blobs:
        rings, near = _blobs(hair, view)
        behind = together(behind, smooth_loops(rings[~near]))
        middle = rings[~near].mean(1, keepdims=True)
        wide = 1 + ink / (blob_sizes(hair, view)[~near][:, None, None])
        behind_ink = together(behind_ink, smooth_loops((rings[~near] - middle) * wide + middle))
        fringe = together(fringe, smooth_loops(rings[near]))
    cap = _cap(hair, view)
    # Not Skia's union: of so many loops it now and then loses half without a word.
    front = together(wound(cap), fringe) if hair.cap else fringe
    return HairView(behind, behind_ink, front, fringe, back_lines, front_lines)


def _hang(hair: Hair, view: HeadView) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Locks on the picture: middles (n, steps, 2), sides (n, steps, 2), and which are near."""
    locks, widths = np.array(hair.locks), np.array(hair.widths)
    turned = (locks - PIVOT) @ view.matrix.T
    flat = turned[..., :2] * view.unit + view.origin
    t = steps(0, 1, locks.shape[1]) ** 2
    loose = (1 - np.array(hair.stiff))[:, None] * t
    flat[..., 0] += loose * view.pose.sway[0] - loose * view.pose.roll * 0.12
    flat[..., 1] += loose * view.pose.sway[1]
    d = np.gradient(flat, axis=1)
    size = np.hypot(d[..., 0], d[..., 1]) + 1e-6
    along = np.gradient(turned, axis=1)
    out = turned - view.matrix @ (MIDDLE - PIVOT)
    flatness = np.cross(along, out)
    length = np.linalg.norm(flatness, axis=-1) + 1e-9
    seen = np.hypot(flatness[..., 0], flatness[..., 1]) / length
    thick = np.where(np.array(hair.stiff) < 0.7, 0.65, 0.3)[:, None]  # what falls free has body
    widths = widths * (thick + (1 - thick) * seen) * view.unit
    side = np.stack([-d[..., 1], d[..., 0]], -1) * (widths / size)[..., None]
    return flat, side, turned[:, 4:, 2].mean(1) > 0.04


def _blobs(hair: Hair, view: HeadView) -> tuple[Array, NDArray[np.bool_]]:
    """Round masses, a bun or curls: outlines (n, 14, 2), and which are near."""
    blobs = np.array(hair.blobs)
    near = ((blobs[:, :3] - PIVOT) @ view.matrix[2]) > 0
    a = np.linspace(2 * np.pi, 0, 14, endpoint=False)  # wound like the locks, to join with them
    ring = np.column_stack([np.cos(a), np.sin(a)]) * view.unit
    rings: Array = view.at(blobs[:, :3])[:, None, :] + ring * blobs[:, 3][:, None, None]
    return rings, near


def blob_sizes(hair: Hair, view: HeadView) -> Array:
    return np.array([b[3] for b in hair.blobs]) * view.unit


def draw_behind(brush: Brush, hv: HairView, tones: Tones) -> None:
    if hv.behind.isEmpty():
        return
    lx, ly = brush.light.direction
    width = brush.ink_width * 0.4
    brush.fill(moved(hv.behind_ink, -lx * width, -ly * width), brush.light.ink)
    brush.fill(hv.behind, brush.dark(tones.hair))
    if brush.scale > 6:
        color = mix(brush.dark(tones.hair), brush.light.ink, 0.4)
        brush.lines(hv.back_lines, 0.5, color)


def draw_front(brush: Brush, hv: HairView, tones: Tones, view: HeadView, hair: Hair) -> None:
    light, canvas = brush.light, brush.canvas
    if hv.front.isEmpty():
        return
    lit, dark = brush.lit(tones.hair), brush.dark(tones.hair)
    brush.contour(hv.front)
    rim = light.rim_strength > 0.05 and brush.scale > 3
    side = -1 if light.direction[0] > 0 else 1
    brush.fill(hv.front, mix(dark, light.rim, 0.75 * light.rim_strength) if rim else dark)
    canvas.save()
    canvas.clipPath(hv.front, skia.ClipOp.kIntersect, True)
    if rim:
        brush.fill(moved(hv.front, -side * 0.035 * view.unit, 0.01 * view.unit), dark)
        canvas.save()
        canvas.translate(-side * 0.035 * view.unit, 0)
    brush.fill(_lit_side(view, side), lit)
    if not hair.cloth:
        _shine(brush, tones, view, hair)
    if rim:
        canvas.restore()
    if brush.scale > 4 and not hair.cloth:
        color = mix(brush.lit(tones.hair_line), light.ink, 0.25)
        brush.lines(hv.front_lines, 0.5, color)
    canvas.restore()


def _lit_side(view: HeadView, side: int) -> Path:
    """All of the hair but a wavering strip on the side away from the key."""
    y = np.array([-1.3, -1.02, -0.8, -0.5, -0.2, 0.1, 0.4, 0.8, 1.3, 2.0, 3.2])
    waver = np.array([0, 6, -4, 5, -5, 4, -3, 5, -2, 4, 0])
    angle = -view.yaw + side * (58 + waver)
    edge = view.at(view.skull.shell(angle, y, np.full(len(y), 0.12)))
    far = np.array([[-side * 4 * view.unit, 0]])
    return smooth(np.concatenate([edge[:1], edge, edge[-1:] + far, edge[:1] + far]))


def _shine(brush: Brush, tones: Tones, view: HeadView, hair: Hair) -> None:
    """A band of light round the head, where the crown turns over: strokes of uneven length."""
    lean = -16 if brush.light.direction[0] < 0 else 16
    n = 25
    a = -view.yaw + lean + steps(-44, 44, n)
    zig = np.tile([0.0, 1.0], n)[:n]
    fade = np.sin(steps(0, np.pi, n)) ** 0.8
    tooth = 0.5 + 0.5 * np.sin(np.arange(n) * 2.399 + 1.3)
    level = -hair.shine + 0.16 * steps(-1, 1, n) ** 2 + 0.3 * np.sin(np.radians(view.pose.pitch))
    up = level - (0.015 + 0.07 * tooth * (1 - zig)) * fade
    low = level + (0.005 + (0.03 + 0.11 * tooth[::-1]) * zig) * fade
    out = np.full(n, hair.cap + 0.03)
    top = view.at(view.skull.shell(a, up, out))
    bottom = view.at(view.skull.shell(a, low, out))
    p = np.concatenate([top, bottom[::-1]])
    brush.fill(smooth(np.repeat(p, 2, axis=0)), brush.lit(tones.hair_light), 0.8)
