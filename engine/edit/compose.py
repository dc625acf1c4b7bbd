"""Circle takes to a master: pictures copied, sound mixed, captions written.

Only what a cut through a GOP touches is encoded again.
"""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import av.error

from engine.contracts import Context, Cut, CutEntry, EngineError, Master, ShotSpan
from engine.edit.captions import captions_of
from engine.edit.clip import Clip, PictureTrack, Sample, SoundCopy, encode_clip, read_clip
from engine.edit.encode import open_mp4
from engine.edit.sound_file import SoundFile, sound_of
from engine.edit.whole_file import whole_file


def compose(request: Cut, context: Context) -> Master:
    """Join the takes of a cut to `master.mp4` and `captions.vtt` in the folder `out`.

    Raises EngineError "cut-empty", "take-missing" (gone or damaged), "format-mismatch", "trim" and
    "disk-full"; nothing half made is left behind.
    """
    started = time.perf_counter()
    if not request.entries:
        raise EngineError(
            "cut-empty", "The cut has no shots.", "Pick a take for at least one shot."
        )
    clips = []
    for entry in request.entries:
        _check_trim(entry)
        clips.append(_take(entry, request))
    out, spoken = Path(request.out), captions_of(request)
    frames = sum(length_of(entry) for entry in request.entries)
    steps = len(request.entries) + 2
    context.step(0, steps, "sound")
    with TemporaryDirectory(prefix="dramabox-") as scratch:
        sound = sound_of(request, frames, Path(request.cache or scratch))
        encoded = _join(request, clips, sound, out / "master.mp4", context)
    captions = out / "captions.vtt"
    with whole_file(captions) as part:
        part.write_text(spoken, encoding="utf-8")
    context.step(steps, steps, "master")
    return Master(
        video=str(out / "master.mp4"),
        duration=frames / request.format.fps,
        frames=frames,
        format=request.format,
        spans=spans_of(request),
        captions=str(captions),
        loudness_lufs=sound.loudness_lufs,
        true_peak_db=sound.true_peak_db,
        frames_encoded=encoded,
        frames_copied=frames - encoded,
        wall_s=time.perf_counter() - started,
    )


def length_of(entry: CutEntry) -> int:
    """Frames of the take that stand in the cut."""
    return entry.take.frames - entry.trim_in - entry.trim_out


def spans_of(cut: Cut) -> tuple[ShotSpan, ...]:
    spans, first = [], 0
    for entry in cut.entries:
        last = first + length_of(entry)
        spans.append(
            ShotSpan(
                shot=entry.shot.slate.id, start=first / cut.format.fps, end=last / cut.format.fps
            )
        )
        first = last
    return tuple(spans)


def _join(cut: Cut, clips: list[Clip], sound: SoundFile, path: Path, context: Context) -> int:
    """Write the master; gives the number of frames that had to be encoded."""
    encoded = 0
    with whole_file(path) as part, open_mp4(part) as container:
        track = PictureTrack(container, cut.format)
        copy = SoundCopy(container, sound.path)
        for number, (entry, clip) in enumerate(zip(cut.entries, clips, strict=True), 1):
            context.step(number, len(clips) + 2, entry.shot.slate.id)
            for sample, fresh in _samples(entry, clip):
                track.add(sample)
                copy.reach(track.frames / cut.format.fps)
                encoded += fresh
        copy.finish()
    return encoded


def _samples(entry: CutEntry, clip: Clip) -> Iterator[tuple[Sample, bool]]:
    """The packets of the trimmed take, and of each whether it was encoded just now.

    A tail can be cut anywhere, since nothing refers forwards; a head only where a GOP starts.
    """
    first, last = entry.trim_in, entry.take.frames - entry.trim_out
    ready = min(clip.key_from(first), last) if clip.joins else last
    if first < ready:
        for sample in encode_clip(clip.decode(first, ready), clip.format).samples:
            yield sample, True
    for sample in clip.samples[ready:last]:
        yield sample, False


def _check_trim(entry: CutEntry) -> None:
    if entry.trim_in < 0 or entry.trim_out < 0 or length_of(entry) < 1:
        raise EngineError(
            "trim",
            f"Nothing is left of shot {entry.shot.slate.id}: {entry.take.frames} frames, of which "
            f"{entry.trim_in} are cut at the start and {entry.trim_out} at the end.",
            "Trim less, or take the shot out of the cut.",
        )


def _take(entry: CutEntry, cut: Cut) -> Clip:
    """The picture of an entry's take, checked against what the take says of itself."""
    shot = entry.shot.slate.id
    path = Path(entry.folder) / entry.take.video
    try:
        clip = read_clip(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise _missing(shot, "is gone") from error
    except (av.error.FFmpegError, IndexError) as error:
        raise _missing(shot, "is damaged") from error
    if clip.format != cut.format:
        raise EngineError(
            "format-mismatch",
            f"The take of shot {shot} is {_words(clip)}, the cut is {cut.format.width}×"
            f"{cut.format.height} at {cut.format.fps} frames a second.",
            "Render the shot in the format of the cut, or change the format of the cut.",
        )
    if any(timing.index >= len(entry.shot.lines) for timing in entry.take.timings):
        raise _missing(shot, "is of another shot")
    if len(clip.samples) != entry.take.frames or digest != entry.take.sha256.get(
        entry.take.video, digest
    ):
        raise _missing(shot, "is damaged")
    return clip


def _missing(shot: str, what: str) -> EngineError:
    return EngineError(
        "take-missing",
        f"The video file of the take of shot {shot} {what}.",
        "Make another take of this shot, or pick another one.",
    )


def _words(clip: Clip) -> str:
    return f"{clip.format.width}×{clip.format.height} at {clip.format.fps} frames a second"
