"""What was measured on this machine: tuning.json beside the models. Needs no torch to be read."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

import msgspec
from msgspec.structs import replace

from engine.diffusion.registry import Bucket
from engine.whole_file import whole_file

FILE, GRAPHS = "tuning.json", "graphs"


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """One method on one runtime. Without a reason it works and is right."""

    seconds: float = 0.0  # of one call, the middle of several
    difference: float = 0.0  # greatest, from torch in float32
    folder: str = ""  # of its graph, inside GRAPHS
    why_not: str = ""


class Tuned(msgspec.Struct, frozen=True, kw_only=True, rename={"method": "part"}):
    """One method of a component of one model, in one shape."""

    model: str
    method: str  # "transformer.forward"
    shape: str  # "704x1280x121"
    outfit: str = ""  # `name` of the outfit that was fused; "" of none, and of a VAE
    wears: str = ""  # `title` of the same
    weights: str = ""  # fingerprint of those measured
    chosen: str = "eager"
    tried: dict[str, Tried] = {}

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.model, self.method, self.shape, self.outfit

    @property
    def worn(self) -> tuple[str, str, str, str]:
        """As `key`, whatever bytes are in the files of the outfit."""
        return self.model, self.method, self.shape, self.wears

    def with_tried(self, name: str, one: Tried) -> Self:
        """Chosen is the fastest that works; what is begun and not ended counts as not working."""
        tried = self.tried | {name: one}
        works = {each: held.seconds for each, held in tried.items() if not held.why_not}
        chosen = min(works, key=works.__getitem__, default="eager")
        return replace(self, tried=tried, chosen=chosen)


class Tuning(msgspec.Struct, frozen=True, kw_only=True):
    """All that was measured, by a machine with these libraries."""

    machine: dict[str, str] = {}
    tuned: tuple[Tuned, ...] = ()

    def of(self, model: str, method: str, shape: str, outfit: str = "") -> Tuned | None:
        return next((one for one in self.tuned if one.key == (model, method, shape, outfit)), None)

    def measured(
        self, model: str, method: str, buckets: Iterable[Bucket], outfit: str
    ) -> tuple[Tuned, ...]:
        """One for each of the shapes, in that outfit or, where it was not measured, in another;
        empty if one of the shapes was not measured at all.
        """
        found = [
            self.of(model, method, shape, outfit)
            or next((one for one in self.tuned if one.key[:3] == (model, method, shape)), None)
            for shape in sorted({*map(shape_of, buckets)})
        ]
        held = tuple(one for one in found if one is not None)
        return held if len(held) == len(found) else ()

    @property
    def folders(self) -> set[str]:
        """Of the graphs that were found right."""
        return {one.folder for each in self.tuned for one in each.tried.values() if one.folder}

    def with_tuned(self, new: Tuned) -> Self:
        """In the place of what was measured with the same LoRAs when other bytes were in them."""
        others = [one for one in self.tuned if one.key != new.key and one.worn != new.worn]
        return replace(self, tuned=tuple(sorted([*others, new], key=lambda one: one.key)))


def shape_of(bucket: Bucket) -> str:
    return f"{bucket.width}x{bucket.height}x{bucket.frames}"


def best(found: Sequence[Tuned]) -> list[str]:
    """Runtimes that work in all of the shapes, the fastest first."""
    if not found:
        return []
    of_all = [
        {name: held.seconds for name, held in one.tried.items() if not held.why_not}
        for one in found
    ]
    works = [name for name in of_all[0] if all(name in each for each in of_all)]
    return sorted(works, key=lambda name: sum(each[name] for each in of_all))


def read(models: Path) -> Tuning:
    """Empty where nothing was measured, or by a version that wrote it otherwise."""
    try:
        return msgspec.json.decode((models / FILE).read_bytes(), type=Tuning)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Tuning()


def sweep(models: Path, before: Tuning) -> None:
    """Deletes graphs that nothing which was measured names any more."""
    for name in before.folders - read(models).folders:
        shutil.rmtree(models / GRAPHS / name, ignore_errors=True)


def write(models: Path, tuning: Tuning) -> None:
    with whole_file(models / FILE) as part:
        part.write_bytes(msgspec.json.format(msgspec.json.encode(tuning), indent=1) + b"\n")
