"""How long it will take is told in seconds, and is right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contracts import FinalsRequest, _
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.progress import (
    FILES,
    LAYOUT,
    LOAD,
    WHOLE,
    Guess,
    Progress,
    Stage,
    Unit,
)
from tests.engine.diffusion.stages.takes import Watching, wanted

STEP, DECODING = Unit("wan", Stage.SAMPLE, 1000), Unit("wan", Stage.DECODE, 1000)
LARGE = Unit("wan", Stage.SAMPLE, 4000)
WORK = {Unit("wan", Stage.ENCODE, 0): 3, STEP: 120, LARGE: 40, DECODING: 3}
TRUE = {Unit("wan", Stage.ENCODE, 0): 0.5, STEP: 2.0, LARGE: 9.0, DECODING: 20.0}


class Clock:
    """Time that passes only while work is done."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def known(factor: float) -> Callable[[Unit], Guess]:
    """Earlier runs on this machine took so many times as long."""
    return lambda unit: Guess(TRUE[unit] * factor, is_known=True)


def work_off(progress: Progress, clock: Clock, unit: Unit, count: int) -> None:
    for _n in range(count):
        with progress.timed(unit):
            clock.now += TRUE[unit]
        progress.advance(unit, 1, unit.stage)


def left_after(done: dict[Unit, int]) -> float:
    return sum((count - done.get(unit, 0)) * TRUE[unit] for unit, count in WORK.items())


def test_what_was_measured_before_is_right_from_the_first_unit_on() -> None:
    clock, watching = Clock(), Watching()
    progress = Progress(watching, WORK, known(1.0), clock)
    done: dict[Unit, int] = {}
    for unit, count in WORK.items():
        done[unit] = count
        work_off(progress, clock, unit, count)
        assert watching.etas[-1] == pytest.approx(left_after(done), rel=0.1)


@pytest.mark.parametrize("factor", [0.3, 1.0, 4.0])
def test_the_first_step_corrects_a_machine_that_has_become_slower(factor: float) -> None:
    clock, watching = Clock(), Watching()
    work = {STEP: 120, LARGE: 40}
    progress = Progress(watching, work, known(factor), clock)
    work_off(progress, clock, STEP, 1)
    assert watching.etas[-1] == pytest.approx(119 * 2.0 + 40 * 9.0, rel=0.1)


def test_of_work_never_done_before_nothing_is_said_until_its_first_step() -> None:
    clock, watching = Clock(), Watching()
    guess = {STEP: 0.01, Unit("wan", Stage.ENCODE, 0): 0.001}
    progress = Progress(watching, {STEP: 100}, lambda unit: Guess(guess[unit], False), clock)
    progress.say("loading")
    work_off(progress, clock, STEP, 1)
    assert watching.etas[0] is None
    assert watching.etas[-1] == pytest.approx(99 * 2.0, rel=0.1)


def test_what_is_there_already_is_not_waited_for() -> None:
    clock, watching = Clock(), Watching()
    progress = Progress(watching, WORK, known(1.0), clock)
    progress.advance(STEP, 120, "kept")
    assert watching.etas[-1] == pytest.approx(left_after({STEP: 120}))
    progress.end("wan", Stage.SAMPLE)
    progress.end("wan", Stage.ENCODE)
    progress.say("decoding")
    assert watching.etas[-1] == pytest.approx(60.0)


def test_a_smaller_size_counts_instead_of_the_size_that_did_not_fit() -> None:
    watching = Watching()
    progress = Progress(watching, {LARGE: 40}, known(1.0), Clock())
    progress.exchange({LARGE: 40}, {STEP: 40})
    progress.say("again")
    assert watching.etas[-1] == pytest.approx(80.0)


def test_what_a_shot_has_behind_it_is_not_waited_for_again_in_a_smaller_size() -> None:
    behind = {
        Unit("", LAYOUT, 0): 2,
        Unit("flux", f"{LOAD} {Stage.SAMPLE}", 0): 1,
        Unit("flux", Stage.SAMPLE, 900): 8,
        Unit("wan", f"{LOAD} {Stage.SAMPLE}", 0): 1,
        Unit("wan", Stage.ENCODE, 0): 2,
    }
    ahead = {LARGE: 80, Unit("wan", Stage.DECODE, 4000): 2, Unit("", FILES, 500): 2}
    watching = Watching()
    progress = Progress(watching, behind | ahead, lambda _unit: Guess(1.0, True), Clock())
    for unit, count in behind.items():
        progress.advance(unit, count, "done")
    assert watching.etas[-1] == 84
    of_a_shot = dict.fromkeys(behind, 1) | {Unit("flux", Stage.SAMPLE, 900): 4}
    smaller = {unit: n for unit, n in of_a_shot.items() if unit.pixels != 900}
    files = {Unit("", FILES, 500): 1}
    progress.exchange(
        of_a_shot | files | {LARGE: 40, Unit("wan", Stage.DECODE, 4000): 1},
        smaller | files | {Unit("flux", Stage.SAMPLE, 500): 4, STEP: 40, DECODING: 1},
    )
    progress.say("smaller")
    assert watching.etas[-1] == 84
    left = {LARGE: 40, STEP: 40, Unit("wan", Stage.DECODE, 4000): 1, DECODING: 1}
    for unit, count in left.items():
        progress.advance(unit, count, "done")
    assert watching.steps[-1][0] < WHOLE
    progress.advance(Unit("", FILES, 500), 2, "written")
    assert (watching.steps[-1][0], watching.etas[-1]) == (WHOLE, 0)


def test_it_never_goes_backwards_and_is_whole_only_at_the_end() -> None:
    clock, watching = Clock(), Watching()
    progress = Progress(watching, WORK, lambda unit: Guess(1.0, is_known=False), clock)
    for unit, count in WORK.items():
        work_off(progress, clock, unit, count)
    done = [one for one, _total, _note in watching.steps]
    assert done == sorted(done)
    assert done.index(WHOLE) == len(done) - 1


def test_it_says_in_which_stage_it_is_at_which_shot() -> None:
    watching = Watching()
    progress = Progress(watching, WORK, known(1.0), Clock())
    with progress.at(_("Keyframes"), 4, 33, "s1-006"):
        progress.say("FLUX.2 Klein 4B")
        progress.say("")
    progress.say("wan")
    place = "Keyframes 4 of 33 · s1-006"
    assert [note for _done, _total, note in watching.steps] == [
        f"{place} · FLUX.2 Klein 4B",
        place,
        "wan",
    ]


def test_of_an_episode_every_stage_counts_its_shots_once(studio: Path, cold: None) -> None:
    watching = Watching()
    takes = tuple(wanted(studio / str(seed), seed=seed) for seed in (1, 2))
    finals(FinalsRequest(takes=takes), watching)
    notes = [note for _done, _total, note in watching.steps]
    for stage in ("Layouts", "Words for keyframes", "Keyframes", "Words for footage", "Footage"):
        told = [note.split(" · ")[0] for note in notes if note.startswith(f"{stage} ")]
        assert list(dict.fromkeys(told)) == [f"{stage} 1 of 2", f"{stage} 2 of 2"]


def test_the_second_episode_knows_how_long_it_takes_from_the_start(
    studio: Path, cold: None
) -> None:
    finals(FinalsRequest(takes=(wanted(studio / "a"),)), Watching())
    watching = Watching()
    finals(FinalsRequest(takes=(wanted(studio / "b", seed=2),)), watching)
    assert watching.etas[0] is not None
    assert watching.etas[-1] == 0
    assert watching.steps[-1][:2] == (WHOLE, WHOLE)
