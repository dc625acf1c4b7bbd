"""Making a reference sheet: what is asked for, and the pictures one may choose from."""

from typing import Annotated

from msgspec import Meta

from engine.contracts.base import Language, Problem, Seed, Value
from engine.contracts.bible import Character, Wardrobe
from engine.contracts.final import Reference
from engine.contracts.shot import SetDressing

Side = Annotated[int, Meta(ge=64, le=2048)]  # pixels


class ReferencesRequest(Value, frozen=True, kw_only=True):
    """Make pictures of a character or a place into the folder `out`, one for each view and seed."""

    character: Character | None = None
    wardrobe: Wardrobe | None = None  # None: what the look says
    place: SetDressing | None = None  # instead of a character
    described: str = ""  # of a place, in the words of the bible
    style: str = ""  # of the whole series
    language: Language = ""  # in which the story is told
    views: Annotated[tuple[str, ...], Meta(max_length=20)] = ()  # () = the whole sheet
    identity: Reference | None = None  # a picture of the same, which the others follow
    model: str = "rehearsal"  # of the registry, "" its default; the rehearsal draws without one
    seeds: Annotated[tuple[Seed, ...], Meta(min_length=1, max_length=8)] = (1,)
    width: Side = 768
    height: Side = 1024
    out: str


class Candidate(Value, frozen=True, kw_only=True):
    """A picture that may become a reference; `reference.file` is its path."""

    reference: Reference
    model: str
    seed: int
    prompt: str = ""  # as sent; "" of a drawing


class Candidates(Value, frozen=True, kw_only=True):
    candidates: tuple[Candidate, ...]
    notes: tuple[Problem, ...] = ()
