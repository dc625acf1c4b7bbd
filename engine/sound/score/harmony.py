"""Scales, chords and how voices move between them. Pitches are MIDI numbers (60 is middle C)."""

from itertools import pairwise, permutations

SCALES = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "harmonic": (0, 2, 3, 5, 7, 8, 11),
}


def degree(root: int, scale: str, step: int) -> int:
    """The pitch `step` scale degrees above `root` (0 is the root, -1 the degree below)."""
    steps = SCALES[scale]
    return root + 12 * (step // len(steps)) + steps[step % len(steps)]


def five(pitch: int, root: int, scale: str) -> int:
    """`pitch` or the nearest below it of the five notes that a tune over `scale` may have."""
    allowed = (0, 2, 4, 7, 9) if 4 in SCALES[scale] else (0, 3, 5, 7, 10)
    return pitch - next(down for down in range(3) if (pitch - down - root) % 12 in allowed)


def chord(root: int, scale: str, step: int, colour: str = "") -> tuple[int, ...]:
    """Pitch classes of the chord on a degree: a triad; "9" adds the ninth, "7" the seventh,
    "sus" keeps the fourth instead of the third."""
    degrees = [step, step + (3 if colour == "sus" else 2), step + 4]
    degrees += {"9": [step + 8], "7": [step + 6]}.get(colour, [])
    return tuple(degree(root, scale, d) % 12 for d in degrees)


VOICES = 4  # of a chord


def voiced(pitches: tuple[int, ...], before: tuple[int, ...], centre: int = 60) -> tuple[int, ...]:
    """`pitches` (classes, the root first) as four notes, each moving as little as it can.

    Without notes `before` it is an open position around `centre`.
    """
    wanted = [pitches[i % len(pitches)] for i in range(VOICES)]
    if not before:
        start = centre - 8
        found: list[int] = []
        for pitch in wanted:
            start += (pitch - start) % 12
            found.append(start)
            start += 3
        return tuple(found)
    best: tuple[float, tuple[int, ...]] | None = None
    for order in permutations(wanted):
        moved = tuple(
            sorted(note + (p - note + 6) % 12 - 6 for note, p in zip(before, order, strict=True))
        )
        spread = sum(1 for a, b in pairwise(moved) if b - a < 2)
        drift = abs(sum(moved) / VOICES - centre) * 0.35
        cost = sum(abs(a - b) for a, b in zip(before, moved, strict=True)) + 5 * spread + drift
        if best is None or (cost, moved) < best:
            best = (cost, moved)
    return best[1] if best else before
