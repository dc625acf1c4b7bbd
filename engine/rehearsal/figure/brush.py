"""Ink and flat colour: every mark of a figure goes through a Brush."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import skia

from engine.rehearsal.figure.outline import (
    Path,
    Points,
    common,
    minus,
    moved,
    smooth,
    smooth_loops,
)
from engine.rehearsal.light import Color, Light, mix

THIN, FINE, FULL = 0.5, 0.75, 1.0  # weights of ink, relative to the outer contour


def ribbon(points: Points, widths: Points | Sequence[float]) -> Points:
    """Outline of a line of varying half-width: shape (2n, 2)."""
    n = len(points)
    # As complex numbers: half the calls, and a quarter turn is a factor.
    z = np.ascontiguousarray(points).view(np.complex128)[:, 0]
    d = np.empty(n, np.complex128)
    np.subtract(z[2:], z[:-2], d[1:-1])
    d[0], d[-1] = z[1] - z[0], z[-1] - z[-2]
    side = d * (1j * np.asarray(widths) / (np.abs(d) + 1e-9))
    out = np.empty(2 * n, np.complex128)
    np.add(z, side, out[:n])
    np.subtract(z, side, out[: n - 1 : -1])
    result: Points = out.view(np.float64).reshape(-1, 2)
    return result


@lru_cache(maxsize=256)
def _swell(count: int, ends: float) -> Points:
    """Half-widths of a line that swells in the middle."""
    t = np.linspace(0, np.pi, count)
    result: Points = (ends + (1 - ends) * np.sin(t) ** 0.7) * 0.7
    return result


class Brush:
    """A canvas in figure space with the light that falls on it. Lengths are centimetres."""

    def __init__(self, canvas: skia.Canvas, light: Light) -> None:
        matrix = canvas.getTotalMatrix()
        self.canvas, self.light = canvas, light
        self.scale = float(np.hypot(matrix.getScaleX(), matrix.getSkewY())) or 1.0  # px per cm
        self.ink_width = max(0.17, 1.4 / self.scale)
        bounds = canvas.getLocalClipBounds()
        self.top, self.bottom = bounds.top(), bounds.bottom()
        self.left, self.right = bounds.left(), bounds.right()
        self._lit: dict[Color, Color] = {}
        self._dark: dict[Color, Color] = {}
        self.paint = skia.Paint(AntiAlias=True)
        self.paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.paint.setStrokeCap(skia.Paint.kRound_Cap)

    def sees(self, points: Points, margin: float = 0.0) -> bool:
        """Whether anything between these points can fall on the canvas."""
        left, top = points.min(axis=0).tolist()
        right, bottom = points.max(axis=0).tolist()
        return bool(
            top - margin < self.bottom
            and bottom + margin > self.top
            and left - margin < self.right
            and right + margin > self.left
        )

    def fill(self, path: Path, color: Color, alpha: float = 1.0) -> None:
        """Fill with a colour that has already been lit."""
        self.paint.setStyle(skia.Paint.kFill_Style)
        self.paint.setColor(skia.Color(*color, round(255 * alpha)))
        self.canvas.drawPath(path, self.paint)

    def stroke(self, path: Path, width: float, color: Color | None = None) -> None:
        self.paint.setStyle(skia.Paint.kStroke_Style)
        self.paint.setStrokeWidth(width)
        self.paint.setColor(skia.Color(*(color or self.light.ink)))
        self.canvas.drawPath(path, self.paint)

    def contour(self, path: Path, weight: float = FULL, color: Color | None = None) -> None:
        """The outer ink of a shape yet to be filled, of a dark of the shape's own `color`, heavier
        on the side away from the key."""
        width = self.ink_width * weight
        lx, ly = self.light.direction
        ink = self.light.ink if color is None else self.light.inked(color)
        self.canvas.save()
        self.canvas.translate(-lx * width * 0.55, -ly * width * 0.55)
        self.stroke(path, width * 1.8, ink)
        self.canvas.restore()

    def solid(self, path: Path, color: Color, *, depth: float = 0.0, weight: float = FULL) -> None:
        """A shape with ink and one hard shadow `depth` cm deep."""
        if weight:
            self.contour(path, weight, color)
        lx, ly = self.light.direction
        if depth * self.scale < 1.0:
            self.fill(path, self.lit(color))
        else:
            self.fill(path, self.dark(color))
            lit = common(path, moved(path, lx * depth, ly * depth))
            self.fill(lit, self.lit(color))

    def rim(self, path: Path, color: Color, width: float) -> None:
        """A thin light along the edge that is away from the key."""
        if self.light.rim_strength < 0.05 or width * self.scale < 1.2:
            return
        side = -1 if self.light.direction[0] > 0 else 1
        edge = minus(path, moved(path, -side * width, width * 0.35))
        glow = mix(self.lit(color), self.light.rim, 0.8)
        self.fill(edge, glow, self.light.rim_strength)

    def edge(self, points: Points, amount: Points) -> None:
        """A rim light laid along a line, as strong as `amount` (0 … 1) at each point."""
        if self.light.rim_strength < 0.05 or self.scale < 3 or not self.sees(points):
            return
        half = amount * self.ink_width * 0.8
        self.fill(smooth(ribbon(points, half)), self.light.rim, 0.75 * self.light.rim_strength)

    def lit(self, color: Color) -> Color:
        """`color` in the key light."""
        found = self._lit.get(color)
        if found is None:
            found = self._lit[color] = self.light.lit(color)
        return found

    def dark(self, color: Color) -> Color:
        """`color` in the shadow."""
        found = self._dark.get(color)
        if found is None:
            found = self._dark[color] = self.light.shaded(color)
        return found

    def line(
        self, points: Points, weight: float = THIN, *, color: Color | None = None, ends: float = 0.1
    ) -> None:
        """An inner ink line that swells in the middle; `ends` is the width left at its ends."""
        if weight < 0.6 and self.scale < 2.4:
            return  # finer than a pixel
        if not self.sees(points):
            return
        half = _swell(len(points), ends) * (self.ink_width * weight)
        self.fill(smooth(ribbon(points, half)), color or self.light.ink)

    def lines(self, lines: Points, weight: float, color: Color) -> None:
        """Many inner lines at once, shape (lines, points, 2), each thin at both ends."""
        d = np.empty_like(lines)
        d[:, 1:-1] = lines[:, 2:] - lines[:, :-2]
        d[:, 0], d[:, -1] = lines[:, 1] - lines[:, 0], lines[:, -1] - lines[:, -2]
        half = _swell(lines.shape[1], 0.0) * (self.ink_width * weight)
        scale = half / (np.sqrt((d * d).sum(-1)) + 1e-9)
        side = np.stack([-d[..., 1] * scale, d[..., 0] * scale], -1)
        self.fill(smooth_loops(np.concatenate([lines + side, (lines - side)[:, ::-1]], 1)), color)
