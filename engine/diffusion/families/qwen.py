"""Qwen-Image-Edit: pictures made by changing and joining others, as an instruction says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
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
from engine.diffusion.families.conditions import pictures, taken
from engine.diffusion.families.tensors import (
    frames_of,
    generator,
    normalised,
    on_cpu,
    on_device,
    step_end,
)
from engine.diffusion.registry import ModelEntry

PIPELINE = "diffusers.pipelines.qwenimage.pipeline_qwenimage_edit_plus"


@dataclass(frozen=True, slots=True)
class QwenImageEdit:
    """The encoder reads the pictures too, so they belong to what it tells the denoiser."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        seen = [_as_read(pipe, picture) for picture in pictures(taken(self.entry, conditions))]
        words, _mask = pipe.encode_prompt(prompt=prompt.text, image=seen)
        told = {"prompt_embeds": words}
        if self.entry.guidance > 1:
            without, _mask = pipe.encode_prompt(prompt=prompt.negative or " ", image=seen)
            told["negative_prompt_embeds"] = without
        return on_cpu(told)

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        embeds = _with_masks(on_device(pipe, told), guided=run.guidance > 1)
        bucket = run.bucket
        with _no_larger(bucket.width * bucket.height):
            latents = pipe(
                image=pictures(taken(self.entry, conditions)),
                **embeds,
                height=bucket.height,
                width=bucket.width,
                num_inference_steps=run.steps,
                true_cfg_scale=run.guidance,
                generator=generator(run.seed),
                callback_on_step_end=step_end(on_step),
                output_type="latent",
            ).images
        return on_cpu({"latents": latents})

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        return Footage(frames=self.frames(pipe, self.laid_out(pipe, latents, run)), fps=1)

    def laid_out(self, pipe: Any, latents: Tensors, run: Run) -> Tensor:
        bucket = run.bucket
        laid: Tensor = pipe._unpack_latents(
            latents["latents"], bucket.height, bucket.width, pipe.vae_scale_factor
        )
        return laid

    def frames(self, pipe: Any, laid_out: Tensor) -> NDArray[np.uint8]:
        held = laid_out.to(pipe._execution_device, pipe.vae.dtype)
        with torch.no_grad():
            made = pipe.vae.decode(normalised(held, pipe.vae.config), return_dict=False)[0]
        return frames_of(made)


def _with_masks(told: Tensors, *, guided: bool) -> Tensors:
    """All words count: one prompt at a time is never padded."""
    used = {name: held for name, held in told.items() if guided or "negative" not in name}
    masks = {f"{name}_mask": torch.ones_like(held[..., 0]) for name, held in used.items()}
    return used | masks


def _as_read(pipe: Any, picture: Picture) -> Picture:
    """The picture at the size the encoder reads, and never enlarged to it."""
    module = import_module(PIPELINE)
    width, height = picture.size
    pixels = min(module.CONDITION_IMAGE_SIZE, width * height)
    across, down = module.calculate_dimensions(pixels, width / height)
    read: Picture = pipe.image_processor.resize(picture, max(down, 32), max(across, 32))
    return read


@contextmanager
def _no_larger(pixels: int) -> Iterator[None]:
    """Reference pictures enter the denoiser with no more pixels than the picture to be made has.

    The pipeline takes the number from its module, a megapixel whatever is made: a small draft
    would spend nearly all its time on the references.
    """
    module: Any = import_module(PIPELINE)
    kept = module.VAE_IMAGE_SIZE
    module.VAE_IMAGE_SIZE = min(kept, pixels)
    try:
        yield
    finally:
        module.VAE_IMAGE_SIZE = kept
