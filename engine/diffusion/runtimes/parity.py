"""How far what a runtime makes is from what torch makes of the same inputs in float32."""

from collections.abc import Sequence
from math import isnan

from torch import Tensor

TOLERANCE = 1e-4  # greatest difference of any number, in float32


def difference(one: Sequence[Tensor], other: Sequence[Tensor]) -> float:
    """The greatest there is; infinite where shapes or numbers of results are not the same."""
    if len(one) != len(other) or any(a.shape != b.shape for a, b in zip(one, other, strict=True)):
        return float("inf")
    gaps = [
        (a.float() - b.float().to(a.device)).abs().max().item()
        for a, b in zip(one, other, strict=True)
    ]
    worst = max(gaps, default=0.0)
    return worst if not isnan(worst) else float("inf")
