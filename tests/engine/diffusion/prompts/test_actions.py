"""How much of an action a shot shows, and in whose language."""

import pytest

from engine.contracts import Final, Gesture
from engine.diffusion.prompts.fit import Sentence, count, deeds, within
from tests.engine.diffusion.prompts.scenes import does, person, shot, told

NAMES = frozenset(("林娜",))


@pytest.mark.parametrize(
    ("action", "seconds", "kept", "gone"),
    [
        ("Mia turns and runs to the door.", 1.9, "Mia turns", ["runs to the door"]),
        ("Mia turns and runs to the door.", 5.0, "Mia turns, then runs to the door", []),
        ("Mia stumbles back. BANG!", 1.7, "Mia stumbles back", []),
        ("Mia and Tom stand ten steps apart.", 1.7, "Mia and Tom stand ten steps apart", []),
        ("EXT. ROOFTOP - NIGHT - STORM", 2.0, "", []),
        ("Mia, 28, sits down.", 2.0, "Mia sits down", []),
        ("林娜，28岁，黑色大衣，站在最后一排。", 2.0, "林娜站在最后一排", []),
        ("林娜尖叫。砰！", 1.7, "林娜尖叫", []),
        ("林娜屏住呼吸，看着双手。", 2.3, "林娜屏住呼吸", ["看着双手"]),
    ],
)
def test_an_action_is_cut_to_what_its_seconds_show(
    action: str, seconds: float, kept: str, gone: list[str]
) -> None:
    said, cut = deeds(action, seconds, NAMES)
    assert (said, [one.text for one in cut]) == (kept, gone)
    assert all("2.5 s" in str(one.why) for one in cut)


def test_the_sentence_of_the_screenplay_is_the_action() -> None:
    one = shot(person(gestures=(does(Gesture.WALK),)), action="Mia strides in.")
    assert "Mia strides in." in told("wan", one).text
    assert "walks" not in told("wan", one).text


def test_a_sentence_about_somebody_outside_the_frame_is_left_to_the_gestures() -> None:
    one = shot(person(gestures=(does(Gesture.WALK),)), action="Mia leaves Tom behind.")
    made = told("wan", one)
    assert "Mia walks forward." in made.text
    assert [cut.text for cut in made.cut] == ["Mia leaves Tom behind"]


@pytest.mark.parametrize("family", ["wan", "zimage"])
def test_an_action_in_chinese_is_passed_to_models_that_read_it(family: str) -> None:
    one = shot(person(gestures=(does(Gesture.WALK),)), action="她走进来。", language="zh-Hans")
    assert "她走进来。" in told(family, one).text


@pytest.mark.parametrize("family", ["ltx2", "minimax_h3"])
def test_other_models_are_told_the_gestures_of_a_chinese_action(family: str) -> None:
    one = shot(person(gestures=(does(Gesture.WALK),)), action="她走进来。", language="zh-Hans")
    made = told(family, one)
    assert "Mia walks forward." in made.text
    assert [cut.text for cut in made.cut] == ["她走进来。"]


def test_a_prompt_is_shortened_before_it_is_cut() -> None:
    long = [Sentence("one two three four", 5, "one two"), Sentence("five six", 1)]
    assert [one.text for one in within(long, 4)[0]] == ["one two", "five six"]
    lines, cut = within(long, 2)
    assert [one.text for one in lines] == ["one two"]
    assert [one.text for one in cut] == ["one two three four", "five six"]


def test_what_must_be_said_is_said_whatever_the_limit() -> None:
    made = told("wan", shot(person(), action="Mia sits down."), words=20)
    assert "Mia sits down." in made.text
    assert "Static camera" in made.text
    assert made.cut


def test_two_chinese_signs_count_as_a_word() -> None:
    assert count("Lin 林娜走进来") == 4


def test_own_words_are_never_cut_and_too_many_are_shown() -> None:
    own = "word " * 60
    made = told("wan", shot(person()), Final(prompt=own), words=50)
    assert made.text.startswith(own.strip())
    assert made.words > made.limit
