"""A noun beside a name introduces one person, dressed as it says."""

import random

import pytest

from engine.contracts import Posture, ReadRequest
from engine.script.lexicon.names import MEN
from engine.script.people.casting import Cast, cast_screenplay
from engine.script.reading.read import read
from tests.engine.quiet import Quiet
from tests.engine.script.breakdown.conftest import Shoot


def cast(text: str, name: str = "script.fountain") -> Cast:
    return cast_screenplay(read(ReadRequest(text=text, name=name), Quiet()))


@pytest.mark.parametrize(
    "introduced",
    [
        "A young courier, DEV, 22, in a yellow jacket and a helmet, drips on the floor.",
        "DEV, 22, a courier in a yellow jacket, drips on the floor.",
        "A courier named DEV, 22, in a yellow jacket, drips on the floor.",
        "The courier (DEV, 22, in a yellow jacket) drips on the floor.",
    ],
)
def test_a_noun_beside_a_name_is_nobody_else(introduced: str, shoot: Shoot) -> None:
    text = f"INT. KITCHEN - NIGHT\n\n{introduced}\n\nDEV\nPizza.\n"
    (dev,) = cast(text).characters
    assert (dev.name, dev.look.age) == ("Dev", 22)
    assert (dev.look.wardrobe.kind, dev.look.wardrobe.color) == ("jacket", "#e0a526")
    assert dev.look.signature != "hat"
    people = [person for shot in shoot(text).shots for person in shot.people]
    assert {person.character for person in people} == {"dev"}
    assert {person.posture for person in people} == {Posture.STAND}


def test_a_chinese_noun_beside_a_name_is_nobody_else() -> None:
    head = "第1集\n1-1 夜 内 厨房\n人物：林晚、小王\n"
    text = f"{head}△一名快递员，小王，22岁，穿着黄色夹克。\n小王：您的外卖。\n"
    found = cast(text, "script.txt")
    assert {one.name for one in found.characters} == {"林晚", "小王"}
    assert found.get(found.find("小王")).look.wardrobe.kind == "jacket"


def test_a_noun_in_a_list_of_people_is_somebody() -> None:
    found = cast("INT. BARN - DAY\n\nA nurse, MIA and LEO wait.\n\nMIA\nNo.\n\nLEO\nYes.\n")
    assert {one.name for one in found.characters} == {"Nurse", "Mia", "Leo"}


@pytest.mark.parametrize(
    ("sentence", "posture"),
    [
        ("Mia sits on the floor.", Posture.SIT),
        ("Mia lies on the floor.", Posture.LIE),
        ("Mia is on the floor.", Posture.LIE),
        ("Mia falls to the floor.", Posture.LIE),
        ("Water drips on the floor around Mia.", Posture.STAND),
    ],
)
def test_who_is_on_the_floor_lies_if_the_verb_says_so(
    sentence: str, posture: Posture, shoot: Shoot
) -> None:
    shots = shoot(f"INT. KITCHEN - NIGHT\n\n{sentence}\n\nMIA\nHelp.\n").shots
    assert shots[-1].people[0].posture is posture


def test_a_helmet_is_said_not_to_be_drawn(shoot: Shoot) -> None:
    made = shoot("INT. BARN - DAY\n\nDEV, 30, in a helmet, waits.\n\nDEV\nHello.\n")
    assert any("helmet" in one.message for one in made.problems if one.code == "not-drawn")


def test_young_men_hardly_ever_have_a_beard() -> None:
    names = random.Random(3).sample(sorted(MEN), 60)  # noqa: S311 - no secret
    text = "\n\n".join(f"{name.upper()}, 22, waits.\n\n{name.upper()}\nHi." for name in names)
    beards = [one.look.facial_hair for one in cast(f"INT. BARN - DAY\n\n{text}").characters]
    assert set(beards) <= {"none", "stubble"}
    assert beards.count("stubble") < len(beards) / 4
