"""Components as graphs: what is computed outside, what goes in, what has to be put differently.

Most can be written down as they are. For a component that cannot, add a module here and name it.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from torch import Tensor, nn

from engine.dotted import load

# Class of a component in diffusers → the class that knows how to write it down.
GRAPHS = {
    "WanTransformer3DModel": "engine.diffusion.runtimes.graphs.wan:WanGraph",
    "WanVACETransformer3DModel": "engine.diffusion.runtimes.graphs.wan:VaceGraph",
    "Flux2Transformer2DModel": "engine.diffusion.runtimes.graphs.flux2:Flux2Graph",
    "QwenImageTransformer2DModel": "engine.diffusion.runtimes.graphs.qwen:QwenGraph",
    "ZImageTransformer2DModel": "engine.diffusion.runtimes.graphs.zimage:ZImageGraph",
    "LTX2VideoTransformer3DModel": "engine.diffusion.runtimes.graphs.ltx2:Ltx2Graph",
    "MiniMaxH3Transformer3DModel": "engine.diffusion.runtimes.graphs.minimax_h3:MinimaxH3Graph",
    "UNet2DConditionModel": "engine.diffusion.runtimes.graphs.unet:UNetGraph",
}


@dataclass(frozen=True, slots=True)
class Axis:
    """A side of an input that may differ from call to call, between these lengths."""

    name: str
    least: int
    most: int


Axes = Mapping[str, Mapping[int, Axis]]  # input → its axis → what it is called


class Graph(Protocol):
    """Made of a module; later runs need no more of the module than what was kept here."""

    opset: int
    shown: tuple[str, ...]  # what its pipeline asks of the module beside its config and `dtype`

    def inputs(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        """What goes into the graph, computed in torch from the arguments of a call."""

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        """Which of their sides may differ; the others are as they are here."""

    def module(
        self, module: nn.Module, arguments: dict[str, Any]
    ) -> AbstractContextManager[nn.Module]:
        """The module as one that takes `inputs` by name and gives back a tuple of tensors."""

    def given_back(self, made: tuple[Tensor, ...]) -> tuple[Any, ...]:
        """What the graph made as the component gives it back."""


def graph_of(module: nn.Module, method: str) -> Graph:
    """What knows how to write down that method of the module."""
    if method == "forward":
        path = GRAPHS.get(type(module).__name__, "engine.diffusion.runtimes.graphs.plain:Plain")
    else:
        path = f"engine.diffusion.runtimes.graphs.vae:{method.title()}"
    made: Graph = load(path)(module)
    return made
