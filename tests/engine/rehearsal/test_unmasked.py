"""Hands that talk are not seen before another's face; what lasts to the cut is not let go."""

from math import hypot

import pytest

from engine.contracts import Gesture, GestureCue
from engine.rehearsal.render import performers, to_the_cut
from engine.rehearsal.spoken import spoken
from engine.rehearsal.unmasked import lowered_by
from tests.engine.rehearsal.shots import MIA, person, request, shot

FACE = (100.0, 200.0, 30.0)
HAND = 12.0


@pytest.mark.parametrize("wrist", [(100.0, 200.0), (75.0, 185.0), (120.0, 235.0), (60.0, 210.0)])
def test_a_hand_before_a_face_is_lowered_until_it_is_below(wrist: tuple[float, float]) -> None:
    low = lowered_by(wrist, [FACE], HAND)
    assert low > 0
    far = hypot(wrist[0] - FACE[0], wrist[1] + low - FACE[1])
    assert far == pytest.approx(FACE[2] + HAND)


@pytest.mark.parametrize("wrist", [(20.0, 200.0), (100.0, 260.0), (100.0, 100.0)])
def test_a_hand_beside_below_or_above_a_face_stays(wrist: tuple[float, float]) -> None:
    assert lowered_by(wrist, [FACE], HAND) == 0


def test_what_lasts_to_the_cut_is_not_let_go() -> None:
    shut = GestureCue(at=0.2, duration=0.8, gesture=Gesture.CLOSE_EYES)
    made = shot(people=(person(gestures=(shut,)),), duration=1.0)
    (actor,) = performers(request(made), spoken(made, (MIA,)))
    assert actor.acting.pose(0.99).rig.lid_l < 0.05
    brief = GestureCue(at=0.2, duration=0.5, gesture=Gesture.NOD)
    assert to_the_cut(person(gestures=(brief,)), 1.0).gestures == (brief,)
