"""A windscreen that breaks: cracks that stay, and splinters that fly for a moment."""

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.painter import paint, pen

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment

RAYS, RINGS = 19, (0.05, 0.12, 0.22, 0.36, 0.56)


def shattered(canvas: skia.Canvas, moment: "Moment") -> None:
    """A web of cracks round the point of the blow, that runs outwards in three frames."""
    chance = moment.random()
    u = moment.unit
    x, y = moment.width * chance.uniform(0.56, 0.74), moment.height * chance.uniform(0.24, 0.36)
    far = hypot(moment.width, moment.height) * min(moment.since / 0.125, 1.0)
    angles = [2 * pi * (index + chance.uniform(-0.3, 0.3)) / RAYS for index in range(RAYS)]
    cracks = skia.Path()
    knots: list[list[tuple[float, float]]] = []
    for angle in angles:
        cracks.moveTo(x, y)
        line = []
        for ring in (*RINGS, 1.0):
            bent = angle + chance.uniform(-0.07, 0.07)
            reach = far * ring * chance.uniform(0.85, 1.15)
            line.append((x + cos(bent) * reach, y + sin(bent) * reach))
            cracks.lineTo(*line[-1])
        knots.append(line)
    for ring in range(len(RINGS)):
        for index in range(RAYS):
            if chance.random() < 0.78 - 0.11 * ring:
                cracks.moveTo(*knots[index][ring])
                cracks.lineTo(*knots[(index + 1) % RAYS][ring])
    canvas.save()
    canvas.translate(2.5 * u, 3 * u)
    canvas.drawPath(cracks, pen(moment.palette.ink, 3.4 * u, 0.55))
    canvas.restore()
    canvas.drawPath(cracks, pen((236, 244, 255), 2.4 * u, 0.9))
    canvas.drawCircle(x, y, 15 * u, paint((244, 249, 255), 0.85))
    if moment.since < 0.7:
        _splinters(canvas, moment, x, y)


def _splinters(canvas: skia.Canvas, moment: "Moment", x: float, y: float) -> None:
    chance = moment.random()
    t, u = moment.since, moment.unit
    shards = skia.Path()
    for _ in range(34):
        angle, speed = chance.uniform(0, 2 * pi), chance.uniform(300, 1500) * u
        px, py = x + cos(angle) * speed * t, y + sin(angle) * speed * t + 1300 * u * t * t
        size, turn = chance.uniform(7, 22) * u, chance.uniform(0, 6) + t * chance.uniform(-14, 14)
        corners = [
            skia.Point(px + cos(turn + a) * size * r, py + sin(turn + a) * size * r)
            for a, r in ((0.0, 1.0), (1.9, 0.5), (3.6, 0.8))
        ]
        shards.addPoly(corners, True)
    canvas.drawPath(shards, paint((240, 247, 255), 0.85 * (1 - t / 0.7)))
    canvas.drawPath(shards, pen(moment.palette.ink, 1.6 * u, 0.8 * (1 - t / 0.7)))
