"""Where a figure stands on the framed picture: from its own centimetres to pixels and back."""

from dataclasses import dataclass

from engine.rehearsal.framing import Mark
from engine.rehearsal.lens import Lens

Flat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Footing:
    """Figure space on the picture: its origin in px, px per cm, and how much it is shortened."""

    x: float
    ground: float
    scale: float
    squash: float

    def shown(self, point: Flat) -> Flat:
        """A point of figure space (cm) on the picture (px)."""
        return (
            self.x + point[0] * self.scale,
            self.ground + point[1] * self.scale * self.squash,
        )

    def within(self, pixel: Flat) -> Flat:
        """A point of the picture (px) in figure space (cm)."""
        return (
            (pixel[0] - self.x) / self.scale,
            (pixel[1] - self.ground) / (self.scale * self.squash),
        )


def footing(mark: Mark, lens: Lens) -> Footing:
    scale = lens.scale(mark.depth)
    x, at = lens.project(mark.point)
    return Footing(
        x - mark.aside * scale, at + mark.anchor * scale * mark.squash, scale, mark.squash
    )
