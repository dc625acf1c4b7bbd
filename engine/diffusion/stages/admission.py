"""Which rung of the ladder a stage should fit on, before anything is loaded."""

from dataclasses import dataclass

from engine.diffusion.registry import ModelEntry, Role, entries
from engine.diffusion.stages.ladder import OutOfMemory, Rung, out_of_memory
from engine.diffusion.stages.memory import SeenPeak

MARGIN = 0.8  # GiB that drivers and kernels take beside what is counted
_NOMINAL = 0.9  # a card of "12 GB" has a little less
_TILES = 0.25  # of what decoding whole takes; one tile with its overlap
_BLOCKS = 0.125  # of the weights: a block at work and the next on its way


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A stage of a model at a shape. `weights` are GiB of each component that the stage needs."""

    entry: ModelEntry
    stage: str
    pixels: int
    weights: dict[str, float]
    seen: tuple[SeenPeak, ...] = ()

    def peak(self, rung: Rung) -> float:
        """GiB that the stage alone is expected to take: as measured, else computed."""
        exact = [
            r for r in self.seen if (r.pixels, r.rung, r.ran_out) == (self.pixels, rung, False)
        ]
        if exact:
            return exact[0].gib
        return self._held(rung) + self._working(rung)

    def working(self) -> float:
        """GiB beside the weights, when all of the stage is on the card."""
        return self._working(Rung.WHOLE)

    def has_run_out(self, rung: Rung, card_gib: float) -> bool:
        """Whether no more pixels than these were too many on a card that is no smaller."""
        return any(
            row.ran_out and row.rung == rung and row.pixels <= self.pixels and row.gib >= card_gib
            for row in self.seen
        )

    def _held(self, rung: Rung) -> float:
        sizes = list(self.weights.values())
        if rung is Rung.TURNS:
            return max(sizes, default=0.0)
        return sum(sizes) * (_BLOCKS if rung is Rung.GROUPS else 1)

    def _working(self, rung: Rung) -> float:
        """From the nearest shape of which the peak is known, in proportion to the pixels."""
        known = [(row.pixels, row.gib - self._held(Rung(row.rung))) for row in self._measured()]
        known = known or [
            (peak.pixels, peak.gib - self._held(Rung.WHOLE))
            for peak in self.entry.peaks
            if peak.stage == self.stage
        ]
        if not known:
            return 0.0
        pixels, gib = min(known, key=lambda pair: abs(pair[0] - self.pixels))
        tiles = self.stage == "decode" and rung >= Rung.TILED
        share = self.pixels / pixels if pixels else 1.0
        return max(gib, 0.0) * share * (_TILES if tiles else 1)

    def _measured(self) -> list[SeenPeak]:
        return [row for row in self.seen if not row.ran_out and row.rung <= Rung.FREED]


def admit(demand: Demand, card_gib: float | None) -> Rung:
    """The lowest rung on which it should fit a card of that size; on a processor all are one.

    Raises EngineError "out-of-memory-card" where it fits on none.
    """
    if card_gib is None:
        return Rung.WHOLE
    for rung in Rung:
        if demand.has_run_out(rung, card_gib) and rung is not Rung.GROUPS:
            continue
        if demand.peak(rung) + MARGIN <= card_gib and _is_said_to_run(demand, rung, card_gib):
            return rung
    raise refusal(demand.entry, card_gib)


def _is_said_to_run(demand: Demand, rung: Rung, card_gib: float) -> bool:
    """The registry knows the smallest card; a measurement on this machine knows better."""
    fits = any(row.rung == rung and not row.ran_out for row in demand.seen)
    return fits or card_gib >= demand.entry.card_gib * _NOMINAL


def refusal(entry: ModelEntry, card_gib: float | None) -> OutOfMemory:
    others = [one for one in entries(Role(entry.role)) if one.name != entry.name]
    return out_of_memory(entry, card_gib, others)
