"""A body as it stands now, with its clothes' measures: shared by all that draws on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.build import Build
from engine.rehearsal.figure.cut import Cut, color_of
from engine.rehearsal.figure.folds import Folds
from engine.rehearsal.figure.outline import Path, Points, smooth
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.figure.rings import Rings, rings_of
from engine.rehearsal.figure.skeleton import Skeleton
from engine.rehearsal.figure.space import steps, turn
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color

Array = NDArray[np.float64]


@dataclass
class BodyView:
    look: Look
    build: Build
    cut: Cut
    tones: Tones
    pose: Pose
    bones: Skeleton
    shell: Rings  # the trunk with the top over it
    folds: Folds

    def color(self, slot: str) -> Color:
        return color_of(slot, self.look.wardrobe, self.tones.skin)

    @property
    def facing(self) -> float:
        """1 when the chest is to the viewer, -1 when the back is."""
        return float(self.bones.trunk[2, 2])

    def on(self, uv: Array, out: float = 0.3) -> Points:
        """Points on the front of the top (adult cm: lateral, below the neck) on the picture."""
        s = self.build.size
        p = np.asarray(uv, dtype=float) * s
        z = self.shell.depth(p[:, 0], p[:, 1]) + out * s
        return self.at(np.column_stack([p, z]))

    def at(self, points: Array) -> Points:
        result: Points = (points @ self.bones.trunk.T)[..., :2] + self.bones.neck[:2]
        return result

    def sides(self, rings: Rings, top: float, low: float) -> tuple[Points, Points]:
        """Silhouette of rings in trunk space between two levels (cm of an adult)."""
        s = self.build.size
        across = (turn(self.pose.body_yaw, -self.pose.bend))[0]
        left, right = rings.outline(self.bones.trunk, across)
        keep = (rings.levels >= top * s - 1e-6) & (rings.levels <= low * s + 1e-6)
        origin = self.bones.neck[:2]
        return left[keep, :2] + origin, right[keep, :2] + origin


def shell_of(build: Build, cut: Cut) -> Rings:
    """The trunk's rings with the ease of the top added."""
    t, s = build.trunk, build.size
    level = t.levels / s
    ease = cut.ease * s * np.clip((level + 1.5) / 8, 0.15, 1)
    hem = cut.flare * s * np.clip((level - 36) / 22, 0, 1)
    waist = 0.45 * cut.ease * s * np.exp(-(((level - 37) / 9) ** 2))
    add = ease + hem + waist
    return rings_of(t.levels, t.width + add, t.front + add * 0.8, t.back + add * 0.8)


def limb(joints: Array, count: int = 8) -> Array:
    """Points along two bones, on the picture, the joint a little rounded: (2 count - 1, 2)."""
    a, b, c = joints[:, :2]
    t = steps(0, 1, count)[:, None]
    first, second = a + (b - a) * t, b + (c - b) * t[1:]
    return np.concatenate([first, second])


def along(widths: tuple[float, float, float], count: int, swell: float = 0.12) -> Array:
    """Half widths over `limb`'s points, with the muscle of both parts."""
    t = steps(0, 1, count)
    bulge = 1 + swell * np.sin(np.pi * np.clip(t * 1.25, 0, 1))
    first = (widths[0] + (widths[1] - widths[0]) * t) * bulge
    second = (widths[1] + (widths[2] - widths[1]) * t) * (1 + swell * np.sin(np.pi * t**0.7))
    return np.concatenate([first, second[1:]])


def loop(left: Points, right: Points) -> Path:
    return smooth(np.concatenate([left[:1], left, left[-1:], right[-1:], right[::-1], right[:1]]))


def shaded(brush: Brush, path: Path, color: Color, depth: float) -> None:
    """Flat colour with one hard shadow, no ink."""
    brush.solid(path, color, depth=depth, weight=0)
