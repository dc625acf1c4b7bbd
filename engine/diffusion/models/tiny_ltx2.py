"""LTX-2 at toy sizes. Its VAE compresses as the real one: 32 × 32 px of 8 frames to one."""

from typing import Any

from engine.diffusion.models.vocabularies import SPARE

COMPRESSION = {"spatial_compression_ratio": 32, "temporal_compression_ratio": 8}
_HIDDEN, _LAYERS = 32, 2
_MEL, _SOUND_CHANNELS = 8, 2


def encoder(words: int) -> Any:
    """Gemma 3; the real one is a Gemma 4, which gives its hidden states in the same way."""
    from transformers import Gemma3Config, Gemma3ForConditionalGeneration

    config = Gemma3Config(
        text_config={
            "vocab_size": words + SPARE,
            "hidden_size": _HIDDEN,
            "intermediate_size": 37,
            "num_hidden_layers": _LAYERS,
            "num_attention_heads": 2,
            "num_key_value_heads": 1,
            "head_dim": 16,
            "max_position_embeddings": 1024,
        },
        vision_config={
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_hidden_layers": 1,
            "num_attention_heads": 2,
            "image_size": 28,
            "patch_size": 14,
        },
        mm_tokens_per_image=4,
    )
    return Gemma3ForConditionalGeneration(config).eval()


def connectors() -> Any:
    from diffusers.pipelines.ltx2 import LTX2TextConnectors

    sizes: dict[str, Any] = {}
    for kind in ("video", "audio"):
        sizes |= {
            f"{kind}_connector_num_attention_heads": 4,
            f"{kind}_connector_attention_head_dim": 8,
            f"{kind}_connector_num_layers": 1,
            f"{kind}_connector_num_learnable_registers": None,
        }
    return LTX2TextConnectors(
        caption_channels=_HIDDEN,
        text_proj_in_factor=_LAYERS + 1,
        connector_rope_base_seq_len=32,
        rope_double_precision=False,
        rope_type="split",
        **sizes,
    ).eval()


def denoiser() -> Any:
    from diffusers import LTX2VideoTransformer3DModel

    return LTX2VideoTransformer3DModel(
        in_channels=4,
        out_channels=4,
        num_attention_heads=2,
        attention_head_dim=8,
        cross_attention_dim=16,
        audio_in_channels=_SOUND_CHANNELS * _MEL // 4,
        audio_out_channels=_SOUND_CHANNELS * _MEL // 4,
        audio_num_attention_heads=2,
        audio_attention_head_dim=4,
        audio_cross_attention_dim=8,
        num_layers=1,
        caption_channels=_HIDDEN,
        rope_double_precision=False,
        rope_type="split",
    ).eval()


def vae() -> Any:
    from diffusers import AutoencoderKLLTX2Video

    made = AutoencoderKLLTX2Video(
        latent_channels=4,
        block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 16, 32),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1),
        decoder_spatial_padding_mode="zeros",  # a mirror needs more than one latent across
        **COMPRESSION,
    )
    return made.eval()


def audio_vae() -> Any:
    from diffusers import AutoencoderKLLTX2Audio

    return AutoencoderKLLTX2Audio(
        base_channels=4,
        ch_mult=(1, 1, 1),
        num_res_blocks=1,
        resolution=32,
        latent_channels=_SOUND_CHANNELS,
        mel_bins=_MEL,
    ).eval()


def vocoder() -> Any:
    from diffusers.pipelines.ltx2.vocoder import LTX2Vocoder

    return LTX2Vocoder(
        in_channels=2 * _MEL,
        hidden_channels=32,
        upsample_kernel_sizes=[10, 8, 8],
        upsample_factors=[10, 4, 4],
        resnet_kernel_sizes=[3],
        resnet_dilations=[[1, 3, 5]],
        output_sampling_rate=16000,
    ).eval()
