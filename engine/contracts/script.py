"""A screenplay as it was read, whatever it was written in."""

from engine.contracts.base import Problem, Value
from engine.contracts.vocabulary import ElementKind, Setting, TimeOfDay


class Element(Value, frozen=True, kw_only=True):
    """One paragraph of a scene. Dialogue carries who and how; `text` has no markup left."""

    kind: ElementKind
    text: str
    line: int
    character: str = ""  # as written, without extensions: "MIA", "林晚"
    extension: str = ""  # "V.O.", "O.S.", "OS", "画外音" …
    parenthetical: str = ""
    dual: bool = False  # spoken at the same time as the element before


class Scene(Value, frozen=True, kw_only=True):
    number: str  # "1", "1-2": as written, else counted from 1
    heading: str
    setting: Setting
    place: str
    time: TimeOfDay | None
    line: int
    elements: tuple[Element, ...]
    present: tuple[str, ...] = ()  # names a Chinese scene head lists (人物：)
    flashback: bool = False


class EpisodeScript(Value, frozen=True, kw_only=True):
    number: int
    title: str
    scenes: tuple[Scene, ...]
    inputs: str = ""  # names what its breakdown takes from the file; the verb "read" gives it

    @property
    def line(self) -> int:
        """Where its first scene begins; 0 without one."""
        return self.scenes[0].line if self.scenes else 0


class Screenplay(Value, frozen=True, kw_only=True):
    title: str
    language: str  # BCP 47: "en", "zh-Hans", "es" …
    format: str  # "fountain" | "fdx" | "plain" | "shortdrama"
    meta: dict[str, str]
    episodes: tuple[EpisodeScript, ...]
    problems: tuple[Problem, ...] = ()


class ReadRequest(Value, frozen=True, kw_only=True):
    """Read a screenplay: either `path`, or `text` with a file `name` that hints at the format."""

    path: str = ""
    text: str = ""
    name: str = ""


class SourceText(Value, frozen=True, kw_only=True):
    """A file as text, in whatever encoding it came."""

    text: str
    encoding: str
