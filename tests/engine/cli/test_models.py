"""Alice looks after her models at a terminal."""

import json
import shutil
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
    assert main(["models", "accept", "ltx-2.5", "--by", "Alice"]) == 2
    assert "--country" in capsys.readouterr().err


def test_where_a_licence_asks_for_nothing_nobody_is_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "accept", "flux2-klein-4b"]) == 0
    assert main(["models", "accept", "flux2-klein-4b", "--by", "Alice"]) == 0
    said = capsys.readouterr()
    assert said.err.count("There is nothing to accept.") == 2
    assert "--country" not in said.err + said.out
    assert not (folder / "acceptances.json").exists()


def _own(folder: Path, terms: str) -> None:
    words = f'title = "Lab"\nbase = "sdxl"\n[licence]\nid = "X-1"\n{terms}'
    (folder / "own" / "lab").mkdir(parents=True)
    (folder / "own" / "lab" / "model.toml").write_text(words, encoding="utf-8")


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ('excluded = ["EU"]', "The licence of Lab does not hold in FR: it leaves out EU."),
        ("revenue_limit = 1000", "earn less than US$1,000 a year; this one earns US$5,000"),
    ],
)
def test_what_was_accepted_in_vain_is_said_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str], terms: str, reason: str
) -> None:
    _own(folder, terms)
    studio = ["--country", "FR", "--revenue", "5000", "--by", "Alice"]
    assert main(["models", "accept", "lab", *studio]) == 2
    said = capsys.readouterr().err
    assert reason in said
    assert "may not be used here" in said
    assert main(["models", "list"]) == 0
    assert reason in capsys.readouterr().out


def test_what_may_not_earn_money_is_not_called_free(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _own(folder, "commercial = false")
    studio = ["--country", "FR", "--revenue", "5000", "--by", "Alice"]
    for arguments in ([], studio):
        assert main(["models", "accept", "lab", *arguments]) == 2
        assert "may not be used to earn money" in capsys.readouterr().err
    assert not (folder / "acceptances.json").exists()


def test_without_a_network_a_licence_is_accepted_by_its_copied_text(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAMABOX_OFFLINE", "1")
    assert main(["models", "accept", "ltx-2.5"]) == 2
    place = folder / "licences" / "ltx-2.5.txt"
    assert f"unchanged, to “{place}”" in capsys.readouterr().err
    place.parent.mkdir(parents=True)
    place.write_text("Do no harm.", encoding="utf-8")
    assert main(["models", "accept", "ltx-2.5"]) == 0
    assert "Do no harm." in capsys.readouterr().out
    studio = ["--country", "FR", "--revenue", "5000", "--by", "Alice"]
    assert main(["models", "accept", "ltx-2.5", *studio]) == 0


def test_a_file_where_the_folder_should_be_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write_text("not a folder", encoding="utf-8")
    assert main(["models", "list"]) == 0
    assert f"“{folder}” is no folder" in capsys.readouterr().err
    assert main(["models", "pull", "wan2.2-ti2v-5b"]) == 2
    assert "Set DRAMABOX_MODELS to a folder" in capsys.readouterr().err


def test_what_does_not_fit_on_the_disk_is_told_before_it_is_pulled(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usage = type(shutil.disk_usage("/"))(100 * 2**30, 64 * 2**30, 36 * 2**30)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert main(["models", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = {line.split()[0]: number for number, line in enumerate(lines) if line.split()}
    said = [
        name for name, at in rows.items() if "cannot be pulled" in " ".join(lines[at + 1 :][:1])
    ]
    assert "wan2.2-ti2v-5b" not in said  # 34 GiB, and one to spare
    assert "wan2.2-i2v-a14b" in said
    assert "36.0 GiB are free" in lines[rows["wan2.2-i2v-a14b"] + 1]


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
    assert "not installed: huggingface_hub" in run.stderr
    assert '.venv/bin/pip install ".[gpu]"' in run.stderr
