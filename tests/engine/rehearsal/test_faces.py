"""A face is read without sound, at the size of a phone, from brows and lids first."""

from itertools import combinations, pairwise

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.contracts import Blocking, Character, Expression, ExpressionCue, Look, Posture
from engine.rehearsal.figure import Acting, Figure, Overlays, Pose
from engine.rehearsal.figure.acting.expressions import EXPRESSIONS
from engine.rehearsal.figure.acting.feelings import SKIN, Feelings, turned, weighed
from engine.rehearsal.figure.acting.glances import Glances
from engine.rehearsal.figure.eyes import iris_at, lay_out
from engine.rehearsal.figure.mouth import mouth_shape
from engine.rehearsal.figure.pose import FaceRig
from engine.rehearsal.figure.skull import build_skull
from engine.rehearsal.figure.space import turn
from engine.rehearsal.light import Light
from engine.rehearsal.sight import look_down
from tests.engine.rehearsal.shots import shot

Image = NDArray[np.uint8]
DAY = Light((-0.7, -0.7), (255, 255, 255), (60, 50, 90), 0.3, (255, 230, 190), 0.7, (30, 20, 30))
SIDE = 110  # px of a square picture filled by the face: a medium close-up on a phone
PEOPLE = {
    "woman": Look(hair="bun"),
    "man": Look(presentation="man", hair="short"),
    "child": Look(age=8, hair="bun"),
    "old": Look(age=74, presentation="man", hair="bald", skin="#6b4226"),
}
FELT = [e for e in Expression if e != Expression.CALM]


def figure(look: Look) -> Figure:
    return Figure(Character(id="p", name="P", look=look))


def drawn(person: Figure, pose: Pose, side: int = SIDE, below: float = 0.0) -> Image:
    """The face alone, or what lies `below` faces under it; (side, side, 4)."""
    surface = skia.Surface(side, side)
    canvas = surface.getCanvas()
    marks = person.landmarks(Pose())
    scale = side / (person.build.unit * 1.7)
    middle = marks.chin[1] - person.build.unit * (0.85 - 1.7 * below)
    canvas.translate(side / 2, side / 2 - middle * scale)
    canvas.scale(scale, scale)
    person.draw(canvas, pose, DAY)
    pixels: Image = surface.makeImageSnapshot().toarray()
    return pixels


def face(expression: Expression, intensity: float) -> Pose:
    """The face alone: how the head is held does not help to read it."""
    rig, values = weighed(EXPRESSIONS[expression], intensity, mirror=False)
    skin = Overlays(**{name: values[name] for name in SKIN})
    return Pose(rig=rig, overlays=skin, gaze=(values["gaze_x"], values["gaze_y"]))


def apart(a: Image, b: Image) -> float:
    """Share of the picture that differs clearly."""
    different = np.abs(a[..., :3].astype(int) - b[..., :3].astype(int)).max(-1) > 40
    return float(different.mean())


def cues(*changes: tuple[float, Expression, float]) -> tuple[ExpressionCue, ...]:
    return tuple(ExpressionCue(at=at, expression=e, intensity=k) for at, e, k in changes)


def acting(*changes: tuple[float, Expression, float], look: float = 0.0, seed: int = 4) -> Acting:
    blocking = Blocking(character="p", expressions=cues(*changes))
    return Acting(blocking, speech=(), seed=seed, look_yaw=look)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("intensity", [0.6, 1.0])
def test_any_two_expressions_are_told_apart_in_the_drawn_face(who: str, intensity: float) -> None:
    person = figure(PEOPLE[who])
    faces = {e: drawn(person, face(e, intensity)) for e in Expression}
    for a, b in combinations(Expression, 2):
        assert apart(faces[a], faces[b]) > 0.02, (a, b)


