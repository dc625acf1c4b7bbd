"""Where the components of a pipeline lie: on the card, there by turns, or there block by block."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any
from weakref import ref

import torch
from accelerate.hooks import ModelHook, add_hook_to_module, remove_hook_from_module
from diffusers.hooks import apply_group_offloading
from torch.nn import Module

from engine.diffusion.stages.ladder import Rung


class Placement(Enum):
    CARD = auto()
    TURNS = auto()
    BLOCKS = auto()


class Turn(ModelHook):  # type: ignore[misc]  # accelerate has no types
    """Before its component works, the others leave the card. VAEs call it, too."""

    def __init__(self, card: torch.device, others: Sequence[Module]) -> None:
        self.execution_device = card  # by which a pipeline knows where it computes
        self._others = [ref(other) for other in others]  # which may be let go before this one

    def pre_forward(self, module: Module, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
        for other in self._others:
            if (held := other()) is not None:
                held.to("cpu")
        module.to(self.execution_device)
        return args, kwargs


def place(
    modules: Mapping[str, Module],
    before: Mapping[str, Placement | None],
    rung: Rung,
    blocks: Sequence[str],
    card: torch.device,
) -> dict[str, Placement]:
    """Bring components to where the rung has them; `blocks` names those that come block by block.

    Those that came so `before` cannot be brought anywhere else.
    """
    placed = {}
    for name, module in modules.items():
        if before[name] is Placement.BLOCKS:
            placed[name] = Placement.BLOCKS
            continue
        remove_hook_from_module(module)
        if rung is Rung.GROUPS and name in blocks:
            _by_blocks(module.to("cpu"), card)
            placed[name] = Placement.BLOCKS
        elif rung is Rung.TURNS and len(modules) > 1:
            others = [other for other in modules.values() if other is not module]
            add_hook_to_module(module.to("cpu"), Turn(card, others))
            placed[name] = Placement.TURNS
        else:
            module.to(card)
            placed[name] = Placement.CARD
    return placed


def tile(module: Module, tiles: bool) -> None:
    """Let a VAE work in tiles and picture by picture, or not."""
    for what in ("tiling", "slicing"):
        switch = getattr(module, f"{'enable' if tiles else 'disable'}_{what}", None)
        if switch is not None:
            switch()


def _by_blocks(module: Module, card: torch.device) -> None:
    # Encoders are not diffusers' own: their blocks are not where it looks for them.
    leaves = not hasattr(module, "enable_group_offload")
    apply_group_offloading(
        module,
        onload_device=card,
        offload_type="leaf_level" if leaves else "block_level",
        num_blocks_per_group=None if leaves else 1,
        use_stream=card.type == "cuda",
    )
