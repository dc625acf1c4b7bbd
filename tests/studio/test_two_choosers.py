"""Two people choose with what final takes are made: neither buries what the other saved."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from apps.accounts.models import User
from apps.catalog.models import Series
from apps.studio import services
from apps.studio.models import FinalSettings
from apps.studio.overtaken import merged
from apps.studio.services.choosing import Choice, Names
from engine.contracts import DefaultModel, EngineError, Models, PolisherState
from tests.people import People

PAGE = "/studio/the-key/finals"
FOUND = Models(
    models=(),
    card=None,
    libraries=(),
    defaults=(
        DefaultModel(role="video", name="wan", title="Wan 2.2"),
        DefaultModel(role="keyframes", name="flux", title="FLUX.2 Klein 4B"),
    ),
    folder="models",
    free_gib=9.0,
    upscalers=(PolisherState(name="esrgan", title="ESRGAN"),),
)


class Fields(HTMLParser):
    """What a browser would send of the form of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = dict(attrs)
        name, kind = of.get("name"), of.get("type")
        is_left_out = kind in {"radio", "checkbox"} and "checked" not in of
        if tag == "input" and name and not is_left_out:
            self.sent[name] = of.get("value") or ("on" if kind == "checkbox" else "")


class Director:
    """Somebody with the page open."""

    def __init__(self, user: User) -> None:
        self.client = Client(headers={"accept-language": "en"})
        self.client.force_login(user)
        self.look()

    def look(self) -> None:
        self.read(self.client.get(PAGE))

    def read(self, answer: Any) -> None:
        self.page = " ".join(answer.content.decode().split())
        self.fields = Fields(answer.content.decode()).sent

    def save(self, **changed: str) -> int:
        """Press Save with what is on the page but for what is changed."""
        answer = self.client.post(PAGE, self.fields | changed)
        if answer.status_code != 302:
            self.read(answer)
        return int(answer.status_code)


@pytest.fixture
def series(people: People, monkeypatch: pytest.MonkeyPatch) -> Series:
    monkeypatch.setattr("apps.studio.views.finals.models", lambda: FOUND)
    return services.create_series(studio=people.studio, title="The Key", language="en")


@pytest.fixture
def alice(people: People, series: Series) -> Director:
    return Director(people.alice)


@pytest.fixture
def bob(people: People, series: Series) -> Director:
    return Director(people.bob)


def saved() -> dict[str, Any]:
    fields = ("upscale", "interpolate", "steps", "smaller")
    row = FinalSettings.objects.get()
    return {field: getattr(row, field) for field in fields}


def test_who_saves_over_a_change_is_told_who_changed_what_and_nothing_is_saved(
    alice: Director, bob: Director
) -> None:
    assert bob.save(steps="8") == 302
    assert alice.save(interpolate="blend") == 409
    assert saved() == {"upscale": "", "interpolate": "", "steps": 8, "smaller": False}
    assert "bob changed how final takes are made at " in alice.page
    steps = "Steps of the video model</a></dt><dd><del>the model&#x27;s own</del> → <ins>8</ins>"
    assert '<dt><a href="#id_steps">' in alice.page
    assert 'id="id_steps"' in alice.page
    assert steps in alice.page
    assert alice.page.count("<dt>") == 1, "what she changed herself is no news"


def test_what_alice_changed_stays_and_what_she_left_alone_is_as_bob_saved_it(
    alice: Director, bob: Director
) -> None:
    bob.save(steps="8")
    alice.save(interpolate="blend")
    assert (alice.fields["interpolate"], alice.fields["steps"]) == ("blend", "8")
    assert alice.save() == 302
    assert saved() == {"upscale": "", "interpolate": "blend", "steps": 8, "smaller": False}


def test_where_both_changed_the_same_alice_sees_both_and_hers_is_kept_for_her(
    alice: Director, bob: Director
) -> None:
    bob.save(steps="8", upscale="esrgan", smaller="on")
    assert alice.save(steps="4") == 409
    assert "You chose 4: it stands below and replaces that when you save." in alice.page
    assert "<del>Plain scaling</del> → <ins>ESRGAN</ins>" in alice.page
    assert "<del>no</del> → <ins>yes</ins>" in alice.page
    assert alice.fields["steps"] == "4"
    assert saved()["steps"] == 8
    assert alice.save() == 302
    assert saved() == {"upscale": "esrgan", "interpolate": "", "steps": 4, "smaller": True}


def test_seeing_one_change_is_no_leave_to_bury_the_next(alice: Director, bob: Director) -> None:
    bob.save(steps="8")
    alice.save(steps="4")
    bob.look()
    assert bob.save(steps="12") == 302
    assert alice.save() == 409
    assert "<del>8</del> → <ins>12</ins>" in alice.page
    assert alice.fields["steps"] == "4"


def test_two_who_choose_the_same_do_not_disagree(alice: Director, bob: Director) -> None:
    assert [bob.save(steps="8"), alice.save(steps="8")] == [302, 302]
    row = FinalSettings.objects.get()
    assert row.chosen_by is not None
    assert row.chosen_by.username == "bob"


def test_who_chooses_alone_saves_as_often_as_they_like(alice: Director) -> None:
    for steps in ("8", "4", "", "12"):
        assert alice.save(steps=steps) == 302
        alice.look()
    assert saved()["steps"] == 12
    assert "Changed last by alice, " in alice.page


def test_a_wrong_number_keeps_what_was_seen(alice: Director, bob: Director) -> None:
    bob.save(steps="8")
    assert alice.save(steps="101") == 400
    assert alice.save(steps="4") == 409


def test_a_change_is_told_in_chinese(alice: Director, bob: Director) -> None:
    bob.save(steps="8", interpolate="blend")
    given = alice.fields | {"steps": "4"}
    answer = alice.client.post(PAGE, given, headers={"Accept-Language": "zh-hans"})
    page = answer.content.decode()
    assert "bob 于" in page
    assert "你选的是 4：它保留在下方" in page


def test_what_no_page_sends_is_not_saved(alice: Director) -> None:
    assert alice.save(seen="[1]") == 400
    assert not FinalSettings.objects.exists()


def test_a_choice_over_one_that_is_gone_is_refused_by_the_verb_itself(
    people: People, series: Series
) -> None:
    first, second = Choice(steps=8), Choice(Names(upscale="esrgan"))
    services.choose(series=series, choice=first, titles={}, by=people.bob, instead_of=Choice())
    with pytest.raises(EngineError) as refusal:
        services.choose(series=series, choice=second, titles={}, instead_of=Choice())
    assert refusal.value.code == "choice-changed"
    assert services.choose(series=series, choice=second, titles={}, instead_of=first).steps == 0


def test_what_i_left_alone_gives_way_and_what_i_changed_does_not() -> None:
    seen = Choice(Names(video="a", upscale="b"), 4)
    mine = Choice(Names(video="mine", upscale="b"), 4)
    theirs = Choice(Names(video="theirs", upscale="c"), 8, smaller=True)
    assert merged(seen, mine, theirs) == Choice(Names("mine", "", "c"), 8, smaller=True)
