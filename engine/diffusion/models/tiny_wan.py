"""Wan at toy sizes: every block there is, a few numbers wide."""

from typing import Any

import torch
from diffusers import AutoencoderKLWan, FlowMatchEulerDiscreteScheduler, WanTransformer3DModel
from transformers import UMT5Config, UMT5EncoderModel

from engine.diffusion.models import vocabularies

DENOISER = {
    "patch_size": (1, 2, 2),
    "num_attention_heads": 2,
    "attention_head_dim": 12,
    "out_channels": 16,
    "text_dim": 32,
    "freq_dim": 256,
    "ffn_dim": 32,
    "num_layers": 2,
    "cross_attn_norm": True,
    "qk_norm": "rms_norm_across_heads",
    "rope_max_seq_len": 32,
}


def components(in_channels: int) -> dict[str, Any]:
    """All but a second denoiser, with weights of one seed."""
    torch.manual_seed(0)
    tokenizer = vocabularies.t5()
    encoder = UMT5Config(
        vocab_size=len(tokenizer) + vocabularies.SPARE,
        d_model=32,
        d_kv=8,
        d_ff=37,
        num_layers=2,
        num_heads=4,
    )
    return {
        "tokenizer": tokenizer,
        "text_encoder": UMT5EncoderModel(encoder).eval(),
        "vae": AutoencoderKLWan(
            base_dim=3,
            z_dim=16,
            dim_mult=[1, 1, 1, 1],
            num_res_blocks=1,
            temperal_downsample=[False, True, True],
        ).eval(),
        "transformer": denoiser(in_channels),
        "scheduler": FlowMatchEulerDiscreteScheduler(shift=7.0),
    }


def denoiser(in_channels: int) -> Any:
    return WanTransformer3DModel(in_channels=in_channels, **DENOISER).eval()
