"""How tests measure whether letters on a frame can be read, and where they stand."""

from collections.abc import Callable

import numpy as np
import skia
from numpy.typing import NDArray
from scipy import ndimage

from engine.rehearsal.layers import surface_on
from tests.engine.rehearsal.cielab import TO_XYZ, linear

Frame = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Drawing = Callable[[skia.Canvas], None]


def luminances(frame: Frame) -> NDArray[np.float64]:
    """Relative luminance of every pixel of a BGRA frame, as WCAG 2 defines it."""
    return np.asarray(linear(frame[..., 2::-1]) @ TO_XYZ[1])


def least_contrast(frame: Frame, letters: Mask) -> float:
    """Contrast of the letters with what lies round them, where it is worst.

    Worst is the twentieth of the pixels, in a ring round each letter, that is nearest to the
    letters in luminance: single pixels are the smoothing of edges.
    """
    seen = luminances(frame)
    inner = ndimage.binary_erosion(letters)
    inner = inner if inner.any() else letters
    near = ndimage.binary_dilation(letters, iterations=2)
    ring = ndimage.binary_dilation(near, iterations=2) & ~near
    fill, around = np.median(seen[inner]), seen[ring]
    lighter = fill > np.median(around)
    behind = np.quantile(around, 0.95 if lighter else 0.05)
    low, high = sorted((float(fill), float(behind)))
    return (high + 0.05) / (low + 0.05)


def alone(drawing: Drawing, width: int, height: int) -> tuple[Frame, NDArray[np.float64]]:
    """What `drawing` puts on black, and how opaque each pixel of it is, 0 … 1."""
    shown = []
    for ground in (0, 255):
        pixels = np.full((height, width, 4), ground, np.uint8)
        pixels[..., 3] = 255
        drawing(surface_on(pixels).getCanvas())
        shown.append(pixels)
    lost = shown[1][..., :3].astype(float) - shown[0][..., :3]
    return shown[0], 1 - lost.mean(axis=2) / 255


def letters_of(drawing: Drawing, width: int, height: int) -> Mask:
    """The pixels of the white letters of a card: bright, and not to be seen through."""
    shown, opaque = alone(drawing, width, height)
    return np.asarray((opaque > 0.99) & (shown[..., :3].min(axis=2) > 190))
