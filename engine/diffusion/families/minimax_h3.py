"""MiniMax H3: video with its sound, led by its ends or by pictures of people and places.

Its pipeline is made of blocks, which are run here stage by stage. Blocks know no callback: steps
are counted where the denoiser is called.
"""

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.diffusion.families import Conditions, Footage, OnStep, Prompt, Run, Tensors
from engine.diffusion.families.conditions import taken
from engine.diffusion.families.loading import READS, Components, index, reader
from engine.diffusion.families.tensors import as_long, generator, on_cpu, on_device, pixels
from engine.diffusion.registry import Bucket, ModelEntry

PIECE, KEPT, EXTRA = 17, 5, 2  # frames of a piece of video, its latents, those of the rest
PATCH = 2  # latents across and down that the denoiser takes as one
COMPRESSION = 16  # px of a latent


@dataclass(frozen=True, slots=True)
class MinimaxH3:
    """Guidance is distilled. Where references lead, no frame does: they are other weights."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        led = taken(self.entry, conditions)
        first = led.first or led.last
        state = _run(
            pipe,
            ("before_encode", "text_encoder"),
            prompt=prompt.text,
            width=first.width if first else None,
            height=first.height if first else None,
            num_frames=self.entry.rules.min_frames,  # asked for, though words know no length
            **_leading(led),
        )
        told = {name: state.get(name) for name in ("prompt_embeds", "text_token_tags")}
        return on_cpu(told)

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        bucket, led = run.bucket, taken(self.entry, conditions)
        with _counted(getattr(pipe, self.entry.denoisers[0]), bucket, on_step):
            state = _run(
                pipe,
                ("before_encode", "vae_encoder", "denoise"),
                prompt="",  # encoded before; a block asks for it by name
                prompt_embeds=on_device(pipe, told)["prompt_embeds"],
                text_token_tags=told["text_token_tags"],  # which blocks read on the processor
                **_leading(led),
                width=bucket.width,
                height=bucket.height,
                num_frames=bucket.frames,
                num_inference_steps=run.steps + 1,  # levels of noise, of which the last is none
                generator=generator(run.seed),
            )
        made = on_cpu({name: state.get(name) for name in ("latents", "audio_latents")})
        on_step(run.steps, {"latents": made["latents"]})
        return made

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        heard = on_device(pipe, latents)["audio_latents"]
        state = _run(pipe, ("decode.audio",), audio_latents=heard)
        rate = state.get("sampling_rate")
        samples = run.bucket.frames * rate // run.bucket.fps
        return Footage(
            frames=self.frames(pipe, latents["latents"]),
            fps=run.bucket.fps,
            sound=as_long(state.get("audio")[0], samples),
            sound_rate=rate,
        )

    def laid_out(self, pipe: Any, latents: Tensors, run: Run) -> Tensor:
        return latents["latents"]

    def frames(self, pipe: Any, laid_out: Tensor) -> NDArray[np.uint8]:
        held = laid_out.to(pipe._execution_device)
        if held.shape[2] == 1:  # its decoder takes no less than one piece of video
            held = held.expand(-1, -1, KEPT + EXTRA, -1, -1)
        made = _run(pipe, ("decode.video",), latents=held, output_type="pt").get("videos")
        return pixels(made[0].permute(1, 0, 2, 3))


def _leading(led: Conditions) -> dict[str, Any]:
    from diffusers.modular_pipelines.minimax_h3 import (  # noqa: PLC0415 - slow
        MiniMaxH3ImageReference,
    )

    shown = [MiniMaxH3ImageReference(image=picture) for picture in led.references]
    return {"image": led.first, "last_image": led.last, "references": shown or None}


def _run(pipe: Any, names: tuple[str, ...], **given: Any) -> Any:
    """The state after those blocks of the pipeline, inner ones after a point; what is None is not
    given.
    """
    from diffusers.modular_pipelines.modular_pipeline import PipelineState  # noqa: PLC0415 - slow

    state = PipelineState()
    for name, value in given.items():
        if value is not None:
            state.set(name, value)
    with torch.no_grad(), _told_once():
        for name in names:
            block = reduce(
                lambda outer, inner: outer.sub_blocks[inner], name.split("."), pipe.blocks
            )
            _silent(block)
            _pipe, state = block(pipe, state)
    return state


def _silent(block: Any) -> None:
    if hasattr(block, "set_progress_bar_config"):
        block.set_progress_bar_config(disable=True)
    for inner in getattr(block, "sub_blocks", {}).values():
        _silent(inner)


@contextmanager
def _told_once() -> Iterator[None]:
    """What stops a block is raised; each block around it would log it with its trace as well."""
    log = logging.getLogger("diffusers.modular_pipelines.modular_pipeline")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


@contextmanager
def _counted(denoiser: Any, bucket: Bucket, on_step: OnStep) -> Iterator[None]:
    """Tells of a step when the next one begins; what `on_step` raises stops the run there."""
    done = 0

    def before(_module: Any, _args: Any, given: dict[str, Any]) -> None:
        nonlocal done
        if done:
            on_step(done, {"latents": unpacked(given["hidden_states"], bucket)})
        done += 1

    hook = denoiser.register_forward_pre_hook(before, with_kwargs=True)
    try:
        yield
    finally:
        hook.remove()


def unpacked(rows: Tensor, bucket: Bucket) -> Tensor:
    """(1, rows, patch) as the denoiser takes them → (1, channels, frames, height, width).

    Rows of frames that lead the video come before its own, and are left out.
    """
    frames = bucket.frames // PIECE * KEPT + EXTRA
    across, down = (side // COMPRESSION // PATCH for side in (bucket.width, bucket.height))
    own = rows[0, -frames * down * across :]
    grid = own.reshape(frames, down, across, -1, PATCH, PATCH).permute(3, 0, 1, 4, 2, 5)
    return grid.reshape(1, -1, frames, down * PATCH, across * PATCH)


def load(
    entry: ModelEntry,
    folder: Path,
    wanted: Collection[str],
    precision: torch.dtype,
    shared: Components,
) -> Any:
    """The pipeline with the components of a stage; what its blocks make themselves is there."""
    from diffusers import MiniMaxH3ModularPipeline  # noqa: PLC0415 - slow

    made = MiniMaxH3ModularPipeline.from_pretrained(str(folder), local_files_only=True)
    given = dict(shared)
    if READS in wanted and READS not in given:
        given |= reader(folder, index(folder))
    names = [name for name in wanted if name not in given]
    for name in names:  # else its blocks would look for it where the folder came from
        if not (folder / name).is_dir():
            raise FileNotFoundError(f"{name} is missing")
    if names:
        made.load_components(names=names, dtype=precision, local_files_only=True)
    made.update_components(**given)
    return made
