"""Sheets of a set as pictures of pixels, blurred by distance, kept between shots."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import SetDressing
from engine.rehearsal.backing import Back
from engine.rehearsal.camera import View, closest, need, parted
from engine.rehearsal.cover import Cover, cover_of, whole_of
from engine.rehearsal.framing import Framing
from engine.rehearsal.grading import Grade, grade_for, graded
from engine.rehearsal.lens import NEAR
from engine.rehearsal.light import BRIGHT, DRAIN, GREY, PAPER
from engine.rehearsal.painter import Painter, Sheet
from engine.rehearsal.palette import palette_for
from engine.rehearsal.sets import build

KEPT_BYTES = 12 * 2**20  # of layers, some three set-ups at 720×1280; those of a retake are found
ALIKE = 1.4  # by how much the largest blur may exceed the least that is done with it
COARSE = 1.1  # px of blur from which half the resolution shows as much, at a quarter of the time
UNSHARP = 2.5  # px more for each px of blur that both have
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
    cover: Cover

    def draw(self, canvas: skia.Canvas, matrix: skia.Matrix) -> None:
        blit(canvas, matrix, self.image, self.rect)

    def laid(self, matrix: skia.Matrix) -> skia.Matrix:
        """From pixels of `image` to where `matrix` shows them."""
        x = self.rect.width() / self.image.width()
        y = self.rect.height() / self.image.height()
        own = skia.Matrix.MakeAll(x, 0, self.rect.left(), 0, y, self.rect.top(), 0, 0, 1)
        return skia.Matrix.Concat(matrix, own)

    def enlarged(self) -> "Layer":
        """With a pixel for each of the frame's: what is only slid is then copied, not scaled."""
        if self.rect.width() == self.image.width() and self.rect == skia.Rect.Make(
            self.rect.roundOut()
        ):
            return self
        rect = skia.Rect.Make(self.rect.roundOut())
        if rect.isEmpty():
            return self
        surface = _surface(int(rect.width()), int(rect.height()), self.image.isOpaque())
        canvas = surface.getCanvas()
        canvas.translate(-rect.left(), -rect.top())
        if self.image.isOpaque():
            blit(canvas, skia.Matrix(), self.image, rect)
        else:
            blit(canvas, skia.Matrix(), self.image, self.rect)
        return _layer(self.depth, rect, surface.makeImageSnapshot())

    def drained(self) -> "Layer":
        """With the colours of a memory."""
        surface = _surface(self.image.width(), self.image.height(), self.image.isOpaque())
        keep = skia.ColorFilters.Matrix(
            [
                value
                for row in range(3)
                for value in (
                    *(
                        BRIGHT * ((1 - DRAIN) * (row == column) + DRAIN * GREY[column] * PAPER[row])
                        for column in range(3)
                    ),
                    0.0,
                    0.0,
                )
            ]
            + [0.0, 0.0, 0.0, 1.0, 0.0]
        )
        brush = skia.Paint(ColorFilter=keep)
        surface.getCanvas().drawImage(self.image, 0, 0, skia.SamplingOptions(), brush)
        return replace(self, image=surface.makeImageSnapshot())


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


def _surface(width: int, height: int, opaque: bool) -> skia.Surface:
    kind = skia.kOpaque_AlphaType if opaque else skia.kPremul_AlphaType
    return skia.Surface.MakeRaster(skia.ImageInfo.MakeN32(width, height, kind))


def _layer(depth: float, rect: skia.Rect, image: skia.Image) -> Layer:
    if image.isOpaque():
        return Layer(depth, rect, image, whole_of(image.width(), image.height()))
    return Layer(depth, rect, image, cover_of(image.toarray()))


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
    backs: tuple[Back, ...] = (),
) -> list[Layer]:
    """The set as layers from far to near. `splits` are distances at which people stand between."""
    lens = framing.lens
    grade = grade_for(dressing, framing, backs)
    key = (
        dressing,
        lens,
        framing.blur,
        framing.focus,
        frozenset(views),  # how planes slide apart decides which become one picture
        pivot,
        grade,
        tuple(round(split) for split in splits),
    )
    known = kept.get(key)
    if known is not None:
        return known
    _, sheets = sheets_of(dressing, framing, tracked=views[0].beside)
    made = [
        _raster(framing, views, group, pivot, grade)
        for group in _groups(framing, views, sheets, splits, pivot)
    ]
    kept.put(key, made)
    return made


