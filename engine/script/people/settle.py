"""Who looks and sounds how: everyone's own first choice, and of two who clash one yields."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from engine.contracts import Character
from engine.script.digest import number
from engine.script.people.cues import Cues
from engine.script.people.gallery import Gallery
from engine.script.people.looks import looks_by_rule
from engine.script.people.voices import Choir, voices_by_rule


class Role(NamedTuple):
    """Somebody a script names: by what they are cast."""

    key: str  # the folded name; everything by hash follows from it
    cues: Cues
    is_extra: bool = False


class Choice(NamedTuple):
    """Which of the looks and of the voices that are somebody's own."""

    look: int = 0
    voice: int = 0
    kept: Character | None = None  # who is to stay as this, though no choice gives it any more


def settle(
    roles: Sequence[Role], language: str, kept: Mapping[str, Character], taken: Iterable[Character]
) -> dict[str, Choice]:
    """The choice of each role by its key; those in `kept` by their keys stay as they are there.

    `taken` are all whom the others are to be unlike from the first.

    It does not depend on the order of the script: extras yield to those who have a name, and
    else who yields follows from the names alone. So whoever is added changes somebody else
    only where the two clash.
    """
    gallery = Gallery(one.look for one in taken)
    choir = Choir(one.voice for one in taken)
    chosen = {
        role.key: _as_before(role, kept[role.key], language) for role in roles if role.key in kept
    }
    new = (role for role in roles if role.key not in kept)
    for role in sorted(new, key=lambda one: (one.is_extra, number(one.key, "precedence"))):
        looks = looks_by_rule(role.key, role.cues)
        look = gallery.first_apart(looks)
        gallery.add(looks[look])
        voices = voices_by_rule(role.key, looks[look], language)
        voice = choir.first_apart(voices)
        choir.add(voices[voice])
        chosen[role.key] = Choice(look, voice)
    return chosen


def _as_before(role: Role, person: Character, language: str) -> Choice:
    """The choice that gives `person`; the person, where the script no longer leads there."""
    looks = looks_by_rule(role.key, role.cues)
    voices = voices_by_rule(role.key, person.look, language)
    if person.look in looks and person.voice in voices:
        return Choice(looks.index(person.look), voices.index(person.voice))
    return Choice(kept=person)
