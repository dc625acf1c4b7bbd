"""Frames and sound to H.264/AAC in MP4, so made that pictures can be joined without encoding.

Every GOP is closed, starts with an IDR frame and is a second long at most; there are no B-frames,
so that frame n of any piece is shown at n/fps and pieces can follow one another at any GOP.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import av
import av.error
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import (
    ColorPrimaries,
    Colorspace,
    ColorTrc,
    Interpolation,
    VideoReformatter,
)
from av.video.stream import VideoStream
from numpy.typing import NDArray

from engine.contracts import EngineError, Format, _
from engine.whole_file import whole_file

SAMPLE_RATE = 48_000
AUDIO_BIT_RATE = 128_000
AAC_FRAME = 1024
# Twice the speed of the default search; at 128 kbit/s the difference is not heard.
AAC_OPTIONS = {"aac_coder": "fast"}

# Measured on 251 frames of seven shots, 720×1280, ms of one core a frame: veryfast at crf 20 takes
# 9.9 for 1.95 Mbit/s, mean 47.8 dB, worst 41.1; superfast at crf 21 takes 5.8 for 3.0, 50.3, 40.7;
# superfast at a constant quantiser of 20 takes 4.5 for 2.9, 49.5, 45.5: rate control only learns
# how hard a shot is when its first frames are gone, and looks at each frame once more to do so.
# B-frames would save a fifth of the bits, cost a third of the speed and the simple timestamps.
# `animation` deblocks harder, which flat areas like. Vectors of whole pixels (subme 0) take 5.3 ms
# instead of 6.2 and 4 % more bits (432 frames of 18 shots in the rain, 48.2 dB both).
# To try no small blocks within pictures saves an eighth of the time at 720×1280 and a sixth at
# 480×854 for 0.4 dB and under 1 % more bits (182 frames of five shots in the rain, 46.3 dB).
# CAVLC takes 28 % less than CABAC and 15 % more bits, which two steps of the quantiser give back:
# 5.7 and 2.3 → 4.1 and 1.65 ms, 6.8 → 6.5 Mbit/s, 46.3 → 44.7 dB; enlarged beside it looks alike.
# `stitchable` keeps the content out of SPS and PPS: all pieces of one format share theirs.
VIDEO_OPTIONS = {
    "preset": "superfast",
    "tune": "animation",
    "qp": "23",
    "x264-params": "stitchable=1:open-gop=0:scenecut=0:bframes=0:weightp=0:subme=0:"
    "analyse=none:8x8dct=0:cabac=0",
}
# Who gets a size below this has a narrow line. At 480×854, 444 frames of ten shots in a storm with
# CABAC: 21 takes 3.1 Mbit/s, 25 takes 2.2 and a tenth less time; 26 with CAVLC as many bits as 25.
FULL_WIDTH, SMALL_QP = 720, "26"
MP4_OPTIONS = {
    "movflags": "+faststart+use_metadata_tags",
    # The default of 1000 would round lengths to milliseconds; this holds a frame of any usual rate.
    "movie_timescale": str(SAMPLE_RATE),
}
BT709 = 1  # the number of BT.709 in each of H.264's colour tables
LIMITED_RANGE = 1


def open_mp4(path: Path, **metadata: str) -> OutputContainer:
    """An MP4 whose index stands in front, so that it plays while it still arrives."""
    container = av.open(str(path), "w", format="mp4", options=MP4_OPTIONS)
    container.metadata.update(metadata)
    return container


def set_picture(context: VideoCodecContext, picture: Format) -> None:
    """Give an H.264 encoder the settings that all pieces share."""
    context.width, context.height, context.pix_fmt = picture.width, picture.height, "yuv420p"
    context.framerate = Fraction(picture.fps)
    context.time_base = Fraction(1, picture.fps)
    context.gop_size = picture.fps
    # Shots are rendered by several processes at once; one thread each also makes equal bytes.
    context.thread_count = 1
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED_RANGE
    context.options = options_for(picture)


def options_for(picture: Format) -> dict[str, str]:
    """What x264 is told for this format."""
    gop = f"keyint={picture.fps}:min-keyint={picture.fps}"
    options = VIDEO_OPTIONS | {"x264-params": f"{VIDEO_OPTIONS['x264-params']}:{gop}"}
    return options | {"qp": SMALL_QP} if picture.width < FULL_WIDTH else options


def to_picture(
    frame: NDArray[np.uint8], picture: Format, converter: VideoReformatter
) -> av.VideoFrame:
    """One BGRA frame of shape (height, width, 4) as the encoder wants it.

    The `converter` keeps its tables from frame to frame: to make them takes a third of the time.
    """
    if frame.shape != (picture.height, picture.width, 4):
        raise EngineError(
            "bad-frame",
            _(
                "A frame is {width}×{height}, the format is {wanted_width}×{wanted_height}.",
                width=frame.shape[1],
                height=frame.shape[0],
                wanted_width=picture.width,
                wanted_height=picture.height,
            ),
        )
    source = av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(frame), format="bgra")
    return converter.reformat(
        source,
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        dst_color_trc=ColorTrc.BT709,
        dst_color_primaries=ColorPrimaries.BT709,
        # The mean of 2×2 pixels is what halved colour planes need, and the fastest but one.
        interpolation=Interpolation.AREA,
        threads=1,
    )


class SoundTrack:
    """The sound of a file, encoded as its picture goes on, exactly as long as the picture.

    `samples` is float32 at 48 kHz, shape (n,) or (n, 2); what is missing at the end is silence.
    """

    def __init__(self, container: OutputContainer, samples: NDArray[np.float32], fps: int) -> None:
        stereo = samples if samples.ndim == 2 else np.stack([samples, samples], axis=1)
        self._planes = np.ascontiguousarray(stereo.T, dtype=np.float32)
        self._fps = fps
        self._container = container
        self._sent = 0
        self._stream: AudioStream = container.add_stream(
            "aac", rate=SAMPLE_RATE, options=AAC_OPTIONS, layout="stereo", bit_rate=AUDIO_BIT_RATE
        )

    def reach(self, frames: int) -> None:
        """Encode whole AAC frames as far as picture frame `frames` begins."""
        while self._sent + AAC_FRAME <= frames * SAMPLE_RATE // self._fps:
            self._send(AAC_FRAME)

    def finish(self, frames: int) -> None:
        self.reach(frames)
        rest = frames * SAMPLE_RATE // self._fps - self._sent
        if rest:
            self._send(rest)
        self._container.mux(self._stream.encode(None))

    def _send(self, count: int) -> None:
        block = self._planes[:, self._sent : self._sent + count]
        if block.shape[1] < count:
            block = np.pad(block, ((0, 0), (0, count - block.shape[1])))
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(block), format="fltp", layout="stereo"
        )
        frame.sample_rate, frame.pts = SAMPLE_RATE, self._sent
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._container.mux(self._stream.encode(frame))
        self._sent += count


def encode_sound(
    samples: NDArray[np.float32], frames: int, fps: int, path: Path, **metadata: str
) -> None:
    """Write `samples` as AAC in MP4, exactly as long as so many frames."""
    with whole_file(path) as part, open_mp4(part, **metadata) as container:
        SoundTrack(container, samples, fps).finish(frames)


class _PictureTrack:
    """The picture of one file, encoded frame by frame at n/fps."""

    def __init__(self, container: OutputContainer, picture: Format) -> None:
        self._container, self._fps = container, picture.fps
        self._stream: VideoStream = container.add_stream("libx264", rate=picture.fps)
        set_picture(self._stream.codec_context, picture)
        self.frames = 0

    def write(self, frame: av.VideoFrame) -> None:
        frame.pts, frame.time_base = self.frames, Fraction(1, self._fps)
        self._container.mux(self._stream.encode(frame))
        self.frames += 1

    def finish(self) -> None:
        self._container.mux(self._stream.encode(None))


class _Proxy:
    """The same picture in a smaller size, scaled while its frames are in hand."""

    def __init__(self, container: OutputContainer, picture: Format) -> None:
        self._track, self._format = _PictureTrack(container, picture), picture
        self._scaler = VideoReformatter()
        self._last: av.VideoFrame | None = None

    def write(self, frame: av.VideoFrame, *, same: bool) -> None:
        picture = self._last if same else None
        if picture is None:
            picture = self._last = scaled(frame, self._format, self._scaler)
        self._track.write(picture)

    def finish(self) -> None:
        self._track.finish()


def scaled(frame: av.VideoFrame, picture: Format, scaler: VideoReformatter) -> av.VideoFrame:
    """The frame in the format's size, as the encoder wants it; itself where it has that size."""
    return scaler.reformat(
        frame,
        picture.width,
        picture.height,
        "yuv420p",
        interpolation=Interpolation.AREA,
        threads=1,
    )


