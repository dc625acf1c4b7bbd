"""Editions: which one viewers see, what each changed, putting one back, taking an episode down."""

from collections.abc import Callable

import msgspec
import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.catalog.models import Edition, Episode, Series
from apps.catalog.services import put_back, unpublish
from apps.jobs.models import Job
from apps.studio import services
from apps.studio.changes import Change, Changes, Moment, compare, words_in
from apps.studio.models import Cut, Production, Shot
from apps.studio.services.cutting import cut_of, package_of
from engine.contracts import Certificate, EngineError, Master
from tests.catalog import shelf
from tests.people import People
from tests.studio import dailies
from tests.studio.conftest import SCRIPT, SMALL, write


@pytest.fixture
def released(people: People, media: object) -> Episode:
    """Two editions; viewers see the second."""
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    episode = dailies.shot_in_full(dailies.written(series))
    shelf.publish(episode)
    shelf.publish(episode)
    return episode


def shown(episode: Episode) -> int | None:
    row = Episode.objects.select_related("edition").get(pk=episode.pk)
    return row.edition.number if row.edition else None


def first(episode: Episode) -> Edition:
    return episode.editions.get(number=1)


def test_an_older_edition_is_put_back_and_the_newer_again(released: Episode) -> None:
    put_back(edition=first(released), instead_of=2)
    assert shown(released) == 1
    put_back(edition=released.editions.get(number=2), instead_of=1)
    assert shown(released) == 2


@pytest.mark.parametrize("seen", [None, 1, 9])
def test_who_looked_at_something_else_changes_nothing(released: Episode, seen: int | None) -> None:
    with pytest.raises(EngineError) as refusal:
        put_back(edition=first(released), instead_of=seen)
    assert refusal.value.code == "shown-changed"
    with pytest.raises(EngineError):
        unpublish(episode=released, instead_of=seen)
    assert shown(released) == 2


def test_an_episode_is_taken_down_and_put_back(released: Episode, client: Client) -> None:
    unpublish(episode=released, instead_of=2)
    assert shown(released) is None
    assert client.get(released.get_absolute_url()).status_code == 404
    put_back(edition=first(released), instead_of=None)
    assert client.get(released.get_absolute_url()).status_code == 200


def test_what_a_person_put_back_is_not_replaced_by_what_was_being_made(
    episode: Episode, series: Series, work: Callable[[], list[Job]]
) -> None:
    services.produce(episode=episode, publish=True, picture=SMALL)
    work()
    write(series, SCRIPT.replace("It is.", "It was, once."))
    services.produce(episode=episode, publish=True)
    unpublish(episode=episode, instead_of=1)
    work()
    assert shown(episode) is None
    assert Production.objects.get(episode=episode).goal == Production.Goal.REST
    services.produce(episode=episode, publish=True)
    work()
    assert shown(episode) == 2
    put_back(edition=first(episode), instead_of=2)
    services.produce(episode=episode, publish=True)
    assert work() == [], "the edition of this cut lies there already"
    assert shown(episode) == 2


def test_a_line_spread_over_other_shots_is_no_change() -> None:
    def line(*texts: str) -> list[Moment]:
        said = [[{"name": "林晚", "text": text}] for text in texts]
        return [Moment("a", words_in({"lines": lines})) for lines in said]

    whole, spread = line("你骗我。那不是我的！ Go."), line("你骗我。", "那不是我的！", "Go.")
    assert not compare(whole, spread).lines
    assert compare(whole, line("你骗我。那是我的！ Go.")).lines == (
        Change("林晚: 那不是我的！", "林晚: 那是我的！"),
    )
    assert words_in({"lines": [], "action": "Rain. He waits."}) == ("Rain.", "He waits.")


def composed(episode: Episode) -> Cut:
    """A cut of the takes of now, as if it had been composed."""
    spec, name = cut_of(Production.objects.select_related("episode__series").get(episode=episode))
    master = Master(
        video="master.mp4", duration=1.0, frames=8, format=SMALL, spans=(), captions="c.vtt",
        loudness_lufs=-14.0, true_peak_db=-1.0, frames_encoded=8, frames_copied=0, wall_s=1.0,
    )  # fmt: skip
    return Cut.objects.create(
        episode=episode,
        hash=name,
        request=msgspec.to_builtins(spec),
        master=msgspec.to_builtins(master),
    )


