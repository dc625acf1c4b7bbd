"""MiniMax H3 led by pictures of people and places instead of frames: weights of their own."""

from dataclasses import replace
from typing import Any

from engine.diffusion.models.minimax_h3 import ENTRY as BY_FRAMES
from engine.diffusion.models.minimax_h3 import real_as
from engine.diffusion.registry.entry import Mode

ENTRY = replace(
    BY_FRAMES,
    name="minimax-h3-ref",
    title="MiniMax H3 by references",
    modes=frozenset({Mode.REFERENCES, Mode.AUDIO}),
    references=9,
    distilled=None,  # that of the other weights does not fit these
    denoisers=("transformer_ref",),
    ignore=("transformer/*",),
    real="engine.diffusion.models.minimax_h3_ref:real",
    tiny="engine.diffusion.models.minimax_h3_ref:tiny",
)


def real() -> dict[str, Any]:
    """Denoiser and VAEs at their real sizes, 33.1e9 weights the former: their classes' defaults."""
    return real_as("transformer_ref")


def tiny() -> Any:
    from engine.diffusion.models.tiny_minimax_h3 import Tiny

    return Tiny("transformer_ref")
