"""When bodies move: gestures, blinks, darts and breath. All pure, all seeded."""

import math
import random
from bisect import bisect_right

from engine.rehearsal.easing import ease, spring

WINDS, DRAWN = 0.16, 0.15  # seconds of a wind-up, and how far it goes the other way


def envelope(t: float, duration: float, rise: float, stays: bool) -> float:
    """How far into a gesture: a small wind-up below 0, past 1 and back, then the release."""
    if t < 0:
        return 0.0
    if t < WINDS:
        return -DRAWN * math.sin(math.pi * 0.5 * t / WINDS)
    up = spring(t - WINDS, rise)
    up = up - DRAWN * max(0.0, 1 - (t - WINDS) / (rise * 0.5))
    if stays:
        return up
    rest = duration - t
    return up * ease(rest / 0.36) if rest < 0.36 else up


STAYS = 0.85  # seconds from a blow to when the hand is home
LANDS = 0.25  # seconds from the cue of a blow to where it lands


def blow(t: float, duration: float) -> tuple[float, float]:
    """How far a blow has come, and how far the hand is drawn back for it: each 0 … 1."""
    wind = ease(t / 0.14) * (1 - ease((t - LANDS + 0.09) / 0.09))
    come = ease((t - LANDS + 0.1) / 0.1)
    if t > LANDS:
        come += 0.1 * math.exp(-9 * (t - LANDS)) * math.sin(12 * (t - LANDS))
    home = min(duration - t, LANDS + STAYS - t)
    return come * ease(home / 0.36), wind


SHUTS, OPENS = 0.08, 0.17  # seconds a lid takes down and up again
BETWEEN = 0.45  # seconds: lids that have just been shut do not close for the next reason


def blinks(seed: int, until: float, causes: tuple[float, ...]) -> list[float]:
    """When lids close: at the `causes`, and every few seconds in between, now and then twice."""
    rng = random.Random(seed * 7919 + 11)  # noqa: S311 - acting, not secrets
    times, t = [], rng.uniform(0.5, 2.4)
    while t < until:
        times.append(t)
        if rng.random() < 0.18:
            times.append(t + 0.3)
        t += rng.uniform(1.9, 4.6)
    apart = [t for t in times if all(abs(t - cause) > BETWEEN for cause in causes)]
    return sorted([*apart, *causes])


def blink(t: float, times: list[float]) -> float:
    """Factor on the lids, 1 open … 0 shut: down fast, up slowly."""
    for start in times[max(bisect_right(times, t) - 2, 0) :]:
        d = t - start
        if 0 <= d < SHUTS:
            return 1 - ease((d + 0.02) / SHUTS)
        if SHUTS <= d < SHUTS + OPENS:
            return ease((d - SHUTS) / OPENS)
    return 1.0


def shifts(seed: int, until: float) -> list[tuple[float, float]]:
    """When the weight moves to the other leg, and how far."""
    rng = random.Random(seed * 15485863 + 3)  # noqa: S311
    side = rng.choice((-1.0, 1.0))
    out, t = [(0.0, side * rng.uniform(0.3, 0.8))], rng.uniform(1.4, 3.5)
    while t < until:
        side = -side
        out.append((t, side * rng.uniform(0.3, 1.0)))
        t += rng.uniform(2.6, 5.0)
    return out


def weight(t: float, moves: list[tuple[float, float]]) -> float:
    value = moves[0][1]
    for start, to in moves[1:]:
        if start > t:
            break
        value += (to - value) * ease((t - start) / 0.7)
    return value


def wobble(t: float, seed: int) -> float:
    """A slow unrepeating drift, -1 … 1."""
    return 0.6 * math.sin(t * 1.13 + seed) + 0.4 * math.sin(t * 2.39 + seed * 1.7)
