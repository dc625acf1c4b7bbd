"""LoRAs: added to the weights once, before the first step, and never computed along with them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

from engine.contracts import EngineError, _
from engine.diffusion.faults import first_line, is_a_models_own
from engine.diffusion.registry import ModelEntry
from engine.dotted import load

NAME = "fused"  # what a LoRA is called from its loading to its fusing
SECOND = "transformer_2"


def fuse(pipe: Any, path: Path, strength: float, denoiser: str = "transformer") -> None:
    """Add a LoRA file, in any layout that diffusers reads, to the weights of that denoiser.

    Afterwards nothing is left of it but the changed weights. What it has for text encoders is left
    aside. Raises EngineError "adapter-broken" where it is for another model or cannot be read; the
    weights are then as they were.
    """
    try:
        _attach(pipe, path, denoiser)
        if not attached(getattr(pipe, denoiser)):
            raise ValueError("none of its layers are this model's")
        pipe.fuse_lora(
            components=[denoiser], lora_scale=strength, safe_fusing=True, adapter_names=[NAME]
        )
    except Exception as error:
        if not is_a_models_own(error):
            raise
        raise EngineError(
            "adapter-broken",
            _(
                "{file} cannot be added to this model: {error}.",
                file=path.name,
                error=first_line(error),
            ),
            _("Use a LoRA that was trained for the model that makes the shot."),
        ) from error
    finally:
        pipe.unload_lora_weights()


def distil(pipe: Any, entry: ModelEntry, files: Sequence[Path]) -> None:
    """Make the model one of few steps: a LoRA for each denoiser, and the schedule they want.

    Runs of the pipeline then have the steps and the guidance of `entry.distilled`.
    """
    wanted = entry.distilled
    if wanted is None:
        raise ValueError(f"{entry.name} has no distilled weights")
    for denoiser, file in zip(entry.denoisers, files, strict=False):
        fuse(pipe, file, 1.0, denoiser)
    kind: Any = load(wanted.scheduler_class) if wanted.scheduler_class else type(pipe.scheduler)
    pipe.scheduler = kind.from_config(pipe.scheduler.config, **dict(wanted.scheduler))


def attached(model: torch.nn.Module) -> int:
    """How many layers of the model a LoRA is computed along with."""
    from peft.tuners.tuners_utils import BaseTunerLayer  # noqa: PLC0415 - slow

    return sum(isinstance(module, BaseTunerLayer) for module in model.modules())


def _attach(pipe: Any, path: Path, denoiser: str) -> None:
    if denoiser == "unet":  # the general way asks for the text encoders, which are not there
        weights, alphas = pipe.lora_state_dict(str(path), unet_config=pipe.unet.config)
        pipe.load_lora_into_unet(
            weights, network_alphas=alphas, unet=pipe.unet, adapter_name=NAME, _pipeline=pipe
        )
        return
    which = {"load_into_transformer_2": True} if denoiser == SECOND else {}
    pipe.load_lora_weights(str(path), adapter_name=NAME, local_files_only=True, **which)
