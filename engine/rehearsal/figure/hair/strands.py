"""Hair as data: a cap on the skull and locks that hang from it, all in head space."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.skull import Skull
from engine.rehearsal.figure.space import curve, spline

Array = NDArray[np.float64]
Key = tuple[float, float, float]  # angle in degrees (0 in front), level, height off the scalp
STEPS = 13  # points along a lock


@dataclass
class Hair:
    """Locks are (n, STEPS, 3); widths (n, STEPS). `cap` is how far the cap stands off the skull."""

    cap: float = 0.09
    hairline: Array = field(default_factory=lambda: np.zeros(0))  # half angle of the face, per level
    locks: list[Array] = field(default_factory=list)
    widths: list[Array] = field(default_factory=list)
    stiff: list[float] = field(default_factory=list)  # 0 sways … 1 does not
    nape: float = 0.42  # level where the cap ends behind
    shine: float = 0.62  # level of the highlight band, upwards
    blobs: list[Array] = field(default_factory=list)  # centres of round masses, (4,): x y z radius
    cloth: bool = False  # drawn as cloth: no strands, no shine


Style = Callable[[Look, Skull], Hair]

FACE_WINDOW = [(-1.2, 0), (-0.64, 0), (-0.61, 12), (-0.55, 24), (-0.44, 38), (-0.3, 50), (-0.15, 60),
               (-0.05, 74), (0.05, 82), (0.2, 86), (0.34, 92), (0.42, 118), (0.5, 150), (1.2, 180)]  # fmt: skip


def window(levels: Array, keys: Sequence[tuple[float, float]] = FACE_WINDOW) -> Array:
    """Half the angle of bare face at each level, degrees."""
    return curve(list(keys), levels)


def lock(
    hair: Hair,
    skull: Skull,
    keys: Sequence[Key],
    width: float,
    *,
    root: float = 0.55,
    tip: float = 0.0,
    stiff: float = 1.0,
    wave: float = 0.0,
    phase: float = 0.0,
) -> None:
    """Hang one lock along `keys`; `width` is half its breadth where it is widest."""
    k = spline(np.array(keys, dtype=float), STEPS)
    t = np.linspace(0, 1, STEPS)
    points = skull.shell(k[:, 0], k[:, 1], k[:, 2])
    if wave:
        swing = wave * np.sin(phase + t * 11) * t
        points = points + np.column_stack([swing, 0 * t, 0.5 * swing])
    body = root + (1 - root) * np.clip(t / 0.35, 0, 1)
    end = tip + (1 - tip) * np.clip(1 - ((t - 0.45) / 0.55).clip(0) ** 1.7, 0, 1)
    hair.locks.append(points)
    hair.widths.append(width * body * end)
    hair.stiff.append(stiff)


def fan(start: float, end: float, count: int) -> list[float]:
    return [float(a) for a in np.linspace(start, end, count)]
