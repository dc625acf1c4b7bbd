"""What the hands and the trunk do at an instant: the act in force, blended from the one before."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from engine.contracts import Expression, Gesture, GestureCue, Posture
from engine.rehearsal.figure.acting import timing
from engine.rehearsal.figure.acting.gestures import GESTURES, Move
from engine.rehearsal.figure.acting.talking import phrases
from engine.rehearsal.figure.driving import AT_WHEEL
from engine.rehearsal.figure.pose import Hand

STANDING = Hand((17.0, 60.2, 3.0), "relaxed", 87.0, (0.4, 0.3, -0.9))
SITTING = Hand((11.0, 46.0, 27.0), "relaxed", 62.0, (1.0, 0.5, -0.3))
KNEELING = Hand((11.5, 50.0, 16.0), "relaxed", 74.0, (1.0, 0.3, -0.5))
AIMED = {
    Gesture.POINT,
    Gesture.SLAP,
    Gesture.PUSH,
    Gesture.GRAB,
    Gesture.OFFER,
    Gesture.DRAW_BACK,
    Gesture.REFUSE,
}
# What the head does while the hands do something else.
OF_THE_HEAD = {Gesture.CLOSE_EYES, Gesture.NOD, Gesture.SHAKE_HEAD}
ADDED = ("yaw", "head", "pitch", "roll", "lean", "bend", "shrug", "shut")
TURNED = 12.0  # degrees from which one arm is nearer to the viewer
TALK_BEAT = 3.0  # cm the hands move with a stressed word
RELEASE = 0.36  # seconds before its end from which an act is let go
CHANGE = 0.45  # seconds from one act's pose to the next one's
STEP = 0.6  # seconds between the shapes of a hand that counts


@dataclass(frozen=True, slots=True)
class Act:
    """One gesture as it is made: the move, when, and with which hand."""

    gesture: Gesture
    move: Move
    at: float
    duration: float
    mirror: bool = False
    prop: str = ""

    @property
    def end(self) -> float:
        return self.at + self.duration

    @property
    def keeps(self) -> bool:
        """Whether it is taken up again after something else was done."""
        move = self.move
        return move.stays and bool(self.prop or move.prop or move.posture or move.yaw)


def acts_of(
    cues: tuple[GestureCue, ...],
    look_yaw: float,
    words: tuple[float, ...],
    feeling: Callable[[float], Expression],
    seed: int,
) -> tuple[Act, ...]:
    """The acts that `cues` ask for; talk becomes phrases wherever no other cue is in force.

    `words` are the starts of the stressed words, seconds of the shot.
    """
    acts: list[Act] = []
    told = [cue for cue in cues if cue.gesture not in OF_THE_HEAD | {Gesture.TALK}]
    for number, cue in enumerate(cues):
        if cue.gesture is not Gesture.TALK:
            move = GESTURES[cue.gesture]
            aside = look_yaw < -4 if cue.gesture in AIMED else _left_leads(cue, seed + number)
            aside = _nearer(move, look_yaw, aside)
            acts.append(Act(cue.gesture, move, cue.at, cue.duration, aside, cue.prop))
            continue
        end = cue.at + cue.duration
        made = phrases(cue.at, end, words, feeling, seed + number, cue.manner)
        starts = [at for at, _, _ in made[1:]]
        for (at, move, left), until in zip(made, [*starts, end], strict=True):
            if not any(other.at - 0.3 <= at < other.at + other.duration for other in told):
                last = until == end
                lasts = until - at + (not last) * CHANGE
                acts.append(Act(cue.gesture, move, at, lasts, _nearer(move, look_yaw, left)))
    acts.sort(key=lambda act: act.at)
    return tuple(sorted([*acts, *_taken_up(acts)], key=lambda act: act.at))


def _taken_up(acts: list[Act]) -> list[Act]:
    """What was held, or how someone knelt, once more after each act that came between."""
    done = [act for act in acts if act.gesture not in OF_THE_HEAD]
    again = []
    for number, act in enumerate(done):
        kept = next((one for one in reversed(done[:number]) if one.keeps), None)
        follows = any(later.at <= act.end for later in done[number + 1 :])
        if kept is not None and not act.move.stays and not follows:
            again.append(replace(kept, at=act.end - RELEASE))
    return again


def _nearer(move: Move, look_yaw: float, left: bool) -> bool:
    """Whether the left hand leads: one that lies on the chest is the one that we see best."""
    lies = move.right is not None and move.right.lies > 0
    return look_yaw > 0 if lies and abs(look_yaw) > TURNED else left


def _left_leads(cue: GestureCue, seed: int) -> bool:
    """Things are held in the right hand; free gestures are made with either."""
    free = {Gesture.HAND_ON_HEART, Gesture.COUNT, Gesture.THINK, Gesture.CLENCH, Gesture.FOLD_ARMS}
    return cue.gesture in free and not cue.prop and seed * 2654435761 % 7 < 3


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
    shape: str = ""  # of the leading hand, if not the move's own
    origin: "Gesturing | None" = None  # what the hands come from
    since: float = 1.0  # how much of the change from there is done

    @property
    def prop_hand(self) -> str:
        return "left" if self.mirror else "right"


def gesture_at(acts: tuple[Act, ...], t: float, look_yaw: float, beat: float) -> Gesturing:
    """What is done at `t`: the last act begun that has not ended, or that stays, and the head's."""
    number = _last(acts, t, of_the_head=False)
    if number is None:
        doing = Gesturing(Move())
    else:
        doing = _in_force(acts[number], t, look_yaw, beat)
        before = _last(acts[:number], acts[number].at, of_the_head=False)
        if before is not None and t < acts[number].at + CHANGE:
            doing.origin = _in_force(acts[before], acts[number].at, look_yaw, 0.0)
            doing.since = (t - acts[number].at) / CHANGE
            _carry(doing, doing.origin, 1 - timing.ease(doing.since))
    nodding = _last(acts, t, of_the_head=True)
    if nodding is not None:
        _carry(doing, _in_force(acts[nodding], t, look_yaw, 0.0), 1.0)
    return doing


