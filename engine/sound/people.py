"""What people do, heard: steps on their ground, falls, gasps, applause, keys, a shot."""

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
    scattered,
    silence,
    swept,
    wide,
)
from engine.sound.foley import burst


def steps_on_earth(n: int, rng: Generator) -> Audio:
    """Soles on gravel and leaves: no heel, grains that shift."""
    out = silence(n)
    m = length(0.004)
    grain = coloured(rng, m, band(1_400, 7_000), 1) * decay(m, 0.003)
    for number in range(max(1, int((n / SAMPLE_RATE - 0.3) / 0.55) + 1)):
        k = length(0.24)
        crunch = scattered(rng, k, 420.0, grain, 8.0) + coloured(rng, k, band(300, 2_600)) * 0.25
        hull = attack(k, 0.04) * decay(k, 0.22)
        at = number * 0.55 + float(rng.uniform(0, 0.03))
        lay(out, faded(crunch * hull[:, None], 0.01, 0.05), at, float(rng.uniform(0.7, 1.0)))
        lay(out, panned(burst(rng, 0.04, 70, 320), 0.0), at + 0.02, 0.8)
    return faded(out, 0.002, 0.05)


def steps_on_wood(n: int, rng: Generator) -> Audio:
    """Boards that answer: a dull knock and the hollow under it."""
    out = silence(n)
    for number in range(max(1, int((n / SAMPLE_RATE - 0.3) / 0.54) + 1)):
        at = number * 0.54 + float(rng.uniform(0, 0.02)) + 0.01
        m = length(0.2)
        modes = np.array([72, 118, 203, 340]) * rng.uniform(0.96, 1.04)
        knock = ringing(m, modes, (0.14, 0.1, 0.06, 0.03), (1.0, 0.7, 0.4, 0.2), rng)
        lay(knock, burst(rng, 0.02, 200, 1_800), 0.0, 0.35)
        lay(out, panned(knock, -0.1 if number % 2 else 0.1), at, float(rng.uniform(0.75, 1.0)))
    return wide(out, 0.35, 0.4, 2_200)


def fall(n: int, rng: Generator) -> Audio:
    """A body that goes down: cloth, knees, then the weight."""
    out = silence(n)
    m = length(0.3)
    rustle = swept(coloured(rng, m, band(400, 5_000, -0.6)), np.geomspace(900, 2_200, m), 0.9)
    lay(out, faded(rustle, 0.12, 0.15), 0.0, 0.12)
    for at, low, force in ((0.17, 95, 0.55), (0.3, 62, 1.0)):
        k = length(0.4)
        thud = glide(k, low * 1.7, low, 0.05) * decay(k, 0.25) * attack(k, 0.003)
        lay(thud, burst(rng, 0.05, 90, 900), 0.0, 0.6)
        lay(out, panned(np.tanh(2 * thud).astype(np.float32), 0.0), at, force)
    return faded(wide(out, 0.4, 0.6, 2_000), 0.002, 0.1)


def gasp(n: int, rng: Generator) -> Audio:
    """Many people who draw breath at once, none at quite the same moment."""
    out = silence(n)
    for _ in range(22):
        m = length(float(rng.uniform(0.28, 0.5)))
        centre = np.geomspace(rng.uniform(900, 1_300), rng.uniform(1_900, 2_900), m)
        drawn = swept(coloured(rng, m, band(500, 7_000), 1), centre.astype(np.float32), 0.5)
        place = np.linspace(0, 1, m)
        hull = (np.sin(np.pi * place**1.5) ** 2).astype(np.float32)
        side = float(rng.uniform(-0.9, 0.9))
        lay(
            out, panned(drawn * hull, side), float(rng.uniform(0, 0.22)), float(rng.uniform(0.3, 1))
        )
    return faded(wide(out, 0.6, 1.3, 4_500), 0.01, 0.2)


def applause(n: int, rng: Generator) -> Audio:
    """Hands, each its own; they come in, stay, and thin out."""
    out = silence(n)
    for _ in range(5):
        m = length(0.03)
        low = float(rng.uniform(600, 1_300))
        clap = coloured(rng, m, band(low, low * 5), 1) * decay(m, float(rng.uniform(0.012, 0.025)))
        out += scattered(rng, n, 26.0, clap * attack(m, 0.0006), 6.0)
    swell = attack(n, 0.5) * attack(n, 0.9)[::-1] * drift(rng, n, 0.8, 2.0)
    return faded(wide(out * swell[:, None], 0.6, 1.1, 5_000), 0.02, 0.3)


def keys(n: int, rng: Generator) -> Audio:
    """A bunch of keys taken up: small bars of brass against each other."""
    out = silence(n)
    for at in np.sort(rng.uniform(0.0, max(0.1, n / SAMPLE_RATE - 0.25), 9)):
        m = length(0.2)
        base = float(rng.uniform(2_600, 5_200))
        modes = np.minimum(base * np.array([1.0, 1.47, 2.09, 2.9]), 16_000)
        ping = ringing(m, modes, (0.07, 0.09, 0.05, 0.03), (1, 0.8, 0.5, 0.4), rng)
        lay(ping, burst(rng, 0.004, 3_000, 12_000), 0.0, 0.5)
        lay(out, panned(ping, float(rng.uniform(-0.3, 0.3))), float(at), float(rng.uniform(0.3, 1)))
    return faded(wide(out, 0.2, 0.4, 7_000), 0.001, 0.05)


def gunshot(n: int, rng: Generator) -> Audio:
    """The crack, the blast under it, and the walls that throw it back."""
    out = silence(n)
    lay(out, panned(burst(rng, 0.012, 1_500, 14_000), 0.0), 0.0, 1.3)
    lay(out, panned(burst(rng, 0.09, 120, 2_600), 0.0), 0.001, 1.2)
    m = length(0.5)
    blast = glide(m, 150, 42, 0.1) * decay(m, 0.35) * attack(m, 0.001)
    lay(out, panned(np.tanh(2.5 * blast).astype(np.float32), 0.0), 0.0, 0.8)
    for at in rng.uniform(0.09, 0.5, 5):
        back = coloured(rng, length(0.4), band(200, 1_800, -0.4)) * decay(length(0.4), 0.3)[:, None]
        lay(out, faded(back, 0.01, 0.1), float(at), 0.12 * float(np.exp(-2 * at)))
    return faded(wide(out, 0.5, 2.2, 3_200), 0.0003, 0.4)
