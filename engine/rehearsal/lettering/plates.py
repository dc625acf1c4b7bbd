"""What lettering stands on: ink with one slant and an edge of halftone, the same for all cards."""

from collections.abc import Callable

import skia

from engine.rehearsal.painter import paint, polygon

NIGHT = (12, 13, 20)
COVER = 0.86  # how much of what lies behind an ink plate it hides
SLANT = 0.24  # how far an edge leans, of its height
PITCH = 11.0  # px between the dots of halftone


def slanted(left: float, top: float, right: float, bottom: float) -> skia.Path:
    """A plate whose right end leans with the one slant of all lettering."""
    lean = (bottom - top) * SLANT
    return polygon([(left, top), (right + lean, top), (right, bottom), (left, bottom)])


def dotted(area: skia.Rect, size: Callable[[float, float], float]) -> skia.Path:
    """Halftone over `area`; `size` gives for a place how large its dot is, 0 … 1."""
    path = skia.Path()
    row, y = 0, area.top()
    while y <= area.bottom():
        x = area.left() + (PITCH / 2 if row % 2 else 0.0)
        while x <= area.right():
            radius = min(max(size(x, y), 0.0), 1.0) * PITCH * 0.62
            if radius > 0.8:
                path.addCircle(x, y, radius)
            x += PITCH
        row, y = row + 1, y + PITCH * 0.62
    return path


def ground(canvas: skia.Canvas, top: float, solid: float, bottom: float, fade: float) -> None:
    """Ink over the whole width between `solid` and `bottom`; above and below it thins to dots."""
    rise, fall = solid - top, fade - bottom
    path = dotted(skia.Rect.MakeLTRB(-6, top, 726, solid), lambda x, y: (y - top) / rise)
    path.addPath(
        dotted(skia.Rect.MakeLTRB(-6, bottom, 726, fade), lambda x, y: 1 - (y - bottom) / fall)
    )
    path.addRect(skia.Rect.MakeLTRB(-20, solid, 740, bottom))
    canvas.drawPath(path, paint(NIGHT, COVER))  # as one, or what overlaps would be darker
