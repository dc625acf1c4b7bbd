"""An ONNX interpolator: two frames and a moment between them, as exports of RIFE take them."""

from pathlib import Path
from typing import Annotated

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from engine.contracts import EngineError, _
from engine.diffusion.cards import Card, graph, read_card
from engine.diffusion.polish.scaling import Frame

CARD = "interpolator.toml"
_INPUTS = 3


class InterpolatorCard(Card, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The graph takes two frames, RGB 0 … 1 of shape (1, 3, h, w), and t, in this order.

    t has the rank that the graph declares, one number in it or one for each pixel.
    """

    multiple: Annotated[int, Meta(ge=1, le=128)] = 32  # of both sides of a frame


class OnnxInterpolator:
    """The interpolator in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._card = read_card(folder / CARD, InterpolatorCard)
        self._graph = graph(folder / self._card.file)
        if len(self._graph.inputs) != _INPUTS:
            raise EngineError(
                "bad-graph",
                _(
                    "The interpolator “{title}” takes {count} inputs, not two frames and a moment.",
                    title=self._card.title,
                    count=len(self._graph.inputs),
                ),
                _("Export it again with both frames and the moment as inputs."),
            )

    def __call__(self, first: Frame, second: Frame, t: float) -> Frame:
        height, width = first.shape[:2]
        pair = [self._planes(frame) for frame in (first, second)]
        out = self._graph(*pair, self._moment(t, pair[0].shape))[0]
        if out.shape != pair[0].shape:
            raise EngineError(
                "bad-graph",
                _(
                    "The interpolator “{title}” gives no frame of the size that it takes.",
                    title=self._card.title,
                ),
                _("Correct `multiple` in its card, or export it again."),
            )
        made = out[0][:, :height, :width]
        return np.ascontiguousarray(
            (made * 255).round().clip(0, 255).astype(np.uint8).transpose(1, 2, 0)
        )

    def _planes(self, frame: Frame) -> NDArray[np.float32]:
        """(1, 3, h, w) 0 … 1, with sides as the graph wants them."""
        beyond = [(0, -side % self._card.multiple) for side in frame.shape[:2]]
        padded = np.pad(frame, [*beyond, (0, 0)], mode="edge")
        return np.asarray(padded.transpose(2, 0, 1)[None] / np.float32(255), np.float32)

    def _moment(self, t: float, shape: tuple[int, ...]) -> NDArray[np.float32]:
        declared = self._graph.inputs[2].shape
        if len(declared) < len(shape):
            return np.full((1,) * len(declared), t, np.float32)
        fixed = all(side == 1 for side in declared[-2:])
        return np.full((1, 1, 1, 1) if fixed else (1, 1, *shape[-2:]), t, np.float32)
