"""Things, places and weather that a line speaks of and that a shot can show."""

import re

from engine.contracts import SetKind, Weather
from engine.script.lexicon.events import WEATHERS
from engine.script.lexicon.match import CJK, Hit, plain, tongue
from engine.script.lexicon.places import PLACES
from engine.script.lexicon.things import PROPS

# What stands before a word that is a thing: "my will", not "I will"; 这封信, not 相信.
_POINTED_AT = {
    "en": re.compile(
        r"\b(?:the|an?|my|your|his|her|our|their|this|that|these|those|another|'s)"
        r"(?:\s(?!(?:to|and|of|is|in|at|on|with|then|for|from|or)\b)[\w-]+)?\s$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:el|la|los|las|una?|mi|tu|su|mis|tus|sus|este|esta|ese|esa|aquel|aquella)\s$",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"[这那的把封枚张束瓶杯支块件条串根副]$"),
}


def is_pointed_at(text: str, start: int, language: str) -> bool:
    """Whether "the", "my", 这把 or the like stands before the word at `start`."""
    return bool(_POINTED_AT[tongue(text, language)].search(plain(text[:start])))


def things_seen(text: str, language: str) -> tuple[Hit[str], ...]:
    """Where a text points at things, each once, in its order."""
    seen: dict[str, Hit[str]] = {}
    for hit in PROPS.asserted(text, language):
        long = CJK.match(text, hit.start) and hit.end - hit.start > 1
        if long or is_pointed_at(text, hit.start, language):
            seen.setdefault(hit.key, hit)
    return tuple(seen.values())


def things_in(text: str, language: str) -> tuple[str, ...]:
    """Names of the things a line points at, as PROPS knows them, in its order."""
    return tuple(hit.key for hit in things_seen(text, language))


def speaks_of_here(text: str, language: str, place: SetKind, weather: Weather) -> bool:
    """Whether a line speaks of the place it is heard in, or of the weather there."""
    if weather is not Weather.CLEAR and weather in WEATHERS.keys(text, language):
        return True
    return place in PLACES.keys(text, language)
