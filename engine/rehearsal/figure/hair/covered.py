"""Hair under cloth: hijab, turban, veil."""

from engine.contracts import Look
from engine.rehearsal.figure.hair.strands import Hair, fan, lock, window
from engine.rehearsal.figure.skull import Skull

FRAME = [
    (-1.2, 0),
    (-0.62, 0),
    (-0.6, 14),
    (-0.54, 30),
    (-0.42, 43),
    (-0.2, 54),
    (0.1, 62),
    (0.4, 66),
    (0.65, 68),
    (0.84, 64),
    (0.95, 46),
    (1.0, 10),
    (1.2, 0),
]
BAND = [
    (-1.2, 0),
    (-0.5, 0),
    (-0.46, 20),
    (-0.36, 44),
    (-0.22, 62),
    (-0.1, 84),
    (0.0, 110),
    (0.1, 150),
    (0.16, 180),
    (1.2, 180),
]

FRAME_OPEN = [
    (-1.2, 0),
    (-0.8, 0),
    (-0.78, 16),
    (-0.7, 34),
    (-0.55, 50),
    (-0.3, 62),
    (0.0, 70),
    (0.4, 76),
    (0.7, 80),
    (0.9, 84),
    (1.2, 90),
]


def hijab(look: Look, skull: Skull) -> Hair:
    """A scarf round the face, wound under the chin and laid over the shoulder."""
    hair = Hair(skull, cap=0.12, hairline=window(FRAME), nape=1.0, cloth=True, covers_ears=True)
    for i, a in enumerate(fan(92, 268, 11)):
        keys = [(a, -0.5, 0.08), (a, 0.2, 0.12), (a, 0.75, 0.08), (a, 1.2, 0.12), (a, 1.5, 0.3)]
        lock(hair, keys, 0.26, root=0.6, tip=0.85, stiff=0.9, strand=i % 2 == 0)
    # Laid round the throat, each turn over the one before; the last falls from one shoulder.
    for k, (left, low, right, wide) in enumerate(
        ((0.55, 1.06, 0.6, 0.13), (0.8, 1.22, 0.72, 0.15), (1.05, 1.4, 0.98, 0.17))
    ):
        out = 0.02 + 0.1 * k
        keys = [
            (-88, left, out + 0.04),
            (-52, (left + low) / 2 + 0.08, out - 0.04),
            (-4, low, out - 0.1),
            (48, (right + low) / 2 + 0.06, out - 0.04),
            (88, right, out + 0.04),
        ]
        lock(hair, keys, wide, root=0.75, tip=0.75, stiff=1.0)
    for a, end in ((34, 2.05), (50, 1.9)):
        keys = [(a + 26, 0.9, 0.1), (a + 10, 1.25, 0.14), (a, 1.6, 0.2), (a - 6, end, 0.24)]
        lock(hair, keys, 0.17, root=0.6, tip=0.7, stiff=0.7)
    for s in (1, -1):
        for a, y in ((20, -0.64), (44, -0.46), (62, 0.0)):
            keys = [
                (s * a, y, 0.1),
                (s * (a + 22), y * 0.7 - 0.1, 0.15),
                (s * (a + 60), y * 0.4 + 0.1, 0.14),
            ]
            lock(hair, keys, 0.11, root=0.3, tip=0.3)
    return hair


def turban(look: Look, skull: Skull) -> Hair:
    """Cloth wound round the head in crossing folds, high in front."""
    hair = Hair(skull, cap=0.16, hairline=window(BAND), nape=0.16, cloth=True)
    for k in range(5):
        for s in (1, -1):
            up = 0.16 * k
            keys = [
                (s * 140, 0.06 - up * 0.6, 0.08),
                (s * 96, -0.1 - up * 0.8, 0.12),
                (s * 58, -0.34 - up * 0.8, 0.19),
                (s * 20, -0.5 - up * 0.7, 0.22),
                (-s * 16, -0.62 - up * 0.6, 0.19),
            ]
            lock(hair, keys, 0.13, root=0.7, tip=0.5)
    return hair


def veil(look: Look, skull: Skull) -> Hair:
    """A length of cloth laid over the parted hair, falling behind the shoulders."""
    hair = Hair(skull, cap=0.14, hairline=window(FRAME_OPEN), nape=0.9, cloth=True)
    hair.covers_ears = True
    for i, a in enumerate(fan(70, 290, 17)):
        swing = 5 if i % 2 else -4
        keys = [
            (a, -0.9, 0.06),
            (a, -0.3, 0.16),
            (a, 0.4, 0.22),
            (a + swing * 0.5, 1.1, 0.26),
            (a + swing, 2.1 + 0.08 * (i % 3), 0.3),
        ]
        lock(hair, keys, 0.24, root=0.6, tip=0.8, stiff=0.4, strand=i % 2 == 0)
    return hair
