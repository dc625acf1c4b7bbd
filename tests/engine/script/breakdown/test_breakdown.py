"""Whole scripts in any shape, broken down."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from engine.contracts import (
    Angle,
    Breakdown,
    EffectKind,
    EngineError,
    Expression,
    Gesture,
    InsertKind,
    LetteringKind,
    LineKind,
    ShotSize,
    Slate,
    Sound,
    content_hash,
    to_json,
)
from engine.script.notes.report import statistics, table

Shoot = Callable[..., Breakdown]
SAMPLES = Path(__file__).parents[4] / ".." / "shared" / "samples"
DRAMAS = ("the_last_voicemail.fountain", "rain_night.txt", "la_boda.fountain")


@pytest.mark.parametrize("name", DRAMAS)
def test_a_drama_cuts_like_one(drama: Callable[[str], Breakdown], name: str) -> None:
    figures = statistics(drama(name))
    assert 20 <= figures.shots_per_minute <= 40
    assert figures.shortest >= 1.2
    assert figures.longest <= 6.0
    assert figures.jump_cuts == 0
    assert figures.line_crossings == 0
    assert figures.sizes["cu"] + figures.sizes["ecu"] < 0.45


@pytest.mark.parametrize("name", ["pulpit__fire.fountain", "ascent_to_guru_peak.fountain"])
def test_a_screenplay_nobody_wrote_for_us_cuts_like_a_drama(shoot: Shoot, name: str) -> None:
    if not (SAMPLES / name).exists():
        pytest.skip("the shared samples are not here")
    figures = statistics(shoot((SAMPLES / name).read_text(encoding="utf-8"), name))
    assert 20 <= figures.shots_per_minute <= 40
    assert (figures.jump_cuts, figures.line_crossings) == (0, 0)


@pytest.mark.parametrize("name", DRAMAS)
def test_every_shot_is_whole(drama: Callable[[str], Breakdown], name: str) -> None:
    made = drama(name)
    known = {person.id for person in made.cast}
    for shot in made.shots:
        assert shot.slate.rules
        assert shot.slate.lines
        assert {person.character for person in shot.people} <= known
        for line in shot.lines:
            assert line.at + line.duration <= shot.duration + 1e-6
        for person in shot.people:
            assert all(0 <= cue.at <= shot.duration for cue in person.expressions)
            assert all(cue.at + cue.duration <= shot.duration + 1.3 for cue in person.gestures)
        assert all(0 <= effect.at < shot.duration for effect in shot.effects)
        assert all(0 <= cue.at < shot.duration for cue in shot.sounds)
        assert all(
            letters.at + letters.duration <= shot.duration + 2e-3 for letters in shot.lettering
        )
    assert len({shot.slate.id for shot in made.shots}) == len(made.shots)
    assert table(made).count("\n") == len(made.shots) - 1


@pytest.mark.parametrize("name", DRAMAS)
def test_the_same_script_gives_the_same_bytes(drama: Callable[[str], Breakdown], name: str) -> None:
    assert to_json(drama(name)) == to_json(drama(name))


LOCAL = """INT. CAFE - DAY

Mia sits at the window. Leo comes in.

MIA
You are late again.

LEO
The train stopped in the tunnel.

MIA
{one}

LEO
Then order something to drink.

EXT. STREET - NIGHT

Mia walks home. A car follows her.

LEO
{two}

MIA
I know the way.

INT. KITCHEN - DAY

Leo stirs the soup.

MIA
{three}

LEO
It needs more salt.

