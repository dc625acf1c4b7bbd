"""What the hands and the trunk do at an instant: the gesture in force, blended from rest."""

from dataclasses import dataclass, replace

import numpy as np

from engine.contracts import Gesture, GestureCue, Posture
from engine.rehearsal.figure.acting import timing
from engine.rehearsal.figure.acting.gestures import GESTURES, Move
from engine.rehearsal.figure.pose import Hand

STANDING = Hand((17.0, 60.2, 3.0), "relaxed", 87.0, (0.4, 0.3, -0.9))
SITTING = Hand((11.0, 46.0, 27.0), "relaxed", 62.0, (1.0, 0.5, -0.3))
KNEELING = Hand((11.5, 50.0, 16.0), "relaxed", 74.0, (1.0, 0.3, -0.5))
AIMED = {Gesture.POINT, Gesture.SLAP, Gesture.OFFER, Gesture.DRAW_BACK}


@dataclass
class Gesturing:
    move: Move
    amount: float = 0.0  # past 1 at the overshoot, below 0 in the wind-up
    wind: float = 0.0  # 1 while the hand is drawn back for a blow
    mirror: bool = False
    speed: float = 0.0
    yaw: float = 0.0
    head: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    lean: float = 0.0
    bend: float = 0.0
    shrug: float = 0.0
    pace: float = 0.0
    shut: float = 0.0
    beat: float = 0.0
    posture: Posture | None = None
    prop: str = ""

    @property
    def prop_hand(self) -> str:
        return "left" if self.mirror else "right"


def gesture_at(cues: tuple[GestureCue, ...], t: float, look_yaw: float, beat: float) -> Gesturing:
    """The gesture in force at `t`: the last one begun that has not ended, or that stays."""
    current: GestureCue | None = None
    for cue in sorted(cues, key=lambda c: c.at):
        move = GESTURES[cue.gesture]
        if cue.at <= t and (t < cue.at + cue.duration or move.stays):
            current = cue
    if current is None:
        return Gesturing(Move())
    move = GESTURES[current.gesture]
    return _in_force(current, move, t - current.at, look_yaw, beat)


def _in_force(cue: GestureCue, move: Move, t: float, look_yaw: float, beat: float) -> Gesturing:
    hold = 0.26 if move.wind_up else 0.0
    amount = timing.envelope(t - hold, cue.duration - hold, move.rise, move.stays)
    before = timing.envelope(t - 1 / 12 - hold, cue.duration - hold, move.rise, move.stays)
    wind = timing.ease(t / hold) * (1 - timing.ease((t - hold) / 0.12)) if hold else 0.0
    side = -1.0 if look_yaw < 0 else 1.0
    mirror = cue.gesture in AIMED and look_yaw < -4
    doing = Gesturing(move, amount, wind, mirror, (amount - before) * side, beat=beat * move.beat)
    flip = -1.0 if mirror else 1.0
    doing.yaw, doing.head = move.yaw * amount * side, move.head * amount * side
    if cue.gesture == Gesture.TURN_TO:
        turned = 1 - min(amount, 1.05) if t < cue.duration * 0.8 else 0.0
        doing.yaw, doing.head = move.yaw * turned * side, move.head * turned * side
    doing.pitch, doing.roll = move.pitch * amount, move.roll * amount * flip
    doing.lean, doing.bend = move.lean * amount * flip, move.bend * amount
    doing.shrug, doing.shut = max(move.shrug * amount, 0), float(np.clip(move.shut * amount, 0, 1))
    doing.pace = move.pace * float(np.clip(amount, 0, 1))
    doing.posture = move.posture if move.posture and amount > 0.45 else None
    doing.prop = cue.prop or move.prop
    if move.wave:
        name, degrees, rate = move.wave
        swing = degrees * float(np.sin(2 * np.pi * rate * t)) * min(max(amount, 0), 1)
        setattr(doing, name, getattr(doing, name) + swing)
    return doing


def _toward(rest: Hand, goal: Hand, amount: float, late: float) -> Hand:
    a, b = np.array(rest.at), np.array(goal.at)
    arc = np.array([2.0, -3.0, 5.0]) * np.sin(np.pi * np.clip(amount, 0, 1))
    at = a + (b - a) * amount + arc
    aim = rest.aim + (goal.aim - rest.aim) * amount
    pole = np.array(rest.elbow) + (np.array(goal.elbow) - np.array(rest.elbow)) * np.clip(
        amount, 0, 1
    )
    shape = goal.shape if amount > late else rest.shape
    return Hand(
        (float(at[0]), float(at[1]), float(at[2])),
        shape,
        float(aim),
        (float(pole[0]), float(pole[1]), float(pole[2])),
    )


def hands_of(doing: Gesturing, posture: Posture, tremble: float) -> tuple[Hand | None, Hand | None]:
    """Left and right hand; None hangs at rest and swings with the walk."""
    rest = {Posture.SIT: SITTING, Posture.KNEEL: KNEELING}.get(posture, STANDING)
    if doing.posture == Posture.KNEEL:
        rest = KNEELING
    walking = doing.pace > 0 and posture == Posture.STAND
    move, amount = doing.move, doing.amount
    left, right = (move.right, move.left) if doing.mirror else (move.left, move.right)
    hands: list[Hand | None] = []
    for side, goal in (("left", left), ("right", right)):
        if goal is None:
            hands.append(None if walking else rest)
            continue
        hand = _toward(rest, goal, amount, 0.4)
        winding = move.wind_up and side == doing.prop_hand
        if winding and move.wind_up:
            hand = _toward(hand, move.wind_up, doing.wind, 0.3)
        x, y, z = hand.at
        hand = replace(
            hand, at=(x + tremble * 0.4, y - doing.beat + tremble * 0.5, z + doing.beat * 0.5)
        )
        hands.append(hand)
    return hands[0], hands[1]
