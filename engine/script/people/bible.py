"""The series bible, read from TOML."""

import re
import tomllib
from typing import Any

import msgspec

from engine.contracts import Bible, BibleRequest, Character, Context, EngineError, Problem, _
from engine.script.digest import fold, slug
from engine.script.people.bible_words import as_problems, refusal, unknown_words, without
from engine.script.people.entry import Entry, completed
from engine.script.people.evidence import gather, nothing
from engine.script.people.settle import Choice
from engine.script.reading.misfits import misfit

_AT = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_LINE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")


def load_bible(text: str) -> Bible:
    """The bible that a `series.toml` holds; empty text is an empty bible.

    Whatever a character leaves out of look and voice is filled in by the rules that serve
    everyone else, without a script to say more, and so is a word that nothing draws. Raises
    EngineError naming the key that cannot be read.
    """
    return _whole(_parsed(text))


def _whole(raw: dict[str, Any]) -> Bible:
    plain, entries = _entries(raw)
    language = plain.language or "en"
    return msgspec.structs.replace(
        plain, characters=tuple(_alone(entry, language) for entry in entries)
    )


def load_entries(text: str) -> tuple[Bible, tuple[Entry, ...]]:
    """The bible but for its characters, and these as they stand there. Raises as `load_bible`."""
    return _entries(_parsed(text))


def _entries(raw: dict[str, Any]) -> tuple[Bible, tuple[Entry, ...]]:
    without(raw, unknown_words(raw))
    _default_ids(raw)
    try:
        plain = msgspec.convert(raw, Bible)
    except msgspec.ValidationError as error:
        raise _explained(str(error)) from error
    people = zip(plain.characters, raw.get("characters", ()), strict=True)
    return msgspec.structs.replace(plain, characters=()), tuple(
        Entry(person, given.get("look", {}), given.get("voice", {}), plain.language)
        for person, given in people
    )


def _alone(entry: Entry, language: str) -> Character:
    cues = gather(entry.person.name, nothing(language), entry.person.persona)
    return completed(entry, fold(entry.person.name), cues, Choice(), language)


def check_bible(text: str) -> tuple[Problem, ...]:
    """A warning for each word of a look that nothing draws, with line and nearest words."""
    return as_problems(text, unknown_words(_parsed(text)))


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _not_toml(str(error)) from error


def read_bible(request: BibleRequest, context: Context) -> Bible:
    """The bible that somebody hands in: as `load_bible`, but unknown words are refused as well.

    A bible kept from before may hold some; breaking down warns of them and goes on.
    """
    raw = _parsed(request.text)
    unknown = unknown_words(raw)
    bible = _whole(raw)  # first: what cannot be read at all weighs more
    if unknown:
        raise refusal(request.text, unknown)
    return bible


def _default_ids(raw: dict[str, Any]) -> None:
    for group in ("characters", "places"):
        entries = raw.get(group)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("name"), str):
                entry.setdefault("id", slug(entry["name"]))


def _not_toml(error: str) -> EngineError:
    advice = _("Mend that line.")
    if not (at := _LINE.search(error)):
        message = _("The series bible is not valid TOML: {error}.", error=error)
        return EngineError("bible-not-toml", message, advice)
    message = _(
        "The series bible is not valid TOML in line {line}, column {column}: {error}.",
        line=int(at[1]),
        column=int(at[2]),
        error=error[: at.start()],
    )
    return EngineError("bible-not-toml", message, advice)


def _explained(error: str) -> EngineError:
    at = _AT.search(error)
    key = at.group(1) if at else ""
    what = error[: at.start()] if at else error
    if unknown := _UNKNOWN.search(error):
        key = ".".join(part for part in (key, unknown.group(1)) if part)
        return EngineError(
            "bible-unknown-key",
            _("The series bible has a key “{key}” that means nothing.", key=key),
            _("Check its spelling, or take it out."),
        )
    return EngineError(
        "bible-bad-value",
        _(
            "The series bible cannot be read at “{key}”: {what}.",
            key=key or _("the top"),
            what=misfit(what),
        ),
        _("Give that key a value of the right kind."),
    )
