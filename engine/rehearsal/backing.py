"""What is behind people is lightened or darkened a little where it would swallow their outline.

Measured once for a set-up: the colours at the edge of a head and of a body against the ground
behind them, as the eye orders colours (OKLab).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Blocking, Look
from engine.rehearsal.color import Color, Lab, color_of, lab, parse
from engine.rehearsal.footing import Footing, footing
from engine.rehearsal.framing import Framing
from engine.rehearsal.light import Light

APART = 0.16  # of OKLab between an edge and its ground, at least
STEP = 0.01  # of lightness
MOST = 0.2  # that the ground is lightened; it stays night
DARKEST = 0.12
HEAD, BODY = 24.0, 46.0  # cm from the middle to where a backing has faded
HIGH = 1.1  # of a body's backing: how much higher than half of the body it is
FEWEST = 4  # cells of a ground that is measured


@dataclass(frozen=True, slots=True)
class Back:
    """An upright ellipse behind someone, px of the frame, and the colours in front of it."""

    x: float
    y: float
    wide: float
    high: float
    depth: float  # cm from the lens
    edges: tuple[Lab, ...]


Flat = tuple[float, float]
Standing = tuple[Look, Flat]  # somebody, and where the eyes are in figure space


def backs(
    people: Sequence[Blocking], standing: Sequence[Standing], framing: Framing, light: Light
) -> tuple[Back, ...]:
    """Two for each who is no shoulder in the foreground."""
    return tuple(
        back
        for mark in framing.marks
        if not people[mark.index].over_shoulder
        for back in _of(*standing[mark.index], footing(mark, framing.lens), mark.depth, light)
    )


def _of(look: Look, eyes: Flat, foot: Footing, depth: float, light: Light) -> Iterator[Back]:
    x, y = foot.shown(eyes)
    low = foot.shown((eyes[0], 0.0))[1]
    scale = foot.scale

    def edge(*colors: str) -> tuple[Lab, ...]:
        return tuple(lab(light.lit(parse(color))) for color in colors)

    yield Back(x, y, HEAD * scale, HEAD * 1.2 * scale, depth, edge(look.skin, look.hair_color))
    middle, half = (y + low) / 2, (low - y) / 2
    clothes = edge(look.wardrobe.color)
    yield Back(x, middle, BODY * scale, half * HIGH, depth, clothes)


def change(ground: Lab, edges: Sequence[Lab]) -> float:
    """By how much lightness the ground moves until it is apart from all edges, or nearest to it.

    Up, unless all edges are lighter than it: a dark cloud behind a dark coat swallows it.
    """
    best, moved = _least(ground, edges), 0.0
    ways = (1, -1) if min(edge[0] for edge in edges) > ground[0] else (1,)
    for step in range(1, round(MOST / STEP) + 1):
        for way in ways:
            lightness = ground[0] + way * step * STEP
            if lightness < DARKEST or best >= APART:
                continue
            apart = _least((lightness, ground[1], ground[2]), edges)
            if apart > best + STEP / 2:
                best, moved = apart, way * step * STEP
    return moved


def _least(ground: Lab, edges: Sequence[Lab]) -> float:
    return min(dist(ground, edge) for edge in edges)


def ground_of(cells: NDArray[np.uint8], inside: NDArray[np.bool_]) -> Lab | None:
    """The mean colour of what is there inside; `cells` are BGRA, premultiplied."""
    there = cells[inside]
    if len(there) < FEWEST or there[:, 3].mean() < 128:
        return None
    b, g, r = (round(value) for value in there[:, :3].sum(axis=0) * 255 / there[:, 3].sum())
    return lab((min(r, 255), min(g, 255), min(b, 255)))


def wash(ground: Lab, moved: float) -> tuple[Color, float]:
    """A colour and how thickly it is laid on, so that the ground moves by so much lightness."""
    aim = 0.75 if moved > 0 else 0.05
    share = moved / (aim - ground[0])
    return color_of((aim, ground[1] * 1.2, ground[2] * 1.2)), min(max(share, 0.0), 0.6)
