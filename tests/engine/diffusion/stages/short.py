"""A card that is short of memory: components that run out of it a number of times."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch.nn import Module
from torch.nn.modules.module import register_module_forward_pre_hook

DENOISER, ENCODER, DECODER = "WanTransformer3DModel", "UMT5EncoderModel", "WanDecoder3d"


@contextmanager
def short_of_memory(component: str, times: int = 10**9) -> Iterator[list[int]]:
    """The first so many passes through components of that class run out; counts all passes."""
    passes = [0]

    def run_out(module: Module, _args: Any) -> None:
        if type(module).__name__ == component:
            passes[0] += 1
            if passes[0] <= times:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")

    hook = register_module_forward_pre_hook(run_out)
    try:
        yield passes
    finally:
        hook.remove()


class SmallCard:
    """A card of a size, of which a part is free; work takes `taken` GiB at its peak."""

    float_bytes = 2

    def __init__(self, gib: float, free: float = 1e9, taken: float = 1.0) -> None:
        self._gib, self.left, self._taken = gib, free, taken

    def gib(self) -> float | None:
        return self._gib

    def free(self) -> float:
        return self.left

    def is_shared(self) -> bool:
        return False

    def start_over(self) -> None:
        pass

    def peak(self) -> float | None:
        return self._taken
