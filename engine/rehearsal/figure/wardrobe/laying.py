"""Pieces, lines and buttons laid on the front of a top."""

import numpy as np

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.outline import polygon, smooth
from engine.rehearsal.light import mix

Outline = list[tuple[float, float]]


def patch_on(
    brush: Brush,
    body: BodyView,
    points: Outline,
    slot: str,
    *,
    mirror: bool = False,
    sharp: bool = True,
    weight: float = 0.6,
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


def lines_on(
    brush: Brush,
    body: BodyView,
    lines: list[Outline],
    weight: float = 0.5,
    slot: str = "",
    *,
    own: bool = False,
) -> None:
    """Lines on the front, in ink tinted by a slot's colour; with `own` in the colour itself."""
    if body.facing < -0.05 or brush.scale < 2.2:
        return
    base = body.color(slot or body.cut.top)
    ink = brush.lit(base) if own else mix(brush.light.ink, brush.dark(base), 0.25)
    for line in lines:
        brush.line(body.on(np.array(line)), weight, color=ink, ends=0.3)


def dots_on(brush: Brush, body: BodyView, at: Outline, radius: float, slot: str) -> None:
    if body.facing < 0.1 or brush.scale < 2.2:
        return
    a = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    ring = np.column_stack([np.cos(a), np.sin(a)]) * radius
    for u, v in at:
        brush.solid(smooth(body.on(ring + np.array([u, v]), 0.6)), body.color(slot), weight=0.4)
