"""What a take is made from, and what it is."""

from typing import Annotated

import msgspec
from msgspec import Meta

from engine.contracts.base import FileName, MaybeFileName, Problem, Value, content_hash
from engine.contracts.bible import Character
from engine.contracts.final import Final
from engine.contracts.judgement import Judgement
from engine.contracts.shot import Shot, Slate

RECORD = "take.json"  # beside a final: what it is, should its job end without an answer
DIFFUSION = "diffusion"  # the renderer of final takes
Side = Annotated[int, Meta(ge=1, le=4320)]  # pixels


class Format(Value, frozen=True, kw_only=True):
    """Picture format of takes and master. Any 9:16 size whose sides are even."""

    width: Side = 720
    height: Side = 1280
    fps: Annotated[int, Meta(ge=1, le=120)] = 24

    @property
    def size(self) -> str:
        return f"{self.width}x{self.height}"


class RenderRequest(Value, frozen=True, kw_only=True):
    """Make one take of one shot into the folder `out`."""

    shot: Shot
    cast: tuple[Character, ...]
    format: Format = Format()
    renderer: str = "rehearsal"
    seed: int = 1
    out: str = ""
    final: Final | None = None  # None for a rehearsal


class FinalsRequest(Value, frozen=True, kw_only=True):
    """Make final takes of many shots, stage by stage over all of them; each has its own `out`."""

    takes: tuple[RenderRequest, ...]


class _Inputs(Value, frozen=True, kw_only=True):
    """A request without `final`: rehearsals keep the names they had before there was one."""

    shot: Shot
    cast: tuple[Character, ...]
    format: Format
    renderer: str
    seed: int = 0
    out: str = ""


def inputs_hash(request: RenderRequest) -> str:
    """Names what a take is made from: not its slate nor folder, nor the seed that varies it."""
    replace = msgspec.structs.replace
    inputs = _Inputs(
        shot=replace(request.shot, slate=Slate()),
        cast=tuple(replace(person, aliases=(), persona="") for person in request.cast),
        format=request.format,
        renderer=request.renderer,
    )
    return content_hash((inputs, _named(request.final)) if request.final else inputs)


def _named(final: Final) -> Final:
    """Pictures count by what is in them, not by where they lie."""
    replace = msgspec.structs.replace
    references = tuple(replace(reference, file="") for reference in final.references)
    return replace(final, references=references, continues="")


class PreflightRequest(Value, frozen=True, kw_only=True):
    """Say before anything is rendered whether an episode of this format can be finished here."""

    format: Format = Format()
    label: str = ""  # the visible label of its edition, "" where only the cut is wanted


class Preflight(Value, frozen=True, kw_only=True):
    found: dict[str, str]  # what was tried → what it stands on


class LineTiming(Value, frozen=True, kw_only=True):
    """Where a line really sounds in the take, with its words, for captions and cutting."""

    index: int
    start: float
    end: float
    words: tuple[tuple[str, float, float], ...] = ()  # word, start, end


class Take(Value, frozen=True, kw_only=True):
    """One immutable attempt: files by name inside the request's `out`, and what it cost."""

    video: FileName = "take.mp4"  # H.264 closed GOP + AAC of the speech, for looking at it alone
    proxies: dict[str, FileName] = {}  # "480x854" → file: the picture alone, smaller, for editions
    speech: FileName = "speech.wav"  # 48 kHz mono 16 bit, as long as the shot
    stem: MaybeFileName = ""  # how the model made its picture sound, 48 kHz stereo 16 bit
    still: FileName = "still.jpg"  # the middle frame
    last: MaybeFileName = ""  # of a final: its last frame without lettering, to go on from
    inputs: str
    renderer: str
    seed: int
    format: Format
    frames: int
    duration: float
    timings: tuple[LineTiming, ...]
    sha256: dict[FileName, str]  # file name → digest
    wall_s: float
    cpu_s: float
    peak_mb: float
    versions: dict[str, str]
    notes: tuple[Problem, ...] = ()
    judgement: Judgement | None = None  # of a final, which is judged as it is made
    made_with: dict[str, str] = {}  # of a final: models, prompts as sent, seeds, stage hashes


class Finals(Value, frozen=True, kw_only=True):
    """One entry a request, in their order: its take, or None and why there is none."""

    takes: tuple[Take | None, ...]
    failed: tuple[Problem | None, ...]
