"""A clip is where its frames lie, whatever file they lie in."""

import io
from pathlib import Path

import av
import pytest

from engine.edit.clip import encode, read_clip
from engine.edit.encode import VideoWriter
from tests.engine.edit.takes import SMALL, numbered

FRAMES = 30


def _packets(source: Path | io.BytesIO) -> list[bytes]:
    with av.open(source, "r") as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def _as_matroska(video: Path) -> Path:
    made = video.with_suffix(".mkv")
    with av.open(str(video)) as source, av.open(str(made), "w") as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.size:
                packet.stream = stream
                target.mux(packet)
    return made


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "take.mp4"
    with VideoWriter(path, SMALL) as writer:
        for frame in range(FRAMES):
            writer.write(numbered(1, frame, SMALL))
    return path


def test_frames_of_an_mp4_are_read_where_they_lie(video: Path) -> None:
    clip = read_clip(video)
    assert [sample.data for sample in clip.samples] == _packets(video)
    assert all(sample.source == video for sample in clip.samples)


def test_frames_of_what_is_no_mp4_are_those_its_demuxer_finds(video: Path) -> None:
    other = _as_matroska(video)
    clip = read_clip(other)
    assert [sample.data for sample in clip.samples] == _packets(other)
    assert (clip.format, len(list(clip.decode(3, FRAMES)))) == (SMALL, FRAMES - 3)


def test_frames_of_a_file_in_memory_are_read_there(video: Path) -> None:
    made = encode(read_clip(video).decode(0, FRAMES), SMALL)
    clip = read_clip(io.BytesIO(made))
    assert [sample.data for sample in clip.samples] == _packets(io.BytesIO(made))
