"""Hands are somebody's: in inserts by their owner's look, in talk by feeling and by the words."""

from itertools import combinations, pairwise, product

import numpy as np
import pytest

from engine.contracts import (
    Blocking,
    Character,
    Expression,
    ExpressionCue,
    Gesture,
    GestureCue,
    Insert,
    InsertKind,
    Look,
    Wardrobe,
)
from engine.rehearsal.figure import Acting, Figure
from engine.rehearsal.figure.acting.gestures import GESTURES, Move
from engine.rehearsal.figure.acting.talking import BY_FEELING, MANNERS, TALKS, phrases
from engine.rehearsal.figure.arms import hand_place
from engine.rehearsal.figure.hand_shapes import SHAPES
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.inserts.hand_look import hand_look
from engine.rehearsal.palette import light_for
from engine.rehearsal.stage import Stage
from engine.voice.speech import SAMPLE_RATE, Speech, WordSpan
from tests.engine.rehearsal.shots import dressing, request, shot

SUIT = Character(
    id="suit",
    name="Suit",
    look=Look(presentation="man", age=70, skin="#5a3a28", wardrobe=Wardrobe(kind="suit")),
)
BARE = Character(id="bare", name="Bare", look=Look(wardrobe=Wardrobe(kind="tshirt")))
LIGHT = light_for(dressing())
SENTENCE = tuple(k * 0.3 for k in range(30))


def picture(kind: InsertKind, *hands: str) -> np.ndarray:
    made = shot(duration=1.0, insert=Insert(kind=kind, text="clasped hands", hands=hands))
    return Stage(request(made, cast=(SUIT, BARE)), [], 24).frame(12).copy()


def test_a_jacket_has_a_sleeve_and_a_cuff_and_a_tshirt_neither() -> None:
    suit, bare = hand_look(SUIT, LIGHT), hand_look(BARE, LIGHT)

    assert suit.sleeve
    assert suit.cuff
    assert bare.sleeve is None
    assert bare.cuff is None
    assert suit.lines > bare.lines


@pytest.mark.parametrize("kind", [InsertKind.PHONE_SCREEN, InsertKind.LETTER, InsertKind.OBJECT])
def test_whose_hand_it_is_shows(kind: InsertKind) -> None:
    assert (picture(kind, "suit") != picture(kind, "bare")).any()


def test_of_two_hands_each_is_its_own() -> None:
    one, other = (
        picture(InsertKind.OBJECT, *pair) for pair in (("suit", "bare"), ("bare", "suit"))
    )

    assert (one != other).any()


def talk(feeling: Expression, seed: int = 3, end: float = 6.0) -> list[str]:
    names = {id(move): name for name, move in TALKS.items()}
    return [names[id(move)] for _, move, _ in phrases(0.0, end, SENTENCE, lambda _: feeling, seed)]


def test_a_line_is_told_with_more_than_one_gesture_and_none_twice_in_a_row() -> None:
    for feeling in Expression:
        told = talk(feeling)
        assert len(set(told)) > 1
        assert all(a != b for a, b in pairwise(told))
        assert set(told) <= set(BY_FEELING[feeling])


def test_manners_of_talk_share_no_gesture_and_every_feeling_has_hands_in_each() -> None:
    manners = [MANNERS[number] for number in (1, 2, 3)]

    assert all(not one & other for one, other in combinations(manners, 2))
    for feeling, manner in product(Expression, manners):
        assert set(BY_FEELING[feeling]) & manner
    for number in (1, 2, 3):
        told = phrases(0.0, 6.0, SENTENCE, lambda _: Expression.SAD, 3, number)
        names = {id(move): name for name, move in TALKS.items()}
        assert {names[id(move)] for _, move, _ in told} <= MANNERS[number] | {"rest"}


@pytest.mark.parametrize("yaw", [-80.0, -54.0, -30.0, 0.0, 30.0, 54.0, 80.0])
@pytest.mark.parametrize("move", [GESTURES[Gesture.HAND_ON_HEART], TALKS["self"]])
@pytest.mark.parametrize("person", [SUIT, BARE], ids=["suit", "bare"])
def test_a_hand_on_the_heart_lies_on_the_chest_from_every_side(
    person: Character, move: Move, yaw: float
) -> None:
    figure = Figure(person)
    pose = Pose(body_yaw=yaw, bend=move.bend, right=move.right)
    body, _ = figure._views(pose)
    s = figure.build.size
    place = hand_place(body, body.bones.arms[1])
    middle = place.wrist + place.along * place.length * 0.5
    sides = np.concatenate(body.sides(body.shell, 2.0, 40.0))

    assert sides[:, 0].min() - 3 * s < middle[0] < sides[:, 0].max() + 3 * s
    assert 10 * s < middle[1] - body.bones.neck[1] < 24 * s  # between collarbone and ribs
    assert place.along[1] < 0  # the fingers point up


