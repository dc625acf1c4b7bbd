"""Whoever was filmed keeps face and voice: no later episode casts them anew, only the bible."""

from collections.abc import Callable

import msgspec

from apps.catalog.models import Character, Episode, Series
from apps.jobs.models import Job
from apps.studio import services
from apps.studio.models import Production, Shot
from apps.studio.services.breakdowns import adopt_breakdown
from apps.studio.services.production import breakdown_inputs, breakdown_request, is_behind
from apps.studio.services.screenplays import read
from apps.studio.services.takes import record_take
from engine.contracts import BreakdownRequest
from engine.contracts import Character as Person
from tests.people import People
from tests.studio import dailies

FIRST = "INT. HALL - DAY\n\nMIA, 30, red-haired, waits.\n\nMIA\nNot mine.\n\nTOM\nIt is.\n"
SECOND = "INT. STREET - DAY\n\nMIA\nYou again.\n\nTOM\nAnd she?\n\nRUTH\nI came with him.\n"
Work = Callable[[], list[Job]]


def episode_of(series: Series, number: int, text: str) -> Episode:
    name = f"{number}.fountain"
    reading = read(text=text, name=name)
    services.save_screenplay(series=series, text=text, name=name, reading=reading, episode=number)
    return series.episodes.get(number=number)


def listed(episode: Episode) -> tuple[Person, ...]:
    """Its cast, as the engine lists it now."""
    services.break_down(episode=episode)
    production = Production.objects.select_related("episode__series").get(episode=episode)
    request = msgspec.json.encode(breakdown_request(production)).decode()
    result = dailies.told("breakdown", request, BreakdownRequest)
    adopt_breakdown(episode=episode, inputs=breakdown_inputs(production), result=result)
    return Production.objects.get(episode=episode).adopted_cast()


def film(shot: Shot) -> None:
    """Record a take of it as a worker does."""
    made = dailies.take_of(shot)
    request, result = made.request, made.data
    made.delete()
    record_take(shot=shot, request=request, result=result)


def a_series(people: People) -> Series:
    return services.create_series(studio=people.studio, title="The Key", language="en")


def test_who_was_filmed_looks_the_same_in_the_file_of_another_episode(
    people: People, media: object
) -> None:
    series = a_series(people)
    one = episode_of(series, 1, FIRST)
    mia = listed(one)[0]
    assert not Character.objects.filter(filmed_as__isnull=False).exists(), (
        "nobody stays before a take"
    )
    film(one.shots.in_cut().filter(spec__lines__0__character="mia")[0])
    two = episode_of(series, 2, SECOND)
    listed(one)  # it is no longer the last
    again = {person.id: person for person in listed(two)}
    assert (again["mia"].look, again["mia"].voice) == (mia.look, mia.voice)
    assert "ruth" in again
    film(two.shots.in_cut().filter(spec__lines__0__character="ruth")[0])
    assert not is_behind(one), "who joins later changes nothing of it"
    assert not is_behind(two)

    series.bible = '[[characters]]\nname = "Mia"\nlook = { hair = "bob" }\n'
    series.save()
    assert is_behind(one)
    changed = {person.id: person for person in listed(two)}["mia"]
    assert changed.look == msgspec.structs.replace(mia.look, hair="bob")
    series.bible = ""
    series.save()
    back = {person.id: person for person in listed(two)}["mia"]
    assert back.look == mia.look, "what the bible takes back is as it was filmed"


def test_an_episode_that_was_listed_before_somebody_was_filmed_is_listed_again(
    people: People, media: object
) -> None:
    series = a_series(people)
    one, two = episode_of(series, 1, FIRST), episode_of(series, 2, SECOND)
    mia = listed(one)[0]
    assert listed(two)[0].look != mia.look, "that file says nothing of her hair"
    film(one.shots.in_cut().filter(spec__lines__0__character="mia")[0])
    assert is_behind(two)
    assert not is_behind(one)
    assert listed(two)[0].look == mia.look


def test_the_cast_of_the_workers_stays_through_a_whole_production(
    episode: Episode, series: Series, work: Work
) -> None:
    services.produce(episode=episode, publish=False, picture=dailies.SMALL)
    jobs = [job.verb for job in work()]
    assert jobs.count("breakdown") == 1, "takes do not make the list of shots stale"
    assert not is_behind(episode)
    kept = dict(series.characters.values_list("key", "filmed_as"))
    assert {"mia", "tom"} == {key for key, by_rule in kept.items() if by_rule}
