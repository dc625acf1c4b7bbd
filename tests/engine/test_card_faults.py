"""After some faults of a card a process can do nothing on it any more; after others it can."""

import pytest

from engine.contracts import EngineError, Wording
from engine.serve import has_lost_the_card


class AcceleratorError(RuntimeError):
    """As torch calls what a card says."""


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


FAULT = RuntimeError("CUDA error: device-side assert triggered\nCompile with TORCH_USE_CUDA_DSA")


@pytest.mark.parametrize(
    "error",
    [
        FAULT,
        RuntimeError("CUDA error: an illegal memory access was encountered"),
        AcceleratorError("unspecified launch failure"),
        RuntimeError("CUDA error: uncorrectable ECC error encountered"),
        caused(EngineError("model-broken", Wording("It cannot be loaded.")), FAULT),
    ],
)
def test_a_fault_that_stays_ends_the_engine(error: Exception) -> None:
    assert has_lost_the_card(error)


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("CUDA error: out of memory"),
        RuntimeError("CUDA error: invalid argument"),
        RuntimeError("The size of tensor a (3) must match the size of tensor b (4)"),
        ValueError("illegal memory access"),
        EngineError("disk-full", Wording("There is no space left on the disk.")),
    ],
)
def test_whatever_else_goes_wrong_the_engine_stays(error: Exception) -> None:
    assert not has_lost_the_card(error)
