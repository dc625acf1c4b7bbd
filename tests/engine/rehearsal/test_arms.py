"""Arms and hands are a person's: joints bend as joints do, from every side and in every gesture."""

from collections.abc import Iterator

import numpy as np
import pytest

from engine.contracts import (
    Blocking,
    Character,
    Expression,
    Gesture,
    GestureCue,
    Look,
    Posture,
    Wardrobe,
)
from engine.rehearsal.figure import Acting, Figure, Hand, Pose
from engine.rehearsal.figure.acting.gestures import GESTURES
from engine.rehearsal.figure.acting.habits import BY_FEELING, HABITS, habit_of
from engine.rehearsal.figure.acting.talking import TALKS
from engine.rehearsal.figure.arms import POCKETED, hand_place
from engine.rehearsal.figure.build import build_of
from engine.rehearsal.figure.hand_shapes import SHAPES, joints_of
from engine.rehearsal.figure.skeleton import Arm, Skeleton, solve
from engine.rehearsal.figure.wrist import FLEXES, TWISTS, twist

LOOKS = {
    "woman": Look(),
    "broad man": Look(presentation="man", build="broad", height=1.1),
    "child": Look(age=7),
}
YAWS = (-90.0, -60.0, -30.0, 0.0, 30.0, 60.0, 90.0)
TIMES = (0.2, 0.4, 0.6, 1.2)


def angle(a: np.ndarray, b: np.ndarray) -> float:
    cos = a @ b / np.linalg.norm(a) / np.linalg.norm(b)
    return float(np.degrees(np.arccos(np.clip(cos, -1, 1))))


def mirrored(pose: Pose) -> list[Pose]:
    """The pose as made with the one hand, and with the other."""
    swapped = {"left": pose.right, "right": pose.left}
    return [pose, Pose(**{**{n: getattr(pose, n) for n in pose.__slots__}, **swapped})]


def acted(look: Look, gesture: Gesture) -> Iterator[Skeleton]:
    """Skeletons all through a gesture, from all sides, made with either hand."""
    build = build_of(look)
    cue = GestureCue(at=0.1, duration=1.6, gesture=gesture, prop="letter")
    for yaw in YAWS:
        blocking = Blocking(character="p", yaw=yaw, gestures=(cue,))
        player = Acting(blocking, speech=(), seed=3, look_yaw=yaw, look=look)
        for t in TIMES:
            for pose in mirrored(player.pose(t)):
                yield solve(build, pose)


def inner(bones: Skeleton, arm: Arm) -> np.ndarray:
    """Shoulder, elbow and wrist in the space of the trunk."""
    return (arm.joints - bones.neck) @ bones.trunk


@pytest.mark.parametrize("gesture", list(Gesture))
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_arms_stay_arms_in_every_gesture_from_every_side(look: Look, gesture: Gesture) -> None:
    for bones in acted(look, gesture):
        build = bones.build
        for arm in bones.arms:
            shoulder, elbow, wrist = inner(bones, arm)
            upper, fore = elbow - shoulder, wrist - elbow

            assert np.linalg.norm(upper) == pytest.approx(build.upper_arm, rel=0.01)
            assert np.linalg.norm(fore) == pytest.approx(build.forearm, rel=0.01)
            assert 38 < angle(-upper, fore) <= 180  # an elbow folds so far, and never breaks
            assert elbow[2] > shoulder[2] - 24 * build.size  # nor goes behind the back


@pytest.mark.parametrize("gesture", list(Gesture))
def test_hands_turn_as_far_as_wrists_let_them(gesture: Gesture) -> None:
    for bones in acted(LOOKS["woman"], gesture):
        for arm in bones.arms:
            ahead, across, out = arm.axes
            fore = arm.joints[2] - arm.joints[1]

            assert np.allclose(arm.axes @ arm.axes.T, np.eye(3), atol=1e-6)
            assert angle(ahead, fore) < FLEXES + 0.5
            assert abs(twist(arm.joints, -across, ahead)) < TWISTS + 0.5
            # Seen into the palm with the fingers up, the thumb of the arm at the right of the
            # picture is at the left: it is a left hand.
            assert float(np.cross(ahead, out) @ across) * arm.side == pytest.approx(-1.0, abs=1e-6)


