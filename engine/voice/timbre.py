"""From the synthesiser's bare voice to one that is pleasant to listen to.

All functions take and give mono float32 at SAMPLE_RATE, shape (n,).
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from engine.voice.manner import Manner
from engine.voice.speech import SAMPLE_RATE, Samples

ROOM_TAIL = 0.09  # seconds of room after the last sound
_LEVEL = 10 ** (-20 / 20)  # RMS of a calm line while it sounds
_CEILING = 0.94


def colour(dry: Samples, manner: Manner, roughness: float, seed: int) -> Samples:
    """The finished line, ROOM_TAIL longer than `dry`; the same arguments give the same samples."""
    noise = np.random.default_rng(seed)
    voice = np.concatenate([dry, np.zeros(round(ROOM_TAIL * SAMPLE_RATE), np.float32)])
    voice = _levelled(voice, _LEVEL)
    voice = _wavering(voice, manner.tremor, noise)
    voice = _equalised(voice, manner.brightness_db)
    voice = _breathy(voice, manner.breath, noise)
    voice = _rough(voice, min(1.0, manner.roughness + roughness), noise)
    voice = _compressed(voice)
    voice = signal.oaconvolve(voice, _room())[: len(voice)].astype(np.float32)
    voice = _levelled(voice, _LEVEL * 10 ** (manner.gain_db / 20))
    return _faded(_CEILING * np.tanh(voice / _CEILING))


def breath(seed: int) -> Samples:
    """A short breath, for a line in which nothing can be said."""
    n = round(0.45 * SAMPLE_RATE)
    noise = np.random.default_rng(seed).standard_normal(n).astype(np.float32)
    band = signal.butter(2, (700, 5200), "bandpass", fs=SAMPLE_RATE, output="sos")
    shape = np.sin(np.linspace(0, np.pi, n)) ** 2
    return np.asarray(signal.sosfilt(band, noise) * shape * 0.02, np.float32)


def envelope(samples: Samples, seconds: float) -> Samples:
    """The running RMS with a time constant of `seconds`, without delay."""
    low = signal.butter(1, 1 / (2 * np.pi * seconds), fs=SAMPLE_RATE, output="sos")
    low = low.astype(np.float32)
    forth = signal.sosfilt(low, samples * samples)
    both = signal.sosfilt(low, forth[::-1])[::-1]
    return np.asarray(np.sqrt(np.maximum(both, 1e-10)), np.float32)


def sounding(samples: Samples) -> tuple[int, int]:
    """First and one past the last sample that can be heard; (0, 0) if none."""
    level = envelope(samples, 0.004)
    loud = np.flatnonzero(level > max(1e-4, float(level.max(initial=0)) * 10 ** (-46 / 20)))
    return (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, 0)


def _levelled(samples: Samples, level: float) -> Samples:
    squares = envelope(samples, 0.05) ** 2
    active = squares > float(squares.max(initial=0)) * 10 ** (-25 / 10)
    rms = float(np.sqrt(squares[active].mean())) if active.any() else 1.0
    return np.asarray(samples * (level / max(rms, 1e-6)), np.float32)


def _wavering(samples: Samples, tremor: float, noise: np.random.Generator) -> Samples:
    """Small drifts of pitch, as no throat holds one; tremor adds a shake at 5 to 6 Hz."""
    n = len(samples)
    time = np.arange(n, dtype=np.float64) / SAMPLE_RATE
    points = np.arange(0, n + 12_000, 6_000)
    drift = np.interp(np.arange(n), points, noise.normal(0, 0.0005, len(points)))
    shake = 0.0009 * tremor * np.sin(2 * np.pi * (5.6 * time + 0.35 * np.sin(2.1 * time)))
    warped = np.arange(n) + (drift + shake) * SAMPLE_RATE
    bent = np.interp(warped, np.arange(n), samples)
    swell = 1 - 0.3 * tremor * (0.5 + 0.5 * np.sin(2 * np.pi * 5.6 * time + 1.0))
    return np.asarray(bent * swell, np.float32)


def _equalised(samples: Samples, brightness_db: float) -> Samples:
    sections = (
        signal.butter(2, 70, "highpass", fs=SAMPLE_RATE, output="sos"),
        peaking(210, 2.5, 0.7),
        peaking(2_900, -2.0 + brightness_db * 0.6, 0.7),
        peaking(6_500, -3.0 + brightness_db, 0.6),
    )
    bank = np.concatenate(sections).astype(np.float32)
    return np.asarray(signal.sosfilt(bank, samples), np.float32)


def peaking(frequency: float, gain_db: float, q: float) -> NDArray[np.float64]:
    """One second-order section that lifts or lowers a band around `frequency`."""
    a = 10 ** (gain_db / 40)
    w = 2 * np.pi * frequency / SAMPLE_RATE
    alpha, cosine = np.sin(w) / (2 * q), np.cos(w)
    b = np.array([1 + alpha * a, -2 * cosine, 1 - alpha * a])
    d = np.array([1 + alpha / a, -2 * cosine, 1 - alpha / a])
    return np.asarray(np.concatenate([b, d])[None, :] / d[0])


def _breathy(samples: Samples, amount: float, noise: np.random.Generator) -> Samples:
    """Air that follows the voice, above all beyond 11 kHz, where the synthesiser ends."""
    band = signal.butter(2, (1_800, 14_000), "bandpass", fs=SAMPLE_RATE, output="sos")
    air = signal.sosfilt(
        band.astype(np.float32), noise.standard_normal(len(samples)).astype(np.float32)
    )
    return np.asarray(
        samples + air * envelope(samples, 0.008) * (0.015 + 0.16 * amount), np.float32
    )


def _rough(samples: Samples, amount: float, noise: np.random.Generator) -> Samples:
    """A rattle at 25 to 70 Hz and a throat pushed into its limits."""
    if amount <= 0:
        return samples
    band = signal.butter(2, (25, 70), "bandpass", fs=SAMPLE_RATE, output="sos")
    rattle = signal.sosfilt(band, noise.standard_normal(len(samples)))
    rattle /= max(float(np.abs(rattle).max(initial=0)), 1e-6)
    drive = 1 + 5 * amount
    pushed = np.tanh(samples * drive / (4 * _LEVEL)) * (4 * _LEVEL) / drive**0.8
    return np.asarray(pushed * (1 + 0.75 * amount * rattle), np.float32)


def _compressed(samples: Samples) -> Samples:
    level = envelope(samples, 0.02)
    over = np.maximum(level / (_LEVEL * 0.6), 1.0)
    return np.asarray(samples * over**-0.5, np.float32)


@lru_cache(maxsize=1)
def _room() -> Samples:
    """A small soft room, and a throat's worth of diffusion that takes the buzz off the pulses."""
    rng = np.random.default_rng(20_140)
    # All frequencies at the same level, low ones up to 3 ms later: pulses become grains.
    f = np.fft.rfftfreq(1_024, 1 / SAMPLE_RATE)
    delay = 0.001 + 0.003 / (1 + (f / 900) ** 2) + 0.0004 * np.sin(f / 310)
    throat = np.fft.irfft(np.exp(-2j * np.pi * np.cumsum(delay) * f[1]), 1_024)[:480]
    n = round(ROOM_TAIL * SAMPLE_RATE)
    tail = rng.standard_normal(n) * np.exp(-np.arange(n) / (0.022 * SAMPLE_RATE))
    tail[: round(0.003 * SAMPLE_RATE)] = 0
    tail = signal.sosfilt(signal.butter(1, 3_500, fs=SAMPLE_RATE, output="sos"), tail)
    tail *= 0.22 / np.sqrt((tail**2).sum())
    tail[0] = 1.0
    return np.asarray(np.convolve(throat, tail), np.float32)


def _faded(samples: Samples) -> Samples:
    """No click at either end."""
    n = min(round(0.006 * SAMPLE_RATE), len(samples) // 2)
    ramp = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, n))).astype(np.float32)
    samples[:n] *= ramp
    samples[len(samples) - n :] *= ramp[::-1]
    return np.asarray(samples, np.float32)
