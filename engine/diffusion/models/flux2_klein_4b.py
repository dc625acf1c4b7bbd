"""FLUX.2 Klein 4B: keyframes in four steps, led by several pictures."""

from typing import Any

from engine.diffusion.registry.entry import Licence, Mode, ModelEntry, Peak, Role, Rules

_MEGAPIXEL = 1024 * 1024

ENTRY = ModelEntry(
    name="flux2-klein-4b",
    title="FLUX.2 Klein 4B",
    role=Role.KEYFRAMES,
    family="engine.diffusion.families.flux2:Flux2Klein",
    pipeline="Flux2KleinPipeline",
    repository="black-forest-labs/FLUX.2-klein-4B",
    licence=Licence(id="Apache-2.0", title="Apache License 2.0"),
    rules=Rules(multiple=16, max_pixels=_MEGAPIXEL),
    modes=frozenset({Mode.TEXT, Mode.FIRST, Mode.REFERENCES}),
    steps=4,
    references=4,
    download_gib=16.0,
    card_gib=8.0,
    comfortable_gib=16.0,
    # Weights: 3.9e9 in bfloat16 are 7.2 GiB; the encoder, 4.0e9, has 7.5.
    peaks=(
        Peak(stage="encode", pixels=0, gib=8.2),
        Peak(stage="sample", pixels=_MEGAPIXEL, gib=10.0),
        Peak(stage="decode", pixels=_MEGAPIXEL, gib=3.5),
    ),
    real="engine.diffusion.models.flux2_klein_4b:real",
    tiny="engine.diffusion.models.flux2_klein_4b:tiny",
)

_DENOISER = {
    "patch_size": 1,
    "in_channels": 128,
    "num_layers": 5,
    "num_single_layers": 20,
    "attention_head_dim": 128,
    "num_attention_heads": 24,
    "joint_attention_dim": 7680,
    "timestep_guidance_channels": 256,
    "mlp_ratio": 3.0,
    "axes_dims_rope": (32, 32, 32, 32),
    "guidance_embeds": False,
}


def real() -> dict[str, Any]:
    """Denoiser and VAE at their real sizes; weights are whatever torch starts them with."""
    from diffusers import AutoencoderKLFlux2, Flux2Transformer2DModel

    return {"transformer": Flux2Transformer2DModel(**_DENOISER), "vae": AutoencoderKLFlux2()}


def tiny() -> Any:
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler, Flux2KleinPipeline
    from transformers import Qwen3ForCausalLM

    from engine.diffusion.models import vocabularies

    torch.manual_seed(0)
    tokenizer = vocabularies.qwen()
    return Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=_tiny_vae(),
        text_encoder=Qwen3ForCausalLM(_tiny_encoder(len(tokenizer))).eval(),
        tokenizer=tokenizer,
        transformer=_tiny_denoiser(),
        is_distilled=True,
    )


def _tiny_encoder(words: int) -> Any:
    from transformers import Qwen3Config

    from engine.diffusion.models.vocabularies import SPARE

    return Qwen3Config(
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=28,  # the pipeline reads layers 9, 18 and 27
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=8,
        vocab_size=words + SPARE,
        max_position_embeddings=1024,
    )


def _tiny_denoiser() -> Any:
    from diffusers import Flux2Transformer2DModel

    return Flux2Transformer2DModel(
        patch_size=1,
        in_channels=4,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=48,
        timestep_guidance_channels=256,
        axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False,
    ).eval()


def _tiny_vae() -> Any:
    from diffusers import AutoencoderKLFlux2

    return AutoencoderKLFlux2(
        sample_size=32,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(4, 4, 4, 4),
        layers_per_block=1,
        latent_channels=1,
        norm_num_groups=1,
        use_quant_conv=False,
        use_post_quant_conv=False,
    ).eval()
