"""One model at work: what it makes is kept, and read back when it is asked for again."""

from collections.abc import Callable
from typing import Any, TypeVar

from PIL import Image

from engine.contracts import Wording, _
from engine.diffusion import disk
from engine.diffusion.families import Conditions, Family, Footage, Prompt, Run, Tensors
from engine.diffusion.families.tensors import no_numbers
from engine.diffusion.pictures import Picture
from engine.diffusion.registry import Bucket, ModelEntry
from engine.diffusion.stages import choice
from engine.diffusion.stages.finish import versions
from engine.diffusion.stages.kept import Kept
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.memory import Learned
from engine.diffusion.stages.named import latents_key, picture_key, told_key
from engine.diffusion.stages.on_card import OnCard
from engine.diffusion.stages.outfit import PLAIN, Outfit, tuning_name
from engine.diffusion.stages.plan import pixels_of
from engine.diffusion.stages.previews import Colours, Preview, drawing
from engine.diffusion.stages.progress import Progress, Stage, Unit
from engine.diffusion.stages.residency import Residency
from engine.diffusion.stages.stopping import asking
from engine.dotted import load

Made = TypeVar("Made")
# What lies on disk between two stages; read when it is needed, so that it is not held meanwhile.
Held = Callable[[], Tensors]


class Maker:
    """Encodes, samples and decodes with one model of the registry.

    `rung` is the highest rung of the ladder that anything was made on since it was last set.
    """

    def __init__(
        self,
        entry: ModelEntry,
        kept: Kept,
        progress: Progress,
        learned: Learned,
        hot: Residency,
        *,
        outfit: Outfit = PLAIN,
        buckets: tuple[Bucket, ...] = (),
    ) -> None:
        self.entry, self.rung = entry, Rung.WHOLE
        folder = choice.folder_of(entry)
        files = disk.fingerprint(folder)
        self.on_card = OnCard(entry, folder, hot, learned, progress, outfit=outfit, buckets=buckets)
        self._kept, self._progress = kept, progress
        self._family: Family = load(entry.family)(entry)
        self._colours = Colours(learned, entry.name, files)
        self._named: Any = (versions(), entry.name, files, outfit.name, tuning_name())

    def run(self, bucket: Bucket, seed: int, steps: int) -> Run:
        return Run(
            bucket=bucket,
            seed=seed,
            steps=steps or self.entry.steps,
            guidance=self.entry.guidance,
        )

    def encode(self, prompt: Prompt, led: Conditions) -> Held:
        unit = Unit(self.entry.name, Stage.ENCODE, 0)

        def make(pipe: Any) -> Tensors:
            with self._progress.timed(unit):
                return _whole(self._family.encode(pipe, prompt, led), _("words"))

        key = told_key(self._named, prompt, led if self.entry.encoder_sees else None)
        held = self._kept.held(key, lambda: self._do(Stage.ENCODE, unit, make))
        self._progress.advance(unit, 1, self.entry.title)
        return held

    def sample(
        self, told: Tensors, led: Conditions, run: Run, preview: Preview | None = None
    ) -> Held:
        unit = Unit(self.entry.name, Stage.SAMPLE, pixels_of(run.bucket))
        note = preview.note if preview else self.entry.title
        done = 0

        def make(pipe: Any) -> Tensors:
            def on_step(step: int, latents: Tensors) -> None:
                nonlocal done
                _whole(latents, _("latents"))  # or hours of steps would be spent on nothing
                if preview:
                    draw = drawing(self._family, pipe, latents, run, self._colours)
                    preview.show(step, latents["latents"], pipe.scheduler, draw)
                self._progress.advance(unit, max(step - done, 0), note)
                done = max(step, done)

            stopping = asking(pipe, self.entry.denoisers, lambda: self._progress.say(note))
            with self._progress.timed(unit, run.steps), stopping:
                return _whole(self._family.sample(pipe, told, led, run, on_step), _("latents"))

        key = latents_key(self._named, told, led, run)
        held = self._kept.held(key, lambda: self._do(Stage.SAMPLE, unit, make, run.steps))
        self._progress.advance(unit, run.steps - done, note)
        return held

    def decode(self, latents: Tensors, run: Run, *, among_denoisers: bool = False) -> Footage:
        """`among_denoisers`: for a run to go on from, as they have been brought to the card."""
        unit = Unit(self.entry.name, Stage.DECODE, pixels_of(run.bucket))
        self._progress.say(self.entry.title)

        def make(pipe: Any) -> Footage:
            with self._progress.timed(unit):
                return self._family.decode(pipe, latents, run)

        if among_denoisers:
            made = self._do(Stage.SAMPLE, unit, make, run.steps, among=self.rung)
        else:
            made = self._do(Stage.DECODE, unit, make, run.steps)
        self._progress.advance(unit, 1, self.entry.title)
        return made

    def picture(self, latents: Tensors, run: Run) -> Picture:
        """A keyframe, kept as PNG."""
        key = picture_key(self._named, latents)
        return self._kept.picture(key, lambda: Image.fromarray(self.decode(latents, run).frames[0]))

    def _do(
        self,
        stage: Stage,
        unit: Unit,
        make: Callable[[Any], Made],
        steps: int = 0,
        among: Rung | None = None,
    ) -> Made:
        made, rung = self.on_card.do(stage, unit, make, steps, among)
        self.rung = max(self.rung, rung)
        return made


def _whole(made: Tensors, what: Wording) -> Tensors:
    """What was made, before more is made of it; raises EngineError "not-a-number"."""
    if any(held.isnan().any() for held in made.values()):
        raise no_numbers(what)
    return made
