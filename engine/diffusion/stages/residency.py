"""Which components of which models are in memory: hot as long as there is room.

A component that two stages share is loaded once. A denoiser for which a graph works is kept without
its weights, with the graph.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from torch.nn import Module

from engine.diffusion.stages.card import Card, free, this_card
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.placement import Placement
from engine.diffusion.stages.progress import Stage


class Key(NamedTuple):
    folder: Path  # of the model
    name: str


@dataclass
class Resident:
    """A component in memory. One that is no torch module has no placement."""

    component: Any
    placement: Placement | None = None
    outfit: str = ""  # the name of what is fused into a denoiser


class Loaded(NamedTuple):
    """A pipeline, and what it was called when it was loaded."""

    pipe: Any
    name: tuple[Path, Stage, Rung, str]


@dataclass
class Residency:
    """The components in memory; the one used last is the last."""

    card: Card = field(default_factory=this_card)
    held: dict[Key, Resident] = field(default_factory=dict)
    files: dict[Path, str] = field(default_factory=dict)  # fingerprint of what was loaded
    last: Loaded | None = None  # the pipeline used last, as long as all of it is held

    def of(self, folder: Path) -> list[Key]:
        return [key for key in self.held if key.folder == folder]

    def models(self) -> list[str]:
        """Names of the models of which something is in memory, the one used last first."""
        return list(dict.fromkeys(key.folder.name for key in reversed(self.held)))

    def clear(self) -> None:
        """Let everything go."""
        self.let_go(list(self.held))

    def let_go(self, keys: list[Key]) -> None:
        if not keys:
            return
        self.last = None
        for key in keys:
            del self.held[key]
        free()

    def gib_beside(self, pipe: Any) -> float:
        """On the card, of what the pipeline does without."""
        at_work = list(pipe.components.values())
        beside = [
            one.component
            for one in self.held.values()
            if isinstance(one.component, Module)
            and not any(one.component is other for other in at_work)
        ]
        on_card = [one for each in beside for one in each.parameters() if one.device.type != "cpu"]
        return sum(one.nbytes for one in on_card) / 2**30


HOT = Residency()  # of this process: models stay from job to job
