"""Scripts as strangers bring them: court revenge, hidden heirs, hospitals, campuses."""

import pytest

from engine.contracts import (
    Breakdown,
    Character,
    Gesture,
    InsertKind,
    LineKind,
    Posture,
    SetKind,
)
from tests.engine.script.breakdown.conftest import Shoot

PALACE = """1-1 日 外 皇宫 御花园
人物：沈清欢、皇后、黑衣人
△皇后（35岁，凤冠霞帔）走来。
皇后：你还敢回来？
△六岁的小太子跑过来，抱住沈清欢（22岁，一身素白汉服）。
小太子：不许打她！
△众人大惊。
△黑衣人跪下。
黑衣人：娘娘。

1-2 夜 内 太医院
△皇后把银子扔在桌上。
皇后：活不过今晚。
"""
HEIR = """INT. VILLA - NIGHT

Vivian throws a ring into Ethan's face.

VIVIAN
You are a driver!

INT. STAIRCASE - DAY

ETHAN COLE, 28, in a driver's uniform, comes down. His daughter LILY, 6, holds his hand.

LILY
Daddy?

A tear runs down Lily's cheek.

Ethan's phone rings. The screen reads: SECRETARY LIN.

ETHAN
Speak.

SECRETARY LIN (V.O.)
Your father is dead.

Ethan opens a letter. It reads: "She is not your daughter."

INT. BOARDROOM - DAY

Ethan walks in, in a black suit. SECRETARY LIN, 30, bows.

SECRETARY LIN
Welcome home.
"""
WARD = """Language: es

INT. IGLESIA - DÍA

Valeria, vestida de novia, besa a Mateo.

VALERIA
Para siempre.

INT. HABITACIÓN DE HOSPITAL - DÍA

VALERIA, 26, en camisón de hospital, yace en la cama. DOÑA CARMEN, 68, con un rosario, la mira.

La ENFERMERA ROSA, 45, de uniforme azul, sale.

DOÑA CARMEN
No es mi nieto.

VALERIA
¡Es hijo de Mateo! ¡Te lo juro por mi vida!

DOÑA CARMEN
Mientes, mientes como tu madre.

Suena el teléfono de Valeria. En la pantalla: "Ven sola."

INT. PLANETARIO ABANDONADO - NOCHE

Mateo espera. En la televisión: "ROBAN UN BEBÉ DEL HOSPITAL CENTRAL".
"""


def _who(made: Breakdown, name: str) -> Character:
    return next(one for one in made.cast if one.name == name)


def test_among_robes_nobody_wears_a_jacket_and_the_crowd_wears_robes_too(shoot: Shoot) -> None:
    made = shoot(PALACE, "palace.txt")
    assert _who(made, "黑衣人").look.wardrobe.kind == "hanfu"
    props = {prop.partition(":")[0] for shot in made.shots for prop in shot.set.props}
    assert "courtiers" in props
    assert "guests" not in props


def test_one_in_robes_at_a_ball_leaves_the_others_in_their_suits(shoot: Shoot) -> None:
    made = shoot(
        "INT. BALLROOM - NIGHT\n\nMEI, 20, in a hanfu. The guests stare. JACK, 30, in a suit, "
        "turns. ANNA, 30, in a dress, laughs.\n\nMEI\nHello.\n\nJACK\nHello.\n\nANNA\nWho is she?\n"
    )
    assert _who(made, "Jack").look.wardrobe.kind == "suit"
    assert any(prop.startswith("guests") for prop in made.shots[0].set.props)


def test_a_six_year_old_crown_prince_is_six(shoot: Shoot) -> None:
    assert _who(shoot(PALACE, "palace.txt"), "小太子").look.age == 6


def test_the_imperial_doctors_have_no_modern_hospital(shoot: Shoot) -> None:
    assert shoot(PALACE, "palace.txt").shots[-1].set.set is SetKind.PALACE


def test_who_was_named_in_a_recap_is_introduced_with_the_surname_later(shoot: Shoot) -> None:
    ethan = _who(shoot(HEIR), "Ethan")
    assert (ethan.look.age, ethan.look.wardrobe.kind) == (28, "suit")


def _worn(made: Breakdown, who: str, scene: str) -> set[str]:
    """Kinds and colours of what someone wears in a scene other than by their look."""
    people = [one for shot in made.shots if shot.slate.scene == scene for one in shot.people]
    clothes = [one.wears for one in people if one.character == who]
    return {f"{worn.kind} {worn.color}" if worn else "" for worn in clothes}


def test_who_comes_back_in_other_clothes_wears_them_from_there_on(shoot: Shoot) -> None:
    made = shoot(HEIR)
    assert _worn(made, "ethan", "2") == {""}
    assert _worn(made, "ethan", "3") == {"suit #24252b"}


def test_a_bride_of_the_recap_is_a_patient_in_the_ward(shoot: Shoot) -> None:
    made = shoot(WARD)
    assert _worn(made, "valeria", "1") == {"wedding #f3efe7"}
    assert _worn(made, "valeria", "2") == {""}


