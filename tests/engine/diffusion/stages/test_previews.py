"""A take can be seen while it is made."""

from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import FlowMatchEulerDiscreteScheduler
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.contracts import CancelledError, Final, FinalsRequest, Wording
from engine.diffusion.registry import entry
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.previews import FILE, Levels, Preview, beside, fitted, levels, strip
from tests.engine.diffusion.stages.conftest import KEYFRAMES, VIDEO
from tests.engine.diffusion.stages.takes import Watching, wanted
from tests.engine.rehearsal.shots import person, shot

TRUE = torch.tensor([[0.05, 0.0, 0.01], [0.0, -0.04, 0.02], [0.03, 0.03, -0.05]])
ADDED = torch.tensor([0.5, 0.4, 0.6])


def linear_vae(latents: Tensor) -> NDArray[np.uint8]:
    """Colours that are a linear function of three channels, eight pixels to each latent."""
    seen = torch.einsum("cnhw,cr->nhwr", latents[0], TRUE) + ADDED
    large = seen.repeat_interleave(8, 1).repeat_interleave(8, 2)
    pixels: NDArray[np.uint8] = (large.clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    return pixels


UNIT = Levels(torch.zeros(3), torch.ones(3))


def test_colours_are_fitted_to_what_the_vae_makes() -> None:
    rows = fitted(UNIT, linear_vae)
    assert np.allclose(rows, [*TRUE.tolist(), ADDED.tolist()], atol=0.003)


def test_colours_are_fitted_where_the_latents_of_the_model_lie() -> None:
    """A decoder that clips: far from where latents lie there is nothing to learn from it."""
    mean, deviation = torch.tensor([40.0, -30.0, 20.0]), torch.tensor([9.0, 4.0, 0.5])

    def lay_out(running: Tensor) -> Tensor:
        return running.unsqueeze(2) * deviation.view(1, -1, 1, 1, 1) + mean.view(1, -1, 1, 1, 1)

    about = levels(lay_out, torch.randn(1, 3, 6, 4))
    assert torch.allclose(about.mean, mean)
    assert torch.allclose(about.deviation, deviation)
    rows = fitted(about, lambda laid: linear_vae((laid - mean.view(1, -1, 1, 1, 1)) / 4))
    assert np.allclose(rows[:3], TRUE / 4, atol=0.003)


def test_many_channels_are_fitted_from_enough_pictures() -> None:
    """More channels than one picture has patches."""
    table, decoded = torch.randn(128, 3, generator=torch.Generator().manual_seed(5)) / 100, []

    def decode(latents: Tensor) -> NDArray[np.uint8]:
        decoded.append(latents)
        return linear_vae(torch.einsum("bcnhw,cr->brnhw", latents, table @ TRUE.inverse()))

    rows = fitted(Levels(torch.zeros(128), torch.ones(128)), decode)
    assert np.allclose(rows[:128], table, atol=0.003)
    assert len(decoded) == 9


def test_a_strip_shows_the_beginning_the_middle_and_the_end() -> None:
    latents = torch.zeros((1, 3, 9, 4, 2))
    latents[0, 0, 8] = 8.0
    picture = strip(latents, fitted(UNIT, linear_vae))
    left, right = picture.getpixel((10, 100)), picture.getpixel((picture.width - 10, 100))
    assert picture.size == (96 * 3 + 2 * 2, 192)
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert right[0] - left[0] == pytest.approx(0.4 * 255, abs=3)


def test_pictures_of_a_strip_are_told_apart_by_a_hairline() -> None:
    grey = Image.new("RGB", (20, 10), (128, 128, 128))
    row = np.asarray(beside([grey] * 3))[5, :, 0]
    assert [x for x, shade in enumerate(row) if shade != 128] == [20, 21, 42, 43]


def test_a_still_is_shown_as_one_picture() -> None:
    assert strip(torch.zeros(1, 3, 1, 4, 2), fitted(UNIT, linear_vae)).size == (96, 192)


def test_a_run_that_begins_anew_forgets_the_latents_of_the_last(tmp_path: Path) -> None:
    """Else the noise of the one would be taken for the way of the other."""
    drawn: list[Tensor] = []

    def draw(latents: Tensor) -> Image.Image:
        drawn.append(latents)
        return Image.new("RGB", (8, 8))

    scheduler = FlowMatchEulerDiscreteScheduler()
    scheduler.set_timesteps(4)
    scheduler.set_begin_index(0)
    preview, now = Preview(tmp_path, 4, "", lambda _file: None), torch.zeros(1, 3, 2, 2)
    for step in (1, 2, 1):
        scheduler._step_index = step
        now = now + 1
        preview.show(step, now, scheduler, draw)
    assert torch.equal(drawn[0], torch.full_like(now, 1.0))
    assert not torch.allclose(drawn[1], torch.full_like(now, 2.0), atol=0.5)
    assert torch.equal(drawn[2], now)


def test_previews_are_told_while_it_is_sampled_and_are_gone_when_it_is_whole(
    studio: Path, cold: None
) -> None:
    watching = Watching()
    request = wanted(studio / "take", final=Final(steps=4))
    finals(FinalsRequest(takes=(request,)), watching)
    file = str(studio / "take" / FILE)
    keyframe = entry(KEYFRAMES).steps
    assert watching.pictures == [(request.shot.slate.id, file, True)] * (keyframe + 4)
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


def test_what_is_shown_of_a_shot_of_several_runs_says_which_of_them(
    studio: Path, cold: None
) -> None:
    watching = Watching()
    rules = entry(VIDEO).rules
    long = 1.5 * rules.max_frames / rules.fps
    made = shot(people=(person("alice"),), duration=long)
    finals(FinalsRequest(takes=(wanted(studio / "take", shot=made),)), watching)
    notes = [note for _done, _total, note in watching.steps]
    place, title = f"Footage 1 of 1 · {made.slate.id}", entry(VIDEO).title
    assert notes.index(f"{place} · {title}, 1 of 2") < notes.index(f"{place} · {title}, 2 of 2")
    told = {shot for shot, note in zip(watching.shots, notes, strict=True) if place in note}
    assert (told, watching.shots[-1]) == ({made.slate.id}, ""), "it is at none when all is made"
    assert not any(entry(KEYFRAMES).title + "," in note for note in notes)
