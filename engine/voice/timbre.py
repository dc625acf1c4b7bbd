"""From the synthesiser's bare voice to one that is pleasant to listen to.

All functions take and give mono float32 at SAMPLE_RATE, shape (n,).
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from engine.voice.filters import (
    convolved,
    envelope,
    filtered,
    highpass,
    lowpass,
    peaking,
)
from engine.voice.manner import Manner
from engine.voice.speech import SAMPLE_RATE, Samples

ROOM_TAIL = 0.09  # seconds of room after the last sound
_LEVEL = 10 ** (-20 / 20)  # RMS of a calm line while it sounds
_CEILING = 0.94
_HISS = 0.2  # of the level around them: what is above 4.2 kHz


class Band(NamedTuple):
    hertz: float
    gain_db: float
    q: float


@dataclass(frozen=True, slots=True)
class Tone:
    """What a synthesiser lacks: bands to lift or lower, and its air, as a share of the voice."""

    bands: tuple[Band, ...]
    air: float


def colour(dry: Samples, tone: Tone, manner: Manner, roughness: float, seed: int) -> Samples:
    """The finished line, ROOM_TAIL longer than `dry`; the same arguments give the same samples."""
    noise = np.random.default_rng(seed)
    voice = np.concatenate([dry, np.zeros(round(ROOM_TAIL * SAMPLE_RATE), np.float32)])
    voice = _levelled(voice, _LEVEL)
    voice = _whispered(voice, noise) if manner.whisper else voice
    voice = _shaken(voice, manner.tremor, manner.sob, noise)
    voice = _equalised(voice, tone, manner.brightness_db)
    voice = _softened(voice)
    voice = _breathy(voice, tone.air * (1 + 10 * manner.breath), noise)
    voice = _rough(voice, min(1.0, manner.roughness + roughness), noise)
    voice = _compressed(voice)
    voice = convolved(voice, _room())
    voice = _levelled(voice, _LEVEL * 10 ** (manner.gain_db / 20))
    return _faded(_CEILING * np.tanh(voice / _CEILING))


def breath(seed: int) -> Samples:
    """A short breath, for a line in which nothing can be said."""
    n = round(0.45 * SAMPLE_RATE)
    noise = np.random.default_rng(seed).standard_normal(n).astype(np.float32)
    shape = np.sin(np.linspace(0, np.pi, n)) ** 2
    air = filtered(noise, (highpass(700), lowpass(5_200)))
    return np.asarray(air * shape * 0.02, np.float32)


def inhaled(amount: float, seed: int) -> Samples:
    """A breath that is drawn before a line, `amount` 0 … 1 of a gasp, with the rest after it."""
    n = round((0.16 + 0.16 * amount) * SAMPLE_RATE)
    noise = np.random.default_rng([seed, 9]).standard_normal(n).astype(np.float32)
    place = np.linspace(0, 1, n)
    shape = np.sin(np.pi * place**1.6) ** 2
    air = filtered(noise, (highpass(900), lowpass(4_200 + 2_500 * amount)))
    drawn = air * shape * (0.012 + 0.03 * amount)
    return np.concatenate([drawn, np.zeros(round(0.05 * SAMPLE_RATE))]).astype(np.float32)


def _whispered(samples: Samples, noise: np.random.Generator) -> Samples:
    """The same mouth with a throat that does not vibrate: noise in the shape of each moment."""
    size, hop = 1_024, 256
    padded = np.pad(samples, (size, size + hop))
    window = np.hanning(size + 1)[:-1].astype(np.float32)
    view = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop] * window
    levels = np.log(np.abs(np.fft.rfft(view)) + 1e-6)
    folded = np.fft.irfft(levels)
    lifter = np.zeros(size, np.float32)
    lifter[:60] = lifter[-59:] = 1.0  # what is finer than that is the throat's pulses
    shape = np.exp(np.fft.rfft(folded * lifter).real)
    shape *= np.minimum(1.0, np.fft.rfftfreq(size, 1 / SAMPLE_RATE) / 600) ** 2.5
    air = np.fft.rfft(noise.standard_normal(view.shape).astype(np.float32))
    made = np.fft.irfft(shape * air / np.sqrt(size / 2)) * window
    out = np.zeros(len(padded), np.float32)
    for index, frame in enumerate(made):
        out[index * hop : index * hop + size] += frame
    return out[size : size + len(samples)]


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


def _shaken(samples: Samples, tremor: float, sob: float, noise: np.random.Generator) -> Samples:
    """Air that comes unevenly: at 5 to 6 Hz in fear, in thrusts when somebody sobs."""
    if tremor + sob <= 0:
        return samples
    time = np.arange(len(samples), dtype=np.float32) / SAMPLE_RATE
    swell = 1 - np.float32(0.3 * tremor) * (0.5 + 0.5 * np.sin(np.float32(35.8) * time + 1.0))
    points = np.arange(0, len(samples) + 14_400, 7_200)
    thrusts = np.interp(np.arange(len(samples)), points, noise.uniform(0, 1, len(points)) ** 2)
    return np.asarray(samples * swell * (1 - 0.55 * sob * thrusts), np.float32)


def _equalised(samples: Samples, tone: Tone, brightness_db: float) -> Samples:
    bright = (Band(2_900, brightness_db * 0.6, 0.7), Band(6_500, brightness_db, 0.6))
    return filtered(samples, [highpass(70), *(peaking(*each) for each in (*tone.bands, *bright))])


def _softened(samples: Samples) -> Samples:
    """Hisses no louder than a share of the voice around them."""
    hiss = filtered(samples, (highpass(4_200),))
    over = envelope(hiss, 0.004) / (_HISS * envelope(samples, 0.2))
    return np.asarray(samples - hiss * (1 - 1 / np.maximum(over, 1.0)), np.float32)


def _breathy(samples: Samples, amount: float, noise: np.random.Generator) -> Samples:
    """Air that follows the voice, above all where the synthesiser's own spectrum ends."""
    white = noise.standard_normal(len(samples), np.float32)
    air = filtered(white, (highpass(1_800), lowpass(14_000)))
    return np.asarray(samples + air * envelope(samples, 0.008) * amount, np.float32)


def _rough(samples: Samples, amount: float, noise: np.random.Generator) -> Samples:
    """A rattle at 25 to 70 Hz and a throat pushed into its limits."""
    if amount <= 0:
        return samples
    white = noise.standard_normal(len(samples), np.float32)
    rattle = filtered(white, (highpass(25), lowpass(70)))
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
    dark = filtered(tail.astype(np.float32), (lowpass(3_500),))
    dark *= 0.22 / np.sqrt((dark**2).sum())
    dark[0] = 1.0
    return np.asarray(np.convolve(throat, dark), np.float32)


def _faded(samples: Samples) -> Samples:
    """No click at either end."""
    n = min(round(0.006 * SAMPLE_RATE), len(samples) // 2)
    ramp = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, n))).astype(np.float32)
    samples[:n] *= ramp
    samples[len(samples) - n :] *= ramp[::-1]
    return np.asarray(samples, np.float32)
