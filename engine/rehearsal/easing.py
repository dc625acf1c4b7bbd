"""Curves of time that everything that moves is drawn by: pictures, letters, bodies, cameras."""

from math import cos, exp


def ease(t: float) -> float:
    """0 … 1 with no start or stop that one sees."""
    t = min(max(t, 0.0), 1.0)
    return t * t * (3 - 2 * t)


def settle(t: float) -> float:
    """0 … 1 fast, past the end and back."""
    t = max(t, 0.0)
    return 1 - exp(-5.5 * t) * cos(5 * t) if t < 2 else 1.0


def spring(t: float, rise: float) -> float:
    """From 0 to 1 in `rise` seconds with an overshoot that settles; 0 before."""
    if t <= 0:
        return 0.0
    x = t / rise
    if x < 1:
        return 1.1 * ease(x)
    return 1 + 0.1 * exp(-4.5 * (x - 1)) * cos(3.2 * (x - 1))
