"""What the registry says of a model. Nothing here needs torch."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, sqrt

from engine.contracts import EngineError, Wording, _


class Role(StrEnum):
    KEYFRAMES = "keyframes"
    VIDEO = "video"


class Mode(StrEnum):
    """What a model can be led by."""

    TEXT = "text"
    FIRST = "first"  # a first frame
    FIRST_LAST = "first_last"  # a first and a last frame
    REFERENCES = "references"  # pictures of people and places
    CONTROL = "control"  # depth, lines or pose of the layout
    AUDIO = "audio"  # makes its own sound


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """What one may do with a model, as far as its card says; `checked` tells when it was read."""

    id: str  # SPDX where there is one, else the publisher's name for it
    title: str
    link: str = ""  # path of the text inside the model's repository
    commercial: bool = True
    excluded: frozenset[str] = frozenset()  # ISO 3166 codes of countries; "EU" is the union
    revenue_limit: int = 0  # US dollars a year from which it needs another licence; 0 = none
    must_accept: bool = False
    must_show: str = ""  # words the publisher wants to be seen where the footage is
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """The shape of one sampling run: pixels, frames, frames a second."""

    width: int
    height: int
    frames: int
    fps: int


def _size_refused(bucket: Bucket, advice: Wording) -> EngineError:
    return EngineError(
        "size-refused",
        _(
            "The model does not make pictures of {width} × {height} pixels.",
            width=bucket.width,
            height=bucket.height,
        ),
        advice,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Which sizes and lengths a model makes. Images are one frame."""

    multiple: int  # of both sides, px
    max_pixels: int  # of one frame
    fps: int = 1
    frame_step: int = 1  # frames are k × step + offset
    frame_offset: int = 1
    min_frames: int = 1
    max_frames: int = 1

    def check(self, bucket: Bucket) -> None:
        """Raises EngineError "size-refused", "frames-refused" or "speed-refused"."""
        if bucket.width % self.multiple or bucket.height % self.multiple:
            raise _size_refused(
                bucket,
                _("Use sides that {multiple} divides.", multiple=self.multiple),
            )
        if not 0 < bucket.width * bucket.height <= self.max_pixels:
            raise _size_refused(
                bucket, _("Use {pixels} pixels a frame at most.", pixels=self.max_pixels)
            )
        whole = (bucket.frames - self.frame_offset) % self.frame_step == 0
        if not (self.min_frames <= bucket.frames <= self.max_frames and whole):
            raise self._frames_refused(bucket.frames)
        if bucket.fps != self.fps and self.max_frames > 1:
            raise EngineError(
                "speed-refused",
                _("The model does not make {fps} frames a second.", fps=bucket.fps),
                _("It makes {fps}; the take is changed afterwards.", fps=self.fps),
            )

    def _frames_refused(self, frames: int) -> EngineError:
        return EngineError(
            "frames-refused",
            _("The model does not make {frames} frames at once.", frames=frames),
            _(
                "Use {least} to {most} frames: {step} times a whole number, and {offset} more.",
                least=self.min_frames,
                most=self.max_frames,
                step=self.frame_step,
                offset=self.frame_offset,
            ),
        )

    def side(self, wanted: float) -> int:
        return max(round(wanted / self.multiple), 1) * self.multiple

    def size(self, width: int, height: int) -> tuple[int, int]:
        """The model's size nearest in shape to width × height, no larger than it can make."""
        scale = min(1.0, sqrt(self.max_pixels / (width * height)))
        across, down = self.side(width * scale), self.side(height * scale)
        while across * down > self.max_pixels:
            if across / width > down / height:
                across -= self.multiple
            else:
                down -= self.multiple
        return across, down

    def frames(self, seconds: float) -> int:
        """The fewest frames that last as long, by the model's rule; more than `max_frames` maybe"""
        wanted = max(ceil(seconds * self.fps - 1e-6), self.min_frames)
        return ceil((wanted - self.frame_offset) / self.frame_step) * self.frame_step + (
            self.frame_offset
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """The most memory a stage took, GiB; `measured` says where, "" for what was only computed."""

    stage: str  # encode | sample | decode
    pixels: int  # width × height × frames
    gib: float
    measured: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distilled:
    """A LoRA that lets the model do with few steps and no guidance; fused, never applied live."""

    repository: str
    files: tuple[str, ...]  # one for each denoiser, in the order of ModelEntry.denoisers
    steps: int
    guidance: float = 1.0
    licence: str = "Apache-2.0"
    scheduler_class: str = ""  # "package.module:Class", where it is not the scheduler of the model
    scheduler: tuple[tuple[str, float | int | bool | str | None], ...] = ()  # settings it wants
    download_gib: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Files of another repository without which the model does not run."""

    repository: str
    files: tuple[str, ...]  # paths in that repository
    folder: str  # of the model's folder, in which they lie under the same paths
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One model of the registry."""

    name: str  # "wan2.2-ti2v-5b": names its folder, commands and settings
    title: str
    role: Role
    family: str  # "module:Class" of engine.diffusion.families
    pipeline: str  # class in diffusers
    loader: str = "engine.diffusion.families.loading:classic"  # a families.loading.Loader
    repository: str  # on the hub; "" for a folder of one's own
    licence: Licence
    rules: Rules
    modes: frozenset[Mode]
    steps: int
    guidance: float = 1.0  # 1 = no second run without the prompt
    distilled: Distilled | None = None
    companions: tuple[Companion, ...] = ()
    references: int = 0  # how many pictures it takes at most
    prompt_words: int = 120  # beyond which its text encoder cuts off, about
    encoder_sees: bool = False  # whether the words are encoded together with the pictures
    encoders: tuple[str, ...] = ("text_encoder", "tokenizer")  # components of the first stage
    denoisers: tuple[str, ...] = ("transformer",)
    decoders: tuple[str, ...] = ("vae",)
    download_gib: float = 0.0
    card_gib: float = 0.0  # the smallest card it runs on with offloading
    comfortable_gib: float = 0.0  # the smallest card on which it runs at speed
    peaks: tuple[Peak, ...] = ()
    real: str = ""  # "module:function" → components with random weights at their real sizes
    tiny: str = ""  # "module:function" → a pipeline small enough for a test
    ignore: tuple[str, ...] = ()  # files of the repository that are not needed
