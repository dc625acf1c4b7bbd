"""Joints of a posed body: where everything is before it is drawn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Posture
from engine.rehearsal.figure.build import Build
from engine.rehearsal.figure.pose import Hand, Pose
from engine.rehearsal.figure.space import Matrix, turn
from engine.rehearsal.figure.wrist import fingers_of, turned

Vec = NDArray[np.float64]
REST = Hand(at=(17.0, 58.5, 4.0), shape="relaxed", aim=87.0, elbow=(0.4, 0.3, -0.9))
FOLDS = 40.0  # degrees between upper arm and forearm at the least
BACK = 22.0  # cm of an adult that an elbow goes behind its shoulder
KNEE = 4.5  # cm of an adult that a knee on the ground is above it
HIP_OUT = 3.4  # cm of an adult that the hips go over the leg with the weight
SWINGS = 9  # places tried for an elbow that the body is in the way of
NEARER = 190.0  # cm in front of the neck at which a hand would be drawn twice as large


@dataclass
class Arm:
    side: int  # -1 is at the left of the picture from the front
    joints: Vec  # shoulder, elbow, wrist: (3, 3) in picture space
    hand: Hand
    axes: Matrix  # rows to the fingertips, away from the thumb, out of the palm: picture space
    nearer: float  # how much larger the hand is drawn because it is nearer than the body


@dataclass
class Skeleton:
    build: Build
    trunk: Matrix
    body: Matrix  # the turn of the pelvis and legs
    neck: Vec  # base of the neck
    hips: Vec
    head: Vec  # where the neck carries the head
    arms: tuple[Arm, Arm]
    legs: tuple[Vec, Vec]  # (3, 3): hip, knee, ankle
    toes: tuple[Vec, Vec]
    floor: float  # roll of the whole figure, degrees; 0 unless lying


def two_bones(a: Vec, target: Vec, first: float, second: float, pole: Vec) -> tuple[Vec, Vec]:
    """Middle joint and end of a chain from `a` that reaches for `target`, bending to `pole`."""
    line = target - a
    far = float(np.linalg.norm(line)) or 1e-6
    reach = min(far, (first + second) * 0.999)
    reach = max(reach, abs(first - second) * 1.05 + 1e-3)
    axis = line / far
    side = pole - axis * float(pole @ axis)
    side = side / (np.linalg.norm(side) + 1e-9)
    cos = (first**2 + reach**2 - second**2) / (2 * first * reach)
    cos = min(max(float(cos), -1.0), 1.0)
    knee = a + axis * first * cos + side * first * np.sqrt(1 - cos * cos)
    return knee, a + axis * reach


def _hips(build: Build, pose: Pose) -> Vec:
    s = build.size
    stand = build.ankle + build.thigh + build.shin - 0.6 * s
    height = {Posture.SIT: 48 * s, Posture.KNEEL: build.thigh + 4 * s}.get(pose.posture, stand)
    if pose.posture == Posture.KNEEL:
        height = stand + (height - stand) * pose.settled - (build.thigh - 12 * s) * pose.sunk
    bob = 0.0
    if pose.pace:
        bob = (1.2 + 1.3 * pose.pace) * s * (np.cos(4 * np.pi * pose.stride) - 1) * 0.8
    return np.array(
        [
            pose.step + pose.shift * HIP_OUT * s,
            -height - bob * 0.5 + abs(pose.shift) * 0.6 * s,
            0.0,
        ]
    )


def _standing(build: Build, pose: Pose, hips: Vec, body: Matrix, side: int) -> Vec:
    """The ankle of a leg that stands, walks or runs; the one without the weight is set aside."""
    s = build.size
    free = max(-side * pose.shift, 0.0)
    aside = [side * (build.hip + (1.5 + 3.5 * free) * s), 0.0, (0.5 + 6.0 * free) * s]
    foot: Vec = hips + body @ np.array(aside)
    foot[0] -= pose.shift * HIP_OUT * s * 0.9
    foot[1] = -build.ankle
    if pose.pace:
        phase = 2 * np.pi * (pose.stride + (0.5 if side > 0 else 0.0))
        step = (20 + 12 * (pose.pace - 1)) * s * min(pose.pace, 1)
        foot += body @ np.array([0.0, 0.0, step * np.sin(phase)])
        foot[1] -= max(np.cos(phase), 0) * (7 + 16 * max(pose.pace - 1, 0)) * s
    return foot


def _kneeling(build: Build, hips: Vec, body: Matrix, side: int) -> Vec:
    """The ankle of a leg whose shin lies on the ground."""
    s = build.size
    high = -float(hips[1]) - KNEE * s
    ahead = max(float(np.sqrt(max(build.thigh**2 - high**2, 0.0))), 5.0 * s)  # of the knee
    foot: Vec = hips + body @ np.array([side * (build.hip + 1.5 * s), 0.0, ahead - build.shin])
    foot[1] = -KNEE * s
    return foot


def _leg(build: Build, pose: Pose, hips: Vec, body: Matrix, side: int) -> tuple[Vec, Vec]:
    s = build.size
    drop = -side * pose.shift * 1.3 * s  # the pelvis hangs on the side without the weight
    root = hips + body @ np.array([side * build.hip, max(drop, 0.0), 0.0])
    pole = body @ np.array([side * 0.15, 0.0, 1.0])
    toe = body @ np.array([side * 0.35, 0.0, 1.0])
    if pose.posture == Posture.SIT:
        foot = hips + body @ np.array([side * (build.hip + 2 * s), 0, build.thigh * 0.92])
        foot[1] = -build.ankle
    else:
        foot = _standing(build, pose, hips, body, side)
    if pose.posture == Posture.KNEEL:
        # One foot stays where it stood until the other knee is down.
        share = min(pose.settled * 1.6, 1.0) if side < 0 else max(pose.settled * 2 - 1, 0.0)
        foot = foot + (_kneeling(build, hips, body, side) - foot) * share
        toe = toe * (1 - share) + body @ np.array([0.0, 0.3, -0.7]) * share
    knee, end = two_bones(root, foot, build.thigh, build.shin, pole)
    knee[1] = min(knee[1], -KNEE * s)
    return np.stack([root, knee, end]), end + toe * 9 * s + np.array([0, build.ankle * 0.55, 0])


def surface(build: Build, at: Vec) -> float:
    """How far in front of the middle of the trunk its surface is at a point of trunk space, cm."""
    return float(build.trunk.depth(at[:1], at[1:2])[0])


def _bent(build: Build, shoulder: Vec, target: Vec, pole: Vec, side: int) -> Vec:
    """Shoulder, elbow and wrist in trunk space, with the elbow where a body has room for it."""
    a, b, s = build.upper_arm, build.forearm, build.size
    least = float(np.sqrt(a * a + b * b - 2 * a * b * np.cos(np.radians(FOLDS))))
    line = target - shoulder
    far = float(np.linalg.norm(line)) or 1e-6
    target = shoulder + line * max(1.0, least / far)
    joints = np.stack([shoulder, shoulder, target])
    for swing in range(SWINGS):
        wish = pole + np.array([side * 0.3, 0.0, 0.22]) * swing
        joints[1], joints[2] = two_bones(shoulder, target, a, b, wish)
        x, y, z = joints[1]
        broad = build.trunk.half(float(y)) if y < 50 * s else 0.0
        inside = abs(x) < broad - 1.0 * s and z < surface(build, joints[1])
        if z > shoulder[2] - BACK * s and not inside:
            break
    return joints


def _falls_off(build: Build, wrist: Vec, hand: Hand, side: int) -> float:
    """How the body's surface goes back from wrist to fingertips, in hand lengths."""
    ahead, long = fingers_of(hand, side, 0.0), build.hand
    depths = [surface(build, wrist + ahead * long * k) for k in (0.1, 0.9)]
    return float(np.clip((depths[1] - depths[0]) / long, -1.2, 0.3))


