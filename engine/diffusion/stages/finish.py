"""From frames of a model to the files of a take: in time, in size, lettered, with its sound."""

import platform
import resource
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import av
import diffusers
import numpy as np
import torch
from msgspec.structs import replace
from numpy.typing import NDArray
from PIL import Image

from engine.contracts import (
    RECORD,
    EffectKind,
    EngineError,
    Final,
    Format,
    RenderRequest,
    Shot,
    Take,
    Weather,
    inputs_hash,
    to_json,
)
from engine.diffusion.families import Footage
from engine.diffusion.polish import Between, Upscale, interpolator, retime, upscaler
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
from engine.quality.footage import Seen, reduced
from engine.quality.heard import Heard
from engine.quality.judge import judged
from engine.rehearsal.effects import Overlays
from engine.rehearsal.layers import surface_on
from engine.rehearsal.palette import palette_for
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import frozen_at
from engine.sound import shot_mix
from engine.sound.stem import STEM, mix_native, stem_of, write_stem
from engine.whole_file import whole_file

# What is laid over footage as over a drawing; rain and blows are in the footage itself.
LAID_OVER = {
    EffectKind.FREEZE_TITLE,
    EffectKind.FADE_IN,
    EffectKind.FADE_OUT,
    EffectKind.BLACK,
    EffectKind.FLASH,
}
LAST = "last.png"
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
    """Runs one after the other: each begins with the frame that the one before ended on, which is
    seen and heard once.
    """
    first, *later = runs
    frames = np.concatenate([first.frames, *(run.frames[1:] for run in later)])
    again = round(first.sound_rate / first.fps)  # samples of the frame that both have
    sounds = [
        run.sound[:, again * bool(n) :] for n, run in enumerate(runs) if run.sound is not None
    ]
    return Footage(
        frames=frames,
        fps=first.fps,
        sound=np.concatenate(sounds, axis=1) if len(sounds) == len(runs) else None,
        sound_rate=first.sound_rate,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Polish:
    """How footage gets the size and the rate of the take."""

    upscale: Upscale
    between: Between

    def frames(self, footage: Footage, shot: Shot, picture: Format) -> Iterator[Frames]:
        """Each frame of the take, RGB in its size, without what is laid over it."""
        timed = retime(footage.frames, footage.fps, picture.fps, self.between)
        freeze = round(frozen_at(shot) * picture.fps)
        for n in range(max(round(shot.duration * picture.fps), 1)):
            frame = timed[min(n, freeze, len(timed) - 1)]
            yield self.upscale(frame, picture.width, picture.height)


def polish(final: Final, models: Path) -> Polish:
    """Raises EngineError for a name that is not there: asked for before anything is made."""
    return Polish(
        upscale=upscaler(final.upscale, models), between=interpolator(final.interpolate, models)
    )


def bgra(frame: Frames) -> Frames:
    out = np.empty((*frame.shape[:2], 4), np.uint8)
    out[:, :, :3] = frame[:, :, ::-1]
    out[:, :, 3] = 255
    return out


def write_take(request: RenderRequest, footage: Footage, polished: Polish) -> tuple[Take, Seen]:
    """Write the take's files into `request.out`, all or none, and say what they are.

    What all of its stages cost, only their caller knows; and what was seen is given too, small.
    Raises EngineError "disk-full", "cannot-write".
    """
    shot, picture = request.shot, request.format
    frames = max(round(shot.duration * picture.fps), 1)
    seconds = frames / picture.fps
    said = spoken(shot, request.cast)
    track = said.samples(seconds)
    stem = _stem(footage, seconds)
    audio = shot_mix(shot, track) if stem is None else mix_native(track, stem, bool(shot.lines))
    with take_folder(Path(request.out)) as folder:
        write_speech(folder / SPEECH, track)
        if stem is not None:
            write_stem(folder, stem)
        seen = _write_video(folder, request, polished.frames(footage, shot, picture), audio)
        written = digests(folder)
    heard = Heard(audio, track)
    size = picture.width, picture.height
    take = Take(
        video=VIDEO,
        proxies={small.size: name for small, name in proxies(picture).items()},
        speech=SPEECH,
        stem=STEM if stem is not None else "",
        still=STILL,
        last=LAST,
        inputs=inputs_hash(request),
        renderer=request.renderer,
        seed=request.seed,
        format=picture,
        frames=frames,
        duration=seconds,
        timings=said.timings(seconds),
        sha256=written,
        wall_s=0.0,
        cpu_s=0.0,
        peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        versions=versions(),
        judgement=judged(seen, size, heard, shot, picture),
    )
    return take, Seen(seen.frames, seen.fps)


def record(take: Take, out: Path) -> None:
    """Say beside a take's files what it is, should its job end without an answer."""
    with suppress(OSError, EngineError), whole_file(out / RECORD) as part:
        part.write_bytes(to_json(take))


def _stem(footage: Footage, seconds: float) -> NDArray[np.float32] | None:
    """The sound that the model made with the picture, if it did."""
    if footage.sound is None:
        return None
    return stem_of(footage.sound, footage.sound_rate, seconds)


def _write_video(
    folder: Path, request: RenderRequest, frames: Iterator[Frames], audio: NDArray[np.float32]
) -> Seen:
    """Video, proxies, still and last frame; gives what was seen, small, to be judged."""
    shot, picture = request.shot, request.format
    overlays = Overlays(lettered(shot), picture, palette_for(shot.set), request.seed)
    smaller = {folder / name: small for small, name in proxies(picture).items()}
    middle = max(round(shot.duration * picture.fps), 1) // 2
    small = []
    with VideoWriter(folder / VIDEO, picture, audio=audio, proxies=smaller) as writer:
        for n, frame in enumerate(frames):
            small.append(reduced(frame))
            shown = bgra(frame)
            if overlays.seen_at(n / picture.fps):
                overlays.draw(surface_on(shown).getCanvas(), n, n / picture.fps)
            writer.write(shown)
            if n == middle:
                write_still(folder / STILL, shown)
            last = frame
    Image.fromarray(last).save(folder / LAST, compress_level=1)
    return Seen(np.stack(small), picture.fps)


def versions() -> dict[str, str]:
    """Of all that the pixels of a final depend on besides its inputs."""
    return {
        "diffusion": "2",
        "torch": str(torch.__version__),
        "diffusers": str(diffusers.__version__),
        "av": av.__version__,
        "python": platform.python_version(),
        "device": torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu",
    }
