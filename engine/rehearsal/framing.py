"""From shot size and angle to a lens, and to where people stand in front of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians, sin

from engine.contracts import (
    Angle,
    Blocking,
    Format,
    Gesture,
    Move,
    Posture,
    SetKind,
    Shot,
    ShotSize,
)
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
    ShotSize.ECU: Size(19, 62, 0.43, None, 0.0, 10.0),
}
PITCHES = {Angle.LOW: 15.0, Angle.HIGH: -20.0, Angle.OVERHEAD: -44.0}  # degrees
WIDE_PITCH = 0.8  # wide shots are pitched less: further away, the same angle leaves the room
BEHIND_GLASS = 0.4  # of a pitch is left in a car: from further below one sees its dashboard
LEAST_HEIGHT = 14.0  # cm above ground that a camera needs
MOST_HEIGHT = 250.0  # cm above the floor of a room: above is its ceiling
# How near an over-shoulder figure stands, of the subject's distance, and by how many cm it is
# lowered: so that its shoulder is seen, and in close shots no cheek.
SHOULDER = {ShotSize.ECU: (0.6, 18.0), ShotSize.CU: (0.6, 16.0)}
SHOULDER_ELSE = (0.76, 6.0)
STANDS_OVER = 25.0  # cm between two people's eyes from which one towers over the other
STEP_ASIDE = 0.88  # an over-shoulder figure stands at the frame's edge
FACE_BELOW_EYES, FACE_RADIUS = 2.0, 12.0  # cm
MADE_ROOM = 4  # people for whom places are looked for together
Face = tuple[float, float, float]  # middle and radius, px
TALL = {Angle.LOW: 1.05, Angle.HIGH: 0.97}  # what looking up and down does to an upright figure
STEP_BACK = 0.22  # of the subject's distance that each further person of a wide shot stands back
FROM_BELOW = 0.5  # of that where the camera is low: there, who is further back looks like a child
OVER_HEADS = radians(-6.0)  # the pitch from which people in depth are seen one above the other
# Gestures that need the other within reach.
TOGETHER = {
    Gesture.SLAP,
    Gesture.PUSH,
    Gesture.GRAB,
    Gesture.EMBRACE,
    Gesture.OFFER,
    Gesture.HOLD,
    Gesture.DANCE,
    Gesture.FAINT,
}
AT_EAR = 1.6  # of the sway, by which who telephones makes room for the phone
HAIR = 1.05  # how far a head reaches beyond its face
DEEPER = (
    0.0,
    0.4,
    0.9,
    1.6,
)  # further back by this, of the subject's distance, where it is crowded
RACKED = 8.0  # least blur where the focus is what the shot is about
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


def heads(shot: Shot, framing: Framing, eyes: Sequence[tuple[float, float]]) -> tuple[Face, ...]:
    """Every face of the shot that may be seen."""
    return tuple(
        face_at(framing.lens, mark, eyes[mark.index])
        for mark in framing.marks
        if not shot.people[mark.index].over_shoulder
    )


def face_at(lens: Lens, mark: Mark, eyes: tuple[float, float]) -> Face:
    """The face on the frame of whoever stands on `mark` and has `eyes`, cm of figure space."""
    x, y = lens.project(mark.point)
    scale = lens.scale(mark.depth)
    below = (eyes[1] + FACE_BELOW_EYES + mark.anchor) * scale * mark.squash
    return x + (eyes[0] - mark.aside) * scale, y + below, FACE_RADIUS * scale


def _face(floor: "_Floor", mark: Mark) -> Face:
    return face_at(floor.lens, mark, floor.eyes[mark.index])


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
    back = _steps_back(shot, chosen)
    angle = _angle(shot, chosen, size)
    pitch = _pitch(angle, size, deep=any(back))
    if shot.set.set is SetKind.CAR:
        pitch *= BEHIND_GLASS
    rise = size.distance * sin(pitch)
    low = min(-aim + rise, -LEAST_HEIGHT)
    if shot.set.interior and angle is not Angle.OVERHEAD:
        low = max(low, -MOST_HEIGHT)
    lens = Lens(
        x=0.0,
        y=low,
        z=-size.distance * cos(pitch),
        focal=focal,
        pitch=pitch,
        centre=(0.48, _line(angle, size, low, aim - rise, visible)),
        width=picture.width,
        height=picture.height,
    )
    people = _placed(_Floor(shot, tuple(eyes), chosen, size, lens), back)
    blur = max(size.blur, RACKED) if shot.move is Move.RACK_FOCUS else size.blur
    roll = radians(8.0 if shot.people and shot.people[0].x <= 0 else -8.0)
    return Framing(
        lens,
        people,
        size.distance,
        size.distance,
        blur if shot.people else 0.0,
        roll if shot.angle is Angle.DUTCH else 0.0,
    )


def _angle(shot: Shot, chosen: int | None, size: Size) -> Angle:
    """Whoever lies is seen in close shots from above: from beside, they would float in the air."""
    if chosen is None or size.aim is not None or shot.people[chosen].posture is not Posture.LIE:
        return shot.angle
    falls = any(cue.gesture is Gesture.FAINT for cue in shot.people[chosen].gestures)
    return shot.angle if falls else Angle.OVERHEAD


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


@dataclass(frozen=True, slots=True)
class _Floor:
    """What people are placed by."""

    shot: Shot
    eyes: tuple[tuple[float, float], ...]
    chosen: int | None
    size: Size
    lens: Lens

    def mark(self, index: int, side: float, back: float) -> Mark:
        """Someone at `side` of the frame, `back` of the subject's distance behind their depth."""
        person, size, lens = self.shot.people[index], self.size, self.lens
        eyes = self.eyes[index]
        centre = self.shot.people[self.chosen].depth if self.chosen is not None else 0.4
        ratio = min(max(_distance(person.depth) / _distance(centre), 0.5), 2.4) + back
        wide = size.aim is not None
        anchor = 0.0 if wide else -eyes[1]
        aside = 0.0 if wide else eyes[0]
        if person.over_shoulder:
            ratio, lower = SHOULDER.get(self.shot.size, SHOULDER_ELSE)
            anchor += lower
        z = (ratio - 1) * size.distance
        depth = max(lens.depth((0.0, -anchor, z)), 30.0)
        x = side * 0.45 * (lens.width / lens.height) * depth / lens.focal
        # A shoulder stands at the subject's height, or a small person's would be below the frame.
        place = (x, lens.y if person.over_shoulder and not wide else -anchor, z)
        squash = TALL.get(self.shot.angle, 1.0) * (cos(lens.pitch) if wide else 1.0)
        return Mark(index, place, aside, anchor, depth, squash)