def _arm(build: Build, pose: Pose, neck: Vec, trunk: Matrix, side: int) -> Arm:
    hand = (pose.left if side < 0 else pose.right) or REST
    s = build.size
    x, y, z = build.shoulder
    rise = np.array([0, -2.6 * min(pose.shrug, 1.2) * s - 0.35 * pose.breath * s, 0])
    shoulder = np.array([side * x, y, z]) + rise
    flip = np.array([side, 1, 1])
    at = np.array(hand.at)
    target = at * flip * s
    target[2] += hand.lies * surface(build, target)
    joints = _bent(build, shoulder, target, np.array(hand.elbow) * flip, side)
    slope = _falls_off(build, joints[2], hand, side) if hand.lies else 0.0
    axes = turned(joints, hand, side, slope) @ trunk.T
    placed = neck + joints @ trunk.T
    nearer = min(max(1 + float(placed[2, 2] - neck[2]) / NEARER, 0.9), 1.25)
    return Arm(side, placed, hand, axes, nearer)


def solve(build: Build, pose: Pose) -> Skeleton:
    body = turn(pose.body_yaw)
    trunk = turn(0, 0, pose.lean - 2.2 * pose.shift) @ turn(pose.body_yaw, -pose.bend)
    hips = _hips(build, pose)
    neck = hips + trunk @ np.array([0, -build.trunk_length, 0])
    carried = neck + trunk @ np.array([0, -build.neck_length, 2.2 * build.size])
    legs = [_leg(build, pose, hips, body, side) for side in (-1, 1)]
    return Skeleton(
        build,
        trunk,
        body,
        neck,
        hips,
        carried,
        (_arm(build, pose, neck, trunk, -1), _arm(build, pose, neck, trunk, 1)),
        (legs[0][0], legs[1][0]),
        (legs[0][1], legs[1][1]),
        -90.0 if pose.posture == Posture.LIE else 0.0,
    )
