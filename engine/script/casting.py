"""Everyone a script names becomes a character: from the bible, else by rule."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import msgspec

from engine.contracts import Bible, Character, Element, ElementKind, Screenplay
from engine.script.cues import QUOTED, Evidence, evidence, gather
from engine.script.digest import fold, slug
from engine.script.lexicon.bodies import GESTURES
from engine.script.lexicon.match import CJK, plain
from engine.script.lexicon.names import MEN, WOMEN
from engine.script.lexicon.people import KINDS
from engine.script.lexicon.scenery import COLLECTIVE
from engine.script.looks import look_by_rule
from engine.script.sentences import sentences
from engine.script.voices import voice_by_rule

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
_COMMON_WORDS = frozenset(("will", "mark", "grace", "hope", "faith", "joy", "rose", "may", "june"))
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "we", "you", "i", "他", "她", "他们", "她们", "我")
)
_BOTH = re.compile(r"\s*(?:&|\+|/|、|，|,|\band\b|\by\b|和|与)\s*", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"(?:^|[\s,])(?:an?|another|two|three|four|some|several|una?|dos|tres|otro|otra)(?:\s[\w-]+)?\s$"
    r"|(?:一个|一名|一位|一群|几个|几名|两个|两名|个|名|位|群)[\u4e00-\u9fff]{0,2}$|^(?:the\s|el\s|la\s|los\s)?$",
    re.IGNORECASE,
)
_TITLE_WORDS = """
    mr mrs ms miss dr the old young officer nurse king queen prince princess and of sir lady
    señor señora don doña captain detective professor
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_FORMS = (
    "总",
    "少",
    "少爷",
    "先生",
    "小姐",
    "太太",
    "夫人",
    "医生",
    "警官",
    "老师",
    "导",
    "经理",
    "氏",
)


@dataclass(frozen=True)
class Cast:
    """The characters of a screenplay, found by any of their names."""

    characters: tuple[Character, ...]
    names: dict[str, str]  # folded name or alias → id

    def get(self, ident: str) -> Character:
        return self._by_id[ident]

    def find(self, name: str) -> str:
        """The id behind a name as written, "" for nobody. Of "MIA AND LEO" it is Mia's."""
        if ident := self.names.get(fold(name)):
            return ident
        parts = [self.names.get(fold(part), "") for part in _BOTH.split(name)]
        return parts[0] if parts and all(parts) else ""

    def mentions(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """Start, end and id of everyone the text names, in its order."""
        return tuple(
            (found.start(), found.end(), self._written[found.group().casefold()])
            for found in self._pattern.finditer(plain(text))
        )

    @cached_property
    def _by_id(self) -> dict[str, Character]:
        return {person.id: person for person in self.characters}

    @cached_property
    def _written(self) -> dict[str, str]:
        """Every way of writing someone that means nobody else."""
        ways: dict[str, set[str]] = {}
        for person in self.characters:
            for name in (person.name, *person.aliases):
                for way in _ways(name):
                    ways.setdefault(way.casefold(), set()).add(person.id)
        full = {fold(person.name): person.id for person in self.characters}
        single = {way: next(iter(ids)) for way, ids in ways.items() if len(ids) == 1}
        return {**single, **full}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        han: list[str] = []
        spelled: list[str] = []
        for way in sorted(self._written, key=len, reverse=True):
            if CJK.search(way):
                han.append(re.escape(way))
                continue
            nameless = KINDS.first(way, "en") or KINDS.first(way, "es")
            either = {re.escape(way.title()), re.escape(way.upper()), re.escape(way.capitalize())}
            either |= {re.escape(way)} if nameless or " " in way else set()
            spelled.extend(sorted(either))
        forms = [rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)"] if spelled else []
        return re.compile("|".join([*han, *forms]) or r"(?!)")


def _ways(name: str) -> Iterator[str]:
    name = " ".join(name.split())
    yield name
    if CJK.search(name):
        if len(name) == 3:
            yield name[1:]
        if len(name) in (2, 3):
            yield from (name[0] + form for form in _FORMS)
        return
    words = [word for word in re.split(r"[\s.]+", name) if word]
    if len(words) > 1:
        for word in words:
            kind = KINDS.first(word, "en") or KINDS.first(word, "es")
            if kind.wardrobe if kind else len(word) > 2 and word.casefold() not in _TITLES:
                yield word


def cast_screenplay(screenplay: Screenplay, bible: Bible) -> Cast:
    """Look and voice for everyone in the file, in the order they appear after the bible's."""
    known = tuple(_speaks(person, bible, screenplay.language) for person in bible.characters)
    cast = Cast(known, _index(known))
    script = evidence(screenplay)
    for name in dict.fromkeys(_names(screenplay)):
        cast = _joined(cast, name, script)
    for noun in _extras(screenplay, cast):
        cast = _joined(cast, noun, script)
    return cast


def _speaks(person: Character, bible: Bible, language: str) -> Character:
    if bible.language:
        return person
    voice = msgspec.structs.replace(person.voice, language=language)
    return msgspec.structs.replace(person, voice=voice)


def _index(people: tuple[Character, ...]) -> dict[str, str]:
    return {
        fold(n): person.id for person in people for n in (person.id, *person.aliases, person.name)
    }


def _joined(cast: Cast, name: str, script: Evidence) -> Cast:
    if cast.find(name) or not fold(name) or fold(name) in _PRONOUNS:
        return cast
    look = look_by_rule(
        fold(name), gather(name, script), [person.look for person in cast.characters]
    )
    taken = [person.voice for person in cast.characters]
    person = Character(
        id=_free_id(name, cast),
        name=name if CJK.search(name) or not name.isupper() else name.title(),
        look=look,
        voice=voice_by_rule(fold(name), look, script.language, taken),
    )
    return Cast(
        (*cast.characters, person), {**cast.names, **_index((person,)), fold(name): person.id}
    )


def _free_id(name: str, cast: Cast) -> str:
    taken = {person.id for person in cast.characters}
    ident = slug(name)
    while ident in taken:
        ident += "-2"
    return ident


def _elements(screenplay: Screenplay) -> Iterator[Element]:
    for episode in screenplay.episodes:
        for scene in episode.scenes:
            yield from scene.elements


def _names(screenplay: Screenplay) -> Iterator[str]:
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
        if word.casefold() in WOMEN | MEN and word.casefold() not in _COMMON_WORDS:
            yield word


def _single(name: str) -> tuple[str, ...]:
    parts = tuple(part for part in _BOTH.split(name) if part)
    return parts if len(parts) > 1 and all(len(part) > 1 for part in parts) else (name,)


def _extras(screenplay: Screenplay, cast: Cast) -> tuple[str, ...]:
    """Nouns for people nobody names: "a boy", "two guards", 一名护士."""
    count: Counter[str] = Counter()
    for element in _elements(screenplay):
        if element.kind is not ElementKind.ACTION:
            continue
        for sentence in sentences(element.text):
            taken = [(start, end) for start, end, _ in cast.mentions(sentence)]
            for hit in KINDS.hits(sentence, screenplay.language):
                noun = sentence[hit.start : hit.end]
                free = not any(start < hit.end and hit.start < end for start, end in taken)
                owner = plain(sentence[hit.end :]).startswith("'s")  # "a doctor's coat"
                long = len(noun) > 1 and noun[-1] != "." and not owner
                if free and long and _INDEFINITE.search(sentence[: hit.start]):
                    count[fold(noun)] += 1
    return tuple(noun.capitalize() for noun in list(count)[:EXTRAS])
