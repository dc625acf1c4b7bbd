from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def studio(
    models: Path,
    tiny_model: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A machine with one model for keyframes and one for video, and nothing made yet."""
    tiny_model("flux2-klein-4b")
    tiny_model("wan2.2-ti2v-5b")
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))
    return tmp_path
