"""How fast and how lean a screenplay becomes an edition, and how far from encoding alone."""

import time
import wave
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from engine.bench.figure import Figure
from engine.bench.production import ENGINES, Production, production
from engine.contracts import Format, Take, effort
from engine.edit.clip import read_clip
from engine.edit.encode import VideoWriter

PICTURE, LARGE = Format(), Format(width=1080, height=1920)


def realtime() -> Figure:
    """Seconds of episode per second of work, from the screenplay to the files viewers get."""
    return _realtime(production(PICTURE))


def realtime_1080() -> Figure:
    """The same at 1080×1920, with a rendition more."""
    return _realtime(production(LARGE))


def _realtime(made: Production) -> Figure:
    return Figure(
        value=made.duration_s / made.wall_s,
        unit="×",
        beside=f"its own {made.duration_s:.0f} s ({len(made.shots)} shots), on {ENGINES} engines "
        f"just started: {made.stages}; {made.cpu_s:.0f} s of processor",
    )


def peak_mb() -> Figure:
    """The most memory one engine held at a time while the episode was made, at either size."""
    peaks = [production(picture).peak_mb for picture in (PICTURE, LARGE)]
    return Figure(
        value=max(peaks),
        unit="MB",
        beside=f"the larger of {ENGINES} engines, resident: {peaks[0]:.0f} at {PICTURE.size}, "
        f"{peaks[1]:.0f} at {LARGE.size}",
    )


def versus_encode() -> Figure:
    """Processor seconds of all of it against encoding the same frames alone: the pictures in both
    sizes and the sound, with the settings of the takes."""
    made = production(PICTURE)
    with TemporaryDirectory(prefix="dramabox-") as scratch:
        alone = sum(_encoded(take, folder, Path(scratch)) for take, folder in _takes(made))
    return Figure(
        value=made.cpu_s / alone,
        unit="×",
        beside=f"{made.cpu_s:.1f} s of processor beside {alone:.1f} s for x264 and AAC alone, "
        f"{sum(take.frames for take in made.takes)} frames",
    )


def effort_rank() -> Figure:
    """How well the effort that is known before rendering ranks the shots by what they cost."""
    made = production(PICTURE)
    guessed = [effort(shot, PICTURE) for shot in made.shots]
    spent = [take.cpu_s for take in made.takes]
    off = sum(abs(g - s) for g, s in zip(guessed, spent, strict=True)) / sum(spent)
    return Figure(
        value=spearman(guessed, spent),
        unit="ρ",
        beside=f"Spearman, {len(spent)} shots; {sum(guessed):.0f} s expected, {sum(spent):.0f} s "
        f"spent, a shot is off by {off:.0%}",
    )


def spearman(one: list[float], other: list[float]) -> float:
    """How alike two rankings are, -1 … 1."""
    return float(np.corrcoef(rankdata(one), rankdata(other))[0, 1])


def _takes(made: Production) -> list[tuple[Take, Path]]:
    return [
        (take, made.folder / shot.slate.id)
        for take, shot in zip(made.takes, made.shots, strict=True)
    ]


def _encoded(take: Take, folder: Path, scratch: Path) -> float:
    """Processor seconds of encoding the take's frames again; to decode them is not counted."""
    proxies = {scratch / name: _format_of(folder / name) for name in take.proxies.values()}
    audio = _sound(folder / take.speech)
    spent, frames = 0.0, read_clip(folder / take.video).decode(0, take.frames)
    began = time.process_time()
    with VideoWriter(scratch / take.video, take.format, audio=audio, proxies=proxies) as writer:
        spent += time.process_time() - began
        for frame in frames:
            pixels = _pixels(frame)
            began = time.process_time()
            writer.write(pixels)
            spent += time.process_time() - began
        began = time.process_time()
    return spent + time.process_time() - began


def _sound(path: Path) -> NDArray[np.float32]:
    with wave.open(str(path), "rb") as file:
        words = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return words.astype(np.float32) / np.float32(32768)


def _format_of(path: Path) -> Format:
    return read_clip(path).format


def _pixels(frame: av.VideoFrame) -> NDArray[np.uint8]:
    return frame.to_ndarray(format="bgra").astype(np.uint8, copy=False)
