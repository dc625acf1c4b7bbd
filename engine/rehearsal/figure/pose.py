"""What a figure is asked to do at one instant, and where it then is."""

from dataclasses import dataclass, fields, replace
from typing import Protocol

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Posture
from engine.rehearsal.light import Light

Point = tuple[float, float]
Point3 = tuple[float, float, float]


def _between(a: Point3, b: Point3, share: float) -> Point3:
    x, y, z = (p + (q - p) * share for p, q in zip(a, b, strict=True))
    return x, y, z


@dataclass(frozen=True, slots=True)
class FaceRig:
    """The muscles of a face. 0 is at rest; `_l` is the side at the left of the picture.

    Brows, corners and cheeks: 1 is as far up as they go, -1 as far down. Lids: 1 is open, 0 shut.
    """

    brow_in_l: float = 0.0
    brow_in_r: float = 0.0
    brow_mid_l: float = 0.0
    brow_mid_r: float = 0.0
    brow_out_l: float = 0.0
    brow_out_r: float = 0.0
    knit: float = 0.0  # brows drawn together
    lid_l: float = 1.0  # above 1 the white shows over the iris
    lid_r: float = 1.0
    lower_l: float = 0.0  # lower lid raised
    lower_r: float = 0.0
    slant_l: float = 0.0  # upper lid: 1 falls outwards (sorrow), -1 falls inwards (anger)
    slant_r: float = 0.0
    iris: float = 1.0  # size
    pupil: float = 1.0  # size: fear and anger make it small, tenderness wide
    wrinkle: float = 0.0  # of the nose
    cheek: float = 0.0
    corner_l: float = 0.0
    corner_r: float = 0.0
    open: float = 0.0  # of the mouth, 1 is wide
    wide: float = 0.0
    round: float = 0.0
    upper: float = 0.0  # upper lip raised off the teeth
    lower: float = 0.0  # lower lip drawn down off the teeth
    teeth: float = 0.3  # how much of the opening they fill; 1 is clenched
    tongue: float = 0.3
    press: float = 0.0  # lips pressed thin
    jaw: float = 0.0
    quiver: float = 0.0  # of lower lip and wet eyes: -1 … 1, where the trembling is just now
    chin: float = 0.0  # puckered, and the lower lip pushed up by it
    bite: float = 0.0  # lower lip drawn in between the teeth


RIG_FIELDS = tuple(f.name for f in fields(FaceRig))


def rig_vector(rig: FaceRig) -> NDArray[np.float64]:
    return np.array([getattr(rig, name) for name in RIG_FIELDS])


def rig_of(vector: NDArray[np.float64]) -> FaceRig:
    return FaceRig(*(float(v) for v in vector))


@dataclass(frozen=True, slots=True)
class Overlays:
    """What stands on the face besides itself, each 0 … 1.

    `tear_fall` is how far a first tear has run; past 1 one more runs down the wet track.
    """

    tear: float = 0.0
    tear_fall: float = 0.0
    blush: float = 0.0
    sweat: float = 0.0
    vein: float = 0.0
    shadow: float = 0.0  # over the eyes
    gloom: float = 0.0  # lines of dread down the forehead
    struck: float = 0.0  # red cheek: 1 the one at the right of the picture, -1 the left


@dataclass(frozen=True, slots=True)
class Hand:
    """A wrist in body space (cm from the middle between the shoulders) and what the hand does."""

    at: tuple[float, float, float]
    shape: str = "relaxed"  # a name of figure.hand_shapes
    aim: float = 90.0  # degrees in the picture plane the fingers point: 0 outwards, 90 down
    elbow: tuple[float, float, float] = (1.0, 0.4, -0.5)  # where the elbow wants to go
    lies: float = 0.0  # 1 on the body: `at` is in front of its surface, and the hand follows it
    ahead: float = 0.0  # degrees the fingers come out of that plane, to the front
    palm: tuple[float, float, float] = (-1.0, 0.1, -0.2)  # where it faces; x > 0 is outwards

    def toward(self, to: "Hand", share: float) -> "Hand":
        """`share` of the way to another place, the fingers turned the short way round."""

        turned = (to.aim - self.aim + 180) % 360 - 180
        return replace(
            self,
            at=_between(self.at, to.at, share),
            shape=to.shape if share > 0.35 else self.shape,
            aim=self.aim + turned * share,
            elbow=_between(self.elbow, to.elbow, share),
            lies=self.lies + (to.lies - self.lies) * share,
            ahead=self.ahead + (to.ahead - self.ahead) * share,
            palm=_between(self.palm, to.palm, share),
        )


class Lender(Protocol):
    """Whose arm it is: engine.rehearsal.figure.Figure."""

    def draw_lent(self, canvas: skia.Canvas, pose: "Pose", light: Light, side: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Lent:
    """An arm of somebody behind that lies over whoever is drawn with it."""

    whose: Lender
    pose: "Pose"
    side: str  # left or right
    origin: Point  # where their figure space begins in the own one, cm
    size: float  # their centimetres in own ones


@dataclass(frozen=True, slots=True)
class Pose:
    """One instant of acting. Angles are degrees; `yaw` > 0 looks to the right of the frame."""

    yaw: float = 0.0  # of the head, in the frame
    pitch: float = 0.0  # > 0 looks up
    roll: float = 0.0  # > 0 leans to the right of the frame
    body_yaw: float = 0.0
    lean: float = 0.0  # of the trunk, > 0 to the right of the frame
    bend: float = 0.0  # of the trunk, > 0 forwards
    rig: FaceRig = FaceRig()
    gaze: Point = (0.0, 0.0)  # -1 … 1, right and down positive
    left: Hand | None = None  # at the left of the picture when seen from the front
    right: Hand | None = None
    posture: Posture = Posture.STAND
    settled: float = 1.0  # how far into kneeling, from standing
    sunk: float = 0.0  # how far from kneeling upright to lying on the own heels
    stride: float = 0.0  # phase of a walk in turns; see `pace`
    pace: float = 0.0  # 0 stands, 1 walks, 2 runs
    breath: float = 0.0  # -1 … 1
    shift: float = 0.0  # weight on one leg, -1 … 1
    shrug: float = 0.0  # shoulders raised, 0 … 1
    sway: Point = (0.0, 0.0)  # hair tips follow, cm
    overlays: Overlays = Overlays()
    prop: str = ""
    prop_hand: str = "right"
    drives: bool = False  # sits at a wheel
    hides: tuple[str, ...] = ()  # arms that are behind somebody: left, right
    lent: Lent | None = None
    step: float = 0.0  # cm to the right of the frame from where they were put


# What of a pose the face alone shows, and what the head with its hair.
OF_FACE = ("rig", "gaze", "overlays")
OF_HEAD = ("yaw", "pitch", "roll", "sway", *OF_FACE)


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Points of a posed figure in figure space (cm, y down)."""

    head_top: Point
    eyes: Point
    chin: Point
    chest: Point
    hips: Point
    left_hand: Point
    right_hand: Point
    head_width: float


__all__ = [
    "OF_FACE",
    "OF_HEAD",
    "RIG_FIELDS",
    "FaceRig",
    "Hand",
    "Landmarks",
    "Overlays",
    "Point",
    "Pose",
    "rig_of",
    "rig_vector",
]