def sheets_of(
    dressing: SetDressing, framing: Framing, *, tracked: bool
) -> tuple[Painter, list[tuple[float, Sheet]]]:
    """Who painted the set, and its sheets with their cm from the lens, from far to near."""
    painter = Painter(framing.lens, palette_for(dressing), dressing)
    build(painter)
    sheets = [(_depth(framing, sheet), sheet) for sheet in painter.sheets]
    # A tracking camera would draw whatever is nearer than who walks right across them.
    nearest = max(framing.subject * (BESIDE if tracked else CLUTTER), NEAR * 2)
    shown = sorted((pair for pair in sheets if pair[0] > nearest), key=lambda pair: -pair[0])
    return painter, shown


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
            unsharp = min(blur_of(framing, depth), blur_of(framing, last)) * UNSHARP
            if not between and parted(framing, views, depth, last, pivot) < slide + unsharp:
                groups[-1].append((depth, sheet))
                continue
        groups.append([(depth, sheet)])
    return groups


def _raster(
    framing: Framing,
    views: list[View],
    group: list[tuple[float, Sheet]],
    pivot: float,
    grade: Grade,
) -> Layer:
    depth = group[0][0]
    rect = skia.Rect.Make(need(framing, views, depth, pivot).roundOut())
    blurs = [blur_of(framing, plane) if sheet.soft else 0.0 for plane, sheet in group]
    scale = 0.5 if min(blurs) > COARSE else min(max(closest(views, depth), 1.0), 1.25)
    if all(view == views[0] for view in views) and scale > 0.5:
        scale = 1.0
    width, height = max(round(rect.width() * scale), 1), max(round(rect.height() * scale), 1)
    opaque = group[0][1].opaque
    surface = _surface(width, height, opaque)
    canvas = surface.getCanvas()
    if opaque:
        canvas.clear(skia.ColorBLACK)  # else the smoothed seams between walls are see-through
    canvas.scale(width / rect.width(), height / rect.height())
    canvas.translate(-rect.left(), -rect.top())
    for pictures, sigma in _alike([sheet.picture for _, sheet in group], blurs):
        _soft(canvas, pictures, sigma * scale)
    graded(surface, grade, depth, rect, framing)
    image = surface.makeImageSnapshot()
    return _layer(depth, rect, image) if opaque else trimmed(depth, rect, image)


def _alike(
    pictures: list[skia.Picture], blurs: list[float]
) -> list[tuple[list[skia.Picture], float]]:
    """Neighbours that are about as far out of focus are blurred as one: a blur costs more than
    all that it softens."""
    runs: list[tuple[list[skia.Picture], list[float]]] = []
    for picture, sigma in zip(pictures, blurs, strict=True):
        if runs and max(sigma, *runs[-1][1]) < ALIKE * min(sigma, *runs[-1][1]):
            runs[-1][0].append(picture)
            runs[-1][1].append(sigma)
        else:
            runs.append(([picture], [sigma]))
    return [(run, sum(sigmas) / len(sigmas)) for run, sigmas in runs]


def _soft(canvas: skia.Canvas, pictures: list[skia.Picture], sigma: float) -> None:
    """Draw out of focus; `sigma` is in px of the surface, whatever the canvas's scale."""
    soft = sigma >= 0.6
    if soft:
        spread = sigma / canvas.getTotalMatrix().getScaleX()
        blur = skia.ImageFilters.Blur(spread, spread, skia.TileMode.kClamp)
        canvas.saveLayer(paint=skia.Paint(ImageFilter=blur))
    for picture in pictures:
        canvas.drawPicture(picture)
    if soft:
        canvas.restore()


def trimmed(depth: float, rect: skia.Rect, image: skia.Image) -> Layer:
    """Without its empty borders."""
    pixels = image.toarray()
    alpha = pixels[:, :, 3]
    rows, columns = alpha.any(axis=1).nonzero()[0], alpha.any(axis=0).nonzero()[0]
    if not len(rows):
        return _layer(depth, skia.Rect.MakeEmpty(), image.makeSubset(skia.IRect(1, 1)))
    left, top, right, bottom = columns[0], rows[0], columns[-1] + 1, rows[-1] + 1
    x, y = rect.width() / image.width(), rect.height() / image.height()
    rest = skia.Rect.MakeLTRB(
        rect.left() + left * x,
        rect.top() + top * y,
        rect.left() + right * x,
        rect.top() + bottom * y,
    )
    part = image.makeSubset(skia.IRect.MakeLTRB(int(left), int(top), int(right), int(bottom)))
    return Layer(depth, rest, part, cover_of(np.ascontiguousarray(pixels[top:bottom, left:right])))
