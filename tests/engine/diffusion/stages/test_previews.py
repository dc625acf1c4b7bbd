"""A take can be seen while it is made."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from engine.contracts import CancelledError, Final, FinalsRequest, Wording
from engine.diffusion.families import Footage
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.previews import FILE, clean, fitted, strip
from tests.engine.diffusion.stages.takes import Watching, wanted

TRUE = torch.tensor([[0.05, 0.0, 0.01], [0.0, -0.04, 0.02], [0.03, 0.03, -0.05]])
ADDED = torch.tensor([0.5, 0.4, 0.6])


def linear_vae(latents: Tensor) -> Footage:
    """Colours that are a linear function of three channels, eight pixels to each latent."""
    seen = torch.einsum("cnhw,cr->nhwr", latents[0], TRUE) + ADDED
    large = seen.repeat_interleave(8, 1).repeat_interleave(8, 2)
    return Footage(frames=(large.clamp(0, 1) * 255).round().to(torch.uint8).numpy(), fps=24)


def test_colours_are_fitted_to_what_the_vae_makes() -> None:
    rows = fitted(3, linear_vae)
    assert np.allclose(rows, [*TRUE.tolist(), ADDED.tolist()], atol=0.003)


def test_a_strip_shows_the_beginning_the_middle_and_the_end() -> None:
    latents = torch.zeros((1, 3, 9, 4, 2))
    latents[0, 0, 8] = 8.0
    picture = strip(latents, fitted(3, linear_vae))
    left, right = picture.getpixel((10, 100)), picture.getpixel((picture.width - 10, 100))
    assert picture.size == (288, 192)
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert right[0] - left[0] == pytest.approx(0.4 * 255, abs=3)


@dataclass
class Scheduler:
    sigmas: list[float]


def test_a_flow_shows_where_it_is_going() -> None:
    noise, end = torch.randn(1, 3, 1, 4, 4), torch.randn(1, 3, 1, 4, 4)
    scheduler = Scheduler([1.0, 0.75, 0.5, 0.0])
    before, now = (end + sigma * (noise - end) for sigma in scheduler.sigmas[1:3])
    assert torch.allclose(clean(before, now, 2, scheduler), end, atol=1e-5)
    assert torch.equal(clean(None, now, 1, scheduler), now)
    assert torch.equal(clean(before, now, 2, Scheduler([14.6, 3.0, 1.0, 0.0])), now)


def test_previews_are_told_while_it_is_sampled_and_are_gone_when_it_is_whole(
    studio: Path, cold: None
) -> None:
    watching = Watching()
    request = wanted(studio / "take", final=Final(steps=4))
    finals(FinalsRequest(takes=(request,)), watching)
    file = str(studio / "take" / FILE)
    assert watching.pictures == [(request.shot.slate.id, file, True)] * 4
    assert not Path(file).exists()
    assert (studio / "take" / "take.mp4").exists()


class Leaving(Watching):
    """Looks at the first preview and stops."""

    def preview(self, shot: str, file: str) -> None:
        super().preview(shot, file)
        with Image.open(file) as picture:
            self.size = picture.size

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        if self.pictures:
            raise CancelledError


def test_a_take_that_was_stopped_leaves_no_preview(studio: Path, cold: None) -> None:
    leaving = Leaving()
    with pytest.raises(CancelledError):
        finals(FinalsRequest(takes=(wanted(studio / "take"),)), leaving)
    assert leaving.size[1] == 192
    assert not (studio / "take").exists()
