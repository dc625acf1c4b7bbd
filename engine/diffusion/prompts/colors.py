"""What a colour is called, of clothes, hair, skin and eyes: models know words, not numbers."""

from math import cbrt

Lab = tuple[float, float, float]

CLOTHES = {
    "black": "#1c1c20",
    "charcoal": "#3a3d45",
    "grey": "#84878c",
    "light grey": "#c4c8ce",
    "white": "#f6f6f4",
    "cream": "#efe8da",
    "beige": "#d6c6a8",
    "camel": "#c19a6b",
    "brown": "#6f4628",
    "dark brown": "#3d281b",
    "maroon": "#6a1b2a",
    "dark red": "#8e2424",
    "red": "#c8342b",
    "coral": "#e8705a",
    "orange": "#e8792f",
    "mustard": "#d6a12c",
    "yellow": "#f0d264",
    "olive": "#5f6a32",
    "sage green": "#93a97c",
    "green": "#3f9150",
    "emerald": "#1f7357",
    "dark green": "#123f33",
    "mint": "#9ad1c2",
    "teal": "#1c8087",
    "sky blue": "#8fb8e8",
    "blue": "#2f6bc6",
    "slate blue": "#566f90",
    "navy": "#1b2747",
    "purple": "#5b3a8c",
    "dark purple": "#35204f",
    "lavender": "#b9a3d6",
    "magenta": "#c22d6b",
    "pink": "#e0a0b2",
    "rose": "#cf7189",
}
HAIR = {
    "black": "#191719",
    "dark brown": "#33231b",
    "brown": "#5a3d28",
    "light brown": "#8a6442",
    "dark blonde": "#b08d57",
    "blonde": "#d9b26a",
    "platinum blonde": "#ecdfc2",
    "auburn": "#7a3320",
    "red": "#a8452a",
    "dark grey": "#5f6066",
    "grey": "#8f9196",
    "silver": "#c3c5ca",
    "white": "#ecebe8",
    "pink": "#e090b0",
    "blue": "#3f66b0",
    "purple": "#6b4596",
    "green": "#4a8a5a",
}
SKIN = {
    "very fair": "#f8e2d2",
    "fair": "#f3d3bd",
    "light": "#e9c19d",
    "tanned": "#d3a07a",
    "light brown": "#b97f58",
    "brown": "#8f5d3d",
    "dark brown": "#6b4630",
    "deep black": "#452d20",
}
EYES = {
    "dark brown": "#2d2018",
    "brown": "#5a3d24",
    "amber": "#9a6a2c",
    "green": "#4d7a4a",
    "blue": "#4f7fa6",
    "grey": "#6b7480",
    "violet": "#5b4a7a",
}


def named(color: str, names: dict[str, str]) -> str:
    """The name in `names` whose colour looks most like "#rrggbb"."""
    wanted = _lab(color)
    return min(names, key=lambda name: _apart(wanted, _lab(names[name])))


def _apart(one: Lab, other: Lab) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _lab(color: str) -> Lab:
    """OKLab, in which distance is difference to the eye."""
    r, g, b = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
