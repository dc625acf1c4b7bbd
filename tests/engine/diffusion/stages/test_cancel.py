"""Whoever asks to stop waits for one step at most, whatever the model."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from torch.nn.modules.module import register_module_forward_hook

from engine.contracts import CancelledError, Wording
from engine.diffusion.families import Conditions, Family, OnStep, Prompt, Run, Tensors
from engine.diffusion.registry import Bucket, ModelEntry, entries
from engine.diffusion.stages.kept import Kept
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.memory import Learned
from engine.diffusion.stages.progress import Guess, Progress
from engine.diffusion.stages.residency import HOT
from tests.engine.diffusion.stages.takes import pull

STEPS = 4


class Impatient:
    """Asks to stop as soon as a denoiser has been through once."""

    def __init__(self) -> None:
        self.passes = [0]

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        if self.passes[0]:
            raise CancelledError


def work(one: ModelEntry) -> tuple[Bucket, Conditions]:
    """The smallest that the model makes, led by all that it can be led by."""
    rules = one.rules
    side = max(rules.multiple, 32)
    frames = rules.frames(rules.min_frames / rules.fps)
    picture = Image.new("RGB", (side, side), "teal")
    control = (picture,) * frames
    return (
        Bucket(width=side, height=side, frames=frames, fps=rules.fps),
        Conditions(first=picture, last=picture, references=(picture,), control=control),
    )


class Silent:
    """A family of pipelines that, as modular ones, say nothing after a step."""

    def __init__(self, family: Family) -> None:
        self._family, self.entry = family, family.entry
        self.encode, self.decode = family.encode, family.decode

    def sample(
        self, pipe: Any, told: Tensors, conditions: Conditions, run: Run, on_step: OnStep
    ) -> Tensors:
        return self._family.sample(pipe, told, conditions, run, lambda _step, _latents: None)


@pytest.mark.parametrize("silent", [False, True], ids=["callback", "no callback"])
@pytest.mark.parametrize("one", entries(), ids=lambda one: one.name)
def test_a_stop_ends_sampling_within_one_step(
    one: ModelEntry,
    silent: bool,
    studio: Path,
    cold: None,
    tiny_model: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(studio / "models"))
    pull(one, tiny_model(one.name), studio / "models" / one.name)
    impatient = Impatient()
    progress = Progress(impatient, {}, lambda _unit: Guess(0.0, is_known=False))
    maker = Maker(one, Kept(studio / "stages"), progress, Learned(studio), HOT)
    if silent:
        monkeypatch.setattr(maker, "_family", Silent(maker._family))
    bucket, led = work(one)
    told = maker.encode(Prompt(text="A door.", negative="static" if one.guidance > 1 else ""), led)
    with ended_passes(one) as impatient.passes, pytest.raises(CancelledError):
        maker.sample(told(), led, maker.run(bucket, 1, STEPS))
    assert impatient.passes[0] == 1


@contextmanager
def ended_passes(one: ModelEntry) -> Iterator[list[int]]:
    """Counts passes through the denoisers of the pipeline at work, when they end."""
    passes = [0]

    def ended(module: Any, _args: Any, _result: Any) -> None:
        pipe = HOT.last.pipe if HOT.last else None
        passes[0] += any(module is getattr(pipe, name, None) for name in one.denoisers)

    hook = register_module_forward_hook(ended)
    try:
        yield passes
    finally:
        hook.remove()
