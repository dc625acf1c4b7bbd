"""FLUX.2 Klein: pictures from words and from several reference pictures at once."""

from dataclasses import dataclass
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
from engine.diffusion.families.tensors import frames_of, generator, on_cpu, on_device, step_end
from engine.diffusion.registry import ModelEntry

MAX_TOKENS = 512
LEAST = 64  # px of either side of a picture that the pipeline takes


@dataclass(frozen=True, slots=True)
class Flux2Klein:
    """References in order: what the picture is composed as first, then who is in it."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        words, _ids = pipe.encode_prompt(prompt=prompt.text, max_sequence_length=MAX_TOKENS)
        return on_cpu({"prompt_embeds": words})

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        led = taken(self.entry, conditions)
        latents = pipe(
            image=[large_enough(picture) for picture in pictures(led)] or None,
            **on_device(pipe, told),
            height=run.bucket.height,
            width=run.bucket.width,
            num_inference_steps=run.steps,
            guidance_scale=run.guidance,
            generator=generator(run.seed),
            callback_on_step_end=step_end(on_step),
            output_type="latent",
        ).images
        return on_cpu({"latents": latents})

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        return Footage(frames=self.frames(pipe, latents["latents"].unsqueeze(2)), fps=1)

    def laid_out(self, pipe: Any, latents: Tensors, run: Run) -> Tensor:
        """As the pipeline does after its last step."""
        rows = latents["latents"]
        down, across = (
            side // (pipe.vae_scale_factor * 2) for side in (run.bucket.height, run.bucket.width)
        )
        ids = pipe._prepare_latent_ids(rows.new_empty(1, 1, down, across)).to(rows.device)
        patches = pipe._unpack_latents_with_ids(rows, ids, down, across)
        norm = pipe.vae.bn
        deviation = torch.sqrt(norm.running_var + pipe.vae.config.batch_norm_eps)
        scale, shift = (
            held.view(1, -1, 1, 1).to(patches) for held in (deviation, norm.running_mean)
        )
        laid: Tensor = pipe._unpatchify_latents(patches * scale + shift)
        return laid.unsqueeze(2)

    def frames(self, pipe: Any, laid_out: Tensor) -> NDArray[np.uint8]:
        held = laid_out.squeeze(2).to(pipe._execution_device, pipe.vae.dtype)
        with torch.no_grad():
            picture = pipe.vae.decode(held, return_dict=False)[0]
        return frames_of(picture.unsqueeze(2))


def large_enough(picture: Picture) -> Picture:
    """The picture, enlarged where a side of it is shorter than the pipeline allows."""
    scale = max(1.0, LEAST / min(picture.size))
    return picture.resize((round(picture.width * scale), round(picture.height * scale)))
