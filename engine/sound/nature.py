"""Weather, animals, crowds and traffic: sounds that go on. Each takes samples and a generator."""

import numpy as np
from numpy.random import Generator
from scipy import fft

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
    scattered,
    silence,
    swept,
    wide,
)


def rain(n: int, rng: Generator) -> Audio:
    """A curtain of rain, single drops in front of it, now and then a drip in a puddle."""
    out = coloured(rng, n, band(900, 9_000, -0.35)) * drift(rng, n, 1.7, 3.0)[:, None] * 0.5
    out += coloured(rng, n, band(180, 900, -0.6)) * drift(rng, n, 2.9, 5.0)[:, None] * 0.16
    for low, high, rate in ((2_500, 11_000, 160.0), (1_200, 5_000, 45.0)):
        m = length(0.006)
        grain = coloured(rng, m, band(low, high), 1) * decay(m, 0.005)
        out += scattered(rng, n, rate, grain, 7.0) * 0.35
    for _ in range(4):
        m = length(0.06)
        drip = glide(m, rng.uniform(500, 900), rng.uniform(1_300, 2_600), 0.05) * decay(m, 0.035)
        out += scattered(rng, n, 1.3, drip * attack(m, 0.002), 5.0) * 0.5
    return out


def thunder(n: int, rng: Generator) -> Audio:
    """A tearing crack, then a rumble that rolls away in waves."""
    out = silence(n)
    for at in np.cumsum(rng.exponential(0.05, 7)):
        m = length(0.25)
        tear = coloured(rng, m, band(250, 6_000, -0.5)) * decay(m, rng.uniform(0.05, 0.2))[:, None]
        lay(out, tear, float(at), float(rng.uniform(0.3, 1.0)))
    waves = np.zeros(n, np.float32)
    for at in (0.05, 0.35, *rng.uniform(0.6, max(0.8, n / SAMPLE_RATE * 0.6), 7)):
        m = min(n, length(rng.uniform(0.8, 2.2)))
        lay(waves, attack(m, 0.12) * decay(m, 1.4), float(at), float(rng.uniform(0.4, 1.0)))
    rumble = coloured(rng, n, band(38, 170, -0.6, 3.0)) + 0.25 * coloured(rng, n, band(150, 600))
    out += rumble * (waves * decay(n, n / SAMPLE_RATE * 1.6))[:, None]
    return faded(wide(out, 0.8, 3.0, 1_800), 0.001, 1.0)


def wind(n: int, rng: Generator) -> Audio:
    """Gusts: a band of noise whose pitch and strength rise together, a whistle at their height."""
    gust = drift(rng, n, 1.9, 7.0)
    body = swept(coloured(rng, n, band(80, 4_000, -0.3)), 400 * gust**0.8, 1.0)
    whistle = swept(coloured(rng, n, band(300, 5_000), 1), 1_000 * gust**0.5, 0.16)
    hiss = coloured(rng, n, band(1_500, 7_000, -0.4)) * gust[:, None]
    out = body + (0.2 * whistle * gust)[:, None] + 0.09 * hiss
    return np.asarray(out * gust[:, None], np.float32)


def street(n: int, rng: Generator) -> Audio:
    """Far traffic as a low wash, a car passing every few seconds, tyres on the road."""
    out = coloured(rng, n, band(55, 420, -0.6)) * drift(rng, n, 2.3, 4.0)[:, None] * 0.4
    out += coloured(rng, n, band(500, 2_500, -0.7)) * drift(rng, n, 3.1, 5.0)[:, None] * 0.06
    for at in np.arange(rng.uniform(0, 2), n / SAMPLE_RATE, 3.4):
        m = min(n, length(rng.uniform(2.4, 3.6)))
        hull = np.sin(np.linspace(0, np.pi, m)).astype(np.float32) ** 3
        tyres = coloured(rng, m, band(300, 2_400, -0.4), 1) * hull
        side = float(rng.choice((-1.0, 1.0)))
        track = np.linspace(-side, side, m, dtype=np.float32)
        moving = np.stack([tyres * np.sqrt(0.5 - track / 2), tyres * np.sqrt(0.5 + track / 2)]).T
        lay(out, moving, float(at + rng.uniform(-1, 1)), float(rng.uniform(0.12, 0.4)), wrap=True)
    return wide(out, 0.25, 0.9, 2_500)


