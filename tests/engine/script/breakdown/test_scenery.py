"""What stands in a set, who fills it, and who keeps out of the others' sight."""

from collections.abc import Callable

import pytest

from engine.contracts import (
    Angle,
    Breakdown,
    Expression,
    InsertKind,
    LineKind,
    ShotSize,
    Sound,
    Weather,
)

Shoot = Callable[..., Breakdown]
FUNERAL = """INT. FUNERAL HALL - DAY

CLOSE ON a black coffin. Rain on the windows.

Mourners in rows. ADA, 30, weeps.

ADA
He was my whole life.

The whole hall gasps.

EVE, 25, watches from behind a pillar.

EVE (V.O.)
He never liked her.

ADA
Goodbye.
"""
ROOF = """EXT. ROOFTOP - NIGHT

ADA, 30, and EVE, 25, face each other.

ADA
Give it back.

Eve stumbles back over the edge.

Ada catches Eve's hand. Eve hangs over the city.

EVE
Help me!

Thunder.

ADA
I have you.
"""


def test_a_scene_is_dressed_with_what_its_words_name(shoot: Shoot) -> None:
    props = shoot(FUNERAL).shots[1].set.props
    assert {"coffin", "flowers", "mourners"} <= set(props)


def test_a_crowd_that_gasps_is_seen_to_gasp(shoot: Shoot) -> None:
    gasp = next(shot for shot in shoot(FUNERAL).shots if "gasps" in shot.action)
    assert "mourners:shock" in gasp.set.props
    assert gasp.size is ShotSize.MS


def test_who_hides_is_never_in_one_frame_with_those_who_do_not_know(shoot: Shoot) -> None:
    shots = shoot(FUNERAL).shots
    eve = [shot for shot in shots if any(one.character == "eve" for one in shot.people)]
    assert eve
    assert all(len(shot.people) == 1 for shot in eve)
    assert any("backs" in shot.set.props for shot in eve)


def test_who_hides_joins_the_others_once_they_speak(shoot: Shoot) -> None:
    found = FUNERAL + "\nEVE\nYou lied to all of us.\n\nADA\nNo.\n\nEve slaps Ada.\n"
    last = [shot for shot in shoot(found).shots if "slaps" in shot.action]
    assert {one.character for one in last[0].people} == {"ada", "eve"}


def test_what_stood_in_a_place_stands_there_when_we_come_back(shoot: Shoot) -> None:
    back = FUNERAL + "\nINT. CAR - DAY\n\nAda drives.\n\nINT. FUNERAL HALL - DAY\n\nAda waits.\n"
    shots = [shot for shot in shoot(back).shots if shot.slate.scene == "3"]
    assert all("coffin" in shot.set.props for shot in shots)
    assert all(shot.set.weather is Weather.RAIN for shot in shots)


def test_who_hangs_from_an_edge_is_a_face_over_the_abyss(shoot: Shoot) -> None:
    shots = shoot(ROOF).shots
    eve = [shot for shot in shots if [one.character for one in shot.people] == ["eve"]]
    hanging = [shot for shot in eve if "abyss" in shot.set.props]
    assert len(hanging) >= 2
    close = [shot.size for shot in hanging if shot.angle is not Angle.OVERHEAD]  # but the fall
    assert len(close) == len(hanging) - 1
    assert all(size in (ShotSize.MCU, ShotSize.CU, ShotSize.ECU) for size in close)
    assert all(shot.people[0].look_at == "lens" for shot in hanging)


def test_a_hand_that_catches_a_hand_is_seen_alone(shoot: Shoot) -> None:
    inserts = [shot.insert for shot in shoot(ROOF).shots if shot.insert]
    assert [(one.kind, one.text) for one in inserts] == [(InsertKind.OBJECT, "clasped hands")]


def test_what_is_only_heard_gets_no_empty_picture(shoot: Shoot) -> None:
    shots = shoot(ROOF).shots
    assert any(cue.sound is Sound.THUNDER for shot in shots for cue in shot.sounds)
    assert not [shot for shot in shots if shot.action == "Thunder."]


@pytest.mark.parametrize(
    ("persona", "expected"),
    [
        ("Cold, calculating.", Expression.CONTEMPT),
        ("A gentle soul.", Expression.TENDER),
        ("An accountant.", Expression.CALM),
    ],
)
def test_a_face_at_rest_is_what_is_said_of_someone(
    shoot: Shoot, persona: str, expected: Expression
) -> None:
    bible = f'[[characters]]\nname = "Ada"\npersona = "{persona}"\n'
    script = "INT. ROOM - DAY\n\nADA\nIt is four. The train has gone.\n"
    line = next(line for shot in shoot(script, bible=bible).shots for line in shot.lines)
    assert line.kind is LineKind.ON_SCREEN
    assert line.expression is expected


def test_a_cold_heart_says_goodbye_coldly(shoot: Shoot) -> None:
    bible = '[[characters]]\nname = "Ada"\npersona = "Ruthless."\n'
    script = "INT. ROOM - DAY\n\nADA\nGoodbye, Eve.\n"
    line = next(line for shot in shoot(script, bible=bible).shots for line in shot.lines)
    assert line.expression is Expression.CONTEMPT


def test_a_chinese_list_of_the_present_makes_guests_a_crowd(shoot: Shoot) -> None:
    script = (
        "第1集\n1-1 日 内 大厅\n人物：林晚、宾客\n△林晚走进大厅。\n林晚：都别动。\n△全场惊呼。\n"
    )
    made = shoot(script)
    assert [person.name for person in made.cast] == ["林晚"]
    assert any("guests:shock" in shot.set.props for shot in made.shots)
