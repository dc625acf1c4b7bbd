"""Every model of the registry can be watched: what is shown is what is being made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.diffusion.families import Conditions, Footage, Run, Tensors
from engine.diffusion.registry import MODELS
from engine.diffusion.stages.kept import Kept
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.memory import Learned
from engine.diffusion.stages.previews import FILE, Preview
from engine.diffusion.stages.progress import Guess, Progress
from engine.diffusion.stages.residency import HOT
from tests.engine.diffusion.families.conftest import PROMPT, Bench, picture
from tests.engine.diffusion.stages.takes import pull
from tests.engine.quiet import Quiet

Benches = Callable[[str], Bench]
Watched = Callable[[str, bool], tuple[Tensors, Callable[[], Footage]]]
WIDTH, HEIGHT, STEPS = 64, 128, 3


def wide(one: Bench) -> Run:
    """Some latents to each side also of models that compress a lot."""
    return replace(one.run(steps=STEPS), bucket=replace(one.bucket, width=WIDTH, height=HEIGHT))


def all_led(one: Bench) -> Conditions:
    """All that a model may be led by, of which each takes what it knows."""
    ends = {"first": picture(1, WIDTH, HEIGHT), "last": picture(2, WIDTH, HEIGHT)}
    shown = (picture(3), picture(4))[: one.entry.references]
    if one.entry.rules.max_frames == 1:  # pictures count together
        return Conditions(first=ends["first"], references=shown[1:])
    return Conditions(**ends, references=shown, control=(picture(5, WIDTH, HEIGHT),))


def uneven(vae: Any) -> None:
    """Latents that lie elsewhere in every channel, as those of a real VAE do."""
    drawn = torch.Generator().manual_seed(7)
    for name, held in vae.named_buffers():
        if name.endswith(("running_mean", "latents_mean")):
            held.copy_(torch.randn(held.shape, generator=drawn))
        if name.endswith(("running_var", "latents_std")):
            held.copy_(torch.rand(held.shape, generator=drawn) + 0.5)


@dataclass
class Ran:
    """A run, with what it told of its steps."""

    one: Bench
    run: Run
    steps: list[Tensors]
    made: Tensors

    def laid_out(self, step: int, running: Tensor | None = None) -> Tensor:
        told = self.steps[step]
        latents = told if running is None else told | {"latents": running}
        return self.one.family.laid_out(self.one.pipe("sample"), latents, self.run)


@pytest.fixture(scope="module")
def ran(bench: Benches) -> Callable[[str, bool], Ran]:
    @cache
    def of(name: str, most: bool) -> Ran:
        one = Bench(bench(name).entry, bench(name).folder)
        uneven(one.pipe("sample").vae)
        run, steps = wide(one), list[Tensors]()

        def on_step(_step: int, latents: Tensors) -> None:
            steps.append({key: held.clone() for key, held in latents.items()})

        made = one.sample(all_led(one) if most else one.led, run, on_step)
        return Ran(one, run, steps, made)

    return of


@pytest.mark.parametrize("most", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("name", MODELS)
def test_latents_laid_out_at_the_last_step_are_those_that_are_decoded(
    name: str, most: bool, ran: Callable[[str, bool], Ran]
) -> None:
    there = ran(name, most)
    family, pipe = there.one.family, there.one.pipe("sample")
    frames = family.decode(pipe, there.made, there.run).frames.astype(int)
    first, last = (family.frames(pipe, there.laid_out(step)) for step in (0, -1))
    assert frames.shape == (there.run.bucket.frames, HEIGHT, WIDTH, 3)
    # Numbers that lie otherwise in memory are summed up otherwise: a level more or less.
    assert np.abs(last - frames).max() <= 1
    assert np.abs(first - frames).max() > 1


@pytest.mark.parametrize("name", MODELS)
def test_what_is_halfway_stays_halfway_when_it_is_laid_out(
    name: str, ran: Callable[[str, bool], Ran]
) -> None:
    there = ran(name, False)
    ends = [torch.randn_like(there.steps[0]["latents"]) for _ in range(2)]
    one_end, other = (there.laid_out(0, end) for end in ends)
    made = there.laid_out(0, (ends[0] + ends[1]) / 2)
    assert made.ndim == 5
    assert torch.allclose(made, (one_end + other) / 2, atol=1e-5)


def flat_colours(vae: Any, latents: Tensor, *_given: Any, **_named: Any) -> tuple[Tensor]:
    """Stands for a VAE that has learned: colours are a function of the channels of one latent,
    which of a toy with random weights they are not. Eight pixels to each latent.
    """
    channels = latents.shape[1]
    drawn = torch.Generator().manual_seed(channels)
    mix = torch.randn(channels, 3, generator=drawn) / (4 * channels**0.5)
    seen = latents * (vae.config.get("scaling_factor") or 1.0)
    made = torch.tensordot(seen.movedim(1, -1), mix, 1).movedim(-1, 1)
    return (made.repeat_interleave(8, -1).repeat_interleave(8, -2),)


@pytest.fixture
def cold() -> Iterator[None]:
    HOT.clear()
    yield
    HOT.clear()


@pytest.fixture
def watched(bench: Benches, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cold: None) -> Watched:
    """Latents of a run and how to decode them; its preview, if it is shown, is in `tmp_path`."""

    def made(name: str, shown: bool) -> tuple[Tensors, Callable[[], Footage]]:
        run, led, maker = wide(bench(name)), bench(name).led, at_work(bench(name), tmp_path)
        preview = Preview(tmp_path, STEPS, "", lambda _file: None) if shown else None
        latents = maker.sample(maker.encode(PROMPT, led)(), led, run, preview)()
        return latents, lambda: maker.decode(latents, run)

    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path / "models"))
    return made


def at_work(one: Bench, folder: Path) -> Maker:
    """The model for nobody, each time with nothing kept."""
    models = folder / "models"
    if not (models / one.entry.name).exists():
        pull(one.entry, one.folder, models / one.entry.name)
    progress = Progress(Quiet(), {}, lambda _unit: Guess(0.0, is_known=False))
    kept = Kept(folder / "stages" / str(len(list(folder.glob("stages/*")))))
    return Maker(one.entry, kept, progress, Learned(folder), HOT)


def seen_in(path: Path, laid_out: tuple[int, int]) -> NDArray[np.float64]:
    """A preview's colours where its latents lie; pictures are as many as lie beside each other."""
    with Image.open(path) as shown:
        count = round(shown.width / shown.height * laid_out[1] / laid_out[0])
        small = shown.resize((count * laid_out[0], laid_out[1]), Image.Resampling.BOX)
        return np.asarray(small.convert("RGB"), np.float64)


