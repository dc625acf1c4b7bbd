"""Where the eyes go: at the listener's eyes, at the mouth, away to think, and back."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from engine.contracts import Expression

RETURNS = (0.35, 0.95)  # seconds a look away lasts
WIDE = 0.28  # of the eye: a jump as far as this goes with a blink
THINKS = 0.45  # how often someone looks away as they begin to speak
LISTENER = ((-0.07, -0.02), (0.07, -0.02), (0.0, 0.09), (0.0, 0.0))  # two eyes, mouth, between


@dataclass(frozen=True, slots=True)
class Manner:
    """How the eyes of a feeling behave; `x` is away from the listener."""

    every: tuple[float, float]  # seconds between two jumps
    away: float  # how often a jump leaves the listener
    x: float
    y: float


STEADY = Manner((1.0, 2.4), 0.04, 0.3, 0.1)
MANNERS = {
    Expression.CALM: Manner((0.6, 1.8), 0.16, 0.45, 0.05),
    Expression.JOY: Manner((0.6, 1.5), 0.14, 0.4, -0.15),
    Expression.TENDER: Manner((0.8, 2.0), 0.14, 0.25, 0.4),
    Expression.SAD: Manner((0.9, 2.2), 0.3, 0.35, 0.35),
    Expression.CRY: Manner((0.5, 1.3), 0.35, 0.3, 0.3),
    Expression.FEAR: Manner((0.18, 0.6), 0.45, 0.6, 0.0),
    Expression.SHOCK: Manner((0.5, 1.2), 0.06, 0.2, 0.0),
    Expression.ANGER: STEADY,
    Expression.RAGE: STEADY,
    Expression.CONTEMPT: Manner((0.9, 2.0), 0.3, 0.4, -0.3),
    Expression.GUILT: Manner((0.5, 1.4), 0.2, -0.5, -0.5),  # furtively back at the listener
    Expression.RESOLVE: STEADY,
}


class Glances:
    """One person's looks in a shot, all drawn up at the start."""

    def __init__(
        self,
        seed: int,
        until: float,
        lines: tuple[tuple[float, float], ...],
        feeling: Callable[[float], Expression],
    ) -> None:
        """`lines` are start and end of what they say, seconds."""
        chance = Random(seed * 104729 + 5)  # noqa: S311 - acting, not secrets
        looks = [(0.0, 0.0, 0.0), *_idle(chance, until, feeling)]
        for start, end in lines:
            looks = [look for look in looks if not start - 0.3 < look[0] < start + 0.7]
            if chance.random() < THINKS:
                manner = MANNERS[feeling(start)]
                looks.append((max(start - 0.2, 0.01), 0.8 * manner.x, 0.5 * manner.y))
            looks += [(start + 0.45, 0.0, 0.0), (end + 0.05, 0.0, 0.0)]
        self.looks = sorted(looks)
        self.times = [look[0] for look in self.looks]

    def at(self, t: float) -> tuple[float, float]:
        """Away from the listener and down, of the eye's reach, at `t`."""
        _, x, y = self.looks[max(bisect_right(self.times, t) - 1, 0)]
        return x, y

    def jumps(self) -> list[float]:
        """When the eyes go far: lids close on the way."""
        pairs = zip(self.looks, self.looks[1:], strict=False)
        return [b[0] for a, b in pairs if abs(b[1] - a[1]) + abs(b[2] - a[2]) > WIDE]


def _idle(
    chance: Random, until: float, feeling: Callable[[float], Expression]
) -> list[tuple[float, float, float]]:
    looks, t = [], chance.uniform(0.3, 1.0)
    while t < until:
        manner = MANNERS[feeling(t)]
        if chance.random() < manner.away:
            side = chance.choice((1.0, 1.0, -0.7))
            k = chance.uniform(0.7, 1.2)
            looks.append((t, manner.x * side * k, manner.y * k))
            t += chance.uniform(*RETURNS)
        x, y = chance.choice(LISTENER)
        looks.append((t, x, y))
        t += chance.uniform(*manner.every)
    return looks
