"""Curls, coils, locs and braids: hair that stands by itself or is laid in ropes."""

import numpy as np

from engine.contracts import Look
from engine.rehearsal.figure.hair.fringes import drawn_back, wisps
from engine.rehearsal.figure.hair.short import curls
from engine.rehearsal.figure.hair.strands import Hair, fan, lock, window
from engine.rehearsal.figure.skull import Skull

TIGHT = [
    (-1.2, 0),
    (-0.64, 0),
    (-0.62, 20),
    (-0.57, 38),
    (-0.46, 48),
    (-0.3, 55),
    (-0.12, 62),
    (-0.02, 80),
    (0.06, 104),
    (0.2, 118),
    (0.32, 140),
    (0.42, 165),
    (1.2, 180),
]


def coils(look: Look, skull: Skull) -> Hair:
    """Short coils, shaped round and faded at the sides."""
    hair = Hair(skull, cap=0.07, hairline=window(TIGHT), nape=0.3, shine=0.7)
    full = 0.16 if look.presentation == "woman" else 0.1
    rows = (
        (-1.0, 5, 0, 288),
        (-0.9, 12, -170, 160),
        (-0.74, 15, -172, 164),
        (-0.56, 13, -168, 168),
        (-0.34, 13, 52, 308),
        (-0.1, 10, 66, 294),
        (0.12, 8, 96, 264),
    )
    curls(hair, skull, rows, full, 0.135)
    return hair


def curly(look: Look, skull: Skull) -> Hair:
    """Loose curls to the shoulder, wide at the sides."""
    hair = Hair(skull, cap=0.12, covers_ears=True)
    for i, a in enumerate(fan(70, 290, 15)):
        keys = [(a, -0.9, 0.06), (a, -0.3, 0.2), (a, 0.4, 0.26), (a, 1.1, 0.24)]
        lock(hair, keys, 0.22, stiff=0.4, tip=0.5, wave=(0.1, i * 1.9))
    rows = (
        (-0.98, 5, -120, 200, 0.14, 0.19),
        (-0.8, 9, -100, 100, 0.18, 0.17),
        (-0.62, 4, -78, -40, 0.22, 0.16),
        (-0.62, 4, 30, 78, 0.22, 0.16),
        (-0.4, 7, 64, 296, 0.24, 0.2),
        (-0.1, 9, 68, 292, 0.28, 0.2),
        (0.2, 10, 70, 290, 0.3, 0.19),
        (0.48, 11, 68, 292, 0.32, 0.19),
        (0.76, 12, 66, 294, 0.34, 0.18),
        (1.02, 12, 62, 298, 0.34, 0.17),
        (1.26, 10, 66, 294, 0.32, 0.15),
    )
    for y, count, start, end, out, size in rows:
        curls(hair, skull, ((y, count, start, end),), out, size)
    return hair


def afro_puff(look: Look, skull: Skull) -> Hair:
    """Drawn up tight into a round puff."""
    hair = Hair(skull, hairline=window(TIGHT), cap=0.05, shine=0.7)
    drawn_back(hair, (40, -0.9), lift=0.05)
    for k, (x, y, z, r) in enumerate(
        (
            (0, -1.28, -0.5, 0.42),
            (-0.36, -1.22, -0.5, 0.3),
            (0.36, -1.22, -0.5, 0.3),
            (-0.2, -1.52, -0.48, 0.28),
            (0.2, -1.52, -0.48, 0.28),
            (-0.3, -1.06, -0.62, 0.24),
            (0.3, -1.06, -0.62, 0.24),
            (0.0, -1.32, -0.2, 0.26),
        )
    ):
        hair.blobs.append((x + 0.01 * k, y, z, r))
    wisps(hair, 0.2)
    return hair


def _ropes(
    hair: Hair, count: int, length: float, width: float, *, bow: float = 0.0, uneven: float = 0.16
) -> None:
    """Ropes of one width all round, those over the face laid to the sides."""
    for row, (root, height) in enumerate(((-0.9, 0.08), (-0.62, 0.1))):
        for i in range(count):
            a = 360 * (i + 0.5 * row) / count - 180
            aside = np.sign(a or 1) * max(abs(a), 60 + 9 * (i % 4))
            end = length + uneven * ((i * 5 + row * 2) % 4 - 1.5) / 1.5
            front = abs(a) < 74
            keys = [
                (a * 0.8 - 4 * front, root, height),
                (a + (aside - a) * 0.5, root * 0.6 - 0.08, height + 0.08 + 0.04 * front),
                (aside, 0.02, 0.13 + bow),
                (aside, 0.02 + (end - 0.02) * 0.5, 0.12 + bow),
                (aside * 0.99, end, 0.05),
            ]
            hair.roped = True
            lock(hair, keys, width, root=0.75, tip=0.7, stiff=0.25, wave=(0.03, i * 2.3))


def locs(look: Look, skull: Skull) -> Hair:
    """Thick locs to the collarbone."""
    hair = Hair(skull, cap=0.09, hairline=window(TIGHT), covers_ears=True)
    _ropes(hair, 17, 1.25 if look.presentation == "man" else 1.6, 0.09, bow=0.03)
    return hair


def box_braids(look: Look, skull: Skull) -> Hair:
    """Many thin braids, long and even."""
    hair = Hair(skull, cap=0.08, hairline=window(TIGHT), covers_ears=True)
    _ropes(hair, 26, 2.3, 0.055, uneven=0.08)
    return hair


def short_braids(look: Look, skull: Skull) -> Hair:
    """Braids laid flat in rows from the forehead to the nape."""
    hair = Hair(skull, cap=0.035, hairline=window(TIGHT), nape=0.34, shine=0.72)
    for a, y in (
        (0, -0.64),
        (-13, -0.63),
        (13, -0.63),
        (-27, -0.6),
        (27, -0.6),
        (-41, -0.53),
        (41, -0.53),
        (-55, -0.36),
        (55, -0.36),
        (-68, -0.12),
        (68, -0.12),
    ):
        s = -1 if a < 0 else 1
        top = (s * min(abs(a) * 1.6 + 20, 120), -0.97 if abs(a) < 45 else y - 0.5, 0.06)
        lock(hair, [(a, y, 0.02), (a * 1.05, y - 0.16, 0.05), top], 0.062, root=0.8, tip=0.8)
        keys = [top, (s * (180 - abs(a) * 0.7), -0.5, 0.06), (s * (180 - abs(a) * 0.4), 0.42, 0.05)]
        lock(hair, keys, 0.062, root=0.8, tip=0.6)
    hair.roped = True
    return hair
