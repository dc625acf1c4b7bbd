"""Picture as packets: read from files, decoded where a frame is needed, laid end to end."""

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

import av
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream

from engine.contracts import Format
from engine.edit.encode import scaled, set_picture

# The index of an MP4 tells all that is asked of it: no frame is decoded to find out more, which
# would take 6 ms a file.
PLAIN = {"probesize": "32"}


class Sample(NamedTuple):
    """One encoded frame, where it lies: an hour of them takes no memory."""

    source: Path | io.BytesIO
    start: int
    size: int
    key: bool

    @property
    def data(self) -> bytes:
        """Its bytes; raises OSError."""
        if isinstance(self.source, io.BytesIO):
            return bytes(self.source.getbuffer()[self.start : self.start + self.size])
        with self.source.open("rb", buffering=0) as file:
            return os.pread(file.fileno(), self.size, self.start)


@dataclass(frozen=True, slots=True)
class Clip:
    """The picture of one file. `headers` is its SPS and PPS; `steady` says frame n is at n/fps."""

    samples: tuple[Sample, ...]
    format: Format
    codec: str
    headers: bytes
    steady: bool

    @property
    def joins(self) -> bool:
        """Whether its packets may stand between those of other clips that join."""
        return self.steady and self.headers == headers_of(self.format)

    def key_from(self, frame: int) -> int:
        """The first frame at or after `frame` that starts a GOP; the length if there is none."""
        for number in range(frame, len(self.samples)):
            if self.samples[number].key:
                return number
        return len(self.samples)

    def key_before(self, frame: int) -> int:
        """The frame that starts the GOP in which `frame` stands."""
        return next((n for n in range(frame, -1, -1) if self.samples[n].key), 0)

    def decode(self, first: int, last: int) -> Iterator[av.VideoFrame]:
        """Frames `first` to `last` (left out), decoding no more GOPs than needed."""
        # Only of our own encoding is it known that GOPs are closed and nothing is reordered.
        start, stop = (self.key_before(first), last) if self.joins else (0, len(self.samples))
        decoder = cast(VideoCodecContext, av.CodecContext.create(self.codec, "r"))
        decoder.extradata = self.headers
        decoder.thread_count = 1
        packets = (av.Packet(sample.data) for sample in self.samples[start:stop])
        number = start
        for packet in chain(packets, [None]):
            for frame in decoder.decode(packet):
                if first <= number < last:
                    yield frame
                number += 1


def read_clip(source: Path | io.BytesIO) -> Clip:
    """The picture packets of a video file; raises OSError or av.error.FFmpegError."""
    with open_input(source, PLAIN if _is_mp4(source) else {}) as container:
        stream = container.streams.video[0]
        samples, starts = [], []
        # Frames lie in an MP4 as they are decoded; elsewhere only a demuxer tells what they are.
        plain = "mp4" in container.format.name
        aside = io.BytesIO()
        for packet in container.demux(stream):
            if packet.size:
                start = packet.pos if plain else aside.tell()
                if not plain:
                    aside.write(bytes(packet))
                key = packet.is_keyframe
                samples.append(Sample(source if plain else aside, start or 0, packet.size, key))
                starts.append((packet.pts, packet.dts))
        fps = stream.average_rate or Fraction(0)
        length = 1 / (fps * (stream.time_base or Fraction(1))) if fps else Fraction(0)
        return Clip(
            tuple(samples),
            Format(width=stream.width, height=stream.height, fps=round(fps)),
            stream.codec_context.name,
            stream.codec_context.extradata or b"",
            steady=all(pts == dts == n * length for n, (pts, dts) in enumerate(starts)),
        )


def _is_mp4(source: Path | io.BytesIO) -> bool:
    return isinstance(source, io.BytesIO) or source.suffix == ".mp4"


def open_input(
    source: Path | io.BytesIO, options: Mapping[str, str] = MappingProxyType({})
) -> InputContainer:
    path = source if isinstance(source, io.BytesIO) else str(source)
    return av.open(path, "r", options=dict(options))


def encode(frames: Iterable[av.VideoFrame], picture: Format) -> bytes:
    """An MP4 of the frames, scaled to the format's size where they have another."""
    memory = io.BytesIO()
    with av.open(memory, "w", format="mp4") as container:
        stream: VideoStream = container.add_stream("libx264", rate=picture.fps)
        set_picture(stream.codec_context, picture)
        scaler = VideoReformatter()
        for number, source in enumerate(frames):
            frame = scaled(source, picture, scaler)
            frame.pts, frame.time_base = number, Fraction(1, picture.fps)
            frame.pict_type = PictureType.NONE  # else the source's kinds of frame are repeated
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return memory.getvalue()


def encode_clip(frames: Iterable[av.VideoFrame], picture: Format) -> Clip:
    return read_clip(io.BytesIO(encode(frames, picture)))


@cache
def model(picture: Format) -> bytes:
    """A file of one frame in this format, from which tracks take their headers."""
    frame = av.VideoFrame(picture.width, picture.height, "yuv420p")
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    return encode([frame], picture)


@cache
def headers_of(picture: Format) -> bytes:
    """SPS and PPS of everything that this engine encodes in the format."""
    with open_input(io.BytesIO(model(picture))) as container:
        return container.streams.video[0].codec_context.extradata or b""


class PictureTrack:
    """A video track that is only copied into: sample n is shown at n/fps."""

    def __init__(self, container: OutputContainer, picture: Format) -> None:
        with open_input(io.BytesIO(model(picture))) as source:
            self._stream = container.add_stream_from_template(source.streams.video[0])
        self._container = container
        self._tick = Fraction(1, picture.fps)
        self._stream.time_base = self._tick
        self.frames = 0

    def add(self, sample: Sample) -> None:
        packet = av.Packet(sample.data)
        packet.stream = self._stream
        packet.pts = packet.dts = self.frames
        packet.duration = 1
        packet.time_base = self._tick
        packet.is_keyframe = sample.key
        self._container.mux(packet)
        self.frames += 1


class SoundCopy:
    """The sound of a file, copied step by step along with the picture."""

    def __init__(self, container: OutputContainer, source: Path | io.BytesIO) -> None:
        with open_input(source) as file:
            stream = file.streams.audio[0]
            self._stream = container.add_stream_from_template(stream)
            packets = [packet for packet in file.demux(stream) if packet.size]
        self._packets = [(_start(packet), packet) for packet in reversed(packets)]
        self._container = container

    def reach(self, seconds: float) -> None:
        """Copy what starts before this time."""
        while self._packets and self._packets[-1][0] < seconds:
            _at, packet = self._packets.pop()
            packet.stream = self._stream
            self._container.mux(packet)

    def finish(self) -> None:
        self.reach(float("inf"))


def _start(packet: "av.Packet[AudioStream]") -> float:
    tick = packet.time_base or Fraction(0)
    return (packet.pts or 0) * tick.numerator / tick.denominator
