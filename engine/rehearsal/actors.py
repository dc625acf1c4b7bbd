"""People in front of the lens: acted on twos, drawn once, moved with the camera every frame."""

from dataclasses import dataclass
from math import ceil

import numpy as np
import skia

from engine.contracts import Blocking, Gesture
from engine.rehearsal.camera import View, moved, need, of_people
from engine.rehearsal.cover import bounds_of, cover_of
from engine.rehearsal.figure import Acting, Figure
from engine.rehearsal.figure.figure import at_rest
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.footing import footing
from engine.rehearsal.framing import Framing, Mark
from engine.rehearsal.held import calmed, held
from engine.rehearsal.layers import Layer, blur_of, surface_on
from engine.rehearsal.light import Light

WIDEST = 130.0  # cm a figure's arms and falls reach to either side
TALLEST = 215.0
BELOW = 30.0
ON_TWOS = 12  # poses a second
SMEARED = 0.25  # for each px of blur, how much further someone moves before it is seen
COARSE = 8  # pixels between looks for where a figure ends


@dataclass(frozen=True)
class Actor:
    """One person of the shot, ready to be acted."""

    blocking: Blocking
    figure: Figure
    acting: Acting

    def eyes(self, t: float) -> tuple[float, float]:
        """Where the eyes are at `t`, in figure space."""
        return self.figure.landmarks(self.acting.pose(t)).eyes

    def poses(self, count: int) -> list[Pose]:
        """The first `count` poses of the shot; the back of a soft head changes every third only."""
        slow = 3 if self.blocking.over_shoulder else 1
        acted = [self.acting.pose(step / ON_TWOS) for step in range(0, count, slow)]
        return [acted[step // slow] for step in range(count)]


class Cutout:
    """An actor as a picture that is redrawn with each new pose and slides like any other plane.

    `order` is the depth that it is laid by: a hand on another's cheek is before the cheek.
    """

    def __init__(
        self,
        actor: Actor,
        poses: list[Pose],
        mark: Mark,
        framing: Framing,
        views: list[View],
        pivot: float,
        order: float,
    ) -> None:
        self.actor, self.depth, self.order = actor, mark.depth, order
        self.framing, self.copied = framing, all(v.zoom == 1 and v.dz == 0 for v in views)
        views = [of_people(seen) for seen in views]
        lens = framing.lens
        self.scale = lens.scale(mark.depth)
        self.squash = mark.squash
        foot = footing(mark, lens)
        self.x, self.ground = foot.x, foot.ground
        wide = WIDEST + max(abs(pose.step) for pose in poses)
        body = skia.Rect.MakeLTRB(
            self.x - wide * self.scale,
            self.ground - TALLEST * self.scale,
            self.x + wide * self.scale,
            self.ground + BELOW * self.scale,
        )
        self.seen = body.intersect(need(framing, views, mark.depth, pivot))
        self.rect = body = skia.Rect.Make(body.roundOut())
        done = {cue.gesture for cue in actor.blocking.gestures}
        self.aloft = bool(done & {Gesture.FALL, Gesture.HANG})
        sharp = actor.blocking.focus and not actor.blocking.over_shoulder
        if framing.focus != framing.subject:  # the focus was racked to someone else
            sharp = abs(mark.depth - framing.focus) < 1
        near = 2.4 if actor.blocking.over_shoulder else 0.7
        self.sigma = 0.0 if sharp else near * blur_of(framing, mark.depth)
        self.quality = 0.5 if self.sigma > 2.5 * lens.height / 1280 else 1.0
        size = self.scale / lens.height * 1280
        low = (self.rect.bottom() - self.ground) / (self.scale * self.squash)
        self.poses = calmed(poses, size, low - actor.figure.landmarks(poses[0]).chin[1])
        self.held = held(self.poses, size / (1 + self.sigma * SMEARED))
        self._shown: tuple[int, Light] | None = None
        area = (ceil(body.width() * self.quality), ceil(body.height() * self.quality))
        self.pixels = np.zeros((max(area[1], 1), max(area[0], 1), 4), np.uint8)
        self.surface = surface_on(self.pixels)
        self._under = np.empty_like(self.pixels)  # what lies behind the face, of `_still`
        self._still: tuple[Pose, Light] | None = None
        self.layer: Layer | None = None

    def pose(self, index: int, light: Light) -> None:
        """Draw what is shown at step `index`, if that is another drawing or another light."""
        step = self.held[index]
        if not self.seen or self._shown == (step, light):
            return
        self._shown = step, light
        pose, figure = self.poses[step], self.actor.figure
        canvas = self.surface.getCanvas()
        blurred = self.sigma > 0.6
        still = None if blurred else (at_rest(pose), light)
        kept = still is not None and still == self._still
        if kept:
            np.copyto(self.pixels, self._under)
        else:
            canvas.clear(0)
        canvas.save()
        canvas.scale(self.quality, self.quality)
        canvas.translate(-self.rect.left(), -self.rect.top())
        if blurred:
            blur = skia.ImageFilters.Blur(self.sigma, self.sigma, skia.TileMode.kDecal)
            canvas.saveLayer(paint=skia.Paint(ImageFilter=blur))
        canvas.translate(self.x, self.ground)
        canvas.scale(self.scale, self.scale * self.squash)
        if not kept:
            if not self.aloft:
                self._shadow(canvas, light, pose.step)
            figure.draw_still(canvas, pose, light)
            if not blurred:
                np.copyto(self._under, self.pixels)
                self._still = still
        figure.draw_acting(canvas, pose, light)
        if blurred:
            canvas.restore()
        canvas.restore()
        self.layer = self._cropped()

    def _cropped(self) -> Layer | None:
        """Only the pixels that someone is on: blits cost by area."""
        drawn = self.pixels[::COARSE, ::COARSE, 3]
        rows, columns = (np.flatnonzero(drawn.any(axis=axis)) for axis in (1, 0))
        if not len(rows):
            return None
        top, left = (max(int(ends[0]) * COARSE - 2 * COARSE, 0) for ends in (rows, columns))
        bottom = min((int(rows[-1]) + 3) * COARSE, self.pixels.shape[0])
        right = min((int(columns[-1]) + 3) * COARSE, self.pixels.shape[1])
        image = self.surface.makeImageSnapshot(skia.IRect.MakeLTRB(left, top, right, bottom))
        k = 1 / self.quality
        rect = skia.Rect.MakeXYWH(
            self.rect.left() + left * k,
            self.rect.top() + top * k,
            (right - left) * k,
            (bottom - top) * k,
        )
        # Where planes are copied and not scaled, looking costs more than it spares.
        part = self.pixels[top:bottom, left:right]
        cover = bounds_of(right - left, bottom - top) if self.copied else cover_of(part)
        return Layer(self.depth, rect, image, cover)

    def _shadow(self, canvas: skia.Canvas, light: Light, step: float) -> None:
        """A hard shadow on the ground, away from the light."""
        lean = step - light.direction[0] * 26
        brush = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(120, *light.ink))
        canvas.drawOval(skia.Rect.MakeLTRB(-34 + lean, -7, 34 + lean, 8), brush)

    def matrix(self, seen: View, pivot: float) -> skia.Matrix:
        """Where the camera shows it now."""
        return moved(self.framing, of_people(seen), self.depth, pivot)
