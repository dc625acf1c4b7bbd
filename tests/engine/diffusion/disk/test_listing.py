"""Alice asks what a final take would be made with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contracts import EngineError, ModelsRequest
from engine.diffusion.disk.listing import models
from engine.diffusion.registry import entry
from tests.engine.quiet import Quiet


def test_of_the_models_that_are_here_one_is_taken_before_any_that_would_have_to_be_pulled(
    tiny_model: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))

    def video() -> str:
        told = models(ModelsRequest(), Quiet())
        return next(one.name for one in told.defaults if one.role == "video")

    bare = video()
    here = "wan2.2-ti2v-5b"
    assert bare != here
    (tmp_path / here).symlink_to(tiny_model(here))
    assert video() == here


def test_a_model_without_its_lora_is_usable_in_more_steps_and_may_be_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    here = "wan2.2-i2v-a14b"
    (tmp_path / here).mkdir()
    (tmp_path / here / "model_index.json").write_text("{}", encoding="utf-8")
    told = models(ModelsRequest(), Quiet())
    state = next(one for one in told.models if one.name == here)
    assert (state.disk, state.usable, state.steps) == ("part", True, entry(here).steps)
    assert next(one.name for one in told.defaults if one.role == "video") == here
    few = entry(here).distilled
    assert few is not None
    (tmp_path / "loras" / here).mkdir(parents=True)
    for file in few.files:
        (tmp_path / "loras" / here / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "loras" / here / file).write_bytes(b"w")
    told = models(ModelsRequest(), Quiet())
    assert next(one.steps for one in told.models if one.name == here) == few.steps


def test_a_manifest_of_other_bytes_is_told_in_words(
    tiny_model: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    (tmp_path / "sdxl").mkdir()
    (tmp_path / "sdxl" / "manifest.json").write_bytes(b'{"repository": "\xff"}')
    with pytest.raises(EngineError, match="cannot be read"):
        models(ModelsRequest(), Quiet())
