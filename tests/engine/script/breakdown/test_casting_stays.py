"""Who is cast how does not depend on who else comes, nor on what the bible says of others."""

import random
from itertools import combinations

import msgspec
import pytest

from engine.contracts import Character, Look, ReadRequest, to_json
from engine.script.lexicon.names import MEN, WOMEN
from engine.script.people.bible import load_entries
from engine.script.people.casting import Cast, cast_screenplay
from engine.script.people.gallery import APART, apart
from engine.script.people.voices import ALIKE, nearness
from engine.script.reading.read import read
from tests.engine.quiet import Quiet

Kept = tuple[Character, ...]
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


def cast(text: str, bible: str = "", kept: Kept = ()) -> Cast:
    screenplay = read(ReadRequest(text=text, name="script.fountain"), Quiet())
    return cast_screenplay(screenplay, load_entries(bible)[1], kept)


def speaking(names: list[str], kept: Kept = ()) -> dict[str, Character]:
    text = "INT. HALL - DAY\n\n" + "\n\n".join(f"{name.upper()}\nHello." for name in names)
    return {person.name.casefold(): person for person in cast(text, kept=kept).characters}


def test_a_key_of_the_bible_changes_that_key_and_nothing_else() -> None:
    bible = '[[characters]]\nname = "Dev"\nlook = { facial_hair = "moustache" }\n'
    before = {one.id: one for one in cast(COURIER).characters}
    after = {one.id: one for one in cast(COURIER, bible).characters}
    dev, was = after.pop("dev"), before.pop("dev")
    assert after == before
    assert dev.look.facial_hair == "moustache" != was.look.facial_hair
    assert (dev.look.age, dev.look.signature, dev.look.wardrobe.color) == (22, "hat", "#e0a526")
    assert _unlike(dev.look, was.look) == {"facial_hair"}
    assert dev.voice == was.voice


def _unlike(one: Look, other: Look) -> set[str]:
    return {key for key in one.__struct_fields__ if _differs(one, other, key)}


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


def test_six_who_were_filmed_stay_to_the_byte_when_a_seventh_joins() -> None:
    free = random.Random(7)  # noqa: S311 - no secret
    pool = sorted(name for name in WOMEN | MEN if name.isascii() and name.isalpha())
    recast = 0
    for _ in range(20):
        names = free.sample(pool, 7)
        six = speaking(names[1:])
        after = speaking(names, tuple(six.values()))
        anew = speaking(names)
        assert {name: to_json(after[name]) for name in six} == {
            name: to_json(one) for name, one in six.items()
        }
        recast += sum(anew[name] != one for name, one in six.items())
        new = after[names[0]]
        assert all(apart(new.look, one.look) >= APART for one in six.values())
        assert all(nearness(new.voice, one.voice) <= ALIKE for one in six.values())
    assert recast > 0, "it does not happen by itself"


def test_a_bible_still_changes_who_was_filmed_and_takes_it_back() -> None:
    first = cast(COURIER)
    kept = tuple(first.by_rule.values())
    bible = '[[characters]]\nname = "Tom"\nlook = { age = 80, hair = "bald" }\n'
    old = cast(COURIER, bible, kept)
    assert (old.get("tom").look.age, old.get("tom").look.hair) == (80, "bald")
    assert old == cast(COURIER, bible), "by the same rules as before"
    assert old.by_rule == first.by_rule
    assert cast(COURIER, "", kept) == first


def test_who_was_filmed_stays_in_an_episode_that_says_nothing_of_them() -> None:
    first = cast(COURIER)
    later = "INT. HALL - DAY\n\nMIA\nAgain?\n\nDEV\nAgain. I would say that she paid.\n"
    alone, kept = cast(later), cast(later, kept=tuple(first.by_rule.values()))
    assert alone.get("mia") != first.get("mia"), "no red coat is known"
    assert [kept.get(one) for one in ("mia", "dev")] == [first.get(one) for one in ("mia", "dev")]
    voiced = '[[characters]]\nname = "Dev"\nlook = { glasses = true }\n'
    seen = cast(later, voiced, tuple(first.by_rule.values())).get("dev")
    assert seen.look.glasses
    assert _unlike(seen.look, first.get("dev").look) == {"glasses"}
    assert seen.voice == first.get("dev").voice


def test_what_is_said_outright_of_who_was_filmed_holds_and_nothing_else_changes() -> None:
    first = cast(COURIER)
    kept = tuple(first.by_rule.values())
    told = cast(COURIER.replace("DEV, 22,", "DEV, 22, red-haired,"), kept=kept)
    assert _unlike(told.get("dev").look, first.get("dev").look) == {"hair_color"}
    assert told.get("dev").voice == first.get("dev").voice
    dressed = cast(COURIER.replace("a red coat", "a green dress"), kept=kept).get("mia").look
    assert dressed.wardrobe.kind == "dress"
    assert _unlike(dressed, first.get("mia").look) == {"wardrobe"}


def test_a_newcomer_is_unlike_those_who_are_not_in_the_episode() -> None:
    bare = "INT. HALL - DAY\n\nZOYA\nHello.\n"
    twin = msgspec.structs.replace(cast(bare).get("zoya"), id="vera", name="Vera")
    zoya = cast(bare, kept=(twin,)).get("zoya")
    assert apart(zoya.look, twin.look) >= APART
    assert nearness(zoya.voice, twin.voice) <= ALIKE


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
