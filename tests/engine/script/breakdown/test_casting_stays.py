"""Who is cast how does not depend on who else comes, nor on what the bible says of others."""

import random
from itertools import combinations

import pytest

from engine.contracts import Character, ReadRequest
from engine.script.lexicon.names import MEN, WOMEN
from engine.script.people.bible import load_entries
from engine.script.people.casting import Cast, cast_screenplay
from engine.script.people.gallery import APART, apart
from engine.script.people.voices import ALIKE, nearness
from engine.script.reading.read import read
from tests.engine.quiet import Quiet

COURIER = """INT. KITCHEN - NIGHT

MIA, 30, in a red coat, stares at a key on the table. A boy waits.

DEV, 22, in a yellow jacket and a hat, drips on the floor.

MIA
Who are you?

DEV
The courier.

TOM (O.S.)
Mia?

ZOYA
Let him in.
"""


def cast(text: str, bible: str = "") -> Cast:
    screenplay = read(ReadRequest(text=text, name="script.fountain"), Quiet())
    return cast_screenplay(screenplay, load_entries(bible)[1])


def speaking(names: list[str]) -> dict[str, Character]:
    text = "INT. HALL - DAY\n\n" + "\n\n".join(f"{name.upper()}\nHello." for name in names)
    return {person.name.casefold(): person for person in cast(text).characters}


def test_a_key_of_the_bible_changes_that_key_and_nothing_else() -> None:
    bible = '[[characters]]\nname = "Dev"\nlook = { facial_hair = "moustache" }\n'
    before = {one.id: one for one in cast(COURIER).characters}
    after = {one.id: one for one in cast(COURIER, bible).characters}
    dev, was = after.pop("dev"), before.pop("dev")
    assert after == before
    assert dev.look.facial_hair == "moustache" != was.look.facial_hair
    assert (dev.look.age, dev.look.signature, dev.look.wardrobe.color) == (22, "hat", "#e0a526")
    unlike = {key for key in dev.look.__struct_fields__ if _differs(dev.look, was.look, key)}
    assert unlike == {"facial_hair"}
    assert dev.voice == was.voice


def _differs(one: object, other: object, key: str) -> bool:
    return bool(getattr(one, key) != getattr(other, key))


@pytest.mark.parametrize("given", ["", 'aliases = ["COURIER"]', "voice = { rate = 1.05 }"])
def test_an_entry_without_a_look_leaves_everyone_as_they_were(given: str) -> None:
    before = {one.id: one.look for one in cast(COURIER).characters}
    after = cast(COURIER, f'[[characters]]\nname = "Mia"\n{given}\n').characters
    assert {one.id: one.look for one in after} == before


def test_someone_of_the_bible_who_is_not_in_the_script_changes_nobody() -> None:
    before = {one.id: one for one in cast(COURIER).characters}
    after = {one.id: one for one in cast(COURIER, '[[characters]]\nname = "Rosa"\n').characters}
    assert after.pop("rosa")
    assert after == before


def test_what_follows_from_a_given_age_comes_by_the_rule() -> None:
    old = cast(COURIER, '[[characters]]\nname = "Tom"\nlook = { age = 80 }\n').get("tom")
    assert old.look.age == 80
    assert old.look.hair_color in ("#8b8d94", "#b9bcc2", "#d9dade")


def test_a_persona_says_what_the_script_leaves_open() -> None:
    bible = '[[characters]]\nname = "Zoya"\npersona = "Nurse, 50."\n'
    assert cast(COURIER, bible).get("zoya").look.wardrobe.kind == "scrubs"
    bible = bible.replace("Zoya", "Dev")
    assert cast(COURIER, bible).get("dev").look.age == 22


def test_it_does_not_matter_in_which_order_people_come_up() -> None:
    names = ["ada", "bo", "cleo", "dean", "emma", "finn", "greta"]
    assert speaking(names) == speaking(names[::-1])


def test_who_is_added_seldom_changes_anybody_and_never_their_face() -> None:
    free = random.Random(7)  # noqa: S311 - no secret
    pool = sorted(name for name in WOMEN | MEN if name.isascii() and name.isalpha())
    others = looks = voices = builds = 0
    for _ in range(40):
        names = free.sample(pool, 7)
        before, after = speaking(names[1:]), speaking(free.sample(names, 7))
        for name, person in before.items():
            now = after[name]
            others += 1
            looks += person.look != now.look
            voices += person.voice != now.voice
            builds += person.look.build != now.look.build
            for key in ("age", "face", "eyes", "nose", "lips", "hair_color", "skin", "height"):
                assert getattr(person.look, key) == getattr(now.look, key), key
    assert looks / others <= 0.1
    assert builds / others <= 0.04
    assert voices / others <= 0.03


def test_six_of_a_series_are_far_apart() -> None:
    free = random.Random(8)  # noqa: S311 - no secret
    pool = sorted(name for name in WOMEN | MEN if name.isascii() and name.isalpha())
    for _ in range(20):
        for one, other in combinations(speaking(free.sample(pool, 6)).values(), 2):
            assert apart(one.look, other.look) >= APART
            assert nearness(one.voice, other.voice) <= ALIKE


def test_an_extra_changes_nobody_who_has_a_name() -> None:
    before = {one.id: one for one in cast(COURIER).characters}
    more = COURIER.replace("A boy waits.", "A boy waits. A nurse, a guard and an old man pass.")
    after = {one.id: one for one in cast(more).characters}
    assert all(after[name] == before[name] for name in ("mia", "dev", "tom", "zoya"))
