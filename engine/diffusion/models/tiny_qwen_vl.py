"""Qwen's encoders that read pictures, at toy sizes."""

from typing import Any

from engine.diffusion.models import vocabularies
from engine.diffusion.models.reading import stills_only

_TOKENS = {
    "image_token": "<|image_pad|>",
    "video_token": "<|video_pad|>",
    "vision_start_token": "<|vision_start|>",
    "vision_end_token": "<|vision_end|>",
    "vision_bos_token": "<|vision_start|>",
    "vision_eos_token": "<|vision_end|>",
}
_HIDDEN = 16


def tokenizer() -> Any:
    """Knows which of its tokens stand for a picture."""
    made = vocabularies.qwen()
    for name, token in _TOKENS.items():
        setattr(made, name, token)
        setattr(made, f"{name}_id", made.convert_tokens_to_ids(token))
    return made


def _ids(tokens: Any) -> dict[str, int]:
    names = ("image_token", "video_token", "vision_start_token", "vision_end_token")
    return {f"{name}_id": tokens.convert_tokens_to_ids(_TOKENS[name]) for name in names}


def encoder_2_5(tokens: Any) -> Any:
    """Qwen 2.5 VL, of two layers."""
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

    words = len(tokens) + vocabularies.SPARE
    config = Qwen2_5_VLConfig(
        text_config={
            **_text(words, layers=2),
            "rope_theta": 1e6,
            "rope_scaling": {"mrope_section": [1, 1, 2], "rope_type": "default"},
        },
        vision_config={
            "depth": 2,
            "hidden_size": _HIDDEN,
            "intermediate_size": 16,
            "num_heads": 2,
            "out_hidden_size": _HIDDEN,
        },
        hidden_size=_HIDDEN,
        vocab_size=words,
        **_ids(tokens),
    )
    return Qwen2_5_VLForConditionalGeneration(config).eval()


def encoder_3(tokens: Any, layers: int) -> Any:
    """Qwen 3 VL."""
    from transformers import Qwen3VLConfig, Qwen3VLForConditionalGeneration

    words = len(tokens) + vocabularies.SPARE
    config = Qwen3VLConfig(
        text_config={
            **_text(words, layers),
            "head_dim": 8,
            "rope_scaling": {
                "rope_type": "default",
                "mrope_section": [1, 1, 2],
                "mrope_interleaved": True,
            },
        },
        vision_config={
            "depth": 2,
            "hidden_size": _HIDDEN,
            "intermediate_size": 32,
            "num_heads": 2,
            "patch_size": 16,
            "spatial_merge_size": 2,
            "temporal_patch_size": 2,
            "out_hidden_size": _HIDDEN,
            "num_position_embeddings": 64,
            "deepstack_visual_indexes": [0],
        },
        **_ids(tokens),
    )
    return Qwen3VLForConditionalGeneration(config).eval()


def _text(words: int, layers: int) -> dict[str, Any]:
    return {
        "vocab_size": words,
        "hidden_size": _HIDDEN,
        "intermediate_size": 32,
        "num_hidden_layers": layers,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "max_position_embeddings": 4096,
    }


def processor_2_5(tokens: Any) -> Any:
    return _processor("Qwen2VLProcessor", tokens, min_pixels=28 * 28, max_pixels=56 * 56)


def processor_3(tokens: Any) -> Any:
    return _processor(
        "Qwen3VLProcessor",
        tokens,
        patch_size=16,
        merge_size=2,
        temporal_patch_size=2,
        min_pixels=32 * 32,
        max_pixels=64 * 64,
    )


def _processor(name: str, tokens: Any, **sizes: int) -> Any:
    from transformers import Qwen2VLImageProcessorPil

    return stills_only(name)(
        image_processor=Qwen2VLImageProcessorPil(**sizes),
        tokenizer=tokens,
        chat_template=tokens.chat_template,
    )
