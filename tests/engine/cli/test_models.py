"""Alice looks after her models at a terminal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.cli.main import main

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


def test_the_list_tells_of_each_model_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "list"]) == 0
    told = capsys.readouterr().out
    line = next(line for line in told.splitlines() if line.startswith("wan2.2-ti2v-5b"))
    assert line.split()[1:6] == ["video", "no", "34.0", "12", "Apache"]
    assert "GiB free" in told


def test_a_folder_that_cannot_be_understood_is_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "own" / "mine").mkdir(parents=True)
    assert main(["models", "list"]) == 0
    assert "“mine” is left out: it has no model.toml." in capsys.readouterr().err


def test_an_unknown_model_is_an_error_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "pull", "sora"]) == 2
    assert "no model “sora”" in capsys.readouterr().err


def test_who_accepts_says_where_the_studio_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "accept", "wan2.2-ti2v-5b", "--by", "Alice"]) == 2
    assert "--country" in capsys.readouterr().err


def test_offline_is_said_plainly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAMABOX_OFFLINE", "1")
    assert main(["models", "pull", "wan2.2-ti2v-5b"]) == 2
    assert "stay offline (DRAMABOX_OFFLINE)" in capsys.readouterr().err


def test_models_are_listed_and_told_apart_without_any_library_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    code = """
import json, sys
for name in ("torch", "diffusers", "transformers", "huggingface_hub", "safetensors"):
    sys.modules[name] = None
from engine.cli.main import main
listed = main(["models", "list"])
print(json.dumps([listed, main(["models", "pull", "wan2.2-ti2v-5b"])]))
"""
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout.splitlines()[-1]) == [0, 2]
    assert "huggingface_hub is not installed" in run.stderr
