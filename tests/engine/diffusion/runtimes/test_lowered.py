"""Linear layers in eight bits are close to what they were, and only large ones are touched."""

import pytest
import torch
from torch import nn

from engine.diffusion.runtimes.lowered import FP8, INT8, LoweredLinear, lower, lowered


class Block(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.wide = nn.Linear(512, 1024)
        self.small = nn.Linear(64, 512)


class Denoiser(nn.Module):
    _repeated_blocks = ("Block",)

    def __init__(self) -> None:
        super().__init__()
        self.before = nn.Linear(512, 512)
        self.blocks = nn.ModuleList([Block(), Block()])


def test_only_large_layers_of_repeated_blocks_are_lowered() -> None:
    made = Denoiser()
    assert lower(made, INT8) == 2
    assert [type(block.wide).__name__ for block in made.blocks] == ["LoweredLinear"] * 2
    assert isinstance(made.before, nn.Linear)
    assert lower(made, INT8) == 0, "what is lowered is not lowered again"


@pytest.mark.parametrize("kind", [FP8, INT8])
def test_rows_come_back_within_the_grain_of_their_type(kind: str) -> None:
    rows = torch.randn(5, 64, generator=torch.Generator().manual_seed(1))
    held, scale = lowered(rows, kind)
    assert held.element_size() == 1
    grain = rows.abs().amax(1, keepdim=True) * {FP8: 0.04, INT8: 0.004}[kind]
    assert ((held.float() * scale - rows).abs() <= grain).all()


@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize(("kind", "share"), [(FP8, 0.06), (INT8, 0.03)])
def test_a_layer_in_eight_bits_makes_nearly_the_same(kind: str, share: float, count: int) -> None:
    torch.manual_seed(2)
    linear = nn.Linear(512, 512).bfloat16()
    rows = torch.randn(2, count, 512).bfloat16()
    made = LoweredLinear(linear, kind)(rows)
    meant = linear(rows)
    assert (made.shape, made.dtype) == (meant.shape, meant.dtype)
    gap = (made - meant).float().pow(2).mean().sqrt()
    assert gap < share * meant.float().pow(2).mean().sqrt()
