"""Glasses and signature items: the one thing that names a person from across the street."""

from collections.abc import Callable

import numpy as np

from engine.rehearsal.figure import headwear
from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.ears import nearness
from engine.rehearsal.figure.eyes import LEVEL, spacing
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import Points, circle, polygon, smooth
from engine.rehearsal.figure.space import spline, steps
from engine.rehearsal.figure.wardrobe.trims import choker
from engine.rehearsal.light import Color, mix, parse

OnHead = Callable[[Brush, HeadView], None]
OnBody = Callable[[Brush, BodyView], None]
GOLD: Color = (226, 184, 92)
RED: Color = (176, 44, 52)


def _ring(brush: Brush, view: HeadView, levels: Points, out: float, color: Color) -> None:
    """A band round the head between two levels, seen from this side."""
    a = -view.yaw + steps(-90, 90, 25)
    top = view.at(view.skull.shell(a, np.full(25, levels[0]), np.full(25, out)))
    low = view.at(view.skull.shell(a, np.full(25, levels[1]), np.full(25, out)))
    brush.solid(smooth(np.concatenate([top, low[::-1]])), color, depth=0.5)


def glasses(brush: Brush, view: HeadView) -> None:
    a = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    frame = brush.lit((38, 34, 42))
    u0 = spacing(view.look)
    square = np.column_stack(
        [
            np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.7,
            np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.7,
        ]
    )
    for side in (-1, 1):
        if view.facing(side * u0, LEVEL) < 0.0:
            continue
        ring = square * [0.245, 0.19] + [side * u0, LEVEL - 0.005]
        path = smooth(view.on(ring, 0.07))
        brush.fill(path, (225, 238, 250), 0.13)
        brush.stroke(path, brush.ink_width * 1.35, frame)
        glint = view.on(
            np.array(
                [
                    [side * u0 - 0.1, LEVEL + 0.12],
                    [side * u0 - 0.04, LEVEL + 0.02],
                    [side * u0 + 0.03, LEVEL - 0.09],
                ]
            ),
            0.07,
        )
        brush.line(glint, 0.7, color=(255, 255, 255))
        if view.yaw * side < 20:
            hinge = view.on(np.array([[side * (u0 + 0.245), LEVEL - 0.03]]), 0.07)[0]
            x = float(view.skull.depth_width(np.array([0.08]))[0]) + 0.04
            ear = view.at(np.array([[side * x, 0.06, -0.08]]))[0]
            brush.line(np.stack([hinge, (hinge + ear) / 2, ear]), 1.0, color=frame, ends=0.8)
    bridge = np.array([[-u0 + 0.24, LEVEL - 0.03], [0, LEVEL - 0.06], [u0 - 0.24, LEVEL - 0.03]])
    if abs(view.yaw) < 80:
        brush.line(view.on(spline(bridge, 7), 0.08), 1.0, color=frame, ends=0.8)


def earrings(brush: Brush, view: HeadView) -> None:
    swing = view.pose.sway[0] * 0.2
    for side in (-1, 1):
        if nearness(view, side) < -0.2 or abs(view.yaw) > 105:
            continue
        x = float(view.skull.depth_width(np.array([0.4]))[0]) + 0.05
        top = view.at(np.array([[side * x, 0.42, -0.06]]))[0]
        low = top + np.array([swing, 0.3 * view.unit])
        brush.line(np.stack([top, (top + low) / 2, low]), 0.6, color=brush.lit(GOLD), ends=0.8)
        gem = np.array([[0, -0.075], [0.05, 0], [0, 0.1], [-0.05, 0]]) * view.unit + low
        brush.solid(polygon(gem), GOLD, depth=0.3, weight=0.7)
        brush.fill(circle(low - [0.2, 0.2], 0.16), (255, 255, 255))


def hairpin(brush: Brush, view: HeadView) -> None:
    side = 1
    at = view.skull.shell(np.array([side * 70.0]), np.array([-0.55]), np.array([0.16]))[0]
    if (view.matrix @ at)[2] < -0.1:
        return
    c = view.at(at)
    for k in range(5):
        angle = k * 2 * np.pi / 5 - 0.4
        petal = c + np.array([np.cos(angle), np.sin(angle)]) * view.unit * 0.085
        brush.solid(circle(petal, view.unit * 0.068), (236, 120, 140), depth=0.3, weight=0.5)
    brush.solid(circle(c, view.unit * 0.05), GOLD, weight=0.4)
    for k in (0, 1):
        start = c + np.array([(-0.03 + 0.07 * k) * view.unit, 0.08 * view.unit])
        tail = np.stack(
            [
                start,
                start + np.array([0.02, 0.16 * view.unit]),
                start + np.array([0.04, (0.3 + 0.08 * k) * view.unit]),
            ]
        )
        brush.line(tail, 0.6, color=brush.lit(GOLD), ends=0.6)


