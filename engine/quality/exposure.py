"""Frames that show nothing: black ones, and ones of a single colour."""

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Finding, Quality, Severity, _
from engine.quality.allowed import Allowed, inside
from engine.quality.footage import Seen
from engine.quality.verdict import Verdict, finding, runs, seconds

_BLACK, _GLINT = 0.03, 0.10  # mean and 99th percentile: a night scene has lights in it
_FLAT = 0.008  # deviation of all channels, 2 of 255: fog has more
_SERIOUS = 0.4  # seconds, or this share of a take: nobody overlooks it


def exposure(seen: Seen, may: Allowed) -> Verdict:
    """The share of frames that show something, apart from those that the shot wants dark."""
    if not len(seen):
        return Verdict(0.0)
    wanted = inside(seen, may.dark) | inside(seen, may.sudden)
    black = _black(seen) & ~wanted
    flat = _flat(seen) & ~black & ~wanted
    found = [_found(seen, span, black=True) for span in runs(black)]
    found += [_found(seen, span, black=False) for span in runs(flat)]
    return Verdict(1.0 - float((black | flat).mean()), tuple(found))


def _black(seen: Seen) -> NDArray[np.bool_]:
    glint = np.percentile(seen.light, 99, axis=(1, 2))
    dark: NDArray[np.bool_] = (seen.light.mean(axis=(1, 2)) < _BLACK) & (glint < _GLINT)
    return dark


def _flat(seen: Seen) -> NDArray[np.bool_]:
    spread = (seen.frames / np.float32(255)).std(axis=(1, 2)).max(axis=1)
    even: NDArray[np.bool_] = spread < _FLAT
    return even


def _found(seen: Seen, run: tuple[int, int], *, black: bool) -> Finding:
    start, end = seen.at(run[0]), seen.at(run[1])
    long = end - start >= _SERIOUS or run[1] - run[0] >= _SERIOUS * len(seen)
    said = (
        _("It is black from {start} to {end} s.", start=seconds(start), end=seconds(end))
        if black
        else _(
            "It is one flat colour from {start} to {end} s.", start=seconds(start), end=seconds(end)
        )
    )
    return finding(
        Quality.EXPOSURE,
        Severity.ERROR if long else Severity.WARNING,
        "black-frames" if black else "flat-frames",
        (said, _("Make another final.")),
        (start, end),
    )
