"""Hats, crowns and veils: what a trade or a rank wears on its head."""

from collections.abc import Callable

import numpy as np

from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, circle, polygon, smooth
from engine.rehearsal.figure.space import steps
from engine.rehearsal.light import Color, mix, parse

OnHead = Callable[[Brush, HeadView], None]
GOLD: Color = (226, 184, 92)
RED: Color = (176, 44, 52)
N = 25


def around(view: HeadView, level: float, out: float, *, tilt: float = 0.0) -> Points:
    """Half a ring round the head as this side of it is seen; `tilt` lowers the front."""
    a = -view.yaw + steps(-90, 90, N)
    levels = level + tilt * np.cos(np.radians(a))
    return view.at(view.skull.shell(a, levels, np.full(N, out)))


def ring(
    brush: Brush,
    view: HeadView,
    levels: tuple[float, float],
    out: float,
    color: Color,
) -> None:
    """A band round the head between two levels."""
    top, low = around(view, levels[0], out), around(view, levels[1], out)
    brush.solid(smooth(np.concatenate([top, low[::-1]])), color, depth=0.5)


def dome(
    brush: Brush,
    view: HeadView,
    low: float,
    high: float,
    out: float,
    color: Color,
    *,
    square: float = 0.0,
) -> None:
    """The crown of a hat from its band up; `square` makes it wider above."""
    foot = around(view, low, out)
    up = around(view, (low + high) / 2, out + 0.06 + square)
    roof = view.at(np.array([[0.0, high, -0.1]]))[0]
    wide = (up[-1] - up[0]) * 0.36
    top = np.stack([roof + wide, roof, roof - wide])
    points = np.concatenate([foot, foot[-1:], up[-1:], top, up[:1], foot[:1]])
    brush.solid(smooth(points), color, depth=1.5)


def peak(brush: Brush, view: HeadView, level: float, reach: float, color: Color) -> None:
    """The peak of a cap, over the brow."""
    if abs(view.yaw) > 115:
        return
    a = steps(-62, 62, 15)
    inner = view.at(view.skull.shell(a, np.full(15, level), np.full(15, 0.12)))
    out = 0.14 + reach * np.cos(np.radians(a)) ** 0.6
    outer = view.at(view.skull.shell(a, level + 0.17 * np.cos(np.radians(a)), out))
    brush.solid(
        smooth(np.concatenate([inner[:1], inner, outer[::-1], outer[:1]])), color, depth=0.4
    )


def emblem(brush: Brush, view: HeadView, level: float, color: Color, size: float = 0.09) -> None:
    if abs(view.yaw) < 70:
        at = view.at(view.skull.shell(np.array([0.0]), np.array([level]), np.array([0.22])))[0]
        shape = np.array([[0, -1.2], [1, -0.6], [0.8, 0.7], [0, 1.3], [-0.8, 0.7], [-1, -0.6]])
        brush.solid(polygon(at + shape * size * view.unit), color, weight=0.5)


def peaked_cap(brush: Brush, view: HeadView) -> None:
    color, accent = parse(view.look.wardrobe.color), parse(view.look.wardrobe.accent)
    dome(brush, view, -0.62, -1.2, 0.14, color, square=0.16)
    ring(brush, view, (-0.68, -0.5), 0.15, mix(color, (10, 10, 16), 0.5))
    peak(brush, view, -0.5, 0.3, (26, 24, 30))
    emblem(brush, view, -0.76, accent)


def cap(brush: Brush, view: HeadView) -> None:
    color = parse(view.look.wardrobe.color)
    dome(brush, view, -0.5, -1.16, 0.12, color)
    peak(brush, view, -0.5, 0.42, mix(color, (10, 10, 16), 0.25))
    emblem(brush, view, -0.74, parse(view.look.wardrobe.accent), 0.08)


def beret(brush: Brush, view: HeadView) -> None:
    color = parse(view.look.wardrobe.accent)
    ring(brush, view, (-0.66, -0.54), 0.13, mix(color, (10, 10, 16), 0.4))
    foot = around(view, -0.62, 0.16)
    roof = view.at(np.array([[0.0, -1.14, -0.1]]))[0]
    u = view.unit
    puff = (
        np.array([[0.86, -0.5], [0.6, -0.24], [0.1, -0.06], [-0.5, 0.02]]) * u
        + roof
        + np.array([0, 0.22 * u])
    )
    points = np.concatenate([foot, puff, foot[:1]])
    brush.solid(smooth(points), color, depth=1.4)


def nurse_cap(brush: Brush, view: HeadView) -> None:
    low = around(view, -0.78, 0.14)[5:-5]
    top = around(view, -0.98, 0.2)[3:-3] + np.array([0, -0.16 * view.unit])
    shape = np.concatenate([low[:1], low, top[::-1], top[-1:]])
    brush.solid(polygon(shape), (244, 244, 242), depth=0.6)
    if abs(view.yaw) < 60:
        at = view.at(np.array([[0.0, -1.06, 0.62]]))[0]
        for box in (
            [[-0.3, -1], [0.3, -1], [0.3, 1], [-0.3, 1]],
            [[-1, -0.3], [1, -0.3], [1, 0.3], [-1, 0.3]],
        ):
            brush.fill(polygon(at + np.array(box) * 0.075 * view.unit), brush.lit(RED))


