"""One shot on its way through the stages, and shots in the groups in which they are made."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from msgspec.structs import replace

from engine.contracts import EngineError, Problem, Severity, Take
from engine.diffusion.leading import room
from engine.diffusion.pictures import Picture
from engine.diffusion.registry import ModelEntry
from engine.diffusion.stages.finish import Polish
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.maker import Held
from engine.diffusion.stages.outfit import Outfit, outfit_of
from engine.diffusion.stages.plan import ShotPlan
from engine.quality.footage import Seen


@dataclass
class Work:
    """What there is of a shot by now, and what it cost."""

    index: int
    plan: ShotPlan
    polish: Polish
    layouts: list[Picture] = field(default_factory=list)
    keyframes: list[Picture] = field(default_factory=list)
    before: Picture | None = None  # what it goes on from
    latents: list[Held] = field(default_factory=list)
    made_with: dict[str, str] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)
    rung: Rung = Rung.WHOLE  # the highest that any part of it was made on
    seen: Seen | None = None  # the take, small
    take: Take | None = None
    failed: Problem | None = None
    wall_s: float = 0.0
    cpu_s: float = 0.0

    @property
    def goes_on_from(self) -> Picture | None:
        """The frame that the shot goes on from, where the keyframe model can be shown it."""
        return self.before if room(self.plan.keyframes, continues=False) else None

    @property
    def scene(self) -> tuple[str, str]:
        """Number and place: shots of one scene have the same colours."""
        shot = self.plan.request.shot
        return shot.slate.scene, shot.set.place

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """What is done is of this shot: its time, and its failure."""
        began = time.perf_counter(), time.process_time()
        try:
            yield
        except EngineError as error:
            self.failed = error.problem(Severity.ERROR)
        finally:
            self.wall_s += time.perf_counter() - began[0]
            self.cpu_s += time.process_time() - began[1]

    def finished(self) -> Take | None:
        """The take with all that it cost in every stage, but for models loaded by others."""
        if self.take is None or self.failed is not None:
            return None
        return replace(self.take, wall_s=round(self.wall_s, 3), cpu_s=round(self.cpu_s, 3))


def by_outfit(entry: ModelEntry, work: list[Work]) -> list[tuple[Outfit, list[Work]]]:
    """Shots in which the same likenesses are fused, together: fusing loads the model anew."""
    groups: dict[Outfit, list[Work]] = {}
    for one in work:
        groups.setdefault(outfit_of(entry, one.plan.final), []).append(one)
    return list(groups.items())


def by_model(
    work: list[Work], model: Callable[[Work], ModelEntry]
) -> Iterable[tuple[ModelEntry, list[Work]]]:
    groups: dict[str, list[Work]] = {}
    for one in work:
        groups.setdefault(model(one).name, []).append(one)
    return [(model(shots[0]), shots) for shots in groups.values()]
