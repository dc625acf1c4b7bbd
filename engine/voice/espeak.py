"""The voice that is always there: formant speech by espeak-ng, bent by character and feeling."""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from zlib import crc32

import numpy as np
from scipy import signal

from engine.contracts import Expression, VoiceSpec
from engine.voice import library, mouth, timbre
from engine.voice.library import Mark, Utterance
from engine.voice.manner import Manner, manner
from engine.voice.speech import SAMPLE_RATE, Samples, Speech, Viseme, VisemeSpan, WordSpan
from engine.voice.text import has_words, language_name, passages, speakable, word_spans

_WORDS_A_MINUTE = 162
_LEAD, _AFTER = 0.03, 0.05  # seconds of quiet kept around the sound
_TONAL = ("cmn", "yue", "vi", "th")  # a flat range would say other words


class Espeak:
    """The `Voice` of engine.voice for VoiceSpec.backend "espeak"."""

    def speak(
        self,
        text: str,
        voice: VoiceSpec,
        *,
        language: str,
        expression: Expression,
        intensity: float,
    ) -> Speech:
        said = speakable(text)
        seed = crc32(text.encode("utf-8", "ignore"))
        name = language_name(said, language, voice.language)
        acted = manner(expression, intensity)
        parts = [
            (offset, spoken)
            for offset, piece in passages(said)
            if has_words(piece)
            and len((spoken := _passage(piece, voice, name, acted, seed + offset)).visemes)
        ]
        if not parts:
            return Speech(timbre.breath(seed), (), ())
        return parts[0][1] if len(parts) == 1 else _joined([spoken for _, spoken in parts])


@lru_cache(maxsize=64)
def _has(name: str) -> bool:
    return library.has(name)


def reads(text: str, language: str) -> bool:
    """Whether a voice can read the letters that `text` is mostly written in."""
    said = speakable(text)
    return not has_words(said) or _has(language_name(said, language, ""))


def _passage(text: str, voice: VoiceSpec, name: str, acted: Manner, seed: int) -> Speech:
    formant = min(1.4, max(0.7, voice.formant))
    utterance = library.synthesize(
        text,
        (f"{name}+{voice.variant}", name, f"en-us+{voice.variant}", "en-us"),
        rate=round(_WORDS_A_MINUTE * voice.rate * acted.rate / formant),
        pitch=library.pitch_setting(voice.pitch * acted.pitch / formant),
        pitch_range=_range(acted, name),
    )
    dry, rate = _resampled(utterance, formant)
    first, last = timbre.sounding(dry)
    first = max(0, first - round(_LEAD * SAMPLE_RATE))
    dry = dry[first : min(len(dry), last + round(_AFTER * SAMPLE_RATE))]
    if not len(dry):
        return Speech(dry, (), ())
    shift = round(first * rate / SAMPLE_RATE)
    phonemes = _moved(utterance.phonemes, shift)
    duration = len(dry) / SAMPLE_RATE
    return Speech(
        timbre.colour(dry, acted, voice.roughness, seed),
        mouth.visemes(phonemes, rate, duration),
        word_spans(
            text,
            _moved(utterance.words, shift),
            mouth.pauses(phonemes, rate, duration),
            rate,
            duration,
        ),
    )


def _range(acted: Manner, name: str) -> int:
    wanted = library.NEUTRAL_RANGE * acted.range
    return round(max(wanted, 45.0) if name in _TONAL else wanted)


def _resampled(utterance: Utterance, formant: float) -> tuple[Samples, float]:
    """The samples at SAMPLE_RATE with all formants moved by `formant`, and the marks' real rate.

    Playing faster moves formants, pitch and speed together; the latter two were asked for
    slower and lower, so that only the vocal tract changes.
    """
    ratio = Fraction(SAMPLE_RATE / (library.RATE * formant)).limit_denominator(160)
    raised = signal.resample_poly(utterance.samples, ratio.numerator, ratio.denominator)
    return np.asarray(raised, np.float32), SAMPLE_RATE * ratio.denominator / ratio.numerator


def _moved(marks: tuple[Mark, ...], shift: int) -> tuple[Mark, ...]:
    return tuple(Mark(max(0, m.sample - shift), m.symbol, m.position) for m in marks)


def _joined(parts: list[Speech]) -> Speech:
    visemes: list[VisemeSpan] = []
    words: list[WordSpan] = []
    at = 0.0
    for part in parts:
        later = _later(at)
        visemes += [VisemeSpan(v.viseme, later(v.start), later(v.end)) for v in part.visemes]
        words += [WordSpan(w.text, later(w.start), later(w.end)) for w in part.words]
        at += part.duration
        if visemes[-1].end < at:
            visemes.append(VisemeSpan(Viseme.SIL, visemes[-1].end, at))
    return Speech(np.concatenate([part.samples for part in parts]), tuple(visemes), tuple(words))


def _later(offset: float) -> Callable[[float], float]:
    return lambda at: at + offset
