"""Wan 2.2 TI2V 5B: video from a first frame on one card of 24 GB."""

from typing import Any

from engine.diffusion.registry.entry import Licence, Mode, ModelEntry, Peak, Role, Rules

_720P = 704 * 1280 * 121

ENTRY = ModelEntry(
    name="wan2.2-ti2v-5b",
    title="Wan 2.2 TI2V 5B",
    role=Role.VIDEO,
    family="engine.diffusion.families.wan:WanImageToVideo",
    pipeline="WanImageToVideoPipeline",
    repository="Wan-AI/Wan2.2-TI2V-5B-Diffusers",
    licence=Licence(id="Apache-2.0", title="Apache License 2.0"),
    rules=Rules(
        multiple=32, max_pixels=704 * 1280, fps=24, frame_step=4, min_frames=5, max_frames=121
    ),
    modes=frozenset({Mode.TEXT, Mode.FIRST}),
    steps=50,
    guidance=5.0,
    denoisers=("transformer",),
    download_gib=34.0,
    card_gib=12.0,
    comfortable_gib=24.0,
    # Weights: 5.0e9 in bfloat16 are 9.3 GiB, the VAE 1.3; the encoder has 10.6.
    peaks=(
        Peak(stage="encode", pixels=0, gib=11.5),
        Peak(stage="sample", pixels=_720P, gib=17.0),
        Peak(stage="decode", pixels=_720P, gib=14.0),
    ),
    real="engine.diffusion.models.wan22_ti2v_5b:real",
    tiny="engine.diffusion.models.wan22_ti2v_5b:tiny",
)

_DENOISER = {
    "num_attention_heads": 24,
    "attention_head_dim": 128,
    "in_channels": 48,
    "out_channels": 48,
    "num_layers": 30,
    "ffn_dim": 14336,
}
_VAE = {
    "base_dim": 160,
    "decoder_base_dim": 256,
    "z_dim": 48,
    "is_residual": True,
    "in_channels": 12,
    "out_channels": 12,
    "patch_size": 2,
    "scale_factor_spatial": 16,
    "latents_mean": [0.0] * 48,
    "latents_std": [1.0] * 48,
}


def real() -> dict[str, Any]:
    """Denoiser and VAE at their real sizes; weights are whatever torch starts them with."""
    from diffusers import AutoencoderKLWan, WanTransformer3DModel

    return {"transformer": WanTransformer3DModel(**_DENOISER), "vae": AutoencoderKLWan(**_VAE)}


def tiny() -> Any:
    from diffusers import WanImageToVideoPipeline

    from engine.diffusion.models.tiny_wan import components

    return WanImageToVideoPipeline(**components(in_channels=16), expand_timesteps=True)
