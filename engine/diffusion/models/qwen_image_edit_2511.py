"""Qwen-Image-Edit-2511: keyframes that keep who is on the reference pictures."""

from math import log
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

_MEGAPIXEL = 1024 * 1024

ENTRY = ModelEntry(
    name="qwen-image-edit-2511",
    title="Qwen-Image-Edit-2511",
    role=Role.KEYFRAMES,
    family="engine.diffusion.families.qwen:QwenImageEdit",
    pipeline="QwenImageEditPlusPipeline",
    repository="Qwen/Qwen-Image-Edit-2511",
    licence=Licence(id="Apache-2.0", title="Apache License 2.0"),
    rules=Rules(multiple=16, max_pixels=_MEGAPIXEL),
    modes=frozenset({Mode.FIRST, Mode.REFERENCES}),
    steps=40,
    guidance=4.0,
    distilled=Distilled(
        repository="lightx2v/Qwen-Image-Edit-2511-Lightning",
        files=("Qwen-Image-Edit-2511-Lightning-4steps-V1.0-bf16.safetensors",),
        steps=4,
        scheduler=(
            ("base_shift", log(3)),
            ("max_shift", log(3)),
            ("shift_terminal", None),
            ("time_shift_type", "exponential"),
            ("use_dynamic_shifting", True),
        ),
        download_gib=0.8,
    ),
    references=3,
    encoder_sees=True,
    prompt_words=300,
    encoders=("text_encoder", "tokenizer", "processor"),
    download_gib=53.8,
    card_gib=24.0,
    comfortable_gib=48.0,
    # Weights: 20.4e9 in bfloat16 are 38.1 GiB; the encoder, 8.3e9, has 15.4.
    peaks=(
        Peak(stage="encode", pixels=0, gib=17.0),
        Peak(stage="sample", pixels=_MEGAPIXEL, gib=43.0),
        Peak(stage="decode", pixels=_MEGAPIXEL, gib=4.0),
    ),
    real="engine.diffusion.models.qwen_image_edit_2511:real",
    tiny="engine.diffusion.models.qwen_image_edit_2511:tiny",
)


def real() -> dict[str, Any]:
    """Denoiser and VAE at their real sizes, 20.4e9 and 0.13e9 weights: their classes' defaults.

    That 2511 sets `zero_cond_t` is as its authors' examples have it; it adds no weights.
    """
    from diffusers import AutoencoderKLQwenImage, QwenImageTransformer2DModel

    return {
        "transformer": QwenImageTransformer2DModel(zero_cond_t=True),
        "vae": AutoencoderKLQwenImage(),
    }


def tiny() -> Any:
    import torch
    from diffusers import (
        AutoencoderKLQwenImage,
        FlowMatchEulerDiscreteScheduler,
        QwenImageEditPlusPipeline,
        QwenImageTransformer2DModel,
    )

    from engine.diffusion.models import tiny_qwen_vl

    torch.manual_seed(0)
    tokenizer = tiny_qwen_vl.tokenizer()
    return QwenImageEditPlusPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKLQwenImage(
            base_dim=8,
            z_dim=4,
            dim_mult=[1, 2, 2, 2],
            num_res_blocks=1,
            temperal_downsample=[False, True, True],
            latents_mean=[0.0] * 4,
            latents_std=[1.0] * 4,
        ).eval(),
        text_encoder=tiny_qwen_vl.encoder_2_5(tokenizer),
        tokenizer=tokenizer,
        processor=tiny_qwen_vl.processor_2_5(tokenizer),
        transformer=QwenImageTransformer2DModel(
            patch_size=2,
            in_channels=16,
            out_channels=4,
            num_layers=1,
            attention_head_dim=16,
            num_attention_heads=3,
            joint_attention_dim=16,
            axes_dims_rope=(8, 4, 4),
            zero_cond_t=True,
        ).eval(),
    )
