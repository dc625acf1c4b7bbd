"""The operator keeps the face: eyes and mouth stay in frame whatever head and camera do."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Format, Move, Shot, ShotSize
from engine.rehearsal.actors import ON_TWOS, Actor
from engine.rehearsal.camera import View, moved, of_people, view
from engine.rehearsal.framing import Framing, frame, subject_of

Points = NDArray[np.float64]
CLOSE = {ShotSize.MS, ShotSize.MCU, ShotSize.CU, ShotSize.ECU}
SIDES = (0.03, 0.86)  # of the width, where eyes and mouth are: the buttons are at the right
ENDS = (0.08, 0.78)  # of the height: below are the captions
WIDER = tuple(1 + 0.06 * step for step in range(26))  # tried until the face fits
LOOKS = 4  # a second, at which the head is looked at besides both ends
EYES = 3.6  # cm below the uppermost point of the face in which both eyes are
STRUCK = 0.45  # seconds in which a whip or a crash zoom has found its subject


def aimed(shot: Shot, actors: Sequence[Actor], picture: Format, until: float) -> Framing:
    """The framing of `shot`; of close shots no closer than the subject's face allows.

    `until` is the second at which all motion stops.
    """
    eyes = [actor.eyes(shot.duration * 0.4) for actor in actors]
    chosen = subject_of(shot.people)
    framing = frame(shot, eyes, picture)
    if chosen is None or shot.size not in CLOSE:
        return framing
    faces = [(t, points) for t, points in _faces(actors[chosen], shot, until) if len(points)]
    for wider in WIDER:
        framing = frame(shot, eyes, picture, wider)
        seen = shown(shot, framing, chosen, faces)
        (left, right), (up, down) = _room(seen, 0, picture), _room(seen, 1, picture)
        if left <= right and up <= down:
            break
    return _slid(framing, chosen, _least(left, right), _least(up, down))


def _faces(actor: Actor, shot: Shot, until: float) -> Iterable[tuple[float, Points]]:
    """Seconds, and where eyes and mouth are then in figure space."""
    first = STRUCK if shot.move in {Move.WHIP, Move.CRASH_ZOOM} else 0.0
    count = max(round((until - first) * LOOKS), 2)
    for t in np.linspace(min(first, until), until, count + 1).tolist():
        points = actor.figure.face(actor.acting.pose(int(t * ON_TWOS) / ON_TWOS))
        yield t, eyes_of(points) if shot.size is ShotSize.ECU and len(points) else points


def eyes_of(points: Points) -> Points:
    """Of eyes and mouth the eyes, which are what an extreme close-up is of."""
    upper: Points = points[points[:, 1] < points[:, 1].min() + EYES]
    return upper


def shown(
    shot: Shot, framing: Framing, index: int, faces: Sequence[tuple[float, Points]]
) -> list[tuple[float, Points]]:
    """Scale of the picture and the points of the face on it, px, at each time of `faces`."""
    mark, lens = framing.marks[index], framing.lens
    scale, axis = lens.scale(mark.depth), lens.axis[0]
    x, y = lens.project(mark.point)
    found = []
    for t, points in faces:
        placed = (points - [mark.aside, -mark.anchor]) * [scale, scale * mark.squash] + [x, y]
        seen: View = of_people(view(shot, framing, t))
        matrix = moved(framing, seen, mark.depth, x - axis)
        laid = matrix.mapPoints([skia.Point(*point) for point in placed.tolist()])
        grown = matrix.mapRadius(1.0)
        found.append((grown, np.array([(point.x(), point.y()) for point in laid])))
    return found


def _room(seen: Sequence[tuple[float, Points]], axis: int, picture: Format) -> tuple[float, float]:
    """By how many px of the framed picture the face has to move at least and may at most."""
    side = (picture.width, picture.height)[axis]
    low, high = (SIDES, ENDS)[axis]
    least = max(((low * side - p[:, axis].min()) / k for k, p in seen), default=0.0)
    most = min(((high * side - p[:, axis].max()) / k for k, p in seen), default=0.0)
    return float(least), float(most)


def _least(least: float, most: float) -> float:
    """The smallest move that is allowed; where none is, both ends lose the same."""
    return min(max(0.0, least), most) if least <= most else (least + most) / 2


def _slid(framing: Framing, index: int, across: float, down: float) -> Framing:
    marks = list(framing.marks)
    mark = marks[index]
    scale = framing.lens.scale(mark.depth)
    marks[index] = replace(
        mark, aside=mark.aside - across / scale, anchor=mark.anchor + down / scale / mark.squash
    )
    return replace(framing, marks=tuple(marks))
