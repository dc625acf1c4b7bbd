"""A pinhole camera. World and figure space share axes: x right, y DOWN, z away; unit cm."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import cos, sin

import skia

Point = tuple[float, float, float]
NEAR = 8.0  # cm; nothing closer to the lens is drawn


@dataclass(frozen=True)
class Lens:
    """Where the camera stands and how long its lens is.

    `focal` is in frame heights, `pitch` in radians (positive looks up), `centre` is where the axis
    meets the frame as fractions of its sides: a view camera's shift, so verticals stay upright.
    """

    x: float
    y: float
    z: float
    focal: float
    pitch: float
    centre: tuple[float, float]
    width: int
    height: int

    @cached_property
    def axis(self) -> tuple[float, float]:
        return self.width * self.centre[0], self.height * self.centre[1]

    def to_camera(self, point: Point) -> Point:
        """Right, down and away from the lens, in cm."""
        return self.turn((point[0] - self.x, point[1] - self.y, point[2] - self.z))

    def turn(self, vector: Point) -> Point:
        s, c = sin(self.pitch), cos(self.pitch)
        x, y, z = vector
        return x, y * c + z * s, -y * s + z * c

    def flatten(self, point: Point) -> tuple[float, float]:
        """From camera space to pixels of the frame."""
        k = self.focal * self.height / point[2]
        return self.axis[0] + point[0] * k, self.axis[1] + point[1] * k

    def project(self, point: Point) -> tuple[float, float]:
        return self.flatten(self.to_camera(point))

    def depth(self, point: Point) -> float:
        return self.to_camera(point)[2]

    def scale(self, depth: float) -> float:
        """Pixels per cm at this distance from the lens."""
        return self.focal * self.height / max(depth, NEAR)

    @cached_property
    def horizon(self) -> float:
        """Where eye level at infinity stands, in pixels from the top."""
        return self.axis[1] + self.focal * self.height * sin(self.pitch) / cos(self.pitch)

    def polygon(self, points: Iterable[Point]) -> list[tuple[float, float]]:
        """Corners on the frame of a polygon in space, cut at the near plane; empty behind it."""
        corners = [self.to_camera(point) for point in points]
        kept: list[Point] = []
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
            if a[2] >= NEAR:
                kept.append(a)
            if (a[2] >= NEAR) != (b[2] >= NEAR):
                t = (NEAR - a[2]) / (b[2] - a[2])
                kept.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, NEAR))
        return [self.flatten(point) for point in kept]

    def plane(self, origin: Point, u: Point, v: Point) -> skia.Matrix:
        """The homography from coordinates (a, b) on the plane origin + a·u + b·v to the frame."""
        columns = self.turn(u), self.turn(v), self.to_camera(origin)
        k = self.focal * self.height
        ax, ay = self.axis
        rows = [
            *(k * c[0] + ax * c[2] for c in columns),
            *(k * c[1] + ay * c[2] for c in columns),
            *(c[2] for c in columns),
        ]
        # Skia keeps nine floats; dividing by the last keeps w near 1, where its clipping is exact.
        last = max(abs(rows[8]), 1.0)
        return skia.Matrix.MakeAll(*(value / last for value in rows))