def _last(acts: tuple[Act, ...], t: float, *, of_the_head: bool) -> int | None:
    over = False
    for number in range(len(acts) - 1, -1, -1):
        act = acts[number]
        if act.at > t or (act.gesture in OF_THE_HEAD) is not of_the_head:
            continue
        if t < act.end or (act.move.stays and not over):
            return number
        over = True
    return None


def _carry(doing: Gesturing, other: Gesturing, share: float) -> None:
    for name in ADDED:
        setattr(doing, name, getattr(doing, name) + getattr(other, name) * share)
    doing.shut = min(doing.shut, 1.0)


def _in_force(act: Act, at: float, look_yaw: float, beat: float) -> Gesturing:
    move, t = act.move, at - act.at
    if move.wind_up:
        amount, wind = timing.blow(t, act.duration)
        before, _ = timing.blow(t - 1 / 12, act.duration)
    else:
        amount = timing.envelope(t, act.duration, move.rise, move.stays)
        before, wind = timing.envelope(t - 1 / 12, act.duration, move.rise, move.stays), 0.0
    side = -1.0 if look_yaw < 0 else 1.0
    far = TALK_BEAT if act.gesture is Gesture.TALK else move.beat
    doing = Gesturing(move, amount, wind, act.mirror, (amount - before) * side, beat=beat * far)
    if move.shapes:
        doing.shape = move.shapes[min(int(max(t - move.rise, 0) / STEP), len(move.shapes) - 1)]
    flip = -1.0 if act.mirror else 1.0
    doing.yaw, doing.head = move.yaw * amount * side, move.head * amount * side
    if act.gesture == Gesture.TURN_TO:
        turned = 1 - min(amount, 1.05) if t < act.duration * 0.8 else 0.0
        doing.yaw, doing.head = move.yaw * turned * side, move.head * turned * side
    doing.pitch, doing.roll = move.pitch * amount, move.roll * amount * flip
    doing.lean, doing.bend = move.lean * amount * flip, move.bend * amount
    doing.shrug, doing.shut = max(move.shrug * amount, 0), float(np.clip(move.shut * amount, 0, 1))
    doing.pace = move.pace * float(np.clip(amount, 0, 1))
    doing.posture = move.posture if move.posture and amount > 0.45 else None
    doing.prop = act.prop or move.prop
    if move.wave:
        name, degrees, rate = move.wave
        swing = degrees * float(np.sin(2 * np.pi * rate * t)) * min(max(amount, 0), 1)
        setattr(doing, name, getattr(doing, name) + swing)
    return doing


