"""What a shot will cost is known before it is rendered."""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from msgspec.structs import replace

from engine.bench.rehearsal import spearman
from engine.contracts import (
    BreakdownRequest,
    Character,
    Format,
    Move,
    ReadRequest,
    RenderRequest,
    SetKind,
    Shot,
    Weather,
    effort,
)
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import Stage
from engine.script.breakdown import breakdown
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import dressing, person, shot

DEMO = Path(__file__).parents[3] / "deploy" / "demo"
SMALL = Format(width=90, height=160)
PICTURE = Format()


@pytest.fixture(scope="module")
def demo() -> tuple[tuple[Shot, ...], tuple[Character, ...]]:
    listed = breakdown(
        BreakdownRequest(
            source=ReadRequest(path=str(DEMO / "empty-coffin.fountain")),
            episode=3,
            bible=(DEMO / "empty-coffin.toml").read_text(encoding="utf-8"),
        ),
        Quiet(),
    )
    return listed.shots, listed.cast


def drawing_calls(made: Shot, cast: tuple[Character, ...]) -> int:
    """How often Skia is asked to draw for the frames of a shot."""
    calls = 0

    def count(_frame: FrameType, event: str, called: Any) -> None:
        nonlocal calls
        calls += event == "c_call" and called.__name__.startswith("draw")

    asked = RenderRequest(shot=made, cast=cast, format=SMALL)
    frames = max(round(made.duration * SMALL.fps), 1)
    stage = Stage(asked, performers(asked, spoken(made, cast)), frames)
    sys.setprofile(count)
    try:
        for n in range(frames):
            stage.frame(n)
    finally:
        sys.setprofile(None)
    return calls


def test_the_effort_of_shots_ranks_them_by_what_there_is_to_draw(
    demo: tuple[tuple[Shot, ...], tuple[Character, ...]],
) -> None:
    shots, cast = demo
    some = shots[::4]
    drawn = [float(drawing_calls(each, cast)) for each in some]
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