def test_making_current_calls_no_engine_inside_a_transaction(
    released: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("an engine was started")

    monkeypatch.setattr("apps.jobs.services.EngineProcess", refuse)
    composed(released)
    services.produce(episode=released, publish=True)
    assert sorted(Job.objects.active().values_list("verb", flat=True)) == ["certify"]


def test_the_face_on_the_poster_is_that_of_the_series_not_of_the_episode(
    released: Episode,
) -> None:
    certificate = Certificate(chain="c", key="k")
    cut = composed(released)
    assert package_of(cut, certificate).lead == "tom"  # two lines of three
    second = Episode.objects.create(series=released.series, number=2)
    spec = released.shots.in_cut().filter(spec__lines__0__character="mia")[0].spec
    for at in range(2):
        Shot.objects.create(episode=second, position=at, slate=f"{at}", spec=spec, inputs=f"{at}")
    assert package_of(cut, certificate).lead == "mia"


def test_two_cuts_are_told_apart_by_shots_and_lines() -> None:
    before = [Moment("a", ("MIA: One.",)), Moment("b", ("He waits.",)), Moment("c", ("He waits.",))]
    after = [Moment("a2", ("MIA: Two.",)), Moment("b", ("He waits.",)), Moment("d", ("Rain.",))]
    after.append(Moment("e", ("TOM: Oh.",)))
    assert compare(before, before) == Changes(0, 0, 0, ())
    assert compare(before, after) == Changes(
        remade=2,
        added=1,
        removed=0,
        lines=(Change("MIA: One.", "MIA: Two."), Change("", "Rain."), Change("", "TOM: Oh.")),
    )
    assert compare(after, before).removed == 1


def test_the_page_says_what_each_edition_changed(
    released: Episode, people: People, client: Client
) -> None:
    cut = composed(released)
    released.editions.filter(number=1).update(cut_hash=cut.hash)
    shot = next(shot for shot in released.shots.in_cut() if shot.spec["lines"])
    shot.spec["lines"][0]["text"] = "Said <otherwise>."
    shot.save()
    services.pick(shot=shot, take=dailies.take_of(shot))
    released.editions.filter(number=2).update(cut_hash=composed(released).hash)
    client.force_login(people.bob)
    page = client.get(reverse("studio:release", args=[released.series.slug, 1])).content.decode()
    assert "1 line changed" in page
    assert "1 shot made anew" in page
    assert "Said &lt;otherwise&gt;.</ins>" in page
    assert page.count("The first edition.") == 1


def act(client: Client, user: User, episode: Episode, verb: str, **given: object) -> int:
    client.force_login(user)
    url = reverse("studio:show", args=[episode.series.slug, episode.number, verb])
    return client.post(url, given).status_code


def test_the_page_puts_back_and_refuses_who_looked_at_something_else(
    released: Episode, people: People, client: Client
) -> None:
    assert act(client, people.bob, released, "put-back", edition=1, instead_of=2) == 302
    assert shown(released) == 1
    assert act(client, people.bob, released, "put-back", edition=2, instead_of=2) == 400
    assert shown(released) == 1
    assert act(client, people.bob, released, "unpublish", instead_of=1) == 302
    assert shown(released) is None
    assert act(client, people.charlie, released, "put-back", edition=1) == 404
    assert act(client, people.bob, released, "put-back", edition="x", instead_of="") == 302
    assert shown(released) is None


def test_the_administration_puts_back_and_unpublishes(
    released: Episode, admin_client: Client
) -> None:
    def ask(model: str, action: str, key: int) -> None:
        url = reverse(f"admin:catalog_{model}_changelist")
        given = {"action": action, "_selected_action": [key]}
        assert admin_client.post(url, given).status_code == 302

    ask("edition", "put_back", first(released).pk)
    assert shown(released) == 1
    ask("episode", "unpublish", released.pk)
    assert shown(released) is None
