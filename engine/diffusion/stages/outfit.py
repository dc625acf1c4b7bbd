"""What a model is made of beside its own weights, and how it runs: fused LoRAs, tuned methods."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.contracts import Final, content_hash
from engine.diffusion import disk
from engine.diffusion.families.adapters import distil, fuse
from engine.diffusion.registry import Bucket, ModelEntry, lora
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.tuning import FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """A LoRA's file for one denoiser."""

    file: Path
    denoiser: str
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    """What is fused into the denoisers, in this order."""

    few_steps: tuple[Path, ...] = ()
    adapters: tuple[Adapter, ...] = ()

    @property
    def name(self) -> str:
        """Names it by what is in the files."""
        files = [(file.name, disk.fingerprint(file.parent)) for file in self.few_steps]
        added = [
            (one.file.name, disk.fingerprint(one.file.parent), one.denoiser, one.strength)
            for one in self.adapters
        ]
        return content_hash((files, added)) if files or added else ""

    @property
    def title(self) -> str:
        """Names it for people."""
        added = [f"{one.file.parent.name} {one.strength:g}" for one in self.adapters]
        return ", ".join(["few steps"] * bool(self.few_steps) + list(dict.fromkeys(added)))

    def put_on(self, pipe: Any, entry: ModelEntry) -> None:
        """Fuse it into denoisers that were just loaded."""
        if self.few_steps:
            distil(pipe, entry, self.few_steps)
        for one in self.adapters:
            fuse(pipe, one.file, one.strength, one.denoiser)


PLAIN = Outfit()


def outfit_of(entry: ModelEntry, final: Final) -> Outfit:
    """What the model wears for a shot: the LoRA of few steps, where it is here, and those of the
    shot that were trained for this model.

    Raises EngineError "unknown-lora" for one that is not here.
    """
    added = []
    for wanted in final.adapters:
        found = lora(wanted.name)
        if found.base == entry.name:
            pairs = zip(found.files, entry.denoisers, strict=False)
            added += [
                Adapter(file=file, denoiser=denoiser, strength=wanted.strength * found.strength)
                for file, denoiser in pairs
            ]
    few = disk.distilled_files(entry) if entry.distilled and disk.has_distilled(entry) else ()
    return Outfit(few_steps=few, adapters=tuple(added))


def settings_of(
    entry: ModelEntry, buckets: tuple[Bucket, ...], steps: int, outfit: Outfit
) -> Settings:
    """What a pipeline is made fast for: runs of so many steps in one of those buckets."""
    return Settings(
        models=models_folder(),
        buckets=buckets,
        steps=steps,
        guidance=entry.guidance,
        distilled=bool(outfit.few_steps),
        outfit=outfit.name,
    )


def tuning_name() -> str:
    """Names what was found out for this machine."""
    try:
        return content_hash((models_folder() / FILE).read_text(encoding="utf-8"))
    except OSError:
        return ""
