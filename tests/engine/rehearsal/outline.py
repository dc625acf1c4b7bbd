"""How much of a person's outline is lost in what lies behind it, on pixels."""

import numpy as np
import skia
from numpy.typing import NDArray
from scipy import ndimage

from engine.rehearsal.camera import of_people
from engine.rehearsal.color import lab
from engine.rehearsal.stage import Stage

Mask = NDArray[np.bool_]
BLOCK = 16  # px of a piece of outline
FEWEST = 40  # pixels on either side of it
LOST = 0.08  # of OKLab: less is no edge from an arm's length


def lost(stage: Stage, n: int, who: int) -> float:
    """The share of pieces of the outline of person `who` that differ too little, 0 … 1."""
    picture = stage.frame(n).copy()
    masks = [_mask(stage, n, index) for index in range(len(stage.scenes[0].cutouts))]
    own, everybody = masks[who], ndimage.binary_dilation(np.any(masks, axis=0), iterations=2)
    # The ink of the outline itself is neither.
    within = ndimage.binary_erosion(own, iterations=3) & ~ndimage.binary_erosion(own, iterations=9)
    without = ndimage.binary_dilation(own, iterations=9) & ~everybody
    apart = [
        np.linalg.norm(_mean(picture, within, at) - _mean(picture, without, at))
        for at in _pieces(within, without)
    ]
    return float(np.mean(np.array(apart) < LOST))


def _pieces(within: Mask, without: Mask) -> list[tuple[slice, slice]]:
    height, width = within.shape
    squares = [
        (slice(y, y + 2 * BLOCK), slice(x, x + 2 * BLOCK))
        for y in range(0, height, BLOCK)
        for x in range(0, width, BLOCK)
    ]
    return [at for at in squares if min(within[at].sum(), without[at].sum()) > FEWEST]


def _mean(picture: NDArray[np.uint8], mask: Mask, at: tuple[slice, slice]) -> NDArray[np.float64]:
    b, g, r = picture[at][mask[at]][:, :3].mean(axis=0).round().astype(int).tolist()
    return np.array(lab((r, g, b)))


def _mask(stage: Stage, n: int, index: int) -> Mask:
    scene, seen = stage.scenes[0], of_people(stage.views[n])
    cutout = scene.cutouts[index]
    surface = skia.Surface(stage.picture.width, stage.picture.height)
    if cutout.layer is not None:
        cutout.layer.draw(surface.getCanvas(), cutout.matrix(seen, scene.pivot))
    covered: Mask = surface.makeImageSnapshot().toarray()[:, :, 3] > 128
    return covered
