"""From a screenplay to a published edition, and only what changed is made again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from apps.catalog.models import Episode, Series
from apps.core.media import signed_url
from apps.jobs import driver
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.board import board_of
from apps.studio.models import Cut, Production, Shot, Take
from apps.studio.services import production
from engine.contracts import EngineError
from engine.edit.provenance import read_back
from tests.people import People
from tests.playback.fetching import fetch
from tests.studio import dailies
from tests.studio.conftest import SCRIPT, SMALL, write

Work = Callable[[], list[Job]]


def verbs(jobs: list[Job]) -> list[str]:
    return [job.verb for job in jobs]


def test_an_episode_is_made_once_and_then_only_what_a_change_touches(
    episode: Episode, series: Series, work: Work
) -> None:
    services.produce(episode=episode, publish=True, picture=SMALL)
    jobs = work()
    assert [(job.verb, job.error_message) for job in jobs if job.state != State.DONE] == []
    assert verbs(jobs)[:4] == ["certify", "preflight", "breakdown", "portraits"]
    assert verbs(jobs)[-2:] == ["compose", "package"]
    viewers_get_what_the_board_shows(episode)

    services.produce(episode=episode, publish=True)
    assert work() == [], "the same again makes nothing"

    takes = Take.objects.count()
    write(series, SCRIPT.replace("It is.", "It was, once."))
    services.produce(episode=episode, publish=True)
    changed = work()
    rendered = verbs(changed).count("render")
    assert 1 <= rendered < episode.shots.in_cut().count()
    assert Take.objects.count() == takes + rendered
    assert episode.editions.count() == 2
    viewers_get_what_the_board_shows(episode)

    write(series, SCRIPT)
    services.produce(episode=episode, publish=True)
    undone = verbs(work())
    assert "render" not in undone, "undoing a change finds the old take again"
    assert "compose" not in undone, "and the cut that was made of it"
    assert "package" not in undone, "and its edition"
    viewers_get_what_the_board_shows(episode)


def viewers_get_what_the_board_shows(episode: Episode) -> None:
    episode.refresh_from_db()
    edition = episode.edition
    assert edition is not None
    for rendition in edition.renditions.all():
        assert Path(rendition.file.path).stat().st_size > 1000
    assert Path(edition.captions.get().file.path).read_text().startswith("WEBVTT")
    assert [span["shot"] for span in edition.spans] == [
        shot.slate for shot in episode.shots.in_cut()
    ]
    assert Production.objects.get(episode=episode).goal == Production.Goal.REST
    assert board_of(episode)["published"]


def test_a_viewer_who_downloads_an_episode_can_tell_that_it_is_made_by_ai(
    episode: Episode, work: Work, tmp_path: Path, people: People, client: Client
) -> None:
    services.produce(episode=episode, publish=True, picture=SMALL)
    work()
    episode.refresh_from_db()
    assert episode.edition is not None
    for rendition in episode.edition.renditions.all():
        answer, body = fetch(signed_url(str(rendition.file)))
        assert answer.status_code == 200
        served = tmp_path / "served.mp4"
        served.write_bytes(body)
        report = read_back(served)
        assert report.labelled
        assert report.aigc["ContentProducer"] == settings.PRODUCER
        assert report.state == "Valid"
        assert report.problems == ("signingCredential.untrusted",), "a certificate of one's own"
        assert report.source_type == "trainedAlgorithmicMedia"
    client.force_login(people.bob)
    page = client.get(f"/studio/{episode.series.slug}/1/release?provenance=1").content.decode()
    assert "The file says that it is AI-generated." in page
    assert "Signed, and unchanged since." in page


def test_the_director_decides_which_take_is_in_the_cut(episode: Episode, work: Work) -> None:
    services.produce(episode=episode, publish=False, picture=SMALL)
    work()
    shot = episode.shots.in_cut().first()
    assert shot is not None
    first = shot.circle_take
    assert first is not None
    services.retake(shot=shot)
    work()
    shot.refresh_from_db()
    second = shot.takes.last()
    assert second is not None
    assert shot.circle_take == first, "a re-take is an offer"
    assert second.data["seed"] != first.data["seed"]

    services.pick(shot=shot, take=second)
    services.make_current(episode=episode)
    assert verbs(work()) == ["compose"]
    assert Cut.objects.filter(episode=episode).count() == 2

    services.reject(take=second, reason="She blinks on the word.")
    shot.refresh_from_db()
    assert shot.circle_take == first, "the other take steps in"
    services.reject(take=first, reason="Too dark.")
    shot.refresh_from_db()
    assert shot.state == Shot.State.MISSING
    assert [take.rejected for take in shot.takes.all()] == ["Too dark.", "She blinks on the word."]


def test_a_breakdown_alone_renders_nothing(episode: Episode, work: Work) -> None:
    services.break_down(episode=episode)
    assert verbs(work()) == ["breakdown", "portraits"]
    assert all(character.portrait for character in episode.series.characters.all())
    assert episode.shots.in_cut().count() >= 2
    assert Take.objects.count() == 0


def test_stopping_cancels_what_waits_and_keeps_what_is_made(episode: Episode, work: Work) -> None:
    services.break_down(episode=episode)
    work()
    dailies.cleared(episode)
    services.make_current(episode=episode)
    waiting = Job.objects.active().count()
    assert waiting >= 2
    services.stop(episode=episode)
    assert work() == []
    assert Job.objects.filter(state=State.CANCELLED).count() == waiting


def test_an_episode_without_a_screenplay_says_what_to_do(series: Series) -> None:
    empty = Episode.objects.create(series=series, number=9)
    with pytest.raises(EngineError, match="no screenplay"):
        services.produce(episode=empty, publish=True)


def test_a_file_with_two_episodes_cannot_be_one_episode(people: People, media: Path) -> None:
    series = services.create_series(studio=people.studio, title="Two", language="en")
    text = SCRIPT.replace("INT. HOSPITAL", "# Episode 1\n\nINT. HOSPITAL") + (
        "\n# Episode 2\n\nINT. HALL - DAY\n\nMIA\nWell.\n"
    )
    write(series, text)
    assert [item.number for item in series.episodes.all()] == [1, 2]


def test_a_saved_change_shows_what_is_stale_before_anything_is_made(
    episode: Episode, series: Series, work: Work
) -> None:
    services.produce(episode=episode, publish=False, picture=SMALL)
    work()
    assert board_of(episode)["current"] is True
    write(series, SCRIPT.replace("It is.", "It was, once."))
    services.list_again(series=series)
    assert board_of(episode)["current"] is False
    assert verbs(work()) == ["breakdown"], "nobody looks different, so no portraits"
    states = [shot.state for shot in episode.shots.in_cut().select_related("circle_take")]
    assert Shot.State.STALE in states
    assert Shot.State.CURRENT in states
    assert Production.objects.get(episode=episode).goal == Production.Goal.REST


def test_shots_of_an_older_engine_are_listed_again_before_any_is_rendered(
    episode: Episode, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(production, "language_of_shots", lambda: "of an older engine")
    services.break_down(episode=episode)
    work()
    episode.shots.update(inputs="of an older engine")
    assert board_of(episode)["behind"] is False
    monkeypatch.undo()
    assert board_of(episode)["behind"] is True
    services.produce(episode=episode, publish=False, picture=SMALL)
    made = verbs(work())
    assert made[:2] == ["preflight", "breakdown"]
    assert made[2:] == [*["render"] * episode.shots.in_cut().count(), "compose"]
    assert board_of(episode)["current"] is True


def test_missing_instruments_are_told_before_a_shot_is_rendered(
    episode: Episode, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAMABOX_ENGINE_VERBS", "preflight=tests.engine.lacking:instruments")
    services.produce(episode=episode, publish=False, picture=SMALL)
    jobs = work()
    assert "render" not in verbs(jobs)
    failed = Production.objects.get(episode=episode)
    assert failed.goal == Production.Goal.REST
    assert failed.error is not None
    assert "fluidr3mono-gm-soundfont" in failed.error["advice"]

    driver.hold.let_go()
    monkeypatch.delenv("DRAMABOX_ENGINE_VERBS")
    services.make_current(episode=episode)
    assert verbs(work())[0] == "preflight", "asked again once somebody wants it again"
    assert Cut.objects.filter(episode=episode).exists()
