"""What goes wrong inside libraries, told apart: want of memory, a card in trouble, all else."""

import torch

from engine.contracts import CancelledError, EngineError

# How libraries beside torch say that an allocation failed.
_SAID = (
    "CUBLAS_STATUS_ALLOC_FAILED",
    "CUDNN_STATUS_ALLOC_FAILED",
    "CUDA error: out of memory",
    "Failed to allocate memory for requested buffer",
    "DefaultCPUAllocator: can't allocate memory",
)
NOT_BUILT = "shape-not-built"  # an EngineError's code
_LINE = 300  # characters of a library's message that are shown


def is_out_of_memory(error: BaseException) -> bool:
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return any(said in str(error) for said in _SAID)  # ONNX Runtime's are no RuntimeError


class GraphError(Exception):
    """A graph did not do, where torch may."""


def is_of_a_graph(error: Exception) -> bool:
    """Whether the same work may be done without graphs."""
    return isinstance(error, GraphError) or (
        isinstance(error, EngineError) and error.code == NOT_BUILT
    )


def is_a_models_own(error: Exception) -> bool:
    """Whether it comes of this model or what it was given, so that others can still be made.

    Not so where somebody asked to stop, an error is in words already, memory ran out (another rung
    may do), a library is missing, or the card may be lost to this process.
    """
    if isinstance(error, CancelledError | EngineError | ImportError) or is_out_of_memory(error):
        return False
    return type(error).__name__ != "AcceleratorError" and "CUDA error" not in str(error)


def first_line(error: Exception) -> str:
    """What a library says, short enough for a page; its kind where it says nothing."""
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:_LINE].rstrip(". ")
