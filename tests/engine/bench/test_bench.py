"""The bench: its table, its report, and that both sides of a comparison do the same work."""

from pathlib import Path

import msgspec
import pytest

from engine import bench
from engine.bench import compose as figures
from engine.bench.figure import Figure
from engine.contracts import EngineError, Format
from engine.dotted import load
from engine.edit.clip import read_clip
from engine.edit.compose import compose


def one() -> Figure:
    return Figure(value=7.5, unit="×", beside="the plain way 3 s")


def lacking() -> Figure:
    raise ModuleNotFoundError("No module named 'moviepy'", name="moviepy")


def test_the_report_names_value_unit_and_what_it_was_measured_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bench, "FIGURES", {"compose.vs_plain": f"{__name__}:one"})
    bench.main()
    report = msgspec.json.decode((tmp_path / "build" / "bench.json").read_bytes())
    assert report == {
        "compose.vs_plain": {"value": 7.5, "unit": "×", "beside": "the plain way 3 s"}
    }
    assert "compose.vs_plain" in capsys.readouterr().out


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "FIGURES", {"compose.vs_plain": f"{__name__}:lacking"})
    with pytest.raises(EngineError, match="“moviepy”, which is not installed"):
        bench.main()


@pytest.mark.parametrize("path", bench.FIGURES.values())
def test_every_figure_can_be_measured(path: str) -> None:
    assert callable(load(path))


def test_both_ways_of_joining_give_the_same_number_of_frames(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(figures, "SHOTS", 2)
    monkeypatch.setattr(figures, "FRAMES", 30)
    monkeypatch.setattr(figures, "PICTURE", Format(width=90, height=160))
    with figures._cut() as whole:
        first = msgspec.structs.replace(whole.entries[0], trim_in=figures.TRIM)
        cut = msgspec.structs.replace(whole, entries=(first, whole.entries[1]))
        master = compose(cut, figures.Quiet())
        figures._PlainCopy(cut).run()
        plain = read_clip(Path(cut.out) / "plain.mp4")
    assert len(plain.samples) == master.frames == 60 - figures.TRIM
