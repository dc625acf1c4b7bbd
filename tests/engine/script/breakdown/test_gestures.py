"""What bodies do by the words of an action, and hands by the words of a line."""

from collections.abc import Callable

import pytest

from engine.contracts import Breakdown, Gesture, GestureCue, ShotSize
from engine.script.lexicon.bodies import GESTURES
from engine.script.staging.signals import deeds

Shoot = Callable[..., Breakdown]


def gestures(made: Breakdown, who: str) -> list[GestureCue]:
    return [
        cue
        for shot in made.shots
        for person in shot.people
        if person.character == who
        for cue in person.gestures
        if cue.gesture is not Gesture.TALK
    ]


def spoken(shoot: Shoot, line: str) -> list[Gesture]:
    script = f"INT. ROOM - DAY\n\nADA, 30, and TOM, 40, wait.\n\nADA\n{line}\n\nTOM\nAh.\n"
    return [cue.gesture for cue in gestures(shoot(script), "ada")]


@pytest.mark.parametrize(
    ("sentence", "script"),
    [
        ("Ada closes her eyes.", "INT. ROOM - DAY\n\nADA, 30, waits. {}\n"),
        ("Ada shuts her eyes.", "INT. ROOM - DAY\n\nADA, 30, waits. {}\n"),
        ("ADA cierra los ojos.", "INT. SALA - DÍA\n\nADA, 30, espera. {}\n"),
    ],
)
def test_eyes_that_close_are_an_acting_cue_of_a_close_shot(
    shoot: Shoot, sentence: str, script: str
) -> None:
    made = shoot(script.format(sentence))
    shut = [cue.gesture for cue in gestures(made, "ada")]
    assert Gesture.CLOSE_EYES in shut
    assert made.shots[-1].size in (ShotSize.MCU, ShotSize.CU)


@pytest.mark.parametrize("words", ["闭上眼睛", "闭上了双眼", "紧闭双眼"])
def test_eyes_that_close_in_chinese_are_an_acting_cue(shoot: Shoot, words: str) -> None:
    made = shoot(f"第1集\n1-1 日 内 客厅\n人物：林晚\n△林晚站着。\n△林晚{words}。\n林晚：好。\n")
    assert Gesture.CLOSE_EYES in [cue.gesture for cue in gestures(made, "林晚")]


def test_eyes_stay_shut_to_the_end_of_their_shot(shoot: Shoot) -> None:
    made = shoot("INT. ROOM - DAY\n\nADA, 30, waits.\n\nADA\n(eyes closed)\nHe is gone now.\n")
    shot = next(shot for shot in made.shots if shot.lines)
    cue = next(one for one in gestures(made, "ada") if one.gesture is Gesture.CLOSE_EYES)
    assert cue.at + cue.duration == pytest.approx(shot.duration, abs=0.05)


def test_eyes_that_open_hold_nothing(shoot: Shoot) -> None:
    assert GESTURES.first("She opens her eyes.", "en") is Gesture.IDLE
    assert GESTURES.first("她睁开眼睛。", "zh-Hans") is Gesture.IDLE


@pytest.mark.parametrize(
    ("line", "gesture"),
    [
        ("Please, come home with me.", Gesture.PLEAD),
        ("Stop right there, all of you.", Gesture.REFUSE),
        ("I swear on my mother's grave.", Gesture.HAND_ON_HEART),
        ("It was you in the car.", Gesture.POINT),
        ("One, you ran. Two, you lied to them.", Gesture.COUNT),
        ("Let me think about it again.", Gesture.THINK),
        ("Who knows what he wants.", Gesture.SHRUG),
        ("求求你，救救他。", Gesture.PLEAD),
        ("我发誓，不是真的。", Gesture.HAND_ON_HEART),
        ("第一，你先走。", Gesture.COUNT),
        ("别过来！", Gesture.REFUSE),
        ("就是他，穿黑衣服的。", Gesture.POINT),
    ],
)
def test_hands_say_what_the_line_says(shoot: Shoot, line: str, gesture: Gesture) -> None:
    assert gesture in spoken(shoot, line)


@pytest.mark.parametrize(
    "line", ["I paid for an empty one.", "不知不觉天亮了。", "Nobody can murder the dead."]
)
def test_a_word_that_only_looks_like_a_gesture_is_none(shoot: Shoot, line: str) -> None:
    assert not {Gesture.COUNT, Gesture.REFUSE, Gesture.SHAKE_HEAD} & set(spoken(shoot, line))


