"""People and things: short sounds with a beginning. Each takes samples and a generator."""

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


def burst(rng: Generator, seconds: float, low: float, high: float) -> Audio:
    """A dry puff of noise, mono."""
    m = length(seconds * 1.5)
    return coloured(rng, m, band(low, high, -0.3), 1) * decay(m, seconds) * attack(m, 0.0006)


def footsteps(n: int, rng: Generator) -> Audio:
    """Hard soles: heel, then the ball of the foot, left and right."""
    out = silence(n)
    step = 0.52
    for number in range(max(1, int((n / SAMPLE_RATE - 0.25) / step) + 1)):
        at = number * step + rng.uniform(-0.015, 0.015) + 0.02
        m = length(0.16)
        heel = ringing(m, (88, 176, 410, 890), (0.09, 0.06, 0.03, 0.02), (1, 0.6, 0.35, 0.2), rng)
        lay(heel, burst(rng, 0.012, 900, 5_000), 0.0, 0.35)
        side = -0.12 if number % 2 else 0.12
        force = float(rng.uniform(0.8, 1.0))
        lay(out, panned(heel, side), at, force)
        lay(out, panned(burst(rng, 0.05, 250, 2_600), side), at + 0.085, 0.16 * force)
    return wide(out, 0.45, 0.6, 3_500)


def door(n: int, rng: Generator) -> Audio:
    """The handle, the latch, the leaf that falls shut."""
    out = silence(n)
    for at, gain in ((0.02, 0.25), (0.11, 0.4)):
        m = length(0.08)
        lay(out, panned(ringing(m, (1_350, 2_250, 3_900), 0.04, (1, 0.7, 0.4), rng), 0.1), at, gain)
        lay(out, panned(burst(rng, 0.008, 1_500, 8_000), 0.1), at, gain)
    swing = swept(
        coloured(rng, length(0.4), band(150, 3_000)), np.geomspace(300, 900, length(0.4)), 0.6
    )
    lay(out, faded(swing, 0.25, 0.1), 0.18, 0.05)
    m = length(0.5)
    leaf = ringing(
        m, (64, 104, 171, 263, 420), (0.3, 0.24, 0.17, 0.1, 0.07), (1, 0.9, 0.6, 0.4, 0.25), rng
    )
    lay(leaf, burst(rng, 0.03, 200, 3_500), 0.0, 0.5)
    lay(out, panned(leaf, 0.0), 0.52, 1.0)
    lay(out, panned(burst(rng, 0.01, 1_800, 7_000), 0.1), 0.545, 0.35)
    return wide(out, 0.6, 0.9, 3_000)


def knock(n: int, rng: Generator) -> Audio:
    """Three knuckles on wood, the second and third a little harder."""
    out = silence(n)
    for at, force in ((0.02, 0.75), (0.23, 0.9), (0.42, 1.0)):
        m = length(0.22)
        modes = np.array([148, 262, 415, 690, 1_120]) * rng.uniform(0.98, 1.02)
        wood = ringing(m, modes, (0.11, 0.09, 0.06, 0.035, 0.02), (1, 0.9, 0.6, 0.4, 0.25), rng)
        lay(wood, burst(rng, 0.006, 800, 4_500), 0.0, 0.6)
        lay(out, panned(wood, 0.05), at, force)
    return wide(out, 0.5, 0.7, 3_500)


def slap(n: int, rng: Generator) -> Audio:
    """Skin on skin: a whip of air, the crack, a short hard echo."""
    out = silence(n)
    m = length(0.09)
    swish = swept(coloured(rng, m, band(400, 8_000)), np.geomspace(700, 4_000, m), 0.5)
    lay(out, faded(swish, 0.07, 0.01), 0.0, 0.12)
    crack = burst(rng, 0.035, 900, 7_500)
    lay(crack, burst(rng, 0.03, 1_800, 9_000), 0.0035, 0.6)
    body = ringing(length(0.12), (210, 340), (0.07, 0.05), (1.0, 0.6), rng)
    lay(out, panned(crack, 0.0), 0.085, 1.0)
    lay(out, panned(body, 0.0), 0.086, 0.55)
    return wide(out, 0.7, 0.5, 6_000)