@pytest.mark.parametrize("name", [*TALKS])
def test_talking_hands_reach_where_they_are_meant_to(name: str) -> None:
    build, move = build_of(LOOKS["woman"]), TALKS[name]
    bones = solve(build, Pose(left=move.left, right=move.right))
    for arm, hand in zip(bones.arms, (move.left, move.right), strict=True):
        if hand is None:
            continue
        flip = np.array([arm.side, 1, 1])
        near = 6.0 + 14.0 * hand.lies  # the body under a hand that lies on it is not counted
        assert np.linalg.norm(inner(bones, arm)[2] - np.array(hand.at) * flip) < near


def test_arms_that_hang_have_their_palms_to_the_thighs_and_their_thumbs_ahead() -> None:
    bones = solve(build_of(LOOKS["woman"]), Pose())
    for arm in bones.arms:
        _, across, out = arm.axes
        assert out[0] * arm.side < -0.8
        assert across[2] < -0.8


def test_fingers_keep_their_length_however_they_are_bent() -> None:
    straight = joints_of("flat")
    for shape in SHAPES:
        bent = joints_of(shape)
        for k in range(4):
            bones = np.linalg.norm(np.diff(bent[k], axis=0), axis=1)
            assert bones == pytest.approx(np.linalg.norm(np.diff(straight[k], axis=0), axis=1))


def test_a_fist_is_closed_and_a_pointing_finger_is_not() -> None:
    fist, point = joints_of("fist"), joints_of("point")
    assert (fist[:4, 3, 0] < fist[:4, 0, 0]).all()
    assert point[0, 3, 0] > 0.85
    assert (point[1:4, 3, 0] < 0.6).all()


@pytest.mark.parametrize("gesture", [Gesture.POINT, Gesture.SLAP, Gesture.PUSH, Gesture.OFFER])
def test_what_is_done_to_another_goes_out_in_front(gesture: Gesture) -> None:
    move = GESTURES[gesture]
    bones = solve(build_of(LOOKS["woman"]), Pose(right=move.right))
    shoulder, _, wrist = inner(bones, bones.arms[1])
    assert wrist[2] - shoulder[2] > 30


def test_a_character_has_one_way_of_standing_and_others_have_others() -> None:
    look = LOOKS["woman"]
    names = [f"person{k}" for k in range(12)]
    ways = [habit_of(name, look, Expression.CALM) for name in names]

    assert ways == [habit_of(name, look, Expression.CALM) for name in names]
    assert len(set(ways)) > 4


def test_nobody_has_a_hand_in_the_pocket_of_a_gown() -> None:
    for kind, pocket in (("gown", False), ("suit", True)):
        made = Look(presentation="man", wardrobe=Wardrobe(kind=kind))
        ways = [habit_of(f"person{k}", made, Expression.CALM) for k in range(20)]
        assert any(hand.shape == POCKETED for way in ways for hand in way) is pocket


def test_feelings_have_hands_that_rest() -> None:
    assert set(BY_FEELING.values()) <= set(HABITS)
    angry = habit_of("anyone", LOOKS["woman"], Expression.ANGER)
    assert [hand.shape for hand in angry] == ["fist", "fist"]


def settled(gesture: Gesture, t: float) -> Pose:
    cue = GestureCue(at=0.0, duration=3.0, gesture=gesture)
    return Acting(Blocking(character="p", gestures=(cue,)), speech=(), seed=1, look_yaw=20.0).pose(
        t
    )


