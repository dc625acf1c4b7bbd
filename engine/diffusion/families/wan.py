"""Wan 2.2: video from a first frame, and from a last one where there are two denoisers."""

from dataclasses import dataclass
from typing import Any

import torch

from engine.diffusion.families import Conditions, Footage, OnStep, Prompt, Run, Tensors
from engine.diffusion.families.tensors import frames_of, generator, normalised, on_cpu
from engine.diffusion.registry import ModelEntry

MAX_TOKENS = 512


@dataclass(frozen=True, slots=True)
class WanImageToVideo:
    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        words, without = pipe.encode_prompt(
            prompt=prompt.text,
            negative_prompt=prompt.negative,
            do_classifier_free_guidance=bool(prompt.negative),
            max_sequence_length=MAX_TOKENS,
        )
        told = {"prompt_embeds": words}
        if without is not None:
            told["negative_prompt_embeds"] = without
        return on_cpu(told)

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        device = pipe.device

        def stepped(_pipe: Any, step: int, _t: Any, held: Tensors) -> Tensors:
            on_step(step + 1, {"latents": held["latents"]})
            return held

        bucket = run.bucket
        latents = pipe(
            image=conditions.first,
            last_image=conditions.last,
            **{name: tensor.to(device) for name, tensor in told.items()},
            height=bucket.height,
            width=bucket.width,
            num_frames=bucket.frames,
            num_inference_steps=run.steps,
            guidance_scale=run.guidance,
            generator=generator(run.seed),
            callback_on_step_end=stepped,
            output_type="latent",
        ).frames
        return on_cpu({"latents": latents})

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        held = normalised(latents["latents"].to(pipe.vae.device), pipe.vae.config)
        with torch.no_grad():
            video = pipe.vae.decode(held.to(pipe.vae.dtype), return_dict=False)[0]
        return Footage(frames=frames_of(video), fps=run.bucket.fps)
