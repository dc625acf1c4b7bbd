"""Linear layers in eight bits, each row with a scale of its own, activations rounded as they come.

The matrix units of newer cards multiply eight bits about twice as fast as sixteen.
"""

import torch
from torch import Tensor, nn

FP8, INT8 = "fp8", "int8"
_MOST = {FP8: 448.0, INT8: 127.0}
_TYPE = {FP8: torch.float8_e4m3fn, INT8: torch.int8}
LEAST = 512  # features; smaller layers cost no time worth a rounding
GRAIN = 16  # what the units take at a time
FEW_ROWS = 17  # torch._int_mm takes no fewer


class LoweredLinear(nn.Module):
    """y = x wᵀ + b with x and w in eight bits; sums are taken in 32."""

    def __init__(self, linear: nn.Linear, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.in_features, self.out_features = linear.in_features, linear.out_features
        weight, scale = lowered(linear.weight.detach(), kind)
        self.register_buffer("weight", weight)
        self.register_buffer("scale", scale)
        self.bias = linear.bias

    def forward(self, given: Tensor) -> Tensor:
        rows = given.reshape(-1, self.in_features)
        held, scale = lowered(rows, self.kind)
        weight, by_row = self.get_buffer("weight"), self.get_buffer("scale")
        if self.kind == FP8:
            made = torch._scaled_mm(
                held, weight.t(), scale_a=scale, scale_b=by_row.t(), out_dtype=torch.bfloat16
            ).to(given.dtype)
        else:
            made = (_int_product(held, weight).float() * scale * by_row.t()).to(given.dtype)
        if self.bias is not None:
            made = made + self.bias
        return made.reshape(*given.shape[:-1], self.out_features)


def _int_product(rows: Tensor, weight: Tensor) -> Tensor:
    missing = max(FEW_ROWS - rows.shape[0], 0)
    padded = nn.functional.pad(rows, (0, 0, 0, missing)) if missing else rows
    return torch._int_mm(padded, weight.t())[: rows.shape[0]]


def lowered(rows: Tensor, kind: str) -> tuple[Tensor, Tensor]:
    """Rows in eight bits and (rows, 1) float32 by which to multiply them to have them back."""
    scale = rows.abs().amax(dim=-1, keepdim=True).float().clamp(min=1e-12) / _MOST[kind]
    held = rows.float() / scale
    if kind == INT8:
        held = held.round()
    return held.clamp(-_MOST[kind], _MOST[kind]).to(_TYPE[kind]), scale


def lower(denoiser: nn.Module, kind: str) -> int:
    """Replaces the large linear layers of the repeated blocks; how many there were.

    What stands before and after the blocks is left: it is little work and all colours pass it.
    """
    kinds = getattr(denoiser, "_repeated_blocks", None) or ()
    blocks = [one for one in denoiser.modules() if type(one).__name__ in kinds]
    count = 0
    for block in blocks:
        for owner in list(block.modules()):
            for name, child in list(owner.named_children()):
                if isinstance(child, nn.Linear) and _worth(child):
                    setattr(owner, name, LoweredLinear(child, kind))
                    count += 1
    return count


def weights_of(denoiser: nn.Module) -> str:
    """The kind of its weights if they were lowered, else ""."""
    return next((one.kind for one in denoiser.modules() if isinstance(one, LoweredLinear)), "")


def _worth(linear: nn.Linear) -> bool:
    sides = linear.in_features, linear.out_features
    return min(sides) >= LEAST and not any(side % GRAIN for side in sides)
