"""How a scene is lit: what sets decide and figures obey."""

from dataclasses import dataclass, replace

Color = tuple[int, int, int]


def parse(color: str) -> Color:
    """ "#rrggbb" as three bytes."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def mix(a: Color, b: Color, amount: float) -> Color:
    """`a` at 0, `b` at 1."""
    return (
        round(a[0] + (b[0] - a[0]) * amount),
        round(a[1] + (b[1] - a[1]) * amount),
        round(a[2] + (b[2] - a[2]) * amount),
    )


@dataclass(frozen=True, slots=True)
class Light:
    """One key light, one shadow tone, one rim; base colours pass through `lit` or `shaded`."""

    direction: tuple[float, float]  # unit vector on screen, y down, towards the key light
    key: Color  # what the lit side is multiplied by
    shadow: Color  # what the shadow side is mixed towards
    shadow_depth: float  # 0 no shadow … 1 silhouette
    rim: Color
    rim_strength: float  # 0 … 1
    ink: Color  # colour of outlines in this light
    drain: float = 0.0  # how much of all colour is lost

    def lit(self, color: Color) -> Color:
        r, g, b = (c * k // 255 for c, k in zip(color, self.key, strict=True))
        return faded((r, g, b), self.drain)

    def shaded(self, color: Color) -> Color:
        return mix(self.lit(color), self.shadow, self.shadow_depth)


DRAIN = 0.5  # of the colours of what is remembered
GREY = (0.3, 0.59, 0.11)  # how much red, green and blue count in a grey


def faded(color: Color, amount: float) -> Color:
    grey = round(sum(c * k for c, k in zip(color, GREY, strict=True)))
    return mix(color, (grey, grey, grey), amount)


def drained(light: Light) -> Light:
    """The light of a memory."""
    return replace(
        light,
        drain=DRAIN,
        shadow=faded(light.shadow, DRAIN),
        rim=faded(light.rim, DRAIN),
        ink=faded(light.ink, DRAIN),
    )
