"""LTX-2: both its streams look at words under a mask. A frame that the film ends with adds its own
rows to those of the film. Its rotation writes into slices, as Wan's does; halves that are turned
and put together anew leave no ScatterND nodes.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import torch
from torch import Tensor, nn

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import DECOMPOSED, Plain

LED = 2  # rows with frames that lead the film are at most so many times those without
LIBRARY = "diffusers.models.transformers.transformer_ltx2"


class Ltx2Graph(Plain):
    opset = DECOMPOSED

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        long = inputs["hidden_states"].shape[1]
        rows = Axis("rows", max(long // LED, 1), long * LED)
        return {"hidden_states": {1: rows}, "timestep": {1: rows}, "video_coords": {2: rows}}

    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        library: Any = import_module(LIBRARY)
        before = library.apply_split_rotary_emb
        library.apply_split_rotary_emb = halves_turned
        try:
            with super().module(module, arguments) as wrapped:
                yield wrapped
        finally:
            library.apply_split_rotary_emb = before


def halves_turned(vectors: Tensor, angles: tuple[Tensor, Tensor]) -> Tensor:
    """(batch, place, heads · side): the first half of each side with the second, in float32, by
    cosines and sines (batch, head, place, side / 2).
    """
    cosine, sine = (one.transpose(1, 2) for one in angles)
    heads = vectors.float().reshape(*vectors.shape[:2], cosine.shape[2], -1)
    first, second = heads.chunk(2, -1)
    turned = torch.cat([first * cosine - second * sine, second * cosine + first * sine], -1)
    return turned.flatten(2).type_as(vectors)
