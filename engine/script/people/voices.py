"""A voice for everyone the bible gives none: by sex and age, and like nobody else's."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look, VoiceSpec
from engine.script.digest import number, pick, spread
from engine.script.people.gallery import Rows

VARIANTS = {
    "woman": ("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8"),
    "man": ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"),
    "androgynous": ("f5", "m3", "f2", "m8"),
}
RECORDED = "flite"  # has voices of real speakers, of English alone
TRIES = 32
ALIKE = 280  # two who are nearer than this clash
SAME, STEP = 361, 20


class Choir:
    """The voices that are taken."""

    def __init__(self, voices: Iterable[VoiceSpec] = ()) -> None:
        self._rows = Rows(len(_row(VoiceSpec())))
        for voice in voices:
            self.add(voice)

    def add(self, voice: VoiceSpec) -> None:
        self._rows.add(_row(voice))

    def first_apart(self, candidates: Sequence[VoiceSpec]) -> int:
        """Which is the first that is like none that is taken; in a crowd, a little more like."""
        taken = self._rows.filled
        if not len(taken):
            return 0
        rows = np.array([_row(voice) for voice in candidates], dtype=np.int32)
        most = _nearness(rows, taken).max(axis=1)
        for like in range(ALIKE, SAME, STEP):
            if (far := most <= like).any():
                return int(far.argmax())
        return 0


def nearness(one: VoiceSpec, other: VoiceSpec) -> int:
    """0 for voices nobody mixes up, 360 for the same."""
    rows = np.array([_row(one), _row(other)], dtype=np.int32)
    return int(_nearness(rows[:1], rows[1:])[0, 0])


def _row(voice: VoiceSpec) -> tuple[int, int, int, int]:
    """Sex, timbre, pitch and size of a voice in whole numbers."""
    sex, timbre = ord(voice.variant[:1] or "f"), _timbre(voice.variant)
    return sex, timbre, round(voice.pitch * 100), round(voice.formant * 100)


@lru_cache(maxsize=64)
def _timbre(variant: str) -> int:
    return number(variant) % 2**30


def _nearness(some: NDArray[np.int32], others: NDArray[np.int32]) -> NDArray[np.int32]:
    """Of each of `some` to each of `others`."""
    far = np.abs(some[:, None, :] - others[None, :, :])
    near: NDArray[np.int32] = (
        200 * (far[..., 1] == 0)
        + np.maximum(0, 20 - far[..., 2]) * 5
        + np.maximum(0, 12 - far[..., 3]) * 5
    )
    return np.where(far[..., 0] == 0, near, 0)


def voices_by_rule(name: str, look: Look, language: str) -> list[VoiceSpec]:
    """The voices that `name` may have, the first choice first."""
    return [voice_by_rule(name, look, language, attempt) for attempt in range(TRIES)]


def voice_by_rule(name: str, look: Look, language: str, attempt: int) -> VoiceSpec:
    """One of them."""
    child, old = look.age < 13, look.age >= 60
    sex = "woman" if child else look.presentation
    tone = 1.35 if child else 0.9 if old else 1.0
    bulk = -0.04 if look.build in ("broad", "heavy") else 0.0
    return VoiceSpec(
        backend=RECORDED if language.lower().startswith("en") else "espeak",
        language=language,
        variant=pick(VARIANTS[sex], name, "variant", attempt),
        pitch=round(spread(0.82, 1.18, name, "p", attempt) * tone + bulk, 2),
        rate=round(spread(0.96, 1.12, name, "rate", attempt) * (0.9 if old else 1.0), 2),
        formant=round((1.16 if child else spread(0.94, 1.06, name, "f", attempt)) + bulk, 2),
        roughness=round(spread(0.0, 0.2, name, "rough", attempt) + (0.3 if old else 0.0), 2),
    )
