"""Over an edge: who hangs and who holds are seen from each other's place."""

from collections.abc import Callable

import pytest

from engine.contracts import (
    Angle,
    Breakdown,
    Expression,
    Gesture,
    LetteringKind,
    Posture,
    Shot,
    ShotSize,
)

Shoot = Callable[..., Breakdown]
FALL = """# Episode 1: Up

EXT. ROOFTOP - NIGHT

ADA, 30, a woman, EVE, 24, a woman, and LEO, 40, a man, stand on the roof.

EVE
Careful.

Eve stumbles over the edge.

Ada catches Eve's hand.

ADA
I have you. Look at me!

Leo looks down at them.

LEO
Let her go.

{}
"""


def end(shoot: Shoot, last: str) -> tuple[Shot, ...]:
    return shoot(FALL.format(last)).shots


def test_who_holds_kneels_at_the_edge_and_looks_down_at_who_hangs(shoot: Shoot) -> None:
    shots = end(shoot, "Eve closes her eyes.")
    (held,) = [shot for shot in shots if any("Look at me" in one.text for one in shot.lines)]
    (ada,) = held.people
    assert (ada.character, ada.posture, ada.look_at) == ("ada", Posture.KNEEL, "lens")
    assert held.angle is Angle.LOW
    assert [cue.gesture for cue in ada.gestures] == [Gesture.REACH]  # her hands hold on
    (above,) = [shot for shot in shots if "looks down" in shot.action]
    assert above.angle is Angle.LOW
    assert [(one.character, one.look_at) for one in above.people] == [("leo", "lens")]


def test_a_head_acts_while_the_body_hangs(shoot: Shoot) -> None:
    shots = end(shoot, "Eve closes her eyes.")
    closed = next(shot for shot in shots if "closes her eyes" in shot.action)
    assert closed.size in (ShotSize.CU, ShotSize.ECU)
    cues = closed.people[0].gestures
    assert [cue.gesture for cue in cues] == [Gesture.HANG, Gesture.CLOSE_EYES]


def test_who_goes_over_an_edge_is_seen_to_fall(shoot: Shoot) -> None:
    shots = end(shoot, "Eve closes her eyes.")
    fall = next(shot for shot in shots if "stumbles over" in shot.action)
    assert [cue.gesture for cue in fall.people[0].gestures] == [Gesture.FALL]
    assert (fall.size, fall.angle) == (ShotSize.MS, Angle.OVERHEAD)
    assert "abyss" in fall.set.props


def test_who_was_pulled_up_is_no_longer_held(shoot: Shoot) -> None:
    shots = end(shoot, "Ada pulls her up.\n\nADA\nBreathe. Breathe now.")
    (shot,) = [shot for shot in shots if any("Breathe" in one.text for one in shot.lines)]
    assert all(one.look_at != "lens" for one in shot.people)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Eve closes her eyes.", True),
        ("Ada pulls her up.\n\nADA\nWho was it?", True),
        ("Ada pulls her up.\n\nADA\nIt is over now.\n\nAda sits down.\n\nLeo leaves.", False),
        ("Ada pulls her up.\n\nADA\nWho was it?\n\n> THE END <", False),
    ],
)
def test_the_last_episode_promises_more_if_it_leaves_us_hanging(
    shoot: Shoot, last: str, expected: bool
) -> None:
    kinds = [one.kind for one in end(shoot, last)[-1].lettering]
    assert (LetteringKind.TO_BE_CONTINUED in kinds) is expected


def test_a_script_without_episodes_promises_nothing(shoot: Shoot) -> None:
    shots = shoot("INT. HALL - DAY\n\nADA, 30, waits.\n\nADA\nWho was it?\n").shots
    assert not any(one.kind is LetteringKind.TO_BE_CONTINUED for s in shots for one in s.lettering)


def test_who_stands_ten_steps_apart_is_not_seen_nose_to_nose(shoot: Shoot) -> None:
    shots = end(shoot, "Ada pulls her up.\n\nAda and Leo stand ten steps apart.\n\nADA\nGo.")
    far = next(shot for shot in shots if "ten steps apart" in shot.action)
    assert far.size is ShotSize.EWS
    one, other = sorted(person.x for person in far.people if person.character in ("ada", "leo"))
    assert other - one > 0.8


def test_a_strong_feeling_in_ones_own_line_stays_for_the_answer(shoot: Shoot) -> None:
    said = "Ada pulls her up.\n\nADA\n(furious)\nYou dropped her!\n\nLEO\n(calm)\nI did. Twice."
    shots = end(shoot, said)
    heard = [shot for shot in shots if any("did" in one.text for one in shot.lines)]
    faces = [who.expressions[0] for shot in heard for who in shot.people if who.character == "ada"]
    assert all(face.expression in (Expression.RAGE, Expression.ANGER) for face in faces)
