"""Colours as the eye orders them: lightness, hue and chroma (Ottosson's OKLab)."""

from functools import lru_cache
from math import atan2, cos, hypot, pi, sin

Color = tuple[int, int, int]
Lab = tuple[float, float, float]  # lightness 0 … 1, a towards red, b towards yellow

LINEAR = tuple(
    (c / 255) / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in range(256)
)


def parse(color: str) -> Color:
    """ "#rrggbb" as three bytes."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(a: Color, b: Color, amount: float) -> Color:
    """`a` at 0 and before, `b` at 1 and after."""
    amount = min(max(amount, 0.0), 1.0)
    return (
        round(a[0] + (b[0] - a[0]) * amount),
        round(a[1] + (b[1] - a[1]) * amount),
        round(a[2] + (b[2] - a[2]) * amount),
    )


@lru_cache(maxsize=4096)
def lab(color: Color) -> Lab:
    r, g, b = (LINEAR[c] for c in color)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _byte(light: float) -> int:
    light = min(max(light, 0.0), 1.0)
    return round(
        255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
    )


def color_of(at: Lab) -> Color:
    lightness, a, b = at
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _byte(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _byte(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _byte(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def chroma(at: Lab) -> float:
    return hypot(at[1], at[2])


def hue(at: Lab) -> float:
    """Degrees, 0 … 360; some 30 is red, 60 skin, 110 yellow, 260 blue."""
    return atan2(at[2], at[1]) * 180 / pi % 360


def of_hue(lightness: float, much: float, degrees: float) -> Lab:
    return lightness, much * cos(degrees * pi / 180), much * sin(degrees * pi / 180)


def between(a: Lab, b: Lab, amount: float) -> Lab:
    return (
        a[0] + (b[0] - a[0]) * amount,
        a[1] + (b[1] - a[1]) * amount,
        a[2] + (b[2] - a[2]) * amount,
    )


def blood(at: Lab) -> float:
    """How much a colour is of living skin, or of what is as warm as it: 0 … 1."""
    warm = 1 - abs((hue(at) - 50 + 180) % 360 - 180) / 50
    return min(max((chroma(at) - 0.02) / 0.025, 0.0), 1.0) * min(max(warm * 2.5, 0.0), 1.0)
