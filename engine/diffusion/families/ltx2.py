"""LTX-2: video and its sound at once, from words and from a first and a last frame."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.diffusion.families import Conditions, Footage, OnStep, Prompt, Run, Tensors
from engine.diffusion.families.conditions import taken
from engine.diffusion.families.tensors import (
    as_long,
    frames_of,
    generator,
    on_cpu,
    on_device,
    step_end,
)
from engine.diffusion.registry import ModelEntry

MAX_TOKENS = 1024
FIRST, LAST = 0, -1  # where conditions stand, in latent frames
# Frames were compressed this much as video before the model was taught to go on from them.
COMPRESSION = 18


@dataclass(frozen=True, slots=True)
class Ltx2:
    """Distilled: eight levels of noise, no guidance. The connectors run with the denoiser."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        words, mask, _without, _mask = pipe.encode_prompt(
            prompt=prompt.text, do_classifier_free_guidance=False, max_sequence_length=MAX_TOKENS
        )
        return on_cpu({"prompt_embeds": words, "prompt_attention_mask": mask})

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        made = pipe(
            conditions=_placed(taken(self.entry, conditions)),
            **on_device(pipe, told),
            height=run.bucket.height,
            width=run.bucket.width,
            num_frames=run.bucket.frames,
            frame_rate=float(run.bucket.fps),
            num_inference_steps=run.steps,
            sigmas=levels(run.steps),
            **_UNGUIDED,
            generator=generator(run.seed),
            callback_on_step_end=step_end(on_step),
            output_type="latent",
        )
        return on_cpu({"latents": made.frames, "audio_latents": made.audio})

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        held = on_device(pipe, latents)
        with torch.no_grad():
            heard = pipe.audio_vae.decode(
                held["audio_latents"].to(pipe.audio_vae.dtype), return_dict=False
            )[0]
            sound = pipe.vocoder(heard)
        rate = pipe.vocoder.config.output_sampling_rate
        return Footage(
            frames=self.frames(pipe, held["latents"]),
            fps=run.bucket.fps,
            sound=as_long(sound[0], run.bucket.frames * rate // run.bucket.fps),
            sound_rate=rate,
        )

    def laid_out(self, pipe: Any, latents: Tensors, run: Run) -> Tensor:
        """As the pipeline does after its last step. Sound is kept elsewhere and not looked at."""
        bucket = run.bucket
        frames = (bucket.frames - 1) // pipe.vae_temporal_compression_ratio + 1
        down, across = (
            side // pipe.vae_spatial_compression_ratio for side in (bucket.height, bucket.width)
        )
        laid: Tensor = pipe._denormalize_latents(
            pipe._unpack_latents(
                latents["latents"][:, : frames * down * across],  # a last frame's tokens follow
                frames,
                down,
                across,
                pipe.transformer_spatial_patch_size,
                pipe.transformer_temporal_patch_size,
            ),
            pipe.vae.latents_mean,
            pipe.vae.latents_std,
            pipe.vae.config.scaling_factor,
        )
        return laid

    def frames(self, pipe: Any, laid_out: Tensor) -> NDArray[np.uint8]:
        held = laid_out.to(pipe._execution_device, pipe.vae.dtype)
        clean = held.new_zeros(1) if pipe.vae.config.timestep_conditioning else None
        with torch.no_grad():
            return frames_of(pipe.vae.decode(held, clean, return_dict=False)[0])


_UNGUIDED = {
    "guidance_scale": 1.0,
    "stg_scale": 0.0,
    "modality_scale": 1.0,
    "guidance_rescale": 0.0,
    "audio_guidance_scale": 1.0,
    "audio_stg_scale": 0.0,
    "audio_modality_scale": 1.0,
    "audio_guidance_rescale": 0.0,
    "spatio_temporal_guidance_blocks": None,
}


def levels(steps: int) -> list[float] | None:
    """The noise levels that the model was distilled for, thinned for drafts; None = even ones."""
    from diffusers.pipelines.ltx2.utils import DISTILLED_SIGMA_VALUES  # noqa: PLC0415 - slow

    taught: list[float] = DISTILLED_SIGMA_VALUES
    if steps > len(taught):
        return None
    return [taught[n * len(taught) // steps] for n in range(steps)]


def _placed(led: Conditions) -> list[Any]:
    from diffusers.pipelines.ltx2.pipeline_ltx2_condition import (  # noqa: PLC0415 - slow
        LTX2VideoCondition,
    )

    ends = ((FIRST, led.first), (LAST, led.last))
    return [
        LTX2VideoCondition(frames=picture, index=index, strength=1.0, crf=COMPRESSION)
        for index, picture in ends
        if picture is not None
    ]
