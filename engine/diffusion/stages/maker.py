"""One model at work: what it makes is kept, and read back when it is asked for again."""

import hashlib
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from engine.contracts import EngineError, Problem, Wording, _
from engine.diffusion import disk
from engine.diffusion.families import Conditions, Family, Footage, Prompt, Run, Tensors
from engine.diffusion.families.tensors import no_numbers
from engine.diffusion.faults import first_line, is_a_models_own
from engine.diffusion.pictures import Picture, digest
from engine.diffusion.registry import Bucket, ModelEntry
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.equip import NOT_TUNED, Equipped, equip, unequipped
from engine.diffusion.stages import choice
from engine.diffusion.stages.admission import Demand, admit, refusal
from engine.diffusion.stages.card import free, measured
from engine.diffusion.stages.finish import versions
from engine.diffusion.stages.kept import Kept
from engine.diffusion.stages.ladder import Rung, climb
from engine.diffusion.stages.memory import Learned, SeenColours, SeenPeak
from engine.diffusion.stages.outfit import PLAIN, Outfit, settings_of, tuning_name
from engine.diffusion.stages.pipelines import Wanted, components, pipeline, used_last
from engine.diffusion.stages.plan import pixels_of
from engine.diffusion.stages.previews import Preview, Rows, fitted, levels, strip
from engine.diffusion.stages.progress import LOAD, Progress, Stage, Unit
from engine.diffusion.stages.residency import HOT
from engine.diffusion.stages.weights import weights
from engine.dotted import load

Made = TypeVar("Made")
log = logging.getLogger(__name__)
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
        *,
        outfit: Outfit = PLAIN,
        buckets: tuple[Bucket, ...] = (),
    ) -> None:
        self.entry, self.rung = entry, Rung.WHOLE
        self.ways: dict[str, str] = {}  # how each of its parts ran when it last made something
        self.notes: dict[str, Problem] = {}  # what it could not be made faster by, and why
        self._outfit, self._buckets = outfit, buckets
        self._kept, self._progress, self._learned = kept, progress, learned
        self._family: Family = load(entry.family)(entry)
        self._folder = choice.folder_of(entry)
        self._files = disk.fingerprint(self._folder)
        self._named: Any = (versions(), entry.name, self._files, outfit.name, tuning_name())

    def run(self, bucket: Bucket, seed: int, steps: int) -> Run:
        return Run(
            bucket=bucket,
            seed=seed,
            steps=steps or self.entry.steps,
            guidance=self.entry.guidance,
        )

    def encode(self, prompt: Prompt, led: Conditions) -> Held:
        seen = _pictures(led) if self.entry.encoder_sees else []
        key = ("told", self._named, prompt.text, prompt.negative, seen)
        unit = Unit(self.entry.name, Stage.ENCODE, 0)

        def make(pipe: Any) -> Tensors:
            with self._progress.timed(unit):
                return _whole(self._family.encode(pipe, prompt, led), _("words"))

        held = self._kept.held(key, lambda: self._on_card(Stage.ENCODE, unit, make))
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
                    draw = self._drawing(pipe, latents, run)
                    preview.show(step, latents["latents"], pipe.scheduler, draw)
                self._progress.advance(unit, max(step - done, 0), note)
                done = max(step, done)

            with self._progress.timed(unit, run.steps), self._asking(pipe, note):
                return _whole(self._family.sample(pipe, told, led, run, on_step), _("latents"))

        key = ("latents", self._named, _bits(told), _pictures(led), asdict(run))
        held = self._kept.held(key, lambda: self._on_card(Stage.SAMPLE, unit, make, run.steps))
        self._progress.advance(unit, run.steps - done, note)
        return held

    def decode(self, latents: Tensors, run: Run, stage: Stage = Stage.DECODE) -> Footage:
        unit = Unit(self.entry.name, Stage.DECODE, pixels_of(run.bucket))
        self._progress.say(self.entry.title)

        def make(pipe: Any) -> Footage:
            with self._progress.timed(unit):
                return self._family.decode(pipe, latents, run)

        made = self._on_card(stage, unit, make, run.steps)
        self._progress.advance(unit, 1, self.entry.title)
        return made

    def picture(self, latents: Tensors, run: Run) -> Picture:
        """A keyframe, kept as PNG."""
        key = ("picture", self._named, _bits(latents))
        return self._kept.picture(key, lambda: Image.fromarray(self.decode(latents, run).frames[0]))

    def _on_card(
        self, stage: Stage, unit: Unit, make: Callable[[Any], Made], steps: int = 0
    ) -> Made:
        """Load what the work needs and do it, on the lowest rung that has memory enough.

        `steps` are those of the run that it is for; words have none.
        """
        demand = demanded(self.entry, self._folder, stage, unit, self._learned)
        # Decoding among denoisers, for a run to go on from: as they have been brought there.
        is_apart = stage.value == unit.stage
        start = admit(demand, HOT.card.gib()) if is_apart else self.rung

        def attempt(rung: Rung) -> Made:
            settings = self._settings(rung, steps)
            pipe = self._loaded(stage, rung, demand.working(), settings)
            if stage is not Stage.ENCODE:
                equipped = self._equipped(pipe, settings)
                self.ways |= equipped.ways
                self.notes |= {one.message: one for one in equipped.notes if one.code != NOT_TUNED}
            with measured(HOT.card, HOT.gib_beside(pipe)) as peak:
                made = make(pipe)
            for gib in peak if is_apart else []:
                self._learn(demand, rung, gib)
            return made

        def ran_out(rung: Rung) -> None:
            gib = HOT.card.gib()
            if gib is not None and is_apart and not HOT.card.is_shared():
                self._learn(demand, rung, gib, ran_out=True)
            free()

        with explained(self.entry):
            climbed = climb(attempt, start, ran_out)
        if climbed is None:
            HOT.clear()
            raise refusal(self.entry, HOT.card.gib())
        made, rung = climbed
        self.rung = max(self.rung, rung)
        return made

    def _loaded(self, stage: Stage, rung: Rung, working: float, settings: Settings | None) -> Any:
        unit = Unit(self.entry.name, f"{LOAD} {stage}", 0)
        wanted = Wanted(self.entry, self._folder, stage, rung, self._outfit, settings, working)
        was_hot = used_last(HOT, wanted) is not None
        self._progress.say(self.entry.title)
        began = time.monotonic()
        pipe = pipeline(HOT, wanted)
        if not was_hot:
            self._progress.measure(unit, time.monotonic() - began, 1)
        self._progress.advance(unit, 1, self.entry.title)
        return pipe

    def _settings(self, rung: Rung, steps: int) -> Settings | None:
        """None where components come and go: they run in torch as they are."""
        if rung > Rung.TILED or not self._buckets:
            return None
        return settings_of(self.entry, self._buckets, steps, self._outfit)

    def _equipped(self, pipe: Any, settings: Settings | None) -> Equipped:
        return equip(pipe, self.entry, settings) if settings else unequipped(pipe, self.entry)

    @contextmanager
    def _asking(self, pipe: Any, note: str | Wording) -> Iterator[None]:
        """Ask whether to go on before each pass through a denoiser: of pipelines of every kind."""

        def ask(_module: Any, _args: Any) -> None:
            self._progress.say(note)

        denoisers = [getattr(pipe, name, None) for name in self.entry.denoisers]
        hooks = [one.register_forward_pre_hook(ask) for one in denoisers if one is not None]
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()

    def _drawing(self, pipe: Any, latents: Tensors, run: Run) -> Callable[[Tensor], Picture]:
        """How running latents are drawn; the colours are found out once for the model."""

        def lay_out(running: Tensor) -> Tensor:
            return self._family.laid_out(pipe, latents | {"latents": running}, run)

        def colours() -> Rows:
            known = self._learned.colours(self.entry.name, self._files)
            if known is not None:
                return known.rows
            about = levels(lay_out, latents["latents"])
            rows = fitted(about, lambda random: self._family.frames(pipe, random))
            self._learned.add(SeenColours(model=self.entry.name, files=self._files, rows=rows))
            return rows

        return lambda running: strip(lay_out(running), colours())

    def _learn(self, demand: Demand, rung: Rung, gib: float, ran_out: bool = False) -> None:
        self._learned.add(
            SeenPeak(
                model=self.entry.name,
                stage=demand.stage,
                pixels=demand.pixels,
                rung=rung,
                gib=round(gib, 3),
                ran_out=ran_out,
            )
        )


