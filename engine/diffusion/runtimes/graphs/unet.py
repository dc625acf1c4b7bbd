"""The U-Net of SDXL with its adapter for references. How much references count is set inside its
layers from shot to shot: a graph takes it as an input, one number for each layer.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import InOrder, Plain

WEIGHTS = "reference_weights"
SEEN = "added_cond_kwargs_image_embeds_0"  # (batch, pictures, patches, width)
REFERENCES = 4


class UNetGraph(Plain):
    # Its pipeline measures some of these layers, and sets the weight of references in others.
    shown = ("add_embedding", "attn_processors", "down_blocks", "encoder_hid_proj", "up_blocks")

    def __init__(self, module: nn.Module) -> None:
        looking = _looking(module)
        self._processors: list[Any] = [one.processor for one in looking]

    def inputs(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        found = super().inputs(arguments)
        weights = [one.scale[0] for one in self._processors]
        found[WEIGHTS] = torch.tensor(weights, dtype=torch.float32, device=found["sample"].device)
        return found

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        """Without references there is one of a single patch, which counts for nothing."""
        patches = inputs[SEEN].shape[2]
        return {SEEN: {1: Axis("pictures", 1, REFERENCES), 2: Axis("patches", 1, patches)}}

    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        looking = _looking(module)
        weighed = [Weighed(one.processor) for one in looking]
        for one, processor in zip(looking, weighed, strict=True):
            one.processor = processor
        try:
            yield _WithWeights(module, weighed, arguments, tuple(self.inputs(arguments)))
        finally:
            for one, processor in zip(looking, self._processors, strict=True):
                one.processor = processor


def _looking(module: nn.Module) -> list[Any]:
    """Attentions that look at references beside words."""
    found: list[Any] = list(module.modules())
    return [one for one in found if hasattr(getattr(one, "processor", None), "to_k_ip")]


class Weighed(nn.Module):
    """Attention to words and, with a weight that comes with the call, to references."""

    weight: Tensor

    def __init__(self, original: nn.Module) -> None:
        super().__init__()
        self.original = original

    def forward(
        self,
        attention: Any,
        hidden_states: Tensor,
        encoder_hidden_states: tuple[Tensor, list[Tensor]],
        attention_mask: Tensor | None = None,
        temb: Tensor | None = None,
    ) -> Tensor:
        words, (references,) = encoder_hidden_states
        original: Any = self.original
        (to_key,), (to_value,) = original.to_k_ip, original.to_v_ip
        asked = _heads(attention, attention.to_q(hidden_states))
        told = _seen(attention, asked, attention.to_k(words), attention.to_v(words))
        pictures = references.flatten(1, 2)
        seen = _seen(attention, asked, to_key(pictures), to_value(pictures))
        told = told + (self.weight * seen.float()).type_as(told)
        out: Tensor = attention.to_out[1](attention.to_out[0](told))
        return out


def _heads(attention: Any, rows: Tensor) -> Tensor:
    return rows.reshape(*rows.shape[:2], attention.heads, -1).transpose(1, 2)


def _seen(attention: Any, asked: Tensor, keys: Tensor, held: Tensor) -> Tensor:
    found = scaled_dot_product_attention(asked, _heads(attention, keys), _heads(attention, held))
    return found.transpose(1, 2).flatten(2)


class _WithWeights(InOrder):
    def __init__(
        self,
        module: nn.Module,
        weighed: list[Weighed],
        arguments: dict[str, Any],
        names: tuple[str, ...],
    ) -> None:
        super().__init__(module, "forward", arguments, names)
        self._weighed = tuple(weighed)  # in a tuple, so that they are no second children

    def run(self, tensors: dict[str, Tensor]) -> tuple[Tensor, ...]:
        for one, weight in zip(self._weighed, tensors.pop(WEIGHTS), strict=True):
            one.weight = weight
        return super().run(tensors)
