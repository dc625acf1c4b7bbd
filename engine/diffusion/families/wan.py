"""Wan 2.1 and 2.2: video from words, from a first and a last frame, from pictures and a layout."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.contracts import EngineError, _
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
from engine.diffusion.families.tensors import (
    frames_of,
    generator,
    normalised,
    on_cpu,
    on_device,
    step_end,
)
from engine.diffusion.registry import Bucket, ModelEntry

MAX_TOKENS = 512
UNKNOWN = (128, 128, 128)  # what VACE was taught a frame looks like of which nothing is known
FIRST = "first_frame"  # of latents in the middle of a run: what their first frame will be
KEEP, MAKE = (0, 0, 0), (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Wan:
    """What all Wan models do alike."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        words, without = pipe.encode_prompt(
            prompt=prompt.text,
            negative_prompt=prompt.negative,
            do_classifier_free_guidance=self.entry.guidance > 1,
            max_sequence_length=MAX_TOKENS,
        )
        told = {"prompt_embeds": words}
        if without is not None:
            told["negative_prompt_embeds"] = without
        return on_cpu(told)

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        return Footage(frames=self.frames(pipe, latents["latents"]), fps=run.bucket.fps)

    def laid_out(self, pipe: Any, latents: Tensors, run: Run) -> Tensor:
        """Those of the video, whose first frame is the picture it starts from where it has one."""
        frames = (run.bucket.frames - 1) // pipe.vae_scale_factor_temporal + 1
        own = latents["latents"][:, :, -frames:]
        if FIRST not in latents:
            return own
        return torch.cat([latents[FIRST].to(own), own[:, :, 1:]], dim=2)

    def frames(self, pipe: Any, laid_out: Tensor) -> NDArray[np.uint8]:
        held = normalised(laid_out.to(pipe._execution_device), pipe.vae.config)
        with torch.no_grad():
            return frames_of(pipe.vae.decode(held.to(pipe.vae.dtype), return_dict=False)[0])


@dataclass(frozen=True, slots=True)
class WanImageToVideo(Wan):
    """Led by a first frame; by a last one too, or by words alone, where the entry says so."""

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        led = taken(self.entry, conditions)
        pictures = {"image": led.first, "last_image": led.last} if led.first else {}
        if not led.first:
            return _sampled(_from_words(pipe), told, run, on_step)
        with _told_first(pipe, on_step) as on_led_step:
            return _sampled(pipe, told, run, on_led_step, **pictures)


@dataclass(frozen=True, slots=True)
class WanVace(Wan):
    """Led by pictures of people and places, by a layout, and by frames that must stay."""

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        led = taken(self.entry, conditions)
        video, mask = led_video(led, run.bucket)
        latents = _sampled(
            pipe,
            told,
            run,
            on_step,
            video=video or None,
            mask=mask or None,
            reference_images=list(led.references) or None,
        )["latents"]
        # Each reference is one frame of latents before those of the video.
        return {"latents": latents[:, :, len(led.references) :].contiguous()}


@contextmanager
def _told_first(pipe: Any, on_step: OnStep) -> Iterator[OnStep]:
    """Adds the first frame to what is told of steps, where the pipeline adds it only at the end.

    Until then it shows it to the denoiser at each step, in place of one that it goes on sampling.
    """
    if not pipe.config.expand_timesteps:
        yield on_step
        return
    seen: Tensors = {}

    def before(_module: Any, _args: Any, given: dict[str, Any]) -> None:
        seen[FIRST] = given["hidden_states"][:, :, :1]

    hook = pipe.transformer.register_forward_pre_hook(before, with_kwargs=True)
    try:
        yield lambda step, latents: on_step(step, latents | seen)
    finally:
        hook.remove()


def led_video(led: Conditions, bucket: Bucket) -> tuple[list[Picture], list[Picture]]:
    """Frames and masks of the bucket: black where a frame stays, white where one is made."""
    if not (led.first or led.last or led.control):
        return [], []
    size = (bucket.width, bucket.height)
    frames = [fitted(picture, *size) for picture in _each_frame(led.control, bucket)]
    mask = [Image.new("RGB", size, MAKE)] * bucket.frames
    for index, picture in ((0, led.first), (-1, led.last)):
        if picture is not None:
            frames[index] = fitted(picture, *size)
            mask[index] = Image.new("RGB", size, KEEP)
    return frames, mask


def _each_frame(control: tuple[Picture, ...], bucket: Bucket) -> list[Picture]:
    if not control:
        return [Image.new("RGB", (bucket.width, bucket.height), UNKNOWN)] * bucket.frames
    if len(control) == 1:
        return list(control) * bucket.frames
    if len(control) != bucket.frames:
        raise EngineError(
            "control-length",
            _(
                "The layout has {number} pictures for {frames} frames.",
                number=len(control),
                frames=bucket.frames,
            ),
            _("Give one picture for each frame, or one for all."),
        )
    return list(control)


def _sampled(
    pipe: Any, told: Tensors, run: Run, on_step: OnStep, **conditions: Any
) -> dict[str, torch.Tensor]:
    latents = pipe(
        **conditions,
        **on_device(pipe, told),
        height=run.bucket.height,
        width=run.bucket.width,
        num_frames=run.bucket.frames,
        num_inference_steps=run.steps,
        guidance_scale=run.guidance,
        generator=generator(run.seed),
        callback_on_step_end=step_end(on_step),
        output_type="latent",
    ).frames
    return on_cpu({"latents": latents})


def _from_words(pipe: Any) -> Any:
    """The same components as the pipeline that takes no picture."""
    from diffusers import WanPipeline  # noqa: PLC0415 - only where a shot has no keyframe

    names = ("tokenizer", "text_encoder", "transformer", "vae", "scheduler", "transformer_2")
    made = WanPipeline(
        **{name: getattr(pipe, name, None) for name in names},
        boundary_ratio=pipe.config.boundary_ratio,
        expand_timesteps=pipe.config.expand_timesteps,
    )
    made.set_progress_bar_config(disable=True)
    return made
