"""What the encoder promises to everything that joins its files."""

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import av
import numpy as np
import pytest

from engine.contracts import EngineError, Format
from engine.edit.clip import read_clip
from engine.edit.encode import SAMPLE_RATE, VideoWriter
from engine.whole_file import ABANDONED, part_of, whole_file
from tests.engine.edit.takes import SMALL, click, heard, lengths, numbered, sequence


def _write(path: Path, take: int, frames: int, seconds: float = 0) -> None:
    sound = click(seconds, 0.5) if seconds else None
    with VideoWriter(path, SMALL, audio=sound) as writer:
        for frame in range(frames):
            writer.write(numbered(take, frame, SMALL))


def test_every_frame_comes_back_in_order(tmp_path: Path) -> None:
    _write(tmp_path / "take.mp4", 2, 60)
    assert sequence(tmp_path / "take.mp4") == [(2, frame) for frame in range(60)]


def test_a_gop_starts_at_frame_zero_and_then_every_second(tmp_path: Path) -> None:
    _write(tmp_path / "take.mp4", 0, 60)
    clip = read_clip(tmp_path / "take.mp4")
    assert [n for n, sample in enumerate(clip.samples) if sample.key] == [0, 24, 48]


def test_different_pictures_share_their_headers(tmp_path: Path) -> None:
    _write(tmp_path / "a.mp4", 0, 60)
    with VideoWriter(tmp_path / "b.mp4", SMALL) as writer:
        noise = np.random.default_rng(1).integers(0, 255, (30, 160, 90, 4), np.uint8)
        for frame in noise:
            writer.write(frame)
    a, b = read_clip(tmp_path / "a.mp4"), read_clip(tmp_path / "b.mp4")
    assert a.headers == b.headers
    assert a.joins
    assert b.joins


def test_the_same_frames_give_the_same_bytes(tmp_path: Path) -> None:
    _write(tmp_path / "a.mp4", 1, 40, 2)
    _write(tmp_path / "b.mp4", 1, 40, 2)
    assert (tmp_path / "a.mp4").read_bytes() == (tmp_path / "b.mp4").read_bytes()


def test_colours_are_tagged_and_right(tmp_path: Path) -> None:
    _write(tmp_path / "take.mp4", 3, 3)
    with av.open(str(tmp_path / "take.mp4"), "r") as container:
        frame = next(container.decode(video=0))
    assert (frame.colorspace, frame.color_range) == (1, 1)
    assert abs(frame.to_ndarray(format="bgra")[120, 45, :3].astype(int) - (30, 160, 200)).max() <= 4


@pytest.mark.parametrize("seconds", [0.6, 2.5, 4.0])
def test_sound_is_as_long_as_the_picture_and_in_step(tmp_path: Path, seconds: float) -> None:
    _write(tmp_path / "take.mp4", 0, 60, seconds)
    samples = heard(tmp_path / "take.mp4")
    assert lengths(tmp_path / "take.mp4") == {"video": 2.5, "audio": 2.5}
    assert abs(int(np.argmax(np.abs(samples) > 0.4)) - SAMPLE_RATE // 2) < 48


def test_a_failure_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    def fail_after(frames: int) -> None:
        with VideoWriter(tmp_path / "take.mp4", SMALL) as writer:
            for frame in range(frames):
                writer.write(numbered(0, frame, SMALL))
            raise RuntimeError("the set fell over")

    with pytest.raises(RuntimeError, match="fell over"):
        fail_after(5)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_in_words(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    part_of(tmp_path / "take.mp4").symlink_to("/dev/full")
    with pytest.raises(EngineError) as caught:
        _write(tmp_path / "take.mp4", 0, 30)
    assert caught.value.code == "disk-full"
    assert "take.mp4" in caught.value.message
    assert list(tmp_path.iterdir()) == []


def test_a_frame_of_another_size_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(EngineError, match="90×160"),
        VideoWriter(tmp_path / "take.mp4", Format(width=180, height=320)) as writer,
    ):
        writer.write(numbered(0, 0, SMALL))


def test_what_a_killed_process_left_is_swept_up_and_what_is_being_written_is_not(
    tmp_path: Path,
) -> None:
    old, young = tmp_path / ".part-1-1-take.mp4", tmp_path / ".part-2-2-take.mp4"
    for part in (old, young):
        part.write_bytes(b"half")
    os.utime(old, (0, time.time() - ABANDONED - 1))
    with whole_file(tmp_path / "take.mp4") as part:
        part.write_bytes(b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {"take.mp4", young.name}


def test_two_who_make_the_same_file_at_once_both_succeed(tmp_path: Path) -> None:
    ready = threading.Barrier(2)

    def make(_: int) -> None:
        with whole_file(tmp_path / "piece.mp4") as part:
            part.write_bytes(b"whole")
            ready.wait(10)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(make, range(2)))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"whole"]


def test_a_link_leads_to_what_is_written_and_stays(tmp_path: Path) -> None:
    link, real = tmp_path / "link.json", tmp_path / "real.json"
    link.symlink_to(real)
    with whole_file(link) as part:
        part.write_bytes(b"whole")
    assert link.is_symlink()
    assert real.read_bytes() == b"whole"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        with whole_file(pipe) as part:
            part.write_bytes(b"whole")
    assert read.result() == b"whole"
    assert pipe.is_fifo()
