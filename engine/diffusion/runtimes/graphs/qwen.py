"""Qwen-Image turns by complex numbers, which graphs have not: the angles are computed outside and
go in as cosines and sines. So is which rows are of references: there are as many as a shot has.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from math import prod
from typing import Any

import torch
from torch import Tensor, nn

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import Plain
from engine.diffusion.runtimes.graphs.turning import turned

PICTURE, WORDS, LED = "picture_angles", "word_angles", "is_reference"
MOST_WORDS = 4096
PICTURES = 5  # in a row at most, the one that is made counted in
LIBRARY = "diffusers.models.transformers.transformer_qwenimage"


class QwenGraph(Plain):
    def __init__(self, module: nn.Module) -> None:
        self._angles: Any = module.pos_embed  # holds tables, no weights

    def inputs(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        names = ("hidden_states", "encoder_hidden_states", "timestep")
        found: dict[str, Tensor] = {name: arguments[name] for name in names}
        device = found["hidden_states"].device
        picture, words = self._angles(
            arguments["img_shapes"],
            max_txt_seq_len=found["encoder_hidden_states"].shape[1],
            device=device,
        )
        found[PICTURE], found[WORDS] = torch.view_as_real(picture), torch.view_as_real(words)
        own = prod(arguments["img_shapes"][0][0])  # the first picture is the one that is made
        places = torch.arange(found["hidden_states"].shape[1], device=device)
        found[LED] = (places >= own).int()[None]
        return {name: held.contiguous() for name, held in found.items()}

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        long, rows = inputs["encoder_hidden_states"].shape[1], inputs["hidden_states"].shape[1]
        words = Axis("words", min(long, 8), max(long, MOST_WORDS))
        pictures = Axis("rows", max(rows // PICTURES, 4), rows * PICTURES)
        return {
            "encoder_hidden_states": {1: words},
            WORDS: {0: words},
            "hidden_states": {1: pictures},
            PICTURE: {0: pictures},
            LED: {1: pictures},
        }

    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        library: Any = import_module(LIBRARY)
        before = library.apply_rotary_emb_qwen
        library.apply_rotary_emb_qwen = turned
        try:
            yield WithAngles(module)
        finally:
            library.apply_rotary_emb_qwen = before


class WithAngles(nn.Module):
    """The denoiser's own layers, with rows and their angles led through them."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, *tensors: Tensor) -> tuple[Tensor, ...]:
        """Takes what `QwenGraph.inputs` gives, in its order."""
        rows, words, timestep, picture, word_angles, led = tensors
        inner: Any = self.inner
        rows = inner.img_in(rows)
        words = inner.txt_in(inner.txt_norm(words))
        timestep = timestep.type_as(rows)
        # References are shown as if without noise, where the model was taught so.
        times = torch.cat([timestep, timestep * 0]) if inner.zero_cond_t else timestep
        when = inner.time_text_embed(times, rows)
        for block in inner.transformer_blocks:
            words, rows = block(
                hidden_states=rows,
                encoder_hidden_states=words,
                encoder_hidden_states_mask=None,
                temb=when,
                image_rotary_emb=(picture, word_angles),
                modulate_index=led if inner.zero_cond_t else None,
            )
        return (inner.proj_out(inner.norm_out(rows, when[: len(timestep)])),)
