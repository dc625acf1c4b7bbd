"""Bob spoils drawn takes, one fault at a time, and each is found where it is and nowhere else."""

from pathlib import Path

import msgspec
import numpy as np
import pytest

from engine.contracts import (
    Effect,
    EffectKind,
    Insert,
    InsertKind,
    Move,
    SetKind,
    Severity,
    Shot,
    TimeOfDay,
)
from engine.quality.allowed import allowed
from engine.quality.cuts import cuts, wholeness
from engine.quality.exposure import exposure
from engine.quality.footage import Frames, Seen, seen
from engine.quality.movement import motion
from engine.quality.steadiness import steadiness
from engine.quality.verdict import Verdict
from tests.engine.quality.conftest import Drawn, drawn
from tests.engine.rehearsal.shots import dressing, person, shot

FPS = 24


def codes(verdict: Verdict | None) -> list[str]:
    assert verdict is not None
    return [found.problem.code for found in verdict.findings]


def with_effect(made: Shot, kind: EffectKind, at: float, duration: float) -> Shot:
    effect = Effect(kind=kind, at=at, duration=duration)
    return msgspec.structs.replace(made, effects=(effect,))


def lit(frames: Frames, gains: np.ndarray) -> Seen:
    """The frames, each as light as its gain says."""
    bright = frames * gains[:, None, None, None]
    return seen(bright.clip(0, 255).astype(np.uint8), FPS)


def test_a_drawn_take_is_found_without_fault(talking: Drawn) -> None:
    may = allowed(talking.shot)
    for check in (exposure, motion, steadiness, wholeness):
        verdict = check(talking.seen, may)
        assert codes(verdict) == []
        assert verdict.score > 0.8


@pytest.mark.parametrize("level", [0, 6])
def test_black_frames_are_found_with_their_time(talking: Drawn, level: int) -> None:
    frames = talking.frames.copy()
    frames[12:24] = level
    verdict = exposure(seen(frames, FPS), allowed(talking.shot))
    assert codes(verdict) == ["black-frames"]
    (found,) = verdict.findings
    assert (found.start, found.end, found.problem.severity) == (0.5, 1.0, Severity.ERROR)
    assert verdict.score == pytest.approx(2 / 3)


def test_one_black_frame_is_a_warning_only(talking: Drawn) -> None:
    frames = talking.frames.copy()
    frames[-1] = 0
    (found,) = exposure(seen(frames, FPS), allowed(talking.shot)).findings
    assert found.problem.severity is Severity.WARNING


def test_a_frame_of_one_colour_is_flat_and_a_dark_one_with_a_lamp_is_not(talking: Drawn) -> None:
    frames = talking.frames.copy()
    frames[:] = (120, 40, 90)
    assert codes(exposure(seen(frames, FPS), allowed(talking.shot))) == ["flat-frames"]
    night = np.zeros_like(talking.frames)
    night[:, 40:90, 20:60] = 200
    assert codes(exposure(seen(night, FPS), allowed(talking.shot))) == []


def test_a_fade_to_black_is_no_fault(talking: Drawn) -> None:
    frames = talking.frames.copy()
    frames[-6:] = 0
    faded = with_effect(talking.shot, EffectKind.FADE_OUT, 1.0, 0.5)
    assert codes(exposure(seen(frames, FPS), allowed(faded))) == []
    assert codes(exposure(seen(frames, FPS), allowed(talking.shot))) == ["black-frames"]


def still(frames: Frames) -> Frames:
    return np.repeat(frames[:1], len(frames), axis=0)


def test_a_still_is_no_take(talking: Drawn) -> None:
    verdict = motion(seen(still(talking.frames), FPS), allowed(talking.shot))
    assert codes(verdict) == ["still-take"]
    assert verdict.findings[0].problem.severity is Severity.ERROR
    assert verdict.score == 0


def test_an_empty_room_and_a_moment_may_stand_still_with_a_warning(talking: Drawn) -> None:
    room = msgspec.structs.replace(talking.shot, people=())
    moment = seen(still(talking.frames)[:18], FPS)
    verdicts = [
        motion(seen(still(talking.frames), FPS), allowed(room)),
        motion(moment, allowed(talking.shot)),
    ]
    for verdict in verdicts:
        assert codes(verdict) == ["still-take"]
        assert verdict.findings[0].problem.severity is Severity.WARNING


