"""Devices, bells and the cinema's own sounds. Each takes samples and a generator."""

import numpy as np
from numpy.random import Generator

from engine.sound.blocks import (
    SAMPLE_RATE,
    Audio,
    attack,
    band,
    coloured,
    decay,
    drift,
    faded,
    glide,
    lay,
    length,
    panned,
    ringing,
    silence,
    swept,
    wide,
)
from engine.sound.foley import burst


def phone_buzz(n: int, rng: Generator) -> Audio:
    """A phone that trembles on a table: motor, rattle, table top; twice."""
    out = silence(n)
    for at in np.arange(0.0, max(0.1, n / SAMPLE_RATE - 0.4), 0.62):
        m = length(0.4)
        time = np.arange(m) / SAMPLE_RATE
        speed = 168 * (1 - 0.25 * np.exp(-time / 0.03))
        phase = np.cumsum(speed) / SAMPLE_RATE
        motor = sum(np.sin(2 * np.pi * k * phase) / k**1.1 for k in range(1, 9))
        rattle = (
            coloured(rng, m, band(700, 5_500), 1) * np.clip(np.sin(2 * np.pi * phase), 0, 1) ** 4
        )
        sound = (0.5 * motor * (1 + 0.15 * rng.standard_normal()) + 0.8 * rattle).astype(np.float32)
        sound = faded(sound * drift(rng, m, 0.05, 2.0), 0.03, 0.05)
        lay(out, panned(sound, 0.1), float(at))
    return wide(out, 0.3, 0.35, 2_500)


def phone_ring(n: int, rng: Generator) -> Audio:
    """A ringtone of wooden bars, heard through a small loudspeaker."""
    out = np.zeros(n, np.float32)
    tune = (76, 83, 81, 83, 88, None, 83, None)
    for turn in range(int(n / SAMPLE_RATE / 1.6) + 1):
        for index, note in enumerate(tune):
            if note is not None:
                pitch = 440 * 2 ** ((note - 69) / 12)
                m = length(0.35)
                bar = ringing(
                    m, (pitch, pitch * 3.93, pitch * 9.2), (0.3, 0.1, 0.04), (1, 0.3, 0.1), rng
                )
                lay(out, bar, turn * 1.6 + index * 0.13)
    return wide(out, 0.25, 0.4, 5_000)


def message(n: int, rng: Generator) -> Audio:
    """Two glassy notes, the second a fourth higher."""
    out = np.zeros(n, np.float32)
    for at, pitch in ((0.0, 1_174.7), (0.11, 1_568.0)):
        m = length(0.6)
        note = ringing(
            m, (pitch, pitch * 2.76, pitch * 5.4), (0.5, 0.18, 0.06), (1, 0.22, 0.08), rng
        )
        lay(out, note * attack(m, 0.003), at, 0.8)
    return wide(out, 0.3, 0.7, 6_000)


def heart_monitor(n: int, rng: Generator) -> Audio:
    """The bedside beep, round rather than sharp, in a tiled room."""
    out = np.zeros(n, np.float32)
    for at in np.arange(0.05, max(0.06, n / SAMPLE_RATE - 0.15), 0.86):
        m = length(0.13)
        time = np.arange(m) / SAMPLE_RATE
        tone = np.sin(2 * np.pi * 940 * time) + 0.18 * np.sin(
            2 * np.pi * 1_880 * time + rng.uniform()
        )
        lay(out, faded(tone.astype(np.float32), 0.012, 0.045), float(at), 0.6)
    return wide(out, 0.8, 0.9, 4_500)


def car(n: int, rng: Generator) -> Audio:
    """One car from left to right: engine with gears in its pitch, tyres, the drop as it passes."""
    time = np.linspace(-1, 1, n)
    near = 1 / (1 + (time * 3.2) ** 2)
    shift = 1 - 0.07 * np.tanh(time * 5)
    phase = np.cumsum(52 * shift * (1 + 0.1 * time) * drift(rng, n, 0.06, 0.25)) / SAMPLE_RATE
    engine = sum(np.sin(2 * np.pi * k * phase) / k**0.8 for k in (0.5, 1, 1.5, 2, 3, 4, 6, 8))
    tyres = swept(
        coloured(rng, n, band(150, 6_000), 1), (1_100 * shift * near**0.3).astype(np.float32), 1.2
    )
    mono = ((0.3 * engine * near + 1.6 * tyres * near) * near**0.5).astype(np.float32)
    track = np.tanh(time * 2.2)
    stereo = np.stack([mono * np.sqrt(0.5 - track / 2), mono * np.sqrt(0.5 + track / 2)]).T
    return faded(wide(stereo.astype(np.float32), 0.25, 0.8, 3_000), 0.1, 0.2)


