"""Where eyes meet eyes: up to a tall man, down to a child or to someone on the ground."""

from collections.abc import Mapping
from math import atan2, degrees, hypot

from engine.contracts import Blocking, Character, Gesture, Look, Posture, Shot
from engine.rehearsal.figure.build import build_of

STEEPEST = 32.0  # degrees: further down or up the face would be lost
AT_THE_HAND = 22.0  # degrees down to what one holds
OWN_HANDS = {Gesture.HOLD, Gesture.PLEAD}  # what is done with nobody to look at
NEAREST = 45.0  # cm between two faces
# How high the eyes are, of standing height.
EYES = {Posture.STAND: 0.93, Posture.SIT: 0.66, Posture.KNEEL: 0.66, Posture.LIE: 0.12}


def look_down(shot: Shot, person: Blocking, people: Mapping[str, Character]) -> float:
    """How far down the eyes go to whom or what they look at, degrees; below 0 it is up."""

    def height(blocking: Blocking) -> float:
        known = people.get(blocking.character)
        return build_of(known.look if known else Look()).height * EYES[blocking.posture]

    if not person.look_at and any(cue.gesture in OWN_HANDS for cue in person.gestures):
        return AT_THE_HAND
    for other in shot.people if person.posture != Posture.LIE else ():
        if other.character == person.look_at and other is not person:
            apart = hypot((other.x - person.x) * 35, (other.depth - person.depth) * 300)
            steep = degrees(atan2(height(person) - height(other), max(apart, NEAREST)))
            return max(-STEEPEST, min(STEEPEST, steep))
    return 0.0
