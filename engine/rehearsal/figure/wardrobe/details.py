"""Collars, lapels, ties and the like: what is laid on the front of a top."""

from collections.abc import Callable

import numpy as np

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush, polygon, smooth
from engine.rehearsal.light import mix

Draw = Callable[[Brush, BodyView], None]
Outline = list[tuple[float, float]]


def _patch(
    brush: Brush, body: BodyView, points: Outline, slot: str, *, mirror: bool = False, sharp: bool = True, weight: float = 0.6
) -> None:
    """A flat piece on the front; with `mirror` on both sides."""
    if body.facing < -0.05:
        return
    color = body.color(slot)
    for side in (-1, 1) if mirror else (1,):
        uv = np.array(points) * [side, 1]
        at = body.on(uv, 0.5)
        if not brush.sees(at):
            continue
        path = polygon(at) if sharp else smooth(at)
        brush.solid(path, color, depth=0.9 * body.build.size, weight=weight)


def _lines(brush: Brush, body: BodyView, lines: list[Outline], weight: float = 0.5, slot: str = "") -> None:
    if body.facing < -0.05 or brush.scale < 2.2:
        return
    base = body.color(slot or body.cut.top)
    ink = mix(brush.light.ink, brush.dark(base), 0.25)
    for line in lines:
        brush.line(body.on(np.array(line)), weight, color=ink, ends=0.3)


def _dots(brush: Brush, body: BodyView, at: Outline, radius: float, slot: str) -> None:
    if body.facing < 0.1 or brush.scale < 2.2:
        return
    a = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    ring = np.column_stack([np.cos(a), np.sin(a)]) * radius
    for u, v in at:
        brush.solid(smooth(body.on(ring + [u, v], 0.6)), body.color(slot), weight=0.4)


def collar(brush: Brush, body: BodyView) -> None:
    slot = body.cut.under if body.cut.open else body.cut.top
    wing: Outline = [(0.4, 8.6), (2.2, 4.6), (4.8, 0.4), (6.4, -3.0), (8.0, -1.2), (7.8, 2.0), (5.4, 9.4)]
    _patch(brush, body, wing, slot, mirror=True)


def placket(brush: Brush, body: BodyView) -> None:
    slot = body.cut.under if body.cut.open else body.cut.top
    top = 8.6 if body.cut.neckline != "high" else 1.0
    _lines(brush, body, [[(1.5, top), (1.5, 30), (1.5, body.cut.hem - 1)]], 0.45, slot)
    _dots(brush, body, [(0, y) for y in np.arange(top + 4, body.cut.hem - 6, 9.0)], 0.65, slot)


def lapels(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    wing: Outline = [(w * 0.95, -2.5), (w + 3.6, -0.5), (w + 6.2, 8.5), (w + 3.6, 9.4), (w + 5.2, 11.5),
                     (w * 0.3, 30), (w * 0.62, 18), (w * 0.9, 8)]  # fmt: skip
    _patch(brush, body, wing, body.cut.top, mirror=True, weight=0.7)


def tie(brush: Brush, body: BodyView) -> None:
    blade: Outline = [(-1.5, 8.4), (1.5, 8.4), (1.0, 11.2), (3.0, 34), (0, 38), (-3.0, 34), (-1.0, 11.2)]
    _patch(brush, body, blade, "accent")
    _patch(brush, body, [(-2.0, 6.4), (2.0, 6.4), (1.2, 10.6), (-1.2, 10.6)], "accent")


def ribbon_tie(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(0, 9), (6.4, 6.4), (6.8, 11.8), (0, 10.6)], "accent", mirror=True)
    _patch(brush, body, [(0.2, 10), (3.4, 18), (1.0, 18.6)], "accent", mirror=True)


def buttons(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    _dots(brush, body, [(w * 0.1 + 1.2, 34), (w * 0.1 + 1.2, 42)], 0.95, "deep")


def pocket(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(8.6, 17.2), (13.2, 16.6), (13.2, 17.6), (8.6, 18.2)], "white", weight=0.4)
    _lines(brush, body, [[(7.5, 46), (11, 45.6), (14.5, 45)], [(-7.5, 46), (-11, 45.6), (-14.5, 45)]], 0.6)


def chest_pocket(brush: Brush, body: BodyView) -> None:
    _lines(brush, body, [[(6.5, 18), (9.5, 18), (12.5, 17.8)], [(6.5, 18), (6.6, 25), (9.5, 26.4)],
                         [(12.5, 17.8), (12.4, 25), (9.5, 26.4)]])  # fmt: skip


def badge(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(-9, 15.5), (-6.6, 16.6), (-7, 20), (-9, 21.4), (-11, 20), (-11.4, 16.6)], "accent")


def epaulettes(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(9, 3.2), (15.5, 5.0), (16, 7.4), (9.2, 5.6)], "accent", mirror=True)


def bow(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(0, 11.4), (5.8, 8.6), (7.4, 12.4), (5.6, 14.2), (0, 12.8)], "accent", mirror=True, sharp=False)
    _patch(brush, body, [(0.2, 12), (2.0, 18), (4.6, 25), (1.6, 25.4)], "accent", mirror=True, sharp=False)