def beside(frames: NDArray[np.uint8]) -> NDArray[np.float64]:
    """First, middle and last of the frames, one level of colour to each latent."""
    count = len(frames)
    chosen = sorted({round(n * (count - 1) / 2) for n in range(3)})
    return np.hstack([frames[n, ::8, ::8].astype(np.float64) for n in chosen])


def alike(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


@pytest.mark.parametrize("name", MODELS)
def test_the_last_preview_shows_the_frames_that_are_decoded(
    name: str,
    bench: Benches,
    watched: Watched,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(bench(name).pipe("decode").vae), "decode", flat_colours)
    _latents, decoded = watched(name, True)
    frames = decoded().frames
    down, across = (side // 8 for side in frames.shape[1:3])
    shown, real = seen_in(tmp_path / FILE, (across, down)), beside(frames)
    assert alike(shown, real) > 0.9
    assert np.abs(shown.mean((0, 1)) - real.mean((0, 1))).max() < 6
    shuffled = np.random.default_rng(1).permutation(real.reshape(-1, 3)).reshape(real.shape)
    for other in (real[::-1], real[:, ::-1], real[..., ::-1], shuffled):
        assert alike(shown, other) < 0.8


@pytest.mark.parametrize("name", MODELS)
def test_a_preview_changes_no_bit_of_the_latents(
    name: str, watched: Watched, tmp_path: Path
) -> None:
    with_preview, without = watched(name, True)[0], watched(name, False)[0]
    assert (tmp_path / FILE).exists()
    assert with_preview.keys() == without.keys()
    assert all(torch.equal(with_preview[key], without[key]) for key in without)


def test_what_goes_wrong_with_a_preview_costs_the_preview_only(
    bench: Benches,
    watched: Watched,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "z-image-turbo"
    without = watched(name, False)[0]
    tried: list[int] = []

    def broken(*_given: Any, **_named: Any) -> None:
        tried.append(1)
        raise RuntimeError("The decoder was not made for this.")

    monkeypatch.setattr(type(bench(name).family), "frames", broken)
    run, led, maker = wide(bench(name)), bench(name).led, at_work(bench(name), tmp_path)
    preview = Preview(tmp_path, STEPS, "", lambda _file: None)
    made = maker.sample(maker.encode(PROMPT, led)(), led, run, preview)()
    assert tried == [1]  # not at every step again
    assert not (tmp_path / FILE).exists()
    assert all(torch.equal(made[key], without[key]) for key in without)
