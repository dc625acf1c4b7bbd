"""Which model makes a final take where nobody names one, and which may not."""

from pathlib import Path

import pytest

from engine.contracts import EngineError, RenderRequest
from engine.diffusion.registry import Role
from engine.diffusion.stages import choice
from engine.diffusion.stages.told import prompts
from tests.engine.diffusion.prompts.scenes import CAST, person, shot
from tests.engine.quiet import Quiet

OWN = """
title = "Ours"
base = "wan2.2-ti2v-5b"
[licence]
id = "C-1"
revenue_limit = 10
"""


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    return tmp_path


def there(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "model_index.json").write_text("{}", encoding="utf-8")


def test_a_model_that_is_here_goes_before_a_better_one_that_is_not(disk: Path) -> None:
    (disk / "own").mkdir()
    there(disk / "own" / "ours")
    toml = OWN.replace("revenue_limit = 10", "")
    (disk / "own" / "ours" / "model.toml").write_text(toml, encoding="utf-8")
    assert choice.model(Role.VIDEO, "").name == "ours"
    there(disk / "wan2.2-ti2v-5b")
    assert choice.model(Role.VIDEO, "").name == "wan2.2-ti2v-5b"


def test_where_none_is_here_it_is_said_which_one_to_pull(disk: Path) -> None:
    with pytest.raises(EngineError, match="is not on this machine") as caught:
        choice.model(Role.VIDEO, "")
    assert "models pull" in caught.value.advice


def test_a_model_whose_licence_nobody_accepted_is_not_loaded_though_it_is_here(disk: Path) -> None:
    there(disk / "own" / "ours")
    (disk / "own" / "ours" / "model.toml").write_text(OWN, encoding="utf-8")
    with pytest.raises(EngineError, match="Nobody has accepted the licence of Ours"):
        choice.model(Role.VIDEO, "ours")


def test_what_is_shown_of_prompts_is_of_the_model_that_will_be_told(disk: Path) -> None:
    there(disk / "wan2.1-vace-14b")
    view = prompts(RenderRequest(shot=shot(person()), cast=CAST), Quiet())
    assert view.video.model == "wan2.1-vace-14b"
