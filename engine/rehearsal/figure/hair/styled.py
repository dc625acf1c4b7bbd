"""Haircuts with an attitude: pixie, slicked, undercut, mohawk; tails, half up, the rim of age."""

import numpy as np

from engine.contracts import Look
from engine.rehearsal.figure.hair.fringes import bangs, drawn_back, sides, swept, wisps
from engine.rehearsal.figure.hair.long import curtain
from engine.rehearsal.figure.hair.short import CROP
from engine.rehearsal.figure.hair.strands import Hair, fan, hang, lock, window
from engine.rehearsal.figure.hair.tied import knot
from engine.rehearsal.figure.skull import Skull

RIM = [
    (-1.2, 180),
    (-0.44, 180),
    (-0.36, 150),
    (-0.28, 104),
    (-0.16, 84),
    (-0.04, 82),
    (0.02, 104),
    (0.12, 118),
    (0.32, 140),
    (0.42, 165),
    (1.2, 180),
]


def pixie(look: Look, skull: Skull) -> Hair:
    """Cropped close, a long fringe swept over the brow."""
    hair = Hair(skull, cap=0.08, hairline=window(CROP), nape=0.4)
    for a, y, end in ((-6, -0.5, -0.2), (14, -0.46, -0.14), (32, -0.4, -0.06), (52, -0.3, 0.08)):
        keys = [
            (-34, -0.9, 0.05),
            (-22 + a * 0.4, -0.84, 0.14),
            (a, y - 0.1, 0.15),
            (a + 18, end, 0.04),
        ]
        lock(hair, keys, 0.125)
    for a, y in ((-46, -0.26), (-60, -0.04), (-72, 0.12), (66, 0.14), (76, 0.24)):
        keys = [(a * 0.6, -0.86, 0.06), (a, y - 0.3, 0.12), (a * 1.05, y, 0.04)]
        lock(hair, keys, 0.1)
    for i, back in enumerate(fan(96, 264, 11)):
        end = 0.44 + 0.08 * (i % 2)
        keys = [(back, -0.9, 0.06), (back, -0.3, 0.13), (back + (6 if i % 2 else -6), end, 0.02)]
        lock(hair, keys, 0.15)
    return hair


def slicked(look: Look, skull: Skull) -> Hair:
    """Combed straight back from the forehead, with some height."""
    hair = Hair(skull, cap=0.09, hairline=window(CROP), nape=0.4, shine=0.76)
    for s in (1, -1):
        for a, y, up in ((9, -0.65, 0.17), (27, -0.6, 0.16), (45, -0.45, 0.12)):
            keys = [
                (s * a, y + 0.02, 0.03),
                (s * a + 5, y - 0.14, up),
                (s * (a * 1.15 + 4) + 14, -0.92, up),
                (s * (a + 60), -0.99, up * 0.7),
            ]
            lock(hair, keys, 0.15, root=0.6, tip=0.7)
        for a, y in ((62, -0.22), (72, -0.04), (80, 0.1)):
            keys = [(s * a, y, 0.03), (s * (a + 10), y - 0.24, 0.1), (s * (a + 34), y - 0.34, 0.1)]
            lock(hair, keys, 0.1, root=0.5, tip=0.5)
    for i, back in enumerate(fan(104, 256, 10)):
        keys = [(back, -0.9, 0.1), (back, -0.3, 0.11), (back + (5 if i % 2 else -5), 0.48, 0.01)]
        lock(hair, keys, 0.15, root=0.5)
    return hair


def wavy_short(look: Look, skull: Skull) -> Hair:
    """Waves over the ears and the brow, as of somebody who forgot the barber."""
    hair = Hair(skull, cap=0.1, hairline=window(CROP), nape=0.44)
    for i, (a, y) in enumerate(
        ((52, -0.2), (-50, -0.22), (36, -0.3), (-34, -0.34), (16, -0.38), (-14, -0.42))
    ):
        keys = [
            (-16 + a * 0.1, -0.95, 0.04),
            (a * 0.5 - 10, -0.88, 0.17),
            (a, -0.62, 0.2),
            (a + (14 if a > 0 else -10), y, 0.06),
        ]
        lock(hair, keys, 0.135, tip=0.15, wave=(0.07, i * 1.7))
    for i, a in enumerate((-96, -84, -72, 72, 84, 96)):
        keys = [(a * 0.8, -0.84, 0.08), (a, -0.3, 0.17), (a, 0.12, 0.14), (a * 1.05, 0.36, 0.05)]
        lock(hair, keys, 0.12, tip=0.2, wave=(0.07, i * 1.3))
    for i, back in enumerate(fan(104, 256, 10)):
        keys = [(back, -0.9, 0.06), (back, -0.2, 0.14), (back, 0.3, 0.1), (back, 0.62, 0.03)]
        lock(hair, keys, 0.15, tip=0.2, wave=(0.07, i * 1.9))
    return hair


