"""Things, places and weather that a line speaks of and that a shot can show."""

import re

from engine.contracts import SetKind, Weather
from engine.script.lexicon.events import WEATHERS
from engine.script.lexicon.match import CJK, plain, tongue
from engine.script.lexicon.people import HE, SHE
from engine.script.lexicon.places import PLACES
from engine.script.lexicon.things import PROPS

# What stands before a word that is a thing: "my will", not "I will"; 这封信, not 相信.
_POINTED_AT = {
    "en": re.compile(
        r"\b(?:the|an?|my|your|his|her|our|their|this|that|these|those|another|'s)"
        r"(?:\s[\w-]+)?\s$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:el|la|los|las|una?|mi|tu|su|mis|tus|sus|este|esta|ese|esa|aquel|aquella)\s$",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"[这那的把封枚张束瓶杯支块件条串根副]$"),
}


def things_in(text: str, language: str) -> tuple[str, ...]:
    """Names of the things a line points at, as PROPS knows them, in its order."""
    before = _POINTED_AT[tongue(text, language)]
    found = [
        hit.key
        for hit in PROPS.asserted(text, language)
        if before.search(plain(text[: hit.start]))
        or (CJK.match(text, hit.start) and hit.end - hit.start > 1)
    ]
    return tuple(dict.fromkeys(found))


def speaks_of_here(text: str, language: str, place: SetKind, weather: Weather) -> bool:
    """Whether a line speaks of the place it is heard in, or of the weather there."""
    if weather is not Weather.CLEAR and weather in WEATHERS.keys(text, language):
        return True
    return place in PLACES.keys(text, language)


def speaks_of_someone(text: str, language: str) -> bool:
    """Whether a line is about him or her."""
    return bool(HE.hits(text, language) or SHE.hits(text, language))
