"""How fast takes are joined: beside moviepy, and beside copying the streams and nothing else."""

import hashlib
import shutil
import subprocess
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
import skia
from imageio_ffmpeg import get_ffmpeg_exe
from moviepy import VideoFileClip, concatenate_videoclips
from numpy.typing import NDArray

from engine.bench.figure import Figure
from engine.contracts import (
    Cut,
    CutEntry,
    Format,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
    Take,
    Wording,
)
from engine.edit.compose import compose
from engine.edit.encode import AUDIO_BIT_RATE, SAMPLE_RATE, VIDEO_OPTIONS, VideoWriter

SHOTS, FRAMES = 12, 48
ROUNDS = 7
TRIM = 10  # frames cut off the head of one take: its GOP is what has to be encoded
PICTURE = Format()


class Quiet:
    """A context for which nobody waits."""

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        pass


def versus_moviepy() -> Figure:
    """The whole of composing, its sound mixed anew, against moviepy joining the clips.

    The engine runs for long (`serve`), so it is measured once its libraries are there.
    """
    with _cut() as cut:
        first = _seconds(lambda: compose(cut, Quiet()))
        shutil.rmtree(cut.cache)
        ours = _seconds(lambda: compose(cut, Quiet()))
        theirs = _seconds(lambda: _moviepy(cut, Path(cut.out) / "moviepy.mp4"))
    return Figure(
        value=theirs / ours,
        unit="×",
        beside=f"moviepy {theirs:.2f} s, compose with mix and captions {ours:.2f} s "
        f"({first:.2f} s the first time), {SHOTS * FRAMES / PICTURE.fps:.0f} s of {SHOTS} takes",
    )


def versus_copy() -> Figure:
    """Composing after a take was trimmed, its sound known, against ffmpeg doing just that."""
    with _cut() as whole:
        first = msgspec.structs.replace(whole.entries[0], trim_in=TRIM)
        cut = msgspec.structs.replace(whole, entries=(first, *whole.entries[1:]))
        compose(cut, Quiet())
        plain = _PlainCopy(cut)
        # In turns, so that whatever else the machine does hits both.
        rounds = [
            (_seconds(lambda: compose(cut, Quiet())), _seconds(plain.run)) for _ in range(ROUNDS)
        ]
        ours, theirs = (min(times) for times in zip(*rounds, strict=True))
    return Figure(
        value=ours / theirs,
        unit="×",
        beside=f"ffmpeg copying and encoding {PICTURE.fps - TRIM} frames {theirs * 1000:.0f} ms, "
        f"compose {ours * 1000:.0f} ms",
    )


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _moviepy(cut: Cut, target: Path) -> None:
    """The same clips with the same settings, as one would write it."""
    clips = [VideoFileClip(str(Path(entry.folder) / entry.take.video)) for entry in cut.entries]
    concatenate_videoclips(clips).write_videofile(
        str(target),
        codec="libx264",
        preset=VIDEO_OPTIONS["preset"],
        audio_codec="aac",
        audio_bitrate=str(AUDIO_BIT_RATE),
        ffmpeg_params=["-qp", VIDEO_OPTIONS["qp"], "-tune", VIDEO_OPTIONS["tune"]],
        logger=None,
    )
    for clip in clips:
        clip.close()


class _PlainCopy:
    """What one would type: encode the start of the trimmed take, copy everything else."""

    def __init__(self, cut: Cut) -> None:
        takes = [Path(entry.folder) / entry.take.video for entry in cut.entries]
        self._folder = Path(cut.out)
        self._sound = next(Path(cut.cache).glob("sound-*.m4a"))
        self._trimmed, self._head = takes[0], self._folder / "head.mp4"
        rest = self._folder / "rest.mp4"
        # Where the next GOP starts can be found once, so it is not part of what is measured.
        _ffmpeg("-ss", "1", "-i", takes[0], "-an", "-c", "copy", rest)
        self._list = self._folder / "list.txt"
        pieces = [self._head, rest, *takes[1:]]
        self._list.write_text("".join(f"file '{piece}'\n" for piece in pieces))

    def run(self) -> None:
        options = [part for name, value in VIDEO_OPTIONS.items() for part in (f"-{name}", value)]
        cut = f"trim=start_frame={TRIM}:end_frame={PICTURE.fps},setpts=PTS-STARTPTS"
        _ffmpeg("-i", self._trimmed, "-an", "-vf", cut, "-c:v", "libx264", *options, self._head)
        joined = ("-f", "concat", "-safe", "0", "-i", self._list, "-i", self._sound)
        streams = ("-map", "0:v", "-map", "1:a", "-c", "copy", "-movflags", "+faststart")
        _ffmpeg(*joined, *streams, self._folder / "plain.mp4")


