"""One person of the cast, ready to be drawn in any pose, size and light."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Character, Posture
from engine.rehearsal.figure.accessories import ON_BODY, ON_HEAD, glasses
from engine.rehearsal.figure.arms import (
    draw_arm,
    draw_grip,
    emerges,
    hand_place,
    ink_arm,
    is_far,
    is_raised,
)
from engine.rehearsal.figure.bodyview import BodyView, shell_of
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.build import build_of
from engine.rehearsal.figure.driving import draw_belt, draw_wheel
from engine.rehearsal.figure.folds import folds_of
from engine.rehearsal.figure.hair import draw as hair_draw
from engine.rehearsal.figure.hair import hair_of
from engine.rehearsal.figure.head import draw_brows, draw_face, draw_near_ear, head_path
from engine.rehearsal.figure.headview import HeadView, view_of
from engine.rehearsal.figure.headwear import HATS, HEADWEAR
from engine.rehearsal.figure.joints import joints_of
from engine.rehearsal.figure.legs import draw_legs
from engine.rehearsal.figure.pose import OF_FACE, OF_HEAD, Landmarks, Point, Pose
from engine.rehearsal.figure.skeleton import Arm, solve
from engine.rehearsal.figure.skull import build_skull
from engine.rehearsal.figure.tones import tones_of
from engine.rehearsal.figure.torso import draw_neck, draw_top
from engine.rehearsal.figure.wardrobe import cut_of
from engine.rehearsal.figure.wardrobe.over import OVER, draw_trail
from engine.rehearsal.light import Light, parse

Array = NDArray[np.float64]
# Corners and lids of the eyes, corners and edges of the mouth, in face coordinates.
FEATURES = np.array(
    [(side * x, y) for side in (-1, 1) for x, y in ((0.51, 0.11), (0.32, 0.0), (0.13, 0.12))]
    + [(-0.24, 0.69), (0.24, 0.69), (0.0, 0.6), (0.0, 0.8)]
)
AT_REST = {name: getattr(Pose(), name) for name in OF_FACE}
STILL = {name: getattr(Pose(), name) for name in OF_HEAD}


@dataclass(frozen=True)
class Still:
    """A figure as it is posed but for its face."""

    body: BodyView
    head: HeadView
    locks: hair_draw.HairView
    laid: skia.Matrix  # from the standing figure to where it stands or lies


Part = Callable[[Brush, Still], None]


def at_rest(pose: Pose) -> Pose:
    """The pose with a face that does nothing."""
    return replace(pose, **AT_REST)


class Figure:
    """Draws a character in figure space: origin on the ground between the feet, cm, y down."""

    def __init__(self, character: Character) -> None:
        self.character = character
        self.look = character.look
        self.build = build_of(self.look)
        self.skull = build_skull(self.look)
        self.tones = tones_of(self.look)
        self.hair = hair_of(self.look, self.skull)
        self.hair_tones = self.tones
        if self.hair.cloth:
            worn = self.look.wardrobe
            cloth = worn.color if self.look.hair == "veil" else worn.accent
            self.hair_tones = replace(self.tones, hair=parse(cloth))
        self.cut = cut_of(self.look.wardrobe.kind, self.look.presentation)
        self.shell = shell_of(self.build, self.cut)
        self.folds = folds_of(self.shell, self.build.size, self.cut, self.look)
        self._recorded: dict[str, tuple[object, skia.Picture]] = {}
        self._at_rest: tuple[object, Still] | None = None

    def _views(self, pose: Pose) -> tuple[BodyView, HeadView]:
        bones = solve(self.build, pose)
        body = BodyView(
            *(self.look, self.build, self.cut, self.tones, pose, bones, self.shell, self.folds)
        )
        return body, view_of(self.look, self.skull, pose, bones.head[:2], self.build.unit)

    def draw(self, canvas: skia.Canvas, pose: Pose, light: Light) -> None:
        """Draw the figure; the caller has set the matrix to figure space."""
        self.draw_still(canvas, pose, light)
        self.draw_acting(canvas, pose, light)

    def draw_still(self, canvas: skia.Canvas, pose: Pose, light: Light) -> None:
        """What of it lies behind the face, the same for all poses that are `at_rest` the same."""
        still = self._still(pose, Brush(canvas, light).ink_width)
        canvas.save()
        canvas.concat(still.laid)
        brush = Brush(canvas, light)
        if abs(still.head.yaw) <= 100:
            hair_draw.draw_behind(brush, still.locks, self.hair_tones, self.hair)
        self._draw_body(brush, still)
        if pose.lent is not None:
            canvas.save()
            canvas.translate(*pose.lent.origin)
            canvas.scale(pose.lent.size, pose.lent.size)
            pose.lent.whose.draw_lent(canvas, pose.lent.pose, light, pose.lent.side)
            canvas.restore()
        canvas.restore()

    def draw_acting(self, canvas: skia.Canvas, pose: Pose, light: Light) -> None:
        """The face over what `draw_still` drew, and what lies before the face."""
        still = self._still(pose, Brush(canvas, light).ink_width)
        canvas.save()
        canvas.concat(still.laid)
        brush, head = Brush(canvas, light), replace(still.head, pose=pose)
        draw_face(brush, head, self.tones, still.locks.front)
        self._record(brush, still, self._draw_hair)
        if self.hair.locks and not self.hair.cloth:
            draw_brows(brush, head, self.tones, 0.8)
        self._record(brush, still, self._draw_worn)
        self._record(brush, still, _draw_raised)
        canvas.restore()

    def _still(self, pose: Pose, ink: float) -> Still:
        """What holds as long as the face alone acts: looked for twice in every drawing."""
        key = at_rest(pose), ink
        if self._at_rest is None or self._at_rest[0] != key:
            body, head = self._views(key[0])
            laid = self._lying() if pose.posture == Posture.LIE else skia.Matrix()
            locks = hair_draw.lay_out(self.hair, head, ink)
            self._at_rest = key, Still(body, head, locks, laid)
        return self._at_rest[1]

    def draw_lent(self, canvas: skia.Canvas, pose: Pose, light: Light, side: str) -> None:
        """One arm alone, that lies over somebody else."""
        body, _ = self._views(pose)
        arm = body.bones.arms[0 if side == "left" else 1]
        draw_arm(Brush(canvas, light), body, arm, over=False)

    def _draw_hair(self, brush: Brush, still: Still) -> None:
        """Hair over the face, and the ear that lies over or under it."""
        if self.hair.covers_ears:
            draw_near_ear(brush, still.head, self.tones)
        hair_draw.draw_front(brush, still.locks, self.hair_tones, still.head, self.hair)
        if not self.hair.covers_ears:
            draw_near_ear(brush, still.head, self.tones)

    def _draw_worn(self, brush: Brush, still: Still) -> None:
        head = still.head
        if self.look.glasses:
            glasses(brush, head)
        if self.cut.headwear and self.look.signature not in HATS:
            HEADWEAR[self.cut.headwear](brush, head)
        if self.look.signature in ON_HEAD:
            ON_HEAD[self.look.signature](brush, head)

    def _draw_body(self, brush: Brush, still: Still) -> None:
        self._record(brush, still, _draw_under)
        draw_neck(brush, still.body, still.head, head_path(still.head))
        self._record(brush, still, _draw_over)

    def _record(self, brush: Brush, still: Still, drawing: Part) -> None:
        """Draw a part; as it was drawn last, if it has not moved since."""
        canvas, pose = brush.canvas, still.body.pose
        if drawing in BODY:
            sways = self.cut.skirt or self.cut.over
            pose = replace(pose, **(STILL | {"sway": pose.sway} if sways else STILL))
        if drawing is _draw_over:  # raised arms are no part of it
            left, right = (is_raised(still.body, arm) for arm in still.body.bones.arms)
            pose = replace(
                pose, left=None if left else pose.left, right=None if right else pose.right
            )
        key = (pose, brush.scale, brush.left, brush.top, brush.right, brush.bottom, brush.light)
        known, picture = self._recorded.get(drawing.__name__, (None, None))
        if known != key or picture is None:
            recorder = skia.PictureRecorder()
            brush.canvas = recorder.beginRecording(canvas.getLocalClipBounds())
            drawing(brush, still)
            brush.canvas = canvas
            picture = recorder.finishRecordingAsPicture()
            self._recorded[drawing.__name__] = key, picture
        canvas.drawPicture(picture)

    def _lying(self) -> skia.Matrix:
        """Turns the standing figure on its back, the middle of it over the origin."""
        low = self.build.trunk.half(54 * self.build.size)
        turned = skia.Matrix.RotateDeg(-90)
        turned.preTranslate(low, self.build.height / 2)
        return turned

    def face(self, pose: Pose) -> Array:
        """What of eyes and mouth is turned to the viewer: points in figure space, cm, (n, 2)."""
        body, head = self._views(pose)
        turned = [head.facing(u, v) > 0 for u, v in FEATURES.tolist()]
        points: Array = head.on(FEATURES[turned])
        if body.pose.posture != Posture.LIE or not len(points):
            return points
        laid = self._lying().mapPoints([skia.Point(*point) for point in points.tolist()])
        return np.array([(point.x(), point.y()) for point in laid])

    def joints(self, pose: Pose) -> dict[str, Point]:
        """Its joints in figure space, by the names of `joints.JOINTS`."""
        body, head = self._views(pose)
        return self._placed(joints_of(body, head), body)

    def _placed(self, points: dict[str, Point], body: BodyView) -> dict[str, Point]:
        """Points of the standing figure where they are as it stands or lies."""
        if body.pose.posture != Posture.LIE:
            return points
        m = self._lying()
        turned = {name: m.mapXY(*point) for name, point in points.items()}
        return {name: (point.x(), point.y()) for name, point in turned.items()}

    def landmarks(self, pose: Pose) -> Landmarks:
        body, head = self._views(pose)
        bones, s = body.bones, self.build.size
        left, right = head.sides()
        hands = [
            p.wrist + p.along * p.length * 0.5 for p in (hand_place(body, a) for a in bones.arms)
        ]
        points = {
            "head_top": head.at(np.array([0.0, -1.0 - self.hair.cap, -0.1])),
            "eyes": head.at(np.array([0.0, 0.1, 0.7])),
            "chin": head.at(np.array([0.0, 1.0, 0.64])),
            "chest": body.at(np.array([0.0, 20.0, 10.0]) * s),
            "hips": bones.hips[:2],
            "left_hand": hands[0],
            "right_hand": hands[1],
        }
        width = float(right[:, 0].max() - left[:, 0].min())
        place: dict[str, Point] = {k: (float(p[0]), float(p[1])) for k, p in points.items()}
        return Landmarks(**self._placed(place, body), head_width=width)


def _shown(body: BodyView) -> list[Arm]:
    """The arms that are to be drawn, the nearer hand last."""
    left, right = body.bones.arms
    hides = body.pose.hides
    arms = [arm for arm, name in ((left, "left"), (right, "right")) if name not in hides]
    return sorted(arms, key=lambda arm: float(arm.joints[1:, 2].sum()))


def _draw_under(brush: Brush, still: Still) -> None:
    """What lies behind the neck."""
    body = still.body
    if body.facing >= 0:
        draw_trail(brush, body)
    for arm in _shown(body):
        if is_far(body, arm) or emerges(body, arm):
            draw_arm(brush, body, arm, over=False)
    if body.bones.hips[1] - 25 * body.build.size < brush.bottom:
        draw_legs(brush, body)
    for arm in _shown(body):
        if not is_far(body, arm) and not emerges(body, arm):
            ink_arm(brush, body, arm)


def _draw_over(brush: Brush, still: Still) -> None:
    """The top, and the arms that lie on it below the chest."""
    body = still.body
    draw_top(brush, body)
    if body.look.signature in ON_BODY:
        ON_BODY[body.look.signature](brush, body)
    for arm in _shown(body):
        if not is_far(body, arm) and not is_raised(body, arm):
            draw_arm(brush, body, arm, over=True)
    for name in body.cut.over:
        OVER[name](brush, body)
    if body.facing < 0:
        draw_trail(brush, body)


def _draw_raised(brush: Brush, still: Still) -> None:
    """The arms in front of the chest or the face."""
    body = still.body
    if body.pose.drives:
        draw_belt(brush, body)
    raised = [arm for arm in _shown(body) if is_raised(body, arm)]
    for arm in raised:
        draw_arm(brush, body, arm, over=True)
    if body.pose.drives:
        draw_wheel(brush, body)
        for arm in raised:  # palms are behind the rim, knuckles before it
            draw_grip(brush, body, arm)


BODY: frozenset[Part] = frozenset((_draw_under, _draw_over, _draw_raised))
