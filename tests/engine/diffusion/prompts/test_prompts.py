"""What a model is told of a shot."""

import re
from typing import Any

import pytest

from engine.contracts import (
    Breakdown,
    Expression,
    ExpressionCue,
    Final,
    Gesture,
    Insert,
    InsertKind,
    LineKind,
    Move,
    Reference,
    ReferenceKind,
    SetDressing,
    SetKind,
    ShotSize,
    Wardrobe,
)
from engine.diffusion.prompts import compose, dialect_of
from engine.diffusion.prompts.dialects import DIALECTS, h3, ltx, wan
from engine.diffusion.registry import entries
from tests.engine.diffusion.prompts.scenes import (
    CAST,
    KEYFRAMES,
    does,
    line,
    of_family,
    person,
    shot,
    told,
)

FAMILIES = tuple(DIALECTS)
STILL = ("flux2", "qwen")


@pytest.mark.parametrize("model", entries(), ids=lambda model: model.name)
def test_every_model_of_the_registry_can_be_told(model: Any) -> None:
    assert dialect_of(model)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_shot_gives_the_same_words_a_sentence_a_line(family: str) -> None:
    one = shot(person(gestures=(does(Gesture.WALK),)))
    first, again = told(family, one), told(family, one)
    assert first == again
    assert len(first.text.splitlines()) > 3
    assert all(text.strip() for text in first.text.splitlines())


def test_a_person_is_told_with_age_build_hair_and_what_they_wear() -> None:
    text = told("zimage", shot(person())).text
    for words in ("slim young woman of 26", "blonde bob", "dark red coat", "a ring"):
        assert words in text


def test_clothes_of_the_scene_replace_those_of_the_look() -> None:
    gown = Wardrobe(kind="patient")
    text = told("wan", shot(person(wears=gown))).text
    assert "hospital gown" in text
    assert "coat" not in text


def test_a_close_up_says_nothing_of_hands_and_hems() -> None:
    folded = person(gestures=(does(Gesture.FOLD_ARMS, at=0, duration=3),))
    near, far = (told("wan", shot(folded, size=size)).text for size in (ShotSize.CU, ShotSize.MLS))
    assert "arms folded" in far
    assert "a ring" in far
    assert "arms folded" not in near
    assert "a ring" not in near


def test_who_is_outside_the_frame_is_a_direction_and_never_a_name() -> None:
    text = told("wan", shot(person(look_at="tom", yaw=-30))).text
    assert "Tom" not in text
    assert "to the left" in text


def test_who_is_in_the_frame_is_looked_at_by_name() -> None:
    pair = shot(person(look_at="tom", yaw=30, x=-0.5), person("tom", yaw=-30, x=0.5))
    assert "Mia is on the left, looking at Tom" in told("wan", pair).text


@pytest.mark.parametrize("move", Move)
def test_every_move_is_said_once_in_the_words_of_the_family(move: Move) -> None:
    one = shot(person(), move=move)
    for family, words in (("wan", wan.CAMERA), ("ltx2", ltx.CAMERA), ("minimax_h3", h3.CAMERA)):
        said = words[move].format(pace="slowly ")
        assert told(family, one).text.count(said) == 1


def test_a_still_camera_is_said() -> None:
    assert "Static camera" in told("wan", shot(person())).text


def test_a_move_is_slow_only_where_there_is_time() -> None:
    short, long = (
        told("wan", shot(person(), move=Move.PUSH_IN, duration=seconds)).text
        for seconds in (1.2, 4.0)
    )
    assert "slowly pushes in" in long
    assert "slowly" not in short


def test_a_keyframe_has_no_move_and_no_deed() -> None:
    text = told("flux2", shot(person(gestures=(does(Gesture.WALK),)), move=Move.ORBIT)).text
    assert "orbit" not in text
    assert "walks" not in text


@pytest.mark.parametrize("family", STILL)
def test_a_keyframe_keeps_the_composition_of_image_1(family: str) -> None:
    text = told(family, shot(person())).text
    assert text.startswith("Keep the composition")
    assert "image 1" in text


@pytest.mark.parametrize("family", STILL)
def test_people_and_places_are_the_pictures_that_show_them(family: str) -> None:
    pictures = (
        Reference(kind=ReferenceKind.CHARACTER, subject="tom", file="t.png"),
        Reference(kind=ReferenceKind.PLACE, subject="OFFICE", file="o.png"),
        Reference(kind=ReferenceKind.CHARACTER, subject="mia", file="m.png"),
    )
    one = shot(person(x=-0.5), person("tom", x=0.5))
    text = compose(one, CAST, of_family(family), Final(), pictures).text
    lines = text.splitlines()
    assert any("Tom" in words and "image 2" in words for words in lines)
    assert any("office" in words and "image 3" in words for words in lines)
    assert any("Mia" in words and "image 4" in words for words in lines)