def gather(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = []
    for u in (-8, -5.5, 5.5, 8):
        lines.append([(u, 22), (u * 0.94, 29), (u * 0.86, 36)])
    _lines(brush, body, lines)


def rib(brush: Brush, body: BodyView) -> None:
    _lines(brush, body, [[(-7.4, -1), (-6.0, 3.0), (-3.6, 5.6), (0, 6.4), (3.6, 5.6), (6.0, 3.0), (7.4, -1)]], 0.6)


def welt(brush: Brush, body: BodyView) -> None:
    y = body.cut.hem - 4.5
    _lines(brush, body, [[(-17, y - 0.5), (0, y), (17, y - 0.5)]], 0.6)


def knit(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = []
    for u in (-4.5, 4.5):
        for v in range(12, 52, 5):
            lines.append([(u - 1.4, v), (u, v + 2.4), (u + 1.4, v)])
    _lines(brush, body, lines, 0.42)


def hood(brush: Brush, body: BodyView) -> None:
    roll: Outline = [(0, 10.5), (5.5, 8.0), (9.6, 3.0), (10.4, -3.4), (8.2, -6.5), (7.2, -1.8), (5.8, 2.2), (3.0, 5.4), (0, 6.8)]
    _patch(brush, body, roll, body.cut.top, mirror=True, sharp=False, weight=0.8)


def cords(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(3.0, 8), (3.9, 8), (4.3, 20), (3.2, 20)], "white", mirror=True, weight=0.5)


def pouch(brush: Brush, body: BodyView) -> None:
    _lines(brush, body, [[(-11, 52), (-9.5, 45), (-6.5, 40.5)], [(11, 52), (9.5, 45), (6.5, 40.5)],
                         [(-6.5, 40.5), (0, 40.5), (6.5, 40.5)]], 0.6)  # fmt: skip


def edge(brush: Brush, body: BodyView) -> None:
    _lines(brush, body, [[(-8.4, -1), (-6.4, 4), (-3.0, 10), (0, 14.6), (3.0, 10), (6.4, 4), (8.4, -1)]], 0.6)


def split(brush: Brush, body: BodyView) -> None:
    _lines(brush, body, [[(0.8, 31), (0.8, 48), (1.2, body.cut.hem)]], 0.8)


def stethoscope(brush: Brush, body: BodyView) -> None:
    if body.facing < 0:
        return
    for side in (-1, 1):
        tube = np.array([[7.4, -3], [8.4, 6], [8.0, 16], [6.5, 24]]) * [side, 1]
        brush.line(body.on(tube, 1.0), 2.0, color=brush.light.lit((52, 56, 66)), ends=0.9)
    _dots(brush, body, [(6.5, 26)], 1.9, "#b9c2cc")


def stand(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    wing: Outline = [(w * 0.9, 7), (w * 0.95, 1), (w * 0.9, -4), (w + 3.4, -2.6), (w + 4.2, 2.5), (w + 2.2, 8.5)]
    _patch(brush, body, wing, body.cut.top, mirror=True)


def zip_(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    for side in (-1, 1):
        _lines(brush, body, [[(side * w * 0.95, 5), (side * w * 0.86, 14), (side * w * 0.3, 30), (side * w * 0.62, 55)]], 0.9)


def crest(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(8.5, 15), (12.5, 15), (12.2, 19), (10.5, 20.6), (8.8, 19)], "accent", weight=0.4)


def crossed(brush: Brush, body: BodyView) -> None:
    """Two bands of a crossed collar, the wearer's left one on top."""
    under: Outline = [(-9.0, -2), (-6.4, -2), (-3.5, 6), (2.5, 15), (6, 21), (3.5, 23), (-1.5, 15.5), (-6.6, 6)]
    over: Outline = [(9.0, -2), (6.4, -2), (3.5, 5.5), (-2.5, 14), (-10, 26), (-13, 32), (-10, 33), (-5.5, 25.5), (1.8, 15), (6.8, 6)]
    _patch(brush, body, under, "second")
    _patch(brush, body, over, "second")


def sash(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(-3.5, 37), (-1.2, 37), (-1.6, 66), (-4.6, 64)], body.cut.belt, weight=0.6)
    _patch(brush, body, [(-2.2, 37), (0.2, 37), (1.8, 58), (-1.0, 59)], body.cut.belt, weight=0.6)


def drape(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = [[(-12, 18), (-5, 22), (0, 19)], [(12, 18), (5, 22), (0, 19)],
                            [(-12, 24), (-3, 29), (4, 33)], [(12, 24), (6, 28), (-2, 34)]]  # fmt: skip
    _lines(brush, body, lines, 0.6)


def apron(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(-8, 14), (8, 14), (9, 30), (13, 36), (15, 58), (-15, 58), (-13, 36), (-9, 30)], "accent")
    _lines(brush, body, [[(-8, 14), (-7.6, 6), (-6.6, -1)], [(8, 14), (7.6, 6), (6.6, -1)]], 1.4, "accent")


def torn(brush: Brush, body: BodyView) -> None:
    _lines(brush, body, [[(-12, 30), (-8, 33), (-10, 37)], [(6, 22), (9, 26), (7.5, 31)], [(2, 46), (5, 50), (3, 55)]], 0.8)


def patch(brush: Brush, body: BodyView) -> None:
    _patch(brush, body, [(-9, 40), (-3, 39), (-2.4, 46), (-8.6, 47)], "second", weight=0.6)


DETAILS: dict[str, Draw] = {
    "apron": apron, "badge": badge, "bow": bow, "buttons": buttons, "chest_pocket": chest_pocket, "collar": collar,
    "cords": cords, "crest": crest, "crossed": crossed, "drape": drape, "edge": edge, "epaulettes": epaulettes,
    "gather": gather, "hood": hood, "knit": knit, "lapels": lapels, "patch": patch, "placket": placket,
    "pocket": pocket, "pouch": pouch, "rib": rib, "ribbon": ribbon_tie, "sash": sash, "split": split, "stand": stand,
    "stethoscope": stethoscope, "tie": tie, "torn": torn, "welt": welt, "zip": zip_,
}  # fmt: skip
