"""How far an episode of finals is, in seconds of work, and how many are left.

The work is counted in units: one step of one run, one prompt, one decoding. What a unit takes is
known from this run, else from earlier ones on this machine, else estimated from pixels and
parameters; an estimate is corrected by how wrong it was for others so far.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from engine.contracts import Context, Live, Wording, _
from engine.diffusion.stages.plan import ShotPlan, pixels_of

WHOLE = 1000  # what done and total are counted in: thousandths of the work
LAYOUT, LOAD, FILES = "layout", "load", "files"


class Stage(StrEnum):
    """What a model does on the card, and is loaded for."""

    ENCODE = "encode"
    SAMPLE = "sample"
    DECODE = "decode"


_ON_CARD = set(Stage)


class Unit(NamedTuple):
    """Work of one kind: those of one kind take equally long."""

    model: str  # "" = the drawing and the files, which no model makes
    stage: str
    pixels: int  # width × height × frames


class Guess(NamedTuple):
    seconds: float
    is_known: bool  # from an earlier run on this machine


class Progress:
    """Counts down what the plans need; asks at each count whether to go on."""

    def __init__(
        self,
        context: Context,
        expected: Mapping[Unit, int],
        guess: Callable[[Unit], Guess],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._context, self._clock = context, clock
        self._expected, self._left = Counter(expected), Counter(expected)
        self._guess = cache(guess)
        self._spent: dict[Unit, float] = {}  # seconds of those units that were measured
        self._measured: Counter[Unit] = Counter()
        self._told = 0
        self._place: Wording | None = None

    @contextmanager
    def at(self, stage: Wording, number: int, count: int, shot: str) -> Iterator[None]:
        """What is told meanwhile is told of this shot, the `number`th of `count` in that stage."""
        self._place = _(
            "{stage} {number} of {count} · {shot}",
            stage=stage,
            number=number,
            count=count,
            shot=shot,
        )
        self._at(shot)
        try:
            yield
        finally:
            self._place = None
            self._at("")

    def _at(self, shot: str) -> None:
        if isinstance(self._context, Live):
            self._context.at(shot)

    def advance(self, unit: Unit, count: int, note: str | Wording) -> None:
        """So many units are done. Raises CancelledError once the caller has asked to stop."""
        self._left[unit] = max(self._left[unit] - count, 0)
        self.say(note)

    def exchange(self, before: Mapping[Unit, int], after: Mapping[Unit, int]) -> None:
        """Other work is needed instead; what was done of it already counts no more.

        What both need is needed once, and a stage of which nothing is left is not done again.
        """
        going_on = {unit[:2] for unit in before if self._left[unit]}
        changes = Counter(after)
        changes.subtract(before)
        for unit, change in changes.items():
            if unit[:2] in going_on:
                for counts in (self._expected, self._left):
                    counts[unit] = max(counts[unit] + change, 0)

    def end(self, model: str, stage: str) -> None:
        """A stage is over: whatever was not done of it need not be."""
        for unit in self._left:
            if unit.model == model and unit.stage in (stage, f"{LOAD} {stage}"):
                self._left[unit] = 0

    def end_all(self, note: str | Wording) -> None:
        self._left.clear()
        self.say(note)

    def say(self, note: str | Wording) -> None:
        """Tell how far it is. Raises CancelledError."""
        total = sum(count * self.seconds_of(unit) for unit, count in self._expected.items())
        left = self._seconds_left()
        done = int(WHOLE * (1 - left / total)) if total else WHOLE
        is_over = not any(self._left.values())
        # Never backwards, also where an estimate grows.
        self._told = WHOLE if is_over else min(max(done, self._told), WHOLE - 1)
        if isinstance(self._context, Live):
            self._context.ahead(self.eta())
        self._context.step(self._told, WHOLE, self._placed(note))

    def _placed(self, note: str | Wording) -> str | Wording:
        if self._place is None or not note:
            return self._place or note
        return _("{place} · {doing}", place=self._place, doing=note)

    def show(self, shot: str, file: str) -> None:
        if isinstance(self._context, Live):
            self._context.preview(shot, file)

    @contextmanager
    def timed(self, unit: Unit, count: int = 1) -> Iterator[None]:
        """Measure that many units; what ends in an error is not learned from."""
        began = self._clock()
        yield
        self.measure(unit, self._clock() - began, count)

    def measure(self, unit: Unit, seconds: float, count: int) -> None:
        self._spent[unit] = self._spent.get(unit, 0.0) + seconds
        self._measured[unit] += count

    def measured(self) -> dict[Unit, float]:
        """Seconds of one unit each, as this run took."""
        return {unit: spent / self._measured[unit] for unit, spent in self._spent.items()}

    def seconds_of(self, unit: Unit) -> float:
        """What one unit takes."""
        if unit in self._spent:
            return self._spent[unit] / self._measured[unit]
        guess = self._guess(unit)
        return guess.seconds * self._correction(unit, guess)

    def eta(self) -> float | None:
        """Seconds that are left; None as long as most of it is no more than a guess."""
        left = self._seconds_left()
        sure = sum(
            count * self.seconds_of(unit)
            for unit, count in self._left.items()
            if count and (unit in self._spent or self._guess(unit).is_known or self._peers(unit))
        )
        return left if 2 * sure >= left else None

    def _seconds_left(self) -> float:
        return sum(count * self.seconds_of(unit) for unit, count in self._left.items())

    def _correction(self, unit: Unit, guess: Guess) -> float:
        """How much longer than guessed comparable units took."""
        peers = self._peers(unit)
        if not peers and not guess.is_known and unit.stage in _ON_CARD:
            peers = [other for other in self._spent if other.stage in _ON_CARD]
        guessed = sum(self._guess(one).seconds * self._measured[one] for one in peers)
        return sum(self._spent[one] for one in peers) / guessed if guessed else 1.0

    def _peers(self, unit: Unit) -> list[Unit]:
        """Measured units of the same stage that were guessed as this one was."""
        known = self._guess(unit).is_known
        return [
            other
            for other in self._spent
            if other.stage == unit.stage and self._guess(other).is_known == known
        ]


class Asking:
    """For work beside the stages: it may be stopped, and its own steps are not counted."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        self._progress.say(note)


