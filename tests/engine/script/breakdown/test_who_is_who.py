"""Whom the script means, whether a man or a woman, and how far apart they look."""

from itertools import combinations

import pytest

from engine.contracts import Character, ReadRequest
from engine.script.people.casting import Cast, cast_screenplay
from engine.script.people.gallery import apart
from engine.script.reading.read import read
from tests.engine.quiet import Quiet


def cast(text: str, name: str = "script.fountain") -> Cast:
    return cast_screenplay(read(ReadRequest(text=text, name=name), Quiet()))


def person(text: str, name: str) -> Character:
    found = cast(f"INT. ROOM - DAY\n\n{text}\n\n{name.upper()}\nHello.\n")
    return found.get(found.find(name))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("OWEN, 34, waits for his wife.", "Owen", "man"),
        ("PRIYA, 29, a detective, aims at a man.", "Priya", "woman"),
        ("QUILL, 40, a detective, reads.", "Quill", "man"),
        ("QUILL, 40, her sister, reads.", "Quill", "woman"),
        ("Quill sits down. She is tired.", "Quill", "woman"),
        ("Robert sits down. She is tired. Robert hides. She waits.", "Robert", "woman"),
        ("Owen looks at her. Owen takes her hand.", "Owen", "man"),
        ("Mrs. Quill is here.", "Quill", "woman"),
        ("Mara notices a ring on his finger and a bruise under his eye.", "Mara", "woman"),
        ("The WAITRESS chews.", "Waitress", "woman"),
        ("RAHUL waits.", "Rahul", "man"),
        ("ANJALI waits.", "Anjali", "woman"),
    ],
)
def test_the_script_says_who_is_a_woman_and_then_the_name(
    text: str, name: str, expected: str
) -> None:
    assert person(text, name).look.presentation == expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("陈舟走进来。", "man"),
        ("陈舟走进来。她累了。", "woman"),
        ("陈舟，35岁，正在等他妻子。", "man"),
        ("陈舟，28岁，女护士。", "woman"),
        ("陈舟，28岁，警察。她很累。", "woman"),
    ],
)
def test_a_chinese_script_says_who_is_a_woman_and_then_the_name(action: str, expected: str) -> None:
    found = cast(f"第1集\n1-1 日 内 客厅\n人物：陈舟\n△{action}\n陈舟：好。\n", "a.txt")
    assert found.get(found.find("陈舟")).look.presentation == expected


def test_who_is_introduced_with_a_surname_speaks_under_the_first_name() -> None:
    found = cast("INT. BARN - DAY\n\nJONAH PIKE, 35, a mechanic, waits.\n\nJONAH\nHello.\n")
    assert [one.name for one in found.characters] == ["Jonah Pike"]
    assert found.find("JONAH") == found.find("Jonah Pike")


def test_two_who_share_a_surname_stay_two() -> None:
    text = "INT. BARN - DAY\n\nJONAH PIKE\nMother.\n\nMRS. PIKE\nSon.\n\nPIKE\nHello.\n"
    assert len(cast(text).characters) == 3


def test_a_mother_does_not_make_a_woman_of_who_bears_her_name() -> None:
    text = "INT. BARN - DAY\n\nJONAH PIKE, 35, waits. Mrs. Pike is out.\n\nJONAH\nHello.\n"
    found = cast(text)
    assert found.get(found.find("JONAH")).look.presentation == "man"


def test_a_name_that_is_a_haircut_says_nothing_of_the_hair() -> None:
    styles = {person(f"{name} waits.", name).look.hair for name in ("BOB", "BOBBY", "ROBERTO")}
    assert "bob" not in styles


def test_what_someone_is_said_to_be_is_nobody_else() -> None:
    found = cast("INT. BARN - DAY\n\nADA, 35, a nurse, waits. A nurse passes.\n\nADA\nHello.\n")
    assert [one.name for one in found.characters] == ["Ada", "Nurse"]


def script_of(names: list[str]) -> str:
    return "INT. HALL - DAY\n\n" + "\n\n".join(f"{name}\nHello." for name in names)


NAMES = [
    "ADA", "BO", "CLEO", "DEAN", "EMMA", "FINN", "GRETA", "HUGO", "INES", "JON", "KATE", "LIAM",
]  # fmt: skip


def test_any_two_of_a_series_differ_clearly() -> None:
    for one, other in combinations(cast(script_of(NAMES)).characters, 2):
        assert apart(one.look, other.look) >= 200
        assert one.look.wardrobe.color != other.look.wardrobe.color


def test_hundreds_of_names_are_all_cast_and_no_two_look_the_same() -> None:
    letters = "abcdefghij"
    names = [f"{a}{b}{c}o".upper() for a in letters for b in letters for c in "xyz"]
    people = cast(script_of(names)).characters
    assert len(people) == 300
    assert len({one.look for one in people}) == 300