def test_two_shots_of_one_line_are_told_differently() -> None:
    assert len({tuple(talk(Expression.CALM, seed)) for seed in range(8)}) > 4


def test_hands_change_on_a_word() -> None:
    starts = [at for at, _, _ in phrases(0.0, 6.0, SENTENCE, lambda _: Expression.JOY, 1)]

    assert all(at in SENTENCE for at in starts)


def test_every_hand_that_talks_has_a_drawing() -> None:
    shown = {hand.shape for move in TALKS.values() for hand in (move.left, move.right) if hand}

    assert shown <= set(SHAPES)


def speaker(*gestures: GestureCue, feeling: Expression = Expression.ANGER) -> Acting:
    words = tuple(WordSpan("word", at, at + 0.25) for at in SENTENCE)
    said = Speech(np.zeros(9 * SAMPLE_RATE, dtype=np.float32), (), words)
    blocking = Blocking(
        character="p",
        gestures=gestures,
        expressions=(ExpressionCue(at=0.0, expression=feeling, intensity=0.7),),
    )
    return Acting(blocking, speech=((0.0, said),), seed=5, look_yaw=20.0)


def test_hands_never_jump_from_one_gesture_to_the_next() -> None:
    player = speaker(
        GestureCue(at=0.0, duration=8.0, gesture=Gesture.TALK),
        GestureCue(at=3.0, duration=1.2, gesture=Gesture.POINT),
        GestureCue(at=4.0, duration=1.2, gesture=Gesture.HAND_ON_HEART),
    )
    poses = [player.pose(k / 48) for k in range(48 * 8)]
    for side in ("left", "right"):
        at = np.array([getattr(pose, side).at for pose in poses])
        assert np.abs(np.diff(at, axis=0)).max() < 9.0


def test_eyes_close_while_the_hands_go_on_talking() -> None:
    talking = GestureCue(at=0.0, duration=4.0, gesture=Gesture.TALK)
    shut = GestureCue(at=1.0, duration=1.5, gesture=Gesture.CLOSE_EYES)
    both, hands = speaker(talking, shut).pose(2.0), speaker(talking).pose(2.0)

    assert both.rig.lid_l < 0.05
    assert (both.left, both.right) == (hands.left, hands.right)


def test_fingers_count_up() -> None:
    player = speaker(GestureCue(at=0.0, duration=4.0, gesture=Gesture.COUNT))
    shapes = {
        hand.shape
        for k in range(60)
        for hand in (player.pose(k / 20).left, player.pose(k / 20).right)
        if hand
    }

    assert {"point", "two", "three"} <= shapes


def test_a_letter_is_still_in_the_hand_after_a_shrug() -> None:
    player = speaker(
        GestureCue(at=0.0, duration=1.0, gesture=Gesture.HOLD, prop="letter"),
        GestureCue(at=2.0, duration=1.0, gesture=Gesture.SHRUG),
    )

    assert [player.pose(t).prop for t in (1.5, 2.4, 4.0)] == ["letter", "", "letter"]


@pytest.mark.parametrize(("look_yaw", "side"), [(-40.0, "right"), (40.0, "left")])
def test_the_hand_on_the_heart_is_the_one_nearer_to_us(look_yaw: float, side: str) -> None:
    cue = GestureCue(at=0.0, duration=1.6, gesture=Gesture.HAND_ON_HEART)
    blocking = Blocking(character="p", yaw=look_yaw, gestures=(cue,))
    for seed in range(7):
        pose = Acting(blocking, speech=(), seed=seed, look_yaw=look_yaw).pose(0.8)
        assert getattr(pose, side).lies > 0.9


@pytest.mark.parametrize("feeling", [Expression.ANGER, Expression.RAGE, Expression.SHOCK])
def test_who_is_beside_themselves_makes_no_neat_sign_with_two_fingers(feeling: Expression) -> None:
    assert "pinch" not in BY_FEELING[feeling]