def test_the_clothes_of_a_bible_stay_on(shoot: Shoot) -> None:
    bible = '[[characters]]\nname = "Ethan"\n[characters.look.wardrobe]\nkind = "hoodie"\n'
    assert _worn(shoot(HEIR, bible=bible), "ethan", "3") == {""}


MAFIA = """EXT. CEMETERY - DAY

Bianca stands at a grave in a black coat.

DON MARCO
You are mine.

INT. BEDROOM - NIGHT

BIANCA ROSSI, 23, in a white nightgown. DON MARCO VITALE, 33, in a black shirt, smiles.

BIANCA
No.

Marco laughs.

INT. CAR - NIGHT

Bianca drives.

UNKNOWN VOICE (V.O.)
He is not who he says he is.

She slams on the brakes.
"""


def test_a_don_who_gets_a_surname_is_the_same_don(shoot: Shoot) -> None:
    made = shoot(MAFIA)
    assert {one.name for one in made.cast} == {"Bianca", "Don Marco", "Unknown Voice"}
    assert _who(made, "Don Marco").look.wardrobe.kind == "shirt"


def test_a_first_name_is_enough_to_say_who_wears_a_coat(shoot: Shoot) -> None:
    assert _worn(shoot(MAFIA), "bianca", "1") == {"coat #24252b"}


def test_she_who_hears_a_voice_is_not_the_voice(shoot: Shoot) -> None:
    shots = [shot for shot in shoot(MAFIA).shots if shot.set.set is SetKind.CAR]
    assert {one.character for shot in shots for one in shot.people} == {"bianca"}


def test_laughing_students_are_seen_and_not_who_was_seen_last(shoot: Shoot) -> None:
    talk = "BRITTANY\nOops.\n\nLUNA\nMy books are all wet now. Why?\n\nBRITTANY\nWhy not?\n\n"
    made = shoot(f"INT. SCHOOL HALLWAY - DAY\n\n{talk}Students laugh.\n\nLUNA\nStop it.\n")
    laugh = next(shot for shot in made.shots if shot.action == "Students laugh.")
    assert laugh.people == ()
    assert "students:joy" in laugh.set.props


def test_a_tear_that_runs_makes_nobody_run(shoot: Shoot) -> None:
    made = shoot(HEIR)
    cues = [cue for shot in made.shots for one in shot.people for cue in one.gestures]
    assert all(cue.gesture is not Gesture.RUN for cue in cues)


def test_a_caller_is_on_the_screen_of_the_phone_and_not_in_the_room(shoot: Shoot) -> None:
    made = shoot(HEIR)
    call = next(shot.insert for shot in made.shots if shot.insert)
    assert (call.kind, call.sender) == (InsertKind.PHONE_SCREEN, "Secretary Lin")
    heard = [s for s in made.shots for line in s.lines if line.kind is LineKind.VOICE_OVER]
    assert heard
    assert all(one.character != "secretary-lin" for shot in heard for one in shot.people)


def test_it_reads_is_no_shot_of_its_own(shoot: Shoot) -> None:
    assert all(not shot.action.startswith("It reads") for shot in shoot(HEIR).shots)


@pytest.mark.parametrize(("name", "worn"), [("Valeria", "patient"), ("Enfermera Rosa", "scrubs")])
def test_clothes_are_those_of_the_introduction_and_of_the_trade(
    shoot: Shoot, name: str, worn: str
) -> None:
    assert _who(shoot(WARD), name).look.wardrobe.kind == worn


def test_a_rosary_is_no_rose_and_the_owner_of_a_phone_sends_nothing(shoot: Shoot) -> None:
    inserts = [shot.insert for shot in shoot(WARD).shots if shot.insert]
    assert all(insert.text != "flowers" for insert in inserts)
    assert next(i for i in inserts if i.kind is InsertKind.PHONE_SCREEN).sender == ""


def test_news_of_a_hospital_build_none(shoot: Shoot) -> None:
    assert shoot(WARD).shots[-1].set.set is SetKind.PLAIN


def test_nobody_is_seen_over_the_shoulder_of_who_lies(shoot: Shoot) -> None:
    shots = shoot(WARD).shots
    lying = [s for s in shots if any(one.posture is Posture.LIE for one in s.people)]
    assert lying
    assert all(not one.over_shoulder for shot in lying for one in shot.people)


def test_who_bursts_through_a_door_does_not_hide_behind_it(shoot: Shoot) -> None:
    made = shoot("INT. HOSPITAL STAIRWELL - NIGHT\n\nMIA bursts through the door.\n\nMIA\nLeo!\n")
    assert {shot.set.set for shot in made.shots} == {SetKind.HOSPITAL}


def test_a_message_from_someone_outside_the_cast_has_a_sender(shoot: Shoot) -> None:
    made = shoot('INT. CAFÉ - DAY\n\nA text message from Mom: "Run."\n\nMIA\nMom?\n')
    assert next(shot.insert for shot in made.shots if shot.insert).sender == "Mom"
