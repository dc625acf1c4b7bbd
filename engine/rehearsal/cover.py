"""Where a plane has something on it and where it is without a hole, in blocks.

Blits cost by area: no plane is drawn where it is empty or behind something opaque.
"""

from dataclasses import dataclass
from typing import cast

import numpy as np
import skia
from numpy.typing import NDArray

BLOCK = 32  # px of the plane's picture
Words = NDArray[np.uint32]
Rects = NDArray[np.float64]  # (n, 4): left, top, right, bottom


@dataclass(frozen=True)
class Cover:
    """Blocks of one picture, in its pixels."""

    some: Rects
    solid: Rects

    def shown(self, matrix: skia.Matrix) -> skia.Region:
        """What may be drawn on, in device pixels; `matrix` moves and scales only."""
        return _region(_mapped(self.some, matrix), 1)

    def hidden(self, matrix: skia.Matrix) -> skia.Region:
        """What nothing behind it can be seen through."""
        return _region(_mapped(self.solid, matrix), -1)


def cover_of(pixels: NDArray[np.uint8]) -> Cover:
    """Blocks of a picture of 32-bit `pixels`, shape (height, width, 4), alpha in the last byte."""
    height, width, _ = pixels.shape
    words = pixels.view("<u4")[:, :, 0]
    least, most = (_folded(_folded(words, of).T, of).T for of in (np.minimum, np.maximum))
    some, solid = most >= 1 << 24, least >= 255 << 24
    return Cover(_rects(some, width, height), _rects(solid, width, height))


def whole_of(width: int, height: int) -> Cover:
    """The cover of a picture that is opaque throughout."""
    everything = np.array([[0.0, 0.0, width, height]])
    return Cover(everything, everything)


def bounds_of(width: int, height: int) -> Cover:
    """The cover of a picture that was not looked at: it may be anywhere and hides nothing."""
    return Cover(np.array([[0.0, 0.0, width, height]]), np.empty((0, 4)))


def _folded(words: Words, of: np.ufunc) -> Words:
    """Every BLOCK rows as one; a reshaped array is folded ten times as fast as by reduceat."""
    whole = len(words) // BLOCK * BLOCK
    blocks = of.reduce(words[:whole].reshape(-1, BLOCK, words.shape[1]), axis=1)
    if whole == len(words):
        return cast(Words, blocks)
    return np.concatenate([blocks, of.reduce(words[whole:], axis=0)[None]])


def _rects(grid: NDArray[np.bool_], width: int, height: int) -> Rects:
    """The set blocks as few rectangles: runs along a row, joined where the next row is the same."""
    found: list[list[int]] = []
    above: dict[tuple[int, int], list[int]] = {}
    for row in range(len(grid)):
        ends = np.flatnonzero(np.diff(np.concatenate([[False], grid[row], [False]])))
        runs: dict[tuple[int, int], list[int]] = {}
        for start, end in ends.reshape(-1, 2).tolist():
            rect = above.get((start, end))
            if rect is None:
                rect = [start * BLOCK, row * BLOCK, min(end * BLOCK, width), 0]
                found.append(rect)
            rect[3] = min((row + 1) * BLOCK, height)
            runs[start, end] = rect
        above = runs
    return np.array(found, dtype=float).reshape(-1, 4)


def _mapped(rects: Rects, matrix: skia.Matrix) -> Rects:
    scale = [matrix.getScaleX(), matrix.getScaleY()] * 2
    shift = [matrix.getTranslateX(), matrix.getTranslateY()] * 2
    result: Rects = rects * scale + shift
    return result


def _region(rects: Rects, grown: int) -> skia.Region:
    """Whole pixels, a pixel more or less on every side: pictures are smoothed as they are drawn."""
    low = np.floor if grown > 0 else np.ceil
    high = np.ceil if grown > 0 else np.floor
    region = skia.Region()
    corners = np.concatenate([low(rects[:, :2]) - grown, high(rects[:, 2:]) + grown], axis=1)
    boxes = [skia.IRect.MakeLTRB(*box) for box in corners.astype(int).tolist()]
    if boxes:
        region.setRects(boxes)
    return region
