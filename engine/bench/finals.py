"""`python -m engine.bench.finals [jobs]`: many small finals in one process, and what they leave.

Models are the tiny ones of the registry, so this needs no weights. Each job is another seed, and
is encoded, sampled, decoded and written; every tenth runs out of memory once on its way.
"""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import torch
from torch.nn.modules.module import register_module_forward_pre_hook

from engine.contracts import (
    Final,
    FinalsRequest,
    Format,
    RenderRequest,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
    Wording,
)
from engine.diffusion.registry import entry
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.residency import HOT
from engine.dotted import load

JOBS, TOLD_EVERY, SHORT_EVERY = 200, 20, 10
MODELS = ("flux2-klein-4b", "wan2.2-ti2v-5b")
DENOISER = "WanTransformer3DModel"


class Unwatched:
    """A caller for whom nobody waits."""

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        pass


def main() -> None:
    jobs = int(sys.argv[1]) if len(sys.argv) > 1 else JOBS
    with tempfile.TemporaryDirectory(prefix="dramabox-") as scratch:
        home = Path(scratch)
        os.environ |= {
            "DRAMABOX_MODELS": str(home / "models"),
            "DRAMABOX_STAGE_CACHE": str(home / "stages"),
            "HF_HUB_OFFLINE": "1",
        }
        for name in MODELS:
            load(entry(name).tiny)().save_pretrained(home / "models" / name)
        began = time.monotonic()
        for job in range(1, jobs + 1):
            _job(job, home)
            if job % TOLD_EVERY == 0:
                sys.stdout.write(f"{job:>4} jobs {_left(time.monotonic() - began)}\n")
                sys.stdout.flush()
                began = time.monotonic()


def _job(seed: int, home: Path) -> None:
    dressing = SetDressing(set=SetKind.HOSPITAL, place="hospital", interior=True)
    shot = Shot(slate=Slate(id="1"), duration=0.5, set=dressing, size=ShotSize.MS)
    request = RenderRequest(
        shot=shot,
        cast=(),
        format=Format(width=32, height=64, fps=8),
        seed=seed,
        renderer="diffusion",
        out=str(home / "take"),
        final=Final(steps=1),
    )
    with _runs_out(once=seed % SHORT_EVERY == 0):
        made = finals(FinalsRequest(takes=(request,)), Unwatched())
    if made.failed[0] is not None:
        raise SystemExit(made.failed[0].message)


@contextmanager
def _runs_out(once: bool) -> Iterator[None]:
    """The first pass through a video denoiser runs out of memory, where it is to."""
    left = [once]

    def run_out(module: Any, _args: Any) -> None:
        if left[0] and type(module).__name__ == DENOISER:
            left[0] = False
            raise torch.OutOfMemoryError("simulated")

    hook = register_module_forward_pre_hook(run_out)
    try:
        yield
    finally:
        hook.remove()


def _left(seconds: float) -> str:
    gc.collect()
    tensors = sum(issubclass(type(one), torch.Tensor) for one in gc.get_objects())
    memory = psutil.Process().memory_info().rss / 2**20
    return (
        f"{seconds / TOLD_EVERY:6.2f} s each  {tensors:>5} tensors  {len(HOT.held):>2} components  "
        f"{memory:7.1f} MB"
    )


if __name__ == "__main__":
    main()
