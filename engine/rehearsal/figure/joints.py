"""Where a posed figure's joints are, by the names that pose models know."""

import numpy as np
from numpy.typing import NDArray

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.pose import Point

# The eighteen of OpenPose, in its order; right and left are the person's own.
JOINTS = (
    "nose",
    "neck",
    *(f"right_{joint}" for joint in ("shoulder", "elbow", "wrist")),
    *(f"left_{joint}" for joint in ("shoulder", "elbow", "wrist")),
    *(f"right_{joint}" for joint in ("hip", "knee", "ankle")),
    *(f"left_{joint}" for joint in ("hip", "knee", "ankle")),
    "right_eye",
    "left_eye",
    "right_ear",
    "left_ear",
)
EYE, NOSE = (0.32, 0.06), (0.0, 0.43)  # face coordinates
EAR = np.array([0.62, 0.2, -0.05])  # head space


def joints_of(body: BodyView, head: HeadView) -> dict[str, Point]:
    """Joints in figure space (cm, y down); what of the face is turned away is left out."""
    bones = body.bones
    found = {"neck": _point((bones.arms[0].joints[0] + bones.arms[1].joints[0]) / 2)}
    for name, side, arm, leg in zip(
        ("right", "left"), (-1, 1), bones.arms, bones.legs, strict=True
    ):
        for joint, at in zip(("shoulder", "elbow", "wrist"), arm.joints, strict=True):
            found[f"{name}_{joint}"] = _point(at)
        for joint, at in zip(("hip", "knee", "ankle"), leg, strict=True):
            found[f"{name}_{joint}"] = _point(at)
        if head.facing(side * EYE[0], EYE[1]) > 0:
            found[f"{name}_eye"] = _point(head.on(np.array([[side * EYE[0], EYE[1]]]))[0])
        if head.matrix[2, 0] * side > -0.35:
            found[f"{name}_ear"] = _point(head.at(EAR * [side, 1, 1]))
    if head.facing(*NOSE) > 0 or "right_eye" in found or "left_eye" in found:
        found["nose"] = _point(head.on(np.array([NOSE]), 0.1)[0])
    return found


def _point(at: NDArray[np.float64]) -> Point:
    return float(at[0]), float(at[1])
