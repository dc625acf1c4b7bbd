"""Stable Diffusion XL with IP-Adapter Plus: keyframes on cards of 8 GB."""

from pathlib import Path
from typing import Any

from engine.diffusion.registry.entry import (
    Companion,
    Distilled,
    Licence,
    Mode,
    ModelEntry,
    Peak,
    Role,
    Rules,
)

_MEGAPIXEL = 1024 * 1024
_ADAPTER = "sdxl_models/ip-adapter-plus_sdxl_vit-h.safetensors"
_BESIDE = "ip_adapter"

ENTRY = ModelEntry(
    name="sdxl",
    title="Stable Diffusion XL",
    role=Role.KEYFRAMES,
    family="engine.diffusion.families.sdxl:Sdxl",
    pipeline="StableDiffusionXLPipeline",
    loader="engine.diffusion.families.sdxl:load",
    repository="stabilityai/stable-diffusion-xl-base-1.0",
    licence=Licence(
        id="openrail++",
        title="CreativeML Open RAIL++-M License",
        link="LICENSE.md",
        duties=(
            "Pass the restrictions of use on with the model, and with anything trained from it.",
            "None of the uses that the licence lists: harm to minors, defamation, false evidence.",
        ),
    ),
    rules=Rules(multiple=8, max_pixels=_MEGAPIXEL),
    modes=frozenset({Mode.TEXT, Mode.FIRST, Mode.REFERENCES}),
    steps=25,
    guidance=5.0,
    distilled=Distilled(
        repository="ByteDance/SDXL-Lightning",
        files=("sdxl_lightning_4step_lora.safetensors",),
        steps=4,
        licence="openrail++",
        scheduler_class="diffusers:EulerDiscreteScheduler",
        scheduler=(("timestep_spacing", "trailing"),),
        download_gib=0.4,
    ),
    companions=(
        Companion(
            repository="h94/IP-Adapter",
            files=(
                _ADAPTER,
                "models/image_encoder/config.json",
                "models/image_encoder/model.safetensors",
            ),
            folder=_BESIDE,
            licence="Apache-2.0",
        ),
    ),
    references=4,
    prompt_words=55,
    encoder_sees=True,
    encoders=(
        "text_encoder",
        "text_encoder_2",
        "tokenizer",
        "tokenizer_2",
        "image_encoder",
        "feature_extractor",
    ),
    denoisers=("unet",),
    download_gib=16.8,
    card_gib=8.0,
    comfortable_gib=12.0,
    # Weights: 2.6e9 of the denoiser and 0.4e9 of the adapter in bfloat16 are 5.6 GiB.
    peaks=(
        Peak(stage="encode", pixels=0, gib=3.4),
        Peak(stage="sample", pixels=_MEGAPIXEL, gib=7.4),
        Peak(stage="decode", pixels=_MEGAPIXEL, gib=4.0),
    ),
    real="engine.diffusion.models.sdxl:real",
    tiny="engine.diffusion.models.sdxl:tiny",
    ignore=(
        "*.onnx*",
        "*.msgpack",
        "*.bin",
        "*fp16*",
        "*openvino*",
        "sd_xl_base*",
        "vae_1_0/*",
        "vae_decoder/*",
        "vae_encoder/*",
    ),
)


def real() -> dict[str, Any]:
    """Denoiser, 2.57e9 weights, and VAE at their real sizes, by the published configs."""
    from diffusers import AutoencoderKL, UNet2DConditionModel

    return {
        "unet": UNet2DConditionModel(
            sample_size=128,
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
            block_out_channels=(320, 640, 1280),
            transformer_layers_per_block=(1, 2, 10),
            attention_head_dim=(5, 10, 20),
            cross_attention_dim=2048,
            use_linear_projection=True,
            addition_embed_type="text_time",
            addition_time_embed_dim=256,
            projection_class_embeddings_input_dim=2816,
        ),
        "vae": AutoencoderKL(
            block_out_channels=(128, 256, 512, 512),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=2,
            sample_size=1024,
            scaling_factor=0.13025,
        ),
    }


class Tiny:
    """A pipeline and, in files of its own, its adapter: as they lie in two repositories."""

    def __init__(self) -> None:
        from engine.diffusion.models import tiny_sdxl

        self.pipeline = tiny_sdxl.pipeline()

    def save_pretrained(self, folder: Path) -> None:
        from safetensors.torch import save_file

        from engine.diffusion.models import tiny_sdxl

        self.pipeline.save_pretrained(folder)
        beside = Path(folder) / _BESIDE
        tiny_sdxl.image_encoder().save_pretrained(beside / "models" / "image_encoder")
        (beside / _ADAPTER).parent.mkdir()
        save_file(tiny_sdxl.adapter(self.pipeline.unet), beside / _ADAPTER)


def tiny() -> Tiny:
    return Tiny()
