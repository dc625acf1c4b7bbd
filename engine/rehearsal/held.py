"""Held drawings: a pose that differs from the one before by less than one sees is not drawn."""

from collections.abc import Sequence
from dataclasses import astuple, replace
from math import inf, radians, sin

from engine.rehearsal.figure.pose import OF_FACE, OF_HEAD, Hand, Pose

STILL = 1.6  # px of a 1280 px high frame
HAND = 20.0  # cm, the longest
CALM = 2.6  # the same of a body, and of a head, under a face that acts
BLOWN = 6.0  # the same of the tips of hair

# How far the farthest point of a figure moves, in cm, when a value changes by one.
_HEAD = {"yaw": 0.15, "pitch": 0.2, "roll": 0.3}
_BODY = {
    "body_yaw": 0.35,
    "lean": 1.2,
    "bend": 1.2,
    "breath": 0.35,
    "shift": 3.4,
    "shrug": 3.2,
    "step": 1.0,
    "settled": 50.0,
    "sunk": 40.0,
}
_FACE, _GAZE, _SKIN, _AIM, _HAIR, _PALM = 1.5, 1.0, 5.0, 0.3, 0.7, 6.0
_ANY = 1e3  # cm: what cannot be measured is a new drawing


def held(poses: Sequence[Pose], scale: float) -> list[int]:
    """For each of `poses` the number of the one that is shown; `scale` is px per cm at 1280 px."""
    shown: list[int] = []
    for number, pose in enumerate(poses):
        moves = not shown or apart(poses[shown[-1]], pose) * scale > STILL
        shown.append(number if moves else shown[-1])
    return shown


def calmed(poses: Sequence[Pose], scale: float, low: float = inf) -> list[Pose]:
    """The same acting with a body, and a head on it, that stand still until their drift is seen.

    `low` is how far below the neck the frame ends, in cm: hands below it move for nobody.
    """
    calm: list[Pose] = []
    for pose in poses:
        if not calm or _bodies(calm[-1], pose, low) * scale > CALM:
            calm.append(pose)
            continue
        last = calm[-1]
        turned = _turned(last, pose) * scale > CALM
        blown = _most(last.sway, pose.sway) * _HAIR * scale > BLOWN
        new = OF_HEAD if turned or blown else OF_FACE
        calm.append(replace(last, **{name: getattr(pose, name) for name in new}))
    return calm


def apart(a: Pose, b: Pose) -> float:
    """How far the two drawings are apart where they differ most, in cm."""
    return max(
        _bodies(a, b),
        _turned(a, b),
        _most(a.sway, b.sway) * _HAIR,
        _most(a.gaze, b.gaze) * _GAZE,
        _most(astuple(a.rig), astuple(b.rig)) * _FACE,
        _most(astuple(a.overlays), astuple(b.overlays)) * _SKIN,
    )


def _turned(a: Pose, b: Pose) -> float:
    """How far the heads are apart, whatever their faces do."""
    head: list[float] = [getattr(a, name) - getattr(b, name) for name in _HEAD]
    return max(abs(change) * cm for change, cm in zip(head, _HEAD.values(), strict=True))


def _same(pose: Pose) -> tuple[object, ...]:
    """What of a pose is the same or is not."""
    return pose.posture, pose.prop, pose.prop_hand, pose.hides, pose.lent is None


def _bodies(a: Pose, b: Pose, low: float = inf) -> float:
    if _same(a) != _same(b) or a.pace or b.pace:
        return _ANY
    lent = _bodies(a.lent.pose, b.lent.pose) if a.lent and b.lent else 0.0
    hands = ((a.left, b.left), (a.right, b.right))
    body: list[float] = [getattr(a, name) - getattr(b, name) for name in _BODY]
    return max(
        lent,
        *(abs(change) * cm for change, cm in zip(body, _BODY.values(), strict=True)),
        *(_hands(one, two) for one, two in hands if _top(one) < low or _top(two) < low),
    )


def _top(hand: Hand | None) -> float:
    """The highest point of a hand: its wrist or its fingertips."""
    return hand.at[1] + min(HAND * sin(radians(hand.aim)), 0.0) if hand else inf


def _hands(a: Hand | None, b: Hand | None) -> float:
    if a is None or b is None or a.shape != b.shape:
        return 0.0 if a is b else _ANY
    turned = max(abs(a.aim - b.aim), abs(a.ahead - b.ahead)) * _AIM
    return max(_most(a.at, b.at), turned, _most(a.elbow, b.elbow), _most(a.palm, b.palm) * _PALM)


def _most(a: Sequence[float], b: Sequence[float]) -> float:
    return max(abs(x - y) for x, y in zip(a, b, strict=True))
