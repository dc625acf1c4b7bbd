"""Wan's denoisers. Their own rotation writes into slices, which becomes ScatterND nodes that
runtimes run slowly or not at all; turned pair by pair and put together anew, none are left.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import Plain

REFERENCES = 3


class WanGraph(Plain):
    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        attentions = [one for one in module.modules() if hasattr(one, "processor")]
        before = [one.processor for one in attentions]
        one: Any
        for one in attentions:
            one.processor = Rotated(one.processor)
        try:
            with super().module(module, arguments) as wrapped:
                yield wrapped
        finally:
            for one, processor in zip(attentions, before, strict=True):
                one.processor = processor


class VaceGraph(WanGraph):
    """Each reference is a frame before those of the film."""

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        long = inputs["hidden_states"].shape[2]
        frames = Axis("frames", max(long - REFERENCES, 1), long + REFERENCES)
        return {"hidden_states": {2: frames}, "control_hidden_states": {2: frames}}


class Rotated:
    """Self-attention with a rotation by pairs; attention to words stays as it was."""

    def __init__(self, otherwise: Any) -> None:
        self._otherwise = otherwise

    def __call__(
        self,
        attention: Any,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,
        rotary_emb: tuple[Tensor, Tensor] | None = None,
    ) -> Tensor:
        if rotary_emb is None:
            told = self._otherwise(attention, hidden_states, encoder_hidden_states, attention_mask)
            return torch.as_tensor(told)
        asked = attention.norm_q(attention.to_q(hidden_states))
        keys = attention.norm_k(attention.to_k(hidden_states))
        held = attention.to_v(hidden_states)
        asked, keys, held = (one.unflatten(2, (attention.heads, -1)) for one in (asked, keys, held))
        asked, keys = rotated(asked, *rotary_emb), rotated(keys, *rotary_emb)
        asked, keys, held = (one.transpose(1, 2) for one in (asked, keys, held))
        seen = scaled_dot_product_attention(asked, keys, held, attn_mask=attention_mask)
        out = attention.to_out[0](seen.transpose(1, 2).flatten(2).type_as(asked))
        return torch.as_tensor(attention.to_out[1](out))


def rotated(vectors: Tensor, cosines: Tensor, sines: Tensor) -> Tensor:
    """Pairs of (batch, place, head, side) turned; cosines and sines hold each angle twice."""
    first, second = vectors.reshape(*vectors.shape[:-1], -1, 2).unbind(-1)
    cosine, sine = cosines[..., 0::2], sines[..., 1::2]
    turned = (first * cosine - second * sine, first * sine + second * cosine)
    return torch.stack(turned, -1).flatten(-2).type_as(vectors)
