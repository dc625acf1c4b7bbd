"""A close shot keeps the eyes and the mouth of whom it is of, whatever head and camera do."""

from functools import cache
from itertools import product

import numpy as np
import pytest
import skia

from engine.contracts import Angle, Character, Format, Gesture, GestureCue, Look, Move, ShotSize
from engine.rehearsal.actors import ON_TWOS, Actor, Cutout
from engine.rehearsal.aiming import CLOSE, STRUCK, aimed, eyes_of
from engine.rehearsal.camera import view
from engine.rehearsal.figure import Acting, Figure
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.framing import frame
from engine.rehearsal.render import STILL_IN
from tests.engine.rehearsal.shots import person, shot

PICTURE = Format(width=72, height=128)
SECONDS, FPS = 3.6, 24  # long enough for a change of stance
YAWS = (-54.0, 0.0, 20.0, 75.0)
MAN = Character(id="mia", name="Mia", look=Look(presentation="man"))


@cache
def actor(yaw: float, size: ShotSize, *gestures: GestureCue) -> Actor:
    blocking = person(yaw=yaw, gestures=gestures)
    acting = Acting(blocking, speech=(), seed=3, look_yaw=yaw, still=STILL_IN.get(size, 0.0))
    return Actor(blocking, Figure(MAN), acting)


@cache
def poses(player: Actor) -> list[Pose]:
    return player.poses(round(SECONDS * ON_TWOS) + 1)


def face_at(size: ShotSize, angle: Angle, move: Move, player: Actor) -> list[np.ndarray]:
    """Eyes and mouth at the first, middle and last frame, as shares of the picture's sides."""
    made = shot(size=size, angle=angle, move=move, duration=SECONDS, people=(player.blocking,))
    frames = round(SECONDS * FPS)
    framing = aimed(made, [player], PICTURE, (frames - 1) / FPS)
    views = [view(made, framing, n / FPS) for n in range(frames)]
    mark = framing.marks[0]
    pivot = framing.lens.project(mark.point)[0] - framing.lens.axis[0]
    cutout = Cutout(player, poses(player), mark, framing, views, pivot, mark.depth)
    found = []
    first = round(STRUCK * FPS) if move in {Move.WHIP, Move.CRASH_ZOOM} else 0
    for n in (first, frames // 2, frames - 1):
        pose = cutout.poses[cutout.held[int(n / FPS * ON_TWOS + 1e-6)]]
        kept = player.figure.face(pose)
        kept = eyes_of(kept) if size is ShotSize.ECU else kept
        face = kept * [cutout.scale, cutout.scale * cutout.squash]
        points = [skia.Point(*p) for p in (face + np.array([cutout.x, cutout.ground])).tolist()]
        laid = cutout.matrix(views[n], pivot).mapPoints(points)
        found.append(np.array([(p.x() / PICTURE.width, p.y() / PICTURE.height) for p in laid]))
    return found


@pytest.mark.parametrize("size", sorted(CLOSE))
@pytest.mark.parametrize("angle", list(Angle))
def test_eyes_and_mouth_stay_in_frame_during_every_move(size: ShotSize, angle: Angle) -> None:
    half = list(Angle).index(angle) % 2  # the other yaws are seen from the next angle
    for move, yaw in product(Move, YAWS[half::2]):
        for face in face_at(size, angle, move, actor(yaw, size)):
            assert len(face) > (1 if size is ShotSize.ECU else 3)
            assert face.min() > 0.02, (move, yaw)
            assert face[:, 0].max() < 0.97, (move, yaw)
            assert face[:, 1].max() < 0.86, (move, yaw)


@pytest.mark.parametrize("size", sorted(CLOSE))
def test_who_turns_towards_us_is_in_frame_before_and_after(size: ShotSize) -> None:
    turn = GestureCue(at=0.0, duration=0.8, gesture=Gesture.TURN_TO)
    for face in face_at(size, Angle.LOW, Move.STATIC, actor(44.0, size, turn)):
        assert face.min() > 0
        assert face.max() < 1


def test_a_close_shot_is_no_wider_than_its_face_needs() -> None:
    player = actor(20.0, ShotSize.ECU)
    for size in (ShotSize.CU, ShotSize.MCU, ShotSize.MS):
        made = shot(size=size, duration=2.0, people=(player.blocking,))
        plain = frame(made, [player.eyes(0.8)], PICTURE)
        assert aimed(made, [player], PICTURE, 2.0).lens.focal == plain.lens.focal
    made = shot(size=ShotSize.ECU, move=Move.PUSH_IN, duration=2.0, people=(player.blocking,))
    closest = frame(made, [player.eyes(0.8)], PICTURE).lens.focal
    assert aimed(made, [player], PICTURE, 2.0).lens.focal > 0.6 * closest
