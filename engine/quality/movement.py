"""Whether anything moves: a still picture that lasts is no take."""

from math import log

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Finding, Quality, Severity, _
from engine.quality.allowed import Allowed, inside
from engine.quality.footage import Seen, means
from engine.quality.verdict import Verdict, between, finding, runs, seconds

TILE = 8  # px of small frames: a mouth in a medium shot is a few of these
_SAME = 0.004  # of the tile that changes most: what encoding alone does
# Drawn people are held for 0.9 s at most in 60 takes of the demo; footage never holds at all.
_HELD = 1.0  # seconds
_GROUP = 1 / 6  # seconds that are averaged, so that grain does not pass for movement
_LIVELY = 0.05  # share of tiles that tell how much moves: somebody talking moves few
_STILL, _LIVES = 0.0012, 0.02  # of 1: figures of a still with grain, and of somebody talking
_DARKEST = 0.02


def motion(seen: Seen, may: Allowed) -> Verdict:
    """0 for a still, whatever its light does; 1 from the movement of somebody talking on."""
    figure = movement(seen)
    score = between(log(max(figure, 1e-6)), log(_STILL), log(_LIVES))
    if may.thing:
        return Verdict(score)
    if figure < _STILL:
        return Verdict(score, (_still(seen, may),))
    return Verdict(score, tuple(_held(seen, span) for span in frozen(seen, may)))


def movement(seen: Seen) -> float:
    """How much the liveliest tiles change from one sixth of a second to the next, of 1."""
    size = max(round(seen.fps * _GROUP), 1)
    groups = len(seen) // size
    if groups < 2:
        return 0.0
    tiles = means(_evenly_lit(seen), TILE)
    grouped = tiles[: groups * size].reshape(groups, size, -1).mean(axis=1)
    changes = np.sort(np.abs(np.diff(grouped, axis=0)), axis=1)
    few = max(round(changes.shape[1] * _LIVELY), 1)
    return float(changes[:, -few:].mean())


def _evenly_lit(seen: Seen) -> NDArray[np.float32]:
    """Luma with the same mean in every frame, so that a change of light is no movement."""
    mean = seen.light.mean(axis=(1, 2), keepdims=True)
    return np.asarray(seen.light * (mean.mean() / np.maximum(mean, _DARKEST)), np.float32)


def frozen(seen: Seen, may: Allowed) -> list[tuple[int, int]]:
    """Runs of frames that are all the same, where they should not be."""
    if len(seen) < 2:
        return []
    changes = np.abs(np.diff(means(seen.light, TILE), axis=0)).max(axis=(1, 2))
    same = (changes < _SAME) & ~inside(seen, may.still)[1:]
    return [(a, b + 1) for a, b in runs(same) if (b - a) / seen.fps >= _HELD]


def _still(seen: Seen, may: Allowed) -> Finding:
    natural = may.empty or seen.at(len(seen)) < _HELD
    return finding(
        Quality.MOTION,
        Severity.WARNING if natural else Severity.ERROR,
        "still-take",
        (
            _("Nothing moves in this take."),
            _(
                "Say in the prompt what moves, or choose more steps: few steps lose movement. "
                "Then make another final."
            ),
        ),
        (0.0, seen.at(len(seen))),
    )


def _held(seen: Seen, run: tuple[int, int]) -> Finding:
    start, end = seen.at(run[0]), seen.at(run[1])
    return finding(
        Quality.MOTION,
        Severity.WARNING,
        "frozen-stretch",
        (
            _("It stands still from {start} to {end} s.", start=seconds(start), end=seconds(end)),
            _("Make another final; where all stop, make the shot shorter in the script."),
        ),
        (start, end),
    )
