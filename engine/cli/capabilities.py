"""What this machine can do with what is installed on it, found out by trying."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from engine.contracts import EngineError, Expression, Format, VoiceSpec
from engine.diffusion.disk import present
from engine.diffusion.lacking import COMMAND, lacking
from engine.diffusion.registry import entries
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.runtimes import libraries, tuning
from engine.dotted import load
from engine.preflight import encoder, instruments, letters, provenance
from engine.voice import BACKENDS


@dataclass(frozen=True, slots=True)
class Capability:
    """`why` says what it stands on, or what keeps it from working and what to do."""

    # "renderer" | "runtime" | "tuned" | "voice" | "score" | "encoder" | "provenance" | "letters"
    kind: str
    name: str
    works: bool
    why: str


def capabilities() -> Iterator[Capability]:
    yield _tried("renderer", "rehearsal", _rehearsal)
    yield _diffusion()
    yield from _runtimes()
    for name, path in BACKENDS.items():
        yield _tried("voice", name, partial(_voice, path))
    yield _tried("score", "instruments", instruments)
    yield _tried("encoder", "h264", partial(encoder, Format()))
    yield _tried("letters", "en", partial(letters, "Aé"))
    yield _tried("letters", "zh", partial(letters, "剧"))
    yield _tried("provenance", "c2pa", provenance)


def _tried(kind: str, name: str, attempt: Callable[[], str]) -> Capability:
    try:
        return Capability(kind, name, True, attempt())
    except EngineError as error:
        return Capability(kind, name, False, f"{error.message} {error.advice}".strip())
    except (ImportError, AttributeError, OSError) as error:
        return Capability(kind, name, False, str(error))


# Libraries are loaded here and not at the top: one that is missing is an answer, not a failure.


def _rehearsal() -> str:
    load("engine.render:render")
    return f"drawn with Skia {import_module('skia').__version__}, needs no graphics card"


def _diffusion() -> Capability:
    found = libraries.installed()
    if missing := libraries.missing(found):
        error = lacking(missing)
        return Capability("renderer", "diffusion", False, f"{error.message} {error.advice}")
    root = models_folder()
    models = [one.name for one in entries() if present(one)]
    if not models:
        why = f"no models in “{root}”: python -m engine models pull NAME"
        return Capability("renderer", "diffusion", False, why)
    return Capability("renderer", "diffusion", True, ", ".join(models))


def _runtimes() -> Iterator[Capability]:
    """What runs the models; what is wrong with its libraries; what was found out by `tune`."""
    found = libraries.installed()
    driver = libraries.driver()
    wrong = libraries.problems(found, driver)
    # One module in two builds: that for cards runs on a processor, too.
    held = {"onnxruntime": found["onnxruntime-gpu"]} if "onnxruntime-gpu" in found else {}
    for name, (needs, how) in RUNTIMES.items():
        missing = [one for one in needs if one not in found | held]
        told = f"not installed: {', '.join(missing)}; {how}"
        here = ", ".join(f"{one} {found[one]}" for one in needs if one in found)
        yield Capability("runtime", name, not missing, told if missing else here)
    yield Capability("runtime", "versions", True, f"that go together {libraries.pins(driver)}")
    for problem in wrong:
        yield Capability("runtime", "libraries", False, str(problem))
    for one in tuning.read(models_folder()).tuned:
        refused = [f"{name}: {each.why_not}" for name, each in one.tried.items() if each.why_not]
        dressed = f" with {one.wears}" if one.wears else ""
        why = "; ".join([f"{one.method} {one.shape} on {one.chosen}{dressed}", *refused])
        yield Capability("tuned", one.model, True, why)


# Name → the packages that it needs, and how they are had.
RUNTIMES = {
    "torch": (("torch",), COMMAND),
    "ort-cpu": (
        ("onnx", "onnxscript", "onnxruntime"),
        'without a card .venv/bin/pip install ".[diffusion]" "onnxruntime==1.32.*", '
        f"with one {COMMAND}",
    ),
    "ort-cuda": (("onnx", "onnxscript", "onnxruntime-gpu"), f"with a card {COMMAND}"),
    "ort-trt": (
        ("onnx", "onnxscript", "onnxruntime-gpu", "tensorrt-cu13"),
        'with a card .venv/bin/pip install ".[gpu,tensorrt]", which asks NVIDIA\'s own index',
    ),
}


def _voice(path: str) -> str:
    voice = VoiceSpec()
    load(path)().speak("One.", voice, language="en", expression=Expression.CALM, intensity=0.5)
    return path.partition(":")[0]
