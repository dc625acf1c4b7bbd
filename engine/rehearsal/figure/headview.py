"""A head as it is turned now: where its points fall on the picture, and which can be seen."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.outline import Points
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.figure.skull import Skull
from engine.rehearsal.figure.space import Matrix, Points3, turn

PIVOT = np.array([0.0, 0.72, -0.2])  # where the neck carries the head, in head units


@dataclass
class HeadView:
    look: Look
    skull: Skull
    pose: Pose
    matrix: Matrix
    origin: NDArray[np.float64]  # the pivot in figure space, cm
    unit: float  # cm per head unit

    @property
    def yaw(self) -> float:
        return (self.pose.yaw + 180) % 360 - 180

    @property
    def across(self) -> NDArray[np.float64]:
        """To the right of the picture in head space, as if the head did not roll."""
        row: NDArray[np.float64] = turn(self.pose.yaw, self.pose.pitch)[0]
        return row

    def at(self, points: Points3) -> Points:
        """Head space to figure space, (..., 2)."""
        matrix, shift = self._flat
        result: Points = points @ matrix + shift
        return result

    @cached_property
    def _flat(self) -> tuple[Matrix, NDArray[np.float64]]:
        """What turns a point and lays it on the picture, as one matrix (3, 2) and one shift."""
        matrix = np.ascontiguousarray(self.matrix.T[:, :2]) * self.unit
        return matrix, self.origin - PIVOT @ matrix

    def on(self, uv: NDArray[np.float64], out: float = 0.0) -> Points:
        return self.at(self.skull.lift(uv, out))

    def facing(self, u: float, v: float) -> float:
        """How far the face's surface at (u, v) turns to the viewer: 1 fully, below 0 hidden."""
        e, depth = 0.03, self.skull.depth_at
        left, right, up, down = depth(u - e, v), depth(u + e, v), depth(u, v - e), depth(u, v + e)
        x, y, z = -(right - left) * 2 * e, -(down - up) * 2 * e, 4 * e * e
        row = self.matrix[2].tolist()
        return float((row[0] * x + row[1] * y + row[2] * z) / (x * x + y * y + z * z) ** 0.5)

    def sides(self) -> tuple[Points, Points]:
        """Left and right silhouette of the bare head, crown to chin, in figure space."""
        pivot = self.matrix @ PIVOT
        left, right = self.skull.outline(self.matrix, self.across)
        return (
            (left - pivot)[:, :2] * self.unit + self.origin,
            (right - pivot)[:, :2] * self.unit + self.origin,
        )


def view_of(
    look: Look, skull: Skull, pose: Pose, origin: NDArray[np.float64], unit: float
) -> HeadView:
    return HeadView(look, skull, pose, turn(pose.yaw, pose.pitch, pose.roll), origin, unit)
