"""What a take looks like while it is sampled: latents as a small strip of pictures.

The colours of a latent are very nearly a linear function of its channels. The function is fitted
once for each model, on what its VAE makes of random latents, and kept beside the models.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from diffusers import (
    DPMSolverMultistepScheduler,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    MiniMaxH3Scheduler,
    UniPCMultistepScheduler,
)
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.contracts import EngineError, Wording, _
from engine.diffusion.families import Family, Run, Tensors
from engine.diffusion.registry import ModelEntry
from engine.diffusion.stages.memory import Learned, SeenColours
from engine.whole_file import whole_file

FILE = "preview.jpg"
TIMES = 8  # a take is shown about so often
_PICTURES, _HEIGHT, _QUALITY = 3, 192, 80
_GAP, _BETWEEN = 2, (246, 244, 239)  # pixels between pictures, and their colour
_GRID, _PATCH = 16, 2  # latents to each side of what colours are fitted on, and of its flat patches
_PATCHES = 4  # so many for each channel, or they would say too little about it
Rows = tuple[tuple[float, float, float], ...]
Pixels = NDArray[np.uint8]  # (frames, height, width, 3)
log = logging.getLogger(__name__)


class Levels(NamedTuple):
    """Where the latents of each channel lie: float32 of shape (channels,)."""

    mean: Tensor
    deviation: Tensor


def levels(lay_out: Callable[[Tensor], Tensor], running: Tensor) -> Levels:
    """Of latents laid out, where running ones are noise of unit deviation; laying out is affine."""
    nothing, one = (lay_out(torch.full_like(running, level)).float().cpu() for level in (0.0, 1.0))
    space = (0, 2, 3, 4)
    return Levels(nothing.mean(space), (one - nothing).mean(space))


def fitted(about: Levels, decode: Callable[[Tensor], Pixels]) -> Rows:
    """One row of red, green and blue (0 … 1) for each channel, and a last one to add.

    By least squares on decoded pictures of `_GRID` × `_GRID` random latents in flat patches.
    """
    channels = len(about.mean)
    each = (_GRID // _PATCH) ** 2
    drawn = islice(_random(about), ceil(_PATCHES * (channels + 1) / each))
    points, seen = zip(*((_points(one), _colours(decode(one))) for one in drawn), strict=True)
    with_one = np.hstack([np.vstack(points), np.ones((sum(map(len, points)), 1))])
    rows = np.linalg.lstsq(with_one, np.vstack(seen), rcond=None)[0]
    return tuple((float(red), float(green), float(blue)) for red, green, blue in rows)


def _random(about: Levels) -> Iterator[Tensor]:
    """Laid-out latents of one frame, (1, channels, 1, `_GRID`, `_GRID`), the same ones always."""
    seeded = torch.Generator("cpu").manual_seed(0)
    mean, deviation = (held.view(1, -1, 1, 1, 1) for held in about)
    side = _GRID // _PATCH
    while True:
        noise = torch.randn((1, len(about.mean), 1, side, side), generator=seeded)
        flat = noise.repeat_interleave(_PATCH, 3).repeat_interleave(_PATCH, 4)
        yield flat * deviation + mean


def _points(latents: Tensor) -> NDArray[np.float64]:
    return latents[0, :, 0].flatten(1).T.double().numpy()


def _colours(frames: Pixels) -> NDArray[np.float64]:
    """Of each latent of the grid; of a decoder that makes several frames, in the middle."""
    picture = Image.fromarray(frames[len(frames) // 2])
    seen = np.asarray(picture.resize((_GRID, _GRID), Image.Resampling.BOX), np.float64) / 255
    return seen.reshape(-1, 3)


def clean(before: Tensor | None, now: Tensor, scheduler: Any) -> Tensor:
    """The latents that the model is on its way to, as it said at its last step.

    `before` are the latents before that step. Where it cannot be told: the latents as they are.
    """
    if _keeps_estimates(scheduler):
        said: Tensor = scheduler.model_outputs[-1]
        return said
    if before is None or not _goes_straight(scheduler):
        return now
    earlier, later = (float(scheduler.sigmas[scheduler.step_index - ago]) for ago in (1, 0))
    return now - later * (now - before) / (later - earlier)


def _keeps_estimates(scheduler: Any) -> bool:
    """Whether it is a solver of several steps that remembers what the model was on its way to."""
    if isinstance(scheduler, UniPCMultistepScheduler):
        return bool(scheduler.config.predict_x0)
    return isinstance(scheduler, DPMSolverMultistepScheduler) and "++" in str(
        scheduler.config.algorithm_type
    )


def _goes_straight(scheduler: Any) -> bool:
    """Whether a step is a stretch of the line from the noise to what the model is on its way to."""
    if isinstance(scheduler, FlowMatchEulerDiscreteScheduler):
        return not scheduler.config.stochastic_sampling
    return isinstance(scheduler, EulerDiscreteScheduler | MiniMaxH3Scheduler)


def strip(laid_out: Tensor, rows: Rows) -> Image.Image:
    """The first, a middle and the last of the frames beside each other."""
    frames = laid_out.shape[2]
    chosen = sorted({round(n * (frames - 1) / (_PICTURES - 1)) for n in range(_PICTURES)})
    table = torch.tensor(rows, dtype=torch.float32)
    picked = laid_out[0, :, chosen].float().cpu()  # channels, pictures, height, width
    seen = torch.einsum("cnhw,cr->nhwr", picked, table[:-1]) + table[-1]
    pixels: Pixels = (seen.clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    width = max(round(laid_out.shape[4] * _HEIGHT / laid_out.shape[3]), 1)
    size = width, _HEIGHT
    return beside([Image.fromarray(one).resize(size, Image.Resampling.BICUBIC) for one in pixels])


def beside(pictures: list[Image.Image]) -> Image.Image:
    """Pictures of one size in a row, with hairline gaps: else three of one set look like one."""
    width, height = pictures[0].size
    step = width + _GAP
    made = Image.new("RGB", (step * len(pictures) - _GAP, height), _BETWEEN)
    for n, picture in enumerate(pictures):
        made.paste(picture, (n * step, 0))
    return made


class Colours(NamedTuple):
    """The colours of a model's latents."""

    learned: Learned
    model: str
    files: str  # fingerprint of the model's folder

    def rows(self, find: Callable[[], Rows]) -> Rows:
        """As they are known, else found out now, once for the model."""
        known = self.learned.colours(self.model, self.files)
        if known is not None:
            return known.rows
        rows = find()
        self.learned.add(SeenColours(model=self.model, files=self.files, rows=rows))
        return rows


