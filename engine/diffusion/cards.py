"""Small models of one's own as folders: an ONNX file and a TOML card that says how to feed it."""

import errno
import os
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from engine.contracts import EngineError, Problem, Severity, Wording, _
from engine.diffusion.mistakes import mistakes, together
from engine.diffusion.onnx_files import is_graph

NAME = r"^[^/\\]*[^/\\.][^/\\]*$"  # of a file beside the card


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every card says."""

    title: str
    licence: str  # SPDX where there is one
    file: Annotated[str, Meta(pattern=NAME)] = "model.onnx"


Kind = TypeVar("Kind", bound=Card)


def read_card(path: Path, kind: type[Kind]) -> Kind:
    """The card at `path`. Raises EngineError "no-card" and "bad-card"."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        read = tomllib.loads(path.read_text("utf-8"))
        if reasons := mistakes(read, kind):
            raise _bad_card(path, together(reasons))
        return msgspec.convert(read, kind)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _missing(path.name, path.parent) from error
    except (OSError, ValueError, RecursionError) as error:
        raise _bad_card(path, str(error)) from error


def _bad_card(path: Path, error: Wording | str) -> EngineError:
    return EngineError(
        "bad-card",
        _(
            "“{name}” of “{folder}” cannot be read: {error}.",
            name=path.name,
            folder=_shown(path.parent),
            error=error,
        ),
        _("Compare it with the cards in docs/small-models.md."),
    )


def read_cards(
    root: Path, name: str, kind: type[Kind]
) -> tuple[dict[Path, Kind], tuple[Problem, ...]]:
    """The cards of that name in the folders of `root`, by folder, and what is wrong with others."""
    found: dict[Path, Kind] = {}
    problems = []
    for folder in sorted(path for path in root.glob("*") if path.is_dir()):
        try:
            card = read_card(folder / name, kind)
            if not (folder / card.file).is_file():
                raise _missing(card.file, folder)
            if not is_graph(folder / card.file):
                raise no_graph(folder / card.file)
            found[folder] = card
        except EngineError as error:
            problems.append(error.problem(Severity.WARNING))
    return found, tuple(problems)


def _missing(name: str, folder: Path) -> EngineError:
    return EngineError(
        "no-card",
        _("There is no “{name}” in “{folder}”.", name=name, folder=_shown(folder)),
        _("Put the model's ONNX file there, and a card that describes it."),
    )


def no_graph(path: Path) -> EngineError:
    return EngineError(
        "bad-graph",
        _(
            "“{name}” of “{folder}” is no whole ONNX file.",
            name=path.name,
            folder=_shown(path.parent),
        ),
        _("Export it again, or fetch the file again."),
    )


def _shown(folder: Path) -> str:
    """With the folder that it is in, which says of what kind it is; also of no UTF-8."""
    return f"{folder.parent.name}/{folder.name}".encode(errors="replace").decode()


class Graph:
    """An ONNX file ready to run on the card where onnxruntime has one, else on the processor.

    Arrays go in and come out as float32, whatever precision the file has.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        import onnxruntime  # noqa: PLC0415  # on use: what is judged without weights needs none

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        wanted = ("CUDAExecutionProvider", "CPUExecutionProvider")
        there = onnxruntime.get_available_providers()
        providers = [name for name in wanted if name in there]
        self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=providers)
        self.inputs: list[Any] = self._session.get_inputs()
        self.outputs = [output.name for output in self._session.get_outputs()]

    def named(self, *arrays: NDArray[Any]) -> dict[str, NDArray[np.float32]]:
        """All outputs by name, for arrays in the order of the file's inputs."""
        return dict(zip(self.outputs, self(*arrays), strict=True))

    def __call__(self, *arrays: NDArray[Any]) -> list[NDArray[np.float32]]:
        """All outputs, for arrays in the order of the file's inputs; EngineError "bad-graph"."""
        try:
            feeds = {
                one.name: np.ascontiguousarray(array, _dtype(one.type))
                for one, array in zip(self.inputs, arrays, strict=True)
            }
            made = [np.asarray(found, np.float32) for found in self._session.run(None, feeds)]
        except Exception as error:  # onnxruntime's errors have no common base
            raise _unfit(self._path, str(error).strip().rstrip(".")) from error
        if not all(np.isfinite(found).all() for found in made):
            raise _unfit(self._path, "nan")
        return made


def _unfit(path: Path, reason: str) -> EngineError:
    return EngineError(
        "bad-graph",
        _(
            "“{name}” of “{folder}” failed at work: {error}.",
            name=path.name,
            folder=_shown(path.parent),
            error=reason,
        ),
        _("Compare its card with what the model takes; where memory ran out, use smaller tiles."),
    )


def _dtype(kind: str) -> Any:
    known: dict[str, Any] = {
        "tensor(float16)": np.float16,
        "tensor(int64)": np.int64,
        "tensor(int32)": np.int32,
    }
    return known.get(kind, np.float32)


def graph(path: Path) -> Graph:
    """The graph of a file, kept open. Raises EngineError "bad-graph", ImportError without ORT."""
    try:
        status = path.stat()
        return _graph(path, status.st_mtime_ns)
    except ImportError:
        raise
    except Exception as error:  # onnxruntime's errors have no common base
        raise EngineError(
            "bad-graph",
            _(
                "“{name}” of “{folder}” is no model that can run: {error}.",
                name=path.name,
                folder=path.parent.name,
                error=str(error),
            ),
            _("Export it again, or fetch the file again."),
        ) from error


@lru_cache(maxsize=8)
def _graph(path: Path, _changed: int) -> Graph:
    return Graph(path)
