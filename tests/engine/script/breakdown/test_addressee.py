"""Whom a line is said to, and so whose face it lands on."""

from collections.abc import Callable

import pytest

from engine.contracts import Breakdown, Gesture, LineKind, Shot, ShotSize
from engine.script.plan import Deed, Kind, Moment
from engine.script.staging.addressee import addressees

Shoot = Callable[..., Breakdown]
ROOF = """INT. HALL - NIGHT

ADA, 30, a woman, EVE, 24, a woman, and LEO, 40, a man, stand in the hall.

EVE
It was raining all day.

{}
"""


def of(made: Breakdown, said: str) -> Shot:
    return next(shot for shot in made.shots if any(said in line.text for line in shot.lines))


def partner(made: Breakdown, said: str) -> str:
    """Whom the speaker of a line looks at."""
    shot = of(made, said)
    speaker = shot.lines[0].character
    return next(one.look_at for one in shot.people if one.character == speaker)


@pytest.mark.parametrize(
    ("before", "line", "to"),
    [
        ("Ada laughs.", "What is so funny?", "ada"),
        ("Leo turns to Ada.", "And you, my love?", "ada"),
        ("Leo grabs Ada. Leo slaps Ada.", "Quiet.", "ada"),
        ("", "What a day this was.", "eve"),
        ("Ada laughs.", "Stop that, Eve.", "eve"),
        ("", "They will say Eve jumped.", "ada"),
    ],
)
def test_who_acted_last_outranks_who_spoke_last(
    shoot: Shoot, before: str, line: str, to: str
) -> None:
    made = shoot(ROOF.format(f"{before}\n\nLEO\n{line}"))
    assert partner(made, line) == to


def test_in_chinese_too_who_laughed_is_asked(shoot: Shoot) -> None:
    made = shoot(
        "第1集\n1-1 夜 内 大厅\n人物：林娜、林艾、陈默\n△林娜和林艾站着。\n林艾：下雨了。\n"
        "△林娜大笑。\n陈默：你笑什么？\n陈默：再见，林艾。\n"
    )
    assert partner(made, "笑什么") == "林娜"
    assert partner(made, "再见") == "林艾"


def test_who_goes_on_speaking_speaks_to_the_same(shoot: Shoot) -> None:
    made = shoot(ROOF.format("LEO\nListen, Ada.\n\nLEO\nThis is the end."))
    assert partner(made, "the end") == "ada"


def test_both_of_you_shows_both(shoot: Shoot) -> None:
    made = shoot(ROOF.format("LEO\nBeautiful. Both of you, in one place."))
    shot = of(made, "Both of you")
    assert shot.size is ShotSize.WS
    assert {one.character for one in shot.people} == {"ada", "eve", "leo"}


def test_of_two_who_are_there_the_other_one_is_meant_even_if_only_named() -> None:
    line = Moment(Kind.SPEECH, "Mia said so.", who="leo", others=("mia",), present=("mia", "leo"))
    assert addressees((line,)) == {0: "mia"}


def test_an_inner_voice_does_not_make_anyone_the_one_who_spoke() -> None:
    there = ("ann", "leo", "mia")
    laughs = (Deed(0.0, "ann", Gesture.LAUGH, "", ""),)
    moments = (
        Moment(Kind.ACTION, "Ann laughs.", who="ann", present=there, deeds=laughs),
        Moment(Kind.SPEECH, "Why?", who="mia", present=there, spoken=LineKind.VOICE_OVER),
        Moment(Kind.SPEECH, "Stop.", who="leo", present=there),
    )
    assert addressees(moments)[2] == "ann"
