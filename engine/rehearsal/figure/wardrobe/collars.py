"""Collars, lapels, ties and hoods: what stands round the neck of a top."""

import numpy as np

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.wardrobe.laying import Outline, dots_on, lines_on, patch_on


def collar(brush: Brush, body: BodyView) -> None:
    slot = body.cut.under if body.cut.open else body.cut.top
    kind = body.cut.under_neck if body.cut.open else body.cut.neckline
    low = 3.4 if kind == "shirt" else 0.0  # an open neck
    wing: Outline = [
        (0.3, 5.4 + low),
        (2.4, 2.8 + low * 0.6),
        (4.8, -0.6),
        (6.4, -3.4),
        (8.0, -1.4),
        (7.4, 2.8),
        (4.4, 9.6 + low * 0.4),
    ]
    patch_on(brush, body, wing, slot, mirror=True)


def placket(brush: Brush, body: BodyView) -> None:
    slot = body.cut.under if body.cut.open else body.cut.top
    top = 8.6 if body.cut.neckline != "high" else 1.0
    lines_on(brush, body, [[(1.5, top), (1.5, 30), (1.5, body.cut.hem - 1)]], 0.45, slot)
    dots_on(brush, body, [(0, y) for y in np.arange(top + 4, body.cut.hem - 6, 9.0)], 0.65, slot)


def lapels(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    wing: Outline = [
        (w * 0.95, -2.5),
        (w + 3.6, -0.5),
        (w + 6.2, 8.5),
        (w + 3.6, 9.4),
        (w + 5.2, 11.5),
        (w * 0.3, 30),
        (w * 0.62, 18),
        (w * 0.9, 8),
    ]
    patch_on(brush, body, wing, body.cut.top, mirror=True, weight=0.7)


def tie(brush: Brush, body: BodyView) -> None:
    blade: Outline = [(-1.1, 8.6), (1.1, 8.6), (2.9, 33), (0, 37.5), (-2.9, 33)]
    patch_on(brush, body, blade, "accent")
    patch_on(brush, body, [(-2.1, 4.0), (2.1, 4.0), (1.3, 9.0), (-1.3, 9.0)], "accent")


def ribbon_tie(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(0, 9), (6.4, 6.4), (6.8, 11.8), (0, 10.6)], "accent", mirror=True)
    patch_on(brush, body, [(0.2, 10), (3.4, 18), (1.0, 18.6)], "accent", mirror=True)


def bow(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush,
        body,
        [(0, 11.4), (5.8, 8.6), (7.4, 12.4), (5.6, 14.2), (0, 12.8)],
        "accent",
        mirror=True,
        sharp=False,
    )
    patch_on(
        brush,
        body,
        [(0.2, 12), (2.0, 18), (4.6, 25), (1.6, 25.4)],
        "accent",
        mirror=True,
        sharp=False,
    )


def rib(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush,
        body,
        [[(-7.4, -1), (-6.0, 3.0), (-3.6, 5.6), (0, 6.4), (3.6, 5.6), (6.0, 3.0), (7.4, -1)]],
        0.6,
    )


def hood(brush: Brush, body: BodyView) -> None:
    roll: Outline = [
        (0, 10.5),
        (5.5, 8.0),
        (9.6, 3.0),
        (10.4, -3.4),
        (8.2, -6.5),
        (7.2, -1.8),
        (5.8, 2.2),
        (3.0, 5.4),
        (0, 6.8),
    ]
    patch_on(brush, body, roll, body.cut.top, mirror=True, sharp=False, weight=0.8)


def cords(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush, body, [(3.0, 8), (3.9, 8), (4.3, 20), (3.2, 20)], "white", mirror=True, weight=0.5
    )


def edge(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush,
        body,
        [[(-8.4, -1), (-6.4, 4), (-3.0, 10), (0, 14.6), (3.0, 10), (6.4, 4), (8.4, -1)]],
        0.6,
    )


def stand(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    wing: Outline = [
        (w * 0.9, 7),
        (w * 0.95, 1),
        (w * 0.9, -4),
        (w + 3.4, -2.6),
        (w + 4.2, 2.5),
        (w + 2.2, 8.5),
    ]
    patch_on(brush, body, wing, body.cut.top, mirror=True)


def zip_(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    for side in (-1, 1):
        lines_on(
            brush,
            body,
            [
                [
                    (side * w * 0.95, 5),
                    (side * w * 0.86, 14),
                    (side * w * 0.3, 30),
                    (side * w * 0.62, 55),
                ]
            ],
            0.9,
        )


def crossed(brush: Brush, body: BodyView) -> None:
    """Two bands of a crossed collar, the wearer's left one on top."""
    under: Outline = [
        (-9.0, -2),
        (-6.4, -2),
        (-3.5, 6),
        (2.5, 15),
        (6, 21),
        (3.5, 23),
        (-1.5, 15.5),
        (-6.6, 6),
    ]
    over: Outline = [
        (9.0, -2),
        (6.4, -2),
        (3.5, 5.5),
        (-2.5, 14),
        (-10, 26),
        (-13, 32),
        (-10, 33),
        (-5.5, 25.5),
        (1.8, 15),
        (6.8, 6),
    ]
    patch_on(brush, body, under, "second")
    patch_on(brush, body, over, "second")