def test_brows_and_lids_alone_tell_them_apart() -> None:
    person = figure(PEOPLE["woman"])
    upper = {e: drawn(person, face(e, 0.7))[: SIDE // 2] for e in Expression}
    for a, b in combinations(Expression, 2):
        assert apart(upper[a], upper[b]) > 0.012, (a, b)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("expression", FELT)
def test_a_feeling_grows_with_its_intensity(who: str, expression: Expression) -> None:
    person = figure(PEOPLE[who])
    rest = drawn(person, face(Expression.CALM, 0.5), side=160)
    steps = [
        apart(rest, drawn(person, face(expression, k), side=160)) for k in (0.2, 0.4, 0.6, 0.8, 1)
    ]
    assert all(more > less for less, more in pairwise(steps)), steps


@pytest.mark.parametrize("a", Expression)
def test_halfway_between_two_expressions_nothing_crosses(a: Expression) -> None:
    person = figure(PEOPLE["woman"])
    for b in Expression:
        feelings = Feelings(cues((0.0, a, 1.0), (1.0, b, 1.0)), mirror=False)
        for t in np.arange(1.0, 1.6, 1 / 24).tolist():
            _, head = person._views(Pose(rig=feelings.at(t).rig))
            mouth = mouth_shape(head)
            assert (mouth.bottom - mouth.top)[:, 1].min() > -0.01, (a, b, t)
            for side in (-1, 1):
                eye = lay_out(head.look, head, side)
                assert (eye.lower - eye.upper)[:, 1].min() > -1e-6, (a, b, t)


def test_a_change_winds_up_goes_past_and_settles_within_eight_frames() -> None:
    at = [turned(frame / 48, 0.26) for frame in range(40)]
    assert min(at) < -0.05
    assert max(at[: 2 * 8]) > 1.05
    assert at[-1] == pytest.approx(1.0, abs=0.005)


def test_eyes_close_for_a_moment_as_the_feeling_changes() -> None:
    player = acting((0.0, Expression.CALM, 0.5), (1.0, Expression.ANGER, 1.0))
    open_ = player.pose(0.93).rig.lid_l
    assert min(player.pose(1 + k / 24).rig.lid_l for k in range(4)) < 0.6 * open_


def test_the_side_that_is_seen_acts_more() -> None:
    right = acting((0.0, Expression.CONTEMPT, 1.0), look=50).pose(0.5)
    left = acting((0.0, Expression.CONTEMPT, 1.0), look=-50).pose(0.5)
    assert right.yaw > 0 > left.yaw
    assert right.rig.corner_l > right.rig.corner_r
    assert left.rig.corner_r > left.rig.corner_l


def test_eyes_go_where_they_look_and_the_far_one_is_narrower() -> None:
    _, head = figure(PEOPLE["woman"])._views(Pose(yaw=40, gaze=(0.8, 0.0)))
    eyes = [lay_out(head.look, head, side) for side in (-1, 1)]
    near, far = (float(np.ptp(head.on(eye.upper)[:, 0])) for eye in eyes)
    assert far < 0.75 * near
    for eye in eyes:
        assert iris_at(eye, (0.8, 0.0))[0] > eye.center[0] > iris_at(eye, (-0.8, 0.0))[0]
        assert iris_at(eye, (0.0, 0.8))[1] > iris_at(eye, (0.0, -0.8))[1]


def test_the_drawn_iris_moves_with_the_gaze() -> None:
    person = figure(Look(hair="bun", eye_color="#20c040"))

    def green(gaze: float) -> float:
        image = drawn(person, Pose(gaze=(gaze, 0.0)), side=200)[60:130, :100].astype(int)
        marked = (image[..., 1] > image[..., 0] + 25) & (image[..., 1] > image[..., 2] + 25)
        return float(np.nonzero(marked)[1].mean())

    assert green(-0.5) + 3 < green(0.0) < green(0.5) - 3


@pytest.mark.parametrize("lid", [1.0, 0.7, 0.55])
def test_eyes_keep_a_light_in_them_however_the_lid_hangs(lid: float) -> None:
    person = figure(Look(hair="bun", skin="#a06a48"))
    image = drawn(person, Pose(rig=FaceRig(lid_l=lid, lid_r=lid)), side=320)
    for half in (image[80:200, :160], image[80:200, 160:]):
        assert (half[..., :3].min(-1) > 252).sum() > 8


def test_people_blink_as_often_as_people_do_and_sometimes_twice() -> None:
    lids = []
    for seed in range(6):
        player = acting((0.0, Expression.CALM, 0.5), seed=seed)
        blinks = [t for t in player.blinks if t < 60]
        assert 12 <= len(blinks) <= 40
        lids += [b - a for a, b in pairwise(blinks)]
    assert any(gap < 0.35 for gap in lids)


def test_a_long_look_away_goes_with_a_blink() -> None:
    player = acting((0.0, Expression.GUILT, 0.9))
    long = [t for t in player.glances.jumps() if t < 30]
    assert long
    assert all(player.pose(t + 0.08).rig.lid_l < 0.2 for t in long)


def test_eyes_are_restless_in_fear_and_steady_in_resolve() -> None:
    def jumps(feeling: Expression) -> int:
        glances = Glances(3, 60.0, (), lambda _t: feeling)
        return sum(a != b for a, b in pairwise(glances.at(t / 12) for t in range(720)))

    assert jumps(Expression.FEAR) > 2 * jumps(Expression.RESOLVE)


def test_eyes_are_on_the_listener_once_the_line_is_under_way() -> None:
    for seed in range(8):
        glances = Glances(seed, 60.0, ((2.0, 5.0),), lambda _t: Expression.CALM)
        x, y = glances.at(2.5)
        assert abs(x) + abs(y) < 0.2


def test_fear_makes_pupils_small_and_tenderness_wide() -> None:
    fear, tender = (acting((0.0, e, 1.0)).pose(0.5) for e in (Expression.FEAR, Expression.TENDER))
    assert fear.rig.pupil < 0.8
    assert tender.rig.pupil > 1.2


def test_tears_well_up_before_they_fall_and_drip_from_the_jaw() -> None:
    welled = acting((0.0, Expression.CALM, 0.5), (1.0, Expression.CRY, 1.0)).pose(1.16).overlays
    assert welled.tear > 0.15
    assert welled.tear_fall < 0.1
    person = figure(PEOPLE["woman"])
    dry, falling = (
        drawn(person, Pose(overlays=Overlays(tear=1.0, tear_fall=fall)), below=0.6)
        for fall in (0.5, 1.3)
    )
    assert apart(dry, falling) > 0.0005


def test_a_cheek_stays_wet_after_the_feeling_and_dries() -> None:
    player = acting((0.0, Expression.CRY, 1.0), (2.0, Expression.RESOLVE, 1.0))
    after, later = player.pose(3.0).overlays, player.pose(25.0).overlays
    assert after.tear > 0.5
    assert after.tear_fall == pytest.approx(1.0)
    assert later.tear < 0.08


def test_a_crying_lip_trembles_and_a_calm_one_does_not() -> None:
    def lip(feeling: Expression) -> set[float]:
        return {round(acting((0.0, feeling, 1.0)).pose(1 + k / 12).rig.quiver, 3) for k in range(8)}

    assert len(lip(Expression.CRY)) > 5
    assert len(lip(Expression.CALM)) == 1


@pytest.mark.parametrize("name", SKIN)
def test_everything_on_the_skin_is_seen_on_the_face(name: str) -> None:
    person = figure(PEOPLE["woman"])
    wet = Overlays(tear=1.0) if name == "tear_fall" else Overlays()
    over = Overlays(tear=wet.tear, **{name: 1.0}) if name != "tear" else Overlays(tear=1.0)
    plain = drawn(person, Pose(overlays=wet), side=300)
    assert not np.array_equal(plain, drawn(person, Pose(overlays=over), side=300))


def test_eyes_go_down_to_a_child_and_to_who_kneels_and_up_from_there() -> None:
    people = {
        "a": Character(id="a", name="A", look=Look()),
        "b": Character(id="b", name="B", look=Look(age=6)),
        "c": Character(id="c", name="C", look=Look()),
    }
    tall, small = Blocking(character="a", look_at="b"), Blocking(character="b", look_at="a", x=1)
    kneels = Blocking(character="c", look_at="a", x=-1, posture=Posture.KNEEL)
    made = shot(people=(tall, small, kneels))
    assert look_down(made, tall, people) > 15
    assert look_down(made, small, people) < -15
    assert look_down(made, kneels, people) < -15
    assert look_down(made, Blocking(character="a", look_at="lens"), people) == 0


def test_looking_down_takes_head_and_eyes() -> None:
    level, low = (
        Acting(Blocking(character="p"), speech=(), seed=1, look_yaw=0, look_down=k).pose(0.2)
        for k in (0.0, 30.0)
    )
    assert low.pitch < level.pitch - 10
    assert low.gaze[1] > level.gaze[1] + 0.3


@pytest.mark.parametrize("skin", ["#f0c8a8", "#6b4226"])
def test_a_face_shows_how_it_is_made_up(skin: str) -> None:
    looks = [Look(hair="bun", skin=skin, makeup=one) for one in ("none", "light", "bold", "dark")]
    faces = [drawn(figure(look), Pose()) for look in looks]
    for one, other in combinations(faces, 2):
        assert apart(one, other) > 0.001


def test_a_man_wears_no_makeup() -> None:
    bare, bold = (Look(presentation="man", hair="short", makeup=one) for one in ("none", "bold"))
    assert (drawn(figure(bare), Pose()) == drawn(figure(bold), Pose())).all()


def test_the_face_is_as_deep_at_one_place_as_among_many() -> None:
    skull = build_skull(Look())
    u, v = np.linspace(-0.9, 0.9, 37), np.linspace(-1.1, 1.1, 37)
    one_by_one = [skull.depth_at(*place) for place in zip(u.tolist(), v.tolist(), strict=True)]
    assert np.allclose(one_by_one, skull.depth(u, v), atol=1e-12)


def test_a_turn_is_pitch_then_yaw_then_roll() -> None:
    by_hand = turn(0, 0, 20) @ turn(-35) @ turn(0, 12)
    assert np.allclose(turn(-35, 12, 20), by_hand, atol=1e-12)
