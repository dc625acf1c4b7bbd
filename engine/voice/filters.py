"""Filters as gains in the spectrum: without delay, and without a library that is slow to import.

A section is the six coefficients b0 b1 b2 a0 a1 a2 of a second-order filter at SAMPLE_RATE.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from engine.voice.speech import SAMPLE_RATE, Samples

Section = tuple[float, float, float, float, float, float]

_TAIL = 4_096  # samples in which what a filter rings on is lost


def peaking(hertz: float, gain_db: float, q: float) -> Section:
    """Lifts or lowers a band around `hertz`."""
    a = 10 ** (gain_db / 40)
    alpha, cosine = _bend(hertz, q)
    return (1 + alpha * a, -2 * cosine, 1 - alpha * a, 1 + alpha / a, -2 * cosine, 1 - alpha / a)


def highpass(hertz: float) -> Section:
    """12 dB an octave, without a hump."""
    alpha, cosine = _bend(hertz, 0.5**0.5)
    side = (1 + cosine) / 2
    return (side, -2 * side, side, 1 + alpha, -2 * cosine, 1 - alpha)


def lowpass(hertz: float) -> Section:
    """12 dB an octave, without a hump."""
    alpha, cosine = _bend(hertz, 0.5**0.5)
    side = (1 - cosine) / 2
    return (side, 2 * side, side, 1 + alpha, -2 * cosine, 1 - alpha)


def _bend(hertz: float, q: float) -> tuple[float, float]:
    w = 2 * np.pi * hertz / SAMPLE_RATE
    return float(np.sin(w) / (2 * q)), float(np.cos(w))


def gains(sections: Sequence[Section], size: int) -> NDArray[np.float32]:
    """What all `sections` in a row leave of each bin of a real transform of `size`.

    No phase is turned, so nothing is late.
    """
    one = np.cos(np.arange(size // 2 + 1) * (2 * np.pi / size))
    two = 2 * one * one - 1
    made = np.ones_like(one)
    for section in sections:
        made *= _power(section[:3], one, two) / _power(section[3:], one, two)
    return np.asarray(np.sqrt(np.maximum(made, 0.0)), np.float32)


def _power(
    part: tuple[float, ...], one: NDArray[np.float64], two: NDArray[np.float64]
) -> NDArray[np.float64]:
    a, b, c = part
    return (a * a + b * b + c * c) + (2 * b * (a + c)) * one + (2 * a * c) * two


def filtered(samples: Samples, sections: Sequence[Section]) -> Samples:
    """Mono `samples` through all `sections`, without delay."""
    size = fft.next_fast_len(len(samples) + _TAIL, real=True)
    made = fft.irfft(fft.rfft(samples, size) * gains(sections, size), size)
    return np.asarray(made[: len(samples)], np.float32)


def convolved(samples: Samples, kernel: Samples) -> Samples:
    """Mono `samples` through `kernel`, as long as they are."""
    size = fft.next_fast_len(len(samples) + len(kernel), real=True)
    made = fft.irfft(fft.rfft(samples, size) * fft.rfft(kernel, size), size)
    return np.asarray(made[: len(samples)], np.float32)


def envelope(samples: Samples, seconds: float) -> Samples:
    """The running RMS with a time constant of `seconds`, without delay."""
    size = fft.next_fast_len(len(samples) + round(8 * seconds * SAMPLE_RATE), real=True)
    corner = np.arange(size // 2 + 1, dtype=np.float32) * (2 * np.pi * seconds * SAMPLE_RATE / size)
    squares = fft.irfft(fft.rfft(samples * samples, size) / (1 + corner**2), size)
    return np.asarray(np.sqrt(np.maximum(squares[: len(samples)], 1e-10)), np.float32)


@lru_cache(maxsize=256)
def smooth(ratio: float) -> Fraction:
    """A fraction within half a percent of `ratio` whose transforms are quick: 2, 3 and 5 alone."""
    sizes = [n for n in range(1, 256) if fft.next_fast_len(n, real=True) == n]
    fractions = (Fraction(a, b) for a in sizes for b in sizes)
    return min(fractions, key=lambda each: (abs(float(each) / ratio - 1), each.denominator))


def resampled(samples: Samples, ratio: Fraction) -> Samples:
    """`samples` at `ratio` times their rate."""
    turns = fft.next_fast_len(len(samples) // ratio.denominator + 8)
    before, after = turns * ratio.denominator, turns * ratio.numerator
    spectrum = fft.rfft(samples, before)
    made = fft.irfft(spectrum[: after // 2 + 1], after) * float(ratio)
    return np.asarray(made[: round(len(samples) * ratio)], np.float32)
