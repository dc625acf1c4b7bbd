"""People are drawn whole, the same from every side, and never fall over an unknown word."""

import msgspec
import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.contracts import Blocking, Character, Look, Posture, Wardrobe
from engine.rehearsal.figure import (
    HAIR_STYLES,
    WARDROBES,
    FaceRig,
    Figure,
    Hand,
    Landmarks,
    Overlays,
    Pose,
)
from engine.rehearsal.figure.accessories import ON_BODY, ON_HEAD
from engine.rehearsal.figure.hand_shapes import SHAPES
from engine.rehearsal.figure.outline import polygon, smooth
from engine.rehearsal.figure.props import PROPS
from engine.rehearsal.light import Light
from engine.rehearsal.render import dressed

Image = NDArray[np.uint8]
DAY = Light((-0.7, -0.7), (255, 255, 255), (60, 50, 90), 0.3, (255, 230, 190), 0.7, (30, 20, 30))
WIDTH, HEIGHT = 180, 320


def person(**look: object) -> Figure:
    return Figure(Character(id="p", name="P", look=msgspec.convert(look, Look)))


def drawn(figure: Figure, pose: Pose, *, close: bool = False) -> Image:
    """The figure on nothing: RGBA; whole, or head and shoulders."""
    surface = skia.Surface(WIDTH, HEIGHT)
    canvas = surface.getCanvas()
    scale = 6.0 if close else 1.75
    canvas.translate(WIDTH / 2, 1080.0 if close else HEIGHT - 8)
    canvas.scale(scale, scale)
    figure.draw(canvas, pose, DAY)
    pixels: Image = surface.makeImageSnapshot().toarray()
    return pixels


def ink(image: Image) -> int:
    return int((image[..., 3] > 128).sum())


def test_the_same_pose_gives_the_same_bytes() -> None:
    pose = Pose(yaw=20, body_yaw=10, overlays=Overlays(tear=1, tear_fall=0.6))
    first, second = person(hair="wavy"), person(hair="wavy")
    assert np.array_equal(drawn(first, pose), drawn(second, pose))


def test_two_people_differ_in_silhouette() -> None:
    her = drawn(person(hair="long", wardrobe=Wardrobe(kind="gown")), Pose())
    him = drawn(person(presentation="man", hair="short", build="broad"), Pose())
    union = ((her[..., 3] > 128) | (him[..., 3] > 128)).sum()
    apart = ((her[..., 3] > 128) ^ (him[..., 3] > 128)).sum()
    assert apart > 0.2 * union


@pytest.mark.parametrize("yaw", [-150, -90, -35, 0, 35, 90, 180])
def test_one_look_keeps_its_colours_from_every_side(yaw: float) -> None:
    figure = person(hair="bob", skin="#c68d62", wardrobe=Wardrobe(kind="sweater", color="#2e6a4c"))
    image = drawn(figure, Pose(yaw=yaw, body_yaw=yaw))
    for color in ("#c68d62", "#2e6a4c"):
        wanted = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)])
        near = np.abs(image[..., [2, 1, 0]].astype(int) - wanted).max(-1) < 3
        near |= np.abs(image[..., :3].astype(int) - wanted).max(-1) < 3
        assert near.sum() > 60, (color, yaw)


@pytest.mark.parametrize("style", HAIR_STYLES)
def test_every_hair_style_draws_something_of_its_own(style: str) -> None:
    plain = drawn(person(hair="bald"), Pose(yaw=20), close=True)
    styled = drawn(person(hair=style), Pose(yaw=20), close=True)
    assert style == "bald" or not np.array_equal(plain, styled)
    assert ink(drawn(person(hair=style), Pose(yaw=180, body_yaw=180))) > 3000


def test_an_unknown_hair_style_is_the_default_of_the_presentation() -> None:
    for presentation, default in (("woman", "long"), ("man", "short")):
        unknown = drawn(person(hair="mohican", presentation=presentation), Pose(), close=True)
        known = drawn(person(hair=default, presentation=presentation), Pose(), close=True)
        assert np.array_equal(unknown, known)


@pytest.mark.parametrize("presentation", ["woman", "man"])
def test_every_wardrobe_is_told_from_the_shirt(presentation: str) -> None:
    shirt = drawn(person(presentation=presentation), Pose(yaw=15, body_yaw=15))
    for kind in WARDROBES:
        worn = person(presentation=presentation, wardrobe=Wardrobe(kind=kind))
        same = np.array_equal(drawn(worn, Pose(yaw=15, body_yaw=15)), shirt)
        assert same == (worn.cut == person(presentation=presentation).cut), kind


def test_an_unknown_wardrobe_is_a_shirt() -> None:
    odd = person(wardrobe=Wardrobe(kind="spacesuit"))
    assert np.array_equal(drawn(odd, Pose()), drawn(person(), Pose()))


