"""From shot size and angle to a lens, and to where people stand in front of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from engine.contracts import Angle, Blocking, Format, Shot, ShotSize
from engine.rehearsal.lens import Lens, Point


@dataclass(frozen=True, slots=True)
class Size:
    """How a shot size frames an adult."""

    visible: float  # cm of the subject's plane from top to bottom of the frame
    distance: float  # cm from lens to subject; all near one focal length, as on a phone
    line: float  # where the aim stands, as a fraction of the frame from its top
    aim: float | None  # cm above ground; None aims at the eyes
    sway: float  # how far from the middle a single subject may stand, 0 … 1
    blur: float  # depth of field, px of a 1280 px frame at twice the subject's distance


SIZES = {
    ShotSize.EWS: Size(430, 640, 0.46, 135, 0.8, 0.0),
    ShotSize.WS: Size(238, 380, 0.37, 125, 0.6, 0.0),
    ShotSize.MLS: Size(172, 285, 0.235, None, 0.5, 2.0),
    ShotSize.MS: Size(126, 215, 0.30, None, 0.42, 3.0),
    ShotSize.MCU: Size(86, 155, 0.35, None, 0.3, 5.0),
    ShotSize.CU: Size(56, 112, 0.39, None, 0.2, 7.5),
    ShotSize.ECU: Size(25, 74, 0.42, None, 0.05, 10.0),
}
PITCHES = {Angle.LOW: 15.0, Angle.HIGH: -20.0, Angle.OVERHEAD: -52.0}  # degrees
WIDE_PITCH = 0.8  # wide shots are pitched less: further away, the same angle leaves the room
LEAST_HEIGHT = 14.0  # cm above ground that a camera needs
OVER_SHOULDER = 0.56  # of the subject's distance
STEP_ASIDE = 0.82  # an over-shoulder figure stands at the frame's edge


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one person stands: the point of the world that `anchor` of the figure is put on."""

    index: int  # in shot.people
    point: Point
    anchor: float  # cm above the figure's ground that lies on `point`
    depth: float  # cm from the lens
    squash: float  # how much a pitched camera shortens an upright figure


@dataclass(frozen=True, slots=True)
class Framing:
    lens: Lens
    marks: tuple[Mark, ...]  # in the order of shot.people
    subject: float  # cm from the lens to whom the shot is of
    focus: float  # cm from the lens to what is sharp
    blur: float
    roll: float  # radians


def subject_of(people: Sequence[Blocking]) -> int | None:
    """Whom the shot is of: the first in focus who is not merely a shoulder."""
    for wanted in (True, False):
        for index, person in enumerate(people):
            if not person.over_shoulder and person.focus is wanted:
                return index
    return 0 if people else None


def _distance(depth: float) -> float:
    return 0.45 + 1.4 * depth


def frame(shot: Shot, eyes: Sequence[float], picture: Format) -> Framing:
    """Aim the camera of `shot`; `eyes` are the heights of everyone's eyes above ground in cm."""
    size = SIZES[shot.size]
    chosen = subject_of(shot.people)
    eye = eyes[chosen] if chosen is not None else 155.0
    visible = size.visible * min(max(eye / 157, 0.72), 1.1) if size.aim else size.visible
    aim = size.aim * visible / size.visible if size.aim else eye
    focal = size.distance / visible
    pitch = radians(PITCHES.get(shot.angle, 0.0))
    if size.aim and shot.angle is not Angle.OVERHEAD:
        pitch *= WIDE_PITCH
    rise = size.distance * sin(pitch)
    low = min(-aim + rise, -LEAST_HEIGHT)
    lens = Lens(
        x=0.0,
        y=low,
        z=-size.distance * cos(pitch),
        focal=focal,
        pitch=pitch,
        centre=(0.48, _line(shot.angle, size, low, aim - rise, visible)),
        width=picture.width,
        height=picture.height,
    )
    people = tuple(
        _mark(shot, index, chosen, eyes[index], size, lens) for index in range(len(shot.people))
    )
    roll = radians(8.0 if shot.people and shot.people[0].x <= 0 else -8.0)
    return Framing(
        lens,
        people,
        size.distance,
        size.distance,
        size.blur,
        roll if shot.angle is Angle.DUTCH else 0.0,
    )


def _line(angle: Angle, size: Size, low: float, wanted: float, visible: float) -> float:
    """Where the axis meets the frame; a camera held back by the ground looks up a little instead."""
    line = 0.5 if angle is Angle.OVERHEAD else size.line
    if size.aim and angle in (Angle.LOW, Angle.HIGH):
        line += 0.1 if angle is Angle.LOW else 0.02
    return line + (low + wanted) / visible


def _mark(
    shot: Shot, index: int, chosen: int | None, eye: float, size: Size, lens: Lens
) -> Mark:
    person = shot.people[index]
    centre = shot.people[chosen].depth if chosen is not None else 0.4
    ratio = min(max(_distance(person.depth) / _distance(centre), 0.5), 2.4)
    side = person.x
    if person.over_shoulder:
        ratio = OVER_SHOULDER
        side = STEP_ASIDE if person.x >= 0 else -STEP_ASIDE
    elif index == chosen:
        side = min(max(side, -size.sway), size.sway)
    wide = size.aim is not None
    anchor = 0.0 if wide else eye
    z = (ratio - 1) * size.distance
    depth = max(lens.depth((0.0, -anchor, z)), 30.0)
    x = side * 0.45 * (lens.width / lens.height) * depth / lens.focal
    return Mark(index, (x, -anchor, z), anchor, depth, cos(lens.pitch) if wide else 1.0)