def scar(brush: Brush, view: HeadView) -> None:
    color = mix(brush.lit((190, 96, 90)), brush.light.ink, 0.2)
    if view.facing(0.36, 0.3) < 0.05:
        return
    line = np.array([[0.26, -0.22], [0.31, 0.0], [0.36, 0.22], [0.4, 0.42]])
    brush.line(view.on(spline(line, 9), 0.015), 0.95, color=color)
    for v in (-0.1, 0.27, 0.36):
        u = 0.28 + (v + 0.15) * 0.2
        brush.line(
            view.on(np.array([[u - 0.035, v + 0.012], [u, v], [u + 0.035, v - 0.012]]), 0.02),
            0.5,
            color=color,
        )


def mole(brush: Brush, view: HeadView) -> None:
    if view.facing(0.34, 0.3) > 0.1:
        brush.fill(
            circle(view.on(np.array([[0.36, 0.29]]))[0], view.unit * 0.02),
            brush.lit((52, 30, 28)),
        )


def bindi(brush: Brush, view: HeadView) -> None:
    if view.facing(0.0, -0.2) > 0.1:
        brush.fill(circle(view.on(np.array([[0.0, -0.2]]))[0], view.unit * 0.035), brush.lit(RED))


def eyepatch(brush: Brush, view: HeadView) -> None:
    u = spacing(view.look)
    if abs(view.yaw) < 120:
        strap = np.array([[-0.6, -0.42], [-0.2, -0.22], [u, -0.03], [0.62, 0.02]])
        brush.line(view.on(spline(strap, 13), 0.03), 1.5, color=brush.lit((30, 28, 34)), ends=0.9)
    if view.facing(u, LEVEL) < 0.05:
        return
    half = np.array(
        [[-0.2, -0.1], [0, -0.15], [0.2, -0.09], [0.19, 0.08], [0.02, 0.17], [-0.16, 0.09]]
    )
    brush.solid(smooth(view.on(half + np.array([u, LEVEL - 0.01]), 0.04)), (34, 32, 40), depth=0.5)


def hat(brush: Brush, view: HeadView) -> None:
    """A brimmed hat in the second colour of the wardrobe."""
    color = parse(view.look.wardrobe.second)
    a = np.linspace(0, 360, 28, endpoint=False)
    brim = view.skull.shell(a, np.full(28, -0.46), np.full(28, 0.5))
    brim[:, 1] = -0.46 + 0.05 * np.cos(np.radians(a * 2))
    brush.solid(smooth(view.at(brim)), mix(color, (0, 0, 0), 0.2), depth=0.6)
    n = 25
    face = -view.yaw + steps(-90, 90, n)
    low = view.at(view.skull.shell(face, np.full(n, -0.5), np.full(n, 0.16)))
    up = view.at(view.skull.shell(face, np.full(n, -0.86), np.full(n, 0.34)))
    top = up[::-1] + np.array([0, -0.12 * view.unit])
    crown = np.concatenate([low, up[-1:], top, up[:1]])
    brush.solid(smooth(crown), color, depth=1.6)
    band = view.at(view.skull.shell(face, np.full(n, -0.64), np.full(n, 0.2)))
    brush.fill(
        smooth(np.concatenate([low, band[::-1]])), brush.lit(parse(view.look.wardrobe.accent))
    )


def headband(brush: Brush, view: HeadView) -> None:
    _ring(brush, view, np.array([-0.66, -0.52]), 0.15, parse(view.look.wardrobe.accent))