class VideoWriter:
    """Write frames, and the sound that goes with them, to an MP4 file.

    Use as a context manager; `path` appears whole when the block ends and not at all when it fails.
    `audio` is float32 at 48 kHz, shape (n,) or (n, 2), within -1 … 1; it is cut or filled with
    silence to the length of the picture. `proxies` are files that get the same picture, silent, in
    other sizes. Raises EngineError "disk-full" and "bad-frame".
    """

    def __init__(
        self,
        path: Path,
        format: Format,
        *,
        audio: NDArray[np.float32] | None = None,
        proxies: Mapping[Path, Format] = MappingProxyType({}),
    ) -> None:
        self._path, self._format, self._audio = path, format, audio
        self._wanted = proxies
        self._converter = VideoReformatter()
        self._last: av.VideoFrame | None = None

    def __enter__(self) -> Self:
        self._files = ExitStack()
        self._proxies = [
            _Proxy(self._open(path), picture) for path, picture in self._wanted.items()
        ]
        container = self._open(self._path)
        self._picture = _PictureTrack(container, self._format)
        self._sound = None
        if self._audio is not None:
            self._sound = SoundTrack(container, self._audio, self._format.fps)
        return self

    def _open(self, path: Path) -> OutputContainer:
        part = self._files.enter_context(whole_file(path))
        return self._files.enter_context(open_mp4(part))

    def write(self, frame: NDArray[np.uint8], *, same: bool = False) -> None:
        """Append one frame: BGRA bytes of shape (height, width, 4); `same` as the one before."""
        picture = self._last if same else None
        if picture is None:
            picture = self._last = to_picture(frame, self._format, self._converter)
            same = False
        for proxy in self._proxies:
            proxy.write(picture, same=same)
        self._picture.write(picture)
        if self._sound:
            self._sound.reach(self._picture.frames)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._files:
            if error is not None:
                raise error
            for proxy in self._proxies:
                proxy.finish()
            self._picture.finish()
            if self._sound:
                self._sound.finish(self._picture.frames)
