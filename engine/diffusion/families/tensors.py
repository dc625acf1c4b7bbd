"""What families do alike with tensors."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


def on_cpu(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Detached, contiguous, in the processor's memory: as they are kept between stages."""
    return {name: held.detach().to("cpu").contiguous() for name, held in tensors.items()}


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
    pixels = (video[0].float().clamp(-1, 1) + 1) * 127.5
    frames: NDArray[np.uint8] = pixels.round().to(torch.uint8).permute(1, 2, 3, 0).cpu().numpy()
    return np.ascontiguousarray(frames)
