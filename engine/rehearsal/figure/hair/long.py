"""Hair that falls over the shoulders."""

from engine.contracts import Look
from engine.rehearsal.figure.hair.strands import Hair, fan, lock, window
from engine.rehearsal.figure.skull import LEVELS, Skull


def curtain(hair: Hair, skull: Skull, length: float, *, wave: float = 0.0, start: float = 80) -> None:
    """The mass behind: overlapping locks from ear to ear round the back."""
    for i, a in enumerate(fan(start, 360 - start, 23)):
        swing = 5 if i % 2 else -4
        end = length + (0.1, -0.04, 0.16, 0.02)[i % 4]
        keys = [(a, -0.93, 0.06), (a, -0.5, 0.1), (a, 0.0, 0.12), (a + swing * 0.3, 0.5, 0.1),
                (a + swing * 0.6, 0.5 + (end - 0.5) * 0.6, 0.06), (a + swing, end, -0.02)]  # fmt: skip
        lock(hair, skull, keys, 0.17, tip=0.0, stiff=0.15, wave=wave, phase=i * 1.7)


def swept(hair: Hair, skull: Skull, part: float) -> None:
    """A fringe swept both ways from a parting at angle `part`, leaving the forehead half bare."""
    lift = 0.07
    toward = -1 if part > 0 else 1  # the side of the long sweep
    for a, y, w, end in ((20, -0.6, 0.1, 0.1), (42, -0.46, 0.13, 0.34), (60, -0.3, 0.12, 0.16), (72, -0.1, 0.1, 0.42)):
        s = toward
        keys = [(part, -0.985, 0.09), (part + s * 8, -0.93, 0.12), (part + s * a * 0.75, -0.74, lift + 0.06),
                (s * a, y, lift + 0.03), (s * (a + 22), y + 0.26, lift - 0.02),
                (s * (a + 28), y + 0.34 + end, 0.01)]  # fmt: skip
        lock(hair, skull, keys, w, root=0.9)
    for a, y, w in ((44, -0.46, 0.1), (58, -0.3, 0.11), (72, -0.05, 0.1)):
        s = -toward
        keys = [(part, -0.985, 0.09), (part + s * 8, -0.93, 0.12), (part * 0.4 + s * a * 0.75, -0.72, lift + 0.05),
                (s * a, y, lift + 0.02), (s * (a + 20), y + 0.24, lift - 0.02),
                (s * (a + 26), y + 0.5, 0.01)]  # fmt: skip
        lock(hair, skull, keys, w, root=0.9)


def sides(hair: Hair, skull: Skull, low: float, *, wave: float = 0.0) -> None:
    """Two locks either side that fall in front of the shoulder."""
    for s in (1, -1):
        for k, (a, w, end) in enumerate(((86, 0.1, low), (97, 0.12, low + 0.25), (76, 0.045, low - 0.5))):
            keys = [(s * a * 0.9, -0.75, 0.1), (s * a * 0.95, -0.3, 0.11), (s * a, 0.15, 0.08), (s * (a + 2), 0.5, 0.03),
                    (s * (a - 6), 0.5 + (end - 0.5) * 0.6, 0.12), (s * (a - 12), end, 0.05)]  # fmt: skip
            lock(hair, skull, keys, w, root=0.7, stiff=0.3, wave=wave, phase=k * 2 + s)


def long(look: Look, skull: Skull) -> Hair:
    hair = Hair(hairline=window(LEVELS))
    curtain(hair, skull, 2.5)
    sides(hair, skull, 1.9)
    swept(hair, skull, -22)
    return hair


def wavy(look: Look, skull: Skull) -> Hair:
    hair = Hair(hairline=window(LEVELS), cap=0.12)
    curtain(hair, skull, 2.2, wave=0.1)
    sides(hair, skull, 1.7, wave=0.09)
    swept(hair, skull, 20)
    return hair
