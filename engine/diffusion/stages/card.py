"""The memory of the card that models run on, or of the machine where there is none. In GiB."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import psutil
import torch

_GIB = 2**30
_OTHERS = 1.0  # of other processes, from which on running out was not this work's fault alone


class Card(Protocol):
    float_bytes: int  # of each weight

    def gib(self) -> float | None:
        """Of the whole card; None on a processor, which has no ladder."""

    def free(self) -> float:
        """What can still be taken."""

    def is_shared(self) -> bool:
        """Whether other processes hold a good part of it."""

    def start_over(self) -> None:
        """Begin to measure the peak."""

    def peak(self) -> float | None:
        """The most held since `start_over`; None where that is not measured."""


class Cuda:
    float_bytes = 2

    def gib(self) -> float | None:
        return torch.cuda.get_device_properties(0).total_memory / _GIB

    def free(self) -> float:
        unused = torch.cuda.memory_reserved() - torch.cuda.memory_allocated()
        return (torch.cuda.mem_get_info()[0] + unused) / _GIB

    def is_shared(self) -> bool:
        free_now, total = torch.cuda.mem_get_info()
        return (total - free_now - torch.cuda.memory_reserved()) / _GIB > _OTHERS

    def start_over(self) -> None:
        torch.cuda.reset_peak_memory_stats()

    def peak(self) -> float | None:
        return torch.cuda.max_memory_allocated() / _GIB


class Host:
    float_bytes = 4

    def gib(self) -> float | None:
        return None

    def free(self) -> float:
        return float(psutil.virtual_memory().available) / _GIB

    def is_shared(self) -> bool:
        return True

    def start_over(self) -> None:
        pass

    def peak(self) -> float | None:
        return None


def this_card() -> Card:
    return Cuda() if torch.cuda.is_available() else Host()


@contextmanager
def measured(card: Card, beside: float) -> Iterator[list[float]]:
    """In the list, afterwards: the peak of the work without what lies `beside` it, where the card
    tells it."""
    found: list[float] = []
    card.start_over()
    yield found
    peak = card.peak()
    if peak is not None:
        found.append(max(peak - beside, 0.0))


def free() -> None:
    """Give what nobody holds any more back to the card."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
