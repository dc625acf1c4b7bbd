"""Wan 2.2 I2V A14B: video between a first and a last frame; one denoiser for each half of it."""

from typing import Any

from engine.diffusion.registry.entry import (
    Distilled,
    Licence,
    Mode,
    ModelEntry,
    Peak,
    Role,
    Rules,
)

_LIGHTNING = "Wan2.2-I2V-A14B-4steps-lora-rank64-Seko-V1"
_480P, _720P = 480 * 832 * 81, 720 * 1280 * 81

ENTRY = ModelEntry(
    name="wan2.2-i2v-a14b",
    title="Wan 2.2 I2V A14B",
    role=Role.VIDEO,
    family="engine.diffusion.families.wan:WanImageToVideo",
    pipeline="WanImageToVideoPipeline",
    repository="Wan-AI/Wan2.2-I2V-A14B-Diffusers",
    licence=Licence(id="Apache-2.0", title="Apache License 2.0"),
    rules=Rules(
        multiple=16, max_pixels=720 * 1280, fps=16, frame_step=4, min_frames=5, max_frames=81
    ),
    modes=frozenset({Mode.FIRST, Mode.FIRST_LAST}),
    steps=40,
    guidance=3.5,
    distilled=Distilled(
        repository="lightx2v/Wan2.2-Lightning",
        files=(
            f"{_LIGHTNING}/high_noise_model.safetensors",
            f"{_LIGHTNING}/low_noise_model.safetensors",
        ),
        steps=4,
        scheduler_class="engine.diffusion.families.schedulers:EvenFlowMatch",
        scheduler=(("shift", 5.0), ("use_dynamic_shifting", False)),
        download_gib=1.2,
    ),
    denoisers=("transformer", "transformer_2"),
    download_gib=118.0,
    card_gib=24.0,
    comfortable_gib=80.0,
    # Weights: 2 × 14.3e9 in bfloat16 are 53.2 GiB, one of the two 26.6; the encoder has 10.6.
    peaks=(
        Peak(stage="encode", pixels=0, gib=11.5),
        Peak(stage="sample", pixels=_480P, gib=58.0),
        Peak(stage="sample", pixels=_720P, gib=66.0),
        Peak(stage="decode", pixels=_480P, gib=6.0),
        Peak(stage="decode", pixels=_720P, gib=12.0),
    ),
    real="engine.diffusion.models.wan22_i2v_a14b:real",
    tiny="engine.diffusion.models.wan22_i2v_a14b:tiny",
)

_DENOISER = {
    "num_attention_heads": 40,
    "attention_head_dim": 128,
    "in_channels": 36,  # 16 of noise, 16 of the frames that are given, 4 that say which those are
    "out_channels": 16,
    "num_layers": 40,
    "ffn_dim": 13824,
}


def real() -> dict[str, Any]:
    """Both denoisers and the VAE at their real sizes: 14.3e9 weights each of the former.

    The numbers are those of the published configs; the VAE is what its class makes by default.
    """
    from diffusers import AutoencoderKLWan, WanTransformer3DModel

    return {
        "transformer": WanTransformer3DModel(**_DENOISER),
        "transformer_2": WanTransformer3DModel(**_DENOISER),
        "vae": AutoencoderKLWan(),
    }


def tiny() -> Any:
    from diffusers import WanImageToVideoPipeline

    from engine.diffusion.models.tiny_wan import components, denoiser

    made = components(in_channels=36)
    return WanImageToVideoPipeline(
        **made, transformer_2=denoiser(in_channels=36), boundary_ratio=0.9
    )
