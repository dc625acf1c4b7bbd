"""Beds that only some places have: the sea, a brook, a clock, rails, drops in the dark."""

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
from engine.sound.foley import burst


def waves(n: int, rng: Generator) -> Audio:
    """Surf: each wave rises, breaks with a hiss and drains away."""
    out = coloured(rng, n, band(60, 500, -0.5)) * drift(rng, n, 2.6, 4.0)[:, None] * 0.3
    for at in np.arange(0, n / SAMPLE_RATE, 4.3):
        m = min(n, length(float(rng.uniform(4.2, 5.6))))
        place = np.linspace(0, 1, m)
        hull = np.where(place < 0.4, (place / 0.4) ** 2.5, ((1 - place) / 0.6) ** 1.8)
        centre = (500 + 2_600 * hull).astype(np.float32)
        surf = swept(coloured(rng, m, band(200, 9_000, -0.3)), centre, 1.2) * hull[:, None]
        start = float(at + rng.uniform(0, 0.9))
        lay(out, surf.astype(np.float32), start, float(rng.uniform(0.6, 1.0)), wrap=True)
    return out


def stream(n: int, rng: Generator) -> Audio:
    """A brook: a soft rush, and bubbles that sing upwards."""
    out = coloured(rng, n, band(500, 5_000, -0.5)) * drift(rng, n, 0.7, 3.0)[:, None] * 0.35
    for _ in range(7):
        m = length(0.07)
        start = float(rng.uniform(420, 1_300))
        bubble = glide(m, start, start * float(rng.uniform(1.3, 1.9)), 0.06) * decay(m, 0.05)
        out += scattered(rng, n, 5.0, bubble * attack(m, 0.004), 7.0) * 0.3
    return wide(out, 0.2, 0.5, 5_000)


def clock(n: int, rng: Generator) -> Audio:
    """A clock on the wall of a quiet room."""
    out = coloured(rng, n, band(90, 700, -0.8)) * drift(rng, n, 2.4, 2.0)[:, None] * 0.05
    beats = max(1, round(n / SAMPLE_RATE))
    for number in range(beats):
        m = length(0.12)
        base = 1_500 if number % 2 else 1_740
        tick = ringing(m, (base, base * 1.83, base * 3.1), 0.03, (1, 0.6, 0.3), rng)
        lay(tick, burst(rng, 0.006, 1_500, 7_000), 0.0, 0.5)
        lay(out, panned(tick, 0.3), number * n / SAMPLE_RATE / beats, 0.6)
    return wide(out, 0.6, 0.6, 4_500)


def rails(n: int, rng: Generator) -> Audio:
    """Inside a train: the roll, and the joints of the rails in pairs."""
    out = coloured(rng, n, band(45, 300, -0.6)) * drift(rng, n, 1.4, 3.0)[:, None]
    out += coloured(rng, n, band(400, 2_400, -0.7)) * drift(rng, n, 1.9, 3.0)[:, None] * 0.16
    rounds = max(1, round(n / SAMPLE_RATE / 1.5))
    for number in range(rounds):
        for later in (0.0, 0.17):
            m = length(0.25)
            joint = ringing(m, (58, 96, 170, 310), (0.12, 0.1, 0.06, 0.03), (1, 0.7, 0.5, 0.3), rng)
            at = number * n / SAMPLE_RATE / rounds + later
            lay(out, panned(joint, 0.0), at, 1.1, wrap=True)
    return out


def drops(n: int, rng: Generator) -> Audio:
    """A cellar: air that stands, water that falls into water somewhere."""
    out = coloured(rng, n, band(60, 350, -0.8)) * drift(rng, n, 3.1, 2.0)[:, None] * 0.12
    for _ in range(5):
        m = length(0.09)
        start = float(rng.uniform(700, 1_500))
        drop = glide(m, start, start * 1.7, 0.03) * decay(m, 0.06) * attack(m, 0.002)
        out += scattered(rng, n, 0.16, drop, 4.0)
    return wide(out, 0.9, 1.8, 4_000)


def machines(n: int, rng: Generator) -> Audio:
    """Many small fans and one large one: racks, a laboratory, a works hall."""
    out = coloured(rng, n, band(120, 2_600, -0.5)) * drift(rng, n, 2.1, 1.5)[:, None] * 0.5
    for f in (97, 143, 196, 287, 391):
        out += coloured(rng, n, band(f * 0.97, f * 1.03, 0.0, 10.0)) * 0.1
    return out


def silent_night(n: int, rng: Generator) -> Audio:
    """Open land at rest: a breath of wind, an owl far off."""
    out = coloured(rng, n, band(120, 900, -0.7)) * drift(rng, n, 2.2, 6.0)[:, None] * 0.3
    calls = silence(n)
    for at in np.arange(2.0, max(2.1, n / SAMPLE_RATE - 1.5), 5.2):
        for later, seconds in ((0.0, 0.18), (0.42, 0.45)):
            m = length(seconds)
            time = np.arange(m) / SAMPLE_RATE
            bend = np.cumsum(392 * (1 + 0.03 * np.sin(np.pi * time / seconds))) / SAMPLE_RATE
            hoot = (np.sin(2 * np.pi * bend) * np.hanning(m)).astype(np.float32)
            lay(calls, panned(hoot, -0.5), float(at + later), 0.5)
    return out + wide(calls, 0.9, 1.9, 1_500) * np.float32(0.4)
