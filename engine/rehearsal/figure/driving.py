"""Someone at the wheel: the belt over the chest, and the wheel under the hands."""

import numpy as np
import skia

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.outline import polygon
from engine.rehearsal.figure.pose import Hand
from engine.rehearsal.figure.space import spline

# A hand at ten to two, and the hub in trunk space (cm of an adult).
AT_WHEEL = Hand((14.5, 33.5, 33.0), "fist", -104, (1.0, 0.7, -0.3))
HUB, RADIUS, TILT = (0.0, 45.0, 33.0), 19.0, 0.86


def draw_belt(brush: Brush, body: BodyView) -> None:
    strap = body.on(
        spline(np.array([[11.0, 2.5], [7.0, 14.0], [-4.0, 31.0], [-13.0, 44.0]]), 12), 1.2
    )
    brush.solid(polygon(ribbon(strap, np.full(12, 2.1))), (92, 94, 106), depth=0.6, weight=0.7)


def draw_wheel(brush: Brush, body: BodyView) -> None:
    s = body.build.size
    x, y = body.at(np.array([HUB]) * s)[0].tolist()
    radius = RADIUS * s
    brush.canvas.save()
    brush.canvas.translate(x, y)
    brush.canvas.scale(1.0, TILT)
    rim = skia.Path.Circle(0, 0, radius)
    spokes = skia.Path()
    for end in ((-1.0, 0.05), (1.0, 0.05), (0.0, 1.0)):
        spokes.moveTo(0, 0)
        spokes.lineTo(end[0] * radius, end[1] * radius)
    for path, wide in ((spokes, 4.6), (rim, 3.4)):
        brush.stroke(path, (wide + 1.6) * s)
        brush.stroke(path, wide * s, brush.lit((46, 47, 56)))
    brush.solid(skia.Path.Circle(0, 0, radius * 0.34), (52, 53, 62), depth=1.4 * s)
    shine = skia.Path()
    shine.addArc(skia.Rect.MakeLTRB(-radius, -radius, radius, radius), 205, 70)
    brush.stroke(shine, 0.8 * s, brush.lit((148, 152, 166)))
    brush.canvas.restore()
