"""What all sounds are built from: shaped noise, ringing bodies, places in time and space.

Mono is float32 of shape (n,), stereo (n, 2), both at SAMPLE_RATE. Everything random comes from a
generator that the caller seeds.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray
from scipy import fft, signal

SAMPLE_RATE = 48_000

_STRETCH = 2**19  # samples that are convolved at once

Audio = NDArray[np.float32]
Curve = Callable[[NDArray[np.float64]], NDArray[np.float64]]  # frequency in Hz → gain


def length(seconds: float) -> int:
    return max(1, round(seconds * SAMPLE_RATE))


def db(value: float) -> float:
    """Decibels as a factor."""
    return float(10 ** (value / 20))


def silence(n: int) -> Audio:
    return np.zeros((n, 2), np.float32)


def band(low: float, high: float, slope: float = 0.0, steepness: float = 2.0) -> Curve:
    """A curve that passes `low` … `high` Hz, tilted by `slope` (-0.5 is pink, -1 brown)."""

    def curve(frequency: NDArray[np.float64]) -> NDArray[np.float64]:
        f = np.maximum(frequency, 1.0)
        gain = (f / 1000) ** slope / (1 + (low / f) ** steepness) / (1 + (f / high) ** steepness)
        return np.where(frequency < 15, 0.0, gain)

    return curve


def coloured(rng: Generator, n: int, curve: Curve, channels: int = 2) -> Audio:
    """Noise with the spectrum of `curve` and an RMS of 1; its end joins its start."""
    white = rng.standard_normal((channels, n), np.float32)
    spectrum = fft.rfft(white) * curve(fft.rfftfreq(n, 1 / SAMPLE_RATE)).astype(np.float32)
    shaped = fft.irfft(spectrum, n)
    shaped /= max(float(np.sqrt((shaped**2).mean())), 1e-9)
    return np.asarray(shaped.T if channels == 2 else shaped[0], np.float32)


def filtered(samples: Audio, curve: Curve) -> Audio:
    """`samples` with the gains of `curve`, without delay; its end wraps into its start."""
    gains = np.empty(len(samples) // 2 + 1, np.float32)
    for start in range(0, len(gains), _STRETCH):
        part = gains[start : start + _STRETCH]
        bins = np.arange(start, start + len(part), dtype=np.float64)
        part[:] = curve(bins * (SAMPLE_RATE / len(samples)))
    out = np.empty(samples.shape, np.float32)
    sides, made = samples.reshape(len(samples), -1), out.reshape(len(samples), -1)
    for channel in range(sides.shape[1]):
        spectrum = fft.rfft(np.ascontiguousarray(sides[:, channel]))
        spectrum *= gains
        made[:, channel] = fft.irfft(spectrum, len(samples))
    return out


def looped(sound: Audio, start: int, n: int) -> Audio:
    """`n` samples of an endless `sound`, from sample `start` on."""
    turns = -(-(start + n) // len(sound))
    return np.concatenate([sound[start:], *[sound] * (turns - 1)])[:n]


def drift(rng: Generator, n: int, seconds: float, depth_db: float) -> Audio:
    """A gain that wanders by about `depth_db`, turning every `seconds`; its end joins its start."""
    points = max(4, round(n / SAMPLE_RATE / seconds))
    levels = rng.normal(0, depth_db / 2, points)
    # Eased between the points at a hundredth of the rate: nothing here moves faster than that.
    fine = np.linspace(0, points, max(2, n // 100), dtype=np.float64)
    index = np.minimum(fine.astype(int), points - 1)
    part = 0.5 - 0.5 * np.cos(np.pi * (fine - index))
    level = levels[index] * (1 - part) + levels[(index + 1) % points] * part
    gain = 10 ** (level / 20)
    place = np.linspace(0, len(gain) - 1, n)
    return np.asarray(np.interp(place, np.arange(len(gain)), gain), np.float32)


def decay(n: int, seconds: float) -> Audio:
    """1 falling to 1/1000 in `seconds`."""
    return np.asarray(np.exp(np.arange(n) * (-6.9 / (seconds * SAMPLE_RATE))), np.float32)


def attack(n: int, seconds: float) -> Audio:
    """A rise from 0 to 1 in `seconds`, then 1."""
    m = min(n, round(seconds * SAMPLE_RATE))
    hull = np.ones(n, np.float32)
    hull[:m] = 0.5 - 0.5 * np.cos(np.pi / max(1.0, seconds * SAMPLE_RATE) * np.arange(m))
    return hull


def ringing(
    n: int, frequencies: ArrayLike, seconds: ArrayLike, gains: ArrayLike, rng: Generator
) -> Audio:
    """A struck body: damped modes, each with a random phase, mono."""
    frequency, fall, gain = np.broadcast_arrays(frequencies, seconds, gains)
    time = np.arange(n) / SAMPLE_RATE
    out = np.zeros(n)
    for f, s, g in zip(frequency, fall, gain, strict=True):
        out += g * np.exp(time * (-6.9 / s)) * np.sin(2 * np.pi * f * time + rng.uniform(0, 0.6))
    return np.asarray(out * attack(n, 0.0004), np.float32)


def glide(n: int, start: float, end: float, seconds: float) -> Audio:
    """A sine that slides from `start` to `end` Hz, most of the way within `seconds`, mono."""
    time = np.arange(n) / SAMPLE_RATE
    frequency = end + (start - end) * np.exp(-3 * time / seconds)
    return np.asarray(np.sin(2 * np.pi * np.cumsum(frequency) / SAMPLE_RATE), np.float32)


def swept(noise: Audio, centre: NDArray[np.floating], width: float = 0.7) -> Audio:
    """`noise` through a band whose `centre` (Hz, one per sample) moves; `width` is in octaves."""
    edges = np.geomspace(60, 14_000, 17)
    spectrum = fft.rfft(noise, axis=0)
    frequency = fft.rfftfreq(len(noise), 1 / SAMPLE_RATE)
    out = np.zeros_like(noise)
    step = np.log2(edges[1] / edges[0])
    for edge in edges:
        octaves = np.log2(np.maximum(frequency, 1) / edge)
        mask = np.clip(1 - np.abs(octaves) / step, 0, 1).astype(np.float32)
        part = fft.irfft(
            spectrum * (mask[:, None] if noise.ndim == 2 else mask), len(noise), axis=0
        )
        gain = np.exp(-0.5 * (np.log2(centre / edge) / width) ** 2).astype(np.float32)
        out += part * (gain[:, None] if noise.ndim == 2 else gain)
    return out


def scattered(
    rng: Generator, n: int, per_second: float, grain: Audio, spread: float = 8.0
) -> Audio:
    """Copies of mono `grain` at random times, sides and levels (`spread` dB), stereo, circular."""
    count = rng.poisson(per_second * n / SAMPLE_RATE)
    hits = silence(n)
    level = 10 ** (rng.normal(0, spread, count) / 20)
    side = rng.uniform(0.1, np.pi / 2 - 0.1, count)
    time = rng.integers(0, n, count)
    np.add.at(hits[:, 0], time, level * np.cos(side))
    np.add.at(hits[:, 1], time, level * np.sin(side))
    voice = fft.rfft(grain[:n], n)[:, None]
    return np.asarray(fft.irfft(fft.rfft(hits, axis=0) * voice, n, axis=0), np.float32)


def panned(mono: Audio, side: float) -> Audio:
    """`mono` at `side` -1 (left) … 1 (right), of equal power."""
    angle = (side + 1) * np.pi / 4
    return np.asarray(mono[:, None] * np.array([np.cos(angle), np.sin(angle)]), np.float32)


def lay(out: Audio, sound: Audio, seconds: float, gain: float = 1.0, *, wrap: bool = False) -> None:
    """Add `sound` to `out` from `seconds` on; what is over its end is cut, or wraps round."""
    start = round(seconds * SAMPLE_RATE)
    skipped = max(0, -start)
    start = max(0, start)
    fitting = max(0, min(len(sound) - skipped, len(out) - start))
    out[start : start + fitting] += sound[skipped : skipped + fitting] * gain
    if wrap and len(sound) > fitting:
        rest = sound[fitting : fitting + start]
        out[: len(rest)] += rest * gain


def faded(sound: Audio, into: float, out: float) -> Audio:
    """`sound` with rounded ends, seconds long."""
    n = len(sound)
    gain = attack(n, min(into, n / SAMPLE_RATE / 2))
    gain = gain * attack(n, min(out, n / SAMPLE_RATE / 2))[::-1]
    return np.asarray(sound * (gain[:, None] if sound.ndim == 2 else gain), np.float32)


def wide(sound: Audio, mix: float, seconds: float, brightness: float = 5_000) -> Audio:
    """`sound` (mono or stereo) in a room of `seconds` reverberation, `mix` of it wet, stereo."""
    stereo = sound if sound.ndim == 2 else panned(sound, 0.0)
    room = _room(round(seconds * 100), round(brightness))
    out = stereo.copy()
    # An episode at once would need ten times its own memory.
    for start in range(0, len(stereo), _STRETCH):
        wet = signal.oaconvolve(stereo[start : start + _STRETCH], room, axes=0)
        out[start : start + len(wet)] += wet[: len(out) - start] * np.float32(mix)
    return out


@lru_cache(maxsize=24)
def _room(hundredths: int, brightness: int) -> Audio:
    """An impulse response: sparse early reflections, a diffuse tail that darkens."""
    rng = np.random.default_rng(hundredths * 31 + brightness)
    seconds = hundredths / 100
    n = length(seconds)
    light = coloured(rng, n, band(180, brightness, 0.0))
    dark = coloured(rng, n, band(150, brightness / 4, 0.0))
    fade = decay(n, seconds)[:, None]
    tail = (light * fade**1.6 + dark * fade) * attack(n, 0.012)[:, None] * 0.5
    for _ in range(9):
        lay(tail, panned(np.ones(1, np.float32), rng.uniform(-1, 1)), rng.uniform(0.004, 0.05), 1.5)
    return np.asarray(tail / np.sqrt((tail**2).sum(axis=0)), np.float32)


def loudest(sound: Audio) -> float:
    """The RMS of the loudest 60 ms."""
    power = (sound.astype(np.float64) ** 2).reshape(len(sound), -1).mean(axis=1)
    window = min(len(power), length(0.06))
    total = np.concatenate([[0.0], np.cumsum(power)])
    return float(np.sqrt(max(0.0, (total[window:] - total[:-window]).max() / window)))