def _placed(floor: _Floor, back: Sequence[float]) -> tuple[Mark, ...]:
    """Everyone; where faces would hide one another, people make room for one another."""
    people = floor.shot.people
    order = sorted(
        range(len(people)),
        key=lambda at: (at != floor.chosen, people[at].over_shoulder, back[at], people[at].depth),
    )
    tried = [[(mark, _face(floor, mark)) for mark in _places(floor, at, back[at])] for at in order]
    seen = sum(not person.over_shoulder for person in people)
    clear = _clear(tried[: min(seen, MADE_ROOM)], ())
    chosen = [*clear, *(places[0][0] for places in tried[len(clear) :])]
    return tuple(sorted(chosen, key=lambda mark: mark.index))


def _places(floor: _Floor, index: int, back: float) -> list[Mark]:
    """Where someone may stand, their own place first; whom the shot is of has no other."""
    own = _side(floor.shot, index, floor.chosen, floor.size)
    if index == floor.chosen or floor.shot.people[index].over_shoulder:
        return [floor.mark(index, own, back)]
    sides = [own, *sorted((step / 8 for step in range(-8, 9)), key=lambda side: abs(side - own))]
    return [floor.mark(index, side, back + more) for more in DEEPER for side in sides]


def _clear(tried: Sequence[list[tuple[Mark, Face]]], seen: tuple[Face, ...]) -> list[Mark]:
    """A place for each so that no two faces hide each other; nothing where there is none."""
    if not tried:
        return []
    for mark, face in tried[0]:
        if any(_hides(face, other) for other in seen):
            continue
        rest = _clear(tried[1:], (*seen, face))
        if len(rest) == len(tried) - 1:
            return [mark, *rest]
    return []


def _hides(face: Face, other: Face) -> bool:
    """Whether the larger, with its hair, stands before the smaller."""
    small, large = sorted((face[2], other[2]))
    return hypot(face[0] - other[0], face[1] - other[1]) < HAIR * large + 0.5 * small


def _pitch(angle: Angle, size: Size, *, deep: bool) -> float:
    """Radians that the camera looks up; over people in depth it looks down a little."""
    if angle not in PITCHES:
        return OVER_HEADS if deep and size.aim else 0.0
    gentle = WIDE_PITCH if size.aim and angle is not Angle.OVERHEAD else 1.0
    return radians(PITCHES[angle]) * gentle


def _steps_back(shot: Shot, chosen: int | None) -> list[float]:
    """How far each stands behind the subject in a shot that is wide enough for depth."""
    back = [0.0] * len(shot.people)
    near = any(cue.gesture in TOGETHER for person in shot.people for cue in person.gestures)
    down = any(person.posture is Posture.LIE for person in shot.people)
    wide = SIZES[_room_for(shot)].visible >= SIZES[ShotSize.MLS].visible
    if chosen is None or near or down or not wide or shot.set.set is SetKind.CAR:
        return back
    subject = shot.people[chosen]
    others = [
        index
        for index, person in enumerate(shot.people)
        if index != chosen and not person.over_shoulder and person.depth < subject.depth + 0.12
    ]
    others.sort(key=lambda index: (abs(shot.people[index].x - subject.x), index))
    step = STEP_BACK * (FROM_BELOW if shot.angle is Angle.LOW else 1.0)
    for rank, index in enumerate(others, 1):
        back[index] = step * rank
    return back


def _side(shot: Shot, index: int, chosen: int | None, size: Size) -> float:
    """Where across the frame: the subject near the middle, others clear of the subject's face."""
    person = shot.people[index]
    if person.over_shoulder:
        return STEP_ASIDE if person.x >= 0 else -STEP_ASIDE
    if chosen is None:
        return person.x
    subject = shot.people[chosen]
    middle = min(max(subject.x, -size.sway), size.sway)
    if any(cue.gesture is Gesture.PHONE for cue in subject.gestures):  # beside the near ear
        middle = size.sway * AT_EAR * (1 if subject.yaw > 0 else -1)
    if index == chosen:
        return middle
    away = person.x - subject.x or 1e-6
    apart = max(abs(away), APART.get(shot.size, 0.55))
    return min(max(middle + (apart if away > 0 else -apart), -1.0), 1.0)