def _toward(rest: Hand, goal: Hand, amount: float, late: float) -> Hand:
    a, b = np.array(rest.at), np.array(goal.at)
    arc = np.array([2.0, -3.0, 5.0]) * np.sin(np.pi * np.clip(amount, 0, 1))
    at = a + (b - a) * amount + arc
    aim = rest.aim + ((goal.aim - rest.aim + 180) % 360 - 180) * amount  # the short way round
    pole = np.array(rest.elbow) + (np.array(goal.elbow) - np.array(rest.elbow)) * np.clip(
        amount, 0, 1
    )
    shape = goal.shape if amount > late else rest.shape
    return Hand(
        (float(at[0]), float(at[1]), float(at[2])),
        shape,
        float(aim),
        (float(pole[0]), float(pole[1]), float(pole[2])),
        rest.lies + (goal.lies - rest.lies) * float(np.clip(amount, 0, 1)),
    )


def rest_of(posture: Posture, *, drives: bool) -> Hand:
    """Where a hand is that does nothing."""
    if drives:
        return AT_WHEEL
    return {Posture.SIT: SITTING, Posture.KNEEL: KNEELING}.get(posture, STANDING)


def hands_of(
    doing: Gesturing, posture: Posture, rest: Hand, tremble: float
) -> tuple[Hand | None, Hand | None]:
    """Left and right hand, each from and back to `rest`; None hangs and swings with the walk."""
    if doing.posture == Posture.KNEEL:
        rest = KNEELING
    walking = doing.pace > 0 and posture == Posture.STAND
    starts: tuple[Hand | None, Hand | None] = (rest, rest)
    if doing.origin is not None:
        k = timing.ease(doing.since)
        first, second = hands_of(doing.origin, posture, rest, 0.0)
        starts = _toward(first or rest, rest, k, 0.5), _toward(second or rest, rest, k, 0.5)
    left, right = (
        _hand(doing, side, start, rest, tremble)
        for side, start in zip(("left", "right"), starts, strict=True)
    )
    if walking:
        goals = (
            (doing.move.right, doing.move.left)
            if doing.mirror
            else (doing.move.left, doing.move.right)
        )
        return (left if goals[0] else None), (right if goals[1] else None)
    return left, right


def _hand(doing: Gesturing, side: str, start: Hand | None, rest: Hand, tremble: float) -> Hand:
    move, leads = doing.move, side == doing.prop_hand
    goal = move.right if leads else move.left
    hand = start or rest
    if goal is None:
        return hand
    if leads and doing.shape:
        goal = replace(goal, shape=doing.shape)
    hand = _toward(hand, goal, doing.amount, 0.4)
    if leads and move.wind_up:
        hand = _toward(hand, move.wind_up, doing.wind, 0.3)
    x, y, z = hand.at
    beat = doing.beat * (1.0 if leads else 0.4)
    return replace(hand, at=(x + tremble * 0.4, y - beat + tremble * 0.5, z + beat * 0.5))
