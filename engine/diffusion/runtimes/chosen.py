"""What was found out for this machine, and which ways of running follow from it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn.functional import scaled_dot_product_attention

from engine.diffusion.registry import Bucket, ModelEntry
from engine.diffusion.runtimes.cachekey import machine
from engine.diffusion.runtimes.call import FORWARD
from engine.diffusion.runtimes.stacking import Card, Speed, planned
from engine.diffusion.runtimes.tuning import Tuned, Tuning, best, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a stage is about to do with a pipeline."""

    models: Path  # where tuning.json lies
    # All that the stage makes: a graph serves the shapes that it was built for.
    buckets: tuple[Bucket, ...]
    steps: int
    guidance: float = 1.0
    distilled: bool = False
    outfit: str = ""  # name of what is fused into the denoisers
    speed: Speed | None = None  # None = as fast as goes without changing the picture much


def known(models: Path) -> Tuning:
    """What was measured of this card by these libraries; nothing where it was of others."""
    tuning = read(models)
    return tuning if tuning.machine == machine() else Tuning()


def measured(
    tuning: Tuning, entry: ModelEntry, component: str, method: str, settings: Settings
) -> tuple[Tuned, ...]:
    """What was measured of the method in all shapes; of a denoiser, in the outfit that it wears."""
    worn = settings.outfit if method == FORWARD else ""
    return tuning.measured(entry.name, f"{component}.{method}", settings.buckets, worn)


def speed_for(module: nn.Module, found: tuple[Tuned, ...], settings: Settings) -> Speed:
    """How a denoiser of which that was measured is to run."""
    return settings.speed or planned(
        settings.steps,
        settings.guidance,
        distilled=settings.distilled,
        runtime=next(iter(best(found)), "eager"),
        card=card_of(module),
    )


def card_of(module: nn.Module) -> Card:
    """What the module lies on. Downloads are out: a studio's card has no network to count on."""
    held = next(module.parameters())
    if held.device.type != "cuda":
        return Card(half=held.dtype != torch.float32)
    return Card(
        capability=torch.cuda.get_device_capability(held.device),
        half=held.dtype in (torch.bfloat16, torch.float16),
        cudnn=_cudnn_attends(held.device.index or 0),
    )


@cache
def _cudnn_attends(device: int) -> bool:
    """Whether cuDNN attends on this card by this torch, with a mask as well as without."""
    held = torch.zeros(1, 1, 64, 64, dtype=torch.bfloat16, device=f"cuda:{device}")
    mask = torch.zeros(1, 1, 1, 64, dtype=torch.bfloat16, device=held.device)
    try:
        with sdpa_kernel(SDPBackend.CUDNN_ATTENTION):
            scaled_dot_product_attention(held, held, held)
            scaled_dot_product_attention(held, held, held, attn_mask=mask)
    except RuntimeError:
        return False
    return True
