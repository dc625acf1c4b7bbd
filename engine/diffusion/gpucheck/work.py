"""One item of the check in a process of its own: each measurement is a line of JSON on stdout."""

import json
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import diffusers
import torch
from torch import Tensor

from engine.diffusion.families import Footage, Run, Tensors
from engine.diffusion.gpucheck.items import ITEMS
from engine.diffusion.gpucheck.report import compared
from engine.diffusion.gpucheck.setup import Setup
from engine.diffusion.runtimes.call import DECODE, FORWARD, Call, plain, recorded
from engine.diffusion.runtimes.chosen import card_of
from engine.diffusion.runtimes.equip import apply
from engine.diffusion.runtimes.measure import reason, settle
from engine.diffusion.runtimes.runtime import runtime, runtimes, swapped
from engine.diffusion.runtimes.stacking import CUDNN, SWAPPED, Speed, refusals

FEW_FRAMES = 5  # of a VAE that goes through them one after the other
STEPS = 3  # of which the first is not counted


def main(arguments: list[str]) -> None:
    name, device, *rest = arguments
    item, tiny = ITEMS[name], "--tiny" in rest
    setup = Setup(item, torch.device(device), tiny=tiny)
    run = Run(bucket=setup.bucket, seed=1, steps=STEPS, guidance=1.0)
    with torch.no_grad():
        WORK[item.work](setup, run)


def tell(**row: Any) -> None:
    sys.stdout.write(json.dumps({"machine": machine(), **row}) + "\n")
    sys.stdout.flush()


def machine() -> str:
    card = torch.cuda.get_device_name() if torch.cuda.is_available() else platform.machine()
    return f"{card}, torch {torch.__version__}, diffusers {diffusers.__version__}"


# --- steps of a denoiser -----------------------------------------------------------------------


def sample(setup: Setup, run: Run) -> None:
    """Plain diffusers first, then with one way after the other added; the picture is compared."""
    plainly, eager, _gib = sampled(setup, run, "eager", 0.0, None)
    speeds = list(ways(run.steps, runtimes(setup.pipe.transformer)))
    for speed in speeds:
        named = ", ".join(filter(None, (speed.attention, speed.runtime, speed.weights)))
        wrong = refusals(speed, card_of(setup.pipe.transformer))
        if wrong:
            tell(way=named, what=shape(setup), why_not=wrong[0].message)
            continue
        try:
            with using(setup.pipe.transformer, speed):
                _latents, took, gib = sampled(setup, run, named, eager, plainly)
                if speed == speeds[-1]:
                    again(setup, run, named, took, gib)
        except Exception as error:  # noqa: BLE001  one way that fails is one line
            tell(way=named, what=shape(setup), why_not=reason(error))


def ways(steps: int, there: dict[str, str]) -> Iterator[Speed]:
    """Each adds one thing to the one before; eight bits last, for they cannot be taken back."""
    if "compile" not in there:
        yield Speed(steps=steps)  # a processor has none of them: the same again
        return
    yield Speed(steps=steps, attention=CUDNN)
    yield Speed(steps=steps, attention=CUDNN, runtime="compile")
    yield Speed(steps=steps, attention=CUDNN, runtime="compile", weights="fp8")


@contextmanager
def using(module: Any, speed: Speed) -> Iterator[None]:
    apply(module, speed)
    runtime(speed.runtime, module).swapped(module, FORWARD, ())
    try:
        yield
    finally:
        plain(module)


def sampled(
    setup: Setup, run: Run, way: str, eager: float, plainly: Tensor | None
) -> tuple[Tensor, float, float]:
    """Latents, seconds a step and the peak; told as a row."""
    one_step(setup, run)  # compiles, chooses kernels, fills caches
    latents, took, gib = timed(setup, run)
    differs = apart(plainly, latents) if plainly is not None else 0.0
    tell(
        way=way,
        what=shape(setup),
        seconds=took,
        eager=eager,
        peak_gib=gib,
        differs=differs,
        note="" if bool(torch.isfinite(latents).all()) else "not finite",
    )
    return latents, took, gib


def one_step(setup: Setup, run: Run) -> Tensors:
    """Latents of one step: good for their shape only."""
    return setup.family.sample(
        setup.pipe,
        setup.told,
        setup.conditions,
        replace(run, steps=1),
        lambda _step, _latents: None,
    )


def timed(setup: Setup, run: Run) -> tuple[Tensor, float, float]:
    stamps: list[float] = []

    def stamp(_step: int, _latents: Tensors) -> None:
        settle()
        stamps.append(time.perf_counter())

    forget_peak()
    made = setup.family.sample(setup.pipe, setup.told, setup.conditions, run, stamp)
    took = [later - before for before, later in pairwise(stamps)]
    return made["latents"].float(), median(took), peak_gib()


