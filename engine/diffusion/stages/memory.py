"""What was measured on this machine, kept beside the models: memory, seconds, colours of latents.

Measurements, not settings: a file that is missing, damaged or cannot be written costs nothing but
having to measure again.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from engine.contracts import EngineError, to_json
from engine.whole_file import whole_file

FILE = "memory.json"
Row = TypeVar("Row", bound="Seen")


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement of a stage of a model; `pixels` are width × height × frames."""

    model: str
    stage: str
    pixels: int


class SeenPeak(Seen, frozen=True, kw_only=True):
    """The most memory that the stage alone took; where it `ran_out`, it takes more than that."""

    rung: int
    gib: float
    ran_out: bool = False


class SeenPace(Seen, frozen=True, kw_only=True):
    """How long one unit of the stage takes on a device."""

    device: str
    seconds: float


class SeenColours(msgspec.Struct, frozen=True, kw_only=True):
    """Red, green and blue of a latent: one row for each channel, and a last one to add."""

    model: str
    files: str  # fingerprint of the model's folder
    rows: tuple[tuple[float, float, float], ...]


class Sheet(msgspec.Struct, kw_only=True):
    """The file."""

    peaks: tuple[SeenPeak, ...] = ()
    paces: tuple[SeenPace, ...] = ()
    colours: tuple[SeenColours, ...] = ()


class Learned:
    """All measurements; those of this process are written with `save`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._new: dict[Any, Any] = {}
        self._all = _rows(_read(self._path))

    def peaks(self, model: str, stage: str) -> list[SeenPeak]:
        return [row for row in self._of(SeenPeak) if (row.model, row.stage) == (model, stage)]

    def pace(self, model: str, stage: str, pixels: int, device: str) -> float | None:
        """Seconds of one unit, from the shape nearest in pixels; None where there is none."""
        wanted = (model, stage, device)
        rows = [row for row in self._of(SeenPace) if (row.model, row.stage, row.device) == wanted]
        if not rows:
            return None
        near = min(rows, key=lambda row: abs(row.pixels - pixels))
        return float(near.seconds * (pixels / near.pixels if near.pixels else 1))

    def colours(self, model: str, files: str) -> SeenColours | None:
        found = [r for r in self._of(SeenColours) if (r.model, r.files) == (model, files)]
        return found[0] if found else None

    def add(self, row: SeenPeak | SeenPace | SeenColours) -> None:
        """Keep a measurement instead of an earlier one of the same; paces are evened out."""
        key = _key(row)
        before = self._all.get(key)
        if isinstance(row, SeenPace) and before is not None:
            even = (before.seconds + row.seconds) / 2
            row = msgspec.structs.replace(row, seconds=even)
        self._all[key] = self._new[key] = row

    def save(self) -> None:
        """Write what is new, together with what other processes have written meanwhile."""
        if not self._new:
            return
        rows = _rows(_read(self._path)) | self._new
        ordered = [rows[key] for key in sorted(rows)]
        sheet = Sheet(
            peaks=tuple(row for row in ordered if isinstance(row, SeenPeak)),
            paces=tuple(row for row in ordered if isinstance(row, SeenPace)),
            colours=tuple(row for row in ordered if isinstance(row, SeenColours)),
        )
        with suppress(OSError, EngineError), whole_file(self._path) as part:
            part.write_bytes(msgspec.json.format(to_json(sheet), indent=1) + b"\n")
        self._new = {}

    def _of(self, kind: Callable[..., Row] | type) -> Iterable[Any]:
        return [row for row in self._all.values() if type(row) is kind]


def _read(path: Path) -> Sheet:
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.json.decode(path.read_bytes(), type=Sheet)
    return Sheet()


def _rows(sheet: Sheet) -> dict[Any, Any]:
    rows: list[Any] = [*sheet.peaks, *sheet.paces, *sheet.colours]
    return {_key(row): row for row in rows}


def _key(row: SeenPeak | SeenPace | SeenColours) -> tuple[str, str, str, str]:
    if isinstance(row, SeenColours):
        return ("colours", row.model, "", "")
    detail = str(row.rung) if isinstance(row, SeenPeak) else row.device
    return (type(row).__name__, row.model, row.stage, f"{row.pixels:012} {detail}")
