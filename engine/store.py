"""What is slow to make, kept on disk by all that it was made from, for every engine of a machine.

The environment names the folder (DRAMABOX_ENGINE_CACHE); without one nothing is kept. What is in
it may be deleted at any time, and an engine may be killed at any time: a file is there whole or
not at all, and one that was damaged is made again.
"""

import hashlib
import io
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.contracts import EngineError, content_hash
from engine.whole_file import whole_file

FOLDER = "DRAMABOX_ENGINE_CACHE"
LIMIT = 256 * 2**20  # bytes
TRIMMED_EVERY = 64  # part of the limit: an engine may exceed it by so much
_written: list[int] = []  # bytes, since this engine looked at the size of the folder
_LIBRARIES = ("numpy", "scipy", "espeakng-loader")  # of which another version makes other bits
_SEAL = 16  # bytes before the content that tell whether it is whole

Samples = NDArray[np.float32]


def kept(key: object, package: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, made once for all engines.

    `key` is JSON types and says what is made; any change to the code of `package` counts as well.
    """
    folder = os.environ.get(FOLDER)
    if not folder:
        return make()
    path = Path(folder) / f"kept-{content_hash((key, _code(package)))}"
    found = _read(path)
    if found is None:
        found = make()
        _write(path, found)
    return found


def kept_samples(key: object, package: str, make: Callable[[], Samples]) -> Samples:
    """The same for an array: shape, order in memory and bits come back as they were made."""

    def packed() -> bytes:
        file = io.BytesIO()
        np.save(file, make(), allow_pickle=False)
        return file.getvalue()

    samples: Samples = np.load(io.BytesIO(kept(key, package, packed)), allow_pickle=False)
    return samples


def _read(path: Path) -> bytes | None:
    with suppress(OSError):
        content = path.read_bytes()
        if content[:_SEAL] == _seal(content[_SEAL:]):
            with suppress(OSError):  # the files of another account, or a disk only to be read
                os.utime(path)  # what is used is not thrown away
            return content[_SEAL:]
    return None


def _write(path: Path, content: bytes) -> None:
    with suppress(OSError, EngineError):  # a full disk only means that it is made again
        with whole_file(path) as part:
            part.write_bytes(_seal(content) + content)
        _written.append(len(content))
        if (
            sum(_written) > LIMIT // TRIMMED_EVERY
        ):  # to look at all files takes time by their number
            _written.clear()
            _trim(path.parent)


def _seal(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SEAL).digest()


def _trim(folder: Path) -> None:
    """Delete what was not used for longest, or never finished, until the rest fits."""
    files = [(file.stat(), file) for file in folder.glob("*kept-*")]
    files.sort(key=lambda pair: pair[0].st_mtime_ns, reverse=True)
    size = 0
    for about, file in files:
        size += about.st_size
        if size > LIMIT:
            file.unlink(missing_ok=True)


@cache
def _code(package: str) -> str:
    digest = hashlib.blake2b(" ".join(map(version, _LIBRARIES)).encode(), digest_size=16)
    root = Path(__file__).parents[1].joinpath(*package.split("."))
    for module in sorted(root.rglob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()
