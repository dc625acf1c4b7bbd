"""The models that lie on this machine or could: what the Engine page shows and asks for."""

from typing import Annotated

from msgspec import Meta

from engine.contracts.base import NOTHING, Problem, Value, Wording

ModelName = Annotated[str, Meta(pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]  # is a folder, too


class ModelsRequest(Value, frozen=True, kw_only=True):
    """Say what models there are, which of them may and can be used here, and why not the others."""


class ModelRequest(Value, frozen=True, kw_only=True):
    """Pull, verify or remove one model."""

    name: ModelName


class AcceptRequest(Value, frozen=True, kw_only=True):
    """Accept the licence of a model in the name of a studio."""

    name: ModelName
    country: str  # ISO 3166, two letters: where the studio is
    revenue: Annotated[int, Meta(ge=0)]  # US dollars in the last year
    by: Annotated[str, Meta(min_length=1, max_length=120)]  # who says so
    text_sha256: str = ""  # of the text that was shown to them; another one is not accepted


class Acceptance(Value, frozen=True, kw_only=True):
    """Who accepted which licence text, when, and what they said of their studio."""

    name: str  # of the model
    licence: str  # its id
    text_sha256: str
    country: str
    revenue: int
    by: str
    at: str  # ISO 8601, UTC


class LicenceText(Value, frozen=True, kw_only=True):
    """What is accepted, to read. Without a text in the repository it is the registry's summary."""

    name: str
    title: str
    licence: str
    text: str
    sha256: str


class ModelState(Value, frozen=True, kw_only=True):
    """One model of the registry on this machine."""

    name: str
    title: str
    role: str  # keyframes | video
    own: bool  # a folder of the studio's own: nothing to pull
    repository: str
    disk: str  # no | part | damaged | yes
    gib: float  # on disk; what has arrived of it while `disk` is "part"
    download_gib: float
    card_gib: float  # the smallest card it runs on
    comfortable_gib: float
    licence: str
    licence_title: str
    excluded: tuple[str, ...] = ()  # ISO 3166 codes where it does not hold; "EU" is the union
    revenue_limit: int = 0  # US dollars a year
    duties: tuple[str, ...] = ()
    must_show: str = ""
    asks: bool = False  # whether somebody has to accept the licence
    refused: str = ""  # code of why it may not be used here; "" = it may
    why: tuple[Wording, Wording] = (NOTHING, NOTHING)  # the same in words, and what to do
    accepted: Acceptance | None = None
    revision: str = ""  # commit on disk
    pulled_at: str = ""  # ISO 8601, UTC
    usable: bool = False  # whether final takes can be made with it now: it is whole, and allowed
    steps: int = 0  # it takes as it lies here: fewer with its distilled LoRA
    lacking: tuple[str, ...] = ()  # parts of its folder that are not there while others are
    no_room: Wording = NOTHING  # why a pull would not fit on the disk; nothing: it does


class PolisherState(Value, frozen=True, kw_only=True):
    """An upscaler or an interpolator: a folder of the studio's own beside the models."""

    name: str  # of its folder
    title: str
    why: Wording = NOTHING  # why it cannot be used here; nothing: it can


class CardState(Value, frozen=True, kw_only=True):
    name: str
    gib: float


class LibraryState(Value, frozen=True, kw_only=True):
    name: str
    version: str  # "" = not installed


class DefaultModel(Value, frozen=True, kw_only=True):
    """What is taken on this card where a shot names no model; "" = none may be used."""

    role: str
    name: str
    title: str
    why: tuple[Wording, ...] = ()


class Models(Value, frozen=True, kw_only=True):
    models: tuple[ModelState, ...]
    card: CardState | None
    libraries: tuple[LibraryState, ...]
    defaults: tuple[DefaultModel, ...]
    folder: str
    free_gib: float
    offline: str = ""  # the variable that keeps this machine offline
    problems: tuple[Problem, ...] = ()  # with folders of one's own
    upscalers: tuple[PolisherState, ...] = ()
    interpolators: tuple[PolisherState, ...] = ()


class ModelReport(Value, frozen=True, kw_only=True):
    """What pulling, verifying or removing a model came to."""

    name: str
    revision: str = ""
    files: int = 0
    gib: float = 0.0  # fetched, checked or freed
    compared: bool = True  # whether there were digests to compare; else only headers and sizes were
