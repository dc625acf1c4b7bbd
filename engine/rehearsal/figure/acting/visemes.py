"""Mouth shapes of speech, laid over whatever the face feels."""

from dataclasses import dataclass, replace

from engine.rehearsal.figure.pose import FaceRig
from engine.voice.speech import Speech, Viseme, VisemeSpan


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
    hold: float = 0.0  # 1: the lips must meet whatever the feeling


LIPS: dict[Viseme, Lips] = {
    Viseme.SIL: Lips(),
    Viseme.PP: Lips(press=0.75, hold=1.0),
    Viseme.FF: Lips(open=0.05, upper=0.3, teeth=1.0, press=0.2, hold=0.8),
    Viseme.TH: Lips(open=0.18, wide=0.15, teeth=0.6, tongue=0.9, upper=0.1),
    Viseme.DD: Lips(open=0.22, wide=0.25, teeth=0.7, tongue=0.6, lower=0.2),
    Viseme.KK: Lips(open=0.3, wide=0.15, teeth=0.4, tongue=0.3),
    Viseme.CH: Lips(open=0.16, round=0.6, teeth=0.95, upper=0.3, lower=0.3),
    Viseme.SS: Lips(open=0.1, wide=0.45, teeth=1.0, upper=0.2, lower=0.25),
    Viseme.NN: Lips(open=0.24, wide=0.2, teeth=0.6, tongue=0.7),
    Viseme.RR: Lips(open=0.22, round=0.5, teeth=0.5, tongue=0.4),
    Viseme.AA: Lips(open=0.78, wide=0.12, teeth=0.35, tongue=0.35, upper=0.15, lower=0.2),
    Viseme.E: Lips(open=0.42, wide=0.5, teeth=0.5, tongue=0.4, upper=0.2),
    Viseme.IH: Lips(open=0.26, wide=0.6, teeth=0.75, tongue=0.3, upper=0.2, lower=0.15),
    Viseme.OH: Lips(open=0.55, round=0.65, teeth=0.15, tongue=0.25),
    Viseme.OU: Lips(open=0.24, round=1.0, teeth=0.0, tongue=0.1),
}
FIELDS = ("open", "wide", "round", "upper", "lower", "teeth", "tongue", "press", "hold")
WINDOW = 0.075  # seconds of speech that one pose shows


def lips_at(speech: Speech, at: float) -> Lips | None:
    """The mouth `at` seconds into the line; None when nothing is being said."""
    start, end = at - WINDOW * 0.35, at + WINDOW * 0.65
    near = [s for s in speech.visemes if s.start < end and s.end > start]
    if not near or all(s.viseme == Viseme.SIL for s in near):
        return None
    closed = [s for s in near if LIPS[s.viseme].hold > 0.5]
    if closed:
        return LIPS[max(closed, key=lambda s: _overlap(s, start, end)).viseme]
    weights = [_overlap(s, start, end) for s in near]
    total = sum(weights) or 1.0
    mixed = {
        f: sum(getattr(LIPS[s.viseme], f) * w for s, w in zip(near, weights, strict=True)) / total
        for f in FIELDS
    }
    return Lips(**mixed)


def _overlap(span: VisemeSpan, start: float, end: float) -> float:
    return max(min(span.end, end) - max(span.start, start), 1e-4)


def speak(rig: FaceRig, lips: Lips, force: float) -> FaceRig:
    """Lay `lips` over a face; `force` 0 … 1 is how loudly it is said."""
    free = 1 - lips.hold
    gain = 0.8 + 0.45 * force
    return replace(
        rig,
        open=min(lips.open * gain + 0.22 * rig.open * free, 1.1),
        wide=lips.wide * 0.85 + 0.45 * rig.wide * (1 - lips.round),
        round=lips.round,
        upper=(lips.upper + 0.5 * rig.upper) * (1 if lips.hold < 0.9 else 0),
        lower=(lips.lower + 0.45 * rig.lower) * free,
        teeth=max(lips.teeth, 0.5 * rig.teeth * free),
        tongue=lips.tongue,
        press=lips.press,
        jaw=lips.open * 0.6,
        corner_l=rig.corner_l * 0.75,
        corner_r=rig.corner_r * 0.75,
    )
