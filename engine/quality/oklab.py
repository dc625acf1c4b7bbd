"""Many pixels in OKLab at once, and how far apart the colours of pictures are."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.quality.footage import Frames

_QUANTILES = np.linspace(0, 1, 33)[1:-1]
_LIGHT = 0.5  # what lightness weighs: another shot size of the same place is lighter or darker
_STEP = 3  # every third pixel, both ways, tells the colours as well

_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)

Palette = NDArray[np.float32]  # (3, n): quantiles of lightness, a and b


@cache
def _linear() -> NDArray[np.float32]:
    step = np.arange(256) / 255
    curve = np.where(step <= 0.04045, step / 12.92, ((step + 0.055) / 1.055) ** 2.4)
    return np.asarray(curve, np.float32)


def oklab(frames: Frames) -> NDArray[np.float32]:
    """sRGB bytes of shape (…, 3) as lightness 0 … 1, a and b."""
    return np.asarray(np.cbrt(_linear()[frames] @ _CONES.T) @ _LAB.T, np.float32)


def palette(frames: Frames) -> Palette:
    """The colours of one or more frames, whatever their number and size, as quantiles."""
    pixels = oklab(frames[..., ::_STEP, ::_STEP, :]).reshape(-1, 3)
    return np.asarray(np.quantile(pixels, _QUANTILES, axis=0).T, np.float32)


def distance(a: Palette, b: Palette) -> float:
    """How far the colours of one are to be moved to be those of the other, in OKLab.

    The earth mover's distance of the histograms of lightness, a and b; 0.02 is just noticed.
    """
    moved = np.abs(a - b).mean(axis=1)
    return float(np.hypot(np.hypot(moved[1], moved[2]), moved[0] * _LIGHT))
