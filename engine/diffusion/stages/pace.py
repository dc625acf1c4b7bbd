"""How long work takes that this machine has not done yet."""

from collections.abc import Callable, Mapping

from engine.contracts import Context
from engine.diffusion.registry import entry
from engine.diffusion.stages import choice
from engine.diffusion.stages.finish import versions
from engine.diffusion.stages.memory import Learned, SeenPace
from engine.diffusion.stages.progress import (
    FILES,
    LAYOUT,
    LOAD,
    Guess,
    Progress,
    Stage,
    Unit,
)
from engine.diffusion.stages.residency import HOT
from engine.diffusion.stages.weights import weights

# Seconds on a common card. They need be right among each other only: what the first unit takes
# corrects the rest.
_LAYOUT = 0.25
_FILES = 5e-8  # for each pixel of the take
_LOAD = 1.0  # for each GiB of weights
_ENCODE = 0.02
_SAMPLE = 5e-9  # for each pixel and GiB
_DECODE = 3e-7  # for each pixel
_PROCESSOR = 500.0  # times as long without a card


def progress_of(context: Context, expected: Mapping[Unit, int], learned: Learned) -> Progress:
    """The progress of that work, by what its models took on this machine so far."""
    gib = {
        name: sum(weights(choice.folder_of(entry(name)), HOT.card.float_bytes).values())
        for name in {unit.model for unit in expected if unit.model}
    }
    return Progress(context, expected, guesses(learned, versions()["device"], gib))


def learn_from(progress: Progress, learned: Learned) -> None:
    """Keep what its units took, and all else that was learned meanwhile."""
    device = versions()["device"]
    for (model, stage, pixels), seconds in progress.measured().items():
        learned.add(
            SeenPace(model=model, stage=stage, pixels=pixels, device=device, seconds=seconds)
        )
    learned.save()


def guesses(learned: Learned, device: str, weights: Mapping[str, float]) -> Callable[[Unit], Guess]:
    """What one unit of a kind takes on a device; `weights` are GiB of each model."""

    def guess(unit: Unit) -> Guess:
        known = learned.pace(unit.model, unit.stage, unit.pixels, device)
        if known is not None:
            return Guess(known, is_known=True)
        return Guess(guessed(unit, weights.get(unit.model, 0.0), device), is_known=False)

    return guess


def guessed(unit: Unit, gib: float, device: str) -> float:
    """Seconds, from the pixels and the weights that they go through."""
    if unit.stage == LAYOUT:
        return _LAYOUT
    if unit.stage == FILES:
        return _FILES * unit.pixels
    if unit.stage.startswith(LOAD):
        return _LOAD * gib
    slower = _PROCESSOR if device == "cpu" else 1.0
    if unit.stage == Stage.ENCODE:
        return _ENCODE * gib * slower
    return (_SAMPLE * gib if unit.stage == Stage.SAMPLE else _DECODE) * unit.pixels * slower
