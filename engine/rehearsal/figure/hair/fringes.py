"""Fringes and side locks: what frames a face."""

from engine.rehearsal.figure.hair.strands import Hair, lock


def swept(hair: Hair, part: float, *, long: bool = True) -> None:
    """A fringe swept both ways from a parting at angle `part`, leaving the forehead half bare."""
    s = -1 if part > 0 else 1  # the side of the long sweep
    more = 0.2 if long else 0.0
    for a, y, w, end in (
        (26, -0.66, 0.11, 0.3),
        (46, -0.54, 0.14, 0.42),
        (62, -0.4, 0.13, 0.3),
        (76, -0.2, 0.1, 0.4),
    ):
        keys = [
            (part, -0.96, 0.04),
            (part + s * 10, -0.93, 0.08),
            (part * 0.5 + s * a * 0.7, -0.8, 0.09),
            (s * a, y, 0.08),
            (s * max(a + 24, 72), y + 0.26, 0.05),
            (s * max(a + 32, 95), y + end + more, 0.03),
        ]
        lock(hair, keys, w)
    for a, y, w, end in ((44, -0.56, 0.1, 0.3), (60, -0.42, 0.11, 0.36), (76, -0.2, 0.1, 0.4)):
        keys = [
            (part, -0.96, 0.04),
            (part - s * 6, -0.92, 0.09),
            (part * 0.6 - s * a * 0.6, -0.78, 0.1),
            (-s * a, y, 0.08),
            (-s * max(a + 20, 72), y + 0.24, 0.04),
            (-s * max(a + 27, 95), y + end + more, 0.03),
        ]
        lock(hair, keys, w)


def bangs(hair: Hair) -> None:
    """A full fringe cut above the brows."""
    ends = (0.02, -0.03, 0.03, -0.01, 0.04, -0.02, 0.03, 0.0, 0.05)
    for i, a in enumerate((0, -12, 12, -25, 25, -38, 38, -52, 52)):
        y = -0.16 + ends[i] + abs(a) * 0.0022
        keys = [
            (a * 0.5, -0.93, 0.04),
            (a * 0.75, -0.78, 0.1),
            (a * 0.95, -0.5, 0.11),
            (a + (4 if i % 2 else -4), y, 0.05),
        ]
        lock(hair, keys, 0.115, tip=0.12, strand=i % 2 == 1)


def see_through(hair: Hair) -> None:
    """A few thin strands over the forehead."""
    for i, a in enumerate((-27, -15, -5, 6, 18, 30)):
        low = -0.2 + (0.06, -0.05, 0.03, -0.02, 0.05, 0.1)[i]
        keys = [
            (a * 0.4, -0.9, 0.04),
            (a * 0.85, -0.72, 0.1),
            (a + 2, -0.46, 0.09),
            (a + (8 if a > 0 else -6), low, 0.03),
        ]
        lock(hair, keys, 0.045 if i % 2 else 0.03, strand=False)


def sides(hair: Hair, low: float, *, wave: float = 0.0, full: float = 1.0) -> None:
    """Two locks either side that fall in front of the shoulder, and a wisp."""
    for s in (1, -1):
        for k, (a, w, end) in enumerate(
            ((94, 0.1, low), (104, 0.12, low + 0.25), (85, 0.035, low * 0.5))
        ):
            keys = [
                (s * a * 0.92, -0.8, 0.06),
                (s * a * 0.96, -0.35, 0.1),
                (s * a, 0.12, 0.07),
                (s * (a + 2), 0.5, 0.02),
                (s * (a - 6), 0.5 + (end - 0.5) * 0.6, 0.12),
                (s * (a - 12), end, 0.05),
            ]
            lock(hair, keys, w * full, stiff=0.3, wave=(wave, k * 2 + s))


def wisps(hair: Hair, low: float = 0.62) -> None:
    """Thin strands that have come loose at the temples."""
    for s in (1, -1):
        for a, y, w in ((70, low, 0.026), (82, low * 0.6, 0.02)):
            keys = [
                (s * a * 0.8, -0.66, 0.05),
                (s * a, -0.3, 0.1),
                (s * (a + 4), 0.1, 0.06),
                (s * (a - 2), y, 0.03),
            ]
            lock(hair, keys, w, stiff=0.4, strand=False)


def drawn_back(hair: Hair, to: tuple[float, float], *, lift: float = 0.08) -> None:
    """Hair combed from the hairline back to where it is tied, (angle from behind, level)."""
    for s in (1, -1):
        for a, y in (
            (8, -0.62),
            (26, -0.55),
            (44, -0.38),
            (62, -0.14),
            (80, 0.1),
            (112, 0.26),
            (146, 0.36),
        ):
            back = 180 - to[0]
            keys = [
                (s * a, y, 0.02),
                (s * (a * 0.7 + back * 0.3), y * 0.8 + to[1] * 0.1 - 0.14 * (y < 0), lift),
                (s * (a * 0.3 + back * 0.7), y * 0.35 + to[1] * 0.6 - 0.05, lift),
                (s * back, to[1], 0.06),
            ]
            lock(hair, keys, 0.13, root=0.5, tip=0.4)
