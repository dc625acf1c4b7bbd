"""LoRAs of one layer with random weights, as training tools write them."""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

RANK = 2


def layer_of(model: Any) -> tuple[str, torch.nn.Linear]:
    """The first layer that asks in attention, where LoRAs always are."""
    ends = ("to_q", "to_q.0")
    return next(
        (name, module)
        for name, module in model.named_modules()
        if name.endswith(ends) and isinstance(module, torch.nn.Linear)
    )


def lora(model: Any, prefix: str, path: Path, seed: int = 0) -> Tensor:
    """Writes a LoRA of one layer; what it adds to that layer at full strength."""
    name, layer = layer_of(model)
    noise = torch.Generator().manual_seed(seed)
    down = torch.randn(RANK, layer.in_features, generator=noise)
    up = torch.randn(layer.out_features, RANK, generator=noise)
    keys = {f"{prefix}.{name}.lora_A.weight": down, f"{prefix}.{name}.lora_B.weight": up}
    save_file(keys, path)
    return up @ down