@pytest.mark.parametrize("gesture", [Gesture.KNEEL, Gesture.FAINT])
def test_nobody_drops_at_once(gesture: Gesture) -> None:
    """Hips go down pose by pose, and legs keep their length."""
    build = build_of(LOOKS["woman"])
    hips = []
    for step in range(20):
        bones = solve(build, settled(gesture, step / 12))
        hips.append(bones.hips[1])
        for leg in bones.legs:
            lengths = np.linalg.norm(np.diff(leg, axis=0), axis=1)
            assert lengths == pytest.approx([build.thigh, build.shin], rel=0.2)
    falls = np.diff(hips)

    assert hips[-1] - hips[0] > 35 * build.size
    assert falls.max() < 0.6 * (max(hips) - min(hips))


def test_who_faints_ends_on_the_ground() -> None:
    figure = Figure(Character(id="p", name="P"))
    marks = figure.landmarks(settled(Gesture.FAINT, 2.5))
    assert settled(Gesture.FAINT, 2.5).posture is Posture.KNEEL
    assert marks.eyes[1] > -0.35 * figure.build.height


def test_who_turns_away_turns_the_head_first() -> None:
    ahead = [
        settled(Gesture.TURN_AWAY, t).yaw - settled(Gesture.TURN_AWAY, t).body_yaw
        for t in (0.0, 0.25, 0.34)
    ]
    assert max(ahead[1:]) > ahead[0] + 8


def test_who_will_turn_round_is_turned_away_before() -> None:
    cue = GestureCue(at=1.0, duration=1.5, gesture=Gesture.TURN_TO)
    player = Acting(Blocking(character="p", gestures=(cue,)), speech=(), seed=1, look_yaw=20.0)
    assert abs(player.pose(0.9).body_yaw - player.pose(1.0).body_yaw) < 3
    assert abs(player.pose(2.0).body_yaw - player.pose(0.9).body_yaw) > 40
    assert abs(player.pose(3.2).body_yaw - player.pose(2.4).body_yaw) < 3  # and stays turned


def test_hands_trail_behind_their_wrists() -> None:
    """On the way up the fingers still point to where they come from."""
    player = Acting(
        Blocking(
            character="p",
            gestures=(GestureCue(at=0.0, duration=2.0, gesture=Gesture.REFUSE),),
        ),
        speech=(),
        seed=1,
        look_yaw=20.0,
    )
    rest, there = player.pose(0.0).right, player.pose(1.2).right
    assert isinstance(rest, Hand)
    assert isinstance(there, Hand)
    trails = []
    for t in (3 / 12, 4 / 12):
        hand = player.pose(t).right
        assert isinstance(hand, Hand)
        way = (hand.at[2] - rest.at[2]) / (there.at[2] - rest.at[2])
        turn = (hand.aim - rest.aim + 180) % 360 - 180
        trails.append(way - turn / ((there.aim - rest.aim + 180) % 360 - 180))
    assert max(trails) > 0.1


def test_hair_trails_behind_a_body_that_turns_and_swings_on_when_it_has_stopped() -> None:
    sways = [settled(Gesture.TURN_AWAY, k / 12).sway[0] for k in range(20)]
    ways = [-sway for sway in sways]

    assert max(ways) > 6  # turned to the right, it is behind to the left
    assert min(ways[ways.index(max(ways)) :]) < -2
    assert abs(sways[-1]) < 2


def test_who_holds_a_thing_has_fingers_before_it_or_behind_it() -> None:
    """With the palm to us the fingers close over it, with the back to us it is beyond the hand."""
    figure = Figure(Character(id="p", name="P"))
    for aim, palm, faces in ((-70.0, (-0.1, 0.0, 1.0), 1), (-70.0, (-0.1, 0.0, -1.0), -1)):
        hand = Hand((12, 22, 26), "hold", aim, palm=palm)
        body, _ = figure._views(Pose(right=hand, prop="phone"))
        assert hand_place(body, body.bones.arms[1]).facing * faces > 0.5