def _ffmpeg(*arguments: str | Path) -> None:
    command = [get_ffmpeg_exe(), "-v", "error", "-y", *map(str, arguments)]
    subprocess.run(command, check=True)  # noqa: S603


@contextmanager
def _cut() -> Iterator[Cut]:
    with TemporaryDirectory(prefix="dramabox-") as name:
        folder = Path(name)
        yield Cut(
            series="Bench",
            episode=1,
            title="Bench",
            language="en",
            entries=tuple(_entry(folder, number) for number in range(SHOTS)),
            format=PICTURE,
            out=str(folder / "master"),
            cache=str(folder / "cache"),
        )


def _entry(folder: Path, number: int) -> CutEntry:
    home = folder / f"shot-{number}"
    home.mkdir()
    seconds = FRAMES / PICTURE.fps
    noise = np.random.default_rng(number).standard_normal(round(seconds * SAMPLE_RATE))
    samples = (noise * 0.05).astype(np.float32)
    with VideoWriter(home / "take.mp4", PICTURE, audio=samples) as writer:
        for frame in range(FRAMES):
            writer.write(_drawn(number, frame))
    with wave.open(str(home / "speech.wav"), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    digest = hashlib.sha256((home / "take.mp4").read_bytes()).hexdigest()
    take = Take(
        inputs="",
        renderer="bench",
        seed=number,
        format=PICTURE,
        frames=FRAMES,
        duration=seconds,
        timings=(),
        sha256={"take.mp4": digest},
        wall_s=0,
        cpu_s=0,
        peak_mb=0,
        versions={},
    )
    shot = Shot(
        slate=Slate(id=f"e01-s01-{number:03}", episode=1, number=number),
        duration=seconds,
        set=SetDressing(set=SetKind.OFFICE, place="OFFICE", seed=number),
        size=ShotSize.MCU,
    )
    return CutEntry(shot=shot, take=take, folder=str(home))


def _drawn(number: int, frame: int) -> NDArray[np.uint8]:
    """A drawing about as busy as a shot: gradient, furniture, a head that moves on twos, rain."""
    rng = np.random.default_rng(number)
    width, height = PICTURE.width, PICTURE.height
    surface = skia.Surface(width, height)
    beat = frame // 2 * 2
    with surface as canvas:
        canvas.translate(-frame * 0.5, 0)
        shader = skia.GradientShader.MakeLinear(
            points=[(0, 0), (0, height)], colors=[0xFF201838, 0xFFC86A50]
        )
        canvas.drawPaint(skia.Paint(Shader=shader))
        for x, y, w, h, color in rng.random((40, 5)):
            paint = skia.Paint(AntiAlias=True, Color=0xFF000000 | int(color * 0xFFFFFF))
            box = skia.Rect.MakeXYWH(x * width, y * height, 30 + w * 120, 30 + h * 200)
            canvas.drawRect(box, paint)
        skin = skia.Paint(AntiAlias=True, Color=0xFFE8B898)
        canvas.drawCircle(width / 2 + 10 * np.sin(beat / 5), height * 0.4, 160, skin)
        rain = skia.Paint(AntiAlias=True, Color=0x60FFFFFF, StrokeWidth=2)
        for x, y in rng.random((60, 2)):
            top = (y * height + frame * 50) % height
            canvas.drawLine(x * width, top, x * width - 6, top + 40, rain)
    pixels: NDArray[np.uint8] = surface.toarray(colorType=skia.kBGRA_8888_ColorType)
    return pixels
