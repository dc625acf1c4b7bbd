"""Joining takes: exact to the frame, copied where nothing changed, never half made."""

import os
import signal
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import msgspec
import numpy as np
import pytest

from engine.contracts import CancelledError, CutEntry, EngineError, Format, LineTiming, Master
from engine.edit.compose import compose
from engine.edit.encode import SAMPLE_RATE
from tests.engine.edit.takes import Studio, Ticker, heard, lengths, packets, sequence, times


def _numbers(take: int, first: int, last: int) -> list[tuple[int, int]]:
    return [(take, frame) for frame in range(first, last)]


def test_takes_follow_one_another_exact_to_the_frame(studio: Studio) -> None:
    cut = studio.cut(studio.entry(0, 31), studio.entry(1, 7), studio.entry(2, 50))
    master = compose(cut, Ticker())
    assert sequence(master.video) == _numbers(0, 0, 31) + _numbers(1, 0, 7) + _numbers(2, 0, 50)
    assert (master.frames, master.frames_copied, master.frames_encoded) == (88, 88, 0)


def test_untrimmed_takes_are_copied_packet_by_packet(studio: Studio) -> None:
    entries = (studio.entry(0, 30), studio.entry(1, 26))
    master = compose(studio.cut(*entries), Ticker())
    takes = [packets(Path(entry.folder) / "take.mp4") for entry in entries]
    assert packets(master.video) == takes[0] + takes[1]


def test_a_trimmed_head_encodes_its_gop_only(studio: Studio) -> None:
    cut = studio.cut(studio.entry(0, 60, trim=(10, 0)), studio.entry(1, 24))
    master = compose(cut, Ticker())
    assert sequence(master.video) == _numbers(0, 10, 60) + _numbers(1, 0, 24)
    assert (master.frames_encoded, master.frames_copied) == (14, 60)


def test_a_trimmed_tail_encodes_nothing(studio: Studio) -> None:
    cut = studio.cut(studio.entry(0, 60, trim=(24, 5)), studio.entry(1, 24, trim=(0, 20)))
    master = compose(cut, Ticker())
    assert sequence(master.video) == _numbers(0, 24, 55) + _numbers(1, 0, 4)
    assert master.frames_encoded == 0


def test_a_trim_within_one_gop_is_exact(studio: Studio) -> None:
    master = compose(studio.cut(studio.entry(0, 48, trim=(3, 38))), Ticker())
    assert sequence(master.video) == _numbers(0, 3, 10)


def test_an_own_clip_of_another_encoder_is_encoded_and_kept_in_step(studio: Studio) -> None:
    entry, own = studio.entry(0, 24), studio.entry(1, 40)
    source = Path(own.folder) / "take.mp4"
    foreign = Path(own.folder) / "own.mp4"
    with av.open(str(source), "r") as read, av.open(str(foreign), "w") as written:
        stream = written.add_stream("libx264", rate=24, options={"preset": "slow", "bf": "3"})
        stream.width, stream.height, stream.pix_fmt = 90, 160, "yuv420p"
        for frame in read.decode(video=0):
            frame.pict_type = av.video.frame.PictureType.NONE
            written.mux(stream.encode(frame))
        written.mux(stream.encode(None))
    own = msgspec.structs.replace(
        own, take=msgspec.structs.replace(own.take, video="own.mp4"), trim_in=2
    )
    master = compose(studio.cut(entry, own), Ticker())
    assert sequence(master.video) == _numbers(0, 0, 24) + _numbers(1, 2, 40)
    assert (master.frames_copied, master.frames_encoded) == (24, 38)


def test_every_frame_has_its_exact_time_and_the_file_its_exact_length(studio: Studio) -> None:
    picture = Format(width=90, height=160, fps=30)
    cut = studio.cut(studio.entry(0, 37, picture=picture), studio.entry(1, 31, picture=picture))
    master = compose(cut, Ticker())
    assert times(master.video) == [Fraction(frame, 30) for frame in range(68)]
    assert lengths(master.video) == {"video": Fraction(68, 30), "audio": Fraction(68, 30)}
    assert master.duration == pytest.approx(68 / 30)


def test_spans_lie_end_to_end_and_name_their_shots(studio: Studio) -> None:
    cut = studio.cut(studio.entry(0, 30, trim=(6, 0)), studio.entry(1, 12))
    spans = compose(cut, Ticker()).spans
    assert [(span.shot, span.start, span.end) for span in spans] == [
        ("e01-s01-001", 0.0, 1.0),
        ("e01-s01-002", 1.0, 1.5),
    ]


def test_speech_sounds_where_its_frame_is_shown(studio: Studio) -> None:
    cut = studio.cut(studio.entry(0, 40), studio.entry(1, 48, trim=(3, 0)), studio.entry(2, 36))
    master = compose(cut, Ticker())
    sound = heard(master.video)
    for span, trimmed in zip(master.spans, (0, 3, 0), strict=True):
        at = span.start + 0.25 - trimmed / 24
        window = sound[round((at - 0.1) * SAMPLE_RATE) : round((at + 0.1) * SAMPLE_RATE)]
        assert abs(int(np.argmax(np.abs(window))) - 0.1 * SAMPLE_RATE) < 0.005 * SAMPLE_RATE