def necklace(brush: Brush, body: BodyView) -> None:
    if body.facing < -0.05:
        return
    chain = np.array(
        [[-5.8, 0.0], [-4.6, 5.2], [-2.2, 9.4], [0, 10.8], [2.2, 9.4], [4.6, 5.2], [5.8, 0.0]]
    )
    at = body.on(spline(chain, 21), 0.4)
    brush.line(at, 1.0, color=brush.light.ink, ends=0.9)
    brush.line(at, 0.65, color=brush.lit(GOLD), ends=0.9)
    gem = np.array([[0, 9.8], [1.0, 11.6], [0, 13.4], [-1.0, 11.6]])
    brush.solid(polygon(body.on(gem, 0.8)), RED, depth=0.5, weight=0.6)


def scarf(brush: Brush, body: BodyView) -> None:
    color = body.color("accent")
    if color == body.color(body.cut.top):
        color = RED
    s = body.build.size
    tail = np.array([[3.0, 4], [5.2, 14], [4.6, 26], [5.4, 36]])
    if body.facing > -0.05:
        path = smooth(
            np.repeat(
                ribbon(body.on(spline(tail, 9), 1.8), [2.4 * s, 2.9 * s] + [3.1 * s] * 7), 1, axis=0
            )
        )
        brush.solid(path, color, depth=1.6 * s)
    roll = body.at(
        np.array([[-7.6, -1.5, 0], [-4.5, 2.6, 5], [0, 4.4, 7], [4.5, 2.6, 5], [7.6, -1.5, 0]]) * s
    )
    band = smooth(
        ribbon(
            spline(roll, 13),
            np.array([2.2, 2.8, 3.2, 3.4, 3.5, 3.6, 3.6, 3.6, 3.5, 3.4, 3.2, 2.8, 2.2]) * s,
        )
    )
    brush.solid(band, color, depth=1.8 * s)
    ink = mix(brush.light.ink, brush.dark(color), 0.3)
    for k in (-0.4, 0.5):
        brush.line(spline(roll, 13)[2:-2] + np.array([0, k * 2.4 * s]), 0.55, color=ink)


def strap_bag(brush: Brush, body: BodyView) -> None:
    s = body.build.size
    color: Color = (122, 74, 54)
    side = 1 if body.facing > 0 else -1
    if body.facing > -0.2:
        strap = np.array([[-9.5 * side, 1.0], [0, 22], [13.5 * side, 46]])
        brush.line(body.on(spline(strap, 13), 1.0), 2.6, ends=0.95)
        brush.line(body.on(spline(strap, 13), 1.0), 1.9, color=brush.lit(color), ends=0.95)
    hip = body.at(np.array([15.0 * side, 54, 6.0]) * s)
    shape = np.array([[-8, -7], [8, -7], [9, 8], [-9, 8]]) * s + hip
    brush.solid(smooth(np.repeat(shape, 2, axis=0)), color, depth=2.4 * s)


def watch(brush: Brush, wrist: Points, along: Points, width: float) -> None:
    """A watch on its strap round the wrist, a little up the arm."""
    across = np.array([-along[1], along[0]])
    strap, dial = (34, 30, 34), (222, 224, 228)
    middle = wrist - along * width * 0.2
    ends = np.array([[-0.42, -1.02], [-0.34, 0], [-0.42, 1.02], [0.42, 1.02], [0.5, 0], [0.42, -1]])
    band = middle + width * (ends[:, :1] * along + ends[:, 1:] * across)
    brush.solid(smooth(band), strap, weight=0.5)
    brush.solid(circle(middle + along * width * 0.06, width * 0.56), dial, weight=0.5)
    for turn, long in ((across, 0.4), (along * 0.8 - across * 0.5, 0.3)):
        brush.line(np.stack([middle, middle + turn * width * long]), 0.4, color=strap)


def finger_ring(brush: Brush, at: Points, size: float) -> None:
    brush.solid(circle(at, 0.62 * size), GOLD, weight=0.5)
    brush.fill(circle(at - [0.15, 0.2], 0.22 * size), (255, 255, 255))


ON_HEAD: dict[str, OnHead] = {
    "earrings": earrings,
    "hairpin": hairpin,
    "scar": scar,
    "mole": mole,
    "eyepatch": eyepatch,
    "hat": hat,
    "headband": headband,
    "headphones": headwear.headphones,
    "cap": headwear.cap,
    "beret": headwear.beret,
    "crown": headwear.crown,
    "tiara": headwear.tiara,
    "bindi": bindi,
}
ON_BODY: dict[str, OnBody] = {
    "necklace": necklace,
    "scarf": scarf,
    "bag": strap_bag,
    "choker": choker,
}
