"""A driver has the wheel in both hands, however the body is turned."""

import numpy as np
import pytest

from engine.contracts import Character, Look, Posture
from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.driving import AT_WHEEL, rim
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.figure.skeleton import solve


@pytest.mark.parametrize("height", [0.85, 1.0, 1.15])
@pytest.mark.parametrize("yaw", [-70.0, -40.0, 0.0, 38.0, 54.0])
def test_the_rim_runs_through_both_fists(yaw: float, height: float) -> None:
    figure = Figure(Character(id="ada", name="Ada", look=Look(height=height)))
    pose = Pose(body_yaw=yaw, posture=Posture.SIT, left=AT_WHEEL, right=AT_WHEEL, drives=True)
    bones = solve(figure.build, pose)
    body = BodyView(
        figure.look, figure.build, figure.cut, figure.tones, pose, bones, figure.shell, figure.folds
    )
    marks = figure.landmarks(pose)
    for hand in (marks.left_hand, marks.right_hand):
        assert np.hypot(*(rim(body) - np.array(hand)).T).min() < 6.0 * figure.build.size
