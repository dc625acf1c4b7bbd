"""Light: people keep their colours, stand out from what is behind them, and light moves alike in
every run."""

from itertools import product
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.contracts import (
    BreakdownRequest,
    Effect,
    EffectKind,
    Expression,
    ExpressionCue,
    Format,
    Mood,
    Move,
    ReadRequest,
    RenderRequest,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    TimeOfDay,
    Weather,
)
from engine.rehearsal.color import chroma, hue, lab
from engine.rehearsal.effects import MOVING_LIGHT
from engine.rehearsal.effects.moving_light import ON_PEOPLE, upon
from engine.rehearsal.light import Color, parse
from engine.rehearsal.palette import light_for, palette_for
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import Stage
from engine.script.breakdown import breakdown
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.conftest import Drawer, Frame
from tests.engine.rehearsal.separation import separation
from tests.engine.rehearsal.shots import MIA, SMALL, dressing, person, request, shot

DEMO = Path(__file__).parents[3] / "deploy" / "demo"
SKINS = [
    parse(skin)
    for skin in ["#f6d8c2", "#f2cdb0", "#e9bd99", "#c68e66", "#8d5a3c", "#6b4630", "#4a2e22"]
]
CLOTHES = [
    parse(cloth) for cloth in ["#f1ece4", "#1c2233", "#b3252f", "#3d5a73", "#2f6f6a", "#d9b26a"]
]
LAMPS = ("", *MOVING_LIGHT)
SCENES = [
    SetDressing(
        set=SetKind.PLAIN,
        place="",
        mood=mood,
        time=time,
        weather=weather,
        interior=interior,
        light=light,
    )
    for mood, time, weather, interior, light in product(
        Mood, TimeOfDay, (Weather.CLEAR, Weather.STORM, Weather.FOG), (True, False), LAMPS
    )
]


def cielab(color: Color) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    rgb = np.array(color) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    m = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = m @ linear / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("color", SKINS + CLOTHES)
def test_a_calm_day_indoors_shows_the_colours_of_the_look(color: Color) -> None:
    flat = light_for(SetDressing(set=SetKind.PLAIN, place=""))
    assert np.linalg.norm(cielab(flat.lit(color)) - cielab(color)) <= 3


@pytest.mark.parametrize("skin", SKINS)
def test_skin_is_skin_in_every_light(skin: Color) -> None:
    for scene in SCENES:
        light = light_for(scene)
        lit, dark = lab(light.lit(skin)), lab(light.shaded(skin))
        assert 25 <= hue(lit) <= 85, scene
        assert chroma(lit) >= 0.028, scene
        assert (hue(dark) + 40) % 360 <= 40 + 75, scene  # -40 … 75: from rose to brown
        assert chroma(dark) >= 0.022, scene


def test_the_shadow_of_skin_turns_towards_red_and_that_of_white_towards_the_air() -> None:
    for scene in SCENES:
        light = light_for(scene)
        for skin in SKINS:
            lit, dark = lab(light.lit(skin)), lab(light.shaded(skin))
            assert hue(dark) < hue(lit), scene
            assert dark[0] < 0.93 * lit[0], scene
        assert chroma(lab(light.shaded((245, 245, 245)))) >= 0.008, scene


def test_by_night_a_face_is_lighter_than_any_wall() -> None:
    for scene in SCENES:
        if scene.time is TimeOfDay.NIGHT:
            walls = lab(palette_for(scene).grade((255, 255, 255)))[0]
            assert lab(light_for(scene).lit(SKINS[2]))[0] > walls + 0.15, scene


def test_ink_is_a_dark_of_what_it_surrounds() -> None:
    light = light_for(dressing())
    for color in SKINS + CLOTHES:
        assert lab(light.inked(color))[0] < max(0.6 * lab(color)[0], 0.2)
    red, blue = lab(light.inked((190, 40, 50))), lab(light.inked((40, 60, 190)))
    assert red[1] > blue[1] + 0.02


def demo_shots() -> list[RenderRequest]:
    """Every fourth shot with a face of the three English episodes, at a quarter of the size."""
    found = []
    for episode in (1, 2, 3):
        asked = BreakdownRequest(
            source=ReadRequest(path=str(DEMO / "empty-coffin.fountain")),
            episode=episode,
            bible=(DEMO / "empty-coffin.toml").read_text(encoding="utf-8"),
        )
        made = breakdown(asked, Quiet())
        close = [
            one
            for one in made.shots
            if one.people and one.size in {ShotSize.MS, ShotSize.MCU, ShotSize.CU}
        ]
        found += [
            RenderRequest(shot=one, cast=made.cast, format=SMALL, out="") for one in close[::4]
        ]
    return found