def chef_hat(brush: Brush, view: HeadView) -> None:
    white: Color = (244, 242, 236)
    u = view.unit
    low = around(view, -0.6, 0.13)
    band = low + np.array([0, -0.56 * u])
    middle, wide = band.mean(0), float(np.ptp(band[:, 0])) / 2
    puff = [
        *((-0.98, 0.1), (-1.34, -0.2), (-1.2, -0.62), (-0.66, -0.78), (0, -0.92)),
        *((0.68, -0.76), (1.22, -0.6), (1.34, -0.18), (0.98, 0.1)),
    ]
    brush.solid(smooth(middle + np.array(puff) * [wide, 0.62 * u]), white, depth=1.8)
    brush.solid(polygon(np.concatenate([low, band[::-1]])), white, depth=0.8)
    if brush.scale > 3:
        ink = mix(brush.light.ink, brush.dark(white), 0.4)
        for x in (-0.7, -0.25, 0.2, 0.65):
            line = np.array([[x * 0.8, 0.05], [x * 1.05, -0.2], [x * 1.1, -0.5]])
            brush.line(middle + line * [wide, 0.62 * u], 0.5, color=ink)


def lace_band(brush: Brush, view: HeadView) -> None:
    a = -view.yaw + steps(-76, 76, N)
    low = view.at(view.skull.shell(a, np.full(N, -0.76), np.full(N, 0.12)))
    wave = np.where(np.arange(N) % 2 == 0, 0.36, 0.26)
    top = view.at(view.skull.shell(a, np.full(N, -0.86), wave))
    brush.solid(smooth(np.concatenate([low, top[::-1]])), (246, 244, 240), depth=0.4, weight=0.7)


def crown(brush: Brush, view: HeadView) -> None:
    foot = around(view, -0.66, 0.15)
    tips = around(view, -0.9, 0.22) + np.array([0, -0.16 * view.unit])
    dips = around(view, -0.8, 0.19)
    edge = np.array([tips[i] if i % 4 == 2 else dips[i] for i in range(N)])
    brush.solid(polygon(np.concatenate([foot, edge[::-1]])), GOLD, depth=0.7)
    for i in range(2, N, 4):
        brush.solid(circle(tips[i], 0.05 * view.unit), RED, weight=0.4)
    ring(brush, view, (-0.72, -0.62), 0.16, mix(GOLD, (90, 50, 10), 0.3))


def tiara(brush: Brush, view: HeadView) -> None:
    if abs(view.yaw) > 100:
        return
    a = steps(-56, 56, 13)
    low = view.at(view.skull.shell(a, np.full(13, -0.8), np.full(13, 0.15)))
    rise = 0.06 + 0.2 * np.cos(np.radians(a * 1.5)) + np.where(np.arange(13) % 2, 0.05, 0.0)
    top = low - np.column_stack([0 * rise, rise * view.unit])
    brush.solid(polygon(np.concatenate([low, top[::-1]])), (226, 226, 236), depth=0.3, weight=0.7)
    for i in (3, 6, 9):
        brush.solid(circle(top[i], 0.035 * view.unit), (120, 190, 235), weight=0.4)


def mian(brush: Brush, view: HeadView) -> None:
    """The board with strings of beads that an emperor of China wears."""
    low = around(view, -0.7, 0.14)
    over = low[::-1] + np.array([0, -0.42 * view.unit])
    brush.solid(polygon(np.concatenate([low, over])), (34, 30, 38))
    turn = np.radians(view.yaw)
    u = view.unit
    deep, wide = 0.98, 0.52
    corners = np.array(
        [
            [-wide, -1.3, -deep + 0.1],
            [wide, -1.3, -deep + 0.1],
            [wide, -1.22, deep],
            [-wide, -1.22, deep],
        ]
    )
    top = view.at(corners)
    slab = np.concatenate([top, top[::-1] + np.array([0, 0.07 * u])])
    hull = slab[np.argsort(np.arctan2(*(slab - slab.mean(0)).T[::-1]))]
    brush.solid(polygon(hull), (40, 34, 44), depth=0.4)
    for end in (1, -1):
        if end * np.cos(turn) < -0.2:
            continue
        for x in (-0.46, -0.28, -0.1, 0.1, 0.28, 0.46):
            z = deep if end > 0 else -deep + 0.1
            at = view.at(np.array([[x, -1.2, z]]))[0]
            for k in range(5 if end > 0 else 4):
                bead = at + np.array([view.pose.sway[0] * 0.06 * k, (0.05 + 0.075 * k) * u])
                brush.solid(circle(bead, 0.03 * u), (RED, GOLD)[k % 2], weight=0.3)
    pin = view.at(np.array([[-0.86, -0.94, -0.1], [0.86, -0.94, -0.1]]))
    brush.line(np.stack([pin[0], pin.mean(0), pin[1]]), 1.4, color=brush.lit(GOLD), ends=0.9)


