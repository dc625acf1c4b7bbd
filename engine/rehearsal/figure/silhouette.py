"""The outline of somebody who stands and faces us, reckoned from their measures without drawing.

Casting tells people apart by it: whom one knows from across the street one knows by the outline.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look, Wardrobe
from engine.rehearsal.figure.bodyview import along, shell_of
from engine.rehearsal.figure.build import Build, build_of
from engine.rehearsal.figure.cut import Cut
from engine.rehearsal.figure.hair import hair_of
from engine.rehearsal.figure.hair.strands import Hair
from engine.rehearsal.figure.skull import LEVELS, build_skull
from engine.rehearsal.figure.space import curve
from engine.rehearsal.figure.wardrobe import cut_of

Array = NDArray[np.float64]
COUNT = 72
HEIGHTS = np.linspace(216.0, 0.0, COUNT)  # cm over the ground
# Half breadth and top of hats over the crown, in head units.
HATS = {
    "hat": (1.25, 0.55),
    "cap": (0.75, 0.2),
    "beret": (0.95, 0.2),
    "crown": (0.75, 0.2),
    "peaked_cap": (0.86, 0.25),
    "chef_hat": (0.95, 1.1),
    "top_hat": (1.05, 1.0),
    "mian": (0.9, 0.4),
    "gauze_hat": (1.6, 0.4),
    "bonnet": (1.15, 0.3),
    "phoenix": (0.6, 0.1),
}
# What hangs from the shoulders: level below the neck where it ends, its half breadth there over the
# chest's; what stands out from them, cm.
HANGS = {"cape": (112.0, 1.75), "ermine": (132.0, 2.2), "shawl": (118.0, 1.5)}
STANDS_OUT = {"pauldrons": 5.5, "puffs": 3.5, "shoulder_discs": 1.0, "ermine": 3.0}


def outline_of(look: Look) -> tuple[Array, Array]:
    """Half breadths at HEIGHTS, outer and inner (the gap between the legs), cm."""
    plain = Look(
        height=look.height,
        presentation=look.presentation,
        age=look.age,
        build=look.build,
        hair=look.hair,
        signature=look.signature if look.signature in HATS else "none",
        wardrobe=Wardrobe(kind=look.wardrobe.kind),
    )
    return _outline(plain)


def overlap(one: Look, other: Look) -> float:
    """Intersection over union of two who stand side by side, laid on each other, 0 … 1."""
    (a, a_in), (b, b_in) = outline_of(one), outline_of(other)
    common = np.maximum(np.minimum(a, b) - np.maximum(a_in, b_in), 0)
    area = np.maximum(a - a_in, 0).sum() + np.maximum(b - b_in, 0).sum()
    return float(common.sum() / (area - common.sum()))


@lru_cache(maxsize=512)
def _outline(look: Look) -> tuple[Array, Array]:
    build = build_of(look)
    cut = cut_of(look.wardrobe.kind, look.presentation)
    y = HEIGHTS
    neck = build.ankle + build.thigh + build.shin - 0.6 * build.size + build.trunk_length
    below = neck - y  # cm below the base of the neck
    outer = np.maximum.reduce(
        [
            _trunk(build, cut, below),
            _arms(build, cut, below),
            _skirt(build, cut, below),
            _head(look, build, cut, below),
            _hung(build, cut, below),
        ]
    )
    legs, gap = _legs(build, cut, y)
    covered = outer > 0
    inner = np.where(covered, 0.0, gap)
    return np.maximum(outer, legs), inner


def _trunk(build: Build, cut: Cut, below: Array) -> Array:
    s = build.size
    shell = shell_of(build, cut)
    low = max(cut.hem, 62.0) * s
    half = np.interp(below, shell.levels, shell.width)
    return np.where((below > -3 * s) & (below < low), half, 0.0)


def _arms(build: Build, cut: Cut, below: Array) -> Array:
    """The outer edge of arms that hang, to the fingertips."""
    s = build.size
    top, wrist, tip = build.shoulder[1], 60.2 * s, 60.2 * s + build.hand
    t = np.clip((below - top) / (wrist - top), 0, 1)
    middle = build.shoulder[0] + (17.0 * s - build.shoulder[0]) * t + 2.2 * s * np.sin(np.pi * t)
    width = np.interp(t, np.linspace(0, 1, 15), along(build.arm_width, 8))
    loose = np.where(
        t <= cut.sleeve,
        cut.loose * (1 + (cut.cuff - 1) * np.clip((t - 0.35) / 0.65, 0, 1) ** 1.3),
        1.0,
    )
    shoulder = np.clip((below - top + build.arm_width[0]) / build.arm_width[0], 0, 1) ** 0.5
    out = max((STANDS_OUT.get(name, 0.0) for name in cut.over), default=0.0) * s
    bulge = out * np.exp(-(((below - top) / (8 * s)) ** 2))
    arm = middle + width * loose * shoulder + bulge
    hand = np.where(below > wrist, 17.0 * s + 3.6 * s, arm)
    return np.where((below > top - build.arm_width[0]) & (below < tip), hand, 0.0)


def _skirt(build: Build, cut: Cut, below: Array) -> Array:
    if not cut.skirt:
        half = shell_of(build, cut).half(50 * build.size) * 0.86
        return np.where((below > 36 * build.size) & (below < cut.apron * build.size), half, 0.0)
    s = build.size
    shell = shell_of(build, cut)
    t = (below / s - 36) / (cut.skirt - 36)
    hips, waist = shell.half(54 * s), shell.half(37 * s)
    keys = [(0, waist), (min(0.4, 20 / (cut.skirt - 36)), hips), (1, hips * cut.spread)]
    return np.where((t >= 0) & (t <= 1), curve(keys, np.clip(t, 0, 1)), 0.0)


def _legs(build: Build, cut: Cut, y: Array) -> tuple[Array, Array]:
    """Outer edge of the legs and the gap between them."""
    s = build.size
    hip = build.ankle + build.thigh + build.shin
    t = np.clip((hip - y) / (hip - build.ankle), 0, 1)
    width = np.interp(t, np.linspace(0, 1, 15), along(build.leg_width, 8, 0.05))
    if cut.legs == "trousers":
        flare = cut.leg_flare * np.clip((t * 14 - 6) / 8, 0, 1) ** 1.4
        width = np.maximum(width, build.leg_width[1] * 0.9) + (cut.legs_loose + flare) * s
    middle = build.hip + 1.5 * s * t
    shoe = np.where(y < 7 * s, 1.5 * s, 0.0)
    return np.where(y <= hip, middle + width + shoe, 0.0), np.maximum(middle - width, 0.0)


def _head(look: Look, build: Build, cut: Cut, below: Array) -> Array:
    """Neck, head, hair and hat."""
    pivot = build.neck_length
    v = (below + pivot) / build.unit + 0.72  # level in head units
    half = np.interp(v, HAIR_LEVELS, _hair_breadths(look), left=0.0, right=0.0)
    neck = np.where((v > 0.4) & (below < 4 * build.size), build.neck / build.unit, 0.0)
    result = np.maximum(half, neck)
    name = look.signature if look.signature in HATS else cut.headwear
    if name in HATS:
        wide, top = HATS[name]
        result = np.maximum(result, np.where((v > -1.0 - top) & (v < -0.55), wide, 0.0))
    return result * build.unit


HAIR_LEVELS = np.linspace(-2.0, 3.4, 109)


def _hair_breadths(look: Look) -> Array:
    return _breadths_of(look.hair, look.presentation, look.age < 13)


@lru_cache(maxsize=128)
def _breadths_of(style: str, presentation: str, child: bool) -> Array:
    """Half breadth of head and hair at HAIR_LEVELS, head units."""
    look = Look(hair=style, presentation=presentation, age=8 if child else 30)
    skull = build_skull(look)
    hair = hair_of(look, skull)
    half = np.interp(HAIR_LEVELS, LEVELS, skull.width, left=0.0, right=0.0)
    half = half + np.where((half > 0) & (hair.nape > HAIR_LEVELS), hair.cap, 0.0)
    for x, y, wide in _pieces(hair):
        near = np.abs(HAIR_LEVELS - y) < max(wide * 0.8, 0.06)
        half = np.where(near, np.maximum(half, abs(x) + wide * 0.9), half)
    return half


def _pieces(hair: Hair) -> list[tuple[float, float, float]]:
    """Points of locks and round masses: x, level, half breadth."""
    pieces = [
        (float(point[0]), float(point[1]), float(wide))
        for line, widths in zip(hair.locks, hair.widths, strict=True)
        for point, wide in zip(line, widths, strict=True)
    ]
    return pieces + [(x, y, radius) for x, y, _z, radius in hair.blobs]


def _hung(build: Build, cut: Cut, below: Array) -> Array:
    s = build.size
    found = [HANGS[name] for name in cut.over if name in HANGS]
    if not found:
        return np.zeros_like(below)
    low, spread = found[0]
    chest = build.trunk.half(9 * s) + 2 * s
    t = np.clip(below / (low * s), 0, 1)
    half = chest * (0.6 + (spread - 0.6) * t)
    return np.where((below > 0) & (below < low * s), half, 0.0)
