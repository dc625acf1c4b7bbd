"""The last picture of a shot shows what has become of its people."""

from msgspec.structs import replace

from engine.contracts import Expression, ExpressionCue, Final, GestureCue
from engine.contracts import Gesture as G
from engine.diffusion.prompts import compose
from engine.diffusion.prompts.moment import from_then_on
from tests.engine.diffusion.prompts.scenes import CAST, KEYFRAMES, person, shot

WEEPS = (
    ExpressionCue(at=0, expression=Expression.CALM),
    ExpressionCue(at=1, expression=Expression.CRY, intensity=0.8),
)
HOLDS = GestureCue(at=0, duration=3, gesture=G.HOLD, prop="letter")
NODS = GestureCue(at=0.5, duration=0.5, gesture=G.NOD)
KNEELS = GestureCue(at=0.2, duration=0.8, gesture=G.KNEEL)
LONG = replace(shot(replace(person(), expressions=WEEPS, gestures=(HOLDS, NODS))), duration=3.0)


def told(at: float) -> str:
    return compose(from_then_on(LONG, at), CAST, KEYFRAMES, Final()).text


def test_the_first_picture_is_told_the_first_face_and_the_last_one_the_last() -> None:
    assert "with a calm face" in told(0)
    assert "a face in tears" in told(3.0)
    assert "calm face" not in told(3.0)


def test_what_is_held_to_the_end_is_held_in_the_last_picture() -> None:
    assert "holding a letter" in told(3.0)


def test_a_nod_that_is_over_is_not_done_again() -> None:
    left = from_then_on(LONG, 2.0).people[0].gestures
    assert [cue.gesture for cue in left] == [G.HOLD]
    assert [cue.at for cue in from_then_on(LONG, 0.25).people[0].gestures] == [0.0, 0.25]


def test_whoever_has_knelt_down_is_on_their_knees() -> None:
    down = replace(LONG, people=(replace(person(), gestures=(KNEELS,)),))
    assert [cue.gesture for cue in from_then_on(down, 3.0).people[0].gestures] == [G.KNEEL]
