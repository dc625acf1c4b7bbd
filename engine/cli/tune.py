"""`python -m engine tune` and `gpucheck`: what needs torch is imported when they run."""

import argparse
from pathlib import Path
from typing import Any

import msgspec

from engine.cli.terminal import say, say_error
from engine.contracts import Adapter, EngineError, _
from engine.diffusion.disk import folder_of, permit, present
from engine.diffusion.lacking import lacking
from engine.diffusion.registry import ModelEntry, entries, entry, lora
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.runtimes import libraries
from engine.dotted import load


def tune(options: argparse.Namespace) -> int:
    """Measure what each part of each model runs fastest on here, and keep it."""
    if missing := libraries.missing(libraries.installed()):
        raise lacking(missing)
    folder = models_folder()
    failed = 0
    for one in _wanted(options.models or _bases(options.lora), folder):
        _refuse_unfit(options.lora, one)
        folder_of(one)  # what is not here is said before anything is loaded
        bucket = load("engine.diffusion.tune:bucket_of")(
            one, options.size[0], options.size[1], options.seconds
        )
        say(f"{one.title}: {bucket.width}×{bucket.height}, {bucket.frames} frames")
        try:
            permit(one)
            load("engine.diffusion.tune:tune")(one, folder, bucket, options.lora, _say)
        except EngineError as error:  # of this model: the others are measured all the same
            say_error(error)
            failed = 1
    return failed


def gpucheck(options: argparse.Namespace) -> int:
    """Measure on this machine's card, with random weights, all that needs a card."""
    return int(
        load("engine.diffusion.gpucheck:main")(
            tiny=options.tiny,
            device=options.device,
            only=options.only,
            dry=options.dry,
            say=say,
        )
    )


def _wanted(names: list[str], folder: Path) -> list[ModelEntry]:
    """The models named, or all that are on disk. Raises EngineError "model-missing" without any."""
    if names:
        return [entry(name) for name in names]
    found = [one for one in entries() if present(one)]
    if not found:
        raise EngineError(
            "model-missing",
            _("There are no models in “{folder}”.", folder=str(folder)),
            _("Fetch one with python -m engine models pull NAME."),
        )
    return found


def worn(text: str) -> Adapter:
    """The LoRA of `NAME` or `NAME=STRENGTH`, an argument of the command line."""
    name, _equals, strength = text.partition("=")
    try:
        return msgspec.convert({"name": name, "strength": float(strength or 1)}, Adapter)
    except (ValueError, msgspec.ValidationError) as error:
        raise argparse.ArgumentTypeError("a name, or a name and -2 to 2 like alice=0.8") from error


def _bases(adapters: list[Adapter]) -> list[str]:
    """The models that those LoRAs are for. Raises EngineError "unknown-lora"."""
    return list(dict.fromkeys(lora(one.name).base for one in adapters))


def _refuse_unfit(adapters: list[Adapter], model: ModelEntry) -> None:
    """Raises EngineError "lora-other-model" where not one of the LoRAs is for the model."""
    bases = _bases(adapters)
    if bases and model.name not in bases:
        raise EngineError(
            "lora-other-model",
            _("None of these LoRAs is for {model}.", model=model.title),
            _("They are for: {models}.", models=", ".join(bases)),
        )


def _say(tuned: Any) -> None:
    """What was found of one method: the choice, and of each runtime its time or what is wrong."""
    dressed = f" with {tuned.wears}" if tuned.wears else ""
    print(f"{tuned.model:<20} {tuned.method:<22} {tuned.shape:<14} {tuned.chosen}{dressed}")
    for name, one in tuned.tried.items():
        told = one.why_not or f"{one.seconds:.4f} s, differs by {one.difference:.1e}"
        print(f"  {name:<10} {told}")
