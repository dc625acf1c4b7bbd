"""What need not be drawn again, and what is turned instead of drawn."""

from dataclasses import replace

import numpy as np
import skia

from engine.contracts import Character, Posture, SetDressing, SetKind
from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.pose import FaceRig, Hand, Lent, Pose
from engine.rehearsal.held import calmed, held
from engine.rehearsal.layers import LINEAR
from engine.rehearsal.palette import light_for
from engine.rehearsal.turned import turned

MEDIUM_CLOSE = 17.0  # px per cm


def test_a_figure_that_hardly_breathes_is_held() -> None:
    poses = [Pose(breath=0.02 * n) for n in range(12)]

    shown = held(poses, MEDIUM_CLOSE)

    assert len(set(shown)) < 6


def test_slow_motion_adds_up_to_a_new_drawing() -> None:
    poses = [Pose(lean=0.01 * n) for n in range(60)]

    shown = held(poses, MEDIUM_CLOSE)

    assert len(set(shown)) > 5
    assert all(abs(poses[n].lean - poses[k].lean) < 0.1 for n, k in enumerate(shown))


def test_a_blink_a_word_and_a_hand_are_drawn() -> None:
    still = Pose()
    blink = Pose(rig=FaceRig(lid_l=0.2, lid_r=0.2))
    word = replace(blink, rig=FaceRig(open=0.4))
    hand = replace(word, right=Hand(at=(10.0, 20.0, 20.0)))

    assert held([still, blink, word, hand], MEDIUM_CLOSE) == [0, 1, 2, 3]


def test_who_walks_is_never_held() -> None:
    assert held([Pose(pace=1.0, stride=0.5), Pose(pace=1.0, stride=0.51)], 1.0) == [0, 1]


def test_going_down_on_the_knees_and_turning_a_palm_are_drawn_pose_by_pose() -> None:
    kneeling = [Pose(posture=Posture.KNEEL, settled=0.2 * n) for n in range(6)]
    turning = [Pose(right=Hand((12, 20, 20), palm=(-1 + 0.4 * n, 0, 0.4 * n))) for n in range(4)]

    assert held(kneeling, 6.0) == [0, 1, 2, 3, 4, 5]
    assert held(turning, 6.0) == [0, 1, 2, 3]


def test_an_arm_lent_by_who_is_behind_is_drawn_as_it_moves() -> None:
    other = Figure(Character(id="b", name="B"))
    arms = [Pose(right=Hand((12, 20 + 3 * n, 20))) for n in range(3)]
    lent = [Pose(lent=Lent(other, arm, "right", (20.0, 0.0), 1.0)) for arm in arms]

    assert held([Pose(), *lent], 6.0) == [0, 1, 2, 3]


def test_what_is_seen_from_further_away_is_held_longer() -> None:
    poses = [Pose(breath=0.1 * n) for n in range(24)]

    assert len(set(held(poses, 4.0))) < len(set(held(poses, 28.0)))


def test_a_picture_turned_in_tiles_is_the_picture_turned() -> None:
    image = _chequered(240, 400)
    size = 180, 320
    tiles, whole = skia.Surface(*size), skia.Surface(*size)

    turned(tiles.getCanvas(), image, 0.01, size)
    whole.getCanvas().rotate(np.degrees(0.01), size[0] / 2, size[1] / 2)
    whole.getCanvas().drawImage(image, -30, -40, LINEAR)

    apart = np.abs(tiles.toarray().astype(int) - whole.toarray())
    assert apart.mean() < 3


def _chequered(width: int, height: int) -> skia.Image:
    """Squares of 20 px."""
    y, x = np.mgrid[:height, :width]
    grey = (((x // 20 + y // 20) % 2) * 200).astype(np.uint8)
    return skia.Image.fromarray(
        np.dstack([grey, grey, grey, np.full_like(grey, 255)]), skia.kBGRA_8888_ColorType
    )


def test_a_face_that_speaks_leaves_the_body_as_it_was_drawn() -> None:
    poses = [Pose(breath=0.02 * n, rig=FaceRig(open=n % 2)) for n in range(8)]

    calm = calmed(poses, MEDIUM_CLOSE)

    assert len({pose.breath for pose in calm}) < 4
    assert [pose.rig for pose in calm] == [pose.rig for pose in poses]


def test_hands_below_the_frame_make_no_drawings() -> None:
    poses = [Pose(right=Hand(at=(10.0, 40.0 + n, 20.0))) for n in range(8)]

    assert len({pose.right for pose in calmed(poses, MEDIUM_CLOSE, low=15.0)}) == 1
    assert len({pose.right for pose in calmed(poses, MEDIUM_CLOSE, low=60.0)}) == 8


def test_a_head_that_hardly_nods_stays_while_its_face_acts() -> None:
    poses = [Pose(pitch=0.05 * n, rig=FaceRig(open=n % 2)) for n in range(8)]

    calm = calmed(poses, MEDIUM_CLOSE)

    assert {pose.pitch for pose in calm} == {0.0}
    assert [pose.rig for pose in calm] == [pose.rig for pose in poses]


def test_hair_in_the_wind_leaves_the_body_as_it_was_drawn() -> None:
    poses = [Pose(breath=0.01 * n, sway=(2.0 * n, 0.0)) for n in range(8)]

    calm = calmed(poses, MEDIUM_CLOSE)

    assert len({pose.sway for pose in calm}) == 8
    assert {pose.breath for pose in calm} == {0.0}


def test_a_face_over_what_was_kept_is_the_whole_figure_drawn_anew() -> None:
    speaks, smiles = (Pose(yaw=20, rig=rig) for rig in (FaceRig(open=0.8), FaceRig(corner_l=1.0)))
    kept, anew = skia.Surface(200, 300), skia.Surface(200, 300)
    for surface in (kept, anew):
        surface.getCanvas().translate(100, 290)
        surface.getCanvas().scale(1.6, 1.6)
    figure = Figure(Character(id="a", name="A"))
    light = light_for(SetDressing(set=SetKind.PLAIN, place=""))

    figure.draw_still(kept.getCanvas(), speaks, light)
    figure.draw_acting(kept.getCanvas(), smiles, light)
    Figure(figure.character).draw(anew.getCanvas(), smiles, light)

    assert (kept.toarray() == anew.toarray()).all()
    assert anew.toarray()[..., 3].any()
