"""Without torch all but final takes works; without a card the check says so."""

import subprocess
import sys
from pathlib import Path

import pytest

DIFFUSION = ("torch", "diffusers", "transformers", "onnx", "onnxscript", "onnxruntime", "peft")

SCRIPT = "Title: Rain\n\nINT. KITCHEN - DAY\n\nMIRA waits.\n\nMIRA\nHe is late.\n"


def engine(*arguments: str, without: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """The command line in a process in which those libraries cannot be imported."""
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({without!r}))\n"
        "from engine.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


def test_list_says_what_final_takes_need() -> None:
    done = engine("list", without=DIFFUSION)
    assert done.returncode == 0, done.stderr
    lines = {tuple(line.split()[:2]): line for line in done.stdout.splitlines()}
    assert " no " in lines["renderer", "diffusion"]
    assert "torch, diffusers, transformers" in lines["renderer", "diffusion"]
    assert 'pip install ".[gpu,tensorrt]"' in lines["runtime", "ort-trt"]
    assert " yes " in lines["renderer", "rehearsal"]


def test_a_screenplay_is_broken_down_without_torch(tmp_path: Path) -> None:
    script = tmp_path / "rain.fountain"
    script.write_text(SCRIPT, encoding="utf-8")
    done = engine("breakdown", str(script), without=DIFFUSION)
    assert done.returncode == 0, done.stderr
    assert '"shots"' in done.stdout


@pytest.mark.parametrize("command", [["tune", "wan2.2-ti2v-5b"], ["gpucheck"]])
def test_what_needs_torch_says_so_in_words(command: list[str]) -> None:
    done = engine(*command, without=DIFFUSION)
    assert done.returncode in {1, 2}
    assert "torch" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_card_nothing_is_measured() -> None:
    done = engine("gpucheck", "--dry", without=())
    assert done.returncode == 2
    assert done.stdout == ""
    assert "There is no card here that torch can use; nothing was measured." in done.stderr
