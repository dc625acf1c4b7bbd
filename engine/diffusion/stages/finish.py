"""From frames of a model to the files of a take: in time, in size, lettered, with its sound."""

import platform
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import av
import diffusers
import numpy as np
import torch
from msgspec.structs import replace
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.contracts import EffectKind, Format, RenderRequest, Shot, Take, Weather, inputs_hash
from engine.diffusion.families import Footage
from engine.edit.encode import VideoWriter
from engine.edit.take_files import (
    SPEECH,
    STILL,
    VIDEO,
    digests,
    proxies,
    take_folder,
    write_speech,
    write_still,
)
from engine.rehearsal.effects import Overlays
from engine.rehearsal.layers import surface_on
from engine.rehearsal.palette import palette_for
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import frozen_at
from engine.sound import shot_mix

# What is laid over footage as over a drawing; rain and blows are in the footage itself.
LAID_OVER = {
    EffectKind.FREEZE_TITLE,
    EffectKind.FADE_IN,
    EffectKind.FADE_OUT,
    EffectKind.BLACK,
    EffectKind.FLASH,
}
LAST = "last.png"  # without lettering: what a shot that goes on from here is led by
Frames = NDArray[np.uint8]


def lettered(shot: Shot) -> Shot:
    """Of the shot, only what is laid over footage."""
    return replace(
        shot,
        people=(),
        effects=tuple(effect for effect in shot.effects if effect.kind in LAID_OVER),
        set=replace(shot.set, weather=Weather.CLEAR, light=""),
    )


def joined(runs: list[Footage]) -> Footage:
    """Runs one after the other: each begins with the frame that the one before ended on."""
    first, *later = runs
    frames = np.concatenate([first.frames, *(run.frames[1:] for run in later)])
    sounds = [run.sound for run in runs if run.sound is not None]
    return Footage(
        frames=frames,
        fps=first.fps,
        sound=np.concatenate(sounds, axis=1) if len(sounds) == len(runs) else None,
        sound_rate=first.sound_rate,
    )


def in_time(footage: Footage, shot: Shot, picture: Format) -> Iterator[Frames]:
    """Which frame of the footage is seen in each frame of the take."""
    count = max(round(shot.duration * picture.fps), 1)
    freeze = frozen_at(shot)
    for n in range(count):
        at = min(n / picture.fps, freeze)
        yield footage.frames[min(round(at * footage.fps), len(footage.frames) - 1)]


def in_size(frame: Frames, picture: Format) -> Frames:
    """The middle of the frame that fills the picture, BGRA."""
    size = picture.width, picture.height
    scaled = ImageOps.fit(Image.fromarray(frame), size, Image.Resampling.LANCZOS)
    bgra = np.empty((picture.height, picture.width, 4), np.uint8)
    bgra[:, :, :3] = np.asarray(scaled)[:, :, ::-1]
    bgra[:, :, 3] = 255
    return bgra


def write_take(
    request: RenderRequest, footage: Footage, made_with: dict[str, str], began: tuple[float, float]
) -> Take:
    """Write the take's files into `request.out`, all or none, and say what they are.

    `began` is when the work on it did: time.perf_counter() and time.process_time().
    Raises EngineError "disk-full", "cannot-write".
    """
    shot, picture = request.shot, request.format
    frames = max(round(shot.duration * picture.fps), 1)
    seconds = frames / picture.fps
    said = spoken(shot, request.cast)
    overlays = Overlays(lettered(shot), picture, palette_for(shot.set), request.seed)
    with take_folder(Path(request.out)) as folder:
        track = said.samples(seconds)
        write_speech(folder / SPEECH, track)
        smaller = {folder / name: small for small, name in proxies(picture).items()}
        audio = shot_mix(shot, track)
        with VideoWriter(folder / VIDEO, picture, audio=audio, proxies=smaller) as writer:
            for n, frame in enumerate(in_time(footage, shot, picture)):
                last = frame
                shown = in_size(frame, picture)
                if overlays.seen_at(n / picture.fps):
                    overlays.draw(surface_on(shown).getCanvas(), n, n / picture.fps)
                writer.write(shown)
                if n == frames // 2:
                    write_still(folder / STILL, shown)
        Image.fromarray(last).save(folder / LAST, compress_level=1)
        written = digests(folder)
    wall, cpu = began
    return Take(
        video=VIDEO,
        proxies={small.size: name for small, name in proxies(picture).items()},
        speech=SPEECH,
        still=STILL,
        inputs=inputs_hash(request),
        renderer=request.renderer,
        seed=request.seed,
        format=picture,
        frames=frames,
        duration=seconds,
        timings=said.timings(seconds),
        sha256=written,
        wall_s=round(time.perf_counter() - wall, 3),
        cpu_s=round(time.process_time() - cpu, 3),
        peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        versions=versions(),
        made_with=made_with,
    )


def versions() -> dict[str, str]:
    """Of all that the pixels of a final depend on besides its inputs."""
    return {
        "diffusion": "1",
        "torch": str(torch.__version__),
        "diffusers": str(diffusers.__version__),
        "av": av.__version__,
        "python": platform.python_version(),
        "device": torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu",
    }
