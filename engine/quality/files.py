"""Videos, pictures and sound files, read to be judged."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import av
import av.error
import numpy as np
from av.audio.resampler import AudioResampler
from av.container import InputContainer
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

from engine.contracts import EngineError, Wording, _
from engine.quality.footage import SHORT, Frames, Picture, Seen

SAMPLE_RATE = 48_000
_NO_PICTURE = _("no picture in it")


@dataclass(frozen=True, slots=True)
class Film:
    """A video file: its frames made small, the size it has, its sound, None where it has none."""

    seen: Seen
    width: int
    height: int
    sound: NDArray[np.float32] | None  # (n, 2) at SAMPLE_RATE


def film(path: str) -> Film:
    """Read all of a video. Raises EngineError "unreadable-video"."""
    with _opened(path) as container:
        stream = container.streams.video[0]
        fps = float(stream.average_rate or stream.guessed_rate or 1)
        width, height = stream.width, stream.height
    return Film(Seen(all_pictures(path), fps), width, height, sound(path))


def _small(frame: av.VideoFrame, scaler: VideoReformatter) -> Picture:
    scale = min(1.0, SHORT / min(frame.width, frame.height))
    made = scaler.reformat(
        frame,
        round(frame.width * scale),
        round(frame.height * scale),
        "rgb24",
        interpolation=Interpolation.AREA,
        threads=1,
    )
    return np.asarray(made.to_ndarray(), np.uint8)


def sound(path: str) -> NDArray[np.float32] | None:
    """The sound of a file as stereo at SAMPLE_RATE, shape (n, 2); None where it has none.

    Raises EngineError "unreadable-video".
    """
    with _opened(path) as container:
        if not container.streams.audio:
            return None
        convert = AudioResampler(format="fltp", layout="stereo", rate=SAMPLE_RATE)
        blocks = [
            block.to_ndarray()
            for frame in container.decode(container.streams.audio[0])
            for block in convert.resample(frame)
        ]
        blocks += [block.to_ndarray() for block in convert.resample(None)]
    if not blocks:
        return np.zeros((0, 2), np.float32)
    return np.asarray(np.concatenate(blocks, axis=1).T, np.float32)


def first_picture(path: str) -> Picture:
    """The first frame of a video, or a picture, small."""
    return next(_small_pictures(path))


def last_picture(path: str) -> Picture:
    """The last frame of a video, or a picture, small."""
    return deque(_small_pictures(path), maxlen=1)[0]


def all_pictures(path: str) -> Frames:
    """The frames of a video, or a picture, small: shape (n, height, width, 3)."""
    return np.stack(list(_small_pictures(path)))


def spread_pictures(path: str, total: int, wanted: int) -> list[Picture]:
    """So many frames in full size, spread over a video of `total` frames."""
    places = {int((n + 0.5) * total / wanted) for n in range(wanted)}
    with _opened(path) as container:
        return [
            np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
            for number, frame in enumerate(container.decode(video=0))
            if number in places
        ]


def _small_pictures(path: str) -> Iterator[Picture]:
    """At least one. Raises EngineError "unreadable-video"."""
    with _opened(path) as container:
        scaler, number = VideoReformatter(), -1
        for number, frame in enumerate(container.decode(video=0)):  # noqa: B007
            yield _small(frame, scaler)
        if number < 0:
            raise _unreadable(path, _NO_PICTURE)


@contextmanager
def _opened(path: str) -> Iterator[InputContainer]:
    try:
        with av.open(path, "r") as container:
            yield container
    except (av.error.FFmpegError, IndexError) as error:
        raise _unreadable(path, str(error)) from error


def _unreadable(path: str, reason: str | Wording) -> EngineError:
    return EngineError(
        "unreadable-video",
        _("“{file}” cannot be read as video or picture: {reason}.", file=path, reason=reason),
        _("Check that the file is whole; make the take again where it is not."),
    )
