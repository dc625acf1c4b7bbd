"""MiniMax H3 at toy sizes, as its repository holds it."""

from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKLMiniMaxH3,
    AutoencoderKLMiniMaxH3Audio,
    MiniMaxH3Scheduler,
    MiniMaxH3Transformer3DModel,
)
from diffusers.modular_pipelines import MiniMaxH3Blocks

from engine.diffusion.models import tiny_qwen_vl

READ_LAYER = 50  # of the encoder, which is fixed in the pipeline


class Tiny:
    """Writes a folder like the model's; `denoiser` is the set of weights that it holds."""

    def __init__(self, denoiser: str) -> None:
        torch.manual_seed(0)
        tokens = tiny_qwen_vl.tokenizer()
        self.pipeline: Any = MiniMaxH3Blocks().init_pipeline()
        self.pipeline.update_components(
            tokenizer=tokens,
            processor=tiny_qwen_vl.processor_3(tokens),
            text_encoder=tiny_qwen_vl.encoder_3(tokens, layers=READ_LAYER + 1),
            **{denoiser: _denoiser()},
            vae=_vae(),
            audio_vae=_audio_vae(),
            scheduler=MiniMaxH3Scheduler(shift=12.0),
            audio_scheduler=MiniMaxH3Scheduler(shift=3.0),
            reference_image_short_edge=32,  # else references are 2048 px and take minutes
        )

    def save_pretrained(self, folder: Path) -> None:
        self.pipeline.save_pretrained(str(folder), overwrite_modular_index=True)


def _denoiser() -> Any:
    return MiniMaxH3Transformer3DModel(
        num_attention_heads=2,
        attention_head_dim=16,
        hidden_size=24,
        num_layers=2,
        num_refiner_layers=1,
        ffn_dim=32,
        in_channels=4,
        audio_in_channels=4,
        text_dim=16,
        freq_dim=8,
        time_embed_hidden_dim=24,
        time_embed_dim=16,
        rope_freq_dim=2,
    ).eval()


def _vae() -> Any:
    return AutoencoderKLMiniMaxH3(
        latent_channels=4,
        block_out_channels=(4, 8, 8, 8),
        layers_per_block=1,
        spatial_downsample_factors=(2, 2, 2, 2),
        temporal_downsample_factors=(1, 2, 2, 1),
        norm_num_groups=4,
        decoder_num_layers=1,
        decoder_num_attention_heads=2,
        decoder_attention_head_dim=8,
        decoder_num_register_tokens=2,
        decoder_ffn_mult=2,
        latents_mean=(0.0,) * 4,
        latents_std=(1.0,) * 4,
    ).eval()


def _audio_vae() -> Any:
    return AutoencoderKLMiniMaxH3Audio(
        encoder_dim=4,
        latent_dim=16,
        latent_channels=4,
        num_attention_heads=2,
        decoder_dim=8,
        decoder_rates=(20, 40),  # 800 samples a latent, as there, in two steps instead of seven
        decoder_kernel_sizes=(40, 80),
        resblock_kernel_sizes=(3,),
        resblock_dilation_sizes=((1,),),
        latents_mean=[0.0] * 4,
        latents_std=[1.0] * 4,
    ).eval()
