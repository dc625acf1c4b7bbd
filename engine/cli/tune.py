"""`python -m engine tune` and `gpucheck`: what needs torch is imported when they run."""

import argparse
from pathlib import Path
from typing import Any

from engine.cli.terminal import say
from engine.contracts import EngineError, _
from engine.diffusion.registry import ModelEntry, entries, entry
from engine.diffusion.registry.folder import INDICES, models_folder
from engine.dotted import load


def tune(options: argparse.Namespace) -> int:
    """Measure what each part of each model runs fastest on here, and keep it."""
    folder = models_folder()
    for one in _wanted(options.models, folder):
        bucket = load("engine.diffusion.tune:bucket_of")(
            one, options.size[0], options.size[1], options.seconds
        )
        say(f"{one.title}: {bucket.width}×{bucket.height}, {bucket.frames} frames")
        load("engine.diffusion.tune:tune")(one, folder, bucket, _say)
    return 0


def gpucheck(options: argparse.Namespace) -> int:
    """Measure on this machine's card, with random weights, all that needs a card."""
    return int(
        load("engine.diffusion.gpucheck:main")(
            tiny=options.tiny, device=options.device, only=options.only, dry=options.dry
        )
    )


def _wanted(names: list[str], folder: Path) -> list[ModelEntry]:
    """The models named, or all that are on disk. Raises EngineError "model-missing"."""
    if names:
        return [entry(name) for name in names]
    found = [
        one for one in entries() if any((folder / one.name / each).exists() for each in INDICES)
    ]
    if not found:
        raise EngineError(
            "model-missing",
            _("There are no models in “{folder}”.", folder=str(folder)),
            _("Fetch one with python -m engine models pull NAME."),
        )
    return found


def _say(tuned: Any) -> None:
    """What was found of one part: the choice, and of each runtime its time or what is wrong."""
    print(f"{tuned.model:<20} {tuned.part:<22} {tuned.shape:<14} {tuned.chosen}")
    for name, one in tuned.tried.items():
        told = one.why_not or f"{one.seconds:.4f} s, differs by {one.difference:.1e}"
        print(f"  {name:<10} {told}")
