"""Ivan brings takes to the rate of the episode."""

from pathlib import Path

import numpy as np
import pytest
from onnx import helper

from engine.contracts import EngineError
from engine.diffusion.polish import interpolator, retime
from engine.diffusion.polish.retiming import Between, blend
from engine.diffusion.polish.scaling import Frame, Frames
from tests.engine.diffusion import tiny_graphs


def steps(n: int, height: int = 24, width: int = 20) -> Frames:
    """Frame k is grey of 4 k."""
    grey = np.arange(n, dtype=np.uint8) * 4
    return np.broadcast_to(grey[:, None, None, None], (n, height, width, 3)).copy()


def greys(frames: Frames) -> list[int]:
    return [int(frame[0, 0, 0]) for frame in frames]


@pytest.mark.parametrize(
    ("n", "source", "wanted", "count"),
    [(81, 16, 24, 122), (41, 16, 24, 62), (121, 24, 24, 121), (50, 25, 24, 48), (5, 16, 30, 9)],
)
def test_the_count_of_frames_is_exact(n: int, source: float, wanted: float, count: int) -> None:
    assert len(retime(steps(n), source, wanted)) == count


def test_film_rates_of_the_two_countings_keep_their_length() -> None:
    assert len(retime(steps(48), 24000 / 1001, 24)) == 48


def test_held_frames_are_the_nearest() -> None:
    assert greys(retime(steps(5), 16, 24)) == [0, 4, 4, 8, 12, 12, 16, 16]


def test_blended_frames_lie_between() -> None:
    made = greys(retime(steps(5), 16, 24, blend))
    assert made == [0, 3, 5, 8, 11, 13, 16, 16]


def test_the_same_rate_gives_the_same_frames() -> None:
    assert np.array_equal(retime(steps(7), 24, 24, blend), steps(7))


def test_fewer_frames_are_wanted_of_a_faster_source() -> None:
    assert greys(retime(steps(10), 48, 24)) == [0, 8, 16, 24, 32]


def two_set_ups() -> Frames:
    rng = np.random.default_rng(2)
    pictures = rng.integers(0, 255, (2, 12, 10, 3), np.uint8).repeat(10, axis=1).repeat(10, axis=2)
    return np.concatenate([np.repeat(pictures[:1], 9, axis=0), np.repeat(pictures[1:], 9, axis=0)])


def test_nothing_is_made_between_two_set_ups() -> None:
    frames = two_set_ups()
    known = {frame.tobytes() for frame in frames}
    asked: list[float] = []

    def noted(first: Frame, second: Frame, t: float) -> Frame:
        asked.append(t)
        return blend(first, second, t)

    made = retime(frames, 16, 24, noted)
    assert {frame.tobytes() for frame in made} == known
    assert len(made) == 27
    assert len(asked) == 16  # of 18 frames that lie between others one is at the cut, one past all


@pytest.mark.parametrize("moment", [(), (1,), (1, 1, 1, 1), (1, 1, "h", "w")])
def test_a_graph_makes_frames_between_two_whatever_form_its_moment_has(
    tmp_path: Path, moment: tiny_graphs.Shape
) -> None:
    tiny_graphs.interpolator(tmp_path / "interpolators" / "tiny", moment)
    made = retime(steps(5), 16, 24, interpolator("tiny", tmp_path))
    assert np.array_equal(made, retime(steps(5), 16, 24, blend))


@pytest.mark.parametrize(("name", "grey"), [("", 0), ("blend", 40)])
def test_without_a_graph_frames_are_held_or_blended(tmp_path: Path, name: str, grey: int) -> None:
    between: Between = interpolator(name, tmp_path)
    first, second = np.zeros((4, 4, 3), np.uint8), np.full((4, 4, 3), 100, np.uint8)
    assert int(between(first, second, 0.4)[0, 0, 0]) == grey


def test_an_interpolator_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no interpolator “rife”") as caught:
        interpolator("rife", tmp_path)
    assert "blend" in caught.value.advice


def test_a_graph_that_gives_frames_of_another_size_is_found_out(tmp_path: Path) -> None:
    folder = tmp_path / "interpolators" / "wide"
    pair: dict[str, tiny_graphs.Shape] = {"a": [1, 3, "h", "w"], "b": [1, 3, "h", "w"], "t": [1]}
    nodes = [helper.make_node("Concat", ["a", "b"], ["wide"], axis=3)]
    tiny_graphs.save(folder / "model.onnx", nodes, [], pair, {"wide": [1, 3, "h", "v"]})
    tiny_graphs.card(folder, "interpolator.toml", "")
    with pytest.raises(EngineError, match="gives no frame of the size that it takes"):
        retime(steps(5), 16, 24, interpolator("wide", tmp_path))


def test_a_graph_of_other_inputs_is_no_interpolator(tmp_path: Path) -> None:
    folder = tmp_path / "interpolators" / "wrong"
    tiny_graphs.upscaler(folder)
    tiny_graphs.card(folder, "interpolator.toml", "")
    with pytest.raises(EngineError, match="takes 1 inputs"):
        interpolator("wrong", tmp_path)
