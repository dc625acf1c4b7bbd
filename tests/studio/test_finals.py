"""Alice has final takes made of shots that were rehearsed."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.conf import settings
from django.test import Client

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.jobs.services import cancel
from apps.studio import services
from apps.studio.board import board_of
from apps.studio.models import Production, Shot, Take
from apps.studio.services.finals import final_of, final_request, set_up, settle
from apps.studio.services.seeds import unused, used_seeds
from apps.studio.services.takes import is_faulty, record_take
from engine.contracts import DIFFUSION, RECORD, Finding, Judgement, Problem, Quality, Severity, _
from tests.people import People
from tests.studio import dailies

Work = Callable[[], list[Job]]
LOOK = "A final was made in which an error was found"


@pytest.fixture
def rehearsed(
    people: People, media: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Episode:
    """An episode of which every shot has a rehearsal."""
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))
    series: Series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


@pytest.fixture
def on_disk(
    models: Path, tiny_model: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_model("flux2-klein-4b")
    tiny_model("wan2.2-ti2v-5b")
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))


@pytest.fixture
def nothing_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path / "no models"))


def first(episode: Episode) -> Shot:
    return episode.shots.in_cut()[0]


@pytest.mark.usefixtures("on_disk")
def test_the_final_button_makes_a_take_and_the_cut_uses_it_once_picked(
    people: People, rehearsed: Episode, client: Client, work: Work
) -> None:
    client.force_login(people.bob)
    shot = first(rehearsed)
    assert client.post(f"/studio/shots/{shot.pk}/final").status_code == 202
    (job,) = work()
    assert job.state == State.DONE, job.error_message
    final = shot.takes.get(number=2)
    assert final.is_final
    shot.refresh_from_db()
    # Noise of random weights has faults, or happens to have none.
    assert (shot.circle_take == final) is not is_faulty(final)
    client.post(f"/studio/takes/{final.pk}/pick")
    shot.refresh_from_db()
    assert (shot.circle_take, shot.state) == (final, Shot.State.CURRENT)
    room = client.get(f"/studio/shots/{shot.pk}/takes").content.decode()
    assert ">final</span>" in room


SHORT = """Title: The Key

INT. HOSPITAL CORRIDOR - NIGHT

MIA
Not mine.

