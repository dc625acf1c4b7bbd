"""Pads and drones out of a spectrum: what no recorded instrument holds still enough for."""

from functools import lru_cache

import numpy as np
from scipy import fft

from engine.sound.blocks import SAMPLE_RATE, Audio, looped

_LOOP = 2**18  # samples, five and a half seconds, without a seam


def hertz(pitch: int) -> float:
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def drone(pitch: int, steepness: float, cutoff: float, cents: float, n: int) -> Audio:
    """`n` samples, stereo, RMS 0.1: partials that fall by `steepness`, each `cents` wide."""
    endless = _endless(pitch, steepness, cutoff, cents)
    return looped(endless, (pitch * 7919) % len(endless), n)


@lru_cache(maxsize=2)
def _endless(pitch: int, steepness: float, cutoff: float, cents: float) -> Audio:
    """Every partial is a narrow band of noise, drawn in the spectrum."""
    rng = np.random.default_rng([pitch, round(cents)])
    base = hertz(pitch)
    size = np.zeros(_LOOP // 2 + 1)
    step = SAMPLE_RATE / _LOOP
    for number in range(1, max(2, min(40, int(9_000 / base))) + 1):
        centre = number * base
        gain = number**-steepness / (1 + (centre / cutoff) ** 2)
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
    level = np.sqrt(2 * (size**2).sum()) / _LOOP  # RMS
    return np.asarray(fft.irfft(spectrum * np.float32(0.1 / level), _LOOP).T, np.float32)
