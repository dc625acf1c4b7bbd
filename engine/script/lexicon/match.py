"""Finding the words of a table in a text."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)

# A denial stands at most two words before what it denies; looking back further would take time by
# the square of a long text.
LOOK_BACK = 120
REMEMBERED = 1024  # texts of each table
CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
NOT_SO = re.compile(
    r"(?:\b(?:not|never|without|hardly|nobody|nothing|no one|can't|cannot|nunca|jamás|sin)\b"
    r"|n't\b)(?:\s+[\w']+){0,2}\s*$|[不没未别无]\s*\w{0,2}$",
    re.IGNORECASE,
)
NOT_SO_ES = re.compile(r"\b(?:no|ni)\b(?:\s+\w+){0,2}\s*$", re.IGNORECASE)


class Words(NamedTuple):
    """The words of one meaning. Split by commas; an asterisk stands for any ending."""

    en: str = ""
    zh: str = ""
    es: str = ""


@dataclass(frozen=True, slots=True)
class Hit(Generic[Key]):
    """A word of the table at `start` … `end` of the text."""

    key: Key
    start: int
    end: int


def plain(text: str) -> str:
    """Straight apostrophes, so that one table serves; keeps every offset."""
    return text.replace("’", "'").replace("ʼ", "'")


def _pattern(word: str, language: str) -> str:
    stem = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+")
    if language == "zh":
        return stem
    return stem + (r"\w*" if word.endswith("*") else r"\b")


def tongue(text: str, language: str) -> str:
    """Which column to read a text by: what it is written in beats what the script is said to be."""
    if CJK.search(text):
        return "zh"
    return "es" if language.startswith("es") else "en"


class Lexicon(Generic[Key]):
    """A table of words made searchable. At one place the longest word wins."""

    def __init__(self, table: Mapping[Key, Words]) -> None:
        self.all_keys = tuple(table)
        self._table = table
        self._search: dict[str, tuple[re.Pattern[str], list[Key]]] = {}
        # Many rules ask the same of a sentence; who is who and what is drawn ask it all again.
        self._found = lru_cache(maxsize=REMEMBERED)(self._find)

    def _column(self, language: str) -> tuple[re.Pattern[str], list[Key]]:
        """The words of a language; a script needs one or two of them, and they take their time."""
        if language not in self._search:
            words = [
                (word, key)
                for key, row in self._table.items()
                for word in (part.strip() for part in getattr(row, language).split(","))
                if word
            ]
            words.sort(key=lambda pair: -len(pair[0]))
            source = "|".join(f"({_pattern(word, language)})" for word, _ in words) or "(?!)"
            if language != "zh":  # one boundary before all of them, not one in each, is fast
                source = rf"\b(?:{source})"
            keys = [key for _, key in words]
            self._search[language] = (re.compile(source, re.IGNORECASE), keys)
        return self._search[language]

    def hits(self, text: str, language: str) -> tuple[Hit[Key], ...]:
        """All hits in the order of the text."""
        return self._found(text, tongue(text, language))

    def _find(self, text: str, language: str) -> tuple[Hit[Key], ...]:
        pattern, keys = self._column(language)
        return tuple(
            Hit(keys[(found.lastindex or 1) - 1], found.start(), found.end())
            for found in pattern.finditer(plain(text))
        )

    def asserted(self, text: str, language: str) -> tuple[Hit[Key], ...]:
        """Hits that the text does not deny: "It doesn't burn him" has no fire in it."""
        spanish = tongue(text, language) == "es"
        kept, straight = [], plain(text)
        for hit in self.hits(text, language):
            before = straight[max(hit.start - LOOK_BACK, 0) : hit.start]
            if NOT_SO.search(before) or (spanish and NOT_SO_ES.search(before)):
                continue
            kept.append(hit)
        return tuple(kept)

    def first(self, text: str, language: str) -> Key | None:
        found = self.hits(text, language)
        return found[0].key if found else None

    def keys(self, text: str, language: str) -> tuple[Key, ...]:
        """Each meaning once, in the order of the text, denied ones left out."""
        return tuple(dict.fromkeys(hit.key for hit in self.asserted(text, language)))
