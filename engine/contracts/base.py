"""Base of the value objects, their canonical JSON, and how the engine says what is wrong."""

import hashlib
from typing import Annotated, Any, Protocol, Union, runtime_checkable

import msgspec
from msgspec import Meta

from engine.contracts.vocabulary import Severity

# What a number or a word may be, checked wherever a value is read: nothing endless, no NaN.
Color = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]
# A path here would name a file of the synthesiser.
Language = Annotated[str, Meta(pattern="^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$")]
# Of a moment or a length of time in a shot, which is 600 long at most.
Seconds = Annotated[float, Meta(ge=-3600, le=3600)]
Seed = Annotated[int, Meta(ge=0, le=2**31 - 1)]
# Of a file in a folder that is known: no path, so nothing outside of it.
FileName = Annotated[str, Meta(pattern=r"^(?!\.{1,2}\Z)[^/\\\x00-\x1f]+\Z")]
MaybeFileName = Annotated[str, Meta(pattern=r"^(?!\.{1,2}\Z)[^/\\\x00-\x1f]*\Z")]  # "" = none


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all value objects: immutable, compared by content, strict when read."""


def to_json(value: Any) -> bytes:
    """Canonical JSON: the same value gives the same bytes."""
    return msgspec.json.encode(value, order="deterministic")


def content_hash(value: Any) -> str:
    """32 hex digits that name a value by its content."""
    return hashlib.blake2b(to_json(value), digest_size=16).hexdigest()


# A value that is itself words is a Wording; several names in a row are a tuple.
Word = Union["Wording", str, int, float, tuple[str, ...]]


class Wording(Value, frozen=True):
    """A sentence or a phrase for people, in no language yet. `str()` of it is the English.

    Whoever shows it translates the template, which `makemessages` collects from the calls of `_`,
    and fills in the values.
    """

    template: str = ""  # "Episode {number} has no scene."
    values: tuple[tuple[str, Word], ...] = ()  # (("number", 3),)

    def __str__(self) -> str:
        return self.template.format(**{name: _english(word) for name, word in self.values})


def _(template: str, /, **values: Word) -> Wording:
    """A wording; `template` is a literal, so that it can be collected for translation."""
    return Wording(template, tuple(values.items()))


def _english(word: Word) -> str:
    return ", ".join(word) if isinstance(word, tuple) else str(word)


NOTHING = Wording()


class Problem(Value, frozen=True, kw_only=True):
    """Something to tell the writer. `line` counts from 1 in the source; 0 is the whole file.

    Made with `of`, which keeps the English and the wording that it can be translated from.
    """

    severity: Severity
    code: str  # stable, e.g. "no-dialogue"
    message: str  # in the writer's words
    advice: str = ""  # what to do
    line: int = 0
    wording: tuple[Wording, ...] = ()  # of message and advice

    @classmethod
    def of(
        cls,
        *,
        severity: Severity,
        code: str,
        message: Wording,
        advice: Wording = NOTHING,
        line: int = 0,
    ) -> "Problem":
        return cls(
            severity=severity,
            code=code,
            message=str(message),
            advice=str(advice),
            line=line,
            wording=(message, advice),
        )


class EngineError(Exception):
    """A failure the user can understand: what happened, and what to do.

    `message` and `advice` are the English, `wording` what both can be translated from.
    """

    def __init__(
        self,
        code: str,
        message: Wording,
        advice: Wording = NOTHING,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(str(message))
        self.code, self.message, self.advice = code, str(message), str(advice)
        self.problems, self.wording = problems, (message, advice)

    def problem(self, severity: Severity) -> Problem:
        """The same as one of several things to tell, where it does not end the work."""
        message, advice = self.wording
        return Problem.of(severity=severity, code=self.code, message=message, advice=advice)


class CancelledError(Exception):
    """The caller asked for the work to stop."""


class Context(Protocol):
    """How a running verb talks to whoever asked for it."""

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        """Report progress; raises CancelledError once the caller has asked to stop."""


@runtime_checkable
class Live(Context, Protocol):
    """A context that is also told what is ahead and at which shot, and shown what is being made."""

    def ahead(self, seconds: float | None) -> None:
        """What is left takes so long; None where nobody can say. Belongs to the next `step`."""

    def at(self, shot: str) -> None:
        """What each `step` tells from now on is told of the shot with this slate; "": of none."""

    def preview(self, shot: str, file: str) -> None:
        """A picture of the unfinished take of a shot; the file goes when the take is whole."""