def again(setup: Setup, run: Run, way: str, took: float, gib: float) -> None:
    """A later run must be no slower and take no more memory than the first."""
    _latents, later, later_gib = timed(setup, run)
    tell(
        way=f"{way}: again",
        what=shape(setup),
        seconds=later,
        eager=took,
        peak_gib=later_gib,
        note=compared(took, later, gib, later_gib),
    )


# --- decoding ----------------------------------------------------------------------------------


def decode(setup: Setup, run: Run) -> None:
    """The VAE's way back: in torch as it is, then on each runtime that there is."""
    vae, latents = setup.pipe.vae, one_step(setup, run)
    with recorded(setup.pipe, [("vae", DECODE)]) as recording:
        plainly, eager = decoded(setup, run, latents, "eager", 0.0, None)
    for name in [each for each in runtimes(vae) if each != "eager"]:
        if name in SWAPPED and run.bucket.frames > FEW_FRAMES:
            tell(way=name, what=shape(setup), why_not="so many frames make too large a graph")
            continue
        try:
            with tempfile.TemporaryDirectory() as folder:
                arguments = recording.arguments["vae", DECODE]
                swapped(
                    name,
                    Call(
                        component="vae",
                        method=DECODE,
                        module=vae,
                        arguments=arguments,
                        folder=Path(folder),
                    ),
                )
                decoded(setup, run, latents, name, eager, plainly)
        except Exception as error:  # noqa: BLE001  one way that fails is one line
            tell(way=name, what=shape(setup), why_not=reason(error))
        finally:
            plain(vae)


def decoded(
    setup: Setup, run: Run, latents: Tensors, way: str, eager: float, plainly: Any
) -> tuple[Any, float]:
    setup.family.decode(setup.pipe, latents, run)
    footage, took = decoded_once(setup, run, latents)
    frames = torch.from_numpy(footage.frames).float()
    differs = apart(plainly, frames) if plainly is not None else 0.0
    tell(
        way=way, what=shape(setup), seconds=took, eager=eager, peak_gib=peak_gib(), differs=differs
    )
    return frames, took


def decoded_once(setup: Setup, run: Run, latents: Tensors) -> tuple[Footage, float]:
    forget_peak()
    began = time.perf_counter()
    footage = setup.family.decode(setup.pipe, latents, run)
    settle()
    return footage, time.perf_counter() - began


# --- out of memory -----------------------------------------------------------------------------


def memory(setup: Setup, run: Run) -> None:
    """Leaves the card too little to decode in one piece, and decodes by tiles after the failure."""
    latents = one_step(setup, run)
    if not torch.cuda.is_available():
        tell(way="tiles after a failure", what=shape(setup), why_not="needs a card to fill")
        return
    setup.pipe.transformer = None
    forget_peak()
    before = torch.cuda.memory_allocated()
    setup.family.decode(setup.pipe, latents, run)
    needs = torch.cuda.max_memory_allocated() - before
    torch.cuda.empty_cache()
    free, _total = torch.cuda.mem_get_info()
    ballast = torch.empty(max(free - needs // 2, 0), dtype=torch.uint8, device="cuda")
    try:
        setup.family.decode(setup.pipe, latents, run)
    except torch.cuda.OutOfMemoryError:
        torch.cuda.empty_cache()
        setup.pipe.vae.enable_tiling()
        _footage, took = decoded_once(setup, run, latents)
        note = f"half of {needs / 2**30:.1f} GiB was free; decoded by tiles after the failure"
        tell(way="tiles", what=shape(setup), seconds=took, peak_gib=peak_gib(), note=note)
    else:
        tell(way="tiles", what=shape(setup), why_not="decoded in half of the memory it took before")
    del ballast


# --- what all do -------------------------------------------------------------------------------

WORK: dict[str, Callable[[Setup, Run], None]] = {
    "sample": sample,
    "decode": decode,
    "memory": memory,
}


def shape(setup: Setup) -> str:
    bucket = setup.bucket
    return f"{bucket.width}×{bucket.height}×{bucket.frames}"


def apart(one: Tensor, other: Tensor) -> float:
    """Root mean square of the difference, as a share of the first's own."""
    gap = (one - other).pow(2).mean().sqrt()
    return float(gap / one.pow(2).mean().sqrt().clamp(min=1e-12))


def forget_peak() -> None:
    settle()
    if torch.cuda.is_available():
        torch.cuda.reset_peak_memory_stats()


def peak_gib() -> float:
    return torch.cuda.max_memory_allocated() / 2**30 if torch.cuda.is_available() else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
