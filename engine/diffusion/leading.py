"""Which of a series' locked pictures lead a shot: by who is in it, how they are turned, what they
wear and feel, and where it plays. Pure, and without torch."""

from engine.contracts import (
    Blocking,
    Expression,
    Reference,
    ReferenceKind,
    Shot,
    TimeOfDay,
)
from engine.diffusion.prompts.framing import CLOSE
from engine.diffusion.registry import Mode, ModelEntry, Role

# Degrees by which the head is turned in a view.
VIEWS = {"front": 0.0, "three_quarter": 38.0, "side": 90.0, "back": 180.0}
FACING = 14.0  # in a picture of an expression
# Costs beside degrees: other clothes weigh more than any turn, a wrong face as much as half a
# quarter; near the camera the right face is worth a turn, and a calm one is none that is wrong.
OTHER_CLOTHES, WRONG_FACE, RIGHT_FACE, CALM_FACE = 1000.0, 45.0, -40.0, -20.0
NIGHT = frozenset((TimeOfDay.NIGHT,))


def room(entry: ModelEntry, *, continues: bool) -> int:
    """How many references fit beside the layout, which a keyframe model gets as a picture too, and
    the last frame of the shot before."""
    if Mode.REFERENCES not in entry.modes:
        return 0
    layout = entry.role is Role.KEYFRAMES and Mode.FIRST in entry.modes
    return max(entry.references - layout - continues, 0)


def choose(
    shot: Shot, sheets: tuple[Reference, ...], entry: ModelEntry, *, continues: bool = False
) -> tuple[Reference, ...]:
    """At most as many of `sheets` as the model takes, the weightiest first."""
    return of_shot(shot, sheets)[: room(entry, continues=continues)]


def of_shot(shot: Shot, sheets: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Those of `sheets` that say how the shot is to look, the weightiest first.

    First one picture of everybody whose face is seen, then the place, then those seen from behind,
    then second pictures of faces, which hold a likeness better than one.
    """
    faces = [person for person in shot.people if not person.over_shoulder]
    faces.sort(key=lambda person: (not person.focus, person.depth))  # stable: else as blocked
    wanted = [
        *(_ranked(shot, person, sheets)[:1] for person in faces),
        _of_the_place(shot, sheets)[:1],
        *(_ranked(shot, one, sheets)[:1] for one in shot.people if one.over_shoulder),
        *(_ranked(shot, person, sheets)[1:2] for person in faces),
    ]
    chosen = dict.fromkeys(reference for found in wanted for reference in found)
    return tuple(chosen)


def _ranked(shot: Shot, person: Blocking, sheets: tuple[Reference, ...]) -> list[Reference]:
    mine = [
        one
        for one in sheets
        if one.kind is ReferenceKind.CHARACTER and one.subject == person.character
    ]
    return sorted(mine, key=lambda one: _cost(shot, person, one))


def _cost(shot: Shot, person: Blocking, reference: Reference) -> float:
    clothes = 0.0 if reference.wardrobe == person.wears else OTHER_CLOTHES
    if reference.view not in {one.value for one in Expression}:
        return clothes + abs(VIEWS.get(reference.view, 0.0) - abs(person.yaw))
    felt = person.expressions[0].expression if person.expressions else Expression.CALM
    near = {Expression.CALM.value: CALM_FACE, felt.value: RIGHT_FACE}
    worth = near if shot.size in CLOSE else {}
    return clothes + abs(FACING - abs(person.yaw)) + worth.get(reference.view, WRONG_FACE)


def _of_the_place(shot: Shot, sheets: tuple[Reference, ...]) -> list[Reference]:
    here = shot.set.place.casefold()
    hour = "night" if shot.set.time in NIGHT else "day"
    places = [
        one for one in sheets if one.kind is ReferenceKind.PLACE and one.subject.casefold() == here
    ]
    return sorted(places, key=lambda one: one.view != hour)
