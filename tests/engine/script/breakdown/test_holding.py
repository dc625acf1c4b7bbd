"""An insert says whose hands are seen in it."""

from engine.contracts import Gesture, Insert, InsertKind
from engine.script.plan import Deed
from engine.script.staging.holding import in_hand
from tests.engine.script.breakdown.conftest import Make, Plan, Shoot

LETTER = Insert(kind=InsertKind.LETTER, text="Come home.")


def test_who_was_seen_last_holds_it(plan: Plan, act: Make, view: Make) -> None:
    made = plan(act(who="mia"), view(insert=LETTER), act(who="leo"))

    assert in_hand(made, 0) is None
    held = in_hand(made, 1)
    assert held is not None
    assert held.hands == ("mia", "leo")


def test_who_is_given_it_holds_it(plan: Plan, act: Make, view: Make) -> None:
    given = Deed(at=0.2, who="mia", gesture=Gesture.OFFER, target="leo", prop="letter")
    held = in_hand(plan(act(who="mia", deeds=(given,)), view(insert=LETTER)), 1)

    assert held is not None
    assert held.hands == ("leo", "mia")


def test_whose_hands_are_seen_belongs_to_the_shot_and_to_the_cast(shoot: Shoot) -> None:
    made = shoot("INT. ROOM - DAY\n\nADA, 30, reads.\n\nINSERT - LETTER: “Come home.”\n")
    shown = next(shot for shot in made.shots if shot.insert)

    assert shown.characters == {"ada"}
    assert {person.id for person in made.cast} == {"ada"}