def undercut(look: Look, skull: Skull) -> Hair:
    """Shaved at the sides, long on top and thrown over."""
    hair = Hair(skull, cap=0.025, hairline=window(CROP), nape=0.34, shine=0.7)
    for k, (a, y) in enumerate(((-26, -0.66), (-8, -0.64), (12, -0.62), (30, -0.56), (44, -0.48))):
        keys = [
            (-46, -0.82 + 0.02 * k, 0.05),
            (-34 + a * 0.4, -0.96, 0.22),
            (a, y - 0.2, 0.26),
            (a + 26, y + 0.1, 0.17),
            (a + 42, y + 0.42, 0.08),
        ]
        lock(hair, keys, 0.14, root=0.5, tip=0.1)
    for i, a in enumerate((110, 140, 170, 200, 230)):
        keys = [(-46, -0.86, 0.06), (a * 0.5, -1.0, 0.18), (a, -0.7, 0.16), (a, -0.42, 0.05)]
        lock(hair, keys, 0.15, strand=i % 2 == 0)
    return hair


def mohawk(look: Look, skull: Skull) -> Hair:
    """One crest from the forehead to the nape."""
    hair = Hair(skull, cap=0.02, hairline=window(CROP), nape=0.34, shine=0.72)
    middle = np.array([0.0, -0.15, -0.08])
    for i, rise in enumerate(np.linspace(38, 196, 13)):
        e = np.radians(rise)
        away = np.array([0.0, -np.sin(e), np.cos(e)])
        root = middle + away * np.array([0.6, 0.82, 0.78])
        lean = np.array([0.05 * (-1) ** i, -0.06, -0.1])
        tip = root + away * (0.52 - 0.012 * i) + lean
        hang(
            hair, np.array([root - away * 0.08, (root + tip) / 2 - lean * 0.3, tip]), 0.15, root=0.9
        )
    return hair


def pigtails(look: Look, skull: Skull) -> Hair:
    """Two tails, high at the sides, and a straight fringe."""
    hair = Hair(skull, hairline=window(CROP), cap=0.07, shine=0.66)
    for s in (1, -1):
        for a, y in ((12, -0.62), (34, -0.5), (56, -0.26), (74, 0.04), (120, 0.2), (150, 0.3)):
            keys = [
                (s * a, y, 0.02),
                (s * (a * 0.6 + 38), y * 0.7 - 0.1, 0.08),
                (s * 96, -0.3, 0.08),
            ]
            lock(hair, keys, 0.13, root=0.5, tip=0.4)
        hair.blobs.append((s * 0.8, -0.3, -0.2, 0.1))
        for k, x in enumerate((0.0, 0.12, 0.24, 0.1)):
            points = np.array(
                [
                    [s * 0.78, -0.32, -0.2],
                    [s * (1.0 + x), -0.3, -0.22],
                    [s * (1.1 + x), 0.2, -0.2],
                    [s * (1.02 + x * 0.6), 0.75 + 0.1 * k, -0.16],
                    [s * (0.92 + x * 0.3), 1.0 + 0.1 * k, -0.12],
                ]
            )
            hang(hair, points, 0.13, root=0.4, stiff=0.15)
    bangs(hair)
    return hair


def half_up(look: Look, skull: Skull) -> Hair:
    """The upper half tied behind, the rest falling."""
    hair = Hair(skull, cap=0.1, hairline=window(CROP), covers_ears=True, shine=0.66)
    curtain(hair, 2.2, start=88, wave=0.05)
    drawn_back(hair, (0, -0.5), lift=0.12)
    knot(hair, (0, -0.56, -1.04), 0.2)
    sides(hair, 1.5, wave=0.06, full=0.8)
    wisps(hair)
    if look.presentation == "woman":
        swept(hair, 12, long=False)
    return hair


def receding(look: Look, skull: Skull) -> Hair:
    """A bald crown with a rim of hair from ear to ear."""
    hair = Hair(skull, cap=0.05, hairline=window(RIM), nape=0.42, shine=2.0)
    for i, back in enumerate(fan(78, 282, 13)):
        top = -0.24 if abs(back - 180) > 80 else -0.36
        keys = [
            (float(back), top, 0.05),
            (back, 0.0, 0.06),
            (back + (5 if i % 2 else -5), 0.4, 0.02),
        ]
        lock(hair, keys, 0.1, root=0.4)
    return hair


def court(look: Look, skull: Skull) -> Hair:
    """The high coiffure of a court: a crown of coils, two loops, a tress before each ear."""
    hair = Hair(skull, hairline=window(CROP), cap=0.1, shine=0.7)
    drawn_back(hair, (30, -0.92), lift=0.13)
    knot(hair, (0, -1.3, -0.36), 0.34)
    for s in (1, -1):
        knot(hair, (s * 0.4, -1.08, -0.42), 0.27)
        points = np.array(
            [
                [s * 0.3, -1.2, -0.3],
                [s * 0.7, -1.5, -0.34],
                [s * 0.92, -1.2, -0.36],
                [s * 0.7, -0.9, -0.34],
            ]
        )
        hang(hair, points, 0.12, root=0.7, tip=0.6)
        keys = [(s * 68, -0.4, 0.05), (s * 80, 0.1, 0.08), (s * 82, 0.8, 0.05), (s * 72, 1.6, 0.1)]
        lock(hair, keys, 0.055, stiff=0.2, strand=False)
    for i, a in enumerate(fan(120, 240, 7)):
        fall = [(a, 0.2, 0.08), (a, 0.8, 0.1), (a, 1.6, 0.06), (a + 4 * (-1) ** i, 2.4, 0.0)]
        lock(hair, fall, 0.17, stiff=0.2)
    return hair
