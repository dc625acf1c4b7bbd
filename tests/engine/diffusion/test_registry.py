"""Alice asks what models there are."""

import pytest

from engine.contracts import EngineError
from engine.diffusion.registry import MODELS, Role, Rules, entries, entry


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_called_as_the_registry_calls_it(name: str) -> None:
    assert entry(name).name == name


def test_a_model_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(EngineError, match="no model “sora”") as caught:
        entry("sora")
    assert "wan2.2-ti2v-5b" in caught.value.advice


def test_there_are_models_for_keyframes_and_for_video() -> None:
    assert entries(Role.KEYFRAMES)
    assert entries(Role.VIDEO)


def test_a_size_is_the_nearest_in_shape_that_the_model_can_make() -> None:
    rules = Rules(multiple=32, max_pixels=704 * 1280)
    assert rules.size(720, 1280) == (704, 1280)
    assert rules.size(1080, 1920) == (704, 1280)
    assert rules.size(40, 70) == (32, 64)


def test_frames_last_at_least_as_long_as_the_shot_and_keep_the_rule() -> None:
    wan = Rules(multiple=16, max_pixels=1, fps=16, frame_step=4, min_frames=5)
    assert [wan.frames(seconds) for seconds in (0.1, 1.0, 2.5)] == [5, 17, 41]
    h3 = Rules(multiple=32, max_pixels=1, fps=24, frame_step=17, frame_offset=5, min_frames=124)
    assert h3.frames(1.0) == 124
