"""An ONNX upscaler, run by tiles that overlap: any frame fits into memory, and no seam is seen."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Annotated

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from engine.contracts import EngineError, _
from engine.diffusion.cards import Card, graph, read_card
from engine.diffusion.polish.scaling import Frame, fitted

CARD = "upscaler.toml"
Planes = NDArray[np.float32]  # (channels, height, width)


class UpscalerCard(Card, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The graph takes RGB 0 … 1 of shape (1, 3, h, w) and gives it `factor` times as large.

    What a tile shows at its edge is not used: a quarter of `overlap` should be no less than the
    graph looks around a pixel.
    """

    factor: Annotated[int, Meta(ge=1, le=8)]
    tile: Annotated[int, Meta(ge=32, le=4096)] = 256  # px of the source
    overlap: Annotated[int, Meta(ge=0, le=1024)] = 32
    multiple: Annotated[int, Meta(ge=1, le=128)] = 1  # of both sides of a tile


class OnnxUpscaler:
    """The upscaler in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._card = read_card(folder / CARD, UpscalerCard)
        self._graph = graph(folder / self._card.file)

    def __call__(self, frame: Frame, width: int, height: int) -> Frame:
        """A frame enlarged by the graph, then brought to the size; EngineError "bad-graph"."""
        return fitted(self.enlarged(frame), width, height)

    def enlarged(self, frame: Frame) -> Frame:
        """One frame, `factor` times as large."""
        card = self._card
        source = np.asarray(frame.transpose(2, 0, 1), np.float32) / np.float32(255)
        made = by_tiles(source, self._run, card.factor, card.tile, card.overlap)
        return np.ascontiguousarray(
            (made * 255).round().clip(0, 255).astype(np.uint8).transpose(1, 2, 0)
        )

    def _run(self, tile: Planes) -> Planes:
        height, width = tile.shape[1:]
        beyond = [(0, -side % self._card.multiple) for side in (height, width)]
        padded = np.pad(tile, [(0, 0), *beyond], mode="edge")
        made = self._graph(padded[None])[0]
        factor = self._card.factor
        if made.shape != (1, 3, padded.shape[1] * factor, padded.shape[2] * factor):
            raise EngineError(
                "bad-graph",
                _(
                    "The upscaler “{title}” does not enlarge {factor} times.",
                    title=self._card.title,
                    factor=factor,
                ),
                _("Correct `factor` in its card."),
            )
        return np.asarray(made[0, :, : height * factor, : width * factor])


def by_tiles(
    source: Planes, run: Callable[[Planes], Planes], factor: int, tile: int, overlap: int
) -> Planes:
    """`run` of all of `source`, tile by tile, mixed where tiles overlap."""
    _channels, height, width = source.shape
    overlap = min(overlap, tile // 2)
    out = np.zeros((3, height * factor, width * factor), np.float32)
    weights = np.zeros((height * factor, width * factor), np.float32)
    for (top, bottom), (left, right) in product(
        places(height, tile, overlap), places(width, tile, overlap)
    ):
        made = run(source[:, top:bottom, left:right])
        weight = np.outer(
            ramp((top, bottom), height, overlap, factor),
            ramp((left, right), width, overlap, factor),
        )
        area = slice(top * factor, bottom * factor), slice(left * factor, right * factor)
        out[:, *area] += made * weight
        weights[area] += weight
    out /= weights
    return out


def places(length: int, tile: int, overlap: int) -> list[tuple[int, int]]:
    """Where tiles lie along a side: all of one size, the last one moved back to the end."""
    if length <= tile:
        return [(0, length)]
    starts = [*range(0, length - tile, tile - overlap), length - tile]
    return [(start, start + tile) for start in starts]


def ramp(place: tuple[int, int], length: int, overlap: int, factor: int) -> NDArray[np.float32]:
    """What each pixel of a tile counts: nothing near an edge inside the picture, all further in."""
    n, margin = (place[1] - place[0]) * factor, overlap * factor / 4
    rise = (np.arange(n) + 0.5 - margin) / max(2 * margin, 1e-6)
    weight = np.ones(n)
    if place[0] > 0:
        weight = np.minimum(weight, rise)
    if place[1] < length:
        weight = np.minimum(weight, rise[::-1])
    return np.asarray(weight.clip(1e-6, 1), np.float32)
