"""The command line: what a script or a person at a terminal gets from each command."""

import io
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

from engine.cli.main import main
from engine.cli.terminal import TerminalContext
from engine.contracts import Layout
from engine.sound.score import soundfont
from engine.voice import flite
from tests.engine.edit.takes import Studio, sequence

SCRIPT = """Title: Rain Check

INT. OFFICE - NIGHT

MIA
You told me she was dead.

DANIEL
I told you what you wanted to hear.
"""

Capture = pytest.CaptureFixture[str]


def _cut_file(studio: Studio, *frames: int) -> Path:
    """A cut beside the folders of its takes, which it names from where it lies."""
    cut = studio.cut(*[studio.entry(number, count) for number, count in enumerate(frames)])
    data = msgspec.to_builtins(cut)
    for entry in data["entries"]:
        entry["folder"] = Path(entry["folder"]).name
    data["out"] = data["cache"] = ""
    path = studio.folder / "cut.json"
    path.write_bytes(msgspec.json.encode(data))
    return path


def test_compose_makes_an_episode_with_captions_beside_it(
    studio: Studio, tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "out" / "episode.mp4"
    assert main(["compose", str(_cut_file(studio, 30, 20)), "-o", str(target)]) == 0
    assert len(sequence(target)) == 50
    assert sorted(path.name for path in target.parent.iterdir()) == ["episode.mp4", "episode.vtt"]
    assert "50 frames copied" in capsys.readouterr().err


def test_compose_without_a_take_says_which_and_leaves_nothing(
    studio: Studio, tmp_path: Path, capsys: Capture
) -> None:
    cut = _cut_file(studio, 24)
    shutil.rmtree(tmp_path / "e01-s01-001")
    target = tmp_path / "out" / "episode.mp4"
    assert main(["compose", str(cut), "-o", str(target)]) == 2
    assert list(target.parent.iterdir()) == []
    said = capsys.readouterr().err
    assert "The video file of the take of shot e01-s01-001 is gone." in said
    assert "Make another take" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read"),
        ("", "is not JSON"),
        ("[1, 2]", "no JSON object"),
        ('{"series": 3}', "no Cut"),
        ('{"entries": 3}', "no Cut"),
        ('{"entries": [3]}', "no Cut"),
    ],
)
def test_a_cut_that_is_none_is_refused_in_words(
    tmp_path: Path, capsys: Capture, content: str | None, said: str
) -> None:
    path = tmp_path / "cut.json"
    if content is not None:
        path.write_text(content)
    assert main(["compose", str(path), "-o", str(tmp_path / "episode.mp4")]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_that_cannot_be_is_said_in_words(studio: Studio, capsys: Capture) -> None:
    cut = _cut_file(studio, 12)
    assert main(["compose", str(cut), "-o", str(cut / "episode.mp4")]) == 2
    assert "Check that the path exists" in capsys.readouterr().err


def test_read_names_what_it_read(tmp_path: Path, capsys: Capture) -> None:
    script = tmp_path / "rain.fountain"
    script.write_text(SCRIPT)
    assert main(["read", str(script)]) == 0
    assert "Rain Check: fountain, en, episodes: 1, scenes: 1" in capsys.readouterr().out


def test_read_writes_problems_as_compilers_do(tmp_path: Path, capsys: Capture) -> None:
    script = tmp_path / "rain.fountain"
    script.write_text("INT. OFFICE - NIGHT\n\nThe rain falls. Nobody speaks at all in here.\n")
    main(["read", str(script)])
    assert f"{script}: warning: Nobody speaks" in capsys.readouterr().err


def test_read_of_a_missing_file_is_an_error_in_words(tmp_path: Path, capsys: Capture) -> None:
    assert main(["read", str(tmp_path / "none.fountain")]) == 2
    assert "There is no such file." in capsys.readouterr().err


def test_breakdown_can_be_read_as_a_shot_list_with_its_figures(
    tmp_path: Path, capsys: Capture
) -> None:
    script = tmp_path / "rain.fountain"
    script.write_text(SCRIPT, encoding="utf-8")
    assert main(["breakdown", str(script), "--report"]) == 0
    said = capsys.readouterr()
    shots = [line for line in said.out.splitlines() if "Mia:" in line or "Daniel:" in line]
    assert len(shots) == 2
    assert "0 jump cuts, 0 crossings of the line" in said.out


def test_the_layout_of_a_shot_lies_in_a_folder_of_its_own(tmp_path: Path, capsys: Capture) -> None:
    script, shots, out = (tmp_path / name for name in ("rain.fountain", "shots.json", "layout"))
    script.write_text(SCRIPT, encoding="utf-8")
    main(["breakdown", str(script), "-o", str(shots)])
    shot = msgspec.json.decode(shots.read_bytes())["shots"][0]["slate"]["id"]
    asked = ["render", str(shots), "--shot", shot, "--size", "180x320"]
    assert main([*asked, "--layout", str(out)]) == 0
    described = msgspec.json.decode((out / "layout.json").read_bytes(), type=Layout)
    for frame in (described.first, described.last):
        named = [frame.picture, frame.lines, frame.depth, frame.pose]
        assert all((out / name).stat().st_size for name in named)
    assert main(asked) == 2
    assert "Nothing says where the take is to go." in capsys.readouterr().err


def test_render_of_a_breakdown_asks_which_shot(
    studio: Studio, tmp_path: Path, capsys: Capture
) -> None:
    shot = msgspec.to_builtins(studio.entry(0, 2).shot)
    shots = {"title": "", "episode": 1, "episode_title": "", "language": "en", "cast": []}
    path = tmp_path / "shots.json"
    path.write_bytes(msgspec.json.encode({**shots, "shots": [shot]}))
    assert main(["render", str(path), "-o", str(tmp_path / "take.mp4")]) == 2
    said = capsys.readouterr().err
    assert "A breakdown has many shots." in said
    assert "Name one with --shot: e01-s01-001." in said


@pytest.mark.parametrize("size", ["720", "721x1280", "axb"])
def test_a_size_that_no_encoder_takes_is_refused(size: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["render", "shot.json", "-o", "take.mp4", "--size", size])
    assert ended.value.code == 2
    assert "two even numbers" in capsys.readouterr().err


def test_list_says_what_works_and_why_the_rest_does_not(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    assert main(["list"]) == 0
    rows = {tuple(line.split()[:2]): line for line in capsys.readouterr().out.splitlines()}
    assert " yes " in rows["encoder", "h264"]
    assert " no " in rows["renderer", "diffusion"]
    assert "no models in" in rows["renderer", "diffusion"]


def test_list_says_which_package_of_the_sound_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    for made in (flite._opened, soundfont._opened):
        monkeypatch.setattr(sys.modules[made.__module__], "_opened", made.__wrapped__)
    monkeypatch.setattr(flite, "_LIBRARY", "libmissing{}.so.1")
    monkeypatch.setattr(soundfont, "FILE", tmp_path / "missing.sf3")
    soundfont.zones.cache_clear()
    assert main(["list"]) == 0
    rows = {tuple(line.split()[:3]): line for line in capsys.readouterr().out.splitlines()}
    assert "libflite1" in rows["voice", "flite", "no"]
    assert "fluidr3mono-gm-soundfont" in rows["score", "instruments", "no"]


def test_provenance_of_an_unlabelled_video_says_so(studio: Studio, capsys: Capture) -> None:
    video = Path(studio.entry(0, 4).folder) / "take.mp4"
    assert main(["provenance", str(video)]) == 1
    assert "AIGC label    no\nC2PA manifest none" in capsys.readouterr().out


def test_progress_without_a_terminal_is_a_line_a_tenth() -> None:
    stream = io.StringIO()
    context = TerminalContext("render", stream)
    for done in range(101):
        context.step(done, 100, "figures")
    assert stream.getvalue().splitlines()[0] == "render 0/100 figures"
    assert len(stream.getvalue().splitlines()) == 11


@pytest.mark.processes
def test_an_interrupt_ends_with_130_and_leaves_nothing(studio: Studio, tmp_path: Path) -> None:
    cut, target = _cut_file(studio, *[12] * 5), tmp_path / "out" / "episode.mp4"
    # The process interrupts itself at a known step, as a key pressed there would.
    script = (
        "import os, signal, sys\n"
        "from engine.cli.terminal import TerminalContext\n"
        "from engine.cli.main import main\n"
        "plain = TerminalContext.step\n"
        "def step(self, done, total, note=''):\n"
        "    plain(self, done, total, note)\n"
        "    if done == 3: os.kill(os.getpid(), signal.SIGINT)\n"
        "TerminalContext.step = step\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, "compose", str(cut), "-o", str(target)],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 130
    assert "nothing half made" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert list(target.parent.iterdir()) == []


@pytest.mark.processes
def test_the_engine_runs_without_django(studio: Studio, tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from engine.cli.main import main\n"
        "status = main(sys.argv[1:])\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] == 'django']\n"
        "sys.exit(status)\n"
    )
    command = ["compose", str(_cut_file(studio, 12)), "-o", str(tmp_path / "episode.mp4")]
    subprocess.run(
        [sys.executable, "-c", script, *command],
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        check=True,
    )


def test_cast_writes_a_look_that_sheet_draws(tmp_path: Path, capsys: Capture) -> None:
    look, drawn = tmp_path / "look.json", tmp_path / "sheet.png"
    assert main(["cast", "a tired night nurse, 30", "--seed", "3", "-o", str(look)]) == 0
    said = capsys.readouterr().err
    assert "nurse: presentation woman" in said
    assert "not understood: night" in said
    assert main(["sheet", str(look), "-o", str(drawn)]) == 0
    assert drawn.read_bytes().startswith(b"\x89PNG")


def test_cast_writes_the_entry_of_a_bible_where_the_name_ends_in_toml(tmp_path: Path) -> None:
    entry = tmp_path / "mia.toml"
    assert main(["cast", "a judge, 60", "--name", "Mia", "-o", str(entry)]) == 0
    (mia,) = tomllib.loads(entry.read_text(encoding="utf-8"))["characters"]
    assert (mia["name"], mia["look"]["wardrobe"]["kind"]) == ("Mia", "judge")


def test_a_sheet_can_be_piped_and_leaves_no_file_behind(tmp_path: Path) -> None:
    main(["cast", "a tired nurse, 30", "-o", str(tmp_path / "look.json")])
    asked = [sys.executable, "-m", "engine", "sheet", str(tmp_path / "look.json"), "-o", "-"]
    root = Path(__file__).parents[3]
    ended = subprocess.run(asked, cwd=root, capture_output=True, check=True)
    assert ended.stdout.startswith(b"\x89PNG")
    assert not (root / "-").exists()


def test_a_sheet_of_what_is_no_look_is_refused_in_words(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "look.json"
    path.write_text('{"age": "old"}')
    assert main(["sheet", str(path), "-o", str(tmp_path / "sheet.png")]) == 2
    assert "This is no Look" in capsys.readouterr().err


def test_words_that_are_no_text_are_refused_in_words(capsys: Capture) -> None:
    assert main(["cast", "a nurse \udcff"]) == 2
    assert "not UTF-8" in capsys.readouterr().err


def test_a_folder_is_never_written_over(tmp_path: Path, capsys: Capture) -> None:
    for target in ("", "/", str(tmp_path)):
        assert main(["cast", "a nurse", "-o", target]) == 2
    assert f"“{tmp_path}”: " in capsys.readouterr().err


def test_json_nested_without_end_is_refused_in_words(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "look.json"
    path.write_text('{"look":' * 20_000)
    assert main(["sheet", str(path), "-o", str(tmp_path / "sheet.png")]) == 2
    assert "is not JSON" in capsys.readouterr().err
