"""How models of one kind encode words, sample and decode: what all stages call.

A family works on a diffusers pipeline of which only the components of the stage at hand are
loaded. Tensors that pass from stage to stage lie on the CPU and are kept on disk by the stages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.diffusion.registry import Bucket, ModelEntry

Tensors = dict[str, Tensor]
Picture = Image.Image
# Called after each denoising step with steps done and the latents as the pipeline holds them, which
# `laid_out` puts in order; raises to stop.
OnStep = Callable[[int, Tensors], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    text: str
    negative: str = ""  # used where the model's guidance is more than 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Pictures that lead a sampling run, RGB. First and last are of the bucket's size."""

    first: Picture | None = None
    last: Picture | None = None
    references: tuple[Picture, ...] = ()
    control: tuple[Picture, ...] = ()  # one for each frame, or one for all


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One sampling run."""

    bucket: Bucket
    seed: int
    steps: int
    guidance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Footage:
    """Decoded: frames uint8 RGB of shape (n, height, width, 3); sound float32 (channels, n)."""

    frames: NDArray[np.uint8]
    fps: int
    sound: NDArray[np.float32] | None = None
    sound_rate: int = 0


class Family(Protocol):
    """Stateless; `pipe` is the diffusers pipeline with the components of the stage."""

    entry: ModelEntry

    def encode(self, pipe: Any, prompt: Prompt, conditions: Conditions) -> Tensors:
        """What the denoiser is told, from words (and pictures, where the encoder reads them)."""

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        """Latents as the decoder takes them. The same arguments give the same latents."""

    def decode(self, pipe: Any, latents: Tensors, run: Run) -> Footage:
        """Frames of the run's bucket."""

    def laid_out(self, pipe: Any, latents: Tensors, run: Run) -> Tensor:
        """What `on_step` is called with, in space: (1, channels, frames, height, width).

        An affine function of each latent, so that what is halfway stays halfway.
        """

    def frames(self, pipe: Any, laid_out: Tensor) -> NDArray[np.uint8]:
        """What the VAE makes of latents laid out, of any height and width and of one frame too:
        uint8 RGB of shape (n, height, width, 3).
        """
