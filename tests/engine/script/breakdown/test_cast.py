"""Looks and voices by rule, and the bible."""

from itertools import combinations

import pytest

from engine.contracts import (
    Bible,
    Element,
    ElementKind,
    EngineError,
    EpisodeScript,
    Scene,
    Screenplay,
    SetKind,
    Setting,
)
from engine.rehearsal.figure.build import build_of
from engine.script.people.bible import load_bible, load_entries
from engine.script.people.casting import Cast, cast_screenplay
from engine.script.people.gallery import apart
from engine.script.people.voices import ALIKE, nearness


def play(*lines: str, language: str = "en") -> Screenplay:
    """A scene from "NAME: line" and sentences of action."""
    elements = []
    for number, text in enumerate(lines, start=2):
        name, colon, said = text.partition(": ")
        if colon and name.isupper():
            element = Element(kind=ElementKind.DIALOGUE, text=said, line=number, character=name)
        else:
            element = Element(kind=ElementKind.ACTION, text=text, line=number)
        elements.append(element)
    scene = Scene(
        number="1",
        heading="INT. ROOM",
        setting=Setting.INT,
        place="ROOM",
        time=None,
        line=1,
        elements=tuple(elements),
        present=("林晚", "顾沉") if language.startswith("zh") else (),
    )
    episode = EpisodeScript(number=1, title="", scenes=(scene,))
    return Screenplay(title="", language=language, format="fountain", meta={}, episodes=(episode,))


def cast(*lines: str, bible: str = "", language: str = "en") -> Cast:
    return cast_screenplay(play(*lines, language=language), load_entries(bible)[1])


def test_an_introduction_is_believed() -> None:
    nob = cast("NOB, 42, white, male, bald and bearded, stands there.", "NOB: Fire.").characters[0]
    assert (nob.look.presentation, nob.look.age, nob.look.hair) == ("man", 42, "bald")
    assert nob.look.facial_hair == "beard"


def test_a_chinese_introduction_is_believed() -> None:
    people = cast("林晚，25岁，女，长发，穿着白色大衣。", language="zh-Hans")
    lin = people.get(people.find("林晚"))
    assert (lin.look.presentation, lin.look.age, lin.look.hair) == ("woman", 25, "long")
    assert (lin.look.wardrobe.kind, lin.look.wardrobe.color) == ("coat", "#e9e4d8")


def test_titles_and_trades_dress_people() -> None:
    people = cast("NURSE: Yes.", "OFFICER DANE: No.", "KING OTTO: Bow.", "DR. MARA: Sit.")
    kinds = [person.look.wardrobe.kind for person in people.characters]
    assert kinds == ["scrubs", "police", "royal", "doctor_coat"]


def test_the_way_people_are_addressed_dresses_them() -> None:
    people = cast("众人让开。", "路人喊：顾总来了！", language="zh-Hans")
    assert people.get(people.find("顾沉")).look.wardrobe.kind == "suit"


def test_given_names_and_pronouns_say_who_is_a_woman() -> None:
    people = cast("Quill enters. He smiles.", "QUILL: Hi.", "ELENA: Hi.", "ROBERT: Hi.")
    looks = [person.look.presentation for person in people.characters]
    assert looks == ["man", "woman", "man"]


def test_children_and_the_old_are_seen_and_heard_as_such() -> None:
    people = cast("GRANDMA: Eat.", "LITTLE BOY: No.")
    old, child = people.characters
    assert old.look.age >= 60
    assert build_of(child.look).height < 140
    assert child.voice.pitch > 1.1 > old.voice.pitch
    assert old.voice.roughness > 0.2


def test_a_name_gets_the_same_look_in_every_script() -> None:
    one = cast("ZORA: Yes.").characters[0]
    other = cast("ZORA: No.", "ELI: What?").characters[0]
    assert (one.look, one.voice, one.id) == (other.look, other.voice, other.id)


def test_no_two_of_a_series_are_mixed_up() -> None:
    women = ("ANNA", "BELLA", "CLARA", "DORA", "EMMA", "FAYE")
    men = ("ADAM", "BRUCE", "CARL", "DEREK", "EVAN", "FELIX")
    people = cast(*(f"{name}: Hello." for name in women + men)).characters
    assert len({person.look.wardrobe.color for person in people}) == len(people)
    for one, other in combinations(people, 2):
        assert apart(one.look, other.look) > 90
        assert nearness(one.voice, other.voice) <= ALIKE
        assert one.voice != other.voice


def test_nameless_people_of_an_action_get_a_look() -> None:
    people = cast("An old woman follows a boy.")
    assert {person.name for person in people.characters} == {"Old woman", "Boy"}


def test_a_trade_means_the_one_who_has_it() -> None:
    people = cast("NURSE HALE: Sit.", "The nurse smiles.")
    assert len(people.characters) == 1
    assert [ident for _, _, ident in people.mentions("The nurse smiles.")] == ["nurse-hale"]


def test_names_that_prose_tells_are_cast() -> None:
    people = cast("“You came back,” said Leo. MIA runs to the door.")
    assert people.find("leo")
    assert people.find("mia")


def test_two_names_on_a_line_are_two_people() -> None:
    assert len(cast("MIA AND LEO: Run!").characters) == 2


def test_names_in_any_script_have_an_id() -> None:
    people = cast("林晚来了。", language="zh-Hans")
    assert all(person.id for person in people.characters)
    assert people.find("林晚")


BIBLE = """
title = "Night"
[[characters]]
name = "Mia Chen"
aliases = ["阿米"]
[characters.look]
hair = "afro"
[characters.look.wardrobe]
color = "#123456"
[[places]]
name = "The Pit"
set = "cafe"
"""


def test_the_bible_is_laid_over_the_rules() -> None:
    mia = load_bible(BIBLE).characters[0]
    assert (mia.look.hair, mia.look.wardrobe.color) == ("afro", "#123456")
    assert mia.look.presentation == "woman"
    assert mia.id == "mia-chen"


def test_a_script_finds_the_bible_by_name_and_alias_in_any_case() -> None:
    people = cast("mia chen waits.", "MIA CHEN: Yes.", bible=BIBLE)
    assert len(people.characters) == 1
    assert people.find("阿米") == people.find("Mia CHEN") == "mia-chen"


def test_a_place_of_the_bible_is_read() -> None:
    assert load_bible(BIBLE).places[0].set is SetKind.CAFE


def test_no_bible_is_an_empty_bible() -> None:
    assert load_bible("") == Bible()


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("title = = 2", "bible-not-toml", "line 1"),
        ("titel = 'x'", "bible-unknown-key", "titel"),
        ("[[characters]]\nname = 'A'\n[characters.look]\nage = 'old'", "bible-bad-value", "age"),
        ("[[places]]\nname = 'A'\nset = 'moon'", "bible-bad-value", "set"),
        ("[[characters]]\nlook = 3", "bible-bad-value", "characters"),
        ("characters = 3", "bible-bad-value", "characters"),
    ],
)
def test_a_bible_that_cannot_be_read_names_the_key(text: str, code: str, named: str) -> None:
    with pytest.raises(EngineError) as caught:
        load_bible(text)
    assert caught.value.code == code
    assert named in caught.value.message
