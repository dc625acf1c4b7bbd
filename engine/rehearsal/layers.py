"""Sheets of a set as pictures of pixels, blurred by distance, kept between shots."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import SetDressing
from engine.rehearsal.camera import View, closest, need, parted
from engine.rehearsal.framing import Framing
from engine.rehearsal.lens import NEAR
from engine.rehearsal.painter import Painter, Sheet
from engine.rehearsal.palette import palette_for
from engine.rehearsal.sets import build

KEPT_BYTES = 12 * 2**20  # of layers, some three set-ups at 720×1280; those of a retake are found
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
CLUTTER = 0.42  # things nearer than this part of the way to the subject would hide it
BESIDE = 0.97
MERGE_PIXELS = 9.0  # of 1280: planes that slide less than this against each other are one picture


@dataclass(frozen=True)
class Layer:
    """Pixels of a plane: `image` covers `rect` of the framed picture, `depth` cm from the lens."""

    depth: float
    rect: skia.Rect
    image: skia.Image

    def draw(self, canvas: skia.Canvas, matrix: skia.Matrix) -> None:
        blit(canvas, matrix, self.image, self.rect)


def surface_on(pixels: NDArray[np.uint8]) -> skia.Surface:
    """Draw into BGRA `pixels`. Skia's own view of an array is unpremultiplied, a third as fast."""
    height, width, _ = pixels.shape
    return skia.Surface.MakeRasterDirect(
        skia.ImageInfo.MakeN32Premul(width, height), pixels, width * 4
    )


def blit(canvas: skia.Canvas, matrix: skia.Matrix, image: skia.Image, rect: skia.Rect) -> None:
    """Show `image` on `rect` of the framed picture, as the camera moved it.

    A scaled drawImage between BGRA pixels takes 3 ms for a frame; drawImageRect, other pixel
    formats and other blend modes leave Skia's fast path and take up to ten times that.
    """
    if rect.isEmpty():
        return
    x, y = rect.width() / image.width(), rect.height() / image.height()
    canvas.save()
    canvas.concat(matrix)
    canvas.translate(rect.left(), rect.top())
    if x == y == 1.0 and matrix.isIdentity():
        canvas.drawImage(image, 0, 0)
    else:
        canvas.scale(x, y)
        canvas.drawImage(image, 0, 0, LINEAR)
    canvas.restore()


class Kept:
    """The latest layers by what they were made from, bounded by their bytes."""

    def __init__(self, limit: int) -> None:
        self._limit, self._size = limit, 0
        self._kept: OrderedDict[Hashable, list[Layer]] = OrderedDict()

    def get(self, key: Hashable) -> list[Layer] | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: Hashable, layers: list[Layer]) -> None:
        self._kept[key] = layers
        self._size += _bytes(layers)
        while self._size > self._limit and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._size -= _bytes(oldest)


def _bytes(layers: list[Layer]) -> int:
    return sum(layer.image.width() * layer.image.height() * 4 for layer in layers)


kept = Kept(KEPT_BYTES)


def blur_of(framing: Framing, depth: float) -> float:
    """Sigma in px of the frame for a plane at `depth` when the subject is sharp."""
    away = abs(1 - framing.focus / depth)
    return min(away * framing.blur, 13.0) * framing.lens.height / 1280


def layers_for(
    dressing: SetDressing,
    framing: Framing,
    views: list[View],
    splits: Sequence[float],
    pivot: float,
) -> list[Layer]:
    """The set as layers from far to near. `splits` are distances at which people stand between."""
    lens = framing.lens
    rough = tuple(
        tuple(round(side) for side in need(framing, views, depth, pivot))
        for depth in (60_000.0, framing.subject)
    )
    key = (
        dressing,
        lens,
        framing.blur,
        framing.focus,
        rough,
        views[0].beside,
        tuple(round(split) for split in splits),
    )
    known = kept.get(key)
    if known is not None:
        return known
    painter = Painter(lens, palette_for(dressing), dressing)
    build(painter)
    sheets = [(_depth(framing, sheet), sheet) for sheet in painter.sheets]
    # A tracking camera would draw whatever is nearer than who walks right across them.
    clutter = BESIDE if views[0].beside else CLUTTER
    nearest = max(framing.subject * clutter, NEAR * 2)
    sheets = sorted((pair for pair in sheets if pair[0] > nearest), key=lambda pair: -pair[0])
    made = [
        _raster(framing, views, group, pivot)
        for group in _groups(framing, views, sheets, splits, pivot)
    ]
    kept.put(key, made)
    return made


