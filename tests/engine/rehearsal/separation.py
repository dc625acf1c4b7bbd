"""How far the face of a shot's subject stands out from what is round the head, on pixels."""

from typing import NamedTuple

import numpy as np
import skia
from numpy.typing import NDArray

from engine.rehearsal.actors import Cutout
from engine.rehearsal.camera import of_people
from engine.rehearsal.framing import subject_of
from engine.rehearsal.stage import Stage
from tests.engine.rehearsal.cielab import cielab

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
    measured = cielab(picture[:, :, 2::-1])
    return np.stack([measured[..., 0], np.hypot(measured[..., 1], measured[..., 2])], axis=-1)
