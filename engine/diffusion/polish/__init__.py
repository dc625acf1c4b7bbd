"""The optional last stages of a take: larger frames, and more of them a second.

    scaling.py         plain scaling to the size of the episode
    upscaling.py       an ONNX upscaler, by tiles whose seams are not seen
    retiming.py        another frame rate: frames held, blended, or made between others
    interpolation.py   an ONNX interpolator

Frames are uint8 RGB of shape (n, height, width, 3).
"""

from collections.abc import Callable
from pathlib import Path

from engine.contracts import EngineError, _
from engine.diffusion.polish.interpolation import OnnxInterpolator
from engine.diffusion.polish.retiming import Between, blend, hold, retime
from engine.diffusion.polish.scaling import Frame, Frames, fitted
from engine.diffusion.polish.upscaling import OnnxUpscaler

__all__ = ["Between", "Frame", "Frames", "Upscale", "interpolator", "names", "retime", "upscaler"]

# A frame, width and height in px → the frame in that size. One at a time: large ones fill memory.
Upscale = Callable[[Frame, int, int], Frame]

UPSCALERS, INTERPOLATORS = "upscalers", "interpolators"  # folders beside the models
_BUILT_IN: dict[str, Between] = {"": hold, "blend": blend}


def upscaler(name: str, models: Path) -> Upscale:
    """The upscaler of that name in <models>/upscalers; "" scales plainly.

    Raises EngineError "unknown-upscaler", and what its card and graph raise.
    """
    if not name:
        return fitted
    there = names(models, UPSCALERS)
    if name not in there:
        raise EngineError(
            "unknown-upscaler",
            _("There is no upscaler “{name}” beside the models.", name=name),
            _("Use one of {names}.", names=there)
            if there
            else _("Put one into “{folder}”.", folder=str(models / UPSCALERS)),
        )
    return OnnxUpscaler(models / UPSCALERS / name)


def interpolator(name: str, models: Path) -> Between:
    """What makes a frame between two: "" holds, "blend" mixes, else <models>/interpolators/NAME.

    Raises EngineError "unknown-interpolator", and what its card and graph raise.
    """
    if name in _BUILT_IN:
        return _BUILT_IN[name]
    if name not in names(models, INTERPOLATORS):
        raise EngineError(
            "unknown-interpolator",
            _("There is no interpolator “{name}” beside the models.", name=name),
            _("Use one of {names}.", names=("blend", *names(models, INTERPOLATORS))),
        )
    return OnnxInterpolator(models / INTERPOLATORS / name)


def names(models: Path, kind: str) -> tuple[str, ...]:
    """Folders of that kind that have a card."""
    card = f"{kind.removesuffix('s')}.toml"
    return tuple(sorted(path.parent.name for path in (models / kind).glob(f"*/{card}")))
