"""The check of a card, tried with tiny weights on a processor: the same code, other figures."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.cli.main import main
from engine.diffusion import gpucheck
from engine.diffusion.gpucheck.items import ITEMS, Item
from engine.diffusion.gpucheck.report import Row, compared, table
from engine.diffusion.gpucheck.setup import pipeline
from engine.diffusion.registry import MODELS, entry


def test_all_items_together_take_less_than_ten_minutes() -> None:
    assert sum(item.seconds for item in ITEMS.values()) < 600


def test_what_was_measured_and_what_failed_stand_in_the_table_a_line_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.md"
    log.write_text("# Log\n", encoding="utf-8")
    monkeypatch.setattr(gpucheck, "LOG", log)
    begun: list[str] = []
    monkeypatch.setitem(ITEMS, "klein-4b", _longer(ITEMS["klein-4b"]))
    monkeypatch.setitem(ITEMS, "unknown", ITEMS["ltx"])  # the process that is started has it not
    names = ["klein-4b", "unknown"]
    say = begun.append
    assert gpucheck.main(tiny=True, device="cpu", only=names, dry=False, say=say) == 0
    assert log.read_text(encoding="utf-8") == "# Log\n", "tiny weights are nothing to keep"
    assert [line.partition(":")[0] for line in begun] == names
    written = capsys.readouterr().out
    lines = [line for line in written.splitlines() if line.startswith("| klein-4b 64×64×1 |")]
    ways = [line.split("|")[2].strip() for line in lines]
    assert ways == ["eager", "native, eager", "native, eager: again"]
    assert "0.0e+00" in lines[1], "the same way twice makes the same picture"
    assert "| unknown  | all that follows | not taken | | | | KeyError: 'unknown' |" in written
    assert "Not taken, in part or whole: unknown." in written


def test_what_a_card_took_at_real_sizes_is_kept_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "docs" / "log.md"
    log.parent.mkdir()
    log.write_text("# Log\n", encoding="utf-8")
    monkeypatch.setattr(gpucheck, "LOG", log)
    monkeypatch.setattr(gpucheck, "ROOT", tmp_path)
    monkeypatch.setattr(gpucheck, "has_card", lambda: True)
    row = Row(item="ltx", way="eager", seconds=0.1, machine="a card")
    monkeypatch.setattr(gpucheck, "taken", lambda *_, tiny: [row])
    said: list[str] = []
    for dry in (True, False):
        gpucheck.main(tiny=False, device="cuda", only=["ltx"], dry=dry, say=said.append)
    written = log.read_text(encoding="utf-8")
    assert written.startswith("# Log\n\n## gpucheck, ")
    assert written.count("| ltx  | eager |") == 1
    assert said[-1] == "Added to docs/log.md."


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--tiny", "--device", "cpu", "--only", "nonsense"], "Use some of klein-4b, wan-5b"),
        (["--device", "cpu"], "take a processor hours"),
    ],
)
def test_what_cannot_be_checked_is_said_before_anything_is_begun(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gpucheck", *arguments]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


def test_a_library_that_an_item_misses_is_said_in_words() -> None:
    with tempfile.TemporaryFile("w+") as file:
        file.write("Traceback\nModuleNotFoundError: No module named 'accelerate.utils'\n")
        said = gpucheck._last_line(file)
    assert "not installed: accelerate." in said
    assert '.venv/bin/pip install ".[gpu]"' in said


@pytest.mark.parametrize(
    ("after", "gib", "said"),
    [
        (0.009, 1.0, "no slower"),  # of 4 ms: noise, though twice as long
        (0.0, 1.04, "no slower"),
        (0.0, 1.2, "LARGER than"),
        (0.1, 1.0, "SLOWER than"),
        (0.1, 1.2, "SLOWER AND LARGER than"),
    ],
)
def test_noise_is_not_called_slower(after: float, gib: float, said: str) -> None:
    assert compared(0.004, after, 1.0, gib).startswith(said)
    assert compared(10.0, 10.4, 1.0, 1.0).startswith("no slower")
    assert compared(10.0, 10.6, 1.0, 1.0).startswith("SLOWER")


def _longer(item: Item) -> Item:
    return Item(model=item.model, bucket=item.bucket, seconds=240, work=item.work)


def test_an_item_whose_time_is_up_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = Item(model="flux2-klein-4b", bucket=ITEMS["ltx"].bucket, seconds=0, work="sample")
    (row,) = gpucheck.taken("klein-4b", quick, "cpu", tiny=True)
    assert row.why_not == "took longer than its 0 s"


def test_a_bar_in_a_reason_does_not_break_the_table() -> None:
    text = table([Row(item="ltx", way="eager", why_not="a | b\nc")], "card", tiny=False)
    assert "| ltx  | eager | not taken | | | | a / b c |" in text


@pytest.mark.parametrize("name", ["klein-4b", "wan-5b", "wan-14b", "ltx"])
def test_models_of_real_size_can_be_put_together_without_their_encoders(name: str) -> None:
    """On torch's meta device: shapes without memory."""
    item = ITEMS[name]
    if item.model not in MODELS:
        pytest.skip(f"{item.model} is not in the registry")
    made: Any = pipeline(item, entry(item.model).real, torch.device("meta"))
    billions = sum(held.numel() for held in made.transformer.parameters()) / 1e9
    assert billions == pytest.approx(
        {"klein-4b": 3.9, "wan-5b": 5.0, "wan-14b": 14.3, "ltx": 19}[name], rel=0.05
    )
    assert made.transformer.dtype == torch.bfloat16
    assert all(getattr(made, name) is None for name in item.leave_out)


def test_nothing_of_the_studio_is_needed_beside_torch() -> None:
    """The card may be on a machine that has little else."""
    code = (
        "import sys\n"
        "names = 'skia av scipy espeakng_loader c2pa screenplay_tools onnxruntime onnx'.split()\n"
        "sys.modules.update(dict.fromkeys(names))\n"
        "from engine.cli.main import main\n"
        "import engine.diffusion.gpucheck.work\n"
        "sys.exit(main(['gpucheck', '--dry']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("There is no card here")
