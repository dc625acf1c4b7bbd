"""What all sounds are built from: shaped noise, ringing bodies, places in time and space.

Mono is float32 of shape (n,), stereo (n, 2), both at SAMPLE_RATE. In memory the two channels of
stereo follow one another: numpy works along the longer of two axes fifteen times as fast.
Everything random comes from a generator that the caller seeds.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray
from scipy import fft

SAMPLE_RATE = 48_000

_STRETCH = 2**19  # samples that are transformed at once
_DRIFT_STEP = 100  # samples: nothing that drifts moves faster than that
_HEARD = 1.5  # falls of 60 dB, after which a mode is not heard any more
_UNHEARD = 0.001  # of a band's gain

Audio = NDArray[np.float32]
Curve = Callable[[NDArray[np.float64]], NDArray[np.float64]]  # frequency in Hz → gain


def length(seconds: float) -> int:
    return max(1, round(seconds * SAMPLE_RATE))


def db(value: float) -> float:
    """Decibels as a factor."""
    return float(10 ** (value / 20))


def silence(n: int) -> Audio:
    return np.zeros((2, n), np.float32).T


def band(low: float, high: float, slope: float = 0.0, steepness: float = 2.0) -> Curve:
    """A curve that passes `low` … `high` Hz, tilted by `slope` (-0.5 is pink, -1 brown)."""

    def curve(frequency: NDArray[np.float64]) -> NDArray[np.float64]:
        f = np.maximum(frequency, 1.0)
        gain = (f / 1000) ** slope / (1 + (low / f) ** steepness) / (1 + (f / high) ** steepness)
        return np.where(frequency < 15, 0.0, gain)

    return curve


def coloured(rng: Generator, n: int, curve: Curve, channels: int = 2) -> Audio:
    """Noise with the spectrum of `curve` and an RMS of 1; its end joins its start."""
    gains = curve(fft.rfftfreq(n, 1 / SAMPLE_RATE)).astype(np.float32)
    white = rng.standard_normal((channels, 2 * len(gains)), np.float32).view(np.complex64)
    shaped = fft.irfft(white * gains, n)
    shaped /= max(float(np.sqrt((shaped**2).mean())), 1e-9)
    return np.asarray(shaped.T if channels == 2 else shaped[0], np.float32)


def filtered(samples: Audio, curve: Curve) -> Audio:
    """`samples` with the gains of `curve`, without delay; its end wraps into its start."""
    gains = curve(fft.rfftfreq(len(samples), 1 / SAMPLE_RATE)).astype(np.float32)
    return np.asarray(fft.irfft(fft.rfft(samples.T) * gains, len(samples)).T, np.float32)


def looped(sound: Audio, start: int, n: int) -> Audio:
    """`n` samples of an endless `sound`, from sample `start` on."""
    turns = -(-(start + n) // len(sound))
    return np.concatenate([sound.T[..., start:], *[sound.T] * (turns - 1)], axis=-1)[..., :n].T


def lay_looped(out: Audio, sound: Audio, start: int) -> None:
    """Fill all of `out` with an endless `sound`, from its sample `start` on, by adding to it."""
    for at in range(-start, len(out), len(sound)):
        part = out[max(at, 0) : at + len(sound)]
        part += sound[max(-at, 0) :][: len(part)]


def drift(rng: Generator, n: int, seconds: float, depth_db: float) -> Audio:
    """A gain that wanders by about `depth_db`, turning every `seconds`; its end joins its start."""
    points = max(4, round(n / SAMPLE_RATE / seconds))
    levels = rng.normal(0, depth_db / 2, points)
    fine = np.arange(-(-n // _DRIFT_STEP) + 1) * (_DRIFT_STEP * points / n)
    index = fine.astype(int)
    part = 0.5 - 0.5 * np.cos(np.pi * (fine - index))
    level = levels[index % points] * (1 - part) + levels[(index + 1) % points] * part
    return ramped(np.asarray(10 ** (level / 20)), _DRIFT_STEP)[:n]


def ramped(values: NDArray[np.floating], step: int) -> Audio:
    """`values` that stand `step` samples apart, joined by straight lines, the last one left out."""
    start, rise = values[:-1].astype(np.float32), np.diff(values).astype(np.float32)
    ramp = np.arange(step, dtype=np.float32) / step
    return np.asarray((start[:, None] + rise[:, None] * ramp).ravel(), np.float32)


def decay(n: int, seconds: float) -> Audio:
    """1 falling to 1/1000 in `seconds`."""
    time = np.arange(n, dtype=np.float32)
    return np.asarray(np.exp(time * np.float32(-6.9 / (seconds * SAMPLE_RATE))), np.float32)


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
        heard = time[: length(s * _HEARD)]
        mode = np.sin(2 * np.pi * f * heard + rng.uniform(0, 0.6))
        out[: len(heard)] += g * mode * np.exp(heard * (-6.9 / s))
    return np.asarray(out * attack(n, 0.0004), np.float32)


def glide(n: int, start: float, end: float, seconds: float) -> Audio:
    """A sine that slides from `start` to `end` Hz, most of the way within `seconds`, mono."""
    time = np.arange(n) / SAMPLE_RATE
    frequency = end + (start - end) * np.exp(-3 * time / seconds)
    return np.asarray(np.sin(2 * np.pi * np.cumsum(frequency) / SAMPLE_RATE), np.float32)


def swept(noise: Audio, centre: NDArray[np.floating], width: float = 0.7) -> Audio:
    """`noise` through a band whose `centre` (Hz, one per sample) moves; `width` is in octaves."""
    # Bands closer than they are wide would only cost.
    edges = np.geomspace(60, 14_000, min(17, round(12 / width) + 1))
    n, step = len(noise), edges[1] / edges[0]
    spectrum = fft.rfft(noise.T)
    where = np.log2(centre).astype(np.float32)
    out = np.zeros_like(noise.T)
    for edge in edges:
        gain = np.exp(-0.5 * ((where - np.float32(np.log2(edge))) / np.float32(width)) ** 2)
        if gain.max() < _UNHEARD:
            continue
        low, high = (round(f * n / SAMPLE_RATE) for f in (edge / step, edge * step))
        octaves = np.log2(np.arange(max(1, low), high + 1) * (SAMPLE_RATE / n / edge))
        mask = np.clip(1 - np.abs(octaves) / np.log2(step), 0, 1).astype(np.float32)
        band_ = np.zeros_like(spectrum)
        part = slice(max(1, low), max(1, low) + len(mask))
        band_[..., part] = spectrum[..., part] * mask[: spectrum[..., part].shape[-1]]
        out += fft.irfft(band_, n) * gain
    return out.T


def scattered(
    rng: Generator, n: int, per_second: float, grain: Audio, spread: float = 8.0
) -> Audio:
    """Copies of mono `grain` at random times, sides and levels (`spread` dB), stereo, circular."""
    count = rng.poisson(per_second * n / SAMPLE_RATE)
    level = 10 ** (rng.normal(0, spread, count).clip(max=1.7 * spread) / 20)  # none startles
    side = rng.uniform(0.1, np.pi / 2 - 0.1, count)
    time = rng.integers(0, n, count)
    gains = (level * np.stack([np.cos(side), np.sin(side)])).T.astype(np.float32)
    grain = grain[:n]
    out = np.zeros((2, n + len(grain)), np.float32)
    for at, gain in zip(time, gains, strict=True):
        out[:, at : at + len(grain)] += grain * gain[:, None]
    out[:, : len(grain)] += out[:, n:]
    return out[:, :n].T


def panned(mono: Audio, side: float) -> Audio:
    """`mono` at `side` -1 (left) … 1 (right), of equal power."""
    angle = (side + 1) * np.pi / 4
    sides = np.array([[np.cos(angle)], [np.sin(angle)]], np.float32)
    return np.asarray(mono * sides, np.float32).T


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
    wet = stereo.copy(order="K")
    convolve(wet, room(seconds, brightness))
    wet *= np.float32(mix)
    wet += stereo
    return wet


def convolve(stereo: Audio, kernel: Audio) -> None:
    """Send `stereo` through the sides of `kernel`, in place; what is over its end is cut."""
    n, taps = len(stereo), min(len(stereo), len(kernel))
    # An episode at once would need ten times its own memory.
    size = fft.next_fast_len(min(n + taps - 1, max(_STRETCH, 2 * taps)), real=True)
    answer = fft.rfft(kernel[:taps].T, size)
    out, step = stereo.T, size - taps + 1
    # From the end, so that what is still to be read is never written over.
    for start in reversed(range(0, n, step)):
        part = out[:, start : start + step]
        if part.any():
            wet = fft.irfft(fft.rfft(part, size) * answer, size)
            part[:] = wet[:, : part.shape[1]]
            out[:, start + step : start + size] += wet[:, step : n - start]


def room(seconds: float, brightness: float) -> Audio:
    """The impulse response of a room: sparse early reflections, a diffuse tail that darkens."""
    return _room(round(seconds * 100), round(brightness))


@lru_cache(maxsize=24)
def _room(hundredths: int, brightness: int) -> Audio:
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
    power = (sound.T.reshape(-1, len(sound)).astype(np.float64) ** 2).mean(axis=0)
    window = min(len(power), length(0.06))
    total = np.concatenate([[0.0], np.cumsum(power)])
    return float(np.sqrt(max(0.0, (total[window:] - total[:-window]).max() / window)))
