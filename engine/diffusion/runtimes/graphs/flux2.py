"""FLUX.2: each reference makes the row of picture tokens longer."""

from collections.abc import Mapping

from torch import Tensor

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import Plain

REFERENCES = 5  # pictures in a row at most, the one that is made counted in


class Flux2Graph(Plain):
    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        tokens = inputs["hidden_states"].shape[1]
        pictures = Axis("tokens", max(tokens // REFERENCES, 4), tokens * REFERENCES)
        return {"hidden_states": {1: pictures}, "img_ids": {1: pictures}}