MIA
Everything does.
"""
FIRST = {
    "one": "I waited for an hour.",
    "two": "Let me walk with you.",
    "three": "That smells of home.",
}


def hashes(made: Breakdown) -> list[str]:
    return [content_hash(msgspec.structs.replace(shot, slate=Slate())) for shot in made.shots]


@pytest.mark.parametrize(
    ("which", "line"),
    [
        ("one", "I had two coffees and a cake."),
        ("one", "I'm pregnant!"),
        ("two", "You dropped your keys back there."),
        ("two", "Get out of here, now!"),
        ("three", "I hate onions."),
        (
            "three",
            "My mother made this when it rained, and she never told me what was in it, ever.",
        ),
    ],
)
def test_a_changed_line_changes_only_what_it_touches(shoot: Shoot, which: str, line: str) -> None:
    before = hashes(shoot(LOCAL.format(**FIRST)))
    after = hashes(shoot(LOCAL.format(**{**FIRST, which: line})))
    assert 1 <= len(set(before) - set(after)) <= 3


def test_a_new_paragraph_leaves_the_other_shots_alone(shoot: Shoot) -> None:
    before = hashes(shoot(LOCAL.format(**FIRST)))
    longer = LOCAL.replace("A car follows her.", "A car follows her.\n\nShe laughs.")
    after = hashes(shoot(longer.format(**FIRST)))
    assert len(set(before) - set(after)) <= 3


def test_a_monologue_is_never_one_static_shot(shoot: Shoot) -> None:
    words = "the night kept asking, and I kept answering because nobody else would stay awake"
    made = shoot(f"INT. BEDROOM - NIGHT\n\nZED\n{' and '.join([words] * 40)}.\n")
    figures = statistics(made)
    assert figures.longest <= 6.0
    assert figures.jump_cuts == 0
    assert len({(shot.size, shot.angle) for shot in made.shots}) >= 5
    spoken = " ".join(line.text for shot in made.shots for line in shot.lines)
    assert len(spoken.split()) == 40 * 14 + 39


def test_action_alone_makes_shots_with_people_in_them(shoot: Shoot) -> None:
    made = shoot(
        "EXT. STREET - NIGHT\n\nA boy runs through the rain. An old woman follows him. "
        "She kneels beside him and holds his hand. Two guards step out of a car.\n"
    )
    assert len(made.shots) >= 4
    assert {"Boy", "Old woman"} <= {person.name for person in made.cast}
    assert not any(shot.lines for shot in made.shots)


def test_prose_is_spoken_by_who_says_it(shoot: Shoot) -> None:
    made = shoot("Mia opened the door. “You came back,” said Leo. She slapped him.\n", "p.txt")
    said = [(line.name, line.text) for shot in made.shots for line in shot.lines]
    assert said == [("Leo", "You came back,")]
    slap = next(shot for shot in made.shots if "slapped" in shot.action)
    assert {person.character for person in slap.people} == {"mia", "leo"}


def test_twelve_people_share_a_scene(shoot: Shoot) -> None:
    names = ("ANNA", "BOB", "CARL", "DORA", "ERIC", "FAY", "GUS", "HOLLY", "IVAN", "JANE", "KYLE")
    made = shoot(
        "INT. BOARDROOM - DAY\n\n" + "".join(f"{n}\nI vote no.\n\n" for n in (*names, "LILY"))
    )
    assert len(made.cast) == 12
    assert max(len(shot.people) for shot in made.shots) <= 6
    assert statistics(made).line_crossings == 0


def test_a_scene_with_nobody_is_a_place(shoot: Shoot) -> None:
    made = shoot("EXT. DESERT - DAWN\n\nWind over the dunes. A bell rings somewhere.\n")
    assert all(not shot.people for shot in made.shots)
    assert Sound.BELL in [cue.sound for shot in made.shots for cue in shot.sounds]


def test_a_heading_alone_is_a_look_at_the_place(shoot: Shoot) -> None:
    made = shoot("EXT. CITY - NIGHT\n\nINT. CAFE - DAY\n\nMIA\nHello?\n")
    assert made.shots[0].set.place
    assert not made.shots[0].people


def test_a_sign_a_letter_and_a_message_are_shown(shoot: Shoot) -> None:
    made = shoot(
        'INT. CAFE - DAY\n\nMia notices a sign, which reads:\n\n"CLOSED FOREVER"\n\n'
        'Her phone buzzes. A text message from Leo: "Run."\n\nMIA\nWhat?\n\n'
        "She finds a ring under the table.\n"
    )
    inserts = [(shot.insert.kind, shot.insert.text) for shot in made.shots if shot.insert]
    assert inserts == [
        (InsertKind.SIGN, "CLOSED FOREVER"),
        (InsertKind.TEXT_MESSAGE, "Run."),
        (InsertKind.OBJECT, "ring"),
    ]


def test_voices_from_elsewhere_are_heard_over_a_face(shoot: Shoot) -> None:
    made = shoot(
        "INT. CAFE - DAY\n\nMia waits.\n\nLEO (O.S.)\nOver here.\n\n"
        "MIA (V.O.)\nI knew that voice.\n"
    )
    off, inner = (shot for shot in made.shots if shot.lines)
    assert off.lines[0].kind is LineKind.OFF_SCREEN
    assert [person.character for person in off.people] == ["mia"]
    assert inner.lines[0].kind is LineKind.VOICE_OVER
    assert not [cue for cue in inner.people[0].gestures if cue.gesture is Gesture.TALK]


def test_the_inner_voice_of_a_chinese_script_keeps_the_lips_shut(
    drama: Callable[[str], Breakdown],
) -> None:
    shots = drama("rain_night.txt").shots
    inner = next(shot for shot in shots if shot.lines and "不记得" in shot.lines[0].text)
    assert inner.lines[0].kind is LineKind.VOICE_OVER


def test_an_over_the_shoulder_shot_has_a_shoulder(drama: Callable[[str], Breakdown]) -> None:
    over = [
        shot
        for shot in drama("the_last_voicemail.fountain").shots
        if shot.angle is Angle.OVER_SHOULDER
    ]
    assert over
    for shot in over:
        assert [person.over_shoulder for person in shot.people].count(True) == 1
        near = next(person for person in shot.people if person.over_shoulder)
        assert abs(near.yaw) > 120
        assert near.depth < 0.2


def test_who_looks_left_looks_left_until_the_scene_ends(
    drama: Callable[[str], Breakdown],
) -> None:
    shots = [shot for shot in drama("the_last_voicemail.fountain").shots if shot.slate.scene == "1"]
    ways = {
        (person.character, person.look_at, person.yaw > 0)
        for shot in shots
        for person in shot.people
        if person.look_at
    }
    assert len(ways) == len({(who, whom) for who, whom, _ in ways})


def test_a_slap_is_felt(drama: Callable[[str], Breakdown]) -> None:
    slap = next(
        shot for shot in drama("the_last_voicemail.fountain").shots if "slaps" in shot.action
    )
    assert EffectKind.IMPACT in [effect.kind for effect in slap.effects]
    victor = next(person for person in slap.people if person.character == "victor")
    mia = next(person for person in slap.people if person.character == "mia")
    assert victor.gestures[0].gesture is Gesture.SLAP
    assert victor.gestures[0].target == "mia"
    assert mia.expressions[-1].expression is Expression.SHOCK


def test_an_expression_changes_when_its_word_is_said(shoot: Shoot) -> None:
    made = shoot("INT. CAFE - DAY\n\nMIA\nI love you so much, but you lied to me.\n\nLEO\nNo.\n")
    shot = next(shot for shot in made.shots if shot.lines and "lied" in shot.lines[0].text)
    mia = next(person for person in shot.people if person.character == "mia")
    last = mia.expressions[-1]
    assert last.expression is Expression.ANGER
    assert shot.lines[0].at < last.at < shot.lines[0].at + shot.lines[0].duration


def test_title_caption_flashback_and_promise_are_in_their_places(
    drama: Callable[[str], Breakdown],
) -> None:
    shots = drama("rain_night.txt").shots
    kinds = {
        letters.kind: (at, letters.text)
        for at, shot in enumerate(shots)
        for letters in shot.lettering
    }
    assert kinds[LetteringKind.EPISODE_TITLE] == (1, "第1集\n雨夜")
    assert kinds[LetteringKind.TO_BE_CONTINUED] == (len(shots) - 1, "未完待续")
    at, text = kinds[LetteringKind.CAPTION]
    assert text == "五年前"
    past = [EffectKind.FLASHBACK in [one.kind for one in shot.effects] for shot in shots]
    assert past[at]
    assert not past[at - 1]


def test_an_episode_opens_close_and_ends_close(drama: Callable[[str], Breakdown]) -> None:
    for name in DRAMAS:
        shots = drama(name).shots
        assert shots[0].people
        assert shots[-1].size is ShotSize.CU
        assert len(shots[-1].people) == 1


def test_an_episode_that_is_not_there_is_refused(shoot: Shoot) -> None:
    with pytest.raises(EngineError) as caught:
        shoot("INT. CAFE - DAY\n\nMIA\nHello.\n", episode=7)
    assert caught.value.code == "no-such-episode"


def test_what_was_chosen_by_rule_is_reported(shoot: Shoot) -> None:
    made = shoot("INT. ZORGLUB - DAY\n\nMIA\nHello.\n")
    assert {"unknown-place", "cast-by-rule"} <= {problem.code for problem in made.problems}


def test_the_number_and_the_sequel_are_taken_from_the_request(shoot: Shoot) -> None:
    made = shoot("INT. CAFE - DAY\n\nMIA\nHello.\n", number=4, continues=True)
    assert made.episode == 4
    assert re.match(r"e04-", made.shots[0].slate.id)
    assert made.shots[-1].lettering[-1].kind is LetteringKind.TO_BE_CONTINUED


def test_a_close_up_of_a_thing_can_be_the_hook(shoot: Shoot) -> None:
    made = shoot(
        "INT. HALL - DAY\n\nCLOSE ON a black coffin.\n\nLENA (V.O.)\nThat is my coffin.\n\n"
        "LENA, 28, watches.\n"
    )
    first = made.shots[0]
    assert first.insert is not None
    assert (first.insert.kind, first.insert.text) == (InsertKind.OBJECT, "coffin")
    assert first.lines[0].text == "That is my coffin."


def test_a_fire_burns_on_through_its_scene(shoot: Shoot) -> None:
    made = shoot("INT. HALL - DAY\n\nThe hall is on fire.\n\nMIA\nRun!\n\nMia waits.\n")
    assert all(
        EffectKind.FIRE in [effect.kind for effect in shot.effects]
        for shot in made.shots
        if shot.action or shot.lines
    )


def test_a_line_of_five_thousand_words_is_broken_down(shoot: Shoot) -> None:
    made = shoot("INT. CAFE - DAY\n\nMIA\n" + "and then it rained again " * 1000 + "\n")
    assert statistics(made).longest <= 6.0
    assert sum(len(line.text.split()) for shot in made.shots for line in shot.lines) == 5000


def test_who_takes_up_a_phone_speaks_into_it_and_to_nobody_there(shoot: Shoot) -> None:
    made = shoot(
        "INT. CAFE - DAY\n\nMia and Leo wait.\n\nMia takes out her phone.\n\n"
        "MIA\nShe is here.\n\n"
        "LEO\nWho was that?\n"
    )
    call = next(shot for shot in made.shots if shot.lines)
    (mia,) = call.people
    assert Gesture.PHONE in [cue.gesture for cue in mia.gestures]
    assert mia.look_at == ""


def test_a_coat_of_a_doctor_is_no_doctor(shoot: Shoot) -> None:
    made = shoot("INT. CAFE - DAY\n\nMIA, 30, in a doctor's coat, waits.\n\nMIA\nYes.\n")
    assert [person.name for person in made.cast] == ["Mia"]
    assert made.cast[0].look.wardrobe.kind in ("coat", "doctor_coat")


def test_who_comes_up_late_in_a_scene_is_not_seen_before(shoot: Shoot) -> None:
    made = shoot(
        "INT. CAFE - DAY\n\nMia waits.\n\nMIA\nNobody comes.\n\n"
        "Mia drinks.\n\nLeo stands behind her.\n"
    )
    first = next(at for at, shot in enumerate(made.shots) if "Leo" in shot.action)
    seen = {person.character for shot in made.shots[:first] for person in shot.people}
    assert seen == {"mia"}
