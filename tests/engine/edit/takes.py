"""Small real takes whose every frame says which take and which frame it is."""

import hashlib
import wave
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from engine.contracts import (
    Cut,
    CutEntry,
    Format,
    Line,
    LineTiming,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
    Take,
    Wording,
)
from engine.edit.encode import SAMPLE_RATE, VideoWriter
from engine.edit.rendition import formats_for

SMALL = Format(width=90, height=160)
BITS = 8
COLORS = [(200, 60, 60), (60, 200, 60), (60, 60, 200), (30, 160, 200), (160, 30, 160)]  # B, G, R


class Ticker:
    """A context that notes its steps, and does something at one of them."""

    def __init__(self, at: int = -1, then: Callable[[], None] = lambda: None) -> None:
        self.steps: list[tuple[int, int, str | Wording]] = []
        self._at, self._then = at, then

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        self.steps.append((done, total, note))
        if done == self._at:
            self._then()


def numbered(take: int, frame: int, picture: Format) -> NDArray[np.uint8]:
    """A picture in the take's colour with the frame's number as black and white bars on top."""
    pixels = np.full((picture.height, picture.width, 4), 255, np.uint8)
    pixels[:, :, :3] = COLORS[take]
    for bit in range(BITS):
        edge = slice(bit * picture.width // BITS, (bit + 1) * picture.width // BITS)
        pixels[: picture.height // 4, edge, :3] = 255 if frame >> bit & 1 else 0
    return pixels


def read_number(frame: av.VideoFrame) -> tuple[int, int]:
    """Take and frame that a decoded picture says it is."""
    pixels = frame.to_ndarray(format="bgra").astype(int)
    height, width = pixels.shape[:2]
    color = pixels[height // 2, width // 2, :3]
    take = min(range(len(COLORS)), key=lambda n: int(abs(color - np.array(COLORS[n])).sum()))
    bars = [
        pixels[height // 8, (2 * bit + 1) * width // (2 * BITS), 0] > 127 for bit in range(BITS)
    ]
    return take, sum(1 << bit for bit, on in enumerate(bars) if on)


def sequence(path: str | Path) -> list[tuple[int, int]]:
    with av.open(str(path), "r") as container:
        return [read_number(frame) for frame in container.decode(video=0)]


def packets(path: str | Path) -> list[bytes]:
    with av.open(str(path), "r") as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def lengths(path: str | Path) -> dict[str, Fraction]:
    """How long each stream of the file is, in seconds, without rounding."""
    with av.open(str(path), "r") as container:
        return {s.type: (s.duration or 0) * (s.time_base or Fraction(0)) for s in container.streams}


def times(path: str | Path) -> list[Fraction]:
    """When each frame is shown, in seconds."""
    with av.open(str(path), "r") as container:
        frames = list(container.decode(video=0))
    return [(frame.pts or 0) * (frame.time_base or Fraction(0)) for frame in frames]


def heard(path: str | Path) -> NDArray[np.float32]:
    """The left channel as a player gives it out."""
    with av.open(str(path), "r") as container:
        blocks = [np.asarray(f.to_ndarray(), np.float32)[0] for f in container.decode(audio=0)]
    return np.concatenate(blocks)


def click(seconds: float, at: float) -> NDArray[np.float32]:
    samples = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
    start = round(at * SAMPLE_RATE)
    samples[start : start + 48] = 0.9
    return samples


class Studio:
    """Makes takes and cuts in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def entry(
        self,
        number: int,
        frames: int,
        *,
        lines: tuple[tuple[Line, LineTiming], ...] = (),
        picture: Format = SMALL,
        trim: tuple[int, int] = (0, 0),
    ) -> CutEntry:
        name = f"e01-s01-{number + 1:03}"
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        samples = click(frames / picture.fps, 0.25)
        sizes = formats_for(picture)[1:]
        proxies = {folder / f"take-{small.size}.mp4": small for small in sizes}
        with VideoWriter(folder / "take.mp4", picture, audio=samples, proxies=proxies) as writer:
            for frame in range(frames):
                writer.write(numbered(number, frame, picture))
        with wave.open(str(folder / "speech.wav"), "wb") as file:
            file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
            file.writeframes((samples * 32767).astype("<i2").tobytes())
        files = ("take.mp4", "speech.wav", *(path.name for path in proxies))
        take = Take(
            proxies={small.size: path.name for path, small in proxies.items()},
            inputs="",
            renderer="rehearsal",
            seed=1,
            format=picture,
            frames=frames,
            duration=frames / picture.fps,
            timings=tuple(timing for _, timing in lines),
            sha256={f: hashlib.sha256((folder / f).read_bytes()).hexdigest() for f in files},
            wall_s=0,
            cpu_s=0,
            peak_mb=0,
            versions={},
        )
        shot = Shot(
            slate=Slate(id=name, episode=1, number=number + 1),
            duration=frames / picture.fps,
            set=SetDressing(set=SetKind.OFFICE, place="OFFICE"),
            size=ShotSize.CU,
            lines=tuple(line for line, _ in lines),
        )
        return CutEntry(shot=shot, take=take, folder=str(folder), trim_in=trim[0], trim_out=trim[1])

    def cut(self, *entries: CutEntry, language: str = "en") -> Cut:
        return Cut(
            series="Rain Check",
            episode=1,
            title="The Ring",
            language=language,
            entries=entries,
            format=entries[0].take.format if entries else SMALL,
            out=str(self.folder / "master"),
            cache=str(self.folder / "cache"),
        )
