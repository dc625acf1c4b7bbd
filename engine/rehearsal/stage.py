"""One shot put on its feet: set, people, camera, light, effects; draws any frame of it."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, cos, sin

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import EffectKind, Move, RenderRequest, Shot
from engine.rehearsal import inserts
from engine.rehearsal.actors import ON_TWOS, Actor, Cutout
from engine.rehearsal.aiming import aimed
from engine.rehearsal.backing import backs
from engine.rehearsal.camera import View, moved, of_people, view
from engine.rehearsal.contact import meet
from engine.rehearsal.effects import Overlays
from engine.rehearsal.effects.feelings import felt_by
from engine.rehearsal.effects.lightning import against, backlit
from engine.rehearsal.effects.moving_light import upon
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.framing import Framing, heads, subject_of
from engine.rehearsal.layers import LINEAR, Layer, layers_for, surface_on
from engine.rehearsal.light import Light, drained
from engine.rehearsal.palette import light_for, palette_for
from engine.rehearsal.split import Split, halves
from engine.rehearsal.turned import turned
from engine.rehearsal.unmasked import unmasked

Pixels = NDArray[np.uint8]
# Moves that are still or quick: nobody sees that they go by whole pixels, which are copied faster.
STEPPED = {Move.STATIC, Move.HANDHELD, Move.WHIP, Move.TRACK}


@dataclass
class Scene:
    """Layers and people with one plane in focus."""

    framing: Framing
    layers: list[Layer]
    cutouts: list[Cutout]
    pivot: float
    steps: bool  # planes move by whole pixels

    def pose(self, index: int, light: Light) -> None:
        for cutout in self.cutouts:
            cutout.pose(index, light)

    def drawings(self, index: int) -> tuple[int, ...]:
        """Which drawing of each person is shown at step `index`."""
        return tuple(cutout.held[index] for cutout in self.cutouts)

    def draw(self, canvas: skia.Canvas, seen: View) -> None:
        """Everything from far to near, each where nothing nearer hides it."""
        device = canvas.getTotalMatrix()
        hidden = skia.Region()
        shown: list[tuple[Layer, skia.Matrix, skia.Region]] = []
        for layer, matrix in self._planes(seen):
            laid = skia.Matrix.Concat(device, layer.laid(matrix))
            clip = layer.cover.shown(laid)
            clip.op(hidden, skia.Region.kDifference_Op)
            if not clip.isEmpty():
                hidden.op(layer.cover.hidden(laid), skia.Region.kUnion_Op)
                shown.append((layer, matrix, clip))
        for layer, matrix, clip in reversed(shown):
            canvas.save()
            canvas.clipRegion(clip)
            layer.draw(canvas, matrix)
            canvas.restore()

    def _planes(self, seen: View) -> list[tuple[Layer, skia.Matrix]]:
        """What is to be drawn and where, the nearest first."""
        laid = [
            (layer.depth, layer, moved(self.framing, seen, layer.depth, self.pivot))
            for layer in self.layers
        ]
        laid += [
            (cutout.order, cutout.layer, cutout.matrix(seen, self.pivot))
            for cutout in self.cutouts
            if cutout.layer is not None
        ]
        laid.sort(key=lambda plane: plane[0])
        planes = [(layer, matrix) for _, layer, matrix in laid]
        if self.steps:
            for _, matrix in planes:
                matrix.setTranslateX(round(matrix.getTranslateX()))
                matrix.setTranslateY(round(matrix.getTranslateY()))
        return planes


def frozen_at(shot: Shot) -> float:
    """The second at which a freeze stops all motion of people and camera."""
    starts = [e.at for e in shot.effects if e.kind is EffectKind.FREEZE_TITLE]
    return min(starts, default=shot.duration)


class Stage:
    """Draws the frames of one shot. `frame(n)` gives BGRA bytes of shape (height, width, 4), shared
    with the next call."""

    def __init__(self, request: RenderRequest, actors: list[Actor], frames: int) -> None:
        self.shot, self.picture = request.shot, request.format
        self._lit = self.light = light_for(self.shot.set)
        self.remembered = any(
            e.kind is EffectKind.FLASHBACK and e.at == 0 for e in self.shot.effects
        )
        if self.remembered:
            self._lit = self.light = drained(self.light)
        self.freeze = frozen_at(self.shot)
        fps = self.picture.fps
        self.times = [n / fps for n in range(frames)]
        shape = (self.picture.height, self.picture.width, 4)
        self.plate, self.out = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
        self._plate, self._out = surface_on(self.plate), surface_on(self.out)
        self.changed = True  # whether the latest frame differs from the one before
        self._overlaid = False  # whether something lay over the latest frame
        self._drawn: tuple[tuple[int, ...], View, Light] | None = None
        self.overlays = Overlays(self.shot, self.picture, palette_for(self.shot.set), request.seed)
        self.split: Split | None = None
        if self.shot.insert is not None:
            self.insert = inserts.Inserted(self.shot, self.picture, request.cast)
            return
        if halves(self.shot):
            self.split = Split(request, actors, frames, Stage)
            return
        self._block(actors)

    def _block(self, actors: list[Actor]) -> None:
        """Aim the camera, place everyone, build the set."""
        shot = self.shot
        framing = aimed(shot, actors, self.picture, min(self.times[-1], self.freeze))
        self.views = [view(shot, framing, min(t, self.freeze)) for t in self.times]
        chosen = subject_of(shot.people)
        pivot = 0.0
        if chosen is not None:
            pivot = framing.lens.project(framing.marks[chosen].point)[0] - framing.lens.axis[0]
        last = self.step(len(self.times) - 1)
        poses, self.contacts = meet(
            shot, actors, [actor.poses(last + 1) for actor in actors], framing
        )
        poses = unmasked(shot, actors, poses, framing)
        self.overlays.blow = self._struck_at(framing, pivot)
        self.overlays.faces = heads(shot, framing, [actor.eyes(0.0) for actor in actors])
        self.scenes = [self._scene(framing, actors, poses, pivot)]
        if shot.move is Move.RACK_FOCUS:
            far = max((mark.depth for mark in framing.marks), default=framing.subject * 2.4)
            racked = replace(framing, focus=max(far, framing.subject * 1.5))
            self.scenes.append(self._scene(racked, actors, poses, pivot))

    def _struck_at(self, framing: Framing, pivot: float) -> tuple[float, float] | None:
        """Where on the frame the first touch of the shot is, px."""
        met = next((met for met in self.contacts if met.touch.strikes), None)
        if met is None:
            return None
        frame = min(ceil(met.at * self.picture.fps / ON_TWOS), len(self.views) - 1)
        seen = of_people(self.views[frame])
        matrix = moved(framing, seen, framing.marks[met.other].depth, pivot)
        point = matrix.mapXY(*met.point)
        return point.x(), point.y()

    def _scene(
        self, framing: Framing, actors: list[Actor], poses: list[list[Pose]], pivot: float
    ) -> Scene:
        splits = [mark.depth for mark in framing.marks]
        order = list(splits)
        for met in self.contacts:
            order[met.by] = min(order[met.by], order[met.other] - 0.5)
        standing = [(actor.figure.look, actor.eyes(0.0)) for actor in actors]
        behind = backs(self.shot.people, standing, framing, self.light)
        layers = layers_for(self.shot.set, framing, self.views, splits, pivot, behind)
        if self.remembered:
            layers = [layer.drained() for layer in layers]
        cutouts = [
            Cutout(actor, acted, mark, framing, self.views, pivot, place)
            for actor, acted, mark, place in zip(actors, poses, framing.marks, order, strict=True)
        ]
        if all(seen.zoom == 1 and seen.dz == 0 for seen in self.views):
            layers = [layer.enlarged() for layer in layers]
            return Scene(framing, layers, cutouts, pivot, self.shot.move in STEPPED)
        return Scene(framing, layers, cutouts, pivot, steps=False)

    def frame(self, n: int) -> Pixels:
        """Frame `n`; its seconds are n / fps."""
        plate = self.clean(n)
        overlaid, self._overlaid = self._overlaid, self.overlays.seen_at(self.times[n])
        if not self._overlaid:
            self.changed |= overlaid
            return plate
        self.changed = True
        np.copyto(self.out, self.plate)
        self.overlays.draw(self._out.getCanvas(), n, self.times[n])
        return self.out

    def clean(self, n: int) -> Pixels:
        """Frame `n` without anything laid over set and people."""
        if self.shot.insert is not None:
            self.insert.draw(self._plate.getCanvas(), min(self.times[n], self.freeze))
        elif self.split is not None:
            self.split.draw(self._plate.getCanvas(), n)
        else:
            self.changed = self._compose(n)
        return self.plate

    def step(self, n: int) -> int:
        """Which step of the acting frame `n` shows."""
        return int(min(self.times[n], self.freeze) * ON_TWOS + 1e-6)

    def _compose(self, n: int) -> bool:
        """Draw set and people anew, unless neither a drawing nor the camera has changed."""
        pose = self.step(n)
        seen = self.views[n]
        struck = backlit(self.shot, self.times[n], self.overlays.seed)
        self._lit = (
            against(self.light) if struck else self._light_at(min(self.times[n], self.freeze))
        )
        drawn = (self.scenes[0].drawings(pose), seen, self._lit)
        if self._drawn == drawn:
            return False
        if seen.roll:
            self._rolled(pose, seen)
        else:
            self._draw(self._plate.getCanvas(), pose, seen)
        if seen.smear > 0.05:
            self._streak(self._plate.getCanvas(), seen.smear)
        self._drawn = drawn
        return True

    def _light_at(self, t: float) -> Light:
        """What falls on people, on twos as they move."""
        on_twos = int(t * ON_TWOS + 1e-6) / ON_TWOS
        moved = upon(self.light, self.shot.set, on_twos, self.overlays.seed)
        return felt_by(moved, self.shot, on_twos)

    def _draw(self, canvas: skia.Canvas, pose: int, seen: View) -> None:
        """Set and people; between two planes of focus, the one over the other."""
        racked = len(self.scenes) > 1 and seen.rack > 0
        shown = self.scenes[1:] if racked and seen.rack >= 1 else self.scenes[: 2 if racked else 1]
        for scene in shown:
            scene.pose(pose, self._lit)
        shown[0].draw(canvas, seen)
        if len(shown) > 1:
            canvas.saveLayerAlpha(None, round(seen.rack * 255))
            shown[1].draw(canvas, seen)
            canvas.restore()

    def _rolled(self, pose: int, seen: View) -> None:
        """Drawn upright on a larger plate, which is then turned as a whole."""
        size = self.picture.width, self.picture.height
        canvas = self._upright.getCanvas()
        canvas.save()
        canvas.translate(
            (self._upright.width() - size[0]) / 2, (self._upright.height() - size[1]) / 2
        )
        self._draw(canvas, pose, replace(seen, roll=0.0))
        canvas.restore()
        turned(self._plate.getCanvas(), self._upright.makeImageSnapshot(), seen.roll, size)

    @cached_property
    def _upright(self) -> skia.Surface:
        width, height = self.picture.width, self.picture.height
        steepest = max(abs(seen.roll) for seen in self.views)
        c, s = cos(steepest), sin(steepest)
        info = skia.ImageInfo.MakeN32(
            2 * ceil((width * c + height * s) / 2),
            2 * ceil((height * c + width * s) / 2),
            skia.kOpaque_AlphaType,
        )
        return skia.Surface.MakeRaster(info)

    def _streak(self, canvas: skia.Canvas, amount: float) -> None:
        """A whip smears the picture along the pan: drawn narrow, then stretched back."""
        width, height = self.picture.width, self.picture.height
        narrow = skia.Surface(max(width // 40, 4), height // 2)
        small = narrow.getCanvas()
        picture = self._plate.makeImageSnapshot()
        small.drawImageRect(
            picture,
            skia.Rect.MakeWH(narrow.width(), narrow.height()),
            skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
        )
        brush = skia.Paint(Alphaf=min(amount * 1.4, 0.9))
        canvas.drawImageRect(
            narrow.makeImageSnapshot(), skia.Rect.MakeWH(width, height), LINEAR, brush
        )
