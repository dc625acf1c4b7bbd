"""Base of the value objects, their canonical JSON, and how the engine says what is wrong."""

import hashlib
from typing import Annotated, Any, Protocol

import msgspec
from msgspec import Meta

from engine.contracts.vocabulary import Severity

# What a number or a word may be, checked wherever a value is read: nothing endless, no NaN.
Color = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]
# A path here would name a file of the synthesiser.
Language = Annotated[str, Meta(pattern="^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$")]
Seed = Annotated[int, Meta(ge=0, le=2**31 - 1)]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all value objects: immutable, compared by content, strict when read."""


def to_json(value: Any) -> bytes:
    """Canonical JSON: the same value gives the same bytes."""
    return msgspec.json.encode(value, order="deterministic")


def content_hash(value: Any) -> str:
    """32 hex digits that name a value by its content."""
    return hashlib.blake2b(to_json(value), digest_size=16).hexdigest()


class Problem(Value, frozen=True, kw_only=True):
    """Something to tell the writer. `line` counts from 1 in the source; 0 is the whole file."""

    severity: Severity
    code: str  # stable, e.g. "no-dialogue"
    message: str  # in the writer's words
    advice: str = ""  # what to do
    line: int = 0


class EngineError(Exception):
    """A failure the user can understand: what happened, and what to do."""

    def __init__(
        self, code: str, message: str, advice: str = "", problems: tuple[Problem, ...] = ()
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.advice, self.problems = code, message, advice, problems


class CancelledError(Exception):
    """The caller asked for the work to stop."""


class Context(Protocol):
    """How a running verb talks to whoever asked for it."""

    def step(self, done: int, total: int, note: str = "") -> None:
        """Report progress; raises CancelledError once the caller has asked to stop."""
