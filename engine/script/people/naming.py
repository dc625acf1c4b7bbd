"""Whom a screenplay names: who speaks, who is listed, who is introduced, who is only a noun."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from engine.contracts import Element, ElementKind, Screenplay
from engine.script.digest import fold
from engine.script.lexicon.bodies import GESTURES
from engine.script.lexicon.match import plain
from engine.script.lexicon.names import MEN, WOMEN
from engine.script.lexicon.people import KINDS
from engine.script.lexicon.scenery import COLLECTIVE
from engine.script.people.evidence import QUOTED
from engine.script.sentences import sentences

SPEAKING = (ElementKind.DIALOGUE, ElementKind.LYRIC)
EXTRAS = 16  # nameless people of an action who get a look of their own, per file
_INTRODUCED = re.compile(
    r"\b([A-Z][A-Z'’-]+(?:\.? [A-Z][A-Z'’-]+){0,2}),? ?\(?(?=\d{1,2}\b|[a-z]+ties\b)"
)
_INTRODUCED_HAN = re.compile(
    r"(?:^|[，。；！？、\s])([\u4e00-\u9fff]{2,3})[，（(](?=\d{1,2}岁|男|女)"
)
_CAPS_HEAD = re.compile(r"([A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+)?)(?= [a-z])")
_SAID = re.compile(
    r"[”\"] (?:said|asked|whispered|replied|shouted|cried|answered) ([A-Z][a-z]+)\b"
    r"|\b([A-Z][a-z]+) (?:said|asked|whispered|replied|shouted|answered)\b(?=[ ,:])"
    r"|(?:^|[。！？”\s])([\u4e00-\u9fff]{2,3}?)(?:冷笑|低声|轻声|哭|笑)?(?:说道|说|问道|问|喊道|喊)[：:，]?\s?“"
)
# Names that are words too, when a sentence does not make clear which.
_ALSO_WORDS = """
    will mark grace hope faith joy rose may june april august dawn summer autumn paris india
    angel crystal ruby pearl amber jade rich bill art dean duke earl king prince christian
    jordan chelsea sierra dakota austin dallas london florence sydney virginia carolina georgia
    chad jersey hunter chase mercy destiny ray sol dulce paz cruz luz reyes santos dev om
"""
_COMMON_WORDS = frozenset(_ALSO_WORDS.split())
_GIVEN = (WOMEN | MEN) - _COMMON_WORDS
BOTH = re.compile(r"\s*(?:&|\+|/|、|，|,|\band\b|\by\b|和|与)\s*", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"(?:^|[\s,])(?:an?|another|two|three|four|some|several|una?|dos|tres|otro|otra)(?:\s[\w-]+)?\s$"
    r"|(?:一个|一名|一位|一群|几个|几名|两个|两名|个|名|位|群)[\u4e00-\u9fff]{0,2}$|^(?:the\s|el\s|la\s|los\s)?$",
    re.IGNORECASE,
)
# "JONAH, 35, a mechanic": what follows a name says who that is, and brings nobody.
_APPOSED = re.compile(
    r"\s*[,(，（]\s*(?:aged?\s)?(?:\d{1,2}\s*(?:岁|años)?\s*[,，]?\s*)?"
    r"(?:an?|the|una?|el|la|一名|一位|一个|his|her|their|su)\s*(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
# "A courier, DEV, 22, …", 一名快递员小王: the name that follows says who that is.
_NAMED = re.compile(
    r"\s*[,(，（]\s*|\s(?:named|called|llamad[oa])\s|(?<=[\u4e00-\u9fff])", re.IGNORECASE
)
_APPOSED_NAME = re.compile(r"\s*[,(，（](?!\s*(?:and|y|et)\b)|(?<=[\u4e00-\u9fff])")
Mentions = Callable[[str], tuple[tuple[int, int, str], ...]]


def elements_of(screenplay: Screenplay) -> Iterator[Element]:
    for episode in screenplay.episodes:
        for scene in episode.scenes:
            yield from scene.elements


def names_in(screenplay: Screenplay) -> Iterator[str]:
    """Names in the order of the file: who speaks, who is listed, who is introduced by age."""
    for episode in screenplay.episodes:
        for scene in episode.scenes:
            yield from (name for name in scene.present if fold(name) not in COLLECTIVE)
            for element in scene.elements:
                if element.kind in SPEAKING and element.character:
                    yield from _single(element.character)
                elif element.kind is ElementKind.ACTION:
                    bare = QUOTED.sub(" ", element.text)
                    yield from _INTRODUCED.findall(bare)
                    yield from _INTRODUCED_HAN.findall(bare)
                    yield from _acting_names(bare, element.text)


def _acting_names(bare: str, text: str) -> Iterator[str]:
    """People whom only action names: "MIA runs", "said Leo", 苏柔说：“…”, and common names."""
    for sentence in sentences(bare):
        head = _CAPS_HEAD.match(sentence)
        verbs = GESTURES.hits(sentence, "en") if head else ()
        if head and verbs and verbs[0].start - head.end() <= 2:
            yield head.group(1)
    for found in _SAID.finditer(text):
        yield next(filter(None, found.groups()))
    for word in re.findall(r"(?<=[a-z,;] )[A-Z][a-z]{2,}|^[A-Z][a-z]{2,}", bare):
        if word.casefold() in _GIVEN:
            yield word


def _single(name: str) -> tuple[str, ...]:
    parts = tuple(part for part in BOTH.split(name) if part)
    return parts if len(parts) > 1 and all(len(part) > 1 for part in parts) else (name,)


def _is_apposed(text: str, start: int, end: int, named: list[tuple[int, int]]) -> bool:
    """Whether the noun at `start` … `end` tells of one of the `named`, before or behind it."""
    return any(
        _APPOSED.fullmatch(text[until:start])
        or (_NAMED.fullmatch(text[end:begin]) and _APPOSED_NAME.match(text, until))
        for begin, until in named
    )


def extras_in(screenplay: Screenplay, mentions: Mentions) -> tuple[str, ...]:
    """Nouns for people nobody names: "a boy", "two guards", 一名护士."""
    count: Counter[str] = Counter()
    for element in elements_of(screenplay):
        if element.kind is not ElementKind.ACTION:
            continue
        for sentence in sentences(element.text):
            taken = [(start, end) for start, end, _ in mentions(sentence)]
            for hit in KINDS.hits(sentence, screenplay.language):
                noun = sentence[hit.start : hit.end]
                free = not any(start < hit.end and hit.start < end for start, end in taken)
                free = free and not _is_apposed(sentence, hit.start, hit.end, taken)
                owner = plain(sentence[hit.end :]).startswith("'s")  # "a doctor's coat"
                long = len(noun) > 1 and noun[-1] != "." and not owner
                if free and long and _INDEFINITE.search(sentence[: hit.start]):
                    count[fold(noun)] += 1
    return tuple(noun.capitalize() for noun in list(count)[:EXTRAS])
