"""Blows and grips: a hand that strikes another body is aimed at it once everyone has been placed.

Acting knows nobody's place but its own. Here the hitting hand is led to the other's cheek, chest or
shoulder by the bones of the arm, whoever is taller, and whoever is struck answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians, sqrt

import numpy as np

from engine.contracts import EffectKind, Gesture, GestureCue, Posture, Shot
from engine.rehearsal.actors import ON_TWOS, Actor
from engine.rehearsal.catching import caught
from engine.rehearsal.easing import ease
from engine.rehearsal.embrace import embraced
from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.acting.gestures import DOWN, FORWARD, GESTURES, SELF
from engine.rehearsal.figure.pose import Hand, Pose
from engine.rehearsal.figure.recoil import Recoil, answered
from engine.rehearsal.figure.skeleton import Skeleton, solve
from engine.rehearsal.footing import Flat, Footing, footing
from engine.rehearsal.framing import Framing

STRIDE = 13.0  # cm between two poses of someone who closes in
NEAREST, REACH = 0.15, 0.96  # of the arm's length
FAR_DOWN = 0.86  # of the arm's length up or down that a hand still goes
LOWER = np.array([0.0, 3.5, 5.0])  # cm: where a second hand is beside the first
ELBOW = (0.7, 0.9, -0.3)
LOOKS = 4  # times a hand is led on
STOOP = 68.0  # degrees the trunk bends at most to reach someone small
BEYOND = (12.0, 7.0)  # cm past the cheek, onwards and down, that a slap swings
BACK = 5  # poses in which a hand that struck is drawn back


@dataclass(frozen=True, slots=True)
class Touch:
    """How a gesture meets the other's body."""

    after: float  # seconds of the cue at which it does
    part: str  # of the other: cheek, chest or shoulder
    shape: str  # of the hand
    aim: float  # degrees as Hand.aim
    recoil: Recoil
    palm: tuple[float, float, float]  # as Hand.palm
    ahead: float = 0.0  # as Hand.ahead
    both: bool = False  # hands
    holds: bool = False  # stays there to the end of the cue
    strikes: bool = True  # breaks out in letters


