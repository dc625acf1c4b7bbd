"""Circle takes to a master: pictures copied, sound mixed, captions written.

Only what a cut through a GOP touches is encoded again.
"""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import av.error

from engine.contracts import (
    Context,
    Cut,
    CutEntry,
    EngineError,
    Format,
    Master,
    ShotSpan,
    Wording,
    _,
)
from engine.edit.captions import captions_of
from engine.edit.clip import Clip, PictureTrack, Sample, SoundCopy, encode_clip, read_clip
from engine.edit.encode import open_mp4
from engine.edit.sound_file import SoundFile, sound_of
from engine.whole_file import whole_file


def compose(request: Cut, context: Context) -> Master:
    """Join the takes of a cut to `master.mp4` and `captions.vtt` in the folder `out`.

    Raises EngineError "cut-empty", "take-missing" (gone or damaged), "format-mismatch", "trim" and
    "disk-full"; nothing half made is left behind.
    """
    started = time.perf_counter()
    if not request.entries:
        raise EngineError(
            "cut-empty", _("The cut has no shots."), _("Pick a take for at least one shot.")
        )
    clips = []
    for entry in request.entries:
        _check_trim(entry)
        clips.append(_take(entry, request))
    out, spoken = Path(request.out), captions_of(request)
    frames = sum(length_of(entry) for entry in request.entries)
    steps = len(request.entries) + 2
    context.step(0, steps, _("sound"))
    with TemporaryDirectory(prefix="dramabox-") as scratch:
        sound = sound_of(request, frames, Path(request.cache or scratch))
        encoded = _join(request, clips, sound, out / "master.mp4", context)
    captions = out / "captions.vtt"
    with whole_file(captions) as part:
        part.write_text(spoken, encoding="utf-8")
    context.step(steps, steps, _("master"))
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
            _(
                "Nothing is left of shot {shot}: {frames} frames, of which {start} are cut at "
                "the start and {end} at the end.",
                shot=entry.shot.slate.id,
                frames=entry.take.frames,
                start=entry.trim_in,
                end=entry.trim_out,
            ),
            _("Trim less, or take the shot out of the cut."),
        )


def _take(entry: CutEntry, cut: Cut) -> Clip:
    """The picture of an entry's take, checked against what the take says of itself."""
    shot = entry.shot.slate.id
    path = Path(entry.folder) / entry.take.video
    try:
        clip = read_clip(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise _missing(shot, _("is gone")) from error
    except (av.error.FFmpegError, IndexError) as error:
        raise _missing(shot, _("is damaged")) from error
    if clip.format != cut.format:
        raise EngineError(
            "format-mismatch",
            _(
                "The take of shot {shot} is {found}, the cut is {wanted}.",
                shot=shot,
                found=_words(clip.format),
                wanted=_words(cut.format),
            ),
            _("Render the shot in the format of the cut, or change the format of the cut."),
        )
    if any(timing.index >= len(entry.shot.lines) for timing in entry.take.timings):
        raise _missing(shot, _("is of another shot"))
    if len(clip.samples) != entry.take.frames or digest != entry.take.sha256.get(
        entry.take.video, digest
    ):
        raise _missing(shot, _("is damaged"))
    return clip


def _missing(shot: str, what: Wording) -> EngineError:
    return EngineError(
        "take-missing",
        _("The video file of the take of shot {shot} {what}.", shot=shot, what=what),
        _("Make another take of this shot, or pick another one."),
    )


def _words(picture: Format) -> Wording:
    return _(
        "{width}×{height} at {fps} frames a second",
        width=picture.width,
        height=picture.height,
        fps=picture.fps,
    )
