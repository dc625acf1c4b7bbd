"""The files of a take: written beside their folder, moved into it together or not at all."""

import errno
import hashlib
import shutil
import tempfile
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import EngineError, Format, _
from engine.edit.encode import SAMPLE_RATE
from engine.edit.rendition import formats_for

VIDEO, SPEECH, STILL = "take.mp4", "speech.wav", "still.jpg"


def proxies(picture: Format) -> dict[Format, str]:
    """File names of the smaller sizes in which an edition shows what is made in this one."""
    return {small: f"take-{small.size}.mp4" for small in formats_for(picture)[1:]}


@contextmanager
def take_folder(out: Path) -> Iterator[Path]:
    """A folder beside the take's files; what is in it moves into `out` at the end, or vanishes.

    Raises EngineError "disk-full", "cannot-write".
    """
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        for killed in out.glob(".take-*"):  # in the middle of an earlier attempt at this take
            shutil.rmtree(killed, ignore_errors=True)
        work = Path(tempfile.mkdtemp(prefix=".take-", dir=out))
        try:
            yield work
            # The take counts as whole once its video is there.
            for path in sorted(work.iterdir(), key=lambda path: path.name == VIDEO):
                path.replace(out / path.name)
        finally:
            shutil.rmtree(work, ignore_errors=True)
            if made and not any(out.iterdir()):
                out.rmdir()
    except OSError as error:
        raise _unwritable(error, out) from error


def _unwritable(error: OSError, out: Path) -> EngineError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return EngineError(
            "disk-full",
            _("The disk is full: the take could not be written."),
            _("Make room on the disk and render again; nothing half made was left behind."),
        )
    return EngineError(
        "cannot-write",
        _(
            "The take could not be written into “{folder}”: {reason}.",
            folder=out.name,
            reason=error.strerror or str(error),
        ),
        _("Check that the folder exists and may be written to."),
    )


def write_speech(path: Path, track: NDArray[np.float32]) -> None:
    """Mono float32 in -1 … 1 as 16 bit at 48 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((track * 32767).astype("<i2").tobytes())


def write_still(path: Path, picture: NDArray[np.uint8]) -> None:
    """BGRA of shape (height, width, 4) as JPEG."""
    image = skia.Image.fromarray(picture, skia.kBGRA_8888_ColorType)
    path.write_bytes(bytes(image.encodeToData(skia.kJPEG, 90)))


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file in `folder`, by name."""
    return {path.name: _sha256(path) for path in sorted(folder.iterdir())}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
