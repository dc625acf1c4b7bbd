"""What the hands and the trunk do at an instant: the act in force, blended from the one before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from engine.contracts import Expression, Gesture, GestureCue, Posture
from engine.rehearsal.easing import ease
from engine.rehearsal.figure.acting import timing
from engine.rehearsal.figure.acting.gestures import GESTURES, Move
from engine.rehearsal.figure.acting.talking import phrases
from engine.rehearsal.figure.driving import AT_WHEEL
from engine.rehearsal.figure.pose import Hand

SITTING = Hand((11, 46, 25), "relaxed", 120, (0.8, 0.6, -0.5), ahead=48, palm=(-0.1, 1, 0))
KNEELING = Hand((12, 47, 15), "relaxed", 100, (0.7, 0.6, -0.6), ahead=24, palm=(-0.2, 0.4, -1))
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
OF_THE_HEAD = {Gesture.CLOSE_EYES, Gesture.NOD, Gesture.SHAKE_HEAD, Gesture.LOOK_DOWN}
COMES_BACK = {Gesture.TURN_TO, Gesture.LOOK_UP}  # begins where it leads away from
ADDED = ("yaw", "head", "pitch", "roll", "lean", "bend", "shrug", "shut", "gaze", "step")
SWINGS, BEHIND = (0.4, 0.3, -0.9), (0.45, 0.4, -1.0)  # elbows of who walks, of who runs
TURNED = 12.0  # degrees from which one arm is nearer to the viewer
TALK_BEAT = 3.0  # cm the hands move with a stressed word
RELEASE = 0.36  # seconds before its end from which an act is let go
CHANGE = 0.45  # seconds from one act's pose to the next one's
HEAD_FIRST, BODY_LATE = 0.1, 0.08  # seconds by which a head turns before, a body after
SWINGS_ON = (1.0, 0.7, 0.0, -0.45, -0.4, -0.1, 0.18, 0.12)  # of hair, pose after pose
DRAG = 0.7  # of what a wrist moves from pose to pose, by which the hand trails
FALLS = 22.0  # cm that the hips of who falls slide the other way
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
        held = bool(self.prop or move.prop or move.posture or move.yaw)
        return move.stays and held and self.gesture is not Gesture.TURN_TO


DROPS = 0.9  # cm that a held-out hand sinks for each degree


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
        ends = [*starts, end] if made else []  # too short for a hand to move
        for (at, move, left), until in zip(made, ends, strict=True):
            if not any(other.at - 0.3 <= at < other.at + other.duration for other in told):
                last = until == end
                lasts = until - at + (not last) * CHANGE
                acts.append(Act(cue.gesture, move, at, lasts, _nearer(move, look_yaw, left)))
    acts.sort(key=lambda act: act.at)
    return tuple(sorted([*acts, *_taken_up(acts)], key=lambda act: act.at))


def lowered(act: Act, look_down: float) -> Act:
    """A hand held out to someone `look_down` degrees below is under their face, not before it."""
    hand = act.move.right
    if act.gesture is not Gesture.OFFER or hand is None or look_down <= 0:
        return act
    x, y, z = hand.at
    low = replace(hand, at=(x, y + look_down * DROPS, z - look_down * 0.3))
    return replace(act, move=replace(act.move, right=low))


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
    """Whether the left hand leads: what lies on the chest or at the ear is seen on our side."""
    near = move.right is not None and (move.right.lies > 0 or move.prop == "phone")
    return look_yaw > 0 if near and abs(look_yaw) > TURNED else left


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
    trail: float = 0.0  # how far hair and cloth are behind, to the right of the frame
    drag: float = 0.0  # by how much of the move the hands trail behind their wrists
    yaw: float = 0.0
    head: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    lean: float = 0.0
    bend: float = 0.0
    shrug: float = 0.0
    pace: float = 0.0
    shut: float = 0.0
    gaze: float = 0.0  # down, past what the face does
    beat: float = 0.0
    posture: Posture | None = None
    settled: float = 1.0
    sunk: float = 0.0
    step: float = 0.0  # cm
    stride: float = 0.0
    swapped: float = 0.0  # how far both hands have changed places
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
        doing = _before(acts, t, look_yaw)
    else:
        doing = _in_force(acts[number], t, look_yaw, beat)
        before = _last(acts[:number], acts[number].at, of_the_head=False)
        if before is not None and t < acts[number].at + CHANGE:
            doing.origin = _in_force(acts[before], acts[number].at, look_yaw, 0.0)
            doing.since = (t - acts[number].at) / CHANGE
            _carry(doing, doing.origin, 1 - ease(doing.since))
    nodding = _last(acts, t, of_the_head=True)
    if nodding is not None:
        _carry(doing, _in_force(acts[nodding], t, look_yaw, 0.0), 1.0)
    return doing


def _before(acts: tuple[Act, ...], t: float, look_yaw: float) -> Gesturing:
    """Nothing; but who will turn round, or look up, still looks elsewhere."""
    if acts and t < acts[0].at and acts[0].gesture in COMES_BACK:
        return _in_force(acts[0], acts[0].at, look_yaw, 0.0)
    return Gesturing(Move())


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


def _amount(act: Act, t: float) -> tuple[float, float]:
    """How far into the act, and how far the hand is drawn back for a blow."""
    if not act.move.rise:
        return 1.0, 0.0
    if act.move.wind_up:
        return timing.blow(t, act.duration)
    return timing.envelope(t, act.duration, act.move.rise, act.move.stays), 0.0


def _swung_on(act: Act, t: float) -> float:
    """How hair and cloth answer what the body did in the last poses: they trail, then swing on."""
    amounts = [_amount(act, t - k / 12)[0] for k in range(len(SWINGS_ON) + 1)]
    return sum(
        swing * (late - before)
        for swing, late, before in zip(SWINGS_ON, amounts, amounts[1:], strict=False)
    )


def _in_force(act: Act, at: float, look_yaw: float, beat: float) -> Gesturing:
    move, t = act.move, at - act.at
    amount, wind = _amount(act, t)
    before, _ = _amount(act, t - 1 / 12)
    side = -1.0 if look_yaw < 0 else 1.0
    far = TALK_BEAT if act.gesture is Gesture.TALK else move.beat
    doing = Gesturing(
        move,
        amount,
        wind,
        act.mirror,
        -side * _swung_on(act, t) * (1 + abs(move.yaw) / 60),
        (amount - before) * DRAG,
        beat=beat * far,
    )
    if move.shapes:
        doing.shape = move.shapes[min(int(max(t - move.rise, 0) / STEP), len(move.shapes) - 1)]
    flip = -1.0 if act.mirror else 1.0
    fallen = ease((amount - 0.45) / 0.5) if move.sinks else amount
    doing.yaw = move.yaw * (amount - wind) * side
    doing.head = move.head * amount * side
    falls = -side if move.sinks else flip  # away from whom one looks at
    doing.pitch, doing.roll = move.pitch * amount, move.roll * fallen * falls
    doing.lean, doing.bend = move.lean * fallen * falls, move.bend * (amount - 0.6 * wind)
    doing.shrug, doing.shut = max(move.shrug * amount, 0), float(np.clip(move.shut * amount, 0, 1))
    doing.gaze = move.gaze * float(np.clip(amount, 0, 1))
    _turn(doing, act, t, side)
    doing.pace = move.pace * float(np.clip(amount, 0, 1))
    doing.stride = (at * (0.95 + 0.55 * max(doing.pace - 1, 0))) % 1.0
    doing.step = -side * move.back * amount + side * FALLS * fallen * move.sinks
    _fall(doing, move, amount, fallen)
    doing.prop = act.prop or move.prop
    if move.wave:
        name, degrees, rate = move.wave
        swing = degrees * float(np.sin(2 * np.pi * rate * t)) * min(max(amount, 0), 1)
        setattr(doing, name, getattr(doing, name) + swing)
    if move.swaps:
        swing = float(np.sin(np.pi * move.swaps * t))
        doing.swapped = ease(swing + 0.5) * min(max(amount, 0), 1)
    return doing


def _turn(doing: Gesturing, act: Act, t: float, side: float) -> None:
    """Who turns round does so with the head first; who looks up was bowed."""
    if act.gesture is Gesture.LOOK_UP:
        lifted, _ = _amount(act, t)
        doing.pitch = act.move.pitch * (1 - lifted)
        doing.gaze = act.move.gaze * (1 - min(lifted, 1.0))
    if act.gesture not in {Gesture.TURN_AWAY, Gesture.TURN_TO}:
        return
    body, _ = _amount(act, t - BODY_LATE)
    head, _ = _amount(act, t + HEAD_FIRST) if t > 0 else (0.0, 0.0)
    if act.gesture is Gesture.TURN_TO:
        body, head = (1 - min(part, 1.05) for part in (body, head))
    doing.yaw = act.move.yaw * body * side
    doing.head = (act.move.yaw * (head - body) * 0.7 + act.move.head * head) * side


def _fall(doing: Gesturing, move: Move, amount: float, fallen: float) -> None:
    if move.posture is None or amount <= 0:
        return
    down = min(amount * 1.5, 1.0) if move.sinks else amount
    doing.posture, doing.settled = move.posture, float(np.clip(down, 0, 1.04))
    doing.sunk = fallen if move.sinks else 0.0


def _toward(rest: Hand, goal: Hand, amount: float, late: float, drag: float = 0.0) -> Hand:
    """A hand on its way; what hangs on the wrist follows it."""
    share = float(np.clip(amount, 0, 1))
    turned = amount - drag
    led = rest.toward(goal, turned)
    bow = np.array([2.0, -3.0, 5.0]) * np.sin(np.pi * share)
    x, y, z = np.array(rest.at) + (np.array(goal.at) - np.array(rest.at)) * amount + bow
    held = rest.toward(goal, share)
    return replace(
        led,
        at=(float(x), float(y), float(z)),
        shape=goal.shape if amount > late else rest.shape,
        elbow=held.elbow,
        lies=held.lies,
    )


def rests_of(posture: Posture, habit: tuple[Hand, Hand], *, drives: bool) -> tuple[Hand, Hand]:
    """Where the hands are that do nothing."""
    if drives:
        return AT_WHEEL, AT_WHEEL
    still = {Posture.SIT: SITTING, Posture.KNEEL: KNEELING}.get(posture)
    return (still, still) if still else habit


def hands_of(
    doing: Gesturing, posture: Posture, rests: tuple[Hand, Hand], tremble: float
) -> tuple[Hand | None, Hand | None]:
    """Left and right hand, each from and back to its rest; None hangs and swings with the walk."""
    if doing.posture == Posture.KNEEL:
        rests = _pair(rest.toward(KNEELING, min(doing.settled, 1.0)) for rest in rests)
    if doing.pace > 0 and posture == Posture.STAND:
        k = min(doing.pace, 1.0)
        rests = _pair(
            rest.toward(_swung(doing, side), k) for rest, side in zip(rests, (-1, 1), strict=True)
        )
    starts = rests
    if doing.origin is not None:
        k = ease(doing.since)
        came = hands_of(doing.origin, posture, rests, 0.0)
        starts = _pair(
            _toward(hand or rest, rest, k, 0.5) for hand, rest in zip(came, rests, strict=True)
        )
    left, right = (
        _hand(doing, side, start, tremble)
        for side, start in zip(("left", "right"), starts, strict=True)
    )
    return left, right


def _swung(doing: Gesturing, side: int) -> Hand:
    """A hand that swings with the walk, against its leg; who runs has bent elbows."""
    run = max(doing.pace - 1, 0.0)
    swing = float(np.sin(2 * np.pi * (doing.stride + (0.0 if side > 0 else 0.5))))
    walks = Hand((17.0, 57.0 - 4 * abs(swing), 4 + 15 * swing), "relaxed", 86, SWINGS, ahead=14)
    runs = Hand((12.0, 36 - 12 * swing, 7 + 21 * swing), "fist", 20 - 60 * swing, BEHIND, ahead=55)
    return walks.toward(runs, run)


def _pair(hands: Iterable[Hand]) -> tuple[Hand, Hand]:
    left, right = hands
    return left, right


def _hand(doing: Gesturing, side: str, start: Hand, tremble: float) -> Hand:
    move, leads = doing.move, side == doing.prop_hand
    goal, other = (move.right, move.left) if leads else (move.left, move.right)
    if goal is None:
        return start
    if leads and doing.shape:
        goal = replace(goal, shape=doing.shape)
    if doing.swapped and other is not None:
        goal = goal.toward(other, doing.swapped)
    hand = _toward(start, goal, doing.amount, 0.4, doing.drag)
    if leads and move.wind_up:
        hand = _toward(hand, move.wind_up, doing.wind, 0.3)
    x, y, z = hand.at
    beat = doing.beat * (1.0 if leads else 0.4)
    return replace(hand, at=(x + tremble * 0.4, y - beat + tremble * 0.5, z + beat * 0.5))
