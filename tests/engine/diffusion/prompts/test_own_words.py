"""A person's own words, what is excluded, and why earlier takes were rejected."""

import pytest

from engine.contracts import Expression, Final
from tests.engine.diffusion.prompts.scenes import MIA, person, shot, told

SHOT = shot(person(felt=Expression.RAGE, look_at="lens"))


def test_own_words_replace_the_composed_ones() -> None:
    made = told("wan", SHOT, Final(prompt="A cat.\nIt yawns."))
    assert made.text.splitlines()[:2] == ["A cat.", "It yawns."]
    assert MIA.name not in made.text


def test_own_words_for_a_keyframe_leave_the_video_composed() -> None:
    final = Final(keyframe_prompt="A cat.")
    assert told("flux2", SHOT, final).text.startswith("A cat.")
    assert "A cat." not in told("wan", SHOT, final).text


def test_exclusions_and_reasons_are_added_to_own_words() -> None:
    final = Final(prompt="A cat.", avoid=("too dark",))
    assert told("wan", SHOT, final).text.splitlines() == [
        "A cat.",
        "Exactly one person in the frame, free of captions and watermarks.",
        "The picture is brightly lit, every face clearly visible.",
    ]


def test_a_model_with_guidance_is_told_faults_in_its_negative_prompt() -> None:
    made = told("wan", SHOT, Final(avoid=("too dark",)), guidance=5.0)
    assert "underexposed" in made.negative
    assert "watermark" in made.negative
    assert "free of captions" not in made.text
    assert "brightly lit" in made.text


def test_a_model_without_guidance_has_no_negative_prompt() -> None:
    assert told("wan", SHOT).negative == ""


@pytest.mark.parametrize(
    ("reason", "instead"),
    [
        ("太暗了", "brightly lit"),
        ("Wrong expression", "Mia with a face contorted with rage"),
        ("表情不对", "Mia with a face contorted with rage"),
        ("Wrong framing", "exactly this: medium shot"),
        ("wrong face", "Mia is a slim young woman of 26"),
        ("脸不对", "Mia is a slim young woman of 26"),
        ("Too slow", "begins at once"),
        ("手指太多", "five fingers"),
        ("字幕", "free of any lettering"),
    ],
)
def test_a_known_reason_is_said_the_other_way_round(reason: str, instead: str) -> None:
    assert instead in told("wan", SHOT, Final(avoid=(reason,))).text


def test_an_unknown_reason_is_passed_on_as_it_stands() -> None:
    made = told("wan", SHOT, Final(avoid=("The umbrella is green.",)), guidance=5.0)
    assert made.text.endswith("Avoid: The umbrella is green.")
    assert "The umbrella is green" in made.negative


def test_a_reason_is_said_once_and_no_reason_not_at_all() -> None:
    made = told("wan", SHOT, Final(avoid=("too dark", "太暗", "—", " ")))
    assert made.text.count("brightly lit") == 1
    assert "Avoid" not in made.text
