"""Embroidery, armour and closures of other times and places, laid on the front of tops."""

import numpy as np

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.wardrobe.laying import Outline, dots_on, lines_on, patch_on

GOLD = "#d9ab4e"


def frogs(brush: Brush, body: BodyView) -> None:
    """The slanting closure of a qipao and its knots."""
    edge: Outline = [(0.4, 2), (3.5, 5), (8, 8), (12.6, 12), (13, 20)]
    lines_on(brush, body, [edge], 1.4, "accent")
    for u, v in ((1.4, 3.6), (6, 7), (11, 11)):
        patch_on(
            brush,
            body,
            [(u - 1.6, v - 0.4), (u + 1.6, v - 0.6), (u + 1.6, v + 0.5), (u - 1.6, v + 0.7)],
            "accent",
            sharp=False,
            weight=0.4,
        )
    lines_on(brush, body, [[(-5.6, -2.2), (0, 0.2), (5.6, -2.2)]], 1.2, "accent")


def blossoms(brush: Brush, body: BodyView) -> None:
    for u, v in ((-6, 20), (5, 28), (-9, 33), (8, 44), (-4, 50), (-11, 46)):
        for k in range(5):
            a = k * 1.257
            patch_on(
                brush,
                body,
                [
                    (u + 1.3 * np.cos(a + d) * r, v + 1.3 * np.sin(a + d) * r)
                    for d, r in ((0, 0.2), (0.5, 1.2), (0, 1.5), (-0.5, 1.2))
                ],
                "accent",
                sharp=False,
                weight=0,
            )


def sari_pleats(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = [[(u, 46), (u * 0.8, 56), (u * 0.9, 64)] for u in (-3, -1, 1, 3)]
    lines_on(brush, body, lines, 0.6, "color")


def placket_short(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush, body, [[(1.4, 0), (1.4, 12), (1.4, 22)], [(-1.4, 0), (-1.4, 12), (-1.4, 22)]], 0.5
    )
    dots_on(brush, body, [(0, 4), (0, 9), (0, 14)], 0.6, "accent")


def neck_trim(brush: Brush, body: BodyView) -> None:
    ring: Outline = [
        (-6.6, -3),
        (-4.4, 0.8),
        (0, 2.6),
        (4.4, 0.8),
        (6.6, -3),
        (8.0, -2),
        (5.6, 2.6),
        (0, 5.0),
        (-5.6, 2.6),
        (-8.0, -2),
    ]
    patch_on(brush, body, ring, "accent", sharp=False, weight=0.5)


def obi(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(-12, 34), (0, 34.4), (12, 34)]], 1.4, "second")


def rib_low(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(-9, 5), (-5, 11), (0, 13), (5, 11), (9, 5)]], 0.6)


def dragon(brush: Brush, body: BodyView) -> None:
    """A round of gold with a coiled beast."""
    a = np.linspace(0, 2 * np.pi, 18, endpoint=False)
    ring: Outline = [(8.6 * np.cos(t), 21 + 8.6 * np.sin(t)) for t in a]
    inner: Outline = [(7.4 * np.cos(t), 21 + 7.4 * np.sin(t)) for t in a]
    patch_on(brush, body, ring, GOLD, sharp=False, weight=0.6)
    patch_on(brush, body, inner, "second", sharp=False, weight=0)
    t = np.linspace(0, 1, 15)
    turn, far = 1.1 + t * 9.5, 6.0 - 5.0 * t
    coil: Outline = [(f * np.cos(k), 21 + f * np.sin(k)) for k, f in zip(turn, far, strict=True)]
    lines_on(brush, body, [coil], 3.2, GOLD, own=True)
    rays: list[Outline] = [
        [
            (f * np.cos(k), 21 + f * np.sin(k)),
            ((f + 1) * np.cos(k + 0.1), 21 + (f + 1) * np.sin(k + 0.1)),
            ((f + 1.6) * np.cos(k + 0.3), 21 + (f + 1.6) * np.sin(k + 0.3)),
        ]
        for k, f in zip(turn[::2], far[::2], strict=True)
    ]
    lines_on(brush, body, rays, 1.4, GOLD, own=True)