def _depth(framing: Framing, sheet: Sheet) -> float:
    lens = framing.lens
    return lens.depth((lens.x, min(lens.y, 0.0), sheet.z)) if not lens.pitch else sheet.z - lens.z


def _groups(
    framing: Framing,
    views: list[View],
    sheets: list[tuple[float, Sheet]],
    splits: Sequence[float],
    pivot: float,
) -> list[list[tuple[float, Sheet]]]:
    """Neighbours that never slide apart and have nobody between them become one picture."""
    groups: list[list[tuple[float, Sheet]]] = []
    slide = MERGE_PIXELS * framing.lens.height / 1280
    for depth, sheet in sheets:
        if groups:
            last = groups[-1][0][0]
            between = any(depth < split <= groups[-1][-1][0] for split in splits)
            if not between and parted(framing, views, depth, last, pivot) < slide:
                groups[-1].append((depth, sheet))
                continue
        groups.append([(depth, sheet)])
    return groups


def _raster(
    framing: Framing, views: list[View], group: list[tuple[float, Sheet]], pivot: float
) -> Layer:
    depth = group[0][0]
    rect = skia.Rect.Make(need(framing, views, depth, pivot).roundOut())
    blurs = [blur_of(framing, plane) if sheet.soft else 0.0 for plane, sheet in group]
    scale = 0.5 if min(blurs) > 2.0 else min(max(closest(framing, views, depth), 1.0), 1.25)
    if all(view == views[0] for view in views) and scale > 0.5:
        scale = 1.0
    width, height = max(round(rect.width() * scale), 1), max(round(rect.height() * scale), 1)
    opaque = group[0][1].opaque
    info = skia.ImageInfo.MakeN32(
        width, height, skia.kOpaque_AlphaType if opaque else skia.kPremul_AlphaType
    )
    surface = skia.Surface.MakeRaster(info)
    canvas = surface.getCanvas()
    if opaque:
        canvas.clear(skia.ColorBLACK)  # else the smoothed seams between walls are see-through
    canvas.scale(width / rect.width(), height / rect.height())
    canvas.translate(-rect.left(), -rect.top())
    for (_, sheet), sigma in zip(group, blurs, strict=True):
        _soft(canvas, sheet.picture, sigma * scale)
    image = surface.makeImageSnapshot()
    return Layer(depth, rect, image) if opaque else trimmed(Layer(depth, rect, image))


def _soft(canvas: skia.Canvas, picture: skia.Picture, sigma: float) -> None:
    """Draw out of focus; `sigma` is in px of the surface, whatever the canvas's scale."""
    if sigma < 0.6:
        canvas.drawPicture(picture)
        return
    spread = sigma / canvas.getTotalMatrix().getScaleX()
    blur = skia.ImageFilters.Blur(spread, spread, skia.TileMode.kClamp)
    canvas.saveLayer(paint=skia.Paint(ImageFilter=blur))
    canvas.drawPicture(picture)
    canvas.restore()


def trimmed(layer: Layer) -> Layer:
    """Without its empty borders: blits cost by area."""
    alpha = layer.image.toarray()[:, :, 3]
    rows, columns = alpha.any(axis=1).nonzero()[0], alpha.any(axis=0).nonzero()[0]
    if not len(rows):
        return Layer(layer.depth, skia.Rect.MakeEmpty(), layer.image.makeSubset(skia.IRect(1, 1)))
    left, top, right, bottom = columns[0], rows[0], columns[-1] + 1, rows[-1] + 1
    x = layer.rect.width() / layer.image.width()
    y = layer.rect.height() / layer.image.height()
    rect = skia.Rect.MakeLTRB(
        layer.rect.left() + left * x,
        layer.rect.top() + top * y,
        layer.rect.left() + right * x,
        layer.rect.top() + bottom * y,
    )
    part = layer.image.makeSubset(skia.IRect.MakeLTRB(int(left), int(top), int(right), int(bottom)))
    return Layer(layer.depth, rect, part)