def drawing(
    family: Family, pipe: Any, latents: Tensors, run: Run, colours: Colours
) -> Callable[[Tensor], Image.Image]:
    """How running latents of that pipeline are drawn."""

    def lay_out(running: Tensor) -> Tensor:
        return family.laid_out(pipe, latents | {"latents": running}, run)

    def find() -> Rows:
        about = levels(lay_out, latents["latents"])
        return fitted(about, lambda random: family.frames(pipe, random))

    return lambda running: strip(lay_out(running), colours.rows(find))


def counted(entry: ModelEntry, n: int, count: int) -> str | Wording:
    """What a model is at: which of the runs of a shot, counted from 0, where there are several."""
    if count == 1:
        return entry.title
    return _("{model}, {part} of {parts}", model=entry.title, part=n + 1, parts=count)


class Preview:
    """The picture of one run, drawn anew every few of its steps."""

    def __init__(
        self, out: Path, steps: int, note: str | Wording, told: Callable[[str], None]
    ) -> None:
        self.note = note  # says what is shown
        self._file, self._told = out / FILE, told
        self._every = max(steps // TIMES, 1)
        self._before: tuple[int, Tensor] | None = None
        self._can_be_drawn = True

    def show(
        self, step: int, now: Tensor, scheduler: Any, draw: Callable[[Tensor], Image.Image]
    ) -> None:
        """Write the picture that `draw` makes of running latents and tell its file.

        Nothing that goes wrong with it costs more than the picture.
        """
        if step % self._every == 0 and self._can_be_drawn:
            picture = self._drawn(step, now, scheduler, draw)
            if picture is not None:
                self._write(picture)
        self._before = step, now.clone()

    def _drawn(
        self, step: int, now: Tensor, scheduler: Any, draw: Callable[[Tensor], Image.Image]
    ) -> Image.Image | None:
        last, before = self._before or (0, None)
        try:
            # A run that ran out of memory begins anew: what was before then was of another.
            return draw(clean(before if last == step - 1 else None, now, scheduler))
        except Exception:  # out of memory among others; a VAE is run here that nobody asked for
            log.warning("There is no preview of this run.", exc_info=True)
            self._can_be_drawn = False
            return None

    def _write(self, picture: Image.Image) -> None:
        with suppress(OSError, EngineError):
            with whole_file(self._file) as part:
                picture.save(part, "jpeg", quality=_QUALITY)
            self._told(str(self._file))


def remove(out: Path) -> None:
    """Nothing is left of the preview, nor of the folder where there is nothing else in it."""
    with suppress(OSError):
        (out / FILE).unlink(missing_ok=True)
        out.rmdir()
