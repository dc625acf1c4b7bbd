"""Who hides is seen where they are, and an inner voice looks at whom it is about."""

from collections.abc import Callable

import pytest

from engine.contracts import Breakdown, InsertKind, LineKind, SetKind

Shoot = Callable[..., Breakdown]
FUNERAL = """INT. FUNERAL HALL - DAY

A black coffin.

EVE, 28, a woman, watches from behind the last mourner.

LEO, 40, a man, weeps over the coffin.

LEO
I had nobody else.

EVE (V.O.)
{}
"""


def test_at_the_back_of_a_crowd_stand_backs_and_no_coffin(shoot: Shoot) -> None:
    shots = shoot(FUNERAL.format("So this is it.")).shots
    hidden = [shot for shot in shots if any(one.character == "eve" for one in shot.people)]
    assert hidden
    for shot in hidden:
        assert "backs" in shot.set.props
        assert "coffin" not in shot.set.props
    assert any("coffin" in shot.set.props for shot in shots)


def test_who_looks_through_a_door_stands_behind_it(shoot: Shoot) -> None:
    made = shoot(
        "INT. BOARDROOM - NIGHT\n\nLEO, 40, sits at the table.\n\nLEO\nSign.\n\n"
        "Behind the dark glass of the door, EVE, 28, sees everything.\n\nEVE (V.O.)\nNo!\n"
    )
    hidden = [s for s in made.shots if any(one.character == "eve" for one in s.people)]
    assert {(s.set.set, s.set.props) for s in hidden} == {(SetKind.CORRIDOR, ("pane",))}
    assert any(s.set.set is SetKind.BOARDROOM for s in made.shots)


def test_a_long_inner_voice_cuts_to_the_man_it_is_about(shoot: Shoot) -> None:
    made = shoot(FUNERAL.format("He weeps so well. Three weeks ago tonight, he cut my brakes."))
    inner = [
        (shot.people[0].character, shot.lines[0].text)
        for shot in made.shots
        if shot.people and any(one.kind is LineKind.VOICE_OVER for one in shot.lines)
    ]
    assert [who for who, _ in inner] == ["eve", "leo"]
    assert inner[1][1].endswith("he cut my brakes.")


def test_an_inner_voice_about_nobody_who_was_seen_stays_on_its_face(shoot: Shoot) -> None:
    made = shoot(FUNERAL.format("She never came to see me once. She never wrote a single line."))
    inner = [s.people[0].character for s in made.shots if s.lines and "never" in s.lines[0].text]
    assert set(inner) == {"eve"}


@pytest.mark.parametrize(
    ("action", "signs"),
    [
        ("Eve picks up the pen. She signs.", True),
        ("Eve signs the contract.", True),
        ("Eve reads the signs.", False),
        ("Eve signs to Leo.", False),
        ("Eve shows no signs of life.", False),
    ],
)
def test_a_signature_is_a_pen_that_writes(shoot: Shoot, action: str, signs: bool) -> None:
    made = shoot(f"INT. OFFICE - DAY\n\nEVE, 28, and LEO, 40, wait.\n\n{action}\n\nLEO\nGood.\n")
    inserts = [shot.insert for shot in made.shots if shot.insert]
    assert any(i.kind is InsertKind.OBJECT and i.text == "signature" for i in inserts) is signs


def test_a_hand_is_seen_while_its_owner_is_only_heard(shoot: Shoot) -> None:
    made = shoot(
        "EXT. ALLEY - NIGHT\n\nLEO, 40, grabs Eve's hand.\n\nLEO (O.S.)\nDon't scream.\n\n"
        "EVE\nWho are you?\n"
    )
    first = made.shots[0]
    assert first.insert is not None
    assert first.insert.text == "clasped hands"
    assert [line.text for line in first.lines] == ["Don't scream."]


@pytest.mark.parametrize(
    ("action", "shown"),
    [
        ("On her finger: Leo's ring.", "worn ring"),
        ("Eve stares at the ring on her hand.", "worn ring"),
        ("Eve lays the ring on the table.", "ring"),
    ],
)
def test_a_ring_is_shown_on_the_hand_that_wears_it(shoot: Shoot, action: str, shown: str) -> None:
    made = shoot(f"INT. OFFICE - DAY\n\nEVE, 28, and LEO, 40, wait.\n\n{action}\n\nLEO\nNo.\n")
    (insert,) = [shot.insert for shot in made.shots if shot.insert]
    assert insert.text == shown
    assert insert.hands[0] == "eve"
    assert "not-drawn" not in [one.code for one in made.problems]
