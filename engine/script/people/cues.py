"""What a description and a name say about a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from engine.script.lexicon import clothes, features, names, people
from engine.script.lexicon.match import CJK, Hit, Lexicon, plain

AGE = re.compile(
    r"^\W{0,3}(?:aged?\s+)?(\d{1,2})\b|(?:\baged?\s+|, )(\d{1,2})\b|(\d{1,2})\s*(?:岁|años)"
    r"|\b(\d{1,2})[-\s]years?[-\s]old"
)
AGE_HAN = re.compile(r"([二三四五六七八九])?(十)?([一二三四五六七八九])?岁")
DIGITS = "零一二三四五六七八九"
DECADE = re.compile(r"\b(?:early |mid |mid-|late )?([2-8])0'?s\b", re.IGNORECASE)
SEGMENT = re.compile(r"[,;:，；：、。.!?()（）—]|\bwho\b|\band\b")
# A trade may be anybody's, unless its own word says whose.
_TRADES_WORDS = """
    uniform suit scrubs jacket rags hanfu police soldier security judge priest chef waiter overalls
    tracksuit leather armour coat tuxedo business
"""
TRADES = frozenset(_TRADES_WORDS.split())
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
    heritage: str = ""
    skin: str = ""
    face: str = ""
    eyes: str = ""
    eye_color: str = ""
    hair: str = ""
    usual_hair: str = ""  # of a trade
    hair_color: str = ""
    facial_hair: str = ""
    glasses: bool = False
    eyebags: float = 0.0
    freckles: bool = False
    makeup: str = ""
    signature: str = ""
    wardrobe: str = ""
    usual_wardrobe: str = ""  # of a trade
    color: str = ""  # of the clothes
    han: bool = False  # the name is Chinese


class Reading(NamedTuple):
    """What the words at `start` … `end` of a description say: keys of Cues with their values."""

    start: int
    end: int
    says: tuple[tuple[str, Any], ...]


LEXICONS: tuple[tuple[str, Lexicon[Any]], ...] = (
    ("build", features.BUILDS),
    ("skin", features.SKINS),
    ("face", features.FACES),
    ("eyes", features.EYES),
    ("eye_color", features.EYE_COLORS),
    ("hair", features.HAIRS),
    ("hair_color", features.HAIR_COLORS),
    ("facial_hair", features.FACIAL_HAIRS),
    ("glasses", features.GLASSES),
    ("eyebags", features.TIRED),
    ("freckles", features.FRECKLES),
    ("makeup", features.MAKEUP),
    ("signature", clothes.SIGNATURES),
    ("wardrobe", clothes.WORN),
)
# Clothes and haircuts that say who mostly wears them.
_OF_WOMEN_WORDS = """
    dress gown blouse wedding qipao sari court_gown victorian gothic business hijab bun updo braid
    pigtails half_up bob ponytail
"""
OF_WOMEN = frozenset(_OF_WOMEN_WORDS.split())
NEAR = 14  # characters between a colour and the thing that has it


def described(text: str, language: str) -> Cues:
    """What a description says: "a GURU, 32, any gender", "林晚，25岁，长发"."""
    return _folded(readings(text, language))


def of_a_name(name: str, language: str) -> Cues:
    """What a name says: OLD NURSE HALE. Bob has no bob, and Rose is not red."""
    old = [_one(hit, "age") for hit in people.OLD.hits(name, language)]
    return _folded([*old[:1], *_said_of_sex(name, language)])


def _folded(found: list[Reading]) -> Cues:
    """Readings as cues: of two that say the same key, the first counts."""
    said: dict[str, Any] = {}
    for reading in found:
        for key, value in reading.says:
            if value:
                said.setdefault(key, value)
    if said.get("facial_hair"):
        said.setdefault("presentation", "man")
    if said.get("wardrobe") in OF_WOMEN or said.get("hair") in OF_WOMEN:
        said.setdefault("usual", "woman")
    return Cues(**said)


def readings(text: str, language: str) -> list[Reading]:
    """Everything that a description says, what is said outright before what a trade implies."""
    found = [
        _one(hit, key)
        for key, lexicon in LEXICONS
        for hit in lexicon.hits(text, language)
        if key != "skin" or not _is_of_a_thing(text, hit, language)
    ]
    found += [
        _one(hit, "heritage")
        for hit in features.HERITAGES.hits(text, language)
        if not _is_of_a_thing(text, hit, language)
    ]
    found += _colors(text, language)
    found += _ages(text, language)
    return [*found, *_said_of_sex(text, language)]


def _one(hit: Hit[Any], key: str) -> Reading:
    return Reading(hit.start, hit.end, ((key, hit.key),))


def _things(text: str, language: str) -> list[Hit[Any]]:
    """What can be black or white besides a person."""
    lexicons = (clothes.WORN, clothes.SIGNATURES, features.HAIRS, features.COLOURED)
    return [hit for lexicon in lexicons for hit in lexicon.hits(text, language)]


def _is_of_a_thing(text: str, hit: Hit[Any], language: str) -> bool:
    """Whether "black" is a coat's or a head of hair's, and not the person's."""
    if people.KINDS.hits(text[hit.start : hit.end], language):
        return False
    for thing in _things(text, language):
        if thing.start <= hit.start and hit.end <= thing.end and len(text) > hit.end:
            return True
        between = text[hit.end : thing.start] if hit.end <= thing.start else ""
        behind = text[thing.end : hit.start] if thing.end <= hit.start else ""
        for gap, follows in ((between, True), (behind, False)):
            adjacent = hit.end <= thing.start if follows else thing.end <= hit.start
            spanish = language.startswith("es") or follows
            close = adjacent and spanish and len(gap) <= NEAR and not SEGMENT.search(gap)
            if close and not people.KINDS.hits(gap, language):
                return True
    return False


