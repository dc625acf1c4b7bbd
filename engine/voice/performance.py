"""From a synthesiser's bare utterance to a line that somebody speaks."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from engine.voice import mouth, timbre
from engine.voice.filters import resampled, smooth
from engine.voice.library import Mark, Utterance
from engine.voice.manner import Manner
from engine.voice.prosody import FRAME, Curve, melody, resung
from engine.voice.speech import SAMPLE_RATE, Samples, Speech, Viseme, VisemeSpan, WordSpan
from engine.voice.text import has_words, passages, word_spans
from engine.voice.timbre import Tone

_LEAD, _AFTER = 0.03, 0.05  # seconds of quiet kept around the sound
_CLOSEST, _HIGHEST = 0.45, 2.4  # of a pitch, further from which no pulse is moved


@dataclass(frozen=True, slots=True)
class Delivery:
    """How an utterance becomes the character's: ratios to what the synthesiser said."""

    formant: float  # vocal tract: below 1 larger, above 1 smaller
    low: float  # Hz between which the pitch lies before that
    high: float
    tone: Tone
    pitch: float = 1.0
    stretch: float = 1.0  # of the durations
    range: float = 1.0
    tonal: bool = False  # the melody makes the words
    roughness: float = 0.0


Uttered = Callable[[str], tuple[Utterance, Delivery]]


def spoken(said: str, acted: Manner, seed: int, utter: Uttered) -> Speech:
    """The whole line, in passages; a breath where there is nothing to say."""
    parts = [
        part
        for offset, piece in passages(said)
        if has_words(piece)
        and len((part := _passage(piece, *utter(piece), acted, seed + offset)).visemes)
    ]
    if not parts:
        return Speech(timbre.breath(seed), (), ())
    if acted.inhale > 0:
        drawn = timbre.inhaled(acted.inhale, seed)
        parts.insert(0, Speech(drawn, (), ()))
    return parts[0] if len(parts) == 1 else _joined(parts)


def _passage(text: str, utterance: Utterance, how: Delivery, acted: Manner, seed: int) -> Speech:
    dry, rate = _resampled(utterance, how.formant)
    first, last = timbre.sounding(dry)
    first = max(0, first - round(_LEAD * SAMPLE_RATE))
    dry = dry[first : min(len(dry), last + round(_AFTER * SAMPLE_RATE))]
    if not len(dry):
        return Speech(dry, (), ())
    noise = np.random.default_rng([seed, 5])
    hertz = melody(dry, how.low * how.formant, how.high * how.formant)
    sung, begins = resung(
        dry, hertz, _sung(hertz, how, acted, noise), _paced(dry, how, acted), noise
    )
    shift = first * rate / SAMPLE_RATE
    phonemes, words = (
        _moved(marks, shift, SAMPLE_RATE / rate, begins)
        for marks in (utterance.phonemes, utterance.words)
    )
    duration = len(sung) / SAMPLE_RATE
    return Speech(
        timbre.colour(sung, how.tone, acted, how.roughness, seed),
        mouth.visemes(phonemes, SAMPLE_RATE, duration),
        word_spans(
            text, words, mouth.pauses(phonemes, SAMPLE_RATE, duration), SAMPLE_RATE, duration
        ),
    )


def _resampled(utterance: Utterance, formant: float) -> tuple[Samples, float]:
    """The samples at SAMPLE_RATE with all formants moved by `formant`, and the marks' real rate.

    Playing faster moves formants, pitch and speed together; the latter two are put back by the
    delivery, so that only the vocal tract changes.
    """
    ratio = smooth(SAMPLE_RATE / (utterance.rate * formant))
    return resampled(utterance.samples, ratio), SAMPLE_RATE * ratio.denominator / ratio.numerator


def _sung(hertz: Curve, how: Delivery, acted: Manner, noise: Generator) -> Curve:
    """The melody that the feeling makes of it, frame by frame in Hz."""
    voiced = hertz > 0
    if not voiced.any():
        return hertz
    n = len(hertz)
    time = np.arange(n) * FRAME / SAMPLE_RATE
    middle = np.log(hertz[voiced]).mean()
    leaves = np.log(np.maximum(hertz, 1.0)) - middle
    range_, fall = how.range, acted.fall
    if how.tonal:
        range_, fall = min(1.2, max(0.85, range_)), fall * 0.4
    curve = middle + np.log(how.pitch) + leaves * range_ + fall * (0.5 - np.linspace(0, 1, n))
    points = np.arange(0, n + 24, 12)
    curve += np.interp(np.arange(n), points, noise.normal(0, 0.008, len(points)))
    beat = 2 * np.pi * (5.7 * time + 0.3 * np.sin(2.3 * time))
    curve += 0.075 * acted.tremor * np.sin(beat)
    curve += 0.16 * acted.sob * _catches(n, noise)
    own = np.where(voiced, hertz, 1.0)
    return np.where(voiced, np.clip(np.exp(curve), _CLOSEST * own, _HIGHEST * own), 0.0)


def _catches(n: int, noise: Generator) -> Curve:
    """Where the voice of somebody who cries leaps up and falls back: about twice a second."""
    out = np.zeros(n)
    for at in np.cumsum(noise.uniform(30, 70, n // 30 + 1)):
        width = noise.uniform(4, 9)
        out += np.exp(-(((np.arange(n) - at) / width) ** 2)) * noise.uniform(0.4, 1.0)
    return out


def _paced(dry: Samples, how: Delivery, acted: Manner) -> Curve:
    """How much longer each frame becomes: pauses by the feeling, the end lingers."""
    n = len(dry) // FRAME + 1
    padded = np.pad(dry, (0, n * FRAME - len(dry))).reshape(n, FRAME)
    level = np.sqrt((padded.astype(np.float64) ** 2).mean(axis=1))
    quiet = level < 0.02 * level.max()
    runs = np.flatnonzero(np.diff(np.concatenate([[0], quiet, [0]]))).reshape(-1, 2)
    stretch = np.full(n, how.stretch)
    for start, end in runs:
        if end - start > 7 and start > 0 and end < n:
            stretch[start:end] *= acted.pause
    last = np.arange(n) - (n - 32)
    return np.asarray(stretch * (1 + acted.linger * np.clip(last / 10, 0, 1)))


def _moved(marks: tuple[Mark, ...], shift: float, factor: float, begins: Curve) -> tuple[Mark, ...]:
    """Marks where they sound now: after what was cut off before, at the new pace."""
    frames = np.arange(len(begins)) * FRAME
    return tuple(
        Mark(
            round(float(np.interp(max(0.0, (m.sample - shift) * factor), frames, begins))),
            m.symbol,
            m.position,
        )
        for m in marks
    )


def _joined(parts: list[Speech]) -> Speech:
    visemes: list[VisemeSpan] = []
    words: list[WordSpan] = []
    at = 0.0
    for part in parts:
        visemes += [VisemeSpan(v.viseme, at + v.start, at + v.end) for v in part.visemes]
        words += [WordSpan(w.text, at + w.start, at + w.end) for w in part.words]
        at += part.duration
        if visemes and visemes[-1].end < at:
            visemes.append(VisemeSpan(Viseme.SIL, visemes[-1].end, at))
    return Speech(np.concatenate([part.samples for part in parts]), tuple(visemes), tuple(words))
