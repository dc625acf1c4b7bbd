"""Arms of two who are drawn on planes of their own, laid round each other.

The near arm of the one behind lies over both, so the one in front draws it; far arms go behind.
`way` is 1 where the other is to the right: the arm that is towards us is then the left one.
"""

from dataclasses import replace

import numpy as np

from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.pose import Hand, Lent, Pose
from engine.rehearsal.figure.skeleton import solve
from engine.rehearsal.footing import Flat, Footing

REACHES = 5  # times a hand is led on


def with_near(pose: Pose, near: Hand, way: float) -> Pose:
    """The pose with a hand of the arm that is towards us."""
    return replace(pose, left=near) if way > 0 else replace(pose, right=near)


def reaching(figure: Figure, pose: Pose, goal: Flat, near: Hand, way: float, share: float) -> Pose:
    """The pose with its near hand `share` of the way to `goal` (cm, own figure space); `near` is
    how the hand is held, and about where."""
    reached = with_near(pose, near, way)
    for _ in range(REACHES):
        marks, bones = figure.landmarks(reached), solve(figure.build, reached)
        palm = marks.left_hand if way > 0 else marks.right_hand
        off = bones.trunk.T @ np.array([goal[0] - palm[0], goal[1] - palm[1], 0.0])
        x, y, z = (off / figure.build.size).tolist()
        near = replace(near, at=(near.at[0] - way * x, near.at[1] + y, near.at[2] + z))
        reached = with_near(pose, near, way)
    rest = pose.left if way > 0 else pose.right
    return with_near(pose, near if rest is None else rest.toward(near, share), way)


def entwined(
    behind: Figure,
    feet: tuple[Footing, Footing],
    poses: tuple[Pose, Pose],
    way: float,
) -> tuple[Pose, Pose]:
    """Poses of who is in front and who is behind: the one draws the other's near arm too."""
    near, far = ("left", "right") if way > 0 else ("right", "left")
    origin = feet[0].within(feet[1].shown((0.0, 0.0)))
    lent = Lent(behind, poses[1], far, origin, feet[1].scale / feet[0].scale)
    return replace(poses[0], lent=lent), replace(poses[1], hides=(near, far))
