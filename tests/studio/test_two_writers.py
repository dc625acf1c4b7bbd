"""Two people write on one screenplay: neither buries what the other saved without knowing it."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.catalog.models import Series
from apps.studio import services
from apps.studio.difference import difference
from apps.studio.models import Screenplay
from tests.people import People

OPENED = "INT. HALL - DAY\n\nMIA\nNot mine.\n\nTOM\nIt is.\n"
OF_ALICE = OPENED.replace("Not mine.", "That is not mine.")
OF_BOB = OPENED.replace("It is.", "It is, and you know it.")


class Writer:
    """Somebody with the script page open."""

    def __init__(self, user: Any, series: Series) -> None:
        self.client = Client(headers={"accept-language": "en"})
        self.client.force_login(user)
        self.url = f"/studio/{series.slug}/script"
        self.read(self.client.get(self.url))

    def read(self, answer: Any) -> str:
        self.page = str(answer.content.decode())
        return self.page

    def field(self, name: str) -> str:
        (tag,) = re.findall(rf'<(?:input|button)[^>]*name="{name}"[^>]*>', self.page)
        value = re.search(r'value="(\d*)"', tag)
        return value[1] if value else ""

    def save(self, text: str, **pressed: str) -> Any:
        given = {"text": text, "instead_of": self.field("instead_of")} | pressed
        answer = self.client.post(self.url, given)
        self.read(answer if answer.status_code != 302 else self.client.get(self.url))
        return answer


@pytest.fixture
def series(people: People) -> Series:
    return services.create_series(studio=people.studio, title="The Key", language="en")


@pytest.fixture
def writers(people: People, series: Series) -> tuple[Writer, Writer]:
    assert Writer(people.alice, series).save(OPENED).status_code == 302
    return Writer(people.alice, series), Writer(people.bob, series)


def newest() -> str:
    screenplay = Screenplay.objects.first()
    assert screenplay is not None
    return screenplay.text


def test_the_later_save_is_refused_and_keeps_what_was_typed(
    writers: tuple[Writer, Writer],
) -> None:
    alice, bob = writers
    assert bob.save(OF_BOB).status_code == 302
    late = alice.save(OF_ALICE)
    assert late.status_code == 409
    assert newest() == OF_BOB
    clock = f"{timezone.localtime(Screenplay.objects.latest('revision').created_at):%H:%M}"
    assert f"bob saved revision 2 at {clock} while you were writing." in alice.page
    assert "That is not mine.\n" in alice.page.partition("<textarea")[2]


def test_pressing_save_again_is_no_way_to_save_over(writers: tuple[Writer, Writer]) -> None:
    alice, bob = writers
    bob.save(OF_BOB)
    assert [alice.save(OF_ALICE).status_code for _ in range(3)] == [409] * 3
    assert newest() == OF_BOB


def test_the_difference_is_shown_and_ones_own_text_saved_over_it_on_purpose(
    writers: tuple[Writer, Writer],
) -> None:
    alice, bob = writers
    bob.save(OF_BOB)
    alice.save(OF_ALICE)
    assert "<del>It is, and you know it.</del>" in alice.page
    assert "<ins>That is not mine.</ins>" in alice.page
    assert alice.save(OF_ALICE, over=alice.field("over")).status_code == 302
    assert newest() == OF_ALICE
    assert Screenplay.objects.filter(text=OF_BOB).exists(), "an older revision stays"


def test_saving_over_one_revision_does_not_bury_the_next(writers: tuple[Writer, Writer]) -> None:
    alice, bob = writers
    bob.save(OF_BOB)
    alice.save(OF_ALICE)
    again = OF_BOB.replace("know it.", "knew it.")
    assert bob.save(again).status_code == 302
    assert alice.save(OF_ALICE, over=alice.field("over")).status_code == 409
    assert newest() == again


def test_who_writes_alone_saves_as_often_as_they_like(writers: tuple[Writer, Writer]) -> None:
    alice, _bob = writers
    texts = [OPENED.replace("Not", word) for word in ("No,", "Never", "Hardly")]
    assert [alice.save(text).status_code for text in texts] == [302] * 3
    assert alice.save("").status_code == 400
    assert alice.save(OPENED).status_code == 302, "a refusal of another kind forgets nothing"


def test_an_older_revision_is_made_the_newest_from_its_own_page(
    writers: tuple[Writer, Writer],
) -> None:
    alice, _bob = writers
    alice.save(OF_ALICE)
    alice.read(alice.client.get(f"{alice.url}?revision=1"))
    assert alice.save(OPENED).status_code == 302
    assert newest() == OPENED


def test_two_who_save_the_same_text_do_not_disagree(writers: tuple[Writer, Writer]) -> None:
    alice, bob = writers
    assert [alice.save(OF_BOB).status_code, bob.save(OF_BOB).status_code] == [302, 302]
    assert Screenplay.objects.count() == 2


def test_two_who_both_begin_an_empty_series(people: People, series: Series) -> None:
    alice, bob = Writer(people.alice, series), Writer(people.bob, series)
    assert [alice.save(OF_ALICE).status_code, bob.save(OF_BOB).status_code] == [302, 409]


def test_a_tool_says_which_revision_it_saw(people: People, series: Series) -> None:
    tool = Client()
    tool.force_login(people.bob)
    url = f"/api/v1/series/{series.pk}/scripts/"

    def post(text: str, **seen: object) -> Any:
        return tool.post(url, {"text": text, "name": "a", **seen}, content_type="application/json")

    assert post(OPENED).json()["revision"] == 1
    for seen in ({}, {"instead_of": 0}, {"instead_of": 7}):
        late = post(OF_BOB, **seen)
        assert (late.status_code, late.json()["code"]) == (409, "script-changed")
        assert late.json()["localized"]["message"]
    assert post(OF_BOB, instead_of="１").status_code == 400
    assert post(OF_BOB, instead_of=1).json()["revision"] == 2


def test_a_difference_is_the_lines_that_only_one_has() -> None:
    changed = difference("A\n\nB\nC\n", "A\nB\n\nD\nC\nE\n")
    assert changed == [(True, "D"), (True, "E")]
    assert difference("A\nB", "A\nC") == [(False, "B"), (True, "C")]
    assert difference("A\n", "\nA\n\n") == []


def test_a_difference_of_two_long_texts_stays_readable() -> None:
    older = "\n".join(f"old {n}" for n in range(20_000))
    assert len(difference(older, older.replace("old", "new"))) == 200
