"""Tiny pipelines, run as the stages run them, with graphs in the places of their components."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.diffusion.families import Conditions, Family, Footage, Prompt, Run, loading
from engine.diffusion.registry import Bucket, Mode, ModelEntry, entry
from engine.diffusion.runtimes.call import Call, recorded
from engine.diffusion.runtimes.tuning import GRAPHS
from engine.diffusion.tune import bucket_of, conditions
from engine.dotted import load

TOLD = Prompt(text="She turns.")


def small(entry: ModelEntry) -> Bucket:
    """The smallest that its pipeline takes; smaller references are enlarged by it."""
    side = 64 if Mode.REFERENCES in entry.modes else 32
    return bucket_of(entry, side, side, 0.1)


class Tiny:
    """A tiny pipeline with all its components in memory."""

    def __init__(self, name: str, folder: Path) -> None:
        self.entry = entry(name)
        self.family: Family = load(self.entry.family)(self.entry)
        self.pipe: Any = loading.pipeline(
            self.entry, folder, loading.components(self.entry, folder)
        )
        bucket = small(self.entry)
        self.run = Run(bucket=bucket, seed=7, steps=2, guidance=1.0)
        self.conditions = conditions(self.entry, bucket)

    def footage(
        self, prompt: Prompt = TOLD, led: Conditions | None = None
    ) -> tuple[torch.Tensor, Footage]:
        """Latents and what is decoded of them."""
        led = led or self.conditions
        told = self.family.encode(self.pipe, prompt, led)
        made = self.family.sample(self.pipe, told, led, self.run, lambda _step, _held: None)
        return made["latents"], self.family.decode(self.pipe, made, self.run)

    def calls(self, wanted: Sequence[tuple[str, str]], folder: Path) -> list[Call]:
        with recorded(self.pipe, wanted) as recording:
            self.footage()
        return [
            Call(
                component=component,
                method=method,
                module=getattr(self.pipe, component),
                arguments=recording.arguments[component, method],
                folder=folder,
            )
            for component, method in wanted
        ]


@pytest.fixture(scope="session")
def tiny(tiny_model: Callable[[str], Path]) -> Callable[[str], Tiny]:
    return lambda name: Tiny(name, tiny_model(name))


@pytest.fixture(scope="session")
def graphs(models: Path) -> Path:
    """Where graphs are kept: one written for a test serves the next."""
    return models / GRAPHS
