"""Sets: every kind, hour and weather gives a picture, and no two places look the same."""

import msgspec
import numpy as np
import pytest

from engine.contracts import (
    Angle,
    EngineError,
    Mood,
    SetKind,
    Shot,
    ShotSize,
    TimeOfDay,
    Weather,
    _,
)
from engine.rehearsal.lens import Lens
from engine.rehearsal.painter import Painter
from engine.rehearsal.palette import palette_for
from engine.rehearsal.sets import SETS, build, signs
from engine.rehearsal.sets.crowd import CROWDS
from engine.rehearsal.sets.landmarks import LANDMARKS
from engine.rehearsal.sets.parts import PARTS
from engine.rehearsal.sets.props import PROPS
from engine.script.lexicon.built import BASES, OUTSIDE
from engine.script.lexicon.built_things import THINGS
from tests.engine.rehearsal.conftest import Drawer, Frame
from tests.engine.rehearsal.shots import dressing, shot

# One word for each base that a place may be built from.
SAID = {
    "airplane": "jet", "carriage": "subway", "stage": "circus", "bathroom": "sauna",
    "library": "archive", "factory": "shipyard", "lab": "laboratory", "cellar": "crypt",
    "cave": "grotto", "deck": "ferry", "spaceship": "submarine", "desert": "dunes",
    "lake": "waterfall", "market": "bazaar", "garden": "vineyard", "field": "pasture",
    "road": "gas station", "camp": "trench", "museum": "aquarium", "country": "windmill",
    "room": "igloo",
}  # fmt: skip


def wide(kind: SetKind, **changes: object) -> Shot:
    return shot(set=dressing(kind, **changes), size=ShotSize.WS, duration=1 / 24)


def colours(frame: Frame) -> int:
    return len(np.unique(frame.reshape(-1, 4) // 8, axis=0))


def difference(a: Frame, b: Frame) -> float:
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


def sheets(kind: SetKind, **changes: object) -> list[bytes]:
    """The sheets of a set as they are recorded, before any of them becomes pixels."""
    lens = Lens(0.0, -130.0, -380.0, 1.6, 0.0, (0.48, 0.37), 180, 320)
    dressed = dressing(kind, **changes)
    painter = Painter(lens, palette_for(dressed), dressed)
    build(painter)
    return [bytes(sheet.picture.serialize()) for sheet in painter.sheets]


@pytest.mark.parametrize("weather", list(Weather))
@pytest.mark.parametrize("time", list(TimeOfDay))
def test_every_set_has_three_planes_and_more_at_any_hour_in_any_weather(
    time: TimeOfDay, weather: Weather
) -> None:
    for kind in SetKind:
        drawn = sheets(kind, time=time, weather=weather)
        assert len(drawn) >= 3, kind
        assert all(len(sheet) > 200 for sheet in drawn), kind


@pytest.mark.parametrize("kind", list(SetKind))
def test_the_same_seed_furnishes_the_same_set_and_another_seed_another(kind: SetKind) -> None:
    assert sheets(kind, seed=5) == sheets(kind, seed=5)
    assert sheets(kind, seed=5) != sheets(kind, seed=14)


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


@pytest.mark.parametrize("mood", [mood for mood in Mood if mood is not Mood.CALM])
def test_a_mood_regrades_the_whole_scene(mood: Mood, draw: Drawer) -> None:
    calm = draw(wide(SetKind.CAFE))
    assert difference(calm, draw(wide(SetKind.CAFE, mood=mood))) > 2


@pytest.mark.parametrize("weather", [one for one in Weather if one is not Weather.CLEAR])
def test_weather_is_seen_outdoors_and_not_indoors(weather: Weather, draw: Drawer) -> None:
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


@pytest.mark.parametrize("base", BASES.all_keys)
def test_every_base_of_the_vocabulary_gives_a_full_picture(base: str, draw: Drawer) -> None:
    frame = draw(wide(SetKind.PLAIN, place=SAID[base], interior=base not in OUTSIDE))
    assert colours(frame) > 25
    assert (frame[:, :, 3] == 255).all()


@pytest.mark.parametrize("thing", THINGS.all_keys)
def test_every_thing_that_a_place_may_name_has_a_drawing(thing: str) -> None:
    assert thing in PARTS or thing in LANDMARKS


@pytest.mark.parametrize(
    ("one", "other", "interior"),
    [
        ("factory", "an abandoned flower factory", True),
        ("room", "ice room", True),
        ("hut", "竹屋", True),
        ("hill", "海边灯塔", False),
        ("cellar", "la bodega del puerto", True),
        ("studio", "spaceship bridge", True),
    ],
)
def test_the_words_of_a_place_change_its_picture(
    one: str, other: str, interior: bool, draw: Drawer
) -> None:
    plain = draw(wide(SetKind.PLAIN, place=one, interior=interior))
    assert difference(plain, draw(wide(SetKind.PLAIN, place=other, interior=interior))) > 5


@pytest.mark.parametrize("interior", [True, False])
def test_a_place_of_unknown_words_is_never_blank(interior: bool, draw: Drawer) -> None:
    frame = draw(wide(SetKind.PLAIN, place="Zxqv", interior=interior))
    assert colours(frame) > 25


def test_a_street_is_drawn_on_a_machine_without_a_font_for_its_signs(
    monkeypatch: pytest.MonkeyPatch, draw: Drawer
) -> None:
    def none(*_args: object, **_kwargs: object) -> None:
        raise EngineError("missing-font", _("No font."), _("Install one."))

    monkeypatch.setattr(signs, "fitted", none)
    bare = draw(wide(SetKind.HOSPITAL, mood=Mood.SAD))
    assert (bare[:, :, 3] == 255).all()
    assert colours(bare) > 25