def fire(n: int, rng: Generator) -> Audio:
    """A fluttering roar and dry crackles in bursts."""
    flutter = drift(rng, n, 0.09, 6.0) * drift(rng, n, 1.3, 4.0)
    out = coloured(rng, n, band(60, 500, -0.5)) * flutter[:, None] * 0.5
    out += coloured(rng, n, band(700, 5_000, -0.5)) * drift(rng, n, 0.2, 6.0)[:, None] * 0.07
    for low, fall, rate in ((2_200, 0.004, 24.0), (900, 0.012, 7.0), (400, 0.03, 1.5)):
        m = length(fall * 2)
        grain = coloured(rng, m, band(low, low * 5), 1) * decay(m, fall)
        burst = np.clip(drift(rng, n, 0.5, 14.0), 0, 4)
        out += scattered(rng, n, rate, grain, 9.0) * burst[:, None] * 0.8
    return np.asarray(out, np.float32)


def crowd(n: int, rng: Generator) -> Audio:
    """Many people talking at once, no word to be made out."""
    time = np.arange(n, dtype=np.float32) / SAMPLE_RATE
    octaves = np.log2(np.maximum(fft.rfftfreq(n, 1 / SAMPLE_RATE), 1)).astype(np.float32)
    spectrum = np.zeros((2, len(octaves)), np.complex64)
    for _ in range(12):
        pitch = rng.choice((rng.uniform(95, 140), rng.uniform(170, 240)))
        contour = np.cumsum(drift(rng, n, 0.35, 2.6), dtype=np.float64) * (pitch / SAMPLE_RATE)
        phase = (contour % 1).astype(np.float32)
        source = 2 * phase - 1 + 0.25 * rng.standard_normal(n, np.float32)
        first, second = rng.uniform(380, 720), rng.uniform(1_100, 2_100)
        beat = np.float32(2 * np.pi * rng.uniform(3.2, 5.2))
        syllables = np.clip(np.sin(beat * time + np.float32(rng.uniform(0, 6))), 0, 1)
        phrase = np.clip(drift(rng, n, 0.9, 16.0) - 0.5, 0, 1.5)
        spoken = fft.rfft(source * syllables * phrase) * _mouth(octaves, first, second)
        left = (rng.uniform(-0.9, 0.9) + 1) * np.pi / 4
        spectrum += spoken * np.array([[np.cos(left)], [np.sin(left)]], np.float32)
    return wide(fft.irfft(spectrum, n).T, 0.9, 1.1, 3_500)


def _mouth(octaves: Audio, first: float, second: float) -> Audio:
    """What the mouth of one vowel lets through, by the logarithm of the frequency."""
    peaks = ((first, 0.4, 1.0), (second, 0.3, 0.5), (2_700, 0.35, 0.25), (5_000, 0.6, 0.12))
    gains = np.zeros_like(octaves)
    for centre, width, gain in peaks:
        apart = (octaves - np.float32(np.log2(centre))) / np.float32(width)
        gains += np.float32(gain) * np.exp(-(apart**2))
    return gains


def birds(n: int, rng: Generator) -> Audio:
    """A few birds answering each other in the open, leaves behind them."""
    out = coloured(rng, n, band(2_000, 7_000)) * drift(rng, n, 1.5, 7.0)[:, None] * 0.006
    for _ in range(4):
        low, high = rng.uniform(1_900, 3_400), rng.uniform(3_600, 6_400)
        side, far = float(rng.uniform(-0.9, 0.9)), float(rng.uniform(0.25, 1.0))
        song = _song(rng, low, high)
        for at in np.arange(rng.uniform(0, 3), n / SAMPLE_RATE, rng.uniform(3.0, 6.0)):
            lay(out, panned(song, side), float(at + rng.uniform(0, 0.8)), 0.3 * far, wrap=True)
    return wide(out, 0.7, 1.6, 6_000)


