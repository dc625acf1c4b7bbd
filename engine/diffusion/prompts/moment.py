"""A shot as it is from one of its moments on, for pictures of later moments than the first."""

from msgspec.structs import replace

from engine.contracts import Blocking, ExpressionCue, Gesture, GestureCue, Shot

_END = 0.05  # s: what lasts until the shot ends is still seen in its last frame
_STAYS = frozenset((Gesture.KNEEL,))  # once they are down


def from_then_on(shot: Shot, at: float) -> Shot:
    """Faces as they are at the second `at`, what is done or held then and what comes after it.

    The shot itself at its start. Lines and the written action stay: they are of the whole shot.
    """
    if at <= 0:
        return shot
    people = tuple(_from_then_on(person, at) for person in shot.people)
    return replace(shot, people=people)


def _from_then_on(person: Blocking, at: float) -> Blocking:
    return replace(
        person, expressions=_faces(person.expressions, at), gestures=_gestures(person.gestures, at)
    )


def _faces(cues: tuple[ExpressionCue, ...], at: float) -> tuple[ExpressionCue, ...]:
    """First the face that is worn then."""
    by_now = [cue for cue in cues if cue.at <= at]
    later = [cue for cue in cues if cue.at > at]
    return tuple(replace(cue, at=max(cue.at - at, 0.0)) for cue in (*by_now[-1:], *later))


def _gestures(cues: tuple[GestureCue, ...], at: float) -> tuple[GestureCue, ...]:
    """Without those that are over, but for who is on their knees; what has begun is seen."""
    left = [cue for cue in cues if cue.at + cue.duration >= at - _END or cue.gesture in _STAYS]
    return tuple(
        replace(cue, at=cue.at - at)
        if cue.at > at
        else replace(cue, at=0.0, duration=max(cue.at + cue.duration - at, 0.0))
        for cue in left
    )