def _whole(made: Tensors, what: Wording) -> Tensors:
    """What was made, before more is made of it; raises EngineError "not-a-number"."""
    if any(held.isnan().any() for held in made.values()):
        raise no_numbers(what)
    return made


@contextmanager
def explained(entry: ModelEntry) -> Iterator[None]:
    """What goes wrong in a model's own code, as EngineError "model-failed": other shots go on."""
    try:
        yield
    except Exception as error:
        if not is_a_models_own(error):
            raise
        log.warning("%s failed", entry.name, exc_info=True)
        raise EngineError(
            "model-failed",
            _("{model} failed at work: {error}.", model=entry.title, error=first_line(error)),
            _(
                "Try another size or model. If its files may be damaged, check them: "
                "python -m engine models verify {name}",
                name=entry.name,
            ),
        ) from error


def demanded(entry: ModelEntry, folder: Path, stage: Stage, unit: Unit, learned: Learned) -> Demand:
    """What a unit of work takes of a card."""
    sizes = weights(folder, HOT.card.float_bytes)
    return Demand(
        entry=entry,
        stage=unit.stage,
        pixels=unit.pixels,
        weights={name: sizes[name] for name in components(entry, list(sizes), stage)},
        seen=tuple(learned.peaks(entry.name, unit.stage)),
    )


def refuse_too_large(entry: ModelEntry, bucket: Bucket, learned: Learned) -> None:
    """Raises EngineError "out-of-memory-card" where a stage cannot fit the card of this machine."""
    folder = choice.folder_of(entry)
    for stage in Stage:
        unit = Unit(entry.name, stage.value, 0 if stage is Stage.ENCODE else pixels_of(bucket))
        admit(demanded(entry, folder, stage, unit, learned), HOT.card.gib())


def _pictures(led: Conditions) -> list[str]:
    return digest([led.first, led.last, *led.references, *led.control])


def _bits(tensors: Tensors) -> list[tuple[str, str]]:
    """Names tensors by their bits."""
    return [(name, _digest(tensors[name])) for name in sorted(tensors)]


def _digest(tensor: Tensor) -> str:
    flat: NDArray[np.uint8] = tensor.contiguous().view(torch.uint8).numpy()
    return hashlib.blake2b(flat.data, digest_size=16).hexdigest()
