"""Stable Diffusion XL and its adapter at toy sizes."""

from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    EulerDiscreteScheduler,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from torch import Tensor
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPVisionConfig,
    CLIPVisionModelWithProjection,
)

from engine.diffusion.models import vocabularies

WORDS = 32  # numbers a word has in one of two encoders
SIGHT = 32  # numbers a patch of a picture has
HEAD, DEPTH, QUERIES = 64, 4, 4  # of the adapter's projection; the first two its loader expects


def pipeline() -> Any:
    torch.manual_seed(0)
    tokenizer = vocabularies.clip()
    text = CLIPTextConfig(
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
        hidden_size=WORDS,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=3,
        vocab_size=len(tokenizer) + vocabularies.SPARE,
        projection_dim=WORDS,
    )
    return StableDiffusionXLPipeline(
        vae=AutoencoderKL(
            block_out_channels=(8, 8, 8, 8),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            norm_num_groups=4,
            latent_channels=4,
            scaling_factor=0.13025,
        ).eval(),
        text_encoder=CLIPTextModel(text).eval(),
        text_encoder_2=CLIPTextModelWithProjection(text).eval(),
        tokenizer=tokenizer,
        tokenizer_2=tokenizer,
        unet=UNet2DConditionModel(
            sample_size=32,
            block_out_channels=(4, 8),
            layers_per_block=1,
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
            attention_head_dim=(2, 4),
            use_linear_projection=True,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=6 * 8 + WORDS,
            transformer_layers_per_block=(1, 1),
            cross_attention_dim=2 * WORDS,
            norm_num_groups=2,
        ).eval(),
        scheduler=EulerDiscreteScheduler(),
        add_watermarker=False,
    )


def image_encoder() -> Any:
    config = CLIPVisionConfig(
        hidden_size=SIGHT,
        intermediate_size=37,
        num_hidden_layers=2,
        num_attention_heads=4,
        image_size=32,
        patch_size=16,
        projection_dim=16,
    )
    torch.manual_seed(1)
    return CLIPVisionModelWithProjection(config).eval()


def adapter(unet: Any) -> dict[str, Tensor]:
    """Weights under the names they are published with: the projection, then keys and values."""
    noise = torch.Generator().manual_seed(2)

    def made(*shape: int) -> Tensor:
        weight: Tensor = torch.randn(*shape, generator=noise) / shape[-1] ** 0.5
        return weight

    weights = {
        "image_proj.latents": made(1, QUERIES, HEAD),
        "image_proj.proj_in.weight": made(HEAD, SIGHT),
        "image_proj.proj_in.bias": made(HEAD),
        "image_proj.proj_out.weight": made(2 * WORDS, HEAD),
        "image_proj.proj_out.bias": made(2 * WORDS),
        "image_proj.norm_out.weight": torch.ones(2 * WORDS),
        "image_proj.norm_out.bias": torch.zeros(2 * WORDS),
    }
    for layer in range(DEPTH):
        at = f"image_proj.layers.{layer}"
        for norm in ("0.norm1", "0.norm2", "1.0"):
            weights[f"{at}.{norm}.weight"] = torch.ones(HEAD)
            weights[f"{at}.{norm}.bias"] = torch.zeros(HEAD)
        weights[f"{at}.0.to_q.weight"] = made(HEAD, HEAD)
        weights[f"{at}.0.to_kv.weight"] = made(2 * HEAD, HEAD)
        weights[f"{at}.0.to_out.weight"] = made(HEAD, HEAD)
        weights[f"{at}.1.1.weight"] = made(4 * HEAD, HEAD)
        weights[f"{at}.1.3.weight"] = made(HEAD, 4 * HEAD)
    crossing = [name for name in unet.attn_processors if name.endswith("attn2.processor")]
    for n, name in enumerate(crossing):
        layer = unet.get_submodule(name.removesuffix(".processor"))
        for key in ("to_k_ip", "to_v_ip"):
            shape = (layer.to_k.out_features, 2 * WORDS)
            weights[f"ip_adapter.{2 * n + 1}.{key}.weight"] = made(*shape)
    return weights
