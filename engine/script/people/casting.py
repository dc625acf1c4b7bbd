"""Everyone a script names becomes a character: from the bible, else by rule."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from engine.contracts import Character, Screenplay
from engine.script.digest import fold, slug
from engine.script.lexicon.match import CJK, plain
from engine.script.lexicon.people import KINDS
from engine.script.people.entry import Entry, completed
from engine.script.people.era import in_their_time, of_old
from engine.script.people.evidence import Evidence, evidence, gather
from engine.script.people.naming import BOTH, extras_in, names_in
from engine.script.people.settle import Choice, Role, settle

_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "we", "you", "i", "他", "她", "他们", "她们", "我")
)
_TITLE_WORDS = """
    mr mrs ms miss dr the old young officer nurse king queen prince princess and of sir lady
    señor señora don doña captain detective professor
"""
TITLES = frozenset(_TITLE_WORDS.split())
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
    by_rule: dict[str, Character]  # by id: without what a bible says

    def get(self, ident: str) -> Character:
        return self._by_id[ident]

    def find(self, name: str) -> str:
        """The id behind a name as written, "" for nobody. Of "MIA AND LEO" it is Mia's."""
        return find(name, self.names)

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
        forms = [rf"(?<!\w){_first_of(spelled)}(?:{'|'.join(spelled)})(?!\w)"] if spelled else []
        whole = [f"{_first_of(han)}(?:{'|'.join(han)})"] if han else []
        return re.compile("|".join([*whole, *forms]) or r"(?!)")


def _first_of(words: list[str]) -> str:
    """A look ahead at the first letter: of hundreds of names, most places begin none."""
    return "(?=[" + "".join(sorted({re.escape(word.lstrip("\\")[:1]) for word in words})) + "])"


def find(name: str, names: Mapping[str, str]) -> str:
    """The id of `names` behind a name, or behind the first of several."""
    if ident := names.get(fold(name)):
        return ident
    parts = [names.get(fold(part), "") for part in BOTH.split(name)]
    return parts[0] if parts and all(parts) else ""


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
            if kind.wardrobe if kind else len(word) > 2 and word.casefold() not in TITLES:
                yield word


def _index(person: Character) -> dict[str, str]:
    return {fold(n): person.id for n in (person.id, *person.aliases, person.name)}


class Called(NamedTuple):
    """Somebody of the company, who has no look yet."""

    person: Character
    name: str  # as the script writes it
    is_extra: bool = False
    entry: Entry | None = None


class Company:
    """Who is in a screenplay, while it is read. Who joins changes nothing of who is there."""

    def __init__(self, entries: tuple[Entry, ...], speakers: frozenset[str]) -> None:
        self.people: list[Called] = []
        self.names: dict[str, str] = {}
        self._ids: set[str] = set()
        self._parts: dict[str, set[str]] = {}  # word of a longer name → who bears it
        self._speakers = speakers
        for entry in entries:
            self._add(Called(entry.person, entry.person.name, entry=entry))

    def mentions(self, text: str) -> tuple[tuple[int, int, str], ...]:
        """As those of the cast that this company becomes."""
        return self._cast.mentions(text)

    @cached_property
    def _cast(self) -> Cast:
        return Cast(tuple(called.person for called in self.people), dict(self.names), {})

    def join(self, name: str, *, is_extra: bool = False) -> None:
        """Let `name` in, unless it is somebody who is there."""
        key = fold(name)
        if not key or key in _PRONOUNS or find(name, self.names):
            return
        if same := self._same(name):
            self.names[key] = same
            return
        shown = name if CJK.search(name) or not name.isupper() else name.title()
        self._add(Called(Character(id=self._free_id(name), name=shown), name, is_extra))

    def _add(self, called: Called) -> None:
        person = called.person
        self.people.append(called)
        self._ids.add(person.id)
        self.names |= {**_index(person), fold(called.name): person.id}
        for name in (person.name, *person.aliases):
            for way in _ways(name):
                self._parts.setdefault(fold(way), set()).add(person.id)

    def _same(self, name: str) -> str:
        """JONAH is the JONAH PIKE who was introduced, and a MIA who speaks is later MIA COLE."""
        bearers = self._parts.get(fold(name), set())
        if len(bearers) == 1:
            return next(iter(bearers))
        words = fold(name).split(" ")
        first = words[0]
        if first in TITLES and len(words) > 2 and name not in self._speakers:
            return self.names.get(" ".join(words[:2]), "")  # DON MARCO is later DON MARCO VITALE
        later = len(words) > 1 and first not in TITLES and name not in self._speakers
        return self.names.get(first, "") if later and not KINDS.first(first, "en") else ""

    def _free_id(self, name: str) -> str:
        ident = slug(name)
        while ident in self._ids:
            ident += "-2"
        return ident


def cast_screenplay(
    screenplay: Screenplay,
    entries: tuple[Entry, ...] = (),
    kept: tuple[Character, ...] = (),
) -> Cast:
    """Look and voice for everyone in the file, in the order they appear after the bible's.

    All are cast as if there were no bible, and unlike those who are `kept` from before; then each
    entry lays its keys over its own character.
    """
    script = evidence(screenplay)
    alone = _assembled(screenplay, script, ())
    described = _assembled(screenplay, script, entries) if entries else alone
    before: dict[str, str] = {}  # by id: the name someone has where there is no bible
    for called in alone.people:
        before.setdefault(find(called.name, described.names), called.name)
    roles = tuple(_role(called, called.name, script) for called in alone.people)
    old = of_old(roles)
    roles = in_their_time(roles) if old else roles
    known = {fold(before.get(one.id, one.name)): one for one in kept}
    chosen = settle(roles, script.language, known, kept)
    characters: list[Character] = []
    by_rule: dict[str, Character] = {}
    for called in described.people:
        role = _role(called, before.get(called.person.id, called.name), script)
        role = in_their_time((role,))[0] if old else role
        choice = chosen.get(role.key) or Choice(kept=known.get(role.key))
        entry = called.entry or Entry(called.person)
        characters.append(completed(entry, role.key, role.cues, choice, script.language))
        by_rule[called.person.id] = known.get(role.key) or _bare(
            called, role, choice, script.language
        )
    return Cast(tuple(characters), dict(described.names), by_rule)


def _bare(called: Called, role: Role, choice: Choice, language: str) -> Character:
    """Somebody as the rules alone have it."""
    person = Character(id=called.person.id, name=called.person.name)
    return completed(Entry(person), role.key, role.cues, choice, language)


def _assembled(screenplay: Screenplay, script: Evidence, entries: tuple[Entry, ...]) -> Company:
    company = Company(entries, script.speakers)
    for name in dict.fromkeys(names_in(screenplay)):
        company.join(name)
    for noun in extras_in(screenplay, company.mentions):
        company.join(noun, is_extra=True)
    return company


def _role(called: Called, name: str, script: Evidence) -> Role:
    cues = gather(name, script, called.person.persona)
    return Role(fold(name), cues, called.is_extra)
