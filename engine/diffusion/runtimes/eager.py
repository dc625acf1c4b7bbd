"""torch as it is: what all else is measured against, and what is left where all else fails."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from torch import nn

from engine.diffusion.runtimes.call import Call


class Eager:
    def built(self, call: Call) -> str:
        return ""

    def swapped(self, module: nn.Module, method: str, folders: Sequence[Path]) -> Any:
        return module
