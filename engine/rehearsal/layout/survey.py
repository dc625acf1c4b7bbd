"""A frame surveyed: what stands at each pixel, how far away it is, and how it looks in focus."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import cos, sin

import numpy as np
import skia
from numpy.typing import NDArray
from scipy import ndimage

from engine.rehearsal.actors import Cutout
from engine.rehearsal.camera import View, moved
from engine.rehearsal.framing import Framing
from engine.rehearsal.layers import sheets_of, surface_on
from engine.rehearsal.painter import Walls
from engine.rehearsal.sets.abyss import ABYSS
from engine.rehearsal.stage import Scene, Stage

Map = NDArray[np.float32]
SOLID = 128  # alpha from which a pixel belongs to what is drawn on it
BULGE = 11.0  # cm that the middle of a body is before its outline
OPEN = Walls(half=1e9, height=1e9)


@dataclass(frozen=True)
class Survey:
    picture: NDArray[np.uint8]  # (height, width, 4), BGRA, all in focus
    distance: Map  # (height, width), cm from the lens
    owner: NDArray[np.int16]  # (height, width), index in shot.people, -1 for the set


@dataclass(frozen=True)
class _Plane:
    order: float  # what is laid later is nearer
    depth: float  # cm from where the camera was framed
    matrix: skia.Matrix
    draw: Callable[[skia.Canvas], None]
    person: int = -1


def survey(stage: Stage, n: int) -> Survey:
    """What frame `n` of a shot of people or places shows."""
    scene, seen = stage.scenes[0], stage.views[n]
    height, width, _ = stage.plate.shape
    picture, scratch = (np.zeros((height, width, 4), np.uint8) for _ in range(2))
    whole, single = surface_on(picture), surface_on(scratch)
    distance = np.full((height, width), 1e6, np.float32)
    owner = np.full((height, width), -1, np.int16)
    walls, planes = _planes(stage, n)
    for plane in planes:
        single.getCanvas().clear(0)
        for surface in (single, whole):
            canvas = surface.getCanvas()
            canvas.save()
            canvas.concat(plane.matrix)
            plane.draw(canvas)
            canvas.restore()
        there = scratch[:, :, 3] >= SOLID
        if not there.any():
            continue
        owner[there] = plane.person
        if plane.person < 0:
            reach = np.minimum(plane.depth, _enclosed(scene.framing, walls, plane.matrix, there))
        else:
            pixels = scene.cutouts[plane.person].scale * plane.matrix.getScaleX()
            reach = plane.depth - _relief(there, pixels)[there]
        distance[there] = np.maximum(reach - seen.dz, 1.0)
    return Survey(picture, distance, owner)


def _planes(stage: Stage, n: int) -> tuple[Walls, list[_Plane]]:
    """The room, and its sheets and people from far to near."""
    scene, seen = stage.scenes[0], stage.views[n]
    painter, sheets = sheets_of(stage.shot.set, scene.framing, tracked=stage.views[0].beside)
    bottomless = ABYSS in stage.shot.set.props
    found = [
        _Plane(depth, depth, moved(scene.framing, seen, depth, scene.pivot), sheet.picture.playback)
        for depth, sheet in sheets
    ]
    found += _people(scene, seen, stage, n)
    found.sort(key=lambda plane: -plane.order)
    walls = Walls(OPEN.half, -1.0) if bottomless else painter.walls or OPEN
    return walls, found


def _people(scene: Scene, seen: View, stage: Stage, n: int) -> Iterator[_Plane]:
    for index, cutout in enumerate(scene.cutouts):
        if cutout.seen:
            yield _Plane(
                cutout.order,
                cutout.depth,
                figure_matrix(cutout, seen, scene.pivot),
                _acted(cutout, stage, n),
                index,
            )


def figure_matrix(cutout: Cutout, seen: View, pivot: float) -> skia.Matrix:
    """From figure space (cm) to the frame (px)."""
    matrix = cutout.matrix(seen, pivot)
    matrix.preTranslate(cutout.x, cutout.ground)
    matrix.preScale(cutout.scale, cutout.scale * cutout.squash)
    return matrix


def _acted(cutout: Cutout, stage: Stage, n: int) -> Callable[[skia.Canvas], None]:
    pose = cutout.poses[cutout.held[stage.step(n)]]
    return lambda canvas: cutout.actor.figure.draw(canvas, pose, stage.light)


def _relief(there: NDArray[np.bool_], pixels: float) -> Map:
    """Cm by which a body comes forward inside its outline; `pixels` are px per cm."""
    inside = ndimage.distance_transform_edt(there) / (BULGE * pixels)
    result: Map = BULGE * np.sqrt(1 - (1 - np.minimum(inside, 1.0)) ** 2).astype(np.float32)
    return result


def _enclosed(
    framing: Framing, walls: Walls, matrix: skia.Matrix, there: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Cm from the lens to floor, ceiling or side wall behind each pixel of `there`.

    Nothing of a set is beyond them, though a sheet that holds a floor stands at its far end.
    """
    lens = framing.lens
    back = skia.Matrix()
    if walls.height < 0 or not matrix.invert(back):
        return np.full(int(there.sum()), 1e9)
    y, x = (axis.astype(float) + 0.5 for axis in np.nonzero(there))
    u = back.getScaleX() * x + back.getSkewX() * y + back.getTranslateX()
    v = back.getSkewY() * x + back.getScaleY() * y + back.getTranslateY()
    k = lens.focal * lens.height
    across, down = (u - lens.axis[0]) / k, (v - lens.axis[1]) / k
    # The ray through a pixel in the world: Lens.turn the other way round.
    fall = down * cos(lens.pitch) - sin(lens.pitch)
    with np.errstate(divide="ignore", invalid="ignore"):
        floor = np.where(fall > 0, -lens.y / fall, np.inf)
        ceiling = np.where(fall < 0, (-walls.height - lens.y) / fall, np.inf)
        side = (np.sign(across) * walls.half - lens.x) / across
    nearest = np.minimum(np.minimum(floor, ceiling), np.where(side > 0, side, np.inf))
    result: NDArray[np.float64] = np.where(nearest > 0, nearest, np.inf)
    return result
