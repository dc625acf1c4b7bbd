"""Z-Image: pictures from words in a few steps; drafts of keyframes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.diffusion.families import Conditions, Footage, OnStep, Prompt, Run, Tensors
from engine.diffusion.families.tensors import frames_of, generator, on_cpu, on_device, step_end
from engine.diffusion.registry import ModelEntry

MAX_TOKENS = 512


@dataclass(frozen=True, slots=True)
class ZImage:
    """Words only: no picture leads it."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        words, _without = pipe.encode_prompt(
            prompt=prompt.text, do_classifier_free_guidance=False, max_sequence_length=MAX_TOKENS
        )
        return on_cpu({"prompt_embeds": words[0]})

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        latents = pipe(
            prompt_embeds=[on_device(pipe, told)["prompt_embeds"]],
            height=run.bucket.height,
            width=run.bucket.width,
            num_inference_steps=run.steps,
            guidance_scale=0.0,  # guidance is distilled; here 0 is what is 1 elsewhere
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
        config, held = pipe.vae.config, laid_out.squeeze(2).to(pipe._execution_device)
        held = held / config.scaling_factor + config.shift_factor
        with torch.no_grad():
            picture = pipe.vae.decode(held.to(pipe.vae.dtype), return_dict=False)[0]
        return frames_of(picture.unsqueeze(2))
