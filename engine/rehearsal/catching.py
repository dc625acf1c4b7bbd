"""Who faints beside somebody is caught: the other goes down too and holds them."""

from dataclasses import replace

import numpy as np

from engine.contracts import Posture
from engine.rehearsal.easing import ease
from engine.rehearsal.entwined import entwined, reaching
from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.acting.gestures import CLOSE
from engine.rehearsal.figure.pose import Hand, Pose
from engine.rehearsal.figure.skeleton import solve
from engine.rehearsal.footing import Footing

FARTHEST = 130.0  # cm from which nobody is there in time
APART = 27.0  # cm of an adult between both necks at the end
RUNS, HOLDS = 6, 0.4  # poses to get there; share of the fall from which an arm is round them
SINKS, LEANS = 0.5, 44.0  # how far they sink in someone's arms, and how far to whom holds them
ROUND = (6.0, 25.0, 12.0)  # where the hand holds, cm in the other's trunk


def caught(
    who: tuple[Figure, Figure],
    feet: tuple[Footing, Footing],
    poses: tuple[list[Pose], list[Pose]],
    at: int,
) -> tuple[float, float] | None:
    """Write into the poses of both how the first, who faints from pose `at` on, is caught by the
    second. Where, on the picture, px; None if the second is too far."""
    first, second = poses
    way = 1.0 if feet[1].x >= feet[0].x else -1.0
    if abs(feet[1].x - feet[0].x) / feet[0].scale > FARTHEST:
        return None
    for step in range(at, len(first)):
        fall = first[step].sunk
        one = _held(first[step], way, fall)
        share = ease((step - at) / RUNS)
        falls = first[step].settled if first[step].posture is Posture.KNEEL else 0.0
        two = _kneels(second[step], way, share, max(falls - 0.25, 0.0) / 0.75 * share)
        two = replace(two, step=two.step + _gap(who, feet, (one, two), way) * share)
        bones = solve(who[0].build, one)
        x, y, z = ROUND
        spot = bones.neck + bones.trunk @ (np.array([-way * x, y, z]) * who[0].build.size)
        goal = feet[1].within(feet[0].shown((float(spot[0]), float(spot[1]))))
        hand = Hand((10.0, 28.0, 32.0), "flat", 178.0, CLOSE, ahead=25.0, palm=(-0.3, 0.0, -1.0))
        two = reaching(who[1], two, goal, hand, -way, share)
        if fall > HOLDS:
            one, two = entwined(who[1], feet, (one, two), way)
        first[step], second[step] = one, two
    neck = solve(who[0].build, first[at]).neck
    return feet[0].shown((float(neck[0]), float(neck[1])))


def _held(pose: Pose, way: float, fall: float) -> Pose:
    """Who faints, sinking to the side where the other is."""
    return replace(
        pose,
        lean=pose.lean * (1 - fall) + way * LEANS * fall,
        roll=way * 24.0 * fall,
        yaw=pose.yaw * (1 - fall) + way * 16.0 * fall,
        body_yaw=pose.body_yaw * (1 - 0.5 * fall),
        sunk=SINKS * fall,
        step=pose.step * (1 - fall),
    )


def _kneels(pose: Pose, way: float, share: float, down: float) -> Pose:
    """Who runs up and goes down on the knees, looking at whom they hold."""
    return replace(
        pose,
        posture=Posture.KNEEL if down > 0 else pose.posture,
        settled=min(down, 1.0) if down > 0 else pose.settled,
        body_yaw=pose.body_yaw + (-way * 48.0 - pose.body_yaw) * share,
        yaw=pose.yaw + (-way * 44.0 - pose.yaw) * share,
        pitch=pose.pitch - 15.0 * share,
        lean=pose.lean * (1 - share) - way * 5.0 * down,
        shift=pose.shift * (1 - share),
        pace=1.2 if 0 < share < 1 and down == 0 else pose.pace,
    )


def _gap(
    who: tuple[Figure, Figure],
    feet: tuple[Footing, Footing],
    poses: tuple[Pose, Pose],
    way: float,
) -> float:
    """How far the second has to go to the right to be beside the first, cm of their own."""
    hips = [
        foot.shown((float(solve(figure.build, pose).hips[0]), 0.0))[0]
        for figure, foot, pose in zip(who, feet, poses, strict=True)
    ]
    apart = (APART + 16.0) * who[0].build.size * feet[0].scale
    return (hips[0] + way * apart - hips[1]) / feet[1].scale
