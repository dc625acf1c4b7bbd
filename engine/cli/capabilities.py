"""What this machine can do with what is installed on it, found out by trying."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec

from engine.contracts import EngineError, Expression, Format, VoiceSpec
from engine.dotted import load
from engine.preflight import encoder, instruments, letters, provenance
from engine.voice import BACKENDS


@dataclass(frozen=True, slots=True)
class Capability:
    """`why` says what it stands on, or what keeps it from working and what to do."""

    kind: str  # "renderer" | "voice" | "score" | "encoder" | "provenance" | "letters"
    name: str
    works: bool
    why: str


def capabilities() -> Iterator[Capability]:
    yield _tried("renderer", "rehearsal", _rehearsal)
    yield _diffusion()
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
    missing = [name for name in ("torch", "diffusers", "transformers") if not find_spec(name)]
    why = "not in this version"
    if missing:
        why += f"; will need the gpu extra, which is not installed ({', '.join(missing)})"
    return Capability("renderer", "diffusion", False, why)


def _voice(path: str) -> str:
    voice = VoiceSpec()
    load(path)().speak("One.", voice, language="en", expression=Expression.CALM, intensity=0.5)
    return path.partition(":")[0]
