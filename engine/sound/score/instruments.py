"""Players that need no samples: each gives one note, stereo, at an RMS level near 0.1."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import fft, signal

from engine.sound.blocks import (
    SAMPLE_RATE,
    Audio,
    attack,
    band,
    coloured,
    decay,
    faded,
    glide,
    length,
    looped,
    panned,
    ringing,
)

Partials = Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.float64]]

_LOOP = 2**18  # samples of an ensemble, five and a half seconds, without a seam
_SHORT_LOOP = 2**15  # of one whose notes are gone before that is round

_PLUCKED = 0.585  # seconds in which a short bow dies away by 60 dB


def hertz(pitch: int) -> float:
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def _formants(*peaks: tuple[float, float, float]) -> Partials:
    def gain(number: NDArray[np.float64], f: NDArray[np.float64]) -> NDArray[np.float64]:
        lift = sum(g * np.exp(-0.5 * ((f - c) / w) ** 2) for c, w, g in peaks)
        return np.asarray((lift + 0.02) / number**0.6)

    return gain


# Ensembles: gains of the partials by number and frequency, width of each in cents, rise, fall (s).
_HELD: dict[str, tuple[Partials, float, float, float]] = {
    "warm": (lambda k, f: 1 / k**1.6, 32.0, 0.7, 1.4),
    "strings": (lambda k, f: k**-0.95 / (1 + (f / 3_600) ** 3), 26.0, 0.45, 0.9),
    "tremolo": (lambda k, f: k**-1.1 / (1 + (f / 4_000) ** 3), 24.0, 0.5, 0.7),
    "short": (lambda k, f: k**-0.85 / (1 + (f / 3_800) ** 3), 16.0, 0.008, 0.09),
    "cello": (lambda k, f: k**-1.05 * (1 + (f < 900)) / (1 + (f / 2_200) ** 3), 9.0, 0.16, 0.5),
    "brass": (lambda k, f: k**-0.7 / (1 + (f / 1_300) ** 3), 12.0, 0.18, 0.6),
    "choir": (_formants((620, 110, 1.0), (1_080, 130, 0.5), (2_700, 260, 0.14)), 30.0, 0.8, 1.2),
    "low": (lambda k, f: k**-1.2 / (1 + (f / 700) ** 2), 10.0, 0.12, 0.6),
    "reed": (lambda k, f: np.where(k % 2 == 1, 1.0, 0.12) / k**1.3, 5.0, 0.03, 0.08),
}


def note(instrument: str, pitch: int, hundredths: int) -> Audio:
    """One note held for `hundredths` of a second, with its release after that."""
    seconds = hundredths / 100
    if instrument in _HELD:
        return _held(instrument, pitch, seconds)
    return _struck(instrument, pitch, hundredths)


@lru_cache(maxsize=4)
def _struck(instrument: str, pitch: int, hundredths: int) -> Audio:
    made = _STRUCK[instrument](pitch, hundredths / 100)
    level = float(np.sqrt((made[: length(0.3)] ** 2).mean()))
    return np.asarray(made * (0.13 / max(level, 1e-6)), np.float32)


def _held(instrument: str, pitch: int, seconds: float) -> Audio:
    _, _, rise, fall = _HELD[instrument]
    n = length(seconds + fall)
    if instrument == "short":
        n = min(n, length(_PLUCKED))
    ensemble = _ensemble(instrument, pitch)
    tone = looped(ensemble, (pitch * 7919) % len(ensemble), n)
    time = np.arange(n, dtype=np.float32) / SAMPLE_RATE
    hull = attack(n, min(rise, seconds * 0.6))
    if instrument == "short":
        hull = attack(n, rise) * decay(n, _PLUCKED) * attack(n, 0.05)[::-1]
    else:
        last = min(n, length(fall))
        hull[-last:] *= ((n - np.arange(n - last, n, dtype=np.float32)) / length(fall)) ** 2
    if instrument == "tremolo":
        hull *= 0.6 + 0.4 * np.sin(np.float32(2 * np.pi * 10.5) * time + pitch) * attack(n, 0.3)
    if instrument in ("cello", "brass", "reed"):
        hull *= 1 - 0.1 * np.cos(np.float32(2 * np.pi * 5.3) * time) * attack(n, 0.6)
    tone *= hull[:, None]
    return tone


@lru_cache(maxsize=2)
def _ensemble(instrument: str, pitch: int) -> Audio:
    """Many players on one pitch: every partial is a narrow band of noise, drawn in the spectrum."""
    partials, cents, _, _ = _HELD[instrument]
    rng = np.random.default_rng([pitch, len(instrument), ord(instrument[0])])
    base = hertz(pitch)
    numbers = np.arange(1, max(2, int(min(9_000, base * 40) / base)) + 1, dtype=np.float64)
    gains = partials(numbers, numbers * base)
    loop = _SHORT_LOOP if instrument == "short" else _LOOP
    size = np.zeros(loop // 2 + 1)
    step = SAMPLE_RATE / loop
    for number, gain in zip(numbers, gains, strict=True):
        centre = number * base
        width = max(0.8 * step, centre * (2 ** (cents / 1200) - 1) * 0.6)
        low = max(1, int((centre - 4 * width) / step))
        high = min(len(size), int((centre + 4 * width) / step) + 2)
        f = np.arange(low, high) * step
        size[low:high] += gain * np.exp(-0.5 * ((f - centre) / width) ** 2) / np.sqrt(width)
    sounding = np.flatnonzero(size)
    phase = rng.uniform(0, 2 * np.pi, (2, len(sounding)))
    phase[1] = phase[0] + rng.normal(0, 0.9, len(sounding))  # wide, and still safe in mono
    spectrum = np.zeros((2, len(size)), np.complex64)
    spectrum[:, sounding] = size[sounding] * np.exp(1j * phase)
    level = np.sqrt(2 * (size**2).sum()) / loop  # RMS
    return np.asarray(fft.irfft(spectrum * np.float32(0.1 / level), loop).T, np.float32)


def _felt(pitch: int, seconds: float) -> Audio:
    """A piano with felt before its strings: a string a side, a soft hammer, damped at the end."""
    rng = np.random.default_rng(pitch)
    base = hertz(pitch)
    n = length(min(seconds + 0.35, 5.0))
    fall = 6.0 * (220 / base) ** 0.5
    sides = []
    for detune in (0.9994, 1.0005):
        k = np.arange(1, max(3, min(11, int(5_500 / base) + 1)))
        partials = base * detune * k * np.sqrt(1 + 0.0004 * k * k)
        gains = k**-1.1 * np.exp(-partials / 3_200)
        sides.append(ringing(n, partials, fall / k**0.8, gains, rng))
    m = length(0.03)
    felt = coloured(rng, m, band(120, 900), 1) * decay(m, 0.03) * 0.03
    left, right = sides
    sound = np.stack([0.72 * left + 0.28 * right, 0.28 * left + 0.72 * right]).T
    sound[:m] += felt[:, None]
    held = np.clip((n / SAMPLE_RATE - np.arange(n) / SAMPLE_RATE) / 0.3, 0, 1)
    return np.asarray(sound * (held * attack(n, 0.006))[:, None], np.float32)


def _pluck(pitch: int, seconds: float) -> Audio:
    """A plucked string: a burst of noise that runs round a delay and loses its edge."""
    rng = np.random.default_rng(pitch + 500)
    base = hertz(pitch)
    n = length(min(max(seconds, 0.5) + 0.8, 2.4))
    period = SAMPLE_RATE / base - 0.5
    whole = int(period)
    part = period - whole
    pick = np.zeros(n)
    pick[: whole + 1] = signal.lfilter(
        [0.3], [1, -0.7], rng.uniform(-1, 1, whole + 1) * np.hanning(whole + 1)
    )
    loss = 0.9965 ** (220 / base) * 0.5
    loop = np.zeros(whole + 3)
    loop[0] = 1.0
    loop[whole] -= loss * (1 - part)
    loop[whole + 1] -= loss
    loop[whole + 2] -= loss * part
    string = signal.lfilter([1.0], loop, pick)
    return panned(faded(string.astype(np.float32), 0.001, 0.3), 0.25)


def _glass(pitch: int, seconds: float) -> Audio:
    """A bar of glass: a pure note, a shimmer above it that is gone first."""
    rng = np.random.default_rng(pitch + 900)
    base = hertz(pitch)
    n = length(min(seconds + 1.2, 3.5))
    modes = base * np.array([1.0, 1.002, 2.0, 4.07, 6.3])
    sound = ringing(
        n, np.minimum(modes, 15_000), (2.6, 2.6, 1.3, 0.4, 0.15), (1, 0.7, 0.18, 0.16, 0.05), rng
    )
    return panned(faded(sound, 0.004, 0.4), -0.25)


def _drum(pitch: int, seconds: float) -> Audio:
    """A large skin in a large room, whatever the pitch: felt more than heard."""
    rng = np.random.default_rng(int(seconds * 100))
    n = length(1.3)
    skin = glide(n, 96, 47, 0.09) * decay(n, 0.9) * attack(n, 0.003)
    overtone = glide(n, 190, 118, 0.05) * decay(n, 0.3) * 0.3
    stick = coloured(rng, n, band(120, 1_600, -0.5), 1) * decay(n, 0.07) * 0.22
    return panned((np.tanh(1.5 * skin) + overtone + stick).astype(np.float32), 0.0)


def _tick(pitch: int, seconds: float) -> Audio:
    """A dry tick of wood and metal, like a clock that is in a hurry."""
    rng = np.random.default_rng(pitch)
    n = length(0.1)
    wood = ringing(n, (1_870, 3_110, 5_200), (0.03, 0.025, 0.015), (1.0, 0.5, 0.3), rng)
    return panned(wood + coloured(rng, n, band(3_000, 9_000), 1) * decay(n, 0.012) * 0.2, 0.35)


_STRUCK: dict[str, Callable[[int, float], Audio]] = {
    "felt": _felt,
    "pluck": _pluck,
    "glass": _glass,
    "drum": _drum,
    "tick": _tick,
}
