"""What a take looks like while it is sampled: latents as a small strip of pictures.

The colours of a latent are very nearly a linear function of its channels. The function is fitted
once for each model, on what its VAE makes of random latents, and kept beside the models.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.contracts import EngineError
from engine.diffusion.families import Footage, Tensors
from engine.whole_file import whole_file

FILE = "preview.jpg"
TIMES = 8  # a take is shown about so often
_PICTURES, _HEIGHT, _QUALITY = 3, 192, 80
_GRID = 16  # latents to each side of what colours are fitted on
Rows = tuple[tuple[float, float, float], ...]


def can_be_seen(latents: Tensor, pipe: Any) -> bool:
    """Whether they lie as the VAE decodes them: (1, channels, frames, height, width)."""
    vae = getattr(pipe, "vae", None)
    if vae is None or latents.ndim != 5:
        return False
    return bool(latents.shape[1] == (vae.config.get("z_dim") or vae.config.get("latent_channels")))


def fitted(channels: int, decode: Callable[[Tensor], Footage]) -> Rows:
    """One row of red, green and blue (0 … 1) for each channel, and a last one to add.

    By least squares on one decoded picture of `_GRID` × `_GRID` random latents in flat patches.
    """
    noise = torch.randn((1, channels, _GRID // 2, _GRID // 2), generator=_seeded())
    latents = torch.nn.functional.interpolate(noise, scale_factor=2.0).unsqueeze(2)
    picture = Image.fromarray(decode(latents).frames[0])
    seen = np.asarray(picture.resize((_GRID, _GRID), Image.Resampling.BOX), np.float64) / 255
    points = latents[0, :, 0].reshape(channels, -1).T.double().numpy()
    with_one = np.hstack([points, np.ones((len(points), 1))])
    rows = np.linalg.lstsq(with_one, seen.reshape(-1, 3), rcond=None)[0]
    return tuple((float(red), float(green), float(blue)) for red, green, blue in rows)


def _seeded() -> torch.Generator:
    return torch.Generator("cpu").manual_seed(0)


def clean(before: Tensor | None, now: Tensor, step: int, scheduler: Any) -> Tensor:
    """The latents that a flow is on its way to after `step` steps, from the last stretch of it.

    Where the scheduler counts in something else than shares of noise: the latents as they are.
    """
    sigmas = getattr(scheduler, "sigmas", None)
    if before is None or sigmas is None or len(sigmas) <= step or float(max(sigmas)) > 1:
        return now
    earlier, later = float(sigmas[step - 1]), float(sigmas[step])
    return now if earlier == later else now - later * (now - before) / (later - earlier)


def strip(latents: Tensor, rows: Rows) -> Image.Image:
    """The first, a middle and the last of the frames beside each other."""
    frames = latents.shape[2]
    chosen = sorted({round(n * (frames - 1) / (_PICTURES - 1)) for n in range(_PICTURES)})
    table = torch.tensor(rows, dtype=torch.float32)
    picked = latents[0, :, chosen].float().cpu()  # channels, pictures, height, width
    seen = torch.einsum("cnhw,cr->nhwr", picked, table[:-1]) + table[-1]
    pixels: NDArray[np.uint8] = (seen.clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    width = max(round(latents.shape[4] * _HEIGHT / latents.shape[3]), 1)
    size = width, _HEIGHT
    pictures = [Image.fromarray(one).resize(size, Image.Resampling.BICUBIC) for one in pixels]
    beside = Image.new("RGB", (width * len(pictures), _HEIGHT))
    for n, picture in enumerate(pictures):
        beside.paste(picture, (n * width, 0))
    return beside


class Preview:
    """The picture of one run, drawn anew every few of its steps."""

    def __init__(self, out: Path, steps: int, told: Callable[[str], None]) -> None:
        self._file, self._told = out / FILE, told
        self._every = max(steps // TIMES, 1)
        self._before: Tensor | None = None

    def show(self, step: int, latents: Tensors, pipe: Any, rows: Rows) -> None:
        """Write the picture and tell its file; a disk that is full costs the picture only."""
        now = latents["latents"]
        if step % self._every == 0:
            picture = strip(clean(self._before, now, step, pipe.scheduler), rows)
            with suppress(OSError, EngineError):
                with whole_file(self._file) as part:
                    picture.save(part, "jpeg", quality=_QUALITY)
                self._told(str(self._file))
        self._before = now.clone()


def remove(out: Path) -> None:
    """Nothing is left of the preview, nor of the folder where there is nothing else in it."""
    with suppress(OSError):
        (out / FILE).unlink(missing_ok=True)
        out.rmdir()
