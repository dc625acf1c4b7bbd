"""FLUX.2 Klein: pictures from words and from several reference pictures at once."""

from dataclasses import dataclass
from typing import Any

import torch

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
        held = on_device(pipe, latents)["latents"].to(pipe.vae.dtype)
        with torch.no_grad():
            picture = pipe.vae.decode(held, return_dict=False)[0]
        return Footage(frames=frames_of(picture.unsqueeze(2)), fps=1)


def large_enough(picture: Picture) -> Picture:
    """The picture, enlarged where a side of it is shorter than the pipeline allows."""
    scale = max(1.0, LEAST / min(picture.size))
    return picture.resize((round(picture.width * scale), round(picture.height * scale)))
