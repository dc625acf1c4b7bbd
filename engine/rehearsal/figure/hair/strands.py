"""Hair as data: a cap on the skull and locks that hang from it, all in head space."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.skull import LEVELS, Skull
from engine.rehearsal.figure.space import curve, spline

Array = NDArray[np.float64]
Key = tuple[float, float, float]  # angle in degrees (0 in front), level, height off the scalp
STEPS = 9  # points along a lock

FACE_WINDOW = [
    (-1.2, 0),
    (-0.75, 0),
    (-0.73, 10),
    (-0.67, 22),
    (-0.57, 34),
    (-0.42, 46),
    (-0.27, 54),
    (-0.14, 62),
    (-0.05, 74),
    (0.05, 82),
    (0.2, 86),
    (0.32, 96),
    (0.38, 128),
    (0.44, 158),
    (1.2, 180),
]


def window(keys: Sequence[tuple[float, float]] = FACE_WINDOW) -> Array:
    """Half the angle of bare face at each level of the skull, degrees."""
    return curve(list(keys), LEVELS)


@dataclass
class Hair:
    """Locks are (STEPS, 3) each; `cap` is how far the cap stands off the skull, 0 for none."""

    skull: Skull
    cap: float = 0.09
    hairline: Array = field(default_factory=window)
    locks: list[Array] = field(default_factory=list)
    widths: list[Array] = field(default_factory=list)
    stiff: list[float] = field(default_factory=list)  # 0 sways … 1 does not
    stranded: list[bool] = field(default_factory=list)  # whether a line is drawn in the lock
    nape: float = 0.42  # level where the cap ends behind
    shine: float = 0.6  # level of the highlight band, upwards
    blobs: list[tuple[float, float, float, float]] = field(default_factory=list)  # x y z radius
    cloth: bool = False  # drawn as cloth: no strands, no shine
    covers_ears: bool = False
    shorn: bool = False  # so short that skin and hair run into one another
    roped: bool = False  # every lock is a rope of its own: locs, braids


Style = Callable[[Look, Skull], Hair]


def lock(
    hair: Hair,
    keys: Sequence[Key],
    width: float,
    *,
    root: float = 0.25,
    tip: float = 0.0,
    stiff: float = 1.0,
    wave: tuple[float, float] = (0.0, 0.0),
    strand: bool = True,
) -> None:
    """Hang one lock along `keys`; `width` is half its breadth where it is widest.

    `wave` is how far it swings from side to side, and where in the swing it begins.
    """
    k = spline(np.array(keys, dtype=float), STEPS)
    points = hair.skull.shell(k[:, 0], k[:, 1], k[:, 2])
    if wave[0]:
        t = np.linspace(0, 1, STEPS)
        swing = wave[0] * np.sin(wave[1] + t * 11) * t
        points = points + np.column_stack([swing, 0 * t, 0.5 * swing])
    hang(hair, points, width, root=root, tip=tip, stiff=stiff, strand=strand)


def hang(
    hair: Hair,
    points: Array,
    width: float,
    *,
    root: float = 0.25,
    tip: float = 0.0,
    stiff: float = 1.0,
    strand: bool = True,
) -> None:
    """Add a lock given as points in head space, (n, 3)."""
    p = points if len(points) == STEPS else spline(points, STEPS)
    t = np.linspace(0, 1, STEPS)
    body = root + (1 - root) * np.sin(np.pi / 2 * np.clip(t / 0.4, 0, 1))
    end = tip + (1 - tip) * np.clip(1 - ((t - 0.45) / 0.55).clip(0) ** 1.7, 0, 1)
    hair.locks.append(p)
    hair.widths.append(width * body * end)
    hair.stiff.append(stiff)
    hair.stranded.append(strand)


def fan(start: float, end: float, count: int) -> list[float]:
    return [float(a) for a in np.linspace(start, end, count)]
