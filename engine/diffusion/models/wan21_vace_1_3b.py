"""Wan 2.1 VACE 1.3B: what its larger sister does, in 480p and on a small card."""

from dataclasses import replace
from typing import Any

from engine.diffusion.models.wan21_vace_14b import ENTRY as LARGE
from engine.diffusion.registry.entry import Peak

_480P = 480 * 832 * 81

ENTRY = replace(
    LARGE,
    name="wan2.1-vace-1.3b",
    title="Wan 2.1 VACE 1.3B",
    repository="Wan-AI/Wan2.1-VACE-1.3B-diffusers",
    rules=replace(LARGE.rules, max_pixels=480 * 832),
    download_gib=19.0,
    card_gib=8.0,
    comfortable_gib=12.0,
    # Weights: 2.2e9 in bfloat16 are 4.0 GiB; the encoder, which has left by then, 10.6.
    peaks=(
        Peak(stage="encode", pixels=0, gib=11.5),
        Peak(stage="sample", pixels=_480P, gib=8.0),
        Peak(stage="decode", pixels=_480P, gib=6.0),
    ),
    real="engine.diffusion.models.wan21_vace_1_3b:real",
)

_LAYERS = 30
_DENOISER = {
    "in_channels": 16,
    "out_channels": 16,
    "num_attention_heads": 12,
    "attention_head_dim": 128,
    "num_layers": _LAYERS,
    "ffn_dim": 8960,
    "vace_in_channels": 96,
    "vace_layers": list(range(0, _LAYERS, 2)),
}


def real() -> dict[str, Any]:
    """Denoiser and VAE at their real sizes, by the published configs."""
    from diffusers import AutoencoderKLWan, WanVACETransformer3DModel

    return {"transformer": WanVACETransformer3DModel(**_DENOISER), "vae": AutoencoderKLWan()}
