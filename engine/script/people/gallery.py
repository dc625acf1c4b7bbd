"""How unlike two people look, in numbers, and who clashes with whom."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.script.digest import number

# How much hair there is to see, 0 none … 6 down the back.
VOLUME = {
    "bald": 0, "buzz": 1, "receding": 1, "short_braids": 1, "short": 2, "side_part": 2,
    "slicked": 2, "undercut": 2, "pixie": 2, "coils": 2, "mohawk": 3, "spiky": 3, "topknot": 3,
    "bun": 3, "wavy_short": 3, "turban": 3, "afro_puff": 4, "court": 5, "pigtails": 4,
    "updo": 4, "curly_short": 4, "bob": 4, "hijab": 4, "ponytail": 5, "braid": 5, "locs": 5,
    "half_up": 6, "wavy": 6, "long": 6, "afro": 6, "curly": 6, "box_braids": 6, "veil": 6,
}  # fmt: skip
BUILD = {"slim": 0, "average": 1, "broad": 2, "heavy": 3}
BEARD = {"none": 0, "stubble": 15, "moustache": 40, "beard": 70}
SEX = {"woman": 0, "androgynous": 60, "man": 120}
CODES = 4  # the last numbers of a row are names: alike or not
# Of the colour and the kind of the clothes, hair style, signature.
WEIGHTS = np.array([300, 30, 70, 20], dtype=np.int32)
APART = 500  # two who are nearer than this clash
# Of two outlines, intersection over union as reckoned; what is drawn comes out up to 0.04 higher.
SILHOUETTES = (0.82, 0.84, 0.87)
SILHOUETTE = "engine.rehearsal.figure.silhouette"  # imported on use: it brings the renderer
CROWD = 14  # looks taken, beyond which outlines can no longer all differ
STEP = 20
Row = tuple[int, ...]


class Rows:
    """Rows of whole numbers that grow without being copied each time."""

    def __init__(self, columns: int) -> None:
        self._held = np.zeros((16, columns), dtype=np.int32, order="F")
        self._count = 0

    def add(self, row: Row) -> None:
        if self._count == len(self._held):
            self._held = np.asfortranarray(np.concatenate([self._held, np.zeros_like(self._held)]))
        self._held[self._count] = row
        self._count += 1

    @property
    def filled(self) -> NDArray[np.int32]:
        return self._held[: self._count]


class Gallery:
    """The looks that are taken. Distances are whole numbers, so they are the same anywhere."""

    def __init__(self, looks: Iterable[Look] = ()) -> None:
        self._rows = Rows(len(row_of(Look())))
        self._looks: list[Look] = []
        for look in looks:
            self.add(look)

    def add(self, look: Look) -> None:
        self._rows.add(row_of(look))
        self._looks.append(look)

    def first_apart(self, candidates: Sequence[Look]) -> int:
        """Which is the first that is far from all that are taken, in colour and in outline.

        In a crowd it is a little less far, and by colour alone.
        """
        taken = self._rows.filled
        if not len(taken):
            return 0
        rows = np.array([row_of(look) for look in candidates], dtype=np.int32)
        least = _distances(rows, taken).min(axis=1)
        if len(taken) <= CROWD:
            far_ones = np.flatnonzero(least >= APART).tolist()
            if (found := self._by_outline(candidates, far_ones)) is not None:
                return found
        for enough in range(APART, 0, -STEP):
            if (far := least >= enough).any():
                return int(far.argmax())
        return 0

    def _by_outline(self, candidates: Sequence[Look], which: list[int]) -> int | None:
        """The first of some candidates whose outline is like nobody's."""
        overlap: Callable[[Look, Look], float] = import_module(SILHOUETTE).overlap
        alike: dict[int, float] = {}
        for limit in SILHOUETTES:
            for at in which:
                if at not in alike:
                    alike[at] = max(overlap(candidates[at], look) for look in self._looks)
                if alike[at] <= limit:
                    return at
        return None


def apart(one: Look, other: Look) -> int:
    """0 for the same look; from about 100 on nobody mixes the two up."""
    rows = np.array([row_of(one), row_of(other)], dtype=np.int32)
    return int(_distances(rows[:1], rows[1:])[0, 0])


def _distances(some: NDArray[np.int32], others: NDArray[np.int32]) -> NDArray[np.int32]:
    """Of each of `some` to each of `others`."""
    total: NDArray[np.int32] = np.zeros((len(some), len(others)), dtype=np.int32)
    measures = some.shape[1] - CODES
    for at in range(some.shape[1]):  # by column: whole rows of others at a time
        one, other = some[:, at, None], others[None, :, at]
        if at < measures:
            total += np.abs(one - other)
        else:
            total += (one != other) * WEIGHTS[at - measures]
    return total


def row_of(look: Look) -> Row:
    """A look as numbers: the colour of the clothes and the hair are what the eye goes by."""
    hair = look.skin if look.hair == "bald" else look.hair_color
    return (
        *_scaled(look.wardrobe.color, 50),
        *_scaled(hair, 28),
        *_scaled(look.skin, 16),
        VOLUME.get(look.hair, 3) * 12,
        BUILD.get(look.build, 1) * 35,
        round(look.height * 300),
        min(look.age, 70) * 3 // 2,
        SEX[look.presentation],
        BEARD.get(look.facial_hair, 0),
        40 * look.glasses,
        _code(look.wardrobe.color),
        _code(look.wardrobe.kind),
        _code(look.hair),
        _code(look.signature),
    )


@lru_cache(maxsize=512)
def _scaled(color: str, percent: int) -> Row:
    return tuple(int(color[at : at + 2], 16) * percent // 100 for at in (1, 3, 5))


@lru_cache(maxsize=512)
def _code(word: str) -> int:
    return number(word) % 2**30
