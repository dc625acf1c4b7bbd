"""Stable Diffusion XL with IP-Adapter: keyframes on small cards.

References reach the denoiser through the adapter, which is loaded with it and stays a part of it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.diffusion.families import (
    Conditions,
    Footage,
    OnStep,
    Picture,
    Prompt,
    Run,
    Tensors,
)
from engine.diffusion.families.conditions import fitted, taken
from engine.diffusion.families.loading import Components, classic
from engine.diffusion.families.tensors import frames_of, generator, on_cpu, on_device, step_end
from engine.diffusion.registry import ModelEntry

SEEN, SEEN_WITHOUT = "reference_embeds", "negative_reference_embeds"
LIKENESS = 0.6  # how much references weigh against words; more stiffens poses
CHANGE = 0.75  # how much of the first frame is made anew: its shapes stay, its drawing goes
SIGHT = ("image_encoder", "feature_extractor")


@dataclass(frozen=True, slots=True)
class Sdxl:
    """Composed as the first frame, if there is one; looking like the references, if there are."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        words, without, pooled, pooled_without = pipe.encode_prompt(
            prompt=prompt.text,
            negative_prompt=prompt.negative,
            do_classifier_free_guidance=self.entry.guidance > 1,
        )
        told = {"prompt_embeds": words, "pooled_prompt_embeds": pooled}
        if without is not None:
            told["negative_prompt_embeds"] = without
            told["negative_pooled_prompt_embeds"] = pooled_without
        led = taken(self.entry, conditions)
        return on_cpu(told | _looked_at(pipe, led.references))

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        embeds = on_device(pipe, told)
        seen = (embeds.pop(SEEN, None), embeds.pop(SEEN_WITHOUT, None))
        first = taken(self.entry, conditions).first
        size = {"height": run.bucket.height, "width": run.bucket.width}
        frame, called = (size, pipe) if first is None else (_from(first, run), _redrawing(pipe))
        pipe.set_ip_adapter_scale(0.0 if seen[0] is None else LIKENESS)
        latents = called(
            **frame,
            **embeds,
            ip_adapter_image_embeds=[_shown(pipe, seen, guided=run.guidance > 1)],
            num_inference_steps=run.steps if first is None else ceil(run.steps / CHANGE),
            guidance_scale=run.guidance,
            generator=generator(run.seed),
            callback_on_step_end=step_end(on_step),
            output_type="latent",
        ).images
        return on_cpu({"latents": latents})

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        return Footage(frames=self.frames(pipe, self.laid_out(pipe, latents, run)), fps=1)

    def laid_out(self, pipe: Any, latents: Tensors, run: Run) -> Tensor:
        return latents["latents"].unsqueeze(2)

    def frames(self, pipe: Any, laid_out: Tensor) -> NDArray[np.uint8]:
        held = laid_out.squeeze(2).to(pipe._execution_device) / pipe.vae.config.scaling_factor
        with torch.no_grad():
            picture = pipe.vae.decode(held.to(pipe.vae.dtype), return_dict=False)[0]
        return frames_of(picture.unsqueeze(2))


def _looked_at(pipe: Any, references: tuple[Picture, ...]) -> Tensors:
    """What the encoder sees: (1, pictures, patches, width); and in a black picture."""
    if not references:
        return {}
    with torch.no_grad():
        seen, without = pipe.encode_image(
            list(references), pipe._execution_device, 1, output_hidden_states=True
        )
    return {SEEN: seen[None], SEEN_WITHOUT: without[None]}


def _shown(pipe: Any, seen: tuple[Tensor | None, Tensor | None], *, guided: bool) -> Tensor:
    """What the adapter is given; it must be given something even where its weight is 0."""
    with_references, without = seen
    if with_references is None or without is None:
        across = pipe.unet.encoder_hid_proj.image_projection_layers[0].proj_in.in_features
        nothing = torch.zeros(1, 1, 1, across, dtype=pipe.unet.dtype)
        with_references = without = nothing.to(pipe._execution_device)
    return torch.cat([without, with_references]) if guided else with_references


def _from(first: Picture, run: Run) -> dict[str, Any]:
    return {"image": fitted(first, run.bucket.width, run.bucket.height), "strength": CHANGE}


def _redrawing(pipe: Any) -> Any:
    """The same components as the pipeline that starts from a picture."""
    from diffusers import StableDiffusionXLImg2ImgPipeline  # noqa: PLC0415 - slow

    made = StableDiffusionXLImg2ImgPipeline(**pipe.components, add_watermarker=False)
    made.set_progress_bar_config(disable=True)
    return made


def load(
    entry: ModelEntry,
    folder: Path,
    wanted: Collection[str],
    precision: torch.dtype,
    shared: Components,
) -> Any:
    """The pipeline of a stage; the adapter comes with the denoiser, its eyes with the encoders."""
    weights = {name: held for name, held in shared.items() if name not in SIGHT}
    made = classic(entry, folder, [n for n in wanted if n not in SIGHT], precision, weights)
    made.watermark = None  # the product marks takes itself, and so that it can be read
    beside = folder / entry.companions[0].folder
    if "image_encoder" in wanted:
        made.register_modules(**_eyes(beside, precision, shared))
    if "unet" in wanted and "unet" not in shared:
        at = Path(entry.companions[0].files[0])
        made.load_ip_adapter(
            str(beside),
            subfolder=str(at.parent),
            weight_name=at.name,
            image_encoder_folder=None,
            local_files_only=True,
        )
    return made


def _eyes(beside: Path, precision: torch.dtype, shared: Components) -> dict[str, Any]:
    from transformers import (  # noqa: PLC0415 - slow
        CLIPImageProcessorPil,
        CLIPVisionModelWithProjection,
    )

    encoder = shared.get("image_encoder") or CLIPVisionModelWithProjection.from_pretrained(
        beside / "models" / "image_encoder", dtype=precision, local_files_only=True
    )
    side = encoder.config.image_size
    processor = CLIPImageProcessorPil(size={"shortest_edge": side}, crop_size=side)
    return {"image_encoder": encoder, "feature_extractor": processor}
