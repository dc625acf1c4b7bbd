"""Short hair: bald, buzz, short, side part, spiky, curls, afro."""

import numpy as np

from engine.contracts import Look
from engine.rehearsal.figure.hair.fringes import wisps
from engine.rehearsal.figure.hair.strands import Hair, fan, hang, lock, window
from engine.rehearsal.figure.skull import Skull

CROP = [
    (-1.2, 0),
    (-0.68, 0),
    (-0.65, 14),
    (-0.61, 28),
    (-0.52, 42),
    (-0.36, 50),
    (-0.2, 55),
    (-0.1, 66),
    (-0.04, 78),
    (0.0, 104),
    (0.08, 116),
    (0.24, 118),
    (0.32, 138),
    (0.4, 164),
    (1.2, 180),
]


def bald(look: Look, skull: Skull) -> Hair:
    return Hair(skull, cap=0.0)


def buzz(look: Look, skull: Skull) -> Hair:
    return Hair(skull, cap=0.025, hairline=window(CROP), nape=0.36, shine=0.7, shorn=True)


def short(look: Look, skull: Skull) -> Hair:
    """A textured crop with a fringe brushed to the side."""
    hair = Hair(skull, cap=0.09, hairline=window(CROP), nape=0.38)
    lean = 9
    for i, a in enumerate((46, -46, 32, -34, 18, -22, 4, -9)):
        y = -0.36 + 0.05 * (i % 3) - 0.04 * (abs(a) < 12)
        keys = [
            (a * 0.5 - 8, -0.96, 0.04),
            (a * 0.7 - 4, -0.86, 0.15),
            (a + lean * 0.3, -0.62, 0.17),
            (a + lean, y, 0.05),
        ]
        lock(hair, keys, 0.125)
    for s in (1, -1):
        for a, y in ((62, -0.1), (72, 0.06)):
            keys = [(s * a * 0.8, -0.8, 0.06), (s * a, -0.45, 0.12), (s * (a + 5), y, 0.03)]
            lock(hair, keys, 0.1)
    for i, back in enumerate(fan(100, 260, 9)):
        lock(
            hair,
            [(back, -0.8, 0.05), (back, -0.2, 0.11), (back + (4 if i % 2 else -4), 0.46, 0.01)],
            0.15,
        )
    return hair


def side_part(look: Look, skull: Skull) -> Hair:
    """Combed from a parting, full on one side, close at the ears."""
    hair = Hair(skull, cap=0.06, hairline=window(CROP), nape=0.36, shine=0.66)
    for a, y, w, up in (
        (-6, -0.63, 0.12, 0.13),
        (14, -0.63, 0.14, 0.16),
        (34, -0.55, 0.14, 0.16),
        (54, -0.42, 0.12, 0.13),
        (70, -0.22, 0.1, 0.1),
    ):
        keys = [
            (-30, -0.93, 0.03),
            (-26 + a * 0.2, -0.86, up * 0.8),
            (a * 0.85, y - 0.16, up),
            (a + 16, y + 0.04, up * 0.55),
            (a + 30, y + 0.2, 0.04),
        ]
        lock(hair, keys, w, root=0.5)
    for a, y, w in ((-44, -0.48, 0.1), (-62, -0.24, 0.1), (-74, -0.02, 0.09)):
        keys = [
            (-30, -0.93, 0.03),
            (-36 + a * 0.2, -0.84, 0.09),
            (a, y - 0.1, 0.09),
            (a - 14, y + 0.14, 0.02),
        ]
        lock(hair, keys, w, root=0.5)
    for i, back in enumerate(fan(105, 255, 8)):
        lock(
            hair,
            [(back, -0.85, 0.06), (back, -0.3, 0.1), (back + (4 if i % 2 else -4), 0.42, 0.01)],
            0.15,
            root=0.5,
        )
    return hair


def spiky(look: Look, skull: Skull) -> Hair:
    """Tufts that stand up and lean back, a jagged fringe."""
    hair = Hair(skull, cap=0.09, hairline=window(CROP), nape=0.38)
    middle = np.array([0.0, -0.15, -0.08])
    for k, (rise, count, long) in enumerate(
        ((78, 4, 0.46), (52, 8, 0.42), (26, 10, 0.32), (2, 8, 0.22))
    ):
        for i in range(count):
            a = np.radians(360 * (i + 0.5 * (k % 2)) / count)
            e = np.radians(rise)
            away = np.array([np.sin(a) * np.cos(e), -np.sin(e), np.cos(a) * np.cos(e)])
            if away[2] > 0.72 or (k > 1 and away[2] > 0.25):
                continue
            root = middle + away * np.array([0.6, 0.84, 0.8])
            reach = long * (0.8 + 0.4 * ((i * 7 + k * 3) % 4) / 3)
            lean = np.array([0.1, 0.1 if rise < 40 else -0.05, -0.22]) * reach
            tip = root + away * reach + lean
            hang(
                hair,
                np.array([root - away * 0.05, root + away * reach * 0.55, tip]),
                0.17,
                root=0.9,
                strand=i % 2 == 0,
            )
    for i, a in enumerate((46, -46, 30, -32, 14, -18, 0)):
        keys = [
            (a * 0.5, -0.92, 0.04),
            (a * 0.8, -0.78, 0.16),
            (a, -0.55, 0.15),
            (a + (9 if i % 2 else -7), -0.24, 0.06),
        ]
        lock(hair, keys, 0.115, strand=i % 2 == 0)
    for i, back in enumerate(fan(104, 256, 8)):
        lock(
            hair,
            [(back, -0.6, 0.05), (back, -0.1, 0.1), (back + (6 if i % 2 else -6), 0.5, 0.02)],
            0.15,
        )
    return hair


def curls(
    hair: Hair,
    skull: Skull,
    rows: tuple[tuple[float, int, float, float], ...],
    out: float,
    size: float,
) -> None:
    """Rows of round masses: (level, count, start, end)."""
    for k, (y, count, start, end) in enumerate(rows):
        angle = np.linspace(start, end, count)
        level = np.full(count, y) + 0.04 * np.sin(angle * 0.1 + k)
        at = skull.shell(angle, level, np.full(count, out))
        for i, (px, py, pz) in enumerate(at):
            hair.blobs.append(
                (float(px), float(py), float(pz), size * (0.88 + 0.24 * ((i * 5 + k) % 3) / 2))
            )


def curly_short(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, cap=0.1, hairline=window(CROP), nape=0.36)
    rows = (
        (-1.0, 3, 0, 240),
        (-0.86, 9, -160, 160),
        (-0.62, 11, -170, 150),
        (-0.36, 9, 62, 298),
        (-0.05, 7, 80, 280),
        (0.22, 6, 105, 255),
    )
    curls(hair, skull, rows, 0.12, 0.2)
    return hair


def afro(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, cap=0.12, covers_ears=True)
    rows = (
        (-1.0, 5, 0, 288),
        (-0.8, 12, -165, 165),
        (-0.62, 12, -165, 165),
        (-0.35, 11, 56, 304),
        (-0.05, 9, 68, 292),
        (0.22, 8, 80, 280),
    )
    curls(hair, skull, rows, 0.3, 0.34)
    if look.presentation == "woman":
        wisps(hair, 0.3)
    return hair
