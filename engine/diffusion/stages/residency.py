"""Which components of which models are in memory: those of the stage at hand, hot as long as used.

Pipelines are loaded by parts: the encoder alone, the denoisers with the VAE that reads pictures,
the decoder alone. A component that two parts share is loaded once.
"""

import gc
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import torch

from engine.diffusion.families import parts
from engine.diffusion.registry import ModelEntry


class Part(StrEnum):
    ENCODE = "encode"
    SAMPLE = "sample"
    DECODE = "decode"


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def precision() -> torch.dtype:
    """bfloat16 on a card; on a processor float32, in which results are the same bits every time."""
    return torch.bfloat16 if torch.cuda.is_available() else torch.float32


@dataclass
class Residency:
    """The components in memory, by model folder and name."""

    held: dict[tuple[Path, str], Any] = field(default_factory=dict)
    current: tuple[Path, Part] | None = None
    pipe: Any = None

    def pipeline(self, entry: ModelEntry, folder: Path, part: Part) -> Any:
        """The entry's pipeline with the components of `part`; all others are let go.

        Raises EngineError "model-broken" where the folder holds no such pipeline.
        """
        if self.current == (folder, part):
            return self.pipe
        self.current = self.pipe = None
        wanted = components(entry, parts.components(entry, folder), part)
        self._release(folder, wanted)
        shared = {name: self.held[folder, name] for name in wanted if (folder, name) in self.held}
        pipe = parts.pipeline(entry, folder, wanted, precision=precision(), shared=shared)
        pipe.to(device())
        for name in wanted:
            self.held[folder, name] = getattr(pipe, name)
        self.current, self.pipe = (folder, part), pipe
        return pipe

    def _release(self, folder: Path, wanted: list[str]) -> None:
        for key in [key for key in self.held if key[0] != folder or key[1] not in wanted]:
            del self.held[key]
        free()


def components(entry: ModelEntry, names: list[str], part: Part) -> list[str]:
    """Which of a pipeline's components a part of the work needs."""
    if part is Part.ENCODE:
        return [name for name in names if name in entry.encoders]
    if part is Part.DECODE:
        return [name for name in names if name in entry.decoders]
    return [name for name in names if name not in entry.encoders]


def free() -> None:
    """Give what nobody holds any more back to the card."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


HOT = Residency()  # of this process: models stay from job to job
