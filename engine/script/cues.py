"""What a description and a name say about a person."""

import re
from dataclasses import dataclass, replace

from engine.script.lexicon import names, people
from engine.script.lexicon.match import CJK, plain

AGE = re.compile(
    r"^\W{0,3}(?:aged?\s+)?(\d{1,2})\b|(?:\baged?\s+|, )(\d{1,2})\b|(\d{1,2})\s*(?:岁|años)"
)
DECADE = re.compile(r"\b(?:early |mid |mid-|late )?([2-8])0'?s\b", re.IGNORECASE)
SEGMENT = re.compile(r"[,;:，；：、。.!?()（）—]|\bwho\b|\band\b")
# A trade may be anybody's, unless its own word says whose.
TRADES = ("uniform", "suit", "scrubs", "jacket", "rags", "hanfu")
SEXED = re.compile(
    r"man\b|men\b|lady|guy|boy|girl|ess\b|king|queen|emperor|prince|monk|priest|lord|wizard"
    r"|[女男妃后娘王皇帝]|公主|太监|公公|宫|丫鬟|婢|和尚|道士|太子|少爷|公子"
    r"|(?:ad|ed|er|et|iv|uez|or)[ao]s?\b|ora\b|enta\b"
)
_OPENING_WORDS = """
    a an the his her their my our another some un una el la los las su mi
"""
# A waitress is a woman, and a waiter mostly no woman.
OF_A_WORD = re.compile(r"(?P<woman>ess\b|woman|maid\b|女|娘|(?:er|ad|or|ic)a\b)|waiter|man\b|ero\b")
OPENERS = frozenset(_OPENING_WORDS.split())
_LINKING_WORDS = """
    a an the his her their my our your of for with to from at by on in into after before like
    than as is was has had un una el la los las su mi de con para por en que
"""
LINKS = frozenset(_LINKING_WORDS.split())
AGED_HAN = re.compile(r"\d{1,2}\s*岁|[，,\s]")
SHORT_HAN = 3  # characters before a noun that can still be its adjective


@dataclass(frozen=True, slots=True)
class Cues:
    """What is known of a person; empty means nothing was said."""

    presentation: str = ""
    usual: str = ""  # who mostly has such a trade, where nothing else says it
    age: int = 0
    build: str = ""
    skin: str = ""
    hair: str = ""
    hair_color: str = ""
    facial_hair: str = ""
    glasses: bool = False
    signature: str = ""
    wardrobe: str = ""
    color: str = ""  # of the clothes
    han: bool = False  # the name is Chinese


def described(text: str, language: str) -> Cues:
    """What a description says: "a GURU, 32, any gender", "林晚，25岁，长发"."""
    found = Cues(
        build=people.BUILDS.first(text, language) or "",
        skin=people.SKINS.first(text, language) or "",
        hair=people.HAIRS.first(text, language) or "",
        hair_color=people.HAIR_COLORS.first(text, language) or "",
        facial_hair=people.FACIAL_HAIRS.first(text, language) or "",
        glasses=bool(people.GLASSES.first(text, language)),
        signature=people.SIGNATURES.first(text, language) or "",
        wardrobe=people.WORN.first(text, language) or "",
        age=_age(text, language),
    )
    return _with_kinds(found, text, language)


def of_a_name(name: str, language: str) -> Cues:
    """What a name says: OLD NURSE HALE. Bob has no bob, and Rose is not red."""
    return _with_kinds(Cues(age=people.OLD.first(name, language) or 0), name, language)


def _with_kinds(found: Cues, text: str, language: str) -> Cues:
    if people.ANDROGYNOUS.first(text, language):
        found = replace(found, presentation="androgynous")
    for kind, told in _kinds(text, language):
        found = replace(
            found,
            presentation=found.presentation or (kind.presentation if told else ""),
            usual=found.usual or kind.presentation,
            age=found.age or kind.age,
            build=found.build or kind.build,
            hair=found.hair or kind.hair,
            signature=found.signature or kind.signature,
            wardrobe=found.wardrobe or kind.wardrobe,
        )
    return found


def _kinds(text: str, language: str) -> list[tuple[people.Kind, bool]]:
    """What someone is said to be, and whether the word itself says man or woman.

    "waits for his wife" says nothing of who waits; "a detective" may be a woman.
    """
    found: list[tuple[people.Kind, bool]] = []
    for segment in SEGMENT.split(text):
        for hit in people.KINDS.hits(segment, language):
            if _is_told_of(segment[: hit.start]):
                word = segment[hit.start : hit.end].casefold()
                trade = hit.key.wardrobe in TRADES and not SEXED.search(word)
                kind = hit.key
                if not kind.presentation and (sex := OF_A_WORD.search(word)):
                    kind = kind._replace(presentation="woman" if sex.lastgroup else "man")
                found.append((kind, not trade))
    return found


def _is_told_of(before: str) -> bool:
    """Whether a noun with this before it, in a piece of a description, names who is described."""
    if CJK.search(before):
        rest = AGED_HAN.sub("", before)
        return rest.endswith("的") or len(rest) <= SHORT_HAN
    words = plain(before).casefold().split()
    owned = words[1:] if words and (words[0] in OPENERS or words[0].endswith("'s")) else words
    return not any(word in LINKS or word.endswith("'s") for word in owned) and len(owned) <= 4


def _age(text: str, language: str) -> int:
    if (found := AGE.search(text)) and (years := int(next(filter(None, found.groups())))):
        return years
    if decade := DECADE.search(plain(text)):
        return int(decade.group(1)) * 10 + 5
    return people.OLD.first(text, language) or 0


def known_given_name(name: str) -> str:
    """woman, man or "" by lists of names and of the characters of names."""
    if CJK.search(name):
        signs = list(reversed(name[-2:] if len(name) > 2 else name[-1:]))
        women, men = names.WOMEN_HAN, names.MEN_HAN
    else:
        signs = re.findall(r"[^\W\d_]+", name.casefold())
        women, men = names.WOMEN, names.MEN
    for sign in signs:
        if sign in women or sign in men:
            return "woman" if sign in women else "man"
    return ""


def by_given_name(name: str) -> str:
    """woman, man or "" by who usually bears the name, or one that sounds like it."""
    if (known := known_given_name(name)) or CJK.search(name):
        return known
    words = re.findall(r"[^\W\d_]+", name.casefold())
    first = words[0] if words else ""
    if len(first) > 2 and first.endswith(names.WOMEN_ENDINGS):
        return "woman"
    return "man" if len(first) > 3 and first.endswith(names.MEN_ENDINGS) else ""
