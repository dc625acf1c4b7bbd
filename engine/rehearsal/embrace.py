"""Two who embrace: drawn apart, each on a plane of their own, and yet one in the other's arms."""

from dataclasses import replace

import numpy as np

from engine.rehearsal.easing import ease
from engine.rehearsal.entwined import entwined, reaching
from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.acting.gestures import CLOSE
from engine.rehearsal.figure.pose import Hand, Pose
from engine.rehearsal.figure.skeleton import solve
from engine.rehearsal.footing import Footing

APART = 23.0  # cm of an adult between two necks that embrace
COMES, GOES, LATE = 7, 6, 2  # poses to close in and to part, and by which the other answers later
TURNED = 62.0  # degrees of the bodies to each other
HIGH, LOW = 17.0, 31.0  # cm below the other's neck: over the shoulder, and round the waist
ROUND = 7.0  # cm past the other's neck that a hand lies on the back
STRIDE = 24.0  # cm of a step
TOUCHING = 0.55  # share of the way from which arms lie round the other


def embraced(
    who: tuple[Figure, Figure],
    feet: tuple[Footing, Footing],
    poses: tuple[list[Pose], list[Pose]],
    span: tuple[int, int],
) -> tuple[float, float]:
    """Write an embrace into the poses of both, from pose `span[0]` to pose `span[1]`; the first is
    drawn over the second. Where they meet, on the picture, px."""
    at, until = span
    way = 1.0 if feet[1].x >= feet[0].x else -1.0
    first, second = poses
    for step in range(max(at - COMES, 0), len(first)):
        share = _share(step, at, until)
        later = _share(step - LATE, at, until) if step < at + COMES else share
        gap = _gap(who, feet, (first[step], second[step]), way)
        one = _turned(first[step], way, share, gap[0])
        two = _turned(second[step], -way, share, gap[1], later)
        one = _round(who, feet, (one, two), way, HIGH, share)
        two = _round(who[::-1], feet[::-1], (two, one), -way, LOW, later)
        first[step], second[step] = one, two
        if share > TOUCHING:
            far = "right" if way > 0 else "left"
            one, two = entwined(who[1], feet, (one, two), way)
            first[step], second[step] = replace(one, hides=(far,)), two
    middle = (feet[0].x + feet[1].x) / 2
    neck = solve(who[0].build, first[at]).neck
    return middle, feet[0].shown((0.0, float(neck[1])))[1]


def _share(step: int, at: int, until: int) -> float:
    return ease((step - at + COMES) / COMES) * (1 - ease((step - until) / GOES))


def _gap(
    who: tuple[Figure, Figure],
    feet: tuple[Footing, Footing],
    poses: tuple[Pose, Pose],
    way: float,
) -> tuple[float, float]:
    """How far each goes to the right, cm of their own space; both go half of it."""
    sides = zip(who, feet, poses, (way, -way), strict=True)
    necks = [
        foot.shown((float(solve(figure.build, _turned(pose, to, 1.0, 0.0)).neck[0]), 0.0))[0]
        for figure, foot, pose, to in sides
    ]
    apart = APART * (who[0].build.size * feet[0].scale + who[1].build.size * feet[1].scale) / 2
    missing = (necks[1] - necks[0]) - way * apart
    return missing / 2 / feet[0].scale, -missing / 2 / feet[1].scale


def _turned(pose: Pose, way: float, share: float, far: float, late: float | None = None) -> Pose:
    """The pose `share` of the way to the other."""
    k = share if late is None else late
    walks = 0 < share < 1 and abs(far) > STRIDE / 2
    return replace(
        pose,
        step=pose.step + far * share,
        body_yaw=pose.body_yaw + (way * TURNED - pose.body_yaw) * k,
        yaw=pose.yaw + (way * 38.0 - pose.yaw) * k,
        roll=pose.roll + way * 9.0 * k,
        pitch=pose.pitch * (1 - k),
        shift=pose.shift * (1 - k),
        lean=pose.lean * (1 - k) + way * 2.5 * k,
        bend=pose.bend * (1 - k) + 3.0 * k,
        pace=max(pose.pace, 0.8) if walks else pose.pace * (1 - k),
        stride=(0.25 + share * abs(far) / STRIDE * 0.5) % 1.0 if walks else pose.stride,
    )


def _round(
    who: tuple[Figure, ...],
    feet: tuple[Footing, ...],
    poses: tuple[Pose, Pose],
    way: float,
    below: float,
    share: float,
) -> Pose:
    """The first of both with the near hand on the other's back and the far one on its way there."""
    own, other = poses
    neck = solve(who[1].build, other).neck
    spot = neck[:2] + np.array([way * ROUND, below]) * who[1].build.size
    goal = feet[0].within(feet[1].shown((float(spot[0]), float(spot[1]))))
    near = Hand((12.0, below, 34.0), "flat", 178.0, CLOSE, ahead=25.0, palm=(-0.3, 0.0, -1.0))
    return reaching(who[0], own, goal, near, way, share)
