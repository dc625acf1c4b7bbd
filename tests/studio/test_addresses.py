"""No address that a browser may come to by itself is a blank refusal, of all that there are."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, resolve, reverse

from apps.catalog.models import Episode
from apps.jobs.services import enqueue
from apps.studio import services
from engine.contracts import ReadRequest
from tests.people import People
from tests.studio import dailies

NOT_FOR_BROWSERS = ("admin/", "api/")  # the administration is Django's, the API answers in JSON
VERBS = ["make-current", "publish", "stop", "put-back", "unpublish", "cancel", "retry"]
VERBS += ["pull", "verify", "remove"]


@pytest.fixture
def episode(people: People, media: object) -> Episode:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


def patterns(
    resolver: URLResolver, before: str = "", names: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern with the name that `reverse` knows."""
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if route.startswith(NOT_FOR_BROWSERS):
            continue
        if isinstance(one, URLResolver):
            yield from patterns(one, route, (*names, *filter(None, [one.namespace])))
        else:
            assert one.name, f"{route} has no name, so nothing can lead there"
            yield ":".join((*names, one.name)), one


@pytest.fixture
def addresses(people: People, episode: Episode) -> list[str]:
    """One of every pattern, and of those with a verb one of every verb."""
    shot = episode.shots.in_cut()[0]
    job = enqueue(
        verb="read",
        request=ReadRequest(text="x", name="x"),
        studio=people.studio,
        subject=f"episode:{episode.pk}",
    )
    values = {
        "slug": episode.series.slug,
        "number": 1,
        "token": "x",
        "name": "flux2-klein-4b",
        "uidb64": "x",
    }
    of_shots = ("takes", "retake", "final", "prompts", "write-prompts")
    keys = {"studio:job": job.pk, **{f"studio:{name}": shot.pk for name in of_shots}}
    take = shot.takes.get().pk
    found = []
    for name, pattern in patterns(get_resolver()):
        wanted = pattern.pattern.regex.groupindex.keys() | pattern.pattern.converters.keys()
        given = {key: values[key] for key in wanted & values.keys()}
        if "key" in wanted:
            given["key"] = keys.get(name, take)
        for verb in VERBS if "verb" in wanted else ("",):
            address = reverse_or_none(name, given | ({"verb": verb} if verb else {}))
            found += [address] if address else []
    return found


def reverse_or_none(name: str, given: dict[str, object]) -> str | None:
    try:
        return reverse(name, kwargs=given)
    except NoReverseMatch:
        assert "verb" in given, name  # of another address
        return None


def test_no_address_answers_a_look_with_a_blank_refusal(
    people: People, addresses: list[str], client: Client
) -> None:
    assert len(addresses) > 30, "the walk no longer finds the addresses"
    for who in (None, people.bob, people.viewer):
        if who:
            client.force_login(who)
        refused = {url: code for url in addresses if (code := client.get(url).status_code) == 405}
        assert refused == {}


def test_who_has_to_sign_in_never_comes_back_to_what_only_takes_a_post(
    people: People, addresses: list[str], client: Client
) -> None:
    director = Client()
    director.force_login(people.bob)
    seen = 0
    for url in addresses:
        asked = [client.get(url, follow=True), client.post(url, follow=True)]
        for target, _code in [step for answer in asked for step in answer.redirect_chain]:
            for back in parse_qs(urlsplit(target).query).get("next", []):
                seen += 1
                assert not hasattr(resolve(back).func, "room"), (url, back)
                assert director.get(back).status_code in {200, 302}, (url, back)
    assert seen > 20


def test_a_refusal_switches_its_language_in_the_room_it_came_from(
    people: People, client: Client
) -> None:
    client.force_login(people.bob)
    series = services.create_series(studio=people.studio, title="Empty", language="en")
    Episode.objects.create(series=series, number=1)
    refusal = client.post(f"/studio/{series.slug}/1/make-current")
    assert refusal.status_code == 400
    assert f'name="next" value="/studio/{series.slug}/1/"' in refusal.content.decode()
    refusal = client.post(f"/studio/{series.slug}/bible", {"bible": "["})
    assert refusal.status_code == 400
    assert f'name="next" value="/studio/{series.slug}/"' in refusal.content.decode()


def test_a_deed_that_is_only_looked_at_leads_to_its_room(
    people: People, episode: Episode, client: Client
) -> None:
    board = f"/studio/{episode.series.slug}/1/"
    shot = episode.shots.in_cut()[0]
    rooms = {
        f"{board}publish": board,
        f"{board}release/unpublish": f"{board}release",
        f"/studio/{episode.series.slug}/bible": f"/studio/{episode.series.slug}/",
        f"/studio/queue/{uuid4()}/retry": "/studio/queue/",
        f"/studio/shots/{shot.pk}/retake": board,
        f"/studio/takes/{shot.takes.get().pk}/pick": board,
    }
    client.force_login(people.bob)
    assert {url: client.get(url)["Location"] for url in rooms} == rooms
    client.force_login(people.charlie)  # who is told nothing of another studio's shots
    assert client.get(f"/studio/shots/{shot.pk}/retake")["Location"] == "/studio/"