def test_a_still_does_not_move_by_changes_of_its_light(talking: Drawn) -> None:
    gains = 1 + 0.1 * np.sin(np.arange(len(talking.frames)))
    verdict = motion(lit(still(talking.frames) // 2, gains), allowed(talking.shot))
    assert codes(verdict) == ["still-take"]


def test_a_still_does_not_move_by_its_grain(talking: Drawn) -> None:
    """Grain is in pixels of the full size; here they are as small as in 720×1280."""
    large = talking.frames[0].repeat(4, axis=0).repeat(4, axis=1)
    rng = np.random.default_rng(1)
    grainy = [
        (large + rng.normal(0, 5, large.shape)).clip(0, 255).astype(np.uint8) for _ in range(12)
    ]
    assert codes(motion(seen(grainy, FPS), allowed(talking.shot))) == ["still-take"]


def test_a_still_insert_is_a_thing_that_lies_there(talking: Drawn) -> None:
    letter = Insert(kind=InsertKind.LETTER, text="Dear Mia")
    made = msgspec.structs.replace(talking.shot, insert=letter)
    assert codes(motion(seen(still(talking.frames), FPS), allowed(made))) == []


def test_a_take_that_stops_half_way_is_found(talking: Drawn) -> None:
    frames = talking.frames.copy()
    frames[8:] = frames[8]
    verdict = motion(seen(frames, FPS), allowed(talking.shot))
    assert codes(verdict) == ["frozen-stretch"]
    assert verdict.findings[0].start == pytest.approx(8 / FPS, abs=1e-3)
    held = with_effect(talking.shot, EffectKind.FREEZE_TITLE, 0.3, 1.2)
    assert codes(motion(seen(frames, FPS), allowed(held))) == []


def test_frames_held_to_reach_a_rate_are_not_frozen(talking: Drawn) -> None:
    held = talking.frames[np.arange(len(talking.frames)) // 2 * 2]
    assert codes(motion(seen(held, FPS), allowed(talking.shot))) == []


@pytest.mark.parametrize("period", [2, 4])
def test_light_that_pulses_is_found(talking: Drawn, period: int) -> None:
    gains = np.where(np.arange(len(talking.frames)) % period == 0, 0.93, 1.0)
    verdict = steadiness(lit(talking.frames, gains), allowed(talking.shot))
    assert codes(verdict) == ["flicker"]
    assert verdict.score < 0.8


def test_a_slow_change_of_light_is_no_flicker(talking: Drawn) -> None:
    gains = np.linspace(0.5, 1.0, len(talking.frames))
    assert codes(steadiness(lit(talking.frames, gains), allowed(talking.shot))) == []


def test_two_flashes_are_no_flicker(talking: Drawn) -> None:
    gains = np.ones(len(talking.frames))
    gains[[6, 20]] = 1.2
    assert codes(steadiness(lit(talking.frames, gains), allowed(talking.shot))) == []


def test_frames_that_all_differ_are_no_row_of_cuts() -> None:
    noise = np.random.default_rng(4).integers(0, 255, (20, 12, 8, 3), np.uint8)
    frames = noise.repeat(12, axis=1).repeat(12, axis=2)
    assert cuts(seen(frames, FPS)) == ()


def test_a_crash_zoom_is_no_cut(tmp_path: Path) -> None:
    made = shot(duration=0.5, people=(person(),), move=Move.CRASH_ZOOM)
    zoomed = drawn(made, tmp_path)
    assert cuts(zoomed.seen) != ()
    assert codes(wholeness(zoomed.seen, allowed(made))) == []


@pytest.mark.parametrize("light", ["tube", "lightning"])
def test_a_broken_tube_and_lightning_as_they_are_drawn_are_no_flicker(
    tmp_path: Path, light: str
) -> None:
    night = dressing(SetKind.BEDROOM, light=light, time=TimeOfDay.NIGHT)
    made = shot(duration=0.75, people=(person(),), set=night)
    film = drawn(made, tmp_path).seen
    assert codes(steadiness(film, allowed(made))) == []


def test_a_candle_may_flicker(talking: Drawn) -> None:
    gains = np.where(np.arange(len(talking.frames)) % 2 == 0, 0.97, 1.0)
    candle = msgspec.structs.replace(talking.shot.set, light="candle")
    by_candle = msgspec.structs.replace(talking.shot, set=candle)
    assert codes(steadiness(lit(talking.frames, gains), allowed(talking.shot))) == ["flicker"]
    assert codes(steadiness(lit(talking.frames, gains), allowed(by_candle))) == []


def test_a_cut_is_found_at_its_frame(talking: Drawn, elsewhere: Drawn) -> None:
    frames = np.concatenate([talking.frames[:20], elsewhere.frames])
    verdict = wholeness(seen(frames, FPS), allowed(talking.shot))
    assert codes(verdict) == ["cut-inside"]
    assert verdict.findings[0].start == pytest.approx(20 / FPS, abs=1e-3)
    assert verdict.score == 0.5


def test_a_last_frame_of_something_else_is_a_cut(talking: Drawn, elsewhere: Drawn) -> None:
    frames = np.concatenate([talking.frames, elsewhere.frames[:1]])
    assert cuts(seen(frames, FPS)) == (len(talking.frames),)


def test_a_flash_is_no_cut(talking: Drawn) -> None:
    frames = talking.frames.copy()
    frames[15:17] = 250
    assert cuts(seen(frames, FPS)) == ()


def test_an_impact_that_was_asked_for_is_no_cut(talking: Drawn, elsewhere: Drawn) -> None:
    frames = np.concatenate([talking.frames[:20], elsewhere.frames])
    hit = with_effect(talking.shot, EffectKind.IMPACT, 0.8, 0.3)
    assert codes(wholeness(seen(frames, FPS), allowed(hit))) == []
