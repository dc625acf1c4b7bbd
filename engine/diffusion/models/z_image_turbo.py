"""Z-Image-Turbo: drafts of keyframes in eight steps, from words alone."""

from typing import Any

from engine.diffusion.registry.entry import Licence, Mode, ModelEntry, Peak, Role, Rules

_MEGAPIXEL = 1024 * 1024

ENTRY = ModelEntry(
    name="z-image-turbo",
    title="Z-Image-Turbo",
    role=Role.KEYFRAMES,
    family="engine.diffusion.families.zimage:ZImage",
    pipeline="ZImagePipeline",
    repository="Tongyi-MAI/Z-Image-Turbo",
    licence=Licence(id="Apache-2.0", title="Apache License 2.0"),
    rules=Rules(multiple=16, max_pixels=_MEGAPIXEL),
    modes=frozenset({Mode.TEXT}),
    steps=8,
    prompt_words=300,
    download_gib=30.6,
    card_gib=8.0,
    comfortable_gib=16.0,
    # Weights: 6.2e9 in bfloat16 are 11.5 GiB; the encoder, 4.0e9, has 7.5.
    peaks=(
        Peak(stage="encode", pixels=0, gib=8.2),
        Peak(stage="sample", pixels=_MEGAPIXEL, gib=13.0),
        Peak(stage="decode", pixels=_MEGAPIXEL, gib=3.5),
    ),
    real="engine.diffusion.models.z_image_turbo:real",
    tiny="engine.diffusion.models.z_image_turbo:tiny",
)

_VAE = {
    "latent_channels": 16,
    "scaling_factor": 0.3611,
    "shift_factor": 0.1159,
    "use_quant_conv": False,
    "use_post_quant_conv": False,
}


def real() -> dict[str, Any]:
    """Denoiser and VAE at their real sizes; the denoiser is what its class makes by default.

    The VAE is that of FLUX.1, by its published config.
    """
    from diffusers import AutoencoderKL, ZImageTransformer2DModel

    return {
        "transformer": ZImageTransformer2DModel(),
        "vae": AutoencoderKL(
            block_out_channels=(128, 256, 512, 512),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=2,
            **_VAE,
        ),
    }


def tiny() -> Any:
    import torch
    from diffusers import (
        AutoencoderKL,
        FlowMatchEulerDiscreteScheduler,
        ZImagePipeline,
        ZImageTransformer2DModel,
    )
    from transformers import Qwen3Config, Qwen3Model

    from engine.diffusion.models import vocabularies

    torch.manual_seed(0)
    tokenizer = vocabularies.qwen()
    encoder = Qwen3Config(
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=8,
        vocab_size=len(tokenizer) + vocabularies.SPARE,
        max_position_embeddings=1024,
    )
    return ZImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKL(
            block_out_channels=(8, 8, 8, 8),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            norm_num_groups=4,
            **_VAE,
        ).eval(),
        text_encoder=Qwen3Model(encoder).eval(),
        tokenizer=tokenizer,
        transformer=ZImageTransformer2DModel(
            in_channels=16,
            dim=32,
            n_layers=1,
            n_refiner_layers=1,
            n_heads=2,
            n_kv_heads=2,
            cap_feat_dim=16,
            axes_dims=[8, 4, 4],
            axes_lens=[1024, 32, 32],
        ).eval(),
    )
