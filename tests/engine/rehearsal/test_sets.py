"""Sets: every kind, hour and weather gives a picture, and no two places look the same."""

import msgspec
import numpy as np
import pytest

from engine.contracts import Angle, Mood, SetKind, Shot, ShotSize, TimeOfDay, Weather
from engine.rehearsal.sets import SETS, plain
from engine.rehearsal.sets.crowd import CROWDS
from engine.rehearsal.sets.props import PROPS
from tests.engine.rehearsal.conftest import Drawer, Frame
from tests.engine.rehearsal.shots import dressing, shot


def wide(kind: SetKind, **changes: object) -> Shot:
    return shot(set=dressing(kind, **changes), size=ShotSize.WS, duration=1 / 24)


def colours(frame: Frame) -> int:
    return len(np.unique(frame.reshape(-1, 4) // 8, axis=0))


def difference(a: Frame, b: Frame) -> float:
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


@pytest.mark.parametrize("kind", list(SetKind))
def test_every_set_is_drawn_by_day_and_by_night(kind: SetKind, draw: Drawer) -> None:
    day = draw(wide(kind))
    night = draw(wide(kind, time=TimeOfDay.NIGHT))
    assert colours(day) > 25
    assert day[:, :, :3].mean() > night[:, :, :3].mean() + 8
    assert (day[:, :, 3] == 255).all()


def test_no_two_sets_look_alike(draw: Drawer) -> None:
    frames = [draw(wide(kind)) for kind in SETS]
    for index, a in enumerate(frames):
        for b in frames[index + 1 :]:
            assert difference(a, b) > 6


@pytest.mark.parametrize("angle", list(Angle))
@pytest.mark.parametrize("kind", [SetKind.STREET, SetKind.BEDROOM])
def test_the_set_fills_the_frame_from_every_angle(
    kind: SetKind, angle: Angle, draw: Drawer
) -> None:
    frame = draw(msgspec.structs.replace(wide(kind), angle=angle))
    blank = (frame[:, :, :3] == 0).all(axis=2)
    assert blank.mean() < 0.01


@pytest.mark.parametrize("mood", list(Mood))
def test_a_mood_regrades_the_whole_scene(mood: Mood, draw: Drawer) -> None:
    calm = draw(wide(SetKind.CAFE))
    if mood is not Mood.CALM:
        assert difference(calm, draw(wide(SetKind.CAFE, mood=mood))) > 2


@pytest.mark.parametrize("weather", list(Weather))
def test_weather_is_seen_outdoors_and_not_indoors(weather: Weather, draw: Drawer) -> None:
    if weather is Weather.CLEAR:
        return
    clear = draw(wide(SetKind.ROOFTOP))
    assert difference(clear, draw(wide(SetKind.ROOFTOP, weather=weather))) > 0.5
    blind = SetKind.HOSPITAL  # a room without a window
    assert (draw(wide(blind)) == draw(wide(blind, weather=weather))).all()


@pytest.mark.parametrize("name", [*PROPS, *CROWDS, "backs", "abyss", "mourners:shock"])
def test_a_set_shows_what_it_is_dressed_with(name: str, draw: Drawer) -> None:
    bare = draw(wide(SetKind.STREET))
    assert difference(bare, draw(wide(SetKind.STREET, props=(name,)))) > 0.3


def test_rain_runs_down_the_windows_of_a_room(draw: Drawer) -> None:
    dry = draw(wide(SetKind.CAFE))
    assert difference(dry, draw(wide(SetKind.CAFE, weather=Weather.RAIN))) > 0.3


def test_a_seed_varies_a_set(draw: Drawer) -> None:
    assert difference(draw(wide(SetKind.STREET)), draw(wide(SetKind.STREET, seed=9))) > 1


@pytest.mark.parametrize(
    ("place", "drawing"),
    [
        ("ST. MARY'S CHURCH", "church"),
        ("NIGHT MARKET", "market"),
        ("沈家祠堂", "temple"),
        ("看守所", "prison"),
        ("private jet", "airplane"),
        ("The beaches", "beach"),
        ("海边沙滩", "beach"),
        ("school canteen", "classroom"),
    ],
)
def test_the_words_of_a_place_choose_what_is_built(place: str, drawing: str) -> None:
    chosen = plain.chosen(place)
    assert chosen is not None
    assert chosen.__name__ == drawing


def test_a_word_inside_another_word_chooses_nothing() -> None:
    assert plain.chosen("BARBARA'S PLACE") is None
    assert plain.chosen("Innsbruck") is None


@pytest.mark.parametrize("words", [words for words, _ in plain.BASES], ids=lambda w: w[0])
def test_every_word_of_the_vocabulary_gives_a_full_picture(
    words: tuple[str, ...], draw: Drawer
) -> None:
    frame = draw(wide(SetKind.PLAIN, place=words[0], interior=False))
    assert colours(frame) > 15
    assert (frame[:, :, 3] == 255).all()


@pytest.mark.parametrize("interior", [True, False])
def test_a_place_of_unknown_words_is_never_blank(interior: bool, draw: Drawer) -> None:
    frame = draw(wide(SetKind.PLAIN, place="Zxqv", interior=interior))
    assert colours(frame) > 25
