"""A name for exact weights, so that whatever was made with others is made again."""

import hashlib
import os
from pathlib import Path

from engine.contracts import content_hash
from engine.diffusion.disk.manifest import NAME, is_whole, readable_manifest

SMALL = 2**20  # bytes: read whole up to here
PROBES, PROBE = 16, 2**16  # places of a larger file, evenly from head to tail, and bytes at each

_known: dict[Path, tuple[str, str]] = {}  # folder → state of its files, fingerprint


def fingerprint(folder: Path) -> str:
    """32 hex digits. Of what was pulled by its manifest, else by names, sizes and samples.

    A fine-tune has the names, sizes and headers of what it came from: so large files are sampled
    all over, not at their heads alone. Read again only when a file was written.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    state = content_hash([(str(path), *_written(path)) for path in (*files, folder / NAME)])
    known = _known.get(folder)
    if known is None or known[0] != state:
        known = _known[folder] = (state, _read(folder, files))
    return known[1]


def _written(path: Path) -> tuple[int, int]:
    if not path.exists():
        return 0, 0
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


def _read(folder: Path, files: list[Path]) -> str:
    manifest = readable_manifest(folder)
    if manifest is not None and is_whole(folder, manifest):
        return content_hash((manifest.commit, [(f.name, f.sha256) for f in manifest.files]))
    return content_hash([(path.relative_to(folder).as_posix(), _sampled(path)) for path in files])


def _sampled(path: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    size = path.stat().st_size
    digest.update(str(size).encode())
    with path.open("rb") as file:
        if size <= SMALL:
            digest.update(file.read())
        else:
            for number in range(PROBES):
                file.seek((size - PROBE) * number // (PROBES - 1), os.SEEK_SET)
                digest.update(file.read(PROBE))
    return digest.hexdigest()
