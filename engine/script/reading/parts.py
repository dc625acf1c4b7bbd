"""What a reader of one format hands to the assembler: parts, in the order of the file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.contracts import Element, ElementKind, Problem, Setting, TimeOfDay


@dataclass(frozen=True, kw_only=True)
class Head:
    """The head of a scene: where, when, and who a Chinese head lists."""

    text: str
    line: int
    number: str = ""
    setting: Setting = Setting.UNSAID
    place: str = ""
    time: TimeOfDay | None = None
    same_time: bool = False  # CONTINUOUS, LATER, 同前: the time of the scene before
    present: tuple[str, ...] = ()
    flashback: bool = False


@dataclass(frozen=True, kw_only=True)
class EpisodeMark:
    number: int
    title: str
    line: int


@dataclass(frozen=True, kw_only=True)
class FlashbackMark:
    begins: bool
    line: int


Part = Element | Head | EpisodeMark | FlashbackMark


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A file as its format was read, before scenes and episodes are put together."""

    parts: tuple[Part, ...]
    meta: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def front_matter_as_notes(parts: Sequence[Part]) -> list[Part]:
    """Parts with casts, outlines, prefaces before the first episode or scene as notes."""
    starts = (i for i, part in enumerate(parts) if isinstance(part, EpisodeMark | Head))
    start = next(starts, 0)
    return [
        *(as_note(part) if isinstance(part, Element) else part for part in parts[:start]),
        *parts[start:],
    ]


def as_note(part: Element) -> Element:
    """What was read as action or speech, as a note."""
    if part.kind not in (ElementKind.ACTION, ElementKind.DIALOGUE):
        return part
    text = f"{part.character}: {part.text}" if part.character else part.text
    return Element(kind=ElementKind.NOTE, text=text, line=part.line)


@dataclass(frozen=True)
class Line:
    """One line of the source; `number` counts from 1 and stays when lines before it go."""

    number: int
    text: str