def test_a_hand_on_a_phone_does_nothing_else(shoot: Shoot) -> None:
    script = "INT. ROOM - DAY\n\nADA, 30, answers the phone.\n\nADA\nStop. Please, I swear it.\n"
    shots = [shot for shot in shoot(script).shots if shot.lines]
    cues = {cue.gesture for shot in shots for one in shot.people for cue in one.gestures}
    assert cues == {Gesture.TALK, Gesture.PHONE}


def test_a_silent_remark_under_a_name_is_what_that_person_does(shoot: Shoot) -> None:
    made = shoot("INT. HALL - DAY\n\nADA\nWill you?\n\nBEN\n(nods)\n\nADA\nGood.\n\nBEN\nYes.\n")
    (nod,) = [shot for shot in made.shots if shot.action == "Ben nods"]
    assert [cue.gesture for cue in nod.people[-1].gestures] == [Gesture.NOD]


def test_steps_between_two_people_are_not_walked(shoot: Shoot) -> None:
    made = shoot("INT. HALL - DAY\n\nAda and Ben stand ten steps apart.\n\nADA\nNo.\n\nBEN\nYes.\n")
    assert not [
        cue
        for shot in made.shots
        for one in shot.people
        for cue in one.gestures
        if cue.gesture is Gesture.WALK
    ]


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("Ada lifts her head.", [Gesture.LOOK_UP]),
        ("Ada stares at the pen.", [Gesture.LOOK_DOWN]),
        ("Ada stares at Ben.", [Gesture.TURN_TO]),
        ("Ada looks down at her empty hands.", [Gesture.PLEAD, Gesture.LOOK_DOWN]),
        ("Ada's phone buzzes.", [Gesture.HOLD]),
    ],
)
def test_a_look_goes_up_down_or_to_someone(
    shoot: Shoot, sentence: str, done: list[Gesture]
) -> None:
    made = shoot(f"INT. ROOM - DAY\n\nADA, 30, waits. BEN, 40, sits.\n\n{sentence}\n")
    cues = [cue for shot in made.shots for one in shot.people for cue in one.gestures]
    assert [cue.gesture for cue in cues if one_of(cue.gesture)] == done


def one_of(gesture: Gesture) -> bool:
    return gesture in (
        Gesture.LOOK_UP,
        Gesture.LOOK_DOWN,
        Gesture.TURN_TO,
        Gesture.PLEAD,
        Gesture.HOLD,
    )


def test_who_looks_at_the_buzzing_phone_still_holds_it(shoot: Shoot) -> None:
    made = shoot("第1集\n1-1 日 内 客厅\n人物：林晚\n△林晚的手机震动。\n△她看了一眼，脸色煞白。\n")
    looks = [cue for cue in gestures(made, "林晚") if cue.gesture is Gesture.HOLD]
    assert [cue.prop for cue in looks] == ["phone", "phone"]


def test_a_letter_that_is_crumpled_is_seen_in_the_fist(shoot: Shoot) -> None:
    made = shoot("INT. ROOM - DAY\n\nADA, 30, waits. She crumples the letter.\n")
    cue = next(one for one in gestures(made, "ada") if one.gesture is Gesture.CLENCH)
    assert cue.prop == "crumpled"


@pytest.mark.parametrize(
    ("sentence", "drawn"),
    [
        ("Ada points at herself.", Gesture.HAND_ON_HEART),
        ("Ada slaps herself.", Gesture.COVER_FACE),
        ("Ada hugs herself.", Gesture.FOLD_ARMS),
    ],
)
def test_what_somebody_does_to_themselves_hits_nobody_else(
    shoot: Shoot, sentence: str, drawn: Gesture
) -> None:
    script = f"INT. ROOM - DAY\n\nADA, 30, and TOM, 40, wait.\n\n{sentence}\n\nTOM\nAh.\n"
    assert [(cue.gesture, cue.target) for cue in gestures(shoot(script), "ada")] == [(drawn, "")]


def test_a_slap_in_ones_own_face_is_understood_in_chinese() -> None:
    both = ((0, "lin"), (9, "gu"))
    for text in ("林晚打了自己一巴掌。", "林晚扇自己耳光。"):
        assert [deed.target for deed in deeds(text, both, "zh")] == [""]
    assert [deed.target for deed in deeds("林晚指着自己的母亲。", both, "zh")] == ["gu"]
