"""Whether what an episode is finished with is there, asked before its shots are rendered."""

from importlib import import_module

from engine.contracts import Context, Format, Preflight, PreflightRequest
from engine.dotted import load


def preflight(request: PreflightRequest, context: Context) -> Preflight:
    """Try what the cut and the edition will need long after the first shot.

    Raises EngineError "no-instruments", "font-missing" and whatever else would fail then.
    """
    tried = {"encoder": encoder(request.format), "score": instruments()}
    if request.label:
        tried |= {"label": letters(request.label), "provenance": provenance()}
    context.step(len(tried), len(tried))
    return Preflight(found=tried)


# Libraries are loaded here and not at the top: one that is missing is an answer, not a failure.


def instruments() -> str:
    load("engine.sound.score.soundfont:zones")(0, 0, 60, 64)
    return f"recorded, of {import_module('engine.sound.score.soundfont').FILE.name}"


def encoder(picture: Format) -> str:
    load("engine.edit.clip:model")(picture)
    return f"libx264 and AAC in PyAV {import_module('av').__version__}"


def letters(text: str) -> str:
    """The family that can write `text`."""
    return str(load("engine.edit.badge:typeface_for")(text).getFamilyName())


def provenance() -> str:
    return f"C2PA {import_module('c2pa').sdk_version()}"
