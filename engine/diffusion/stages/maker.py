"""One model at work: what it makes is kept, and read back when it is asked for again."""

import hashlib
from dataclasses import asdict
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from engine.contracts import _
from engine.diffusion import disk
from engine.diffusion.families import Conditions, Family, Footage, Prompt, Run, Tensors
from engine.diffusion.registry import Bucket, ModelEntry
from engine.diffusion.stages import choice
from engine.diffusion.stages.finish import versions
from engine.diffusion.stages.kept import Kept
from engine.diffusion.stages.pictures import Picture, digest
from engine.diffusion.stages.progress import Progress
from engine.diffusion.stages.residency import HOT, Part
from engine.dotted import load


class Maker:
    """Encodes, samples and decodes with one model of the registry."""

    def __init__(self, entry: ModelEntry, kept: Kept, progress: Progress) -> None:
        self.entry, self._kept, self._progress = entry, kept, progress
        self._family: Family = load(entry.family)(entry)
        self._folder = choice.folder_of(entry)
        self._named: Any = (versions(), entry.name, disk.fingerprint(self._folder))

    def run(self, bucket: Bucket, seed: int, steps: int) -> Run:
        return Run(
            bucket=bucket,
            seed=seed,
            steps=steps or self.entry.steps,
            guidance=self.entry.guidance,
        )

    def encode(self, prompt: Prompt, led: Conditions) -> Tensors:
        seen = _pictures(led) if self.entry.encoder_sees else []
        key = ("told", self._named, prompt.text, prompt.negative, seen)
        made = self._kept.tensors(
            key, lambda: self._family.encode(self._pipe(Part.ENCODE), prompt, led)
        )
        self._progress.advance(1, _("words"))
        return made

    def sample(self, told: Tensors, led: Conditions, run: Run) -> Tensors:
        done = 0

        def on_step(step: int, _latents: Tensors) -> None:
            nonlocal done
            self._progress.advance(step - done, self.entry.title)
            done = step

        key = ("latents", self._named, _bits(told), _pictures(led), asdict(run))
        made = self._kept.tensors(
            key,
            lambda: self._family.sample(self._pipe(Part.SAMPLE), told, led, run, on_step),
        )
        self._progress.advance(run.steps - done, self.entry.title)
        return made

    def decode(self, latents: Tensors, run: Run, part: Part = Part.DECODE) -> Footage:
        self._progress.advance(0, _("decoding"))
        return self._family.decode(self._pipe(part), latents, run)

    def picture(self, latents: Tensors, run: Run) -> Picture:
        """A keyframe, kept as PNG."""
        key = ("picture", self._named, _bits(latents))
        return self._kept.picture(key, lambda: Image.fromarray(self.decode(latents, run).frames[0]))

    def _pipe(self, part: Part) -> Any:
        return HOT.pipeline(self.entry, self._folder, part)


def _pictures(led: Conditions) -> list[str]:
    return digest([led.first, led.last, *led.references, *led.control])


def _bits(tensors: Tensors) -> list[tuple[str, str]]:
    """Names tensors by their bits."""
    return [(name, _digest(tensors[name])) for name in sorted(tensors)]


def _digest(tensor: Tensor) -> str:
    flat = tensor.contiguous().view(torch.uint8).numpy()
    return hashlib.blake2b(flat.tobytes(), digest_size=16).hexdigest()
