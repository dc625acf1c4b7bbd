"""Laying a head of hair on the picture: what is behind, what is over the face."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.figure.brush import Brush, Path, minus, smooth, trace
from engine.rehearsal.figure.hair.strands import Hair
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.skull import ANGLES, LEVELS
from engine.rehearsal.figure.tones import Tones

Array = NDArray[np.float64]


@dataclass
class HairView:
    """Outlines of one head of hair in figure space, ready to be inked."""

    behind: Path
    cap: Path
    front: Path
    back_lines: list[Array]
    front_lines: list[Array]


def _cap(hair: Hair, view: HeadView) -> Path:
    """The shell of hair on the skull without the face."""
    skull = view.skull
    keep = LEVELS <= hair.nape
    grow = 1 + hair.cap * np.clip((hair.nape + 0.12 - LEVELS[keep]) / 0.4, 0, 1)
    ring = skull.points[keep][:, :-1].copy()
    middle = np.array([0.0, -0.15, -0.08])
    ring = (ring - middle) * grow[:, None, None] + middle
    across = ring @ view.across
    rows = np.arange(len(ring))
    li, ri = across.argmin(1), across.argmax(1)
    left, right = view.at(ring[rows, li]), view.at(ring[rows, ri])
    outer = smooth(np.concatenate([left, right[::-1]]))
    half = np.radians(hair.hairline)[keep]
    tl, tr = ANGLES[li], ANGLES[ri]
    facing = np.radians(-view.yaw)
    lo, hi = _span(tl, tr, half, facing)
    open_ = hi > lo + 0.01
    if open_.sum() < 3:
        return outer
    a = _on_ring(ring, lo)[open_]
    b = _on_ring(ring, hi)[open_]
    wl, wr = view.at(a), view.at(b)
    bite = 0.5 * view.unit
    wl[:, 0] -= np.where((lo > -half + 1e-6)[open_], bite, 0)
    wr[:, 0] += np.where((hi < half - 1e-6)[open_], bite, 0)
    tail = np.array([[0, 0.6 * view.unit]])
    face = np.concatenate([wl, wl[-1:] + tail, wr[-1:] + tail, wr[::-1]])
    return minus(outer, smooth(face))


def _span(tl: Array, tr: Array, half: Array, facing: float) -> tuple[Array, Array]:
    """What of the face (-half … half) lies between the silhouettes, angles round the head."""
    wrap = lambda a: (a - facing + np.pi) % (2 * np.pi) - np.pi + facing  # noqa: E731
    left, right = wrap(tl), wrap(tr)
    return np.maximum(-half, left), np.minimum(half, right)


def _on_ring(ring: Array, angle: Array) -> Array:
    """Points of each ring at an angle, between its corners."""
    n = ring.shape[1]
    place = (angle + np.pi) / (2 * np.pi) * n
    i = np.floor(place).astype(int)
    t = (place - i)[:, None]
    rows = np.arange(len(ring))
    result: Array = ring[rows, i % n] * (1 - t) + ring[rows, (i + 1) % n] * t
    return result


def lay_out(hair: Hair, view: HeadView) -> HairView:
    behind, front = skia.PathBuilder(), skia.PathBuilder()
    back_lines: list[Array] = []
    front_lines: list[Array] = []
    if hair.locks:
        locks, widths = np.array(hair.locks), np.array(hair.widths)
        turned = (locks - [0, 0.72, -0.2]) @ view.matrix.T
        depth = turned[..., 2]
        flat = turned[..., :2] * view.unit + view.origin
        t = np.linspace(0, 1, locks.shape[1]) ** 2
        loose = (1 - np.array(hair.stiff))[:, None] * t
        flat[..., 0] += loose * view.pose.sway[0]
        flat[..., 1] += loose * view.pose.sway[1]
        tangent = np.gradient(flat, axis=1)
        size = np.hypot(tangent[..., 0], tangent[..., 1]) + 1e-6
        normal = np.stack([-tangent[..., 1], tangent[..., 0]], -1) / size[..., None]
        side = normal * (widths * view.unit)[..., None]
        loops = np.concatenate([flat + side, (flat - side)[:, ::-1]], 1).tolist()
        near = depth[:, 3:].mean(1) > -0.02
        for i, loop in enumerate(loops):
            trace(front if near[i] else behind, loop)
            edge = flat[i] + side[i] * 0.55
            (front_lines if near[i] else back_lines).append(edge[2:-1])
    return HairView(behind.detach(), _cap(hair, view), front.detach(), back_lines, front_lines)


def draw_behind(brush: Brush, hv: HairView, tones: Tones) -> None:
    if hv.behind.isEmpty():
        return
    brush.contour(hv.behind)
    brush.fill(hv.behind, brush.dark(tones.hair))
    color = brush.light.shaded(tones.hair_line)
    for line in hv.back_lines[::2]:
        brush.line(line, 0.5, color=color)


def draw_front(brush: Brush, hv: HairView, tones: Tones, view: HeadView, hair: Hair) -> None:
    light, canvas = brush.light, brush.canvas
    brush.contour(hv.cap)
    brush.contour(hv.front, 0.9)
    brush.fill(hv.cap, light.lit(tones.hair))
    brush.fill(hv.front, light.lit(tones.hair))
    _shade(brush, hv, tones, view)
    if hair.cloth:
        return
    _shine(brush, hv, tones, view, hair)
    if brush.scale > 4:
        color = light.lit(tones.hair_line)
        for line in hv.front_lines:
            brush.line(line, 0.45, color=color, ends=0.0)
    del canvas


def _shade(brush: Brush, hv: HairView, tones: Tones, view: HeadView) -> None:
    lx, ly = brush.light.direction
    canvas = brush.canvas
    d = 0.3 * view.unit
    for path in (hv.cap, hv.front):
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        canvas.clipPath(hv.cap, skia.ClipOp.kIntersect, True) if path is hv.cap else None
        canvas.restore()
    del lx, ly, d


def _shine(brush: Brush, hv: HairView, tones: Tones, view: HeadView, hair: Hair) -> None:
    """A jagged band of light round the head, where the crown turns over."""
    lx = brush.light.direction[0]
    center = np.radians(-view.yaw + 12 * np.sign(lx or -1) * 1.0)
    a = np.degrees(center + np.radians(np.linspace(-62, 62, 31)))
    zig = np.tile([0.0, 1.0], 16)[:31]
    fade = np.sin(np.linspace(0, np.pi, 31)) ** 0.6
    tooth = 0.5 + 0.5 * np.sin(np.arange(31) * 2.399 + 1.3)
    level = -hair.shine + 0.16 * np.linspace(-1, 1, 31) ** 2
    up = level - (0.03 + 0.04 * tooth * (1 - zig)) * fade
    low = level + (0.015 + (0.04 + 0.09 * tooth) * zig) * fade
    out = np.full(31, hair.cap + 0.04)
    top = view.at(view.skull.shell(a, up, out))
    bottom = view.at(view.skull.shell(a, low, out))
    band = skia.Path.Polygon(
        [skia.Point(x, y) for x, y in np.concatenate([top, bottom[::-1]]).tolist()], True
    )
    canvas = brush.canvas
    for path in (hv.cap, hv.front):
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        brush.fill(band, brush.light.lit(tones.hair_light), 0.8)
        canvas.restore()
