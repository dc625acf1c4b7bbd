"""Laying a head of hair on the picture: what is behind, what is over the face."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.figure.brush import FULL, Brush
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
from engine.rehearsal.light import Color, mix

Array = NDArray[np.float64]
MIDDLE = np.array([0.0, -0.15, -0.08])
BEHIND, BEFORE = 0.7, 0.9  # how far the ink stands out from hair, in widths of an outline


@dataclass
class Locks:
    """Locks on the picture: middles and half breadths (n, steps, 2), levels (n, steps)."""

    flat: Array
    side: Array
    level: Array  # -1 at the crown … 1 at the chin, as the head holds them
    near: NDArray[np.bool_]


@dataclass
class HairView:
    """Outlines of one head of hair in figure space, ready to be inked."""

    behind: Path  # under head, neck and body
    behind_ink: Path  # the same, wider by the ink round it
    front: Path  # cap, fringe and near locks
    cap: Path
    fringe: Path  # of the front what is no cap
    fringe_ink: Path  # the same, wider by the ink round it
    back_lines: Array  # (lines, points, 2)
    front_lines: Array
    locks: "Locks"


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
    over = tail if open_[0] else 0 * tail  # bare to the very crown
    return smooth(
        np.concatenate([wl[:1] - over, wl, wl[-1:] + tail, wr[-1:] + tail, wr[::-1], wr[:1] - over])
    )


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
    behind, fringe = skia.Path(), skia.Path()
    behind_ink, fringe_ink = skia.Path(), skia.Path()
    none = np.zeros((0, 2, 2))
    back_lines = front_lines = none
    hung = Locks(none, none, np.zeros((0, 2)), np.zeros(0, np.bool_))
    if hair.locks:
        hung = _hang(hair, view)
        flat, side, near = hung.flat, hung.side, hung.near
        loops = _loops(flat, side)
        behind, fringe = smooth_loops(loops[~near]), smooth_loops(loops[near])
        behind_ink = smooth_loops(_wider(flat[~near], side[~near], ink * BEHIND))
        fringe_ink = smooth_loops(_wider(flat[near], side[near], ink * BEFORE))
        lines = (flat + side * (0.95 if hair.roped else 0.55))[:, 2:-1]
        drawn = np.array(hair.stranded)
        back_lines, front_lines = lines[~near & drawn][::3], lines[near & drawn]
    if hair.blobs:
        rings, near = _blobs(hair, view)
        sizes = blob_sizes(hair, view)[:, None, None]
        middle = rings.mean(1, keepdims=True)
        wide, wider = (1 + ink * share / sizes for share in (BEHIND, BEFORE))
        behind = together(behind, smooth_loops(rings[~near]))
        behind_ink = together(behind_ink, smooth_loops(((rings - middle) * wide + middle)[~near]))
        fringe = together(fringe, smooth_loops(rings[near]))
        fringe_ink = together(fringe_ink, smooth_loops(((rings - middle) * wider + middle)[near]))
    cap = _cap(hair, view)
    # Not Skia's union: of so many loops it now and then loses half without a word.
    front = together(wound(cap), fringe) if hair.cap else fringe
    return HairView(
        *(behind, behind_ink, front, cap, fringe, fringe_ink, back_lines, front_lines, hung)
    )


def _loops(flat: Array, side: Array) -> Array:
    return np.concatenate([flat + side, (flat - side)[:, ::-1]], 1)


def _wider(flat: Array, side: Array, ink: float) -> Array:
    """Outlines of locks with their ink, which goes round their tips. Filled, it takes a third of
    the time of a stroke."""
    more = side * (1 + ink / (np.sqrt((side**2).sum(-1, keepdims=True)) + 1e-6))
    tip = flat[:, -1] - flat[:, -2]
    longer = flat.copy()
    longer[:, -1] += tip * (ink / (np.sqrt((tip**2).sum(-1, keepdims=True)) + 1e-6))
    return _loops(longer, more)


def _hang(hair: Hair, view: HeadView) -> Locks:
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
    return Locks(flat, side, locks[..., 1], turned[:, 4:, 2].mean(1) > 0.04)


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


def draw_behind(brush: Brush, hv: HairView, tones: Tones, hair: Hair) -> None:
    if hv.behind.isEmpty():
        return
    lx, ly = brush.light.direction
    width = brush.ink_width * 0.4
    brush.fill(moved(hv.behind_ink, -lx * width, -ly * width), brush.light.ink)
    dark = brush.dark(tones.hair)
    brush.fill(hv.behind, dark)
    far = ~hv.locks.near
    if far.any() and brush.scale > 5 and not hair.cloth:
        tint = mix(dark, brush.lit(tones.hair_light), 0.16)
        brush.fill(_crescents(hv.locks, far, lx <= 0, 0.3, 0.85), tint)
    if brush.scale > 6:
        brush.lines(hv.back_lines, 0.5, mix(dark, brush.light.ink, 0.4))


SHORN = 0.45  # of the ink's weight: a hard edge would make a cap of it


def draw_front(brush: Brush, hv: HairView, tones: Tones, view: HeadView, hair: Hair) -> None:
    light, canvas = brush.light, brush.canvas
    if hv.front.isEmpty():
        return
    lit, dark = brush.lit(tones.hair), brush.dark(tones.hair)
    if hair.shorn:
        brush.contour(hv.front, SHORN, tones.hair)
    else:
        brush.contour(hv.cap)
        width = brush.ink_width * FULL * 0.55
        shift = -light.direction[0] * width, -light.direction[1] * width
        brush.fill(moved(hv.fringe_ink, *shift), light.ink)
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
    if hair.locks and brush.scale > 2.2:
        _flow(brush, hv.locks, tones, hair, side)
    if hair.blobs and brush.scale > 2.2 and not hair.cloth:
        _curl(brush, hair, view, tones, side)
    if rim:
        canvas.restore()
    if brush.scale > 4:
        color = mix(brush.lit(tones.hair_line), light.ink, 0.25)
        if hair.roped:  # black ropes are told apart by the light between them
            color = mix(lit, brush.lit(tones.hair_light), 0.4)
        weight = 0.35 if hair.cloth else 0.6 if hair.roped else 0.5
        brush.lines(hv.front_lines, weight, color)
    canvas.restore()


def _crescents(
    locks: Locks, which: NDArray[np.bool_], left: bool, inner: float, outer: float
) -> Path:
    """One edge of each lock, `inner` … `outer` of its half breadth to the left or the right."""
    flat, side = locks.flat[which][:, ::2], locks.side[which][:, ::2]  # enough for a shade
    toward = np.where((side[..., :1] < 0) == left, 1.0, -1.0) * side
    a, b = flat + toward * outer, flat + toward * inner
    loops = np.concatenate([a, b[:, ::-1]], 1)
    return smooth_loops(loops)


def _flow(brush: Brush, locks: Locks, tones: Tones, hair: Hair, side: int) -> None:
    """Each lock a mass of its own: its far edge in shade, its crest in the light."""
    near = locks.near
    if not near.any():
        return
    lit, dark = brush.lit(tones.hair), brush.dark(tones.hair)
    brush.fill(_crescents(locks, near, side < 0, 0.35, 1.0), mix(lit, dark, 0.62))
    if hair.cloth:
        return
    if hair.roped and brush.scale > 4:
        _twists(brush, locks, mix(lit, brush.lit(tones.hair_light), 0.3))
    light = brush.lit(tones.hair_light)
    if brush.scale > 3:
        brush.fill(_crest(locks, near, hair, side), light, 0.75)
    if brush.scale < 5:
        return
    bright = 0.34 if sum(lit) < 260 else 0.2  # black hair shows its form by gloss alone
    brush.fill(_crescents(locks, near, side > 0, 0.25, 0.72), mix(lit, light, bright), 0.8)


def _twists(brush: Brush, locks: Locks, color: Color) -> None:
    """What is plaited or matted: short strokes across each rope."""
    flat, side = locks.flat[locks.near], locks.side[locks.near]
    across = np.stack([flat[:, 1:-1] - side[:, 1:-1] * 0.9, flat[:, 2:] + side[:, 2:] * 0.9], 2)
    ends = across.reshape(-1, 2, 2)
    middle = ends.mean(1, keepdims=True)
    brush.lines(np.concatenate([ends[:, :1], middle, ends[:, 1:]], 1), 0.5, color)


def _crest(locks: Locks, near: NDArray[np.bool_], hair: Hair, side: int) -> Path:
    """The light on locks where the head turns over: a broken ring that follows their flow."""
    flat, breadth, level = locks.flat[near], locks.side[near], locks.level[near]
    uneven = np.sin(np.arange(len(flat)) * 2.399 + 1.3)[:, None]
    amount = np.exp(-(((level + hair.shine + 0.05 * uneven) / (0.1 + 0.025 * uneven)) ** 2))
    toward = np.where((breadth[..., :1] < 0) == (side > 0), 1.0, -1.0) * breadth
    half = breadth * (0.34 + 0.12 * uneven[..., None]) * amount[..., None]
    middle = flat + toward * 0.25
    keep = amount.max(1) > 0.3
    return smooth_loops(np.concatenate([middle + half, (middle - half)[:, ::-1]], 1)[keep])


def _curl(brush: Brush, hair: Hair, view: HeadView, tones: Tones, side: int) -> None:
    """Round masses: shade on the far side of each, a spiral of light on the near."""
    rings, near = _blobs(hair, view)
    if not near.any():
        return
    lit, dark = brush.lit(tones.hair), brush.dark(tones.hair)
    middle = rings[near].mean(1, keepdims=True)
    size = blob_sizes(hair, view)[near][:, None, None]
    shade = (rings[near] - middle) * 0.8 + middle + size * [side * 0.28, 0.3]
    brush.fill(smooth_loops(shade), mix(lit, dark, 0.62))
    body = (rings[near] - middle) * 0.72 + middle - size * [side * 0.1, 0.12]
    brush.fill(smooth_loops(body), lit)
    a = np.linspace(-2.6, 0.2, 7) if side > 0 else np.linspace(-0.5, -3.3, 7)
    arc = np.column_stack([np.cos(a), np.sin(a)])[None] * size * 0.48
    color = mix(lit, brush.lit(tones.hair_light), 0.6)
    brush.lines(middle - size * [side * 0.06, 0.06] + arc, 0.9, color)


def _lit_side(view: HeadView, side: int) -> Path:
    """All of the hair but a wavering strip on the side away from the key."""
    y = np.array([-1.3, -1.02, -0.8, -0.5, -0.2, 0.1, 0.4, 0.8, 1.3, 2.0, 3.2])
    waver = np.array([0, 6, -4, 5, -5, 4, -3, 5, -2, 4, 0])
    angle = -view.yaw + side * (64 + waver)
    edge = view.at(view.skull.shell(angle, y, np.full(len(y), 0.12)))
    far = np.array([[-side * 4 * view.unit, 0]])
    return smooth(np.concatenate([edge[:1], edge, edge[-1:] + far, edge[:1] + far]))