def _song(rng: Generator, low: float, high: float) -> Audio:
    notes = int(rng.integers(2, 6))
    song = np.zeros(length(notes * 0.16 + 0.3), np.float32)
    for number in range(notes):
        m = length(rng.uniform(0.05, 0.13))
        start, end = rng.permutation([low, high])
        warble = 1 + 0.03 * np.sin(2 * np.pi * rng.uniform(18, 40) * np.arange(m) / SAMPLE_RATE)
        frequency = np.linspace(start, end, m) * warble
        chirp = np.sin(2 * np.pi * np.cumsum(frequency) / SAMPLE_RATE) * np.hanning(m)
        lay(song, chirp.astype(np.float32), number * 0.15 + rng.uniform(0, 0.03), 0.7)
    return song


def crickets(n: int, rng: Generator) -> Audio:
    """Insects near and far, each with its own pitch, beat and rest."""
    out = coloured(rng, n, band(3_500, 8_000)) * 0.012
    time = np.arange(n) / SAMPLE_RATE
    for _ in range(6):
        pitch, beat = rng.uniform(3_700, 5_200), rng.uniform(2.2, 3.4)
        chirp = np.clip(np.sin(2 * np.pi * beat * time + rng.uniform(0, 6)), 0, 1) ** 0.6
        pulse = 0.5 + 0.5 * np.sin(2 * np.pi * rng.uniform(28, 42) * time)
        near = rng.uniform(0.05, 0.3) * np.clip(drift(rng, n, 2.0, 8.0), 0, 1.6)
        tone = np.sin(2 * np.pi * pitch * time) + 0.2 * np.sin(4 * np.pi * pitch * time)
        sound = (tone * chirp * pulse**2 * near).astype(np.float32)
        out += panned(faded(sound, 0.02, 0.02), float(rng.uniform(-1, 1)))
    return wide(out, 0.5, 0.8, 7_000)


def air(n: int, rng: Generator) -> Audio:
    """The breath of a room: a soft low bed that stirs a little."""
    out = coloured(rng, n, band(70, 600, -0.8)) * drift(rng, n, 2.7, 2.5)[:, None]
    return np.asarray(
        out + coloured(rng, n, band(900, 6_000, -0.6)) * drift(rng, n, 1.9, 3.0)[:, None] * 0.12,
        np.float32,
    )


def ventilation(n: int, rng: Generator) -> Audio:
    """Air from a duct, with the duct's own soft resonances."""
    ducts = sum(coloured(rng, n, band(f * 0.93, f * 1.07, 0.0, 8.0)) for f in (118, 236, 410))
    breeze = coloured(rng, n, band(200, 3_200, -0.6)) * drift(rng, n, 2.3, 2.5)[:, None]
    return np.asarray(breeze + 0.22 * ducts * drift(rng, n, 3.0, 2.0)[:, None], np.float32)


def cabin(n: int, rng: Generator) -> Audio:
    """Inside a moving car: the road under it, its engine far off, a seam in the asphalt."""
    out = coloured(rng, n, band(45, 260, -0.7)) * drift(rng, n, 1.6, 3.5)[:, None]
    out += coloured(rng, n, band(400, 2_000, -0.8)) * drift(rng, n, 2.4, 3.0)[:, None] * 0.14
    m = length(0.2)
    seam = ringing(m, (62, 95, 140), (0.12, 0.09, 0.06), (1.0, 0.6, 0.4), rng)
    return np.asarray(out + scattered(rng, n, 0.6, seam, 4.0) * 0.5, np.float32)


def crockery(n: int, rng: Generator) -> Audio:
    """Cups and spoons in another corner of the room."""
    out = silence(n)
    for _ in range(4):
        m = length(0.35)
        base = rng.uniform(1_900, 3_400)
        modes = base * np.array([1.0, 1.52, 2.31, 2.9])
        clink = ringing(m, modes, (0.16, 0.2, 0.12, 0.08), (1.0, 0.6, 0.5, 0.3), rng)
        out += scattered(rng, n, 0.22, clink, 6.0)
    return wide(out, 1.0, 0.9, 5_000)
