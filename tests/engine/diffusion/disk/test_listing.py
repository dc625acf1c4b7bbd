"""Alice asks what a final take would be made with."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contracts import EngineError, ModelsRequest
from engine.diffusion.disk import fingerprint, folder_of
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


BROKEN = [b'{"repository": "\xff"}', b"", b'{"repository": 5}', b'{"files": [', b"\x00" * 9]


@pytest.mark.parametrize("content", BROKEN)
def test_a_manifest_that_cannot_be_read_is_told_beside_all_other_models(
    tiny_model: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    (tmp_path / "z-image-turbo").symlink_to(tiny_model("z-image-turbo"))
    for folder in ("sdxl", "loras/wan2.2-i2v-a14b"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "manifest.json").write_bytes(content)
    told = models(ModelsRequest(), Quiet())
    disks = {one.name: one.disk for one in told.models}
    assert (disks["sdxl"], disks["z-image-turbo"]) == ("damaged", "yes")
    assert [one.name for one in told.defaults if one.role == "keyframes"] == ["z-image-turbo"]
    assert [problem.code for problem in told.problems] == ["bad-manifest"] * 2
    assert f"“{tmp_path}/sdxl/manifest.json” cannot be read" in told.problems[0].message
    assert "Pull the model again" in told.problems[0].advice
    (tmp_path / "sdxl" / "model_index.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EngineError, match=r"sdxl/manifest\.json” cannot be read"):
        folder_of(entry("sdxl"))


def test_a_manifest_of_somebody_elses_in_ones_own_model_is_no_concern(
    tiny_model: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    own = tmp_path / "own" / "night-city"
    shutil.copytree(tiny_model("sdxl"), own)
    words = 'title = "Night City"\nbase = "sdxl"\n[licence]\nid = "MIT"'
    (own / "model.toml").write_text(words, encoding="utf-8")
    (own / "manifest.json").write_text('{"version": 3}', encoding="utf-8")
    told = models(ModelsRequest(), Quiet())
    assert [one.disk for one in told.models if one.name == "night-city"] == ["yes"]
    assert told.problems == ()
    assert folder_of(entry("night-city")) == own
    assert fingerprint(own)


def test_small_models_that_cannot_be_read_are_told_with_their_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    card = 'title = "x"\nlicence = "MIT"\nfactor = 2'
    for name, content in {
        "upscalers/good/upscaler.toml": card.encode(),
        "upscalers/bad/upscaler.toml": b"\xff\xfe",
        "upscalers/wide/upscaler.toml": (card + "00").encode(),
        "interpolators/rife/interpolator.toml": b"title = ",
        "scorers/silent/notes.txt": b"",
        "scorers/face/scorer.toml": b'title = "x"\nlicence = "MIT"\ndoes = "face"\nsize = [8, 8]',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    graph = b"\x08\x0a\x3a\x00"  # a version, and a graph without anything
    (tmp_path / "upscalers" / "good" / "model.onnx").write_bytes(graph)
    told = [problem.message for problem in models(ModelsRequest(), Quiet()).problems]
    assert [message.partition("”")[2].split("”")[0] for message in told] == [
        " of “upscalers/bad",
        " of “upscalers/wide",
        " of “interpolators/rife",
        " in “scorers/face",
        " in “scorers/silent",
    ]
    assert "“model.onnx” in “scorers/face”" in told[3]
