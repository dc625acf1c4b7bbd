"""Heidi has takes made larger."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray

from engine.contracts import EngineError
from engine.diffusion.polish import upscaler
from engine.diffusion.polish.scaling import Frame, fitted
from engine.diffusion.polish.upscaling import OnnxUpscaler, by_tiles, places
from tests.engine.diffusion import tiny_graphs


def picture(height: int, width: int) -> Frame:
    """A gradient with noise and an edge."""
    rng = np.random.default_rng(5)
    across = np.linspace(0, 200, width)[None, :, None] + np.zeros((height, 1, 3))
    across[height // 3 :] += 40
    return (across + rng.normal(0, 8, across.shape)).clip(0, 255).astype(np.uint8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tiny_graphs.upscaler(tmp_path / "upscalers" / "tiny")
    return tmp_path


def test_without_a_name_frames_are_scaled_plainly_to_the_size(tmp_path: Path) -> None:
    made = upscaler("", tmp_path)(picture(64, 36), 72, 128)
    assert made.shape == (128, 72, 3)
    assert abs(float(made.mean()) - float(picture(64, 36).mean())) < 1


def test_frames_of_another_shape_are_cut_and_not_stretched() -> None:
    frame = np.zeros((60, 40, 3), np.uint8)
    frame[20:40, 10:30] = 255
    made = fitted(frame, 60, 120)[..., 0] > 127
    rows, columns = np.flatnonzero(made.any(axis=1)), np.flatnonzero(made.any(axis=0))
    assert (len(rows), len(columns)) == (40, 40)
    assert rows.mean() == pytest.approx(59.5, abs=0.6)
    assert columns.mean() == pytest.approx(29.5, abs=0.6)


def test_frames_of_the_right_size_stay_as_they_are() -> None:
    assert np.array_equal(fitted(picture(64, 36), 36, 64), picture(64, 36))


def test_an_upscaler_brings_frames_to_the_size_of_the_episode(folder: Path) -> None:
    made = upscaler("tiny", folder)(picture(64, 36), 90, 160)
    assert made.shape == (160, 90, 3)


@pytest.mark.parametrize(("height", "width"), [(75, 48), (33, 100), (20, 90), (64, 64)])
def test_tiles_have_no_seams(folder: Path, height: int, width: int) -> None:
    """The graph looks 3 px around a pixel, which is less than a quarter of the overlap."""
    frame = picture(height, width)
    tiled = upscaler("tiny", folder)
    assert isinstance(tiled, OnnxUpscaler)
    tiny_graphs.upscaler(folder / "upscalers" / "whole", said="factor = 2\ntile = 512\n")
    whole = upscaler("whole", folder)
    assert isinstance(whole, OnnxUpscaler)
    difference = np.abs(tiled.enlarged(frame).astype(int) - whole.enlarged(frame))
    assert difference.max() <= 1
    assert whole.enlarged(frame).std() > 5


def test_tiles_without_overlap_would_have_seams(folder: Path) -> None:
    tiny_graphs.upscaler(folder / "upscalers" / "hard", said="factor = 2\ntile = 32\noverlap = 0\n")
    tiny_graphs.upscaler(folder / "upscalers" / "whole", said="factor = 2\ntile = 512\n")
    frame = picture(75, 48)
    made = [OnnxUpscaler(folder / "upscalers" / name).enlarged(frame) for name in ("hard", "whole")]
    assert np.abs(made[0].astype(int) - made[1]).max() > 4


def test_tiles_are_of_one_size_and_reach_the_end() -> None:
    assert places(75, 32, 16) == [(0, 32), (16, 48), (32, 64), (43, 75)]
    assert places(30, 32, 16) == [(0, 30)]
    assert {end - start for start, end in places(333, 64, 24)} == {64}


def test_what_tiles_mix_keeps_its_brightness() -> None:
    seen: list[tuple[int, ...]] = []

    def same(tile: NDArray[np.float32]) -> NDArray[np.float32]:
        seen.append(tile.shape)
        return tile.repeat(2, axis=1).repeat(2, axis=2)

    source = np.full((3, 50, 70), 0.25, np.float32)
    assert np.allclose(by_tiles(source, same, 2, 32, 8), 0.25, atol=1e-6)
    assert set(seen) == {(3, 32, 32)}


def test_sides_are_made_to_fit_the_graph(folder: Path) -> None:
    tiny_graphs.upscaler(folder / "upscalers" / "even", said="factor = 2\nmultiple = 16\n")
    assert OnnxUpscaler(folder / "upscalers" / "even").enlarged(picture(21, 35)).shape == (
        (42, 70, 3)
    )


def test_an_upscaler_that_is_not_there_is_named_with_those_that_are(folder: Path) -> None:
    with pytest.raises(EngineError, match="no upscaler “esrgan”") as caught:
        upscaler("esrgan", folder)
    assert "tiny" in caught.value.advice
    with pytest.raises(EngineError, match="no upscaler") as caught:
        upscaler("esrgan", folder / "nowhere")
    assert "upscalers" in caught.value.advice


def test_a_card_that_says_another_factor_is_found_out(folder: Path) -> None:
    tiny_graphs.upscaler(folder / "upscalers" / "wrong", said="factor = 4\n")
    tiny_graphs.card(folder / "upscalers" / "wrong", "upscaler.toml", "factor = 3\n")
    with pytest.raises(EngineError, match="does not enlarge 3 times"):
        upscaler("wrong", folder)(picture(20, 20), 40, 40)


def test_a_graph_that_fails_at_work_is_said_in_words(folder: Path) -> None:
    wrong = folder / "upscalers" / "pair"
    tiny_graphs.interpolator(wrong)
    tiny_graphs.card(wrong, "upscaler.toml", "factor = 2\n")
    with pytest.raises(EngineError, match="of “upscalers/pair” failed at work") as told:
        upscaler("pair", folder)(picture(20, 20), 40, 40)
    assert "smaller tiles" in told.value.advice


def test_a_graph_that_makes_no_numbers_makes_no_black_frames(folder: Path) -> None:
    file = folder / "upscalers" / "tiny" / "model.onnx"
    graph = onnx.load(file)
    for weight in graph.graph.initializer:
        spoilt = np.full(tuple(weight.dims), np.nan, np.float32)
        weight.CopyFrom(onnx.numpy_helper.from_array(spoilt, weight.name))
    onnx.save(graph, file)
    with pytest.raises(EngineError, match="failed at work: nan"):
        upscaler("tiny", folder)(picture(20, 20), 40, 40)


def test_bad_cards_and_files_are_said_in_words(folder: Path) -> None:
    tiny_graphs.card(folder / "upscalers" / "huge", "upscaler.toml", "factor = 99\n")
    with pytest.raises(EngineError, match="cannot be read") as caught:
        upscaler("huge", folder)
    assert caught.value.code == "bad-card"
    tiny_graphs.card(folder / "upscalers" / "torn", "upscaler.toml", "factor = 2\n")
    (folder / "upscalers" / "torn" / "model.onnx").write_bytes(b"not a graph")
    with pytest.raises(EngineError, match="no model that can run"):
        upscaler("torn", folder)
    tiny_graphs.card(folder / "upscalers" / "none", "upscaler.toml", "factor = 2\n")
    with pytest.raises(EngineError, match="no model that can run"):
        upscaler("none", folder)