def units(plans: Iterable[ShotPlan]) -> Counter[Unit]:
    """All work on those shots; of what is kept from before, nothing is known yet."""
    found: Counter[Unit] = Counter()
    for one in plans:
        run, picture = pixels_of(one.segments[0].bucket), pixels_of(one.keyframe)
        keys, video, runs = one.keyframes.name, one.video.name, len(one.segments)
        led = 0 if one.ends_are_drawn else runs - 1  # runs decoded early, for their last frame
        found += Counter(
            {
                Unit("", LAYOUT, 0): 1,
                Unit(keys, Stage.ENCODE, 0): 1,
                Unit(keys, Stage.SAMPLE, picture): one.keyframes.steps * len(one.moments),
                Unit(keys, Stage.DECODE, picture): len(one.moments),
                Unit(video, Stage.ENCODE, 0): 1,
                Unit(video, Stage.SAMPLE, run): (one.final.steps or one.video.steps) * runs,
                Unit(video, Stage.DECODE, run): runs + led,
                Unit("", FILES, take_pixels(one)): 1,
            }
        )
    for model in {unit.model for unit in found if unit.model}:
        found += loads(model)
    return found


def loads(model: str) -> Counter[Unit]:
    """For each stage once."""
    return Counter(Unit(model, f"{LOAD} {stage}", 0) for stage in Stage)


def take_pixels(one: ShotPlan) -> int:
    """Of all frames of the take, which is not made in the model's size."""
    picture = one.request.format
    return picture.width * picture.height * round(one.request.shot.duration * picture.fps)
