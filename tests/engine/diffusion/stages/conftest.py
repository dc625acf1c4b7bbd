from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.diffusion.registry import entry
from engine.diffusion.stages.kept import Kept
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.memory import Learned
from engine.diffusion.stages.progress import Guess, Progress
from engine.diffusion.stages.residency import HOT
from tests.engine.quiet import Quiet

KEYFRAMES, VIDEO = "flux2-klein-4b", "wan2.2-ti2v-5b"


@pytest.fixture(scope="session")
def two_models(tmp_path_factory: pytest.TempPathFactory, tiny_model: Callable[[str], Path]) -> Path:
    """A folder of models with one for keyframes and one for video, whatever other tests pull."""
    folder = tmp_path_factory.mktemp("two-models")
    for name in (KEYFRAMES, VIDEO):
        (folder / name).symlink_to(tiny_model(name))
    return folder


@pytest.fixture
def studio(two_models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with those two models, and nothing made yet."""
    monkeypatch.setenv("DRAMABOX_MODELS", str(two_models))
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))
    return tmp_path


@pytest.fixture
def cold() -> Iterator[None]:
    """No model in memory, neither before nor after."""
    HOT.clear()
    yield
    HOT.clear()


@pytest.fixture
def maker(studio: Path, cold: None) -> Maker:
    """The video model at work, for nobody; what it learns is not written."""
    progress = Progress(Quiet(), {}, lambda _unit: Guess(0.0, is_known=False))
    return Maker(entry(VIDEO), Kept(studio / "stages"), progress, Learned(studio), HOT)
