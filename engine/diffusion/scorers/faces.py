"""Where faces are in a picture, and each of them cut out upright."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.diffusion.scorers.embedding import fed
from engine.diffusion.scorers.opened import Scorer
from engine.quality.footage import Picture

_STRIDES = (8, 16, 32)  # px of the detector's three grids
_OVERLAP = 0.3  # of two boxes that are one face
_SMALLEST = 24  # px of a face's width below which nobody is told by it
# Where eyes, nose and corners of the mouth lie in the 112 px of an upright face (ArcFace's).
_UPRIGHT = np.array(
    [[38.29, 51.70], [73.53, 51.50], [56.03, 71.74], [41.55, 92.37], [70.73, 92.20]], np.float64
)
_FACE = 112
_HALF = 0.5  # scale below which pixels are averaged first: they would be skipped


@dataclass(frozen=True, slots=True)
class Face:
    """In px of the picture: box as left, top, width, height, and five points, shape (5, 2)."""

    box: tuple[float, float, float, float]
    points: NDArray[np.float64]
    sure: float


def faces(picture: Picture, detector: Scorer) -> list[Face]:
    """The faces of a picture that are large enough to tell who it is, the largest first."""
    card = detector.card
    height, width = picture.shape[:2]
    scale = min(card.size[0] / width, card.size[1] / height)
    small = Image.fromarray(picture).resize((round(width * scale), round(height * scale)))
    canvas = np.zeros((card.size[1], card.size[0], 3), np.uint8)
    canvas[: small.height, : small.width] = np.asarray(small)
    outputs = detector.graph.named(fed(canvas, card))
    rows = np.concatenate([_decoded(outputs, stride, card.size[0]) for stride in _STRIDES])
    rows = _apart(rows[rows[:, 14] >= card.least])
    rows[:, :14] /= scale
    found = [_face(row) for row in rows if row[2] >= _SMALLEST]
    return sorted(found, key=lambda face: -face.box[2] * face.box[3])


def _decoded(
    outputs: dict[str, NDArray[np.float32]], stride: int, width: int
) -> NDArray[np.float64]:
    """One grid as rows of box, ten coordinates and how sure it is, in px of the detector."""
    kinds = ("cls", "obj", "bbox", "kps")
    cls, obj, box, points = (
        np.asarray(outputs[f"{kind}_{stride}"][0], np.float64) for kind in kinds
    )
    columns = width // stride
    cell = np.arange(len(cls))
    at = np.stack([cell % columns, cell // columns], axis=1)
    centre = (at + box[:, :2]) * stride
    size = np.exp(box[:, 2:]) * stride
    marks = (points.reshape(-1, 5, 2) + at[:, None]) * stride
    sure = np.sqrt(cls.clip(0, 1) * obj.clip(0, 1)).reshape(-1, 1)
    return np.concatenate([centre - size / 2, size, marks.reshape(-1, 10), sure], axis=1)


def _apart(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The surest of boxes that lie over one another."""
    kept: list[NDArray[np.float64]] = []
    for row in rows[np.argsort(-rows[:, 14], kind="stable")]:
        if all(_shared(row, other) < _OVERLAP for other in kept):
            kept.append(row)
    return np.array(kept).reshape(-1, 15)


def _shared(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """Intersection over union of two boxes."""
    corner = np.maximum(a[:2], b[:2])
    side = (np.minimum(a[:2] + a[2:4], b[:2] + b[2:4]) - corner).clip(0)
    common = float(side.prod())
    return common / float(a[2:4].prod() + b[2:4].prod() - common)


def _face(row: NDArray[np.float64]) -> Face:
    left, top, width, height = (float(value) for value in row[:4])
    return Face((left, top, width, height), row[4:14].reshape(5, 2), float(row[14]))


def upright(picture: Picture, face: Face, size: tuple[int, int]) -> Picture:
    """The face turned, scaled and moved so that its points lie where the embedder knows them."""
    target = _UPRIGHT * (np.array(size) / _FACE)
    turn, shift, scale = similarity(face.points, target)
    image, points = Image.fromarray(picture), face.points
    if scale < _HALF:
        factor = int(1 / scale)
        image = image.reduce(factor)
        turn, shift, scale = similarity(points / factor, target)
    back = np.linalg.inv(turn)
    start = -back @ shift
    matrix = (back[0, 0], back[0, 1], start[0], back[1, 0], back[1, 1], start[1])
    made = image.transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR)
    return np.asarray(made)


def similarity(
    source: NDArray[np.float64], target: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """The turn (times its scale), shift and scale that bring points nearest to others."""
    middle, other = source.mean(axis=0), target.mean(axis=0)
    a, b = source - middle, target - other
    # Without a mirror, a turn and a scale are one complex number.
    along = float((a * b).sum())
    across = float((a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum())
    spread = max(float((a * a).sum()), 1e-9)
    turn = np.array([[along, -across], [across, along]]) / spread
    return turn, other - turn @ middle, float(np.hypot(along, across) / spread)


def clothes(picture: Picture, face: Face) -> Picture | None:
    """What somebody wears, from the chin down as far as it is seen; None where it is not."""
    left, top, width, height = face.box
    chin = round(top + height)
    area = picture[
        max(chin, 0) : round(chin + 3.5 * height),
        max(round(left - width), 0) : max(round(left + 2 * width), 0),
    ]
    return area if area.shape[0] >= height and area.shape[1] >= width else None
