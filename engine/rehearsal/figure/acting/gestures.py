"""Gestures as data: where the hands go and what the rest of the body does."""

from dataclasses import dataclass

from engine.contracts import Gesture, Posture
from engine.rehearsal.figure.pose import Hand


@dataclass(frozen=True, slots=True)
class Move:
    """The body at the height of a gesture. Angles are degrees added to what it was doing."""

    left: Hand | None = None
    right: Hand | None = None
    wind_up: Hand | None = None  # where the right hand goes first
    yaw: float = 0.0  # of the body; the head follows
    head: float = 0.0  # yaw of the head
    pitch: float = 0.0
    roll: float = 0.0
    lean: float = 0.0
    bend: float = 0.0
    shrug: float = 0.0
    pace: float = 0.0
    shut: float = 0.0  # eyes
    gaze: float = 0.0  # down
    beat: float = 0.0  # cm the hands move with the words
    wave: tuple[str, float, float] | None = None  # a pose's angle, degrees, turns a second
    posture: Posture | None = None
    prop: str = ""
    shapes: tuple[str, ...] = ()  # of the right hand, one after another
    # Seconds from the wind-up to the height; 0: it was there before. A blow lands at timing.LANDS.
    rise: float = 0.34
    stays: bool = False  # does not return at the end of the cue
    back: float = 0.0  # cm the body goes away from whom it looks at
    sinks: bool = False  # falls: the knees give first, then all the rest
    swaps: float = 0.0  # times a second that both hands change places


# Where elbows go: they hang, and a little out; only what is lifted takes them along.
HANG = (0.45, 1.0, -0.45)
OUT = (0.8, 0.9, -0.4)
CLOSE = (0.7, 1.0, -0.5)  # the elbow stays at the ribs
# Where palms face.
UPWARD = (-0.3, -0.95, 0.25)
FORWARD = (-0.15, 0.05, 1.0)
INWARD = (-1.0, 0.1, -0.15)
SELF = (-0.45, -0.1, -0.9)
DOWN = (-0.3, 0.95, 0.1)


def hand(
    at: tuple[float, float, float],
    shape: str,
    aim: float,
    ahead: float = 0.0,
    palm: tuple[float, float, float] = INWARD,
    elbow: tuple[float, float, float] = HANG,
) -> Hand:
    """A hand in the air; one that lies on the body is a plain Hand."""
    return Hand(at, shape, aim, elbow, ahead=ahead, palm=palm)


SPREAD = hand((28, 33, 17), "palm", -8, 30, UPWARD, (0.35, 1, -0.3))
WARDS = hand((20, 16, 27), "open", -76, 14, FORWARD)
SHOVES = hand((10, 16, 44), "flat", -68, 20, FORWARD, OUT)