SLAPPED = Recoil(yaw=78, roll=10, lean=7, bend=-5, step=3, struck=1.0, shut=0.9)
PUSHED = Recoil(pitch=-8, lean=10, bend=-12, step=9, shrug=0.5, arms=1.0)
SEIZED = Recoil(pitch=4, lean=9, bend=-9, step=5, shrug=0.7, arms=0.9)
TOUCHES: dict[Gesture, Touch] = {
    Gesture.SLAP: Touch(0.25, "cheek", "flat", -62.0, SLAPPED, (-0.7, 0.1, 0.7), 10.0),
    Gesture.PUSH: Touch(0.33, "chest", "flat", -66.0, PUSHED, FORWARD, 15.0, both=True),
    Gesture.GRAB: Touch(0.5, "shoulder", "hold", -8.0, SEIZED, DOWN, 30.0, holds=True),
}
CLASPS = 0.75  # seconds of an embrace in which two have come together
ARMS = Touch(CLASPS, "back", "flat", 178.0, Recoil(), SELF, holds=True, strikes=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who meets whom, at which pose of the shot, and where on the framed picture, px."""

    by: int
    other: int
    at: int
    touch: Touch
    point: Flat


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two: how they are drawn and act."""

    figure: Figure
    poses: list[Pose]
    foot: Footing


def meet(
    shot: Shot, actors: Sequence[Actor], poses: Sequence[list[Pose]], framing: Framing
) -> tuple[list[list[Pose]], list[Contact]]:
    """The poses of everyone with each touch of the shot led to its place, and the touches."""
    acted, met = [list(own) for own in poses], []
    for by, person in enumerate(shot.people):
        for cue in person.gestures:
            other = _whom(shot, by, cue)
            if other is None:
                continue
            if cue.gesture in {Gesture.EMBRACE, Gesture.FAINT}:
                met += _clasped(shot, (by, other), cue, actors, acted, framing)
            if cue.gesture not in TOUCHES:
                continue
            at = max(int(_second(shot, cue) * ON_TWOS + 1e-6), 0)
            if at >= len(acted[by]):
                continue
            sides = [
                _Side(actors[i].figure, acted[i], footing(framing.marks[i], framing.lens))
                for i in (by, other)
            ]
            met.append(_met((by, other), sides[0], sides[1], cue, at))
    return acted, met


def _clasped(
    shot: Shot,
    who: tuple[int, int],
    cue: GestureCue,
    actors: Sequence[Actor],
    acted: list[list[Pose]],
    framing: Framing,
) -> list[Contact]:
    """Two who stand and come into each other's arms, be it in a faint."""
    embraces = cue.gesture is Gesture.EMBRACE
    at = max(int((cue.at + CLASPS * embraces) * ON_TWOS), 0)
    last = len(acted[who[0]]) - 1
    if at > last or any(shot.people[index].posture is not Posture.STAND for index in who):
        return []
    one, two = ((actors[i].figure, acted[i], framing.marks[i]) for i in who)
    figures, poses = (one[0], two[0]), (one[1], two[1])
    feet = footing(one[2], framing.lens), footing(two[2], framing.lens)
    if embraces:
        until = min(int((cue.at + cue.duration) * ON_TWOS), last + 1)
        return [Contact(*who, at, ARMS, embraced(figures, feet, poses, (at, until)))]
    point = caught(figures, feet, poses, at)
    return [Contact(*who, at, ARMS, point)] if point else []


def _whom(shot: Shot, by: int, cue: GestureCue) -> int | None:
    person = shot.people[by]
    wanted = cue.target or person.look_at
    if person.over_shoulder or person.posture is Posture.LIE:
        return None
    return next(
        (
            index
            for index, other in enumerate(shot.people)
            if index != by
            and other.character == wanted
            and not other.over_shoulder
            and other.posture is not Posture.LIE
        ),
        None,
    )


def _second(shot: Shot, cue: GestureCue) -> float:
    """When the hand arrives: with the shot's impact, if one falls into the gesture."""
    first = next(
        (
            effect.at
            for effect in shot.effects
            if effect.kind is EffectKind.IMPACT and cue.at < effect.at < cue.at + cue.duration
        ),
        None,
    )
    return cue.at + TOUCHES[cue.gesture].after if first is None else first


def _met(who: tuple[int, int], hitter: _Side, victim: _Side, cue: GestureCue, at: int) -> Contact:
    """Write the touch into the poses of both."""
    touch = TOUCHES[cue.gesture]
    way = 1.0 if victim.foot.x >= hitter.foot.x else -1.0
    for step in range(at, len(victim.poses)):
        victim.poses[step] = answered(victim.poses[step], touch.recoil, way, step - at)
    last = len(hitter.poses) - 1
    ends = max(int((cue.at + cue.duration) * ON_TWOS), at)
    until = min(ends if touch.holds else at, last)
    goals = {
        step: _goal(hitter, victim, touch, way, step) for step in range(at, max(until, at) + 1)
    }
    where = goals[at]
    reached = _reaching(hitter.figure, hitter.poses[at], where, touch, way)
    _close_in(hitter, at, reached, lunges=touch.holds)
    for step, goal in goals.items():
        moved = _reaching(hitter.figure, hitter.poses[step], goal, touch, way)
        hitter.poses[step] = moved if touch.holds or step == at else hitter.poses[step]
    _around(hitter, touch, way, at, until, where)
    return Contact(*who, at, touch, hitter.foot.shown(where))


def _goal(hitter: _Side, victim: _Side, touch: Touch, way: float, step: int) -> Flat:
    """Where on the other's body, in the hitter's own space; lower on it for who is too small."""
    marks = victim.figure.landmarks(victim.poses[step])
    broad = marks.head_width
    side = -way  # the side of the other that is towards the hitter
    eyes, chin, chest = (np.array(p) for p in (marks.eyes, marks.chin, marks.chest))
    crown = np.array(marks.head_top)
    if touch.part == "cheek":
        middle = (crown + chin) / 2
        spot = eyes * 0.3 + chin * 0.7
        spot[0] = spot[0] * 0.6 + middle[0] * 0.4
    elif touch.part == "chest":
        spot = chest + np.array([side * broad * 0.3, -broad * 0.1])
    else:
        spot = chest + np.array([side * broad * 0.62, -broad * 0.38])
    x, y = hitter.foot.within(victim.foot.shown((float(spot[0]), float(spot[1]))))
    bones = solve(hitter.figure.build, hitter.poses[step])
    top = _shoulder(bones, way)[1] - FAR_DOWN * _length(hitter.figure)
    if y >= top:
        return x, y
    body = hitter.foot.within(victim.foot.shown((float(chest[0]), 0.0)))
    return body[0] + side * broad * 0.3, top


def _length(figure: Figure) -> float:
    return figure.build.upper_arm + figure.build.forearm


def _shoulder(bones: Skeleton, way: float) -> tuple[float, float, float]:
    x, y, z = bones.arms[1 if way > 0 else 0].joints[0].tolist()
    return x, y, z


def _reaching(figure: Figure, pose: Pose, goal: Flat, touch: Touch, way: float) -> Pose:
    """The pose with its hand on `goal`: bent down to who is small, a step nearer to who is far."""
    long = _length(figure) * REACH
    bones = solve(figure.build, pose)
    while goal[1] - _shoulder(bones, way)[1] > FAR_DOWN * long and pose.bend < STOOP:
        pose = replace(pose, bend=pose.bend + 4.0)
        bones = solve(figure.build, pose)
    wrist = _wrist(figure, bones, goal, touch, way)
    x, y, z = _shoulder(bones, way)
    spread = sqrt(max(long**2 - (wrist[1] - y) ** 2 - (wrist[2] - z) ** 2, 1.0))
    away = way * (wrist[0] - x)
    missing = max(away - spread, 0.0) + min(away - NEAREST * long, 0.0)
    if missing:
        pose = replace(pose, step=pose.step + way * missing)
        bones = solve(figure.build, pose)
    pose = _with_hand(figure, pose, wrist, touch, way)
    if touch.both:
        pose = _with_hand(figure, pose, wrist + LOWER, touch, -way)
    return _led_to(figure, pose, goal, way)


def _wrist(figure: Figure, bones: Skeleton, goal: Flat, touch: Touch, way: float) -> np.ndarray:
    """Where the wrist is about, so that the palm is on `goal`."""
    angle = radians(touch.aim)
    flat = bones.trunk @ np.array([way * cos(angle), np.sin(angle), 0.0])
    half = figure.build.hand * 0.5
    z = float(bones.neck[2]) + 9.0 * figure.build.size  # before the own trunk
    return np.array([goal[0] - flat[0] * half, goal[1] - flat[1] * half, z])


def _with_hand(figure: Figure, pose: Pose, wrist: np.ndarray, touch: Touch, way: float) -> Pose:
    """The pose with a wrist in a place of picture space."""
    bones = solve(figure.build, pose)
    x, y, z = (bones.trunk.T @ (wrist - bones.neck) / figure.build.size).tolist()
    held = Hand((way * x, y, z), touch.shape, touch.aim, ELBOW, ahead=touch.ahead, palm=touch.palm)
    return replace(pose, right=held) if way > 0 else replace(pose, left=held)


def _led_to(figure: Figure, pose: Pose, goal: Flat, way: float) -> Pose:
    """The pose with the palm on `goal` itself: how a wrist bends is known once it is there."""
    for _ in range(LOOKS):
        marks, bones = figure.landmarks(pose), solve(figure.build, pose)
        palm = marks.right_hand if way > 0 else marks.left_hand
        off = np.array([goal[0] - palm[0], goal[1] - palm[1], 0.0])
        x, y, z = (bones.trunk.T @ off / figure.build.size).tolist()
        hand = pose.right if way > 0 else pose.left
        if hand is None or hypot(off[0], off[1]) < 1.0:
            break
        at = (hand.at[0] + way * x, hand.at[1] + y, hand.at[2] + z)
        moved = replace(hand, at=at)
        pose = replace(pose, right=moved) if way > 0 else replace(pose, left=moved)
    return pose


def _close_in(hitter: _Side, at: int, reached: Pose, *, lunges: bool) -> None:
    """The way to the other before the touch, and the stance kept after it."""
    far = reached.step - hitter.poses[at].step
    paces = min(max(round(abs(far) / STRIDE), 2), max(at, 1))
    down = reached.bend - hitter.poses[at].bend
    for step in range(max(at - paces, 0), len(hitter.poses)):
        share = ease((step - at + paces) / paces)
        pose = hitter.poses[step]
        pose = replace(pose, step=pose.step + far * share)
        if step <= at + BACK:
            low = share if step <= at else 1 - ease((step - at) / BACK)
            pose = replace(pose, bend=pose.bend + down * low)
        if (
            lunges or abs(far) > STRIDE / 2
        ):  # walks there, and stands with one foot before the other
            walked = (at - step) * 0.11 if step < at else 0.0
            pose = replace(pose, pace=max(pose.pace, 0.9), stride=(0.25 - walked) % 1.0)
        hitter.poses[step] = pose


def _around(hitter: _Side, touch: Touch, way: float, at: int, until: int, where: Flat) -> None:
    """The hands before and after: drawn back for a blow, past the other, and home."""
    figure, poses = hitter.figure, hitter.poses
    there = poses[at]
    move = GESTURES[next(kind for kind, one in TOUCHES.items() if one is touch)]
    for early, share in ((2, 0.65), (1, 1.0)):
        if move.wind_up is not None and at >= early:
            poses[at - early] = _led(poses[at - early], move.wind_up, share, way)
    end = poses[until]
    if move.wind_up is not None and at + 1 < len(poses):
        past = (where[0] + way * BEYOND[0], where[1] + BEYOND[1])
        reached = _reaching(figure, poses[at + 1], past, touch, way)
        end = poses[at + 1] = replace(reached, step=there.step)
        until = at + 1
    for step in range(until + 1, min(until + BACK, len(poses))):
        share = 1 - ease((step - until) / BACK)
        for side in (way, -way) if touch.both else (way,):
            hand = end.right if side > 0 else end.left
            if hand is not None:
                poses[step] = _led(poses[step], hand, share, side)


def _led(pose: Pose, to: Hand, share: float, way: float) -> Pose:
    """The pose with one hand `share` of the way from where it was to `to`."""
    hand = pose.right if way > 0 else pose.left
    led = to if hand is None else hand.toward(to, share)
    return replace(pose, right=led) if way > 0 else replace(pose, left=led)
