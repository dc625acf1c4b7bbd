"""Hair that is put up: ponytail, bun, braid, updo, topknot."""

import numpy as np

from engine.contracts import Look
from engine.rehearsal.figure.hair.fringes import drawn_back, swept, wisps
from engine.rehearsal.figure.hair.short import CROP
from engine.rehearsal.figure.hair.strands import Hair, hang, lock, window
from engine.rehearsal.figure.skull import Skull


def ponytail(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, hairline=window(CROP), cap=0.07, shine=0.66)
    drawn_back(hair, (0, -0.5))
    for i, (x, end) in enumerate(
        ((-0.16, 1.35), (-0.06, 1.6), (0.05, 1.7), (0.14, 1.45), (0.0, 1.2))
    ):
        points = np.array(
            [
                [0, -0.56, -0.9],
                [x, -0.62, -1.16],
                [x * 1.6, -0.2, -1.36],
                [x * 1.8, 0.5, -1.3],
                [x * 1.4, end * 0.8, -1.16],
                [x * 0.6, end, -1.02],
            ]
        )
        hang(hair, points, 0.17, root=0.5, stiff=0.1, strand=i != 2)
    hair.blobs.append((0, -0.55, -1.0, 0.12))
    if look.presentation != "man":
        swept(hair, -16, long=False)
        wisps(hair)
    return hair


def knot(hair: Hair, center: tuple[float, float, float], radius: float) -> None:
    """A coil with locks wound over it."""
    x, y, z = center
    hair.blobs.append((x, y, z, radius))
    for k in range(4):
        a = k * 1.5 + 0.4
        c, s = np.cos(a) * radius, np.sin(a) * radius
        points = np.array(
            [
                [x - c, y - s, z - 0.05],
                [x - c * 0.2 + s * 0.6, y - s * 0.2 - c * 0.5, z + radius * 0.5],
                [x + c, y + s, z + 0.02],
            ]
        )
        hang(hair, points, radius * 0.4, root=0.3, tip=0.2)


def bun(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, hairline=window(CROP), cap=0.07, shine=0.66)
    drawn_back(hair, (0, -0.25))
    knot(hair, (0, -0.42, -1.14), 0.34)
    wisps(hair)
    if look.presentation == "woman":
        swept(hair, 18, long=False)
    return hair


def updo(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, hairline=window(CROP), cap=0.12, shine=0.68)
    drawn_back(hair, (0, -0.75), lift=0.14)
    knot(hair, (0, -0.95, -0.72), 0.36)
    knot(hair, (-0.26, -0.78, -0.86), 0.26)
    knot(hair, (0.26, -0.78, -0.86), 0.26)
    wisps(hair, 0.85)
    swept(hair, -24, long=False)
    return hair


def topknot(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, hairline=window(CROP), cap=0.07, shine=0.62)
    drawn_back(hair, (60, -0.98))
    knot(hair, (0, -1.24, -0.24), 0.24)
    for s in (1, -1):
        keys = [
            (s * 66, -0.5, 0.04),
            (s * 76, -0.1, 0.08),
            (s * 80, 0.4, 0.03),
            (s * 74, 1.2, 0.05),
        ]
        lock(hair, keys, 0.05, stiff=0.2, strand=False)
    return hair


def braid(look: Look, skull: Skull) -> Hair:
    """A plait laid forward over one shoulder."""
    hair = Hair(skull, hairline=window(CROP), cap=0.08, shine=0.64)
    drawn_back(hair, (20, 0.25))
    swept(hair, 16, long=False)
    wisps(hair)
    path = np.array(
        [
            [0.2, 0.35, -0.78],
            [0.62, 0.75, -0.45],
            [0.84, 1.2, 0.25],
            [0.78, 1.9, 0.75],
            [0.7, 2.9, 0.85],
        ]
    )
    t = np.linspace(0, 1, 12)
    at = np.stack([np.interp(t, np.linspace(0, 1, len(path)), path[:, k]) for k in range(3)], 1)
    for i in range(len(at) - 1):
        side = 0.13 if i % 2 else -0.13
        a, b = at[i], at[i + 1]
        points = np.array(
            [
                a + np.array([side, -0.06, 0.02]),
                a * 0.4 + b * 0.6 + [side * 0.9, 0, 0.04],
                b + np.array([-side * 0.5, 0.1, 0.02]),
            ]
        )
        hang(hair, points, 0.15 - 0.004 * i, root=0.4, tip=0.15, stiff=1 - i * 0.07)
    end = at[-1]
    for x in (-0.08, 0.0, 0.09):
        hang(
            hair,
            np.array([end, end + np.array([x, 0.2, 0]), end + np.array([x * 1.4, 0.45, 0])]),
            0.09,
            stiff=0.1,
            strand=False,
        )
    return hair
