"""How fast takes are joined: beside moviepy, and beside copying the streams and nothing else."""

import hashlib
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
import skia
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
)
from engine.edit.clip import PictureTrack, SoundCopy, encode_clip, read_clip
from engine.edit.compose import compose
from engine.edit.encode import AUDIO_BIT_RATE, SAMPLE_RATE, VIDEO_OPTIONS, VideoWriter, open_mp4

SHOTS, FRAMES = 12, 48
TRIM = 10  # frames cut off the head of one take: its GOP is what has to be encoded
PICTURE = Format()


class Quiet:
    """A context for which nobody waits."""

    def step(self, done: int, total: int, note: str = "") -> None:
        pass


def versus_moviepy() -> Figure:
    """The whole of composing, its sound mixed from nothing, against moviepy joining the clips."""
    with _cut() as cut:
        ours = _seconds(lambda: compose(cut, Quiet()))
        theirs = _seconds(lambda: _moviepy(cut, Path(cut.out) / "moviepy.mp4"))
    return Figure(
        value=theirs / ours,
        unit="×",
        beside=f"moviepy {theirs:.2f} s, compose with mix and captions {ours:.2f} s, "
        f"{SHOTS * FRAMES / PICTURE.fps:.0f} s of {SHOTS} takes",
    )


def versus_copy() -> Figure:
    """Composing after a take was trimmed, its sound known, against copying and that one GOP."""
    with _cut() as whole:
        first = msgspec.structs.replace(whole.entries[0], trim_in=TRIM)
        cut = msgspec.structs.replace(whole, entries=(first, *whole.entries[1:]))
        compose(cut, Quiet())
        ours = min(_seconds(lambda: compose(cut, Quiet())) for _ in range(5))
        plain = Path(cut.out) / "plain.mp4"
        theirs = min(_seconds(lambda: _copy(cut, plain)) for _ in range(5))
    return Figure(
        value=ours / theirs,
        unit="×",
        beside=f"stream copy and {PICTURE.fps - TRIM} frames encoded {theirs * 1000:.0f} ms, "
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
        ffmpeg_params=["-crf", VIDEO_OPTIONS["crf"], "-tune", VIDEO_OPTIONS["tune"]],
        logger=None,
    )
    for clip in clips:
        clip.close()


def _copy(cut: Cut, target: Path) -> None:
    """The least that can be done: packets from file to file, and the trimmed GOP."""
    sound = next(Path(cut.cache).glob("sound-*.m4a"))
    with open_mp4(target) as container:
        track, copy = PictureTrack(container, cut.format), SoundCopy(container, sound)
        for entry in cut.entries:
            clip = read_clip(Path(entry.folder) / entry.take.video)
            ready = clip.key_from(entry.trim_in)
            if ready > entry.trim_in:
                for sample in encode_clip(clip.decode(entry.trim_in, ready), cut.format).samples:
                    track.add(sample)
            for sample in clip.samples[ready:]:
                track.add(sample)
            copy.reach(track.frames / cut.format.fps)
        copy.finish()


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
