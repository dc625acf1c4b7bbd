"""Everything that a shot can say has its words."""

from engine.contracts import (
    Angle,
    Expression,
    Gesture,
    Look,
    Mood,
    SetKind,
    ShotSize,
    Sound,
    TimeOfDay,
)
from engine.diffusion.prompts import acting, colors, framing, looks, setting, sounds
from engine.rehearsal.figure import HAIR_STYLES, WARDROBES
from engine.rehearsal.figure.accessories import ON_BODY, ON_HEAD
from engine.rehearsal.figure.props import PROPS as HELD
from engine.rehearsal.sets.crowd import CROWDS
from engine.rehearsal.sets.props import PROPS


def test_whatever_is_drawn_on_a_person_can_be_said() -> None:
    assert set(looks.CLOTHES) == set(WARDROBES)
    assert set(looks.HAIR) == set(HAIR_STYLES)
    assert set(ON_BODY) | set(ON_HEAD) <= set(looks.NEAR_THE_FACE) | set(looks.ON_THE_BODY)
    assert set(HELD) <= set(acting.PROPS)


def test_whatever_somebody_does_and_feels_can_be_said() -> None:
    assert set(acting.DEEDS) == set(Gesture)
    assert set(acting.FACES) == set(acting.SUBTLE) == set(Expression)


def test_whatever_stands_in_a_place_can_be_said() -> None:
    assert set(setting.PLACES) == set(SetKind)
    assert set(setting.MOODS) == set(Mood)
    assert set(setting.TIMES) == set(TimeOfDay)
    assert set(PROPS) <= set(setting.THINGS)
    assert set(setting.CROWDS) == set(CROWDS)


def test_whatever_a_camera_does_and_a_microphone_hears_can_be_said() -> None:
    assert set(framing.SIZES) == set(ShotSize)
    assert set(framing.ANGLES) == set(Angle)
    assert set(sounds.HEARD) | sounds.SCORED == set(Sound)


def test_colours_go_by_the_name_of_what_they_look_like() -> None:
    assert colors.named("#d9b26a", colors.HAIR) == "blonde"
    assert colors.named("#241a1c", colors.HAIR) in {"black", "dark brown"}
    assert colors.named("#26262e", colors.CLOTHES) == "black"
    assert colors.named("#b3252f", colors.CLOTHES) == "red"
    assert colors.named("#6b4630", colors.SKIN) == "dark brown"


def test_women_of_a_story_in_chinese_are_not_told_to_look_european() -> None:
    look = Look(age=24, eye_color="#2d2018")
    assert looks.who(look, chinese=True) == "a young East Asian woman of 24"
    assert looks.who(look, chinese=False) == "a young woman of 24"
