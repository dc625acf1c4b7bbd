"""A take: whole or not at all, the same from the same request, with what it is made of."""

import errno
import hashlib
import wave
from pathlib import Path
from typing import Any

import av
import pytest

from engine import render as verb
from engine.contracts import (
    CancelledError,
    EngineError,
    Format,
    RenderRequest,
    Wording,
    inputs_hash,
)
from engine.rehearsal import render as rehearsal
from tests.engine.rehearsal.shots import line, person, request, shot


class Watching:
    """A context that remembers its steps and stops at `stop`."""

    def __init__(self, stop: int | None = None) -> None:
        self.steps: list[tuple[int, int]] = []
        self.stop = stop

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        self.steps.append((done, total))
        if self.stop is not None and done >= self.stop:
            raise CancelledError


def spoken_request(out: Path, **changes: Any) -> RenderRequest:
    made = shot(people=(person(),), lines=(line(),), duration=1.0)
    return request(made, str(out), **changes)


def test_a_take_has_picture_speech_and_still(tmp_path: Path) -> None:
    asked = spoken_request(tmp_path)
    take = verb.render(asked, Watching())
    with av.open(str(tmp_path / take.video)) as file:
        stream = file.streams.video[0]
        assert (stream.width, stream.height) == (180, 320)
        assert sum(1 for _ in file.decode(video=0)) == take.frames == 24
    with wave.open(str(tmp_path / take.speech)) as speech:
        assert speech.getframerate() == 48_000
        assert speech.getnframes() == 48_000
    with av.open(str(tmp_path / take.still)) as still:
        assert still.streams.video[0].width == 180
    assert take.inputs == inputs_hash(asked)
    for name, digest in take.sha256.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    assert set(take.sha256) == {take.video, take.speech, take.still}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(take.sha256)


def test_word_times_come_from_the_voice(tmp_path: Path) -> None:
    take = verb.render(spoken_request(tmp_path), Watching())
    (timing,) = take.timings
    assert timing.start == pytest.approx(0.1)
    assert [word for word, _, _ in timing.words][:2] == ["You", "came"]
    starts = [start for _, start, _ in timing.words]
    assert starts == sorted(starts)
    assert all(start <= end <= take.duration for _, start, end in timing.words)


def test_the_same_request_gives_the_same_bytes(tmp_path: Path) -> None:
    first = verb.render(spoken_request(tmp_path / "a"), Watching())
    second = verb.render(spoken_request(tmp_path / "b"), Watching())
    assert first.sha256 == second.sha256


def test_a_cancelled_take_leaves_nothing_behind(tmp_path: Path) -> None:
    out = tmp_path / "take"
    with pytest.raises(CancelledError):
        verb.render(spoken_request(out), Watching(stop=6))
    assert not out.exists()


def test_a_cancelled_take_leaves_an_earlier_one_whole(tmp_path: Path) -> None:
    take = verb.render(spoken_request(tmp_path), Watching())
    with pytest.raises(CancelledError):
        verb.render(spoken_request(tmp_path, seed=2), Watching(stop=6))
    for name, digest in take.sha256.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest


def test_progress_is_told_every_few_frames_and_at_the_end(tmp_path: Path) -> None:
    watching = Watching()
    verb.render(spoken_request(tmp_path), watching)
    assert watching.steps[0] == (0, 24)
    assert watching.steps[-1] == (24, 24)
    assert 3 <= len(watching.steps) <= 8


def test_an_unknown_renderer_is_answered_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        verb.render(spoken_request(tmp_path, renderer="oil-paint"), Watching())
    assert caught.value.code == "unknown-renderer"
    assert "rehearsal" in caught.value.advice


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(verb.RENDERERS, "rehearsal", "engine.there_is_no_such_thing:render")
    with pytest.raises(EngineError) as caught:
        verb.render(spoken_request(tmp_path), Watching())
    assert caught.value.code == "missing-library"
    assert "there_is_no_such_thing" in str(caught.value)


def test_a_full_disk_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(rehearsal, "write_speech", full)
    with pytest.raises(EngineError) as caught:
        verb.render(spoken_request(tmp_path / "take"), Watching())
    assert caught.value.code == "disk-full"
    assert not (tmp_path / "take").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "take").write_text("in the way")
    with pytest.raises(EngineError) as caught:
        verb.render(spoken_request(tmp_path / "take"), Watching())
    assert caught.value.code == "cannot-write"


def test_an_odd_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        verb.render(spoken_request(tmp_path, format=Format(width=181, height=320)), Watching())
    assert caught.value.code == "bad-format"


def test_a_stranger_in_the_shot_is_drawn_and_heard(tmp_path: Path) -> None:
    made = shot(people=(person("nobody"),), lines=(line(character="nobody"),), duration=0.5)
    take = verb.render(request(made, str(tmp_path), cast=()), Watching())
    assert take.frames == 12
