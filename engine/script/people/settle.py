"""Who looks and sounds how: everyone's own first choice, and of two who clash one yields."""

from collections.abc import Iterable
from typing import NamedTuple

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


def settle(roles: Iterable[Role], language: str) -> dict[str, Choice]:
    """The choice of each role by its key.

    It does not depend on the order of the script: extras yield to those who have a name, and
    else who yields follows from the names alone. So whoever is added changes somebody else
    only where the two clash.
    """
    gallery, choir = Gallery(), Choir()
    chosen: dict[str, Choice] = {}
    for role in sorted(roles, key=lambda one: (one.is_extra, number(one.key, "precedence"))):
        looks = looks_by_rule(role.key, role.cues)
        look = gallery.first_apart(looks)
        gallery.add(looks[look])
        voices = voices_by_rule(role.key, looks[look], language)
        voice = choir.first_apart(voices)
        choir.add(voices[voice])
        chosen[role.key] = Choice(look, voice)
    return chosen