def phoenix(brush: Brush, view: HeadView) -> None:
    """Gold flowers and hanging pearls in a high coiffure."""
    u = view.unit
    for x, y, z, r in (
        (0, -1.02, 0.5, 0.15),
        (-0.34, -0.98, 0.36, 0.1),
        (0.34, -0.98, 0.36, 0.1),
        (-0.62, -0.8, 0.1, 0.09),
        (0.62, -0.8, 0.1, 0.09),
    ):
        point = np.array([[x, y, z]])
        if (view.matrix @ point[0])[2] < -0.1:
            continue
        at = view.at(point)[0]
        for k in range(6):
            a = k * np.pi / 3
            brush.solid(
                circle(at + np.array([np.cos(a), np.sin(a)]) * r * 0.7 * u, r * 0.42 * u),
                GOLD,
                weight=0.4,
            )
        brush.solid(circle(at, r * 0.4 * u), RED, weight=0.4)
        if abs(x) > 0.5:
            for k in range(5):
                bead = at + np.array([view.pose.sway[0] * 0.08 * k, (0.14 + 0.1 * k) * u])
                brush.solid(circle(bead, 0.035 * u), (240, 236, 228) if k % 2 else GOLD, weight=0.3)


def gauze_hat(brush: Brush, view: HeadView) -> None:
    """The black gauze cap of an official, with its two wings."""
    black = (32, 29, 36)
    u = view.unit
    for side in (-1, 1):
        root = view.at(np.array([[side * 0.5, -0.86, -0.5]]))[0]
        wing = np.array(
            [
                [0, -0.05],
                [0.5, -0.12],
                [1.0, -0.06],
                [1.1, 0.04],
                [0.9, 0.1],
                [0.4, 0.06],
                [0, 0.06],
            ]
        )
        turned = wing * [side * max(abs(np.cos(np.radians(view.yaw))), 0.25), 1] * u
        brush.solid(smooth(root + turned), black, depth=0.3, weight=0.7)
    dome(brush, view, -0.5, -1.12, 0.12, black)
    dome(brush, view, -0.86, -1.36, 0.06, black)


def bonnet(brush: Brush, view: HeadView) -> None:
    color = parse(view.look.wardrobe.second)
    dome(brush, view, -0.3, -1.14, 0.16, color)
    if abs(view.yaw) > 110:
        return
    a = steps(-88, 88, 21)
    low = -0.42 + 0.9 * (1 - np.cos(np.radians(a)))
    inner = view.at(view.skull.shell(a, low - 0.3, np.full(21, 0.16)))
    outer = view.at(view.skull.shell(a, low - 0.42, np.full(21, 0.52)))
    brush.solid(
        smooth(np.concatenate([inner, outer[::-1]])), mix(color, (255, 255, 255), 0.3), depth=0.6
    )


def top_hat(brush: Brush, view: HeadView) -> None:
    color = mix(parse(view.look.wardrobe.color), (16, 14, 20), 0.5)
    a = np.linspace(0, 360, 28, endpoint=False)
    brim = view.skull.shell(a, np.full(28, -0.56), np.full(28, 0.42))
    brim[:, 1] = -0.56 + 0.06 * np.cos(np.radians(a * 2))
    brush.solid(smooth(view.at(brim)), color, depth=0.5)
    low = around(view, -0.6, 0.14)
    rise = [0, -0.95 * view.unit]
    top = (low - low.mean(0)) * [1.08, 1.0] + low.mean(0) + rise
    brush.solid(polygon(np.concatenate([low, top[::-1]])), color, depth=1.6)
    band = np.concatenate([low, low[::-1] + np.array([0, -0.2 * view.unit])])
    brush.fill(smooth(band), brush.lit(parse(view.look.wardrobe.accent)))


def headphones(brush: Brush, view: HeadView) -> None:
    dark = (44, 44, 54)
    over = view.at(
        np.array(
            [
                [x, y, -0.05]
                for x, y in (
                    (-0.76, 0.1),
                    (-0.84, -0.5),
                    (-0.5, -1.06),
                    (0, -1.2),
                    (0.5, -1.06),
                    (0.84, -0.5),
                    (0.76, 0.1),
                )
            ]
        )
    )
    brush.line(over, 2.4, color=brush.lit(dark), ends=0.9)
    for side in (-1, 1):
        at = np.array([side * 0.76, 0.16, -0.05])
        if (view.matrix @ at)[2] > -0.45:
            center = view.at(at[None])[0]
            brush.solid(
                circle(center, 0.2 * view.unit), parse(view.look.wardrobe.accent), depth=0.5
            )


HEADWEAR: dict[str, OnHead] = {
    "beret": beret,
    "bonnet": bonnet,
    "cap": cap,
    "chef_hat": chef_hat,
    "crown": crown,
    "gauze_hat": gauze_hat,
    "lace_band": lace_band,
    "mian": mian,
    "nurse_cap": nurse_cap,
    "peaked_cap": peaked_cap,
    "phoenix": phoenix,
    "tiara": tiara,
    "top_hat": top_hat,
}
# Of signature items, those that take the place of what the clothes bring.
HATS = frozenset(("hat", "cap", "beret", "crown", "tiara"))
