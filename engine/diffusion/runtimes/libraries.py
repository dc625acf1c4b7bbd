"""Which libraries for final takes are installed, found without importing them, and what is wrong.

What works together is measured nowhere in one place: these are the versions whose needs agree.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from engine.contracts import Wording, _
from engine.diffusion.lacking import COMMAND

NEEDED = ("torch", "diffusers", "transformers")
WATCHED = (
    *NEEDED,
    "onnx",
    "onnxscript",
    "onnxruntime",
    "onnxruntime-gpu",
    "tensorrt",
    "tensorrt-cu13",
    "torch-tensorrt",
)
# Versions that go together, as pyproject.toml has them, with a card and without one.
CARD = {
    "torch": "2.14–2.15",
    "diffusers": "0.42",
    "onnxruntime-gpu": "1.31",
    "tensorrt-cu13": "10.16.1.11",
}
PROCESSOR = {"torch": "2.13–2.15", "diffusers": "0.42", "onnxruntime": "1.32"}
TENSORRT = 10  # the major whose libnvinfer.so.10 onnxruntime-gpu's provider is linked to
CUDA, DRIVER = 13, 580  # from torch 2.15 on, and the driver that CUDA 13 needs
DRIVER_FILE = Path("/proc/driver/nvidia/version")
Versions = Mapping[str, str]


def installed(find: Callable[[str], Any] = find_spec) -> dict[str, str]:
    """Versions of those that are there and can be imported."""
    found = {}
    for name in WATCHED:
        module = name.removesuffix("-gpu").replace("-", "_").removesuffix("_cu13")
        try:
            if find(module) is not None:
                found[name] = version(name)
        except (PackageNotFoundError, ValueError):  # ValueError: kept from being imported
            continue
    return found


def driver() -> int:
    """Major version of the card's driver; 0 where there is none."""
    if not DRIVER_FILE.exists():
        return 0
    words = DRIVER_FILE.read_text(encoding="utf-8").split()
    majors = [word.split(".")[0] for word in words if word[:3].isdigit() and "." in word]
    return int(majors[0]) if majors else 0


def pins(driver_major: int) -> str:
    """The versions that go together on a machine with a card of that driver, 0 = without one."""
    where, held = ("with a card", CARD) if driver_major else ("without a card", PROCESSOR)
    return f"{where}: {', '.join(f'{name} {versions}' for name, versions in held.items())}"


def missing(found: Versions) -> tuple[str, ...]:
    return tuple(name for name in NEEDED if name not in found)


def problems(found: Versions, driver_major: int) -> tuple[Wording, ...]:
    """What keeps libraries that are there from working together; pure."""
    said = []
    if "onnxruntime" in found and "onnxruntime-gpu" in found:
        said.append(
            _(
                "onnxruntime and onnxruntime-gpu are both installed and overwrite each other: "
                "uninstall both, then install the one for this machine."
            )
        )
    if driver_major:
        said += _for_processors(found)
    tensorrt = found.get("tensorrt-cu13") or found.get("tensorrt")
    if tensorrt and "onnxruntime-gpu" in found and _major(tensorrt) != TENSORRT:
        said.append(
            _(
                "TensorRT {version} is installed, but onnxruntime-gpu needs libnvinfer.so.10: "
                "install tensorrt-cu13==10.16.1.11.",
                version=tensorrt,
            )
        )
    if "torch-tensorrt" in found and "onnxruntime-gpu" in found:
        said.append(
            _(
                "torch-tensorrt needs TensorRT 11 and onnxruntime-gpu needs 10: "
                "they cannot be in one environment. Uninstall torch-tensorrt."
            )
        )
    if 0 < driver_major < DRIVER and needs_cuda_13(found):
        said.append(
            _(
                "The card's driver {driver} is too old for CUDA 13, with which these libraries "
                "are built: install driver {least} or later.",
                driver=driver_major,
                least=DRIVER,
            )
        )
    return tuple(said)


def _for_processors(found: Versions) -> Iterator[Wording]:
    """What cannot use the card that is there."""
    if "onnxruntime" in found and "onnxruntime-gpu" not in found:
        yield _(
            "onnxruntime is installed in its build for processors, and this machine has a card: "
            ".venv/bin/pip uninstall onnxruntime, then {command}",
            command=COMMAND,
        )
    torch = found.get("torch", "")
    if torch.endswith("+cpu"):
        yield _(
            "torch {version} is a build for processors and cannot use the card of this machine: "
            ".venv/bin/pip uninstall torch, then {command}",
            version=torch,
            command=COMMAND,
        )
    elif torch and not _is_within(torch, CARD["torch"]):
        yield _(
            "torch {version} is not of those that go together with a card, {versions}: {command}",
            version=torch,
            versions=CARD["torch"],
            command=COMMAND,
        )


def _is_within(version_: str, versions: str) -> bool:
    """Whether "2.14.1+cu130" is of "2.14–2.15"."""
    first, _dash, last = versions.partition("–")
    return _minor(first) <= _minor(version_) <= _minor(last or first)


def _minor(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.partition("+")[0].split(".")[:2]))


def needs_cuda_13(found: Versions) -> bool:
    """Of torch the build says it in its version; without one, wheels from 2.15 on are of CUDA 13"""
    number, _plus, build = found.get("torch", "").partition("+")
    if build.startswith("cu"):
        return build.startswith(f"cu{CUDA}")
    late = _minor(number) >= (2, 15) if number else False
    return not build and (late or "onnxruntime-gpu" in found)


def _major(number: str) -> int:
    return int(number.split(".", maxsplit=1)[0])
