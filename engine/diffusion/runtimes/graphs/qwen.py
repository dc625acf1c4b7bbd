"""Qwen-Image turns by complex numbers, which graphs have not: the angles are computed outside and
go in as cosines and sines.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import torch
from torch import Tensor, nn

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import InOrder, Plain
from engine.diffusion.runtimes.graphs.turning import turned

PICTURE, WORDS = "picture_angles", "word_angles"
MOST_WORDS = 4096
LIBRARY = "diffusers.models.transformers.transformer_qwenimage"


class QwenGraph(Plain):
    def __init__(self, module: nn.Module) -> None:
        self._angles: Any = module.pos_embed  # holds tables, no weights

    def inputs(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        found = super().inputs(arguments)
        picture, words = self._angles(
            arguments["img_shapes"],
            max_txt_seq_len=found["encoder_hidden_states"].shape[1],
            device=found["hidden_states"].device,
        )
        found[PICTURE], found[WORDS] = torch.view_as_real(picture), torch.view_as_real(words)
        return {name: held.contiguous() for name, held in found.items()}

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        long = inputs["encoder_hidden_states"].shape[1]
        words = Axis("words", min(long, 8), max(long, MOST_WORDS))
        return {"encoder_hidden_states": {1: words}, WORDS: {0: words}}

    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        library: Any = import_module(LIBRARY)
        before, names = (library.apply_rotary_emb_qwen, module.pos_embed), self.inputs(arguments)
        given = _Given()
        library.apply_rotary_emb_qwen, module.pos_embed = turned, given
        try:
            yield _WithAngles(module, given, arguments, tuple(names))
        finally:
            library.apply_rotary_emb_qwen, module.pos_embed = before


class _Given(nn.Module):
    """Angles that come with the call, where the library would look them up."""

    picture: Tensor
    words: Tensor

    def forward(self, *_shapes: Any, **_lengths: Any) -> tuple[Tensor, Tensor]:
        return self.picture, self.words


class _WithAngles(InOrder):
    def __init__(
        self, module: nn.Module, given: _Given, arguments: dict[str, Any], names: tuple[str, ...]
    ) -> None:
        super().__init__(module, "forward", arguments, names)
        self._given = (given,)  # in a tuple, so that it is no second child

    def run(self, tensors: dict[str, Tensor]) -> tuple[Tensor, ...]:
        (given,) = self._given
        given.picture, given.words = tensors.pop(PICTURE), tensors.pop(WORDS)
        return super().run(tensors)
