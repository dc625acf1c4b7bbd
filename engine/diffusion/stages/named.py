"""The names of what stages keep: of all that it was made from. JSON types, for `Kept` to hash.

`model` names a model's files, what is fused into them, and all that its pixels depend on besides.
"""

import hashlib
from dataclasses import asdict
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.diffusion.families import Conditions, Prompt, Run, Tensors
from engine.diffusion.pictures import digest


def told_key(model: Any, prompt: Prompt, shown: Conditions | None) -> Any:
    """`shown` are the pictures that the encoder sees; None of one that reads words alone."""
    return ("told", model, prompt.text, prompt.negative, _pictures(shown) if shown else [])


def latents_key(model: Any, told: Tensors, led: Conditions, run: Run) -> Any:
    return ("latents", model, _bits(told), _pictures(led), asdict(run))


def picture_key(model: Any, latents: Tensors) -> Any:
    return ("picture", model, _bits(latents))


def _pictures(led: Conditions) -> list[str]:
    return digest([led.first, led.last, *led.references, *led.control])


def _bits(tensors: Tensors) -> list[tuple[str, str]]:
    """Names tensors by their bits."""
    return [(name, _digest(tensors[name])) for name in sorted(tensors)]


def _digest(tensor: Tensor) -> str:
    flat: NDArray[np.uint8] = tensor.contiguous().view(torch.uint8).numpy()
    return hashlib.blake2b(flat.data, digest_size=16).hexdigest()
