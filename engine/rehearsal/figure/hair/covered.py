"""Hair under cloth."""

from engine.contracts import Look
from engine.rehearsal.figure.hair.strands import Hair, fan, lock, window
from engine.rehearsal.figure.skull import Skull

FRAME = [
    (-1.2, 0),
    (-0.6, 0),
    (-0.58, 14),
    (-0.52, 30),
    (-0.4, 43),
    (-0.2, 53),
    (0.1, 60),
    (0.4, 63),
    (0.65, 64),
    (0.82, 60),
    (0.94, 44),
    (1.0, 10),
    (1.2, 0),
]


def hijab(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, cap=0.12, hairline=window(FRAME), nape=1.0, cloth=True, covers_ears=True)
    for i, a in enumerate(fan(84, 276, 13)):
        keys = [
            (a, -0.4, 0.06),
            (a, 0.2, 0.12),
            (a, 0.7, 0.1),
            (a * 0.97 + 5, 1.2, 0.2),
            (a, 1.62, 0.44),
        ]
        lock(hair, keys, 0.27, root=0.6, tip=0.85, stiff=0.9, strand=i % 2 == 0)
    for i, (a, end) in enumerate(
        (
            (-78, 1.6),
            (-58, 1.72),
            (-34, 1.86),
            (-8, 1.95),
            (18, 1.9),
            (44, 1.76),
            (66, 1.6),
            (80, 1.55),
        )
    ):
        keys = [
            (a * 1.05, 0.82, 0.0),
            (a, 1.02, -0.1),
            (a * 0.95, 1.3, 0.08),
            (a * 0.9 + 4, end, 0.26),
        ]
        lock(hair, keys, 0.27, root=0.8, tip=0.85, stiff=0.9, strand=i % 2 == 0)
    return hair
