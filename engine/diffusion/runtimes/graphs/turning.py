"""Rotation by angles that come from outside as cosines and sines, as graphs need it."""

from typing import Any

import torch
from torch import Tensor


def turned(vectors: Tensor, angles: Tensor, **_how: Any) -> Tensor:
    """(batch, place, head, side) by angles (place, side / 2, cosine and sine), in float32."""
    cosine, sine = angles[None, :, None, :, 0], angles[None, :, None, :, 1]
    first, second = vectors.float().reshape(*vectors.shape[:-1], -1, 2).unbind(-1)
    pairs = (first * cosine - second * sine, first * sine + second * cosine)
    return torch.stack(pairs, -1).flatten(-2).type_as(vectors)
