"""From shot size and angle to a lens, and to where people stand in front of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from engine.contracts import Angle, Blocking, Format, SetKind, Shot, ShotSize
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
    ShotSize.MLS: Size(168, 280, 0.25, None, 0.5, 2.0),
    ShotSize.MS: Size(118, 205, 0.32, None, 0.42, 3.0),
    ShotSize.MCU: Size(76, 140, 0.36, None, 0.3, 5.0),
    ShotSize.CU: Size(47, 98, 0.39, None, 0.18, 7.5),
    ShotSize.ECU: Size(23, 70, 0.42, None, 0.0, 10.0),
}
PITCHES = {Angle.LOW: 15.0, Angle.HIGH: -20.0, Angle.OVERHEAD: -44.0}  # degrees
WIDE_PITCH = 0.8  # wide shots are pitched less: further away, the same angle leaves the room
LEAST_HEIGHT = 14.0  # cm above ground that a camera needs
OVER_SHOULDER = 0.6  # of the subject's distance
STANDS_OVER = 25.0  # cm between two people's eyes from which one towers over the other
STEP_ASIDE = 0.88  # an over-shoulder figure stands at the frame's edge
STOOP = 16.0  # cm by which it is lowered, so that the shoulder is seen and not the cheek
FACE_BELOW_EYES, FACE_RADIUS = 2.0, 12.0  # cm
APART = {ShotSize.ECU: 1.1, ShotSize.CU: 0.92, ShotSize.MCU: 0.78, ShotSize.MS: 0.66}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one person stands: the point of the world that `anchor` of the figure is put on."""

    index: int  # in shot.people
    point: Point
    aside: float  # cm to the right of the figure's origin that lies on `point`
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


def seen_from(angle: Angle) -> float:
    """Degrees by which heads seem tilted back to a pitched camera; below zero they seem bowed."""
    return PITCHES.get(angle, 0.0) * 0.6


def subject_of(people: Sequence[Blocking]) -> int | None:
    """Whom the shot is of: the first in focus who is not merely a shoulder."""
    for wanted in (True, False):
        for index, person in enumerate(people):
            if not person.over_shoulder and person.focus is wanted:
                return index
    return 0 if people else None


def heads(
    shot: Shot, framing: Framing, eyes: Sequence[tuple[float, float]]
) -> tuple[tuple[float, float, float], ...]:
    """Middle and radius, px, of every face of the shot that may be seen."""
    found = []
    for mark in framing.marks:
        if shot.people[mark.index].over_shoulder:
            continue
        x, y = framing.lens.project(mark.point)
        scale = framing.lens.scale(mark.depth)
        eye_x, eye_y = eyes[mark.index]
        below = (eye_y + FACE_BELOW_EYES + mark.anchor) * scale * mark.squash
        found.append((x + (eye_x - mark.aside) * scale, y + below, FACE_RADIUS * scale))
    return tuple(found)


def _distance(depth: float) -> float:
    return 0.45 + 1.4 * depth


def frame(
    shot: Shot, eyes: Sequence[tuple[float, float]], picture: Format, wider: float = 1.0
) -> Framing:
    """Aim the camera of `shot`; `eyes` are everyone's in figure space, cm, y down.

    `wider` is how much more is seen than the shot's size asks for.
    """
    size = SIZES[_room_for(shot)]
    size = replace(size, visible=size.visible * wider)
    chosen = subject_of(shot.people)
    eye = _eye_line(shot, eyes, chosen, size)
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
        size.blur if shot.people else 0.0,
        roll if shot.angle is Angle.DUTCH else 0.0,
    )


def _eye_line(
    shot: Shot, eyes: Sequence[tuple[float, float]], chosen: int | None, size: Size
) -> float:
    """Cm above ground to aim by: the subject's eyes; beside someone on their knees, between both,
    and in a wide shot those of the tallest, or heads would be above the frame."""
    if chosen is None:
        return 155.0
    own = -eyes[chosen][1]
    pairs = zip(shot.people, eyes, strict=True)
    tallest = max(-y for person, (_, y) in pairs if not person.over_shoulder)
    if tallest - own < STANDS_OVER:
        return own
    return tallest if size.aim else 0.38 * own + 0.62 * tallest


def _room_for(shot: Shot) -> ShotSize:
    """A car has no room for a wide shot: from further away it would be the dashboard's."""
    wider = SIZES[shot.size].visible > SIZES[ShotSize.MS].visible
    return ShotSize.MS if wider and shot.set.set is SetKind.CAR else shot.size


def _line(angle: Angle, size: Size, low: float, wanted: float, visible: float) -> float:
    """Where the axis meets the frame; a camera held back by the ground looks up instead."""
    line = 0.5 if angle is Angle.OVERHEAD else size.line
    if size.aim and angle is Angle.LOW:
        line += 0.02
    return line + (low + wanted) / visible


def _mark(
    shot: Shot, index: int, chosen: int | None, eyes: tuple[float, float], size: Size, lens: Lens
) -> Mark:
    person = shot.people[index]
    centre = shot.people[chosen].depth if chosen is not None else 0.4
    ratio = min(max(_distance(person.depth) / _distance(centre), 0.5), 2.4)
    wide = size.aim is not None
    anchor = 0.0 if wide else -eyes[1]
    aside = 0.0 if wide else eyes[0]
    side = _side(shot, index, chosen, size)
    if person.over_shoulder:
        ratio, anchor = OVER_SHOULDER, anchor + STOOP
    z = (ratio - 1) * size.distance
    depth = max(lens.depth((0.0, -anchor, z)), 30.0)
    x = side * 0.45 * (lens.width / lens.height) * depth / lens.focal
    # A shoulder stands at the subject's height, or a small person's would be below the frame.
    place = (x, lens.y if person.over_shoulder and not wide else -anchor, z)
    return Mark(index, place, aside, anchor, depth, cos(lens.pitch) if wide else 1.0)


def _side(shot: Shot, index: int, chosen: int | None, size: Size) -> float:
    """Where across the frame: the subject near the middle, others clear of the subject's face."""
    person = shot.people[index]
    if person.over_shoulder:
        return STEP_ASIDE if person.x >= 0 else -STEP_ASIDE
    if chosen is None:
        return person.x
    subject = shot.people[chosen]
    middle = min(max(subject.x, -size.sway), size.sway)
    if index == chosen:
        return middle
    away = person.x - subject.x or 1e-6
    apart = max(abs(away), APART.get(shot.size, 0.55))
    return min(max(middle + (apart if away > 0 else -apart), -1.0), 1.0)
