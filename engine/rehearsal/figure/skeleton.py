"""Joints of a posed body: where everything is before it is drawn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Posture
from engine.rehearsal.figure.build import Build
from engine.rehearsal.figure.pose import Hand, Pose
from engine.rehearsal.figure.space import Matrix, turn

Vec = NDArray[np.float64]
REST = Hand(at=(17.0, 60.2, 3.0), shape="relaxed", aim=87.0, elbow=(0.4, 0.3, -0.9))


@dataclass
class Arm:
    side: int  # -1 is at the left of the picture from the front
    joints: Vec  # shoulder, elbow, wrist: (3, 3) in picture space
    hand: Hand


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
    cos = float(np.clip(cos, -1, 1))
    knee = a + axis * first * cos + side * first * np.sqrt(1 - cos * cos)
    return knee, a + axis * reach


def _hips(build: Build, pose: Pose) -> Vec:
    s = build.size
    stand = build.ankle + build.thigh + build.shin - 0.6 * s
    height = {Posture.SIT: 48 * s, Posture.KNEEL: build.thigh + 4 * s}.get(pose.posture, stand)
    bob = 0.0
    if pose.pace:
        bob = (1.2 + 1.3 * pose.pace) * s * (np.cos(4 * np.pi * pose.stride) - 1) * 0.8
    return np.array(
        [pose.step + pose.shift * 2.2 * s, -height - bob * 0.5 + abs(pose.shift) * 0.6, 0.0]
    )


def _leg(build: Build, pose: Pose, hips: Vec, body: Matrix, side: int) -> tuple[Vec, Vec]:
    s = build.size
    root = hips + body @ np.array([side * build.hip, 0.0, 0.0])
    ground = -build.ankle
    pole = body @ np.array([side * 0.15, 0.0, 1.0])
    toe = body @ np.array([side * 0.35, 0.0, 1.0])
    if pose.posture == Posture.SIT:
        foot = hips + body @ np.array([side * (build.hip + 2 * s), 0, build.thigh * 0.92])
        foot[1] = ground
    elif pose.posture == Posture.KNEEL:
        knee = root + body @ np.array([side * 1.5 * s, build.thigh - 1.0, 5.0 * s])
        foot = knee + body @ np.array([0, 2.0 * s, -build.shin])
        return np.stack([root, knee, foot]), foot + body @ np.array([0, 4 * s, -6 * s])
    else:
        foot = hips + body @ np.array([side * (build.hip + 1.5 * s), 0.0, 0.5 * s])
        foot[0] -= pose.shift * 2.2 * s * 0.9
        foot[1] = ground
        if pose.pace:
            phase = 2 * np.pi * (pose.stride + (0.5 if side > 0 else 0.0))
            step = (20 + 12 * (pose.pace - 1)) * s * min(pose.pace, 1)
            foot += body @ np.array([0.0, 0.0, step * np.sin(phase)])
            foot[1] -= max(np.cos(phase), 0) * (7 + 16 * max(pose.pace - 1, 0)) * s
    knee, end = two_bones(root, foot, build.thigh, build.shin, pole)
    return np.stack([root, knee, end]), end + toe * 9 * s + np.array([0, build.ankle * 0.55, 0])


def surface(build: Build, at: Vec) -> float:
    """How far in front of the middle of the trunk its surface is at a point of trunk space, cm."""
    return float(build.trunk.depth(at[:1], at[1:2])[0])


def _arm(build: Build, pose: Pose, neck: Vec, trunk: Matrix, side: int) -> Arm:
    hand = (pose.left if side < 0 else pose.right) or REST
    s = build.size
    x, y, z = build.shoulder
    rise = np.array([0, -3.2 * pose.shrug * s - 0.35 * pose.breath * s, 0])
    shoulder = neck + trunk @ (np.array([side * x, y, z]) + rise)
    flip = np.array([side, 1, 1])
    at = np.array(hand.at)
    if hand is REST and pose.pace:
        swing = np.sin(2 * np.pi * (pose.stride + (0.0 if side > 0 else 0.5))) * 17 * pose.pace
        run = max(pose.pace - 1, 0)
        at = at + np.array([0, -abs(swing) * 0.25 - (22 - swing * 0.35) * run, swing + 8 * run])
    target = neck + trunk @ (at * flip * s + [0, 0, hand.lies * surface(build, at * flip * s)])
    pole = trunk @ (np.array(hand.elbow) * flip)
    elbow, wrist = two_bones(shoulder, target, build.upper_arm, build.forearm, pole)
    return Arm(side, np.stack([shoulder, elbow, wrist]), hand)


def solve(build: Build, pose: Pose) -> Skeleton:
    body = turn(pose.body_yaw)
    trunk = turn(0, 0, pose.lean) @ turn(pose.body_yaw, -pose.bend)
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