def test_h3_counts_its_pictures_as_its_encoder_labels_them() -> None:
    pictures = (
        Reference(kind=ReferenceKind.CHARACTER, subject="mia", file="m.png"),
        Reference(kind=ReferenceKind.PLACE, subject="OFFICE", file="o.png"),
    )
    text = compose(shot(person()), CAST, of_family("minimax_h3"), Final(), pictures).text
    assert "Mia is the young woman of <Picture 1>" in text
    assert "as in <Picture 2>" in text


def test_the_frame_before_comes_between_the_layout_and_the_references() -> None:
    pictures = (Reference(kind=ReferenceKind.CHARACTER, subject="mia", file="m.png"),)
    text = compose(shot(person()), CAST, KEYFRAMES, Final(), pictures, continues=True).text
    assert "Image 2 is the moment before" in text
    assert "woman of image 3" in text


def test_a_line_is_quoted_with_language_and_voice_where_the_model_has_sound() -> None:
    said = shot(person(), lines=(line(expression=Expression.ANGER, language="zh"),))
    for family in ("ltx2", "minimax_h3"):
        text = told(family, said).text
        assert "young woman's voice, in Mandarin Chinese, angrily" in text
        assert '"Not mine."' in text
    assert "Not mine" not in told("wan", said).text
    assert "Mia speaks angrily" in told("wan", said).text


def test_who_hears_a_voice_from_outside_keeps_the_mouth_closed() -> None:
    heard = shot(person(), lines=(line("tom", kind=LineKind.OFF_SCREEN),))
    assert "Mia listens, mouth closed" in told("wan", heard).text
    assert "From outside the frame, a man's voice" in told("ltx2", heard).text


def test_a_face_that_changes_is_the_action_of_a_silent_shot() -> None:
    cues = tuple(
        ExpressionCue(at=at, expression=felt)
        for at, felt in ((0, Expression.RESOLVE), (0.5, Expression.ANGER))
    )
    assert "her face hardens with anger" in told("wan", shot(person(expressions=cues))).text


def test_of_several_gestures_the_strongest_is_the_one_action() -> None:
    gestures = (does(Gesture.NOD), does(Gesture.SLAP, at=1.0, target="tom"))
    pair = shot(person(gestures=gestures, x=-0.5), person("tom", x=0.5))
    made = told("wan", pair)
    assert "Mia slaps Tom across the face" in made.text
    assert "nods" not in made.text
    assert any("nods" in cut.text and "one action" in str(cut.why) for cut in made.cut)


def test_letters_in_a_picture_stay_as_the_layout_has_them() -> None:
    sms = Insert(kind=InsertKind.TEXT_MESSAGE, text="Run.", hands=("mia",))
    one = shot(insert=sms, size=ShotSize.ECU)
    assert 'It reads: "Run."' in told("qwen", one).text
    assert "held in the hand of a young woman" in told("wan", one).text
    assert "captions" not in told("wan", one, guidance=5.0).negative


def test_a_thing_that_nobody_holds_is_in_no_hand() -> None:
    coffin = shot(insert=Insert(kind=InsertKind.OBJECT, text="coffin", hands=("mia",)))
    assert "A coffin." in told("wan", coffin).text


def test_the_style_of_the_series_is_in_every_prompt() -> None:
    for family in FAMILIES:
        text = told(family, shot(person()), Final(style="ink-wash animation")).text
        assert "ink-wash animation" in text


def test_a_drawn_series_is_not_told_to_be_a_photograph() -> None:
    final = Final(style="anime")
    assert "photograph" not in told("flux2", shot(person()), final).text
    assert "anime" not in told("wan", shot(person()), final, guidance=5.0).negative


def test_the_bible_says_how_a_place_looks() -> None:
    text = told("wan", shot(person()), Final(place="tall windows, white flowers.")).text
    assert "in a modern office, tall windows, white flowers" in text


def test_a_place_without_a_set_goes_by_its_own_words() -> None:
    lab = SetDressing(set=SetKind.PLAIN, place="INT. UNDERWATER LAB - NIGHT")
    assert "underwater lab" in told("wan", shot(person(), set=lab)).text


def test_nobody_is_left_out_of_a_count_that_no_crowd_blurs() -> None:
    pair = shot(person(x=-0.5), person("tom", x=0.5))
    assert "Exactly two people" in told("flux2", pair).text
    crowded = SetDressing(set=SetKind.OFFICE, place="OFFICE", props=("staff:shock",))
    text = told("flux2", shot(person(), set=crowded)).text
    assert "Exactly" not in text
    assert "colleagues" in text


def test_all_shots_of_the_demo_are_told_within_the_limit_by_every_family(demo: Breakdown) -> None:
    assert len(demo.shots) == 36
    for family in FAMILIES:
        for one in demo.shots:
            made = compose(one, demo.cast, of_family(family, words=120), Final(style="thriller"))
            assert made.words <= 120
            assert "{" not in made.text
            named = [c.name for c in demo.cast if c.id not in one.characters]
            unquoted = re.sub('".*?"', "", made.text)
            assert not [name for name in named if name in unquoted]
