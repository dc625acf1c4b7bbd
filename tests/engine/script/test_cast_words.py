"""A person from words: what is said is believed, what is not understood is named."""

import tomllib
from typing import Any

import pytest

from engine.contracts import BibleRequest, Casting, CastRequest, EngineError, Look
from engine.rehearsal.figure import HAIR_STYLES, WARDROBES
from engine.script.people.bible import read_bible
from engine.script.people.cast import LONGEST, cast
from engine.script.people.entry_toml import as_toml
from engine.script.people.heritage import HERITAGES
from engine.script.people.looks import FAMILIES
from tests.engine.quiet import Quiet


def made(words: str, **options: Any) -> Casting:
    return cast(CastRequest(description=words, **options), Quiet())


def look(words: str, **options: Any) -> Look:
    return made(words, **options).character.look


@pytest.mark.parametrize(
    "words",
    [
        "a tired night nurse, 30, glasses",
        "一位疲惫的夜班护士，30岁，戴眼镜",
        "一位疲惫的夜班护士，三十岁，戴眼镜",
        "una enfermera cansada, 30 años, con gafas",
    ],
)
def test_the_same_is_understood_in_three_languages(words: str) -> None:
    nurse = look(words)
    assert (nurse.presentation, nurse.age, nurse.wardrobe.kind) == ("woman", 30, "scrubs")
    assert nurse.glasses
    assert nurse.eyebags > 0.5


def test_words_that_mean_nothing_are_named() -> None:
    assert made("a tired night nurse from Ohio, 30").unknown == ("night", "Ohio")
    assert made("一位疲惫的夜班护士，30岁").unknown == ("夜班",)
    assert made("una mujer vieja").unknown == ()


def test_what_is_understood_says_which_words_set_what() -> None:
    told = {one.words: one.sets for one in made("a police officer, 38, red hair").understood}
    assert told["police officer"]["wardrobe.kind"] == "police"
    assert told["38"] == {"age": "38"}
    assert told["red hair"] == {"hair_color": "#9b3a22"}


def test_a_colour_belongs_to_what_it_stands_beside() -> None:
    coat = made("a woman in a black coat, 30")
    assert coat.character.look.wardrobe.color == "#24252b"
    assert all("heritage" not in one.sets for one in coat.understood)
    woman = look("a black woman with white hair in a red dress")
    assert woman.skin in HERITAGES["african"].skins
    assert (woman.hair_color, woman.wardrobe.color) == ("#b9bcc2", "#c0392b")


WORD = {
    "european": "Irish",
    "african": "Nigerian",
    "east_asian": "Korean",
    "southeast_asian": "Thai",
    "south_asian": "Indian",
    "middle_eastern": "Persian",
    "latin": "Mexican",
}


@pytest.mark.parametrize("heritage", HERITAGES)
def test_a_face_keeps_to_the_descent_that_is_told(heritage: str) -> None:
    word = WORD[heritage]
    row = HERITAGES[heritage]
    for seed in range(6):
        one = look(f"a {word} man, 30", seed=seed)
        assert one.skin in row.skins
        assert one.eyes in row.eyes
        assert row.nose_width[0] <= one.nose_width <= row.nose_width[1]
        assert row.nose_bridge[0] <= one.nose_bridge <= row.nose_bridge[1]


def test_the_same_words_give_the_same_person_and_another_seed_another() -> None:
    assert made("a thief, 25") == made("a thief, 25")
    assert len({repr(look("a thief, 25", seed=seed)) for seed in range(8)}) == 8


def test_a_name_gives_the_look_that_a_script_would() -> None:
    mia = made("a lawyer, 40", name="Mia").character
    assert (mia.id, mia.name, mia.look.presentation) == ("mia", "Mia", "woman")
    assert made("a lawyer, 40", name="Mia") != made("a lawyer, 40", name="Zoya")


def test_clothes_of_a_people_are_worn_by_one_of_them_unless_told() -> None:
    assert look("the emperor, 46").skin in HERITAGES["east_asian"].skins
    assert look("a Nigerian emperor, 46").skin in HERITAGES["african"].skins


def test_the_entry_for_a_bible_is_read_back_as_the_same_person() -> None:
    person = made("a tired night nurse, 30, called “Mia”\\", name="Mia").character
    text = as_toml(person)
    assert tomllib.loads(text)["characters"][0]["look"]["age"] == 30
    (read,) = read_bible(BibleRequest(text=text), Quiet()).characters
    assert (read.look, read.voice, read.persona) == (person.look, person.voice, person.persona)


@pytest.mark.parametrize("words", ["", "  ", "x" * (LONGEST + 1)])
def test_nothing_and_a_novel_are_refused_in_words(words: str) -> None:
    with pytest.raises(EngineError, match="between 1 and"):
        made(words)


def test_all_that_casting_may_choose_is_drawn() -> None:
    for row in HERITAGES.values():
        assert set(row.women) | set(row.men) <= set(HAIR_STYLES)
    assert {kind for family in FAMILIES.values() for kind in family} <= set(WARDROBES)
