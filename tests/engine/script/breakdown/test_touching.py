"""Who pushes, seizes or lunges does it to somebody, in a picture that has room for both."""

from collections.abc import Callable

import pytest

from engine.contracts import Breakdown, Gesture

Shoot = Callable[..., Breakdown]

SCENE = """INT. ROOFTOP - NIGHT

MIA
You paid for it.

LEO
Give me that.

{deed}
"""


@pytest.mark.parametrize(
    ("deed", "gesture"),
    [
        ("Leo lunges.", Gesture.GRAB),
        ("Leo grabs her by the shoulder.", Gesture.GRAB),
        ("Leo shoves Mia.", Gesture.PUSH),
    ],
)
def test_a_lunge_a_grip_and_a_shove_are_done_to_the_other(
    deed: str, gesture: Gesture, shoot: Shoot
) -> None:
    made = shoot(SCENE.format(deed=deed))
    done = next(shot for shot in made.shots if shot.action == deed)
    (cue,) = next(person for person in done.people if person.character == "leo").gestures

    assert (cue.gesture, cue.target) == (gesture, "mia")
    assert {person.character for person in done.people} == {"leo", "mia"}


def test_a_thing_that_is_grabbed_is_held(shoot: Shoot) -> None:
    made = shoot(SCENE.format(deed="Leo grabs the phone."))
    done = next(shot for shot in made.shots if shot.action == "Leo grabs the phone.")
    cues = [cue for person in done.people for cue in person.gestures]

    assert [cue.gesture for cue in cues] == [Gesture.HOLD]
