"""A take belongs to the row of the shot it was asked for, whatever the script says by then."""

from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.apps import apps
from django.test import Client

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.jobs.services import cancel, retry
from apps.studio import services
from apps.studio.board import takes_of
from apps.studio.models import Production, Shot, Take
from apps.studio.services.breakdowns import adopt_breakdown, paired
from apps.studio.services.finals import final_of, settle
from apps.studio.services.production import breakdown_inputs, breakdown_request
from apps.studio.services.takes import record_take
from engine.contracts import RECORD, BreakdownRequest
from tests.people import People
from tests.studio import dailies
from tests.studio.conftest import SCRIPT as SHORT
from tests.studio.test_finals import asked_and_made, leave_finished

KITCHEN = "INT. KITCHEN - DAY\n\nTOM\nCoffee?\n\n"
TITLE, HOSPITAL, CAR = dailies.SCRIPT.split("INT. ")
# Tom says something else in the car, which is scene 3 now, as there is a new scene 2.
EDITED = f"{TITLE}INT. {HOSPITAL}{KITCHEN}INT. {CAR.replace('Get in.', 'Get in, and be quick.')}"
SWAPPED = EDITED.replace(KITCHEN, "") + f"\n{KITCHEN}"


@pytest.fixture
def episode(rehearsed: Episode) -> Episode:
    return rehearsed


def rewritten(episode: Episode, text: str) -> None:
    """The shots of another text are adopted, as when the job that lists them has ended."""
    dailies.written(episode.series, text)
    newest = episode.series.screenplays.first()
    Production.objects.filter(episode=episode).update(screenplay=newest)
    rows = Production.objects.select_related("episode__series", "screenplay")
    production = rows.get(episode=episode)
    request = msgspec.json.encode(breakdown_request(production)).decode()
    result = dailies.told("breakdown", request, BreakdownRequest)
    adopt_breakdown(episode=episode, inputs=breakdown_inputs(production), result=result)


def words(shot: Shot) -> list[str]:
    return [line["text"] for line in shot.spec["lines"]]


def newest(shot: Shot) -> Take:
    return shot.takes.latest("number")


def saying(episode: Episode, text: str) -> Shot:
    return next(shot for shot in episode.shots.in_cut() if text in words(shot))


def test_a_final_of_a_shot_that_was_edited_and_renumbered_meanwhile_is_a_stale_take_of_it(
    episode: Episode, people: People, client: Client
) -> None:
    job = asked_and_made(episode)
    asked = list(episode.shots.in_cut())
    edited = saying(episode, "Get in.")
    rewritten(episode, EDITED)
    edited.refresh_from_db()
    assert words(edited) == ["Get in, and be quick."]
    slate_then = job.request["takes"][asked.index(edited)]["shot"]["slate"]["id"]
    assert edited.slate != slate_then
    assert episode.shots.in_cut().filter(slate=slate_then).exists(), "another shot has it now"

    settle(job=job, episode=episode, shot=None)
    for shot, request in zip(asked, job.request["takes"], strict=True):
        assert str(newest(shot).directory) == request["out"]
    late = newest(edited)
    edited.refresh_from_db()
    assert edited.circle_take != late
    assert edited.state == Shot.State.STALE, "its rehearsal is of the older version as well"
    client.force_login(people.alice)
    rows = {row["id"]: row for row in takes_of(edited)["takes"]}
    assert (rows[late.pk]["final"], rows[late.pk]["current"]) == (True, False)
    same = asked[asked.index(edited) - 1]
    same.refresh_from_db()
    assert same.slate != job.request["takes"][asked.index(same)]["shot"]["slate"]["id"]
    assert same.circle_take == newest(same), "one that was only renumbered is current"


@pytest.mark.django_db(transaction=True)
def test_what_a_stopped_job_had_finished_goes_by_its_row_too(episode: Episode) -> None:
    job = asked_and_made(episode)
    edited = saying(episode, "Get in.")
    place = job.parts.index(edited.subject)
    home = leave_finished(job.request["takes"][place], (job.result or {})["takes"][place])
    rewritten(episode, EDITED)
    cancel(job=Job.objects.get(pk=job.pk))
    assert newest(edited).directory == home
    assert not (home / RECORD).exists()


def test_a_final_of_a_shot_that_was_set_aside_comes_back_with_it(episode: Episode) -> None:
    shots = list(episode.shots.in_cut())
    job = asked_and_made(episode)
    rewritten(episode, SHORT)
    settle(job=job, episode=episode, shot=None)
    gone = [shot for shot in episode.shots.filter(position=None) if shot in shots]
    assert gone
    rewritten(episode, dailies.SCRIPT)
    assert list(episode.shots.in_cut()) == shots
    for shot in gone:
        shot.refresh_from_db()
        assert newest(shot).is_final
        assert shot.circle_take == newest(shot)


