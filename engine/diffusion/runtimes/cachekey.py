"""Where files of a runtime are kept: by everything that would make them wrong if it changed."""

import hashlib
import json
import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.diffusion.runtimes.call import Call, tensors_of
from engine.diffusion.runtimes.export import VERSION

LIBRARIES = (
    "torch",
    "diffusers",
    "onnx",
    "onnxscript",
    "onnxruntime",
    "onnxruntime-gpu",
    "tensorrt-cu13",
)
CHUNK = 1 << 24  # numbers summed at a time


@cache
def machine() -> dict[str, str]:
    """The card with its driver, or the processor, and versions of all that takes part."""
    found = {"card": platform.machine(), "driver": "", "exporter": VERSION}
    if torch.cuda.is_available():
        card = torch.cuda.get_device_properties(0)
        found |= {"card": f"{card.name} sm_{card.major}{card.minor}", "driver": _driver()}
    for library in LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            continue
    return found


def _driver() -> str:
    path = Path("/proc/driver/nvidia/version")
    return path.read_text(encoding="utf-8").splitlines()[0] if path.exists() else ""


def key(settled: Mapping[str, Any]) -> str:
    """16 hexadecimal digits; the order of `settled` does not matter."""
    written = json.dumps(settled, sort_keys=True, default=repr)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def folder_for(call: Call, inputs: Mapping[str, Tensor]) -> Path:
    """What must not change: machine, libraries, exporter, weights with what is fused, arguments."""
    settled = {name: repr(held) for name, held in call.arguments.items() if _settled(held)}
    given: Any = call.module.config
    config = {name: held for name, held in dict(given).items() if name[0] != "_"}
    made = key(
        {
            "machine": machine(),
            "part": [type(call.module).__name__, call.method],
            "config": config,  # as JSON: read from disk, its tuples are lists
            "inputs": {name: [str(held.dtype), *held.shape] for name, held in inputs.items()},
            "settled": settled,
            "weights": fingerprint(call.module),
        }
    )
    return call.folder / f"{call.component}-{call.method}-{made}"


def _settled(value: Any) -> bool:
    return not tensors_of({"": value})


def fingerprint(module: nn.Module) -> str:
    """Of all weights: names, shapes, types and two sums of their bits, taken where they lie."""
    digest = hashlib.sha256()
    for name, held in sorted(module.state_dict().items()):
        sums = _sums(held)
        digest.update(f"{name} {held.dtype} {tuple(held.shape)} {sums}\n".encode())
    return digest.hexdigest()


def _sums(held: Tensor) -> tuple[int, int]:
    bits = held.detach().contiguous().flatten().view(torch.uint8)
    wide = bits.view(torch.int16) if bits.numel() % 2 == 0 else bits
    plain = by_place = 0
    for start in range(0, wide.numel(), CHUNK):
        some = wide[start : start + CHUNK].to(torch.int64)
        places = torch.arange(start + 1, start + 1 + some.numel(), device=some.device) % 65521
        plain += int(some.sum())
        by_place += int((some * places).sum())
    return plain, by_place
