"""From a screenplay to a published edition, and only what changed is made again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Cut, Production, Shot, Take
from engine.contracts import EngineError
from tests.people import People
from tests.studio.conftest import SCRIPT, SMALL, write

Work = Callable[[], list[Job]]


def verbs(jobs: list[Job]) -> list[str]:
    return [job.verb for job in jobs]


def test_producing_ends_in_an_edition_that_viewers_get(episode: Episode, work: Work) -> None:
    services.produce(episode=episode, publish=True, picture=SMALL)
    jobs = work()
    assert [(job.verb, job.error_message) for job in jobs if job.state != State.DONE] == []
    assert verbs(jobs)[0] == "breakdown"
    assert verbs(jobs)[-2:] == ["compose", "package"]
    episode.refresh_from_db()
    edition = episode.edition
    assert edition is not None
    assert Path(edition.renditions.first().file.path).stat().st_size > 1000  # type: ignore[union-attr]
    assert Path(edition.captions.get().file.path).read_text().startswith("WEBVTT")
    assert [span["shot"] for span in edition.spans] == [
        shot.slate for shot in episode.shots.in_cut()
    ]
    assert Production.objects.get(episode=episode).goal == Production.Goal.REST


def test_producing_twice_makes_nothing_again(episode: Episode, work: Work) -> None:
    services.produce(episode=episode, publish=True, picture=SMALL)
    work()
    services.produce(episode=episode, publish=True)
    assert work() == []
    assert episode.editions.count() == 1


def test_a_changed_line_makes_only_its_shots_again(
    episode: Episode, series: Series, work: Work
) -> None:
    services.produce(episode=episode, publish=True, picture=SMALL)
    work()
    takes = Take.objects.count()
    write(series, SCRIPT.replace("No. It is mine.", "No. It was mine, once."))
    services.produce(episode=episode, publish=True)
    jobs = work()
    rendered = verbs(jobs).count("render")
    assert 1 <= rendered <= 3
    assert Take.objects.count() == takes + rendered
    assert episode.editions.count() == 2


def test_undoing_a_change_finds_the_old_take_again(
    episode: Episode, series: Series, work: Work
) -> None:
    services.make_current(episode=episode)
    Production.objects.update(format={"width": 90, "height": 160, "fps": 12})
    work()
    write(series, SCRIPT.replace("No. It is mine.", "No. It was mine, once."))
    services.make_current(episode=episode)
    work()
    write(series, SCRIPT)
    services.make_current(episode=episode)
    assert "render" not in verbs(work())


def test_a_retake_is_offered_and_the_director_picks(episode: Episode, work: Work) -> None:
    services.produce(episode=episode, publish=False, picture=SMALL)
    work()
    shot = episode.shots.in_cut().first()
    assert shot is not None
    first = shot.circle_take
    services.retake(shot=shot)
    work()
    shot.refresh_from_db()
    second = shot.takes.last()
    assert shot.circle_take == first
    assert second is not None
    assert second.data["seed"] != first.data["seed"]  # type: ignore[union-attr]
    services.pick(shot=shot, take=second)
    services.make_current(episode=episode)
    assert verbs(work()) == ["compose"]
    assert Cut.objects.filter(episode=episode).count() == 2


def test_rejecting_the_circle_take_makes_the_shot_missing_again(
    episode: Episode, work: Work
) -> None:
    services.produce(episode=episode, publish=False, picture=SMALL)
    work()
    shot = episode.shots.in_cut().select_related("circle_take").first()
    assert shot is not None
    assert shot.circle_take is not None
    services.reject(take=shot.circle_take, reason="She blinks on the word.")
    shot.refresh_from_db()
    assert shot.state == Shot.State.MISSING
    assert shot.takes.get().rejected == "She blinks on the word."


def test_a_breakdown_alone_renders_nothing(episode: Episode, work: Work) -> None:
    services.break_down(episode=episode)
    assert verbs(work()) == ["breakdown"]
    assert episode.shots.in_cut().count() >= 2
    assert Take.objects.count() == 0


def test_stopping_cancels_what_waits_and_keeps_what_is_made(episode: Episode, work: Work) -> None:
    services.break_down(episode=episode)
    work()
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
