"""An insert says whose hands are seen in it."""

from engine.contracts import Insert, InsertKind
from engine.script.holding import in_hand
from tests.engine.script.breakdown.conftest import Make, Plan

LETTER = Insert(kind=InsertKind.LETTER, text="Come home.")


def test_who_was_seen_last_holds_it(plan: Plan, act: Make, view: Make) -> None:
    made = plan(act(who="mia"), view(insert=LETTER), act(who="leo"))

    assert in_hand(made, 0) is None
    held = in_hand(made, 1)
    assert held is not None
    assert held.hands == ("mia", "leo")