@pytest.mark.parametrize("item", [*ON_HEAD, *ON_BODY, "ring", "watch"])
def test_every_signature_item_shows(item: str) -> None:
    pose = Pose(yaw=25, body_yaw=25, left=Hand((9, 30, 26)), right=Hand((9, 27, 26)))
    bare = drawn(person(hair="bun", wardrobe=Wardrobe(kind="tshirt")), pose)
    worn = drawn(person(hair="bun", wardrobe=Wardrobe(kind="tshirt"), signature=item), pose)
    assert not np.array_equal(bare, worn)


def test_an_unknown_signature_changes_nothing() -> None:
    assert np.array_equal(drawn(person(signature="jetpack"), Pose()), drawn(person(), Pose()))


@pytest.mark.parametrize("prop", PROPS)
def test_every_prop_is_seen_in_the_hand(prop: str) -> None:
    hand = Hand((9, 27, 26), "hold", -62)
    empty = drawn(person(), Pose(right=hand))
    assert not np.array_equal(drawn(person(), Pose(right=hand, prop=prop)), empty)


def test_every_hand_shape_is_its_own_and_an_unknown_one_is_relaxed() -> None:
    def shown(shape: str) -> bytes:
        return drawn(person(), Pose(right=Hand((9, 27, 26), shape, -62))).tobytes()

    assert len({shown(shape) for shape in SHAPES}) == len(SHAPES)
    assert shown("claw") == shown("relaxed")


@pytest.mark.parametrize("posture", list(Posture))
@pytest.mark.parametrize("yaw", [0, 70])
def test_landmarks_lie_on_the_figure(posture: Posture, yaw: float) -> None:
    figure = person(hair="short", presentation="man")
    pose = Pose(yaw=yaw, body_yaw=yaw, posture=posture)
    marks: Landmarks = figure.landmarks(pose)
    surface = skia.Surface(400, 400)
    canvas = surface.getCanvas()
    canvas.translate(200, 380)
    canvas.scale(1.9, 1.9)
    figure.draw(canvas, pose, DAY)
    rows, columns = np.nonzero(surface.makeImageSnapshot().toarray()[..., 3] > 0)
    for name in ("head_top", "eyes", "chin", "chest", "hips", "left_hand", "right_hand"):
        x, y = getattr(marks, name)
        px, py = x * 1.9 + 200, y * 1.9 + 380
        assert columns.min() - 6 <= px <= columns.max() + 6, (name, px)
        assert rows.min() - 6 <= py <= rows.max() + 6, (name, py)
    assert 10 < marks.head_width < 25


def test_an_adult_of_height_one_stands_168_cm_tall() -> None:
    figure = person(hair="bald")
    assert figure.landmarks(Pose()).head_top[1] == pytest.approx(-168, abs=4)
    ankle = figure.joints(Pose())["left_ankle"]
    assert ankle[1] + figure.build.ankle == pytest.approx(0, abs=3)


def test_a_child_is_smaller_and_has_a_larger_head_for_its_height() -> None:
    child, adult = person(age=6), person(age=30)
    assert child.build.height < 0.75 * adult.build.height
    assert child.build.unit / child.build.height > 1.2 * adult.build.unit / adult.build.height


def test_the_face_turns_with_the_head() -> None:
    figure = person()
    left = figure.landmarks(Pose(yaw=-40)).eyes[0]
    right = figure.landmarks(Pose(yaw=40)).eyes[0]
    assert left < 0 < right


@pytest.mark.parametrize("name", ["tear", "blush", "sweat", "vein", "shadow"])
def test_every_overlay_shows_on_the_face(name: str) -> None:
    plain = drawn(person(hair="bun"), Pose(), close=True)
    over = drawn(person(hair="bun"), Pose(overlays=Overlays(**{name: 1.0})), close=True)
    assert not np.array_equal(plain, over)


def test_a_far_figure_and_an_extreme_close_up_are_both_drawn() -> None:
    for scale in (0.4, 40.0):
        surface = skia.Surface(WIDTH, HEIGHT)
        canvas = surface.getCanvas()
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.scale(scale, scale)
        canvas.translate(0, 155)
        person().draw(canvas, Pose(rig=FaceRig(open=1.0)), DAY)
        assert ink(surface.makeImageSnapshot().toarray()) > 300


def test_outlines_read_from_a_buffer_are_the_curves_of_their_points() -> None:
    points = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]])
    square, round_ = polygon(points), smooth(points)
    assert square.isLastContourClosed()
    assert round_.isLastContourClosed()
    assert square.contains(0.5, 0.5)
    assert not round_.contains(0.5, 0.5)
    assert round_.contains(5, 5)
    assert (round_.getBounds().width(), round_.countVerbs()) == (10.0, 6)


def test_who_wears_something_else_in_a_shot_leaves_the_hat_of_the_look() -> None:
    driver = Character(
        id="e", name="E", look=Look(signature="cap", wardrobe=Wardrobe(kind="jacket"))
    )
    suit = Wardrobe(kind="suit", color="#24252b")
    heir = dressed(driver, Blocking(character="e", wears=suit))
    assert (heir.look.wardrobe, heir.look.signature) == (suit, "none")
    assert dressed(driver, Blocking(character="e")) is driver
