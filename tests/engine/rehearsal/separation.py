"""How far the face of a shot's subject stands out from what is round the head, on pixels."""

from typing import NamedTuple

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.actors import Cutout
from engine.rehearsal.camera import of_people
from engine.rehearsal.framing import subject_of
from engine.rehearsal.stage import Stage

Mask = NDArray[np.bool_]
LEAST_PIXELS = 30


class Separation(NamedTuple):
    """CIE L* and chroma, 0 … 100."""

    face: float
    around: float
    chroma: float  # of the face
    chroma_around: float

    @property
    def contrast(self) -> float:
        return abs(self.face - self.around)


def separation(stage: Stage, n: int) -> Separation | None:
    """Of frame `n`; None where the subject shows no face or nothing is seen round it."""
    chosen = subject_of(stage.shot.people)
    if stage.shot.insert is not None or chosen is None:
        return None
    picture = stage.frame(n).copy()
    pose = int(stage.times[n] * 12 + 1e-6)
    scene, seen = stage.scenes[0], of_people(stage.views[n])
    cutout = scene.cutouts[chosen]
    acted = cutout.poses[cutout.held[pose]]
    points = cutout.actor.figure.face(acted)
    if len(points) < 6:
        return None
    matrix = cutout.matrix(seen, scene.pivot)
    matrix.preTranslate(cutout.x, cutout.ground)
    matrix.preScale(cutout.scale, cutout.scale * cutout.squash)
    at = np.array([(p.x(), p.y()) for p in matrix.mapPoints([skia.Point(*p) for p in points])])
    marks = cutout.actor.figure.landmarks(acted)
    head = matrix.mapRadius(marks.head_width)
    shape = picture.shape[:2]
    middle = at.mean(axis=0)
    y, x = np.mgrid[: shape[0], : shape[1]]
    away = np.hypot(x - middle[0], (y - middle[1] + head * 0.12) / 1.15)
    people = np.zeros(shape, bool)
    for one in scene.cutouts:
        people |= _mask(one, one.matrix(seen, scene.pivot), shape)
    face = np.hypot(x - middle[0], (y - middle[1]) / 1.2) < head * 0.3
    ring = (away < head * 1.15) & ~people & (y < middle[1] + head * 0.5)
    if face.sum() < LEAST_PIXELS or ring.sum() < LEAST_PIXELS:
        return None
    lab = lightness_and_chroma(picture)
    inside, outside = lab[face], lab[ring]
    return Separation(
        float(np.median(inside[:, 0])),
        float(outside[:, 0].mean()),
        float(np.median(inside[:, 1])),
        float(outside[:, 1].mean()),
    )


def _mask(cutout: Cutout, matrix: skia.Matrix, shape: tuple[int, ...]) -> Mask:
    surface = skia.Surface(shape[1], shape[0])
    if cutout.layer is not None:
        cutout.layer.draw(surface.getCanvas(), matrix)
    covered: Mask = surface.makeImageSnapshot().toarray()[:, :, 3] > 8
    return covered


def lightness_and_chroma(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """CIELAB L* and C* of a BGRA picture, shape (height, width, 2)."""
    rgb = picture[:, :, 2::-1].astype(float) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = linear @ to_xyz.T / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    a, b = 500 * (f[:, :, 0] - f[:, :, 1]), 200 * (f[:, :, 1] - f[:, :, 2])
    return np.stack([116 * f[:, :, 1] - 16, np.hypot(a, b)], axis=-1)
