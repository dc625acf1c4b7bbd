"""Straight down: what is behind someone who hangs from an edge or falls."""

from math import cos, sin, tau

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen

ABYSS = "abyss"
STOREYS, BAYS = 24, 9


def abyss(p: Painter) -> None:
    """Walls that run together far below, lit windows, a street with the lights of cars."""
    wide, high, u = p.lens.width, p.lens.height, p.unit
    end = (wide * 0.56, high * 0.64)  # where all the walls meet
    with p.sheet(900, opaque=True) as canvas:
        canvas.drawRect(p.bounds, paint(p.palette.grade("#20283c")))
        _street(p, canvas, end, u)
    with p.sheet(500) as canvas:
        for corner, color in enumerate(("#5a5f70", "#454a5c", "#666a7a", "#3c4152")):
            _wall(p, canvas, end, corner, color)
        canvas.drawCircle(*end, 0.11 * high, paint(p.palette.shadow, 0.25))


def _street(p: Painter, canvas: skia.Canvas, end: tuple[float, float], u: float) -> None:
    reach = 190 * u
    canvas.drawRect(
        skia.Rect.MakeLTRB(end[0] - reach, end[1] - reach, end[0] + reach, end[1] + reach),
        paint(p.palette.grade("#2c3142")),
    )
    for row in range(-3, 4):
        for car in range(12):
            x = end[0] + row * 26 * u
            y = end[1] + (car - 6) * 30 * u + p.random.uniform(-9, 9) * u
            lamp = "#fff0c0" if row < 0 else "#ff5a48"
            canvas.drawCircle(x, y, 4.5 * u, paint(p.palette.glow(lamp), 0.9))
    for step, alpha in ((150, 0.1), (90, 0.14)):
        canvas.drawCircle(*end, step * u, paint(p.palette.glow(), alpha, skia.BlendMode.kScreen))


def _wall(
    p: Painter, canvas: skia.Canvas, end: tuple[float, float], corner: int, color: str
) -> None:
    """One front of a tower, seen from its top: a wedge with rows of windows that shrink."""
    far = p.lens.height * 1.5
    start = tau * corner / 4 - 0.9 + p.random.uniform(-0.08, 0.08)
    stop = start + tau / 4 - 0.16
    base = p.palette.grade(color)

    def at(turn: float, depth: float) -> tuple[float, float]:
        share = 0.1 + 0.9 * depth * depth
        return end[0] + cos(turn) * far * share, end[1] + sin(turn) * far * share

    front = skia.Path()
    front.addPoly([skia.Point(*at(*c)) for c in _corners(start, stop, 0.0, 1.0)], True)
    canvas.drawPath(front, paint(mix(base, p.palette.shadow, 0.25 * (corner % 2))))
    canvas.drawPath(front, pen(p.palette.ink, 3 * p.unit))
    lit = p.palette.glow("#ffd98a") if p.palette.hour.lamps else p.palette.sky(0.2)
    dark = mix(base, p.palette.ink, 0.5)
    for row in range(STOREYS):
        low, top = (row + 0.25) / STOREYS, (row + 0.75) / STOREYS
        for column in range(BAYS):
            left = start + (stop - start) * (column + 0.2) / BAYS
            right = start + (stop - start) * (column + 0.8) / BAYS
            pane = skia.Path()
            pane.addPoly([skia.Point(*at(*c)) for c in _corners(left, right, low, top)], True)
            shines = p.random.random() < 0.36
            canvas.drawPath(pane, paint(mix(lit, base, 0.25) if shines else dark))


def _corners(left: float, right: float, low: float, top: float) -> tuple[tuple[float, float], ...]:
    return (left, low), (right, low), (right, top), (left, top)