@pytest.mark.django_db(transaction=True)
def test_a_final_of_a_row_that_was_deleted_goes_as_its_other_takes_did(episode: Episode) -> None:
    job = asked_and_made(episode)
    gone, *others = [Path(request["out"]) for request in job.request["takes"]]
    episode.shots.in_cut()[0].delete()
    settle(job=job, episode=episode, shot=None)
    assert not gone.exists()
    assert all(home.exists() for home in others)


def test_scenes_that_change_places_keep_their_rows(episode: Episode) -> None:
    rewritten(episode, EDITED)
    before = {shot.inputs: (shot.pk, shot.slate) for shot in episode.shots.in_cut()}
    rewritten(episode, SWAPPED)
    kept = [shot for shot in episode.shots.in_cut() if shot.inputs in before]
    assert [shot.pk for shot in kept] == [before[shot.inputs][0] for shot in kept]
    moved = [shot for shot in kept if shot.slate != before[shot.inputs][1]]
    assert {shot.spec["set"]["place"] for shot in moved} == {"KITCHEN", "CAR"}


@pytest.mark.parametrize(
    ("old", "aside", "new", "heirs"),
    [
        ("ab", "", "ab", "12"),
        ("ab", "", "axb", "1-2"),
        ("ab", "", "ba", "21"),
        ("abc", "", "xbc", "123"),
        ("abc", "", "xba", "-21"),
        ("aba", "", "aab", "312"),
        ("a", "b", "ab", "12"),
        ("a", "b", "b", "2"),  # what was taken out before is put back in another's place
        ("ab", "", "x", "1"),
        ("a", "bb", "ab", "13"),
    ],
)
def test_a_shot_keeps_its_row_by_what_it_says_first_and_by_its_place_after(
    old: str, aside: str, new: str, heirs: str
) -> None:
    rows = [Shot(pk=n, position=n - 1, inputs=name) for n, name in enumerate(old, 1)]
    rows += [Shot(pk=n, inputs=name) for n, name in enumerate(aside, len(old) + 1)]
    found = paired(rows, list(new))
    told = "".join(str(found[n].pk) if n in found else "-" for n in range(len(new)))
    assert told == heirs


def test_of_two_shots_aside_that_are_the_same_the_one_with_a_take_returns() -> None:
    rows = [Shot(pk=1, inputs="a", circle_take_id=7), Shot(pk=2, inputs="a")]
    assert paired(rows, ["a"])[0].pk == 1


def test_a_take_that_ends_after_its_shot_was_changed_is_not_circled(episode: Episode) -> None:
    shot = episode.shots.in_cut()[0]
    drawn = dailies.take_of(shot)
    request, result = drawn.request, drawn.data
    drawn.delete()
    Shot.objects.filter(pk=shot.pk).update(inputs="another", circle_take=None)
    late = record_take(shot=shot, request=request, result=result)  # read before the change
    assert (late.shot, Shot.objects.get(pk=shot.pk).circle_take) == (shot, None)


def test_a_shot_that_is_no_longer_in_the_cut_returns_to_no_other(episode: Episode) -> None:
    shot = episode.shots.in_cut()[1]
    Shot.objects.filter(pk=shot.pk).update(position=None)
    assert final_of(Shot.objects.get(pk=shot.pk)).continues == ""


def test_a_job_that_is_tried_again_is_for_the_same_rows(episode: Episode) -> None:
    job = services.make_finals(episode=episode)
    assert job.parts == [shot.subject for shot in episode.shots.in_cut()]
    cancel(job=job)
    assert retry(job=job).parts == job.parts


@pytest.mark.parametrize("state", [State.RUNNING, State.FAILED])
def test_finals_that_were_asked_for_before_rows_were_named_find_theirs(
    episode: Episode, state: State
) -> None:
    """Those that failed may be tried again."""
    job = services.make_finals(episode=episode)
    parts: list[Any] = job.parts
    Job.objects.filter(pk=job.pk).update(parts=[], state=state)
    episode.shots.filter(pk=episode.shots.in_cut()[1].pk).update(slate="99")
    import_module("apps.studio.migrations.0008_finals_by_row").name_rows(apps, None)
    job.refresh_from_db()
    assert job.parts == [parts[0], "", *parts[2:]]
