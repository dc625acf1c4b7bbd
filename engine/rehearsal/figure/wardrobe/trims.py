"""What is sewn on, buttoned and embroidered: pieces laid on the front of tops and skirts."""

import numpy as np

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.wardrobe.laying import Outline, dots_on, lines_on, patch_on

GOLD = "#d9ab4e"


def bow_tie(brush: Brush, body: BodyView) -> None:
    wing: Outline = [(0.6, 6.0), (5.0, 3.8), (5.4, 8.4), (0.6, 7.0)]
    patch_on(brush, body, wing, "black", mirror=True)
    patch_on(brush, body, [(-1, 5.6), (1, 5.6), (1, 7.4), (-1, 7.4)], "black")


def vest_edge(brush: Brush, body: BodyView) -> None:
    w, hem = body.cut.open, body.cut.hem
    edge: Outline = [(w * 0.95, 4), (w * 0.85, 14), (w * 0.25, 29), (1.2, hem), (3.4, hem + 3.4)]
    lines_on(brush, body, [edge, [(-x, y) for x, y in edge]], 0.7)


def satin_lapels(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    wing: Outline = [
        (w * 0.95, -2.5),
        (w + 3.0, -0.5),
        (w + 4.6, 9.0),
        (w + 2.6, 20),
        (w * 0.3, 33),
        (w * 0.62, 18),
        (w * 0.9, 8),
    ]
    patch_on(brush, body, wing, "#1a181f", mirror=True, weight=0.7)


def chest_pockets(brush: Brush, body: BodyView) -> None:
    flap: Outline = [(5.6, 17), (12.0, 16.6), (12.0, 19.2), (8.8, 20.4), (5.6, 19.4)]
    patch_on(brush, body, flap, body.cut.top, mirror=True, weight=0.5)
    box: list[Outline] = [
        [(s * 5.8, 19.4), (s * 5.9, 26), (s * 11.8, 26), (s * 12, 19.2)] for s in (-1, 1)
    ]
    lines_on(brush, body, box, 0.45)
    dots_on(brush, body, [(-8.8, 19), (8.8, 19)], 0.55, GOLD)


def big_pockets(brush: Brush, body: BodyView) -> None:
    box: Outline = [(5.4, 42), (13.4, 42), (13.6, 53), (5.6, 53)]
    patch_on(brush, body, box, body.cut.top, mirror=True, weight=0.5)
    lines_on(
        brush, body, [[(5.4, 45), (9.4, 46), (13.4, 45)], [(-5.4, 45), (-9.4, 46), (-13.4, 45)]]
    )


def buckle(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(-2.2, 34.6), (2.2, 34.6), (2.2, 38.2), (-2.2, 38.2)], GOLD, weight=0.5)


def radio(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(8, 5), (11.4, 5.4), (11, 12), (8, 11.8)], "black", weight=0.5)
    lines_on(brush, body, [[(10.6, 5.4), (11, 1), (11.2, -2)]], 0.9)


def watch_pin(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(-8, 15), (-8, 17), (-8, 19)]], 0.8)
    dots_on(brush, body, [(-8, 20.4)], 1.4, "white")


def camouflage(brush: Brush, body: BodyView) -> None:
    for k in range(16):
        u, v = ((k * 0.618) % 1 - 0.5) * 30, 6 + ((k * 0.414) % 1) * 48
        w, h = 2.2 + 1.6 * ((k * 0.77) % 1), 1.5 + 0.9 * ((k * 0.31) % 1)
        blot: Outline = [
            (u - w, v),
            (u - w * 0.3, v - h),
            (u + w, v - h * 0.3),
            (u + w * 0.5, v + h),
        ]
        patch_on(brush, body, blot, "second" if k % 2 else "accent", sharp=False, weight=0)


def neckerchief(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(0, 1.5), (6.2, -3), (7, 0.5), (0, 6)], "accent", mirror=True)
    patch_on(brush, body, [(-0.6, 4), (3.6, 10.5), (0.2, 9.2), (-3.2, 10.2)], "accent")


def double_breasted(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(6.5, 3), (7.2, 20), (6.5, 40), (6.2, 58)]], 0.6)
    for x in (-5.2, 4.4):
        dots_on(brush, body, [(x, y) for y in (12, 20, 28, 36)], 0.85, "black")


def collar_white(brush: Brush, body: BodyView) -> None:
    wing: Outline = [(0.3, 5.6), (3.0, 2.0), (6.4, -3.0), (8.6, -0.8), (8.2, 3.6), (4.8, 8.8)]
    patch_on(brush, body, wing, "white", mirror=True, sharp=False)


def bib(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(-7, 15), (7, 15), (8, 36), (-8, 36)], "white")
    ruffle: Outline = [(7, 15), (9.5, 6), (11, -1), (13, 0.5), (11.4, 9), (9.6, 22), (8.4, 34)]
    patch_on(brush, body, ruffle, "white", mirror=True, sharp=False)


