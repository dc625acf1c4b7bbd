"""Wan 2.1 VACE 14B: video from pictures of people and places, and from a layout."""

from typing import Any

from engine.diffusion.registry.entry import Licence, Mode, ModelEntry, Peak, Role, Rules

_480P, _720P = 480 * 832 * 81, 720 * 1280 * 81

ENTRY = ModelEntry(
    name="wan2.1-vace-14b",
    title="Wan 2.1 VACE 14B",
    role=Role.VIDEO,
    family="engine.diffusion.families.wan:WanVace",
    pipeline="WanVACEPipeline",
    repository="Wan-AI/Wan2.1-VACE-14B-diffusers",
    licence=Licence(id="Apache-2.0", title="Apache License 2.0"),
    rules=Rules(
        multiple=16, max_pixels=720 * 1280, fps=16, frame_step=4, min_frames=5, max_frames=81
    ),
    modes=frozenset({Mode.TEXT, Mode.FIRST, Mode.FIRST_LAST, Mode.REFERENCES, Mode.CONTROL}),
    steps=50,
    guidance=5.0,
    references=3,
    download_gib=75.0,
    card_gib=24.0,
    comfortable_gib=48.0,
    # Weights: 17.3e9 in bfloat16 are 32.3 GiB, of which the blocks that read the layout are 6.
    peaks=(
        Peak(stage="encode", pixels=0, gib=11.5),
        Peak(stage="sample", pixels=_480P, gib=38.0),
        Peak(stage="sample", pixels=_720P, gib=48.0),
        Peak(stage="decode", pixels=_480P, gib=6.0),
        Peak(stage="decode", pixels=_720P, gib=12.0),
    ),
    real="engine.diffusion.models.wan21_vace_14b:real",
    tiny="engine.diffusion.models.wan21_vace_14b:tiny",
)

_LAYERS = 40
_DENOISER = {
    "in_channels": 16,
    "out_channels": 16,
    "num_attention_heads": 40,
    "attention_head_dim": 128,
    "num_layers": _LAYERS,
    "ffn_dim": 13824,
    "vace_in_channels": 96,
    "vace_layers": list(range(0, _LAYERS, 5)),
}


def real() -> dict[str, Any]:
    """Denoiser and VAE at their real sizes, by the published configs."""
    from diffusers import AutoencoderKLWan, WanVACETransformer3DModel

    return {"transformer": WanVACETransformer3DModel(**_DENOISER), "vae": AutoencoderKLWan()}


def tiny() -> Any:
    from diffusers import WanVACEPipeline, WanVACETransformer3DModel

    from engine.diffusion.models.tiny_wan import DENOISER, components

    made = components(in_channels=16)
    made["transformer"] = WanVACETransformer3DModel(
        in_channels=16, **DENOISER, vace_layers=[0], vace_in_channels=96
    ).eval()
    return WanVACEPipeline(**made)
