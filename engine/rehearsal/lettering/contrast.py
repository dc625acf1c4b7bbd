"""How well letters stand out from what lies behind them, as WCAG 2 measures it."""

from engine.rehearsal.light import Color, mix

LEAST = 4.5  # that text must have
TAKEN = LEAST + 0.7  # with room for the shades and the noise of what lies behind


def luminance(color: Color) -> float:
    """Relative luminance, 0 … 1."""
    parts = [c / 255 for c in color]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Color, b: Color) -> float:
    """1 … 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def legible(color: Color, behind: Color) -> Color:
    """`color`, lightened or darkened only as far as it must be to be read on `behind`."""
    towards = (255, 255, 255) if luminance(behind) < 0.18 else (0, 0, 0)
    for step in range(21):
        shown = mix(color, towards, step / 20)
        if contrast(shown, behind) >= TAKEN:
            return shown
    return towards
