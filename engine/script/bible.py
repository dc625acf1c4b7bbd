"""The series bible, read from TOML."""

import re
import tomllib
from typing import Any

import msgspec

from engine.contracts import Bible, BibleRequest, Character, Context, EngineError, Problem, _
from engine.script.bible_words import as_problems, refusal, unknown_words, without
from engine.script.cues import Cues, by_given_name, described
from engine.script.digest import slug
from engine.script.gallery import Gallery
from engine.script.lexicon.match import CJK
from engine.script.looks import look_by_rule
from engine.script.misfits import misfit
from engine.script.voices import Choir, voice_by_rule

_AT = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_LINE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")


def load_bible(text: str) -> Bible:
    """The bible that a `series.toml` holds; empty text is an empty bible.

    Whatever a character leaves out of look and voice is filled in by the rules that serve
    everyone else, and so is a word that nothing draws. Raises EngineError naming the key that
    cannot be read.
    """
    raw = _parsed(text)
    without(raw, unknown_words(raw))
    _default_ids(raw)
    try:
        plain = msgspec.convert(raw, Bible)
    except msgspec.ValidationError as error:
        raise _explained(str(error)) from error
    return msgspec.structs.replace(plain, characters=_completed(plain, raw))


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
    bible = load_bible(request.text)
    if unknown := unknown_words(_parsed(request.text)):
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


def _completed(bible: Bible, raw: dict[str, Any]) -> tuple[Character, ...]:
    done: list[Character] = []
    gallery, choir = Gallery(), Choir()
    for person, given in zip(bible.characters, raw.get("characters", ()), strict=True):
        done.append(_complete(person, given, bible.language or "en", gallery, choir))
        gallery.add(done[-1].look)
        choir.add(done[-1].voice)
    return tuple(done)


def _complete(
    person: Character, given: dict[str, Any], language: str, gallery: Gallery, choir: Choir
) -> Character:
    look_given, voice_given = given.get("look", {}), given.get("voice", {})
    said = described(f"{person.name}, {person.persona}", language)
    cues = Cues(
        presentation=look_given.get("presentation")
        or said.presentation
        or by_given_name(person.name),
        age=look_given.get("age") or said.age,
        build=look_given.get("build", ""),
        wardrobe=look_given.get("wardrobe", {}).get("kind") or said.wardrobe,
        han=bool(CJK.search(person.name)),
    )
    rule_look = look_by_rule(person.name, cues, gallery)
    look = _overlaid(rule_look, look_given)
    rule_voice = voice_by_rule(person.name, look, language, choir)
    return msgspec.structs.replace(person, look=look, voice=_overlaid(rule_voice, voice_given))


def _overlaid(rule: Any, given: dict[str, Any]) -> Any:
    """The value made by rule, with the keys that were given laid over it."""
    return msgspec.convert(_merged(msgspec.to_builtins(rule), given), type(rule))


def _merged(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _merged(value, over[key])
        if isinstance(value, dict) and key in over
        else over.get(key, value)
        for key, value in under.items()
    }
