"""Alice puts upscalers and interpolators beside the models and asks which of them can be used."""

from pathlib import Path

import pytest

from engine.contracts import ModelsRequest
from engine.diffusion.disk.listing import models
from engine.diffusion.onnx_files import is_graph
from engine.diffusion.polish.shelf import polishers
from tests.engine.diffusion import tiny_graphs
from tests.engine.quiet import Quiet


def test_a_card_and_its_graph_are_all_an_upscaler_needs(tmp_path: Path) -> None:
    tiny_graphs.upscaler(tmp_path / "upscalers" / "esrgan")
    (found,) = polishers(tmp_path, "upscalers")
    assert (found.name, found.title, found.why.template) == ("esrgan", "Tiny", "")


def test_a_card_that_asks_for_too_much_is_told(tmp_path: Path) -> None:
    tiny_graphs.card(tmp_path / "upscalers" / "greedy", "upscaler.toml", "factor = 99\n")
    (found,) = polishers(tmp_path, "upscalers")
    assert "“upscaler.toml” of “upscalers/greedy” cannot be read" in str(found.why)


def test_an_interpolator_without_its_graph_is_told(tmp_path: Path) -> None:
    tiny_graphs.card(tmp_path / "interpolators" / "rife", "interpolator.toml", "")
    (found,) = polishers(tmp_path, "interpolators")
    assert str(found.why) == "There is no “model.onnx” in “rife”."


@pytest.mark.parametrize("content", [b"", b"junk", b"<html>404</html>", b"\x08\x0a", "cut off"])
def test_what_is_no_whole_onnx_file_cannot_be_chosen(
    tmp_path: Path, content: bytes | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    tiny_graphs.upscaler(tmp_path / "upscalers" / "torn")
    file = tmp_path / "upscalers" / "torn" / "model.onnx"
    assert is_graph(file)
    file.write_bytes(file.read_bytes()[:-1] if isinstance(content, str) else content)
    (found,) = polishers(tmp_path, "upscalers")
    assert str(found.why) == "“model.onnx” of “upscalers/torn” is no whole ONNX file."
    (told,) = models(ModelsRequest(), Quiet()).problems
    assert told.code == "bad-graph"


def test_the_answer_about_models_names_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    tiny_graphs.upscaler(tmp_path / "upscalers" / "esrgan")
    tiny_graphs.interpolator(tmp_path / "interpolators" / "rife")
    told = models(ModelsRequest(), Quiet())
    assert [one.name for one in told.upscalers + told.interpolators] == ["esrgan", "rife"]
