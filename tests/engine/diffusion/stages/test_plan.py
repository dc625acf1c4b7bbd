"""Which moments of a shot lead which runs of the video model."""

import pytest

from engine.contracts import Final, Format, RenderRequest
from engine.diffusion.registry import entry
from engine.diffusion.stages.plan import ShotPlan, plan
from tests.engine.rehearsal.shots import shot

PICTURE = Format(width=64, height=96, fps=24)


def planned(video: str, seconds: float) -> ShotPlan:
    request = RenderRequest(shot=shot(duration=seconds), cast=(), format=PICTURE, final=Final())
    return plan(request, entry("flux2-klein-4b"), entry(video))


@pytest.mark.parametrize("video", ["wan2.2-i2v-a14b", "wan2.1-vace-1.3b", "ltx-2.5"])
@pytest.mark.parametrize("seconds", [0.5, 4.0, 5.75, 11.25, 30.125])
def test_a_run_begins_where_the_frame_is_that_the_one_before_ended_on(
    video: str, seconds: float
) -> None:
    made = planned(video, seconds)
    bucket = made.segments[0].bucket
    shown = [
        (n, frame)  # as `joined` lays runs one after the other: a shared frame is there once
        for n in range(len(made.segments))
        for frame in range(bool(n), bucket.frames)
    ]
    firsts = [place for place, (_n, frame) in enumerate(shown) if frame == bucket.frames - 1]
    begins = [0.0, *(place / bucket.fps for place in firsts[:-1])]
    assert [segment.at for segment in made.segments] == pytest.approx(begins)
    if made.ends_are_drawn:
        assert [made.moments[one.first] for one in made.segments] == pytest.approx(begins)


@pytest.mark.parametrize("seconds", [0.5, 5.75, 30.125])
def test_no_moment_lies_after_the_end_of_the_shot(seconds: float) -> None:
    assert max(planned("wan2.2-i2v-a14b", seconds).moments) <= seconds
