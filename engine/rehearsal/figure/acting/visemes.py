"""Mouth shapes of speech, laid over whatever the face feels."""

from dataclasses import dataclass, replace

import numpy as np

from engine.rehearsal.figure.pose import FaceRig
from engine.voice.speech import SAMPLE_RATE, Speech, Viseme, VisemeSpan


@dataclass(frozen=True, slots=True)
class Lips:
    open: float = 0.0
    wide: float = 0.0
    round: float = 0.0
    upper: float = 0.0
    lower: float = 0.0
    teeth: float = 0.3
    tongue: float = 0.0
    press: float = 0.0
    bite: float = 0.0
    hold: float = 0.0  # 1: the lips must meet whatever the feeling


LIPS: dict[Viseme, Lips] = {
    Viseme.SIL: Lips(),
    Viseme.PP: Lips(press=0.75, hold=1.0),
    Viseme.FF: Lips(open=0.05, upper=0.35, teeth=1.0, bite=0.6, hold=0.8),
    Viseme.TH: Lips(open=0.18, wide=0.15, teeth=0.6, tongue=1.0, upper=0.1),
    Viseme.DD: Lips(open=0.22, wide=0.28, teeth=0.7, tongue=0.7, lower=0.2),
    Viseme.KK: Lips(open=0.34, wide=0.1, teeth=0.35, tongue=0.2),
    Viseme.CH: Lips(open=0.16, round=0.55, teeth=0.95, upper=0.45, lower=0.4),
    Viseme.SS: Lips(open=0.1, wide=0.5, teeth=1.0, upper=0.2, lower=0.25),
    Viseme.NN: Lips(open=0.26, wide=0.15, teeth=0.5, tongue=0.9),
    Viseme.RR: Lips(open=0.2, round=0.45, teeth=0.6, tongue=0.5, lower=0.2),
    Viseme.AA: Lips(open=0.82, wide=0.12, teeth=0.35, tongue=0.35, upper=0.15, lower=0.2),
    Viseme.E: Lips(open=0.5, wide=0.5, teeth=0.5, tongue=0.4, upper=0.2),
    Viseme.IH: Lips(open=0.3, wide=0.68, teeth=0.75, tongue=0.3, upper=0.2, lower=0.15),
    Viseme.OH: Lips(open=0.58, round=0.68, teeth=0.12, tongue=0.25),
    Viseme.OU: Lips(open=0.24, round=1.0, teeth=0.0, tongue=0.1),
}
FIELDS = ("open", "wide", "round", "upper", "lower", "teeth", "tongue", "press", "bite", "hold")
TABLE = {v: np.array([getattr(lips, name) for name in FIELDS]) for v, lips in LIPS.items()}
WIDE, ROUND = FIELDS.index("wide"), FIELDS.index("round")
BEFORE, AFTER = 0.03, 0.07  # seconds of speech round an instant that one pose shows
DRAWING = 1 / 12  # seconds a pose is shown
CLOSES = 0.045  # seconds into a closed sound at which the lips are sure to be seen closed
PURSED = 0.15  # seconds ahead in which lips round themselves for a vowel to come
FADE = 0.09  # seconds from a closed mouth into speech and back
AJAR = 0.35  # of what a feeling opens the mouth is left between two words
GRAIN = 0.02  # seconds of sound that one value of loudness stands for


class Mouthing:
    """The mouth of one spoken line."""

    def __init__(self, speech: Speech) -> None:
        self.spans, self.effort = speech.visemes, speech.effort
        size = round(GRAIN * SAMPLE_RATE)
        blocks = speech.samples[: len(speech.samples) // size * size].reshape(-1, size)
        loud = np.sqrt((blocks.astype(np.float64) ** 2).mean(1))
        peak = float(np.percentile(loud, 92)) if len(loud) else 0.0
        even = np.convolve(loud, np.ones(5) / 5, "same") if len(loud) > 5 else loud
        # Silence under a viseme is a synthesiser without sound: the mouth then speaks evenly.
        self.loud = np.clip(even / peak, 0, 1) if peak > 1e-4 else np.ones(1)

    def lips(self, at: float) -> tuple[Lips, float]:
        """The mouth `at` seconds into the line, and how far it speaks at all, 0 … 1."""
        near = self._near(at - BEFORE, at + AFTER)
        closed = next((s for s, _ in near if LIPS[s.viseme].hold > 0.5 and _met(s, at)), None)
        if closed:
            return LIPS[closed.viseme], 1.0
        said = [(s, w) for s, w in near if s.viseme != Viseme.SIL]
        if not said:
            return LIPS[Viseme.SIL], 0.0
        total = sum(weight for _, weight in said)
        mixed = np.sum([TABLE[s.viseme] * weight for s, weight in said], axis=0) / total
        ahead = self._near(at, at + PURSED)
        pursed = max((TABLE[s.viseme][ROUND] for s, _ in ahead), default=0.0)
        mixed[ROUND] = max(mixed[ROUND], 0.6 * pursed)
        mixed[WIDE] *= 1 - 0.8 * mixed[ROUND]
        mixed[0] *= 0.72 + 0.42 * self._loudness(at)
        return Lips(*mixed.tolist()), min(total / FADE, 1.0)

    def _near(self, start: float, end: float) -> list[tuple[VisemeSpan, float]]:
        """Spans within start … end with the seconds of them that lie there."""
        return [
            (s, min(s.end, end) - max(s.start, start))
            for s in self.spans
            if s.start < end and s.end > start
        ]

    def _loudness(self, at: float) -> float:
        return float(self.loud[min(int(at / GRAIN), len(self.loud) - 1)])


def _met(span: VisemeSpan, at: float) -> bool:
    """Whether the drawing shown from `at` on is the one that has to show the lips meet."""
    middle = span.start + min(CLOSES, (span.end - span.start) / 2)
    return span.start <= at + DRAWING / 2 < span.end or at <= middle < at + DRAWING


def speak(rig: FaceRig, lips: Lips, share: float, force: float) -> FaceRig:
    """Lay `lips` over a face by `share`; `force` 0 … 1 is how hard the mouth works."""
    free = 1 - lips.hold
    rest = 1 - share
    opened = min(lips.open * (1.12 + 0.6 * force) + 0.22 * rig.open * free, 1.35)
    return replace(
        rig,
        open=opened * share + rig.open * AJAR * rest,
        wide=(lips.wide * 0.85 + 0.45 * rig.wide * (1 - lips.round)) * share + rig.wide * rest,
        round=lips.round * share + rig.round * rest,
        upper=(lips.upper + 0.4 * rig.upper) * (lips.hold < 0.9) * share + rig.upper * rest,
        lower=(lips.lower + 0.45 * rig.lower) * free * share + rig.lower * rest,
        teeth=max(lips.teeth, 0.5 * rig.teeth * free) * share + rig.teeth * rest,
        tongue=lips.tongue * share + rig.tongue * rest,
        press=lips.press * share + rig.press * rest,
        bite=lips.bite * share + rig.bite * rest,
        chin=rig.chin * (0.5 * share + rest),
        jaw=lips.open * (0.5 + 0.4 * force) * share + rig.jaw * rest,
        corner_l=rig.corner_l * (0.78 * share + rest),
        corner_r=rig.corner_r * (0.78 * share + rest),
    )
