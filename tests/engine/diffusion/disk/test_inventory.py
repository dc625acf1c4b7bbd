"""Bob copies a model by hand, and not all of it arrives."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cli.main import main
from engine.contracts import EngineError, ModelRequest, ModelsRequest, ModelState
from engine.diffusion.disk.inventory import is_safetensors, missing_parts, unreadable
from engine.diffusion.disk.keeping import verify
from engine.diffusion.disk.listing import models
from engine.diffusion.disk.places import folder_of
from engine.diffusion.registry import MODELS, entry
from tests.engine.quiet import Quiet

NAME = "wan2.2-ti2v-5b"
OWN = f'title = "Night City"\nbase = "{NAME}"\n[licence]\nid = "MIT"'
WEIGHTS = "vae/diffusion_pytorch_model.safetensors"


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    return tmp_path


@pytest.fixture(params=[NAME, "own/night-city"])
def copied(request: pytest.FixtureRequest, tiny_model: Callable[[str], Path], disk: Path) -> Path:
    """A model of the registry, and one of his own, neither of them pulled."""
    folder = shutil.copytree(tiny_model(NAME), disk / str(request.param))
    if folder.parent.name == "own":
        (folder / "model.toml").write_text(OWN, encoding="utf-8")
    return folder


def state(folder: Path) -> ModelState:
    told = models(ModelsRequest(), Quiet())
    return next(one for one in told.models if one.name == folder.name)


@pytest.mark.parametrize("name", MODELS)
def test_of_a_model_that_is_all_there_nothing_is_missed(
    name: str, tiny_model: Callable[[str], Path]
) -> None:
    assert missing_parts(tiny_model(name), entry(name).ignore) == ()
    assert list(unreadable(tiny_model(name))) == []


def test_a_part_that_is_missing_is_named_and_the_model_not_offered(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (state(copied).disk, state(copied).usable) == ("yes", True)
    shutil.rmtree(copied / "vae")
    told = state(copied)
    assert (told.disk, told.usable, told.lacking) == ("part", False, ("vae",))
    with pytest.raises(EngineError, match="is not all here: vae missing") as missing:
        folder_of(entry(copied.name))
    assert str(copied) in missing.value.advice
    with pytest.raises(EngineError, match="is not all here: vae missing"):
        verify(ModelRequest(name=copied.name), Quiet())
    assert main(["models", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(copied.name))
    assert "part of it" in lines[at]
    assert lines[at + 1].strip() == "missing: vae"


@pytest.mark.parametrize(
    "gone",
    [
        "vae/config.json",
        WEIGHTS,
        "tokenizer/tokenizer.json",
        "scheduler/scheduler_config.json",
        "model_index.json",
    ],
)
def test_a_file_that_is_missing_is_missed_by_its_part(copied: Path, gone: str) -> None:
    (copied / gone).unlink()
    if gone.startswith("tokenizer"):
        (copied / "tokenizer" / "tokenizer_config.json").unlink()
    assert state(copied).lacking == (gone.partition("/")[0],)
    assert not state(copied).usable


def test_of_weights_in_several_files_each_is_asked_for(copied: Path) -> None:
    vae = copied / "vae"
    (copied / WEIGHTS).rename(vae / "a.safetensors")
    shards = {"weight_map": {"in": "a.safetensors", "out": "b.safetensors"}}
    (vae / "a.safetensors.index.json").write_text(json.dumps(shards), encoding="utf-8")
    assert state(copied).lacking == ("vae",)
    shutil.copy(vae / "a.safetensors", vae / "b.safetensors")
    assert state(copied).lacking == ()


def test_what_was_copied_is_verified_as_far_as_it_can_be(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "verify", copied.name]) == 0
    assert "no digests were compared" in capsys.readouterr().err
    whole = (copied / WEIGHTS).read_bytes()
    (copied / WEIGHTS).write_bytes(whole[:-1])
    (copied / "transformer" / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(EngineError, match="holds files that cannot be read") as damaged:
        verify(ModelRequest(name=copied.name), Quiet())
    assert WEIGHTS in damaged.value.advice
    assert [problem.code for problem in damaged.value.problems] == ["file-unreadable"] * 2
    assert main(["models", "verify", copied.name]) == 2
    assert f"“{WEIGHTS}” is no whole safetensors file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 9, b"\2" + b"\0" * 7 + b"[]", b"\xff" * 40, b"\5" + b"\0" * 7 + b'{"a":'],
)
def test_what_only_has_the_name_of_weights_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.safetensors").write_bytes(content)
    assert not is_safetensors(tmp_path / "x.safetensors")


def test_a_folder_of_which_there_are_words_alone_is_not_here(disk: Path) -> None:
    (disk / "own" / "night-city").mkdir(parents=True)
    (disk / "own" / "night-city" / "model.toml").write_text(OWN, encoding="utf-8")
    told = state(disk / "own" / "night-city")
    assert (told.disk, told.lacking) == ("no", ())
    with pytest.raises(EngineError, match="is not on this machine"):
        verify(ModelRequest(name="night-city"), Quiet())