def _colors(text: str, language: str) -> Iterator[Reading]:
    """Colours of clothes: "a red coat", 白色大衣, "un abrigo rojo"."""
    colors = clothes.COLORS.hits(text, language)
    for worn in clothes.WORN.hits(text, language):
        for color in colors:
            before = text[color.end : worn.start] if color.end <= worn.start else None
            after = text[worn.end : color.start] if worn.end <= color.start else None
            gap = before if not language.startswith("es") else after
            if gap is not None and len(gap) <= NEAR and not SEGMENT.search(gap):
                yield _one(color, "color")


def _said_of_sex(text: str, language: str) -> list[Reading]:
    found = [
        Reading(hit.start, hit.end, (("presentation", "androgynous"),))
        for hit in people.ANDROGYNOUS.hits(text, language)
    ]
    return found + [_of_a_kind(*kind) for kind in _kinds(text, language)]


def _of_a_kind(kind: people.Kind, told: bool, start: int, end: int) -> Reading:
    return Reading(
        start,
        end,
        (
            ("presentation", kind.presentation if told else ""),
            ("usual", kind.presentation),
            ("age", kind.age),
            ("build", kind.build),
            ("usual_hair", kind.hair),
            ("signature", kind.signature),
            ("usual_wardrobe", kind.wardrobe),
        ),
    )


def _kinds(text: str, language: str) -> list[tuple[people.Kind, bool, int, int]]:
    """What someone is said to be, whether the word itself says man or woman, and where it stands.

    "waits for his wife" says nothing of who waits; "a detective" may be a woman.
    """
    found: list[tuple[people.Kind, bool, int, int]] = []
    at = 0
    for segment in SEGMENT.split(text):
        at = text.index(segment, at)
        for hit in people.KINDS.hits(segment, language):
            if _is_told_of(segment[: hit.start]):
                word = segment[hit.start : hit.end].casefold()
                trade = hit.key.wardrobe in TRADES and not SEXED.search(word)
                kind = hit.key
                if not kind.presentation and (sex := OF_A_WORD.search(word)):
                    kind = kind._replace(presentation="woman" if sex.lastgroup else "man")
                found.append((kind, not trade, at + hit.start, at + hit.end))
    return found


def _is_told_of(before: str) -> bool:
    """Whether a noun with this before it, in a piece of a description, names who is described."""
    if CJK.search(before):
        rest = AGED_HAN.sub("", before).rpartition("的")[2]
        return len(rest) <= SHORT_HAN
    words = plain(before).casefold().split()
    owned = words[1:] if words and (words[0] in OPENERS or words[0].endswith("'s")) else words
    return not any(word in LINKS or word.endswith("'s") for word in owned) and len(owned) <= 4


def _ages(text: str, language: str) -> list[Reading]:
    """Years said in numbers, else in words; "old" says nothing beside a number."""
    said = AGE.search(text)
    if said and (years := int(next(filter(None, said.groups())))):
        return [Reading(*said.span(), (("age", years),))]
    if (said := AGE_HAN.search(text)) and (years := _han_number(*said.groups())):
        return [Reading(*said.span(), (("age", years),))]
    if said := DECADE.search(plain(text)):
        return [Reading(*said.span(), (("age", int(said.group(1)) * 10 + 5),))]
    return [_one(hit, "age") for hit in people.OLD.hits(text, language)]


def _han_number(tens: str | None, ten: str | None, ones: str | None) -> int:
    if not ten:
        return DIGITS.index(tens or ones or "零")
    return DIGITS.index(tens or "一") * 10 + DIGITS.index(ones or "零")


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
