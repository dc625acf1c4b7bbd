"""What a voice gives back: samples, and when which mouth shape and word sounds."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 48_000

Samples = NDArray[np.float32]


class Viseme(StrEnum):
    """Mouth shapes, the fifteen of the MPEG-4/Oculus convention."""

    SIL = "sil"
    PP = "pp"  # p b m
    FF = "ff"  # f v
    TH = "th"
    DD = "dd"  # t d
    KK = "kk"  # k g
    CH = "ch"  # tʃ dʒ ʃ
    SS = "ss"  # s z
    NN = "nn"  # n l
    RR = "rr"
    AA = "aa"
    E = "e"
    IH = "ih"
    OH = "oh"
    OU = "ou"


@dataclass(frozen=True, slots=True)
class VisemeSpan:
    viseme: Viseme
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class WordSpan:
    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Speech:
    """One spoken line. `samples` is mono at SAMPLE_RATE, shape (n,), within -1 … 1.

    `effort` is how hard the mouth works: 0 talks, 1 shouts or sings at the top of the voice.
    """

    samples: Samples
    visemes: tuple[VisemeSpan, ...]
    words: tuple[WordSpan, ...]
    effort: float = 0.0

    @property
    def duration(self) -> float:
        return len(self.samples) / SAMPLE_RATE