def jabot(brush: Brush, body: BodyView) -> None:
    for k, (y, w) in enumerate(((4, 2.6), (8.5, 3.8), (13, 4.6))):
        fall: Outline = [
            (-1.6, y - 3),
            (1.6, y - 3),
            (w, y + 4),
            (w * 0.3, y + 3),
            (-w * 0.4, y + 4.4),
            (-w, y + 3.2),
        ]
        patch_on(brush, body, fall, "white", sharp=False, weight=0.5 - 0.05 * k)


def robe_folds(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = [
        [(u, 6), (u * 1.1, 24), (u * 1.3, 44), (u * 1.5, 62)] for u in (-11, -7, 7, 11)
    ]
    lines_on(brush, body, lines, 0.55)


def clerical(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(-2, -1.4), (2, -1.4), (1.8, 1.2), (-1.8, 1.2)], "white", weight=0.4)


def small_buttons(brush: Brush, body: BodyView) -> None:
    dots_on(brush, body, [(0, y) for y in np.arange(5, 36, 3.6)], 0.5, "second")


def cross(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(-6, -1), (-2.5, 12), (0, 20)], [(6, -1), (2.5, 12), (0, 20)]], 0.5)
    patch_on(brush, body, [(-0.7, 19), (0.7, 19), (0.7, 28), (-0.7, 28)], GOLD, weight=0.4)
    patch_on(brush, body, [(-2.6, 21.6), (2.6, 21.6), (2.6, 23), (-2.6, 23)], GOLD, weight=0.4)


def bib_overalls(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush, body, [(-7.6, 15), (7.6, 15), (10, 36), (15, 50), (-15, 50), (-10, 36)], "color"
    )
    strap: Outline = [(5.6, 15.4), (7.8, 15.4), (9.4, -1), (7.0, -1)]
    patch_on(brush, body, strap, "color", mirror=True)
    patch_on(brush, body, [(-4, 20), (4, 20), (4, 28), (-4, 28)], "color", weight=0.5)
    dots_on(brush, body, [(-6.6, 17), (6.6, 17)], 0.9, GOLD)


def front_zip(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(0, -1), (0, 28), (0, body.cut.hem)]], 0.8)
    patch_on(brush, body, [(-0.6, 6), (0.6, 6), (0.5, 9), (-0.5, 9)], "white", weight=0.4)


def track_stripes(brush: Brush, body: BodyView) -> None:
    for k in (0, 2.2):
        band: Outline = [(9 + k, 2.4), (10.2 + k, 2.8), (13.5 + k, 12), (12.3 + k, 12)]
        patch_on(brush, body, band, "white", mirror=True, weight=0)


def stripes(brush: Brush, body: BodyView) -> None:
    half = body.shell.half(30 * body.build.size) / body.build.size
    for u in np.arange(-0.86, 0.9, 0.19) * half:
        top = 6 if abs(u) > 6 else 16
        band: Outline = [(u - 0.55, top), (u + 0.55, top), (u + 0.6, 61), (u - 0.6, 61)]
        patch_on(brush, body, band, "second", weight=0)


def biker(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    wing: Outline = [(w, 1), (w + 4, -2), (w + 7, 9), (w + 4, 12), (w + 1.5, 18), (w * 0.8, 12)]
    patch_on(brush, body, wing, body.cut.top, mirror=True, weight=0.8)
    lines_on(brush, body, [[(w + 3, 26), (w + 6, 24), (w + 9, 23)]], 0.9)


def studs(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    dots_on(brush, body, [(s * (w + 5), y) for s in (-1, 1) for y in (5, 8)], 0.6, "#c9ced6")


def stand_soft(brush: Brush, body: BodyView) -> None:
    w, hem = body.cut.open, body.cut.hem
    band: Outline = [
        (w, -3),
        (w + 2.6, -2),
        (w + 2.2, 14),
        (w * 0.6 + 2, 34),
        (w * 0.7 + 2.4, hem),
        (w * 0.6, hem),
        (w * 0.3, 34),
        (w * 0.86, 14),
    ]
    patch_on(brush, body, band, body.cut.top, mirror=True, weight=0.5)


def corset(brush: Brush, body: BodyView) -> None:
    half = body.shell.half(34 * body.build.size) / body.build.size
    patch_on(
        brush,
        body,
        [(-half, 22), (0, 19), (half, 22), (half * 0.94, 40), (0, 44), (-half * 0.94, 40)],
        "second",
    )
    lines: list[Outline] = [[(-1.6, y), (0, y + 1.3), (1.6, y + 2.6)] for y in range(22, 40, 4)]
    lines += [[(1.6, y), (0, y + 1.3), (-1.6, y + 2.6)] for y in range(22, 40, 4)]
    lines += [[(u, 22), (u * 0.85, 31), (u * 0.95, 41)] for u in (-7, -4, 4, 7)]
    lines_on(brush, body, lines, 0.6, "accent")


def choker(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush, body, [(-5.2, -3.6), (5.2, -3.6), (4.8, -1.4), (0, -0.2), (-4.8, -1.4)], "black"
    )
    dots_on(brush, body, [(0, 0.6)], 0.9, "accent")
