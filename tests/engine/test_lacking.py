"""Without the libraries of final takes every way to them says what to type."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec

from engine.contracts import DIFFUSION
from tests.engine.rehearsal.shots import person, request, shot

ROOT = Path(__file__).resolve().parents[2]
COMMAND = '.venv/bin/pip install ".[gpu]"'
CODE = """
import sys
for name in ("torch", "diffusers", "transformers"):
    sys.modules[name] = None
from engine.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def said(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        cwd=ROOT,
        env={**os.environ, "DRAMABOX_MODELS": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stderr
    return run.stdout + run.stderr


def test_list_check_and_render_say_the_same_command(tmp_path: Path) -> None:
    asked = msgspec.to_builtins(request(shot(people=(person(),)), str(tmp_path)))
    file = tmp_path / "shot.json"
    file.write_text(json.dumps({**asked, "renderer": DIFFUSION}), encoding="utf-8")
    listed = said(tmp_path, "list")
    line = next(line for line in listed.splitlines() if line.startswith("renderer   diffusion"))
    for told in (
        line,
        said(tmp_path, "gpucheck", "--tiny", "--device", "cpu"),
        said(tmp_path, "render", str(file), "-o", str(tmp_path / "take.mp4")),
    ):
        assert "Final takes need libraries that are not installed:" in told
        assert COMMAND in told


def test_a_reader_that_has_enough_ends_a_command_without_a_word() -> None:
    for arguments, status in ((["models", "list"], 141), (["--help"], 0)):  # argparse's own
        reading, writing = os.pipe()
        os.close(reading)
        run = subprocess.run(
            [sys.executable, "-m", "engine", *arguments],
            cwd=ROOT,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        os.close(writing)
        assert run.stderr == ""
        assert run.returncode == status
