"""A model's pipeline with random weights, made where it will run and in the type it will run in."""

from collections.abc import Iterable
from typing import Any

import diffusers
import torch
from PIL import Image
from torch import Tensor, nn

from engine.diffusion.families import Conditions, Family, Prompt
from engine.diffusion.gpucheck.items import Item
from engine.diffusion.registry import Bucket, Mode, entry
from engine.dotted import load

WORDS = 512  # tokens of a prompt
KEPT_WIDE = "_keep_in_fp32_modules"


class Setup:
    """Pipeline, family and what the denoiser is told."""

    def __init__(self, item: Item, device: torch.device, *, tiny: bool) -> None:
        self.entry = entry(item.model)
        self.family: Family = load(self.entry.family)(self.entry)
        self.bucket = smallest(self.entry.rules, self.entry.modes) if tiny else item.bucket
        self.pipe: Any = (
            load(self.entry.tiny)() if tiny else pipeline(item, self.entry.real, device)
        )
        self.pipe.set_progress_bar_config(disable=True)
        picture = Image.linear_gradient("L").resize((self.bucket.width, self.bucket.height))
        self.conditions = Conditions(first=picture.convert("RGB"))
        self.told = (
            self.family.encode(self.pipe, Prompt(text="She turns."), self.conditions)
            if tiny
            else told(self.pipe)
        )


def smallest(rules: Any, modes: Iterable[Mode]) -> Bucket:
    side = 64 if Mode.REFERENCES in modes else 2 * rules.multiple
    return Bucket(width=side, height=side, frames=rules.min_frames, fps=rules.fps)


def pipeline(item: Item, real: str, device: torch.device) -> Any:
    """The entry's pipeline without encoders; random weights in bfloat16 on the device."""
    about = entry(item.model)
    torch.manual_seed(0)
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)
    try:
        with torch.device(device):
            components = load(real)()
    finally:
        torch.set_default_dtype(before)
    for name in item.leave_out:
        components[name] = None
    for component in components.values():
        if isinstance(component, nn.Module):
            _widen(component.eval().requires_grad_(False))
    kind = getattr(diffusers, about.pipeline)
    takes = set(kind._get_signature_keys(kind)[0])
    absent = {name: None for name in takes if name not in components and name != "scheduler"}
    options = {"expand_timesteps": True} if about.name == "wan2.2-ti2v-5b" else {}
    scheduler = diffusers.FlowMatchEulerDiscreteScheduler()
    made = kind(**components, **absent, scheduler=scheduler, **options)
    made.to(device)
    return made


def _widen(module: nn.Module) -> None:
    """What diffusers keeps in 32 bits when it loads in 16."""
    kept = getattr(module, KEPT_WIDE, None) or ()
    for name, held in module.named_parameters():
        if any(part in kept for part in name.split(".")):
            held.data = held.data.float()


def told(pipe: Any) -> dict[str, Tensor]:
    """Noise in the shape of what its text encoder would say."""
    config = pipe.transformer.config
    made = torch.Generator().manual_seed(0)

    def noise(*shape: int) -> Tensor:
        return torch.randn(*shape, generator=made).to(torch.bfloat16)

    connectors = getattr(pipe, "connectors", None)
    if connectors is not None:
        layers = connectors.config.text_proj_in_factor
        words = noise(1, 1024, connectors.config.caption_channels * layers)
        return {"prompt_embeds": words, "prompt_attention_mask": torch.ones(1, 1024)}
    width = config.get("text_dim") or config.get("joint_attention_dim")
    return {"prompt_embeds": noise(1, WORDS, width)}
