"""Inked shapes on a plane of a set, in its cm. A colour "#rrggbb" is graded, bytes are not."""

from collections.abc import Iterable, Sequence

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen, polygon

Box = tuple[float, float, float, float]  # left, top, right, bottom
Spot = tuple[float, float]
Stroke = tuple[float, float, float, float]


def tint(p: Painter, color: str | Color) -> Color:
    """The colour as it looks in this scene."""
    return p.palette.grade(color, 0.66) if isinstance(color, str) else color


def block(
    p: Painter,
    canvas: skia.Canvas,
    box: Box,
    color: str | Color,
    ink: float = 2.0,
    corner: float = 0.0,
) -> None:
    """A filled rectangle with its outline, `ink` cm wide; 0 for none."""
    shape = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(*box), corner, corner)
    canvas.drawRRect(shape, paint(tint(p, color)))
    if ink:
        canvas.drawRRect(shape, pen(p.palette.ink, ink))


def poly(
    p: Painter, canvas: skia.Canvas, points: Sequence[Spot], color: str | Color, ink: float = 2.0
) -> None:
    shape(p, canvas, polygon(points), color, ink)


def shape(
    p: Painter, canvas: skia.Canvas, path: skia.Path, color: str | Color, ink: float = 2.0
) -> None:
    canvas.drawPath(path, paint(tint(p, color)))
    if ink:
        canvas.drawPath(path, pen(p.palette.ink, ink))


def disc(
    p: Painter,
    canvas: skia.Canvas,
    at: Spot,
    radius: float,
    color: str | Color,
    ink: float = 2.0,
) -> None:
    oval(p, canvas, (at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), color, ink)


def oval(p: Painter, canvas: skia.Canvas, box: Box, color: str | Color, ink: float = 2.0) -> None:
    rect = skia.Rect.MakeLTRB(*box)
    canvas.drawOval(rect, paint(tint(p, color)))
    if ink:
        canvas.drawOval(rect, pen(p.palette.ink, ink))


def strokes(
    canvas: skia.Canvas, lines: Iterable[Stroke], color: Color, width: float, alpha: float = 1.0
) -> None:
    """Many lines as one path, which is drawn much faster than one by one."""
    path = skia.Path()
    for ax, ay, bx, by in lines:
        path.moveTo(ax, ay)
        path.lineTo(bx, by)
    canvas.drawPath(path, pen(color, width, alpha))


def boxes(canvas: skia.Canvas, many: Iterable[Box], color: Color, alpha: float = 1.0) -> None:
    """Many rectangles of a colour as one path."""
    path = skia.Path()
    for box in many:
        path.addRect(skia.Rect.MakeLTRB(*box))
    canvas.drawPath(path, paint(color, alpha))


def darker(p: Painter, color: str | Color, amount: float = 0.3) -> Color:
    return mix(tint(p, color), p.palette.ink, amount)


def lighter(p: Painter, color: str | Color, amount: float = 0.25) -> Color:
    return mix(tint(p, color), p.palette.tone(1.0), amount)
