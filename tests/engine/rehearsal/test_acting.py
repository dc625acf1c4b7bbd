"""Cues and speech become acting: the lips meet, the face changes on its cue, hands wind up."""

import numpy as np
import pytest

from engine.contracts import (
    Blocking,
    Character,
    Expression,
    ExpressionCue,
    Gesture,
    GestureCue,
    Look,
    Posture,
)
from engine.rehearsal.figure import Acting, Figure, Pose
from engine.rehearsal.figure.acting.expressions import EXPRESSIONS
from engine.rehearsal.figure.acting.gestures import GESTURES
from engine.rehearsal.figure.acting.visemes import LIPS
from engine.rehearsal.figure.mouth import mouth_shape
from engine.rehearsal.figure.pose import RIG_FIELDS, rig_vector
from engine.voice.speech import SAMPLE_RATE, Speech, Viseme, VisemeSpan, WordSpan


def line(*visemes: tuple[Viseme, float, float], end: float = 1.0) -> Speech:
    spans = tuple(VisemeSpan(v, a, b) for v, a, b in visemes)
    words = (WordSpan("mama", 0.0, end),)
    return Speech(np.zeros(int(end * SAMPLE_RATE), dtype=np.float32), spans, words)


def acting(*speech: tuple[float, Speech], **blocking: object) -> Acting:
    look_yaw = float(blocking.pop("look_yaw", 0.0))  # type: ignore[arg-type]
    cues = Blocking(character="p", **blocking)  # type: ignore[arg-type]
    return Acting(cues, speech=speech, seed=4, look_yaw=look_yaw)


def cue(expression: Expression, intensity: float = 1.0, at: float = 0.0) -> ExpressionCue:
    return ExpressionCue(at=at, expression=expression, intensity=intensity)


def gap(pose: Pose) -> float:
    """How far the lips stand apart, head units."""
    figure = Figure(Character(id="p", name="P", look=Look()))
    _, head = figure._views(pose)
    return mouth_shape(head).gap


def test_lips_close_on_pp_and_open_on_aa() -> None:
    said = line((Viseme.AA, 0.0, 0.3), (Viseme.PP, 0.3, 0.5), (Viseme.AA, 0.5, 1.0))
    player = acting((0.0, said))
    assert gap(player.pose(0.15)) > 0.1
    assert gap(player.pose(0.4)) < 0.01
    assert gap(player.pose(0.75)) > 0.1


def test_lips_meet_on_pp_even_in_rage() -> None:
    player = acting((0.0, line((Viseme.PP, 0.0, 1.0))), expressions=(cue(Expression.RAGE),))
    assert gap(player.pose(0.5)) < 0.01


def test_every_viseme_has_lips() -> None:
    assert set(LIPS) == set(Viseme)


def test_the_same_seed_acts_the_same_and_another_differently() -> None:
    blocking = Blocking(character="p", expressions=(cue(Expression.FEAR),))
    first = Acting(blocking, speech=(), seed=1, look_yaw=10)
    again = Acting(blocking, speech=(), seed=1, look_yaw=10)
    other = Acting(blocking, speech=(), seed=2, look_yaw=10)
    times = [k / 12 for k in range(36)]
    assert [first.pose(t) for t in times] == [again.pose(t) for t in reversed(times)][::-1]
    assert [first.pose(t) for t in times] != [other.pose(t) for t in times]


@pytest.mark.parametrize("expression", list(Expression))
def test_every_expression_is_read_from_brows_and_lids_and_grows(expression: Expression) -> None:
    calm = rig_vector(EXPRESSIONS[Expression.CALM].rig)
    upper = [i for i, name in enumerate(RIG_FIELDS) if name.startswith(("brow", "lid", "slant"))]

    def away(intensity: float) -> float:
        player = acting(expressions=(cue(expression, intensity),))
        return float(np.abs(rig_vector(player.pose(0.1).rig) - calm)[upper].sum())

    if expression == Expression.CALM:
        assert away(1.0) < 0.5
    else:
        assert away(1.0) > away(0.4) > 0.2


def test_expressions_differ_from_each_other() -> None:
    vectors = {e: rig_vector(face.rig) for e, face in EXPRESSIONS.items()}
    assert set(vectors) == set(Expression)
    for a in Expression:
        for b in Expression:
            assert a == b or np.abs(vectors[a] - vectors[b]).sum() > 1.0, (a, b)


def test_an_expression_changes_on_its_cue_within_eight_frames() -> None:
    cues = (cue(Expression.CALM), cue(Expression.ANGER, at=1.0))
    player = acting(expressions=cues)
    assert player.pose(0.95).rig.knit == pytest.approx(0.0, abs=0.01)
    assert 0.05 < player.pose(1.1).rig.knit < 0.9
    assert player.pose(1.0 + 8 / 24).rig.knit > 0.8


def test_tears_run_down_after_the_cue() -> None:
    player = acting(expressions=(cue(Expression.CRY),))
    assert player.pose(0.1).overlays.tear_fall < player.pose(1.2).overlays.tear_fall


def test_eyes_blink_and_dart_while_nothing_happens() -> None:
    player = acting()
    poses = [player.pose(k / 24) for k in range(240)]
    assert min(p.rig.lid_l for p in poses) < 0.3
    assert len({round(p.gaze[0], 4) for p in poses}) > 4


def test_idle_is_never_frozen() -> None:
    player = acting()
    poses = [player.pose(k / 12) for k in range(24)]
    assert len({(p.breath, p.pitch, p.lean) for p in poses}) == 24