def test_the_sound_is_mixed_again_only_when_something_that_sounds_changes(studio: Studio) -> None:
    cut = studio.cut(studio.entry(0, 30), studio.entry(1, 30))
    compose(cut, Ticker())
    first = {path.name: path.stat().st_mtime_ns for path in Path(cut.cache).iterdir()}
    other = msgspec.structs.replace(cut.entries[1].take, seed=7, wall_s=3)
    again = msgspec.structs.replace(
        cut, entries=(cut.entries[0], msgspec.structs.replace(cut.entries[1], take=other))
    )
    compose(again, Ticker())
    assert {p.name: p.stat().st_mtime_ns for p in Path(cut.cache).iterdir()} == first
    compose(msgspec.structs.replace(cut, seed=2), Ticker())
    assert len(list(Path(cut.cache).iterdir())) == 2


def test_a_missing_take_names_its_shot(studio: Studio) -> None:
    cut = studio.cut(studio.entry(0, 24), studio.entry(1, 24))
    (Path(cut.entries[1].folder) / "take.mp4").unlink()
    with pytest.raises(EngineError, match="e01-s01-002 is gone") as caught:
        compose(cut, Ticker())
    assert caught.value.code == "take-missing"
    assert not Path(cut.out).exists()


@pytest.mark.parametrize("damage", ["cut off", "flipped", "not a video", "empty"])
def test_a_damaged_take_names_its_shot(studio: Studio, damage: str) -> None:
    entry = studio.entry(0, 30)
    path = Path(entry.folder) / "take.mp4"
    whole = path.read_bytes()
    flipped = whole[:-500] + bytes([whole[-500] ^ 255]) + whole[-499:]
    path.write_bytes(
        {
            "cut off": whole[: len(whole) * 2 // 3],
            "flipped": flipped,
            "not a video": b"hello" * 99,
            "empty": b"",
        }[damage]
    )
    with pytest.raises(EngineError, match="e01-s01-001 is damaged") as caught:
        compose(studio.cut(entry), Ticker())
    assert caught.value.code == "take-missing"


def test_a_take_of_another_shot_is_refused_and_leaves_nothing(studio: Studio) -> None:
    entry = studio.entry(0, 30)
    said = (LineTiming(index=9, start=0, end=1),)
    take = msgspec.structs.replace(entry.take, timings=said)
    cut = studio.cut(msgspec.structs.replace(entry, take=take))
    with pytest.raises(EngineError, match="of another shot"):
        compose(cut, Ticker())
    assert not list(Path(cut.out).glob("*"))


def test_a_take_of_another_format_says_both(studio: Studio) -> None:
    large = studio.entry(1, 24, picture=Format(width=180, height=320))
    with pytest.raises(EngineError, match=r"180×320 at 24 .* 90×160 at 24") as caught:
        compose(studio.cut(studio.entry(0, 24), large), Ticker())
    assert caught.value.code == "format-mismatch"


def test_a_cut_without_shots_is_refused(studio: Studio) -> None:
    with pytest.raises(EngineError, match="no shots"):
        compose(studio.cut(), Ticker())


def test_a_shot_trimmed_to_nothing_is_refused(studio: Studio) -> None:
    entry: CutEntry = studio.entry(0, 24, trim=(12, 12))
    with pytest.raises(EngineError, match="Nothing is left of shot e01-s01-001"):
        compose(studio.cut(entry), Ticker())


def test_a_cancel_leaves_no_half_file(studio: Studio) -> None:
    def stop() -> None:
        raise CancelledError

    cut = studio.cut(studio.entry(0, 24), studio.entry(1, 24))
    with pytest.raises(CancelledError):
        compose(cut, Ticker(at=2, then=stop))
    assert list(Path(cut.out).iterdir()) == []


@pytest.mark.processes
def test_a_kill_in_the_middle_leaves_no_half_master_and_the_next_run_is_whole(
    studio: Studio, tmp_path: Path
) -> None:
    cut = studio.cut(studio.entry(0, 24), studio.entry(1, 24))
    script = (
        "import os, signal, sys, msgspec\n"
        "from engine.contracts import Cut\n"
        "from engine.edit.compose import compose\n"
        "class Dies:\n"
        "    def step(self, done, total, note=''):\n"
        "        if done == 2: os.kill(os.getpid(), signal.SIGKILL)\n"
        "compose(msgspec.json.decode(sys.stdin.buffer.read(), type=Cut), Dies())\n"
    )
    died = subprocess.run(
        [sys.executable, "-c", script],
        input=msgspec.json.encode(cut),
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        check=False,
    )
    assert died.returncode == -signal.SIGKILL
    assert not (Path(cut.out) / "master.mp4").exists()
    master: Master = compose(cut, Ticker())
    assert len(sequence(master.video)) == 48
    whole = [path.name for path in Path(cut.out).iterdir() if not path.name.startswith(".part-")]
    assert sorted(whole) == ["captions.vtt", "master.mp4"]
