"""What has to be made for a shot: by which models, in which runs, led by which moments of it."""

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from engine.contracts import Final, RenderRequest
from engine.diffusion.registry import Bucket, Mode, ModelEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One run of the video model; `first` and `last` are indices of the plan's moments."""

    bucket: Bucket
    at: float  # second of the shot that its first frame shows
    first: int
    last: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotPlan:
    """Runs of the video model one after the other; each goes on from where the last one ended."""

    request: RenderRequest
    final: Final
    keyframes: ModelEntry
    video: ModelEntry
    moments: tuple[float, ...]  # seconds of the shot of which there are keyframes
    segments: tuple[Segment, ...]
    keyframe: Bucket

    @property
    def ends_are_drawn(self) -> bool:
        """Whether the model takes a last frame; else a run's end leads the next one."""
        return Mode.FIRST_LAST in self.video.modes


def plan(request: RenderRequest, keyframes: ModelEntry, video: ModelEntry) -> ShotPlan:
    """The runs that fill the shot: as few as the model's longest allows, all equally long."""
    seconds = round(request.shot.duration * request.format.fps) / request.format.fps
    rules = video.rules
    width, height = rules.size(request.format.width, request.format.height)
    longest = rules.max_frames / rules.fps
    runs = max(ceil(seconds / longest - 1e-6), 1)
    frames = min(
        rules.frames(seconds / runs + (1 / rules.fps if runs > 1 else 0)), rules.max_frames
    )
    bucket = Bucket(width=width, height=height, frames=frames, fps=rules.fps)
    # A run lasts from its first frame to its last, which the next one begins with; by the model's
    # rule it may be longer than its share of the shot.
    lasts = (frames - 1) / rules.fps
    ends = tuple(min(lasts * n, seconds) for n in range(runs + 1))
    led = Mode.FIRST_LAST in video.modes
    rules.check(bucket)
    across, down = keyframes.rules.size(width, height)
    return ShotPlan(
        request=request,
        final=request.final or Final(),
        keyframes=keyframes,
        video=video,
        moments=ends if led else ends[:1],
        segments=tuple(
            Segment(
                bucket=bucket,
                at=ends[first],
                first=first,
                last=last,
                seed=request.seed * 101 + first,
            )
            for first, last in pairwise(range(runs + 1))
        ),
        keyframe=Bucket(width=across, height=down, frames=1, fps=1),
    )


def pixels_of(bucket: Bucket) -> int:
    """Of all frames."""
    return bucket.width * bucket.height * bucket.frames


_SMALLER = 0.6  # of the pixels of a frame: about three quarters of each side


def smaller(one: ShotPlan) -> ShotPlan | None:
    """The same shot in fewer pixels; None where the models make no smaller ones."""
    bucket = one.segments[0].bucket
    less = _less(one.video, bucket)
    picture = _less(one.keyframes, one.keyframe)
    if less is None or picture is None:
        return None
    return replace(
        one,
        segments=tuple(replace(segment, bucket=less) for segment in one.segments),
        keyframe=picture,
    )


def _less(entry: ModelEntry, bucket: Bucket) -> Bucket | None:
    most = int(bucket.width * bucket.height * _SMALLER)
    if most < entry.rules.multiple**2:
        return None
    width, height = replace(entry.rules, max_pixels=most).size(bucket.width, bucket.height)
    return replace(bucket, width=width, height=height)