def test_a_breath_is_held_before_the_line() -> None:
    player = acting((1.0, line((Viseme.AA, 0.0, 1.0))))
    assert player.pose(0.95).breath > 1.2


def test_eyes_and_head_go_where_they_look() -> None:
    left, right = acting(look_yaw=-50.0).pose(0.5), acting(look_yaw=50.0).pose(0.5)
    assert left.yaw < -25 < 25 < right.yaw
    assert left.gaze[0] < right.gaze[0]


def gesture(kind: Gesture, prop: str = "") -> Acting:
    made = GestureCue(at=0.5, duration=2.0, gesture=kind, prop=prop)
    return acting(gestures=(made,), look_yaw=20.0)


@pytest.mark.parametrize("kind", [g for g in Gesture if g != Gesture.IDLE])
def test_every_gesture_moves_the_body(kind: Gesture) -> None:
    player, idle = gesture(kind), acting(look_yaw=20.0)
    moved = [player.pose(0.5 + k / 12) != idle.pose(0.5 + k / 12) for k in range(20)]
    assert sum(moved) > 10
    assert player.pose(0.4) == idle.pose(0.4) or kind in {Gesture.TURN_TO, Gesture.LOOK_UP}


def test_who_has_turned_round_stays_so() -> None:
    player, idle = gesture(Gesture.TURN_TO), acting(look_yaw=20.0)
    bodies = [player.pose(0.5 + k / 12).body_yaw - idle.pose(0.5).body_yaw for k in range(40)]
    assert bodies[0] < -40
    assert max(abs(yaw) for yaw in bodies[10:]) < 8


def test_who_looks_up_begins_bowed() -> None:
    player, idle = gesture(Gesture.LOOK_UP), acting(look_yaw=20.0)
    assert player.pose(0.1).pitch < idle.pose(0.1).pitch - 15
    assert player.pose(0.1).gaze[1] > 0.4
    assert abs(player.pose(1.9).pitch - idle.pose(1.9).pitch) < 4


def test_who_looks_down_does_so_with_the_eyes_too_and_holds_on() -> None:
    hold = GestureCue(at=0.0, duration=3.0, gesture=Gesture.HOLD, prop="phone")
    look = GestureCue(at=0.5, duration=2.0, gesture=Gesture.LOOK_DOWN)
    late = acting(gestures=(hold, look), look_yaw=20.0).pose(1.8)
    assert late.prop == "phone"
    assert late.pitch < -10
    assert late.gaze[1] > 0.5


@pytest.mark.parametrize("yaw", [-38.0, -20.0, 0.0, 20.0, 38.0])
def test_a_phone_at_the_ear_hides_no_eye(yaw: float) -> None:
    cue = GestureCue(at=0.0, duration=3.0, gesture=Gesture.PHONE)
    marks = Figure(Character(id="p", name="P")).landmarks(
        acting(yaw=yaw, gestures=(cue,), look_yaw=yaw).pose(1.5)
    )
    hand = marks.left_hand if yaw > 12 else marks.right_hand
    assert abs(hand[0] - marks.eyes[0]) > 0.48 * marks.head_width
    assert hand[1] > marks.eyes[1]


def test_every_gesture_is_known() -> None:
    assert set(GESTURES) == set(Gesture)


def test_a_gesture_winds_up_and_overshoots() -> None:
    player = gesture(Gesture.POINT)
    forward = [hand.at[2] for k in range(40) if (hand := player.pose(0.5 + k / 24).right)]
    assert min(forward[:4]) < forward[0]
    assert max(forward) > forward[-1]


def test_a_slap_is_drawn_back_before_it_lands() -> None:
    player = gesture(Gesture.SLAP)
    x = [hand.at[0] for k in range(20) if (hand := player.pose(0.5 + k / 24).right)]
    assert x.index(max(x)) < x.index(min(x))
    assert max(x) - min(x) > 40


def test_a_held_thing_is_named_by_the_cue() -> None:
    assert gesture(Gesture.HOLD, "letter").pose(1.4).prop == "letter"
    assert gesture(Gesture.PHONE).pose(1.4).prop == "phone"


def test_kneeling_down_ends_on_the_knees() -> None:
    assert gesture(Gesture.KNEEL).pose(2.2).posture == Posture.KNEEL


def test_someone_seen_from_behind_does_not_look_over_the_shoulder() -> None:
    player = acting(yaw=180.0, look_yaw=20.0)
    assert abs(player.pose(0.5).yaw - 180) < 15


def test_eyes_are_shut_while_the_cue_lasts_and_open_after() -> None:
    shut = GestureCue(at=0.2, duration=1.6, gesture=Gesture.CLOSE_EYES)
    player = acting(gestures=(shut,))
    assert player.pose(1.0).rig.lid_l < 0.05
    assert max(player.pose(t).rig.lid_l for t in (2.0, 2.2, 2.5)) > 0.5


def test_what_is_held_out_to_a_child_is_under_its_face() -> None:
    offer = Blocking(character="p", gestures=(GestureCue(at=0, duration=2, gesture=Gesture.OFFER),))
    poses = [
        Acting(offer, speech=(), seed=1, look_yaw=40, look_down=down).pose(1.0)
        for down in (0.0, 28.0)
    ]
    level, low = (pose.right for pose in poses)
    assert level
    assert low
    assert low.at[1] > level.at[1] + 10
