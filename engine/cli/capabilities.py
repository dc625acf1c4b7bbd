"""What this machine can do with what is installed on it, found out by trying."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from engine.contracts import EngineError
from engine.voice import BACKENDS


@dataclass(frozen=True, slots=True)
class Capability:
    """`why` says what it stands on, or what keeps it from working and what to do."""

    kind: str  # "renderer" | "voice" | "encoder" | "provenance" | "letters"
    name: str
    works: bool
    why: str


def capabilities() -> Iterator[Capability]:
    yield _tried("renderer", "rehearsal", _rehearsal)
    yield _diffusion()
    for name, path in BACKENDS.items():
        yield _tried("voice", name, lambda path=path: _importable(path))
    yield _tried("encoder", "h264", _encoder)
    yield _tried("letters", "en", lambda: _letters("Aé"))
    yield _tried("letters", "zh", lambda: _letters("剧"))
    yield _tried("provenance", "c2pa", _c2pa)


def _tried(kind: str, name: str, attempt: Callable[[], str]) -> Capability:
    try:
        return Capability(kind, name, True, attempt())
    except EngineError as error:
        return Capability(kind, name, False, f"{error.message} {error.advice}".strip())
    except (ImportError, OSError) as error:
        return Capability(kind, name, False, str(error))


def _rehearsal() -> str:
    import skia

    _importable("engine.render:render")
    return f"drawn with Skia {skia.__version__}, needs no graphics card"


def _diffusion() -> Capability:
    missing = [name for name in ("torch", "diffusers", "transformers") if not find_spec(name)]
    if missing:
        why = f"not in this version, and the gpu extra is not installed ({', '.join(missing)})"
    else:
        why = "not in this version"
    return Capability("renderer", "diffusion", False, why)


def _importable(path: str) -> str:
    module, _, name = path.partition(":")
    getattr(import_module(module), name)
    return path.partition(":")[0]


def _encoder() -> str:
    import av

    from engine.contracts import Format
    from engine.edit.clip import model

    model(Format())
    return f"libx264 and AAC in PyAV {av.__version__}"


def _letters(text: str) -> str:
    from engine.edit.badge import typeface_for

    return str(typeface_for(text).getFamilyName())


def _c2pa() -> str:
    import c2pa

    return f"c2pa {c2pa.sdk_version()}"
