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
    beat: float = 0.0  # cm the hands move with the words
    wave: tuple[str, float, float] | None = None  # a pose's angle, degrees, turns a second
    posture: Posture | None = None
    prop: str = ""
    shapes: tuple[str, ...] = ()  # of the right hand, one after another
    rise: float = 0.34  # seconds from the wind-up to the height; a blow lands at timing.LANDS
    stays: bool = False  # does not return at the end of the cue


UP = (0.8, 0.9, -0.4)
OUT = (1.0, 0.5, -0.3)
CLOSE = (0.7, 1.0, -0.5)  # the elbow stays at the ribs

GESTURES: dict[Gesture, Move] = {
    Gesture.IDLE: Move(),
    Gesture.TALK: Move(
        right=Hand((15, 30, 24), "open", -38, OUT),
        left=Hand((17, 40, 20), "relaxed", -20, OUT),
        beat=5.0,
        rise=0.3,
    ),
    Gesture.POINT: Move(
        right=Hand((10, 12, 38), "point", -14, (0.3, 1, -0.2)),
        bend=5,
        head=4,
        lean=3,
        rise=0.22,
        stays=True,
    ),
    Gesture.SLAP: Move(
        wind_up=Hand((30, -5, -24), "flat", -80, (0.8, 0.8, -0.5)),
        right=Hand((-20, 2, 40), "flat", 190, (0.9, 0.6, 0.2)),
        lean=-7,
        yaw=-14,
        bend=6,
        rise=0.17,
    ),
    Gesture.PUSH: Move(
        left=Hand((10, 17, 40), "flat", -62, OUT),
        right=Hand((10, 15, 42), "flat", -62, OUT),
        bend=15,
        pitch=4,
        rise=0.2,
    ),
    Gesture.GRAB: Move(right=Hand((6, 12, 44), "hold", -8, OUT), bend=24, pitch=10, rise=0.34),
    Gesture.EMBRACE: Move(
        left=Hand((-2, 20, 34), "flat", 170, (1, 0.3, 0.3)),
        right=Hand((-4, 28, 36), "flat", 172, (1, 0.3, 0.3)),
        bend=6,
        roll=7,
        pitch=-4,
        shut=0.8,
        rise=0.5,
    ),
    Gesture.HOLD: Move(right=Hand((9, 27, 26), "hold", -62, OUT), rise=0.36, stays=True),
    Gesture.OFFER: Move(right=Hand((13, 24, 42), "hold", -25, (0.7, 1, -0.2)), bend=7, rise=0.45),
    Gesture.DRAW_BACK: Move(
        left=Hand((17, 18, 26), "open", -80, OUT),
        right=Hand((18, 22, 24), "open", -76, OUT),
        bend=-10,
        pitch=4,
        head=8,
        shrug=0.6,
        rise=0.18,
    ),
    Gesture.CLENCH: Move(
        right=Hand((17, 33, 20), "fist", -68, OUT),
        left=Hand((20, 55, 6), "fist", 80, OUT),
        bend=3,
        shrug=0.25,
        rise=0.3,
        stays=True,
    ),
    Gesture.COVER_FACE: Move(
        left=Hand((7.5, 2, 20), "flat", -98, OUT),
        right=Hand((7.5, 3, 20), "flat", -98, OUT),
        bend=9,
        pitch=-12,
        shut=1.0,
        shrug=0.4,
        rise=0.34,
        stays=True,
    ),
    Gesture.FOLD_ARMS: Move(
        left=Hand((0, 32, 1), "fist", 186, CLOSE, lies=1.0),
        right=Hand((5, 26, 4), "flat", 194, CLOSE, lies=1.0),
        bend=-2,
        pitch=2,
        rise=0.45,
        stays=True,
    ),
    Gesture.PHONE: Move(
        right=Hand((14.5, 0, 8), "hold", -106, (0.9, 0.8, -0.1)),
        roll=5,
        prop="phone",
        rise=0.45,
        stays=True,
    ),
    Gesture.BOW: Move(
        left=Hand((12, 48, 14), "flat", 92, OUT),
        right=Hand((12, 48, 14), "flat", 92, OUT),
        bend=34,
        pitch=-16,
        rise=0.55,
    ),
    Gesture.KNEEL: Move(posture=Posture.KNEEL, bend=8, pitch=-9, rise=0.5, stays=True),
    Gesture.FAINT: Move(
        left=Hand((24, 44, -6), "relaxed", 60, OUT),
        right=Hand((6, -8, 18), "relaxed", 215, OUT),
        lean=16,
        bend=-10,
        roll=14,
        pitch=16,
        shut=1.0,
        posture=Posture.KNEEL,
        rise=0.7,
        stays=True,
    ),
    Gesture.WALK: Move(pace=1.0, bend=2, rise=0.3),
    Gesture.RUN: Move(pace=2.0, bend=13, pitch=8, rise=0.25),
    Gesture.TURN_AWAY: Move(yaw=112, head=18, pitch=-5, rise=0.5, stays=True),
    Gesture.TURN_TO: Move(yaw=-62, head=-12, rise=0.42),
    Gesture.NOD: Move(wave=("pitch", -9, 1.7), rise=0.2),
    Gesture.SHAKE_HEAD: Move(wave=("head", 14, 1.8), pitch=-3, rise=0.2),
    Gesture.SHRUG: Move(
        left=Hand((27, 33, 16), "open", -12, (0.6, 1, -0.3)),
        right=Hand((27, 32, 16), "open", -12, (0.6, 1, -0.3)),
        shrug=1.0,
        roll=6,
        pitch=2,
        rise=0.3,
    ),
    Gesture.LAUGH: Move(
        right=Hand((4, 4, 20), "relaxed", -112, OUT),
        wave=("bend", 4, 3.2),
        pitch=9,
        shut=0.7,
        shrug=0.4,
        rise=0.3,
    ),
    Gesture.DANCE: Move(
        left=Hand((30, -6, 8), "open", -70, OUT),
        right=Hand((28, 30, 16), "open", -10, OUT),
        wave=("lean", 8, 0.9),
        pace=0.35,
        roll=5,
        rise=0.4,
    ),
    Gesture.CLOSE_EYES: Move(shut=1.0, pitch=-4, rise=0.4),
    Gesture.HAND_ON_HEART: Move(
        right=Hand((9, 21, 2.5), "flat", 216, CLOSE, lies=1.0), bend=3, pitch=3, roll=-3, rise=0.36
    ),
    Gesture.PLEAD: Move(
        left=Hand((10, 30, 34), "palm", -52, OUT),
        right=Hand((12, 27, 36), "palm", -58, OUT),
        bend=9,
        pitch=5,
        roll=4,
        shrug=0.35,
        beat=2.5,
        rise=0.34,
    ),
    Gesture.REFUSE: Move(
        right=Hand((13, 14, 38), "open", -86, OUT),
        left=Hand((18, 44, 18), "open", 20, OUT),
        bend=-4,
        head=8,
        pitch=-2,
        lean=-3,
        rise=0.2,
    ),
    Gesture.COUNT: Move(
        right=Hand((14, 19, 28), "point", -84, OUT),
        beat=3.0,
        rise=0.28,
        shapes=("point", "two", "three"),
    ),
    Gesture.THINK: Move(
        right=Hand((4.5, 8.5, 18), "fist", -104, (0.7, 1, -0.1)),
        left=Hand((5, 32, 2.5), "relaxed", 188, CLOSE, lies=1.0),
        pitch=-4,
        roll=6,
        rise=0.4,
    ),
}
