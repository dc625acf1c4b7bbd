"""Every model of the registry at a toy size, loaded for one stage at a time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.diffusion.families import Conditions, Family, Footage, Prompt, Run, Tensors, loading
from engine.diffusion.registry import Bucket, Mode, ModelEntry, entry
from engine.dotted import load

WIDTH, HEIGHT = 32, 64
PROMPT = Prompt(text="a nurse runs through the rain", negative="blurred")


@cache
def picture(seed: int, width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """Four fields of colours that the seed tells."""
    colours = np.random.default_rng(seed).integers(0, 256, (2, 2, 3), dtype=np.uint8)
    return Image.fromarray(colours).resize((width, height), Image.Resampling.NEAREST)


@dataclass
class Bench:
    """A tiny model on disk, with its stages one after the other."""

    entry: ModelEntry
    folder: Path
    family: Family = field(init=False)
    pipes: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.family = load(self.entry.family)(self.entry)

    @property
    def led(self) -> Conditions:
        """The least that the model can be led by."""
        modes = self.entry.modes
        if Mode.TEXT in modes:
            return Conditions()
        if Mode.REFERENCES in modes:
            return Conditions(references=(picture(1),))
        return Conditions(first=picture(1))

    @property
    def bucket(self) -> Bucket:
        rules = self.entry.rules
        return Bucket(width=WIDTH, height=HEIGHT, frames=rules.frames(0.1), fps=rules.fps)

    def run(self, seed: int = 3, steps: int = 2) -> Run:
        return Run(bucket=self.bucket, seed=seed, steps=steps, guidance=self.entry.guidance)

    def pipe(self, stage: str) -> Any:
        if stage not in self.pipes:
            self.pipes[stage] = loading.pipeline(self.entry, self.folder, self.wanted(stage))
        return self.pipes[stage]

    def wanted(self, stage: str) -> list[str]:
        names = loading.components(self.entry, self.folder)
        if stage == "sample":
            return [name for name in names if name not in self.entry.encoders]
        kept = self.entry.encoders if stage == "encode" else self.entry.decoders
        return [name for name in names if name in kept]

    def encode(self, led: Conditions | None = None) -> Tensors:
        return self.family.encode(self.pipe("encode"), PROMPT, led or self.led)

    def sample(
        self,
        led: Conditions | None = None,
        run: Run | None = None,
        on_step: Callable[[int, Tensors], None] = lambda _step, _latents: None,
    ) -> Tensors:
        told = self.encode(led)
        return self.family.sample(
            self.pipe("sample"), told, led or self.led, run or self.run(), on_step
        )

    def decode(self, latents: Tensors) -> Footage:
        return self.family.decode(self.pipe("decode"), latents, self.run())


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Bench]:
    """Models of the registry by name, each made and loaded once.

    They lie beside the models of other tests, where a model that is there may be chosen.
    """
    root = tmp_path_factory.mktemp("benches")

    @cache
    def of(name: str) -> Bench:
        load(entry(name).tiny)().save_pretrained(root / name)
        return Bench(entry(name), root / name)

    return of
