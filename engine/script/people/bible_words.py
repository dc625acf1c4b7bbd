"""Words of the series bible that nothing draws: named, with what comes nearest."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from importlib import import_module
from typing import Any, NamedTuple

from engine.contracts import EngineError, Problem, Severity, _
from engine.script.lexicon import clothes, features
from engine.script.lexicon.match import Lexicon

FIGURE = "engine.rehearsal.figure"  # imported on use: it brings the whole renderer
BUILDS = ("slim", "average", "broad", "heavy")
FACES = ("oval", "round", "square", "heart", "long")
EYES = ("almond", "round", "hooded", "monolid", "narrow")
BEARDS = ("none", "stubble", "moustache", "beard")
MAKEUPS = ("none", "light", "bold", "dark")
# Keys of a look, and the words that say in a script what they say here.
WORDS: dict[str, Lexicon[str] | None] = {
    "build": features.BUILDS,
    "face": None,
    "eyes": None,
    "facial_hair": features.FACIAL_HAIRS,
    "makeup": features.MAKEUP,
    "signature": clothes.SIGNATURES,
    "hair": features.HAIRS,
    "wardrobe.kind": clothes.WORN,
}
COLORS: dict[str, Lexicon[str] | None] = {
    "skin": features.SKINS,
    "hair_color": features.HAIR_COLORS,
    "eye_color": None,
    "wardrobe.color": clothes.COLORS,
    "wardrobe.second": clothes.COLORS,
    "wardrobe.accent": clothes.COLORS,
}
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_HEAD = re.compile(r"^\s*\[\[\s*characters\s*\]\]", re.MULTILINE)


class Unknown(NamedTuple):
    """A word of a character's look that means nothing: where, what, and what would."""

    at: int  # which character of the file
    name: str
    key: str  # under `look`
    word: str
    nearest: tuple[str, ...]


def unknown_words(raw: dict[str, Any]) -> tuple[Unknown, ...]:
    """All of them, in the order of the file, of a `series.toml` as it was parsed."""
    people_ = raw.get("characters")
    return tuple(
        Unknown(at, str(person.get("name", "")), key, word, nearest)
        for at, person in enumerate(people_ if isinstance(people_, list) else ())
        if isinstance(person, dict) and isinstance(person.get("look"), dict)
        for key, word, nearest in _of_a_look(person["look"])
    )


def without(raw: dict[str, Any], unknown: tuple[Unknown, ...]) -> None:
    """Take unknown words out of a parsed bible, so that the rules choose in their place."""
    for one in unknown:
        holder, _, key = f".{one.key}".rpartition(".")
        look = raw["characters"][one.at]["look"]
        (look[holder[1:]] if holder else look).pop(key)


def as_problems(text: str, unknown: tuple[Unknown, ...]) -> tuple[Problem, ...]:
    """What the writer of the bible is told; lines count in the bible's own text."""
    return tuple(_problem(text, one) for one in unknown)


def refusal(text: str, unknown: tuple[Unknown, ...]) -> EngineError:
    """The first of them as an error."""
    first = unknown[0]
    message = _(
        "Line {line} of the series bible: “{word}” means nothing for look.{key} of {name}.",
        line=_line_of(text, first),
        word=first.word,
        key=first.key,
        name=first.name,
    )
    return EngineError("bible-bad-value", message, _("Nearest: {words}.", words=first.nearest))


def _problem(text: str, one: Unknown) -> Problem:
    return Problem.of(
        severity=Severity.WARNING,
        code="bible-unknown-word",
        message=_(
            "Line {line} of the series bible: “{word}” means nothing for look.{key} of {name}; "
            "it was chosen by rule instead.",
            line=_line_of(text, one),
            word=one.word,
            key=one.key,
            name=one.name,
        ),
        advice=_("Nearest: {words}.", words=one.nearest),
    )


def _of_a_look(look: dict[str, Any]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for key, lexicon in WORDS.items():
        word = _under(look, key)
        if isinstance(word, str) and word not in _known(key) and word not in _drawn(key):
            yield key, word, _nearest(word, _drawn(key), lexicon)
    for key, lexicon in COLORS.items():
        word = _under(look, key)
        if isinstance(word, str) and not _COLOR.fullmatch(word):
            yield key, word, _nearest_color(word, lexicon)


def _under(look: dict[str, Any], key: str) -> Any:
    value: Any = look
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _known(key: str) -> Collection[str]:
    """Words that are drawn for sure, so that the renderer need not be asked."""
    lexicon = WORDS[key]
    fixed = {
        "build": BUILDS,
        "face": FACES,
        "eyes": EYES,
        "facial_hair": BEARDS,
        "makeup": MAKEUPS,
    }
    return fixed.get(key) or (*(lexicon.all_keys if lexicon else ()), "none", "short", "shirt")


def _drawn(key: str) -> Collection[str]:
    if key == "hair":
        return tuple(import_module(FIGURE).HAIR_STYLES)
    if key == "wardrobe.kind":
        return tuple(import_module(FIGURE).WARDROBES)
    return _known(key)


def _nearest(word: str, words: Collection[str], lexicon: Lexicon[str] | None) -> tuple[str, ...]:
    """By meaning, then by spelling; where nothing is near, all there are."""
    plain = word.replace("_", " ")
    meant = [hit.key for hit in lexicon.hits(plain, "en")] if lexicon else []
    spelled = get_close_matches(word.casefold(), words, n=3, cutoff=0.5)
    near = tuple(dict.fromkeys([*meant, *spelled]))[:3]
    return near or tuple(sorted(words))


def _nearest_color(word: str, lexicon: Lexicon[str] | None) -> tuple[str, ...]:
    meant = [hit.key for hit in lexicon.hits(word.replace("_", " "), "en")] if lexicon else []
    colors = tuple(dict.fromkeys(meant)) or (lexicon.all_keys if lexicon else ("#3b2b20",))
    return colors[:8]


def _line_of(text: str, one: Unknown) -> int:
    """The line that holds the word, counted from 1; else that of the character."""
    heads = [found.start() for found in _HEAD.finditer(text)]
    start = heads[one.at] if one.at < len(heads) else 0
    key, word = re.escape(one.key.rpartition(".")[2]), re.escape(one.word)
    found = re.compile(rf"\b{key}\s*=\s*[\"']{word}[\"']").search(text, start)
    return text.count("\n", 0, found.start() if found else start) + 1