GESTURES: dict[Gesture, Move] = {
    Gesture.IDLE: Move(),
    Gesture.TALK: Move(
        right=hand((17, 26, 27), "open", -30, 35, UPWARD),
        left=hand((18, 38, 20), "relaxed", 5, 40),
        beat=5.0,
        rise=0.3,
    ),
    Gesture.POINT: Move(
        right=hand((20, 12, 45), "point", -6, 52, (-0.5, 0.8, 0.1), OUT),
        bend=6,
        head=4,
        lean=3,
        rise=0.22,
        stays=True,
    ),
    Gesture.SLAP: Move(
        wind_up=hand((38, 0, -10), "flat", -52, 10, (-0.4, 0.1, 1.0), OUT),
        right=hand((-16, 2, 42), "flat", 190, 30, INWARD, (0.9, 0.6, 0.2)),
        lean=-7,
        yaw=-20,
        bend=7,
        rise=0.17,
    ),
    Gesture.PUSH: Move(left=SHOVES, right=SHOVES, bend=17, pitch=4, shrug=0.3, rise=0.2),
    Gesture.GRAB: Move(
        right=hand((8, 12, 46), "hold", -4, 62, DOWN, OUT), bend=22, pitch=10, rise=0.34
    ),
    Gesture.EMBRACE: Move(
        left=hand((3, 25, 33), "flat", 178, 12, SELF, OUT),
        right=hand((4, 17, 36), "flat", 184, 12, SELF, OUT),
        bend=7,
        roll=7,
        pitch=-4,
        shut=0.8,
        shrug=0.25,
        rise=0.5,
    ),
    Gesture.HOLD: Move(
        right=hand((10, 27, 29), "hold", -62, 22, (-0.6, -0.2, -0.75)),
        pitch=-4,
        rise=0.36,
        stays=True,
    ),
    Gesture.OFFER: Move(
        right=hand((13, 27, 31), "hold", -16, 52, (-0.5, -0.85, 0.1)),
        bend=6,
        rise=0.45,
        stays=True,
    ),
    Gesture.DRAW_BACK: Move(
        left=WARDS,
        right=hand((22, 23, 27), "open", -72, 18, FORWARD),
        bend=-11,
        pitch=4,
        head=8,
        shrug=0.7,
        back=9,
        rise=0.18,
    ),
    Gesture.CLENCH: Move(
        right=hand((19, 25, 23), "fist", -72, 18, (-0.75, 0.0, -0.6)),
        left=hand((20, 56, 5), "fist", 84),
        bend=4,
        pitch=-3,
        shrug=0.35,
        rise=0.3,
        stays=True,
    ),
    Gesture.COVER_FACE: Move(
        left=hand((7.5, 2.5, 19), "flat", -98, -4, (-0.05, 0.0, -1.0), (0.5, 1, 0.1)),
        right=hand((7.0, 3.5, 20), "flat", -98, -4, (-0.05, 0.0, -1.0), (0.5, 1, 0.1)),
        bend=11,
        pitch=-14,
        shut=1.0,
        shrug=0.5,
        rise=0.34,
        stays=True,
    ),
    Gesture.FOLD_ARMS: Move(
        left=Hand((-10, 31, 1.5), "fist", 186, CLOSE, lies=1.0),
        right=Hand((-10, 27, 5.5), "hold", 184, CLOSE, lies=1.0),
        bend=-3,
        pitch=2,
        rise=0.45,
        stays=True,
    ),
    Gesture.PHONE: Move(
        right=hand((17, 2, 9), "hold", -104, -26, INWARD, (0.5, 1, 0.05)),
        roll=5,
        prop="phone",
        rise=0.45,
        stays=True,
    ),
    Gesture.BOW: Move(
        left=Hand((11, 49, 12), "flat", 94, OUT, palm=(-0.2, 0.0, -1.0)),
        right=Hand((11, 49, 12), "flat", 94, OUT, palm=(-0.2, 0.0, -1.0)),
        bend=42,
        pitch=-22,
        rise=0.55,
    ),
    Gesture.KNEEL: Move(posture=Posture.KNEEL, bend=9, pitch=-9, rise=0.5, stays=True),
    Gesture.FAINT: Move(
        left=hand((21, 52, 4), "relaxed", 80),
        right=hand((17, 46, 14), "relaxed", 100, 10),
        lean=64,
        bend=-6,
        roll=40,
        pitch=12,
        shut=1.0,
        posture=Posture.KNEEL,
        sinks=True,
        rise=1.0,
        stays=True,
    ),
    Gesture.WALK: Move(pace=1.0, bend=2, rise=0.3),
    Gesture.RUN: Move(pace=2.0, bend=15, pitch=8, rise=0.25),
    Gesture.TURN_AWAY: Move(yaw=112, head=18, pitch=-5, rise=0.5, stays=True),
    Gesture.TURN_TO: Move(yaw=-62, head=-12, rise=0.42, stays=True),
    Gesture.LOOK_UP: Move(pitch=-21, gaze=0.7, rise=0.5, stays=True),
    Gesture.LOOK_DOWN: Move(pitch=-13, gaze=0.75, rise=0.4, stays=True),
    Gesture.NOD: Move(wave=("pitch", -11, 1.7), bend=2, rise=0.2),
    Gesture.SHAKE_HEAD: Move(wave=("head", 16, 1.8), pitch=-3, rise=0.2),
    Gesture.SHRUG: Move(left=SPREAD, right=SPREAD, shrug=1.25, roll=7, pitch=3, rise=0.3),
    Gesture.LAUGH: Move(
        right=hand((6, 2.5, 18), "relaxed", -128, 0, SELF, (0.6, 1, 0.1)),
        left=Hand((3, 36, 3), "flat", 186, CLOSE, lies=1.0),
        wave=("bend", 5, 3.0),
        pitch=10,
        shut=0.7,
        shrug=0.5,
        rise=0.3,
    ),
    Gesture.DANCE: Move(
        left=hand((30, -8, 10), "open", -70, 10, FORWARD, OUT),
        right=hand((30, 26, 18), "open", -6, 30, DOWN, OUT),
        wave=("lean", 9, 0.9),
        swaps=0.9,
        pace=0.35,
        roll=5,
        rise=0.4,
    ),
    Gesture.CLOSE_EYES: Move(shut=1.0, pitch=-4, rise=0.4),
    Gesture.HAND_ON_HEART: Move(
        right=Hand((9, 21, 2.5), "flat", 216, CLOSE, lies=1.0), bend=3, pitch=3, roll=-3, rise=0.36
    ),
    Gesture.PLEAD: Move(
        left=hand((10, 29, 34), "palm", -40, 42, UPWARD),
        right=hand((11, 26, 36), "palm", -44, 42, UPWARD),
        bend=11,
        pitch=6,
        roll=5,
        shrug=0.4,
        beat=2.5,
        rise=0.34,
    ),
    Gesture.REFUSE: Move(
        right=hand((15, 13, 40), "flat", -84, 8, FORWARD, OUT),
        left=hand((20, 46, 14), "open", 50, 15, (-0.2, 0.4, 0.9)),
        bend=-5,
        head=8,
        pitch=-2,
        lean=-3,
        rise=0.2,
    ),
    Gesture.COUNT: Move(
        right=hand((19, 15, 24), "point", -86, 6, FORWARD),
        beat=3.0,
        rise=0.28,
        shapes=("point", "two", "three"),
    ),
    Gesture.FALL: Move(
        left=hand((38, -4, 30), "open", -30, 30, FORWARD, OUT),
        right=hand((27, -34, 38), "open", -84, 24, FORWARD, OUT),
        bend=-12,
        lean=20,
        roll=-6,
        rise=0.3,
        stays=True,
    ),
    Gesture.HANG: Move(
        right=hand((13, -47, 9), "hold", -86, 4, FORWARD, (1.0, -0.2, 0.0)),
        lean=-4,
        roll=5,
        rise=0.0,
        stays=True,
    ),
    Gesture.REACH: Move(
        left=hand((2, 25, 46), "hold", 100, 30, SELF, OUT),
        right=hand((1, 30, 50), "hold", 100, 30, SELF, OUT),
        bend=12,
        shrug=0.5,
        rise=0.0,
        stays=True,
    ),
    Gesture.THINK: Move(
        right=hand((9.0, 8.0, 16), "point", -104, -8, (-0.6, 0.0, -0.8), (0.6, 1, 0.1)),
        left=Hand((2, 33, 3), "relaxed", 188, CLOSE, lies=1.0),
        pitch=-4,
        roll=6,
        rise=0.4,
    ),
}
