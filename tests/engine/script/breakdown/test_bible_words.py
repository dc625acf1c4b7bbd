"""Words of a series bible that nothing draws."""

from collections.abc import Callable

import pytest

from engine.contracts import BibleRequest, Breakdown, EngineError, Severity
from engine.rehearsal.figure import HAIR_STYLES, WARDROBES
from engine.script.lexicon import clothes, features
from engine.script.people.bible import check_bible, load_bible, read_bible
from engine.script.people.bible_words import WORDS
from engine.script.people.looks import HAIRS
from tests.engine.quiet import Quiet

Shoot = Callable[..., Breakdown]
BIBLE = """title = "Night"

[[characters]]
name = "Ada"
look = { hair = "bob", skin = "#f0c8a8" }

[[characters]]
name = "Tom"

[characters.look]
KEY = "WORD"
"""


def bible(key: str, word: str) -> str:
    return BIBLE.replace("KEY", key).replace("WORD", word)


@pytest.mark.parametrize(
    ("key", "word", "nearest"),
    [
        ("hair", "pony tail", "ponytail"),
        ("hair", "curls", "curly_short"),
        ("build", "muscular", "broad"),
        ("skin", "olive-skinned", "#c98f68"),
        ("skin", "pale", "#f3d3bd"),
        ("hair_color", "ginger", "#9b3a22"),
        ("eyes", "rounded", "round"),
        ("wardrobe.kind", "tux", "tuxedo"),
        ("wardrobe.color", "navy", "#1f4e79"),
    ],
)
def test_an_unknown_word_names_line_key_and_the_nearest_words(
    key: str, word: str, nearest: str
) -> None:
    (problem,) = check_bible(bible(key, word))
    assert problem.severity is Severity.WARNING
    assert "Line 11 " in problem.message
    assert f"“{word}”" in problem.message
    assert f"look.{key} of Tom" in problem.message
    assert nearest in problem.advice


def test_a_word_that_is_like_nothing_lists_what_there_is() -> None:
    (problem,) = check_bible(bible("hair", "xqzw"))
    assert "ponytail" in problem.advice
    assert "hijab" in problem.advice


def test_an_unknown_word_leaves_the_choice_to_the_rules() -> None:
    tom = load_bible(bible("hair", "mullet")).characters[1]
    assert tom.look == load_bible(bible("age", "")[: -len('age = ""\n')]).characters[1].look
    assert tom.look.hair in HAIR_STYLES


def test_a_known_word_is_no_problem() -> None:
    for hair in HAIR_STYLES:
        assert check_bible(bible("hair", hair)) == ()
    for kind in WARDROBES:
        assert check_bible(bible("wardrobe.kind", kind)) == ()


def test_whatever_is_taken_for_known_is_drawn() -> None:
    assert set(features.HAIRS.all_keys) | {one for row in HAIRS.values() for one in row} <= set(
        HAIR_STYLES
    )
    assert set(clothes.WORN.all_keys) <= set(WARDROBES)
    assert set(WORDS) > {"hair", "wardrobe.kind"}


def test_a_breakdown_tells_of_the_unknown_words_of_its_bible(shoot: Shoot) -> None:
    made = shoot("INT. ROOM - DAY\n\nTOM\nHello.\n", bible=bible("hair", "mullet"))
    assert "bible-unknown-word" in [problem.code for problem in made.problems]


def test_who_hands_in_a_bible_is_told_of_the_word_at_once() -> None:
    with pytest.raises(EngineError) as refused:
        read_bible(BibleRequest(text='[[characters]]\nname = "Mia"\nlook.hair = "bobb"'), Quiet())
    assert refused.value.message == (
        "Line 3 of the series bible: “bobb” means nothing for look.hair of Mia."
    )
    assert "bob" in refused.value.advice
