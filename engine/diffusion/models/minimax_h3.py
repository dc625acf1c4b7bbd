"""MiniMax H3 led by a first and a last frame: video with its own sound."""

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

LICENCE = Licence(
    id="MiniMax-H3-Community",
    title="MiniMax H3 Community License",
    link="LICENSE",
    excluded=frozenset({"EU", "GB", "KR", "US"}),
    revenue_limit=20_000_000,
    must_accept=True,
    must_show="MiniMax H3",
    duties=(
        "Neither the model nor what it makes may be used where the licence does not reach.",
        "Keep the safeguards of the model, and report abuse to its publisher.",
        "Keep to the publisher's rules of acceptable use.",
    ),
)
RULES = Rules(
    multiple=32,
    max_pixels=768 * 1344,
    fps=24,
    frame_step=17,
    frame_offset=5,
    min_frames=124,  # 5 s
    max_frames=345,  # 15 s
)
_480P, _768P = 480 * 832 * 124, 768 * 1344 * 124

ENTRY = ModelEntry(
    name="minimax-h3",
    title="MiniMax H3",
    role=Role.VIDEO,
    family="engine.diffusion.families.minimax_h3:MinimaxH3",
    pipeline="MiniMaxH3ModularPipeline",
    loader="engine.diffusion.families.minimax_h3:load",
    repository="MiniMaxAI/MiniMax-H3",
    licence=LICENCE,
    rules=RULES,
    modes=frozenset({Mode.TEXT, Mode.FIRST, Mode.FIRST_LAST, Mode.AUDIO}),
    steps=20,
    distilled=Distilled(
        repository="lightx2v/Minimax-h3-Turbo",
        files=("minimax_h3_fl2v_turbo_4step_v1.1_768p_comfyui_bf16.safetensors",),
        steps=4,
        scheduler=(("shift", 6.0),),  # of the video; sound keeps its own
        download_gib=1.9,
    ),
    prompt_words=400,
    encoder_sees=True,
    encoders=("text_encoder", "tokenizer", "processor"),
    denoisers=("transformer",),
    decoders=("vae", "audio_vae"),
    download_gib=134.0,
    card_gib=32.0,
    comfortable_gib=80.0,
    # Weights: 33.1e9 in bfloat16 are 61.7 GiB, the encoder 62.1; the VAEs stay in float32: 10.3.
    peaks=(
        Peak(stage="encode", pixels=0, gib=64.0),
        Peak(stage="sample", pixels=_480P, gib=69.0),
        Peak(stage="sample", pixels=_768P, gib=76.0),
        Peak(stage="decode", pixels=_480P, gib=16.0),
        Peak(stage="decode", pixels=_768P, gib=22.0),
    ),
    real="engine.diffusion.models.minimax_h3:real",
    tiny="engine.diffusion.models.minimax_h3:tiny",
    ignore=("transformer_ref/*",),
)


def real() -> dict[str, Any]:
    """Denoiser and VAEs at their real sizes, 33.1e9 weights the former: their classes' defaults."""
    return real_as("transformer")


def real_as(denoiser: str) -> dict[str, Any]:
    """The same, for either of two sets of weights that the repository has."""
    from diffusers import (
        AutoencoderKLMiniMaxH3,
        AutoencoderKLMiniMaxH3Audio,
        MiniMaxH3Transformer3DModel,
    )

    return {
        denoiser: MiniMaxH3Transformer3DModel(),
        "vae": AutoencoderKLMiniMaxH3(),
        "audio_vae": AutoencoderKLMiniMaxH3Audio(),
    }


def tiny() -> Any:
    from engine.diffusion.models.tiny_minimax_h3 import Tiny

    return Tiny("transformer")
