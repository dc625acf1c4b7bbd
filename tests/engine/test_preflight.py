"""What an episode cannot be finished without is missed before its first shot is rendered."""

import sys
from pathlib import Path

import pytest

from engine.contracts import EngineError, PreflightRequest
from engine.preflight import preflight
from engine.sound.score import soundfont
from tests.engine.quiet import Quiet


def test_a_machine_that_has_everything_says_what_it_has() -> None:
    found = preflight(PreflightRequest(label="AI-generated"), Quiet()).found
    assert found["score"].endswith(soundfont.FILE.name)
    assert {"encoder", "label", "provenance"} <= set(found)


@pytest.mark.parametrize("content", [None, b"", b"RIFF of something else"])
def test_without_whole_instruments_it_is_said_what_to_install(
    content: bytes | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "some.sf3"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(soundfont, "FILE", file)
    monkeypatch.setattr(soundfont, "_opened", soundfont._opened.__wrapped__)
    soundfont.zones.cache_clear()
    with pytest.raises(EngineError, match="instruments") as caught:
        preflight(PreflightRequest(), Quiet())
    assert caught.value.code == "no-instruments"
    assert "fluidr3mono-gm-soundfont" in str(caught.value.advice)


def test_only_an_edition_needs_letters_and_a_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    assert set(preflight(PreflightRequest(), Quiet()).found) == {"encoder", "score"}
    with pytest.raises(ImportError):
        preflight(PreflightRequest(label="AI-generated"), Quiet())
