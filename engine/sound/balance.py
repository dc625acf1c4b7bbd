"""Room for speech: phrase by phrase, what else sounds is kept far enough under it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from engine.sound.blocks import Audio, db, length, ramped
from engine.sound.master import CELL, power

_EASE = length(0.12) // CELL  # cells in which a gain comes and goes
_VOICED = 100  # a phrase is as loud as its moments within 20 dB of its loudest
_MOMENT = length(0.05) // CELL  # cells that are one moment
_LONGEST = 30  # moments that are weighed together: a long speech has loud and quiet parts


def make_room(
    sound: Audio, speech: NDArray[np.float32], speaking: NDArray[np.float32], apart: float
) -> None:
    """Lower `sound` in place wherever a phrase is not `apart` LU above it.

    `speech` is the `power` of the speech, `speaking` its activity per sample.
    """
    other = power(sound)
    gain = np.ones(len(other), np.float32)
    for start, end in phrases(speaking):
        said, heard = _moments(speech[start:end]), _moments(other[start:end])
        voiced = said * _VOICED >= said.max()
        above = said[voiced].mean() / max(heard[voiced].mean(), 1e-12)
        missing = apart - 10 * float(np.log10(max(above, 1e-12)))
        if missing > 0:
            gain[start:end] = db(-missing)
    if gain.min(initial=1.0) < 1:
        deep = ndimage.minimum_filter1d(gain, _EASE | 1)
        eased = ndimage.uniform_filter1d(deep, _EASE | 1)
        sound *= ramped(np.append(eased, eased[-1:]), CELL)[: len(sound), None]


def phrases(speaking: NDArray[np.float32]) -> Iterator[tuple[int, int]]:
    """Where somebody speaks without a pause, in cells; what is long in parts."""
    open_ = np.concatenate([[False], speaking[::CELL] > 0.5, [False]])
    edges = np.flatnonzero(np.diff(open_)).reshape(-1, 2)
    for start, end in edges:
        parts = -(-(end - start) // (_LONGEST * _MOMENT))
        marks = np.linspace(start, end, parts + 1).astype(int)
        for low, high in pairwise(marks):
            if high - low >= _MOMENT:
                yield int(low), int(high)


def _moments(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    whole = len(cells) // _MOMENT * _MOMENT
    return np.asarray(cells[:whole].reshape(-1, _MOMENT).mean(axis=1))
