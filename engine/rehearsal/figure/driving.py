"""Someone at the wheel: the belt over the chest, and the wheel in the hands."""

import numpy as np
import skia

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.outline import Points, polygon, smooth
from engine.rehearsal.figure.pose import Hand
from engine.rehearsal.figure.space import spline

# A hand at ten to two, and the hub in trunk space (cm of an adult).
AT_WHEEL = Hand((14.5, 33.5, 33.0), "fist", -104, (1.0, 0.7, -0.3))
HUB, RADIUS, TILT, LEAN = (0.0, 36.5, 34.0), 19.0, 0.86, 0.4  # its rim is in the fists


def draw_belt(brush: Brush, body: BodyView) -> None:
    strap = body.on(
        spline(np.array([[11.0, 2.5], [7.0, 14.0], [-4.0, 31.0], [-13.0, 44.0]]), 12), 1.2
    )
    brush.solid(polygon(ribbon(strap, np.full(12, 2.1))), (92, 94, 106), depth=0.6, weight=0.7)


def _turned(body: BodyView, radius: float) -> Points:
    """A circle about the hub, its top further from the driver, on the picture."""
    a = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    ring = np.column_stack([np.cos(a), TILT * np.sin(a), -LEAN * np.sin(a)]) * radius
    return body.at((ring + np.array(HUB)) * body.build.size)


def rim(body: BodyView) -> Points:
    """Points round the wheel in figure space, (32, 2)."""
    return _turned(body, RADIUS)


def draw_wheel(brush: Brush, body: BodyView) -> None:
    """The wheel between us and the driver, turned as the body is: before the palms."""
    s = body.build.size
    outline, boss = rim(body), _turned(body, RADIUS * 0.34)
    hub = outline.mean(0)
    round_, spokes = smooth(outline), skia.Path()
    for end in (0, 16, 8):
        spokes.moveTo(*hub.tolist())
        spokes.lineTo(*outline[end].tolist())
    for path, wide in ((spokes, 4.6), (round_, 3.4)):
        brush.stroke(path, (wide + 1.6) * s)
        brush.stroke(path, wide * s, brush.lit((46, 47, 56)))
    brush.solid(smooth(boss), (52, 53, 62), depth=1.4 * s)
    brush.line(outline[19:27], 0.8, color=brush.lit((148, 152, 166)))
