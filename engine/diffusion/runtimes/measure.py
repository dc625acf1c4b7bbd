"""One call on each runtime: does it work, is it right, how long does it take."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

import torch
from msgspec.structs import replace
from torch import Tensor, nn

from engine.contracts import EngineError
from engine.diffusion.runtimes.cachekey import fingerprint
from engine.diffusion.runtimes.call import Call, plain, results_of, tensors_of, with_tensors
from engine.diffusion.runtimes.parity import TOLERANCE, difference
from engine.diffusion.runtimes.runtime import runtime, runtimes
from engine.diffusion.runtimes.tuning import Tried, Tuned

BEGUN = "the process ended while it was tried"  # stays where that is what happened
CALLS, ENOUGH = 5, 20.0  # calls timed at most; seconds after which fewer do
SLACK = 1.5  # 16 bit: how much farther from float32 than torch in 16 bit one may be


def tune_call(tuned: Tuned, call: Call, keep: Callable[[Tuned], None]) -> Tuned:
    """All runtimes in order. `keep` is called before and after each, so that one that takes the
    process with it is known for it by the next.
    """
    weights = fingerprint(call.module)
    if tuned.weights != weights:
        tuned = replace(tuned, weights=weights, chosen="eager", tried={})
    meant = in_float32(call)
    own = difference(meant, called(call.module, call))
    allowed = TOLERANCE if _is_float32(call.module) else max(TOLERANCE, own * SLACK)
    for name in runtimes(call.module):
        before = tuned.tried.get(name)
        if before is not None and before.why_not == BEGUN:
            continue
        tuned = tuned.with_tried(name, Tried(why_not=BEGUN))
        keep(tuned)
        tuned = tuned.with_tried(name, tried(name, call, meant, allowed))
        keep(tuned)
    return tuned


def tried(name: str, call: Call, meant: tuple[Tensor, ...], allowed: float) -> Tried:
    """Any failure of a runtime is an answer: that it is not for this call."""
    chosen = runtime(name, call.module)
    try:
        folder = chosen.built(call)
        stand_in = chosen.swapped(call.module, call.method, [call.folder / folder])
        gap = difference(meant, called(stand_in, call))
        if gap > allowed:
            return Tried(difference=gap, why_not=f"differs from torch by {gap:.1e}")
        return Tried(seconds=seconds(lambda: called(stand_in, call)), difference=gap, folder=folder)
    except Exception as error:  # noqa: BLE001  runtimes fail in ways of their own
        return Tried(why_not=reason(error))
    finally:
        plain(call.module)


def reason(error: Exception) -> str:
    """One line of what went wrong."""
    if isinstance(error, EngineError):
        return f"{error.message} {error.advice}".strip()
    first: BaseException = error
    while first.__cause__ is not None:  # the exporter wraps what happened in advice to its makers
        first = first.__cause__
    said = [line.strip() for line in str(first).splitlines() if line.strip()]
    return f"{type(first).__name__}: {said[-1] if said else ''}"[:300]


def called(module: Any, call: Call) -> tuple[Tensor, ...]:
    with torch.no_grad():
        return results_of(getattr(module, call.method)(**call.arguments))


def seconds(run: Callable[[], object]) -> float:
    """The middle of several calls, after one that warms up."""
    taken: list[float] = []
    run()
    while len(taken) < CALLS and sum(taken) < ENOUGH:
        settle()
        began = time.perf_counter()
        run()
        settle()
        taken.append(time.perf_counter() - began)
    return median(taken)


def settle() -> None:
    """Waits until the card has done what it was asked."""
    if torch.cuda.is_available():
        torch.cuda.synchronize()


def in_float32(call: Call) -> tuple[Tensor, ...]:
    """What torch makes of the same inputs in float32; weights of 16 bits come back unharmed."""
    with widened(call.module):
        held = tensors_of(call.arguments)
        wide = {name: one.float() if one.is_floating_point() else one for name, one in held.items()}
        arguments = with_tensors(call.arguments, wide)
        with torch.no_grad():
            return results_of(getattr(call.module, call.method)(**arguments))


@contextmanager
def widened(module: nn.Module) -> Iterator[None]:
    held = [*module.parameters(), *module.buffers()]
    types = [one.dtype for one in held]
    for one in held:
        if one.is_floating_point():
            one.data = one.data.float()
    try:
        yield
    finally:
        for one, kind in zip(held, types, strict=True):
            one.data = one.data.to(kind)


def _is_float32(module: nn.Module) -> bool:
    return all(held.dtype == torch.float32 for held in module.parameters())
