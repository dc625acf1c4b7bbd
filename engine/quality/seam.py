"""Whether a take goes on where the one before it ended, as if there were no cut."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from engine.contracts import Finding, Quality, Severity, _
from engine.quality.footage import Picture, Seen, reduced
from engine.quality.oklab import oklab
from engine.quality.verdict import Verdict, between, finding

_WINDOW = 7  # px of small frames
_STEADY = (0.01**2, 0.03**2)  # of the measure by Wang and others, for values of 0 … 1
_JUMP = 0.06  # of mean colour in OKLab: three times what is just noticed
_SEEN = 0.6  # a score below which the seam is


def seam(before: Picture, after: Picture) -> float:
    """How alike two small frames are: structural similarity, less where the colours jump, 0 … 1."""
    a, b = reduced(before), reduced(after)
    if a.shape != b.shape:
        size = a.shape[1], a.shape[0]
        b = np.asarray(Image.fromarray(b).resize(size, Image.Resampling.BOX))
    first, second = oklab(a), oklab(b)
    jump = float(np.linalg.norm(first.mean(axis=(0, 1)) - second.mean(axis=(0, 1))))
    same = structure(first[..., 0], second[..., 0])
    return max(same, 0.0) * between(jump, 2 * _JUMP, _JUMP / 4)


def structure(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """The mean structural similarity of two pictures of values 0 … 1 and one shape, -1 … 1."""

    def mean(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(ndimage.uniform_filter(values, _WINDOW), np.float32)

    mean_a, mean_b = mean(a), mean(b)
    spread_a, spread_b = mean(a * a) - mean_a**2, mean(b * b) - mean_b**2
    together = mean(a * b) - mean_a * mean_b
    low, high = _STEADY
    light = (2 * mean_a * mean_b + low) / (mean_a**2 + mean_b**2 + low)
    return float((light * (2 * together + high) / (spread_a + spread_b + high)).mean())


def seams(seen: Seen, before: Picture | None, after: Picture | None) -> Verdict | None:
    """The worse of both seams; None where the take goes on from nothing and nothing from it."""
    if not len(seen) or (before is None and after is None):
        return None
    scores, found = [], []
    if before is not None:
        scores.append(seam(before, seen.frames[0]))
        found += [_start()] if scores[-1] < _SEEN else []
    if after is not None:
        scores.append(seam(seen.frames[-1], after))
        found += [_end(seen)] if scores[-1] < _SEEN else []
    return Verdict(min(scores), tuple(found))


def _start() -> Finding:
    said = (
        _("It does not go on from the last frame of the shot before it."),
        _("Make another final of this shot, or of the one before it."),
    )
    return finding(Quality.SEAM, Severity.WARNING, "seam-before", said)


def _end(seen: Seen) -> Finding:
    said = (
        _("The next shot does not go on from its last frame."),
        _("Make another final of this shot, or of the next one."),
    )
    end = seen.at(len(seen))
    return finding(Quality.SEAM, Severity.WARNING, "seam-after", said, (end, end))
