"""Hands that talk stay off the faces of those who stand behind them."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from engine.contracts import Shot
from engine.rehearsal.actors import Actor
from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.pose import Hand, Pose
from engine.rehearsal.figure.skeleton import solve
from engine.rehearsal.footing import Footing, footing
from engine.rehearsal.framing import TOGETHER, Face, Framing, heads

HAND = 13.0  # cm round a wrist that a hand covers
STIRS = 12.0  # cm that a neck goes up and down while someone acts


def unmasked(
    shot: Shot, actors: Sequence[Actor], poses: Sequence[list[Pose]], framing: Framing
) -> list[list[Pose]]:
    """The poses of everyone with each hand lowered that would be before another's face.

    Who touches another is let.
    """
    faces = heads(shot, framing, [actor.eyes(0.0) for actor in actors])
    behind = [mark for mark in framing.marks if not shot.people[mark.index].over_shoulder]
    cleared = [list(own) for own in poses]
    for mark in behind:
        person = shot.people[mark.index]
        hidden = [
            face
            for other, face in zip(behind, faces, strict=True)
            if other is not mark and other.depth >= mark.depth
        ]
        if not hidden or any(cue.gesture in TOGETHER for cue in person.gestures):
            continue
        foot, figure = footing(mark, framing.lens), actors[mark.index].figure
        lowest = foot.within((0.0, max(y + radius for _, y, radius in hidden)))[1]
        base = float(solve(figure.build, poses[mark.index][0]).neck[1])
        for step, pose in enumerate(poses[mark.index]):
            # Most hands hang far below all faces: then nobody asks the bones where they are.
            up = lowest - base + HAND + STIRS
            hands = (hand for hand in (pose.left, pose.right) if hand and not hand.lies)
            if any(hand.at[1] * figure.build.size < up for hand in hands):
                cleared[mark.index][step] = _clear(pose, figure, foot, hidden)
    return cleared


def _clear(pose: Pose, figure: Figure, foot: Footing, faces: Sequence[Face]) -> Pose:
    """The pose with both hands off `faces`."""
    arms = solve(figure.build, pose).arms
    for side, hand in ((0, pose.left), (1, pose.right)):
        if hand is None or hand.lies:
            continue
        x, y, _ = arms[side].joints[2].tolist()
        low = lowered_by(foot.shown((x, y)), faces, HAND * foot.scale)
        if low:
            pose = _lowered(pose, side, low / (foot.scale * foot.squash * figure.build.size))
    return pose


def lowered_by(wrist: tuple[float, float], faces: Sequence[Face], reach: float) -> float:
    """By how many px a hand has to go down to be below every face."""
    least = 0.0
    for x, y, radius in faces:
        far, across = radius + reach, abs(wrist[0] - x)
        if across < far and wrist[1] > y - far:
            least = max(least, y + sqrt(far * far - across * across) - wrist[1])
    return least


def _lowered(pose: Pose, side: int, down: float) -> Pose:
    hand = pose.right if side else pose.left
    assert isinstance(hand, Hand)  # noqa: S101  # who has none is passed over
    x, y, z = hand.at
    moved = replace(hand, at=(x, y + down, z))
    return replace(pose, right=moved) if side else replace(pose, left=moved)
