"""Records beside final takes: what is there of a job that ended without an answer."""

from contextlib import suppress
from pathlib import Path

import msgspec

from engine.contracts import RECORD
from engine.contracts import Take as TakeData


def finished(out: str) -> TakeData | None:
    """The take in that folder, where it was finished; None where its record is damaged, names a
    file that is not there, or leads out of the folder."""
    folder = Path(out)
    if not is_own(folder / RECORD):
        return None
    with suppress(OSError, msgspec.DecodeError, RecursionError):
        take = msgspec.json.decode((folder / RECORD).read_bytes(), type=TakeData)
        if all(is_own(folder / name) for name in files_of(take)):
            return take
    return None


def files_of(take: TakeData) -> list[str]:
    """The names of all files that it says it has."""
    named = [take.video, take.speech, take.still, take.stem, take.last, *take.proxies.values()]
    return [name for name in [*named, *take.sha256] if name]


def is_own(path: Path) -> bool:
    """Whether a file lies there itself, and no link to one elsewhere."""
    return path.is_file() and not path.is_symlink()
