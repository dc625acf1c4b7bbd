"""LoRAs in the layouts in which they are published, which are not the one diffusers writes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.diffusion.families import loading
from engine.diffusion.families.adapters import attached, fuse
from tests.engine.diffusion.families.conftest import Bench

RANK, ALPHA = 4, 1.0


class Layout(NamedTuple):
    """What a layer of ours is called by the publisher, and how its two factors are."""

    model: str
    denoiser: str
    layer: str
    published: str
    down: str = "lora_down"
    up: str = "lora_up"
    alpha: float | None = ALPHA


WAN = "diffusion_model.blocks.0."
QWEN = "transformer_blocks.0."
H3, H3_OUT = "diffusion_model.blocks.0.", "transformer_blocks.0.attn.to_out.0"
SDXL = "down_blocks.1.attentions.0.transformer_blocks.0."
LAYOUTS = (
    Layout("wan2.2-i2v-a14b", "transformer", "blocks.0.attn1.to_q", f"{WAN}self_attn.q"),
    Layout("wan2.2-i2v-a14b", "transformer_2", "blocks.0.attn2.to_v", f"{WAN}cross_attn.v"),
    Layout("wan2.2-i2v-a14b", "transformer_2", "blocks.0.ffn.net.0.proj", f"{WAN}ffn.0"),
    Layout("qwen-image-edit-2511", "transformer", f"{QWEN}attn.to_q", f"{QWEN}attn.to_q"),
    Layout(
        "qwen-image-edit-2511", "transformer", f"{QWEN}attn.add_k_proj", f"{QWEN}attn.add_k_proj"
    ),
    Layout(
        "sdxl", "unet", f"{SDXL}attn1.to_q", "lora_unet_" + f"{SDXL}attn1.to_q".replace(".", "_")
    ),
    Layout("minimax-h3", "transformer", H3_OUT, f"{H3}attn.out_proj", "lora_A", "lora_B", None),
    Layout("minimax-h3-ref", "transformer_ref", H3_OUT, f"{H3}attn.out_proj"),
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: f"{one.model} {one.published}")
def test_a_lora_is_fused_from_the_layout_it_is_published_in(
    layout: Layout, bench: Callable[[str], Bench], tmp_path: Path
) -> None:
    one, file = bench(layout.model), tmp_path / "lightning.safetensors"
    pipe = loading.pipeline(one.entry, one.folder, one.wanted("sample"))
    layer = weights(pipe, layout)
    before = layer.detach().clone()
    added = publish(layout, before, file)
    fuse(pipe, file, 1.0, layout.denoiser)
    assert attached(getattr(pipe, layout.denoiser)) == 0
    after = weights(pipe, layout)
    assert torch.allclose(after, before + added, atol=1e-5)


def weights(pipe: Any, layout: Layout) -> Tensor:
    held: Tensor = getattr(pipe, layout.denoiser).get_submodule(layout.layer).weight
    return held


def publish(layout: Layout, layer: Tensor, file: Path) -> Tensor:
    """Writes a LoRA of that layer; what it adds to it."""
    noise = torch.Generator().manual_seed(0)
    down = torch.randn(RANK, layer.shape[1], generator=noise)
    up = torch.randn(layer.shape[0], RANK, generator=noise)
    held = {
        f"{layout.published}.{layout.down}.weight": down,
        f"{layout.published}.{layout.up}.weight": up,
    }
    if layout.alpha is not None:
        held[f"{layout.published}.alpha"] = torch.tensor(layout.alpha)
    save_file(held, file)
    return (layout.alpha or RANK) / RANK * up @ down