def impact(n: int, rng: Generator) -> Audio:
    """A blow that is felt: a hit, a falling sub, debris of the room."""
    out = silence(n)
    m = length(1.4)
    sub = glide(m, 120, 34, 0.3) * decay(m, 1.2) * attack(m, 0.002)
    lay(out, panned(np.tanh(sub * 1.6), 0.0), 0.0, 0.9)
    lay(out, panned(burst(rng, 0.05, 150, 3_000), 0.0), 0.0, 1.0)
    lay(out, panned(burst(rng, 0.25, 60, 500), 0.0), 0.0, 0.8)
    lay(out, coloured(rng, m, band(80, 900, -0.5)) * decay(m, 0.8)[:, None], 0.02, 0.16)
    return faded(wide(out, 0.6, 1.8, 2_500), 0.0005, 0.3)


def glass(n: int, rng: Generator) -> Audio:
    """A crash, then shards that land and skip, each ringing at its own pitch."""
    out = silence(n)
    lay(out, panned(burst(rng, 0.12, 2_500, 13_000), 0.0), 0.0, 1.0)
    lay(out, panned(ringing(length(0.1), (310, 540), 0.05, (1, 0.7), rng), 0.0), 0.0, 0.4)
    for _ in range(60):
        at = float(min(rng.exponential(0.22), n / SAMPLE_RATE - 0.05))
        m = length(0.3)
        base = rng.uniform(2_200, 7_500)
        modes = base * np.array([1.0, rng.uniform(1.3, 1.7), rng.uniform(2.0, 2.6)])
        shard = ringing(m, np.minimum(modes, 17_000), rng.uniform(0.04, 0.2), (1, 0.6, 0.4), rng)
        side = float(rng.uniform(-0.8, 0.8))
        lay(out, panned(shard, side), at, float(rng.uniform(0.05, 0.3)) * np.exp(-at * 1.3))
    return faded(wide(out, 0.4, 0.9, 8_000), 0.0003, 0.2)


def paper(n: int, rng: Generator) -> Audio:
    """A sheet that is taken up: dry crackles over a soft slide."""
    move = np.clip(drift(rng, n, 0.12, 12.0), 0, 3.0)
    m = length(0.004)
    grain = coloured(rng, m, band(2_500, 11_000), 1) * decay(m, 0.003)
    out = scattered(rng, n, 240.0, grain, 9.0) * move[:, None]
    out += coloured(rng, n, band(1_800, 8_000, -0.3)) * move[:, None] * 0.12
    return faded(wide(out, 0.25, 0.4, 6_000), 0.03, 0.12)


def cloth(n: int, rng: Generator) -> Audio:
    """A sleeve, a coat: two soft strokes of noise."""
    out = silence(n)
    for at, seconds, gain in ((0.0, 0.2, 0.7), (0.16, 0.26, 1.0)):
        m = length(seconds)
        stroke = swept(coloured(rng, m, band(500, 6_000, -0.6)), np.geomspace(1_200, 2_600, m), 0.9)
        flutter = drift(rng, m, 0.02, 5.0)[:, None]
        lay(out, faded(stroke * flutter, seconds * 0.4, seconds * 0.5), at, gain)
    return wide(out, 0.2, 0.4, 4_000)


def heartbeat(n: int, rng: Generator) -> Audio:
    """Lub-dub from inside the chest, at 66 a minute."""
    out = silence(n)
    for at in np.arange(0.02, max(0.03, n / SAMPLE_RATE - 0.3), 0.91):
        for later, pitch, gain in ((0.0, 62, 1.0), (0.27, 76, 0.62)):
            m = length(0.32)
            thump = glide(m, pitch * 1.5, pitch * 0.72, 0.09) * decay(m, 0.22) * attack(m, 0.012)
            # A phone has no 60 Hz: the overtones of a hard-driven thump let it be heard there.
            thump = np.tanh(3.5 * (thump + 0.3 * thump**2))
            lay(thump, burst(rng, 0.2, 90, 420), 0.0, 0.5)
            lay(out, panned(thump.astype(np.float32), 0.0), float(at + later), gain)
    return wide(out, 0.35, 0.6, 1_100)
