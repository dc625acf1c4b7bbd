"""What a shot will cost is known before it is rendered."""

import sys
from types import FrameType
from typing import Any

import pytest
from msgspec.structs import replace

from engine.bench.rehearsal import spearman
from engine.contracts import (
    Character,
    Format,
    Move,
    RenderRequest,
    SetKind,
    Shot,
    Weather,
    effort,
)
from tests.engine.rehearsal.demo import episode
from tests.engine.rehearsal.shots import dressing, person, shot, staged

SMALL = Format(width=90, height=160)
PICTURE = Format()
A_FRAME = 200  # calls: 10 ms at 50 µs each


@pytest.fixture(scope="module")
def demo() -> tuple[tuple[Shot, ...], tuple[Character, ...]]:
    listed = episode("empty-coffin.fountain", 3)
    return listed.shots, listed.cast


def counted_work(made: Shot, cast: tuple[Character, ...]) -> int:
    """How often Skia is asked to draw for a shot; a frame to encode is about as much work as
    A_FRAME such calls, and so is one to be put together anew."""
    calls = composed = 0

    def count(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal calls
        calls += event == "c_call" and called.__name__.startswith("draw")

    asked = RenderRequest(shot=made, cast=cast, format=SMALL)
    frames = max(round(made.duration * SMALL.fps), 1)
    stage = staged(asked)
    sys.setprofile(count)
    try:
        for n in range(frames):
            before = stage._drawn
            stage.frame(n)
            composed += stage._drawn is not before
    finally:
        sys.setprofile(None)
    return calls + A_FRAME * (frames + composed)


def test_the_effort_of_shots_ranks_them_by_the_work_there_is(
    demo: tuple[tuple[Shot, ...], tuple[Character, ...]],
) -> None:
    shots, cast = demo
    some = shots[::3]
    drawn = [float(counted_work(each, cast)) for each in some]
    assert spearman([effort(each, PICTURE) for each in some], drawn) >= 0.8


def test_more_of_anything_is_more_effort() -> None:
    plain = shot(people=(person(),), duration=2.0)
    least = effort(plain, PICTURE)
    assert effort(replace(plain, duration=3.0), PICTURE) > least
    assert effort(replace(plain, move=Move.PUSH_IN), PICTURE) > least
    assert effort(replace(plain, people=(person(), person("leo"))), PICTURE) > least
    rain = dressing(SetKind.STREET, weather=Weather.RAIN)
    assert effort(replace(plain, set=rain), PICTURE) > least
    assert effort(plain, Format(width=1080, height=1920)) > least
