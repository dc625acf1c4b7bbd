"""Cuts within a take, which is to be one camera set-up."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from engine.contracts import Quality, Severity, _
from engine.quality.allowed import Allowed, inside
from engine.quality.footage import Seen, means
from engine.quality.verdict import Verdict, finding, seconds

# Measured on 60 takes of the demo laid end to end: 58 of the 59 cuts are found (the other is
# between two like pictures), and nothing within the takes outside of their effects.
_CHANGE = 0.05  # mean of |luma| over the frame
_APART = 2.5  # times the third largest change around: fast movement goes on, a cut does not
_AROUND = 6  # frames
_ALIKE = 0.5  # correlation of details above which both frames are of one set-up
_FLASH = 4  # frames within which one is over and the set-up is there again
_CELL, _SHIFT, _BLUR = 4, 2, 9


def wholeness(seen: Seen, may: Allowed) -> Verdict:
    """1 for a take without a cut, half as much for each cut."""
    sudden = inside(seen, may.sudden)
    found = [frame for frame in cuts(seen) if not sudden[frame]]
    advice = _("Reject it with the reason “jump cut” and make another final.")
    findings = tuple(
        finding(
            Quality.WHOLENESS,
            Severity.ERROR,
            "cut-inside",
            (_("There is a cut within the take, at {at} s.", at=seconds(seen.at(frame))), advice),
            (seen.at(frame), seen.at(frame)),
        )
        for frame in found
    )
    return Verdict(0.5 ** len(found), findings)


def cuts(seen: Seen) -> tuple[int, ...]:
    """The first frame after each cut."""
    if len(seen) < 2:
        return ()
    change = np.abs(np.diff(seen.light, axis=0)).mean(axis=(1, 2))
    candidates = [n for n in range(len(change)) if change[n] > _CHANGE and _alone(change, n)]
    details = _details(seen.light) if candidates else seen.light
    return tuple(n + 1 for n in candidates if not _goes_on(details, n))


def _alone(change: NDArray[np.float32], n: int) -> bool:
    """Whether a change stands out from those around it, of which two may be as large."""
    around = np.delete(change[max(n - _AROUND, 0) : n + _AROUND + 1], min(n, _AROUND))
    others = np.sort(around)[::-1]
    third = others[2] if len(others) > 2 else 0.0
    return bool(change[n] >= _APART * third)


def _details(light: NDArray[np.float32]) -> NDArray[np.float32]:
    """What is left of small frames without their light: edges and shapes."""
    cells = means(light, _CELL)
    return np.asarray(cells - ndimage.uniform_filter(cells, (1, _BLUR, _BLUR)), np.float32)


def _goes_on(details: NDArray[np.float32], n: int) -> bool:
    """Whether one of the frames after `n` shows what one up to `n` does, be it moved a little."""
    before = details[max(n + 1 - _FLASH, 0) : n + 1]
    after = details[n + 1 : n + 1 + _FLASH]
    return any(alike(one, other) >= _ALIKE for one in before[::-1] for other in after)


def alike(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """The best correlation of two pictures of the same shape over small shifts, -1 … 1."""
    height, width = a.shape
    edge = min(_SHIFT, (height - 1) // 2, (width - 1) // 2)
    inner = a[edge : height - edge, edge : width - edge]
    moves = range(-edge, edge + 1)
    return max(
        _correlation(inner, b[edge + y : height - edge + y, edge + x : width - edge + x])
        for y in moves
        for x in moves
    )


def _correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    a, b = a - a.mean(), b - b.mean()
    size = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / size if size > 1e-9 else 0.0
