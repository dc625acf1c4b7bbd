"""What an ear takes from a voice, in numbers: pitch, timbre, pace, level, how much it shakes."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Expression, VoiceSpec
from engine.voice import SAMPLE_RATE, Samples, Speech, speak
from engine.voice.prosody import melody

TEXTS = {
    "en": "You never told me where you were, and I waited all night long.",
    "zh": "你从来没有告诉我你去了哪里，我等了你整整一夜。",
}


def say(
    voice: VoiceSpec,
    expression: Expression = Expression.CALM,
    intensity: float = 0.8,
    *,
    hushed: bool = False,
) -> Speech:
    language = "zh" if voice.language.startswith("zh") else "en"
    return speak(
        TEXTS[language], voice, language=language, expression=expression, intensity=intensity,
        hushed=hushed,
    )  # fmt: skip


def hertz(samples: Samples) -> NDArray[np.float64]:
    """The pitch of each frame in which the throat vibrates."""
    found = curve_of(samples)
    return found[found > 0]


def curve_of(samples: Samples) -> NDArray[np.float64]:
    """The pitch of each frame, near the voice's middle: no octave is mistaken for a leap."""
    rough = melody(samples, 60, 500)
    middle = float(np.median(rough[rough > 0])) if rough.any() else 150.0
    return melody(samples, max(60.0, middle / 1.7), min(500.0, middle * 1.7))


def pitch(samples: Samples) -> float:
    return float(np.median(hertz(samples)))


def semitones(one: float, other: float) -> float:
    return abs(12 * float(np.log2(one / other)))


def timbre(samples: Samples) -> NDArray[np.float64]:
    """Mean levels (dB) of bands a third of an octave wide, 200 Hz to 8 kHz, around their mean."""
    size = 2_048
    frames = samples[: len(samples) // size * size].reshape(-1, size) * np.hanning(size)
    power = (np.abs(np.fft.rfft(frames)) ** 2).mean(axis=0)
    edges = 200 * 2 ** (np.arange(17) / 3)
    bins = (edges * size / SAMPLE_RATE).astype(int)
    levels = np.array([power[a : max(b, a + 1)].mean() for a, b in pairwise(bins)])
    decibels = 10 * np.log10(levels + 1e-12)
    return np.asarray(decibels - decibels.mean())


def apart(one: Speech, other: Speech) -> float:
    """1 is about what is told apart at once: three semitones, 4 dB of timbre, or part of both."""
    tone = semitones(pitch(one.samples), pitch(other.samples)) / 3
    colour = float(np.sqrt(((timbre(one.samples) - timbre(other.samples)) ** 2).mean())) / 4
    pace = abs(np.log(one.duration / other.duration)) / 0.2
    return float(np.sqrt(tone**2 + colour**2 + pace**2))


def level_db(samples: Samples) -> float:
    return float(20 * np.log10(np.sqrt((samples**2).mean())))


def slope(samples: Samples) -> float:
    """Semitones by which the melody rises (or falls) from the first third to the last."""
    found = hertz(samples)
    third = len(found) // 3
    return float(12 * np.log2(np.median(found[-third:]) / np.median(found[:third])))


def tremor(samples: Samples) -> float:
    """Semitones by which a held pitch shakes faster than it glides: the median of all stretches."""
    curve = curve_of(samples)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], curve > 0, [0]]))).reshape(-1, 2)
    shakes = []
    for a, b in edges:
        if b - a >= 26:
            notes = 12 * np.log2(curve[a:b])
            glide = np.convolve(notes, np.full(17, 1 / 17), "valid")
            shakes.append(np.abs(notes[8:-8] - glide).mean())
    return float(np.median(shakes))


def vibrating(samples: Samples) -> float:
    """Share of the time in which a pitch is held or glides for 70 ms and more: noise has none."""
    curve = melody(samples, 60, 500)
    held = np.abs(np.diff(np.log(np.maximum(curve, 1.0)))) < 0.05
    held &= (curve[1:] > 0) & (np.diff(curve) != 0)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], held, [0]]))).reshape(-1, 2)
    return float(sum(b - a for a, b in edges if b - a >= 7) / len(curve))
