"""A model at work on the card, on the lowest rung of the ladder that has memory enough."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from engine.contracts import EngineError, Problem, Severity, _
from engine.diffusion.faults import first_line, is_a_models_own, is_of_a_graph
from engine.diffusion.registry import Bucket, ModelEntry
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.equip import NOT_TUNED, equip, unequipped
from engine.diffusion.stages import choice
from engine.diffusion.stages.admission import Demand, admit, refusal
from engine.diffusion.stages.card import Card, free, measured
from engine.diffusion.stages.ladder import Rung, climb
from engine.diffusion.stages.memory import Learned, SeenPeak
from engine.diffusion.stages.outfit import Outfit, settings_of
from engine.diffusion.stages.pipelines import Wanted, components, pipeline, used_last
from engine.diffusion.stages.plan import pixels_of
from engine.diffusion.stages.progress import LOAD, Progress, Stage, Unit
from engine.diffusion.stages.residency import Residency
from engine.diffusion.stages.weights import weights

Made = TypeVar("Made")
log = logging.getLogger(__name__)


class OnCard:
    """Loads what the stages of a model need, equips it and learns what it takes."""

    def __init__(
        self,
        entry: ModelEntry,
        folder: Path,
        hot: Residency,
        learned: Learned,
        progress: Progress,
        *,
        outfit: Outfit,
        buckets: tuple[Bucket, ...],
    ) -> None:
        self.ways: dict[str, str] = {}  # how each method ran when it last made something
        self.notes: dict[str, Problem] = {}  # what it could not be made faster by, and why
        self._entry, self._folder, self._hot = entry, folder, hot
        self._learned, self._progress = learned, progress
        self._outfit, self._buckets = outfit, buckets
        self._has_left_graphs = False

    def do(
        self,
        stage: Stage,
        unit: Unit,
        make: Callable[[Any], Made],
        steps: int = 0,
        among: Rung | None = None,
    ) -> tuple[Made, Rung]:
        """Load what the stage needs and make it: what came of that, and on which rung.

        `steps` are those of the run that it is for; words have none. `among` is the rung on which
        the stage's components are, where the unit is of another stage and made among them: nothing
        is learned from that. Raises EngineError "out-of-memory-card", "model-failed" and what
        loading raises.
        """
        card = self._hot.card
        demand = demanded(self._entry, self._folder, stage, unit, self._learned, card)
        start = admit(demand, card.gib()) if among is None else among

        def attempt(rung: Rung) -> Made:
            settings = self._settings(rung, steps)
            return self._in_torch_at_worst(settings, lambda these: made_by(rung, these))

        def made_by(rung: Rung, settings: Settings | None) -> Made:
            pipe = self._loaded(stage, rung, demand.working(), settings)
            if stage is not Stage.ENCODE:
                self._equip(pipe, settings)
            with measured(card, self._hot.gib_beside(pipe)) as peak:
                made = make(pipe)
            for gib in peak if among is None else []:
                self._learn(demand, rung, gib)
            return made

        def ran_out(rung: Rung) -> None:
            gib = card.gib()
            if gib is not None and among is None and not card.is_shared():
                self._learn(demand, rung, gib, ran_out=True)
            free()

        with explained(self._entry):
            climbed = climb(attempt, start, ran_out)
        if climbed is None:
            self._hot.clear()
            raise refusal(self._entry, card.gib())
        return climbed

    def _loaded(self, stage: Stage, rung: Rung, working: float, settings: Settings | None) -> Any:
        unit = Unit(self._entry.name, f"{LOAD} {stage}", 0)
        wanted = Wanted(self._entry, self._folder, stage, rung, self._outfit, settings, working)
        was_hot = used_last(self._hot, wanted) is not None
        self._progress.say(self._entry.title)
        began = time.monotonic()
        pipe = pipeline(self._hot, wanted)
        if not was_hot:
            self._progress.measure(unit, time.monotonic() - began, 1)
        self._progress.advance(unit, 1, self._entry.title)
        return pipe

    def _settings(self, rung: Rung, steps: int) -> Settings | None:
        """None where components come and go: they run in torch as they are."""
        if rung > Rung.TILED or not self._buckets or self._has_left_graphs:
            return None
        return settings_of(self._entry, self._buckets, steps, self._outfit)

    def _in_torch_at_worst(
        self, settings: Settings | None, make: Callable[[Settings | None], Made]
    ) -> Made:
        """By these settings, and where a graph does not do, without any."""
        if settings is not None:
            try:
                return make(settings)
            except Exception as error:
                if not is_of_a_graph(error):
                    raise
                self._leave_graphs(error)
            # Not in the handler, as on the ladder.
            self._hot.clear()
        return make(None)

    def _leave_graphs(self, error: Exception) -> None:
        """What is made from now on is made in torch: more of the same would fail as well."""
        log.warning("A graph of %s did not do", self._entry.name, exc_info=True)
        self._has_left_graphs = True
        said = Problem.of(
            severity=Severity.NOTE,
            code="graph-left",
            message=_("A graph did not do ({error}): torch went on.", error=first_line(error)),
            advice=_("Run python -m engine tune for this size and length."),
        )
        self.notes[said.message] = said

    def _equip(self, pipe: Any, settings: Settings | None) -> None:
        equipped = equip(pipe, self._entry, settings) if settings else unequipped(pipe, self._entry)
        self.ways |= equipped.ways
        self.notes |= {one.message: one for one in equipped.notes if one.code != NOT_TUNED}

    def _learn(self, demand: Demand, rung: Rung, gib: float, ran_out: bool = False) -> None:
        self._learned.add(
            SeenPeak(
                model=self._entry.name,
                stage=demand.stage,
                pixels=demand.pixels,
                rung=rung,
                gib=round(gib, 3),
                ran_out=ran_out,
            )
        )


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


def demanded(
    entry: ModelEntry, folder: Path, stage: Stage, unit: Unit, learned: Learned, card: Card
) -> Demand:
    """What a unit of work takes of a card, among the components of that stage."""
    sizes = weights(folder, card.float_bytes)
    return Demand(
        entry=entry,
        stage=unit.stage,
        pixels=unit.pixels,
        weights={name: sizes[name] for name in components(entry, list(sizes), stage)},
        seen=tuple(learned.peaks(entry.name, unit.stage)),
    )


def refuse_too_large(entry: ModelEntry, bucket: Bucket, learned: Learned, card: Card) -> None:
    """Raises EngineError "out-of-memory-card" where a stage cannot fit the card."""
    folder = choice.folder_of(entry)
    for stage in Stage:
        unit = Unit(entry.name, stage, 0 if stage is Stage.ENCODE else pixels_of(bucket))
        admit(demanded(entry, folder, stage, unit, learned, card), card.gib())
