"""What a body does that is struck, pushed or seized."""

from dataclasses import dataclass, replace

from engine.rehearsal.figure.pose import Hand, Pose

WARD = Hand((16, 15, 25), "open", -78, (0.8, 0.9, -0.4), ahead=14, palm=(-0.15, 0.05, 1.0))
# How much of a recoil is seen at each pose from the touch on; the last one stays.
SWING = (0.16, 0.92, 1.06, 1.0, 0.9, 0.78, 0.68, 0.6)


@dataclass(frozen=True, slots=True)
class Recoil:
    """The body at the height of its answer: degrees, and cm of a step, away from the touch."""

    yaw: float = 0.0  # of the head
    roll: float = 0.0
    pitch: float = 0.0
    lean: float = 0.0
    bend: float = 0.0
    step: float = 0.0
    shrug: float = 0.0
    arms: float = 0.0  # 1: both hands come up between the two
    shut: float = 0.0  # eyes
    struck: float = 0.0  # 1: the cheek goes red and stays so


def answered(pose: Pose, recoil: Recoil, way: float, since: int) -> Pose:
    """`pose` as it is `since` poses after a touch from the left (`way` 1) or the right (-1)."""
    share = SWING[min(since, len(SWING) - 1)]
    rig, near = pose.rig, -1.0 if pose.yaw > 0 else 1.0  # the cheek that was towards the viewer
    if recoil.shut and 0 < since < 5:
        open_ = 1 - recoil.shut
        rig = replace(rig, lid_l=rig.lid_l * open_, lid_r=rig.lid_r * open_)
    marked = near * recoil.struck * (since > 0)
    turned = pose.yaw + way * recoil.yaw * share
    moved = replace(
        pose,
        yaw=turned,
        roll=pose.roll + way * recoil.roll * share,
        pitch=pose.pitch + recoil.pitch * share,
        lean=pose.lean + way * recoil.lean * share,
        bend=pose.bend + recoil.bend * share,
        step=pose.step + way * recoil.step * min(since / 3, 1.0),
        shrug=pose.shrug + recoil.shrug * share,
        rig=rig,
        sway=(pose.sway[0] - way * 6 * share, pose.sway[1]),
        overlays=replace(pose.overlays, struck=marked or pose.overlays.struck),
    )
    if not recoil.arms:
        return moved
    up = min(recoil.arms * share, 1.0)
    return replace(
        moved,
        left=(pose.left or WARD).toward(WARD, up),
        right=(pose.right or WARD).toward(WARD, up),
    )