def bell(n: int, rng: Generator) -> Audio:
    """A cast bell: hum, prime, minor third, fifth, nominal and above, slowly beating."""
    prime = 311.0
    ratios = np.array([0.5, 1.0, 1.003, 1.19, 1.5, 2.0, 2.006, 2.52, 3.01, 4.17, 5.43])
    falls = np.array([5.5, 4.0, 4.0, 3.0, 2.2, 2.4, 2.3, 1.2, 1.0, 0.6, 0.4])
    gains = np.array([0.5, 0.6, 0.4, 0.8, 0.35, 1.0, 0.6, 0.6, 0.6, 0.5, 0.4])
    sound = ringing(n, prime * ratios, falls, gains, rng)
    lay(sound, burst(rng, 0.02, 1_000, 6_000), 0.0, 0.7)
    return faded(wide(sound, 0.5, 2.5, 4_000), 0.0005, 0.6)


def whoosh(n: int, rng: Generator) -> Audio:
    """Something passes close: noise that rises, peaks at 60 % and falls, from side to side."""
    place = np.linspace(0, 1, n)
    hull = np.where(place < 0.6, (place / 0.6) ** 3, ((1 - place) / 0.4) ** 2)
    centre = 250 * (1 + 14 * hull)
    air = swept(coloured(rng, n, band(150, 11_000)), centre.astype(np.float32), 0.8) * hull[:, None]
    low = coloured(rng, n, band(50, 220)) * (hull**1.5)[:, None] * 0.35
    side = np.stack([1.15 - 0.8 * place, 0.35 + 0.8 * place]).T
    return faded(((air + low) * side).astype(np.float32), 0.005, 0.02)


def riser(n: int, rng: Generator) -> Audio:
    """Tension that climbs to a cut: noise, strings that slide upward, a beat that closes up."""
    place = np.linspace(0, 1, n)
    time = place * n / SAMPLE_RATE
    hull = place**2.2
    air = swept(coloured(rng, n, band(200, 12_000)), (300 * 22**place).astype(np.float32), 0.8)
    tones = np.zeros(n)
    for root in (98.0, 98.7, 146.8, 196.9, 233.1):
        phase = np.cumsum(root * 2 ** (place**1.6)) / SAMPLE_RATE
        tones += 2 * (phase % 1) - 1
    strings = swept(tones.astype(np.float32), (350 * 8**place).astype(np.float32), 1.1)
    flutter = 0.65 + 0.35 * np.sin(2 * np.pi * np.cumsum(3 + 11 * place**2) / SAMPLE_RATE)
    mono = strings * flutter * 0.4
    mixed = (air * 0.45 + mono[:, None]) * hull[:, None]
    return faded(wide(mixed.astype(np.float32), 0.4, 1.2, 5_000), 0.05 * time[-1], 0.012)


def sting(n: int, rng: Generator) -> Audio:
    """The chord that says: now you know. Brass and bowed strings on a minor second, a drum."""
    time = np.arange(n) / SAMPLE_RATE
    out = silence(n)
    for pitch, gain in (
        (36.7, 0.8),
        (73.4, 1.0),
        (110.0, 0.7),
        (155.6, 0.5),
        (220.0, 0.4),
        (233.1, 0.4),
    ):
        for detune in (0.997, 1.0, 1.004):
            phase = np.cumsum(pitch * detune * (1 + 0.02 * np.exp(-time / 0.05))) / SAMPLE_RATE
            saw = (2 * ((phase + rng.uniform()) % 1) - 1).astype(np.float32)
            out += panned(saw, float(rng.uniform(-0.7, 0.7))) * gain
    bright = (250 + 2_400 * np.exp(-time / 0.35)).astype(np.float32)
    out = (
        swept(out, bright * 0.6, 1.5)
        * (decay(n, n / SAMPLE_RATE * 1.1) * attack(n, 0.006))[:, None]
    )
    m = length(1.2)
    drum = glide(m, 95, 41, 0.12) * decay(m, 0.9) + 0.5 * burst(rng, 0.8, 60, 700)[:m]
    lay(out, panned(drum.astype(np.float32), 0.0), 0.0, 3.0)
    return faded(wide(out, 0.8, 2.2, 3_500), 0.001, 0.5)
