"""Pieces of lettering that come and go: each a picture drawn once and then only moved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

import skia

from engine.contracts import Format
from engine.rehearsal.easing import ease

IN, OUT = 0.3, 0.2  # seconds
RISE = 26.0  # px that a rising piece comes from below


class Enter(Enum):
    """How a piece comes in."""

    FADE = "fade"
    RISE = "rise"  # from below, out of nothing
    SLIDE = "slide"  # from beyond the left edge
    WIPE = "wipe"  # uncovered from left to right
    STAMP = "stamp"  # falls onto the picture


@dataclass(frozen=True)
class Part:
    """One piece: `draw` paints what lies in `rect`, in px of a frame of 720×1280."""

    rect: skia.Rect
    draw: Callable[[skia.Canvas], None]
    enter: Enter = Enter.FADE
    delay: float = 0.0
    glides: float = 0.0  # px a second that it drifts to the right


class Pieces:
    """Parts as pictures at the size of a format, drawn at any moment of their time."""

    def __init__(self, parts: Sequence[Part], picture: Format) -> None:
        self.unit = picture.height / 1280
        self.left = (picture.width - 720 * self.unit) / 2
        self._parts = [(part, _image(part, self.unit)) for part in parts]

    def draw(self, canvas: skia.Canvas, since: float, left: float) -> None:
        """`since` and `left` are the seconds that it has been and will be seen."""
        going = ease(left / OUT) if left < OUT else 1.0
        for part, image in self._parts:
            shown = ease((since - part.delay) / IN)
            if shown > 0 and going > 0:
                self._one(canvas, part, image, since, (shown, going))

    def _one(
        self,
        canvas: skia.Canvas,
        part: Part,
        image: skia.Image,
        since: float,
        amount: tuple[float, float],
    ) -> None:
        shown, going = amount
        x = self.left + (part.rect.left() + part.glides * since) * self.unit
        y = part.rect.top() * self.unit
        alpha = going
        if part.enter is Enter.SLIDE:
            x += (shown * going - 1) * (x + image.width())
        elif part.enter is not Enter.WIPE:
            alpha *= shown
        if part.enter is Enter.RISE:
            y += (1 - shown) * RISE * self.unit
        canvas.save()
        if part.enter is Enter.WIPE and shown < 1:
            canvas.clipRect(skia.Rect.MakeXYWH(x, y, image.width() * shown, image.height()))
        if part.enter is Enter.STAMP and shown < 1:
            grow = 1 + 0.5 * (1 - shown)
            canvas.translate(x + image.width() / 2, y + image.height() / 2)
            canvas.scale(grow, grow)
            canvas.translate(-x - image.width() / 2, -y - image.height() / 2)
        settled = shown == 1 and not part.glides
        brush = None if alpha >= 1 else skia.Paint(Alphaf=alpha)
        if settled:
            canvas.drawImage(image, round(x), round(y), skia.SamplingOptions(), brush)
        else:
            smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
            canvas.drawImage(image, x, y, smooth, brush)
        canvas.restore()


def _image(part: Part, unit: float) -> skia.Image:
    width = max(round(part.rect.width() * unit), 1)
    height = max(round(part.rect.height() * unit), 1)
    surface = skia.Surface.MakeRaster(skia.ImageInfo.MakeN32(width, height, skia.kPremul_AlphaType))
    canvas = surface.getCanvas()
    canvas.scale(unit, unit)
    canvas.translate(-part.rect.left(), -part.rect.top())
    part.draw(canvas)
    return surface.makeImageSnapshot()
