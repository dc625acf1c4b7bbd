"""Cut, master and edition: from circle takes to the files that viewers get."""

from typing import Annotated

from msgspec import Meta

from engine.contracts.base import Value
from engine.contracts.shot import Shot
from engine.contracts.take import Format, Take


class CutEntry(Value, frozen=True, kw_only=True):
    """One shot as it stands in the cut; `folder` holds its circle take."""

    shot: Shot
    take: Take
    folder: str
    trim_in: int = 0  # frames left out at the start
    trim_out: int = 0


class Cut(Value, frozen=True, kw_only=True):
    """The edit decision list of an episode; `out` receives the master, `cache` what is reusable."""

    series: str
    episode: int
    title: str
    language: str
    entries: tuple[CutEntry, ...]
    format: Format = Format()
    seed: int = 1
    out: str = ""
    cache: str = ""
    genre: str = ""  # of the series, in the studio's words: picks the players of the score


class ShotSpan(Value, frozen=True, kw_only=True):
    """Where a shot stands in the episode, in seconds: every second watched maps back to a shot."""

    shot: str  # slate id
    start: float
    end: float


class Master(Value, frozen=True, kw_only=True):
    video: str  # path of the composed episode file
    duration: float
    frames: int
    format: Format
    spans: tuple[ShotSpan, ...]
    captions: str  # path of the WebVTT file
    loudness_lufs: float
    true_peak_db: float
    frames_encoded: int
    frames_copied: int
    wall_s: float


class PackageRequest(Value, frozen=True, kw_only=True):
    """Turn a master into the files of an edition in the folder `out`."""

    master: Master
    cut: Cut
    out: str
    label: Annotated[str, Meta(min_length=1, max_length=60)] = (
        "AI-generated"  # the visible label, in the viewer's language
    )
    producer: str = "Dramabox"  # AIGC ContentProducer
    produce_id: str = ""
    certificate: str = ""  # PEM chain; with `key` signs the C2PA manifest
    key: str = ""
    cache: str = ""
    lead: str = ""  # id of the series' leading role, for the poster; "" = this cut's


class RenditionFile(Value, frozen=True, kw_only=True):
    path: str
    width: int
    height: int
    bytes: int
    sha256: str


class EditionFiles(Value, frozen=True, kw_only=True):
    renditions: tuple[RenditionFile, ...]  # largest first
    captions: str
    poster: str  # with the series' title, 720 wide or less
    poster_medium: str  # 480
    poster_small: str  # 240
    still: str  # the same moment without the title, 720
    still_small: str  # 240
    preview: str
    duration: float
    spans: tuple[ShotSpan, ...]
    wall_s: float


class ProvenanceRequest(Value, frozen=True, kw_only=True):
    """Read what a video file says of where it comes from."""

    file: str


class Provenance(Value, frozen=True, kw_only=True):
    """What a file says of itself. `state` is C2PA's: "Valid", "Trusted", "Invalid", "" for none."""

    aigc: dict[str, str]
    state: str = ""
    problems: tuple[str, ...] = ()  # codes of what the C2PA validation finds wrong
    generator: str = ""
    source_type: str = ""  # last word of the IPTC digital source type

    @property
    def labelled(self) -> bool:
        return self.aigc.get("Label") == "1"  # GB 45438-2025: it is AI-generated


class CertificateRequest(Value, frozen=True, kw_only=True):
    """Have a certificate to sign with in `folder`; made there when there is none."""

    folder: str


class Certificate(Value, frozen=True, kw_only=True):
    chain: str  # path of the PEM chain
    key: str
