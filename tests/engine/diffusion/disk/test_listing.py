"""Alice asks what a final take would be made with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contracts import EngineError, ModelsRequest
from engine.diffusion.disk.listing import models
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


def test_a_manifest_of_other_bytes_is_told_in_words(
    tiny_model: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    (tmp_path / "sdxl").mkdir()
    (tmp_path / "sdxl" / "manifest.json").write_bytes(b'{"repository": "\xff"}')
    with pytest.raises(EngineError, match="cannot be read"):
        models(ModelsRequest(), Quiet())
