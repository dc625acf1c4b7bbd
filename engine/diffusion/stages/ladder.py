"""What is done when a card runs out of memory: the same work with less of it on the card.

No rung changes what is sampled. Tiles overlap where a VAE works in them, so decoded pixels may
differ there from those of the whole picture.
"""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TypeVar

from engine.contracts import EngineError, Wording, _
from engine.diffusion.faults import is_out_of_memory
from engine.diffusion.registry import ModelEntry

Made = TypeVar("Made")


class Rung(IntEnum):
    """Each holds less on the card than the one before, and is no faster."""

    WHOLE = 0  # the stage's components, beside those of other stages and models
    FREED = 1  # nothing but the stage's components
    TILED = 2  # the VAE works in tiles
    TURNS = 3  # one component at a time
    GROUPS = 4  # of encoders and denoisers one block at a time


class OutOfMemory(EngineError):
    """Not on the last rung either: code "out-of-memory-card"."""


def climb(
    attempt: Callable[[Rung], Made], start: Rung, ran_out: Callable[[Rung], None]
) -> tuple[Made, Rung] | None:
    """What the first rung from `start` up on which there is memory enough gives; None without one.

    `ran_out` is told of each rung that was not enough, when all that it held can be freed.
    """
    for rung in Rung:
        if rung < start:
            continue
        try:
            return attempt(rung), rung
        except Exception as error:
            if not is_out_of_memory(error):
                raise
        # Not in the handler: as long as the error lives, its traceback holds what filled the card.
        ran_out(rung)
    return None


def out_of_memory(
    entry: ModelEntry, card_gib: float | None, others: Iterable[ModelEntry]
) -> OutOfMemory:
    """The error, with what to do about it; `others` are models that do the same."""
    if card_gib is None:
        message = _("{model} needs more memory than this machine has left.", model=entry.title)
    else:
        message = _(
            "{model} needs more memory than this card of {gib} GiB has, also block by block.",
            model=entry.title,
            gib=round(card_gib),
        )
    return OutOfMemory("out-of-memory-card", message, _advice(entry, card_gib, others))


def _advice(entry: ModelEntry, card_gib: float | None, others: Iterable[ModelEntry]) -> Wording:
    room = card_gib if card_gib is not None else entry.card_gib
    lighter = [one for one in others if one.card_gib < entry.card_gib and one.card_gib <= room]
    if lighter:
        best = max(lighter, key=lambda one: one.card_gib)
        return _(
            "Choose {model}, which runs on {gib} GiB, allow a smaller size, or end what else uses "
            "the card. What was sampled is kept.",
            model=best.title,
            gib=round(best.card_gib),
        )
    return _(
        "Allow a smaller size for this take, or end what else uses the card. "
        "What was sampled is kept."
    )
