"""What is seen while one person goes on speaking."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from engine.contracts import Breakdown, InsertKind, LineKind, Shot, ShotSize
from engine.script.lexicon.spoken_of import things_in

Shoot = Callable[..., Breakdown]
DEMO = Path(__file__).parents[4] / "deploy" / "demo"
SIZES = tuple(ShotSize)

THOUGHT = """INT. KITCHEN - NIGHT

ADA, 30, sits at the table. Rain on the window.

ADA (V.O.)
I never told anyone about that night, and I never will. He left the letter on the table and a
knife beside it. The rain did not stop for a week after he was gone.
"""


def faces(shot: Shot) -> tuple[str, ...]:
    return tuple(one.character for one in shot.people if one.focus)


def spoken(shots: tuple[Shot, ...], kind: LineKind) -> list[Shot]:
    return [shot for shot in shots if any(line.kind is kind for line in shot.lines)]


def test_an_inner_voice_cuts_away_to_the_things_it_names(shoot: Shoot) -> None:
    inner = spoken(shoot(THOUGHT).shots, LineKind.VOICE_OVER)
    seen = [shot.insert.text for shot in inner if shot.insert]
    assert "letter" in seen
    assert all(shot.insert.kind is InsertKind.OBJECT for shot in inner if shot.insert)
    assert any(faces(shot) == ("ada",) for shot in inner)


def test_a_thing_is_cut_away_to_once_in_a_scene(shoot: Shoot) -> None:
    again = THOUGHT + "\nADA (V.O.)\nThe letter. I burned the letter. Nobody read that letter.\n"
    seen = [shot.insert.text for shot in shoot(again).shots if shot.insert]
    assert seen.count("letter") == 1


def test_an_inner_voice_about_him_cuts_to_him_and_never_puts_the_hidden_in_his_frame(
    shoot: Shoot,
) -> None:
    script = (
        "INT. HALL - DAY\n\nADA, 30, hides behind a pillar.\n\nTOM, 40, weeps.\n\n"
        "TOM\nShe was all I had.\n\nAda holds her breath.\n\n"
        "ADA (V.O.)\nHe cries so well, as he always did.\n"
    )
    last = spoken(shoot(script).shots, LineKind.VOICE_OVER)[0]
    assert faces(last) == ("tom",)
    assert len(last.people) == 1


def test_who_speaks_aloud_is_left_only_for_a_thing_that_is_there(shoot: Shoot) -> None:
    speech = (
        "ADA\nI have kept it for nine long years in this house. I have kept the key for you, "
        "and nobody has ever asked me about the key. I have kept my word all the same.\n"
    )
    head = "INT. KITCHEN - DAY\n\nADA, 30, stands by the window."
    there = shoot(f"{head} A key hangs on the wall.\n\n{speech}").shots
    absent = shoot(f"{head}\n\n{speech}").shots
    assert "key" in [shot.insert.text for shot in there if shot.insert]
    assert not [shot for shot in absent if shot.insert]


def test_a_word_that_only_looks_like_a_thing_is_none() -> None:
    assert things_in("I will watch you check the rest.", "en") == ()
    assert things_in("Read the will. I kept your watch.", "en") == ("document", "clock")
    assert things_in("我相信你的秘书。", "zh-Hans") == ()
    assert things_in("那把刀和这封信。", "zh-Hans") == ("knife", "letter")


def _alike(one: Shot, other: Shot) -> bool:
    """Less than two sizes, or a size and the angle, between two shots of one face."""
    if one.slate.scene != other.slate.scene or one.insert or other.insert:
        return False
    steps = abs(SIZES.index(one.size) - SIZES.index(other.size))
    near = steps == 0 or (steps == 1 and one.angle == other.angle)
    return near and bool(faces(one)) and faces(one) == faces(other)


@pytest.mark.parametrize("name", ["empty-coffin.fountain", "kong-guan.txt"])
def test_no_two_neighbouring_shots_of_the_demo_look_the_same(shoot: Shoot, name: str) -> None:
    text = (DEMO / name).read_text(encoding="utf-8")
    bible = (DEMO / name).with_suffix(".toml").read_text(encoding="utf-8")
    for episode in (1, 2, 3) if name.endswith("fountain") else (1,):
        shots = shoot(text, name, bible=bible, episode=episode).shots
        assert [one.slate.id for one, other in pairwise(shots) if _alike(one, other)] == []
