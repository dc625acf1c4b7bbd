"""Pockets, badges, belts and the like, and the dict of everything laid on a top."""

from collections.abc import Callable

import numpy as np

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.wardrobe import collars, regalia, trims
from engine.rehearsal.figure.wardrobe.laying import Outline, dots_on, lines_on, patch_on

Draw = Callable[[Brush, BodyView], None]


def buttons(brush: Brush, body: BodyView) -> None:
    w = body.cut.open
    dots_on(brush, body, [(w * 0.1 + 1.2, 34), (w * 0.1 + 1.2, 42)], 0.95, "deep")


def lace_hem(brush: Brush, body: BodyView) -> None:
    """Scallops along a neckline."""
    scallops = [(-10.5 + 3 * k, 8.4 - 0.05 * (k - 3.5) ** 2 * 2) for k in range(8)]
    dots_on(brush, body, scallops, 0.9, "second")


def pocket(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush, body, [(8.6, 17.2), (13.2, 16.6), (13.2, 17.6), (8.6, 18.2)], "white", weight=0.4
    )
    lines_on(
        brush,
        body,
        [[(7.5, 46), (11, 45.6), (14.5, 45)], [(-7.5, 46), (-11, 45.6), (-14.5, 45)]],
        0.6,
    )


def chest_pocket(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush,
        body,
        [
            [(6.5, 18), (9.5, 18), (12.5, 17.8)],
            [(6.5, 18), (6.6, 25), (9.5, 26.4)],
            [(12.5, 17.8), (12.4, 25), (9.5, 26.4)],
        ],
    )


def badge(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush,
        body,
        [(-9, 15.5), (-6.6, 16.6), (-7, 20), (-9, 21.4), (-11, 20), (-11.4, 16.6)],
        "accent",
    )


def epaulettes(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(9, 3.2), (15.5, 5.0), (16, 7.4), (9.2, 5.6)], "accent", mirror=True)


