"""Z-Image takes lists of pictures and of words, lengthens both to a multiple of 32 and turns by
complex numbers. Lengths and angles are settled outside; the graph is of one picture of one size,
with words of any number.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import pad, scaled_dot_product_attention

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import Plain
from engine.diffusion.runtimes.graphs.turning import turned

GRAIN = 32  # both rows are a multiple of it long
MOST_WORDS = 512


class ZImageGraph(Plain):
    def __init__(self, module: nn.Module) -> None:
        self._angles: Any = module.rope_embedder  # holds tables, no weights

    def inputs(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        """Raises ValueError for several pictures at a time: this project's pipelines give one."""
        (picture,), (words,) = arguments["x"], arguments["cap_feats"]
        many, missing = len(words), -len(words) % GRAIN
        long = many + missing
        steps = torch.arange(long, device=words.device)
        return {
            "picture": picture.contiguous(),
            "timestep": arguments["t"],
            "words": torch.cat([words, words[-1:].expand(missing, -1)]),
            "is_word": (steps < many)[:, None],
            "word_angles": self._turns(torch.stack([steps + 1, steps * 0, steps * 0], -1)),
            "picture_angles": self._turns(places(picture, long + 1, *patch_of(arguments))),
        }

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        words = Axis("words", GRAIN, max(len(inputs["words"]), MOST_WORDS))
        return {name: {0: words} for name in ("words", "is_word", "word_angles")}

    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        attentions: list[Any] = [one for one in module.modules() if hasattr(one, "processor")]
        before = [one.processor for one in attentions]
        for one in attentions:
            one.processor = Attended()
        try:
            yield OnePicture(module, *patch_of(arguments))
        finally:
            for one, processor in zip(attentions, before, strict=True):
                one.processor = processor

    def given_back(self, made: tuple[Tensor, ...]) -> tuple[Any, ...]:
        return (list(made),)

    def _turns(self, ids: Tensor) -> Tensor:
        return torch.view_as_real(self._angles(ids)).contiguous()


def patch_of(arguments: dict[str, Any]) -> tuple[int, int]:
    """Sides of a patch, in pixels of the latents and in frames."""
    return arguments.get("patch_size", 2), arguments.get("f_patch_size", 1)


def places(picture: Tensor, first: int, side: int, long: int) -> Tensor:
    """(patches, 3): where each patch of (channels, frames, height, width) is, frames from `first`
    on; those that lengthen the row are nowhere.
    """
    _channels, frames, height, width = picture.shape
    starts = (first, 0, 0)
    axes = [
        torch.arange(start, start + many, device=picture.device)
        for start, many in zip(starts, (frames // long, height // side, width // side), strict=True)
    ]
    grid = torch.stack(torch.meshgrid(axes, indexing="ij"), -1).flatten(0, 2)
    return pad(grid, (0, 0, 0, -len(grid) % GRAIN))


class OnePicture(nn.Module):
    """The denoiser's own layers, with one picture and its words led through them."""

    def __init__(self, inner: nn.Module, side: int, long: int) -> None:
        super().__init__()
        self.inner = inner
        self._side, self._long = side, long

    def forward(self, *tensors: Tensor) -> tuple[Tensor, ...]:
        """Takes what `ZImageGraph.inputs` gives, in its order."""
        picture, timestep, words, is_word, word_angles, picture_angles = tensors
        inner: Any = self.inner
        kind = f"{self._side}-{self._long}"
        when = inner.t_embedder(timestep * inner.t_scale).type_as(picture)
        patches = self._patches(picture)
        row = inner.all_x_embedder[kind](patches)
        missing = -len(patches) % GRAIN
        row = torch.cat([row, inner.x_pad_token.to(row.dtype).expand(missing, -1)])[None]
        for layer in inner.noise_refiner:
            row = layer(row, None, picture_angles, when)
        told = torch.where(is_word, inner.cap_embedder(words), inner.cap_pad_token)[None]
        for layer in inner.context_refiner:
            told = layer(told, None, word_angles)
        both = torch.cat([row, told], 1)
        angles = torch.cat([picture_angles, word_angles])
        for layer in inner.layers:
            both = layer(both, None, angles, when)
        made = inner.all_final_layer[kind](both, c=when)
        return (self._picture(made[0, : len(patches)], picture),)

    def _patches(self, picture: Tensor) -> Tensor:
        channels, frames, height, width = picture.shape
        side, long = self._side, self._long
        cut = picture.reshape(
            channels, frames // long, long, height // side, side, width // side, side
        )
        return cut.permute(1, 3, 5, 2, 4, 6, 0).flatten(3).flatten(0, 2)

    def _picture(self, patches: Tensor, like: Tensor) -> Tensor:
        channels, frames, height, width = like.shape
        side, long = self._side, self._long
        cut = patches.reshape(
            frames // long, height // side, width // side, long, side, side, channels
        )
        return cut.permute(6, 0, 3, 1, 4, 2, 5).reshape(channels, frames, height, width)


class Attended:
    """Self-attention as the library's, with angles (place, side / 2, cosine and sine)."""

    def __call__(
        self,
        attention: Any,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,
        *,
        freqs_cis: Tensor,
    ) -> Tensor:
        given = (attention.to_q, attention.to_k, attention.to_v)
        asked, keys, held = (
            one(hidden_states).unflatten(-1, (attention.heads, -1)) for one in given
        )
        if attention.norm_q is not None:
            asked, keys = attention.norm_q(asked), attention.norm_k(keys)
        asked, keys = turned(asked, freqs_cis), turned(keys, freqs_cis)
        asked, keys, held = (one.transpose(1, 2) for one in (asked, keys, held))
        seen = scaled_dot_product_attention(asked, keys, held)
        return torch.as_tensor(attention.to_out[0](seen.transpose(1, 2).flatten(2)))
