"""One person's neighbouring shots are told with different hands."""

from collections.abc import Iterable

import msgspec

from engine.contracts import Blocking, Gesture, GestureCue, Shot
from engine.script.digest import number
from engine.script.staging.talking import ASKING, HANDS_OF

MANNERS = 3  # that have no gesture in common; with three, a new line changes few shots after it
FREE = {*HANDS_OF.values(), *ASKING.values(), Gesture.SHRUG}  # that no deed of the script is


def told_apart(shots: Iterable[Shot]) -> tuple[Shot, ...]:
    """The same shots, where nobody does the same with their hands in two lines on end."""
    last: dict[str, Blocking] = {}
    return tuple(
        msgspec.structs.replace(shot, people=tuple(_told(one, shot, last) for one in shot.people))
        for shot in shots
    )


def _told(person: Blocking, shot: Shot, last: dict[str, Blocking]) -> Blocking:
    """`person` as they talk after what they did in `last`, which then holds this."""
    who = person.character
    if all(cue.gesture is not Gesture.TALK for cue in person.gestures):
        return person
    said = "".join(line.text for line in shot.lines if line.character == who)
    last[who] = _apart(person, last.get(who), said)
    return last[who]


def _apart(person: Blocking, before: Blocking | None, said: str) -> Blocking:
    """`person` with a manner of talk that is not that of `before`, and no gesture again."""
    done = {cue.gesture for cue in before.gestures} & FREE if before else set()
    manner = number(said, "manner") % MANNERS + 1
    if before and manner == _manner(before):
        manner = manner % MANNERS + 1
    cues: list[GestureCue] = []
    for cue in person.gestures:
        if cue.gesture is Gesture.TALK:
            cues.append(msgspec.structs.replace(cue, manner=manner))
        elif cue.prop or cue.gesture not in done:
            cues.append(cue)
    return msgspec.structs.replace(person, gestures=tuple(cues))


def _manner(person: Blocking) -> int:
    return max(cue.manner for cue in person.gestures)
