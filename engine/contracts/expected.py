"""What shots say of themselves before they are rendered: what each will cost, and whose story."""

from collections import Counter
from collections.abc import Iterable

from engine.contracts.shot import Shot
from engine.contracts.take import Format
from engine.contracts.vocabulary import Move, Weather

# Processor seconds, fitted to 68 takes of the demo on one core of a server (`rehearsal.effort_rank`
# measures how well they rank); on another machine they are off by one factor for all shots.
_SET_UP = 0.1  # the set painted, the lines spoken, the sound mixed
_A_FRAME = 0.008  # of 720×1280: converted, encoded, encoded small
_OVERLAID = 0.009  # more, where weather, light, effects or lettering change every frame
_MOVING = 0.009  # more, where the camera does
_A_PERSON = 0.004  # for each frame, whatever its size
_PLAIN = 720 * 1280  # pixels


def effort(shot: Shot, picture: Format) -> float:
    """About how many processor seconds a rehearsal take of the shot needs."""
    frames = max(round(shot.duration * picture.fps), 1)
    size = picture.width * picture.height / _PLAIN
    people = sum(not person.over_shoulder for person in shot.people)
    of_size = _A_FRAME + _OVERLAID * _is_overlaid(shot) + _MOVING * (shot.move is not Move.STATIC)
    return _SET_UP + frames * (size * of_size + people * _A_PERSON)


def leading_role(shots: Iterable[Shot]) -> str:
    """The id of whoever of those that are seen says most; of two alike, who is heard first."""
    seen: set[str] = set()
    said: Counter[str] = Counter()
    for shot in shots:
        seen |= {person.character for person in shot.people}
        said.update(line.character for line in shot.lines)
    return next((who for who, _count in said.most_common() if who in seen), "")


def _is_overlaid(shot: Shot) -> bool:
    """Whether something is drawn over the whole picture in every frame, or in many."""
    place = shot.set
    falls = not place.interior and place.weather is not Weather.CLEAR
    return bool(shot.effects or shot.lettering or (not shot.insert and (falls or place.light)))