def sleeve_trim(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(-13, 12), (-14, 24), (-15, 36)], [(13, 12), (14, 24), (15, 36)]], 0.6)


def jade(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(6, 39), (6.4, 46), (6.4, 52)]], 0.9, "accent", own=True)
    dots_on(brush, body, [(6.4, 54)], 2.0, "#8fc7a4")
    lines_on(brush, body, [[(6.4, 56), (6.2, 60), (6.6, 63)]], 1.2, "accent", own=True)


def waves(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = [[(u - 2, 42), (u, 40.4), (u + 2, 42)] for u in range(-12, 13, 4)]
    lines_on(brush, body, lines, 0.7, GOLD, own=True)


def square_badge(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(-7, 14), (7, 14), (7, 28), (-7, 28)], GOLD, weight=0.6)
    patch_on(
        brush, body, [(-5.8, 15.2), (5.8, 15.2), (5.8, 26.8), (-5.8, 26.8)], "second", weight=0
    )
    bird: Outline = [(-4, 24), (-1, 18), (1, 20.5), (4, 16.5), (3, 21.5), (4.4, 25)]
    patch_on(brush, body, bird, GOLD, sharp=False, weight=0)


def lames(brush: Brush, body: BodyView) -> None:
    """Rows of laced plates."""
    half = body.shell.half(20 * body.build.size) / body.build.size
    lines: list[Outline] = []
    for row, v in enumerate(range(7, 44, 5)):
        lines.append([(-half, v - 1), (0, v), (half, v - 1)])
        shift = 1.6 if row % 2 else 0
        for u in np.arange(-half + 1 + shift, half, 3.2):
            lines.append([(u, v - 0.4), (u + 0.1, v + 2.2), (u, v + 4.4)])
    lines_on(brush, body, lines, 0.5)


def mirror(brush: Brush, body: BodyView) -> None:
    a = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    for s in (-1, 1):
        disc: Outline = [(s * 7 + 4.6 * np.cos(t), 18 + 4.6 * np.sin(t)) for t in a]
        patch_on(brush, body, disc, "#c3ccd6", sharp=False)
        gleam: Outline = [(s * 7 - 2, 15.4), (s * 7 + 0.4, 14.6), (s * 7 - 2.4, 18)]
        patch_on(brush, body, gleam, "white", sharp=False, weight=0)


def plate(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush,
        body,
        [
            [(0, 4), (0, 18), (0, 34)],
            [(-12, 14), (-5, 24), (0, 26)],
            [(12, 14), (5, 24), (0, 26)],
            [(-11, 30), (0, 34), (11, 30)],
        ],
        0.7,
    )


def tabard(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(-8, 8), (8, 8), (10, 46), (9, 62), (-9, 62), (-10, 46)], "color")
    patch_on(brush, body, [(-1.2, 14), (1.2, 14), (1.2, 32), (-1.2, 32)], "accent", weight=0.4)
    patch_on(brush, body, [(-5, 19), (5, 19), (5, 21.6), (-5, 21.6)], "accent", weight=0.4)


def ruffles(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = [
        [(u, 10 + abs(u)), (u * 1.02, 20), (u * 0.8, 34)] for u in (-9, -6, -3, 3, 6, 9)
    ]
    lines_on(brush, body, lines, 0.5)


def cravat(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(-4.6, -2.6), (4.6, -2.6), (4.2, 2), (-4.2, 2)], "white")
    patch_on(
        brush, body, [(-2.4, 1), (2.4, 1), (4.2, 12), (0, 14), (-3.8, 11)], "white", sharp=False
    )


def vest_buttons(brush: Brush, body: BodyView) -> None:
    dots_on(brush, body, [(0, y) for y in (18, 23, 28)], 0.7, GOLD)


def medallion(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush, body, [[(-9, 3), (-5, 14), (0, 19)], [(9, 3), (5, 14), (0, 19)]], 1.4, GOLD, own=True
    )
    dots_on(brush, body, [(0, 21)], 2.8, GOLD)
    dots_on(brush, body, [(0, 21)], 1.4, "#a02838")
