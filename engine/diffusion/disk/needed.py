"""Which files of a repository a pipeline needs: of all others not a byte is fetched. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePosixPath

from engine.contracts import EngineError, _
from engine.diffusion.registry.folder import INDICES

# What configurations, vocabularies and weights are written in. Python pickles (.bin, .pt, .ckpt)
# may run anything while they are read, so they are never fetched.
KINDS = frozenset({".json", ".txt", ".model", ".jinja", ".safetensors"})
WEIGHTS = ".safetensors"
PICKLES = frozenset({".bin", ".pt", ".pth", ".ckpt", ".pkl"})


@dataclass(frozen=True, slots=True)
class RemoteFile:
    name: str  # path in the repository
    size: int  # bytes
    sha256: str = ""  # of large files
    blob: str = ""  # git's SHA-1 of small ones


def is_safe(name: str) -> bool:
    """Whether a name from the hub stays inside the folder that it is joined to."""
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and not {"..", "\\"} & {*path.parts, *name}


def needed(
    files: Iterable[RemoteFile], folders: Iterable[str], ignore: tuple[str, ...], licence: str
) -> tuple[RemoteFile, ...]:
    """The files of a pipeline: its index, its licence text, and its components' `folders`.

    Raises EngineError "no-safetensors" where a component's weights are pickles only.
    """
    wanted = set(folders)
    offered = [file for file in files if is_safe(file.name)]
    inside = [
        file
        for file in offered
        if file.name.partition("/")[0] in wanted
        and not any(fnmatch(file.name, pattern) for pattern in ignore)
    ]
    chosen = [file for file in inside if PurePosixPath(file.name).suffix in KINDS]
    _refuse_pickles(inside, chosen)
    top = [file for file in offered if file.name in {*INDICES, licence}]
    return tuple(sorted([*top, *chosen], key=lambda file: file.name))


def _refuse_pickles(inside: list[RemoteFile], chosen: list[RemoteFile]) -> None:
    safe = {file.name.partition("/")[0] for file in chosen if file.name.endswith(WEIGHTS)}
    for file in inside:
        if file.name.partition("/")[0] not in safe:
            _refuse_pickle(file.name)


def _refuse_pickle(name: str) -> None:
    if PurePosixPath(name).suffix in PICKLES:
        raise EngineError(
            "no-safetensors",
            _("The weights “{file}” are a Python pickle.", file=name),
            _(
                "A pickle can run anything while it is read; ask the publisher for safetensors, "
                "or convert it on a machine that you can do without."
            ),
        )


def listed(
    files: Iterable[RemoteFile], names: tuple[str, ...], repository: str
) -> tuple[RemoteFile, ...]:
    """The files of those names; raises EngineError "file-not-in-repository", "no-safetensors"."""
    for name in names:
        _refuse_pickle(name)
    offered = {file.name: file for file in files if is_safe(file.name)}
    if missing := tuple(name for name in names if name not in offered):
        raise EngineError(
            "file-not-in-repository",
            _("“{repository}” no longer holds {names}.", repository=repository, names=missing),
            _("Report it: the registry of this version names a file that was moved."),
        )
    return tuple(offered[name] for name in names)