TOM
It is.
"""


@pytest.mark.usefixtures("on_disk")
def test_an_episode_of_finals_is_one_job_and_is_published_like_any(
    people: People,
    media: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    client: Client,
    work: Work,
) -> None:
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    rehearsed = dailies.shot_in_full(dailies.written(series, SHORT))
    client.force_login(people.alice)
    board = f"/studio/{rehearsed.series.slug}/1/"
    assert client.post(f"{board}make-finals").status_code == 302
    assert board_of(rehearsed)["finals"]["waiting"]
    (job,) = work()
    assert (job.verb, job.state) == ("finals", State.DONE), job.error_message
    for shot in rehearsed.shots.in_cut():
        final = shot.takes.get(number=2)
        assert (shot.circle_take == final) is not is_faulty(final)
        client.post(f"/studio/takes/{final.pk}/pick")
    assert all(
        shot.circle_take is not None and shot.circle_take.is_final
        for shot in rehearsed.shots.in_cut()
    )
    assert board_of(rehearsed)["lacking"] == 0
    client.post(f"{board}publish")
    assert [job.state for job in work()] == [State.DONE] * 3  # certificate, cut, edition
    rehearsed.refresh_from_db()
    assert rehearsed.edition is not None
    assert rehearsed.edition.renditions.exists()
    refused = client.post(f"{board}make-finals")
    assert refused.status_code == 400
    assert "Every shot of this episode has a final take." in refused.content.decode()


@pytest.mark.usefixtures("nothing_on_disk")
def test_without_a_model_the_take_room_says_what_is_missing(
    people: People, rehearsed: Episode, client: Client, work: Work
) -> None:
    client.force_login(people.bob)
    shot = first(rehearsed)
    client.post(f"/studio/shots/{shot.pk}/final")
    (job,) = work()
    assert job.state == State.FAILED
    shot.refresh_from_db()
    assert shot.state == Shot.State.CURRENT, "the rehearsal stays"
    assert "not on this machine" in job.error_message
    assert (
        "not on this machine" in client.get(f"/studio/{rehearsed.series.slug}/1/").content.decode()
    )


def test_a_final_that_was_picked_is_not_replaced_by_a_newer_one(rehearsed: Episode) -> None:
    shot = first(rehearsed)
    finals = [final_take(shot) for _ in range(2)]
    shot.refresh_from_db()
    assert shot.circle_take == finals[0]


def test_a_final_with_an_error_waits_for_somebody_to_look_at_it(
    people: People, rehearsed: Episode, client: Client
) -> None:
    shot = first(rehearsed)
    problem = Problem.of(
        severity=Severity.ERROR, code="cut-inside", message=_("The camera set-up changes.")
    )
    cut = Finding(quality=Quality.WHOLENESS, problem=problem, start=1.5)
    scores = {Quality.WHOLENESS: 0.5}
    faulty = final_take(shot, Judgement(findings=(cut,), scores=scores))
    shot.refresh_from_db()
    assert shot.circle_take is not None
    assert not shot.circle_take.is_final
    client.force_login(people.bob)
    assert LOOK in client.get(f"/studio/{rehearsed.series.slug}/1/").content.decode()
    room = client.get(f"/studio/shots/{shot.pk}/takes").content.decode()
    assert "The camera set-up changes." in room
    assert "How it was judged" in room
    client.post(f"/studio/takes/{faulty.pk}/pick")
    shot.refresh_from_db()
    assert shot.circle_take == faulty
    board = client.get(f"/studio/{rehearsed.series.slug}/1/").content.decode()
    assert LOOK not in board


def test_a_final_that_cannot_be_made_is_noted_until_it_is_asked_for_again(
    people: People, rehearsed: Episode, client: Client
) -> None:
    client.force_login(people.bob)
    shot = first(rehearsed)
    job = services.make_final(shot=shot)
    job.state, job.error_message = State.FAILED, "The card is too small."
    settle(job=job, episode=rehearsed, shot=shot)
    error = Production.objects.get(episode=rehearsed).error
    assert error is not None
    assert (error["shot"], error["message"]) == (shot.slate, "The card is too small.")
    board = client.get(f"/studio/{rehearsed.series.slug}/1/").content.decode()
    assert "Ask for the final takes again once that is done." in board
    services.make_final(shot=shot)
    assert Production.objects.get(episode=rehearsed).error is None


def final_take(shot: Shot, judgement: Judgement | None = None) -> Take:
    """A final take as the engine would have made it of the shot as it is now."""
    production = Production.objects.select_related("episode__series").get(episode=shot.episode)
    seed = unused(used_seeds(shot.episode)[shot.subject])
    request = msgspec.to_builtins(final_request(production, shot, seed=seed))
    drawn = dailies.take_of(shot)
    data = drawn.data | {"renderer": DIFFUSION, "seed": request["seed"]}
    if judgement is not None:
        data["judgement"] = msgspec.to_builtins(judgement)
    drawn.delete()
    row = Shot.objects.select_related("circle_take").get(pk=shot.pk)
    return record_take(shot=row, request=request, result=data)


def asked_and_made(episode: Episode) -> Job:
    """A job of finals of the whole episode, as the engine answers it."""
    job = services.make_finals(episode=episode)
    takes = []
    for request in job.request["takes"]:
        shot = episode.shots.get(slate=request["shot"]["slate"]["id"])
        drawn = dailies.take_of(shot)
        takes.append(drawn.data | {"renderer": DIFFUSION, "seed": request["seed"]})
        drawn.delete()
        home = Path(request["out"])
        home.mkdir(parents=True)
        (home / "take.mp4").write_bytes(b"film")
    job.state, job.result = State.DONE, {"takes": takes, "failed": [None] * len(takes)}
    return job


def leave_finished(request: dict[str, Any], data: dict[str, Any]) -> Path:
    """As an engine that was killed leaves a take that it had finished, and what it said of it."""
    home = Path(request["out"])
    home.mkdir(parents=True, exist_ok=True)
    for name in ("take.mp4", "speech.wav", "still.jpg"):
        (home / name).write_bytes(b"film")
    (home / RECORD).write_text(json.dumps(data), encoding="utf-8")
    return home


def test_a_final_stays_with_its_shot_when_scenes_are_numbered_anew_meanwhile(
    rehearsed: Episode,
) -> None:
    job = asked_and_made(rehearsed)
    shots = list(rehearsed.shots.in_cut())
    slates = [shot.slate for shot in shots]
    for shot, slate in zip(shots, [*slates[1:], "9A"], strict=True):
        Shot.objects.filter(pk=shot.pk).update(slate=slate)
    Shot.objects.filter(pk=shots[-1].pk).update(position=None)
    settle(job=job, episode=rehearsed, shot=None)
    for shot in rehearsed.shots.select_related("circle_take"):
        assert shot.circle_take is not None
        assert shot.circle_take.is_final
        assert shot.circle_take.inputs == shot.inputs


@pytest.mark.django_db(transaction=True)
def test_of_a_job_that_was_stopped_the_finished_takes_are_kept(rehearsed: Episode) -> None:
    job = asked_and_made(rehearsed)
    homes = [Path(one["out"]) for one in job.request["takes"]]
    leave_finished(job.request["takes"][0], (job.result or {})["takes"][0])
    (homes[1] / RECORD).write_text("{ half of it", encoding="utf-8")
    cancel(job=Job.objects.get(pk=job.pk))
    kept = Take.objects.filter(folder=os.path.relpath(homes[0], settings.MEDIA_ROOT)).get()
    assert kept.is_final
    assert [home.exists() for home in homes] == [True] + [False] * (len(homes) - 1)
    assert not (homes[0] / RECORD).exists(), "the row says it from now on"
    again = services.again(job=Job.objects.get(pk=job.pk))
    asked = [one["shot"]["slate"]["id"] for one in again.request["takes"]]
    assert kept.shot.slate not in asked
    assert len(asked) == len(homes) - 1


@pytest.mark.django_db(transaction=True)
def test_a_single_final_that_was_finished_is_kept_though_its_job_ended(rehearsed: Episode) -> None:
    shot = first(rehearsed)
    job = services.make_final(shot=shot)
    drawn = dailies.take_of(shot)
    home = leave_finished(job.request, drawn.data | {"renderer": DIFFUSION})
    cancel(job=job)
    assert home.exists()
    assert any(take.is_final for take in shot.takes.all())


@pytest.mark.django_db(transaction=True)
def test_an_episode_can_be_deleted_while_its_finals_wait_again(rehearsed: Episode) -> None:
    job = asked_and_made(rehearsed)
    home = leave_finished(job.request["takes"][0], (job.result or {})["takes"][0])
    rehearsed.delete()
    assert not home.exists()
    assert Job.objects.get(pk=job.pk).state == State.CANCELLED


def test_while_finals_of_an_episode_are_made_they_are_not_made_again(rehearsed: Episode) -> None:
    job = services.make_finals(episode=rehearsed)
    services.write_prompts(shot=first(rehearsed), prompt="Mia runs.")
    assert services.make_finals(episode=rehearsed) == job
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, cancel_requested=True)
    assert services.make_finals(episode=rehearsed) != job, "the old one is about to end"


def test_why_a_final_was_rejected_goes_into_the_next_one(rehearsed: Episode) -> None:
    shot = first(rehearsed)
    take = final_take(shot)
    services.reject(take=take, reason="Wrong face")
    assert final_of(shot).avoid == ("Wrong face",)


@pytest.mark.usefixtures("on_disk")
def test_who_stops_an_episode_stops_its_finals(
    people: People, rehearsed: Episode, client: Client
) -> None:
    client.force_login(people.bob)
    board = f"/studio/{rehearsed.series.slug}/1/"
    client.post(f"{board}make-finals")
    client.post(f"{board}stop")
    assert not Job.objects.active().exists()
    assert Production.objects.get(episode=rehearsed).error is None


def test_nobody_else_can_ask_for_finals(people: People, rehearsed: Episode, client: Client) -> None:
    client.force_login(people.charlie)
    shot = first(rehearsed)
    assert client.post(f"/studio/shots/{shot.pk}/final").status_code == 404
    assert client.post(f"/studio/{rehearsed.series.slug}/1/make-finals").status_code == 404


BACK_AND_FORTH = """Title: The Key

INT. HOSPITAL CORRIDOR - NIGHT

MIA
Not mine.

TOM
It is.

MIA
Not mine, I said.

TOM
And I said it is.
"""


def test_a_shot_that_cuts_back_goes_on_from_the_first_of_its_set_up(
    people: People, media: Path
) -> None:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    episode = dailies.shot_in_full(dailies.written(series, BACK_AND_FORTH))
    shots = list(episode.shots.in_cut())
    by_set_up: dict[object, list[Shot]] = {}
    for shot in shots:
        by_set_up.setdefault(repr(set_up(shot)), []).append(shot)
    first, again = next(group for group in by_set_up.values() if len(group) > 1)[:2]

    assert final_of(again).continues == "", "a rehearsal is nothing to go on from"
    assert final_of(again, {first.slate}).continues == f"shot:{first.slate}"
    assert final_of(first, {first.slate, again.slate}).continues == ""
    take = final_take(first)
    assert final_of(again).continues == "", "a final that was drawn has no frame without lettering"
    take.data["last"], take.data["sha256"]["end.png"] = "end.png", "0" * 64
    take.save()
    assert final_of(again).continues == str(take.directory / "end.png")
