"""What lies in a folder that was pulled: `manifest.json`, written once all of it has arrived."""

from contextlib import suppress
from pathlib import Path

import msgspec

from engine.contracts import EngineError, Value, _, to_json
from engine.diffusion.disk.records import UnreadableError, read_record
from engine.whole_file import whole_file

NAME = "manifest.json"


class ManifestFile(Value, frozen=True, kw_only=True):
    name: str  # path inside the folder
    size: int  # bytes
    sha256: str


class Manifest(Value, frozen=True, kw_only=True):
    repository: str
    revision: str  # as asked for: a branch, a tag or a commit
    commit: str  # what that was
    companions: dict[str, str] = {}  # other repository → commit
    files: tuple[ManifestFile, ...]
    pulled_at: str  # ISO 8601, UTC
    damaged: tuple[str, ...] = ()  # files whose content was found to be another

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


def read_manifest(folder: Path) -> Manifest | None:
    """None where nothing was pulled; raises EngineError "bad-manifest"."""
    path = folder / NAME
    try:
        return read_record(path, Manifest)
    except UnreadableError as error:
        raise EngineError(
            "bad-manifest",
            _("“{path}” cannot be read: {error}.", path=str(path), error=str(error)),
            _("Pull the model again: what is whole of its files is not fetched a second time."),
        ) from error


def readable_manifest(folder: Path) -> Manifest | None:
    """None where nothing was pulled, or nobody can say any more what."""
    with suppress(EngineError):
        return read_manifest(folder)
    return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    with whole_file(folder / NAME) as part:
        part.write_bytes(msgspec.json.format(to_json(manifest), indent=2) + b"\n")


def is_whole(folder: Path, manifest: Manifest) -> bool:
    """Whether all files are there at their sizes and none is known to be damaged."""
    return not manifest.damaged and all(has(folder, file) for file in manifest.files)


def has(folder: Path, file: ManifestFile) -> bool:
    path = folder / file.name
    return path.is_file() and path.stat().st_size == file.size
