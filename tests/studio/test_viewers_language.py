"""What the engine says is read in the language of whoever looks, not of whoever ran the job."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from rest_framework.test import APIClient

from apps.catalog.models import Episode, Series
from apps.jobs import transitions
from apps.jobs.models import Job, State
from apps.jobs.services import enqueue
from apps.studio import services
from apps.studio.models import Production, Screenplay
from engine.contracts import EngineError, ReadRequest, _
from tests.people import People
from tests.studio import dailies
from tests.studio.conftest import write

ODD_PLACE = "INT. ZORP - DAY\n\nMIA\nWhere are we?\n"


@pytest.fixture
def look(client: Client, people: People) -> Callable[[str, str], str]:
    client.force_login(people.bob)

    def ask(url: str, language: str) -> str:
        answer = client.get(url, headers={"Accept-Language": language})
        assert answer.status_code == 200
        return answer.content.decode()

    return ask


@pytest.fixture
def failure(episode: Episode, people: People) -> Job:
    """A job of the episode, failed as an engine fails."""
    Production.objects.create(episode=episode, goal=Production.Goal.CUT)
    subject = f"episode:{episode.pk}"
    enqueue(verb="compose", request=ReadRequest(), studio=people.studio, subject=subject)
    job = Job.claim("cpu", "test:0")
    assert job is not None
    error = _("The video file of the take of shot {shot} {what}.", shot="s1-001", what=_("is gone"))
    transitions.fail(job, EngineError("take-missing", error, _("Make the take again.")))
    job.refresh_from_db()
    return job


@pytest.mark.parametrize("room", ["/studio/queue/", "/studio/the-key/1/"])
def test_a_failure_is_told_to_each_in_their_language(
    failure: Job, look: Callable[[str, str], str], room: str
) -> None:
    assert "The video file of the take of shot s1-001 is gone." in look(room, "en")
    chinese = look(room, "zh-CN")
    assert "镜头 s1-001 所选镜次的视频文件已丢失。" in chinese
    assert "请重拍这个镜次。" in chinese
    assert "video file" not in chinese


def test_problems_of_a_script_are_told_to_each_in_their_language(
    series: Series, look: Callable[[str, str], str]
) -> None:
    write(series, "INT. HALL - DAY\n\nMIA\nNot mine.\n\n/* a note that never ends\n")
    url = f"/studio/{series.slug}/script"
    assert "is never closed" in look(url, "en")
    chinese = look(url, "zh-CN")
    assert "没有用 */ 结束" in chinese
    assert "is never closed" not in chinese


def test_the_script_page_shows_what_the_breakdown_noted(
    series: Series, look: Callable[[str, str], str], work: Callable[[], list[Job]]
) -> None:
    write(series, ODD_PLACE)
    url = f"/studio/{series.slug}/script"
    services.break_down(episode=series.episodes.get())
    assert "素景" not in look(url, "zh-CN")
    work()
    assert "“ZORP”没有对应的布景" in look(url, "zh-CN")
    services.save_bible(series=series, bible="[[places]]", read=services.read_bible(text=""))
    assert "素景" not in look(url, "zh-CN"), "what was noted of an older breakdown is shown"


def test_why_a_shot_is_as_it_is_stands_in_words_of_the_language(
    people: People, media: object, look: Callable[[str, str], str]
) -> None:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    shot = dailies.shot_in_full(dailies.written(series)).shots.in_cut().first()
    assert shot is not None
    shot.spec["slate"]["rules"] = ["open_on_the_hook", "keep_the_line"]
    shot.save()
    url = f"/studio/shots/{shot.pk}/takes"
    assert "open on the hook, keep the line" in look(url, "en")
    assert "钩子前置、不越轴" in look(url, "zh-CN")


def test_dates_are_written_as_the_language_writes_them(
    series: Series, look: Callable[[str, str], str]
) -> None:
    Screenplay.objects.update(created_at=datetime(2026, 11, 22, 17, 5, tzinfo=UTC))
    url = f"/studio/{series.slug}/script"
    assert "22 Nov 2026, 17:05" in look(url, "en")
    assert "2026年11月22日 17:05" in look(url, "zh-CN")


def test_the_api_tells_english_and_the_language_that_was_asked_for(
    failure: Job, episode: Episode, people: People
) -> None:
    bob = APIClient(headers={"Accept-Language": "zh-CN"})
    bob.force_authenticate(people.bob)
    told = bob.get(f"/api/v1/jobs/{failure.pk}/").json()
    assert (told["state"], told["error_code"]) == (State.FAILED, "take-missing")
    assert told["error_advice"] == "Make the take again."
    assert told["localized"]["advice"] == "请重拍这个镜次。"
    progress = bob.get(f"/api/v1/episodes/{episode.pk}/progress/").json()
    assert progress["localized"] == told["localized"]
    scripts = f"/api/v1/series/{episode.series_id}/scripts/"
    given = {"text": "INT. HALL - DAY\n", "name": "x.fountain", "instead_of": 1}
    kept = bob.post(scripts, given, format="json")
    problem = kept.json()["problems"][0]
    assert (problem["message"][0], problem["localized"]["message"][-1]) == ("N", "。")
    refused = bob.post(scripts, {"text": "%PDF-1.4", "name": "x.pdf"}, format="json").json()
    assert refused["code"] == "foreign-format"
    assert refused["message"] == "This is a PDF document, not a screenplay as text."
    assert refused["localized"]["message"].startswith("PDF 文档")
