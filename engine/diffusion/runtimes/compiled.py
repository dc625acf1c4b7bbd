"""torch.compile, of a denoiser block by block: as fast as all at once, compiled far sooner."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from engine.diffusion.runtimes.call import FORWARD, Call


class Compiled:
    def built(self, call: Call) -> str:
        return ""

    def swapped(self, module: nn.Module, method: str, folders: Sequence[Path]) -> Any:
        """The module itself, with compiled insides; `plain` takes that back."""
        held: Any = module
        if method != FORWARD:
            setattr(held, method, torch.compile(getattr(held, method)))
        elif getattr(held, "_repeated_blocks", None):
            held.compile_repeated_blocks()
        else:
            held.compile()
        return held
