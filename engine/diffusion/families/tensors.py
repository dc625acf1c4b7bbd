"""What families do alike with tensors."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.contracts import EngineError, Wording, _
from engine.diffusion.families import OnStep, Tensors

# What classic pipelines call after each step: (pipeline, index, timestep, tensors) → tensors.
StepEnd = Callable[[Any, int, Any, dict[str, Tensor]], dict[str, Tensor]]


def on_cpu(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Detached, contiguous, in the processor's memory: as they are kept between stages."""
    return {name: held.detach().to("cpu").contiguous() for name, held in tensors.items()}


def on_device(pipe: Any, told: Tensors) -> Tensors:
    """Where the pipeline computes, which with offloading is not where its weights lie."""
    return {name: held.to(pipe._execution_device) for name, held in told.items()}


def step_end(on_step: OnStep) -> StepEnd:
    """`on_step` as a callback of a classic pipeline; what it raises stops the pipeline."""

    def stepped(
        _pipe: Any, step: int, _timestep: Any, held: dict[str, Tensor]
    ) -> dict[str, Tensor]:
        on_step(step + 1, {"latents": held["latents"]})
        return held

    return stepped


def generator(seed: int) -> torch.Generator:
    """Noise comes from the processor on every machine, so that a seed means the same on each."""
    return torch.Generator("cpu").manual_seed(seed)


def normalised(latents: Tensor, config: Any) -> Tensor:
    """Latents in the range of the decoder, by the mean and deviation in the VAE's config."""
    shape = (1, -1, *(1,) * (latents.ndim - 2))
    mean = torch.tensor(config.latents_mean).view(shape).to(latents)
    deviation = torch.tensor(config.latents_std).view(shape).to(latents)
    return latents * deviation + mean


def frames_of(video: Tensor) -> NDArray[np.uint8]:
    """(1, 3, n, height, width) in -1 … 1 as uint8 (n, height, width, 3)."""
    return pixels((video[0].float() + 1) / 2)


def no_numbers(what: Wording) -> EngineError:
    """The error of a model that overflowed: such a take would be black, or silent."""
    return EngineError(
        "not-a-number",
        _("The model gave {what} without values: it has overflowed.", what=what),
        _(
            "Try another seed or size. If it comes again, run “python -m engine tune” anew and "
            "verify the model's files."
        ),
    )


def pixels(video: Tensor) -> NDArray[np.uint8]:
    """(3, n, height, width) in 0 … 1 as uint8 (n, height, width, 3).

    Raises EngineError "not-a-number".
    """
    if video.isnan().any():
        raise no_numbers(_("a picture"))
    levels = (video.float().clamp(0, 1) * 255).round().to(torch.uint8)
    frames: NDArray[np.uint8] = levels.permute(1, 2, 3, 0).cpu().numpy()
    return np.ascontiguousarray(frames)


def as_long(sound: Tensor, samples: int) -> NDArray[np.float32]:
    """(channels, n) cut or filled with silence to as many samples as the frames last.

    Raises EngineError "not-a-number".
    """
    if not sound.isfinite().all():
        raise no_numbers(_("a sound"))
    kept = sound.detach().float().cpu().numpy()[:, :samples]
    filled = np.pad(kept, ((0, 0), (0, samples - kept.shape[1])))
    return np.ascontiguousarray(filled, dtype=np.float32)
