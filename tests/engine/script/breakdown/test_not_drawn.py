"""What a script names and nothing here draws or plays is said, once, and nothing else is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contracts import Breakdown, Problem, Severity
from engine.script.lexicon.undrawn import EITHER_WAY, THINGS, begins_with_a_thing

Shoot = Callable[..., Breakdown]
SAMPLES = Path(__file__).parents[5] / "shared" / "samples"
DEMO = Path(__file__).parents[4] / "deploy" / "demo"


def notes(made: Breakdown) -> list[Problem]:
    return [problem for problem in made.problems if problem.code == "not-drawn"]


def told(shoot: Shoot, action: str, place: str = "INT. BARN - DAY", line: str = "Hello.") -> str:
    made = shoot(f"{place}\n\nADA, 30, waits. {action}\n\nADA\n{line}\n")
    return " ".join(note.message for note in notes(made))


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("A motorbike leans on the wall.", "motorbike"),
        ("A motorcycle roars past.", "motorcycle"),
        ("The chandelier trembles, breaks loose and falls.", "chandelier falls"),
        ("Two wolves watch from the hill.", "wolves"),
        ("Ada juggles three oranges.", "juggles three oranges"),
        ("She plays the violin.", "plays the violin"),
        ("A bear stands there.", "bear"),
        ("A key lies on the floor.", "key"),
    ],
)
def test_a_thing_or_a_doing_that_comes_to_nothing_is_named(
    shoot: Shoot, action: str, expected: str
) -> None:
    assert expected in told(shoot, action)


@pytest.mark.parametrize(
    "action",
    [
        "Ada walks to the door and sits down. Rain. Thunder.",
        "She holds a letter and reads it.",
        "Ada slaps the table. The lights flicker. She weeps.",
        "She cannot bear it. Ada ducks. They will train her to fish for words.",
        "There is no dog here.",
        "Ada does a robot dance.",
        "Behind the dark glass of the door, nothing.",
        "Seagulls. A bell tolls. A fire burns.",
        "Ada has a drink. Her bath is cold. A sip.",
    ],
)
def test_what_is_drawn_or_heard_or_no_thing_raises_no_alarm(shoot: Shoot, action: str) -> None:
    assert told(shoot, action) == ""


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("A hand clamps over Ada's mouth.", "clamps over Ada's mouth"),
        ("Her foot stamps on the brake.", "stamps on the brake"),
        ("Ada rides a dragon into the reactor.", "rides a dragon"),
        ("Ada, slowly, pockets the salt.", "pockets the salt"),
    ],
)
def test_what_a_person_does_and_nothing_plays_is_named_by_its_verb(
    shoot: Shoot, action: str, expected: str
) -> None:
    assert expected in told(shoot, action)


@pytest.mark.parametrize(
    "action",
    [
        "Ada signs.",
        "Ada draws back. Ada lunges.",
        "ADA, 30, her hair wet, waits. Ada remembers. Her hand shakes.",
        "Ada knocks on the door. She whispers something. Ada searches the room.",
        "Ada does not undress. The wind undresses the trees.",
        "Ada catches her breath. She holds her breath.",
    ],
)
def test_what_is_played_or_seen_by_being_there_is_no_unplayed_doing(
    shoot: Shoot, action: str
) -> None:
    assert told(shoot, action) == ""


def test_a_chinese_doing_that_nothing_plays_is_named(shoot: Shoot) -> None:
    script = "第1集\n1-1 夜 内 客厅\n人物：林晚\n△林晚屏住呼吸。林晚拆开闹钟。\n林晚：好。\n"
    (note,) = notes(shoot(script))
    assert "拆开闹钟" in note.message
    assert "呼吸" not in note.message


def test_a_manner_with_a_face_and_a_doing_is_named_for_its_doing(shoot: Shoot) -> None:
    assert "juggling" in told(shoot, "", line="(sarcastically juggling)\nHello.")
    assert told(shoot, "", line="(sarcastically)\nHello.") == ""


@pytest.mark.parametrize(
    ("action", "manner", "expected"),
    [
        ("", "(bamboozled)", "no face is known for (bamboozled); it stays as it was"),
        ("Ada pirouettes and yodels.", "", "known for pirouettes and yodels; the body rests"),
        ("A helicopter waits.", "", "is not drawn: helicopter; it is left out"),
    ],
)
def test_what_is_unknown_falls_to_a_default_that_is_named(
    shoot: Shoot, action: str, manner: str, expected: str
) -> None:
    assert expected in told(shoot, action, line=f"{manner}\nHello." if manner else "Hello.")


def test_an_unheard_of_transition_is_a_plain_cut_and_said_to_be(shoot: Shoot) -> None:
    script = "INT. BARN - DAY\n\nADA\nHello.\n\n{}\n\nINT. BARN - NIGHT\n\nADA\nNo.\n"
    assert "VORTEX" in notes(shoot(script.format("VORTEX TRANSITION TO:")))[0].message
    assert notes(shoot(script.format("SMASH CUT TO:"))) == []


def test_a_screenplay_in_a_language_nobody_taught_says_what_stands_in(shoot: Shoot) -> None:
    russian = "INT. KITCHEN - NIGHT\n\nАННА\nТы обещал вернуться ко мне.\n\nБОРИС\nПрости меня.\n"
    (note,) = [one for one in shoot(russian).problems if one.code == "language-not-understood"]
    assert "Russian" in note.message
    assert "faces stay calm" in note.message
    english = "INT. KITCHEN - NIGHT\n\nANNA\nYou promised to come back to me.\n"
    codes = {one.code for one in shoot(english).problems}
    assert not {"language-not-understood", "no-voice-for-letters"} & codes


def test_letters_that_no_voice_reads_are_said_before_anybody_hears_them(shoot: Shoot) -> None:
    khmer = "INT. KITCHEN - NIGHT\n\nMALI\nហេតុអ្វី\n\nARUN\nWhy did you come back to the house?\n"
    (note,) = [one for one in shoot(khmer).problems if one.code == "no-voice-for-letters"]
    assert "ហេតុអ្វី" in note.message
    assert "(1 pieces of lines)" in note.message


def test_a_set_that_brings_a_thing_along_draws_it_until_it_falls(shoot: Shoot) -> None:
    ballroom = "INT. BALLROOM - NIGHT"
    assert told(shoot, "A chandelier glitters.", ballroom) == ""
    assert "chandelier falls" in told(shoot, "The chandelier falls.", ballroom)
    assert "chandelier" in told(shoot, "A chandelier glitters.", "INT. CAFE - DAY")


def test_a_chinese_script_is_told_in_its_own_words(shoot: Shoot) -> None:
    script = (
        "第1集\n1-1 夜 内 客厅\n人物：林晚\n△一辆摩托车停在门口。吊灯突然坠落。\n"
        "△林晚弹钢琴，一条狗冲进来。走狗！\n林晚：好。\n"
    )
    said = " ".join(note.message for note in notes(shoot(script)))
    assert all(word in said for word in ("摩托车", "吊灯坠落", "弹钢琴", "狗"))
    assert "走狗" not in said


def test_a_manner_that_no_face_follows_is_named_and_timing_is_not(shoot: Shoot) -> None:
    assert "(drunk)" in told(shoot, "", line="(drunk)\nHello.")
    for plain in ("beat", "to Tom", "whispering", "furious", "into phone", "shrugs"):
        assert told(shoot, "", line=f"({plain})\nHello.") == ""


def test_a_sound_and_a_cut_that_nothing_makes_are_named(shoot: Shoot) -> None:
    script = "INT. BARN - DAY\n\nADA, 30, waits.\n\nSFX: {}\n\nADA\nHello.\n\n{}\n"
    odd = notes(shoot(script.format("Didgeridoo drone.", "> WIPE TO:")))
    said = {one.message for one in odd}
    assert "Scene 1: no sound is known for Didgeridoo drone; only the place is heard." in said
    assert "Scene 1: no transition is known for WIPE TO; a plain cut is made." in said
    assert not notes(shoot(script.format("Thunder.", "> CUT TO:")))


def test_one_short_note_for_a_scene_and_nothing_twice_in_an_episode(shoot: Shoot) -> None:
    zoo = "A dog, a cat, a horse, a goat, a pig, a fox, a lion, a tiger, a whale and a swan."
    made = shoot(
        f"INT. BARN - DAY\n\nADA, 30, waits. {zoo} A dog.\n\nADA\nHello.\n\n"
        f"INT. CAFE - DAY\n\nAda waits. The dog is back. A camel.\n\nADA\nHello.\n"
    )
    first, second = notes(made)
    assert first.severity is Severity.NOTE
    assert first.message.count(",") == 6
    assert "+4" in first.message
    assert first.line == 3
    assert "camel" in second.message
    assert "dog" not in second.message


def test_a_lamp_that_falls_does_not_make_who_was_there_faint(shoot: Shoot) -> None:
    assert begins_with_a_thing("吊灯突然坠落。", "zh-Hans")
    assert not begins_with_a_thing("林晚坠落。", "zh-Hans")
    script = "INT. SALA - DÍA\n\nDIEGO, 33, espera de pie.\n\nLa lámpara cae.\n\nDIEGO\nAy.\n"
    cues = [c.gesture for s in shoot(script).shots for p in s.people for c in p.gestures]
    assert "faint" not in cues


def test_words_that_are_verbs_too_are_not_among_the_plain_things() -> None:
    assert not THINGS & EITHER_WAY


@pytest.mark.parametrize("name", ["empty-coffin.fountain", "kong-guan.txt"])
def test_the_demo_names_nothing_that_is_not_drawn(shoot: Shoot, name: str) -> None:
    text = (DEMO / name).read_text(encoding="utf-8")
    bible = (DEMO / name).with_suffix(".toml").read_text(encoding="utf-8")
    for episode in (1, 2, 3) if name.endswith("fountain") else (1,):
        assert notes(shoot(text, name, bible=bible, episode=episode)) == []


@pytest.mark.skipif(not SAMPLES.exists(), reason="the shared samples are not here")
def test_screenplays_nobody_wrote_for_us_get_a_handful_of_notes(shoot: Shoot) -> None:
    samples = sorted(SAMPLES.glob("*.fountain"))
    assert samples
    for path in samples:
        found = notes(shoot(path.read_text(encoding="utf-8"), path.name))
        assert sum(note.message.count(",") + 1 for note in found) <= 3