def test_faces_of_the_demo_stand_out_from_what_is_behind_them() -> None:
    seen = []
    for asked in demo_shots():
        frames = max(round(asked.shot.duration * SMALL.fps), 1)
        stage = Stage(asked, performers(asked, spoken(asked.shot, asked.cast)), frames)
        one = separation(stage, frames // 2)
        if one is not None:
            seen.append(one)
    assert len(seen) >= 12
    assert sum(one.contrast >= 15 for one in seen) >= 0.8 * len(seen)
    assert median(one.contrast for one in seen) >= 30
    assert median(one.chroma for one in seen) >= 20
    assert sum(one.face > one.around for one in seen) >= 0.9 * len(seen)


def staged(made: Shot, picture: Format = SMALL) -> Stage:
    asked = request(made, format=picture)
    frames = max(round(made.duration * picture.fps), 1)
    return Stage(asked, performers(asked, spoken(made, (MIA,))), frames)


@pytest.mark.parametrize("light", list(MOVING_LIGHT))
def test_a_moving_light_depends_on_the_frame_alone(light: str, draw: Drawer) -> None:
    scene = dressing(SetKind.BEDROOM, light=light, time=TimeOfDay.NIGHT)
    made = shot(duration=2.0, set=scene, people=(person(),))
    stage = staged(made)
    for n in range(30):
        last = stage.frame(n)
    assert (last == draw(made, 29)).all()


@pytest.mark.parametrize("light", list(ON_PEOPLE))
def test_a_moving_light_falls_on_people(light: str) -> None:
    scene = dressing(SetKind.BEDROOM, light=light, time=TimeOfDay.NIGHT)
    still = light_for(scene)
    lit = {upon(still, scene, n / 12, 7) for n in range(60)}
    assert 2 <= len(lit) <= 4


def test_a_squad_car_is_red_from_the_left_and_blue_from_the_right(draw: Drawer) -> None:
    made = shot(duration=2.0, set=dressing(SetKind.STREET, light="police", time=TimeOfDay.NIGHT))
    frames = [draw(made, n).astype(float) for n in range(0, 24, 2)]

    def warmth(frame: Frame, side: slice) -> float:
        return float((frame[:, side, 2].astype(float) - frame[:, side, 0]).mean())

    left = [warmth(frame, slice(0, 40)) for frame in frames]
    right = [warmth(frame, slice(140, 180)) for frame in frames]
    assert max(left) > min(left) + 30
    assert min(right) < max(right) - 30
    assert left.index(max(left)) != right.index(min(right))


def felt(expression: Expression, intensity: float = 0.9) -> Shot:
    cue = ExpressionCue(at=0.25, expression=expression, intensity=intensity)
    return shot(duration=2.0, size=ShotSize.MCU, people=(person(expressions=(cue,)),))


def reddened(frame: Frame, before: Frame) -> NDArray[np.float64]:
    result: NDArray[np.float64] = (frame[:, :, 2].astype(int) - frame[:, :, 0]) - (
        before[:, :, 2].astype(int) - before[:, :, 0]
    )
    return result


def test_rage_reddens_the_edges_for_a_moment_and_leaves_the_middle_clear(draw: Drawer) -> None:
    made, calm = felt(Expression.RAGE), felt(Expression.RAGE, 0.4)
    wash = reddened(draw(made, 8), draw(calm, 8))
    top = wash[:20].mean()
    assert top > 40
    assert abs(np.median(wash[110:150, 70:110])) < 0.5 * top
    assert abs(reddened(draw(made, 40), draw(calm, 40))[:20].mean()) < 1


def test_shock_turns_cold(draw: Drawer) -> None:
    made, calm = felt(Expression.SHOCK), felt(Expression.SHOCK, 0.4)
    assert reddened(draw(made, 8), draw(calm, 8))[:20].mean() < -10


def test_the_frame_after_a_wash_is_a_new_one() -> None:
    stage = staged(felt(Expression.RAGE))
    before = stage.frame(0).copy()
    for n in range(1, 48):
        frame = stage.frame(n)
        if not stage.changed:
            assert (frame == before).all(), n
        before = frame.copy()


def test_a_memory_is_brown_and_can_be_read(draw: Drawer) -> None:
    wash = Effect(kind=EffectKind.FLASHBACK, duration=2.0)
    made = shot(duration=2.0, size=ShotSize.MCU, people=(person(),), effects=(wash,))
    frame = draw(made, 24).astype(int)
    middle = frame[40:280, 20:160]
    assert (middle[:, :, 2] - middle[:, :, 0]).mean() > 8
    grey = middle[:, :, :3].mean(axis=2)
    assert np.percentile(grey, 98) - np.percentile(grey, 2) > 120


def test_what_is_near_alight_is_lit_by_it(draw: Drawer) -> None:
    """A lamp's light runs out over a width that no lamp of the set is drawn with."""
    night = dressing(SetKind.BOARDROOM, time=TimeOfDay.NIGHT)
    frame = draw(shot(duration=1.0, size=ShotSize.WS, set=night), 0)[:, :, :3].max(axis=2)
    assert (frame > 200).any()
    partly = (frame > 90) & (frame < 200)
    assert partly.sum() > (frame > 200).sum()


def test_a_pool_of_light_is_as_bright_from_a_camera_that_moves() -> None:
    """Then it is a plane of its own, thin and bright: it lights the floor and does not hide it."""
    wet = dressing(SetKind.ROOFTOP, time=TimeOfDay.NIGHT, weather=Weather.RAIN)
    floors = []
    for move in (Move.STATIC, Move.TRACK):
        made = shot(set=wet, size=ShotSize.WS, move=move)
        stage = Stage(request(made), [], 3)
        floors.append(stage.clean(1)[SMALL.height * 3 // 5 :, :, :3].mean(axis=(0, 1)))
    assert np.abs(floors[0] - floors[1]).max() < 12  # of 255
