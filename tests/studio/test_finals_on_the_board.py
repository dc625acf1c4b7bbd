"""What the board and the queue say of final takes: asked for, being made, stopped, held back."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from apps.accounts.models import User
from apps.catalog.models import Episode
from apps.jobs import transitions
from apps.jobs.models import Job, State
from apps.jobs.services import cancel
from apps.studio import services
from apps.studio.board import board_of
from apps.studio.models import Shot, Take
from apps.studio.review import review_of
from engine.contracts import Finding, Judgement, Problem, Quality, Severity, _
from tests.people import People
from tests.studio.test_finals import LOOK, asked_and_made, final_take, leave_finished

BOARD, QUEUE = "/studio/the-key/1/", "/studio/queue/"
AGAIN = "Make all finals again</button>"
CHINESE = {"Accept-Language": "zh-hans"}


@pytest.fixture
def episode(rehearsed: Episode) -> Episode:
    return rehearsed


@pytest.fixture
def alice(people: People, client: Client) -> Client:
    client.force_login(people.alice)
    return client


def shown(client: Client, page: str = BOARD, **headers: str) -> str:
    return client.get(page, headers=headers).content.decode()


def first(episode: Episode) -> Shot:
    return episode.shots.in_cut()[0]


def tiles(episode: Episode) -> list[dict[str, Any]]:
    return [tile for scene in board_of(episode)["scenes"] for tile in scene["tiles"]]


def faulty() -> Judgement:
    problem = Problem.of(
        severity=Severity.ERROR, code="cut-inside", message=_("The camera set-up changes.")
    )
    return Judgement(findings=(Finding(quality=Quality.WHOLENESS, problem=problem, start=1.5),))


def running(job: Job, **fields: Any) -> Job:
    """As a worker has it in hand."""
    lease = timezone.now() + timedelta(minutes=1)
    Job.objects.filter(pk=job.pk).update(
        state=State.RUNNING, attempts=1, lease_until=lease, **fields
    )
    return Job.objects.get(pk=job.pk)


def at(shot: Shot) -> dict[str, Any]:
    """What the engine says while it makes the keyframe of the shot."""
    place = _(
        "{stage} {number} of {count} · {shot}",
        stage=_("Keyframes"),
        number=2,
        count=3,
        shot=shot.slate,
    )
    wording = _("{place} · {doing}", place=place, doing="FLUX.2 Klein 4B")
    return {
        "progress_note": str(wording),
        "progress_wording": msgspec.to_builtins(wording),
        "progress_shot": shot.slate,
    }


def test_a_current_shot_of_which_a_final_is_made_is_not_one_to_make(
    alice: Client, episode: Episode
) -> None:
    before = shown(alice)
    running(services.make_final(shot=first(episode)), progress_total=10, progress_done=4)
    board = board_of(episode)
    assert board["stale"] == 0
    assert board["left_s"] is None
    assert tiles(episode)[0]["state"] == "rendering"
    for page in (before, shown(alice)):
        assert "to make</span>" not in page
        assert 'button-desk button-main">Publish' in page
        assert "button-main" not in page.split("make-current")[1].split("</form>")[0]


def test_a_stale_shot_that_is_being_made_is_one_to_make(episode: Episode) -> None:
    shot = first(episode)
    services.retake(shot=shot)
    Shot.objects.filter(pk=shot.pk).update(circle_take=None)
    assert board_of(episode)["stale"] == 1


def test_who_picks_the_rehearsal_has_looked_at_the_faulty_final(
    alice: Client, episode: Episode
) -> None:
    shot = first(episode)
    rehearsal = shot.takes.get()
    final_take(shot, faulty())
    assert tiles(episode)[0]["to_review"] == "error"
    assert LOOK in shown(alice)
    alice.post(f"/studio/takes/{rehearsal.pk}/pick")
    assert tiles(episode)[0]["to_review"] == ""
    assert LOOK not in shown(alice)


def test_the_api_picks_as_a_person_does(alice: Client, episode: Episode) -> None:
    shot = first(episode)
    final_take(shot, faulty())
    alice.post(f"/api/v1/takes/{shot.takes.all()[0].pk}/pick/")
    assert tiles(episode)[0]["to_review"] == ""


def test_a_faulty_final_that_is_newer_than_the_pick_is_to_be_looked_at_again(
    episode: Episode,
) -> None:
    shot = first(episode)
    final_take(shot, faulty())
    services.pick(shot=shot, take=shot.takes.all()[0])
    newer = final_take(shot, faulty())
    assert tiles(episode)[0]["to_review"] == "error"
    services.reject(take=newer, reason="The set-up changes.")
    assert tiles(episode)[0]["to_review"] == ""


def test_board_and_review_say_the_same_of_the_final_that_is_to_be_looked_at(
    alice: Client, episode: Episode
) -> None:
    shot = first(episode)
    good = final_take(shot)
    Shot.objects.filter(pk=shot.pk).update(circle_take=shot.takes.all()[0], picked_at=None)
    final_take(shot, faulty())
    (row,) = review_of(episode, User.objects.get(username="alice"))["rows"]
    assert (row["final"]["id"], row["found"]) == (good.pk, False)
    board = board_of(episode)
    assert (tiles(episode)[0]["to_review"], board["to_review"]) == ("new", 1)
    page = shown(alice)
    assert LOOK not in page
    assert f'href="/studio/the-key/1/review#review-{shot.pk}"' in page
    assert f'id="review-{shot.pk}"' in alice.get("/studio/the-key/1/review").content.decode()
    services.reject(take=good, reason="Too dark.")
    assert tiles(episode)[0]["to_review"] == "error"
    assert LOOK in shown(alice)


def test_a_new_final_is_told_also_where_the_cut_uses_an_older_one(
    alice: Client, episode: Episode
) -> None:
    shot = first(episode)
    final_take(shot)
    assert tiles(episode)[0]["to_review"] == ""
    final_take(shot, faulty())
    assert tiles(episode)[0]["final"]
    assert tiles(episode)[0]["to_review"] == "error"
    assert LOOK in shown(alice)


def test_what_is_circled_by_itself_was_picked_by_nobody(episode: Episode) -> None:
    shot = first(episode)
    Shot.objects.filter(pk=shot.pk).update(picked_at=None)
    final_take(shot)
    assert first(episode).picked_at is None
    services.pick(shot=shot, take=shot.takes.all()[0])
    assert first(episode).picked_at is not None


def test_finals_can_be_asked_for_as_long_as_a_shot_has_none(
    alice: Client, episode: Episode
) -> None:
    shots = list(episode.shots.in_cut())
    for shot in shots[1:]:
        final_take(shot)
    page = shown(alice)
    assert "Make finals</button>" in page
    assert AGAIN not in page
    final_take(shots[0])
    services.pick(shot=shots[0], take=shots[0].takes.all()[0])  # the rehearsal, on purpose
    page = shown(alice)
    assert "Make finals</button>" not in page
    assert AGAIN in page
    assert '/studio/the-key/finals"' in page


def test_all_finals_can_be_made_again_and_what_is_circled_stays(
    alice: Client, episode: Episode
) -> None:
    kept = [final_take(shot) for shot in episode.shots.in_cut()]
    assert alice.post(f"{BOARD}make-finals").status_code == 400
    assert alice.post(f"{BOARD}make-finals-again").status_code == 302
    job = Job.objects.get(verb="finals")
    asked = [(one["shot"]["slate"]["id"], one["seed"]) for one in job.request["takes"]]
    assert [slate for slate, _seed in asked] == [take.shot.slate for take in kept]
    assert all(seed > take.data["seed"] for (_slate, seed), take in zip(asked, kept, strict=True))
    for shot in episode.shots.in_cut():
        final_take(shot)
    assert [shot.circle_take for shot in episode.shots.in_cut()] == kept


def test_the_board_says_what_is_being_made_how_far_it_is_and_how_long_it_takes(
    alice: Client, episode: Episode
) -> None:
    shot = episode.shots.in_cut()[1]
    job = services.make_finals(episode=episode)
    fields = {"progress_total": 1000, "progress_done": 120, "progress_eta_s": 14400.0}
    running(job, **fields, **at(shot))
    page = " ".join(shown(alice).split())
    name = shot.slate.partition("-")[2]
    assert "Making final takes 12% · about 4 h" in page
    assert f"Keyframes 2 of 3 · {name} · FLUX.2 Klein 4B" in page
    assert [tile["state"] for tile in tiles(episode)].count("rendering") == 1
    assert tiles(episode)[1]["state"] == "rendering"
    assert f"关键帧 2/3 · {name}" in shown(alice, **CHINESE)
    queue = shown(alice, QUEUE)
    assert "about 4 h" in queue
    assert "240:00" not in queue
    assert f"关键帧 2/3 · {name}" in shown(alice, QUEUE, **CHINESE)


def test_a_shot_that_was_renumbered_meanwhile_is_told_by_what_it_is_called_now(
    alice: Client, episode: Episode
) -> None:
    shot, other = episode.shots.in_cut()[1:3]
    running(services.make_finals(episode=episode), **at(shot))
    Shot.objects.filter(pk=shot.pk).update(slate="e01-s9-009")
    Shot.objects.filter(pk=other.pk).update(slate=shot.slate)
    states = {tile["id"]: tile["state"] for tile in tiles(episode)}
    assert (states[shot.pk], states[other.pk]) == ("rendering", "current")
    assert "Keyframes 2 of 3 · s9-009 · FLUX.2 Klein 4B" in " ".join(shown(alice).split())


def test_the_api_says_what_a_job_is_at_in_the_language_of_who_asks(
    alice: Client, episode: Episode
) -> None:
    shot = first(episode)
    job = running(services.make_finals(episode=episode), **at(shot))
    said = {
        language: alice.get(f"/api/v1/jobs/{job.pk}/", headers={"Accept-Language": language}).json()
        for language in ("en", "zh-hans")
    }
    assert said["en"]["progress_note"] == f"Keyframes 2 of 3 · {shot.slate} · FLUX.2 Klein 4B"
    assert said["zh-hans"]["progress_note"] == f"关键帧 2/3 · {shot.slate} · FLUX.2 Klein 4B"
    assert said["zh-hans"]["progress_shot"] == shot.slate


def test_a_stop_is_told_until_it_is_over(alice: Client, episode: Episode) -> None:
    job = running(services.make_finals(episode=episode), progress_total=10, progress_done=4)
    assert "Stopping" not in shown(alice)
    cancel(job=job)
    page = shown(alice)
    assert 'data-working="yes"' in page
    assert "Stopping; what is finished is kept" in page
    assert "disabled>Stopping</button>" in page
    assert "Making final takes" not in page
    assert "disabled>Stop</button>" in shown(alice, QUEUE)


@pytest.mark.django_db(transaction=True)
def test_after_a_stop_the_board_says_how_many_takes_were_kept(
    alice: Client, episode: Episode
) -> None:
    job = asked_and_made(episode)
    leave_finished(job.request["takes"][0], (job.result or {})["takes"][0])
    job = running(job)
    cancel(job=job)
    transitions.cancelled(job, {"wall_s": 3.0})
    assert Take.objects.filter(data__renderer="diffusion").count() == 1
    count = len(job.request["takes"])
    assert f"Stopped; 1 of {count} final takes are finished and kept" in shown(alice)
    assert f"1 of {count} finished and kept" in shown(alice, QUEUE)
    again = services.make_finals(episode=episode)
    assert "Stopped;" not in shown(alice)
    Job.objects.filter(pk=again.pk).update(state=State.DONE)
    assert "Stopped;" not in shown(alice)


@pytest.mark.django_db(transaction=True)
def test_board_and_queue_open_where_the_data_was_moved_since(
    alice: Client, episode: Episode, settings: Settings, tmp_path: Path
) -> None:
    job = running(services.make_finals(episode=episode))
    cancel(job=job)
    transitions.cancelled(job, {"wall_s": 3.0})
    settings.MEDIA_ROOT = tmp_path / "moved" / "media"
    assert "Stopped; 0 of" in shown(alice)
    assert "The Key" in shown(alice, QUEUE)


def test_the_queue_calls_work_by_what_it_is(alice: Client, episode: Episode) -> None:
    shot = first(episode)
    services.make_final(shot=shot)
    services.retake(shot=shot)
    studio = episode.series.studio
    for verb in ("certify", "preflight"):
        Job.objects.create(verb=verb, studio=studio, inputs=verb, request={})
    work = {
        "": ["Certificate", "Check before the release", "Final", "Take"],
        "zh-hans": ["发布前检查", "正式镜次", "证书", "镜次"],
    }
    for language, words in work.items():
        page = shown(alice, QUEUE, **({"Accept-Language": language} if language else {}))
        cells = [row.split("</td>")[0].strip() for row in page.split("<tr>\n    <td>")[1:]]
        assert sorted(cells) == sorted(words)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(61.4, "about 61 s"), (600, "about 10 min"), (5400, "about 1.5 h"), (23130, "about 6.4 h")],
)
def test_how_long_is_told_in_the_unit_that_fits(seconds: float, said: str) -> None:
    assert render_to_string("studio/duration.html", {"seconds": seconds}).strip() == said
