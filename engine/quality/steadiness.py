"""Light that pulses from frame to frame, which decoders and few-step models do."""

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Quality, Severity, _
from engine.quality.allowed import Allowed, inside
from engine.quality.footage import Seen
from engine.quality.verdict import Verdict, between, finding, seconds

_WINDOW = 1.0  # seconds
# Of the second differences of mean luma. 60 takes of the demo have 0.006 at most; a frame in two
# that is 2 % darker has 0.015 to 0.025.
_EVEN, _FLICKER = 0.006, 0.010
_VISIBLE = 0.04
_LAMP = 6.0  # times as much, where the light itself flickers: a broken tube does
_USUAL = 70  # percentile: one flash, or two, are no flicker


def steadiness(seen: Seen, may: Allowed) -> Verdict:
    """1 for light that stays or drifts, 0 for a pulse that everybody sees."""
    more = _LAMP if may.pulsing else 1.0
    worst, at = _worst(_jitter(seen), ~inside(seen, may.sudden)[1:-1], round(seen.fps * _WINDOW))
    score = between(worst, _VISIBLE * more, _EVEN * more)
    if worst < _FLICKER * more:
        return Verdict(score)
    start, end = seen.at(at), seen.at(min(at + round(seen.fps * _WINDOW), len(seen)))
    said = (
        _("The light flickers around {start} s.", start=seconds(start)),
        _(
            "Reject it with the reason “flicker” and make another final; where all flicker, "
            "choose another video model."
        ),
    )
    found = finding(Quality.STEADINESS, Severity.WARNING, "flicker", said, (start, end))
    return Verdict(score, (found,))


def _jitter(seen: Seen) -> NDArray[np.float32]:
    """How far the mean luma of each frame is off the line between its neighbours', times 2."""
    mean = seen.light.mean(axis=(1, 2))
    return np.asarray(np.abs(np.diff(mean, 2)), np.float32)


def _worst(
    jitter: NDArray[np.float32], counts: NDArray[np.bool_], window: int
) -> tuple[float, int]:
    """The usual jitter of the worst window, and where that begins."""
    worst, at = 0.0, 0
    for start in range(0, max(len(jitter) - window, 0) + 1, max(window // 2, 1)):
        part = jitter[start : start + window][counts[start : start + window]]
        if len(part) >= 3 and (usual := float(np.percentile(part, _USUAL))) > worst:
            worst, at = usual, start
    return worst, at