def gather(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = []
    for u in (-8, -5.5, 5.5, 8):
        lines.append([(u, 22), (u * 0.94, 29), (u * 0.86, 36)])
    lines_on(brush, body, lines)


def welt(brush: Brush, body: BodyView) -> None:
    y = body.cut.hem - 4.5
    lines_on(brush, body, [[(-17, y - 0.5), (0, y), (17, y - 0.5)]], 0.6)


def knit(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = []
    for u in (-4.5, 4.5):
        for v in range(12, 52, 5):
            lines.append([(u - 1.4, v), (u, v + 2.4), (u + 1.4, v)])
    lines_on(brush, body, lines, 0.42)


def pouch(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush,
        body,
        [
            [(-11, 52), (-9.5, 45), (-6.5, 40.5)],
            [(11, 52), (9.5, 45), (6.5, 40.5)],
            [(-6.5, 40.5), (0, 40.5), (6.5, 40.5)],
        ],
        0.6,
    )


def split(brush: Brush, body: BodyView) -> None:
    lines_on(brush, body, [[(0.8, 31), (0.8, 48), (1.2, body.cut.hem)]], 0.8)


def stethoscope(brush: Brush, body: BodyView) -> None:
    if body.facing < 0:
        return
    for side in (-1, 1):
        tube = np.array([[7.4, -3], [8.4, 6], [8.0, 16], [6.5, 24]]) * [side, 1]
        brush.line(body.on(tube, 1.0), 2.0, color=brush.lit((52, 56, 66)), ends=0.9)
    dots_on(brush, body, [(6.5, 26)], 1.9, "#b9c2cc")


def crest(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush,
        body,
        [(8.5, 15), (12.5, 15), (12.2, 19), (10.5, 20.6), (8.8, 19)],
        "accent",
        weight=0.4,
    )


def sash(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush, body, [(-3.5, 37), (-1.2, 37), (-1.6, 66), (-4.6, 64)], body.cut.belt, weight=0.6
    )
    patch_on(brush, body, [(-2.2, 37), (0.2, 37), (1.8, 58), (-1.0, 59)], body.cut.belt, weight=0.6)


def drape(brush: Brush, body: BodyView) -> None:
    lines: list[Outline] = [
        [(-12, 18), (-5, 22), (0, 19)],
        [(12, 18), (5, 22), (0, 19)],
        [(-12, 24), (-3, 29), (4, 33)],
        [(12, 24), (6, 28), (-2, 34)],
    ]
    lines_on(brush, body, lines, 0.6)


def apron(brush: Brush, body: BodyView) -> None:
    patch_on(
        brush,
        body,
        [(-8, 14), (8, 14), (9, 30), (13, 36), (15, 58), (-15, 58), (-13, 36), (-9, 30)],
        "accent",
    )
    lines_on(
        brush,
        body,
        [[(-8, 14), (-7.6, 6), (-6.6, -1)], [(8, 14), (7.6, 6), (6.6, -1)]],
        1.4,
        "accent",
    )


def torn(brush: Brush, body: BodyView) -> None:
    lines_on(
        brush,
        body,
        [
            [(-12, 30), (-8, 33), (-10, 37)],
            [(6, 22), (9, 26), (7.5, 31)],
            [(2, 46), (5, 50), (3, 55)],
        ],
        0.8,
    )


def patch(brush: Brush, body: BodyView) -> None:
    patch_on(brush, body, [(-9, 40), (-3, 39), (-2.4, 46), (-8.6, 47)], "second", weight=0.6)


DETAILS: dict[str, Draw] = {
    "apron": apron,
    "badge": badge,
    "bow": collars.bow,
    "buttons": buttons,
    "chest_pocket": chest_pocket,
    "collar": collars.collar,
    "cords": collars.cords,
    "crest": crest,
    "crossed": collars.crossed,
    "drape": drape,
    "edge": collars.edge,
    "epaulettes": epaulettes,
    "gather": gather,
    "hood": collars.hood,
    "knit": knit,
    "lapels": collars.lapels,
    "patch": patch,
    "placket": collars.placket,
    "pocket": pocket,
    "pouch": pouch,
    "rib": collars.rib,
    "ribbon": collars.ribbon_tie,
    "sash": sash,
    "split": split,
    "stand": collars.stand,
    "stethoscope": stethoscope,
    "tie": collars.tie,
    "torn": torn,
    "welt": welt,
    "zip": collars.zip_,
    "bib": trims.bib,
    "bib_overalls": trims.bib_overalls,
    "big_pockets": trims.big_pockets,
    "biker": trims.biker,
    "blossoms": regalia.blossoms,
    "bow_tie": trims.bow_tie,
    "buckle": trims.buckle,
    "camouflage": trims.camouflage,
    "chest_pockets": trims.chest_pockets,
    "choker": trims.choker,
    "clerical": trims.clerical,
    "collar_white": trims.collar_white,
    "corset": trims.corset,
    "cravat": regalia.cravat,
    "cross": trims.cross,
    "double_breasted": trims.double_breasted,
    "dragon": regalia.dragon,
    "frogs": regalia.frogs,
    "front_zip": trims.front_zip,
    "jabot": trims.jabot,
    "jade": regalia.jade,
    "lames": regalia.lames,
    "medallion": regalia.medallion,
    "mirror": regalia.mirror,
    "neck_trim": regalia.neck_trim,
    "neckerchief": trims.neckerchief,
    "obi": regalia.obi,
    "placket_short": regalia.placket_short,
    "plate": regalia.plate,
    "radio": trims.radio,
    "rib_low": regalia.rib_low,
    "robe_folds": trims.robe_folds,
    "ruffles": regalia.ruffles,
    "sari_pleats": regalia.sari_pleats,
    "satin_lapels": trims.satin_lapels,
    "sleeve_trim": regalia.sleeve_trim,
    "small_buttons": trims.small_buttons,
    "square_badge": regalia.square_badge,
    "stand_soft": trims.stand_soft,
    "stripes": trims.stripes,
    "studs": trims.studs,
    "tabard": regalia.tabard,
    "track_stripes": trims.track_stripes,
    "vest_buttons": regalia.vest_buttons,
    "vest_edge": trims.vest_edge,
    "watch_pin": trims.watch_pin,
    "waves": regalia.waves,
    "lace_hem": lace_hem,
}
