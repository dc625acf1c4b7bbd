"""Verbs of an engine on a machine where something is missing, for DRAMABOX_ENGINE_VERBS."""

from pathlib import Path

from engine.contracts import Context, Preflight, PreflightRequest
from engine.preflight import preflight
from engine.sound.score import soundfont


def instruments(request: PreflightRequest, context: Context) -> Preflight:
    soundfont.FILE = Path("missing.sf3")
    return preflight(request, context)
